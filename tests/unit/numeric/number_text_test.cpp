#include "parindex/numeric/number_text.hpp"

#include "expectations.hpp"

#include <limits>

using namespace parindex;
using namespace parindex::literals;

namespace {

/// Text that is read, and how it is written again.
void check_read(std::string_view text, std::string_view written, int scale) {
    CAPTURE(text);
    const parsed_decimal parsed = parse_decimal(text);
    REQUIRE(parsed.ok());
    CHECK(to_string(parsed.value) == written);
    CHECK(parsed.value.scale() == scale);
}

void check_refused(std::string_view text, error_code code, std::size_t position) {
    CAPTURE(text);
    const parsed_decimal parsed = parse_decimal(text);
    CHECK(parsed.code == code);
    CHECK(parsed.position == position);
    CHECK(parsed.expected[0] != '\0');
    CHECK(parsed.value == 0);
}

}  // namespace

TEST_CASE("strict number text is read with its scale") {
    check_read("0", "0", 0);
    check_read("7", "7", 0);
    check_read("94.52", "94.52", 2);
    check_read("-0.61", "-0.61", 2);
    check_read("12.00", "12.00", 2);
    check_read("0.000", "0.000", 3);
    check_read("100", "100", 0);
    check_read("10.01", "10.01", 2);
    check_read("1000000000000000000", "1000000000000000000", 0);
    check_read("0.000000000000000001", "0.000000000000000001", 18);
    check_read("-0.000000000000000001", "-0.000000000000000001", 18);
    check_read("123456789.123456789", "123456789.123456789", 9);
    check_read("1234567890.123456789", "1234567890.123456789", 9);
    check_read("99999999999999999", "99999999999999999", 0);
    check_read("999999999999999999", "999999999999999999", 0);
}

TEST_CASE("minus zero is zero") {
    check_read("-0", "0", 0);
    check_read("-0.00", "0.00", 2);
    check_read("-0.000000000000000000", "0.000000000000000000", 18);
}

TEST_CASE("the edges of 64 bits") {
    check_read("9223372036854775807", "9223372036854775807", 0);
    check_read("-9223372036854775808", "-9223372036854775808", 0);
    check_read("-9223372036854775807", "-9223372036854775807", 0);
    check_read("9.223372036854775807", "9.223372036854775807", 18);
    check_read("-9.223372036854775808", "-9.223372036854775808", 18);
    check_refused("9223372036854775808", error_code::number_too_precise, 0);
    check_refused("-9223372036854775809", error_code::number_too_precise, 0);
    check_refused("9.223372036854775808", error_code::number_too_precise, 0);
    check_refused("92233720368547758070", error_code::number_too_precise, 0);
    check_refused("10000000000000000000", error_code::number_too_precise, 0);
    check_refused("0.0000000000000000001", error_code::number_too_precise, 0);
    check_refused("1.0000000000000000001", error_code::number_too_precise, 0);
}

TEST_CASE("trailing zeros that do not fit are dropped") {
    check_read("9223372036854775807.000", "9223372036854775807", 0);
    check_read("922337203685477580.700", "922337203685477580.7", 1);
    check_read("-922337203685477580.800", "-922337203685477580.8", 1);
    check_read("92233720368547758.070", "92233720368547758.07", 2);
    check_read("0.5000000000000000000000", "0.500000000000000000", 18);
    check_read("0.00000000000000000000000000", "0.000000000000000000", 18);
    check_read("5.0000000000000000000", "5.000000000000000000", 18);
    check_read("10.0000000000000000000", "10.00000000000000000", 17);
}

TEST_CASE("text that other readers take for a number is refused, with the place") {
    check_refused("", error_code::invalid_number, 0);
    check_refused("-", error_code::invalid_number, 1);
    check_refused("+5", error_code::invalid_number, 0);
    check_refused("010", error_code::invalid_number, 0);
    check_refused("-010", error_code::invalid_number, 1);
    check_refused("00", error_code::invalid_number, 0);
    check_refused("00.5", error_code::invalid_number, 0);
    check_refused("0x1F", error_code::invalid_number, 1);
    check_refused("1e3", error_code::invalid_number, 1);
    check_refused("1E400", error_code::invalid_number, 1);
    check_refused(".5", error_code::invalid_number, 0);
    check_refused("-.5", error_code::invalid_number, 1);
    check_refused("5.", error_code::invalid_number, 2);
    check_refused("-5.", error_code::invalid_number, 3);
    check_refused(".", error_code::invalid_number, 0);
    check_refused("1.2.3", error_code::invalid_number, 3);
    check_refused("1..2", error_code::invalid_number, 2);
    check_refused("--1", error_code::invalid_number, 1);
    check_refused("1-", error_code::invalid_number, 1);
    check_refused(" 1", error_code::invalid_number, 0);
    check_refused("1 ", error_code::invalid_number, 1);
    check_refused("94,52", error_code::invalid_number, 2);
    check_refused("1'000", error_code::invalid_number, 1);
    check_refused("1_000", error_code::invalid_number, 1);
    check_refused("12%", error_code::invalid_number, 2);
    check_refused("nan", error_code::invalid_number, 0);
    check_refused("inf", error_code::invalid_number, 0);
    check_refused("\xEF\xBC\x91", error_code::invalid_number, 0);  // full-width 1
    check_refused(
        "\xE2\x88\x92"
        "1",
        error_code::invalid_number, 0);  // minus sign U+2212
    check_refused(std::string_view("1\0", 2), error_code::invalid_number, 1);
    check_refused(std::string_view("\0", 1), error_code::invalid_number, 0);
    check_refused("1/", error_code::invalid_number, 1);
    check_refused("1:", error_code::invalid_number, 1);
    check_refused("12345678901234567890x", error_code::invalid_number, 20);
    check_refused("1234567890.1234567890.", error_code::invalid_number, 21);
}

