#!/bin/sh
# Writes CRules.c: one #embed a rule file or word list of the kinds and facts.
# Run it after adding or removing such a file; a test compares.
cd "$(dirname "$0")" || exit 1
files=$(cd ../Svodka && find . -name "*.rules" -o -name "*.tsv" | sed "s,^./,," | LC_ALL=C sort)
{
  printf '// Written by list-files.sh; do not edit.\n#include "CRules.h"\n\n'
  n=0
  for file in $files; do
    printf 'static const uint8_t file_%d[] = {\n#embed "../Svodka/%s"\n};\n' "$n" "$file"
    n=$((n + 1))
  done
  printf '\nstatic const svodka_file files[] = {\n'
  n=0
  for file in $files; do
    printf '  {"%s", file_%d, sizeof file_%d},\n' "$file" "$n" "$n"
    n=$((n + 1))
  done
  printf '};\n\nconst svodka_file *svodka_files(void) { return files; }\n'
  printf 'size_t svodka_files_count(void) { return sizeof files / sizeof files[0]; }\n'
} > CRules.c
