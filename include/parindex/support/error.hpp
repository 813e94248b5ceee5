/// @file
/// Error codes and the one exception class of parindex.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// What went wrong. Groups leave gaps for later codes; a number is never reused.
enum class error_code : std::int32_t {
    none = 0,

    // 1: calls through the C interface
    no_memory = 1,         ///< Memory is exhausted.
    null_pointer = 2,      ///< A required pointer is NULL.
    wrong_handle = 3,      ///< A pointer to something else than the function takes, or to something freed.
    invalid_argument = 4,  ///< A word, year or text that is none of those allowed.
    out_of_range = 5,      ///< An index of nothing.
    buffer_too_small = 6,  ///< The result does not fit.
    struct_size = 7,       ///< A structure whose size was not set, or is below that of its first version.
    callback_failed = 8,   ///< A function of the caller returned a failure.
    internal = 99,         ///< A defect of the library.

    // 100: numbers
    overflow = 100,          ///< The exact result does not fit a decimal.
    division_by_zero = 101,  ///< A quotient with divisor zero.
    invalid_scale = 102,     ///< A scale outside 0..18 or a number of places out of range.
    ratio_too_large = 103,   ///< A numerator or denominator above limits::ratio_bits.
    not_terminating = 104,   ///< A fraction was asked for as a decimal but never terminates.

    // 150: number and date text
    invalid_number = 150,      ///< Text that is not a number in the strict form.
    number_too_long = 151,     ///< Number text above limits::number_characters.
    number_too_precise = 152,  ///< More than 18 decimals or 18 significant digits after dropping zeros.
    invalid_date = 153,        ///< Text that is not a calendar date.

    // 200: files, JSON and CSV
    cannot_read = 200,           ///< A file is missing or unreadable.
    cannot_write = 201,          ///< A file cannot be written.
    input_too_large = 202,       ///< Above limits::file_bytes.
    invalid_utf8 = 203,          ///< Bytes that are not UTF-8.
    json_syntax = 204,           ///< Text that is not JSON.
    too_deep = 205,              ///< Above limits::json_depth.
    too_many_values = 206,       ///< Above limits::json_values.
    duplicate_key = 207,         ///< A key twice in one object.
    unknown_key = 208,           ///< A key that the format does not know.
    missing_key = 209,           ///< A required key that is absent.
    wrong_type = 210,            ///< A value of the wrong JSON type.
    invalid_value = 211,         ///< A value of the right type that is not one of those allowed.
    unsupported_format = 212,    ///< A "format" tag that this version does not read.
    name_normalized = 213,       ///< Note: a text was brought to Unicode normal form C.
    csv_syntax = 214,            ///< Text that is not CSV: a quote or line break that does not belong, two delimiters.
    csv_row_length = 215,        ///< A row with more or fewer cells than the header row.
    csv_too_many_columns = 216,  ///< Above limits::csv_columns.
    csv_cell_too_large = 217,    ///< Above limits::csv_cell_bytes.
    csv_row_too_large = 218,     ///< Above limits::csv_row_bytes.
    csv_too_many_cells = 219,    ///< Above limits::csv_cells.

    // 300: criteria sets
    duplicate_code = 300,       ///< Two criteria or parts with one code.
    unknown_code = 301,         ///< A code that the criteria set does not have.
    maximum_mismatch = 302,     ///< Maxima of children do not add up to their parent's.
    unbounded_criterion = 303,  ///< A criterion without maximum and without a remainder that could hold it.
    invalid_remainder = 304,    ///< A remainder node that cannot be computed.
    too_many_criteria = 305,    ///< Above limits::criteria.
    criteria_too_deep = 306,    ///< Above limits::criteria_depth.
    part_not_scored = 307,      ///< A part that nobody may score, or that no criterion uses.
    missing_maximum = 308,      ///< A node whose maximum must be stated.
    negative_maximum = 309,     ///< A maximum below zero.
    missing_assumption = 310,   ///< An inferred figure that does not say what it assumes.
    too_many_parts = 311,       ///< Above limits::parts.
    maximum_too_large = 312,    ///< A maximum, minimum or cap beyond limits::points.
    maximum_too_precise = 313,  ///< A maximum, minimum or cap with more decimals than limits::points_places.
    invalid_bound = 314,        ///< A minimum or cap that contradicts its criterion or the kind of its points.
    bound_across_parts = 315,   ///< A minimum or cap of a group whose leaves belong to several parts.
    invalid_amendment = 316,    ///< A set that amends itself.
    survey_self_scored = 317,   ///< A part that a survey scores and the unit itself too.
    no_heir = 318,              ///< A leaf whose weight would be shared out among no other.

