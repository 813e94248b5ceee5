#include "report_generator/survey/survey_answers.hpp"

#include "parindex/survey/disclosure.hpp"
#include "report_generator/survey/survey_cells.hpp"
#include "report_generator/survey/survey_disclosure.hpp"
#include "report_generator/survey/survey_wording.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

namespace parindex::report {

namespace {

namespace words = survey_wording;
using kind = survey_value_kind;

class answers_maker {
public:
    answers_maker(const tally& counts, const std::vector<std::string>& units, std::uint64_t minimum)
        : counts_(counts), units_(units), minimum_(minimum), form_(counts.form()) {}

    answer_tables run() {
        for (std::size_t scale = 0; scale < form_.description().scales.size(); ++scale) {
            std::vector<std::size_t> questions;
            for (std::size_t each = 0; each < form_.questions().size(); ++each) {
                if (form_.questions()[each].scale == scale) questions.push_back(each);
            }
            if (!questions.empty()) add(form_.description().scales[scale], questions);
        }
        return std::move(out_);
    }

private:
    void add(const answer_scale& scale, const std::vector<std::size_t>& questions) {
        std::vector<std::vector<std::uint64_t>> rows;
        std::vector<bool> used(answer_states);
        for (const std::size_t each : questions) {
            std::vector<std::uint64_t>& sum = rows.emplace_back(form_.questions()[each].places());
            for (const std::string& unit : units_) {
                const auto counts = counts_.counts(counts_.find_unit(unit), 0, each);
                std::transform(counts.begin(), counts.end(), sum.begin(), sum.begin(), std::plus<>());
            }
            for (std::size_t state = 1; state < answer_states; ++state) {
                used[state] = used[state] || sum[form_.questions()[each].options + state] > 0;
            }
        }
        std::vector<survey_column> columns{{"question", std::string(words::code)},
                                           {"text", std::string(words::content)},
                                           {"answered", std::string(words::answered)}};
        for (const answer_option& each : scale.options) {
            columns.push_back({text_from("option_", each.code), each.label.empty() ? each.code : each.label});
        }
        for (std::size_t state = 1; state < answer_states; ++state) {
            if (!used[state]) continue;
            columns.push_back(
                {std::string(to_string(static_cast<answer_state>(state))), std::string(words::states.at(state))});
        }
        columns.push_back({"satisfied", std::string(words::satisfied)});
        survey_table& table = out_.tables.emplace_back(
            survey_table{text_from("answers_", scale.code), std::string(words::answers), std::move(columns), {}, {}});
        for (std::size_t each = 0; each < questions.size(); ++each) {
            table.rows.push_back(answers_row(questions[each], rows[each], used));
        }
    }

    std::vector<survey_value> answers_row(std::size_t question, const std::vector<std::uint64_t>& counts,
                                          const std::vector<bool>& used) {
        const questionnaire::question& asked = form_.questions()[question];
        const survey_question& text = form_.texts()[question];
        const auto options = counts.begin() + static_cast<std::ptrdiff_t>(asked.options);
        const std::uint64_t answered =
            text.multiple ? counts[asked.options] : std::accumulate(counts.begin(), options, std::uint64_t{0});
        std::vector<survey_value> out{label(text.code), label(text.text), count_of(answered)};
        for (auto each = counts.begin(); each != options; ++each) out.push_back(share(*each, answered));
        for (std::size_t state = 1; state < answer_states; ++state) {
            if (used[state]) out.push_back(count_of(counts[asked.options + state]));
        }
        out.push_back(satisfied_share(question));
        return out;
    }

    survey_value satisfied_share(std::size_t question) {
        index_request request;
        request.method.formula = index_formula::item_share;
        request.scope = {survey_scope_kind::question, question};
        try {
            const satisfaction_index found = compute_index(counts_, request);
            const std::optional<ratio> value = found.value();
            if (!value) return {};
            if (is_small(persons_in(counts_, units_, 0, request.scope, request.method.formula), minimum_))
                return hide();
            survey_value out{kind::share, {}, 0, *value, false};
            const std::optional<decimal> satisfied = found.share.numerator.exact_decimal();
            out.has_count = satisfied.has_value();
            if (satisfied) out.count = static_cast<std::uint64_t>(satisfied->normalized().coefficient());
            return out;
        } catch (const error& problem) {
            if (problem.code() != error_code::formula_not_applicable) throw;
            return {};  // nobody says which of its options are satisfied ones
        }
    }

    /// `part` of `base` persons.
    survey_value share(std::uint64_t part, std::uint64_t base) {
        if (base == 0) return {};
        if (!may_print_share(part, base, {minimum_, minimum_})) return hide();
        return {kind::share, {}, part, ratio(part) / ratio(base), true};
    }

    survey_value hide() {
        out_.hide = true;
        return {kind::hidden, {}, 0, {}, false};
    }

    const tally& counts_;
    const std::vector<std::string>& units_;
    const std::uint64_t minimum_;
    const questionnaire& form_;
    answer_tables out_;
};

}  // namespace

answer_tables tables_of_answers(const tally& counts, const std::vector<std::string>& units,
                                std::uint64_t minimum_cell) {
    return answers_maker(counts, units, minimum_cell).run();
}

}  // namespace parindex::report
