#include "report_generator/set_file.hpp"

#include "parindex/io/criteria_file.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/path_text.hpp"

#include <utility>

namespace parindex::report {

std::optional<criteria_set> read_set_file(const std::filesystem::path& path, diagnostics& found) {
    const result<std::string> content = read_input_file(path);
    if (!content) {
        found.insert(found.end(), content.error().begin(), content.error().end());
        return std::nullopt;
    }
    result<criteria_set> set = read_criteria_set(*content, text_from_path(path), &found);
    if (set) return std::move(set).value();
    found.insert(found.end(), set.error().begin(), set.error().end());
    return std::nullopt;
}

}  // namespace parindex::report
