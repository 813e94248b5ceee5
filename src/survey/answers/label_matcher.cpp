#include "parindex/survey/label_matcher.hpp"

#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"
#include "support/finding_list.hpp"
#include "survey/answers/answer_word.hpp"
#include "survey/answers/dictionary_words.hpp"
#include "survey/answers/spelling_table.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

namespace {

constexpr bool is_digit(char each) noexcept {
    return each >= '0' && each <= '9';
}

bool is_whole(std::string_view text) noexcept {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Digits with a sign, dots or commas: nothing of it stands for itself.
bool is_number(std::string_view text) noexcept {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (text.starts_with("\u2212")) text.remove_prefix(std::string_view("\u2212").size());
    return std::any_of(text.begin(), text.end(), is_digit) && std::all_of(text.begin(), text.end(), [](char each) {
               return is_digit(each) || each == '.' || each == ',';
           });
}

/// "-5" of "-05" and "0" of "-00": equal for equal numbers.
std::string value_of(std::string_view whole) {
    const bool negative = whole.starts_with('-');
    if (negative || whole.starts_with('+')) whole.remove_prefix(1);
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size() - 1));
    return (negative && whole != "0" ? "-" : "") + std::string(whole);
}

/// Signs that part several marks.
constexpr std::u32string_view list_signs = U",;/|+&";
/// Signs that part a code from its label, and brackets around either.
constexpr std::u32string_view link_signs = U".:=-()[]\u2013\u2014\u2022";

/// The longest text that is divided into spellings.
constexpr std::size_t longest_divided = 4'096;

/// What the matchers of one scale have in common.
class scale_spellings {
public:
    explicit scale_spellings(const answer_scale& scale) {
        for (std::size_t option = 0; option < scale.options.size(); ++option) {
            const answer_option& each = scale.options[option];
            const auto add = [&](std::string_view text, bool is_code = false) {
                std::string folded = fold_answer(to_nfc(text));
                if (!folded.empty()) spelled.add(std::move(folded), {answer_state::answered, option}, is_code);
            };
            add(each.code, each.code.find(' ') == std::string::npos);
            add(each.label);
            for (const std::string& other : each.also) add(other);
            codes_are_whole = codes_are_whole && is_whole(each.code);
            if (codes_are_whole) values.push_back(value_of(each.code));
        }
        spelled.close();
    }

    spelling_table spelled;
    bool codes_are_whole = true;
    std::vector<std::string> values;  // of the codes, where they are whole numbers
};

}  // namespace

class label_matcher::contents {
public:
    contents(const questionnaire& form, std::size_t question, std::string_view separator, const contents* like)
        : form_(form),
          scale_(form_.scale_of(question)),
          multiple_(form_.texts()[question].multiple),
          list_signs_(list_signs) {
        for (std::size_t at = 0; at < separator.size();) {
            const decoded_code_point next = decode_utf8(separator, at);
            at += std::max<std::size_t>(next.size, 1);
            if (is_invisible(next.value)) continue;
            list_signs_ += next.value;
        }
        space_parts_ = !separator.empty() && is_blank(separator);
        // Copies of a questionnaire share its description.
        const bool shares = like != nullptr && &like->form_.description() == &form_.description();
        of_scale_ = shares && &like->scale_ == &scale_ ? like->of_scale_ : std::make_shared<scale_spellings>(scale_);
        missing_ = shares ? like->missing_ : missing_words();
    }

    /// @return whether the spelling is free, or means the same already
    bool add(std::string_view text, answer_meaning means) {
        if (text.empty()) return true;
        std::string folded = fold_answer(to_nfc(text));
        if (folded.empty()) return true;
        if (const answer_meaning* const met = find(folded)) return *met == means;
        return own_.add(std::move(folded), means);
    }

    void close() { own_.close(); }

    /// Adds the dictionary of the scale, as far as every order of its words that fits the scale's own says the same.
    void add_dictionary() {
        if (scale_.words == label_dictionary::none) return;
        const std::span<const dictionary::word> words =
            scale_.words == label_dictionary::yes_no
                ? std::span<const dictionary::word>(dictionary::yes_no_words)
                : std::span<const dictionary::word>(dictionary::satisfaction_words);
        std::vector<std::size_t> by_level(scale_.options.size());
        for (std::size_t option = 0; option < by_level.size(); ++option) by_level[option] = option;
        std::sort(by_level.begin(), by_level.end(), [this](std::size_t a, std::size_t b) {
            return scale_.options[a].level.value_or(0) < scale_.options[b].level.value_or(0);
        });
        const auto place_in = [](std::span<const dictionary::sense> order, dictionary::sense means) {
            return static_cast<std::size_t>(std::find(order.begin(), order.end(), means) - order.begin());
        };
        std::vector<std::span<const dictionary::sense>> orders;
        for (const auto& order : dictionary::orders) {
            const bool fits = order.size() == by_level.size() &&
                              std::all_of(words.begin(), words.end(), [&](const dictionary::word& each) {
                                  const answer_meaning* const own = find(fold_answer(each.text));
                                  if (own == nullptr || own->state != answer_state::answered) return true;
                                  const std::size_t place = place_in(order, each.means);
                                  return place < order.size() && own->option == by_level[place];
                              });
            if (fits) orders.push_back(order);
        }
        for (const dictionary::word& each : words) {
            std::optional<std::size_t> agreed;
            bool doubtful = false;
            for (const auto& order : orders) {
                const std::size_t place = place_in(order, each.means);
                if (place == order.size()) continue;
                doubtful = doubtful || (agreed && *agreed != by_level[place]);
                agreed = by_level[place];
            }
            if (agreed && !doubtful) add(each.text, {answer_state::answered, *agreed});
        }
    }

