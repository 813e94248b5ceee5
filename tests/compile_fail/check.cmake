# Compiles one source twice: as it stands it must be refused for the reason it names, and with CONTROL defined, which
# changes nothing but the one wrong use, it must compile.
#   cmake -DCOMPILER=... -DINCLUDE=... -DSOURCE=... -P check.cmake
file(STRINGS "${SOURCE}" reason REGEX "^// expects: " LIMIT_COUNT 1)
string(REPLACE "// expects: " "" reason "${reason}")
if(reason STREQUAL "")
  message(FATAL_ERROR "${SOURCE} does not say what it expects")
endif()
set(command "${COMPILER}" -std=c++20 -fsyntax-only "-I${INCLUDE}")

execute_process(COMMAND ${command} -DCONTROL "${SOURCE}" RESULT_VARIABLE status ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the control does not compile:\n${output}")
endif()

set(ENV{LC_ALL} C)
execute_process(COMMAND ${command} "${SOURCE}" RESULT_VARIABLE status ERROR_VARIABLE output)
if(status EQUAL 0)
  message(FATAL_ERROR "the wrong use compiles")
endif()
if(NOT output MATCHES "error: [^\n]*(${reason})")
  message(FATAL_ERROR "refused, but not because of '${reason}':\n${output}")
endif()
