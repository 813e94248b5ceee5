#include "survey/questionnaire/scale_checks.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"
#include "survey/answers/answer_word.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace parindex::inline v0 {

namespace {

/// The form in which a text is compared; nothing, with a finding, if it is none.
std::optional<std::string> folded(std::string_view text, const std::string& what, const std::string& name,
                                  const source_position& where, finding_list& found) {
    if (!find_invalid_utf8(text)) return fold_answer(to_nfc(text));
    found.add(error_code::invalid_utf8, where, "", what + ": " + quoted(text) + " of " + name + " is not UTF-8");
    return std::nullopt;
}

/// Who bears which spelling.
class spellings {
public:
    spellings(finding_list& found, const missing_meanings& missing, const source_position& where, std::string what)
        : found_(found), missing_(missing), where_(where), what_(std::move(what)) {}

    /// Owners are numbers; a spelling of one owner may come twice.
    void add(std::string_view text, std::size_t owner, const std::string& name) {
        if (text.empty()) return;
        const std::optional<std::string> word = folded(text, what_, name, where_, found_);
        if (!word) return;
        if (const auto missing = missing_.find(*word); missing != missing_.end()) {
            add_doubt(text, std::string(to_string(missing->second)), name);
        }
        const auto [at, fresh] = owners_.emplace(*word, std::pair(owner, name));
        if (!fresh && at->second.first != owner) add_doubt(text, at->second.second, name);
    }

private:
    void add_doubt(std::string_view text, const std::string& first, const std::string& second) {
        found_.add(error_code::duplicate_option, where_, "",
                   what_ + ": " + quoted(text) + " means " + first + " and " + second);
    }

    finding_list& found_;
    const missing_meanings& missing_;
    const source_position& where_;
    std::string what_;
    std::map<std::string, std::pair<std::size_t, std::string>, std::less<>> owners_;
};

void check_levels(const answer_scale& scale, finding_list& found) {
    std::set<int> levels;
    for (const answer_option& each : scale.options) {
        if (!each.level) continue;
        if (*each.level < 1 || *each.level > 1000) {
            found.add(error_code::invalid_question, scale.where, "",
                      "the level of option " + quoted(each.code) + " is expected to be 1 to 1000");
        }
        if (!levels.insert(*each.level).second) {
            found.add(error_code::duplicate_option, scale.where, "",
                      "level " + std::to_string(*each.level) + " of scale " + quoted(scale.code) + " is used twice");
        }
    }
    if (levels.empty()) return;
    for (const answer_option& each : scale.options) {
        if (each.level) continue;
        found.add(error_code::option_without_level, scale.where, "",
                  "option " + quoted(each.code) + " of scale " + quoted(scale.code) +
                      " has no level, but others have: what is no answer belongs to missing_words");
    }
}

/// The words of these dictionaries mean levels.
void check_dictionary(const answer_scale& scale, finding_list& found) {
    if (scale.words == label_dictionary::none) return;
    const auto count = scale.options.size();
    const bool has_levels = std::all_of(scale.options.begin(), scale.options.end(),
                                        [](const auto& each) { return each.level.has_value(); });
    const bool fits = scale.words == label_dictionary::yes_no ? count == 2 : count >= 3 && count <= 5;
    if (has_levels && fits) return;
    found.add(error_code::invalid_question, scale.where, "",
              "the words " + quoted(to_string(scale.words)) + " are for scales of " +
                  (scale.words == label_dictionary::yes_no ? "two" : "three to five") + " options, each with a level");
}

}  // namespace

void check_scale(const answer_scale& scale, const missing_meanings& missing, finding_list& found) {
    if (scale.options.empty()) {
        found.add(error_code::invalid_question, scale.where, "", "scale " + quoted(scale.code) + " has no options");
    }
    if (scale.options.size() > limits::survey_options) {
        return found.add(error_code::survey_too_large, scale.where, "",
                         "a scale has at most " + std::to_string(limits::survey_options) + " options");
    }
    spellings words(found, missing, scale.where, "scale " + quoted(scale.code));
    std::set<std::string_view> codes;
    for (std::size_t at = 0; at < scale.options.size(); ++at) {
        const answer_option& each = scale.options[at];
        if (each.code.empty()) {
            found.add(error_code::invalid_question, scale.where, "",
                      "an option of scale " + quoted(scale.code) + " has no code");
        } else if (!codes.insert(each.code).second) {
            found.add(error_code::duplicate_option, scale.where, "",
                      "scale " + quoted(scale.code) + " has two options with the code " + quoted(each.code));
            continue;
        }
        const std::string name = "option " + quoted(each.code);
        words.add(each.code, at, name);
        words.add(each.label, at, name);
        for (const std::string& other : each.also) words.add(other, at, name);
        if (each.weight && (each.weight->sign() < 0 || *each.weight > decimal(1'000'000))) {
            found.add(error_code::invalid_question, scale.where, "",
                      "the weight of " + name + " is expected to be a percentage from 0");
        }
    }
    check_levels(scale, found);
    check_dictionary(scale, found);
}

