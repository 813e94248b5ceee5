#define FFI_SCOPE "parindex"
#define FFI_LIB "libparindex.so.1"  /* on Windows "parindex.dll" */

/* The part of parindex.h that the classes beside it call, word for word, without the macros that PHP does not read. */

typedef int32_t parindex_status;

typedef struct parindex_criteria_set parindex_criteria_set;
typedef struct parindex_context parindex_context;
typedef struct parindex_assessment parindex_assessment;
typedef struct parindex_evaluation parindex_evaluation;
typedef struct parindex_diagnostics parindex_diagnostics;

typedef struct parindex_error {
    uint32_t struct_size;
    int32_t code;
    int32_t severity;
    uint32_t line;
    uint32_t column;
    uint32_t findings;
    char criterion[128];
    char where[256];
    char message[512];
} parindex_error;

typedef struct parindex_node {
    uint32_t struct_size;
    int32_t kind;
    int32_t point_kind;
    int32_t parent;
    int32_t end;
    int32_t level;
    int32_t part;
    int32_t states_maximum;
    int32_t maximum_origin;
    int32_t rule;
    int32_t fact_count;
} parindex_node;

typedef struct parindex_ledger_entry {
    uint32_t struct_size;
    int32_t node;
    int32_t kind;
    int32_t origin;
    int32_t is_deduction;
} parindex_ledger_entry;

typedef struct parindex_column {
    int32_t node;
    int32_t fact;
    int32_t round;
    int32_t scale;
    const int64_t *cells;
    const uint8_t *present;
} parindex_column;

typedef struct parindex_batch {
    uint32_t struct_size;
    int32_t year;
    size_t unit_count;
    const parindex_column *columns;
    size_t column_count;
    const char *const *units;
    const char *unit_group;
} parindex_batch;

typedef struct parindex_batch_result {
    uint32_t struct_size;
    int32_t places;
    int32_t rounding;
    int32_t reserved;
    int32_t *statuses;
    int32_t *nodes;
    int64_t *totals;
    int32_t *unmarked;
    int64_t *parts;
    int64_t *points;
    uint8_t *exact;
} parindex_batch_result;

uint32_t parindex_abi_version(void);
const char *parindex_status_name(parindex_status status);

size_t parindex_diagnostics_count(const parindex_diagnostics *diagnostics);
parindex_status parindex_diagnostics_get(const parindex_diagnostics *diagnostics, size_t index, parindex_error *finding,
                                         parindex_error *error);
parindex_status parindex_diagnostics_text(const parindex_diagnostics *diagnostics, size_t index, int32_t which, char *buffer,
                                          size_t capacity, size_t *size, parindex_error *error);
void parindex_diagnostics_free(parindex_diagnostics *diagnostics);

parindex_status parindex_criteria_set_read(const char *json, size_t json_size, const char *file, size_t file_size,
                                           parindex_criteria_set **set, parindex_diagnostics **diagnostics,
                                           parindex_error *error);
void parindex_criteria_set_free(parindex_criteria_set *set);
int32_t parindex_criteria_set_node_count(const parindex_criteria_set *set);
parindex_status parindex_criteria_set_node(const parindex_criteria_set *set, int32_t index, parindex_node *node,
                                           parindex_error *error);
parindex_status parindex_criteria_set_text(const parindex_criteria_set *set, int32_t node, int32_t which, char *buffer,
                                           size_t capacity, size_t *size, parindex_error *error);

parindex_status parindex_assessment_read(const parindex_criteria_set *set, const parindex_context *context, const char *json,
                                         size_t json_size, const char *file, size_t file_size,
                                         parindex_assessment **assessment, parindex_diagnostics **diagnostics,
                                         parindex_error *error);
parindex_status parindex_assessment_unit(const parindex_assessment *assessment, int32_t which, char *buffer, size_t capacity,
                                         size_t *size, parindex_error *error);
int32_t parindex_assessment_year(const parindex_assessment *assessment);
void parindex_assessment_free(parindex_assessment *assessment);

parindex_status parindex_evaluate(const parindex_assessment *assessment, const parindex_context *context,
                                  parindex_evaluation **evaluation, parindex_diagnostics **diagnostics,
                                  parindex_error *error);
void parindex_evaluation_free(parindex_evaluation *evaluation);
parindex_status parindex_evaluation_points(const parindex_evaluation *evaluation, int32_t node, int32_t which, char *buffer,
                                           size_t capacity, size_t *size, parindex_error *error);
size_t parindex_evaluation_ledger_count(const parindex_evaluation *evaluation, int32_t node);
parindex_status parindex_evaluation_ledger_entry(const parindex_evaluation *evaluation, int32_t node, size_t index,
                                                 parindex_ledger_entry *entry, parindex_error *error);
parindex_status parindex_evaluation_ledger_amount(const parindex_evaluation *evaluation, int32_t node, size_t index,
                                                  char *buffer, size_t capacity, size_t *size, parindex_error *error);
parindex_status parindex_evaluation_explain(const parindex_evaluation *evaluation, int32_t node, int32_t language,
                                            char *buffer, size_t capacity, size_t *size, parindex_error *error);

parindex_status parindex_batch_score(const parindex_criteria_set *set, const parindex_context *context,
                                     const parindex_batch *batch, const parindex_batch_result *result,
                                     parindex_diagnostics **diagnostics, parindex_error *error);
