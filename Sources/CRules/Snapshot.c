#include "CRules.h"

static const _Alignas(64) uint8_t snapshot[] = {
#embed "built-in.snapshot"
};

const uint8_t *svodka_rules_bytes(void) { return snapshot; }
size_t svodka_rules_count(void) { return sizeof snapshot; }