    // 350: rules
    formula_syntax = 350,          ///< Text that is not a formula.
    formula_too_large = 351,       ///< Above limits::formula_bytes or limits::formula_depth.
    formula_type_mismatch = 352,   ///< A condition where a number is needed, or the like.
    unknown_fact = 353,            ///< A fact that the rule does not declare.
    unused_fact = 354,             ///< A declared fact that the rule does not read.
    duplicate_fact = 355,          ///< Two facts with one name.
    invalid_rule = 356,            ///< A rule whose members contradict each other.
    rule_too_large = 357,          ///< Above limits::rule_depth or limits::rule_parts.
    step_gap = 358,                ///< A value for which no step is given.
    step_overlap = 359,            ///< A value for which two steps are given.
    unreachable = 360,             ///< A level or step that no value reaches.
    maximum_not_attainable = 361,  ///< A rule that never gives the maximum of its criterion.
    maximum_exceeded = 362,        ///< A rule that may give more than the maximum, or less than the minimum.
    zero_policy_missing = 363,     ///< A division whose divisor may be zero, and no word on what follows.
    not_monotone = 364,            ///< Steps whose points go up and down.

    // 400: assessments
    score_above_maximum = 400,    ///< A score above the maximum of its criterion.
    score_below_minimum = 401,    ///< A score below the minimum of its criterion.
    duplicate_mark = 402,         ///< Two marks for one criterion in one round.
    wrong_scorer = 403,           ///< A round that may not score this criterion's part.
    not_a_leaf = 404,             ///< A mark for a node that is computed from others.
    score_without_maximum = 405,  ///< A score for a criterion that is known by its loss only.
    set_mismatch = 406,           ///< An assessment, context or plan that names another criteria set.
    published_mismatch = 407,     ///< Warning: a published figure differs from the computed one.
    incomplete = 408,             ///< Warning: criteria without a mark; the total is not final.
    nothing_scored = 409,         ///< A total whose maximum is 0 has no percentage.
    missing_evidence = 410,       ///< Warning: required evidence was neither given nor its absence explained.
    not_applicable_here = 411,    ///< A criterion that the set lets apply to everybody.
    nothing_applies = 412,        ///< No leaf is left that could take over the weight of one that does not apply.
    wrong_unit_group = 413,       ///< A unit of a group that the set is not made for.
    duplicate_assessment = 414,   ///< Two assessments of one unit for one year.
    marks_too_fine = 415,         ///< Marks and weights whose exact sum is above limits::ratio_bits.
    too_many_assessments = 416,   ///< Above limits::assessed_units.
    missing_fact = 417,           ///< A fact that the rule reads was not given.
    wrong_fact = 418,             ///< A fact of another kind, outside its bounds, or of no known level.
    undefined_points = 419,       ///< A division by zero where the set says that this is an error.
    ratio_above_one = 420,        ///< A share above 100 % where the set refuses it.
    facts_without_rule = 421,     ///< Facts for a criterion that has no rule, or a score where a rule computes it.

    // 500: remediation plans
    duplicate_id = 500,                 ///< Two shortfalls or two tasks with one id.
    unknown_shortfall = 501,            ///< A task that names a shortfall the plan does not have.
    deduction_in_two_shortfalls = 502,  ///< A criterion that two shortfalls claim.
    gain_above_loss = 503,              ///< Expected gains above what the shortfall lost.
    loss_without_shortfall = 504,       ///< A deduction that no shortfall names.
    shortfall_without_task = 505,       ///< A shortfall that no task addresses.
    shortfall_without_loss = 506,       ///< Warning: a shortfall names a criterion that lost no points.
    only_continuous_deadlines = 507,    ///< Warning: no task has a deadline that can be checked.
    blank_number = 508,                 ///< Warning: the document number is blank.
    blank_date = 509,                   ///< Warning: the date of the document is not complete.
    improvement_task = 510,             ///< Note: a task that addresses no shortfall.
    misleading_label = 511,             ///< Warning: a label of the document says something else than its figures.
    year_mismatch = 512,                ///< A plan or context of another year than the assessment's.
    unfinished = 513,                   ///< A text or role that a draft left to be written.
    deadline_before_issue = 514,        ///< Warning: a deadline before the date of the document.
    dates_out_of_order = 515,           ///< Warning: dates of a task that contradict each other.
    agency_mismatch = 516,              ///< Warning: a plan that names another unit than the assessment.
    unit_mismatch = 517,                ///< A plan with the code of another unit than the assessment's.
    completion_mismatch = 518,          ///< A task that is done on no date, or has such a date and is not done.
    idle_acceptance = 519,              ///< Warning: an accepted warning that was not given.
    not_acceptable = 520,               ///< An acceptance of something that is no warning of a plan.
    stale_cause = 521,                  ///< Warning: a cause that was taken from a rule, of facts that have changed.
    merge_conflict = 522,               ///< Warning: two edits of a plan that changed one thing, each in its own way.
    deduction_drafted = 523,            ///< Note: a deduction for which a shortfall and a task were added to a plan.

