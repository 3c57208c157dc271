#include "CLexicon.h"

static const _Alignas(64) uint8_t lexicon[] = {
#embed "ru.lexicon"
};

const uint8_t *svodka_lexicon_bytes(void) { return lexicon; }
size_t svodka_lexicon_count(void) { return sizeof lexicon; }
