// Random contents of files that use every member a format knows.
#pragma once

#include "random_case.hpp"
#include "random_scoring.hpp"
#include "random_texts.hpp"

#include "parindex/assessment/context_description.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "parindex/organization/organization_unit.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace parindex_test {

/// Makes a criteria set and marks out of a random case, whose sums hold already.
class file_maker {
public:
    explicit file_maker(std::uint64_t seed) : seed_(seed), random_(seed + 1), texts_(random_) {}

    random_case case_of_files() {
        random_case made = case_maker(seed_).make();
        const criteria_set plain = criteria_set::create(made.description).value();
        criteria_description& set = made.description;
        set.source = texts_.maybe_text();
        set.key = key();
        if (random_.one_in(2)) set.amends = key();
        if (set.amends == set.key) set.amends.reset();
        set.name = texts_.text();
        for (int count = random_.between(0, 2); count > 0; --count) {
            set.unit_groups.push_back({texts_.text() + std::to_string(count), texts_.text()});
        }
        set.codes = random_.one_in(2) ? provenance::assigned : provenance::printed;
        if (random_.one_in(2)) set.maximum = stated(plain.at(0).maximum);
        for (std::optional<figure>* each : {&set.maximum, &set.minimum, &set.cap}) decorate(*each);
        for (std::size_t index = 0; index < set.parts.size(); ++index) {
            part& each = set.parts[index];
            if (random_.one_in(2)) each.maximum = stated(plain.part_maximum(index));
            decorate(each.maximum);
            part_codes_[each.code] = texts_.code(each.code);
            each.code = part_codes_[each.code];
            each.name = texts_.text();
            if (random_.one_in(2)) each.scored_by.push_back(scorer::authority);
        }
        if (random_.one_in(2)) set.rules = random_policies();
        if (random_.one_in(3)) set.field_rounding = rounding{random_.between(0, 18), random_.mode()};
        if (random_.one_in(3)) set.total_rounding = rounding{random_.between(0, 18), random_.mode()};
        for (criterion& each : set.fields) decorate(each);
        decorate(made.marks, set);
        return made;
    }

    /// The same marks for several units, of which some lack those of a few leaves.
    std::vector<assessment> units_like(const assessment& first) {
        std::vector<assessment> out = {first};
        for (int count = random_.between(0, 2); count > 0; --count) {
            assessment& added = out.emplace_back(first);
            added.unit.code = texts_.code(std::to_string(count));
            for (int gone = random_.between(0, 3); gone > 0 && !added.marks.empty(); --gone) {
                // All marks of a leaf: an earlier one alone may lose more than its group has.
                const std::string leaf = added.marks[random_.bits() % added.marks.size()].criterion;
                std::erase_if(added.marks, [&leaf](const mark& each) { return each.criterion == leaf; });
            }
            if (random_.one_in(2)) added.published = {};
        }
        return out;
    }

    /// Facts from outside the units for the rules of the set; none where it reads none.
    context_description context_like(const assessment& marks) {
        context_description out;
        out.source = texts_.maybe_text();
        out.set = marks.set;
        out.year = marks.year;
        out.facts = outside_facts();
        for (int count = random_.between(0, 3); count > 0; --count) {
            out.units.push_back({texts_.code(std::to_string(count)), outside_facts(), {}});
        }
        return out;
    }

    organization_description organization() {
        organization_description out;
        out.source = texts_.maybe_text();
        out.name = texts_.text();
        out.codes_assigned = random_.one_in(2);
        const int count = random_.between(1, 12);
        for (int unit = 0; unit < count; ++unit) out.units.push_back(one_unit(out.units));
        return out;
    }

private:
    static figure stated(const ratio& value) { return {value.exact_decimal().value(), provenance::printed, {}}; }

    decision key() {
        decision out{texts_.text(), texts_.text(), day(), static_cast<provenance>(random_.between(0, 2)), {}};
        if (out.origin != provenance::printed || random_.one_in(4)) out.assumption = texts_.text();
        return out;
    }

    date day() {
        date out{random_.between(1, 9999), std::nullopt, std::nullopt};
        if (random_.one_in(4)) return out;
        out.month = random_.between(1, 12);
        if (!random_.one_in(4)) out.day = random_.between(1, days_in_month(out.year, *out.month));
        return out;
    }

