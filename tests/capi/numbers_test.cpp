// Versions, names of statuses and numbers through the C interface.
#include "handles.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio_text.hpp"
#include "parindex/support/error.hpp"

#include <cstdint>
#include <limits>

using namespace parindex_test;

namespace {

struct reading {
    parindex_status status;
    parindex_decimal number;
    parindex_error error;
};

constexpr parindex_decimal untouched{-77, -7, -1};

bool is_untouched(const parindex_decimal& number) {
    return number.coefficient == -77 && number.scale == -7 && number.reserved == -1;
}

reading parsed(std::string_view text) {
    reading out{0, untouched, error_report()};
    out.status = parindex_decimal_parse(text.data(), text.size(), &out.number, &out.error);
    return out;
}

struct rounding {
    parindex_status status;
    std::string text;
    int32_t exact;
};

rounding rounded(std::string_view text, int32_t places, int32_t mode) {
    rounding out{0, {}, -1};
    parindex_decimal number = untouched;
    out.status = parindex_decimal_round(text.data(), text.size(), places, mode, &number, &out.exact, nullptr);
    if (out.status == PARINDEX_OK) {
        out.text = text_of(parindex_decimal_format, &number);
    } else {
        CHECK(is_untouched(number));
        CHECK(out.exact == -1);
    }
    return out;
}

}  // namespace

TEST_CASE("versions of the header and of the library") {
    CHECK(parindex_version() == PARINDEX_VERSION_NUMBER);
    CHECK(parindex_abi_version() == PARINDEX_ABI_VERSION);
    CHECK(std::string(parindex_version_text()) == std::to_string(PARINDEX_VERSION_MAJOR) + '.' +
                                                      std::to_string(PARINDEX_VERSION_MINOR) + '.' +
                                                      std::to_string(PARINDEX_VERSION_PATCH));
}

TEST_CASE("every status has the name of the library, any other number none") {
    CHECK(std::string(parindex_status_name(PARINDEX_OK)) == "none");
    CHECK(std::string(parindex_status_name(PARINDEX_E_SCORE_ABOVE_MAXIMUM)) == "score_above_maximum");
    size_t known = 0;
    for (int32_t status = -10; status < 1'000; ++status) {
        const std::string_view expected = parindex::to_string(static_cast<parindex::error_code>(status));
        CHECK(std::string(parindex_status_name(status)) == (expected.empty() ? "unknown" : expected));
        if (!expected.empty()) ++known;
    }
    CHECK(known > 140);
    CHECK(std::string(parindex_status_name(std::numeric_limits<int32_t>::min())) == "unknown");
    CHECK(std::string(parindex_status_name(std::numeric_limits<int32_t>::max())) == "unknown");
}

TEST_CASE("decimals are read and written with all their decimals") {
    for (const std::string text : {"0", "12.00", "-0.5", "94.52", "9223372036854775807", "0.000000000000000001"}) {
        CAPTURE(text);
        const reading read = parsed(text);
        const parindex::decimal expected = parindex::parse_decimal(text).value;
        CHECK(read.status == PARINDEX_OK);
        CHECK(read.error.code == PARINDEX_OK);
        CHECK(read.number.coefficient == expected.coefficient());
        CHECK(read.number.scale == expected.scale());
        CHECK(read.number.reserved == 0);
        CHECK(text_of(parindex_decimal_format, &read.number) == text);
    }
    const parindex_decimal least{std::numeric_limits<int64_t>::min(), 18, 0};
    CHECK(text_of(parindex_decimal_format, &least) == "-9.223372036854775808");
}

TEST_CASE("text that is no number says where and why") {
    for (const std::string text : {"", "x", "1,5", "01", "+1", "1e3", " 1", "94.5.2", "1.", "đ", "9\xC4", "1\xFF"}) {
        CAPTURE(text);
        const reading read = parsed(text);
        const auto expected = parindex::parse_decimal(text);
        CHECK(read.status == static_cast<int32_t>(expected.code));
        CHECK(read.error.code == read.status);
        CHECK(read.error.severity == PARINDEX_SEVERITY_ERROR);
        CHECK(read.error.line == 1);
        CHECK(read.error.column == expected.position + 1);
        CHECK(read.error.findings == 1);
        CHECK(std::string(read.error.message) == std::string("expected ") + expected.expected);
        CHECK(is_untouched(read.number));
    }
    CHECK(parsed(std::string(65, '1')).status == PARINDEX_E_NUMBER_TOO_LONG);
    CHECK(parsed("0.1234567890123456789").status == PARINDEX_E_NUMBER_TOO_PRECISE);
}

