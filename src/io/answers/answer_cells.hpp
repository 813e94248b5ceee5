// What the cells of a file of answers say.
#pragma once

#include "io/answers/cell_memo.hpp"
#include "parindex/survey/answer_columns.hpp"
#include "parindex/survey/label_matcher.hpp"
#include "parindex/survey/tally.hpp"
#include "support/finding_list.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parindex::inline v0 {

/// A code as files write it: normal form C, without what cannot be seen at either end.
[[nodiscard]] std::string code_text(std::string_view cell);

class answer_cells {
public:
    /// Where an answer is counted.
    struct outcome {
        std::uint8_t place = 0;
        std::uint64_t mentions = 0;
    };
    static constexpr std::uint8_t unusual = 0xFF;

    /// Adds findings about the words of the mapping.
    answer_cells(const questionnaire& form, const answer_columns& columns, const tally_options& counted,
                 finding_list& found);

    /// What a cell of a question says; nothing: unknown. @pre the cell is UTF-8
    [[nodiscard]] std::optional<outcome> answer(std::size_t question, std::string_view cell);
    /// The same for a cell that was met before; null: it was not.
    [[nodiscard]] const outcome* remembered(std::size_t question, std::string_view cell) const noexcept {
        return memos_[matcher_[question]].find(cell);
    }
    /// Of a question, the place that a cell of one byte means; unusual: look for it otherwise.
    [[nodiscard]] const std::array<std::uint8_t, 256>& one_byte(std::size_t question);
    [[nodiscard]] std::string expected(std::size_t question) const { return matchers_[matcher_[question]].expected(); }
    [[nodiscard]] outcome of(std::size_t question, answer_state state) const noexcept {
        return {static_cast<std::uint8_t>(form_.questions()[question].place_of(state)), 0};
    }

    /// Whether an option of its own column was marked; nothing: unknown, or a word for a missing answer.
    [[nodiscard]] std::optional<bool> mark(std::size_t question, std::size_t option, std::string_view cell) const;

    /// The category that a cell of a group of the tally's options says, or encoded_sheet::outside_bands; nothing:
    /// unknown. @pre the cell is UTF-8
    [[nodiscard]] std::optional<std::uint16_t> category(std::size_t group, std::string_view cell);
    [[nodiscard]] const std::uint16_t* remembered_category(std::size_t group, std::string_view cell) const noexcept {
        return groups_[group].memo.find(cell);
    }

private:
    struct group_words {
        const respondent_group* group = nullptr;
        std::unordered_map<std::string, std::uint16_t> words;
        bool has_bands = false;
        cell_memo<std::uint16_t, 256> memo;
    };

    void add_matcher(std::size_t question, const answer_columns& columns, finding_list& found);
    void add_group(const std::string& code);

    questionnaire form_;
    std::vector<label_matcher> matchers_;
    std::unordered_map<std::size_t, std::size_t> first_of_scale_;  // matchers, by scale
    std::size_t words_ = 0;                                        // of the mapping, in all matchers
    std::vector<cell_memo<outcome, 256>> memos_;                   // by matcher
    // By matcher; only the fast reader asks for them.
    std::vector<std::optional<std::array<std::uint8_t, 256>>> one_byte_;
    std::vector<std::size_t> matcher_;  // by question
    std::vector<group_words> groups_;
};

}  // namespace parindex::inline v0
