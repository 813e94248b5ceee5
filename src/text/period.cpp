#include "parindex/text/period.hpp"

#include "text/vietnamese_words.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace parindex::inline v0 {
namespace {

/// The first and the last month, 1..12; zeros if they are not known.
struct months {
    int first = 0;
    int last = 0;
};

months months_of(const period& value) noexcept {
    const auto within = [](const std::optional<int>& part, int most) { return part && *part >= 1 && *part <= most; };
    switch (value.kind) {
        case period_kind::year: return {1, 12};
        case period_kind::half_year:
            if (within(value.number, 2)) return {*value.number * 6 - 5, *value.number * 6};
            break;
        case period_kind::quarter:
            if (within(value.number, 4)) return {*value.number * 3 - 2, *value.number * 3};
            break;
        case period_kind::month:
        case period_kind::day:
            if (within(value.month, 12)) return {*value.month, *value.month};
            break;
    }
    return {};
}

/// The day that ends (or begins) `value`, of a period of kind day the day itself.
std::optional<date> edge(const period& value, bool last) noexcept {
    const months of = months_of(value);
    if (!value.year || of.first == 0) return std::nullopt;
    date out;
    out.year = *value.year;
    out.month = last ? of.last : of.first;
    if (value.kind == period_kind::day) {
        if (!value.day) return std::nullopt;
        out.day = value.day;
    } else {
        out.day = last ? days_in_month(out.year, of.last) : 1;
    }
    if (!out.is_valid()) return std::nullopt;
    return out;
}

/// The name of the period without its year.
std::string name_of(const period& value) {
    using namespace std::string_view_literals;
    constexpr std::array quarters{""sv, "I"sv, "II"sv, "III"sv, "IV"sv};
    std::string out;
    switch (value.kind) {
        case period_kind::year: break;
        case period_kind::half_year:
            out = "6 ";
            out += words::month;
            out += ' ';
            out += value.number == 1 ? words::first_half : words::second_half;
            out += ' ';
            out += words::year;
            break;
        case period_kind::quarter: {
            const int number = value.number.value_or(0);
            out = words::quarter;
            out += ' ';
            out += quarters[number >= 1 && number <= 4 ? static_cast<std::size_t>(number) : 0];
            break;
        }
        case period_kind::month:
            out = words::month;
            out += ' ';
            out += std::to_string(value.month.value_or(0));
            break;
        case period_kind::day: {
            const date printed{1, value.month, value.day};
            out = print_date(printed);
            out.resize(out.size() - 5);  // without "/0001", the year
            break;
        }
    }
    return out;
}

}  // namespace

std::optional<date> period::first_day() const noexcept {
    return edge(*this, false);
}

std::optional<date> period::last_day() const noexcept {
    return edge(*this, true);
}

std::string period::print() const {
    if (kind == period_kind::day && year && (!day || !month)) return print_long_date({*year, month, day});
    std::string out = name_of(*this);
    if (!year) return out;
    if (kind == period_kind::year) {
        out = words::year;
        out += ' ';
    } else {
        out += kind == period_kind::half_year ? ' ' : '/';
    }
    out += print_date({*year, {}, {}});
    return out;
}

}  // namespace parindex::inline v0
