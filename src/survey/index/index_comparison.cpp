// Which indices may be compared.
#include "parindex/survey/satisfaction_index.hpp"
#include "text/quoted.hpp"

namespace parindex::inline v0 {

namespace {

std::string unnamed_method(const satisfaction_index& index) {
    return "questionnaire " + quoted(index.questionnaire) +
           " does not name the method of its survey: nobody can say whether another survey has the same";
}

std::string scope_text(const satisfaction_index& index) {
    return index.scope.empty() ? "the whole" : quoted(index.scope);
}

}  // namespace

std::string why_not_comparable(const satisfaction_index& a, const satisfaction_index& b) {
    if (a.survey_method.empty()) return unnamed_method(a);
    if (b.survey_method.empty()) return unnamed_method(b);
    if (a.survey_method != b.survey_method) {
        return "the methods of the surveys differ, " + quoted(a.survey_method) + " and " + quoted(b.survey_method) +
               ": a change of method moves an index as much as satisfaction does";
    }
    if (a.method.formula != b.method.formula) {
        return "the formulas differ, " + std::string(to_string(a.method.formula)) + " and " +
               std::string(to_string(b.method.formula)) + ": on the same answers they give other figures";
    }
    if (a.method.units != b.method.units) {
        return "units become a whole in different ways, " + std::string(to_string(a.method.units)) + " and " +
               std::string(to_string(b.method.units));
    }
    if (a.scope != b.scope) return "they are about different things, " + scope_text(a) + " and " + scope_text(b);
    return {};
}

ratio difference(const satisfaction_index& later, const satisfaction_index& earlier, bool across_methods) {
    const std::string why = across_methods ? std::string() : why_not_comparable(later, earlier);
    if (!why.empty()) throw error(error_code::methods_differ, "two indices are not comparable: " + why);
    const std::optional<ratio> end = later.value();
    const std::optional<ratio> start = earlier.value();
    if (!end || !start)
        throw error(error_code::nothing_answered, "nobody answered what an index is of: it has no value");
    return *end - *start;
}

}  // namespace parindex::inline v0
