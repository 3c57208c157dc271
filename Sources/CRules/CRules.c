// Written by list-files.sh; do not edit.
#include "CRules.h"

static const uint8_t Facts_Age_age_rules[] = {
#embed "../Svodka/Facts/Age/age.rules"
};
static const uint8_t Facts_Agreement_agreeing_verbs_tsv[] = {
#embed "../Svodka/Facts/Agreement/agreeing-verbs.tsv"
};
static const uint8_t Facts_Agreement_agreement_rules[] = {
#embed "../Svodka/Facts/Agreement/agreement.rules"
};
static const uint8_t Facts_Agreement_buying_verbs_tsv[] = {
#embed "../Svodka/Facts/Agreement/buying-verbs.tsv"
};
static const uint8_t Facts_Agreement_contracts_tsv[] = {
#embed "../Svodka/Facts/Agreement/contracts.tsv"
};
static const uint8_t Facts_Agreement_goods_tsv[] = {
#embed "../Svodka/Facts/Agreement/goods.tsv"
};
static const uint8_t Facts_Agreement_investing_verbs_tsv[] = {
#embed "../Svodka/Facts/Agreement/investing-verbs.tsv"
};
static const uint8_t Facts_Agreement_loans_tsv[] = {
#embed "../Svodka/Facts/Agreement/loans.tsv"
};
static const uint8_t Facts_Agreement_managing_verbs_tsv[] = {
#embed "../Svodka/Facts/Agreement/managing-verbs.tsv"
};
static const uint8_t Facts_Agreement_manners_tsv[] = {
#embed "../Svodka/Facts/Agreement/manners.tsv"
};
static const uint8_t Facts_Agreement_signing_verbs_tsv[] = {
#embed "../Svodka/Facts/Agreement/signing-verbs.tsv"
};
static const uint8_t Facts_Agreement_unreal_words_tsv[] = {
#embed "../Svodka/Facts/Agreement/unreal-words.tsv"
};
static const uint8_t Facts_Change_base_words_tsv[] = {
#embed "../Svodka/Facts/Change/base-words.tsv"
};
static const uint8_t Facts_Change_change_nouns_tsv[] = {
#embed "../Svodka/Facts/Change/change-nouns.tsv"
};
static const uint8_t Facts_Change_change_verbs_tsv[] = {
#embed "../Svodka/Facts/Change/change-verbs.tsv"
};
static const uint8_t Facts_Change_change_rules[] = {
#embed "../Svodka/Facts/Change/change.rules"
};
static const uint8_t Facts_Change_comparatives_tsv[] = {
#embed "../Svodka/Facts/Change/comparatives.tsv"
};
static const uint8_t Facts_Change_gain_verbs_tsv[] = {
#embed "../Svodka/Facts/Change/gain-verbs.tsv"
};
static const uint8_t Facts_Change_multiples_tsv[] = {
#embed "../Svodka/Facts/Change/multiples.tsv"
};
static const uint8_t Facts_Change_year_on_year_tsv[] = {
#embed "../Svodka/Facts/Change/year-on-year.tsv"
};
static const uint8_t Facts_Event_denying_verbs_tsv[] = {
#embed "../Svodka/Facts/Event/denying-verbs.tsv"
};
static const uint8_t Facts_Event_doubtful_words_tsv[] = {
#embed "../Svodka/Facts/Event/doubtful-words.tsv"
};
static const uint8_t Facts_Event_event_rules[] = {
#embed "../Svodka/Facts/Event/event.rules"
};
static const uint8_t Facts_Event_intending_words_tsv[] = {
#embed "../Svodka/Facts/Event/intending-words.tsv"
};
static const uint8_t Facts_Event_person_pronouns_tsv[] = {
#embed "../Svodka/Facts/Event/person-pronouns.tsv"
};
static const uint8_t Facts_Event_person_words_tsv[] = {
#embed "../Svodka/Facts/Event/person-words.tsv"
};
static const uint8_t Facts_Founding_founding_rules[] = {
#embed "../Svodka/Facts/Founding/founding.rules"
};
static const uint8_t Facts_Indicator_adverbials_tsv[] = {
#embed "../Svodka/Facts/Indicator/adverbials.tsv"
};
static const uint8_t Facts_Indicator_asking_words_tsv[] = {
#embed "../Svodka/Facts/Indicator/asking-words.tsv"
};
static const uint8_t Facts_Indicator_attributes_tsv[] = {
#embed "../Svodka/Facts/Indicator/attributes.tsv"
};
static const uint8_t Facts_Indicator_bearing_verbs_tsv[] = {
#embed "../Svodka/Facts/Indicator/bearing-verbs.tsv"
};
static const uint8_t Facts_Indicator_claims_tsv[] = {
#embed "../Svodka/Facts/Indicator/claims.tsv"
};
static const uint8_t Facts_Indicator_clause_openers_tsv[] = {
#embed "../Svodka/Facts/Indicator/clause-openers.tsv"
};
static const uint8_t Facts_Indicator_complements_tsv[] = {
#embed "../Svodka/Facts/Indicator/complements.tsv"
};
static const uint8_t Facts_Indicator_event_verbs_tsv[] = {
#embed "../Svodka/Facts/Indicator/event-verbs.tsv"
};
static const uint8_t Facts_Indicator_figure_verbs_tsv[] = {
#embed "../Svodka/Facts/Indicator/figure-verbs.tsv"
};
static const uint8_t Facts_Indicator_fired_tsv[] = {
#embed "../Svodka/Facts/Indicator/fired.tsv"
};
static const uint8_t Facts_Indicator_fuller_prepositions_tsv[] = {
#embed "../Svodka/Facts/Indicator/fuller-prepositions.tsv"
};
static const uint8_t Facts_Indicator_generic_organizations_tsv[] = {
#embed "../Svodka/Facts/Indicator/generic-organizations.tsv"
};
static const uint8_t Facts_Indicator_generic_places_tsv[] = {
#embed "../Svodka/Facts/Indicator/generic-places.tsv"
};
static const uint8_t Facts_Indicator_generic_subjects_tsv[] = {
#embed "../Svodka/Facts/Indicator/generic-subjects.tsv"
};
static const uint8_t Facts_Indicator_governors_tsv[] = {
#embed "../Svodka/Facts/Indicator/governors.tsv"
};
static const uint8_t Facts_Indicator_indicator_rules[] = {
#embed "../Svodka/Facts/Indicator/indicator.rules"
};
static const uint8_t Facts_Indicator_level_verbs_tsv[] = {
#embed "../Svodka/Facts/Indicator/level-verbs.tsv"
};
static const uint8_t Facts_Indicator_loose_prepositions_tsv[] = {
#embed "../Svodka/Facts/Indicator/loose-prepositions.tsv"
};
static const uint8_t Facts_Indicator_marks_tsv[] = {
#embed "../Svodka/Facts/Indicator/marks.tsv"
};
static const uint8_t Facts_Indicator_measure_nouns_tsv[] = {
#embed "../Svodka/Facts/Indicator/measure-nouns.tsv"
};
static const uint8_t Facts_Indicator_metrics_tsv[] = {
#embed "../Svodka/Facts/Indicator/metrics.tsv"
};
static const uint8_t Facts_Indicator_no_bearers_tsv[] = {
#embed "../Svodka/Facts/Indicator/no-bearers.tsv"
};
static const uint8_t Facts_Indicator_now_words_tsv[] = {
#embed "../Svodka/Facts/Indicator/now-words.tsv"
};
static const uint8_t Facts_Indicator_number_forms_tsv[] = {
#embed "../Svodka/Facts/Indicator/number-forms.tsv"
};
static const uint8_t Facts_Indicator_other_owners_tsv[] = {
#embed "../Svodka/Facts/Indicator/other-owners.tsv"
};
static const uint8_t Facts_Indicator_owned_metrics_tsv[] = {
#embed "../Svodka/Facts/Indicator/owned-metrics.tsv"
};
static const uint8_t Facts_Indicator_ownerless_nouns_tsv[] = {
#embed "../Svodka/Facts/Indicator/ownerless-nouns.tsv"
};
static const uint8_t Facts_Indicator_part_openers_tsv[] = {
#embed "../Svodka/Facts/Indicator/part-openers.tsv"
};
static const uint8_t Facts_Indicator_prices_tsv[] = {
#embed "../Svodka/Facts/Indicator/prices.tsv"
};
static const uint8_t Facts_Indicator_process_nouns_tsv[] = {
#embed "../Svodka/Facts/Indicator/process-nouns.tsv"
};
static const uint8_t Facts_Indicator_ranks_tsv[] = {
#embed "../Svodka/Facts/Indicator/ranks.tsv"
};
static const uint8_t Facts_Indicator_size_links_tsv[] = {
#embed "../Svodka/Facts/Indicator/size-links.tsv"
};
static const uint8_t Facts_Indicator_sources_tsv[] = {
#embed "../Svodka/Facts/Indicator/sources.tsv"
};
static const uint8_t Facts_Indicator_status_words_tsv[] = {
#embed "../Svodka/Facts/Indicator/status-words.tsv"
};
static const uint8_t Facts_Indicator_topic_links_tsv[] = {
#embed "../Svodka/Facts/Indicator/topic-links.tsv"
};
static const uint8_t Facts_Indicator_transactions_tsv[] = {
#embed "../Svodka/Facts/Indicator/transactions.tsv"
};
static const uint8_t Facts_Indicator_vague_attributes_tsv[] = {
#embed "../Svodka/Facts/Indicator/vague-attributes.tsv"
};
static const uint8_t Facts_Location_location_rules[] = {
#embed "../Svodka/Facts/Location/location.rules"
};
static const uint8_t Facts_Location_plants_tsv[] = {
#embed "../Svodka/Facts/Location/plants.tsv"
};
static const uint8_t Facts_Location_seated_verbs_tsv[] = {
#embed "../Svodka/Facts/Location/seated-verbs.tsv"
};
static const uint8_t Facts_Location_standing_tsv[] = {
#embed "../Svodka/Facts/Location/standing.tsv"
};
static const uint8_t Facts_Meeting_meeting_verbs_tsv[] = {
#embed "../Svodka/Facts/Meeting/meeting-verbs.tsv"
};
static const uint8_t Facts_Meeting_meeting_rules[] = {
#embed "../Svodka/Facts/Meeting/meeting.rules"
};
static const uint8_t Facts_Meeting_meetings_tsv[] = {
#embed "../Svodka/Facts/Meeting/meetings.tsv"
};
static const uint8_t Facts_Membership_membership_rules[] = {
#embed "../Svodka/Facts/Membership/membership.rules"
};
static const uint8_t Facts_Ownership_belonging_verbs_tsv[] = {
#embed "../Svodka/Facts/Ownership/belonging-verbs.tsv"
};
static const uint8_t Facts_Ownership_owners_tsv[] = {
#embed "../Svodka/Facts/Ownership/owners.tsv"
};
static const uint8_t Facts_Ownership_ownership_rules[] = {
#embed "../Svodka/Facts/Ownership/ownership.rules"
};
static const uint8_t Facts_Ownership_owning_verbs_tsv[] = {
#embed "../Svodka/Facts/Ownership/owning-verbs.tsv"
};
static const uint8_t Facts_Ownership_selling_verbs_tsv[] = {
#embed "../Svodka/Facts/Ownership/selling-verbs.tsv"
};
static const uint8_t Facts_Ownership_stakes_tsv[] = {
#embed "../Svodka/Facts/Ownership/stakes.tsv"
};
static const uint8_t Facts_Ownership_things_of_companies_tsv[] = {
#embed "../Svodka/Facts/Ownership/things-of-companies.tsv"
};
static const uint8_t Facts_Party_party_rules[] = {
#embed "../Svodka/Facts/Party/party.rules"
};
static const uint8_t Facts_Post_post_rules[] = {
#embed "../Svodka/Facts/Post/post.rules"
};
static const uint8_t Facts_Quote_body_stems_tsv[] = {
#embed "../Svodka/Facts/Quote/body-stems.tsv"
};
static const uint8_t Facts_Quote_cited_pronouns_tsv[] = {
#embed "../Svodka/Facts/Quote/cited-pronouns.tsv"
};
static const uint8_t Facts_Quote_offices_tsv[] = {
#embed "../Svodka/Facts/Quote/offices.tsv"
};
static const uint8_t Facts_Quote_pronouns_tsv[] = {
#embed "../Svodka/Facts/Quote/pronouns.tsv"
};
static const uint8_t Facts_Quote_quote_rules[] = {
#embed "../Svodka/Facts/Quote/quote.rules"
};
static const uint8_t Facts_Quote_reacting_verbs_tsv[] = {
#embed "../Svodka/Facts/Quote/reacting-verbs.tsv"
};
static const uint8_t Facts_Quote_speech_cues_tsv[] = {
#embed "../Svodka/Facts/Quote/speech-cues.tsv"
};
static const uint8_t Facts_Quote_speech_predicatives_tsv[] = {
#embed "../Svodka/Facts/Quote/speech-predicatives.tsv"
};
static const uint8_t Facts_Quote_speech_verbs_tsv[] = {
#embed "../Svodka/Facts/Quote/speech-verbs.tsv"
};
static const uint8_t Facts_Quote_spokesmen_tsv[] = {
#embed "../Svodka/Facts/Quote/spokesmen.tsv"
};
static const uint8_t Facts_Quote_stand_ins_tsv[] = {
#embed "../Svodka/Facts/Quote/stand-ins.tsv"
};
static const uint8_t Facts_Quote_telling_verbs_tsv[] = {
#embed "../Svodka/Facts/Quote/telling-verbs.tsv"
};
static const uint8_t Facts_Quote_title_nouns_tsv[] = {
#embed "../Svodka/Facts/Quote/title-nouns.tsv"
};
static const uint8_t Facts_Reference_reference_rules[] = {
#embed "../Svodka/Facts/Reference/reference.rules"
};
static const uint8_t Facts_Role_becoming_verbs_tsv[] = {
#embed "../Svodka/Facts/Role/becoming-verbs.tsv"
};
static const uint8_t Facts_Role_bodies_tsv[] = {
#embed "../Svodka/Facts/Role/bodies.tsv"
};
static const uint8_t Facts_Role_current_tsv[] = {
#embed "../Svodka/Facts/Role/current.tsv"
};
static const uint8_t Facts_Role_dismissing_verbs_tsv[] = {
#embed "../Svodka/Facts/Role/dismissing-verbs.tsv"
};
static const uint8_t Facts_Role_former_prefixes_tsv[] = {
#embed "../Svodka/Facts/Role/former-prefixes.tsv"
};
static const uint8_t Facts_Role_former_tsv[] = {
#embed "../Svodka/Facts/Role/former.tsv"
};
static const uint8_t Facts_Role_frozen_titles_tsv[] = {
#embed "../Svodka/Facts/Role/frozen-titles.tsv"
};
static const uint8_t Facts_Role_generic_organizations_tsv[] = {
#embed "../Svodka/Facts/Role/generic-organizations.tsv"
};
static const uint8_t Facts_Role_generic_places_tsv[] = {
#embed "../Svodka/Facts/Role/generic-places.tsv"
};
static const uint8_t Facts_Role_heads_tsv[] = {
#embed "../Svodka/Facts/Role/heads.tsv"
};
static const uint8_t Facts_Role_holding_verbs_tsv[] = {
#embed "../Svodka/Facts/Role/holding-verbs.tsv"
};
static const uint8_t Facts_Role_inner_titles_tsv[] = {
#embed "../Svodka/Facts/Role/inner-titles.tsv"
};
static const uint8_t Facts_Role_kin_tsv[] = {
#embed "../Svodka/Facts/Role/kin.tsv"
};
static const uint8_t Facts_Role_leading_phrases_tsv[] = {
#embed "../Svodka/Facts/Role/leading-phrases.tsv"
};
static const uint8_t Facts_Role_leaving_verbs_tsv[] = {
#embed "../Svodka/Facts/Role/leaving-verbs.tsv"
};
static const uint8_t Facts_Role_no_posts_tsv[] = {
#embed "../Svodka/Facts/Role/no-posts.tsv"
};
static const uint8_t Facts_Role_offices_tsv[] = {
#embed "../Svodka/Facts/Role/offices.tsv"
};
static const uint8_t Facts_Role_owner_titles_tsv[] = {
#embed "../Svodka/Facts/Role/owner-titles.tsv"
};
static const uint8_t Facts_Role_place_adjectives_tsv[] = {
#embed "../Svodka/Facts/Role/place-adjectives.tsv"
};
static const uint8_t Facts_Role_playing_verbs_tsv[] = {
#embed "../Svodka/Facts/Role/playing-verbs.tsv"
};
static const uint8_t Facts_Role_relational_titles_tsv[] = {
#embed "../Svodka/Facts/Role/relational-titles.tsv"
};
static const uint8_t Facts_Role_relatives_tsv[] = {
#embed "../Svodka/Facts/Role/relatives.tsv"
};
static const uint8_t Facts_Role_role_rules[] = {
#embed "../Svodka/Facts/Role/role.rules"
};
static const uint8_t Facts_Role_serving_titles_tsv[] = {
#embed "../Svodka/Facts/Role/serving-titles.tsv"
};
static const uint8_t Facts_Role_shared_titles_tsv[] = {
#embed "../Svodka/Facts/Role/shared-titles.tsv"
};
static const uint8_t Facts_Role_sovereigns_tsv[] = {
#embed "../Svodka/Facts/Role/sovereigns.tsv"
};
static const uint8_t Facts_Role_topics_tsv[] = {
#embed "../Svodka/Facts/Role/topics.tsv"
};
static const uint8_t Facts_Role_working_verbs_tsv[] = {
#embed "../Svodka/Facts/Role/working-verbs.tsv"
};
static const uint8_t Kinds_Date_comparisons_tsv[] = {
#embed "../Svodka/Kinds/Date/comparisons.tsv"
};
static const uint8_t Kinds_Date_date_rules[] = {
#embed "../Svodka/Kinds/Date/date.rules"
};
static const uint8_t Kinds_Date_decades_tsv[] = {
#embed "../Svodka/Kinds/Date/decades.tsv"
};
static const uint8_t Kinds_Date_distances_tsv[] = {
#embed "../Svodka/Kinds/Date/distances.tsv"
};
static const uint8_t Kinds_Date_holidays_tsv[] = {
#embed "../Svodka/Kinds/Date/holidays.tsv"
};
static const uint8_t Kinds_Date_month_adjectives_tsv[] = {
#embed "../Svodka/Kinds/Date/month-adjectives.tsv"
};
static const uint8_t Kinds_Date_month_forms_tsv[] = {
#embed "../Svodka/Kinds/Date/month-forms.tsv"
};
static const uint8_t Kinds_Date_month_pairs_tsv[] = {
#embed "../Svodka/Kinds/Date/month-pairs.tsv"
};
static const uint8_t Kinds_Date_months_tsv[] = {
#embed "../Svodka/Kinds/Date/months.tsv"
};
static const uint8_t Kinds_Date_number_endings_tsv[] = {
#embed "../Svodka/Kinds/Date/number-endings.tsv"
};
static const uint8_t Kinds_Date_ordinals_tsv[] = {
#embed "../Svodka/Kinds/Date/ordinals.tsv"
};
static const uint8_t Kinds_Date_period_parts_tsv[] = {
#embed "../Svodka/Kinds/Date/period-parts.tsv"
};
static const uint8_t Kinds_Date_periods_tsv[] = {
#embed "../Svodka/Kinds/Date/periods.tsv"
};
static const uint8_t Kinds_Date_recurring_tsv[] = {
#embed "../Svodka/Kinds/Date/recurring.tsv"
};
static const uint8_t Kinds_Date_relative_adjectives_tsv[] = {
#embed "../Svodka/Kinds/Date/relative-adjectives.tsv"
};
static const uint8_t Kinds_Date_relative_day_adjectives_tsv[] = {
#embed "../Svodka/Kinds/Date/relative-day-adjectives.tsv"
};
static const uint8_t Kinds_Date_relative_days_tsv[] = {
#embed "../Svodka/Kinds/Date/relative-days.tsv"
};
static const uint8_t Kinds_Date_season_adjectives_tsv[] = {
#embed "../Svodka/Kinds/Date/season-adjectives.tsv"
};
static const uint8_t Kinds_Date_seasons_tsv[] = {
#embed "../Svodka/Kinds/Date/seasons.tsv"
};
static const uint8_t Kinds_Date_weekday_adjectives_tsv[] = {
#embed "../Svodka/Kinds/Date/weekday-adjectives.tsv"
};
static const uint8_t Kinds_Date_weekdays_tsv[] = {
#embed "../Svodka/Kinds/Date/weekdays.tsv"
};
static const uint8_t Kinds_Date_year_adjectives_tsv[] = {
#embed "../Svodka/Kinds/Date/year-adjectives.tsv"
};
static const uint8_t Kinds_Duration_adjective_stems_tsv[] = {
#embed "../Svodka/Kinds/Duration/adjective-stems.tsv"
};
static const uint8_t Kinds_Duration_duration_adjectives_tsv[] = {
#embed "../Svodka/Kinds/Duration/duration-adjectives.tsv"
};
static const uint8_t Kinds_Duration_duration_units_tsv[] = {
#embed "../Svodka/Kinds/Duration/duration-units.tsv"
};
static const uint8_t Kinds_Duration_duration_rules[] = {
#embed "../Svodka/Kinds/Duration/duration.rules"
};
static const uint8_t Kinds_Duration_term_adjectives_tsv[] = {
#embed "../Svodka/Kinds/Duration/term-adjectives.tsv"
};
static const uint8_t Kinds_Duration_whole_durations_tsv[] = {
#embed "../Svodka/Kinds/Duration/whole-durations.tsv"
};
static const uint8_t Kinds_Money_currencies_tsv[] = {
#embed "../Svodka/Kinds/Money/currencies.tsv"
};
static const uint8_t Kinds_Money_currency_codes_tsv[] = {
#embed "../Svodka/Kinds/Money/currency-codes.tsv"
};
static const uint8_t Kinds_Money_currency_homes_tsv[] = {
#embed "../Svodka/Kinds/Money/currency-homes.tsv"
};
static const uint8_t Kinds_Money_currency_stems_tsv[] = {
#embed "../Svodka/Kinds/Money/currency-stems.tsv"
};
static const uint8_t Kinds_Money_magnitudes_tsv[] = {
#embed "../Svodka/Kinds/Money/magnitudes.tsv"
};
static const uint8_t Kinds_Money_money_rules[] = {
#embed "../Svodka/Kinds/Money/money.rules"
};
static const uint8_t Kinds_Money_shared_minors_tsv[] = {
#embed "../Svodka/Kinds/Money/shared-minors.tsv"
};
static const uint8_t Kinds_Number_bound_links_tsv[] = {
#embed "../Svodka/Kinds/Number/bound-links.tsv"
};
static const uint8_t Kinds_Number_bounds_tsv[] = {
#embed "../Svodka/Kinds/Number/bounds.tsv"
};
static const uint8_t Kinds_Number_cardinal_endings_tsv[] = {
#embed "../Svodka/Kinds/Number/cardinal-endings.tsv"
};
static const uint8_t Kinds_Number_change_words_tsv[] = {
#embed "../Svodka/Kinds/Number/change-words.tsv"
};
static const uint8_t Kinds_Number_combining_numerals_tsv[] = {
#embed "../Svodka/Kinds/Number/combining-numerals.tsv"
};
static const uint8_t Kinds_Number_labels_tsv[] = {
#embed "../Svodka/Kinds/Number/labels.tsv"
};
static const uint8_t Kinds_Number_multiplicatives_tsv[] = {
#embed "../Svodka/Kinds/Number/multiplicatives.tsv"
};
static const uint8_t Kinds_Number_number_rules[] = {
#embed "../Svodka/Kinds/Number/number.rules"
};
static const uint8_t Kinds_Number_numeral_pairs_tsv[] = {
#embed "../Svodka/Kinds/Number/numeral-pairs.tsv"
};
static const uint8_t Kinds_Number_numerals_tsv[] = {
#embed "../Svodka/Kinds/Number/numerals.tsv"
};
static const uint8_t Kinds_Number_ordinals_tsv[] = {
#embed "../Svodka/Kinds/Number/ordinals.tsv"
};
static const uint8_t Kinds_Number_times_tsv[] = {
#embed "../Svodka/Kinds/Number/times.tsv"
};
static const uint8_t Kinds_Ordinal_ordinal_endings_tsv[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal-endings.tsv"
};
static const uint8_t Kinds_Ordinal_ordinal_scales_tsv[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal-scales.tsv"
};
static const uint8_t Kinds_Ordinal_ordinal_rules[] = {
#embed "../Svodka/Kinds/Ordinal/ordinal.rules"
};
static const uint8_t Kinds_Organization_chain_prepositions_tsv[] = {
#embed "../Svodka/Kinds/Organization/chain-prepositions.tsv"
};
static const uint8_t Kinds_Organization_kazakh_legal_forms_tsv[] = {
#embed "../Svodka/Kinds/Organization/kazakh-legal-forms.tsv"
};
static const uint8_t Kinds_Organization_known_organizations_tsv[] = {
#embed "../Svodka/Kinds/Organization/known-organizations.tsv"
};
static const uint8_t Kinds_Organization_latin_legal_forms_tsv[] = {
#embed "../Svodka/Kinds/Organization/latin-legal-forms.tsv"
};
static const uint8_t Kinds_Organization_latin_media_tsv[] = {
#embed "../Svodka/Kinds/Organization/latin-media.tsv"
};
static const uint8_t Kinds_Organization_legal_forms_tsv[] = {
#embed "../Svodka/Kinds/Organization/legal-forms.tsv"
};
static const uint8_t Kinds_Organization_organization_acts_tsv[] = {
#embed "../Svodka/Kinds/Organization/organization-acts.tsv"
};
static const uint8_t Kinds_Organization_organization_affixes_tsv[] = {
#embed "../Svodka/Kinds/Organization/organization-affixes.tsv"
};
static const uint8_t Kinds_Organization_organization_heads_tsv[] = {
#embed "../Svodka/Kinds/Organization/organization-heads.tsv"
};
static const uint8_t Kinds_Organization_organization_rules[] = {
#embed "../Svodka/Kinds/Organization/organization.rules"
};
static const uint8_t Kinds_Organization_other_abbreviations_tsv[] = {
#embed "../Svodka/Kinds/Organization/other-abbreviations.tsv"
};
static const uint8_t Kinds_Organization_other_names_tsv[] = {
#embed "../Svodka/Kinds/Organization/other-names.tsv"
};
static const uint8_t Kinds_Organization_other_quoted_tsv[] = {
#embed "../Svodka/Kinds/Organization/other-quoted.tsv"
};
static const uint8_t Kinds_Organization_owned_nouns_tsv[] = {
#embed "../Svodka/Kinds/Organization/owned-nouns.tsv"
};
static const uint8_t Kinds_Percent_part_ordinals_tsv[] = {
#embed "../Svodka/Kinds/Percent/part-ordinals.tsv"
};
static const uint8_t Kinds_Percent_percent_stems_tsv[] = {
#embed "../Svodka/Kinds/Percent/percent-stems.tsv"
};
static const uint8_t Kinds_Percent_percent_rules[] = {
#embed "../Svodka/Kinds/Percent/percent.rules"
};
static const uint8_t Kinds_Percent_percents_tsv[] = {
#embed "../Svodka/Kinds/Percent/percents.tsv"
};
static const uint8_t Kinds_Percent_shares_tsv[] = {
#embed "../Svodka/Kinds/Percent/shares.tsv"
};
static const uint8_t Kinds_Person_family_first_tsv[] = {
#embed "../Svodka/Kinds/Person/family-first.tsv"
};
static const uint8_t Kinds_Person_given_names_tsv[] = {
#embed "../Svodka/Kinds/Person/given-names.tsv"
};
static const uint8_t Kinds_Person_honorifics_tsv[] = {
#embed "../Svodka/Kinds/Person/honorifics.tsv"
};
static const uint8_t Kinds_Person_latin_given_names_tsv[] = {
#embed "../Svodka/Kinds/Person/latin-given-names.tsv"
};
static const uint8_t Kinds_Person_name_endings_tsv[] = {
#embed "../Svodka/Kinds/Person/name-endings.tsv"
};
static const uint8_t Kinds_Person_not_people_tsv[] = {
#embed "../Svodka/Kinds/Person/not-people.tsv"
};
static const uint8_t Kinds_Person_particles_tsv[] = {
#embed "../Svodka/Kinds/Person/particles.tsv"
};
static const uint8_t Kinds_Person_person_rules[] = {
#embed "../Svodka/Kinds/Person/person.rules"
};
static const uint8_t Kinds_Person_preposition_cases_tsv[] = {
#embed "../Svodka/Kinds/Person/preposition-cases.tsv"
};
static const uint8_t Kinds_Person_speech_verbs_tsv[] = {
#embed "../Svodka/Kinds/Person/speech-verbs.tsv"
};
static const uint8_t Kinds_Place_countries_tsv[] = {
#embed "../Svodka/Kinds/Place/countries.tsv"
};
static const uint8_t Kinds_Place_place_classes_tsv[] = {
#embed "../Svodka/Kinds/Place/place-classes.tsv"
};
static const uint8_t Kinds_Place_place_rules[] = {
#embed "../Svodka/Kinds/Place/place.rules"
};
static const uint8_t Kinds_Place_plural_towns_tsv[] = {
#embed "../Svodka/Kinds/Place/plural-towns.tsv"
};
static const uint8_t Kinds_Place_regions_tsv[] = {
#embed "../Svodka/Kinds/Place/regions.tsv"
};
static const uint8_t Kinds_Place_settlements_tsv[] = {
#embed "../Svodka/Kinds/Place/settlements.tsv"
};
static const uint8_t Kinds_Position_acting_tsv[] = {
#embed "../Svodka/Kinds/Position/acting.tsv"
};
static const uint8_t Kinds_Position_complements_tsv[] = {
#embed "../Svodka/Kinds/Position/complements.tsv"
};
static const uint8_t Kinds_Position_modifiers_tsv[] = {
#embed "../Svodka/Kinds/Position/modifiers.tsv"
};
static const uint8_t Kinds_Position_occupations_tsv[] = {
#embed "../Svodka/Kinds/Position/occupations.tsv"
};
static const uint8_t Kinds_Position_position_rules[] = {
#embed "../Svodka/Kinds/Position/position.rules"
};
static const uint8_t Kinds_Position_positions_tsv[] = {
#embed "../Svodka/Kinds/Position/positions.tsv"
};
static const uint8_t Kinds_Quantity_counted_abbreviations_tsv[] = {
#embed "../Svodka/Kinds/Quantity/counted-abbreviations.tsv"
};
static const uint8_t Kinds_Quantity_half_units_tsv[] = {
#embed "../Svodka/Kinds/Quantity/half-units.tsv"
};
static const uint8_t Kinds_Quantity_quantity_rules[] = {
#embed "../Svodka/Kinds/Quantity/quantity.rules"
};
static const uint8_t Kinds_Quantity_rate_periods_tsv[] = {
#embed "../Svodka/Kinds/Quantity/rate-periods.tsv"
};
static const uint8_t Kinds_Quantity_rates_tsv[] = {
#embed "../Svodka/Kinds/Quantity/rates.tsv"
};
static const uint8_t Kinds_Quantity_uncounted_tsv[] = {
#embed "../Svodka/Kinds/Quantity/uncounted.tsv"
};
static const uint8_t Kinds_Quantity_unit_stems_tsv[] = {
#embed "../Svodka/Kinds/Quantity/unit-stems.tsv"
};
static const uint8_t Kinds_Quantity_units_alone_tsv[] = {
#embed "../Svodka/Kinds/Quantity/units-alone.tsv"
};
static const uint8_t Kinds_Quantity_units_tsv[] = {
#embed "../Svodka/Kinds/Quantity/units.tsv"
};
static const uint8_t Kinds_Time_day_parts_tsv[] = {
#embed "../Svodka/Kinds/Time/day-parts.tsv"
};
static const uint8_t Kinds_Time_time_rules[] = {
#embed "../Svodka/Kinds/Time/time.rules"
};
static const uint8_t Kinds_Time_zones_tsv[] = {
#embed "../Svodka/Kinds/Time/zones.tsv"
};

