# `cpack` builds libparindex-dev: headers, static library, CMake and pkg-config files, notices, bill of materials. The
# package of the C library comes with that library. It is reproducible with SOURCE_DATE_EPOCH, which the
# bill of materials reads when configuring; the modes of folders follow the umask.
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_NAME parindex)
set(CPACK_PACKAGE_CONTACT "The parindex authors <parindex@example.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL development)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
    "Headers and static library for C++20, with files for CMake and pkg-config.\nScores never pass through binary floating point.")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libparindex-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS libutf8proc-dev)  # whoever links the static library links it too
include(CPack)
