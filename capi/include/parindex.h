/** @file
 *  The C interface of parindex: criteria sets (bộ tiêu chí), assessments (kết quả chấm điểm), evaluations with a trace of
 *  every point, remediation plans (kế hoạch khắc phục), and surveys (điều tra xã hội học) with their indices, for C99, C++
 *  and every language that calls C.
 *
 *  The rules that hold for every function, so that the comments below only add to them:
 *
 *  - **Status.** A function that can fail returns a ::parindex_status: ::PARINDEX_OK or one of the `PARINDEX_E_` numbers.
 *    Its last argument, which may be NULL, receives the first error. Readers also hand back all findings at once, as
 *    ::parindex_diagnostics. When a call fails, its outputs are NULL or untouched and its inputs are as they were.
 *    Every function can return ::PARINDEX_E_NO_MEMORY, and for NULL or foreign pointers ::PARINDEX_E_NULL_POINTER or
 *    ::PARINDEX_E_WRONG_HANDLE. Queries that return a number instead of a status return 0 for NULL.
 *  - **Ownership.** What a function hands back as a handle belongs to the caller, who frees it with the function named
 *    `_free` of its type, in any order: a handle keeps alive what it was made from. `_free` takes NULL. Nothing else is
 *    ever handed out to be freed; inputs are copied and may go as soon as the call returns.
 *  - **Threads.** Functions that take only const handles may run at the same time on the same handles. A handle that is
 *    changed or freed belongs to one thread. There is no global and no thread-local state, and no function reads the
 *    locale, a file, the clock or the environment.
 *  - **Text in** is UTF-8, a pointer and its length in bytes; a NULL pointer with length 0 is an empty text. Members of
 *    structures are texts that end with a NUL; NULL is an empty one.
 *  - **Text out** is written to `buffer`, of `capacity` bytes, as UTF-8 that ends with a NUL. `size`, which may be NULL,
 *    receives its length without that NUL. A buffer that is too small receives an empty text, `size` the length, and the
 *    status is ::PARINDEX_E_BUFFER_TOO_SMALL. To ask for the length, pass NULL and 0, and `size`: that is no error.
 *  - **Numbers** are exact. Points are written as "15.5", or as "11/14" where no decimal ends; parindex_decimal_round()
 *    rounds either as asked. ::parindex_decimal is a number of at most 18 decimals.
 *  - **Structures** that may gain members begin with `struct_size`, which the caller sets to the `sizeof` it was compiled
 *    with: the library reads and writes no byte behind it. Those that stand in arrays never change.
 *  - **Indices** count from 0. Nodes are numbered in the order of the document: 0 is the whole set, the fields are its
 *    children, and the nodes below node `i` are `i + 1` up to, not including, its `end`. ::PARINDEX_NONE is no index.
 *
 *  Deprecated functions: none. One that is replaced stays in the library, is listed here with the version that
 *  deprecated it and its successor, and goes only with a new number of the ABI.
 *  @since 0.1 */
#ifndef PARINDEX_H
#define PARINDEX_H

#include "parindex/version.h"

#include <stddef.h>
#include <stdint.h>

/** @def PARINDEX_API
 *  Before every function: it comes from the shared library. */
#if defined(_WIN32)
#if defined(PARINDEX_BUILDS_LIBRARY)
#define PARINDEX_API __declspec(dllexport)
#else
#define PARINDEX_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define PARINDEX_API __attribute__((visibility("default")))
#else
#define PARINDEX_API
#endif

/** @def PARINDEX_NOEXCEPT
 *  Behind every function: no exception leaves it. */
