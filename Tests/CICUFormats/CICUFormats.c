#include "CICUFormats.h"

#include <string.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

enum { UNITS = 512 };

static int32_t to_utf8(
    const UChar *units, int32_t count, UErrorCode status, char *utf8, int32_t capacity) {
  int32_t length = 0;
  if (U_FAILURE(status)) return -1;
  u_strToUTF8(utf8, capacity, &length, units, count, &status);
  return U_FAILURE(status) ? -1 : length;
}

int32_t svodka_spell_out(int64_t number, const char *rule_set, char *utf8, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, "ru", NULL, &status);
  if (U_FAILURE(status)) return -1;
  UChar name[64], units[UNITS];
  int32_t length = 0;
  u_strFromUTF8(name, 64, &length, rule_set, -1, &status);
  unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, name, length, &status);
  int32_t count = unum_formatInt64(format, number, units, UNITS, NULL, &status);
  unum_close(format);
  return to_utf8(units, count, status, utf8, capacity);
}

int32_t svodka_format(const char *decimal, const char *skeleton, char *utf8, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128], units[UNITS];
  int32_t length = 0, count = 0;
  u_strFromUTF8(name, 128, &length, skeleton, -1, &status);
  UNumberFormatter *format = unumf_openForSkeletonAndLocale(name, length, "ru", &status);
  UFormattedNumber *result = unumf_openResult(&status);
  if (U_SUCCESS(status)) {
    unumf_formatDecimal(format, decimal, (int32_t)strlen(decimal), result, &status);
    count = unumf_resultToString(result, units, UNITS, &status);
  }
  unumf_closeResult(result);
  unumf_close(format);
  return to_utf8(units, count, status, utf8, capacity);
}
