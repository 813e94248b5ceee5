/* Scores one unit: score CRITERIA.json ASSESSMENT.json */
#include "parindex.h"
#include "read_file.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char** argv) {
    parindex_error error = {.struct_size = sizeof error};
    parindex_criteria_set* set = NULL;
    parindex_assessment* marks = NULL;
    parindex_evaluation* scored = NULL;
    parindex_status status = PARINDEX_E_CANNOT_READ;
    size_t set_size = 0, marks_size = 0;
    char *set_json, *marks_json, total[64];

    if (argc != 3) return 2;
    argv = use_utf8(argv);
    set_json = read_file(argv[1], &set_size);
    marks_json = read_file(argv[2], &marks_size);
    if (set_json && marks_json) {
        status = parindex_criteria_set_read(set_json, set_size, NULL, 0, &set, NULL, &error);
        if (!status)
            status = parindex_assessment_read(set, NULL, marks_json, marks_size, NULL, 0, &marks, NULL, &error);
        if (!status) status = parindex_evaluate(marks, NULL, &scored, NULL, &error);
        if (!status)
            status = parindex_evaluation_points(scored, 0, PARINDEX_POINTS_SCORE, total, sizeof total, NULL, &error);
        if (status)
            fprintf(stderr, "%u:%u: %s\n", (unsigned)error.line, (unsigned)error.column, error.message);
        else
            printf("total %s\n", total);
    }
    parindex_evaluation_free(scored);
    parindex_assessment_free(marks);
    parindex_criteria_set_free(set);
    free(marks_json);
    free(set_json);
    return status ? 1 : 0;
}
