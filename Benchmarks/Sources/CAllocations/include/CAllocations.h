#ifndef SVODKA_ALLOCATIONS_H
#define SVODKA_ALLOCATIONS_H

#include <stdint.h>

// How often this process has asked for memory so far; −1 where that cannot be counted.
int64_t svodka_allocations(void);

#endif
