#ifndef SVODKA_CTEXT_H
#define SVODKA_CTEXT_H
#include <stddef.h>
#include <stdint.h>

/// abbreviations.tsv as it stands beside this target's source; read-only pages of the binary.
const uint8_t *svodka_abbreviations_bytes(void);
size_t svodka_abbreviations_count(void);

/// openers.tsv, likewise.
const uint8_t *svodka_openers_bytes(void);
size_t svodka_openers_count(void);

/// line-ends.tsv, likewise.
const uint8_t *svodka_line_ends_bytes(void);
size_t svodka_line_ends_count(void);

/// Asks for a line of memory before it is needed; changes nothing else.
static inline void svodka_prefetch(const void *address) { __builtin_prefetch(address); }
#endif
