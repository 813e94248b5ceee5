// Files of answers: the fast way and the other say the same, whole and in pieces; a refusal has a place and prints no
// cell; whatever is read adds up. The first byte chooses the layout, the next one what is counted and the size of a
// piece.
#include "invariant.hpp"

#include "../unit/survey/forms.hpp"
#include "parindex/io/answers_csv.hpp"
#include "parindex/text/utf8.hpp"

#include <string>
#include <string_view>

using namespace parindex;

namespace {

questionnaire made_form() {
    questionnaire_description form;
    form.code = "F";
    form.scales = {forms::levels("five", 5), forms::choices("ways", {"a", "b", "a, b"})};
    form.scales[0].words = label_dictionary::satisfaction;
    form.questions = {forms::question("q0", "five", {}), forms::question("q1", "five", {}),
                      forms::question("q2", "ways", {})};
    form.questions[1].asked_if = {{"q0", {"5"}}};
    form.questions[2].multiple = true;
    form.missing_words = {{answer_state::dont_know, {"KB", "99"}}};
    form.groups = {{"g", "", {{"m", "Nam", {}, {}, {}}, {"y", "", {}, {}, decimal(30)}}, {}}};
    return questionnaire::create(form).value();
}

std::string text_of(const result<answer_reading>& read) {
    std::string out = read ? std::to_string(read->rows) + ' ' + std::to_string(read->flags.sheets) + '\n' : "refused\n";
    for (const diagnostic& each : read ? read->notes : read.error()) {
        FUZZ_REQUIRE(!each.message.empty() && !find_invalid_utf8(each.message));
        out += to_string(each) + '\n';
    }
    return out;
}

result<answer_reading> read_pieces(const questionnaire& form, const answer_columns& columns,
                                   const tally_options& counted, bool fast, std::string_view text, std::size_t piece) {
    answers_options options;
    options.fast = fast;
    options.checks.straight_line = 1;
    answers_reader reader(form, columns, counted, options, "f");
    for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
    return reader.finish();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const questionnaire form = made_form();
    if (size < 2) return 0;
    answer_columns columns;
    columns.layout = static_cast<answers_layout>(data[0] % 3);
    columns.unit = "u";
    columns.groups = {{"g", "g"}};
    if (columns.layout != answers_layout::wide) {
        columns.respondent = "r";
        columns.question = "q";
        columns.answer = columns.option = "a";
        columns.count = "n";
    }
    tally_options counted;
    if (data[1] % 2 == 1) counted.by = {"g"};
    const std::string text(data + 2, data + size);
    const auto read = [&](bool fast, std::size_t piece) {
        return read_pieces(form, columns, counted, fast, text, piece);
    };
    const result<answer_reading> whole = read(false, text.size() + 1);
    const std::string told = text_of(whole);
    // To make a reader costs more than to read a short text: the pieces are small enough to cut cells and large enough
    // to hold rows, which the fast way asks for.
    for (const std::size_t piece : {std::size_t{1} + data[1] / 2, text.size() + 1}) {
        const result<answer_reading> again = read(true, piece);
        FUZZ_REQUIRE(text_of(again) == told);
        FUZZ_REQUIRE(!whole || (again->valid == whole->valid && again->flagged == whole->flagged));
    }
    if (whole) static_cast<void>(without(whole->valid, whole->flagged));
    return 0;
}
