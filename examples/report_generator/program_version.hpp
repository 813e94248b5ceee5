/// @file
/// The version of the program.
#pragma once

#include "parindex/version.h"

#include <string>

namespace parindex::report {

/// "0.1.0"
[[nodiscard]] inline std::string program_version() {
    return std::to_string(PARINDEX_VERSION_MAJOR) + '.' + std::to_string(PARINDEX_VERSION_MINOR) + '.' +
           std::to_string(PARINDEX_VERSION_PATCH);
}

}  // namespace parindex::report
