#ifndef SVODKA_CLEXICON_H
#define SVODKA_CLEXICON_H
#include <stddef.h>
#include <stdint.h>

/// The compiled dictionary, as `lexicon-compiler` writes it; read-only pages of the binary.
const uint8_t *svodka_lexicon_bytes(void);
size_t svodka_lexicon_count(void);

/// guesser.tsv as it stands beside this header's target: prefixes and models for unknown words.
const uint8_t *svodka_guesser_bytes(void);
size_t svodka_guesser_count(void);

/// universal.tsv: words whose part of speech Universal Dependencies name otherwise.
const uint8_t *svodka_universal_bytes(void);
size_t svodka_universal_count(void);

/// context.tsv: what prepositions govern, what joins and what opens clauses.
const uint8_t *svodka_context_bytes(void);
size_t svodka_context_count(void);
#endif
