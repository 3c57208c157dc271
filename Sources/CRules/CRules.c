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
#embed "../Svodka/Kinds/Money/currency-codes.tsv"
};
static const uint8_t file_12[] = {
#embed "../Svodka/Kinds/Money/money.rules"
};
static const uint8_t file_13[] = {
#embed "../Svodka/Kinds/Number/bound-links.tsv"
};
static const uint8_t file_14[] = {
#embed "../Svodka/Kinds/Number/bounds.tsv"
};
static const uint8_t file_15[] = {
#embed "../Svodka/Kinds/Number/change-words.tsv"
};
static const uint8_t file_16[] = {
#embed "../Svodka/Kinds/Number/combining-numerals.tsv"
};
static const uint8_t file_17[] = {
#embed "../Svodka/Kinds/Number/labels.tsv"
};
static const uint8_t file_18[] = {
#embed "../Svodka/Kinds/Number/multiplicatives.tsv"
};
static const uint8_t file_19[] = {
#embed "../Svodka/Kinds/Number/number.rules"
};
static const uint8_t file_20[] = {
#embed "../Svodka/Kinds/Number/numeral-pairs.tsv"
};
static const uint8_t file_21[] = {
#embed "../Svodka/Kinds/Number/numerals.tsv"
};
static const uint8_t file_22[] = {
#embed "../Svodka/Kinds/Number/ordinals.tsv"
};
static const uint8_t file_23[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal-endings.tsv"
};
static const uint8_t file_24[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal.rules"
};
static const uint8_t file_25[] = {
#embed "../Svodka/Kinds/Percent/part-ordinals.tsv"
};
static const uint8_t file_26[] = {
#embed "../Svodka/Kinds/Percent/percent-stems.tsv"
};
static const uint8_t file_27[] = {
#embed "../Svodka/Kinds/Percent/percent.rules"
};
static const uint8_t file_28[] = {
#embed "../Svodka/Kinds/Percent/percents.tsv"
};
static const uint8_t file_29[] = {
#embed "../Svodka/Kinds/Percent/shares.tsv"
};
static const uint8_t file_30[] = {
#embed "../Svodka/Kinds/Quantity/counted-abbreviations.tsv"
};
static const uint8_t file_31[] = {
#embed "../Svodka/Kinds/Quantity/half-units.tsv"
};
static const uint8_t file_32[] = {
#embed "../Svodka/Kinds/Quantity/quantity.rules"
};
static const uint8_t file_33[] = {
#embed "../Svodka/Kinds/Quantity/rate-periods.tsv"
};
static const uint8_t file_34[] = {
#embed "../Svodka/Kinds/Quantity/rates.tsv"
};
static const uint8_t file_35[] = {
#embed "../Svodka/Kinds/Quantity/uncounted.tsv"
};
static const uint8_t file_36[] = {
#embed "../Svodka/Kinds/Quantity/units-alone.tsv"
};
static const uint8_t file_37[] = {
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
  {"Kinds/Money/currency-codes.tsv", file_11, sizeof file_11},
  {"Kinds/Money/money.rules", file_12, sizeof file_12},
  {"Kinds/Number/bound-links.tsv", file_13, sizeof file_13},
  {"Kinds/Number/bounds.tsv", file_14, sizeof file_14},
  {"Kinds/Number/change-words.tsv", file_15, sizeof file_15},
  {"Kinds/Number/combining-numerals.tsv", file_16, sizeof file_16},
  {"Kinds/Number/labels.tsv", file_17, sizeof file_17},
  {"Kinds/Number/multiplicatives.tsv", file_18, sizeof file_18},
  {"Kinds/Number/number.rules", file_19, sizeof file_19},
  {"Kinds/Number/numeral-pairs.tsv", file_20, sizeof file_20},
  {"Kinds/Number/numerals.tsv", file_21, sizeof file_21},
  {"Kinds/Number/ordinals.tsv", file_22, sizeof file_22},
  {"Kinds/Ordinal/ordinal-endings.tsv", file_23, sizeof file_23},
  {"Kinds/Ordinal/ordinal.rules", file_24, sizeof file_24},
  {"Kinds/Percent/part-ordinals.tsv", file_25, sizeof file_25},
  {"Kinds/Percent/percent-stems.tsv", file_26, sizeof file_26},
  {"Kinds/Percent/percent.rules", file_27, sizeof file_27},
  {"Kinds/Percent/percents.tsv", file_28, sizeof file_28},
  {"Kinds/Percent/shares.tsv", file_29, sizeof file_29},
  {"Kinds/Quantity/counted-abbreviations.tsv", file_30, sizeof file_30},
  {"Kinds/Quantity/half-units.tsv", file_31, sizeof file_31},
  {"Kinds/Quantity/quantity.rules", file_32, sizeof file_32},
  {"Kinds/Quantity/rate-periods.tsv", file_33, sizeof file_33},
  {"Kinds/Quantity/rates.tsv", file_34, sizeof file_34},
  {"Kinds/Quantity/uncounted.tsv", file_35, sizeof file_35},
  {"Kinds/Quantity/units-alone.tsv", file_36, sizeof file_36},
  {"Kinds/Quantity/units.tsv", file_37, sizeof file_37},
};

const svodka_file *svodka_files(void) { return files; }
size_t svodka_files_count(void) { return sizeof files / sizeof files[0]; }
