# What is compiled into our binaries and is not ours. The notices and the bill of materials are made from this list with
# the versions that were found, so that both say what was really used.
#
# parindex_third_party(NAME VERSION v LICENCE spdx-expression PACKAGE debian-package [PARAGRAPHS text...])
#   PACKAGE names the folder of the licence text. PARAGRAPHS: only the paragraphs of it that hold one of these texts.
function(parindex_third_party name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "VERSION;LICENCE;PACKAGE" "PARAGRAPHS")
  foreach(field VERSION LICENCE PACKAGE)
    if("${arg_${field}}" STREQUAL "")
      message(FATAL_ERROR "third party ${name}: its ${field} is not known")
    endif()
  endforeach()
  foreach(field VERSION LICENCE PACKAGE PARAGRAPHS)
    set_property(GLOBAL PROPERTY "parindex_${name}_${field}" "${arg_${field}}")
  endforeach()
endfunction()

# The version of utf8proc stands in its header; the pkg-config file of Debian 12 states another one.
function(parindex_utf8proc_version header variable)
  set(version "")
  foreach(part MAJOR MINOR PATCH)
    file(STRINGS "${header}" line REGEX "#define UTF8PROC_VERSION_${part} +[0-9]+")
    string(REGEX REPLACE ".* ([0-9]+).*" "\\1" number "${line}")
    list(APPEND version "${number}")
  endforeach()
  list(JOIN version "." version)
  set(${variable} "${version}" PARENT_SCOPE)
endfunction()

find_package(Boost REQUIRED CONFIG QUIET)
find_package(Microsoft.GSL REQUIRED CONFIG QUIET)
find_package(nlohmann_json REQUIRED CONFIG QUIET)
# Debian's file about Boost has two megabytes on every library of it.
parindex_third_party(Boost VERSION "${Boost_VERSION}" LICENCE "BSL-1.0"
  PACKAGE "libboost${Boost_VERSION_MAJOR}.${Boost_VERSION_MINOR}-dev"
  PARAGRAPHS "\n libs/config/*\n" "\n libs/math/*\n" "\n libs/math/*distributions*\n" "\n libs/math/*special_functions*\n"
    "\n libs/multiprecision/*\n" "License: BSL-1.0\n Boost Software License")
parindex_third_party(Microsoft.GSL VERSION "${Microsoft.GSL_VERSION}" LICENCE "MIT" PACKAGE libmsgsl-dev)
parindex_third_party(nlohmann-json VERSION "${nlohmann_json_VERSION}" LICENCE "MIT" PACKAGE nlohmann-json3-dev)
set(parindex_compiled_in Boost Microsoft.GSL nlohmann-json)
set(parindex_linked_with "")
if(NOT WIN32)
  parindex_utf8proc_version("${PARINDEX_UTF8PROC_INCLUDE_DIR}/utf8proc.h" utf8proc_version)
  # MIT for the code, the licence of the Unicode data files for the tables made from them.
  parindex_third_party(utf8proc VERSION "${utf8proc_version}" LICENCE "MIT AND Unicode-DFS-2015" PACKAGE libutf8proc-dev)
  set(parindex_linked_with utf8proc)
endif()