TEST_CASE("nothing behind the end of the text is read") {
    CHECK(parse_decimal(std::string_view("05", 1)).value == 0);
    CHECK(parse_decimal(std::string_view("-05", 2)).value == 0);
    CHECK(parse_decimal(std::string_view("5.7", 1)).value == 5);
    check_refused(std::string_view("5.7", 2), error_code::invalid_number, 2);
    check_refused(std::string_view("-7", 1), error_code::invalid_number, 1);
    check_refused(std::string_view("12345678901234567890.7", 21), error_code::invalid_number, 21);
}

TEST_CASE("a number has at most 64 characters") {
    const std::string decimals(62, '0');
    CHECK(parse_decimal("1." + decimals).ok());
    check_refused("1.0" + decimals, error_code::number_too_long, 64);
    check_refused(std::string(1'000'000, '1'), error_code::number_too_long, 64);
    check_refused(std::string(64, '1'), error_code::number_too_precise, 0);
}

TEST_CASE("every short number survives writing and reading") {
    for (int scale = 0; scale <= decimal::max_scale; ++scale) {
        for (std::int64_t coefficient = -1'100; coefficient <= 1'100; ++coefficient) {
            const decimal value = decimal::from_parts(coefficient, scale);
            const parsed_decimal parsed = parse_decimal(to_string(value));
            REQUIRE(parsed.ok());
            REQUIRE(parsed.value.coefficient() == coefficient);
            REQUIRE(parsed.value.scale() == scale);
        }
    }
    for (const std::int64_t edge :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        for (int scale = 0; scale <= decimal::max_scale; ++scale) {
            const decimal value = decimal::from_parts(edge, scale);
            const parsed_decimal parsed = parse_decimal(to_string(value));
            CHECK(parsed.ok());
            CHECK(parsed.value.coefficient() == edge);
            CHECK(parsed.value.scale() == scale);
        }
    }
}

TEST_CASE("the word at a time and the character at a time agree on every short text") {
    constexpr std::string_view alphabet = "0159.-+/:x\x80\xff ";
    const auto agree = [](std::string_view text) {
        decimal by_word;
        decimal by_character;
        const bool read = detail::parse_word(text, by_word);
        REQUIRE(read == detail::parse_short(text, by_character));
        if (!read) return;
        REQUIRE(by_word.coefficient() == by_character.coefficient());
        REQUIRE(by_word.scale() == by_character.scale());
    };
    // All texts of up to four characters, also behind and before four others.
    std::string text;
    for (std::size_t length = 1; length <= 4; ++length) {
        std::size_t count = 1;
        for (std::size_t step = 0; step < length; ++step) count *= alphabet.size();
        for (std::size_t index = 0; index < count; ++index) {
            text.clear();
            for (std::size_t rest = index, step = 0; step < length; ++step, rest /= alphabet.size()) {
                text += alphabet[rest % alphabet.size()];
            }
            agree(text);
            agree("98.7" + text);
            agree("-123" + text);
            agree(text + "4.56");
        }
    }
}

TEST_CASE("writing") {
    CHECK(to_string(12.00_dec) == "12.00");
    CHECK(to_shortest_string(12.00_dec) == "12");
    CHECK(to_shortest_string(11.720_dec) == "11.72");
    CHECK(to_shortest_string(1200_dec) == "1200");
    CHECK(to_string(decimal::from_parts(5, 3)) == "0.005");
    CHECK(decimal_text(94.52_dec, ',').view() == "94,52");
    CHECK(decimal_text(-0.61_dec, ',').view() == "-0,61");
    CHECK(decimal_text(35268_dec, ',').view() == "35268");
}

TEST_CASE("literals") {
    CHECK(0.28_dec == decimal::from_parts(28, 2));
    CHECK((1.50_dec).scale() == 2);
    CHECK(9223372036854775807_dec == decimal(std::numeric_limits<std::int64_t>::max()));
    CHECK(0_dec == decimal{});
    CHECK(1'234'567.890'1_dec == decimal::from_parts(12'345'678'901, 4));
}
