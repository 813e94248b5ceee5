// What each formula needs of a questionnaire, and what to say where that is missing.
#include "survey/index/index_plan.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <tuple>

namespace parindex::inline v0 {

namespace {

class requirements {
public:
    requirements(const questionnaire& form, index_formula formula, const survey_scope& scope)
        : form_(form), formula_(formula), scope_(scope) {}

    std::vector<std::size_t> questions() {
        check_scope();
        if (formula_ == index_formula::overall_question) return {overall()};
        questions_ = form_.questions_of(scope_);
        if (questions_.empty()) refuse(scope_text() + " has no question that enters an index");
        check_multiple();
        switch (formula_) {
            case index_formula::item_share:
                check_one_question();
                check_satisfied();
                check_single_mark();
                break;
            case index_formula::pooled_answers:
                check_satisfied();
                check_one_satisfied_set();
                break;
            case index_formula::mean_of_items:
            case index_formula::own_satisfied_sets: check_satisfied(); break;
            case index_formula::mean_of_factors:
                check_satisfied();
                check_factors();
                break;
            case index_formula::every_answer:
                if (scope_.kind == survey_scope_kind::question) {
                    refuse(
                        "persons are counted for factors, blocks and the whole, not for one question: F1 gives its "
                        "share");
                }
                check_satisfied();
                break;
            case index_formula::mean_level:
            case index_formula::mean_level_of_highest:
            case index_formula::mean_level_linear: check_levels(); break;
            case index_formula::option_weights: check_weights(); break;
            case index_formula::top_two_of_three: check_three_levels(); break;
            case index_formula::yes_of_valid: check_yes_no(); break;
            case index_formula::yes_of_issued:
                check_one_question();
                check_yes_no();
                break;
            case index_formula::complement: check_one_question(); break;
            case index_formula::overall_question: break;
        }
        return std::move(questions_);
    }

private:
    [[noreturn]] void refuse(const std::string& why) const {
        throw error(error_code::formula_not_applicable,
                    std::string(to_string(formula_)) + " (" + std::string(describe(formula_)) + "): " + why);
    }

    [[nodiscard]] std::string question_text(std::size_t question) const {
        return "question " + quoted(form_.texts()[question].code);
    }
    [[nodiscard]] std::string scope_text() const {
        switch (scope_.kind) {
            case survey_scope_kind::whole: return "the whole questionnaire";
            case survey_scope_kind::block: return "block " + quoted(form_.code_of(scope_));
            case survey_scope_kind::factor: return "factor " + quoted(form_.code_of(scope_));
            case survey_scope_kind::question: return question_text(scope_.index);
        }
        return {};
    }

    void check_scope() const {
        std::size_t known = 1;
        switch (scope_.kind) {
            case survey_scope_kind::whole: break;
            case survey_scope_kind::block: known = form_.blocks().size(); break;
            case survey_scope_kind::factor: known = form_.factors().size(); break;
            case survey_scope_kind::question: known = form_.questions().size(); break;
        }
        if (scope_.index >= known) {
            throw error(error_code::unknown_option,
                        "an index is asked for of a scope that the questionnaire does not have");
        }
    }

    std::size_t overall() const {
        const std::span<const survey_question> texts = form_.texts();
        const auto found =
            std::find_if(texts.begin(), texts.end(), [](const survey_question& each) { return each.overall; });
        if (found == texts.end()) refuse("the questionnaire has no overall question");
        if (scope_.kind != survey_scope_kind::whole) {
            refuse("the overall question is about the whole, not about " + scope_text());
        }
        const auto question = static_cast<std::size_t>(found - texts.begin());
        check_satisfied(question);
        return question;
    }

    void check_multiple() const {
        if (formula_ == index_formula::item_share || formula_ == index_formula::complement) return;
        for (const std::size_t each : questions_) {
            if (form_.texts()[each].multiple) {
                refuse(question_text(each) + " takes several options: only F1 and F16 are about such a question");
            }
        }
    }

    [[nodiscard]] std::size_t satisfied_options(std::size_t question) const {
        const std::vector<bool>& satisfied = form_.questions()[question].satisfied;
        return static_cast<std::size_t>(std::count(satisfied.begin(), satisfied.end(), true));
    }

