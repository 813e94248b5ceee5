#include "parindex/numeric/ratio_text.hpp"

#include "expectations.hpp"

#include "parindex/support/limits.hpp"

using namespace parindex;
using namespace parindex::literals;

namespace {

void check_read(std::string_view text, std::string_view written) {
    const std::string_view beginning = text.substr(0, 60);
    CAPTURE(beginning);
    const parsed_ratio parsed = parse_ratio(text);
    REQUIRE(parsed.ok());
    CHECK(parsed.value.to_string() == written);
}

void check_refused(std::string_view text, error_code code, std::size_t position) {
    const std::string_view beginning = text.substr(0, 60);
    CAPTURE(beginning);
    const parsed_ratio parsed = parse_ratio(text);
    CHECK_FALSE(parsed.ok());
    CHECK(parsed.code == code);
    CHECK(parsed.position == position);
    CHECK(parsed.expected[0] != '\0');
    CHECK(parsed.value == 0);
}

}  // namespace

TEST_CASE("strict ratio text is read") {
    check_read("11/14", "11/14");
    check_read("-3", "-3");
    check_read("0.79", "79/100");
    check_read("-0.50", "-1/2");
    check_read("6/8", "3/4");
    check_read("-6/8", "-3/4");
    check_read("0/5", "0");
    check_read("-0", "0");
    check_read("0", "0");
    check_read("0.0", "0");
    check_read("10.01", "1001/100");
    check_read("7/1", "7");
    check_read("123456789012345678", "123456789012345678");
    check_read("1234567890123456789", "1234567890123456789");
    check_read("123456789012345678901234567890", "123456789012345678901234567890");
    check_read("-9223372036854775808", "-9223372036854775808");
    check_read("0.123456789012345678901234567891", "123456789012345678901234567891/1000000000000000000000000000000");
    check_read("10000000000000000000000000000000000000/10000000000000000000000000000000000000", "1");
}

TEST_CASE("ratio text that is not strict is refused, with the place") {
    check_refused("", error_code::invalid_number, 0);
    check_refused("-", error_code::invalid_number, 1);
    check_refused("+5", error_code::invalid_number, 0);
    check_refused("010", error_code::invalid_number, 0);
    check_refused("-010", error_code::invalid_number, 1);
    check_refused("00", error_code::invalid_number, 0);
    check_refused("0x1F", error_code::invalid_number, 1);
    check_refused("1e3", error_code::invalid_number, 1);
    check_refused(".5", error_code::invalid_number, 0);
    check_refused("5.", error_code::invalid_number, 2);
    check_refused("/5", error_code::invalid_number, 0);
    check_refused("5/", error_code::invalid_number, 2);
    check_refused("5/-3", error_code::invalid_number, 2);
    check_refused("5/03", error_code::invalid_number, 2);
    check_refused("5/00", error_code::invalid_number, 2);
    check_refused("5/3.5", error_code::invalid_number, 3);
    check_refused("5/3/2", error_code::invalid_number, 3);
    check_refused("1.5/3", error_code::invalid_number, 3);
    check_refused("5 /3", error_code::invalid_number, 1);
    check_refused("1.5 ", error_code::invalid_number, 3);
    check_refused("5/0", error_code::division_by_zero, 2);
    check_refused("0/0", error_code::division_by_zero, 2);
}

TEST_CASE("ratio text has as many digits as a ratio can hold") {
    const std::size_t most_digits = limits::ratio_bits * 3 / 10;
    const std::string most(most_digits, '9');
    CHECK(parse_ratio(most).value.to_string() == most);
    CHECK(parse_ratio("-1/" + most).value.to_string() == "-1/" + most);
    // 2^16384 lies between 10^4932 and 2 * 10^4932.
    CHECK(parse_ratio("1" + std::string(4932, '0')).ok());
    check_refused("2" + std::string(4932, '0'), error_code::ratio_too_large, 0);
    check_refused("1/2" + std::string(4932, '0'), error_code::ratio_too_large, 0);
    check_refused("1" + std::string(4933, '0'), error_code::ratio_too_large, 0);
    check_refused("0." + std::string(4932, '0') + "1", error_code::ratio_too_large, 0);
    check_refused(std::string(10'000'000, '9'), error_code::ratio_too_large, 0);
    check_refused("1/" + std::string(10'000'000, '9'), error_code::ratio_too_large, 0);
    check_refused("0." + std::string(10'000'000, '9'), error_code::ratio_too_large, 0);
}
