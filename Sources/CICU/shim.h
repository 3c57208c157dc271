// ICU renames its functions by macro (u_charType becomes u_charType_72), which Swift cannot see.
// Each function in use has a `static inline` twin here; nothing else of ICU is called from Swift.
#ifndef SVODKA_CICU_SHIM_H
#define SVODKA_CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

static inline const char *cicu_u_errorName(UErrorCode code) { return u_errorName(code); }

#endif
