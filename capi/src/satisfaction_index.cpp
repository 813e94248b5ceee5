#include "guard.hpp"
#include "numeric/shortest_text.hpp"
#include "structure.hpp"
#include "survey.hpp"
#include "text.hpp"
#include "text/quoted.hpp"


using namespace parindex::capi;

namespace {

constexpr size_t first_request_size = PARINDEX_SIZE_THROUGH(parindex_index_request, unit_count);

bool flag_in(int32_t flag, const char* name) {
    if (flag != 0 && flag != 1) {
        throw parindex::error(parindex::error_code::invalid_argument,
                              std::string(name) + " is " + std::to_string(flag) + ", expected 0 or 1");
    }
    return flag == 1;
}

/// @throws error_code::invalid_argument: there is no default, and none of the words is dropped
parindex::index_method method_in(std::string_view formula, std::string_view aggregation) {
    const auto refuse = [](const std::string& message) {
        throw parindex::error(parindex::error_code::invalid_argument, message);
    };
    if (const auto both = parindex::index_method_from(formula)) {
        if (!aggregation.empty()) refuse("the method " + parindex::quoted(formula) + " has its aggregation already");
        return *both;
    }
    const auto one = parindex::index_formula_from(formula);
    if (!one)
        refuse("there is no formula " + parindex::quoted(formula) +
               ", expected F1 .. F13, F13_issued, F16 or P1 .. P6");
    const auto units = parindex::unit_aggregation_from(aggregation);
    if (!units) {
        refuse("there is no aggregation " + parindex::quoted(aggregation) +
               ", expected pooled, mean_of_units, by_population or by_sample");
    }
    return {*one, *units};
}

/// What a member of a structure names, in normal form C.
std::string name_in(const char* given, const char* name) {
    return stored_text(text_in(given), name);
}

parindex::index_request request_in(const parindex_index_request& given, const parindex::tally& counts) {
    parindex::index_request out;
    out.method = method_in(name_in(given.formula, "formula"), name_in(given.aggregation, "aggregation"));
    out.clamp_at_zero = flag_in(given.clamp_at_zero, "clamp_at_zero");
    const std::string scope = name_in(given.scope, "scope");
    const auto found = counts.form().find_scope(scope);
    if (!found) {
        throw parindex::error(parindex::error_code::unknown_option,
                              "the questionnaire has no block, factor or question " + parindex::quoted(scope));
    }
    out.scope = *found;
    out.row = row_in(counts, text_in(given.group), text_in(given.category));
    if (given.units == nullptr && (given.unit_count != 0 || given.populations != nullptr)) {
        throw parindex::error(parindex::error_code::null_pointer, "units is NULL, but is counted or has populations");
    }
    if (given.units == nullptr) return out;
    if (given.unit_count == 0) {
        throw parindex::error(parindex::error_code::invalid_argument, "an index of no units; NULL is all of them");
    }
    if (given.unit_count > counts.unit_count()) {
        throw parindex::error(parindex::error_code::unknown_unit, "more units are given than the tally has");
    }
    for (size_t unit = 0; unit < given.unit_count; ++unit) {
        out.units.push_back(name_in(given.units[unit], "the code of a unit"));
        if (given.populations == nullptr) continue;
        out.populations.emplace(out.units.back(), count_in(given.populations[unit], "a population"));
    }
    return out;
}

const parindex::index_term& term_at(const parindex::satisfaction_index& index, int32_t term) {
    return index.terms[index_in(term, index.terms.size(), "term")];
}

/// @throws error_code::nothing_answered
parindex::ratio value_of(const parindex::index_share& share) {
    const std::optional<parindex::ratio> value = share.value();
    if (!value) throw parindex::error(parindex::error_code::nothing_answered, "nobody answered: there is no index");
    return *value;
}

std::string number_of(const parindex::index_share& share, int32_t which) {
    switch (which) {
        case PARINDEX_INDEX_VALUE: return shortest_text(value_of(share));
        case PARINDEX_INDEX_PERCENT: return shortest_text(value_of(share) * parindex::ratio(100));
        case PARINDEX_INDEX_NUMERATOR: return shortest_text(share.numerator);
        case PARINDEX_INDEX_DENOMINATOR: return shortest_text(share.denominator);
        default: refuse_word(which, "number of an index");
    }
}

std::string_view text_of(const parindex::satisfaction_index& index, int32_t which) {
    switch (which) {
        case PARINDEX_TEXT_CODE: return index.questionnaire;
        case PARINDEX_TEXT_METHOD: return index.survey_method;
        case PARINDEX_TEXT_FORMULA: return to_string(index.method.formula);
        case PARINDEX_TEXT_AGGREGATION: return to_string(index.method.units);
        case PARINDEX_TEXT_SCOPE: return index.scope;
        default: refuse_word(which, "text of an index");
    }
}

}  // namespace