    void decorate(std::optional<figure>& value) {
        if (!value) return;
        if (random_.one_in(4)) value->origin = provenance::inferred;
        if (value->origin != provenance::printed || random_.one_in(4)) value->assumption = texts_.text();
    }

    /// Policies that no rule of a random set comes into conflict with: points that fit have 6 decimals at most.
    rule_policies random_policies() {
        rule_policies out;
        if (random_.one_in(2)) out.zero_denominator = zero_denominator_policy::zero;
        if (random_.one_in(2)) out.missing_fact = missing_fact_policy::open;
        if (random_.one_in(2)) out.points_rounding = rounding{random_.between(6, 18), random_.mode()};
        return out;
    }

    /// A rule that gives the points of the leaf, in most cases; the set of that leaf alone tells which facts fit.
    void rule_for(criterion& each) {
        criteria_description alone;
        alone.key = {"1", "x", {2025, 1, 1}, provenance::printed, {}};
        alone.name = "alone";
        alone.parts = {{each.part, "x", {scorer::unit}, std::nullopt, {}}};
        for (int tries = 0; tries < 8; ++tries) {
            alone.fields = {each};
            scoring_rule& made = alone.fields[0].scoring.emplace(
                scoring_maker(random_, random_.one_in(2)).make(each.points, each.minimum));
            if (!made.policies.missing_fact) made.policies.missing_fact = random_policies().missing_fact;
            if (!made.policies.points_rounding) made.policies.points_rounding = random_policies().points_rounding;
            made.points.label = texts_.maybe_text();
            for (fact_declaration& fact : made.facts) {
                fact.label = texts_.maybe_text();
                for (fact_level& level : fact.levels) level.label = texts_.maybe_text();
            }
            const result<criteria_set> checked = criteria_set::create(alone);
            if (!checked) continue;
            each.scoring = made;
            ruled_.emplace(each.code, *checked);
            return;
        }
    }

    /// Facts in the place of a score, where points follow from them.
    void give_facts(mark& each) {
        const auto ruled = ruled_.find(each.criterion);
        if (ruled == ruled_.end() || !random_.one_in(2)) return;
        const criteria_set::node& leaf = ruled->second.at(1);
        mark given = each;
        given.score.reset();
        given.loss.reset();
        given.not_applicable.reset();
        std::vector<fact>& facts = given.facts.emplace();
        for (const fact_declaration& declared : leaf.rule->facts) {
            if (declared.source == fact_source::mark && !random_.one_in(8)) {
                facts.push_back({declared.name, random_value(random_, declared)});
            }
        }
        const rule_state state = points_of(given, leaf).state;
        const bool may_be_open = leaf.policies.missing_fact != missing_fact_policy::error;
        if (state == rule_state::scored || (state == rule_state::open && may_be_open)) each = given;
    }

    std::vector<criterion_facts> outside_facts() {
        std::vector<criterion_facts> out;
        for (const auto& [code, set] : ruled_) {
            if (random_.one_in(4)) continue;
            criterion_facts& added = out.emplace_back();
            added.criterion = code;
            added.explanation = texts_.maybe_text();
            for (const fact_declaration& declared : set.at(1).rule->facts) {
                if (declared.source == fact_source::context) {
                    added.facts.push_back({declared.name, random_value(random_, declared)});
                }
            }
        }
        return out;
    }

    void decorate(criterion& each) {
        const std::string old = each.code;
        each.code = codes_[old] = texts_.code(old);
        each.name = each.remainder && random_.one_in(2) ? std::string() : texts_.text();
        if (!each.part.empty()) each.part = part_codes_.at(each.part);
        for (std::optional<figure>* value : {&each.maximum, &each.minimum, &each.cap}) decorate(*value);
        if (each.children.empty() && each.maximum && random_.one_in(3)) rule_for(each);
        if (each.children.empty() && !each.remainder) each.evidence = texts_.texts(2);
        if (!each.evidence.empty()) proven_.insert(each.code);
        if (random_.one_in(3)) each.source = legal_source{texts_.text(), texts_.maybe_text()};
        if (each.remainder) each.assumption = texts_.text();
        for (criterion& child : each.children) decorate(child);
    }

