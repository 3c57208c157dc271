#include "CLexicon.h"

static const _Alignas(64) uint8_t lexicon[] = {
#embed "ru.lexicon"
};

const uint8_t *svodka_lexicon_bytes(void) { return lexicon; }
size_t svodka_lexicon_count(void) { return sizeof lexicon; }

static const uint8_t guesser[] = {
#embed "guesser.tsv"
};

const uint8_t *svodka_guesser_bytes(void) { return guesser; }
size_t svodka_guesser_count(void) { return sizeof guesser; }

static const uint8_t universal[] = {
#embed "universal.tsv"
};

const uint8_t *svodka_universal_bytes(void) { return universal; }
size_t svodka_universal_count(void) { return sizeof universal; }

static const uint8_t context[] = {
#embed "context.tsv"
};

const uint8_t *svodka_context_bytes(void) { return context; }
size_t svodka_context_count(void) { return sizeof context; }
