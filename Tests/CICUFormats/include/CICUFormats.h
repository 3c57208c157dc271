// Numbers as ICU's Russian formatters write them, for tests. No type of ICU's shows here.
#ifndef SVODKA_CICU_FORMATS_H
#define SVODKA_CICU_FORMATS_H

#include <stdint.h>

/// Writes `number` in words by a rule set of ICU ("%spellout-cardinal-masculine") as UTF-8.
/// Returns the length in bytes; negative if ICU refuses.
int32_t svodka_spell_out(int64_t number, const char *rule_set, char *utf8, int32_t capacity);

/// Writes a decimal ("1234.5") by a skeleton of ICU ("compact-short", "currency/KZT") as UTF-8.
/// Returns the length in bytes; negative if ICU refuses.
int32_t svodka_format(const char *decimal, const char *skeleton, char *utf8, int32_t capacity);

#endif
