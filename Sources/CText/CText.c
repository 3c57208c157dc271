#include "CText.h"

static const uint8_t abbreviations[] = {
#embed "abbreviations.tsv"
};

const uint8_t *svodka_abbreviations_bytes(void) { return abbreviations; }
size_t svodka_abbreviations_count(void) { return sizeof abbreviations; }

static const uint8_t openers[] = {
#embed "openers.tsv"
};

const uint8_t *svodka_openers_bytes(void) { return openers; }
size_t svodka_openers_count(void) { return sizeof openers; }

static const uint8_t line_ends[] = {
#embed "line-ends.tsv"
};

const uint8_t *svodka_line_ends_bytes(void) { return line_ends; }
size_t svodka_line_ends_count(void) { return sizeof line_ends; }
