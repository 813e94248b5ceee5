// Marks that a program sets one by one.
#include "guard.hpp"
#include "io/fact_cell.hpp"
#include "numbers.hpp"
#include "text.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <algorithm>

using namespace parindex::capi;

namespace {

/// The leaf and round that a function speaks about.
struct marked_place {
    const parindex::criteria_set::node& leaf;
    parindex::scoring_round round;
};

marked_place place_in(const parindex_assessment& given, const char* criterion, size_t criterion_size, int32_t round) {
    const parindex::criteria_set::node& node =
        given.set.at(find_node(given.set, text_in(criterion, criterion_size, "criterion")));
    if (!node.is_leaf()) {
        throw parindex::error(parindex::error_code::not_a_leaf,
                              "criterion " + parindex::quoted(node.code) + " is computed, not marked");
    }
    return {node, word_in(round, parindex::scoring_round::authority, "round")};
}

std::vector<parindex::mark>::iterator find_mark(parindex::assessment& marks, const marked_place& place) {
    return std::find_if(marks.marks.begin(), marks.marks.end(), [&place](const parindex::mark& each) {
        return each.round == place.round && each.criterion == place.leaf.code;
    });
}

parindex::mark& require_mark(parindex::assessment& marks, const marked_place& place) {
    const auto found = find_mark(marks, place);
    if (found != marks.marks.end()) return *found;
    throw parindex::error(parindex::error_code::out_of_range, "criterion " + parindex::quoted(place.leaf.code) +
                                                                  " has no mark in the round " +
                                                                  std::string(to_string(place.round)));
}

/// Puts the result of `change` in the place of the mark that is there, or of none. The assessment stays as it is where
/// anything fails.
template <class Change>
parindex_status change_mark(parindex_assessment* assessment, const char* criterion, size_t criterion_size,
                            int32_t round, Change change) {
    parindex_assessment& given = open(assessment, "assessment");
    const marked_place place = place_in(given, criterion, criterion_size, round);
    const auto there = find_mark(given.marks, place);
    parindex::mark changed;
    if (there != given.marks.marks.end()) {
        changed = *there;
    } else {
        changed.criterion = place.leaf.code;
        changed.round = place.round;
    }
    change(changed, place.leaf);
    if (there != given.marks.marks.end()) {
        *there = std::move(changed);
    } else {
        given.marks.marks.push_back(std::move(changed));
    }
    return PARINDEX_OK;
}

/// A mark says one thing: score, loss, facts or that the leaf does not apply.
void forget_value(parindex::mark& changed) {
    changed.score.reset();
    changed.loss.reset();
    changed.not_applicable.reset();
    changed.facts.reset();
}

void require_rule(const parindex::criteria_set::node& leaf) {
    if (leaf.rule != nullptr) return;
    throw parindex::error(parindex::error_code::facts_without_rule,
                          "criterion " + parindex::quoted(leaf.code) + " has no rule that reads facts");
}

const parindex::fact_declaration& require_fact(const parindex::criteria_set::node& leaf, std::string_view name) {
    const parindex::fact_declaration* const declared = leaf.rule->find(name);
    if (declared != nullptr && declared->source == parindex::fact_source::mark) return *declared;
    throw parindex::error(parindex::error_code::unknown_fact,
                          "the rule of criterion " + parindex::quoted(leaf.code) +
                              (declared == nullptr ? " declares no fact " : " reads from outside the unit the fact ") +
                              parindex::quoted(name));
}

parindex::fact_value value_in(std::string_view text, const parindex::fact_declaration& declared) {
    parindex::fact_cell read = parindex::read_fact_cell(text, declared.kind);
    if (!read.value) throw parindex::error(read.code, "fact " + parindex::quoted(declared.name) + ": " + read.message);
    const std::string wrong = mismatch(*read.value, declared);
    if (!wrong.empty()) {
        throw parindex::error(parindex::error_code::wrong_fact,
                              "fact " + parindex::quoted(declared.name) + ": " + wrong);
    }
    return *std::move(read.value);
}

}  // namespace

