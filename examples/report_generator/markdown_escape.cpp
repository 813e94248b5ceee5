#include "report_generator/markdown_writer.hpp"

#include <algorithm>

namespace parindex::report {

namespace {

constexpr bool is_digit(char each) {
    return each >= '0' && each <= '9';
}
constexpr bool is_letter(char each) {
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
}
constexpr bool is_control(char each) {
    return static_cast<unsigned char>(each) < 0x20 || each == 0x7F;
}

/// Whether an entity such as "&lt;" starts at the ampersand. The "&" of "SNV-CCHC&VTLT" starts none.
bool starts_entity(std::string_view text) {
    std::size_t at = 1;
    while (at < text.size() && (is_digit(text[at]) || is_letter(text[at]) || text[at] == '#')) ++at;
    return at > 1 && at < text.size() && text[at] == ';';
}

bool needs_escape(std::string_view text, std::size_t at) {
    switch (text[at]) {
        case '\\':
        case '`':
        case '*':
        case '_':
        case '[':
        case ']':
        case '<':
        case '|':
        case '~': return true;
        case '&': return starts_entity(text.substr(at));
        default: return false;
    }
}

/// Where a line that begins with `text` needs a backslash so as not to begin a list, heading, quotation or rule; npos
/// if it needs none.
std::size_t block_mark(std::string_view text) {
    if (text.empty()) return std::string_view::npos;
    switch (text.front()) {
        case '#':
        case '>':
        case '=': return 0;
        case '-':
        case '+': return text.size() == 1 || text[1] == ' ' || text[1] == text[0] ? 0 : std::string_view::npos;
        default: break;
    }
    const auto last = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto digits = static_cast<std::size_t>(last - text.begin());
    if (digits == 0 || last == text.end() || (*last != '.' && *last != ')')) return std::string_view::npos;
    return digits + 1 == text.size() || text[digits + 1] == ' ' ? digits : std::string_view::npos;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (needs_escape(text, at)) out += '\\';
        out += is_control(text[at]) ? ' ' : text[at];
    }
    return out;
}

std::string escape_markdown_line(std::string_view text) {
    // Four spaces would make a block of code.
    const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::string_view line = text.substr(first);
    const std::size_t mark = block_mark(line);
    if (mark == std::string_view::npos) return escape_markdown(line);
    return escape_markdown(line.substr(0, mark)) + '\\' + escape_markdown(line.substr(mark));
}

}  // namespace parindex::report
