#include "facts/formula_tokens.hpp"

#include "facts/formula_words.hpp"
#include "parindex/support/code_point.hpp"
#include "parindex/support/limits.hpp"

#include <algorithm>
#include <iterator>

namespace parindex::inline v0 {

namespace {

using kind = formula_token_kind;

struct sign {
    std::string_view text;
    kind what;
    std::string_view hint{};
};

// The longer of two signs that begin alike stands first.
constexpr sign signs[] = {
    {"+", kind::plus},
    {"-", kind::minus},
    {"**", kind::unknown, "a formula has no powers"},
    {"*", kind::times},
    {"//", kind::unknown, "a division is written \"/\""},
    {"/", kind::over},
    {"%", kind::percent},
    {"(", kind::open},
    {")", kind::close},
    {",", kind::comma},
    {"==", kind::unknown, "\"is equal to\" is written \"=\""},
    {"=<", kind::unknown, "\"is at most\" is written \"<=\""},
    {"=>", kind::unknown, "\"is at least\" is written \">=\""},
    {"=", kind::equal},
    {"!=", kind::not_equal},
    {"!", kind::unknown, "it is written \"not\""},
    {"<>", kind::unknown, "\"is not equal to\" is written \"!=\""},
    {"<=", kind::less_equal},
    {"<", kind::less},
    {">=", kind::greater_equal},
    {">", kind::greater},
    {"&&", kind::unknown, "it is written \"and\""},
    {"&", kind::unknown, "conditions are joined by \"and\""},
    {"||", kind::unknown, "it is written \"or\""},
    {"|", kind::unknown, "conditions are joined by \"or\""},
    {"^", kind::unknown, "a formula has no powers"},
    {":", kind::unknown, "a division is written \"/\""},
    {";", kind::unknown, "arguments are separated by \",\""},
    {"[", kind::unknown, "brackets are \"(\" and \")\""},
    {"]", kind::unknown, "brackets are \"(\" and \")\""},
    {"{", kind::unknown, "brackets are \"(\" and \")\""},
    {"}", kind::unknown, "brackets are \"(\" and \")\""},
    {"\u00A0", kind::unknown, "it is not the space of a keyboard"},
    {"\u00B7", kind::unknown, "a multiplication is written \"*\""},
    {"\u00D7", kind::unknown, "a multiplication is written \"*\""},
    {"\u00F7", kind::unknown, "a division is written \"/\""},
    {"\u2010", kind::unknown, "minus is written \"-\""},
    {"\u2011", kind::unknown, "minus is written \"-\""},
    {"\u2012", kind::unknown, "minus is written \"-\""},
    {"\u2013", kind::unknown, "minus is written \"-\""},
    {"\u2014", kind::unknown, "minus is written \"-\""},
    {"\u2212", kind::unknown, "minus is written \"-\""},
    {"\u2215", kind::unknown, "a division is written \"/\""},
    {"\u2217", kind::unknown, "a multiplication is written \"*\""},
    {"\u22C5", kind::unknown, "a multiplication is written \"*\""},
    {"\u2227", kind::unknown, "it is written \"and\""},
    {"\u2228", kind::unknown, "it is written \"or\""},
    {"\u00AC", kind::unknown, "it is written \"not\""},
    {"\u2260", kind::unknown, "it is written \"!=\""},
    {"\u2264", kind::unknown, "it is written \"<=\""},
    {"\u2265", kind::unknown, "it is written \">=\""},
    {"\u2A7D", kind::unknown, "it is written \"<=\""},
    {"\u2A7E", kind::unknown, "it is written \">=\""},
};

const sign* sign_at(std::string_view rest) noexcept {
    const auto* const found = std::find_if(std::begin(signs), std::end(signs),
                                           [rest](const sign& each) { return rest.starts_with(each.text); });
    return found == std::end(signs) ? nullptr : found;
}

constexpr bool is_digit(char each) noexcept {
    return each >= '0' && each <= '9';
}
constexpr bool is_small(char each) noexcept {
    return each >= 'a' && each <= 'z';
}
constexpr bool is_capital(char each) noexcept {
    return each >= 'A' && each <= 'Z';
}

/// The bytes of a letter, digit or underscore at `at`; 0 for everything else. Letters with diacritics count, so that a
/// message names the whole of a Vietnamese word.
std::size_t letter_size(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return 0;
    const char each = text[at];
    if (is_small(each) || is_capital(each) || is_digit(each) || each == '_') return 1;
    const decoded_code_point decoded = decode_utf8(text, at);
    const char32_t value = decoded.value;
    const bool letter = (value >= 0xC0 && value <= 0x24F && value != 0xD7 && value != 0xF7) ||
                        (value >= 0x300 && value <= 0x36F) || (value >= 0x1E00 && value <= 0x1EFF);
    return letter ? decoded.size : 0;
}

bool is_capitalised(std::string_view word, std::string_view small) noexcept {
    return std::equal(word.begin(), word.end(), small.begin(), small.end(),
                      [](char a, char b) { return (is_capital(a) ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

/// How a word that is no name is written.
std::string_view word_hint(std::string_view word) noexcept {
    static_assert(limits::fact_name_bytes == 64, "stands in the hint");
    const bool is_word =
        std::any_of(formula_functions.begin(), formula_functions.end(),
                    [word](const formula_function& each) { return is_capitalised(word, each.name); }) ||
        std::any_of(formula_joins.begin(), formula_joins.end(),
                    [word](std::string_view each) { return is_capitalised(word, each); });
    if (is_word) return "it is written in small letters";
    if (word.size() > limits::fact_name_bytes) return "a name has at most 64 letters";
    return "a name has small letters without diacritics, digits and underscores, a letter first";
}

formula_token word_at(std::string_view text, std::size_t begin) noexcept {
    std::size_t end = begin;
    bool plain = is_small(text[begin]);
    while (const std::size_t size = letter_size(text, end)) {
        plain = plain && size == 1 && !is_capital(text[end]);
        end += size;
    }
    const std::string_view word = text.substr(begin, end - begin);
    if (word == "and") return {kind::word_and, begin, end, {}};
    if (word == "or") return {kind::word_or, begin, end, {}};
    if (word == "not") return {kind::word_not, begin, end, {}};
    if (!plain || word.size() > limits::fact_name_bytes) return {kind::unknown, begin, end, word_hint(word)};
    return {kind::name, begin, end, {}};
}

}  // namespace

formula_token next_formula_token(std::string_view text, std::size_t offset) noexcept {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", offset);
    if (begin == std::string_view::npos) return {kind::end, text.size(), text.size(), {}};
    if (is_digit(text[begin]) || text[begin] == '.') {
        std::size_t end = begin + 1;
        while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
        return {kind::number, begin, end, {}};
    }
    if (letter_size(text, begin) != 0) return word_at(text, begin);
    if (const sign* const found = sign_at(text.substr(begin))) {
        return {found->what, begin, begin + found->text.size(), found->hint};
    }
    return {kind::unknown, begin, begin + std::max(decode_utf8(text, begin).size, std::size_t{1}), {}};
}

}  // namespace parindex::inline v0
