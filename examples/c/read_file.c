#include "read_file.h"

#include <stdio.h>
#include <stdlib.h>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <shellapi.h>

static FILE *open_file(const char *path) {
    const int length = MultiByteToWideChar(CP_UTF8, 0, path, -1, NULL, 0);
    wchar_t *wide = calloc((size_t)length + 1, sizeof *wide);
    FILE *file = NULL;
    if (wide && length > 0) {
        MultiByteToWideChar(CP_UTF8, 0, path, -1, wide, length);
        file = _wfopen(wide, L"rb");
    }
    free(wide);
    return file;
}

char **use_utf8(char **argv) {
    int count, i;
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &count);
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdout), _O_BINARY);
    for (i = 0; wide && i < count && argv[i]; ++i) { /* they live as long as the program */
        const int size = WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, NULL, 0, NULL, NULL);
        char *text = calloc((size_t)size + 1, 1);
        if (text) argv[i] = text;
        if (text) WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, text, size, NULL, NULL);
    }
    LocalFree(wide);
    return argv;
}
#else
static FILE *open_file(const char *path) {
    return fopen(path, "rb");
}

char **use_utf8(char **argv) {
    return argv;
}
#endif

char *read_file(const char *path, size_t *size) {
    FILE *file = open_file(path);
    char *text = NULL;
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