    void check_satisfied(std::size_t question) const {
        if (satisfied_options(question) == 0)
            refuse(question_text(question) + " says of no option that it is satisfied");
    }
    void check_satisfied() const {
        for (const std::size_t each : questions_) check_satisfied(each);
    }

    /// Of several satisfied options, one person may mark two: their mentions over persons are no share.
    void check_single_mark() const {
        const std::size_t question = questions_.front();
        if (form_.texts()[question].multiple && satisfied_options(question) > 1) {
            refuse(question_text(question) + " takes several options, of which more than one is satisfied");
        }
    }

    /// The options of a question with what counts of them: equal where two questions may be pooled.
    [[nodiscard]] auto satisfied_set(std::size_t question) const {
        std::vector<std::tuple<std::optional<int>, std::string, bool>> out;
        const std::vector<answer_option>& options = form_.scale_of(question).options;
        for (std::size_t each = 0; each < options.size(); ++each) {
            out.emplace_back(options[each].level, options[each].level ? std::string() : options[each].code,
                             form_.questions()[question].satisfied[each]);
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    void check_one_satisfied_set() const {
        const auto first = satisfied_set(questions_.front());
        for (const std::size_t each : questions_) {
            if (form_.questions()[each].scale == form_.questions()[questions_.front()].scale &&
                form_.questions()[each].satisfied == form_.questions()[questions_.front()].satisfied) {
                continue;
            }
            if (satisfied_set(each) != first) {
                refuse(question_text(questions_.front()) + " and " + question_text(each) +
                       " have different levels or satisfied options: F11 pools such questions");
            }
        }
    }

    void check_factors() const {
        for (const std::size_t each : questions_) {
            if (form_.questions()[each].factor == questionnaire::none) refuse(question_text(each) + " has no factor");
        }
    }

    void check_levels() const {
        const questionnaire::question& first = form_.questions()[questions_.front()];
        for (const std::size_t each : questions_) {
            const questionnaire::question& own = form_.questions()[each];
            if (!own.lowest_level || !own.highest_level) refuse(question_text(each) + " has options without a level");
            if (own.lowest_level != first.lowest_level || own.highest_level != first.highest_level) {
                refuse(question_text(questions_.front()) + " has the levels " + range_text(first) + ", " +
                       question_text(each) + " the levels " + range_text(own));
            }
        }
        if (formula_ == index_formula::mean_level_linear && *first.lowest_level == *first.highest_level) {
            refuse(question_text(questions_.front()) + " has one level only");
        }
    }
    static std::string range_text(const questionnaire::question& question) {
        return std::to_string(*question.lowest_level) + " to " + std::to_string(*question.highest_level);
    }

    void check_weights() const {
        for (const std::size_t each : questions_) {
            for (const answer_option& option : form_.scale_of(each).options) {
                if (!option.weight) {
                    refuse("option " + quoted(option.code) + " of " + question_text(each) + " has no weight");
                }
            }
        }
    }

    void check_three_levels() const {
        for (const std::size_t each : questions_) {
            const questionnaire::question& own = form_.questions()[each];
            const std::vector<answer_option>& options = form_.scale_of(each).options;
            bool fits = options.size() == 3 && own.lowest_level;
            for (std::size_t option = 0; fits && option < options.size(); ++option) {
                fits = own.satisfied[option] == (*options[option].level != *own.lowest_level);
            }
            if (!fits) refuse(question_text(each) + " has not three levels of which the upper two are satisfied");
        }
    }

    void check_yes_no() const {
        for (const std::size_t each : questions_) {
            if (form_.questions()[each].options != 2 || satisfied_options(each) != 1) {
                refuse(question_text(each) + " has not two options of which one is satisfied");
            }
        }
    }

    void check_one_question() const {
        if (questions_.size() != 1) {
            refuse("it is of one question, and " + scope_text() + " has " + std::to_string(questions_.size()));
        }
    }

    const questionnaire& form_;
    index_formula formula_;
    survey_scope scope_;
    std::vector<std::size_t> questions_;
};

}  // namespace

std::vector<std::size_t> index_questions_of(const questionnaire& form, index_formula formula,
                                            const survey_scope& scope) {
    return requirements(form, formula, scope).questions();
}

}  // namespace parindex::inline v0
