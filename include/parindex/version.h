/** @file
 *  The only place where a version number of parindex is typed. Readable by C and C++ and by CMake. */
#ifndef PARINDEX_VERSION_H
#define PARINDEX_VERSION_H

/** While it is 0, the interfaces may change. */
#define PARINDEX_VERSION_MAJOR 0
/** Until 1.0, a new one may change the C++ API. */
#define PARINDEX_VERSION_MINOR 1
/** A new one changes no interface. */
#define PARINDEX_VERSION_PATCH 0
/** All three as one number that grows with the version: 1,002,003 is 1.2.3. */
#define PARINDEX_VERSION_NUMBER (PARINDEX_VERSION_MAJOR * 1000000 + PARINDEX_VERSION_MINOR * 1000 + PARINDEX_VERSION_PATCH)

/** The number of the C interface, in the name of the shared library. A new one is not compatible: programs have to be
 *  compiled again. From version 1.0 on it stays. */
#define PARINDEX_ABI_VERSION 1

#endif
