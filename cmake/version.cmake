# The version lives in version.h alone; the build reads it from there.
function(parindex_read_version header variable)
  file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/${header}" lines REGEX "#define PARINDEX_VERSION_(MAJOR|MINOR|PATCH) [0-9]+")
  list(TRANSFORM lines REPLACE ".* ([0-9]+)$" "\\1")
  list(JOIN lines "." version)
  set(${variable} "${version}" PARENT_SCOPE)
endfunction()

# The number of the C interface, from the same place.
function(parindex_read_abi_version header variable)
  file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/${header}" line REGEX "#define PARINDEX_ABI_VERSION [0-9]+")
  string(REGEX REPLACE ".* ([0-9]+)$" "\\1" number "${line}")
  set(${variable} "${number}" PARENT_SCOPE)
endfunction()
