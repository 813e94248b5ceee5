/// @file
/// Exit codes, the same for every command.
#pragma once

namespace parindex::report {

enum class exit_status {
    done = 0,       ///< Warnings and notes may have been printed.
    findings = 1,   ///< The work is done and its files are written, but it found errors such as a loss without a task.
    bad_input = 2,  ///< Bad data or bad usage; nothing was written.
    failed = 3,     ///< Something cannot be written or run.
};

}  // namespace parindex::report
