// ICU renames its functions by macro (u_charType becomes u_charType_72), which Swift cannot see.
// Each function in use has a `static inline` twin here; nothing else of ICU is called from Swift.
#ifndef SVODKA_CICU_SHIM_H
#define SVODKA_CICU_SHIM_H

// Foundation carries ICU headers of another version. Where both are loaded into one compilation, clang
// refuses enumerations of one name and different cases, so those that grow go by names of our own.
#define UBlockCode svodka_UBlockCode
#define UErrorCode svodka_UErrorCode
#define ULineBreak svodka_ULineBreak
#define UProperty svodka_UProperty
#define UScriptCode svodka_UScriptCode

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

static inline const char *cicu_u_errorName(UErrorCode code) { return u_errorName(code); }
static inline void cicu_u_getVersion(UVersionInfo version) { u_getVersion(version); }

static inline int32_t cicu_u_getIntPropertyValue(UChar32 c, UProperty which) {
  return u_getIntPropertyValue(c, which);
}
static inline UBool cicu_u_hasBinaryProperty(UChar32 c, UProperty which) {
  return u_hasBinaryProperty(c, which);
}
static inline int8_t cicu_u_charType(UChar32 c) { return u_charType(c); }
static inline UChar32 cicu_u_foldCase(UChar32 c) { return u_foldCase(c, U_FOLD_CASE_DEFAULT); }
static inline UBool cicu_u_isUWhiteSpace(UChar32 c) { return u_isUWhiteSpace(c); }
static inline UScriptCode cicu_uscript_getScript(UChar32 c, UErrorCode *status) {
  return uscript_getScript(c, status);
}

static inline UBreakIterator *cicu_ubrk_open(
    UBreakIteratorType type, const char *locale, const UChar *text, int32_t length,
    UErrorCode *status) {
  return ubrk_open(type, locale, text, length, status);
}
static inline void cicu_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline void cicu_ubrk_setText(
    UBreakIterator *iterator, const UChar *text, int32_t length, UErrorCode *status) {
  ubrk_setText(iterator, text, length, status);
}
static inline void cicu_ubrk_setUText(
    UBreakIterator *iterator, UText *text, UErrorCode *status) {
  ubrk_setUText(iterator, text, status);
}
static inline int32_t cicu_ubrk_first(UBreakIterator *iterator) { return ubrk_first(iterator); }
static inline int32_t cicu_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline UText *cicu_utext_openUTF8(
    UText *text, const char *bytes, int64_t length, UErrorCode *status) {
  return utext_openUTF8(text, bytes, length, status);
}
static inline void cicu_utext_close(UText *text) { utext_close(text); }

static inline const UNormalizer2 *cicu_unorm2_getNFCInstance(UErrorCode *status) {
  return unorm2_getNFCInstance(status);
}
static inline int32_t cicu_unorm2_normalize(
    const UNormalizer2 *form, const UChar *source, int32_t length, UChar *target,
    int32_t capacity, UErrorCode *status) {
  return unorm2_normalize(form, source, length, target, capacity, status);
}
static inline int32_t cicu_u_strFoldCase(
    UChar *target, int32_t capacity, const UChar *source, int32_t length, UErrorCode *status) {
  return u_strFoldCase(target, capacity, source, length, U_FOLD_CASE_DEFAULT, status);
}

static inline UConverter *cicu_ucnv_open(const char *name, UErrorCode *status) {
  return ucnv_open(name, status);
}
static inline void cicu_ucnv_close(UConverter *converter) { ucnv_close(converter); }
static inline int32_t cicu_ucnv_toUChars(
    UConverter *converter, UChar *target, int32_t capacity, const char *source, int32_t length,
    UErrorCode *status) {
  return ucnv_toUChars(converter, target, capacity, source, length, status);
}
static inline void cicu_ucnv_toUnicode(
    UConverter *converter, UChar **target, const UChar *targetEnd, const char **source,
    const char *sourceEnd, UBool isLast, UErrorCode *status) {
  ucnv_toUnicode(converter, target, targetEnd, source, sourceEnd, NULL, isLast, status);
}

#endif
