/* Loads parindex.dll while it runs, as programs without an import library do: load_library FOLDER, and calls it. */
#include <parindex.h>
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#include <shellapi.h>

typedef uint32_t (*number_function)(void);
typedef parindex_status (*parse_function)(const char *, size_t, parindex_decimal *, parindex_error *);

/* A void * in between: the compiler warns of a cast between functions of different types. */
static void *find(HMODULE library, const char *name) {
    void *found = (void *)(intptr_t)GetProcAddress(library, name);
    if (!found) fprintf(stderr, "no %s\n", name);
    return found;
}

static int call(HMODULE library) {
    number_function abi_version, version;
    parse_function parse;
    parindex_decimal number = {0, 0, 0};
    *(void **)&abi_version = find(library, "parindex_abi_version");
    *(void **)&version = find(library, "parindex_version");
    *(void **)&parse = find(library, "parindex_decimal_parse");
    if (!abi_version || !version || !parse) return 1;
    if (abi_version() != PARINDEX_ABI_VERSION || version() != PARINDEX_VERSION_NUMBER) return 2;
    if (parse("94.52", 5, &number, NULL) || number.coefficient != 9452 || number.scale != 2) return 3;
    return 0;
}

int main(void) {
    int count, failed;
    wchar_t file[512], **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
    HMODULE library;
    if (!arguments || count != 2) return 9;
    _snwprintf(file, sizeof file / sizeof *file, L"%ls\\parindex.dll", arguments[1]);
    library = LoadLibraryW(file);
    if (!library) return 8;
    failed = call(library);
    if (!FreeLibrary(library)) return 7;
    if (GetModuleHandleW(L"parindex.dll")) return 6; /* nothing of it may stay behind */
    LocalFree(arguments);
    if (!failed) printf("loaded, called and unloaded\n");
    return failed;
}
