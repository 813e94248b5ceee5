# Installs the C++ library for find_package(parindex) and pkg-config. Headers come from the file set of the target.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(parindex_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/parindex")
install(TARGETS parindex_cxx EXPORT parindexTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)
# The JSON Schemas of the files, for editors and validators.
install(DIRECTORY src/io/schemas/ DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/parindex/schemas" COMPONENT development
  FILES_MATCHING PATTERN "*.schema.json")
install(EXPORT parindexTargets NAMESPACE parindex:: DESTINATION "${parindex_package_dir}" COMPONENT development)

configure_package_config_file(cmake/parindexConfig.cmake.in parindexConfig.cmake INSTALL_DESTINATION "${parindex_package_dir}")
# Until 1.0 a minor version may change the C++ API.
write_basic_package_version_file(parindexConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/parindexConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/parindexConfigVersion.cmake"
        DESTINATION "${parindex_package_dir}" COMPONENT development)

# Relative, so that an installed tree may be moved or packed under another prefix.
file(RELATIVE_PATH parindex_prefix_from_pc "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
set(parindex_pc_requires "")
if(NOT WIN32)
  set(parindex_pc_requires "Requires: libutf8proc\n")
endif()
configure_file(cmake/parindex.pc.in parindex_cxx.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/parindex_cxx.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)

include(cmake/third_party.cmake)
include(cmake/notices.cmake)
include(cmake/bill_of_materials.cmake)
parindex_write_bill("${CMAKE_CURRENT_BINARY_DIR}/parindex.spdx.json" parindex LIBRARY
                    STATIC_LINK ${parindex_compiled_in} DEPENDS_ON ${parindex_linked_with})
set(parindex_licence_file LICENSE)
if(PARINDEX_NOTICES)
  set(parindex_licence_file "${CMAKE_CURRENT_BINARY_DIR}/copyright")
  parindex_write_notices("${parindex_licence_file}" ${parindex_compiled_in} ${parindex_linked_with})
endif()
# Debian wants the folder to bear the name of the package.
install(FILES "${parindex_licence_file}" "${CMAKE_CURRENT_BINARY_DIR}/parindex.spdx.json"
        DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/libparindex-dev" COMPONENT development)
if(PARINDEX_NOTICES)
  include(cmake/packaging.cmake)
endif()
