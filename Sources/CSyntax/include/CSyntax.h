#ifndef SVODKA_CSYNTAX_H
#define SVODKA_CSYNTAX_H
#include <stddef.h>
#include <stdint.h>

/// syntax.table, as `syntax-compiler` writes it: counted preferences of readings and links.
const uint8_t *svodka_syntax_table_bytes(void);
size_t svodka_syntax_table_count(void);

/// government.tsv: which case or preposition a word takes.
const uint8_t *svodka_government_bytes(void);
size_t svodka_government_count(void);
#endif
