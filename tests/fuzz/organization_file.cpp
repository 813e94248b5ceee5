// The reader of registers. A refusal has a place in the text and a message in UTF-8; what is accepted is written and
// read back to the same bytes, with every unit under its code.
#include "invariant.hpp"

#include "parindex/io/organization_file.hpp"
#include "parindex/text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>

using namespace parindex;

namespace {

void check_finding(const diagnostic& each, const std::string& text) {
    FUZZ_REQUIRE(!each.message.empty());
    FUZZ_REQUIRE(!find_invalid_utf8(each.message));
    FUZZ_REQUIRE(!find_invalid_utf8(each.where.pointer));
    FUZZ_REQUIRE(each.where.file == "f");
    if (each.message.ends_with("further findings are not listed")) return;
    FUZZ_REQUIRE(each.where.line >= 1 && each.where.line <= text.size() + 1);
    FUZZ_REQUIRE(each.where.column >= 1 && each.where.column <= text.size() + 1);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    diagnostics notes;
    const result<organization_registry> read = read_organization(text, "f", &notes);
    if (!read) {
        FUZZ_REQUIRE(notes.empty() && has_error(read.error()));
        for (const diagnostic& each : read.error()) check_finding(each, text);
        return 0;
    }
    FUZZ_REQUIRE(!has_error(notes));
    for (const diagnostic& each : notes) check_finding(each, text);

    const std::string written = write_organization(*read);
    FUZZ_REQUIRE(!find_invalid_utf8(written));
    diagnostics notes_again;
    const result<organization_registry> again = read_organization(written, "f", &notes_again);
    FUZZ_REQUIRE(again.has_value());
    FUZZ_REQUIRE(write_organization(*again) == written);
    // Written texts are in normal form already.
    FUZZ_REQUIRE(std::none_of(notes_again.begin(), notes_again.end(),
                              [](const diagnostic& each) { return each.code == error_code::name_normalized; }));
    FUZZ_REQUIRE(again->units().size() == read->units().size());
    for (const organization_unit& unit : read->units()) {
        const std::optional<std::size_t> same = again->find(unit.code);
        FUZZ_REQUIRE(same && again->units()[*same].name == unit.name);
    }
    return 0;
}