TEST_CASE("a scale out of range is refused where a number is read") {
    for (const int32_t scale : {-1, 19, std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max()}) {
        const parindex_decimal number{1, scale, 0};
        char buffer[32] = "as it was";
        size_t size = 7;
        CHECK(parindex_decimal_format(&number, buffer, sizeof buffer, &size, nullptr) == PARINDEX_E_INVALID_SCALE);
        CHECK(std::string(buffer) == "as it was");
        CHECK(size == 7);
    }
}

TEST_CASE("numbers and fractions are rounded as asked") {
    struct expectation {
        std::string_view text;
        int32_t places;
        const char* by_mode[7];  // half up, half even, half down, down, up, floor, ceiling
    };
    const expectation all[] = {
        {"11/14", 2, {"0.79", "0.79", "0.79", "0.78", "0.79", "0.78", "0.79"}},
        {"-11/14", 2, {"-0.79", "-0.79", "-0.79", "-0.78", "-0.79", "-0.79", "-0.78"}},
        {"0.125", 2, {"0.13", "0.12", "0.12", "0.12", "0.13", "0.12", "0.13"}},
        {"-0.125", 2, {"-0.13", "-0.12", "-0.12", "-0.12", "-0.13", "-0.13", "-0.12"}},
        {"15.5", 0, {"16", "16", "15", "15", "16", "15", "16"}},
    };
    for (const expectation& each : all) {
        for (int32_t mode = PARINDEX_ROUNDING_HALF_UP; mode <= PARINDEX_ROUNDING_CEILING; ++mode) {
            CAPTURE(each.text);
            CAPTURE(mode);
            const rounding made = rounded(each.text, each.places, mode);
            CHECK(made.status == PARINDEX_OK);
            CHECK(made.text == each.by_mode[mode]);
            CHECK(made.exact == 0);
        }
    }
    CHECK(rounded("15.5", 3, PARINDEX_ROUNDING_DOWN).text == "15.500");
    CHECK(rounded("15.5", 3, PARINDEX_ROUNDING_DOWN).exact == 1);
    CHECK(rounded("15.5", -1, 0).status == PARINDEX_E_INVALID_SCALE);
    CHECK(rounded("15.5", 19, 0).status == PARINDEX_E_INVALID_SCALE);
    CHECK(rounded("15.5", 1, 7).status == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(rounded("15.5", 1, -1).status == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(rounded("1/0", 1, 0).status == PARINDEX_E_DIVISION_BY_ZERO);
    CHECK(rounded("1/x", 1, 0).status == PARINDEX_E_INVALID_NUMBER);
    CHECK(rounded("9223372036854775807", 1, 0).status == PARINDEX_E_OVERFLOW);
    parindex_decimal number = untouched;
    CHECK(parindex_decimal_round("2/8", 3, 2, 0, &number, nullptr, nullptr) == PARINDEX_OK);
    CHECK(text_of(parindex_decimal_format, &number) == "0.25");
}

TEST_CASE("binary floating point is taken for the decimal that it stood for") {
    parindex_decimal number = untouched;
    CHECK(parindex_decimal_from_double(3.6100000000000003, 2, &number, nullptr) == PARINDEX_OK);
    CHECK(text_of(parindex_decimal_format, &number) == "3.61");
    number = untouched;
    CHECK(parindex_decimal_from_double(3.615, 2, &number, nullptr) == PARINDEX_E_INVALID_NUMBER);
    CHECK(parindex_decimal_from_double(std::numeric_limits<double>::quiet_NaN(), 2, &number, nullptr) ==
          PARINDEX_E_INVALID_NUMBER);
    CHECK(parindex_decimal_from_double(std::numeric_limits<double>::infinity(), 2, &number, nullptr) ==
          PARINDEX_E_INVALID_NUMBER);
    CHECK(parindex_decimal_from_double(1.0, 19, &number, nullptr) == PARINDEX_E_INVALID_SCALE);
    CHECK(parindex_decimal_from_double(1.0, -1, &number, nullptr) == PARINDEX_E_INVALID_SCALE);
    CHECK(parindex_decimal_from_double(1e14, 2, &number, nullptr) == PARINDEX_E_NUMBER_TOO_PRECISE);
    CHECK(parindex_decimal_from_double(1e19, 0, &number, nullptr) == PARINDEX_E_OVERFLOW);
    CHECK(is_untouched(number));
}
