// Written by list-files.sh; do not edit.
#include "CRules.h"

static const uint8_t file_0[] = {
#embed "../Svodka/Kinds/Date/comparisons.tsv"
};
static const uint8_t file_1[] = {
#embed "../Svodka/Kinds/Date/date.rules"
};
static const uint8_t file_2[] = {
#embed "../Svodka/Kinds/Date/decades.tsv"
};
static const uint8_t file_3[] = {
#embed "../Svodka/Kinds/Date/distances.tsv"
};
static const uint8_t file_4[] = {
#embed "../Svodka/Kinds/Date/holidays.tsv"
};
static const uint8_t file_5[] = {
#embed "../Svodka/Kinds/Date/month-adjectives.tsv"
};
static const uint8_t file_6[] = {
#embed "../Svodka/Kinds/Date/month-pairs.tsv"
};
static const uint8_t file_7[] = {
#embed "../Svodka/Kinds/Date/months.tsv"
};
static const uint8_t file_8[] = {
#embed "../Svodka/Kinds/Date/number-endings.tsv"
};
static const uint8_t file_9[] = {
#embed "../Svodka/Kinds/Date/ordinals.tsv"
};
static const uint8_t file_10[] = {
#embed "../Svodka/Kinds/Date/period-parts.tsv"
};
static const uint8_t file_11[] = {
#embed "../Svodka/Kinds/Date/periods.tsv"
};
static const uint8_t file_12[] = {
#embed "../Svodka/Kinds/Date/recurring.tsv"
};
static const uint8_t file_13[] = {
#embed "../Svodka/Kinds/Date/relative-adjectives.tsv"
};
static const uint8_t file_14[] = {
#embed "../Svodka/Kinds/Date/relative-day-adjectives.tsv"
};
static const uint8_t file_15[] = {
#embed "../Svodka/Kinds/Date/relative-days.tsv"
};
static const uint8_t file_16[] = {
#embed "../Svodka/Kinds/Date/season-adjectives.tsv"
};
static const uint8_t file_17[] = {
#embed "../Svodka/Kinds/Date/seasons.tsv"
};
static const uint8_t file_18[] = {
#embed "../Svodka/Kinds/Date/weekdays.tsv"
};
static const uint8_t file_19[] = {
#embed "../Svodka/Kinds/Duration/adjective-stems.tsv"
};
static const uint8_t file_20[] = {
#embed "../Svodka/Kinds/Duration/duration-adjectives.tsv"
};
static const uint8_t file_21[] = {
#embed "../Svodka/Kinds/Duration/duration-units.tsv"
};
static const uint8_t file_22[] = {
#embed "../Svodka/Kinds/Duration/duration.rules"
};
static const uint8_t file_23[] = {
#embed "../Svodka/Kinds/Duration/whole-durations.tsv"
};
static const uint8_t file_24[] = {
#embed "../Svodka/Kinds/Money/currencies.tsv"
};
static const uint8_t file_25[] = {
#embed "../Svodka/Kinds/Money/currency-codes.tsv"
};
static const uint8_t file_26[] = {
#embed "../Svodka/Kinds/Money/currency-stems.tsv"
};
static const uint8_t file_27[] = {
#embed "../Svodka/Kinds/Money/money.rules"
};
static const uint8_t file_28[] = {
#embed "../Svodka/Kinds/Number/bound-links.tsv"
};
static const uint8_t file_29[] = {
#embed "../Svodka/Kinds/Number/bounds.tsv"
};
static const uint8_t file_30[] = {
#embed "../Svodka/Kinds/Number/cardinal-endings.tsv"
};
static const uint8_t file_31[] = {
#embed "../Svodka/Kinds/Number/change-words.tsv"
};
static const uint8_t file_32[] = {
#embed "../Svodka/Kinds/Number/combining-numerals.tsv"
};
static const uint8_t file_33[] = {
#embed "../Svodka/Kinds/Number/labels.tsv"
};
static const uint8_t file_34[] = {
#embed "../Svodka/Kinds/Number/multiplicatives.tsv"
};
static const uint8_t file_35[] = {
#embed "../Svodka/Kinds/Number/number.rules"
};
static const uint8_t file_36[] = {
#embed "../Svodka/Kinds/Number/numeral-pairs.tsv"
};
static const uint8_t file_37[] = {
#embed "../Svodka/Kinds/Number/numerals.tsv"
};
static const uint8_t file_38[] = {
#embed "../Svodka/Kinds/Number/ordinals.tsv"
};
static const uint8_t file_39[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal-endings.tsv"
};
static const uint8_t file_40[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal-scales.tsv"
};
static const uint8_t file_41[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal.rules"
};
static const uint8_t file_42[] = {
#embed "../Svodka/Kinds/Percent/part-ordinals.tsv"
};
static const uint8_t file_43[] = {
#embed "../Svodka/Kinds/Percent/percent-stems.tsv"
};
static const uint8_t file_44[] = {
#embed "../Svodka/Kinds/Percent/percent.rules"
};
static const uint8_t file_45[] = {
#embed "../Svodka/Kinds/Percent/percents.tsv"
};
static const uint8_t file_46[] = {
#embed "../Svodka/Kinds/Percent/shares.tsv"
};
static const uint8_t file_47[] = {
#embed "../Svodka/Kinds/Quantity/counted-abbreviations.tsv"
};
static const uint8_t file_48[] = {
#embed "../Svodka/Kinds/Quantity/half-units.tsv"
};
static const uint8_t file_49[] = {
#embed "../Svodka/Kinds/Quantity/quantity.rules"
};
static const uint8_t file_50[] = {
#embed "../Svodka/Kinds/Quantity/rate-periods.tsv"
};
static const uint8_t file_51[] = {
#embed "../Svodka/Kinds/Quantity/rates.tsv"
};
static const uint8_t file_52[] = {
#embed "../Svodka/Kinds/Quantity/uncounted.tsv"
};
static const uint8_t file_53[] = {
#embed "../Svodka/Kinds/Quantity/unit-stems.tsv"
};
static const uint8_t file_54[] = {
#embed "../Svodka/Kinds/Quantity/units-alone.tsv"
};
static const uint8_t file_55[] = {
#embed "../Svodka/Kinds/Quantity/units.tsv"
};
static const uint8_t file_56[] = {
#embed "../Svodka/Kinds/Time/day-parts.tsv"
};
static const uint8_t file_57[] = {
#embed "../Svodka/Kinds/Time/time.rules"
};
static const uint8_t file_58[] = {
#embed "../Svodka/Kinds/Time/zones.tsv"
};

