// The reader of dates as documents print them, and the ISO form.
#include "invariant.hpp"

#include "parindex/text/document_date.hpp"
#include "parindex/text/utf8.hpp"

#include <string>

using namespace parindex;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);

    const parsed_date iso = parse_iso_date(text);
    if (iso.ok()) {
        FUZZ_REQUIRE(iso.value.is_valid());
        FUZZ_REQUIRE(to_iso_string(iso.value) == text);
        if (iso.value.is_complete()) {
            const result<document_date> long_form = read_document_date(print_long_date(iso.value));
            FUZZ_REQUIRE(long_form && long_form->day() == iso.value);
            const result<document_date> short_form = read_document_date(print_date(iso.value));
            FUZZ_REQUIRE(short_form && short_form->day() == iso.value);
        }
    } else {
        FUZZ_REQUIRE(iso.position <= text.size());
    }

    const result<document_date> read = read_document_date(text);
    const std::size_t columns = count_code_points(text);
    if (!read) {
        FUZZ_REQUIRE(read.error().size() == 1);
        const diagnostic& refusal = read.error().front();
        FUZZ_REQUIRE(refusal.where.column >= 1 && refusal.where.column <= columns + 1);
        FUZZ_REQUIRE(!refusal.message.empty() && !find_invalid_utf8(refusal.message));
        return 0;
    }
    FUZZ_REQUIRE(!find_invalid_utf8(text));
    std::size_t last_column = 1;
    for (const placed_date_note& note : read->notes) {
        FUZZ_REQUIRE(note.column >= last_column && note.column <= columns + 1);
        last_column = note.column;
    }
    const auto first = read->value.first_day();
    const auto last = read->value.last_day();
    FUZZ_REQUIRE(first.has_value() == last.has_value());
    if (first) FUZZ_REQUIRE(first->is_valid() && last->is_valid() && *first <= *last);
    // A period prints as a document would write it, and that reads as the same period without a remark on its form.
    const result<document_date> again = read_document_date(read->value.print());
    FUZZ_REQUIRE(again && again->value == read->value && again->bound == period_bound::within);
    for (const placed_date_note& note : again->notes) {
        FUZZ_REQUIRE(level_of(note.kind) == severity::warning);
    }
    return 0;
}
