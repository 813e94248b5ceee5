#include "report_generator/survey/survey_scopes.hpp"

#include "report_generator/unknown_code.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace parindex::report {

namespace {

bool is_of_one_question(index_formula formula) {
    return formula == index_formula::item_share || formula == index_formula::yes_of_issued ||
           formula == index_formula::complement;
}

survey_scope scope_named(const questionnaire& form, const std::string& code) {
    if (const std::optional<survey_scope> found = form.find_scope(code)) return *found;
    std::vector<std::string_view> known;
    for (const survey_block& each : form.blocks()) known.push_back(each.code);
    for (const survey_factor& each : form.factors()) known.push_back(each.code);
    for (const survey_question& each : form.texts()) known.push_back(each.code);
    throw error(error_code::unknown_code, unknown_code_message("question, factor or block", code, known));
}

std::vector<survey_scope> candidates_for(index_formula formula, const questionnaire& form) {
    if (!is_of_one_question(formula)) return form.scopes();
    std::vector<survey_scope> out;
    for (std::size_t each = 0; each < form.questions().size(); ++each) {
        out.push_back({survey_scope_kind::question, each});
    }
    return out;
}

}  // namespace

index_request request_of(const counted_survey& survey, const survey_question_asked& asked, const survey_scope& scope) {
    index_request out;
    out.method = *asked.method;
    out.scope = scope;
    out.populations = survey.populations;
    return out;
}

std::vector<survey_scope> scopes_of(const counted_survey& survey, const survey_question_asked& asked) {
    const questionnaire& form = survey.counts.form();
    std::vector<survey_scope> out;
    // Throws where the formula does not apply.
    const auto add = [&](const survey_scope& scope) {
        static_cast<void>(compute_index(survey.counts, request_of(survey, asked, scope)));
        out.push_back(scope);
    };
    for (const std::string& code : asked.scopes) add(scope_named(form, code));
    if (!asked.scopes.empty()) return out;
    std::optional<error> refused;
    for (const survey_scope& each : candidates_for(asked.method->formula, form)) {
        try {
            add(each);
        } catch (const error& problem) {
            if (problem.code() != error_code::formula_not_applicable) throw;
            if (!refused) refused = problem;
        }
    }
    if (out.empty() && refused) throw *refused;
    return out;
}

}  // namespace parindex::report
