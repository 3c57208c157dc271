#include "CSyntax.h"

static const _Alignas(64) uint8_t table[] = {
#embed "syntax.table"
};

const uint8_t *svodka_syntax_table_bytes(void) { return table; }
size_t svodka_syntax_table_count(void) { return sizeof table; }
