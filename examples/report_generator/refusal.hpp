/// @file
/// Errors that the generator itself finds.
#pragma once

#include "parindex/support/diagnostic.hpp"
#include "report_generator/path_text.hpp"

#include <filesystem>
#include <string>
#include <utility>

namespace parindex::report {

/// An error at a place.
inline diagnostic refusal(error_code code, source_position where, std::string message) {
    return {code, severity::error, std::move(where), "", std::move(message)};
}

/// An error of a whole file.
inline diagnostic refusal_of_file(error_code code, const std::filesystem::path& file, std::string message) {
    source_position where;
    where.file = text_from_path(file);
    return refusal(code, std::move(where), std::move(message));
}

}  // namespace parindex::report
