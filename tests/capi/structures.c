/* The structures as C17 lays them out: bindings in other languages rely on every offset. */
#include "check.h"

#include <parindex.h>

#define SIZED(structure, bytes) _Static_assert(sizeof(structure) == (bytes), "size of " #structure)
#define AT(structure, member, bytes) _Static_assert(offsetof(structure, member) == (bytes), #structure "." #member)

SIZED(parindex_decimal, 16);
AT(parindex_decimal, scale, 8);
SIZED(parindex_error, 24 + 128 + 256 + 512);
AT(parindex_error, code, 4);
AT(parindex_error, criterion, 24);
AT(parindex_error, where, 152);
AT(parindex_error, message, 408);
SIZED(parindex_node, 44);
SIZED(parindex_fact, 16);
SIZED(parindex_ledger_entry, 20);
SIZED(parindex_question, 28);
SIZED(parindex_answer_sheet, 8 + 5 * sizeof(void*));
AT(parindex_answer_sheet, places, 8);
SIZED(parindex_sheet_counts, 32);
AT(parindex_sheet_counts, issued, 8);
SIZED(parindex_index_request, 8 + 8 * sizeof(void*));
AT(parindex_index_request, formula, 8);
AT(parindex_index_request, unit_count, 8 + 7 * sizeof(void*));
SIZED(parindex_points_method, 40);
AT(parindex_points_method, maximum, 24);
SIZED(parindex_stored_score, 24);
AT(parindex_stored_score, score, 8);
SIZED(parindex_column, 16 + 2 * sizeof(void*));
SIZED(parindex_draft, 24 + 9 * sizeof(char*));
AT(parindex_draft, agency, 24);
AT(parindex_batch_result, statuses, 16);
AT(parindex_batch_result, exact, 16 + 6 * sizeof(void*));

/* What the first version of the library called an error ended behind its code. */
struct earliest_error {
    uint32_t struct_size;
    int32_t code;
};

static void check_short_error(void) {
    union {
        struct earliest_error early;
        parindex_error room;
    } given;
    parindex_decimal number = {7, 7, 7};
    memset(&given, 0x5A, sizeof given);
    given.early.struct_size = sizeof given.early;
    CHECK(parindex_decimal_parse("1,5", 3, &number, &given.room) == PARINDEX_E_INVALID_NUMBER);
    CHECK(given.early.code == PARINDEX_E_INVALID_NUMBER);
    CHECK(given.room.severity == 0x5A5A5A5A && given.room.message[0] == 0x5A);
    CHECK(number.coefficient == 7 && number.scale == 7 && number.reserved == 7);
}

static void check_column(void) {
    parindex_decimal number;
    parindex_error error;
    error.struct_size = sizeof error;
    CHECK(parindex_decimal_parse("1,5", 3, &number, &error) == PARINDEX_E_INVALID_NUMBER);
    CHECK(error.line == 1 && error.column == 2 && error.findings == 1);
    CHECK(error.criterion[0] == '\0' && error.where[0] == '\0' && error.message[0] != '\0');
}

int main(void) {
    check_short_error();
    check_column();
    return check_failures == 0 ? 0 : 1;
}
