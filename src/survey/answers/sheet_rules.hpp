// What a questionnaire makes of the answers of one sheet, whatever file they come from.
#pragma once

#include "parindex/survey/questionnaire.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

/// Routes, refusals and validity. @pre answers and mentions are as in answer_sheet
class sheet_rules {
public:
    explicit sheet_rules(const questionnaire& form);

    /// Whether every sheet is valid as it is.
    [[nodiscard]] bool idle() const noexcept { return routes_.empty() && refused_.empty() && always_valid(); }

    /// Makes what the route leaves out skipped or off_route.
    void follow_routes(std::span<std::uint8_t> answers, std::span<std::uint64_t> mentions) const;

    /// The first question with a state that the questionnaire refuses, or none.
    [[nodiscard]] std::size_t find_refused(std::span<const std::uint8_t> answers) const noexcept;

    /// @pre the routes were followed
    [[nodiscard]] bool is_valid(std::span<const std::uint8_t> answers) const noexcept;

    /// Where the mentions of a question are, or none.
    [[nodiscard]] std::size_t mentions_of(std::size_t question) const noexcept { return mentions_[question]; }
    [[nodiscard]] std::size_t multiple() const noexcept { return multiple_; }

private:
    enum class outcome : std::uint8_t { answered, missing, left_out };

    [[nodiscard]] bool always_valid() const noexcept { return required_.empty() && needed_.back() == 0; }
    [[nodiscard]] outcome outcome_of(std::size_t question, std::uint8_t place) const noexcept;
    [[nodiscard]] bool holds(const questionnaire::question::condition& condition, std::span<const std::uint8_t> answers,
                             std::span<const std::uint64_t> mentions) const noexcept;

    questionnaire form_;
    std::size_t multiple_ = 0;
    std::vector<std::size_t> mentions_;                          // by question
    std::vector<std::size_t> routes_;                            // questions with conditions
    std::vector<std::pair<std::size_t, std::uint8_t>> refused_;  // question and place
    std::vector<std::size_t> required_;
    std::vector<std::size_t> needed_;  // answers, by the number of questions asked
};

}  // namespace parindex::inline v0
