# Languages that need no module of their own in the tests; included by CMakeLists.txt.
# What a program declares of the header by itself must be word for word what the header says.
function(parindex_declarations_test name file)
  add_test(NAME ffi.${name}_declarations COMMAND Python3::Interpreter "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/declarations_test.py"
           "${PROJECT_SOURCE_DIR}/capi/include/parindex.h" "${file}")
  set_tests_properties(ffi.${name}_declarations PROPERTIES LABELS full)
endfunction()

# parindex_classes_test(NAME COMMAND...): what the report does not need of the classes of a language.
function(parindex_classes_test name)
  add_test(NAME ffi.${name}_classes COMMAND ${ARGN} "${son_la}" "${CMAKE_CURRENT_FUNCTION_LIST_DIR}")
  parindex_test_loads_library(ffi.${name}_classes)
endfunction()

# PHP
find_program(PHP_EXECUTABLE php REQUIRED)
parindex_language_test(php "${PHP_EXECUTABLE}" "${examples}/php/report.php")
parindex_language_test(php_preloaded "${PHP_EXECUTABLE}" -d "ffi.preload=${examples}/php/src/parindex_ffi.h"
                       "${examples}/php/report.php")
parindex_classes_test(php "${PHP_EXECUTABLE}" "${CMAKE_CURRENT_SOURCE_DIR}/php_classes_test.php")
parindex_declarations_test(php "${examples}/php/src/parindex_ffi.h")

# Node: runs in a copy beside the packages that tests/run.sh installs, since it looks for them upwards from the program.
find_program(NODE_EXECUTABLE node REQUIRED)
set(node_folder "${PROJECT_BINARY_DIR}/node")
find_path(KOFFI_FOLDER package.json PATHS "${node_folder}/node_modules/koffi" NO_DEFAULT_PATH REQUIRED)
file(GLOB_RECURSE node_files CONFIGURE_DEPENDS RELATIVE "${examples}/node" "${examples}/node/*.js" "${examples}/node/*.json")
foreach(file IN LISTS node_files)
  configure_file("${examples}/node/${file}" "${node_folder}/${file}" COPYONLY)
endforeach()
parindex_language_test(node "${NODE_EXECUTABLE}" "${node_folder}/report.js")
configure_file(node_classes_test.js "${node_folder}/classes_test.js" COPYONLY)
parindex_classes_test(node "${NODE_EXECUTABLE}" "${node_folder}/classes_test.js")
parindex_declarations_test(node "${examples}/node/parindex/functions.js")

# Rust: the wrapper as a crate, then the programs that use it.
find_program(RUSTC_EXECUTABLE rustc REQUIRED)
set(rustc "${RUSTC_EXECUTABLE}" --edition 2021 -D warnings -O -L "native=$<TARGET_FILE_DIR:parindex_capi>")
set(rust_crate "${CMAKE_CURRENT_BINARY_DIR}/libparindex.rlib")
file(GLOB rust_sources CONFIGURE_DEPENDS "${examples}/rust/parindex/*.rs")
add_custom_command(OUTPUT "${rust_crate}" DEPENDS ${rust_sources} VERBATIM
  COMMAND ${rustc} --crate-name parindex --crate-type rlib -o "${rust_crate}" "${examples}/rust/parindex/lib.rs")
set(rust_report "${examples}/rust/report.rs")
set(rust_crossings "${examples}/rust/crossings.rs")
set(rust_classes "${CMAKE_CURRENT_SOURCE_DIR}/rust_classes_test.rs")
foreach(program report crossings classes)
  add_custom_command(OUTPUT rust_${program} DEPENDS parindex_capi "${rust_crate}" "${rust_${program}}" VERBATIM
    COMMAND ${rustc} --extern "parindex=${rust_crate}" -o rust_${program} "${rust_${program}}")
endforeach()
add_custom_target(ffi_rust ALL DEPENDS rust_report rust_crossings rust_classes)
parindex_language_test(rust "${CMAKE_CURRENT_BINARY_DIR}/rust_report")
parindex_classes_test(rust "${CMAKE_CURRENT_BINARY_DIR}/rust_classes")

