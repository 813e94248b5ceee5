#include "parindex/text/vietnamese_number.hpp"

#include "parindex/numeric/number_text.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using namespace parindex;
using namespace parindex::literals;

TEST_CASE("a column prints shortest, as the Son La plan does") {
    CHECK(print_number(12_dec) == "12");
    CHECK(print_number(12.00_dec) == "12");
    CHECK(print_number(11.72_dec) == "11,72");
    CHECK(print_number(15.50_dec) == "15,5");
    CHECK(print_number(0.6419_dec) == "0,6419");
    CHECK(print_number(0_dec) == "0");
    CHECK(print_number(-0.61_dec) == "-0,61");
}

TEST_CASE("a column prints at fixed places") {
    CHECK(print_number(12_dec, rounding{2}).text == "12,00");
    CHECK(print_number(12_dec, rounding{0}).text == "12");
    CHECK(print_number(94.525_dec, rounding{2}).text == "94,53");
    CHECK_FALSE(print_number(94.525_dec, rounding{2}).exact);
    CHECK(print_number(94.525_dec, rounding{2, rounding_mode::half_even}).text == "94,52");
    CHECK(print_number(94.520_dec, rounding{2}).exact);
    CHECK(print_number(0.004_dec, rounding{2}).text == "0,00");
    CHECK(print_number(-0.004_dec, rounding{2}).text == "0,00");  // never "-0,00"
    CHECK(print_number(94.50_dec, rounding{2}, {trailing_zeros::dropped, digit_grouping::none}).text == "94,5");
    CHECK(print_number(1.50_dec, {trailing_zeros::kept, digit_grouping::none}) == "1,50");
    CHECK_THROWS_AS(static_cast<void>(print_number(1_dec, rounding{-1})), const error&);
    CHECK_THROWS_AS(static_cast<void>(print_number(1_dec, rounding{19})), const error&);
}

TEST_CASE("a fraction is printed rounded, and says whether that is all of it") {
    CHECK(print_number(ratio(11, 14), rounding{2}).text == "0,79");
    CHECK_FALSE(print_number(ratio(11, 14), rounding{2}).exact);
    CHECK(print_number(ratio(-7, 4), rounding{2}).text == "-1,75");
    CHECK(print_number(ratio(-7, 4), rounding{2}).exact);
    CHECK(print_number(ratio(4484, 10) / 5, rounding{2, rounding_mode::down}).text == "89,68");
}

TEST_CASE("thousands are grouped with dots on demand") {
    constexpr number_style grouped{trailing_zeros::dropped, digit_grouping::dots};
    CHECK(print_number(0_dec, grouped) == "0");
    CHECK(print_number(999_dec, grouped) == "999");
    CHECK(print_number(1000_dec, grouped) == "1.000");
    CHECK(print_number(35268_dec, grouped) == "35.268");
    CHECK(print_number(-35268_dec, grouped) == "-35.268");
    CHECK(print_number(-268_dec, grouped) == "-268");
    CHECK(print_number(1234567.891_dec, grouped) == "1.234.567,891");
    CHECK(print_number(0.1234567_dec, grouped) == "0,1234567");
    CHECK(print_number(decimal(std::numeric_limits<std::int64_t>::min()), grouped) == "-9.223.372.036.854.775.808");
}

TEST_CASE("deductions and changes carry their sign") {
    CHECK(print_deduction(0.61_dec) == "-0,61");
    CHECK(print_deduction(5.48_dec) == "-5,48");
    CHECK(print_deduction(0_dec) == "0");
    CHECK(print_deduction(0.00_dec, fixed_places) == "0");
    CHECK(print_deduction(0.50_dec, fixed_places) == "-0,50");
    CHECK(print_deduction(-0.5_dec) == "+0,5");
    CHECK(print_deduction(decimal(std::numeric_limits<std::int64_t>::min())) == "+9223372036854775808");
    CHECK(print_change(1.71_dec) == "+1,71");
    CHECK(print_change(-0.52_dec) == "-0,52");
    CHECK(print_change(0.00_dec) == "0");
}

TEST_CASE("ranks and document numbers are padded") {
    CHECK(print_padded(6) == "06");
    CHECK(print_padded(0) == "00");
    CHECK(print_padded(15) == "15");
    CHECK(print_padded(133) == "133");
    CHECK(print_padded(6, 1) == "6");
    CHECK(print_padded(6, 0) == "6");
    CHECK(print_padded(6, 1'000'000'000).size() == 20);
    CHECK(print_padded(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
    CHECK(print_rank(6, 20) == "06/20");
    CHECK(print_rank(4, 63) == "04/63");
}
