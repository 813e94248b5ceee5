#include "parindex/text/vietnamese_number.hpp"

#include "parindex/numeric/number_text.hpp"

#include <string_view>

namespace parindex::inline v0 {
namespace {

/// Puts a dot between each group of three digits of the whole part, which runs from `first` to `last`.
void group_whole_part(std::string& text, std::size_t first, std::size_t last) {
    for (std::size_t place = last; place > first + 3; place -= 3) text.insert(place - 3, 1, '.');
}

}  // namespace

std::string print_number(decimal value, number_style style) {
    if (style.zeros == trailing_zeros::dropped) value = value.normalized();
    std::string text(decimal_text(value, ',').view());
    if (style.grouping == digit_grouping::dots) {
        const std::size_t mark = text.find(',');
        group_whole_part(text, value.sign() < 0 ? 1 : 0, mark == std::string::npos ? text.size() : mark);
    }
    return text;
}

printed_number print_number(decimal value, rounding at, number_style style) {
    if (at.places < 0) throw error(error_code::invalid_scale, "places of a printed number lie in 0..18");
    const rounded<decimal> shown = round_to(value, at.places, at.mode);
    return {print_number(shown.value, style), shown.exact};
}

printed_number print_number(const ratio& value, rounding at, number_style style) {
    const rounded<decimal> shown = value.to_decimal(at.places, at.mode);
    return {print_number(shown.value, style), shown.exact};
}

std::string print_deduction(decimal loss, number_style style) {
    std::string text = print_number(loss, style);
    if (loss.sign() == 0) return "0";
    // The sign is turned in the text: -loss does not exist for the smallest coefficient.
    if (loss.sign() > 0) {
        text.insert(0, 1, '-');
    } else {
        text.front() = '+';
    }
    return text;
}

std::string print_change(decimal change, number_style style) {
    if (change.sign() == 0) return "0";
    std::string text = print_number(change, style);
    if (change.sign() > 0) text.insert(0, 1, '+');
    return text;
}

std::string print_padded(std::uint64_t count, int digits) {
    std::string text;
    do {
        text.insert(0, 1, static_cast<char>('0' + count % 10));
        count /= 10;
    } while (count != 0);
    for (int length = static_cast<int>(text.size()); length < digits && length < 20; ++length) text.insert(0, 1, '0');
    return text;
}

std::string print_rank(std::uint64_t rank, std::uint64_t units) {
    std::string text = print_padded(rank);
    text += '/';
    text += print_padded(units);
    return text;
}

}  // namespace parindex::inline v0
