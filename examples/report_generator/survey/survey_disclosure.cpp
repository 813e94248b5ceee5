#include "report_generator/survey/survey_disclosure.hpp"

#include "parindex/survey/disclosure.hpp"

#include <algorithm>
#include <numeric>

namespace parindex::report {

namespace {

std::uint64_t persons_of_question(const tally& counts, std::size_t unit, std::size_t row, std::size_t question) {
    const questionnaire::question& own = counts.form().questions()[question];
    const auto places = counts.counts(unit, row, question);
    if (counts.form().texts()[question].multiple) return places[own.place_of(answer_state::answered)];
    const auto options = places.first(own.options);
    return std::accumulate(options.begin(), options.end(), std::uint64_t{0});
}

/// In the order of questionnaire::scopes().
std::size_t place_of(const questionnaire& form, const survey_scope& scope) {
    switch (scope.kind) {
        case survey_scope_kind::block: return 1 + scope.index;
        case survey_scope_kind::factor: return 1 + form.blocks().size() + scope.index;
        default: return 0;
    }
}

}  // namespace

std::uint64_t persons_in(const tally& counts, const std::string& unit, std::size_t row, const survey_scope& scope,
                         index_formula formula) {
    const questionnaire& form = counts.form();
    const std::size_t at = counts.find_unit(unit);
    if (scope.kind == survey_scope_kind::question) return persons_of_question(counts, at, row, scope.index);
    if (formula == index_formula::overall_question) {
        const auto texts = form.texts();
        const auto overall =
            std::find_if(texts.begin(), texts.end(), [](const survey_question& each) { return each.overall; });
        return persons_of_question(counts, at, row, static_cast<std::size_t>(overall - texts.begin()));
    }
    std::uint64_t most = 0;
    std::uint64_t answers = 0;
    for (const std::size_t each : form.questions_of(scope)) {
        const std::uint64_t own = persons_of_question(counts, at, row, each);
        most = std::max(most, own);
        answers += own;
    }
    // The tally also counts persons whose silence is taken for the least favourable answer: they hide nobody.
    const std::uint64_t persons = std::min(counts.persons(at, row, place_of(form, scope)).persons, answers);
    return counts.at(at).has_aggregates ? std::max(most, persons) : persons;
}

std::uint64_t persons_in(const tally& counts, const std::vector<std::string>& units, std::size_t row,
                         const survey_scope& scope, index_formula formula) {
    std::uint64_t sum = 0;
    for (const std::string& unit : units) sum += persons_in(counts, unit, row, scope, formula);
    return sum;
}

bool tells_of_a_question(const tally& counts, const survey_scope& scope, index_formula formula, std::uint64_t minimum) {
    if (formula == index_formula::overall_question) return false;
    const std::vector<std::string> units = counts.units();
    const std::vector<std::size_t> questions = counts.form().questions_of(scope);
    return std::any_of(questions.begin(), questions.end(), [&](std::size_t question) {
        const survey_scope alone{survey_scope_kind::question, question};
        return is_small(persons_in(counts, units, 0, alone, formula), minimum);
    });
}

std::vector<bool> hidden_groups(const std::vector<std::uint64_t>& persons, std::uint64_t minimum) {
    if (std::none_of(persons.begin(), persons.end(), [&](std::uint64_t each) { return is_small(each, minimum); })) {
        return std::vector<bool>(persons.size());
    }
    printed_counts printed;
    printed.rows = 1;
    printed.columns = persons.size();
    printed.cells = persons;
    printed.column_totals = printed.grand_total = false;
    const suppression found = suppress(printed, minimum);
    return found.safe ? found.hidden : std::vector<bool>(persons.size(), true);
}

}  // namespace parindex::report