static const svodka_file files[] = {
  {"Kinds/Date/comparisons.tsv", file_0, sizeof file_0},
  {"Kinds/Date/date.rules", file_1, sizeof file_1},
  {"Kinds/Date/decades.tsv", file_2, sizeof file_2},
  {"Kinds/Date/distances.tsv", file_3, sizeof file_3},
  {"Kinds/Date/holidays.tsv", file_4, sizeof file_4},
  {"Kinds/Date/month-adjectives.tsv", file_5, sizeof file_5},
  {"Kinds/Date/month-pairs.tsv", file_6, sizeof file_6},
  {"Kinds/Date/months.tsv", file_7, sizeof file_7},
  {"Kinds/Date/number-endings.tsv", file_8, sizeof file_8},
  {"Kinds/Date/ordinals.tsv", file_9, sizeof file_9},
  {"Kinds/Date/period-parts.tsv", file_10, sizeof file_10},
  {"Kinds/Date/periods.tsv", file_11, sizeof file_11},
  {"Kinds/Date/recurring.tsv", file_12, sizeof file_12},
  {"Kinds/Date/relative-adjectives.tsv", file_13, sizeof file_13},
  {"Kinds/Date/relative-day-adjectives.tsv", file_14, sizeof file_14},
  {"Kinds/Date/relative-days.tsv", file_15, sizeof file_15},
  {"Kinds/Date/season-adjectives.tsv", file_16, sizeof file_16},
  {"Kinds/Date/seasons.tsv", file_17, sizeof file_17},
  {"Kinds/Date/weekdays.tsv", file_18, sizeof file_18},
  {"Kinds/Duration/adjective-stems.tsv", file_19, sizeof file_19},
  {"Kinds/Duration/duration-adjectives.tsv", file_20, sizeof file_20},
  {"Kinds/Duration/duration-units.tsv", file_21, sizeof file_21},
  {"Kinds/Duration/duration.rules", file_22, sizeof file_22},
  {"Kinds/Duration/whole-durations.tsv", file_23, sizeof file_23},
  {"Kinds/Money/currencies.tsv", file_24, sizeof file_24},
  {"Kinds/Money/currency-codes.tsv", file_25, sizeof file_25},
  {"Kinds/Money/currency-stems.tsv", file_26, sizeof file_26},
  {"Kinds/Money/money.rules", file_27, sizeof file_27},
  {"Kinds/Number/bound-links.tsv", file_28, sizeof file_28},
  {"Kinds/Number/bounds.tsv", file_29, sizeof file_29},
  {"Kinds/Number/cardinal-endings.tsv", file_30, sizeof file_30},
  {"Kinds/Number/change-words.tsv", file_31, sizeof file_31},
  {"Kinds/Number/combining-numerals.tsv", file_32, sizeof file_32},
  {"Kinds/Number/labels.tsv", file_33, sizeof file_33},
  {"Kinds/Number/multiplicatives.tsv", file_34, sizeof file_34},
  {"Kinds/Number/number.rules", file_35, sizeof file_35},
  {"Kinds/Number/numeral-pairs.tsv", file_36, sizeof file_36},
  {"Kinds/Number/numerals.tsv", file_37, sizeof file_37},
  {"Kinds/Number/ordinals.tsv", file_38, sizeof file_38},
  {"Kinds/Ordinal/ordinal-endings.tsv", file_39, sizeof file_39},
  {"Kinds/Ordinal/ordinal-scales.tsv", file_40, sizeof file_40},
  {"Kinds/Ordinal/ordinal.rules", file_41, sizeof file_41},
  {"Kinds/Percent/part-ordinals.tsv", file_42, sizeof file_42},
  {"Kinds/Percent/percent-stems.tsv", file_43, sizeof file_43},
  {"Kinds/Percent/percent.rules", file_44, sizeof file_44},
  {"Kinds/Percent/percents.tsv", file_45, sizeof file_45},
  {"Kinds/Percent/shares.tsv", file_46, sizeof file_46},
  {"Kinds/Quantity/counted-abbreviations.tsv", file_47, sizeof file_47},
  {"Kinds/Quantity/half-units.tsv", file_48, sizeof file_48},
  {"Kinds/Quantity/quantity.rules", file_49, sizeof file_49},
  {"Kinds/Quantity/rate-periods.tsv", file_50, sizeof file_50},
  {"Kinds/Quantity/rates.tsv", file_51, sizeof file_51},
  {"Kinds/Quantity/uncounted.tsv", file_52, sizeof file_52},
  {"Kinds/Quantity/unit-stems.tsv", file_53, sizeof file_53},
  {"Kinds/Quantity/units-alone.tsv", file_54, sizeof file_54},
  {"Kinds/Quantity/units.tsv", file_55, sizeof file_55},
  {"Kinds/Time/day-parts.tsv", file_56, sizeof file_56},
  {"Kinds/Time/time.rules", file_57, sizeof file_57},
  {"Kinds/Time/zones.tsv", file_58, sizeof file_58},
};

const svodka_file *svodka_files(void) { return files; }
size_t svodka_files_count(void) { return sizeof files / sizeof files[0]; }