missing_meanings check_missing_words(const questionnaire_description& description, finding_list& found) {
    missing_meanings out;
    const std::string what = "words for missing answers";
    for (const auto& [state, texts] : description.missing_words) {
        if (!has_policy(state) || state == answer_state::several_marked) {
            found.add(error_code::invalid_question, description.where, "",
                      "no word means " + quoted(to_string(state)) + ": it follows from the sheet");
        }
        if (std::find(texts.begin(), texts.end(), "") != texts.end()) {
            found.add(error_code::invalid_question, description.where, "", "an empty cell is blank without any word");
        }
        for (const std::string& each : texts) {
            const std::string name(to_string(state));
            const std::optional<std::string> word = folded(each, what, name, description.where, found);
            if (!word || word->empty()) continue;
            const answer_state first = out.emplace(*word, state).first->second;
            if (first == state) continue;
            found.add(error_code::duplicate_option, description.where, "",
                      what + ": " + quoted(each) + " means " + std::string(to_string(first)) + " and " + name);
        }
    }
    return out;
}

namespace {

bool is_band(const respondent_category& each) noexcept {
    return each.from.has_value() || each.below.has_value();
}

void check_bands(const respondent_group& group, finding_list& found) {
    std::vector<const respondent_category*> bands;
    for (const respondent_category& each : group.categories) {
        if (!is_band(each)) continue;
        if (each.from && each.below && *each.from >= *each.below) {
            found.add(error_code::invalid_question, group.where, "",
                      "band " + quoted(each.code) + " is empty: it holds numbers from " + to_string(*each.from) +
                          " to below " + to_string(*each.below));
            continue;
        }
        bands.push_back(&each);
    }
    std::stable_sort(bands.begin(), bands.end(),
                     [](const auto* a, const auto* b) { return b->from && (!a->from || *a->from < *b->from); });
    for (std::size_t at = 1; at < bands.size(); ++at) {
        const respondent_category& low = *bands[at - 1];
        const respondent_category& high = *bands[at];
        if (!low.below || !high.from || *low.below > *high.from) {
            found.add(error_code::overlapping_bands, group.where, "",
                      "bands " + quoted(low.code) + " and " + quoted(high.code) + " of group " + quoted(group.code) +
                          " share " + (high.from ? "the number " + to_string(*high.from) : "numbers") +
                          "; a band ends below the start of the next");
        } else if (*low.below < *high.from) {
            found.add(error_code::missing_item, group.where, "",
                      "numbers from " + to_string(*low.below) + " to below " + to_string(*high.from) +
                          " lie in no band of group " + quoted(group.code),
                      severity::warning);
        }
    }
}

}  // namespace

void check_group(const respondent_group& group, const missing_meanings& missing, finding_list& found) {
    if (group.categories.empty()) {
        found.add(error_code::invalid_question, group.where, "", "group " + quoted(group.code) + " has no categories");
    }
    spellings words(found, missing, group.where, "group " + quoted(group.code));
    std::set<std::string_view> codes;
    for (std::size_t at = 0; at < group.categories.size(); ++at) {
        const respondent_category& each = group.categories[at];
        if (each.code.empty()) {
            found.add(error_code::invalid_question, group.where, "",
                      "a category of group " + quoted(group.code) + " has no code");
        } else if (!codes.insert(each.code).second) {
            found.add(error_code::duplicate_option, group.where, "",
                      "group " + quoted(group.code) + " has two categories with the code " + quoted(each.code));
            continue;
        }
        const std::string name = "category " + quoted(each.code);
        words.add(each.code, at, name);
        words.add(each.label, at, name);
        for (const std::string& other : each.also) words.add(other, at, name);
    }
    check_bands(group, found);
}

}  // namespace parindex::inline v0
