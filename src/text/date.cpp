#include "parindex/text/date.hpp"

#include "parindex/text/vietnamese_number.hpp"
#include "text/vietnamese_words.hpp"

#include <cstdint>

namespace parindex::inline v0 {
namespace {

/// A part of a date with zeros; a value out of range keeps its sign so that a message can show it.
std::string padded(int value, int digits) {
    if (value < 0) return "-" + padded(-(value + 1) + 1, digits);
    return print_padded(static_cast<std::uint64_t>(value), digits);
}

std::string printed_day(int day) {
    return padded(day, 2);
}
std::string printed_month(int month) {
    return padded(month, month <= 2 ? 2 : 1);
}
std::string printed_year(int year) {
    return padded(year, 4);
}

}  // namespace

parsed_date parse_iso_date(std::string_view text) noexcept {
    std::size_t at = 0;
    const auto failed = [](std::size_t position, const char* expected) {
        return parsed_date{{}, error_code::invalid_date, position, expected};
    };
    // Reads exactly `digits` digits; -1 if they are not there, with `at` on the offender.
    const auto number = [&](int digits) {
        int value = 0;
        for (int read = 0; read < digits; ++read, ++at) {
            if (at == text.size() || text[at] < '0' || text[at] > '9') return -1;
            value = value * 10 + (text[at] - '0');
        }
        return value;
    };
    date value;
    value.year = number(4);
    if (value.year < 0) return failed(at, "a year of four digits");
    if (value.year == 0) return failed(0, "a year from 0001 to 9999");
    if (at == text.size()) return {value};
    if (text[at] != '-') return failed(at, "'-' and the month, or the end");
    ++at;
    const int month = number(2);
    if (month < 0) return failed(at, "a month of two digits");
    if (month < 1 || month > 12) return failed(at - 2, "a month from 01 to 12");
    value.month = month;
    if (at == text.size()) return {value};
    if (text[at] != '-') return failed(at, "'-' and the day, or the end");
    ++at;
    const int day = number(2);
    if (day < 0) return failed(at, "a day of two digits");
    if (day < 1 || day > days_in_month(value.year, month)) return failed(at - 2, "a day of that month");
    value.day = day;
    if (at != text.size()) return failed(at, "the end of the date");
    return {value};
}

std::string to_iso_string(const date& value) {
    std::string text = padded(value.year, 4);
    if (!value.month) return text;
    text += '-';
    text += padded(*value.month, 2);
    if (!value.day) return text;
    text += '-';
    text += padded(*value.day, 2);
    return text;
}

std::string print_date(const date& value) {
    std::string text;
    if (value.month) {
        if (value.day) {
            text += printed_day(*value.day);
            text += '/';
        }
        text += printed_month(*value.month);
        text += '/';
    }
    text += printed_year(value.year);
    return text;
}

std::string print_long_date(const date& value, std::string_view blank) {
    std::string text(words::day);
    const auto put = [&](const std::string& part) {
        text += ' ';
        text += part;
        text += ' ';
    };
    if (value.day) {
        put(printed_day(*value.day));
    } else {
        text += blank;
    }
    text += words::month;
    if (value.month) {
        put(printed_month(*value.month));
    } else {
        text += blank;
    }
    text += words::year;
    text += ' ';
    text += printed_year(value.year);
    return text;
}

}  // namespace parindex::inline v0
