/* A C program of somebody else: it must build with the C standard library and parindex.h alone. */
#include <parindex.h>

#include <stdio.h>

int main(void) {
    parindex_decimal number;
    char text[32];
    const int same = parindex_version() == PARINDEX_VERSION_NUMBER && parindex_abi_version() == PARINDEX_ABI_VERSION;
    if (parindex_decimal_from_double(3.6100000000000003, 2, &number, NULL) != PARINDEX_OK ||
        parindex_decimal_format(&number, text, sizeof text, NULL, NULL) != PARINDEX_OK)
        return 1;
    printf("%s %s %d\n", text, parindex_status_name(parindex_decimal_parse("3,61", 4, &number, NULL)), same);
    return 0;
}
