#include "survey/index/index_plan.hpp"

#include "parindex/numeric/sum.hpp"
#include "survey/tally/exact_count.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <map>

namespace parindex::inline v0 {

namespace {

void add(std::uint64_t& total, std::uint64_t count) {
    if (add_if_fits(total, count)) return;
    throw error(error_code::count_overflow, "the counts of an index add up to more than 64 bits hold");
}

/// What each option adds to a mean of levels or weights.
std::vector<decimal> worth_of(const questionnaire& form, index_formula formula, std::size_t question) {
    std::vector<decimal> worth;
    for (const answer_option& option : form.scale_of(question).options) {
        switch (formula) {
            case index_formula::mean_level:
            case index_formula::mean_level_of_highest: worth.emplace_back(*option.level); break;
            case index_formula::mean_level_linear:
                worth.push_back(decimal(*option.level) - decimal(*form.questions()[question].lowest_level));
                break;
            case index_formula::option_weights: worth.push_back(*option.weight); break;
            default: return {};
        }
    }
    return worth;
}

decimal divisor_of(const questionnaire& form, index_formula formula, std::size_t question) {
    const questionnaire::question& own = form.questions()[question];
    switch (formula) {
        case index_formula::mean_level_of_highest: return *own.highest_level;
        case index_formula::mean_level_linear: return decimal(*own.highest_level) - decimal(*own.lowest_level);
        case index_formula::option_weights: return 100;
        default: return 1;
    }
}

index_item item_of(const questionnaire& form, index_formula formula, std::size_t question) {
    const questionnaire::question& own = form.questions()[question];
    index_item item{question,
                    form.texts()[question].multiple,
                    own.places_with(missing_policy::least_favourable),
                    worth_of(form, formula, question),
                    {}};
    if (!item.worth.empty()) item.least_worth = *std::min_element(item.worth.begin(), item.worth.end());
    return item;
}

}  // namespace

index_plan::index_plan(const questionnaire& form, index_formula formula, const survey_scope& scope, bool clamp_at_zero)
    : form_(form), formula_(formula), scope_(scope), clamp_at_zero_(clamp_at_zero) {
    const std::vector<std::size_t> questions = index_questions_of(form, formula, scope);
    items_.reserve(questions.size());
    for (const std::size_t each : questions) items_.push_back(item_of(form, formula, each));
    divisor_ = divisor_of(form, formula, questions.front());
    const std::vector<survey_scope> scopes = form.scopes();
    person_scope_ = static_cast<std::size_t>(std::find(scopes.begin(), scopes.end(), scope) - scopes.begin());
}

/// The answers of some units together.
struct index_plan::pool {
    const tally& counts;
    std::span<const std::size_t> units;
    std::size_t row = 0;

    /// The counts of a question by place, until the next call.
    [[nodiscard]] std::span<const std::uint64_t> of(std::size_t question) {
        if (units.size() == 1) return counts.counts(units.front(), row, question);
        summed.assign(counts.form().questions()[question].places(), 0);
        for (const std::size_t unit : units) {
            const std::span<const std::uint64_t> own = counts.counts(unit, row, question);
            for (std::size_t place = 0; place < own.size(); ++place) add(summed[place], own[place]);
        }
        return summed;
    }