    // 600: scores that another program had stored; all are warnings
    stored_differs = 600,          ///< Not the exact score, for no cause that is known.
    stored_rounded = 601,          ///< The exact score rounded to the nearest, half up.
    stored_truncated = 602,        ///< The exact score with decimals cut off.
    stored_tie = 603,              ///< The exact score lies halfway and was rounded the other way.
    stored_float_threshold = 604,  ///< What the other side of a threshold earns, which the facts meet exactly.
    stored_float_residue = 605,    ///< The exact score but for what binary floating point leaves behind.
    stored_sum_of_rounded = 606,   ///< The sum of stored scores, which differ from the exact ones.

    // 700: organisation
    duplicate_unit = 700,        ///< Two units with one code, or facts of a context for one unit in two places.
    unknown_unit = 701,          ///< A unit that the register does not have.
    ambiguous_unit = 702,        ///< A name that several units bear.
    unit_cycle = 703,            ///< A unit that is its own parent, member or predecessor, directly or through others.
    validity_reversed = 704,     ///< A unit that ends before it begins.
    predecessor_overlaps = 705,  ///< A predecessor that ends after its successor begins.
    undated_change = 706,        ///< A unit with predecessors but without a first day.
    invalid_change = 707,        ///< A renaming that is not one to one, or a predecessor named twice.
    invalid_members = 708,       ///< Members of a unit that is no group, or a member named twice.
    unnamed_unit = 709,          ///< A unit without code or name, or with an empty alias.
    too_many_units = 710,        ///< Above limits::units.
    too_many_unit_names = 711,   ///< Above limits::unit_names.
    too_many_unit_links = 712,   ///< Above limits::unit_links.
    unit_name_too_long = 713,    ///< Above limits::unit_name_bytes.
    unit_list_too_long = 714,    ///< Above limits::unit_list_bytes.
    name_matched_loosely = 715,  ///< Note: a name was matched with small differences ignored.
    unit_outside = 716,          ///< Warning: a name known only at other times or within other units.

    // 800: questionnaires, answers and tallies
    invalid_question = 800,   ///< A question, scale or group whose members contradict each other, or that has no code.
    duplicate_option = 801,   ///< Two options, categories or words that are written the same.
    overlapping_bands = 802,  ///< Two bands of numbers that share a number (25 in 18-25 and 25-34).
    missing_item = 803,       ///< Warning: numbers of items with a gap, or bands with one.
    option_without_level = 804,  ///< An option without a level where the scale has levels.
    unknown_option = 805,  ///< An option, scale, factor, block, question or group that the questionnaire does not have.
    survey_too_large = 806,  ///< Above a limit of surveys: limits::survey_questions and those behind it.
    different_questionnaires = 807,  ///< Tallies of different questionnaires or with different options.
    count_overflow = 808,            ///< A count beyond 64 bits.
    formula_not_applicable = 809,    ///< A formula for which the questionnaire or tally lacks what it needs.
    nothing_answered = 810,          ///< An index of no answers.
    methods_differ = 811,            ///< A comparison of indices by different formulas or methods.
    invalid_tally = 812,             ///< Counts that contradict each other.
    population_missing = 813,        ///< A weighted mean of units without the population of one.
    invalid_answer = 814,            ///< An answer, mention or category that is none of the questionnaire's.
    unknown_answer = 815,            ///< A cell that is no option of its question, and no word for a missing answer.
    unknown_column = 816,            ///< A column that the file does not have or that is named twice.
    respondent_not_grouped = 817,    ///< A respondent whose rows do not stand together.
    answer_refused = 818,            ///< An answer that is missing where the questionnaire refuses that.
    invalid_count = 819,             ///< A cell of counts that is no whole number.
    lonely_stratum = 820,            ///< A stratum with one cluster, of which no variance can be seen.
    population_below_sample = 821,   ///< More clusters drawn than there are.
    no_interval = 822,               ///< No degrees of freedom, or an interval for a share that is none.
    not_finite = 823,                ///< An approximate number beyond the range of binary ones, or none at all.
    too_many_ranked_units = 824,     ///< Above limits::ranked_units.

    // 840: planning of surveys, points from an index, printed shares
    invalid_sample_plan = 840,    ///< A margin, population, quota or number of forms that cannot be.
    invalid_printed_share = 841,  ///< A count, whole or percentage that no share can have.
    invalid_survey_points = 842,  ///< An index outside 0..1, a maximum that is not above 0, counts of no answers.
    impossible_share = 843,       ///< Warning: a printed percentage that the count, or any count, does not give.
    classes_not_whole = 844,      ///< Warning: classes that do not add up to what they are classes of.
};

/// The name of the enumerator, "score_above_maximum"; empty for a number that is no code.
[[nodiscard]] std::string_view to_string(error_code code) noexcept;

/// Thrown where a value cannot exist: overflow, division by zero, an invalid scale. Text from outside never throws
/// it: readers return result<T> instead.
class error : public std::runtime_error {
public:
    error(error_code code, const std::string& message) : std::runtime_error(message), code_(code) {}
    [[nodiscard]] error_code code() const noexcept { return code_; }

private:
    error_code code_;
};

}  // namespace parindex::inline v0