parindex_status parindex_satisfaction_index_compute(const parindex_tally* tally, const parindex_index_request* request,
                                                    parindex_satisfaction_index** index,
                                                    parindex_error* report) noexcept {
    return guarded(report, [&] {
        prepare(index, "index");
        const parindex::tally& counts = open(tally, "tally").counts;
        const parindex_index_request given = structure_in(request, first_request_size, "request");
        auto computed = compute_index(counts, request_in(given, counts));
        *index = std::make_unique<parindex_satisfaction_index>(std::move(computed)).release();
        return PARINDEX_OK;
    });
}

void parindex_satisfaction_index_free(parindex_satisfaction_index* index) noexcept {
    release(index);
}

int32_t parindex_satisfaction_index_unit_count(const parindex_satisfaction_index* index) noexcept {
    const parindex_satisfaction_index* const given = intact(index);
    return given == nullptr ? 0 : static_cast<int32_t>(given->computed.units);
}

int32_t parindex_satisfaction_index_term_count(const parindex_satisfaction_index* index) noexcept {
    const parindex_satisfaction_index* const given = intact(index);
    return given == nullptr ? 0 : static_cast<int32_t>(given->computed.terms.size());
}

parindex_status parindex_satisfaction_index_text(const parindex_satisfaction_index* index, int32_t which, char* buffer,
                                                 size_t capacity, size_t* size, parindex_error* report) noexcept {
    return guarded(report,
                   [&] { return text_out(text_of(open(index, "index").computed, which), buffer, capacity, size); });
}

parindex_status parindex_satisfaction_index_term_code(const parindex_satisfaction_index* index, int32_t term,
                                                      char* buffer, size_t capacity, size_t* size,
                                                      parindex_error* report) noexcept {
    return guarded(report,
                   [&] { return text_out(term_at(open(index, "index").computed, term).code, buffer, capacity, size); });
}

parindex_status parindex_satisfaction_index_number(const parindex_satisfaction_index* index, int32_t term,
                                                   int32_t which, char* buffer, size_t capacity, size_t* size,
                                                   parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::satisfaction_index& computed = open(index, "index").computed;
        if (term == PARINDEX_NONE) return text_out(number_of(computed.share, which), buffer, capacity, size);
        const parindex::index_term& one = term_at(computed, term);
        const bool weight = which == PARINDEX_INDEX_WEIGHT;
        return text_out(weight ? shortest_text(one.weight) : number_of(one.share, which), buffer, capacity, size);
    });
}

parindex_status parindex_satisfaction_index_difference(const parindex_satisfaction_index* later,
                                                       const parindex_satisfaction_index* earlier,
                                                       int32_t across_methods, char* buffer, size_t capacity,
                                                       size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::satisfaction_index& a = open(later, "later").computed;
        const parindex::satisfaction_index& b = open(earlier, "earlier").computed;
        const bool any = flag_in(across_methods, "across_methods");
        return text_out(shortest_text(difference(a, b, any)), buffer, capacity, size);
    });
}
