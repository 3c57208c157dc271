#include "CSyntax.h"

static const _Alignas(64) uint8_t table[] = {
#embed "syntax.table"
};

const uint8_t *svodka_syntax_table_bytes(void) { return table; }
size_t svodka_syntax_table_count(void) { return sizeof table; }

static const uint8_t government[] = {
#embed "government.tsv"
};

const uint8_t *svodka_government_bytes(void) { return government; }
size_t svodka_government_count(void) { return sizeof government; }
