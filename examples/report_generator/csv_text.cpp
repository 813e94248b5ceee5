#include "report_generator/csv_text.hpp"

namespace parindex::report {

std::string csv_text(std::string_view text) {
    if (text.find_first_of(",;\t\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char each : text) {
        out += each;
        if (each == '"') out += each;
    }
    return out + '"';
}

std::string csv_label(std::string_view text) {
    const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    return csv_text(is_formula ? '\'' + std::string(text) : std::string(text));
}

}  // namespace parindex::report
