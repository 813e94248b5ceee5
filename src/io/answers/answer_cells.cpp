#include "io/answers/answer_cells.hpp"

#include "io/answers/sheet_counter.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/normalization.hpp"
#include "survey/answers/answer_word.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace parindex::inline v0 {

namespace {

/// Whether an option is marked that has a column of its own, by the folded word.
const std::map<std::string, bool, std::less<>>& mark_words() {
    static const auto words = [] {
        std::map<std::string, bool, std::less<>> out;
        for (const char* const each : {"1", "x", "true", "yes", "y", "có"}) out.emplace(fold_answer(each), true);
        for (const char* const each : {"0", "false", "no", "n", "không"}) out.emplace(fold_answer(each), false);
        return out;
    }();
    return words;
}

std::set<std::string_view> codes_of(const answer_scale& scale) {
    std::set<std::string_view> out;
    for (const answer_option& each : scale.options) out.insert(each.code);
    return out;
}

/// A word for all questions means something to one of them at least.
void check_common_words(const questionnaire& form, const answer_columns& columns,
                        const std::map<std::string, std::string>& words, finding_list& found) {
    std::set<std::string_view> known;
    for (std::size_t at = 0; at < form.questions().size(); ++at) known.merge(codes_of(form.scale_of(at)));
    for (const auto& [word, code] : words) {
        if (answer_state_from(code) || known.contains(code)) continue;
        found.add(error_code::unknown_option, columns.where, "",
                  "the word " + quoted(word) + " of the mapping means " + quoted(code) +
                      ", which is an option of no question");
    }
}

void add_too_many_words(const answer_columns& columns, finding_list& found) {
    found.add(error_code::survey_too_large, columns.where, "",
              "a mapping has at most " + std::to_string(limits::survey_spellings) +
                  " words, where one for all questions counts for each scale and each question with words of its own");
}

}  // namespace

std::string code_text(std::string_view cell) {
    return to_nfc(without_blank_edges(cell));
}

answer_cells::answer_cells(const questionnaire& form, const answer_columns& columns, const tally_options& counted,
                           finding_list& found)
    : form_(form) {
    std::size_t words_in_all = 0;
    for (const auto& [code, words] : columns.words) words_in_all += words.size();
    if (words_in_all > limits::survey_spellings) add_too_many_words(columns, found);
    for (const auto& [code, words] : columns.words) {
        if (code.empty()) check_common_words(form, columns, words, found);
        if (code.empty() || form.find_question(code) != questionnaire::none) continue;
        found.add(error_code::unknown_option, columns.where, "",
                  "the mapping has words of " + quoted(code) + ", which is no question");
    }
    std::map<std::tuple<std::size_t, bool, std::size_t>, std::size_t> known;
    for (std::size_t at = 0; at < form.questions().size() && !found.has_error(); ++at) {
        const bool own_words = columns.words.find(form.texts()[at].code) != columns.words.end();
        const auto [same, fresh] =
            known.emplace(std::tuple(form.questions()[at].scale, form.texts()[at].multiple, own_words ? at + 1 : 0),
                          matchers_.size());
        matcher_.push_back(same->second);
        if (fresh) add_matcher(at, columns, found);
    }
    for (const std::string& each : counted.by) add_group(each);
}

void answer_cells::add_matcher(std::size_t question, const answer_columns& columns, finding_list& found) {
    label_spelling file;
    file.separator = columns.separator;
    if (const auto common = columns.words.find(""); common != columns.words.end()) {
        const std::set<std::string_view> codes = codes_of(form_.scale_of(question));
        for (const auto& [word, code] : common->second) {
            // Not every scale has the option.
            if (codes.contains(code) || answer_state_from(code)) {
                file.words.emplace(word, code);
            }
        }
    }
    if (const auto own = columns.words.find(form_.texts()[question].code); own != columns.words.end()) {
        for (const auto& [word, code] : own->second) file.words[word] = code;
    }
    words_ += file.words.size();
    if (words_ > limits::survey_spellings) return add_too_many_words(columns, found);
    const auto [like, first] = first_of_scale_.emplace(form_.questions()[question].scale, matchers_.size());
    const label_matcher* known = matchers_.empty() ? nullptr : &matchers_.front();
    if (!first) known = &matchers_[like->second];
    result<label_matcher> made = label_matcher::create(form_, question, file, columns.where, known);
    if (!made) return found.add(std::move(made).error());
    matchers_.push_back(*made);
    memos_.emplace_back();
    one_byte_.emplace_back();
}

