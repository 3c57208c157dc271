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
#embed "../Svodka/Kinds/Organization/chain-prepositions.tsv"
};
static const uint8_t file_17[] = {
#embed "../Svodka/Kinds/Organization/known-organizations.tsv"
};
static const uint8_t file_18[] = {
#embed "../Svodka/Kinds/Organization/latin-legal-forms.tsv"
};
static const uint8_t file_19[] = {
#embed "../Svodka/Kinds/Organization/legal-forms.tsv"
};
static const uint8_t file_20[] = {
#embed "../Svodka/Kinds/Organization/organization-affixes.tsv"
};
static const uint8_t file_21[] = {
#embed "../Svodka/Kinds/Organization/organization-heads.tsv"
};
static const uint8_t file_22[] = {
#embed "../Svodka/Kinds/Organization/organization.rules"
};
static const uint8_t file_23[] = {
#embed "../Svodka/Kinds/Organization/other-abbreviations.tsv"
};
static const uint8_t file_24[] = {
#embed "../Svodka/Kinds/Organization/other-quoted.tsv"
};
static const uint8_t file_25[] = {
#embed "../Svodka/Kinds/Person/family-first.tsv"
};
static const uint8_t file_26[] = {
#embed "../Svodka/Kinds/Person/given-names.tsv"
};
static const uint8_t file_27[] = {
#embed "../Svodka/Kinds/Person/honorifics.tsv"
};
static const uint8_t file_28[] = {
#embed "../Svodka/Kinds/Person/latin-given-names.tsv"
};
static const uint8_t file_29[] = {
#embed "../Svodka/Kinds/Person/name-endings.tsv"
};
static const uint8_t file_30[] = {
#embed "../Svodka/Kinds/Person/not-people.tsv"
};
static const uint8_t file_31[] = {
#embed "../Svodka/Kinds/Person/particles.tsv"
};
static const uint8_t file_32[] = {
#embed "../Svodka/Kinds/Person/person.rules"
};
static const uint8_t file_33[] = {
#embed "../Svodka/Kinds/Person/preposition-cases.tsv"
};
static const uint8_t file_34[] = {
#embed "../Svodka/Kinds/Person/speech-verbs.tsv"
};
static const uint8_t file_35[] = {
#embed "../Svodka/Kinds/Place/countries.tsv"
};
static const uint8_t file_36[] = {
#embed "../Svodka/Kinds/Place/place-classes.tsv"
};
static const uint8_t file_37[] = {
#embed "../Svodka/Kinds/Place/place.rules"
};
static const uint8_t file_38[] = {
#embed "../Svodka/Kinds/Place/regions.tsv"
};
static const uint8_t file_39[] = {
#embed "../Svodka/Kinds/Place/settlements.tsv"
};
static const uint8_t file_40[] = {
#embed "../Svodka/Kinds/Position/complements.tsv"
};
static const uint8_t file_41[] = {
#embed "../Svodka/Kinds/Position/modifiers.tsv"
};
static const uint8_t file_42[] = {
#embed "../Svodka/Kinds/Position/position.rules"
};
static const uint8_t file_43[] = {
#embed "../Svodka/Kinds/Position/positions.tsv"
};
static const uint8_t file_44[] = {
#embed "../Svodka/Kinds/Quantity/counted-abbreviations.tsv"
};
static const uint8_t file_45[] = {
#embed "../Svodka/Kinds/Quantity/rates.tsv"
};
static const uint8_t file_46[] = {
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
  {"Kinds/Organization/chain-prepositions.tsv", file_16, sizeof file_16},
  {"Kinds/Organization/known-organizations.tsv", file_17, sizeof file_17},
  {"Kinds/Organization/latin-legal-forms.tsv", file_18, sizeof file_18},
  {"Kinds/Organization/legal-forms.tsv", file_19, sizeof file_19},
  {"Kinds/Organization/organization-affixes.tsv", file_20, sizeof file_20},
  {"Kinds/Organization/organization-heads.tsv", file_21, sizeof file_21},
  {"Kinds/Organization/organization.rules", file_22, sizeof file_22},
  {"Kinds/Organization/other-abbreviations.tsv", file_23, sizeof file_23},
  {"Kinds/Organization/other-quoted.tsv", file_24, sizeof file_24},
  {"Kinds/Person/family-first.tsv", file_25, sizeof file_25},
  {"Kinds/Person/given-names.tsv", file_26, sizeof file_26},
  {"Kinds/Person/honorifics.tsv", file_27, sizeof file_27},
  {"Kinds/Person/latin-given-names.tsv", file_28, sizeof file_28},
  {"Kinds/Person/name-endings.tsv", file_29, sizeof file_29},
  {"Kinds/Person/not-people.tsv", file_30, sizeof file_30},
  {"Kinds/Person/particles.tsv", file_31, sizeof file_31},
  {"Kinds/Person/person.rules", file_32, sizeof file_32},
  {"Kinds/Person/preposition-cases.tsv", file_33, sizeof file_33},
  {"Kinds/Person/speech-verbs.tsv", file_34, sizeof file_34},
  {"Kinds/Place/countries.tsv", file_35, sizeof file_35},
  {"Kinds/Place/place-classes.tsv", file_36, sizeof file_36},
  {"Kinds/Place/place.rules", file_37, sizeof file_37},
  {"Kinds/Place/regions.tsv", file_38, sizeof file_38},
  {"Kinds/Place/settlements.tsv", file_39, sizeof file_39},
  {"Kinds/Position/complements.tsv", file_40, sizeof file_40},
  {"Kinds/Position/modifiers.tsv", file_41, sizeof file_41},
  {"Kinds/Position/position.rules", file_42, sizeof file_42},
  {"Kinds/Position/positions.tsv", file_43, sizeof file_43},
  {"Kinds/Quantity/counted-abbreviations.tsv", file_44, sizeof file_44},
  {"Kinds/Quantity/rates.tsv", file_45, sizeof file_45},
  {"Kinds/Quantity/units.tsv", file_46, sizeof file_46},
};

const svodka_file *svodka_files(void) { return files; }
size_t svodka_files_count(void) { return sizeof files / sizeof files[0]; }