#ifdef __cplusplus
#define PARINDEX_NOEXCEPT noexcept
extern "C" {
#else
#define PARINDEX_NOEXCEPT
#endif

/** @name Types
 *  @{ */

/** ::PARINDEX_OK, or what went wrong. @since 0.1 */
typedef int32_t parindex_status;

/** A criteria set that passed every static check. It never changes. @since 0.1 */
typedef struct parindex_criteria_set parindex_criteria_set;
/** What rules read that no unit hands in: last year's values, the best of the peers. It never changes. @since 0.1 */
typedef struct parindex_context parindex_context;
/** The marks of one unit for one year. @since 0.1 */
typedef struct parindex_assessment parindex_assessment;
/** The units of one file of marks: each with its marks, or with what is wrong with them. It never changes. @since 0.1 */
typedef struct parindex_assessment_list parindex_assessment_list;
/** The points of one unit, and how they came about. It never changes. @since 0.1 */
typedef struct parindex_evaluation parindex_evaluation;
/** A remediation plan. It never changes. @since 0.1 */
typedef struct parindex_plan parindex_plan;
/** How much of what was lost a plan answers. It never changes. @since 0.1 */
typedef struct parindex_coverage parindex_coverage;
/** What one criteria set changes in another. It never changes. @since 0.1 */
typedef struct parindex_set_changes parindex_set_changes;
/** A questionnaire (phiếu khảo sát) that passed every static check. It never changes. @since 0.1 */
typedef struct parindex_questionnaire parindex_questionnaire;
/** Counts of the answers to a questionnaire, by unit (bảng kiểm đếm). @since 0.1 */
typedef struct parindex_tally parindex_tally;
/** A file of answers that is being read. @since 0.1 */
typedef struct parindex_answers_reader parindex_answers_reader;
/** A satisfaction index (chỉ số hài lòng) and how it came about. It never changes. @since 0.1 */
typedef struct parindex_satisfaction_index parindex_satisfaction_index;
/** All that one call found: errors, warnings, notes. It never changes. @since 0.1 */
typedef struct parindex_diagnostics parindex_diagnostics;

/** One finding. Texts end with a NUL; one that is too long is cut behind a whole character, and
 *  parindex_diagnostics_text() has all of it. @since 0.1 */
typedef struct parindex_error {
    uint32_t struct_size; /**< sizeof(parindex_error); the library writes no byte behind it. */
    int32_t code;         /**< ::PARINDEX_OK after a call that succeeded; otherwise as the status. */
    int32_t severity;     /**< ::PARINDEX_SEVERITY_ERROR, or less for a finding of ::parindex_diagnostics. */
    uint32_t line;        /**< In the text that was read, from 1; 0: unknown. */
    uint32_t column;      /**< In code points, from 1; 0: unknown. */
    uint32_t findings;    /**< How many findings the call made in all. */
    char criterion[128];  /**< Code of the criterion that it concerns, or empty. */
    char where[256];      /**< JSON Pointer (RFC 6901) to the value, or empty. */
    char message[512];    /**< Plain English; says what was expected. */
} parindex_error;

/** coefficient / 10^scale: {9452, 2, 0} is 94.52. @since 0.1 */
typedef struct parindex_decimal {
    int64_t coefficient; /**< Any. */
    int32_t scale;       /**< 0..18 */
    int32_t reserved;    /**< 0; it makes the structure 16 bytes everywhere. */
} parindex_decimal;

/** Takes a piece of a text: `size` bytes, whole characters of UTF-8, without a NUL behind them. `user` is what the caller
 *  handed to the function that calls. A return value other than 0 ends the call with ::PARINDEX_E_CALLBACK_FAILED. It
 *  must not throw or jump. @since 0.1 */
typedef int32_t (*parindex_write_function)(void *user, const char *text, size_t size);

/** @}
 *  @name Words
 *  Their numbers never change.
 *  @{ */

/** Success. @since 0.1 */
#define PARINDEX_OK 0
/** No node, part or round. @since 0.1 */
#define PARINDEX_NONE (-1)

/** Something was done that the caller may want to know. @since 0.1 */
#define PARINDEX_SEVERITY_NOTE 0
/** The result stands, but a person should look. @since 0.1 */
#define PARINDEX_SEVERITY_WARNING 1
/** The input is refused. @since 0.1 */
#define PARINDEX_SEVERITY_ERROR 2

/** To the nearest; a tie goes away from zero. @since 0.1 */
#define PARINDEX_ROUNDING_HALF_UP 0
/** To the nearest; a tie goes to the even neighbour. @since 0.1 */
#define PARINDEX_ROUNDING_HALF_EVEN 1
/** To the nearest; a tie goes toward zero. @since 0.1 */
#define PARINDEX_ROUNDING_HALF_DOWN 2
/** Toward zero (cut). @since 0.1 */
#define PARINDEX_ROUNDING_DOWN 3
/** Away from zero. @since 0.1 */
#define PARINDEX_ROUNDING_UP 4
/** Toward minus infinity. @since 0.1 */
#define PARINDEX_ROUNDING_FLOOR 5
/** Toward plus infinity. @since 0.1 */
#define PARINDEX_ROUNDING_CEILING 6

/** Self score (tự chấm). @since 0.1 */
#define PARINDEX_ROUND_SELF 0
/** Appraised score (thẩm định). @since 0.1 */
#define PARINDEX_ROUND_APPRAISAL 1
/** Second appraisal. @since 0.1 */
#define PARINDEX_ROUND_RE_APPRAISAL 2
/** Survey score (điều tra xã hội học). @since 0.1 */
#define PARINDEX_ROUND_SURVEY 3
/** Scored by the authority above only. @since 0.1 */
#define PARINDEX_ROUND_AUTHORITY 4

/** A node with children. @since 0.1 */
#define PARINDEX_NODE_GROUP 0
/** A node that is scored. @since 0.1 */
#define PARINDEX_NODE_LEAF 1
/** Everything in its group that is not itemised. @since 0.1 */
#define PARINDEX_NODE_REMAINDER 2

/** Part of the maximum. @since 0.1 */
#define PARINDEX_POINT_KIND_REGULAR 0
/** Added above the maximum (điểm thưởng). @since 0.1 */
#define PARINDEX_POINT_KIND_BONUS 1
/** Taken from the total (điểm phạt). @since 0.1 */
#define PARINDEX_POINT_KIND_PENALTY 2

/** Stands in a published document. @since 0.1 */
#define PARINDEX_ORIGIN_PRINTED 0
/** Concluded, under an assumption. @since 0.1 */
#define PARINDEX_ORIGIN_INFERRED 1
/** Given because the document has none. @since 0.1 */
#define PARINDEX_ORIGIN_ASSIGNED 2

/** The leaf has no rule: it is scored by hand. @since 0.1 */
#define PARINDEX_RULE_NONE 0
/** The points of the level reached. @since 0.1 */
#define PARINDEX_RULE_LEVELS 1
/** The first case whose condition holds. @since 0.1 */
#define PARINDEX_RULE_CASES 2
/** The points of the interval of a quantity. @since 0.1 */
#define PARINDEX_RULE_STEPS 3
/** Points in proportion. @since 0.1 */
#define PARINDEX_RULE_LINEAR 4
/** A sum with weights. @since 0.1 */
#define PARINDEX_RULE_WEIGHTED_SUM 5
/** The sum, best or worst of rules. @since 0.1 */
#define PARINDEX_RULE_COMBINE 6
/** The points themselves. @since 0.1 */
#define PARINDEX_RULE_FORMULA 7

/** A whole number from 0. @since 0.1 */
#define PARINDEX_FACT_COUNT 0
/** Any number within its bounds. @since 0.1 */
#define PARINDEX_FACT_NUMBER 1
/** A percentage as it is printed: 91.17. @since 0.1 */
#define PARINDEX_FACT_PERCENT 2
/** A complete date. @since 0.1 */
#define PARINDEX_FACT_DATE 3
/** Yes or no. @since 0.1 */
#define PARINDEX_FACT_YES_NO 4
/** One of the levels that are declared. @since 0.1 */
#define PARINDEX_FACT_LEVEL 5

/** Of a column: no value, but that the leaf has a mark; for a rule that reads no fact of marks. @since 0.1 */
#define PARINDEX_COLUMN_MARKED (-2)

/** Given by the mark. @since 0.1 */
#define PARINDEX_FACT_OF_MARK 0
/** Given by the context. @since 0.1 */
#define PARINDEX_FACT_OF_CONTEXT 1

/** What the unit could earn. @since 0.1 */
#define PARINDEX_POINTS_MAXIMUM 0
/** What it has earned; while marks are missing, so far. @since 0.1 */
#define PARINDEX_POINTS_SCORE 1
/** The final score if all that is open gets the least. @since 0.1 */
#define PARINDEX_POINTS_LOWEST 2
/** The final score if all that is open gets the most. @since 0.1 */
#define PARINDEX_POINTS_HIGHEST 3
/** Maximum less highest: what is lost. @since 0.1 */
#define PARINDEX_POINTS_DEDUCTION 4

/** Points of a leaf that were not earned (điểm trừ). @since 0.1 */
#define PARINDEX_LEDGER_LOSS 0
/** Points above the maximum. @since 0.1 */
#define PARINDEX_LEDGER_BONUS 1
/** A penalty. @since 0.1 */
#define PARINDEX_LEDGER_PENALTY 2
/** A minimum or cap of a group that was reached. @since 0.1 */
#define PARINDEX_LEDGER_LIMIT 3
/** What a maximum lost or won because something does not apply. @since 0.1 */
#define PARINDEX_LEDGER_RESCALE 4
/** What rounding a field or the whole changed. @since 0.1 */
#define PARINDEX_LEDGER_ROUNDING 5

/** Leaves that are yet to be scored. @since 0.1 */
#define PARINDEX_NODES_UNMARKED 0
/** Leaves that do not apply to the unit. @since 0.1 */
#define PARINDEX_NODES_NOT_APPLICABLE 1
/** Leaves whose missing facts may yet show that they do not apply. @since 0.1 */
#define PARINDEX_NODES_MAY_NOT_APPLY 2
/** Leaves that the unit itself scored otherwise than what counts. @since 0.1 */
#define PARINDEX_NODES_SELF_DIFFERS 3

/** Maxima of the leaves that have both a self score and one that counts. @since 0.1 */
#define PARINDEX_SELF_MAXIMUM 0
/** Self scores of those leaves. @since 0.1 */
#define PARINDEX_SELF_SCORE 1
/** What counts for those leaves. @since 0.1 */
#define PARINDEX_SELF_COUNTED 2
/** All self scores: what the unit hands in. @since 0.1 */
#define PARINDEX_SELF_TOTAL 3

/** The code of a node, part, unit, fact or level. @since 0.1 */
#define PARINDEX_TEXT_CODE 0
/** The name of a node, part, unit or decision; the label of a fact or level. @since 0.1 */
#define PARINDEX_TEXT_NAME 1
/** Of a node: on what an inferred maximum rests. @since 0.1 */
#define PARINDEX_TEXT_ASSUMPTION 2
/** Of node 0: the number of the decision that issued the set. @since 0.1 */
#define PARINDEX_TEXT_DECISION_NUMBER 3
/** Of node 0: who issued it. @since 0.1 */
#define PARINDEX_TEXT_DECISION_ISSUER 4
/** Of node 0: its date, "2022-01-20". @since 0.1 */
#define PARINDEX_TEXT_DECISION_DATE 5
/** Of a finding: name of the file as the caller gave it. @since 0.1 */
#define PARINDEX_TEXT_FILE 6
/** Of a finding: JSON Pointer. @since 0.1 */
#define PARINDEX_TEXT_WHERE 7
/** Of a finding or change: code of the criterion. @since 0.1 */
#define PARINDEX_TEXT_CRITERION 8
/** Of a finding: what was expected. @since 0.1 */
#define PARINDEX_TEXT_MESSAGE 9
/** Of a finding: all of it on one line that no terminal takes for a command. @since 0.1 */
#define PARINDEX_TEXT_LINE 10
/** Of a change: what was there. @since 0.1 */
#define PARINDEX_TEXT_BEFORE 11
/** Of a change: what is there now. @since 0.1 */
#define PARINDEX_TEXT_AFTER 12
/** Of a questionnaire or index: the method of the survey, "1001/QĐ-BNV 2023". @since 0.1 */
#define PARINDEX_TEXT_METHOD 13
/** Of an index: the short name of its formula, "F3". @since 0.1 */
#define PARINDEX_TEXT_FORMULA 14
/** Of an index: how it goes over units, "mean_of_units". @since 0.1 */
#define PARINDEX_TEXT_AGGREGATION 15
/** Of an index: the code of the block, factor or question that it is about; empty: the whole. @since 0.1 */
#define PARINDEX_TEXT_SCOPE 16

/** A criterion was added. @since 0.1 */
#define PARINDEX_CHANGE_ADDED 0
/** A criterion was removed. @since 0.1 */
#define PARINDEX_CHANGE_REMOVED 1
/** Another name. @since 0.1 */
#define PARINDEX_CHANGE_RENAMED 2
/** Another parent. @since 0.1 */
#define PARINDEX_CHANGE_MOVED 3
/** Another maximum. @since 0.1 */
#define PARINDEX_CHANGE_MAXIMUM 4
/** Another minimum or cap. @since 0.1 */
#define PARINDEX_CHANGE_BOUNDS 5
/** Another part. @since 0.1 */
#define PARINDEX_CHANGE_PART 6
/** Something else follows where it does not apply. @since 0.1 */
#define PARINDEX_CHANGE_POLICY 7
/** Other evidence is required. @since 0.1 */
#define PARINDEX_CHANGE_EVIDENCE 8
/** Another rule, or other facts for it. @since 0.1 */
#define PARINDEX_CHANGE_RULE 9
/** Regular, bonus or penalty points. @since 0.1 */
#define PARINDEX_CHANGE_POINT_KIND 10

/** @since 0.1 */
#define PARINDEX_LANGUAGE_VIETNAMESE 0
/** @since 0.1 */
#define PARINDEX_LANGUAGE_ENGLISH 1

/** Points that were lost. @since 0.1 */
#define PARINDEX_COVERAGE_LOST 0
/** Points lost whose shortfall has a task. @since 0.1 */
#define PARINDEX_COVERAGE_COVERED 1
/** Of the whole set. @since 0.1 */
#define PARINDEX_SCOPE_TOTAL 0
/** Of a part. @since 0.1 */
#define PARINDEX_SCOPE_PART 1
/** Of a field. @since 0.1 */
#define PARINDEX_SCOPE_FIELD 2

/** What respondents notice (nhận định). @since 0.1 */
#define PARINDEX_QUESTION_PERCEPTION 0
/** What they are satisfied with (hài lòng); only these enter the index of a factor, a block or the whole. @since 0.1 */
#define PARINDEX_QUESTION_SATISFACTION 1
/** What they expect (mong đợi). @since 0.1 */
#define PARINDEX_QUESTION_NEED 2

/** Answered; of a question that takes several options, by those who marked any. @since 0.1 */
#define PARINDEX_ANSWER_ANSWERED 0
/** Nothing is marked. @since 0.1 */
#define PARINDEX_ANSWER_BLANK 1
/** "Không biết". @since 0.1 */
#define PARINDEX_ANSWER_DONT_KNOW 2
/** "Không áp dụng". @since 0.1 */
#define PARINDEX_ANSWER_NOT_APPLICABLE 3
/** "Không trả lời". @since 0.1 */
#define PARINDEX_ANSWER_REFUSED 4
/** A whole number that is no code of a scale of whole numbers. @since 0.1 */
#define PARINDEX_ANSWER_OUT_OF_RANGE 5
/** More than one option of a question that takes one. @since 0.1 */
#define PARINDEX_ANSWER_SEVERAL_MARKED 6
/** Nothing is marked, and the route of the questionnaire leaves the question out. @since 0.1 */
#define PARINDEX_ANSWER_SKIPPED 7
/** Something is marked, although the route leaves the question out. @since 0.1 */
#define PARINDEX_ANSWER_OFF_ROUTE 8

/** A tally keeps nothing that variances need. @since 0.1 */
#define PARINDEX_PRECISION_NONE 0
/** It keeps sums of every cluster: village, office, enumerator. @since 0.1 */
#define PARINDEX_PRECISION_CLUSTERS 1
/** Every respondent is a cluster; it keeps sums of every stratum. @since 0.1 */
#define PARINDEX_PRECISION_RESPONDENTS 2

/** The index or a term of it as a share, "439/572"; it is a mean level for the formula F7. @since 0.1 */
#define PARINDEX_INDEX_VALUE 0
/** A hundred times that. @since 0.1 */
#define PARINDEX_INDEX_PERCENT 1
/** What is divided: a count where the formula divides counts; otherwise the value itself. @since 0.1 */
#define PARINDEX_INDEX_NUMERATOR 2
/** By what; 0 where nobody answered. @since 0.1 */
#define PARINDEX_INDEX_DENOMINATOR 3
/** Of a term: its weight in the mean; 0 where it has no value. @since 0.1 */
#define PARINDEX_INDEX_WEIGHT 4

/** @}
 *  @name Version
 *  @{ */

/** The version of the library that is loaded: major * 1,000,000 + minor * 1,000 + patch; ::PARINDEX_VERSION_NUMBER is
 *  that of the header. Never fails. Threads: any. @since 0.1 */
PARINDEX_API uint32_t parindex_version(void) PARINDEX_NOEXCEPT;

/** The same as text, "0.1.0". Never fails. Threads: any. Owner: the library; it stays valid. @since 0.1 */
PARINDEX_API const char *parindex_version_text(void) PARINDEX_NOEXCEPT;

/** The number of the ABI of the library that is loaded, which its file name bears. A program runs with the one whose
 *  ::PARINDEX_ABI_VERSION it was compiled with. Never fails. Threads: any. @since 0.1 */
PARINDEX_API uint32_t parindex_abi_version(void) PARINDEX_NOEXCEPT;

/** The name of a status, "score_above_maximum"; "unknown" for a number that is none. Never fails. Threads: any. Owner: the
 *  library; it stays valid. @since 0.1 */
PARINDEX_API const char *parindex_status_name(parindex_status status) PARINDEX_NOEXCEPT;

/** @}
 *  @name Numbers
 *  @{ */

/** Reads `-?digits[.digits]`, with no leading zeros, plus sign, exponent or grouping. Threads: any.
 *  Errors: ::PARINDEX_E_INVALID_NUMBER, ::PARINDEX_E_NUMBER_TOO_LONG, ::PARINDEX_E_NUMBER_TOO_PRECISE, with the column
 *  of the character that does not belong. @since 0.1 */
PARINDEX_API parindex_status parindex_decimal_parse(const char *text, size_t text_size, parindex_decimal *number,
                                                    parindex_error *error) PARINDEX_NOEXCEPT;

/** Writes a number with all decimals of its scale, "12.00". Threads: any.
 *  Errors: ::PARINDEX_E_INVALID_SCALE, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_decimal_format(const parindex_decimal *number, char *buffer, size_t capacity,
                                                     size_t *size, parindex_error *error) PARINDEX_NOEXCEPT;

/** Rounds a number or fraction, "15.5" or "11/14", to a number of places.
 *  @param text       as the library writes points
 *  @param text_size  its length
 *  @param places     0..18
 *  @param rounding   one of the `PARINDEX_ROUNDING_` words
 *  @param number     receives the result, with exactly that scale
 *  @param exact      may be NULL; receives 1 if nothing was lost, else 0
 *  @param error      see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_INVALID_NUMBER, ::PARINDEX_E_DIVISION_BY_ZERO, ::PARINDEX_E_RATIO_TOO_LARGE,
 *  ::PARINDEX_E_INVALID_SCALE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_OVERFLOW. @since 0.1 */
PARINDEX_API parindex_status parindex_decimal_round(const char *text, size_t text_size, int32_t places, int32_t rounding,
                                                    parindex_decimal *number, int32_t *exact,
                                                    parindex_error *error) PARINDEX_NOEXCEPT;

/** Reads a number that was kept in binary floating point (SQL `float`) but is known to have a number of decimals:
 *  3.6100000000000003 with 2 places is 3.61. It is accepted within 128 units of its own last binary place, which covers
 *  what adding up a few hundred scores leaves behind, and refused beyond: 3.615 with 2 places. This is the only function
 *  that takes such a number.
 *  @param value   finite
 *  @param places  0..18, and no more than a number of this size can tell apart
 *  @param number  receives the number, with that scale
 *  @param error   see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_INVALID_NUMBER, ::PARINDEX_E_NUMBER_TOO_PRECISE, ::PARINDEX_E_INVALID_SCALE,
 *  ::PARINDEX_E_OVERFLOW. @since 0.1 */
PARINDEX_API parindex_status parindex_decimal_from_double(double value, int32_t places, parindex_decimal *number,
                                                          parindex_error *error) PARINDEX_NOEXCEPT;

/** @}
 *  @name Findings
 *  @{ */

/** How many there are. Above 200 for one file the rest are counted only: then the last one says how many. Never fails.
 *  Threads: any. @since 0.1 */
PARINDEX_API size_t parindex_diagnostics_count(const parindex_diagnostics *diagnostics) PARINDEX_NOEXCEPT;

/** A finding. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_STRUCT_SIZE.
 *  @param diagnostics  all of them
 *  @param index        of the finding
 *  @param finding      receives it
 *  @param error        another structure, or NULL @since 0.1 */
PARINDEX_API parindex_status parindex_diagnostics_get(const parindex_diagnostics *diagnostics, size_t index,
                                                      parindex_error *finding, parindex_error *error) PARINDEX_NOEXCEPT;

/** A text of a finding, whole: ::PARINDEX_TEXT_FILE, ::PARINDEX_TEXT_WHERE, ::PARINDEX_TEXT_CRITERION,
 *  ::PARINDEX_TEXT_MESSAGE or ::PARINDEX_TEXT_LINE. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE,
 *  ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_diagnostics_text(const parindex_diagnostics *diagnostics, size_t index, int32_t which,
                                                       char *buffer, size_t capacity, size_t *size,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees findings. Threads: no other may use them. @since 0.1 */
PARINDEX_API void parindex_diagnostics_free(parindex_diagnostics *diagnostics) PARINDEX_NOEXCEPT;

/** @}
 *  @name Criteria sets
 *  @{ */

/** Reads a criteria set, "parindex.criteria/1", and checks it.
 *  @param json         the text of the file, at most 16 MiB
 *  @param json_size    its length
 *  @param file         what findings call it; may be empty
 *  @param file_size    its length
 *  @param set          receives the set, or NULL. Owner: the caller
 *  @param diagnostics  may be NULL; receives everything that was found, or NULL if nothing was. Owner: the caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: those of files (2xx), sets (3xx) and rules (35x, 36x). @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_read(const char *json, size_t json_size, const char *file,
                                                        size_t file_size, parindex_criteria_set **set,
                                                        parindex_diagnostics **diagnostics,
                                                        parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees the set, once nothing made from it is left. Threads: no other may use this handle. @since 0.1 */
PARINDEX_API void parindex_criteria_set_free(parindex_criteria_set *set) PARINDEX_NOEXCEPT;

/** The file of the set, byte for byte the same for equal sets. Threads: any. Errors: ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_json(const parindex_criteria_set *set, char *buffer, size_t capacity,
                                                        size_t *size, parindex_error *error) PARINDEX_NOEXCEPT;

/** The same in pieces, to a function of the caller. Threads: any. Errors: ::PARINDEX_E_CALLBACK_FAILED. @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_write(const parindex_criteria_set *set, parindex_write_function write,
                                                         void *user, parindex_error *error) PARINDEX_NOEXCEPT;

/** How many nodes there are: at least 1. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_criteria_set_node_count(const parindex_criteria_set *set) PARINDEX_NOEXCEPT;

/** What is known of a node beside its texts. @since 0.1 */
typedef struct parindex_node {
    uint32_t struct_size;   /**< sizeof(parindex_node) */
    int32_t kind;           /**< ::PARINDEX_NODE_GROUP, ... */
    int32_t point_kind;     /**< ::PARINDEX_POINT_KIND_REGULAR, ... */
    int32_t parent;         /**< Index; ::PARINDEX_NONE for the whole set. */
    int32_t end;            /**< One past the last node below it. */
    int32_t level;          /**< 0 the set, 1 a field. */
    int32_t part;           /**< Index of the part of a leaf; otherwise ::PARINDEX_NONE, or the part of its bounds. */
    int32_t states_maximum; /**< 0 for a leaf that is known by its loss only, whose maximum is none; else 1. */
    int32_t maximum_origin; /**< ::PARINDEX_ORIGIN_PRINTED, ... */
    int32_t rule;           /**< ::PARINDEX_RULE_NONE, ... */
    int32_t fact_count;     /**< Facts that the rule declares. */
} parindex_node;

/** A node. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_STRUCT_SIZE. @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_node(const parindex_criteria_set *set, int32_t index, parindex_node *node,
                                                        parindex_error *error) PARINDEX_NOEXCEPT;

/** A text of a node: ::PARINDEX_TEXT_CODE, ::PARINDEX_TEXT_NAME, ::PARINDEX_TEXT_ASSUMPTION, and of node 0 those of the
 *  decision. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT,
 *  ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_text(const parindex_criteria_set *set, int32_t node, int32_t which,
                                                        char *buffer, size_t capacity, size_t *size,
                                                        parindex_error *error) PARINDEX_NOEXCEPT;

/** What a node adds to the maximum of its parent, in points: "15.5". Zero for bonus points and penalties. Threads: any.
 *  Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_maximum(const parindex_criteria_set *set, int32_t node, char *buffer,
                                                           size_t capacity, size_t *size,
                                                           parindex_error *error) PARINDEX_NOEXCEPT;

/** The node with a code. Threads: any. Errors: ::PARINDEX_E_UNKNOWN_CODE. @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_find(const parindex_criteria_set *set, const char *code, size_t code_size,
                                                        int32_t *node, parindex_error *error) PARINDEX_NOEXCEPT;

/** How many parts there are. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_criteria_set_part_count(const parindex_criteria_set *set) PARINDEX_NOEXCEPT;

/** ::PARINDEX_TEXT_CODE or ::PARINDEX_TEXT_NAME of a part. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE,
 *  ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_part_text(const parindex_criteria_set *set, int32_t part, int32_t which,
                                                             char *buffer, size_t capacity, size_t *size,
                                                             parindex_error *error) PARINDEX_NOEXCEPT;

/** What is known of a fact beside its texts. @since 0.1 */
typedef struct parindex_fact {
    uint32_t struct_size; /**< sizeof(parindex_fact) */
    int32_t kind;         /**< ::PARINDEX_FACT_COUNT, ... */
    int32_t source;       /**< ::PARINDEX_FACT_OF_MARK or ::PARINDEX_FACT_OF_CONTEXT */
    int32_t level_count;  /**< Levels of a level fact; otherwise 0. */
} parindex_fact;

/** A fact that the rule of a leaf declares. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_STRUCT_SIZE.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_fact(const parindex_criteria_set *set, int32_t node, int32_t index,
                                                        parindex_fact *fact, parindex_error *error) PARINDEX_NOEXCEPT;

/** A text of a fact or of one of its levels.
 *  @param set       the set
 *  @param node      of a leaf with a rule
 *  @param fact      index of the fact
 *  @param level     index of a level of it, or ::PARINDEX_NONE: the fact itself
 *  @param which     ::PARINDEX_TEXT_CODE: the name of a fact in formulas, the code of a level; ::PARINDEX_TEXT_NAME: its
 *                   label, which may be empty
 *  @param buffer    see the head of this file, likewise `capacity`, `size` and `error`
 *  @param capacity  of the buffer
 *  @param size      of the text
 *  @param error     the first error
 *  Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_fact_text(const parindex_criteria_set *set, int32_t node, int32_t fact,
                                                             int32_t level, int32_t which, char *buffer, size_t capacity,
                                                             size_t *size, parindex_error *error) PARINDEX_NOEXCEPT;

/** Warnings of the static checks: what is odd, but can be used. NULL if there are none. Threads: any. Owner: the caller.
 *  Errors: those of every function. @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_warnings(const parindex_criteria_set *set,
                                                            parindex_diagnostics **diagnostics,
                                                            parindex_error *error) PARINDEX_NOEXCEPT;

/** What `after`, such as a correction (đính chính), changes in `before`. Threads: any. Owner of `changes`: the caller.
 *  Errors: those of every function. @since 0.1 */
PARINDEX_API parindex_status parindex_criteria_set_compare(const parindex_criteria_set *before,
                                                           const parindex_criteria_set *after,
                                                           parindex_set_changes **changes,
                                                           parindex_error *error) PARINDEX_NOEXCEPT;

/** How many changes there are. Never fails. Threads: any. @since 0.1 */
PARINDEX_API size_t parindex_set_changes_count(const parindex_set_changes *changes) PARINDEX_NOEXCEPT;

/** What kind a change is: ::PARINDEX_CHANGE_ADDED, ... Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE. @since 0.1 */
PARINDEX_API parindex_status parindex_set_changes_kind(const parindex_set_changes *changes, size_t index, int32_t *kind,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** ::PARINDEX_TEXT_CRITERION (empty: the whole set), ::PARINDEX_TEXT_BEFORE or ::PARINDEX_TEXT_AFTER of a change. Threads:
 *  any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_set_changes_text(const parindex_set_changes *changes, size_t index, int32_t which,
                                                       char *buffer, size_t capacity, size_t *size,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees changes. Threads: no other may use them. @since 0.1 */
PARINDEX_API void parindex_set_changes_free(parindex_set_changes *changes) PARINDEX_NOEXCEPT;

/** @}
 *  @name Contexts
 *  @{ */

/** Reads a context, "parindex.context/1", and checks it against the set. Arguments as of parindex_criteria_set_read().
 *  Threads: any. Owner of `context` and `diagnostics`: the caller. Errors: those of files (2xx), codes (301) and
 *  assessments (4xx). @since 0.1 */
PARINDEX_API parindex_status parindex_context_read(const parindex_criteria_set *set, const char *json, size_t json_size,
                                                   const char *file, size_t file_size, parindex_context **context,
                                                   parindex_diagnostics **diagnostics,
                                                   parindex_error *error) PARINDEX_NOEXCEPT;

/** The file of the context, byte for byte the same for equal contexts. Threads: any.
 *  Errors: ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_context_json(const parindex_context *context, char *buffer, size_t capacity,
                                                   size_t *size, parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees a context. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_context_free(parindex_context *context) PARINDEX_NOEXCEPT;

/** @}
 *  @name Assessments
 *  @{ */

/** Reads the marks of one unit, "parindex.assessment/1", and checks them against the set, with a context as those of a
 *  unit that sees its facts. `context` may be NULL; other arguments as of parindex_criteria_set_read(). Threads: any. Owner
 *  of `assessment` and `diagnostics`: the caller. Errors: those of files (2xx), codes (301) and assessments (4xx).
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_read(const parindex_criteria_set *set, const parindex_context *context,
                                                      const char *json, size_t json_size, const char *file,
                                                      size_t file_size, parindex_assessment **assessment,
                                                      parindex_diagnostics **diagnostics,
                                                      parindex_error *error) PARINDEX_NOEXCEPT;

/** An assessment without marks.
 *  @param set         whose criteria are scored
 *  @param unit        code of the unit
 *  @param unit_size   its length
 *  @param name        name of the unit; empty: its code
 *  @param name_size   its length
 *  @param group       code of its group of units; empty where the set declares none
 *  @param group_size  its length
 *  @param year        that is scored: 1945..9999
 *  @param assessment  receives it. Owner: the caller
 *  @param error       see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_INVALID_ARGUMENT for an empty unit or a year out of range,
 *  ::PARINDEX_E_INVALID_UTF8, ::PARINDEX_E_WRONG_UNIT_GROUP. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_create(const parindex_criteria_set *set, const char *unit, size_t unit_size,
                                                        const char *name, size_t name_size, const char *group,
                                                        size_t group_size, int32_t year, parindex_assessment **assessment,
                                                        parindex_error *error) PARINDEX_NOEXCEPT;

/** Gives a leaf a score in a round, in the place of what its mark said there. Bounds are checked by
 *  parindex_assessment_check() and parindex_evaluate(). Threads: the assessment is changed.
 *  Errors: ::PARINDEX_E_UNKNOWN_CODE, ::PARINDEX_E_NOT_A_LEAF, ::PARINDEX_E_INVALID_SCALE, ::PARINDEX_E_INVALID_ARGUMENT.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_set_score(parindex_assessment *assessment, const char *criterion,
                                                           size_t criterion_size, int32_t round,
                                                           const parindex_decimal *score,
                                                           parindex_error *error) PARINDEX_NOEXCEPT;

/** Says what a leaf lost in a round, where no more is known. Otherwise as parindex_assessment_set_score().
 *  Threads: the assessment is changed. Errors: its. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_set_loss(parindex_assessment *assessment, const char *criterion,
                                                          size_t criterion_size, int32_t round,
                                                          const parindex_decimal *loss,
                                                          parindex_error *error) PARINDEX_NOEXCEPT;

/** Gives a leaf one fact for its rule in a round; the facts given before stay. An empty name with an empty value gives
 *  none, but a mark: for a rule that reads only what comes from outside the unit.
 *  @param assessment      that is changed
 *  @param criterion       code of a leaf with a rule
 *  @param criterion_size  its length
 *  @param round           one of the `PARINDEX_ROUND_` words
 *  @param fact            its name
 *  @param fact_size       length of the name
 *  @param value           "7", "91.17", "2022-01-20", "yes", "no", or the code of a level
 *  @param value_size      its length
 *  @param error           see the head of this file
 *  Threads: the assessment is changed. Errors: ::PARINDEX_E_UNKNOWN_CODE, ::PARINDEX_E_NOT_A_LEAF,
 *  ::PARINDEX_E_FACTS_WITHOUT_RULE, ::PARINDEX_E_UNKNOWN_FACT, ::PARINDEX_E_WRONG_FACT, those of numbers and dates (15x),
 *  ::PARINDEX_E_INVALID_ARGUMENT. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_set_fact(parindex_assessment *assessment, const char *criterion,
                                                          size_t criterion_size, int32_t round, const char *fact,
                                                          size_t fact_size, const char *value, size_t value_size,
                                                          parindex_error *error) PARINDEX_NOEXCEPT;

/** Says why a leaf does not apply to the unit. Otherwise as parindex_assessment_set_score(). Threads: the assessment is
 *  changed. Errors: ::PARINDEX_E_UNKNOWN_CODE, ::PARINDEX_E_NOT_A_LEAF, ::PARINDEX_E_INVALID_ARGUMENT (also an empty
 *  reason), ::PARINDEX_E_INVALID_UTF8. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_set_not_applicable(parindex_assessment *assessment, const char *criterion,
                                                                    size_t criterion_size, int32_t round,
                                                                    const char *reason, size_t reason_size,
                                                                    parindex_error *error) PARINDEX_NOEXCEPT;

/** Gives the explanation (giải trình) of a mark that is there. Threads: the assessment is changed.
 *  Errors: ::PARINDEX_E_UNKNOWN_CODE, ::PARINDEX_E_OUT_OF_RANGE without such a mark, ::PARINDEX_E_INVALID_ARGUMENT,
 *  ::PARINDEX_E_INVALID_UTF8. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_set_explanation(parindex_assessment *assessment, const char *criterion,
                                                                 size_t criterion_size, int32_t round,
                                                                 const char *explanation, size_t explanation_size,
                                                                 parindex_error *error) PARINDEX_NOEXCEPT;

/** Adds a document that proves a mark (tài liệu kiểm chứng), "12/BC-VPUB", and where in it; the place may be empty. Threads:
 *  the assessment is changed. Errors: as parindex_assessment_set_explanation(). @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_add_evidence(parindex_assessment *assessment, const char *criterion,
                                                              size_t criterion_size, int32_t round, const char *document,
                                                              size_t document_size, const char *place, size_t place_size,
                                                              parindex_error *error) PARINDEX_NOEXCEPT;

/** Takes the mark of a leaf in a round away; none is no error. Threads: the assessment is changed.
 *  Errors: ::PARINDEX_E_UNKNOWN_CODE, ::PARINDEX_E_INVALID_ARGUMENT. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_clear(parindex_assessment *assessment, const char *criterion,
                                                       size_t criterion_size, int32_t round,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** Everything about the marks that contradicts the set.
 *  @param assessment   the marks
 *  @param context      may be NULL
 *  @param diagnostics  may be NULL; receives all findings, or NULL if there are none. Owner: the caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: those of assessments (4xx). @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_check(const parindex_assessment *assessment, const parindex_context *context,
                                                       parindex_diagnostics **diagnostics,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** ::PARINDEX_TEXT_CODE or ::PARINDEX_TEXT_NAME of the unit. Threads: any. Errors: ::PARINDEX_E_INVALID_ARGUMENT,
 *  ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_unit(const parindex_assessment *assessment, int32_t which, char *buffer,
                                                      size_t capacity, size_t *size,
                                                      parindex_error *error) PARINDEX_NOEXCEPT;

/** The year that is scored. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_assessment_year(const parindex_assessment *assessment) PARINDEX_NOEXCEPT;

/** The file of the assessment, with its marks gathered by round. Threads: any. Errors: ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_json(const parindex_assessment *assessment, char *buffer, size_t capacity,
                                                      size_t *size, parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees an assessment. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_assessment_free(parindex_assessment *assessment) PARINDEX_NOEXCEPT;

/** @}
 *  @name Files of several units
 *  @{ */

/** Reads the marks of several units, "parindex.assessments/1" (or of one). One bad unit never spoils the others:
 *  parindex_assessment_list_get() says what is wrong with it. Arguments as of parindex_assessment_read(). Threads: any.
 *  Owner of `list` and `diagnostics`: the caller. Errors: those of files (2xx); of a file of one unit, those of
 *  parindex_assessment_read(). @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_list_read(const parindex_criteria_set *set, const parindex_context *context,
                                                           const char *json, size_t json_size, const char *file,
                                                           size_t file_size, parindex_assessment_list **list,
                                                           parindex_diagnostics **diagnostics,
                                                           parindex_error *error) PARINDEX_NOEXCEPT;

/** Reads facts of units from CSV (RFC 4180, with comma, semicolon or tab; UTF-8), in one of three layouts told by the
 *  header row: `unit`, `criterion`, `fact`, `value`; or `unit`, `criterion` and a column for each fact; or `unit` and
 *  columns such as `1.1.4:b`.
 *  @param set          whose rules the facts are for
 *  @param context      what the units see from outside; may be NULL
 *  @param csv          the text of the file, at most 16 MiB
 *  @param csv_size     its length
 *  @param file         what findings call it; may be empty
 *  @param file_size    its length
 *  @param year         of rows that name none: 1945..9999; 0: every row names its year
 *  @param round        of rows that name none
 *  @param list         receives the units. Owner: the caller
 *  @param diagnostics  may be NULL; receives what is wrong with the file as a whole. Owner: the caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: those of files (2xx), ::PARINDEX_E_INVALID_ARGUMENT. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_list_read_csv(const parindex_criteria_set *set,
                                                               const parindex_context *context, const char *csv,
                                                               size_t csv_size, const char *file, size_t file_size,
                                                               int32_t year, int32_t round,
                                                               parindex_assessment_list **list,
                                                               parindex_diagnostics **diagnostics,
                                                               parindex_error *error) PARINDEX_NOEXCEPT;

/** How many units there are. Never fails. Threads: any. @since 0.1 */
PARINDEX_API size_t parindex_assessment_list_count(const parindex_assessment_list *list) PARINDEX_NOEXCEPT;

/** ::PARINDEX_TEXT_CODE or ::PARINDEX_TEXT_NAME of a unit, also of one that could not be read. Threads: any.
 *  Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_list_unit(const parindex_assessment_list *list, size_t index, int32_t which,
                                                           char *buffer, size_t capacity, size_t *size,
                                                           parindex_error *error) PARINDEX_NOEXCEPT;

/** The marks of a unit, as a copy.
 *  @param list         the units
 *  @param index        of the unit
 *  @param assessment   receives the marks. Owner: the caller
 *  @param diagnostics  may be NULL; receives all that was found about the unit. Owner: the caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE; what is wrong with the marks of this unit. @since 0.1 */
PARINDEX_API parindex_status parindex_assessment_list_get(const parindex_assessment_list *list, size_t index,
                                                          parindex_assessment **assessment,
                                                          parindex_diagnostics **diagnostics,
                                                          parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees a list, not what was got from it. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_assessment_list_free(parindex_assessment_list *list) PARINDEX_NOEXCEPT;

/** @}
 *  @name Evaluation
 *  @{ */

/** Scores a unit by its marks.
 *  @param assessment   the marks; they may change afterwards, the evaluation does not
 *  @param context      may be NULL
 *  @param evaluation   receives the points. Owner: the caller
 *  @param diagnostics  may be NULL; receives all findings: what contradicts the set, and of a unit that was scored
 *                      what a person should know: published figures that differ, leaves without a mark. Owner: the
 *                      caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: those of assessments (4xx). @since 0.1 */
PARINDEX_API parindex_status parindex_evaluate(const parindex_assessment *assessment, const parindex_context *context,
                                               parindex_evaluation **evaluation, parindex_diagnostics **diagnostics,
                                               parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees an evaluation. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_evaluation_free(parindex_evaluation *evaluation) PARINDEX_NOEXCEPT;

/** 1 if every leaf that must be scored is; else 0. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_evaluation_complete(const parindex_evaluation *evaluation) PARINDEX_NOEXCEPT;

/** Points of a node, exact: "94.52", "11/14". `which` is one of the `PARINDEX_POINTS_` words. Threads: any.
 *  Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_points(const parindex_evaluation *evaluation, int32_t node, int32_t which,
                                                        char *buffer, size_t capacity, size_t *size,
                                                        parindex_error *error) PARINDEX_NOEXCEPT;

/** Points of a part, likewise. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT,
 *  ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_part_points(const parindex_evaluation *evaluation, int32_t part,
                                                             int32_t which, char *buffer, size_t capacity, size_t *size,
                                                             parindex_error *error) PARINDEX_NOEXCEPT;

/** The unit's own scores (điểm tự chấm) beside those that count. `which` is one of the `PARINDEX_SELF_` words. Threads: any.
 *  Errors: ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_self_points(const parindex_evaluation *evaluation, int32_t which,
                                                             char *buffer, size_t capacity, size_t *size,
                                                             parindex_error *error) PARINDEX_NOEXCEPT;

/** Whether the score of a node can be had from printed figures alone: ::PARINDEX_ORIGIN_PRINTED or
 *  ::PARINDEX_ORIGIN_INFERRED. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_origin(const parindex_evaluation *evaluation, int32_t node, int32_t *origin,
                                                        parindex_error *error) PARINDEX_NOEXCEPT;

/** The PAR INDEX in percent of what the unit could earn, over all parts or some of them.
 *  @param evaluation  the points
 *  @param parts       indices of the parts that count; NULL: the whole total
 *  @param part_count  how many
 *  @param buffer      see the head of this file, likewise `capacity`, `size` and `error`
 *  @param capacity    of the buffer
 *  @param size        of the text
 *  @param error       the first error
 *  Threads: any. Errors: ::PARINDEX_E_INCOMPLETE, ::PARINDEX_E_NOTHING_SCORED, ::PARINDEX_E_OUT_OF_RANGE,
 *  ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_percent(const parindex_evaluation *evaluation, const int32_t *parts,
                                                         size_t part_count, char *buffer, size_t capacity, size_t *size,
                                                         parindex_error *error) PARINDEX_NOEXCEPT;

/** The round whose mark counts for a leaf; ::PARINDEX_NONE where it has none. Threads: any.
 *  Errors: ::PARINDEX_E_OUT_OF_RANGE. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_round(const parindex_evaluation *evaluation, int32_t node, int32_t *round,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** Nodes of one kind, in their order: ::PARINDEX_NODES_UNMARKED, ...
 *  @param evaluation  the points
 *  @param which       the kind
 *  @param nodes       receives their indices; may be NULL with capacity 0, to ask how many there are
 *  @param capacity    how many it can hold
 *  @param count       receives how many there are
 *  @param error       see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_nodes(const parindex_evaluation *evaluation, int32_t which, int32_t *nodes,
                                                       size_t capacity, size_t *count,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** The facts that a leaf lacks, so that its points are open: indices as of parindex_criteria_set_fact(). Arguments as of
 *  parindex_evaluation_nodes(). Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_missing_facts(const parindex_evaluation *evaluation, int32_t node,
                                                               int32_t *facts, size_t capacity, size_t *count,
                                                               parindex_error *error) PARINDEX_NOEXCEPT;

/** One reason why the points of a node are not the maximum that the set gives it. @since 0.1 */
typedef struct parindex_ledger_entry {
    uint32_t struct_size; /**< sizeof(parindex_ledger_entry) */
    int32_t node;         /**< Where it arose. */
    int32_t kind;         /**< ::PARINDEX_LEDGER_LOSS, ... */
    int32_t origin;       /**< ::PARINDEX_ORIGIN_PRINTED, ... */
    int32_t is_deduction; /**< 1 for losses and penalties above zero: what was taken from the unit. */
} parindex_ledger_entry;

/** How many entries the ledger of a node has, with all below it. 0 for an index that is none. Never fails. Threads: any.
 *  @since 0.1 */
PARINDEX_API size_t parindex_evaluation_ledger_count(const parindex_evaluation *evaluation, int32_t node) PARINDEX_NOEXCEPT;

/** An entry of the ledger of a node. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_STRUCT_SIZE.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_ledger_entry(const parindex_evaluation *evaluation, int32_t node,
                                                              size_t index, parindex_ledger_entry *entry,
                                                              parindex_error *error) PARINDEX_NOEXCEPT;

/** Its amount, exact; above zero where points are taken away. The amounts of all entries of a node are exactly its maximum
 *  in the set less its highest points. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_ledger_amount(const parindex_evaluation *evaluation, int32_t node,
                                                               size_t index, char *buffer, size_t capacity, size_t *size,
                                                               parindex_error *error) PARINDEX_NOEXCEPT;

/** How a node came to its points, in one sentence: by its rule, "số hồ sơ đúng hạn / số hồ sơ = 5/7 = 71,43 % < 80 % → 0
 *  điểm", or where it has none or is a group, "đạt 3,61/4 điểm (trừ 0,39 điểm)". Values that do not terminate are shown
 *  with two decimals; nothing is computed from them.
 *  @param evaluation  the points
 *  @param node        index
 *  @param language    ::PARINDEX_LANGUAGE_VIETNAMESE or ::PARINDEX_LANGUAGE_ENGLISH
 *  @param buffer      see the head of this file, likewise `capacity`, `size` and `error`
 *  @param capacity    of the buffer
 *  @param size        of the text
 *  @param error       the first error
 *  Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_explain(const parindex_evaluation *evaluation, int32_t node,
                                                         int32_t language, char *buffer, size_t capacity, size_t *size,
                                                         parindex_error *error) PARINDEX_NOEXCEPT;

/** The score as JSON, "parindex.score/1", with the findings of parindex_evaluate(). Threads: any.
 *  Errors: ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_score_json(const parindex_evaluation *evaluation, char *buffer,
                                                            size_t capacity, size_t *size,
                                                            parindex_error *error) PARINDEX_NOEXCEPT;

/** The explanation of a node and all below it as JSON: round by round points, facts, the trace of the rule, sentences in
 *  both languages, what would have earned more. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE,
 *  ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_explanation_json(const parindex_evaluation *evaluation, int32_t node,
                                                                  char *buffer, size_t capacity, size_t *size,
                                                                  parindex_error *error) PARINDEX_NOEXCEPT;

/** The same in pieces, to a function of the caller. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE,
 *  ::PARINDEX_E_CALLBACK_FAILED. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_write_explanation(const parindex_evaluation *evaluation, int32_t node,
                                                                   parindex_write_function write, void *user,
                                                                   parindex_error *error) PARINDEX_NOEXCEPT;

/** A score that another program had stored. @since 0.1 */
typedef struct parindex_stored_score {
    int32_t node;              /**< Of a leaf, of a group, or 0 for the total. */
    int32_t reserved;          /**< 0 */
    parindex_decimal score;    /**< As stored; digits of binary floating point and all. */
} parindex_stored_score;

/** Compares scores that another program had stored with the exact ones, for whoever moves from it to this library: a
 *  warning for each that differs, with the likely cause as its code: ::PARINDEX_E_STORED_ROUNDED,
 *  ::PARINDEX_E_STORED_TRUNCATED, ::PARINDEX_E_STORED_TIE, ::PARINDEX_E_STORED_FLOAT_THRESHOLD,
 *  ::PARINDEX_E_STORED_FLOAT_RESIDUE, ::PARINDEX_E_STORED_SUM_OF_ROUNDED or, where none of them explains it,
 *  ::PARINDEX_E_STORED_DIFFERS.
 *  @param evaluation   the exact points
 *  @param stored       the stored scores, each node once
 *  @param count        how many
 *  @param diagnostics  receives the differences, or NULL if there are none; after a refusal, all that is wrong. Owner: the
 *                      caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_SCALE, ::PARINDEX_E_DUPLICATE_MARK,
 *  ::PARINDEX_E_INCOMPLETE for a node with open points. @since 0.1 */
PARINDEX_API parindex_status parindex_evaluation_compare_stored(const parindex_evaluation *evaluation,
                                                                const parindex_stored_score *stored, size_t count,
                                                                parindex_diagnostics **diagnostics,
                                                                parindex_error *error) PARINDEX_NOEXCEPT;

/** @}
 *  @name Many units at once
 *  @{ */

/** One column of a table of units: the scores of a leaf, or the values of one of its facts. @since 0.1 */
typedef struct parindex_column {
    int32_t node;                 /**< Of a leaf. */
    /** Index of a fact of its rule, or ::PARINDEX_NONE: the column holds scores, or ::PARINDEX_COLUMN_MARKED. */
    int32_t fact;
    int32_t round;                /**< One of the `PARINDEX_ROUND_` words. */
    int32_t scale;                /**< 0..18: cell / 10^scale. 0 for dates, yes or no, and levels. */
    /** One for each unit: a number; a date as 20220120; 1 or 0 for yes or no; the index of a level. Not copied. They are
     *  not read, and may be NULL, for ::PARINDEX_COLUMN_MARKED. */
    const int64_t *cells;
    /** One for each unit: 0 where the cell says nothing; NULL: all say something. */
    const uint8_t *present;
} parindex_column;

/** A table of units. @since 0.1 */
typedef struct parindex_batch {
    uint32_t struct_size;           /**< sizeof(parindex_batch) */
    int32_t year;                   /**< That is scored: 1945..9999. */
    size_t unit_count;              /**< Rows. */
    const parindex_column *columns; /**< In any order, no leaf and round with both scores and facts. */
    size_t column_count;            /**< How many. */
    /** Codes of the units, for the facts that a context has for single units; NULL: only those of all units. */
    const char *const *units;
    const char *unit_group; /**< Code of the group of all these units; NULL where the set declares none. */
} parindex_batch;

/** Where the points of a table go. Arrays belong to the caller and may be NULL if they are not wanted. Points are integers:
 *  points * 10^places, rounded once as `rounding` says. Of a unit with an error, all are 0. @since 0.1 */
typedef struct parindex_batch_result {
    uint32_t struct_size; /**< sizeof(parindex_batch_result) */
    int32_t places;       /**< 0..18 */
    int32_t rounding;     /**< One of the `PARINDEX_ROUNDING_` words. */
    int32_t reserved;     /**< 0 */
    int32_t *statuses;    /**< By unit; required: ::PARINDEX_OK, or its first error. */
    int32_t *nodes;       /**< By unit: the leaf of that error, or ::PARINDEX_NONE. */
    int64_t *totals;      /**< By unit: the score; while marks are missing, so far. */
    int32_t *unmarked;    /**< By unit: leaves that are yet to be scored; 0: the total is final. */
    int64_t *parts;       /**< unit * number of parts + part */
    int64_t *points;      /**< unit * number of nodes + node: the score of every node. */
    uint8_t *exact;       /**< By unit: 1 if no number of the unit that was asked for had to be rounded. */
} parindex_batch_result;

/** Scores many units in one call, each as parindex_evaluate() does. A bad cell fails its unit alone. Several threads may
 *  score slices of one table, each with arrays of its own.
 *  @param set          whose criteria are scored
 *  @param context      may be NULL
 *  @param batch        the table
 *  @param result       where the points go
 *  @param diagnostics  may be NULL; receives the errors of units, "/UNIT/COLUMN" for where, at most 200. Owner: the caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: of the call as a whole only, before any array is written: ::PARINDEX_E_INVALID_ARGUMENT,
 *  ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_STRUCT_SIZE, ::PARINDEX_E_INVALID_SCALE, ::PARINDEX_E_NOT_A_LEAF,
 *  ::PARINDEX_E_FACTS_WITHOUT_RULE, ::PARINDEX_E_UNKNOWN_FACT, ::PARINDEX_E_DUPLICATE_MARK, ::PARINDEX_E_WRONG_UNIT_GROUP,
 *  ::PARINDEX_E_TOO_MANY_ASSESSMENTS; and ::PARINDEX_E_NO_MEMORY, after which the arrays hold what was scored so far. @since 0.1 */
PARINDEX_API parindex_status parindex_batch_score(const parindex_criteria_set *set, const parindex_context *context,
                                                  const parindex_batch *batch, const parindex_batch_result *result,
                                                  parindex_diagnostics **diagnostics,
                                                  parindex_error *error) PARINDEX_NOEXCEPT;

/** @}
 *  @name Remediation plans
 *  @{ */

/** Reads a plan, "parindex.plan/1", and checks it against the set. Arguments as of parindex_criteria_set_read(). Threads:
 *  any. Owner of `plan` and `diagnostics`: the caller. Errors: those of files (2xx), codes (301) and plans (5xx).
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_plan_read(const parindex_criteria_set *set, const char *json, size_t json_size,
                                                const char *file, size_t file_size, parindex_plan **plan,
                                                parindex_diagnostics **diagnostics,
                                                parindex_error *error) PARINDEX_NOEXCEPT;

/** What is known of a plan before it is drafted; every text may be NULL: it stays to be written. @since 0.1 */
typedef struct parindex_draft {
    uint32_t struct_size;      /**< sizeof(parindex_draft) */
    int32_t number;            /**< Of the document, from 1; 0: blank. */
    int32_t issued_year;       /**< 1..9999; 0: the year after the one that was scored. */
    int32_t issued_month;      /**< 1..12; 0: blank. */
    int32_t issued_day;        /**< 1..31; 0: blank. */
    int32_t causes_language;   /**< Of the causes that rules give; ::PARINDEX_NONE: causes stay to be written. */
    const char *agency;        /**< How the text names the unit; NULL: as the marks do. */
    const char *parent_agency; /**< Cơ quan chủ quản. */
    const char *issuer;        /**< Cơ quan ban hành. */
    const char *symbol;        /**< "KH-VPUB" */
    const char *place;         /**< "Sơn La" */
    const char *title;         /**< "KẾ HOẠCH" */
    const char *subject;       /**< Trích yếu. */
    const char *signatory_post; /**< Chức vụ người ký. */
    const char *signatory_name; /**< Họ tên người ký. */
} parindex_draft;

/** A plan with a shortfall and a task for every criterion that lost points; people write the texts.
 *  @param evaluation  what was lost
 *  @param known       may be NULL
 *  @param plan        receives the plan. Owner: the caller
 *  @param error       see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_STRUCT_SIZE, ::PARINDEX_E_INVALID_DATE, ::PARINDEX_E_INVALID_ARGUMENT,
 *  ::PARINDEX_E_INVALID_UTF8. @since 0.1 */
PARINDEX_API parindex_status parindex_plan_draft(const parindex_evaluation *evaluation, const parindex_draft *known,
                                                 parindex_plan **plan, parindex_error *error) PARINDEX_NOEXCEPT;

/** Adds to a plan what a draft would have for points that it does not answer yet; all that it has stays.
 *  @param plan             as it is
 *  @param evaluation       what was lost
 *  @param causes_language  of the causes that rules give for what is added; ::PARINDEX_NONE: none
 *  @param updated          receives the new plan. Owner: the caller
 *  @param diagnostics      may be NULL; receives a note for each deduction that was added and a warning for each that
 *                          the plan names and nobody lost. Owner: the caller
 *  @param error            see the head of this file
 *  Threads: any. Errors: those of plans (5xx), ::PARINDEX_E_SET_MISMATCH, ::PARINDEX_E_INVALID_ARGUMENT. @since 0.1 */
PARINDEX_API parindex_status parindex_plan_redraft(const parindex_plan *plan, const parindex_evaluation *evaluation,
                                                   int32_t causes_language, parindex_plan **updated,
                                                   parindex_diagnostics **diagnostics,
                                                   parindex_error *error) PARINDEX_NOEXCEPT;

/** Brings two edits of one plan together. Where both changed one value, `mine` is kept, and a warning says so.
 *  @param base         what both began with
 *  @param mine         one edit
 *  @param theirs       the other
 *  @param merged       receives the plan; it may need parindex_plan_read() of its JSON to be checked. Owner: the caller
 *  @param conflicts    may be NULL; receives a ::PARINDEX_E_MERGE_CONFLICT for each, or NULL if there are none. Owner:
 *                      the caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: those of every function. @since 0.1 */
PARINDEX_API parindex_status parindex_plan_merge(const parindex_plan *base, const parindex_plan *mine,
                                                 const parindex_plan *theirs, parindex_plan **merged,
                                                 parindex_diagnostics **conflicts, parindex_error *error) PARINDEX_NOEXCEPT;

/** The file of the plan, byte for byte the same for equal plans. Threads: any. Errors: ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_plan_json(const parindex_plan *plan, char *buffer, size_t capacity, size_t *size,
                                                parindex_error *error) PARINDEX_NOEXCEPT;

/** The same in pieces, to a function of the caller. Threads: any. Errors: ::PARINDEX_E_CALLBACK_FAILED. @since 0.1 */
PARINDEX_API parindex_status parindex_plan_write(const parindex_plan *plan, parindex_write_function write, void *user,
                                                 parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees a plan. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_plan_free(parindex_plan *plan) PARINDEX_NOEXCEPT;

/** Follows every deduction to its shortfall and tasks.
 *  @param plan         the plan
 *  @param evaluation   what was lost
 *  @param coverage     receives the result. Owner: the caller
 *  @param diagnostics  may be NULL; receives what is missing from the plan or odd about it. Errors among them do not
 *                      fail the call. Owner: the caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: those of plans (5xx) that contradict the set, ::PARINDEX_E_SET_MISMATCH. @since 0.1 */
PARINDEX_API parindex_status parindex_plan_cover(const parindex_plan *plan, const parindex_evaluation *evaluation,
                                                 parindex_coverage **coverage, parindex_diagnostics **diagnostics,
                                                 parindex_error *error) PARINDEX_NOEXCEPT;

/** 1 if every point lost has a task; else 0. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_coverage_complete(const parindex_coverage *coverage) PARINDEX_NOEXCEPT;

/** Points lost or covered.
 *  @param coverage  the result
 *  @param scope     ::PARINDEX_SCOPE_TOTAL, ::PARINDEX_SCOPE_PART or ::PARINDEX_SCOPE_FIELD
 *  @param index     of the part, or of the node that is the field; 0 for the total
 *  @param which     ::PARINDEX_COVERAGE_LOST or ::PARINDEX_COVERAGE_COVERED
 *  @param buffer    see the head of this file, likewise `capacity`, `size` and `error`
 *  @param capacity  of the buffer
 *  @param size      of the text
 *  @param error     the first error
 *  Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_coverage_points(const parindex_coverage *coverage, int32_t scope, int32_t index,
                                                      int32_t which, char *buffer, size_t capacity, size_t *size,
                                                      parindex_error *error) PARINDEX_NOEXCEPT;

/** The leaves whose deductions no task answers. Arguments as of parindex_evaluation_nodes(). Threads: any.
 *  Errors: ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_coverage_uncovered(const parindex_coverage *coverage, int32_t *nodes, size_t capacity,
                                                         size_t *count, parindex_error *error) PARINDEX_NOEXCEPT;

/** The result as JSON, the member "coverage" of "parindex.answer/1". Threads: any. Errors: ::PARINDEX_E_BUFFER_TOO_SMALL.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_coverage_json(const parindex_coverage *coverage, char *buffer, size_t capacity,
                                                    size_t *size, parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees a coverage. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_coverage_free(parindex_coverage *coverage) PARINDEX_NOEXCEPT;

/** @}
 *  @name Questionnaires
 *  @{ */

/** Reads a questionnaire, "parindex.questionnaire/1", and checks it. Arguments as of parindex_criteria_set_read().
 *  Threads: any. Owner of `questionnaire` and `diagnostics`: the caller. Errors: those of files (2xx) and surveys (8xx).
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_read(const char *json, size_t json_size, const char *file,
                                                         size_t file_size, parindex_questionnaire **questionnaire,
                                                         parindex_diagnostics **diagnostics,
                                                         parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees the questionnaire, once nothing made from it is left. Threads: no other may use this handle. @since 0.1 */
PARINDEX_API void parindex_questionnaire_free(parindex_questionnaire *questionnaire) PARINDEX_NOEXCEPT;

/** The file of the questionnaire, byte for byte the same for equal ones. Threads: any.
 *  Errors: ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_json(const parindex_questionnaire *questionnaire, char *buffer,
                                                         size_t capacity, size_t *size,
                                                         parindex_error *error) PARINDEX_NOEXCEPT;

/** ::PARINDEX_TEXT_CODE, ::PARINDEX_TEXT_NAME or ::PARINDEX_TEXT_METHOD of the questionnaire. Threads: any.
 *  Errors: ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_text(const parindex_questionnaire *questionnaire, int32_t which,
                                                         char *buffer, size_t capacity, size_t *size,
                                                         parindex_error *error) PARINDEX_NOEXCEPT;

/** How many questions there are: at least 1. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_questionnaire_question_count(const parindex_questionnaire *questionnaire) PARINDEX_NOEXCEPT;

/** What is known of a question beside its texts. Its answers are counted in places: one for each option, in order, and
 *  behind them one for each `PARINDEX_ANSWER_` word. @since 0.1 */
typedef struct parindex_question {
    uint32_t struct_size; /**< sizeof(parindex_question) */
    int32_t kind;         /**< ::PARINDEX_QUESTION_SATISFACTION, ... */
    int32_t option_count; /**< Options of its scale: the places 0 .. option_count - 1. */
    int32_t place_count;  /**< Places of its answers. */
    int32_t is_multiple;  /**< 1 if any number of options may be marked; else 0. */
    int32_t is_overall;   /**< 1 for the one overall question of the sheet; else 0. */
    int32_t in_index;     /**< 1 if it enters the index of the whole; else 0. */
} parindex_question;

/** A question. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_STRUCT_SIZE. @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_question(const parindex_questionnaire *questionnaire, int32_t index,
                                                             parindex_question *question,
                                                             parindex_error *error) PARINDEX_NOEXCEPT;

/** ::PARINDEX_TEXT_CODE or ::PARINDEX_TEXT_NAME, what the sheet prints, of a question. Threads: any.
 *  Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_question_text(const parindex_questionnaire *questionnaire,
                                                                  int32_t question, int32_t which, char *buffer,
                                                                  size_t capacity, size_t *size,
                                                                  parindex_error *error) PARINDEX_NOEXCEPT;

/** ::PARINDEX_TEXT_CODE or ::PARINDEX_TEXT_NAME, what the sheet prints, of an option of a question. Threads: any.
 *  Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_option_text(const parindex_questionnaire *questionnaire,
                                                                int32_t question, int32_t option, int32_t which,
                                                                char *buffer, size_t capacity, size_t *size,
                                                                parindex_error *error) PARINDEX_NOEXCEPT;

/** The question with a code. Threads: any. Errors: ::PARINDEX_E_UNKNOWN_OPTION. @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_find_question(const parindex_questionnaire *questionnaire,
                                                                  const char *code, size_t code_size, int32_t *question,
                                                                  parindex_error *error) PARINDEX_NOEXCEPT;

/** The place of the option of a question that has a code. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE,
 *  ::PARINDEX_E_UNKNOWN_OPTION. @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_find_option(const parindex_questionnaire *questionnaire,
                                                                int32_t question, const char *code, size_t code_size,
                                                                int32_t *place, parindex_error *error) PARINDEX_NOEXCEPT;

/** The place of a `PARINDEX_ANSWER_` word among those of a question. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE,
 *  ::PARINDEX_E_INVALID_ARGUMENT. @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_state_place(const parindex_questionnaire *questionnaire, int32_t question,
                                                                int32_t state, int32_t *place,
                                                                parindex_error *error) PARINDEX_NOEXCEPT;

/** The index of a category of a group of respondents, both by code. Threads: any. Errors: ::PARINDEX_E_UNKNOWN_OPTION.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_questionnaire_find_category(const parindex_questionnaire *questionnaire,
                                                                  const char *group, size_t group_size,
                                                                  const char *category, size_t category_size,
                                                                  int32_t *index, parindex_error *error) PARINDEX_NOEXCEPT;

/** @}
 *  @name Tallies
 *  Units are numbered in the order in which the tally came to know them. Counts are 0 .. 2^63 - 1 in calls; a tally keeps
 *  them in 64 bits.
 *  @{ */

/** A tally without counts.
 *  @param questionnaire  whose answers are counted
 *  @param by             codes of groups of respondents, each of whose categories is counted for itself too; may be NULL
 *                        if there are none
 *  @param by_count       how many
 *  @param precision      one of the `PARINDEX_PRECISION_` words
 *  @param tally          receives it. Owner: the caller
 *  @param error          see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_UNKNOWN_OPTION for a group that there is not or that is given twice,
 *  ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_SURVEY_TOO_LARGE. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_create(const parindex_questionnaire *questionnaire, const char *const *by,
                                                   size_t by_count, int32_t precision, parindex_tally **tally,
                                                   parindex_error *error) PARINDEX_NOEXCEPT;

/** Reads a tally from bytes as parindex_tally_bytes() writes them, or from JSON, "parindex.tally/1".
 *  @param bytes        of the file: JSON of at most 16 MiB, or bytes of any tally within the limit `survey_counts`
 *  @param bytes_size   how many
 *  @param file         what findings call it; may be empty
 *  @param file_size    its length
 *  @param tally        receives the tally. Owner: the caller
 *  @param diagnostics  may be NULL; receives everything that was found, or NULL if nothing was. Owner: the caller
 *  @param error        see the head of this file
 *  Threads: any. Errors: those of files (2xx) and surveys (8xx). @since 0.1 */
PARINDEX_API parindex_status parindex_tally_read(const char *bytes, size_t bytes_size, const char *file, size_t file_size,
                                                 parindex_tally **tally, parindex_diagnostics **diagnostics,
                                                 parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees a tally. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_tally_free(parindex_tally *tally) PARINDEX_NOEXCEPT;

/** The questionnaire of a tally. Threads: any. Owner: the caller. Errors: those of every function. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_questionnaire(const parindex_tally *tally,
                                                          parindex_questionnaire **questionnaire,
                                                          parindex_error *error) PARINDEX_NOEXCEPT;

/** The index of the unit with a code, which is added if it is new. Threads: the tally is changed.
 *  Errors: ::PARINDEX_E_INVALID_ANSWER for an empty code, ::PARINDEX_E_INVALID_UTF8, ::PARINDEX_E_UNIT_NAME_TOO_LONG,
 *  ::PARINDEX_E_SURVEY_TOO_LARGE. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_unit(parindex_tally *tally, const char *code, size_t code_size, int32_t *unit,
                                                 parindex_error *error) PARINDEX_NOEXCEPT;

/** Counts many valid sheets, of a questionnaire whose questions take one option each, into a tally without groups and
 *  precision.
 *  @param tally   that is changed
 *  @param units   the index of the unit of each sheet
 *  @param places  of each sheet the place of the answer to each question, one sheet behind the other
 *  @param sheets  how many there are; all their places are at most 16 MiB
 *  @param error   see the head of this file
 *  Threads: the tally is changed. Errors: ::PARINDEX_E_INVALID_ANSWER, whose message names the first bad sheet; nothing is
 *  counted then; ::PARINDEX_E_INPUT_TOO_LARGE. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_add_block(parindex_tally *tally, const int32_t *units, const uint8_t *places,
                                                      size_t sheets, parindex_error *error) PARINDEX_NOEXCEPT;

/** One respondent. Arrays are as long as the questionnaire and the tally say. @since 0.1 */
typedef struct parindex_answer_sheet {
    uint32_t struct_size;      /**< sizeof(parindex_answer_sheet) */
    int32_t reserved;          /**< 0 */
    const uint8_t *places;     /**< Place of the answer to each question. */
    const uint64_t *mentions;  /**< For each question of several options, in order: bit k for option k. NULL: none. */
    const int32_t *categories; /**< For each group of the tally: the index of the category; ::PARINDEX_NONE: unknown.
                                    NULL: all unknown. */
    const char *stratum;       /**< Where precision is kept; may be empty. */
    const char *cluster;       /**< As above. */
} parindex_answer_sheet;

/** Counts a valid sheet. Threads: the tally is changed. Errors: ::PARINDEX_E_OUT_OF_RANGE for the unit,
 *  ::PARINDEX_E_INVALID_ANSWER for a place, mention or category that is none, ::PARINDEX_E_SURVEY_TOO_LARGE,
 *  ::PARINDEX_E_INVALID_UTF8, ::PARINDEX_E_STRUCT_SIZE. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_add_sheet(parindex_tally *tally, int32_t unit, const parindex_answer_sheet *sheet,
                                                      parindex_error *error) PARINDEX_NOEXCEPT;

/** Adds answers that others counted, of which nobody knows the sheets.
 *  @param tally     that is changed
 *  @param unit      whose answers they are
 *  @param question  that was asked
 *  @param place     of the answer
 *  @param count     how many
 *  @param error     see the head of this file
 *  Threads: the tally is changed. Errors: ::PARINDEX_E_OUT_OF_RANGE for the unit or question, ::PARINDEX_E_INVALID_ANSWER for
 *  a place that is none or a tally that keeps precision, ::PARINDEX_E_INVALID_COUNT for a count below 0,
 *  ::PARINDEX_E_COUNT_OVERFLOW. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_add_answers(parindex_tally *tally, int32_t unit, int32_t question, int32_t place,
                                                        int64_t count, parindex_error *error) PARINDEX_NOEXCEPT;

/** Sheets of a unit (số phiếu). @since 0.1 */
typedef struct parindex_sheet_counts {
    uint32_t struct_size; /**< sizeof(parindex_sheet_counts) */
    int32_t reserved;     /**< 0 */
    int64_t issued;       /**< Phát ra; 0 where nobody said. */
    int64_t returned;     /**< Thu về. */
    int64_t valid;        /**< Hợp lệ; only these are counted. */
} parindex_sheet_counts;

/** Adds sheets that others counted, or one that was returned and is not valid: {0, 1, 0}. Threads: the tally is changed.
 *  Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_COUNT for counts below 0, ::PARINDEX_E_INVALID_ANSWER unless
 *  valid <= returned, ::PARINDEX_E_COUNT_OVERFLOW, ::PARINDEX_E_STRUCT_SIZE. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_add_sheets(parindex_tally *tally, int32_t unit,
                                                       const parindex_sheet_counts *sheets,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** Adds a tally of the same questionnaire with the same groups and precision: in any order, to the same counts. Threads: the
 *  tally is changed, the other may be read. Errors: ::PARINDEX_E_DIFFERENT_QUESTIONNAIRES, ::PARINDEX_E_COUNT_OVERFLOW,
 *  ::PARINDEX_E_SURVEY_TOO_LARGE. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_merge(parindex_tally *tally, const parindex_tally *other,
                                                  parindex_error *error) PARINDEX_NOEXCEPT;

/** The bytes of a tally, the same for equal counts whatever their order: what is archived, and sent to be merged. They are
 *  no text; a NUL stands behind them. Threads: any. Errors: ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_bytes(const parindex_tally *tally, char *buffer, size_t capacity, size_t *size,
                                                  parindex_error *error) PARINDEX_NOEXCEPT;

/** The same in pieces, which are no text, to a function of the caller. Threads: any. Errors: ::PARINDEX_E_CALLBACK_FAILED.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_tally_write(const parindex_tally *tally, parindex_write_function write, void *user,
                                                  parindex_error *error) PARINDEX_NOEXCEPT;

/** The tally as JSON, "parindex.tally/1". Threads: any. Errors: ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_json(const parindex_tally *tally, char *buffer, size_t capacity, size_t *size,
                                                 parindex_error *error) PARINDEX_NOEXCEPT;

/** By how many groups of respondents the tally counts too. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_tally_group_count(const parindex_tally *tally) PARINDEX_NOEXCEPT;

/** The code of one of those groups, in the order of parindex_tally_create(). Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE,
 *  ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_group_code(const parindex_tally *tally, int32_t group, char *buffer,
                                                       size_t capacity, size_t *size,
                                                       parindex_error *error) PARINDEX_NOEXCEPT;

/** How many units there are. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_tally_unit_count(const parindex_tally *tally) PARINDEX_NOEXCEPT;

/** The code of a unit. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_unit_code(const parindex_tally *tally, int32_t unit, char *buffer,
                                                      size_t capacity, size_t *size,
                                                      parindex_error *error) PARINDEX_NOEXCEPT;

/** The sheets of a unit. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_OVERFLOW, ::PARINDEX_E_STRUCT_SIZE.
 *  @since 0.1 */
PARINDEX_API parindex_status parindex_tally_sheets(const parindex_tally *tally, int32_t unit, parindex_sheet_counts *sheets,
                                                   parindex_error *error) PARINDEX_NOEXCEPT;

/** The counts of the answers of a unit to a question, by place.
 *  @param tally          the counts
 *  @param unit           whose answers they are
 *  @param group          code of a group of the tally; empty: all respondents
 *  @param group_size     its length
 *  @param category       code of a category of the group; empty: those of whom it is not known
 *  @param category_size  its length
 *  @param question       that was asked
 *  @param counts         receives them; may be NULL with capacity 0, to ask how many there are
 *  @param capacity       how many it can hold
 *  @param count          receives how many there are
 *  @param error          see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_UNKNOWN_OPTION, ::PARINDEX_E_OVERFLOW,
 *  ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_tally_counts(const parindex_tally *tally, int32_t unit, const char *group,
                                                   size_t group_size, const char *category, size_t category_size,
                                                   int32_t question, int64_t *counts, size_t capacity, size_t *count,
                                                   parindex_error *error) PARINDEX_NOEXCEPT;

/** @}
 *  @name Files of answers
 *  @{ */

/** Begins to read answers from CSV (RFC 4180, with comma, semicolon or tab; UTF-8) of any size, in memory that does not grow
 *  with the rows. Columns that the mapping does not name are never stored, and no finding prints a cell.
 *  @param like          a tally whose questionnaire, groups and precision are those of the answers; its counts are not used
 *  @param columns       what the columns mean: the text of a file "parindex.answer_columns/1"
 *  @param columns_size  its length
 *  @param file          what findings call the file of answers; may be empty
 *  @param file_size     its length
 *  @param reader        receives the reader. Owner: the caller
 *  @param diagnostics   may be NULL; receives everything that was found in `columns`, or NULL. Owner: the caller
 *  @param error         see the head of this file
 *  Threads: any. Errors: those of files (2xx), ::PARINDEX_E_UNKNOWN_OPTION. @since 0.1 */
PARINDEX_API parindex_status parindex_answers_reader_create(const parindex_tally *like, const char *columns,
                                                            size_t columns_size, const char *file, size_t file_size,
                                                            parindex_answers_reader **reader,
                                                            parindex_diagnostics **diagnostics,
                                                            parindex_error *error) PARINDEX_NOEXCEPT;

/** Reads the next piece of the text, of at most 16 MiB, which may end within a character. What is wrong with it,
 *  parindex_answers_reader_finish() says. A reader without memory reads no more. Threads: the reader is changed.
 *  Errors: ::PARINDEX_E_INPUT_TOO_LARGE, ::PARINDEX_E_INVALID_ARGUMENT after the end. @since 0.1 */
PARINDEX_API parindex_status parindex_answers_reader_feed(parindex_answers_reader *reader, const char *text, size_t text_size,
                                                          parindex_error *error) PARINDEX_NOEXCEPT;

/** Ends the text.
 *  @param reader       reads no more afterwards
 *  @param tally        receives the counts of all valid sheets, or NULL: a file with an error gives none. Owner: the caller
 *  @param diagnostics  may be NULL; receives everything that was found, or NULL if nothing was. Owner: the caller
 *  @param error        see the head of this file
 *  Threads: the reader is changed. Errors: those of files (2xx) and surveys (8xx), ::PARINDEX_E_INVALID_ARGUMENT after the
 *  end. @since 0.1 */
PARINDEX_API parindex_status parindex_answers_reader_finish(parindex_answers_reader *reader, parindex_tally **tally,
                                                            parindex_diagnostics **diagnostics,
                                                            parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees a reader. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_answers_reader_free(parindex_answers_reader *reader) PARINDEX_NOEXCEPT;

/** @}
 *  @name Satisfaction indices
 *  @{ */

/** Which index is asked for. There is no default: published reports use all formulas, and they differ by several points on
 *  the same answers. @since 0.1 */
typedef struct parindex_index_request {
    uint32_t struct_size;       /**< sizeof(parindex_index_request) */
    int32_t clamp_at_zero;      /**< 1: an index below 0, which only F16 gives, is 0; else 0. */
    const char *formula;        /**< "F1" .. "F13", "F13_issued", "F16" or its long name, "mean_of_items"; or "P1" .. "P6",
                                     which say the aggregation too. */
    const char *aggregation;    /**< "pooled", "mean_of_units", "by_population" or "by_sample"; empty with "P1" .. "P6". */
    const char *scope;          /**< Code of a block, factor or question; empty: the whole. */
    const char *group;          /**< Code of a group of the tally; empty: all respondents. */
    const char *category;       /**< Code of a category of the group; empty: those of whom it is not known. */
    const char *const *units;   /**< Codes of the units, each once; NULL: all. */
    const int64_t *populations; /**< Of each of `units`, for "by_population"; otherwise NULL. */
    size_t unit_count;          /**< How many `units` has. */
} parindex_index_request;

/** Computes an index, exactly.
 *  @param tally    the counts; they may change afterwards, the index does not
 *  @param request  what is asked for
 *  @param index    receives the index. Owner: the caller
 *  @param error    see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_INVALID_ARGUMENT for a formula or aggregation that there is not,
 *  ::PARINDEX_E_FORMULA_NOT_APPLICABLE, ::PARINDEX_E_POPULATION_MISSING, ::PARINDEX_E_UNKNOWN_UNIT,
 *  ::PARINDEX_E_DUPLICATE_UNIT, ::PARINDEX_E_UNKNOWN_OPTION for a scope, group or category,
 *  ::PARINDEX_E_INVALID_COUNT for a population below 0, ::PARINDEX_E_COUNT_OVERFLOW, ::PARINDEX_E_RATIO_TOO_LARGE,
 *  ::PARINDEX_E_STRUCT_SIZE. @since 0.1 */
PARINDEX_API parindex_status parindex_satisfaction_index_compute(const parindex_tally *tally,
                                                                 const parindex_index_request *request,
                                                                 parindex_satisfaction_index **index,
                                                                 parindex_error *error) PARINDEX_NOEXCEPT;

/** Frees an index. Threads: no other may use it. @since 0.1 */
PARINDEX_API void parindex_satisfaction_index_free(parindex_satisfaction_index *index) PARINDEX_NOEXCEPT;

/** How many units it is about. Never fails. Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_satisfaction_index_unit_count(const parindex_satisfaction_index *index) PARINDEX_NOEXCEPT;

/** How many terms (questions, factors or units) it is the mean of; 0 where the formula divides counts. Never fails.
 *  Threads: any. @since 0.1 */
PARINDEX_API int32_t parindex_satisfaction_index_term_count(const parindex_satisfaction_index *index) PARINDEX_NOEXCEPT;

/** A text of the index: ::PARINDEX_TEXT_CODE, that of the questionnaire, ::PARINDEX_TEXT_METHOD, ::PARINDEX_TEXT_FORMULA,
 *  ::PARINDEX_TEXT_AGGREGATION or ::PARINDEX_TEXT_SCOPE. Threads: any. Errors: ::PARINDEX_E_INVALID_ARGUMENT,
 *  ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_satisfaction_index_text(const parindex_satisfaction_index *index, int32_t which,
                                                              char *buffer, size_t capacity, size_t *size,
                                                              parindex_error *error) PARINDEX_NOEXCEPT;

/** The code of a term. Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_satisfaction_index_term_code(const parindex_satisfaction_index *index, int32_t term,
                                                                   char *buffer, size_t capacity, size_t *size,
                                                                   parindex_error *error) PARINDEX_NOEXCEPT;

/** A number of the index or of a term of it, exact: "0.8", "439/572". parindex_decimal_round() rounds it as asked.
 *  @param index     the index
 *  @param term      index of a term, or ::PARINDEX_NONE: the index itself
 *  @param which     one of the `PARINDEX_INDEX_` words
 *  @param buffer    see the head of this file, likewise `capacity`, `size` and `error`
 *  @param capacity  of the buffer
 *  @param size      of the text
 *  @param error     the first error
 *  Threads: any. Errors: ::PARINDEX_E_OUT_OF_RANGE, ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_NOTHING_ANSWERED for the value
 *  of what nobody answered, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_satisfaction_index_number(const parindex_satisfaction_index *index, int32_t term,
                                                                int32_t which, char *buffer, size_t capacity, size_t *size,
                                                                parindex_error *error) PARINDEX_NOEXCEPT;

/** How far `later` lies above `earlier`, exact, as a share. Indices by other formulas, aggregations, scopes or methods of the
 *  survey are other quantities: the national index fell from 87.16 (2021) to 80.08 (2022) because the method was changed.
 *  @param later           an index
 *  @param earlier         another
 *  @param across_methods  1: whatever they are; 0: only if they are comparable
 *  @param buffer          see the head of this file, likewise `capacity`, `size` and `error`
 *  @param capacity        of the buffer
 *  @param size            of the text
 *  @param error           the first error
 *  Threads: any. Errors: ::PARINDEX_E_METHODS_DIFFER, whose message says why, ::PARINDEX_E_NOTHING_ANSWERED,
 *  ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_BUFFER_TOO_SMALL. @since 0.1 */
PARINDEX_API parindex_status parindex_satisfaction_index_difference(const parindex_satisfaction_index *later,
                                                                    const parindex_satisfaction_index *earlier,
                                                                    int32_t across_methods, char *buffer, size_t capacity,
                                                                    size_t *size,
                                                                    parindex_error *error) PARINDEX_NOEXCEPT;

/** @}
 *  @name Points of surveys
 *  @{ */

/** How an index becomes points: index * maximum. Points that step or drop with the index are rules of the criteria set, which
 *  read it as a fact. @since 0.1 */
typedef struct parindex_points_method {
    uint32_t struct_size;     /**< sizeof(parindex_points_method) */
    int32_t percent_places;   /**< The percentage is rounded before, as it is printed: 0..18; ::PARINDEX_NONE: it is not. */
    int32_t percent_rounding; /**< One of the `PARINDEX_ROUNDING_` words. */
    int32_t places;           /**< Of the points as they are printed: 0..18. */
    int32_t rounding;         /**< One of the `PARINDEX_ROUNDING_` words. */
    int32_t reserved;         /**< 0 */
    parindex_decimal maximum; /**< Above 0. */
} parindex_points_method;

/** Points of an index: 91.17 % of 10 is 9.117, printed 9.12.
 *  @param index       a share of 0..1 as parindex_satisfaction_index_number() writes it: "0.9117", "439/572"
 *  @param index_size  its length
 *  @param method      how it becomes points
 *  @param points      receives the points
 *  @param exact       may be NULL; receives 1 if nothing was lost when they were rounded, else 0
 *  @param error       see the head of this file
 *  Threads: any. Errors: ::PARINDEX_E_INVALID_NUMBER, ::PARINDEX_E_DIVISION_BY_ZERO, ::PARINDEX_E_RATIO_TOO_LARGE,
 *  ::PARINDEX_E_INVALID_SURVEY_POINTS for an index or maximum out of range, ::PARINDEX_E_INVALID_SCALE,
 *  ::PARINDEX_E_INVALID_ARGUMENT, ::PARINDEX_E_OVERFLOW, ::PARINDEX_E_STRUCT_SIZE. @since 0.1 */
PARINDEX_API parindex_status parindex_survey_points(const char *index, size_t index_size,
                                                    const parindex_points_method *method, parindex_decimal *points,
                                                    int32_t *exact, parindex_error *error) PARINDEX_NOEXCEPT;

/** @}
 *  @name Status codes
 *  Those of the C++ library and, below 100, those of calls. A number is never used again.
 *  @{ */

/* 1: calls through the C interface */
/** Memory is exhausted. @since 0.1 */
#define PARINDEX_E_NO_MEMORY 1
/** A required pointer is NULL. @since 0.1 */
#define PARINDEX_E_NULL_POINTER 2
/** A pointer to something else than the function takes, or to something freed. @since 0.1 */
#define PARINDEX_E_WRONG_HANDLE 3
/** A word, year or text that is none of those allowed. @since 0.1 */
#define PARINDEX_E_INVALID_ARGUMENT 4
/** An index of nothing. @since 0.1 */
#define PARINDEX_E_OUT_OF_RANGE 5
/** The result does not fit. @since 0.1 */
#define PARINDEX_E_BUFFER_TOO_SMALL 6
/** A structure whose size was not set, or is below that of its first version. @since 0.1 */
#define PARINDEX_E_STRUCT_SIZE 7
/** A function of the caller returned a failure. @since 0.1 */
#define PARINDEX_E_CALLBACK_FAILED 8
/** A defect of the library. @since 0.1 */
#define PARINDEX_E_INTERNAL 99

/* 100: numbers */
/** The exact result does not fit a decimal. @since 0.1 */
#define PARINDEX_E_OVERFLOW 100
/** A quotient with divisor zero. @since 0.1 */
#define PARINDEX_E_DIVISION_BY_ZERO 101
/** A scale outside 0..18 or a number of places out of range. @since 0.1 */
#define PARINDEX_E_INVALID_SCALE 102
/** A numerator or denominator above the limit `ratio_bits`. @since 0.1 */
#define PARINDEX_E_RATIO_TOO_LARGE 103
/** A fraction was asked for as a decimal but never terminates. @since 0.1 */
#define PARINDEX_E_NOT_TERMINATING 104

/* 150: number and date text */
/** Text that is not a number in the strict form. @since 0.1 */
#define PARINDEX_E_INVALID_NUMBER 150
/** Number text above the limit `number_characters`. @since 0.1 */
#define PARINDEX_E_NUMBER_TOO_LONG 151
/** More than 18 decimals or 18 significant digits after dropping zeros. @since 0.1 */
#define PARINDEX_E_NUMBER_TOO_PRECISE 152
/** Text that is not a calendar date. @since 0.1 */
#define PARINDEX_E_INVALID_DATE 153

/* 200: files, JSON and CSV */
/** A file is missing or unreadable. @since 0.1 */
#define PARINDEX_E_CANNOT_READ 200
/** A file cannot be written. @since 0.1 */
#define PARINDEX_E_CANNOT_WRITE 201
/** Above the limit `file_bytes`. @since 0.1 */
#define PARINDEX_E_INPUT_TOO_LARGE 202
/** Bytes that are not UTF-8. @since 0.1 */
#define PARINDEX_E_INVALID_UTF8 203
/** Text that is not JSON. @since 0.1 */
#define PARINDEX_E_JSON_SYNTAX 204
/** Above the limit `json_depth`. @since 0.1 */
#define PARINDEX_E_TOO_DEEP 205
/** Above the limit `json_values`. @since 0.1 */
#define PARINDEX_E_TOO_MANY_VALUES 206
/** A key twice in one object. @since 0.1 */
#define PARINDEX_E_DUPLICATE_KEY 207
/** A key that the format does not know. @since 0.1 */
#define PARINDEX_E_UNKNOWN_KEY 208
/** A required key that is absent. @since 0.1 */
#define PARINDEX_E_MISSING_KEY 209
/** A value of the wrong JSON type. @since 0.1 */
#define PARINDEX_E_WRONG_TYPE 210
/** A value of the right type that is not one of those allowed. @since 0.1 */
#define PARINDEX_E_INVALID_VALUE 211
/** A "format" tag that this version does not read. @since 0.1 */
#define PARINDEX_E_UNSUPPORTED_FORMAT 212
/** Note: a text was brought to Unicode normal form C. @since 0.1 */
#define PARINDEX_E_NAME_NORMALIZED 213
/** Text that is not CSV: a quote or line break that does not belong, two delimiters. @since 0.1 */
#define PARINDEX_E_CSV_SYNTAX 214
/** A row with more or fewer cells than the header row. @since 0.1 */
#define PARINDEX_E_CSV_ROW_LENGTH 215
/** Above the limit `csv_columns`. @since 0.1 */
#define PARINDEX_E_CSV_TOO_MANY_COLUMNS 216
/** Above the limit `csv_cell_bytes`. @since 0.1 */
#define PARINDEX_E_CSV_CELL_TOO_LARGE 217
/** Above the limit `csv_row_bytes`. @since 0.1 */
#define PARINDEX_E_CSV_ROW_TOO_LARGE 218
/** Above the limit `csv_cells`. @since 0.1 */
#define PARINDEX_E_CSV_TOO_MANY_CELLS 219

/* 300: criteria sets */
/** Two criteria or parts with one code. @since 0.1 */
#define PARINDEX_E_DUPLICATE_CODE 300
/** A code that the criteria set does not have. @since 0.1 */
#define PARINDEX_E_UNKNOWN_CODE 301
/** Maxima of children do not add up to their parent's. @since 0.1 */
#define PARINDEX_E_MAXIMUM_MISMATCH 302
/** A criterion without maximum and without a remainder that could hold it. @since 0.1 */
#define PARINDEX_E_UNBOUNDED_CRITERION 303
/** A remainder node that cannot be computed. @since 0.1 */
#define PARINDEX_E_INVALID_REMAINDER 304
/** Above the limit `criteria`. @since 0.1 */
#define PARINDEX_E_TOO_MANY_CRITERIA 305
/** Above the limit `criteria_depth`. @since 0.1 */
#define PARINDEX_E_CRITERIA_TOO_DEEP 306
/** A part that nobody may score, or that no criterion uses. @since 0.1 */
#define PARINDEX_E_PART_NOT_SCORED 307
/** A node whose maximum must be stated. @since 0.1 */
#define PARINDEX_E_MISSING_MAXIMUM 308
/** A maximum below zero. @since 0.1 */
#define PARINDEX_E_NEGATIVE_MAXIMUM 309
/** An inferred figure that does not say what it assumes. @since 0.1 */
#define PARINDEX_E_MISSING_ASSUMPTION 310
/** Above the limit `parts`. @since 0.1 */
#define PARINDEX_E_TOO_MANY_PARTS 311
/** A maximum, minimum or cap beyond the limit `points`. @since 0.1 */
#define PARINDEX_E_MAXIMUM_TOO_LARGE 312
/** A maximum, minimum or cap with more decimals than the limit `points_places`. @since 0.1 */
#define PARINDEX_E_MAXIMUM_TOO_PRECISE 313
/** A minimum or cap that contradicts its criterion or the kind of its points. @since 0.1 */
#define PARINDEX_E_INVALID_BOUND 314
/** A minimum or cap of a group whose leaves belong to several parts. @since 0.1 */
#define PARINDEX_E_BOUND_ACROSS_PARTS 315
/** A set that amends itself. @since 0.1 */
#define PARINDEX_E_INVALID_AMENDMENT 316
/** A part that a survey scores and the unit itself too. @since 0.1 */
#define PARINDEX_E_SURVEY_SELF_SCORED 317
/** A leaf whose weight would be shared out among no other. @since 0.1 */
#define PARINDEX_E_NO_HEIR 318

/* 350: rules */
/** Text that is not a formula. @since 0.1 */
#define PARINDEX_E_FORMULA_SYNTAX 350
/** Above the limit `formula_bytes` or the limit `formula_depth`. @since 0.1 */
#define PARINDEX_E_FORMULA_TOO_LARGE 351
/** A condition where a number is needed, or the like. @since 0.1 */
#define PARINDEX_E_FORMULA_TYPE_MISMATCH 352
/** A fact that the rule does not declare. @since 0.1 */
#define PARINDEX_E_UNKNOWN_FACT 353
/** A declared fact that the rule does not read. @since 0.1 */
#define PARINDEX_E_UNUSED_FACT 354
/** Two facts with one name. @since 0.1 */
#define PARINDEX_E_DUPLICATE_FACT 355
/** A rule whose members contradict each other. @since 0.1 */
#define PARINDEX_E_INVALID_RULE 356
/** Above the limit `rule_depth` or the limit `rule_parts`. @since 0.1 */
#define PARINDEX_E_RULE_TOO_LARGE 357
/** A value for which no step is given. @since 0.1 */
#define PARINDEX_E_STEP_GAP 358
/** A value for which two steps are given. @since 0.1 */
#define PARINDEX_E_STEP_OVERLAP 359
/** A level or step that no value reaches. @since 0.1 */
#define PARINDEX_E_UNREACHABLE 360
/** A rule that never gives the maximum of its criterion. @since 0.1 */
#define PARINDEX_E_MAXIMUM_NOT_ATTAINABLE 361
/** A rule that may give more than the maximum, or less than the minimum. @since 0.1 */
#define PARINDEX_E_MAXIMUM_EXCEEDED 362
/** A division whose divisor may be zero, and no word on what follows. @since 0.1 */
#define PARINDEX_E_ZERO_POLICY_MISSING 363
/** Steps whose points go up and down. @since 0.1 */
#define PARINDEX_E_NOT_MONOTONE 364

/* 400: assessments */
/** A score above the maximum of its criterion. @since 0.1 */
#define PARINDEX_E_SCORE_ABOVE_MAXIMUM 400
/** A score below the minimum of its criterion. @since 0.1 */
#define PARINDEX_E_SCORE_BELOW_MINIMUM 401
/** Two marks for one criterion in one round. @since 0.1 */
#define PARINDEX_E_DUPLICATE_MARK 402
/** A round that may not score this criterion's part. @since 0.1 */
#define PARINDEX_E_WRONG_SCORER 403
/** A mark for a node that is computed from others. @since 0.1 */
#define PARINDEX_E_NOT_A_LEAF 404
/** A score for a criterion that is known by its loss only. @since 0.1 */
#define PARINDEX_E_SCORE_WITHOUT_MAXIMUM 405
/** An assessment, context or plan that names another criteria set. @since 0.1 */
#define PARINDEX_E_SET_MISMATCH 406
/** Warning: a published figure differs from the computed one. @since 0.1 */
#define PARINDEX_E_PUBLISHED_MISMATCH 407
/** Warning: criteria without a mark; the total is not final. @since 0.1 */
#define PARINDEX_E_INCOMPLETE 408
/** A total whose maximum is 0 has no percentage. @since 0.1 */
#define PARINDEX_E_NOTHING_SCORED 409
/** Warning: required evidence was neither given nor its absence explained. @since 0.1 */
#define PARINDEX_E_MISSING_EVIDENCE 410
/** A criterion that the set lets apply to everybody. @since 0.1 */
#define PARINDEX_E_NOT_APPLICABLE_HERE 411
/** No leaf is left that could take over the weight of one that does not apply. @since 0.1 */
#define PARINDEX_E_NOTHING_APPLIES 412
/** A unit of a group that the set is not made for. @since 0.1 */
#define PARINDEX_E_WRONG_UNIT_GROUP 413
/** Two assessments of one unit for one year. @since 0.1 */
#define PARINDEX_E_DUPLICATE_ASSESSMENT 414
/** Marks and weights whose exact sum is above the limit `ratio_bits`. @since 0.1 */
#define PARINDEX_E_MARKS_TOO_FINE 415
/** Above the limit `assessed_units`. @since 0.1 */
#define PARINDEX_E_TOO_MANY_ASSESSMENTS 416
/** A fact that the rule reads was not given. @since 0.1 */
#define PARINDEX_E_MISSING_FACT 417
/** A fact of another kind, outside its bounds, or of no known level. @since 0.1 */
#define PARINDEX_E_WRONG_FACT 418
/** A division by zero where the set says that this is an error. @since 0.1 */
#define PARINDEX_E_UNDEFINED_POINTS 419
/** A share above 100 % where the set refuses it. @since 0.1 */
#define PARINDEX_E_RATIO_ABOVE_ONE 420
/** Facts for a criterion that has no rule, or a score where a rule computes it. @since 0.1 */
#define PARINDEX_E_FACTS_WITHOUT_RULE 421

/* 500: remediation plans */
/** Two shortfalls or two tasks with one id. @since 0.1 */
#define PARINDEX_E_DUPLICATE_ID 500
/** A task that names a shortfall the plan does not have. @since 0.1 */
#define PARINDEX_E_UNKNOWN_SHORTFALL 501
/** A criterion that two shortfalls claim. @since 0.1 */
#define PARINDEX_E_DEDUCTION_IN_TWO_SHORTFALLS 502
/** Expected gains above what the shortfall lost. @since 0.1 */
#define PARINDEX_E_GAIN_ABOVE_LOSS 503
/** A deduction that no shortfall names. @since 0.1 */
#define PARINDEX_E_LOSS_WITHOUT_SHORTFALL 504
/** A shortfall that no task addresses. @since 0.1 */
#define PARINDEX_E_SHORTFALL_WITHOUT_TASK 505
/** Warning: a shortfall names a criterion that lost no points. @since 0.1 */
#define PARINDEX_E_SHORTFALL_WITHOUT_LOSS 506
/** Warning: no task has a deadline that can be checked. @since 0.1 */
#define PARINDEX_E_ONLY_CONTINUOUS_DEADLINES 507
/** Warning: the document number is blank. @since 0.1 */
#define PARINDEX_E_BLANK_NUMBER 508
/** Warning: the date of the document is not complete. @since 0.1 */
#define PARINDEX_E_BLANK_DATE 509
/** Note: a task that addresses no shortfall. @since 0.1 */
#define PARINDEX_E_IMPROVEMENT_TASK 510
/** Warning: a label of the document says something else than its figures. @since 0.1 */
#define PARINDEX_E_MISLEADING_LABEL 511
/** A plan or context of another year than the assessment's. @since 0.1 */
#define PARINDEX_E_YEAR_MISMATCH 512
/** A text or role that a draft left to be written. @since 0.1 */
#define PARINDEX_E_UNFINISHED 513
/** Warning: a deadline before the date of the document. @since 0.1 */
#define PARINDEX_E_DEADLINE_BEFORE_ISSUE 514
/** Warning: dates of a task that contradict each other. @since 0.1 */
#define PARINDEX_E_DATES_OUT_OF_ORDER 515
/** Warning: a plan that names another unit than the assessment. @since 0.1 */
#define PARINDEX_E_AGENCY_MISMATCH 516
/** A plan with the code of another unit than the assessment's. @since 0.1 */
#define PARINDEX_E_UNIT_MISMATCH 517
/** A task that is done on no date, or has such a date and is not done. @since 0.1 */
#define PARINDEX_E_COMPLETION_MISMATCH 518
/** Warning: an accepted warning that was not given. @since 0.1 */
#define PARINDEX_E_IDLE_ACCEPTANCE 519
/** An acceptance of something that is no warning of a plan. @since 0.1 */
#define PARINDEX_E_NOT_ACCEPTABLE 520
/** Warning: a cause that was taken from a rule, of facts that have changed. @since 0.1 */
#define PARINDEX_E_STALE_CAUSE 521
/** Warning: two edits of a plan that changed one thing, each in its own way. @since 0.1 */
#define PARINDEX_E_MERGE_CONFLICT 522
/** Note: a deduction for which a shortfall and a task were added to a plan. @since 0.1 */
#define PARINDEX_E_DEDUCTION_DRAFTED 523

/* 600: scores that another program had stored; all are warnings */
/** Not the exact score, for no cause that is known. @since 0.1 */
#define PARINDEX_E_STORED_DIFFERS 600
/** The exact score rounded to the nearest, half up. @since 0.1 */
#define PARINDEX_E_STORED_ROUNDED 601
/** The exact score with decimals cut off. @since 0.1 */
#define PARINDEX_E_STORED_TRUNCATED 602
/** The exact score lies halfway and was rounded the other way. @since 0.1 */
#define PARINDEX_E_STORED_TIE 603
/** What the other side of a threshold earns, which the facts meet exactly. @since 0.1 */
#define PARINDEX_E_STORED_FLOAT_THRESHOLD 604
/** The exact score but for what binary floating point leaves behind. @since 0.1 */
#define PARINDEX_E_STORED_FLOAT_RESIDUE 605
/** The sum of stored scores, which differ from the exact ones. @since 0.1 */
#define PARINDEX_E_STORED_SUM_OF_ROUNDED 606

/* 700: organisation */
/** Two units with one code, or facts of a context for one unit in two places. @since 0.1 */
#define PARINDEX_E_DUPLICATE_UNIT 700
/** A unit that the register does not have. @since 0.1 */
#define PARINDEX_E_UNKNOWN_UNIT 701
/** A name that several units bear. @since 0.1 */
#define PARINDEX_E_AMBIGUOUS_UNIT 702
/** A unit that is its own parent, member or predecessor, directly or through others. @since 0.1 */
#define PARINDEX_E_UNIT_CYCLE 703
/** A unit that ends before it begins. @since 0.1 */
#define PARINDEX_E_VALIDITY_REVERSED 704
/** A predecessor that ends after its successor begins. @since 0.1 */
#define PARINDEX_E_PREDECESSOR_OVERLAPS 705
/** A unit with predecessors but without a first day. @since 0.1 */
#define PARINDEX_E_UNDATED_CHANGE 706
/** A renaming that is not one to one, or a predecessor named twice. @since 0.1 */
#define PARINDEX_E_INVALID_CHANGE 707
/** Members of a unit that is no group, or a member named twice. @since 0.1 */
#define PARINDEX_E_INVALID_MEMBERS 708
/** A unit without code or name, or with an empty alias. @since 0.1 */
#define PARINDEX_E_UNNAMED_UNIT 709
/** Above the limit `units`. @since 0.1 */
#define PARINDEX_E_TOO_MANY_UNITS 710
/** Above the limit `unit_names`. @since 0.1 */
#define PARINDEX_E_TOO_MANY_UNIT_NAMES 711
/** Above the limit `unit_links`. @since 0.1 */
#define PARINDEX_E_TOO_MANY_UNIT_LINKS 712
/** Above the limit `unit_name_bytes`. @since 0.1 */
#define PARINDEX_E_UNIT_NAME_TOO_LONG 713
/** Above the limit `unit_list_bytes`. @since 0.1 */
#define PARINDEX_E_UNIT_LIST_TOO_LONG 714
/** Note: a name was matched with small differences ignored. @since 0.1 */
#define PARINDEX_E_NAME_MATCHED_LOOSELY 715
/** Warning: a name known only at other times or within other units. @since 0.1 */
#define PARINDEX_E_UNIT_OUTSIDE 716
/** A question, scale or group whose members contradict each other, or that has no code. @since 0.1 */
#define PARINDEX_E_INVALID_QUESTION 800
/** Two options, categories or words that are written the same. @since 0.1 */
#define PARINDEX_E_DUPLICATE_OPTION 801
/** Two bands of numbers that share a number (25 in 18-25 and 25-34). @since 0.1 */
#define PARINDEX_E_OVERLAPPING_BANDS 802
/** Warning: numbers of items with a gap, or bands with one. @since 0.1 */
#define PARINDEX_E_MISSING_ITEM 803
/** An option without a level where the scale has levels. @since 0.1 */
#define PARINDEX_E_OPTION_WITHOUT_LEVEL 804
/** An option, scale, factor, block, question or group that the questionnaire does not have. @since 0.1 */
#define PARINDEX_E_UNKNOWN_OPTION 805
/** Above the limit `survey_questions`, `survey_options`, `survey_categories`, `survey_spellings` or `survey_counts`.
 *  @since 0.1 */
#define PARINDEX_E_SURVEY_TOO_LARGE 806
/** Tallies of different questionnaires or with different options. @since 0.1 */
#define PARINDEX_E_DIFFERENT_QUESTIONNAIRES 807
/** A count beyond 64 bits. @since 0.1 */
#define PARINDEX_E_COUNT_OVERFLOW 808
/** A formula for which the questionnaire or tally lacks what it needs. @since 0.1 */
#define PARINDEX_E_FORMULA_NOT_APPLICABLE 809
/** An index of no answers. @since 0.1 */
#define PARINDEX_E_NOTHING_ANSWERED 810
/** A comparison of indices by different formulas or methods. @since 0.1 */
#define PARINDEX_E_METHODS_DIFFER 811
/** Counts that contradict each other. @since 0.1 */
#define PARINDEX_E_INVALID_TALLY 812
/** A weighted mean of units without the population of one. @since 0.1 */
#define PARINDEX_E_POPULATION_MISSING 813
/** An answer, mention or category that is none of the questionnaire's. @since 0.1 */
#define PARINDEX_E_INVALID_ANSWER 814
/** A cell that is no option of its question, and no word for a missing answer. @since 0.1 */
#define PARINDEX_E_UNKNOWN_ANSWER 815
/** A column that the file does not have or that is named twice. @since 0.1 */
#define PARINDEX_E_UNKNOWN_COLUMN 816
/** A respondent whose rows do not stand together. @since 0.1 */
#define PARINDEX_E_RESPONDENT_NOT_GROUPED 817
/** An answer that is missing where the questionnaire refuses that. @since 0.1 */
#define PARINDEX_E_ANSWER_REFUSED 818
/** A cell of counts that is no whole number. @since 0.1 */
#define PARINDEX_E_INVALID_COUNT 819
/** A stratum with one cluster, of which no variance can be seen. @since 0.1 */
#define PARINDEX_E_LONELY_STRATUM 820
/** More clusters drawn than there are. @since 0.1 */
#define PARINDEX_E_POPULATION_BELOW_SAMPLE 821
/** No degrees of freedom, or an interval for a share that is none. @since 0.1 */
#define PARINDEX_E_NO_INTERVAL 822
/** An approximate number beyond the range of binary ones, or none at all. @since 0.1 */
#define PARINDEX_E_NOT_FINITE 823
/** More units to rank than the limit. @since 0.1 */
#define PARINDEX_E_TOO_MANY_RANKED_UNITS 824
/** A margin, population, quota or number of forms that cannot be. @since 0.1 */
#define PARINDEX_E_INVALID_SAMPLE_PLAN 840
/** A count, whole or percentage that no share can have. @since 0.1 */
#define PARINDEX_E_INVALID_PRINTED_SHARE 841
/** An index outside 0..1, a maximum that is not above 0, counts of no answers. @since 0.1 */
#define PARINDEX_E_INVALID_SURVEY_POINTS 842
/** Warning: a printed percentage that the count, or any count, does not give. @since 0.1 */
#define PARINDEX_E_IMPOSSIBLE_SHARE 843
/** Warning: classes that do not add up to what they are classes of. @since 0.1 */
#define PARINDEX_E_CLASSES_NOT_WHOLE 844

/** @} */

#ifdef __cplusplus
}
#endif

#endif