parindex_status parindex_assessment_set_score(parindex_assessment* assessment, const char* criterion,
                                              size_t criterion_size, int32_t round, const parindex_decimal* score,
                                              parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::figure given{number_in(score, "score"), {}, {}};
        return change_mark(assessment, criterion, criterion_size, round,
                           [&given](parindex::mark& changed, const parindex::criteria_set::node&) {
                               forget_value(changed);
                               changed.score = given;
                           });
    });
}

parindex_status parindex_assessment_set_loss(parindex_assessment* assessment, const char* criterion,
                                             size_t criterion_size, int32_t round, const parindex_decimal* loss,
                                             parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::figure given{number_in(loss, "loss"), {}, {}};
        return change_mark(assessment, criterion, criterion_size, round,
                           [&given](parindex::mark& changed, const parindex::criteria_set::node&) {
                               forget_value(changed);
                               changed.loss = given;
                           });
    });
}

parindex_status parindex_assessment_set_fact(parindex_assessment* assessment, const char* criterion,
                                             size_t criterion_size, int32_t round, const char* fact, size_t fact_size,
                                             const char* value, size_t value_size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const std::string_view name = text_in(fact, fact_size, "fact");
        const std::string text = stored_text(text_in(value, value_size, "value"), "value");
        return change_mark(assessment, criterion, criterion_size, round,
                           [&](parindex::mark& changed, const parindex::criteria_set::node& leaf) {
                               require_rule(leaf);
                               std::vector<parindex::fact> facts;
                               if (changed.facts) facts = *std::move(changed.facts);
                               forget_value(changed);
                               if (name.empty() && text.empty()) {
                                   changed.facts = std::move(facts);
                                   return;
                               }
                               const parindex::fact_declaration& declared = require_fact(leaf, name);
                               std::erase_if(facts,
                                             [&](const parindex::fact& each) { return each.name == declared.name; });
                               facts.push_back({declared.name, value_in(text, declared)});
                               changed.facts = std::move(facts);
                           });
    });
}

parindex_status parindex_assessment_set_not_applicable(parindex_assessment* assessment, const char* criterion,
                                                       size_t criterion_size, int32_t round, const char* reason,
                                                       size_t reason_size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        std::string text = stored_text(text_in(reason, reason_size, "reason"), "reason");
        if (parindex::is_blank(text)) {
            throw parindex::error(parindex::error_code::invalid_argument, "expected the reason why it does not apply");
        }
        return change_mark(assessment, criterion, criterion_size, round,
                           [&text](parindex::mark& changed, const parindex::criteria_set::node&) {
                               forget_value(changed);
                               changed.not_applicable = std::move(text);
                           });
    });
}

parindex_status parindex_assessment_set_explanation(parindex_assessment* assessment, const char* criterion,
                                                    size_t criterion_size, int32_t round, const char* explanation,
                                                    size_t explanation_size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex_assessment& given = open(assessment, "assessment");
        std::string text = stored_text(text_in(explanation, explanation_size, "explanation"), "explanation");
        require_mark(given.marks, place_in(given, criterion, criterion_size, round)).explanation = std::move(text);
        return PARINDEX_OK;
    });
}

parindex_status parindex_assessment_add_evidence(parindex_assessment* assessment, const char* criterion,
                                                 size_t criterion_size, int32_t round, const char* document,
                                                 size_t document_size, const char* place, size_t place_size,
                                                 parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex_assessment& given = open(assessment, "assessment");
        parindex::evidence proof{stored_text(text_in(document, document_size, "document"), "document"),
                                 stored_text(text_in(place, place_size, "place"), "place")};
        if (parindex::is_blank(proof.document)) {
            throw parindex::error(parindex::error_code::invalid_argument, "expected the name of a document");
        }
        require_mark(given.marks, place_in(given, criterion, criterion_size, round)).proofs.push_back(std::move(proof));
        return PARINDEX_OK;
    });
}

parindex_status parindex_assessment_clear(parindex_assessment* assessment, const char* criterion, size_t criterion_size,
                                          int32_t round, parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex_assessment& given = open(assessment, "assessment");
        const auto found = find_mark(given.marks, place_in(given, criterion, criterion_size, round));
        if (found != given.marks.marks.end()) given.marks.marks.erase(found);
        return PARINDEX_OK;
    });
}
