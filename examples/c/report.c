/* Scores one unit, names its fields and what cost it most, and shows what an error looks like: report DATA_FOLDER */
#include "parindex.h"
#include "read_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the report is about. NULL is freed like everything else. */
typedef struct unit {
    char* set_json;
    char* marks_json;
    parindex_criteria_set* set;
    parindex_assessment* marks;
    parindex_evaluation* scored;
} unit;

/* Something that cost points: its leaf, the amount as written, and the amount as a number to sort by. */
typedef struct deduction {
    int32_t node;
    char amount[64];
    parindex_decimal size;
} deduction;

static char* read_data(const char* folder, const char* name, size_t* size) {
    const size_t length = strlen(folder) + strlen(name) + 2;
    char *path = malloc(length), *text = NULL;
    if (path) {
        snprintf(path, length, "%s/%s", folder, name);
        text = read_file(path, size);
    }
    free(path);
    return text;
}

static parindex_status load(unit* all, const char* folder, parindex_error* error) {
    size_t set_size = 0, marks_size = 0;
    parindex_status status;
    all->set_json = read_data(folder, "criteria.json", &set_size);
    all->marks_json = read_data(folder, "assessment.json", &marks_size);
    if (!all->set_json || !all->marks_json) return PARINDEX_E_CANNOT_READ;
    status = parindex_criteria_set_read(all->set_json, set_size, "criteria.json", 13, &all->set, NULL, error);
    if (status) return status;
    status = parindex_assessment_read(all->set, NULL, all->marks_json, marks_size, "assessment.json", 15, &all->marks,
                                      NULL, error);
    if (status) return status;
    return parindex_evaluate(all->marks, NULL, &all->scored, NULL, error);
}

static void unload(unit* all) {
    parindex_evaluation_free(all->scored);
    parindex_assessment_free(all->marks);
    parindex_criteria_set_free(all->set);
    free(all->marks_json);
    free(all->set_json);
}

static parindex_status print_points(const unit* all, int32_t node, parindex_error* error) {
    char score[64], maximum[64];
    parindex_status status;
    status = parindex_evaluation_points(all->scored, node, PARINDEX_POINTS_SCORE, score, sizeof score, NULL, error);
    if (status) return status;
    status =
        parindex_evaluation_points(all->scored, node, PARINDEX_POINTS_MAXIMUM, maximum, sizeof maximum, NULL, error);
    if (!status) printf("%s of %s\n", score, maximum);
    return status;
}

static parindex_status print_fields(const unit* all, parindex_error* error) {
    const int32_t count = parindex_criteria_set_node_count(all->set);
    parindex_node node = {.struct_size = sizeof node};
    parindex_status status = PARINDEX_OK;
    int32_t field;
    printf("fields:\n");
    for (field = 1; field < count && !status; field = node.end) { /* each begins behind the end of the one before */
        char code[64], name[512];
        status = parindex_criteria_set_node(all->set, field, &node, error);
        if (!status)
            status = parindex_criteria_set_text(all->set, field, PARINDEX_TEXT_CODE, code, sizeof code, NULL, error);
        if (!status)
            status = parindex_criteria_set_text(all->set, field, PARINDEX_TEXT_NAME, name, sizeof name, NULL, error);
        if (!status) {
            printf("  %s %s: ", code, name);
            status = print_points(all, field, error);
        }
    }
    return status;
}

static parindex_status read_deduction(const unit* all, size_t index, deduction* read, int* counts,
                                      parindex_error* error) {
    parindex_ledger_entry entry = {.struct_size = sizeof entry};
    size_t length;
    parindex_status status = parindex_evaluation_ledger_entry(all->scored, 0, index, &entry, error);
    *counts = !status && entry.is_deduction;
    if (!*counts) return status;
    read->node = entry.node;
    status =
        parindex_evaluation_ledger_amount(all->scored, 0, index, read->amount, sizeof read->amount, &length, error);
    /* An amount may be a fraction. With 15 decimals, no two that differ in practice become equal. */
    if (!status)
        status = parindex_decimal_round(read->amount, length, 15, PARINDEX_ROUNDING_HALF_UP, &read->size, NULL, error);
    return status;
}

/* Fills `largest`, which has room for `capacity`, and says how many there are. Ties stay in the order of the document.
 */
