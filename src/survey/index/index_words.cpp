// The names of formulas and aggregations: what files and commands say, and what is printed beside every index.
#include "parindex/survey/satisfaction_index.hpp"

#include <array>
#include <utility>

namespace parindex::inline v0 {

namespace {

struct formula_words {
    index_formula formula;
    std::string_view id;
    std::string_view name;
    std::string_view description;
};

// In the order of the enumerators.
constexpr std::array all_formulas{
    formula_words{index_formula::item_share, "F1", "item_share", "satisfied answers / answers, of one question"},
    formula_words{index_formula::pooled_answers, "F2", "pooled_answers",
                  "satisfied answers / answers, over all questions together, which share one scale"},
    formula_words{index_formula::mean_of_items, "F3", "mean_of_items",
                  "the mean over questions of satisfied answers / answers"},
    formula_words{index_formula::mean_of_factors, "F4", "mean_of_factors",
                  "the mean over factors of the mean over their questions of satisfied answers / answers"},
    formula_words{index_formula::overall_question, "F5", "overall_question",
                  "satisfied answers / answers, of the overall question"},
    formula_words{index_formula::every_answer, "F6", "every_answer",
                  "persons whose every answer is a satisfied one / persons who answered"},
    formula_words{index_formula::mean_level, "F7", "mean_level",
                  "the sum of the levels of all answers / answers: a level, no share"},
    formula_words{index_formula::mean_level_of_highest, "F8", "mean_level_of_highest",
                  "the mean level of all answers / the highest level"},
    formula_words{index_formula::mean_level_linear, "F9", "mean_level_linear",
                  "(the mean level of all answers - the lowest level) / (the highest level - the lowest level)"},
    formula_words{index_formula::option_weights, "F10", "option_weights",
                  "the sum of the weights of all answers / answers"},
    formula_words{
        index_formula::own_satisfied_sets, "F11", "own_satisfied_sets",
        "satisfied answers / answers, over all questions together, each with a scale and satisfied options of "
        "its own"},
    formula_words{index_formula::top_two_of_three, "F12", "top_two_of_three",
                  "answers of the upper two of three levels / answers, over all questions together"},
    formula_words{index_formula::yes_of_valid, "F13", "yes_of_valid",
                  "yes / answers, over all yes/no questions together"},
    formula_words{index_formula::yes_of_issued, "F13_issued", "yes_of_issued",
                  "yes / sheets issued, of one yes/no question"},
    formula_words{index_formula::complement, "F16", "complement",
                  "1 - mentions of options that are not satisfied / persons who answered, of one question"},
};

template <class Value, std::size_t Count>
using names = std::array<std::pair<std::string_view, Value>, Count>;

constexpr names<unit_aggregation, 4> all_aggregations{{
    {"pooled", unit_aggregation::pooled},
    {"mean_of_units", unit_aggregation::mean_of_units},
    {"by_population", unit_aggregation::by_population},
    {"by_sample", unit_aggregation::by_sample},
}};

constexpr names<index_method, 6> all_methods{{
    {"P1", {index_formula::pooled_answers, unit_aggregation::pooled}},
    {"P2", {index_formula::mean_of_items, unit_aggregation::pooled}},
    {"P3", {index_formula::pooled_answers, unit_aggregation::mean_of_units}},
    {"P4", {index_formula::mean_of_items, unit_aggregation::mean_of_units}},
    {"P5", {index_formula::mean_of_items, unit_aggregation::by_population}},
    {"P6", {index_formula::mean_of_items, unit_aggregation::by_sample}},
}};

template <class Value, std::size_t Count>
std::optional<Value> named(const names<Value, Count>& all, std::string_view name) noexcept {
    for (const auto& [each, value] : all) {
        if (each == name) return value;
    }
    return std::nullopt;
}

constexpr const formula_words* words_of(index_formula formula) noexcept {
    const auto at = static_cast<std::size_t>(formula);
    return at < all_formulas.size() ? &all_formulas[at] : nullptr;
}

static_assert([] {
    for (const formula_words& each : all_formulas) {
        if (words_of(each.formula) != &each) return false;
    }
    return true;
}());

}  // namespace

std::string_view to_string(index_formula formula) noexcept {
    const formula_words* const words = words_of(formula);
    return words == nullptr ? std::string_view() : words->id;
}

std::optional<index_formula> index_formula_from(std::string_view name) noexcept {
    for (const formula_words& each : all_formulas) {
        if (name == each.id || name == each.name) return each.formula;
    }
    return std::nullopt;
}

std::string_view describe(index_formula formula) noexcept {
    const formula_words* const words = words_of(formula);
    return words == nullptr ? std::string_view() : words->description;
}

std::string_view to_string(unit_aggregation how) noexcept {
    for (const auto& [name, each] : all_aggregations) {
        if (each == how) return name;
    }
    return {};
}

std::optional<unit_aggregation> unit_aggregation_from(std::string_view name) noexcept {
    return named(all_aggregations, name);
}

std::optional<index_method> index_method_from(std::string_view name) noexcept {
    return named(all_methods, name);
}

}  // namespace parindex::inline v0