    [[nodiscard]] std::optional<matched_answer> match(std::string_view cell) const {
        if (cell.find('\0') != std::string_view::npos) return std::nullopt;
        if (is_blank(cell)) return matched_answer{answer_state::blank, 0, 0};
        const std::string text = to_nfc(cell);
        const std::string folded = fold_answer(text);
        if (const answer_meaning* const found = find(folded)) return answer(*found);
        const std::string_view number = without_blank_edges(text);
        if (is_number(number)) {
            const bool list = multiple_ && number.find(',') != std::string_view::npos &&
                              number.find_first_not_of("0123456789,") == std::string_view::npos;
            if (!list) return out_of_range(number);
        }
        return divide(folded);
    }

    [[nodiscard]] std::string expected() const {
        constexpr std::size_t shown = 8;
        std::string out = "expected one of the answers";
        for (std::size_t at = 0; at < std::min(shown, scale_.options.size()); ++at) {
            out += (at == 0 ? " " : ", ") + quoted(scale_.options[at].code);
        }
        if (scale_.options.size() > shown) out += " ...";
        return out + ", a label of theirs, or a word for a missing answer";
    }

private:
    [[nodiscard]] std::shared_ptr<const spelling_table> missing_words() const {
        const auto out = std::make_shared<spelling_table>();
        for (const auto& [state, words] : form_.description().missing_words) {
            for (const std::string& each : words) {
                std::string folded = fold_answer(to_nfc(each));
                if (!folded.empty()) out->add(std::move(folded), {state, 0});
            }
        }
        return out;
    }

    [[nodiscard]] const answer_meaning* find(const std::string& folded) const {
        if (const answer_meaning* const found = of_scale_->spelled.find(folded)) return found;
        if (const answer_meaning* const found = missing_->find(folded)) return found;
        return own_.find(folded);
    }

    [[nodiscard]] matched_answer answer(const answer_meaning& means) const noexcept {
        if (means.state != answer_state::answered) return {means.state, 0, 0};
        if (multiple_) return {answer_state::answered, 0, std::uint64_t{1} << means.option};
        return {answer_state::answered, means.option, 0};
    }

    [[nodiscard]] std::optional<matched_answer> out_of_range(std::string_view number) const {
        if (!of_scale_->codes_are_whole || !is_whole(number)) return std::nullopt;
        const std::string value = value_of(number);
        const std::vector<std::string>& values = of_scale_->values;
        if (std::find(values.begin(), values.end(), value) != values.end()) return std::nullopt;
        return matched_answer{answer_state::out_of_range, 0, 0};
    }

    enum class sign { none, space, link, list };

    /// The sign that begins at a byte; none where a word may stand there.
    [[nodiscard]] std::pair<sign, std::size_t> sign_at(std::string_view text, std::size_t at) const noexcept {
        const decoded_code_point next = decode_utf8(text, at);
        const std::size_t size = std::max<std::size_t>(next.size, 1);
        if (next.value == U' ') return {sign::space, size};
        if (list_signs_.find(next.value) != std::u32string::npos) return {sign::list, size};
        if (link_signs.find(next.value) != std::u32string_view::npos) return {sign::link, size};
        return {sign::none, size};
    }

