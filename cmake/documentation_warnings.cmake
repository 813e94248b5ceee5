# cmake -P documentation_warnings.cmake LOG: fails on every warning of Doxygen but one, which it cannot leave out itself:
# a member of a class may speak for itself. Files, types, enumerations, free functions and macros need a comment.
file(STRINGS "${CMAKE_ARGV3}" warnings)
list(FILTER warnings EXCLUDE REGEX "Member .* \\((function|variable|typedef|enumeration|friend)\\) of (class|struct) .* is not documented")
if(warnings)
  list(JOIN warnings "\n  " text)
  message(FATAL_ERROR "the reference has warnings:\n  ${text}")
endif()
