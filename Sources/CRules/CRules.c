// Written by list-files.sh; do not edit.
#include "CRules.h"

static const uint8_t file_0[] = {
#embed "../Svodka/Facts/Agreement/agreeing-verbs.tsv"
};
static const uint8_t file_1[] = {
#embed "../Svodka/Facts/Agreement/agreement.rules"
};
static const uint8_t file_2[] = {
#embed "../Svodka/Facts/Agreement/buying-verbs.tsv"
};
static const uint8_t file_3[] = {
#embed "../Svodka/Facts/Agreement/contracts.tsv"
};
static const uint8_t file_4[] = {
#embed "../Svodka/Facts/Agreement/investing-verbs.tsv"
};
static const uint8_t file_5[] = {
#embed "../Svodka/Facts/Agreement/lending-verbs.tsv"
};
static const uint8_t file_6[] = {
#embed "../Svodka/Facts/Agreement/loans.tsv"
};
static const uint8_t file_7[] = {
#embed "../Svodka/Facts/Agreement/managing-verbs.tsv"
};
static const uint8_t file_8[] = {
#embed "../Svodka/Facts/Agreement/manners.tsv"
};
static const uint8_t file_9[] = {
#embed "../Svodka/Facts/Agreement/signing-verbs.tsv"
};
static const uint8_t file_10[] = {
#embed "../Svodka/Facts/Agreement/unreal-words.tsv"
};
static const uint8_t file_11[] = {
#embed "../Svodka/Facts/Change/base-words.tsv"
};
static const uint8_t file_12[] = {
#embed "../Svodka/Facts/Change/change-nouns.tsv"
};
static const uint8_t file_13[] = {
#embed "../Svodka/Facts/Change/change-verbs.tsv"
};
static const uint8_t file_14[] = {
#embed "../Svodka/Facts/Change/change.rules"
};
static const uint8_t file_15[] = {
#embed "../Svodka/Facts/Change/comparatives.tsv"
};
static const uint8_t file_16[] = {
#embed "../Svodka/Facts/Change/gain-verbs.tsv"
};
static const uint8_t file_17[] = {
#embed "../Svodka/Facts/Change/multiples.tsv"
};
static const uint8_t file_18[] = {
#embed "../Svodka/Facts/Change/year-on-year.tsv"
};
static const uint8_t file_19[] = {
#embed "../Svodka/Facts/Indicator/adverbials.tsv"
};
static const uint8_t file_20[] = {
#embed "../Svodka/Facts/Indicator/asking-words.tsv"
};
static const uint8_t file_21[] = {
#embed "../Svodka/Facts/Indicator/attributes.tsv"
};
static const uint8_t file_22[] = {
#embed "../Svodka/Facts/Indicator/clause-openers.tsv"
};
static const uint8_t file_23[] = {
#embed "../Svodka/Facts/Indicator/complements.tsv"
};
static const uint8_t file_24[] = {
#embed "../Svodka/Facts/Indicator/event-verbs.tsv"
};
static const uint8_t file_25[] = {
#embed "../Svodka/Facts/Indicator/figure-verbs.tsv"
};
static const uint8_t file_26[] = {
#embed "../Svodka/Facts/Indicator/fired.tsv"
};
static const uint8_t file_27[] = {
#embed "../Svodka/Facts/Indicator/generic-organizations.tsv"
};
static const uint8_t file_28[] = {
#embed "../Svodka/Facts/Indicator/generic-places.tsv"
};
static const uint8_t file_29[] = {
#embed "../Svodka/Facts/Indicator/generic-subjects.tsv"
};
static const uint8_t file_30[] = {
#embed "../Svodka/Facts/Indicator/governors.tsv"
};
static const uint8_t file_31[] = {
#embed "../Svodka/Facts/Indicator/indicator.rules"
};
static const uint8_t file_32[] = {
#embed "../Svodka/Facts/Indicator/level-verbs.tsv"
};
static const uint8_t file_33[] = {
#embed "../Svodka/Facts/Indicator/loose-prepositions.tsv"
};
static const uint8_t file_34[] = {
#embed "../Svodka/Facts/Indicator/marks.tsv"
};
static const uint8_t file_35[] = {
#embed "../Svodka/Facts/Indicator/measure-nouns.tsv"
};
static const uint8_t file_36[] = {
#embed "../Svodka/Facts/Indicator/metrics.tsv"
};
static const uint8_t file_37[] = {
#embed "../Svodka/Facts/Indicator/no-bearers.tsv"
};
static const uint8_t file_38[] = {
#embed "../Svodka/Facts/Indicator/now-words.tsv"
};
static const uint8_t file_39[] = {
#embed "../Svodka/Facts/Indicator/number-forms.tsv"
};
static const uint8_t file_40[] = {
#embed "../Svodka/Facts/Indicator/prices.tsv"
};
static const uint8_t file_41[] = {
#embed "../Svodka/Facts/Indicator/process-nouns.tsv"
};
static const uint8_t file_42[] = {
#embed "../Svodka/Facts/Indicator/size-links.tsv"
};
static const uint8_t file_43[] = {
#embed "../Svodka/Facts/Indicator/sources.tsv"
};
static const uint8_t file_44[] = {
#embed "../Svodka/Facts/Indicator/status-words.tsv"
};
static const uint8_t file_45[] = {
#embed "../Svodka/Facts/Indicator/topic-links.tsv"
};
static const uint8_t file_46[] = {
#embed "../Svodka/Facts/Location/location.rules"
};
static const uint8_t file_47[] = {
#embed "../Svodka/Facts/Location/plants.tsv"
};
static const uint8_t file_48[] = {
#embed "../Svodka/Facts/Location/seated-verbs.tsv"
};
static const uint8_t file_49[] = {
#embed "../Svodka/Facts/Meeting/meeting-verbs.tsv"
};
static const uint8_t file_50[] = {
#embed "../Svodka/Facts/Meeting/meeting.rules"
};
static const uint8_t file_51[] = {
#embed "../Svodka/Facts/Meeting/meetings.tsv"
};
static const uint8_t file_52[] = {
#embed "../Svodka/Facts/Membership/membership.rules"
};
static const uint8_t file_53[] = {
#embed "../Svodka/Facts/Ownership/belonging-verbs.tsv"
};
static const uint8_t file_54[] = {
#embed "../Svodka/Facts/Ownership/owners.tsv"
};
static const uint8_t file_55[] = {
#embed "../Svodka/Facts/Ownership/ownership.rules"
};
static const uint8_t file_56[] = {
#embed "../Svodka/Facts/Ownership/owning-verbs.tsv"
};
static const uint8_t file_57[] = {
#embed "../Svodka/Facts/Ownership/stakes.tsv"
};
static const uint8_t file_58[] = {
#embed "../Svodka/Facts/Ownership/things-of-companies.tsv"
};
static const uint8_t file_59[] = {
#embed "../Svodka/Facts/Party/party.rules"
};
static const uint8_t file_60[] = {
#embed "../Svodka/Facts/Post/post.rules"
};
static const uint8_t file_61[] = {
#embed "../Svodka/Facts/Quote/pronouns.tsv"
};
static const uint8_t file_62[] = {
#embed "../Svodka/Facts/Quote/quote.rules"
};
static const uint8_t file_63[] = {
#embed "../Svodka/Facts/Quote/speech-predicatives.tsv"
};
static const uint8_t file_64[] = {
#embed "../Svodka/Facts/Quote/speech-verbs.tsv"
};
static const uint8_t file_65[] = {
#embed "../Svodka/Facts/Quote/stand-ins.tsv"
};
static const uint8_t file_66[] = {
#embed "../Svodka/Facts/Reference/reference.rules"
};
static const uint8_t file_67[] = {
#embed "../Svodka/Facts/Role/becoming-verbs.tsv"
};
static const uint8_t file_68[] = {
#embed "../Svodka/Facts/Role/bodies.tsv"
};
static const uint8_t file_69[] = {
#embed "../Svodka/Facts/Role/current.tsv"
};
static const uint8_t file_70[] = {
#embed "../Svodka/Facts/Role/former-prefixes.tsv"
};
static const uint8_t file_71[] = {
#embed "../Svodka/Facts/Role/former.tsv"
};
static const uint8_t file_72[] = {
#embed "../Svodka/Facts/Role/generic-organizations.tsv"
};
static const uint8_t file_73[] = {
#embed "../Svodka/Facts/Role/generic-places.tsv"
};
static const uint8_t file_74[] = {
#embed "../Svodka/Facts/Role/heads.tsv"
};
static const uint8_t file_75[] = {
#embed "../Svodka/Facts/Role/holding-verbs.tsv"
};
static const uint8_t file_76[] = {
#embed "../Svodka/Facts/Role/inner-titles.tsv"
};
static const uint8_t file_77[] = {
#embed "../Svodka/Facts/Role/leaving-verbs.tsv"
};
static const uint8_t file_78[] = {
#embed "../Svodka/Facts/Role/no-posts.tsv"
};
static const uint8_t file_79[] = {
#embed "../Svodka/Facts/Role/offices-of-state.tsv"
};
static const uint8_t file_80[] = {
#embed "../Svodka/Facts/Role/offices.tsv"
};
static const uint8_t file_81[] = {
#embed "../Svodka/Facts/Role/owner-titles.tsv"
};
static const uint8_t file_82[] = {
#embed "../Svodka/Facts/Role/place-adjectives.tsv"
};
static const uint8_t file_83[] = {
#embed "../Svodka/Facts/Role/relatives.tsv"
};
static const uint8_t file_84[] = {
#embed "../Svodka/Facts/Role/role.rules"
};
static const uint8_t file_85[] = {
#embed "../Svodka/Facts/Role/shared-titles.tsv"
};
static const uint8_t file_86[] = {
#embed "../Svodka/Facts/Role/sovereigns.tsv"
};
static const uint8_t file_87[] = {
#embed "../Svodka/Facts/Role/topics.tsv"
};
static const uint8_t file_88[] = {
#embed "../Svodka/Kinds/Date/comparisons.tsv"
};
static const uint8_t file_89[] = {
#embed "../Svodka/Kinds/Date/date.rules"
};
static const uint8_t file_90[] = {
#embed "../Svodka/Kinds/Date/decades.tsv"
};
static const uint8_t file_91[] = {
#embed "../Svodka/Kinds/Date/distances.tsv"
};
static const uint8_t file_92[] = {
#embed "../Svodka/Kinds/Date/holidays.tsv"
};
static const uint8_t file_93[] = {
#embed "../Svodka/Kinds/Date/month-adjectives.tsv"
};
static const uint8_t file_94[] = {
#embed "../Svodka/Kinds/Date/month-pairs.tsv"
};
static const uint8_t file_95[] = {
#embed "../Svodka/Kinds/Date/months.tsv"
};
static const uint8_t file_96[] = {
#embed "../Svodka/Kinds/Date/number-endings.tsv"
};
static const uint8_t file_97[] = {
#embed "../Svodka/Kinds/Date/ordinals.tsv"
};
static const uint8_t file_98[] = {
#embed "../Svodka/Kinds/Date/period-parts.tsv"
};
static const uint8_t file_99[] = {
#embed "../Svodka/Kinds/Date/periods.tsv"
};
static const uint8_t file_100[] = {
#embed "../Svodka/Kinds/Date/recurring.tsv"
};
static const uint8_t file_101[] = {
#embed "../Svodka/Kinds/Date/relative-adjectives.tsv"
};
static const uint8_t file_102[] = {
#embed "../Svodka/Kinds/Date/relative-day-adjectives.tsv"
};
static const uint8_t file_103[] = {
#embed "../Svodka/Kinds/Date/relative-days.tsv"
};
static const uint8_t file_104[] = {
#embed "../Svodka/Kinds/Date/season-adjectives.tsv"
};
static const uint8_t file_105[] = {
#embed "../Svodka/Kinds/Date/seasons.tsv"
};
static const uint8_t file_106[] = {
#embed "../Svodka/Kinds/Date/weekday-adjectives.tsv"
};
static const uint8_t file_107[] = {
#embed "../Svodka/Kinds/Date/weekdays.tsv"
};
static const uint8_t file_108[] = {
#embed "../Svodka/Kinds/Date/year-adjectives.tsv"
};
static const uint8_t file_109[] = {
#embed "../Svodka/Kinds/Duration/adjective-stems.tsv"
};
static const uint8_t file_110[] = {
#embed "../Svodka/Kinds/Duration/duration-adjectives.tsv"
};
static const uint8_t file_111[] = {
#embed "../Svodka/Kinds/Duration/duration-units.tsv"
};
static const uint8_t file_112[] = {
#embed "../Svodka/Kinds/Duration/duration.rules"
};
static const uint8_t file_113[] = {
#embed "../Svodka/Kinds/Duration/whole-durations.tsv"
};
static const uint8_t file_114[] = {
#embed "../Svodka/Kinds/Money/currencies.tsv"
};
static const uint8_t file_115[] = {
#embed "../Svodka/Kinds/Money/currency-codes.tsv"
};
static const uint8_t file_116[] = {
#embed "../Svodka/Kinds/Money/currency-homes.tsv"
};
static const uint8_t file_117[] = {
#embed "../Svodka/Kinds/Money/currency-stems.tsv"
};
static const uint8_t file_118[] = {
#embed "../Svodka/Kinds/Money/money.rules"
};
static const uint8_t file_119[] = {
#embed "../Svodka/Kinds/Number/bound-links.tsv"
};
static const uint8_t file_120[] = {
#embed "../Svodka/Kinds/Number/bounds.tsv"
};
static const uint8_t file_121[] = {
#embed "../Svodka/Kinds/Number/cardinal-endings.tsv"
};
static const uint8_t file_122[] = {
#embed "../Svodka/Kinds/Number/change-words.tsv"
};
static const uint8_t file_123[] = {
#embed "../Svodka/Kinds/Number/combining-numerals.tsv"
};
static const uint8_t file_124[] = {
#embed "../Svodka/Kinds/Number/labels.tsv"
};
static const uint8_t file_125[] = {
#embed "../Svodka/Kinds/Number/multiplicatives.tsv"
};
static const uint8_t file_126[] = {
#embed "../Svodka/Kinds/Number/number.rules"
};
static const uint8_t file_127[] = {
#embed "../Svodka/Kinds/Number/numeral-pairs.tsv"
};
static const uint8_t file_128[] = {
#embed "../Svodka/Kinds/Number/numerals.tsv"
};
static const uint8_t file_129[] = {
#embed "../Svodka/Kinds/Number/ordinals.tsv"
};
static const uint8_t file_130[] = {
#embed "../Svodka/Kinds/Number/times.tsv"
};
static const uint8_t file_131[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal-endings.tsv"
};
static const uint8_t file_132[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal-scales.tsv"
};
static const uint8_t file_133[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal.rules"
};
static const uint8_t file_134[] = {
#embed "../Svodka/Kinds/Organization/chain-prepositions.tsv"
};
static const uint8_t file_135[] = {
#embed "../Svodka/Kinds/Organization/known-organizations.tsv"
};
static const uint8_t file_136[] = {
#embed "../Svodka/Kinds/Organization/latin-legal-forms.tsv"
};
static const uint8_t file_137[] = {
#embed "../Svodka/Kinds/Organization/legal-forms.tsv"
};
static const uint8_t file_138[] = {
#embed "../Svodka/Kinds/Organization/organization-acts.tsv"
};
static const uint8_t file_139[] = {
#embed "../Svodka/Kinds/Organization/organization-affixes.tsv"
};
static const uint8_t file_140[] = {
#embed "../Svodka/Kinds/Organization/organization-heads.tsv"
};
static const uint8_t file_141[] = {
#embed "../Svodka/Kinds/Organization/organization.rules"
};
static const uint8_t file_142[] = {
#embed "../Svodka/Kinds/Organization/other-abbreviations.tsv"
};
static const uint8_t file_143[] = {
#embed "../Svodka/Kinds/Organization/other-quoted.tsv"
};
static const uint8_t file_144[] = {
#embed "../Svodka/Kinds/Organization/owned-nouns.tsv"
};
static const uint8_t file_145[] = {
#embed "../Svodka/Kinds/Percent/part-ordinals.tsv"
};
static const uint8_t file_146[] = {
#embed "../Svodka/Kinds/Percent/percent-stems.tsv"
};
static const uint8_t file_147[] = {
#embed "../Svodka/Kinds/Percent/percent.rules"
};
static const uint8_t file_148[] = {
#embed "../Svodka/Kinds/Percent/percents.tsv"
};
static const uint8_t file_149[] = {
#embed "../Svodka/Kinds/Percent/shares.tsv"
};
static const uint8_t file_150[] = {
#embed "../Svodka/Kinds/Person/family-first.tsv"
};
static const uint8_t file_151[] = {
#embed "../Svodka/Kinds/Person/given-names.tsv"
};
static const uint8_t file_152[] = {
#embed "../Svodka/Kinds/Person/honorifics.tsv"
};
static const uint8_t file_153[] = {
#embed "../Svodka/Kinds/Person/latin-given-names.tsv"
};
static const uint8_t file_154[] = {
#embed "../Svodka/Kinds/Person/name-endings.tsv"
};
static const uint8_t file_155[] = {
#embed "../Svodka/Kinds/Person/not-people.tsv"
};
static const uint8_t file_156[] = {
#embed "../Svodka/Kinds/Person/particles.tsv"
};
static const uint8_t file_157[] = {
#embed "../Svodka/Kinds/Person/person.rules"
};
static const uint8_t file_158[] = {
#embed "../Svodka/Kinds/Person/preposition-cases.tsv"
};
static const uint8_t file_159[] = {
#embed "../Svodka/Kinds/Person/speech-verbs.tsv"
};
static const uint8_t file_160[] = {
#embed "../Svodka/Kinds/Place/countries.tsv"
};
static const uint8_t file_161[] = {
#embed "../Svodka/Kinds/Place/place-classes.tsv"
};
static const uint8_t file_162[] = {
#embed "../Svodka/Kinds/Place/place.rules"
};
static const uint8_t file_163[] = {
#embed "../Svodka/Kinds/Place/regions.tsv"
};
static const uint8_t file_164[] = {
#embed "../Svodka/Kinds/Place/settlements.tsv"
};
static const uint8_t file_165[] = {
#embed "../Svodka/Kinds/Position/complements.tsv"
};
static const uint8_t file_166[] = {
#embed "../Svodka/Kinds/Position/modifiers.tsv"
};
static const uint8_t file_167[] = {
#embed "../Svodka/Kinds/Position/position.rules"
};
static const uint8_t file_168[] = {
#embed "../Svodka/Kinds/Position/positions.tsv"
};
static const uint8_t file_169[] = {
#embed "../Svodka/Kinds/Quantity/counted-abbreviations.tsv"
};
static const uint8_t file_170[] = {
#embed "../Svodka/Kinds/Quantity/half-units.tsv"
};
static const uint8_t file_171[] = {
#embed "../Svodka/Kinds/Quantity/quantity.rules"
};
static const uint8_t file_172[] = {
#embed "../Svodka/Kinds/Quantity/rate-periods.tsv"
};
static const uint8_t file_173[] = {
#embed "../Svodka/Kinds/Quantity/rates.tsv"
};
static const uint8_t file_174[] = {
#embed "../Svodka/Kinds/Quantity/uncounted.tsv"
};
static const uint8_t file_175[] = {
#embed "../Svodka/Kinds/Quantity/unit-stems.tsv"
};
static const uint8_t file_176[] = {
#embed "../Svodka/Kinds/Quantity/units-alone.tsv"
};
static const uint8_t file_177[] = {
#embed "../Svodka/Kinds/Quantity/units.tsv"
};
static const uint8_t file_178[] = {
#embed "../Svodka/Kinds/Time/day-parts.tsv"
};
static const uint8_t file_179[] = {
#embed "../Svodka/Kinds/Time/time.rules"
};
static const uint8_t file_180[] = {
#embed "../Svodka/Kinds/Time/zones.tsv"
};

