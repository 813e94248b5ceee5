// The readers of questionnaires, tallies, columns of answers and links to facts, each fed the same bytes; bytes of a
// tally also with the checksum that they ought to have. A refusal has a message in UTF-8 and, in text, a place; what is
// accepted is written and read back to the same value and the same bytes.
#include "invariant.hpp"

#include "../unit/io/survey_files.hpp"
#include "parindex/io/answer_columns_file.hpp"
#include "parindex/io/questionnaire_file.hpp"
#include "parindex/io/survey_facts_file.hpp"
#include "parindex/io/tally_file.hpp"
#include "parindex/text/utf8.hpp"

#include <string>
#include <string_view>

using namespace parindex;

namespace {

void check_refusal(const diagnostics& found) {
    FUZZ_REQUIRE(has_error(found));
    for (const diagnostic& each : found) {
        FUZZ_REQUIRE(!each.message.empty());
        FUZZ_REQUIRE(!find_invalid_utf8(each.message));
        FUZZ_REQUIRE(!find_invalid_utf8(each.where.pointer));
        FUZZ_REQUIRE(each.where.file == "f");
    }
}

void use_questionnaire(std::string_view text) {
    const result<questionnaire> read = read_questionnaire(text, "f");
    if (!read) return check_refusal(read.error());
    const std::string written = write_questionnaire(*read);
    diagnostics notes;
    const result<questionnaire> again = read_questionnaire(written, "f", &notes);
    FUZZ_REQUIRE(again && *again == *read && write_questionnaire(*again) == written);
    FUZZ_REQUIRE(notes.size() == read->warnings().size());
}

void use_columns(std::string_view text) {
    const result<answer_columns> read = read_answer_columns(text, "f");
    if (!read) return check_refusal(read.error());
    const std::string written = write_answer_columns(*read);
    const result<answer_columns> again = read_answer_columns(written, "f");
    FUZZ_REQUIRE(again && *again == *read && write_answer_columns(*again) == written);
}

void use_facts(std::string_view text) {
    const result<std::vector<survey_fact_link>> read = read_survey_facts(text, "f");
    if (!read) return check_refusal(read.error());
    const std::string written = write_survey_facts(*read);
    const result<std::vector<survey_fact_link>> again = read_survey_facts(written, "f");
    FUZZ_REQUIRE(again && again->size() == read->size() && write_survey_facts(*again) == written);
}

void use_tally(const std::string& bytes) {
    const result<tally> read = read_tally(bytes, "f");
    if (!read) return check_refusal(read.error());
    const std::string written = write_tally(*read);
    FUZZ_REQUIRE(!bytes.starts_with('P') || written == bytes);
    const result<tally> again = read_tally(written, "f");
    FUZZ_REQUIRE(again && *again == *read);
    const std::string json = write_tally_json(*read);
    const result<tally> same = read_tally(json, "f");
    FUZZ_REQUIRE(same && *same == *read && write_tally(*same) == written && write_tally_json(*same) == json);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    use_questionnaire(text);
    use_columns(text);
    use_facts(text);
    use_tally(text);
    if (text.starts_with('P')) use_tally(parindex_test::with_checksum(text));
    return 0;
}
