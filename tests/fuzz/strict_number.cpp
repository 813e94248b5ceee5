// The strict reader of decimals against a grammar and a normal form written down anew.
#include "invariant.hpp"

#include "parindex/numeric/number_text.hpp"

#include <string>
#include <string_view>

using namespace parindex;

namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - at;
}

/// ["-"] ("0" | digit1-9 {digit}) ["." digit {digit}]
bool in_grammar(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t whole = digits_at(text, 0);
    if (whole == 0 || (whole > 1 && text[0] == '0')) return false;
    if (whole == text.size()) return true;
    return text[whole] == '.' && text.size() > whole + 1 && digits_at(text, whole + 1) == text.size() - whole - 1;
}

/// The number without zeros that do not count, as text.
std::string shortest(std::string text) {
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::size_t significant_digits(std::string_view number) {
    std::size_t count = 0;
    for (const char character : number) {
        if (character >= '0' && character <= '9' && (count != 0 || character != '0')) ++count;
    }
    return count;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const parsed_decimal parsed = parse_decimal(text);
    if (!parsed.ok()) {
        FUZZ_REQUIRE(parsed.position <= text.size());
        FUZZ_REQUIRE(*parsed.expected != '\0');
        switch (parsed.code) {
            case error_code::number_too_long: FUZZ_REQUIRE(text.size() > 64); break;
            case error_code::number_too_precise: {
                FUZZ_REQUIRE(in_grammar(text));
                const std::string number = shortest(text);
                const std::size_t point = number.find('.');
                const std::size_t decimals = point == std::string::npos ? 0 : number.size() - point - 1;
                FUZZ_REQUIRE(decimals > 18 || significant_digits(number) > 18);
                break;
            }
            default: FUZZ_REQUIRE(parsed.code == error_code::invalid_number); FUZZ_REQUIRE(!in_grammar(text));
        }
        return 0;
    }
    FUZZ_REQUIRE(in_grammar(text));
    FUZZ_REQUIRE(to_shortest_string(parsed.value) == shortest(text));
    const std::string printed = to_string(parsed.value);
    const parsed_decimal again = parse_decimal(printed);
    FUZZ_REQUIRE(again.ok() && again.value == parsed.value && again.value.scale() == parsed.value.scale());
    return 0;
}