static const svodka_file files[] = {
  {"Facts/Agreement/agreeing-verbs.tsv", file_0, sizeof file_0},
  {"Facts/Agreement/agreement.rules", file_1, sizeof file_1},
  {"Facts/Agreement/buying-verbs.tsv", file_2, sizeof file_2},
  {"Facts/Agreement/contracts.tsv", file_3, sizeof file_3},
  {"Facts/Agreement/investing-verbs.tsv", file_4, sizeof file_4},
  {"Facts/Agreement/lending-verbs.tsv", file_5, sizeof file_5},
  {"Facts/Agreement/loans.tsv", file_6, sizeof file_6},
  {"Facts/Agreement/managing-verbs.tsv", file_7, sizeof file_7},
  {"Facts/Agreement/manners.tsv", file_8, sizeof file_8},
  {"Facts/Agreement/signing-verbs.tsv", file_9, sizeof file_9},
  {"Facts/Agreement/unreal-words.tsv", file_10, sizeof file_10},
  {"Facts/Change/base-words.tsv", file_11, sizeof file_11},
  {"Facts/Change/change-nouns.tsv", file_12, sizeof file_12},
  {"Facts/Change/change-verbs.tsv", file_13, sizeof file_13},
  {"Facts/Change/change.rules", file_14, sizeof file_14},
  {"Facts/Change/comparatives.tsv", file_15, sizeof file_15},
  {"Facts/Change/gain-verbs.tsv", file_16, sizeof file_16},
  {"Facts/Change/multiples.tsv", file_17, sizeof file_17},
  {"Facts/Change/year-on-year.tsv", file_18, sizeof file_18},
  {"Facts/Indicator/adverbials.tsv", file_19, sizeof file_19},
  {"Facts/Indicator/asking-words.tsv", file_20, sizeof file_20},
  {"Facts/Indicator/attributes.tsv", file_21, sizeof file_21},
  {"Facts/Indicator/clause-openers.tsv", file_22, sizeof file_22},
  {"Facts/Indicator/complements.tsv", file_23, sizeof file_23},
  {"Facts/Indicator/event-verbs.tsv", file_24, sizeof file_24},
  {"Facts/Indicator/figure-verbs.tsv", file_25, sizeof file_25},
  {"Facts/Indicator/fired.tsv", file_26, sizeof file_26},
  {"Facts/Indicator/generic-organizations.tsv", file_27, sizeof file_27},
  {"Facts/Indicator/generic-places.tsv", file_28, sizeof file_28},
  {"Facts/Indicator/generic-subjects.tsv", file_29, sizeof file_29},
  {"Facts/Indicator/governors.tsv", file_30, sizeof file_30},
  {"Facts/Indicator/indicator.rules", file_31, sizeof file_31},
  {"Facts/Indicator/level-verbs.tsv", file_32, sizeof file_32},
  {"Facts/Indicator/loose-prepositions.tsv", file_33, sizeof file_33},
  {"Facts/Indicator/marks.tsv", file_34, sizeof file_34},
  {"Facts/Indicator/measure-nouns.tsv", file_35, sizeof file_35},
  {"Facts/Indicator/metrics.tsv", file_36, sizeof file_36},
  {"Facts/Indicator/no-bearers.tsv", file_37, sizeof file_37},
  {"Facts/Indicator/now-words.tsv", file_38, sizeof file_38},
  {"Facts/Indicator/number-forms.tsv", file_39, sizeof file_39},
  {"Facts/Indicator/prices.tsv", file_40, sizeof file_40},
  {"Facts/Indicator/process-nouns.tsv", file_41, sizeof file_41},
  {"Facts/Indicator/size-links.tsv", file_42, sizeof file_42},
  {"Facts/Indicator/sources.tsv", file_43, sizeof file_43},
  {"Facts/Indicator/status-words.tsv", file_44, sizeof file_44},
  {"Facts/Indicator/topic-links.tsv", file_45, sizeof file_45},
  {"Facts/Location/location.rules", file_46, sizeof file_46},
  {"Facts/Location/plants.tsv", file_47, sizeof file_47},
  {"Facts/Location/seated-verbs.tsv", file_48, sizeof file_48},
  {"Facts/Meeting/meeting-verbs.tsv", file_49, sizeof file_49},
  {"Facts/Meeting/meeting.rules", file_50, sizeof file_50},
  {"Facts/Meeting/meetings.tsv", file_51, sizeof file_51},
  {"Facts/Membership/membership.rules", file_52, sizeof file_52},
  {"Facts/Ownership/belonging-verbs.tsv", file_53, sizeof file_53},
  {"Facts/Ownership/owners.tsv", file_54, sizeof file_54},
  {"Facts/Ownership/ownership.rules", file_55, sizeof file_55},
  {"Facts/Ownership/owning-verbs.tsv", file_56, sizeof file_56},
  {"Facts/Ownership/stakes.tsv", file_57, sizeof file_57},
  {"Facts/Ownership/things-of-companies.tsv", file_58, sizeof file_58},
  {"Facts/Party/party.rules", file_59, sizeof file_59},
  {"Facts/Post/post.rules", file_60, sizeof file_60},
  {"Facts/Quote/pronouns.tsv", file_61, sizeof file_61},
  {"Facts/Quote/quote.rules", file_62, sizeof file_62},
  {"Facts/Quote/speech-predicatives.tsv", file_63, sizeof file_63},
  {"Facts/Quote/speech-verbs.tsv", file_64, sizeof file_64},
  {"Facts/Quote/stand-ins.tsv", file_65, sizeof file_65},
  {"Facts/Reference/reference.rules", file_66, sizeof file_66},
  {"Facts/Role/becoming-verbs.tsv", file_67, sizeof file_67},
  {"Facts/Role/bodies.tsv", file_68, sizeof file_68},
  {"Facts/Role/current.tsv", file_69, sizeof file_69},
  {"Facts/Role/former-prefixes.tsv", file_70, sizeof file_70},
  {"Facts/Role/former.tsv", file_71, sizeof file_71},
  {"Facts/Role/generic-organizations.tsv", file_72, sizeof file_72},
  {"Facts/Role/generic-places.tsv", file_73, sizeof file_73},
  {"Facts/Role/heads.tsv", file_74, sizeof file_74},
  {"Facts/Role/holding-verbs.tsv", file_75, sizeof file_75},
  {"Facts/Role/inner-titles.tsv", file_76, sizeof file_76},
  {"Facts/Role/leaving-verbs.tsv", file_77, sizeof file_77},
  {"Facts/Role/no-posts.tsv", file_78, sizeof file_78},
  {"Facts/Role/offices-of-state.tsv", file_79, sizeof file_79},
  {"Facts/Role/offices.tsv", file_80, sizeof file_80},
  {"Facts/Role/owner-titles.tsv", file_81, sizeof file_81},
  {"Facts/Role/place-adjectives.tsv", file_82, sizeof file_82},
  {"Facts/Role/relatives.tsv", file_83, sizeof file_83},
  {"Facts/Role/role.rules", file_84, sizeof file_84},
  {"Facts/Role/shared-titles.tsv", file_85, sizeof file_85},
  {"Facts/Role/sovereigns.tsv", file_86, sizeof file_86},
  {"Facts/Role/topics.tsv", file_87, sizeof file_87},
  {"Kinds/Date/comparisons.tsv", file_88, sizeof file_88},
  {"Kinds/Date/date.rules", file_89, sizeof file_89},
  {"Kinds/Date/decades.tsv", file_90, sizeof file_90},
  {"Kinds/Date/distances.tsv", file_91, sizeof file_91},
  {"Kinds/Date/holidays.tsv", file_92, sizeof file_92},
  {"Kinds/Date/month-adjectives.tsv", file_93, sizeof file_93},
  {"Kinds/Date/month-pairs.tsv", file_94, sizeof file_94},
  {"Kinds/Date/months.tsv", file_95, sizeof file_95},
  {"Kinds/Date/number-endings.tsv", file_96, sizeof file_96},
  {"Kinds/Date/ordinals.tsv", file_97, sizeof file_97},
  {"Kinds/Date/period-parts.tsv", file_98, sizeof file_98},
  {"Kinds/Date/periods.tsv", file_99, sizeof file_99},
  {"Kinds/Date/recurring.tsv", file_100, sizeof file_100},
  {"Kinds/Date/relative-adjectives.tsv", file_101, sizeof file_101},
  {"Kinds/Date/relative-day-adjectives.tsv", file_102, sizeof file_102},
  {"Kinds/Date/relative-days.tsv", file_103, sizeof file_103},
  {"Kinds/Date/season-adjectives.tsv", file_104, sizeof file_104},
  {"Kinds/Date/seasons.tsv", file_105, sizeof file_105},
  {"Kinds/Date/weekday-adjectives.tsv", file_106, sizeof file_106},
  {"Kinds/Date/weekdays.tsv", file_107, sizeof file_107},
  {"Kinds/Date/year-adjectives.tsv", file_108, sizeof file_108},
  {"Kinds/Duration/adjective-stems.tsv", file_109, sizeof file_109},
  {"Kinds/Duration/duration-adjectives.tsv", file_110, sizeof file_110},
  {"Kinds/Duration/duration-units.tsv", file_111, sizeof file_111},
  {"Kinds/Duration/duration.rules", file_112, sizeof file_112},
  {"Kinds/Duration/whole-durations.tsv", file_113, sizeof file_113},
  {"Kinds/Money/currencies.tsv", file_114, sizeof file_114},
  {"Kinds/Money/currency-codes.tsv", file_115, sizeof file_115},
  {"Kinds/Money/currency-homes.tsv", file_116, sizeof file_116},
  {"Kinds/Money/currency-stems.tsv", file_117, sizeof file_117},
  {"Kinds/Money/money.rules", file_118, sizeof file_118},
  {"Kinds/Number/bound-links.tsv", file_119, sizeof file_119},
  {"Kinds/Number/bounds.tsv", file_120, sizeof file_120},
  {"Kinds/Number/cardinal-endings.tsv", file_121, sizeof file_121},
  {"Kinds/Number/change-words.tsv", file_122, sizeof file_122},
  {"Kinds/Number/combining-numerals.tsv", file_123, sizeof file_123},
  {"Kinds/Number/labels.tsv", file_124, sizeof file_124},
  {"Kinds/Number/multiplicatives.tsv", file_125, sizeof file_125},
  {"Kinds/Number/number.rules", file_126, sizeof file_126},
  {"Kinds/Number/numeral-pairs.tsv", file_127, sizeof file_127},
  {"Kinds/Number/numerals.tsv", file_128, sizeof file_128},
  {"Kinds/Number/ordinals.tsv", file_129, sizeof file_129},
  {"Kinds/Number/times.tsv", file_130, sizeof file_130},
  {"Kinds/Ordinal/ordinal-endings.tsv", file_131, sizeof file_131},
  {"Kinds/Ordinal/ordinal-scales.tsv", file_132, sizeof file_132},
  {"Kinds/Ordinal/ordinal.rules", file_133, sizeof file_133},
  {"Kinds/Organization/chain-prepositions.tsv", file_134, sizeof file_134},
  {"Kinds/Organization/known-organizations.tsv", file_135, sizeof file_135},
  {"Kinds/Organization/latin-legal-forms.tsv", file_136, sizeof file_136},
  {"Kinds/Organization/legal-forms.tsv", file_137, sizeof file_137},
  {"Kinds/Organization/organization-acts.tsv", file_138, sizeof file_138},
  {"Kinds/Organization/organization-affixes.tsv", file_139, sizeof file_139},
  {"Kinds/Organization/organization-heads.tsv", file_140, sizeof file_140},
  {"Kinds/Organization/organization.rules", file_141, sizeof file_141},
  {"Kinds/Organization/other-abbreviations.tsv", file_142, sizeof file_142},
  {"Kinds/Organization/other-quoted.tsv", file_143, sizeof file_143},
  {"Kinds/Organization/owned-nouns.tsv", file_144, sizeof file_144},
  {"Kinds/Percent/part-ordinals.tsv", file_145, sizeof file_145},
  {"Kinds/Percent/percent-stems.tsv", file_146, sizeof file_146},
  {"Kinds/Percent/percent.rules", file_147, sizeof file_147},
  {"Kinds/Percent/percents.tsv", file_148, sizeof file_148},
  {"Kinds/Percent/shares.tsv", file_149, sizeof file_149},
  {"Kinds/Person/family-first.tsv", file_150, sizeof file_150},
  {"Kinds/Person/given-names.tsv", file_151, sizeof file_151},
  {"Kinds/Person/honorifics.tsv", file_152, sizeof file_152},
  {"Kinds/Person/latin-given-names.tsv", file_153, sizeof file_153},
  {"Kinds/Person/name-endings.tsv", file_154, sizeof file_154},
  {"Kinds/Person/not-people.tsv", file_155, sizeof file_155},
  {"Kinds/Person/particles.tsv", file_156, sizeof file_156},
  {"Kinds/Person/person.rules", file_157, sizeof file_157},
  {"Kinds/Person/preposition-cases.tsv", file_158, sizeof file_158},
  {"Kinds/Person/speech-verbs.tsv", file_159, sizeof file_159},
  {"Kinds/Place/countries.tsv", file_160, sizeof file_160},
  {"Kinds/Place/place-classes.tsv", file_161, sizeof file_161},
  {"Kinds/Place/place.rules", file_162, sizeof file_162},
  {"Kinds/Place/regions.tsv", file_163, sizeof file_163},
  {"Kinds/Place/settlements.tsv", file_164, sizeof file_164},
  {"Kinds/Position/complements.tsv", file_165, sizeof file_165},
  {"Kinds/Position/modifiers.tsv", file_166, sizeof file_166},
  {"Kinds/Position/position.rules", file_167, sizeof file_167},
  {"Kinds/Position/positions.tsv", file_168, sizeof file_168},
  {"Kinds/Quantity/counted-abbreviations.tsv", file_169, sizeof file_169},
  {"Kinds/Quantity/half-units.tsv", file_170, sizeof file_170},
  {"Kinds/Quantity/quantity.rules", file_171, sizeof file_171},
  {"Kinds/Quantity/rate-periods.tsv", file_172, sizeof file_172},
  {"Kinds/Quantity/rates.tsv", file_173, sizeof file_173},
  {"Kinds/Quantity/uncounted.tsv", file_174, sizeof file_174},
  {"Kinds/Quantity/unit-stems.tsv", file_175, sizeof file_175},
  {"Kinds/Quantity/units-alone.tsv", file_176, sizeof file_176},
  {"Kinds/Quantity/units.tsv", file_177, sizeof file_177},
  {"Kinds/Time/day-parts.tsv", file_178, sizeof file_178},
  {"Kinds/Time/time.rules", file_179, sizeof file_179},
  {"Kinds/Time/zones.tsv", file_180, sizeof file_180},
};

const svodka_file *svodka_files(void) { return files; }
size_t svodka_files_count(void) { return sizeof files / sizeof files[0]; }
