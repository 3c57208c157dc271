#ifndef SVODKA_ICU_BASELINE_H
#define SVODKA_ICU_BASELINE_H

#include <string.h>
#include <unicode/ubrk.h>

// Foundation carries an ICU of its own that cannot be imported beside this one: so memchr is here.
static inline int baseline_holds(const void *bytes, int byte, size_t count) {
  return memchr(bytes, byte, count) != NULL;
}

// ICU renames its functions by macro, which Swift cannot see.
static inline UBreakIterator *baseline_ubrk_open(const char *locale, const UChar *text,
                                                 int32_t length, UErrorCode *status) {
  return ubrk_open(UBRK_WORD, locale, text, length, status);
}
static inline int32_t baseline_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline void baseline_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }

#endif