    void decorate(assessment& marks, const criteria_description& set) {
        marks.source = texts_.maybe_text();
        marks.set = set.key;
        marks.year = random_.between(1945, 9999);
        marks.unit = {texts_.code(""), texts_.text(),
                      set.unit_groups.empty() ? texts_.maybe_text() : set.unit_groups[0].code,
                      random_.one_in(2) ? texts_.text() : std::string()};
        for (mark& each : marks.marks) {
            each.criterion = codes_.at(each.criterion);
            decorate(each.score);
            decorate(each.loss);
            if (each.not_applicable) each.not_applicable = texts_.text();
            give_facts(each);
            for (int count = random_.between(0, 2); count > 0; --count) {
                each.proofs.push_back({texts_.text(), texts_.maybe_text()});
            }
            each.explanation = proven_.contains(each.criterion) ? texts_.text() : texts_.maybe_text();
        }
        // A file has the marks by round.
        std::stable_sort(marks.marks.begin(), marks.marks.end(),
                         [](const mark& a, const mark& b) { return a.round < b.round; });
        published_figures& published = marks.published;
        for (std::optional<decimal>* each : {&published.total, &published.self_total, &published.deductions}) {
            if (random_.one_in(2)) *each = random_.decimal();
        }
        if (random_.one_in(2)) published.parts.emplace(set.parts[0].code, random_.decimal());
        for (const criterion& each : set.fields) {
            if (random_.one_in(2)) published.fields.emplace(each.code, random_.decimal());
        }
        if (!marks.unit.outside_ranking.empty()) return;
        for (std::optional<published_rank>* each : {&published.rank, &published.satisfaction_rank}) {
            if (random_.one_in(2)) continue;
            const int place = random_.between(1, 100'000);
            *each = published_rank{place, random_.between(place, 100'000), std::nullopt};
            if (random_.one_in(2)) (*each)->change = random_.between(1 - place, 100'000);
        }
    }

    /// A unit that may have links to those before it only, so that there are no cycles. Its texts end in a number of
    /// its own.
    organization_unit one_unit(const std::vector<organization_unit>& before) {
        const int number = static_cast<int>(before.size());
        const std::string own = std::to_string(number);
        organization_unit out;
        out.code = texts_.text() + "c" + own;
        out.name = texts_.text() + "n" + own;
        if (random_.one_in(2)) out.short_name = texts_.text() + "s" + own;
        for (int count = random_.between(0, 2); count > 0; --count) {
            out.aliases.push_back(texts_.text() + "x" + std::to_string(count) + "x" + own);
        }
        out.kind = static_cast<unit_kind>(random_.between(0, static_cast<int>(unit_kind::other)));
        if (!before.empty() && random_.one_in(2)) out.parent = any(before).code;
        for (const organization_unit& each : before) {
            if (out.kind == unit_kind::group && random_.one_in(3)) out.members.push_back(each.code);
        }
        out.assumption = texts_.maybe_text();
        if (random_.one_in(3)) return out;
        constexpr int first_year = 2000;
        out.from = date{first_year + number, random_.between(1, 12), random_.between(1, 28)};
        if (random_.one_in(2)) out.to = date{first_year + number + 1, 1, 1};
        for (const organization_unit& each : before) {
            if (!random_.one_in(3) || renamed_.contains(each.code)) continue;
            const bool ended = each.to.has_value();
            out.predecessors.push_back({each.code,
                                        !ended              ? unit_change::split
                                        : random_.one_in(2) ? unit_change::merged
                                                            : unit_change::reorganised,
                                        {}});
            if (ended) gone_.insert(each.code);
        }
        if (out.predecessors.empty()) rename_one(out, before);
        return out;
    }

    void rename_one(organization_unit& out, const std::vector<organization_unit>& before) {
        for (const organization_unit& each : before) {
            if (!each.to || gone_.contains(each.code)) continue;
            gone_.insert(each.code);
            renamed_.insert(each.code);
            out.predecessors.push_back({each.code, unit_change::renamed, {}});
            return;
        }
    }

    const organization_unit& any(const std::vector<organization_unit>& units) {
        return units[static_cast<std::size_t>(random_.between(0, static_cast<int>(units.size()) - 1))];
    }

    std::uint64_t seed_;
    random_numbers random_;
    random_texts texts_;
    std::map<std::string, criteria_set> ruled_;      // the set of a leaf with a rule alone
    std::map<std::string, std::string> codes_;       // of a criterion, by what it was in the random case
    std::map<std::string, std::string> part_codes_;  // likewise
    std::set<std::string> proven_;                   // leaves that want evidence
    std::set<std::string> gone_;                     // units that went into another
    std::set<std::string> renamed_;
};

}  // namespace parindex_test
