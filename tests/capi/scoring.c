/* What a host in C99 does: the Sơn La results for 2021 are built mark by mark, scored, explained and planned for. */
#include "check.h"

#include <parindex.h>

static char text[1 << 16];

/* The last status must be PARINDEX_OK; then `text` is compared. */
#define CHECK_TEXT(call, expected)            \
    do {                                      \
        size_t size = 0;                      \
        CHECK((call) == PARINDEX_OK);         \
        CHECK(size == strlen(expected));      \
        CHECK(strcmp(text, (expected)) == 0); \
    } while (0)

#define TO_TEXT text, sizeof text, &size, NULL

struct mark {
    const char* criterion;
    int32_t round;
    int is_loss;
    const char* points;
};

static const struct mark marks[] = {
    {"1.1", PARINDEX_ROUND_APPRAISAL, 1, "0.5"}, {"4.1", PARINDEX_ROUND_APPRAISAL, 0, "3.61"},
    {"5.1", PARINDEX_ROUND_APPRAISAL, 0, "1.5"}, {"1.2.1", PARINDEX_ROUND_SURVEY, 0, "0.95"},
    {"1.2.2", PARINDEX_ROUND_SURVEY, 0, "0.94"}, {"2.1", PARINDEX_ROUND_SURVEY, 1, "0.28"},
    {"4.2", PARINDEX_ROUND_SURVEY, 0, "1.74"},   {"5.2", PARINDEX_ROUND_SURVEY, 0, "1.91"},
    {"5.3", PARINDEX_ROUND_SURVEY, 0, "2.81"},   {"6.1", PARINDEX_ROUND_SURVEY, 0, "2.74"},
    {"7.1", PARINDEX_ROUND_SURVEY, 0, "0.95"},   {"7.2", PARINDEX_ROUND_SURVEY, 0, "0.93"},
    {"7.3", PARINDEX_ROUND_SURVEY, 0, "0.95"},   {"7.4", PARINDEX_ROUND_SURVEY, 0, "0.78"},
    {"8.1", PARINDEX_ROUND_SURVEY, 0, "8.99"},
};

static const char* const fields[][3] = {
    {"1", "10.89", "0.61"}, {"2", "11.72", "0.28"}, {"3", "15.5", "0"},     {"4", "10.35", "0.65"},
    {"5", "11.22", "2.28"}, {"6", "9.74", "0.26"},  {"7", "16.11", "0.39"}, {"8", "8.99", "1.01"},
};

static parindex_criteria_set* read_set(void) {
    parindex_criteria_set* set = NULL;
    parindex_diagnostics* found = NULL;
    size_t size;
    char* json = read_file("/son-la-2021/criteria.json", &size);
    CHECK(parindex_criteria_set_read(json, size, "criteria.json", 13, &set, &found, NULL) == PARINDEX_OK);
    parindex_diagnostics_free(found);
    free(json);
    return set;
}

static parindex_assessment* set_marks(const parindex_criteria_set* set) {
    parindex_assessment* made = NULL;
    size_t at;
    CHECK(parindex_assessment_create(set, "VPUB", 4, NULL, 0, NULL, 0, 2021, &made, NULL) == PARINDEX_OK);
    for (at = 0; at < sizeof marks / sizeof marks[0]; ++at) {
        const struct mark* each = &marks[at];
        parindex_decimal points;
        CHECK(parindex_decimal_parse(each->points, strlen(each->points), &points, NULL) == PARINDEX_OK);
        CHECK((each->is_loss ? parindex_assessment_set_loss : parindex_assessment_set_score)(
                  made, each->criterion, strlen(each->criterion), each->round, &points, NULL) == PARINDEX_OK);
    }
    return made;
}

static int32_t node_of(const parindex_criteria_set* set, const char* code) {
    int32_t node = PARINDEX_NONE;
    CHECK(parindex_criteria_set_find(set, code, strlen(code), &node, NULL) == PARINDEX_OK);
    return node;
}

