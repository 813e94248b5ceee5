#include "parindex/survey/survey_facts.hpp"

#include "parindex/numeric/number_text.hpp"
#include "support/finding_list.hpp"
#include "survey/index/index_plan.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace parindex::inline v0 {

namespace {

constexpr int most_places = 16;  // of a percentage: two more are lost where it becomes a share

constexpr std::array<std::string_view, 8> quantity_names{"percent",  "numerator", "denominator", "option_count",
                                                         "answered", "satisfied", "mean_level",  "valid_sheets"};

/// A number with the words of where it comes from.
struct found_value {
    decimal value;
    bool exact = true;
    std::string origin;
};

/// Two whole numbers.
struct whole_fraction {
    decimal numerator;
    decimal denominator;
};

decimal part_of(const ratio& whole) {
    const std::optional<decimal> part = whole.exact_decimal();
    if (!part) throw error(error_code::overflow, "the exact index has a numerator or denominator beyond 64 bits");
    return *part;
}

whole_fraction whole_parts(const index_share& share) {
    if (share.numerator.is_integer() && share.denominator.is_integer()) {
        return {part_of(share.numerator), part_of(share.denominator)};
    }
    const ratio value = *share.value();
    return {part_of(value.numerator()), part_of(value.denominator())};
}

/// "21/26", or nothing where the fraction is too long for a line.
std::string fraction_text(const index_share& share) {
    constexpr std::size_t readable = 42;
    const bool counts = share.numerator.is_integer() && share.denominator.is_integer() && share.denominator != 1;
    const std::string text = counts ? share.numerator.to_string() + '/' + share.denominator.to_string()
                                    : (share.numerator / share.denominator).to_string();
    return text.size() <= readable ? ", " + text : std::string();
}

/// A link with its references resolved.
class linked_fact {
public:
    /// @throws parindex::error for what the questionnaire or tally does not have
    linked_fact(const tally& counts, const survey_fact_link& link) : counts_(counts), link_(link) {
        if (link.group.empty()) {
            if (!link.category.empty()) unknown("a category " + quoted(link.category) + " needs a group");
        } else {
            row_ = counts.row_of(link.group, link.category);
            of_row_ = ", " + visible_text(link.group) + " = " +
                      (link.category.empty() ? "unknown" : visible_text(link.category));
        }
        switch (link.quantity) {
            case survey_quantity::percent:
                if (link.formula == index_formula::mean_level) {
                    throw error(error_code::formula_not_applicable, "F7 is a level and no share: ask for mean_level");
                }
                check_places();
                plan(link.formula);
                break;
            case survey_quantity::numerator:
            case survey_quantity::denominator: plan(link.formula); break;
            case survey_quantity::mean_level:
                check_places();
                plan(index_formula::mean_level);
                break;
            case survey_quantity::option_count: find_option(); break;
            case survey_quantity::answered: find_question(); break;
            case survey_quantity::satisfied: find_satisfied(); break;
            case survey_quantity::valid_sheets: break;
        }
    }

    [[nodiscard]] const survey_fact_link& link() const noexcept { return link_; }

    /// @throws parindex::error where there is no value, or one that no decimal holds
    [[nodiscard]] found_value of(std::size_t unit) const {
        switch (link_.quantity) {
            case survey_quantity::percent: return rounded_value(unit, 100, " %");
            case survey_quantity::mean_level: return rounded_value(unit, 1, "");
            case survey_quantity::numerator:
                return {whole_parts(share(unit)).numerator, true,
                        "numerator of " + formula_text() + fraction_text(share(unit)) + of_row_};
            case survey_quantity::denominator:
                return {whole_parts(share(unit)).denominator, true,
                        "denominator of " + formula_text() + fraction_text(share(unit)) + of_row_};
            case survey_quantity::option_count:
                return {counts_.counts(unit, row_, question_)[option_], true,
                        "option " + visible_text(link_.option) + " of " + visible_text(link_.question) + of_row_};
            case survey_quantity::answered:
                return {answered(unit), true, "answers to " + visible_text(link_.question) + of_row_};
            case survey_quantity::satisfied:
                return {satisfied(unit), true, "satisfied answers to " + visible_text(link_.question) + of_row_};
            case survey_quantity::valid_sheets:
                return {row_ == 0 ? counts_.at(unit).sheets.valid : counts_.respondents(unit, row_), true,
                        "valid sheets" + of_row_};
        }
        return {};
    }

private:
    [[noreturn]] static void unknown(const std::string& what) { throw error(error_code::unknown_option, what); }

    void check_places() const {
        if (link_.printed.places < 0 || link_.printed.places > most_places) {
            throw error(error_code::invalid_scale, "places lie in 0..16, not " + std::to_string(link_.printed.places));
        }
    }

    void plan(index_formula formula) {
        const std::optional<survey_scope> scope = counts_.form().find_scope(link_.scope);
        if (!scope) unknown("the questionnaire has no block, factor or question " + quoted(link_.scope));
        plan_.emplace(counts_.form(), formula, *scope, link_.clamp_at_zero);
        formula_ = formula;
    }

