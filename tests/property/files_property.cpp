// Random criteria sets, marks and registers are written and read back: files_property CASES [SEED] [FOLDER].
//
// Reading what was written finds nothing to say, gives every member back, and writes the same bytes again. With a
// folder, the files are left there for other readers.
#include "random_files.hpp"
#include "requirement.hpp"

#include "parindex/index/par_index.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/context_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/organization_file.hpp"
#include "parindex/io/score_file.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

using namespace parindex;
using namespace parindex_test;

namespace {

std::filesystem::path folder;

void leave(const std::string& kind, const std::string& text) {
    if (folder.empty()) return;
    std::ofstream out(folder / (std::to_string(current_case) + '-' + kind + ".json"), std::ios::binary);
    out << text;
    REQUIRE(out.good());
}

/// Rules may be odd, which their set is warned of.
void require_no_note(const diagnostics& found) {
    for (const diagnostic& each : found) {
        if (each.level != severity::warning) std::cerr << to_string(each) << '\n';
        REQUIRE(each.level == severity::warning);
    }
}

void require_nothing(const diagnostics& found) {
    if (!found.empty()) std::cerr << to_string(found.front()) << '\n';
    REQUIRE(found.empty());
}

template <class T>
const T& value_of(const result<T>& read) {
    if (!read) require_nothing(read.error());
    return *read;
}

bool same(const mark& a, const mark& b);
bool same(const part& a, const part& b);
bool same(const criterion& a, const criterion& b);
bool same(const criterion_facts& a, const criterion_facts& b);
bool same(const unit_facts& a, const unit_facts& b);
bool same(const unit_predecessor& a, const unit_predecessor& b);
bool same(const organization_unit& a, const organization_unit& b);

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return same(x, y); });
}

bool same(const decision& a, const decision& b) {
    return a == b && a.origin == b.origin && a.assumption == b.assumption;
}

bool same(const criterion& a, const criterion& b) {
    return a.code == b.code && a.name == b.name && a.maximum == b.maximum && a.part == b.part && a.points == b.points &&
           a.minimum == b.minimum && a.cap == b.cap && a.not_applicable == b.not_applicable && a.scoring == b.scoring &&
           a.evidence == b.evidence && a.source == b.source && a.remainder == b.remainder &&
           a.assumption == b.assumption && same(a.children, b.children);
}

bool same(const part& a, const part& b) {
    return a.code == b.code && a.name == b.name && a.scored_by == b.scored_by && a.maximum == b.maximum;
}

bool same(const criteria_description& a, const criteria_description& b) {
    return a.source == b.source && same(a.key, b.key) && a.amends.has_value() == b.amends.has_value() &&
           (!a.amends || same(*a.amends, *b.amends)) && a.name == b.name && a.unit_groups == b.unit_groups &&
           a.maximum == b.maximum && a.minimum == b.minimum && a.cap == b.cap && a.not_applicable == b.not_applicable &&
           a.rules == b.rules && a.field_rounding == b.field_rounding && a.total_rounding == b.total_rounding &&
           same(a.parts, b.parts) && same(a.fields, b.fields) && a.codes == b.codes;
}

bool same(const mark& a, const mark& b) {
    return a.criterion == b.criterion && a.round == b.round && a.score == b.score && a.loss == b.loss &&
           a.not_applicable == b.not_applicable && a.facts == b.facts && a.proofs == b.proofs &&
           a.explanation == b.explanation;
}

/// Of a published figure the decimals say how far it was rounded.
bool same(const std::optional<decimal>& a, const std::optional<decimal>& b) {
    return a == b && (!a || a->scale() == b->scale());
}

bool same(const std::map<std::string, decimal>& a, const std::map<std::string, decimal>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && same(std::optional(x.second), std::optional(y.second));
    });
}

bool same(const std::optional<published_rank>& a, const std::optional<published_rank>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return a->place == b->place && a->of == b->of && a->change == b->change;
}

bool same(const assessment& a, const assessment& b) {
    return a.source == b.source && same(a.set, b.set) && a.unit.code == b.unit.code && a.unit.name == b.unit.name &&
           a.unit.group == b.unit.group && a.unit.outside_ranking == b.unit.outside_ranking && a.year == b.year &&
           same(a.marks, b.marks) && same(a.published.total, b.published.total) &&
           same(a.published.self_total, b.published.self_total) &&
           same(a.published.deductions, b.published.deductions) && same(a.published.parts, b.published.parts) &&
           same(a.published.fields, b.published.fields) && same(a.published.rank, b.published.rank) &&
           same(a.published.satisfaction_rank, b.published.satisfaction_rank);
}

bool same(const criterion_facts& a, const criterion_facts& b) {
    return a.criterion == b.criterion && a.facts == b.facts && a.explanation == b.explanation;
}

