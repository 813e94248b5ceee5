/* Files and arguments with names in UTF-8, also on Windows, whose own are in a code page without Vietnamese. */
#ifndef READ_FILE_H
#define READ_FILE_H

#include <stddef.h>

/* The whole file, which the caller frees; or NULL, after a message on the standard error output. */
char* read_file(const char* path, size_t* size);

/* The arguments of main() as UTF-8; the standard output takes UTF-8 and keeps "\n" from here on. */
char** use_utf8(char** argv);

#endif