    std::vector<std::uint64_t> summed{};
};

index_plan::counted index_plan::count(pool& from, const index_item& item) const {
    const questionnaire::question& own = form_.questions()[item.question];
    const std::span<const std::uint64_t> marks = from.of(item.question);
    counted out;
    for (std::size_t option = 0; option < own.options; ++option) {
        add(own.satisfied[option] ? out.satisfied : out.unsatisfied, marks[option]);
    }
    // Mentions of several options are of fewer persons.
    if (item.multiple) {
        out.answers = marks[own.place_of(answer_state::answered)];
    } else {
        add(out.answers, out.satisfied);
        add(out.answers, out.unsatisfied);
    }
    for (const std::size_t place : item.unfavourable) {
        add(out.answers, marks[place]);
        add(out.unsatisfied, marks[place]);
    }
    return out;
}

index_share index_plan::share_of_all(pool& from) const {
    counted all;
    for (const index_item& item : items_) {
        const counted own = count(from, item);
        add(all.satisfied, own.satisfied);
        add(all.answers, own.answers);
    }
    return {exact_count(all.satisfied), exact_count(all.answers)};
}

index_share mean_share(std::span<const index_term> terms) {
    std::vector<ratio> values;
    std::vector<ratio> weights;
    values.reserve(terms.size());
    weights.reserve(terms.size());
    for (const index_term& term : terms) {
        if (term.weight.sign() == 0) continue;
        values.push_back(term.weight * *term.share.value());
        weights.push_back(term.weight);
    }
    if (values.empty()) return {};
    return {sum(values) / sum(weights), 1};
}

pooled_index index_plan::mean_of_items(pool& from) const {
    pooled_index out;
    out.terms.reserve(items_.size());
    for (const index_item& item : items_) {
        const counted own = count(from, item);
        out.terms.push_back({form_.texts()[item.question].code,
                             {exact_count(own.satisfied), exact_count(own.answers)},
                             own.answers == 0 ? 0 : 1});
    }
    out.share = mean_share(out.terms);
    return out;
}

pooled_index index_plan::mean_of_factors(pool& from) const {
    const pooled_index items = mean_of_items(from);
    std::map<std::size_t, std::vector<index_term>> by_factor;
    for (std::size_t item = 0; item < items_.size(); ++item) {
        by_factor[form_.questions()[items_[item].question].factor].push_back(items.terms[item]);
    }
    pooled_index out;
    for (const auto& [factor, terms] : by_factor) {
        index_share share = mean_share(terms);
        const int weight = share.denominator.sign();
        out.terms.push_back({form_.factors()[factor].code, std::move(share), weight});
    }
    out.share = mean_share(out.terms);
    return out;
}

index_share index_plan::mean_worth(pool& from) const {
    ratio total;
    std::uint64_t answers = 0;
    for (const index_item& item : items_) {
        const std::span<const std::uint64_t> marks = from.of(item.question);
        const auto count_as = [&](const decimal& worth, std::size_t place) {
            add(answers, marks[place]);
            if (marks[place] != 0 && worth.sign() != 0) total += ratio(worth) * exact_count(marks[place]);
        };
        for (std::size_t option = 0; option < item.worth.size(); ++option) count_as(item.worth[option], option);
        for (const std::size_t place : item.unfavourable) count_as(item.least_worth, place);
    }
    return {total, ratio(divisor_) * exact_count(answers)};
}

index_share index_plan::persons(pool& from) const {
    person_counts all;
    for (const std::size_t unit : from.units) {
        const unit_counts& own = from.counts.at(unit);
        if (own.has_aggregates) {
            throw error(error_code::formula_not_applicable,
                        std::string(to_string(formula_)) + ": unit " + quoted(own.unit) +
                            " has answers that were counted elsewhere: nobody knows of which persons they are");
        }
        const person_counts own_persons = from.counts.persons(unit, from.row, person_scope_);
        add(all.persons, own_persons.persons);
        add(all.all_satisfied, own_persons.all_satisfied);
    }
    return {exact_count(all.all_satisfied), exact_count(all.persons)};
}

index_share index_plan::of_issued(pool& from) const {
    if (from.row != 0) {
        throw error(error_code::formula_not_applicable,
                    std::string(to_string(formula_)) + ": sheets issued are known of all respondents together only");
    }
    std::uint64_t yes = 0;
    std::uint64_t issued = 0;
    for (const std::size_t& unit : from.units) {
        const unit_counts& own = from.counts.at(unit);
        pool alone{from.counts, {&unit, 1}, 0};
        const std::uint64_t own_yes = count(alone, items_.front()).satisfied;
        if (own.sheets.issued == 0 || own_yes > own.sheets.issued) {
            throw error(error_code::formula_not_applicable,
                        std::string(to_string(formula_)) + ": of unit " + quoted(own.unit) +
                            (own.sheets.issued == 0 ? " nobody said how many sheets were issued"
                                                    : " more said yes than sheets were issued"));
        }
        add(yes, own_yes);
        add(issued, own.sheets.issued);
    }
    return {exact_count(yes), exact_count(issued)};
}

pooled_index index_plan::complement(pool& from) const {
    const counted all = count(from, items_.front());
    pooled_index out;
    out.share = {exact_count(all.answers) - exact_count(all.unsatisfied), exact_count(all.answers)};
    if (clamp_at_zero_ && out.share.numerator.sign() < 0) {
        out.share.numerator = 0;
        out.clamped = true;
    }
    return out;
}

pooled_index index_plan::apply(const tally& counts, std::span<const std::size_t> units, std::size_t row) const {
    pool from{counts, units, row};
    switch (formula_) {
        case index_formula::mean_of_items: return mean_of_items(from);
        case index_formula::mean_of_factors: return mean_of_factors(from);
        case index_formula::every_answer: return {persons(from), {}, false};
        case index_formula::mean_level:
        case index_formula::mean_level_of_highest:
        case index_formula::mean_level_linear:
        case index_formula::option_weights: return {mean_worth(from), {}, false};
        case index_formula::yes_of_issued: return {of_issued(from), {}, false};
        case index_formula::complement: return complement(from);
        default: return {share_of_all(from), {}, false};
    }
}

}  // namespace parindex::inline v0