bool same(const unit_facts& a, const unit_facts& b) {
    return a.unit == b.unit && same(a.facts, b.facts);
}

bool same(const context_description& a, const context_description& b) {
    return a.source == b.source && same(a.set, b.set) && a.year == b.year && same(a.facts, b.facts) &&
           same(a.units, b.units);
}

bool same(const unit_predecessor& a, const unit_predecessor& b) {
    return a.code == b.code && a.change == b.change;
}

bool same(const organization_unit& a, const organization_unit& b) {
    return a.code == b.code && a.name == b.name && a.short_name == b.short_name && a.aliases == b.aliases &&
           a.kind == b.kind && a.from == b.from && a.to == b.to && same(a.predecessors, b.predecessors) &&
           a.members == b.members && a.parent == b.parent && a.assumption == b.assumption;
}

criteria_set check_set(const criteria_description& made) {
    const std::string text = write_criteria_set(value_of(criteria_set::create(made)));
    leave("criteria", text);
    diagnostics notes;
    const criteria_set read = value_of(read_criteria_set(text, "f", &notes));
    require_no_note(notes);
    REQUIRE(same(read.description(), made));
    REQUIRE(write_criteria_set(read) == text);
    return read;
}

void check_marks(const assessment& made, const criteria_set& set) {
    const std::string text = write_assessment(made);
    leave("assessment", text);
    diagnostics notes;
    const assessment read = value_of(read_assessment(text, "f", &set, &notes));
    require_nothing(notes);
    REQUIRE(same(read, made));
    REQUIRE(write_assessment(read) == text);
    const evaluation scored = value_of(evaluate(set, read));
    leave("score", write_score(scored, compute_par_index(scored), check_complete(scored)));
}

void check_units(const std::vector<assessment>& made, const criteria_set& set) {
    const std::string text = write_assessments(made);
    leave("assessments", text);
    const std::vector<unit_reading> read = value_of(read_assessments(text, "f", &set));
    REQUIRE(read.size() == made.size());
    std::vector<assessment> units;
    for (const unit_reading& each : read) {
        units.push_back(value_of(each.marks));
        require_nothing(each.notes);
        REQUIRE(same(units.back(), made[units.size() - 1]));
        REQUIRE(each.code == units.back().unit.code && each.name == units.back().unit.name);
    }
    REQUIRE(write_assessments(units) == text);
}

/// A file has one fact at least.
void check_context(const context_description& made, const criteria_set& set) {
    const auto has_fact = [](const std::vector<criterion_facts>& facts) {
        return std::any_of(facts.begin(), facts.end(), [](const criterion_facts& each) { return !each.facts.empty(); });
    };
    bool any = has_fact(made.facts);
    for (const unit_facts& each : made.units) any = any || has_fact(each.facts);
    const std::string text = write_context(made);
    diagnostics notes;
    const result<context_description> read = read_context(text, "f", &set, &notes);
    REQUIRE(any == read.has_value());
    if (!any) return;
    leave("context", text);
    require_nothing(notes);
    REQUIRE(same(value_of(read), made));
    REQUIRE(write_context(*read) == text);
}

void check_register(const organization_description& made) {
    const std::string text = write_organization(value_of(organization_registry::create(made)));
    leave("organization", text);
    diagnostics notes;
    const organization_registry read = value_of(read_organization(text, "f", &notes));
    require_nothing(notes);
    REQUIRE(read.name() == made.name && read.source() == made.source && read.codes_assigned() == made.codes_assigned);
    REQUIRE(same(std::vector(read.units().begin(), read.units().end()), made.units));
    REQUIRE(write_organization(read) == text);
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t cases = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
    if (argc > 3) folder = argv[3];
    if (cases == 0) {
        std::cerr << "usage: property_files CASES [SEED] [FOLDER]\n";
        return 2;
    }
    std::uint64_t marked = 0;
    for (current_case = 0; current_case < cases; ++current_case) {
        file_maker maker(seed * cases + current_case);
        const random_case made = maker.case_of_files();
        const criteria_set set = check_set(made.description);
        const diagnostics found = check(made.marks, set);
        if (!found.empty()) {  // a weight that can go nowhere is the one thing that a random case gets wrong
            REQUIRE(found.size() == 1 && found.front().code == error_code::nothing_applies);
        } else {
            check_marks(made.marks, set);
            check_units(maker.units_like(made.marks), set);
            ++marked;
        }
        check_context(maker.context_like(made.marks), set);
        check_register(maker.organization());
    }
    REQUIRE(marked > cases / 2);
    std::cout << cases << " sets and registers and the marks of " << marked << " hold\n";
    return 0;
}