# Ruby
find_program(RUBY_EXECUTABLE ruby REQUIRED)
parindex_language_test(ruby "${RUBY_EXECUTABLE}" -w "${examples}/ruby/report.rb")
parindex_classes_test(ruby "${RUBY_EXECUTABLE}" -w "${CMAKE_CURRENT_SOURCE_DIR}/ruby_classes_test.rb")
parindex_declarations_test(ruby "${examples}/ruby/lib/parindex/native.rb")

# R: the package, installed from a copy since R compiles beside the sources.
find_program(R_EXECUTABLE R REQUIRED)
find_program(RSCRIPT_EXECUTABLE Rscript REQUIRED)
set(r_library "${CMAKE_CURRENT_BINARY_DIR}/r_library")
file(GLOB_RECURSE r_sources CONFIGURE_DEPENDS "${examples}/r/parindex/*")
add_custom_command(OUTPUT "${r_library}/parindex/DESCRIPTION" DEPENDS parindex_capi ${r_sources} VERBATIM
  COMMAND "${CMAKE_COMMAND}" -E rm -rf r_source "${r_library}"
  COMMAND "${CMAKE_COMMAND}" -E copy_directory "${examples}/r/parindex" r_source
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${r_library}"
  COMMAND "${CMAKE_COMMAND}" -E env "CPATH=${PROJECT_SOURCE_DIR}/capi/include:${PROJECT_SOURCE_DIR}/include"
          "LIBRARY_PATH=$<TARGET_FILE_DIR:parindex_capi>" "LD_LIBRARY_PATH=$<TARGET_FILE_DIR:parindex_capi>"
          "${R_EXECUTABLE}" CMD INSTALL "--library=${r_library}" r_source)
add_custom_target(ffi_r ALL DEPENDS "${r_library}/parindex/DESCRIPTION")
parindex_language_test(r "${CMAKE_COMMAND}" -E env "R_LIBS=${r_library}" "${RSCRIPT_EXECUTABLE}" "${examples}/r/report.R")

# Free Pascal
find_program(FPC_EXECUTABLE fpc REQUIRED)
set(pascal_folder "${CMAKE_CURRENT_BINARY_DIR}/pascal")
file(GLOB pascal_sources CONFIGURE_DEPENDS "${examples}/pascal/*.pas")
add_custom_command(OUTPUT "${pascal_folder}/report" DEPENDS parindex_capi ${pascal_sources} VERBATIM
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${pascal_folder}"
  COMMAND "${FPC_EXECUTABLE}" -O2 -vewn -Sew "-FU${pascal_folder}" "-FE${pascal_folder}" "-Fl$<TARGET_FILE_DIR:parindex_capi>"
          "${examples}/pascal/report.pas")
add_custom_target(ffi_pascal ALL DEPENDS "${pascal_folder}/report")
parindex_language_test(pascal "${pascal_folder}/report")

# Go
find_program(GO_EXECUTABLE go REQUIRED)
set(go_report "${CMAKE_CURRENT_BINARY_DIR}/go_report")
file(GLOB_RECURSE go_sources CONFIGURE_DEPENDS "${examples}/go/*.go")
add_custom_command(OUTPUT "${go_report}" DEPENDS parindex_capi ${go_sources} "${examples}/go/go.mod" VERBATIM
  WORKING_DIRECTORY "${examples}/go"
  COMMAND "${CMAKE_COMMAND}" -E env GOPROXY=off "GOCACHE=${CMAKE_CURRENT_BINARY_DIR}/go_cache"
          "CGO_CFLAGS=-I${PROJECT_SOURCE_DIR}/capi/include -I${PROJECT_SOURCE_DIR}/include"
          "CGO_LDFLAGS=-L$<TARGET_FILE_DIR:parindex_capi>"
          "${GO_EXECUTABLE}" build -buildvcs=false -o "${go_report}" ./report)
add_custom_target(ffi_go ALL DEPENDS "${go_report}")
parindex_language_test(go "${go_report}")

# LuaJIT
find_program(LUAJIT_EXECUTABLE luajit REQUIRED)
parindex_language_test(luajit "${LUAJIT_EXECUTABLE}" "${examples}/luajit/report.lua")
parindex_declarations_test(luajit "${examples}/luajit/parindex.lua")