const std::array<std::uint8_t, 256>& answer_cells::one_byte(std::size_t question) {
    std::optional<std::array<std::uint8_t, 256>>& out = one_byte_[matcher_[question]];
    if (out) return *out;
    out.emplace().fill(unusual);
    for (std::size_t byte = 0; byte < 0x80; ++byte) {
        const char text = static_cast<char>(byte);
        const std::optional<outcome> means = answer(question, {&text, 1});
        if (means && means->mentions == 0) (*out)[byte] = means->place;
    }
    return *out;
}

void answer_cells::add_group(const std::string& code) {
    const std::size_t group = form_.find_group(code);
    if (group == questionnaire::none) {
        throw error(error_code::unknown_option, "the questionnaire has no group " + quoted(code));
    }
    group_words& out = groups_.emplace_back();
    out.group = &form_.groups()[group];
    for (const auto& [state, words] : form_.description().missing_words) {
        for (const std::string& each : words) out.words[fold_answer(to_nfc(each))] = answer_sheet::no_category;
    }
    for (std::size_t at = 0; at < out.group->categories.size(); ++at) {
        const respondent_category& each = out.group->categories[at];
        out.has_bands = out.has_bands || each.from || each.below;
        const auto add = [&](const std::string& word) {
            if (!word.empty()) out.words[fold_answer(to_nfc(word))] = static_cast<std::uint16_t>(at);
        };
        add(each.code);
        add(each.label);
        for (const std::string& other : each.also) add(other);
    }
}

std::optional<answer_cells::outcome> answer_cells::answer(std::size_t question, std::string_view cell) {
    const std::size_t matcher = matcher_[question];
    if (const outcome* const met = memos_[matcher].find(cell)) return *met;
    const std::optional<matched_answer> means = matchers_[matcher].match(cell);
    if (!means) return std::nullopt;
    outcome out = of(question, means->state);
    if (means->state == answer_state::answered && !form_.texts()[question].multiple) {
        out.place = static_cast<std::uint8_t>(means->option);
    }
    out.mentions = means->mentions;
    memos_[matcher].keep(cell, out);
    return out;
}

std::optional<bool> answer_cells::mark(std::size_t question, std::size_t option, std::string_view cell) const {
    if (is_blank(cell) && cell.find('\0') == std::string_view::npos) return false;
    if (const auto found = mark_words().find(fold_answer(to_nfc(cell))); found != mark_words().end()) {
        return found->second;
    }
    const std::optional<matched_answer> means = matchers_[matcher_[question]].match(cell);
    if (means && means->mentions == std::uint64_t{1} << option) return true;
    return std::nullopt;
}

std::optional<std::uint16_t> answer_cells::category(std::size_t group, std::string_view cell) {
    group_words& of = groups_[group];
    if (const std::uint16_t* const met = of.memo.find(cell)) return *met;
    if (cell.find('\0') != std::string_view::npos) return std::nullopt;
    if (is_blank(cell)) return answer_sheet::no_category;
    const std::string text = code_text(cell);
    const auto keep = [&](std::uint16_t out) {
        of.memo.keep(cell, out);
        return out;
    };
    // Words come first: 99 for "not said" is no age, although the last band has no end.
    if (const auto found = of.words.find(fold_answer(text)); found != of.words.end()) return keep(found->second);
    if (!of.has_bands) return std::nullopt;
    const parsed_decimal number = parse_decimal(text);
    if (!number.ok()) return std::nullopt;
    const auto& all = of.group->categories;
    const auto found = std::find_if(all.begin(), all.end(), [&number](const respondent_category& each) {
        return (each.from || each.below) && (!each.from || number.value >= *each.from) &&
               (!each.below || number.value < *each.below);
    });
    return keep(found == all.end() ? encoded_sheet::outside_bands : static_cast<std::uint16_t>(found - all.begin()));
}

}  // namespace parindex::inline v0
