// Written by list-files.sh; do not edit.
#include "CRules.h"

static const uint8_t file_0[] = {
#embed "../Svodka/Kinds/Date/months.tsv"
};
static const uint8_t file_1[] = {
#embed "../Svodka/Kinds/Date/period-parts.tsv"
};
static const uint8_t file_2[] = {
#embed "../Svodka/Kinds/Date/periods.tsv"
};
static const uint8_t file_3[] = {
#embed "../Svodka/Kinds/Date/recurring.tsv"
};
static const uint8_t file_4[] = {
#embed "../Svodka/Kinds/Date/relative-adjectives.tsv"
};
static const uint8_t file_5[] = {
#embed "../Svodka/Kinds/Date/relative-days.tsv"
};
static const uint8_t file_6[] = {
#embed "../Svodka/Kinds/Date/roman-numerals.tsv"
};
static const uint8_t file_7[] = {
#embed "../Svodka/Kinds/Date/seasons.tsv"
};
static const uint8_t file_8[] = {
#embed "../Svodka/Kinds/Date/weekdays.tsv"
};
static const uint8_t file_9[] = {
#embed "../Svodka/Kinds/Duration/duration-units.tsv"
};
static const uint8_t file_10[] = {
#embed "../Svodka/Kinds/Money/currencies.tsv"
};
static const uint8_t file_11[] = {
#embed "../Svodka/Kinds/Number/bounds.tsv"
};
static const uint8_t file_12[] = {
#embed "../Svodka/Kinds/Number/combining-numerals.tsv"
};
static const uint8_t file_13[] = {
#embed "../Svodka/Kinds/Number/multiplicatives.tsv"
};
static const uint8_t file_14[] = {
#embed "../Svodka/Kinds/Number/numerals.tsv"
};
static const uint8_t file_15[] = {
#embed "../Svodka/Kinds/Number/ordinals.tsv"
};
static const uint8_t file_16[] = {
#embed "../Svodka/Kinds/Quantity/counted-abbreviations.tsv"
};
static const uint8_t file_17[] = {
#embed "../Svodka/Kinds/Quantity/rates.tsv"
};
static const uint8_t file_18[] = {
#embed "../Svodka/Kinds/Quantity/units.tsv"
};

static const svodka_file files[] = {
  {"Kinds/Date/months.tsv", file_0, sizeof file_0},
  {"Kinds/Date/period-parts.tsv", file_1, sizeof file_1},
  {"Kinds/Date/periods.tsv", file_2, sizeof file_2},
  {"Kinds/Date/recurring.tsv", file_3, sizeof file_3},
  {"Kinds/Date/relative-adjectives.tsv", file_4, sizeof file_4},
  {"Kinds/Date/relative-days.tsv", file_5, sizeof file_5},
  {"Kinds/Date/roman-numerals.tsv", file_6, sizeof file_6},
  {"Kinds/Date/seasons.tsv", file_7, sizeof file_7},
  {"Kinds/Date/weekdays.tsv", file_8, sizeof file_8},
  {"Kinds/Duration/duration-units.tsv", file_9, sizeof file_9},
  {"Kinds/Money/currencies.tsv", file_10, sizeof file_10},
  {"Kinds/Number/bounds.tsv", file_11, sizeof file_11},
  {"Kinds/Number/combining-numerals.tsv", file_12, sizeof file_12},
  {"Kinds/Number/multiplicatives.tsv", file_13, sizeof file_13},
  {"Kinds/Number/numerals.tsv", file_14, sizeof file_14},
  {"Kinds/Number/ordinals.tsv", file_15, sizeof file_15},
  {"Kinds/Quantity/counted-abbreviations.tsv", file_16, sizeof file_16},
  {"Kinds/Quantity/rates.tsv", file_17, sizeof file_17},
  {"Kinds/Quantity/units.tsv", file_18, sizeof file_18},
};

const svodka_file *svodka_files(void) { return files; }
size_t svodka_files_count(void) { return sizeof files / sizeof files[0]; }
