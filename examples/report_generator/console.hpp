/// @file
/// What the systems do differently at the start of a program.
#pragma once

#include <string>
#include <vector>

namespace parindex::report {

/// Makes writing to a closed pipe or stream an error that can be reported, and a Windows console show UTF-8. Call it
/// before any file is opened.
void prepare_console();

/// The arguments behind the program's name, as UTF-8.
[[nodiscard]] std::vector<std::string> console_arguments(int count, const char* const* arguments);

/// Whether what is written to the standard error stream appears on a terminal.
[[nodiscard]] bool errors_are_on_terminal();

}  // namespace parindex::report
