// What the tests of indices ask of a tally.
#pragma once

#include "../numeric/expectations.hpp"
#include "forms.hpp"
#include "parindex/numeric/ratio_text.hpp"
#include "parindex/survey/satisfaction_index.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indices {

using namespace parindex;

inline ratio exact(std::string_view text) {
    const parsed_ratio parsed = parse_ratio(text);
    REQUIRE_MESSAGE(parsed.ok(), text);
    return parsed.value;
}

inline survey_scope scope(const tally& counts, std::string_view code) {
    const std::optional<survey_scope> found = counts.form().find_scope(code);
    REQUIRE_MESSAGE(found.has_value(), code);
    return *found;
}

/// The index by "F3" or "P3".
inline satisfaction_index compute(const tally& counts, std::string_view name, std::string_view of = "",
                                  std::vector<std::string> units = {}) {
    index_request request;
    if (const std::optional<index_method> method = index_method_from(name)) {
        request.method = *method;
    } else {
        REQUIRE_MESSAGE(index_formula_from(name).has_value(), name);
        request.method.formula = *index_formula_from(name);
    }
    request.scope = scope(counts, of);
    request.units = std::move(units);
    return compute_index(counts, request);
}

/// The exact value as a text, "21/26", or "none".
inline std::string value(const satisfaction_index& index) {
    const std::optional<ratio> found = index.value();
    return found ? found->to_string() : "none";
}
inline std::string value(const tally& counts, std::string_view name, std::string_view of = "",
                         std::vector<std::string> units = {}) {
    return value(compute(counts, name, of, std::move(units)));
}

/// The code and the words with which an index is refused; none where it is not.
struct refusal {
    error_code code = error_code::none;
    std::string words;

    [[nodiscard]] bool says(std::string_view part) const { return words.find(part) != std::string::npos; }
};
template <class Action>
refusal refused(Action action) {
    try {
        static_cast<void>(action());
    } catch (const error& problem) {
        return {problem.code(), problem.what()};
    }
    return {};
}

/// A tally of unit "U" in which each question has these marks, by place.
inline tally counted(const questionnaire_description& form, std::vector<std::vector<std::uint64_t>> marks,
                     sheet_counts sheets = {}) {
    tally out(questionnaire::create(form).value());
    const std::size_t unit = out.unit("U");
    out.add_sheets(unit, sheets);
    for (std::size_t asked = 0; asked < marks.size(); ++asked) {
        for (std::size_t place = 0; place < marks[asked].size(); ++place) {
            if (marks[asked][place] != 0) out.add_answers(unit, asked, place, marks[asked][place]);
        }
    }
    return out;
}

/// One yes/no question "q".
inline questionnaire_description yes_no_form() {
    questionnaire_description form;
    form.code = "ballot";
    form.method = "ballot";
    form.scales = {forms::levels("yn", 2)};
    form.questions = {forms::question("q", "yn", {"2"})};
    return form;
}

}  // namespace indices
