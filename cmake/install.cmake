# Installs the C++ library and the C library for find_package(parindex) and pkg-config. Headers come from the file sets of
# the targets. Component `runtime` is what a program needs that was linked with the C library, `development` all else.
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
if(PARINDEX_BUILD_CAPI)
  # An export of its own, so that a C program may ask for this part alone.
  install(TARGETS parindex_capi EXPORT parindexCapiTargets
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT runtime
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT development
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)
  if(WIN32)  # of which other linkers make their own import library
    install(FILES "${PROJECT_BINARY_DIR}/capi/parindex.def" DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development)
  endif()
  install(EXPORT parindexCapiTargets NAMESPACE parindex:: DESTINATION "${parindex_package_dir}" COMPONENT development)
endif()

configure_package_config_file(cmake/parindexConfig.cmake.in parindexConfig.cmake INSTALL_DESTINATION "${parindex_package_dir}")
# Until 1.0 a minor version may change the C++ API.
write_basic_package_version_file(parindexConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/parindexConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/parindexConfigVersion.cmake"
        DESTINATION "${parindex_package_dir}" COMPONENT development)

# parindex_install_pkg_config(MODULE LIBRARY_IN_WORDS [REQUIRED_MODULE]): Libs is -lMODULE.
function(parindex_install_pkg_config module words)
  # Relative, so that an installed tree may be moved or packed under another prefix.
  file(RELATIVE_PATH prefix_from_pc "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  set(requires "")
  if(ARGN)
    set(requires "Requires: ${ARGN}\n")
  endif()
  configure_file(cmake/parindex.pc.in "${module}.pc" @ONLY)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${module}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
endfunction()
if(WIN32)
  parindex_install_pkg_config(parindex_cxx "C++ library")
else()
  parindex_install_pkg_config(parindex_cxx "C++ library" libutf8proc)
endif()
if(PARINDEX_BUILD_CAPI)
  parindex_install_pkg_config(parindex "C library")
endif()

include(cmake/third_party.cmake)
include(cmake/notices.cmake)
include(cmake/bill_of_materials.cmake)

# parindex_install_documents(SUBJECT COMPONENT PACKAGE STATIC_LINK third_party... [DEPENDS_ON third_party...])
#   The licences of what a library holds and its bill of materials, SUBJECT.spdx.json, in the folder that Debian wants
#   for the PACKAGE.
function(parindex_install_documents subject component package)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "STATIC_LINK;DEPENDS_ON")
  set(bill "${CMAKE_CURRENT_BINARY_DIR}/${subject}.spdx.json")
  parindex_write_bill("${bill}" ${subject} LIBRARY ${ARGN})
  set(licence "${PROJECT_SOURCE_DIR}/LICENSE")
  if(PARINDEX_NOTICES)
    set(licence "${CMAKE_CURRENT_BINARY_DIR}/${package}/copyright")
    parindex_write_notices("${licence}" ${arg_STATIC_LINK} ${arg_DEPENDS_ON})
  endif()
  install(FILES "${licence}" "${bill}" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/${package}" COMPONENT ${component})
endfunction()
parindex_install_documents(parindex development libparindex-dev STATIC_LINK ${parindex_compiled_in}
                           DEPENDS_ON ${parindex_linked_with})
if(PARINDEX_BUILD_CAPI)
  parindex_install_documents(libparindex runtime "libparindex${PARINDEX_ABI_VERSION}"
                             STATIC_LINK ${parindex_compiled_in} ${parindex_linked_with})
endif()
if(PARINDEX_NOTICES)
  include(cmake/packaging.cmake)
endif()
