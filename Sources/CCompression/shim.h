// zlib, libbzip2 and libzstd, as the system has them. What they give by macro has a twin here.
#ifndef SVODKA_CCOMPRESSION_SHIM_H
#define SVODKA_CCOMPRESSION_SHIM_H

#include <bzlib.h>
#include <zlib.h>
#include <zstd.h>

// 15 + 32: the largest window, and the header tells gzip from zlib.
static inline int ccompression_inflateInit(z_stream *stream) {
  return inflateInit2(stream, 15 + 32);
}
// 15 + 16: the largest window and a gzip header, which holds no time and no name.
static inline int ccompression_deflateInit(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
