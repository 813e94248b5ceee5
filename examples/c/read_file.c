#include "read_file.h"

#include <stdio.h>
#include <stdlib.h>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <wchar.h>
#include <windows.h>

#include <shellapi.h>

static wchar_t* wide_text(const char* text) {
    const int length = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
    wchar_t* wide = calloc((size_t)length + 1, sizeof *wide);
    if (wide) MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, length);
    return wide;
}

/* The whole path behind a prefix without which Windows takes no more than 260 characters. */
static wchar_t* long_path(const wchar_t* path) {
    static const wchar_t prefix[] = L"\\\\?\\";
    const DWORD length = GetFullPathNameW(path, 0, NULL, NULL);
    wchar_t* whole = calloc((size_t)length + wcslen(prefix) + 1, sizeof *whole);
    wchar_t* begin = whole && wcsncmp(path, L"\\\\", 2) != 0 ? wcscpy(whole, prefix) + wcslen(prefix) : whole;
    if (whole) GetFullPathNameW(path, length, begin, NULL);
    return whole;
}

static FILE* open_file(const char* path) {
    wchar_t *wide = wide_text(path), *whole = wide ? long_path(wide) : NULL;
    FILE* file = whole ? _wfopen(whole, L"rb") : NULL;
    free(whole);
    free(wide);
    return file;
}

char** use_utf8(char** argv) {
    int count, i;
    wchar_t** wide = CommandLineToArgvW(GetCommandLineW(), &count);
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdout), _O_BINARY);
    for (i = 0; wide && i < count && argv[i]; ++i) { /* they live as long as the program */
        const int size = WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, NULL, 0, NULL, NULL);
        char* text = calloc((size_t)size + 1, 1);
        if (text) argv[i] = text;
        if (text) WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, text, size, NULL, NULL);
    }
    LocalFree(wide);
    return argv;
}
#else
static FILE* open_file(const char* path) {
    return fopen(path, "rb");
}

char** use_utf8(char** argv) {
    return argv;
}
#endif

char* read_file(const char* path, size_t* size) {
    FILE* file = open_file(path);
    char* text = NULL;
    long length = -1;
    if (file && fseek(file, 0, SEEK_END) == 0) length = ftell(file);
    if (length >= 0 && fseek(file, 0, SEEK_SET) == 0) text = malloc((size_t)length + 1);
    if (text && fread(text, 1, (size_t)length, file) != (size_t)length) {
        free(text);
        text = NULL;
    }
    if (text) {
        text[length] = '\0';
        *size = (size_t)length;
    } else {
        fprintf(stderr, "cannot read %s\n", path);
    }
    if (file) fclose(file);
    return text;
}