static void check_points(const parindex_criteria_set* set, const parindex_evaluation* made) {
    const int32_t survey[] = {1, 2};
    size_t at;
    CHECK(parindex_evaluation_complete(made) == 1);
    CHECK_TEXT(parindex_evaluation_points(made, 0, PARINDEX_POINTS_SCORE, TO_TEXT), "94.52");
    CHECK_TEXT(parindex_evaluation_points(made, 0, PARINDEX_POINTS_DEDUCTION, TO_TEXT), "5.48");
    CHECK_TEXT(parindex_evaluation_percent(made, NULL, 0, TO_TEXT), "94.52");
    CHECK_TEXT(parindex_evaluation_percent(made, survey, 2, TO_TEXT), "2741/30");
    CHECK_TEXT(parindex_evaluation_part_points(made, 0, PARINDEX_POINTS_SCORE, TO_TEXT), "67.11");
    CHECK_TEXT(parindex_evaluation_part_points(made, 1, PARINDEX_POINTS_SCORE, TO_TEXT), "18.42");
    CHECK_TEXT(parindex_evaluation_part_points(made, 2, PARINDEX_POINTS_SCORE, TO_TEXT), "8.99");
    for (at = 0; at < sizeof fields / sizeof fields[0]; ++at) {
        const int32_t node = node_of(set, fields[at][0]);
        CHECK_TEXT(parindex_evaluation_points(made, node, PARINDEX_POINTS_SCORE, TO_TEXT), fields[at][1]);
        CHECK_TEXT(parindex_evaluation_points(made, node, PARINDEX_POINTS_DEDUCTION, TO_TEXT), fields[at][2]);
    }
    CHECK_TEXT(parindex_evaluation_explain(made, node_of(set, "4.1"), PARINDEX_LANGUAGE_VIETNAMESE, TO_TEXT),
               "đạt 3,61/4 điểm (trừ 0,39 điểm)");
}

static void check_largest_deduction(const parindex_criteria_set* set, const parindex_evaluation* made) {
    parindex_ledger_entry entry;
    parindex_decimal largest = {0, 2, 0};
    int32_t leaf = PARINDEX_NONE;
    size_t index;
    const size_t count = parindex_evaluation_ledger_count(made, 0);
    CHECK(count == 15);
    for (index = 0; index < count; ++index) {
        parindex_decimal amount;
        size_t size = 0;
        entry.struct_size = sizeof entry;
        CHECK(parindex_evaluation_ledger_entry(made, 0, index, &entry, NULL) == PARINDEX_OK);
        CHECK(entry.kind == PARINDEX_LEDGER_LOSS && entry.is_deduction == 1);
        CHECK(parindex_evaluation_ledger_amount(made, 0, index, TO_TEXT) == PARINDEX_OK);
        CHECK(parindex_decimal_round(text, size, 2, PARINDEX_ROUNDING_HALF_UP, &amount, NULL, NULL) == PARINDEX_OK);
        if (amount.coefficient > largest.coefficient) {
            largest = amount;
            leaf = entry.node;
        }
    }
    CHECK(largest.coefficient == 200);
    CHECK(leaf == node_of(set, "5.1"));
}

static void check_plan(const parindex_evaluation* made) {
    parindex_plan* plan = NULL;
    parindex_coverage* coverage = NULL;
    CHECK(parindex_plan_draft(made, NULL, &plan, NULL) == PARINDEX_OK);
    CHECK(parindex_plan_cover(plan, made, &coverage, NULL, NULL) == PARINDEX_OK);
    parindex_plan_free(plan);
    CHECK_TEXT(parindex_coverage_points(coverage, PARINDEX_SCOPE_TOTAL, 0, PARINDEX_COVERAGE_LOST, TO_TEXT), "5.48");
    parindex_coverage_free(coverage);
}

static void check_error(const parindex_criteria_set* set) {
    parindex_assessment* made = set_marks(set);
    parindex_evaluation* scored = NULL;
    parindex_error error;
    const parindex_decimal much = {5, 0, 0};
    error.struct_size = sizeof error;
    CHECK(parindex_assessment_set_score(made, "4.1", 3, PARINDEX_ROUND_APPRAISAL, &much, NULL) == PARINDEX_OK);
    CHECK(parindex_evaluate(made, NULL, &scored, NULL, &error) == PARINDEX_E_SCORE_ABOVE_MAXIMUM);
    CHECK(scored == NULL);
    CHECK(error.code == PARINDEX_E_SCORE_ABOVE_MAXIMUM && error.severity == PARINDEX_SEVERITY_ERROR);
    CHECK(strcmp(error.criterion, "4.1") == 0);
    CHECK(strcmp(parindex_status_name(error.code), "score_above_maximum") == 0);
    parindex_assessment_free(made);
}

int main(void) {
    parindex_criteria_set* set = read_set();
    parindex_assessment* made = set_marks(set);
    parindex_evaluation* scored = NULL;
    CHECK(parindex_abi_version() == PARINDEX_ABI_VERSION);
    CHECK(parindex_version() == PARINDEX_VERSION_NUMBER);
    CHECK(parindex_evaluate(made, NULL, &scored, NULL, NULL) == PARINDEX_OK);
    if (check_failures == 0) {
        check_points(set, scored);
        check_largest_deduction(set, scored);
        check_plan(scored);
        check_error(set);
    }
    parindex_evaluation_free(scored);
    parindex_assessment_free(made);
    parindex_criteria_set_free(set);
    return check_failures == 0 ? 0 : 1;
}
