/* How many calls a second of processor time reach the library: crossings DATA_FOLDER */
#include "parindex.h"
#include "read_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { unit_count = 150, most_columns = 200 };

typedef struct table {
    parindex_criteria_set* set;
    parindex_assessment* marks;
    parindex_evaluation* scored;
    parindex_column columns[most_columns];
    size_t column_count;
    int64_t cells[most_columns][unit_count];
} table;

static int call_points(table* all) {
    char text[64];
    return parindex_evaluation_points(all->scored, 0, PARINDEX_POINTS_SCORE, text, sizeof text, NULL, NULL);
}

static int call_single(table* all) {
    parindex_evaluation* scored = NULL;
    const parindex_status status = parindex_evaluate(all->marks, NULL, &scored, NULL, NULL);
    parindex_evaluation_free(scored);
    return status;
}

static int call_batch(table* all) {
    int32_t statuses[unit_count];
    int64_t totals[unit_count];
    parindex_batch batch = {.struct_size = sizeof batch, .year = 2025, .unit_count = unit_count};
    parindex_batch_result result = {.struct_size = sizeof result, .places = 2, .statuses = statuses, .totals = totals};
    batch.columns = all->columns;
    batch.column_count = all->column_count;
    return parindex_batch_score(all->set, NULL, &batch, &result, NULL, NULL);
}

static void measure(const char* what, int size, int (*call)(table*), table* all) {
    double seconds = 0;
    long times, i;
    for (times = 1; seconds < 0.5; times *= 2) {
        const clock_t start = clock();
        for (i = 0; i < times; ++i)
            if (call(all)) exit(1);
        seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (seconds >= 0.5) printf("%s %.0f\n", what, (double)times * size / seconds);
    }
}

static int load(table* all, const char* folder) {
    static const char* const names[] = {"criteria.json", "assessment.json"};
    char path[4096], *texts[2];
    size_t sizes[2];
    int i;
    parindex_status status;
    for (i = 0; i < 2; ++i) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        texts[i] = read_file(path, &sizes[i]);
        if (!texts[i]) return 1;
    }
    status = parindex_criteria_set_read(texts[0], sizes[0], NULL, 0, &all->set, NULL, NULL);
    if (!status)
        status = parindex_assessment_read(all->set, NULL, texts[1], sizes[1], NULL, 0, &all->marks, NULL, NULL);
    if (!status) status = parindex_evaluate(all->marks, NULL, &all->scored, NULL, NULL);
    free(texts[0]);
    free(texts[1]);
    return status;
}

static void fill(table* all) {
    int32_t node;
    int unit;
    for (node = 0; node < parindex_criteria_set_node_count(all->set); ++node) {
        parindex_node known = {.struct_size = sizeof known};
        parindex_column* column = &all->columns[all->column_count];
        if (parindex_criteria_set_node(all->set, node, &known, NULL) || known.kind != PARINDEX_NODE_LEAF) continue;
        for (unit = 0; unit < unit_count; ++unit) all->cells[all->column_count][unit] = (unit + node) % 101;
        column->node = node;
        column->fact = PARINDEX_NONE;
        column->round = PARINDEX_ROUND_APPRAISAL;
        column->scale = 2;
        column->cells = all->cells[all->column_count++];
        if (all->column_count == most_columns) return;
    }
}

int main(int argc, char** argv) {
    static table all;
    if (argc != 2 || load(&all, argv[1])) return 1;
    fill(&all);
    measure("points", 1, call_points, &all);
    measure("single", 1, call_single, &all);
    measure("batch", unit_count, call_batch, &all);
    parindex_evaluation_free(all.scored);
    parindex_assessment_free(all.marks);
    parindex_criteria_set_free(all.set);
    return 0;
}