static const svodka_file files[] = {
  {"Facts/Age/age.rules", Facts_Age_age_rules, sizeof Facts_Age_age_rules},
  {"Facts/Agreement/agreeing-verbs.tsv", Facts_Agreement_agreeing_verbs_tsv, sizeof Facts_Agreement_agreeing_verbs_tsv},
  {"Facts/Agreement/agreement.rules", Facts_Agreement_agreement_rules, sizeof Facts_Agreement_agreement_rules},
  {"Facts/Agreement/buying-verbs.tsv", Facts_Agreement_buying_verbs_tsv, sizeof Facts_Agreement_buying_verbs_tsv},
  {"Facts/Agreement/contracts.tsv", Facts_Agreement_contracts_tsv, sizeof Facts_Agreement_contracts_tsv},
  {"Facts/Agreement/goods.tsv", Facts_Agreement_goods_tsv, sizeof Facts_Agreement_goods_tsv},
  {"Facts/Agreement/investing-verbs.tsv", Facts_Agreement_investing_verbs_tsv, sizeof Facts_Agreement_investing_verbs_tsv},
  {"Facts/Agreement/loans.tsv", Facts_Agreement_loans_tsv, sizeof Facts_Agreement_loans_tsv},
  {"Facts/Agreement/managing-verbs.tsv", Facts_Agreement_managing_verbs_tsv, sizeof Facts_Agreement_managing_verbs_tsv},
  {"Facts/Agreement/manners.tsv", Facts_Agreement_manners_tsv, sizeof Facts_Agreement_manners_tsv},
  {"Facts/Agreement/signing-verbs.tsv", Facts_Agreement_signing_verbs_tsv, sizeof Facts_Agreement_signing_verbs_tsv},
  {"Facts/Agreement/unreal-words.tsv", Facts_Agreement_unreal_words_tsv, sizeof Facts_Agreement_unreal_words_tsv},
  {"Facts/Change/base-words.tsv", Facts_Change_base_words_tsv, sizeof Facts_Change_base_words_tsv},
  {"Facts/Change/change-nouns.tsv", Facts_Change_change_nouns_tsv, sizeof Facts_Change_change_nouns_tsv},
  {"Facts/Change/change-verbs.tsv", Facts_Change_change_verbs_tsv, sizeof Facts_Change_change_verbs_tsv},
  {"Facts/Change/change.rules", Facts_Change_change_rules, sizeof Facts_Change_change_rules},
  {"Facts/Change/comparatives.tsv", Facts_Change_comparatives_tsv, sizeof Facts_Change_comparatives_tsv},
  {"Facts/Change/gain-verbs.tsv", Facts_Change_gain_verbs_tsv, sizeof Facts_Change_gain_verbs_tsv},
  {"Facts/Change/multiples.tsv", Facts_Change_multiples_tsv, sizeof Facts_Change_multiples_tsv},
  {"Facts/Change/year-on-year.tsv", Facts_Change_year_on_year_tsv, sizeof Facts_Change_year_on_year_tsv},
  {"Facts/Event/denying-verbs.tsv", Facts_Event_denying_verbs_tsv, sizeof Facts_Event_denying_verbs_tsv},
  {"Facts/Event/doubtful-words.tsv", Facts_Event_doubtful_words_tsv, sizeof Facts_Event_doubtful_words_tsv},
  {"Facts/Event/event.rules", Facts_Event_event_rules, sizeof Facts_Event_event_rules},
  {"Facts/Event/intending-words.tsv", Facts_Event_intending_words_tsv, sizeof Facts_Event_intending_words_tsv},
  {"Facts/Event/person-pronouns.tsv", Facts_Event_person_pronouns_tsv, sizeof Facts_Event_person_pronouns_tsv},
  {"Facts/Event/person-words.tsv", Facts_Event_person_words_tsv, sizeof Facts_Event_person_words_tsv},
  {"Facts/Founding/founding.rules", Facts_Founding_founding_rules, sizeof Facts_Founding_founding_rules},
  {"Facts/Indicator/adverbials.tsv", Facts_Indicator_adverbials_tsv, sizeof Facts_Indicator_adverbials_tsv},
  {"Facts/Indicator/asking-words.tsv", Facts_Indicator_asking_words_tsv, sizeof Facts_Indicator_asking_words_tsv},
  {"Facts/Indicator/attributes.tsv", Facts_Indicator_attributes_tsv, sizeof Facts_Indicator_attributes_tsv},
  {"Facts/Indicator/bearing-verbs.tsv", Facts_Indicator_bearing_verbs_tsv, sizeof Facts_Indicator_bearing_verbs_tsv},
  {"Facts/Indicator/claims.tsv", Facts_Indicator_claims_tsv, sizeof Facts_Indicator_claims_tsv},
  {"Facts/Indicator/clause-openers.tsv", Facts_Indicator_clause_openers_tsv, sizeof Facts_Indicator_clause_openers_tsv},
  {"Facts/Indicator/complements.tsv", Facts_Indicator_complements_tsv, sizeof Facts_Indicator_complements_tsv},
  {"Facts/Indicator/event-verbs.tsv", Facts_Indicator_event_verbs_tsv, sizeof Facts_Indicator_event_verbs_tsv},
  {"Facts/Indicator/figure-verbs.tsv", Facts_Indicator_figure_verbs_tsv, sizeof Facts_Indicator_figure_verbs_tsv},
  {"Facts/Indicator/fired.tsv", Facts_Indicator_fired_tsv, sizeof Facts_Indicator_fired_tsv},
  {"Facts/Indicator/fuller-prepositions.tsv", Facts_Indicator_fuller_prepositions_tsv, sizeof Facts_Indicator_fuller_prepositions_tsv},
  {"Facts/Indicator/generic-organizations.tsv", Facts_Indicator_generic_organizations_tsv, sizeof Facts_Indicator_generic_organizations_tsv},
  {"Facts/Indicator/generic-places.tsv", Facts_Indicator_generic_places_tsv, sizeof Facts_Indicator_generic_places_tsv},
  {"Facts/Indicator/generic-subjects.tsv", Facts_Indicator_generic_subjects_tsv, sizeof Facts_Indicator_generic_subjects_tsv},
  {"Facts/Indicator/governors.tsv", Facts_Indicator_governors_tsv, sizeof Facts_Indicator_governors_tsv},
  {"Facts/Indicator/indicator.rules", Facts_Indicator_indicator_rules, sizeof Facts_Indicator_indicator_rules},
  {"Facts/Indicator/level-verbs.tsv", Facts_Indicator_level_verbs_tsv, sizeof Facts_Indicator_level_verbs_tsv},
  {"Facts/Indicator/loose-prepositions.tsv", Facts_Indicator_loose_prepositions_tsv, sizeof Facts_Indicator_loose_prepositions_tsv},
  {"Facts/Indicator/marks.tsv", Facts_Indicator_marks_tsv, sizeof Facts_Indicator_marks_tsv},
  {"Facts/Indicator/measure-nouns.tsv", Facts_Indicator_measure_nouns_tsv, sizeof Facts_Indicator_measure_nouns_tsv},
  {"Facts/Indicator/metrics.tsv", Facts_Indicator_metrics_tsv, sizeof Facts_Indicator_metrics_tsv},
  {"Facts/Indicator/no-bearers.tsv", Facts_Indicator_no_bearers_tsv, sizeof Facts_Indicator_no_bearers_tsv},
  {"Facts/Indicator/now-words.tsv", Facts_Indicator_now_words_tsv, sizeof Facts_Indicator_now_words_tsv},
  {"Facts/Indicator/number-forms.tsv", Facts_Indicator_number_forms_tsv, sizeof Facts_Indicator_number_forms_tsv},
  {"Facts/Indicator/other-owners.tsv", Facts_Indicator_other_owners_tsv, sizeof Facts_Indicator_other_owners_tsv},
  {"Facts/Indicator/owned-metrics.tsv", Facts_Indicator_owned_metrics_tsv, sizeof Facts_Indicator_owned_metrics_tsv},
  {"Facts/Indicator/ownerless-nouns.tsv", Facts_Indicator_ownerless_nouns_tsv, sizeof Facts_Indicator_ownerless_nouns_tsv},
  {"Facts/Indicator/part-openers.tsv", Facts_Indicator_part_openers_tsv, sizeof Facts_Indicator_part_openers_tsv},
  {"Facts/Indicator/prices.tsv", Facts_Indicator_prices_tsv, sizeof Facts_Indicator_prices_tsv},
  {"Facts/Indicator/process-nouns.tsv", Facts_Indicator_process_nouns_tsv, sizeof Facts_Indicator_process_nouns_tsv},
  {"Facts/Indicator/ranks.tsv", Facts_Indicator_ranks_tsv, sizeof Facts_Indicator_ranks_tsv},
  {"Facts/Indicator/size-links.tsv", Facts_Indicator_size_links_tsv, sizeof Facts_Indicator_size_links_tsv},
  {"Facts/Indicator/sources.tsv", Facts_Indicator_sources_tsv, sizeof Facts_Indicator_sources_tsv},
  {"Facts/Indicator/status-words.tsv", Facts_Indicator_status_words_tsv, sizeof Facts_Indicator_status_words_tsv},
  {"Facts/Indicator/topic-links.tsv", Facts_Indicator_topic_links_tsv, sizeof Facts_Indicator_topic_links_tsv},
  {"Facts/Indicator/transactions.tsv", Facts_Indicator_transactions_tsv, sizeof Facts_Indicator_transactions_tsv},
  {"Facts/Indicator/vague-attributes.tsv", Facts_Indicator_vague_attributes_tsv, sizeof Facts_Indicator_vague_attributes_tsv},
  {"Facts/Location/location.rules", Facts_Location_location_rules, sizeof Facts_Location_location_rules},
  {"Facts/Location/plants.tsv", Facts_Location_plants_tsv, sizeof Facts_Location_plants_tsv},
  {"Facts/Location/seated-verbs.tsv", Facts_Location_seated_verbs_tsv, sizeof Facts_Location_seated_verbs_tsv},
  {"Facts/Location/standing.tsv", Facts_Location_standing_tsv, sizeof Facts_Location_standing_tsv},
  {"Facts/Meeting/meeting-verbs.tsv", Facts_Meeting_meeting_verbs_tsv, sizeof Facts_Meeting_meeting_verbs_tsv},
  {"Facts/Meeting/meeting.rules", Facts_Meeting_meeting_rules, sizeof Facts_Meeting_meeting_rules},
  {"Facts/Meeting/meetings.tsv", Facts_Meeting_meetings_tsv, sizeof Facts_Meeting_meetings_tsv},
  {"Facts/Membership/membership.rules", Facts_Membership_membership_rules, sizeof Facts_Membership_membership_rules},
  {"Facts/Ownership/belonging-verbs.tsv", Facts_Ownership_belonging_verbs_tsv, sizeof Facts_Ownership_belonging_verbs_tsv},
  {"Facts/Ownership/owners.tsv", Facts_Ownership_owners_tsv, sizeof Facts_Ownership_owners_tsv},
  {"Facts/Ownership/ownership.rules", Facts_Ownership_ownership_rules, sizeof Facts_Ownership_ownership_rules},
  {"Facts/Ownership/owning-verbs.tsv", Facts_Ownership_owning_verbs_tsv, sizeof Facts_Ownership_owning_verbs_tsv},
  {"Facts/Ownership/selling-verbs.tsv", Facts_Ownership_selling_verbs_tsv, sizeof Facts_Ownership_selling_verbs_tsv},
  {"Facts/Ownership/stakes.tsv", Facts_Ownership_stakes_tsv, sizeof Facts_Ownership_stakes_tsv},
  {"Facts/Ownership/things-of-companies.tsv", Facts_Ownership_things_of_companies_tsv, sizeof Facts_Ownership_things_of_companies_tsv},
  {"Facts/Party/party.rules", Facts_Party_party_rules, sizeof Facts_Party_party_rules},
  {"Facts/Post/post.rules", Facts_Post_post_rules, sizeof Facts_Post_post_rules},
  {"Facts/Quote/body-stems.tsv", Facts_Quote_body_stems_tsv, sizeof Facts_Quote_body_stems_tsv},
  {"Facts/Quote/cited-pronouns.tsv", Facts_Quote_cited_pronouns_tsv, sizeof Facts_Quote_cited_pronouns_tsv},
  {"Facts/Quote/offices.tsv", Facts_Quote_offices_tsv, sizeof Facts_Quote_offices_tsv},
  {"Facts/Quote/pronouns.tsv", Facts_Quote_pronouns_tsv, sizeof Facts_Quote_pronouns_tsv},
  {"Facts/Quote/quote.rules", Facts_Quote_quote_rules, sizeof Facts_Quote_quote_rules},
  {"Facts/Quote/reacting-verbs.tsv", Facts_Quote_reacting_verbs_tsv, sizeof Facts_Quote_reacting_verbs_tsv},
  {"Facts/Quote/speech-cues.tsv", Facts_Quote_speech_cues_tsv, sizeof Facts_Quote_speech_cues_tsv},
  {"Facts/Quote/speech-predicatives.tsv", Facts_Quote_speech_predicatives_tsv, sizeof Facts_Quote_speech_predicatives_tsv},
  {"Facts/Quote/speech-verbs.tsv", Facts_Quote_speech_verbs_tsv, sizeof Facts_Quote_speech_verbs_tsv},
  {"Facts/Quote/spokesmen.tsv", Facts_Quote_spokesmen_tsv, sizeof Facts_Quote_spokesmen_tsv},
  {"Facts/Quote/stand-ins.tsv", Facts_Quote_stand_ins_tsv, sizeof Facts_Quote_stand_ins_tsv},
  {"Facts/Quote/telling-verbs.tsv", Facts_Quote_telling_verbs_tsv, sizeof Facts_Quote_telling_verbs_tsv},
  {"Facts/Quote/title-nouns.tsv", Facts_Quote_title_nouns_tsv, sizeof Facts_Quote_title_nouns_tsv},
  {"Facts/Reference/reference.rules", Facts_Reference_reference_rules, sizeof Facts_Reference_reference_rules},
  {"Facts/Role/becoming-verbs.tsv", Facts_Role_becoming_verbs_tsv, sizeof Facts_Role_becoming_verbs_tsv},
  {"Facts/Role/bodies.tsv", Facts_Role_bodies_tsv, sizeof Facts_Role_bodies_tsv},
  {"Facts/Role/current.tsv", Facts_Role_current_tsv, sizeof Facts_Role_current_tsv},
  {"Facts/Role/dismissing-verbs.tsv", Facts_Role_dismissing_verbs_tsv, sizeof Facts_Role_dismissing_verbs_tsv},
  {"Facts/Role/former-prefixes.tsv", Facts_Role_former_prefixes_tsv, sizeof Facts_Role_former_prefixes_tsv},
  {"Facts/Role/former.tsv", Facts_Role_former_tsv, sizeof Facts_Role_former_tsv},
  {"Facts/Role/frozen-titles.tsv", Facts_Role_frozen_titles_tsv, sizeof Facts_Role_frozen_titles_tsv},
  {"Facts/Role/generic-organizations.tsv", Facts_Role_generic_organizations_tsv, sizeof Facts_Role_generic_organizations_tsv},
  {"Facts/Role/generic-places.tsv", Facts_Role_generic_places_tsv, sizeof Facts_Role_generic_places_tsv},
  {"Facts/Role/heads.tsv", Facts_Role_heads_tsv, sizeof Facts_Role_heads_tsv},
  {"Facts/Role/holding-verbs.tsv", Facts_Role_holding_verbs_tsv, sizeof Facts_Role_holding_verbs_tsv},
  {"Facts/Role/inner-titles.tsv", Facts_Role_inner_titles_tsv, sizeof Facts_Role_inner_titles_tsv},
  {"Facts/Role/kin.tsv", Facts_Role_kin_tsv, sizeof Facts_Role_kin_tsv},
  {"Facts/Role/leading-phrases.tsv", Facts_Role_leading_phrases_tsv, sizeof Facts_Role_leading_phrases_tsv},
  {"Facts/Role/leaving-verbs.tsv", Facts_Role_leaving_verbs_tsv, sizeof Facts_Role_leaving_verbs_tsv},
  {"Facts/Role/no-posts.tsv", Facts_Role_no_posts_tsv, sizeof Facts_Role_no_posts_tsv},
  {"Facts/Role/offices.tsv", Facts_Role_offices_tsv, sizeof Facts_Role_offices_tsv},
  {"Facts/Role/owner-titles.tsv", Facts_Role_owner_titles_tsv, sizeof Facts_Role_owner_titles_tsv},
  {"Facts/Role/place-adjectives.tsv", Facts_Role_place_adjectives_tsv, sizeof Facts_Role_place_adjectives_tsv},
  {"Facts/Role/playing-verbs.tsv", Facts_Role_playing_verbs_tsv, sizeof Facts_Role_playing_verbs_tsv},
  {"Facts/Role/relational-titles.tsv", Facts_Role_relational_titles_tsv, sizeof Facts_Role_relational_titles_tsv},
  {"Facts/Role/relatives.tsv", Facts_Role_relatives_tsv, sizeof Facts_Role_relatives_tsv},
  {"Facts/Role/role.rules", Facts_Role_role_rules, sizeof Facts_Role_role_rules},
  {"Facts/Role/serving-titles.tsv", Facts_Role_serving_titles_tsv, sizeof Facts_Role_serving_titles_tsv},
  {"Facts/Role/shared-titles.tsv", Facts_Role_shared_titles_tsv, sizeof Facts_Role_shared_titles_tsv},
  {"Facts/Role/sovereigns.tsv", Facts_Role_sovereigns_tsv, sizeof Facts_Role_sovereigns_tsv},
  {"Facts/Role/topics.tsv", Facts_Role_topics_tsv, sizeof Facts_Role_topics_tsv},
  {"Facts/Role/working-verbs.tsv", Facts_Role_working_verbs_tsv, sizeof Facts_Role_working_verbs_tsv},
  {"Kinds/Date/comparisons.tsv", Kinds_Date_comparisons_tsv, sizeof Kinds_Date_comparisons_tsv},
  {"Kinds/Date/date.rules", Kinds_Date_date_rules, sizeof Kinds_Date_date_rules},
  {"Kinds/Date/decades.tsv", Kinds_Date_decades_tsv, sizeof Kinds_Date_decades_tsv},
  {"Kinds/Date/distances.tsv", Kinds_Date_distances_tsv, sizeof Kinds_Date_distances_tsv},
  {"Kinds/Date/holidays.tsv", Kinds_Date_holidays_tsv, sizeof Kinds_Date_holidays_tsv},
  {"Kinds/Date/month-adjectives.tsv", Kinds_Date_month_adjectives_tsv, sizeof Kinds_Date_month_adjectives_tsv},
  {"Kinds/Date/month-forms.tsv", Kinds_Date_month_forms_tsv, sizeof Kinds_Date_month_forms_tsv},
  {"Kinds/Date/month-pairs.tsv", Kinds_Date_month_pairs_tsv, sizeof Kinds_Date_month_pairs_tsv},
  {"Kinds/Date/months.tsv", Kinds_Date_months_tsv, sizeof Kinds_Date_months_tsv},
  {"Kinds/Date/number-endings.tsv", Kinds_Date_number_endings_tsv, sizeof Kinds_Date_number_endings_tsv},
  {"Kinds/Date/ordinals.tsv", Kinds_Date_ordinals_tsv, sizeof Kinds_Date_ordinals_tsv},
  {"Kinds/Date/period-parts.tsv", Kinds_Date_period_parts_tsv, sizeof Kinds_Date_period_parts_tsv},
  {"Kinds/Date/periods.tsv", Kinds_Date_periods_tsv, sizeof Kinds_Date_periods_tsv},
  {"Kinds/Date/recurring.tsv", Kinds_Date_recurring_tsv, sizeof Kinds_Date_recurring_tsv},
  {"Kinds/Date/relative-adjectives.tsv", Kinds_Date_relative_adjectives_tsv, sizeof Kinds_Date_relative_adjectives_tsv},
  {"Kinds/Date/relative-day-adjectives.tsv", Kinds_Date_relative_day_adjectives_tsv, sizeof Kinds_Date_relative_day_adjectives_tsv},
  {"Kinds/Date/relative-days.tsv", Kinds_Date_relative_days_tsv, sizeof Kinds_Date_relative_days_tsv},
  {"Kinds/Date/season-adjectives.tsv", Kinds_Date_season_adjectives_tsv, sizeof Kinds_Date_season_adjectives_tsv},
  {"Kinds/Date/seasons.tsv", Kinds_Date_seasons_tsv, sizeof Kinds_Date_seasons_tsv},
  {"Kinds/Date/weekday-adjectives.tsv", Kinds_Date_weekday_adjectives_tsv, sizeof Kinds_Date_weekday_adjectives_tsv},
  {"Kinds/Date/weekdays.tsv", Kinds_Date_weekdays_tsv, sizeof Kinds_Date_weekdays_tsv},
  {"Kinds/Date/year-adjectives.tsv", Kinds_Date_year_adjectives_tsv, sizeof Kinds_Date_year_adjectives_tsv},
  {"Kinds/Duration/adjective-stems.tsv", Kinds_Duration_adjective_stems_tsv, sizeof Kinds_Duration_adjective_stems_tsv},
  {"Kinds/Duration/duration-adjectives.tsv", Kinds_Duration_duration_adjectives_tsv, sizeof Kinds_Duration_duration_adjectives_tsv},
  {"Kinds/Duration/duration-units.tsv", Kinds_Duration_duration_units_tsv, sizeof Kinds_Duration_duration_units_tsv},
  {"Kinds/Duration/duration.rules", Kinds_Duration_duration_rules, sizeof Kinds_Duration_duration_rules},
  {"Kinds/Duration/term-adjectives.tsv", Kinds_Duration_term_adjectives_tsv, sizeof Kinds_Duration_term_adjectives_tsv},
  {"Kinds/Duration/whole-durations.tsv", Kinds_Duration_whole_durations_tsv, sizeof Kinds_Duration_whole_durations_tsv},
  {"Kinds/Money/currencies.tsv", Kinds_Money_currencies_tsv, sizeof Kinds_Money_currencies_tsv},
  {"Kinds/Money/currency-codes.tsv", Kinds_Money_currency_codes_tsv, sizeof Kinds_Money_currency_codes_tsv},
  {"Kinds/Money/currency-homes.tsv", Kinds_Money_currency_homes_tsv, sizeof Kinds_Money_currency_homes_tsv},
  {"Kinds/Money/currency-stems.tsv", Kinds_Money_currency_stems_tsv, sizeof Kinds_Money_currency_stems_tsv},
  {"Kinds/Money/magnitudes.tsv", Kinds_Money_magnitudes_tsv, sizeof Kinds_Money_magnitudes_tsv},
  {"Kinds/Money/money.rules", Kinds_Money_money_rules, sizeof Kinds_Money_money_rules},
  {"Kinds/Money/shared-minors.tsv", Kinds_Money_shared_minors_tsv, sizeof Kinds_Money_shared_minors_tsv},
  {"Kinds/Number/bound-links.tsv", Kinds_Number_bound_links_tsv, sizeof Kinds_Number_bound_links_tsv},
  {"Kinds/Number/bounds.tsv", Kinds_Number_bounds_tsv, sizeof Kinds_Number_bounds_tsv},
  {"Kinds/Number/cardinal-endings.tsv", Kinds_Number_cardinal_endings_tsv, sizeof Kinds_Number_cardinal_endings_tsv},
  {"Kinds/Number/change-words.tsv", Kinds_Number_change_words_tsv, sizeof Kinds_Number_change_words_tsv},
  {"Kinds/Number/combining-numerals.tsv", Kinds_Number_combining_numerals_tsv, sizeof Kinds_Number_combining_numerals_tsv},
  {"Kinds/Number/labels.tsv", Kinds_Number_labels_tsv, sizeof Kinds_Number_labels_tsv},
  {"Kinds/Number/multiplicatives.tsv", Kinds_Number_multiplicatives_tsv, sizeof Kinds_Number_multiplicatives_tsv},
  {"Kinds/Number/number.rules", Kinds_Number_number_rules, sizeof Kinds_Number_number_rules},
  {"Kinds/Number/numeral-pairs.tsv", Kinds_Number_numeral_pairs_tsv, sizeof Kinds_Number_numeral_pairs_tsv},
  {"Kinds/Number/numerals.tsv", Kinds_Number_numerals_tsv, sizeof Kinds_Number_numerals_tsv},
  {"Kinds/Number/ordinals.tsv", Kinds_Number_ordinals_tsv, sizeof Kinds_Number_ordinals_tsv},
  {"Kinds/Number/times.tsv", Kinds_Number_times_tsv, sizeof Kinds_Number_times_tsv},
  {"Kinds/Ordinal/ordinal-endings.tsv", Kinds_Ordinal_ordinal_endings_tsv, sizeof Kinds_Ordinal_ordinal_endings_tsv},
  {"Kinds/Ordinal/ordinal-scales.tsv", Kinds_Ordinal_ordinal_scales_tsv, sizeof Kinds_Ordinal_ordinal_scales_tsv},
  {"Kinds/Ordinal/ordinal.rules", Kinds_Ordinal_ordinal_rules, sizeof Kinds_Ordinal_ordinal_rules},
  {"Kinds/Organization/chain-prepositions.tsv", Kinds_Organization_chain_prepositions_tsv, sizeof Kinds_Organization_chain_prepositions_tsv},
  {"Kinds/Organization/kazakh-legal-forms.tsv", Kinds_Organization_kazakh_legal_forms_tsv, sizeof Kinds_Organization_kazakh_legal_forms_tsv},
  {"Kinds/Organization/known-organizations.tsv", Kinds_Organization_known_organizations_tsv, sizeof Kinds_Organization_known_organizations_tsv},
  {"Kinds/Organization/latin-legal-forms.tsv", Kinds_Organization_latin_legal_forms_tsv, sizeof Kinds_Organization_latin_legal_forms_tsv},
  {"Kinds/Organization/latin-media.tsv", Kinds_Organization_latin_media_tsv, sizeof Kinds_Organization_latin_media_tsv},
  {"Kinds/Organization/legal-forms.tsv", Kinds_Organization_legal_forms_tsv, sizeof Kinds_Organization_legal_forms_tsv},
  {"Kinds/Organization/organization-acts.tsv", Kinds_Organization_organization_acts_tsv, sizeof Kinds_Organization_organization_acts_tsv},
  {"Kinds/Organization/organization-affixes.tsv", Kinds_Organization_organization_affixes_tsv, sizeof Kinds_Organization_organization_affixes_tsv},
  {"Kinds/Organization/organization-heads.tsv", Kinds_Organization_organization_heads_tsv, sizeof Kinds_Organization_organization_heads_tsv},
  {"Kinds/Organization/organization.rules", Kinds_Organization_organization_rules, sizeof Kinds_Organization_organization_rules},
  {"Kinds/Organization/other-abbreviations.tsv", Kinds_Organization_other_abbreviations_tsv, sizeof Kinds_Organization_other_abbreviations_tsv},
  {"Kinds/Organization/other-names.tsv", Kinds_Organization_other_names_tsv, sizeof Kinds_Organization_other_names_tsv},
  {"Kinds/Organization/other-quoted.tsv", Kinds_Organization_other_quoted_tsv, sizeof Kinds_Organization_other_quoted_tsv},
  {"Kinds/Organization/owned-nouns.tsv", Kinds_Organization_owned_nouns_tsv, sizeof Kinds_Organization_owned_nouns_tsv},
  {"Kinds/Percent/part-ordinals.tsv", Kinds_Percent_part_ordinals_tsv, sizeof Kinds_Percent_part_ordinals_tsv},
  {"Kinds/Percent/percent-stems.tsv", Kinds_Percent_percent_stems_tsv, sizeof Kinds_Percent_percent_stems_tsv},
  {"Kinds/Percent/percent.rules", Kinds_Percent_percent_rules, sizeof Kinds_Percent_percent_rules},
  {"Kinds/Percent/percents.tsv", Kinds_Percent_percents_tsv, sizeof Kinds_Percent_percents_tsv},
  {"Kinds/Percent/shares.tsv", Kinds_Percent_shares_tsv, sizeof Kinds_Percent_shares_tsv},
  {"Kinds/Person/family-first.tsv", Kinds_Person_family_first_tsv, sizeof Kinds_Person_family_first_tsv},
  {"Kinds/Person/given-names.tsv", Kinds_Person_given_names_tsv, sizeof Kinds_Person_given_names_tsv},
  {"Kinds/Person/honorifics.tsv", Kinds_Person_honorifics_tsv, sizeof Kinds_Person_honorifics_tsv},
  {"Kinds/Person/latin-given-names.tsv", Kinds_Person_latin_given_names_tsv, sizeof Kinds_Person_latin_given_names_tsv},
  {"Kinds/Person/name-endings.tsv", Kinds_Person_name_endings_tsv, sizeof Kinds_Person_name_endings_tsv},
  {"Kinds/Person/not-people.tsv", Kinds_Person_not_people_tsv, sizeof Kinds_Person_not_people_tsv},
  {"Kinds/Person/particles.tsv", Kinds_Person_particles_tsv, sizeof Kinds_Person_particles_tsv},
  {"Kinds/Person/person.rules", Kinds_Person_person_rules, sizeof Kinds_Person_person_rules},
  {"Kinds/Person/preposition-cases.tsv", Kinds_Person_preposition_cases_tsv, sizeof Kinds_Person_preposition_cases_tsv},
  {"Kinds/Person/speech-verbs.tsv", Kinds_Person_speech_verbs_tsv, sizeof Kinds_Person_speech_verbs_tsv},
  {"Kinds/Place/countries.tsv", Kinds_Place_countries_tsv, sizeof Kinds_Place_countries_tsv},
  {"Kinds/Place/place-classes.tsv", Kinds_Place_place_classes_tsv, sizeof Kinds_Place_place_classes_tsv},
  {"Kinds/Place/place.rules", Kinds_Place_place_rules, sizeof Kinds_Place_place_rules},
  {"Kinds/Place/plural-towns.tsv", Kinds_Place_plural_towns_tsv, sizeof Kinds_Place_plural_towns_tsv},
  {"Kinds/Place/regions.tsv", Kinds_Place_regions_tsv, sizeof Kinds_Place_regions_tsv},
  {"Kinds/Place/settlements.tsv", Kinds_Place_settlements_tsv, sizeof Kinds_Place_settlements_tsv},
  {"Kinds/Position/acting.tsv", Kinds_Position_acting_tsv, sizeof Kinds_Position_acting_tsv},
  {"Kinds/Position/complements.tsv", Kinds_Position_complements_tsv, sizeof Kinds_Position_complements_tsv},
  {"Kinds/Position/modifiers.tsv", Kinds_Position_modifiers_tsv, sizeof Kinds_Position_modifiers_tsv},
  {"Kinds/Position/occupations.tsv", Kinds_Position_occupations_tsv, sizeof Kinds_Position_occupations_tsv},
  {"Kinds/Position/position.rules", Kinds_Position_position_rules, sizeof Kinds_Position_position_rules},
  {"Kinds/Position/positions.tsv", Kinds_Position_positions_tsv, sizeof Kinds_Position_positions_tsv},
  {"Kinds/Quantity/counted-abbreviations.tsv", Kinds_Quantity_counted_abbreviations_tsv, sizeof Kinds_Quantity_counted_abbreviations_tsv},
  {"Kinds/Quantity/half-units.tsv", Kinds_Quantity_half_units_tsv, sizeof Kinds_Quantity_half_units_tsv},
  {"Kinds/Quantity/quantity.rules", Kinds_Quantity_quantity_rules, sizeof Kinds_Quantity_quantity_rules},
  {"Kinds/Quantity/rate-periods.tsv", Kinds_Quantity_rate_periods_tsv, sizeof Kinds_Quantity_rate_periods_tsv},
  {"Kinds/Quantity/rates.tsv", Kinds_Quantity_rates_tsv, sizeof Kinds_Quantity_rates_tsv},
  {"Kinds/Quantity/uncounted.tsv", Kinds_Quantity_uncounted_tsv, sizeof Kinds_Quantity_uncounted_tsv},
  {"Kinds/Quantity/unit-stems.tsv", Kinds_Quantity_unit_stems_tsv, sizeof Kinds_Quantity_unit_stems_tsv},
  {"Kinds/Quantity/units-alone.tsv", Kinds_Quantity_units_alone_tsv, sizeof Kinds_Quantity_units_alone_tsv},
  {"Kinds/Quantity/units.tsv", Kinds_Quantity_units_tsv, sizeof Kinds_Quantity_units_tsv},
  {"Kinds/Time/day-parts.tsv", Kinds_Time_day_parts_tsv, sizeof Kinds_Time_day_parts_tsv},
  {"Kinds/Time/time.rules", Kinds_Time_time_rules, sizeof Kinds_Time_time_rules},
  {"Kinds/Time/zones.tsv", Kinds_Time_zones_tsv, sizeof Kinds_Time_zones_tsv},
};

const svodka_file *svodka_files(void) { return files; }
size_t svodka_files_count(void) { return sizeof files / sizeof files[0]; }
