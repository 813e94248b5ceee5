/* A million handles made and freed, and a thousand whole evaluations with everything made from them: the heap must not
 * grow once it is warm. */
#include "check.h"

#include <malloc.h>
#include <parindex.h>

static parindex_criteria_set* set;
static parindex_assessment* marks;

static void make_cheap(void) {
    static const char name[] = "Văn phòng UBND tỉnh";
    parindex_assessment* made = NULL;
    CHECK(parindex_assessment_create(set, "VPUB", 4, name, sizeof name - 1, NULL, 0, 2021, &made, NULL) == PARINDEX_OK);
    parindex_assessment_free(made);
}

static void make_refused(void) {
    parindex_assessment* made = NULL;
    parindex_error error;
    error.struct_size = sizeof error;
    CHECK(parindex_assessment_create(set, "", 0, NULL, 0, NULL, 0, 2021, &made, &error) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(made == NULL);
}

static void make_whole(void) {
    static char buffer[1 << 16];
    parindex_evaluation* made = NULL;
    parindex_plan* plan = NULL;
    parindex_coverage* coverage = NULL;
    parindex_diagnostics* found = NULL;
    CHECK(parindex_evaluate(marks, NULL, &made, &found, NULL) == PARINDEX_OK);
    parindex_diagnostics_free(found);
    CHECK(parindex_evaluation_score_json(made, buffer, sizeof buffer, NULL, NULL) == PARINDEX_OK);
    CHECK(parindex_plan_draft(made, NULL, &plan, NULL) == PARINDEX_OK);
    CHECK(parindex_plan_cover(plan, made, &coverage, &found, NULL) == PARINDEX_OK);
    parindex_evaluation_free(made);
    parindex_plan_free(plan);
    parindex_coverage_free(coverage);
    parindex_diagnostics_free(found);
}

static void make_refused_file(void) {
    parindex_criteria_set* read = NULL;
    parindex_diagnostics* found = NULL;
    CHECK(parindex_criteria_set_read("{\"format\":1}", 12, "f", 1, &read, &found, NULL) != PARINDEX_OK);
    CHECK(parindex_diagnostics_count(found) > 0);
    parindex_diagnostics_free(found);
}

/* What malloc keeps for the next caller counts as in use, so that a little comes and goes. A leak of one block a run is
 * larger from 130 runs on. */
#define KEPT_BYTES 4096

/* Bytes in use must be the same after all runs as after the first hundred. */
static void check_growth(const char* name, void (*run)(void), long runs) {
    size_t warm;
    size_t after;
    long at;
    for (at = 0; at < 100; ++at) run();
    warm = mallinfo2().uordblks;
    for (at = 0; at < runs; ++at) run();
    after = mallinfo2().uordblks;
    printf("%s: %ld times, %lu bytes in use before and %lu after\n", name, runs, (unsigned long)warm,
           (unsigned long)after);
    CHECK(after <= warm + KEPT_BYTES);
}

int main(int count, char** arguments) {
    const long million = count > 1 ? strtol(arguments[1], NULL, 10) : 1000000;
    size_t size;
    char* text = read_file("/son-la-2021/criteria.json", &size);
    CHECK(parindex_criteria_set_read(text, size, NULL, 0, &set, NULL, NULL) == PARINDEX_OK);
    free(text);
    text = read_file("/son-la-2021/assessment.json", &size);
    CHECK(parindex_assessment_read(set, NULL, text, size, NULL, 0, &marks, NULL, NULL) == PARINDEX_OK);
    free(text);
    if (check_failures == 0) {
        check_growth("assessments", make_cheap, million);
        check_growth("refused assessments", make_refused, million / 10);
        check_growth("evaluations", make_whole, million / 500);
        check_growth("refused files", make_refused_file, million / 50);
    }
    parindex_assessment_free(marks);
    parindex_criteria_set_free(set);
    return check_failures == 0 ? 0 : 1;
}
