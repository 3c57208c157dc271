#ifndef SVODKA_CLEXICON_H
#define SVODKA_CLEXICON_H
#include <stddef.h>
#include <stdint.h>

/// The compiled dictionary, as `lexicon-compiler` writes it; read-only pages of the binary.
const uint8_t *svodka_lexicon_bytes(void);
size_t svodka_lexicon_count(void);
#endif