    void find_question() {
        question_ = counts_.form().find_question(link_.question);
        if (question_ == questionnaire::none) unknown("the questionnaire has no question " + quoted(link_.question));
    }

    void find_option() {
        find_question();
        option_ = counts_.form().find_option(question_, link_.option);
        if (option_ == questionnaire::none) {
            unknown("question " + quoted(link_.question) + " has no option " + quoted(link_.option));
        }
    }

    void find_satisfied() {
        find_question();
        const std::vector<bool>& satisfied = counts_.form().questions()[question_].satisfied;
        if (std::find(satisfied.begin(), satisfied.end(), true) == satisfied.end()) {
            throw error(error_code::formula_not_applicable,
                        "question " + quoted(link_.question) + " says of no option that it is satisfied");
        }
    }

    /// The share of a unit that has one.
    [[nodiscard]] index_share share(std::size_t unit) const {
        index_share out = plan_->apply(counts_, {&unit, 1}, row_).share;
        if (out.denominator.sign() == 0) {
            throw error(error_code::nothing_answered, "nobody answered what " + formula_text() + of_row_ + " is of");
        }
        return out;
    }

    [[nodiscard]] found_value rounded_value(std::size_t unit, int factor, const char* sign) const {
        const index_share exact = share(unit);
        const rounded<decimal> printed =
            (ratio(factor) * *exact.value()).to_decimal(link_.printed.places, link_.printed.mode);
        return {printed.value, printed.exact,
                formula_text() + fraction_text(exact) + " = " + to_string(printed.value) + sign + of_row_};
    }

    /// "F2 of f1".
    [[nodiscard]] std::string formula_text() const {
        return std::string(to_string(formula_)) + " of " +
               (link_.scope.empty() ? "the whole" : visible_text(link_.scope));
    }

    [[nodiscard]] decimal answered(std::size_t unit) const {
        const questionnaire::question& own = counts_.form().questions()[question_];
        const std::span<const std::uint64_t> marks = counts_.counts(unit, row_, question_);
        decimal total = marks[own.place_of(answer_state::answered)];  // of one that takes several options; otherwise 0
        if (counts_.form().texts()[question_].multiple) return total;
        for (std::size_t option = 0; option < own.options; ++option) total += marks[option];
        return total;
    }

    [[nodiscard]] decimal satisfied(std::size_t unit) const {
        const questionnaire::question& own = counts_.form().questions()[question_];
        const std::span<const std::uint64_t> marks = counts_.counts(unit, row_, question_);
        decimal total;
        for (std::size_t option = 0; option < own.options; ++option) {
            if (own.satisfied[option]) total += marks[option];
        }
        return total;
    }

    const tally& counts_;
    const survey_fact_link& link_;
    std::size_t row_ = 0;
    std::string of_row_;  // in words, behind those of an origin
    index_formula formula_ = index_formula::pooled_answers;
    std::optional<index_plan> plan_;
    std::size_t question_ = questionnaire::none;
    std::size_t option_ = questionnaire::none;
};

}  // namespace

std::string_view to_string(survey_quantity quantity) noexcept {
    const auto at = static_cast<std::size_t>(quantity);
    return at < quantity_names.size() ? quantity_names[at] : std::string_view();
}

std::optional<survey_quantity> survey_quantity_from(std::string_view name) noexcept {
    const auto found = std::find(quantity_names.begin(), quantity_names.end(), name);
    if (found == quantity_names.end()) return std::nullopt;
    return static_cast<survey_quantity>(found - quantity_names.begin());
}

result<std::vector<survey_fact>> survey_facts(const tally& counts, std::span<const survey_fact_link> links) {
    finding_list found;
    std::vector<linked_fact> linked;
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const survey_fact_link& link : links) {
        if (!seen.emplace(link.criterion, link.fact).second) {
            found.add(error_code::duplicate_fact, link.where, link.criterion,
                      "fact " + quoted(link.fact) + " of criterion " + quoted(link.criterion) + " is linked twice");
        }
        try {
            linked.emplace_back(counts, link);
        } catch (const error& problem) {
            found.add(problem.code(), link.where, link.criterion, "fact " + quoted(link.fact) + ": " + problem.what());
        }
    }
    std::vector<survey_fact> out;
    for (const std::string& code : counts.units()) {
        const std::size_t unit = counts.find_unit(code);
        for (const linked_fact& each : linked) {
            const survey_fact_link& link = each.link();
            try {
                found_value own = each.of(unit);
                out.push_back({code, link.criterion, link.fact, own.value, own.exact, std::move(own.origin)});
            } catch (const error& problem) {
                found.add(problem.code(), link.where, link.criterion,
                          "fact " + quoted(link.fact) + " of unit " + quoted(code) + ": " + problem.what());
            }
        }
    }
    if (found.has_error()) return std::move(found).take();
    return out;
}

}  // namespace parindex::inline v0