static parindex_status find_largest(const unit* all, deduction* largest, size_t capacity, size_t* found,
                                    parindex_error* error) {
    const size_t count = parindex_evaluation_ledger_count(all->scored, 0);
    size_t index;
    *found = 0;
    for (index = 0; index < count; ++index) {
        deduction next;
        size_t place;
        int counts;
        const parindex_status status = read_deduction(all, index, &next, &counts, error);
        if (status) return status;
        if (!counts) continue;
        for (place = *found; place > 0 && largest[place - 1].size.coefficient < next.size.coefficient; --place)
            if (place < capacity) largest[place] = largest[place - 1];
        if (place < capacity) largest[place] = next;
        if (*found < capacity) ++*found;
    }
    return PARINDEX_OK;
}

/* A sentence may be long: its length is asked for first. */
static parindex_status print_explanation(const unit* all, int32_t node, parindex_error* error) {
    const int32_t language = PARINDEX_LANGUAGE_VIETNAMESE;
    size_t length;
    char* text;
    parindex_status status = parindex_evaluation_explain(all->scored, node, language, NULL, 0, &length, error);
    if (status) return status;
    text = malloc(length + 1);
    if (!text) return PARINDEX_E_NO_MEMORY;
    status = parindex_evaluation_explain(all->scored, node, language, text, length + 1, NULL, error);
    if (!status) printf("%s\n", text);
    free(text);
    return status;
}

static parindex_status print_deductions(const unit* all, parindex_error* error) {
    deduction largest[3];
    size_t count, index;
    parindex_status status = find_largest(all, largest, sizeof largest / sizeof *largest, &count, error);
    printf("largest deductions:\n");
    for (index = 0; index < count && !status; ++index) {
        char code[64];
        status = parindex_criteria_set_text(all->set, largest[index].node, PARINDEX_TEXT_CODE, code, sizeof code, NULL,
                                            error);
        if (!status) {
            printf("  %s -%s: ", code, largest[index].amount);
            status = print_explanation(all, largest[index].node, error);
        }
    }
    return status;
}

/* Reads the same marks with a score that cannot be, and prints everything that is said about it. */
static parindex_status print_error(const unit* all, parindex_error* error) {
    static const char right[] = "\"score\": \"3.61\"", wrong[] = "\"score\": \"36.1\"";
    char* const place = strstr(all->marks_json, right);
    parindex_assessment* marks = NULL;
    parindex_diagnostics* findings = NULL;
    size_t index;
    parindex_status status;
    if (!place) return PARINDEX_E_OUT_OF_RANGE;
    memcpy(place, wrong, strlen(wrong)); /* as long as the other */
    status = parindex_assessment_read(all->set, NULL, all->marks_json, strlen(all->marks_json), "assessment.json", 15,
                                      &marks, &findings, NULL);
    parindex_assessment_free(marks);
    printf("error:\n");
    for (index = 0, status = PARINDEX_OK; index < parindex_diagnostics_count(findings) && !status; ++index) {
        parindex_error finding = {.struct_size = sizeof finding};
        status = parindex_diagnostics_get(findings, index, &finding, error);
        if (!status)
            printf("  %d %s %u:%u %s [%s]: %s\n", (int)finding.code, parindex_status_name(finding.code),
                   (unsigned)finding.line, (unsigned)finding.column, finding.where, finding.criterion, finding.message);
    }
    parindex_diagnostics_free(findings);
    return status;
}

static parindex_status print_report(const unit* all, parindex_error* error) {
    char name[256];
    parindex_status status = parindex_assessment_unit(all->marks, PARINDEX_TEXT_NAME, name, sizeof name, NULL, error);
    if (status) return status;
    printf("%s, %d\ntotal ", name, (int)parindex_assessment_year(all->marks));
    status = print_points(all, 0, error);
    if (!status) status = print_fields(all, error);
    if (!status) status = print_deductions(all, error);
    if (!status) status = print_error(all, error);
    return status;
}

int main(int argc, char** argv) {
    parindex_error error = {.struct_size = sizeof error};
    unit all = {NULL, NULL, NULL, NULL, NULL};
    parindex_status status;
    if (argc != 2) {
        fprintf(stderr, "usage: report DATA_FOLDER\n");
        return 2;
    }
    argv = use_utf8(argv);
    status = load(&all, argv[1], &error);
    if (!status) status = print_report(&all, &error);
    if (status && error.code) fprintf(stderr, "%s: %s\n", parindex_status_name(status), error.message);
    unload(&all);
    return status ? 1 : 0;
}
