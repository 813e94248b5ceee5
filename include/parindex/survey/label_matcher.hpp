/// @file
/// What the cell of a sheet says (nhận diện phương án trả lời): an option, several, or why there is none. Never a
/// guess.
#pragma once

#include "parindex/survey/questionnaire.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// What a cell says.
struct matched_answer {
    answer_state state = answer_state::answered;
    std::size_t option = 0;      ///< Of the scale, where a question that takes one option is answered.
    std::uint64_t mentions = 0;  ///< Bit k for option k, where a question of several marks is answered.

    friend bool operator==(const matched_answer&, const matched_answer&) = default;
};

/// How a file writes answers, besides what the questionnaire says.
struct label_spelling {
    std::map<std::string, std::string> words;  ///< Code of an option, or name of a state, by the word.
    std::string separator = ";";               ///< Between several marks; the usual signs are known besides it.
};

/// Knows the spellings of the answers to a question. Immutable; copies share its contents.
///
/// Texts are compared in normal form C, without regard to capitals, spaces and the place of tone marks. Signs and
/// accents count. A cell is, in this order:
/// - blank, if nothing in it can be seen;
/// - what the whole of it spells: a code, label or other spelling of an option, a word for a missing answer, a word of
///   the file, a word of the scale's dictionary (which gives way to all others, and to doubt: of three levels without
///   labels, nobody knows whether "hài lòng" is the best or the middle one);
/// - a number: out of range if the scale's codes are whole numbers and this is another one. "05", "5.0" and "4,5" are
///   unknown;
/// - divided without rest into spellings of options, the longest first, with spaces and signs between: "5 - Rất hài
///   lòng" is one option. Different options are several marks. Between them stands a comma, semicolon, slash, bar, plus
///   or ampersand; between codes a space is enough. Cells of more than 4 KiB, or longer than all spellings of options
///   together, are not divided;
/// - unknown.
class label_matcher {
public:
    /// `like` is a matcher of the same questionnaire, or null: spellings that both know are kept once. Of one scale they
    /// share all but the words of the file and the dictionary, otherwise words for missing answers.
    /// @return error_code::unknown_option for words of no option, error_code::duplicate_option for those that mean
    ///         something else already
    static result<label_matcher> create(const questionnaire& form, std::size_t question,
                                        const label_spelling& file = {}, const source_position& where = {},
                                        const label_matcher* like = nullptr);

    /// What a cell says; nothing: unknown.
    /// @pre the cell is UTF-8
    [[nodiscard]] std::optional<matched_answer> match(std::string_view cell) const;

    /// "expected one of the answers "1", "2" ...": the end of a message about an unknown one.
    [[nodiscard]] std::string expected() const;

private:
    class contents;
    explicit label_matcher(std::shared_ptr<const contents> words) noexcept : words_(std::move(words)) {}

    std::shared_ptr<const contents> words_;
};

}  // namespace parindex::inline v0
