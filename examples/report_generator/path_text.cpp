#include "report_generator/path_text.hpp"

namespace parindex::report {

std::filesystem::path path_from_text(std::string_view text) {
#ifdef _WIN32
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
#else
    return std::filesystem::path(text);  // bytes as they are, whatever the locale
#endif
}

std::string text_from_path(const std::filesystem::path& path) {
#ifdef _WIN32
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
#else
    return path.string();
#endif
}

}  // namespace parindex::report
