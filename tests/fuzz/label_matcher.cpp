// What a cell says: an option or mentions of the scale, or a state; the same whatever is put around it that cannot be
// seen; every word of a scale means its option, and nothing with a letter more does.
#include "invariant.hpp"

#include "../unit/survey/forms.hpp"
#include "parindex/survey/label_matcher.hpp"
#include "parindex/text/utf8.hpp"

#include <string>
#include <string_view>

using namespace parindex;

namespace {

questionnaire made_form(bool multiple) {
    questionnaire_description form;
    form.code = "F";
    form.scales = {forms::levels("s", 5)};
    form.scales[0].words = label_dictionary::satisfaction;
    std::size_t option = 0;
    for (const char* const label : {"", "Chưa tốt, cần sửa", "Bình thường", "Hài lòng", "Rất hài lòng"}) {
        form.scales[0].options[option++].label = label;
    }
    form.questions = {forms::question("q", "s", {})};
    form.questions[0].multiple = multiple;
    form.missing_words = {{answer_state::dont_know, {"Không biết", "99"}}};
    return questionnaire::create(form).value();
}

void use(std::string_view cell, bool multiple) {
    static const questionnaire forms[2] = {made_form(false), made_form(true)};
    static const label_matcher matchers[2] = {label_matcher::create(forms[0], 0).value(),
                                              label_matcher::create(forms[1], 0).value()};
    const label_matcher& matcher = matchers[multiple ? 1 : 0];
    const std::optional<matched_answer> said = matcher.match(cell);
    FUZZ_REQUIRE(matcher.match(" \u00a0" + std::string(cell) + "\t ") == said);
    if (!said) return;
    if (said->state == answer_state::answered) {
        FUZZ_REQUIRE(multiple ? said->mentions != 0 && said->mentions < 32 : said->mentions == 0 && said->option < 5);
        FUZZ_REQUIRE(!matcher.match(std::string(cell) + "x"));
    } else {
        FUZZ_REQUIRE(said->mentions == 0 && (!multiple || said->state != answer_state::several_marked));
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    if (find_invalid_utf8(text)) return 0;
    use(text, false);
    use(text, true);
    return 0;
}
