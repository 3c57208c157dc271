#!/bin/sh
# Writes CRules.c: one #embed a rule file or word list of the kinds and facts, each under a name made
# of its path, so that a new file changes no other line.
# Run it after adding or removing such a file; a test compares.
cd "$(dirname "$0")" || exit 1
files=$(cd ../Svodka && find . -name "*.rules" -o -name "*.tsv" | sed "s,^./,," | LC_ALL=C sort)
{
  printf '// Written by list-files.sh; do not edit.\n#include "CRules.h"\n\n'
  for file in $files; do
    name=$(printf '%s' "$file" | tr -c 'A-Za-z0-9' '_')
    printf 'static const uint8_t %s[] = {\n#embed "../Svodka/%s"\n};\n' "$name" "$file"
  done
  printf '\nstatic const svodka_file files[] = {\n'
  for file in $files; do
    name=$(printf '%s' "$file" | tr -c 'A-Za-z0-9' '_')
    printf '  {"%s", %s, sizeof %s},\n' "$file" "$name" "$name"
  done
  printf '};\n\nconst svodka_file *svodka_files(void) { return files; }\n'
  printf 'size_t svodka_files_count(void) { return sizeof files / sizeof files[0]; }\n'
} > CRules.c
