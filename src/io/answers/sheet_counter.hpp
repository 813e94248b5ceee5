// Sheets on their way into the tallies of a reading.
#pragma once

#include "parindex/support/limits.hpp"
#include "parindex/survey/sheet_quality.hpp"
#include "survey/answers/sheet_rules.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// A sheet while it is read.
struct encoded_sheet {
    /// A category: a number in no band. It is counted as unknown.
    static constexpr std::uint16_t outside_bands = answer_sheet::no_category - 1;
    static_assert(limits::survey_categories < outside_bands);

    std::size_t unit = questionnaire::none;
    std::span<std::uint8_t> answers;  ///< A place for each question.
    std::vector<std::uint64_t> mentions;
    std::vector<std::uint16_t> categories;
    std::string stratum;
    std::string cluster;
    std::optional<decimal> seconds;
};

class sheet_counter {
public:
    sheet_counter(const questionnaire& form, const tally_options& counted, const sheet_checks& checks);

    [[nodiscard]] encoded_sheet& sheet() noexcept { return sheet_; }
    [[nodiscard]] const sheet_rules& rules() const noexcept { return rules_; }
    [[nodiscard]] tally& counts() noexcept { return valid_; }

    /// Makes the sheet one on which nothing is marked.
    void clear();
    /// Takes an answer down. @param mentions  where the question takes several marks
    void answer(std::size_t question, std::uint8_t place, std::uint64_t mentions) {
        sheet_.answers[question] = place;
        const std::size_t at = rules_.mentions_of(question);
        if (at != questionnaire::none) sheet_.mentions[at] = mentions;
    }
    [[nodiscard]] bool is_blank() const noexcept;
    /// Follows the routes. @return the first question with a state that is refused, or none
    [[nodiscard]] std::size_t settle();
    /// Counts the settled sheet, and makes room for the next. @throws error_code::survey_too_large
    void count();

    /// What was counted. To be called once, at the end.
    struct outcome {
        tally valid;
        tally flagged;
        flagged_sheets flags;
        bool forgot_sheets = false;
        std::vector<std::uint64_t> outside_bands;  ///< Respondents, by group of the tally's options.
    };
    [[nodiscard]] outcome take();

private:
    void start_sheet();
    void flush();

    tally valid_;
    tally flagged_;
    sheet_rules rules_;
    sheet_quality quality_;
    bool by_blocks_ = false;
    std::vector<std::uint8_t> blank_;
    encoded_sheet sheet_;
    std::vector<std::uint64_t> outside_bands_;  // sheets, by group
    std::vector<std::uint32_t> units_;          // of the sheets of the block
    std::vector<std::uint8_t> answers_;         // of the block, and of the sheet behind it
};

}  // namespace parindex::inline v0
