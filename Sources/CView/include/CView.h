#ifndef SVODKA_CVIEW_H
#define SVODKA_CVIEW_H
#include <stddef.h>
#include <stdint.h>

/// A file of Sources/SvodkaView/Assets, as bytes in the binary.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} svodka_asset;

svodka_asset svodka_view_style(void);
svodka_asset svodka_view_script(void);
svodka_asset svodka_view_phrases(void);
#endif
