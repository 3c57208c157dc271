#include "CRules.h"

static const svodka_file files[] = {
  {"", 0, 0},
};

const svodka_file *svodka_files(void) { return files; }
size_t svodka_files_count(void) { return 0; }
