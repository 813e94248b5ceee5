# Installs the C++ library for find_package(parindex) and pkg-config. Headers come from the file set of the target.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(parindex_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/parindex")
install(TARGETS parindex_cxx EXPORT parindexTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)
install(EXPORT parindexTargets NAMESPACE parindex:: DESTINATION "${parindex_package_dir}" COMPONENT development)

configure_package_config_file(cmake/parindexConfig.cmake.in parindexConfig.cmake INSTALL_DESTINATION "${parindex_package_dir}")
# Until 1.0 a minor version may change the C++ API.
write_basic_package_version_file(parindexConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/parindexConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/parindexConfigVersion.cmake"
        DESTINATION "${parindex_package_dir}" COMPONENT development)

configure_file(cmake/parindex.pc.in parindex_cxx.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/parindex_cxx.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT development)
