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

#endif
