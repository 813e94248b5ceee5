// The reader of numbers as documents print them. The last byte of an input chooses the options; the rest is the text.
#include "invariant.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/text/document_number.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"
#include "parindex/text/vietnamese_number.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace parindex;

namespace {

number_options options_of(unsigned choice) {
    number_options options;
    options.kind = static_cast<number_kind>(choice % 3);
    choice /= 3;
    if (choice % 3 == 1) options.decimal_mark = number_mark::comma;
    if (choice % 3 == 2) options.decimal_mark = number_mark::dot;
    choice /= 3;
    if (choice % 4 == 1) options.maximum = decimal(100);
    if (choice % 4 == 2) options.maximum = decimal(9000);
    if (choice % 4 == 3) options.maximum = decimal::from_parts(125, 1);
    choice /= 4;
    if (choice % 2 == 1) options.column.dot.decimal = 1;
    return options;
}

bool same_value(const number_reading& a, const number_reading& b) {
    return a.reading == b.reading && a.other_reading == b.other_reading && a.decided_by == b.decided_by &&
           a.unit == b.unit && a.lead == b.lead;
}

void check_reading(const number_reading& read) {
    FUZZ_REQUIRE(read.ambiguous() == (read.decided_by == number_decision::undecided));
    FUZZ_REQUIRE(read.value().has_value() != read.ambiguous());
    if (read.ambiguous()) {
        FUZZ_REQUIRE(*read.other_reading == read.reading * 1000);
        return;
    }
    // What is printed in the Vietnamese form, or for programs, reads as the same number and nothing else.
    const decimal value = *read.value();
    number_options dot;
    dot.decimal_mark = number_mark::dot;
    for (const auto& [text, options] :
         {std::pair{print_number(value, {trailing_zeros::kept, digit_grouping::none}), vietnamese_format()},
          std::pair{print_number(value, {trailing_zeros::kept, digit_grouping::dots}), vietnamese_format()},
          std::pair{to_string(value), dot}}) {
        const result<document_number> again = read_document_number(text, options);
        FUZZ_REQUIRE(again && again->present && again->first.value() == value);
        FUZZ_REQUIRE(again->first.reading.scale() == value.scale());
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const number_options options = options_of(data[size - 1]);
    const std::string text(data, data + size - 1);
    const std::size_t columns = count_code_points(text);
    const result<document_number> read = read_document_number(text, options);

    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
    }
    const column_format column = infer_column(lines);
    FUZZ_REQUIRE(column.refused <= lines.size());

    if (!read) {
        FUZZ_REQUIRE(read.error().size() == 1);
        const diagnostic& refusal = read.error().front();
        FUZZ_REQUIRE(refusal.where.column >= 1 && refusal.where.column <= columns + 1);
        FUZZ_REQUIRE(!refusal.message.empty() && !find_invalid_utf8(refusal.message));
        if (refusal.code == error_code::invalid_utf8) FUZZ_REQUIRE(find_invalid_utf8(text).has_value());
        return 0;
    }
    FUZZ_REQUIRE(!find_invalid_utf8(text));
    std::size_t last = 1;
    for (const applied_repair& repair : read->repairs) {
        FUZZ_REQUIRE(repair.column >= last && repair.column <= columns + 1);
        last = repair.column;
    }
    for (std::size_t offset = 0; offset < text.size(); offset += decode_utf8(text, offset).size) {
        const char32_t value = decode_utf8(text, offset).value;
        FUZZ_REQUIRE(!(value >= 0xFF10 && value <= 0xFF19) && !(value >= 0x0660 && value <= 0x0669));
    }
    // However the letters were typed, the number is the same.
    const result<document_number> composed = read_document_number(to_nfc(text), options);
    FUZZ_REQUIRE(composed && composed->present == read->present);
    if (!read->present) return 0;
    FUZZ_REQUIRE(same_value(composed->first, read->first));
    check_reading(read->first);
    if (read->of) check_reading(*read->of);
    if (read->bracketed) check_reading(*read->bracketed);
    return 0;
}
