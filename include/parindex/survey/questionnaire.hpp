/// @file
/// Questionnaires (phiếu khảo sát) that passed every static check.
#pragma once

#include "parindex/support/result.hpp"
#include "parindex/survey/questionnaire_description.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// What of a questionnaire an index is about.
enum class survey_scope_kind { whole, block, factor, question };

/// The whole, or the block, factor or question with a code. Codes of the three share one name space.
struct survey_scope {
    survey_scope_kind kind = survey_scope_kind::whole;
    std::size_t index = 0;  ///< Of the block, factor or question; 0 for the whole.

    friend bool operator==(const survey_scope&, const survey_scope&) = default;
};

/// A checked questionnaire. Immutable; copies share its contents.
///
/// Counts of answers lie in rows: of each question, in order, a place for each option and behind them one for each
/// answer_state. Of a question that takes one option, the place of `answered` stays 0: its options are its answers. Of
/// a multiple-choice question, options count mentions and `answered` counts the respondents who made them.
class questionnaire {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A question with its references resolved.
    struct question {
        std::size_t scale = 0;
        std::size_t factor = none;
        std::size_t block = none;
        std::vector<bool> satisfied;  ///< By option of the scale.
        missing_policies missing;     ///< The questionnaire's with the question's own.
        std::size_t first_place = 0;  ///< Of its options in a row of counts.
        std::size_t options = 0;
        std::optional<int> lowest_level;   ///< Of its options; none where one has no level.
        std::optional<int> highest_level;  ///< As above.
        /// An earlier question and the answers that let this one be asked.
        struct condition {
            std::size_t question = 0;
            std::vector<bool> any_of;  ///< By option of that question.
        };
        std::vector<condition> asked_if;
        /// Whether it enters the index of its factor, its block and the whole: a satisfaction question, not the overall
        /// one, that takes one option.
        bool in_index = false;

        [[nodiscard]] std::size_t places() const noexcept { return options + answer_states; }
        [[nodiscard]] std::size_t place_of(answer_state state) const noexcept {
            return options + static_cast<std::size_t>(state);
        }
        /// The places of the states of missing answers with this policy.
        [[nodiscard]] std::vector<std::size_t> places_with(missing_policy policy) const;
    };

    /// Checks a description.
    /// @return the questionnaire, or every finding at once: codes twice or empty, options whose codes or labels are
    ///         spelled the same, levels twice, options without a level or with one where others of the scale have none,
    ///         satisfied options that the scale does not have or that lie below one that is not satisfied, unknown
    ///         scales, factors, blocks and questions, routes through later questions, bands that overlap, limits
    static result<questionnaire> create(const questionnaire_description& description);

    [[nodiscard]] const questionnaire_description& description() const noexcept { return data_->description; }
    [[nodiscard]] const std::string& code() const noexcept { return data_->description.code; }
    [[nodiscard]] const std::string& method() const noexcept { return data_->description.method; }
    [[nodiscard]] std::span<const survey_question> texts() const noexcept { return data_->description.questions; }
    [[nodiscard]] std::span<const question> questions() const noexcept { return data_->questions; }
    [[nodiscard]] const answer_scale& scale_of(std::size_t each) const noexcept {
        return data_->description.scales[data_->questions[each].scale];
    }
    [[nodiscard]] std::span<const survey_factor> factors() const noexcept { return data_->description.factors; }
    [[nodiscard]] std::span<const survey_block> blocks() const noexcept { return data_->description.blocks; }
    [[nodiscard]] std::span<const respondent_group> groups() const noexcept { return data_->description.groups; }
    /// Places of one row of counts.
    [[nodiscard]] std::size_t row_places() const noexcept { return data_->row_places; }
    /// What is odd, but can be used: numbers of items that are missing, bands with a gap between them.
    [[nodiscard]] const diagnostics& warnings() const noexcept { return data_->warnings; }

    /// The index of what has the code, or none.
    [[nodiscard]] std::size_t find_question(std::string_view code) const noexcept;
    [[nodiscard]] std::size_t find_group(std::string_view code) const noexcept;
    /// The option of a question, by code.
    [[nodiscard]] std::size_t find_option(std::size_t asked, std::string_view code) const noexcept;
    /// "" is the whole; otherwise the block, factor or question with the code.
    [[nodiscard]] std::optional<survey_scope> find_scope(std::string_view code) const noexcept;
    /// The code of a scope; empty for the whole.
    [[nodiscard]] std::string_view code_of(const survey_scope& scope) const noexcept;
    /// The questions of a scope that enter its index; of a single question, that question whatever its kind.
    [[nodiscard]] std::vector<std::size_t> questions_of(const survey_scope& scope) const;
    /// All scopes but single questions: the whole, blocks, factors, in this order.
    [[nodiscard]] std::vector<survey_scope> scopes() const;

    friend bool operator==(const questionnaire& a, const questionnaire& b) {
        return a.data_ == b.data_ || a.description() == b.description();
    }

private:
    struct contents {
        questionnaire_description description;
        std::vector<question> questions;
        std::size_t row_places = 0;
        diagnostics warnings;
    };
    friend class questionnaire_checker;

    explicit questionnaire(std::shared_ptr<const contents> data) noexcept : data_(std::move(data)) {}

    std::shared_ptr<const contents> data_;
};

}  // namespace parindex::inline v0
