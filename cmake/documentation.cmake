# `cmake --build BUILD --target documentation` writes the reference of the public headers as HTML; warnings are errors.
find_program(PARINDEX_DOXYGEN doxygen)
mark_as_advanced(PARINDEX_DOXYGEN)
if(PARINDEX_DOXYGEN AND PROJECT_IS_TOP_LEVEL)
  configure_file(cmake/Doxyfile.in Doxyfile @ONLY)
  add_custom_target(documentation
    COMMAND "${CMAKE_COMMAND}" -E rm -rf "${PROJECT_BINARY_DIR}/documentation"
    COMMAND "${PARINDEX_DOXYGEN}" "${CMAKE_CURRENT_BINARY_DIR}/Doxyfile"
    COMMAND "${CMAKE_COMMAND}" -P "${PROJECT_SOURCE_DIR}/cmake/documentation_warnings.cmake"
            "${PROJECT_BINARY_DIR}/documentation.warnings"
    VERBATIM)
endif()