    /// A text as spellings of options, the longest first, with signs between.
    [[nodiscard]] std::optional<matched_answer> divide(const std::string& text) const {
        // Nobody names the options more than once in every way.
        const std::size_t all = of_scale_->spelled.longest_division() + own_.longest_division();
        if (text.size() > std::min(longest_divided, all)) return std::nullopt;
        const std::vector<const option_spelling*> words = division(text);
        std::optional<std::size_t> first;
        bool several = false;
        std::uint64_t mentions = 0;
        const option_spelling* last = nullptr;
        sign between = sign::space;
        for (std::size_t at = 0; at < text.size();) {
            if (const option_spelling* const word = words[at]) {
                const bool differs = last != nullptr && last->option != word->option;
                const bool parted =
                    between == sign::list ||
                    (between == sign::space && (space_parts_ || (last != nullptr && last->is_code && word->is_code)));
                if (differs && !parted) return std::nullopt;
                several = several || differs;
                if (!first) first = word->option;
                mentions |= std::uint64_t{1} << (word->option % 64);
                last = word;
                between = sign::space;
                at += word->text.size();
                continue;
            }
            const auto [kind, size] = sign_at(text, at);
            if (kind == sign::none) return std::nullopt;  // there is no division
            between = std::max(between, kind);
            at += size;
        }
        if (!first) return std::nullopt;
        if (multiple_) return matched_answer{answer_state::answered, 0, mentions};
        if (several) return matched_answer{answer_state::several_marked, 0, 0};
        return matched_answer{answer_state::answered, *first, 0};
    }

    /// By byte, the spelling to take there; none: a sign, or nothing that leads to the end.
    [[nodiscard]] std::vector<const option_spelling*> division(const std::string& text) const {
        std::vector<const option_spelling*> out(text.size());
        std::vector<bool> leads(text.size() + 1);  // to the end
        std::vector<bool> parts(text.size() + 1);  // a sign begins here, or the text ends
        std::vector<bool> opens(text.size() + 1);  // a word may begin here
        leads[text.size()] = parts[text.size()] = opens[0] = true;
        std::vector<std::size_t> starts;
        for (std::size_t at = 0; at < text.size();) {
            const auto [kind, size] = sign_at(text, at);
            starts.push_back(at);
            parts[at] = kind != sign::none;
            at += size;
            // "-5" and ".5" are no signs with a code behind them.
            const bool is_number_sign = kind == sign::link && text[at - size] != '(' && text[at - size] != '[' &&
                                        text[at - size] != ':' && text[at - size] != '=' && text[at - size] != ')' &&
                                        text[at - size] != ']';
            if (kind != sign::none) opens[at] = !(is_number_sign && at < text.size() && is_digit(text[at]));
        }
        for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
            const std::size_t at = *start;
            if (opens[at]) {
                const auto may_end = [&](std::size_t size) { return leads[at + size] && parts[at + size]; };
                const std::string_view rest = std::string_view(text).substr(at);
                const option_spelling* const common = of_scale_->spelled.longest(rest, may_end);
                const option_spelling* const own = own_.longest(rest, may_end);
                const bool is_own = own != nullptr && (common == nullptr || common->text.size() < own->text.size());
                out[at] = is_own ? own : common;
                leads[at] = out[at] != nullptr;
            }
            if (!leads[at] && parts[at]) leads[at] = leads[at + sign_at(text, at).second];
        }
        return out;
    }

    questionnaire form_;
    const answer_scale& scale_;
    bool multiple_ = false;
    bool space_parts_ = false;
    std::u32string list_signs_;
    std::shared_ptr<const scale_spellings> of_scale_;
    std::shared_ptr<const spelling_table> missing_;
    spelling_table own_;  // words of the file and the dictionary
};

result<label_matcher> label_matcher::create(const questionnaire& form, std::size_t question, const label_spelling& file,
                                            const source_position& where, const label_matcher* like) {
    const answer_scale& scale = form.scale_of(question);
    const auto out =
        std::make_shared<contents>(form, question, file.separator, like == nullptr ? nullptr : like->words_.get());
    finding_list found;
    for (const auto& [word, code] : file.words) {
        bool known = true;
        answer_meaning means{answer_state::answered, form.find_option(question, code)};
        if (means.option == questionnaire::none) {
            means = {answer_state_from(code).value_or(answer_state::answered), 0};
            known = has_policy(means.state);
        }
        if (find_invalid_utf8(word) || is_blank(word)) {
            found.add(error_code::invalid_value, where, "", "expected a word for the option " + quoted(code));
        } else if (!known) {
            found.add(error_code::unknown_option, where, "",
                      "the word " + quoted(word) + " of question " + quoted(form.texts()[question].code) + " means " +
                          quoted(code) + ", which is neither an option of scale " + quoted(scale.code) +
                          " nor a state of missing answers");
        } else if (!out->add(word, means)) {
            found.add(error_code::duplicate_option, where, "",
                      "the word " + quoted(word) + " of question " + quoted(form.texts()[question].code) +
                          " has another meaning in the questionnaire");
        }
    }
    if (found.has_error()) return std::move(found).take();
    out->add_dictionary();
    out->close();
    return label_matcher(out);
}

std::optional<matched_answer> label_matcher::match(std::string_view cell) const {
    return words_->match(cell);
}

std::string label_matcher::expected() const {
    return words_->expected();
}

}  // namespace parindex::inline v0
