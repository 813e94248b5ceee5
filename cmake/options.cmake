# What a consumer sees: the library, and the examples when asked. Tests, warnings and sanitizers are ours.
option(PARINDEX_DEVELOPER_MODE "Build the tests and treat warnings as errors" OFF)
option(PARINDEX_BUILD_CAPI "Build the shared library with the C interface" ${PROJECT_IS_TOP_LEVEL})
option(PARINDEX_BUILD_EXAMPLES "Build the example report generator" ${PARINDEX_DEVELOPER_MODE})
option(PARINDEX_INSTALL "Add the rules that install the library" ${PROJECT_IS_TOP_LEVEL})
option(PARINDEX_PORTABLE_WIDE "Use plain C++ for 128-bit arithmetic although the compiler has it" OFF)
option(PARINDEX_PRECOMPILED_HEADERS "Read the headers of the standard library once a target" OFF)
set(PARINDEX_SANITIZE "" CACHE STRING "Sanitizers for a developer build, as for -fsanitize=")

if(PARINDEX_DEVELOPER_MODE AND PARINDEX_SANITIZE)
  add_compile_options(-fsanitize=${PARINDEX_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PARINDEX_SANITIZE})
endif()
