/* What the tests in C need: a check that counts its failures, and the text of a file. */
#ifndef PARINDEX_TEST_CHECK_H
#define PARINDEX_TEST_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int check_failures = 0;

#define CHECK(condition) check((condition) != 0, #condition, __LINE__)

static inline int check(int holds, const char* condition, int line) {
    if (!holds) {
        ++check_failures;
        printf("line %d: %s\n", line, condition);
    }
    return holds;
}

/* The text of a file of the example, which the caller frees; its length in `size`. */
static inline char* read_file(const char* name, size_t* size) {
    char path[1024];
    char* text;
    FILE* file;
    long length;
    if (snprintf(path, sizeof path, "%s%s", PARINDEX_DATA_DIR, name) >= (int)sizeof path) exit(2);
    file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0 || fseek(file, 0, SEEK_SET) != 0) {
        printf("cannot read %s\n", path);
        exit(2);
    }
    text = malloc((size_t)length + 1);
    if (text == NULL || fread(text, 1, (size_t)length, file) != (size_t)length) exit(2);
    fclose(file);
    *size = (size_t)length;
    return text;
}

#endif
