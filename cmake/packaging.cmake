# `cpack` builds two packages: libparindex1 with the C library, its notices and its bill of materials, and libparindex-dev
# with headers, the static C++ library, CMake and pkg-config files, and likewise notices and bill. They are reproducible
# with SOURCE_DATE_EPOCH, which the bill of materials reads when configuring; the modes of folders follow the umask.
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
    "Headers and libraries for C and C++20, with files for CMake and pkg-config.\nScores never pass through binary floating point.")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libparindex-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS libutf8proc-dev)  # whoever links the static library links it too
if(PARINDEX_BUILD_CAPI)
  set(parindex_runtime_package "libparindex${PARINDEX_ABI_VERSION}")
  list(APPEND CPACK_COMPONENTS_ALL runtime)
  set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
      "The shared library with the C interface.\nScores never pass through binary floating point.")
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME "${parindex_runtime_package}")
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)  # on the C and C++ runtimes, as new as what was linked
  # What the packages of programs that are linked with it depend on: any version of this ABI that has their functions.
  set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
  set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
  set(CPACK_STRIP_FILES ON)
  string(PREPEND CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${parindex_runtime_package} (= ${PROJECT_VERSION}), ")
endif()
include(CPack)
