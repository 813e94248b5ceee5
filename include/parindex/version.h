/** @file
 *  The only place where a version number of parindex is typed. Readable by C and C++ and by CMake. */
#ifndef PARINDEX_VERSION_H
#define PARINDEX_VERSION_H

#define PARINDEX_VERSION_MAJOR 0
#define PARINDEX_VERSION_MINOR 1
#define PARINDEX_VERSION_PATCH 0

#endif
