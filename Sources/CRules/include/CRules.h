#ifndef SVODKA_CRULES_H
#define SVODKA_CRULES_H
#include <stddef.h>
#include <stdint.h>

/// A rule file or word list of the built-in kinds, as bytes in the binary.
typedef struct {
  const char *path;  // relative to Sources/Svodka, e.g. "Kinds/Percent/percent.rules"
  const uint8_t *bytes;
  size_t count;
} svodka_file;

const svodka_file *svodka_files(void);
size_t svodka_files_count(void);

/// The files above, compiled: built-in.snapshot, as `rules-compiler` writes it.
const uint8_t *svodka_rules_bytes(void);
size_t svodka_rules_count(void);
#endif
