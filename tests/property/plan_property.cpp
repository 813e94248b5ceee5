// Random plans and random sets that they answer: plan_property CASES [SEED].
//
// A plan that is written and read is the same plan; merging with an edit of one side only gives that edit; drafts name
// every deduction once; what parts and fields lost and what is covered of it adds up to the whole.
#include "random_numbers.hpp"
#include "requirement.hpp"

#include "parindex/io/plan_file.hpp"
#include "parindex/remediation/coverage.hpp"
#include "parindex/remediation/draft.hpp"
#include "parindex/remediation/merge.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

using namespace parindex;

namespace {

/// Plans in which every member may have every kind of value that the format knows.
class plan_maker {
public:
    explicit plan_maker(std::uint64_t seed) : random_(seed) {}

    plan make() {
        plan out;
        out.source = maybe_text();
        out.set = {text(), text(), day(), provenance::printed, ""};
        if (random_.one_in(3)) {
            out.set.origin = random_.one_in(2) ? provenance::assigned : provenance::inferred;
            out.set.assumption = text();
        }
        out.year = random_.between(1945, 9999);
        out.unit = maybe_text();
        out.agency = maybe_text();
        out.header = {maybe_text(), maybe_text(), std::nullopt, maybe_text(),
                      maybe_text(), day(),        maybe_text(), maybe_text()};
        if (random_.one_in(2)) out.header.number = random_.between(1, 99'999);
        out.bases = texts();
        out.introduction = maybe_text();
        out.purposes = texts();
        out.requirements = texts();
        out.labels = {maybe_text(), maybe_text(), maybe_text(), maybe_text()};
        for (int count = random_.between(0, 4); count > 0; --count) out.sections.push_back(section());
        if (random_.one_in(2)) out.satisfaction = satisfaction_chapter{maybe_text(), tasks()};
        out.organisation = texts();
        out.recipients = texts();
        out.signed_by = {maybe_text(), maybe_text()};
        for (const error_code code : {error_code::blank_number, error_code::misleading_label}) {
            if (random_.one_in(2)) out.accepted.push_back({code, maybe_text(), text(), {}});
        }
        return out;
    }

    /// A plan of which some members are those of `other`: half an edit.
    plan blend(const plan& first, const plan& other) {
        plan out = first;
        if (random_.one_in(2)) out.header = other.header;
        if (random_.one_in(2)) out.sections = other.sections;
        if (random_.one_in(2)) out.satisfaction = other.satisfaction;
        if (random_.one_in(2)) out.accepted = other.accepted;
        for (plan_section& each : out.sections) {
            if (random_.one_in(3)) std::reverse(each.tasks.begin(), each.tasks.end());
            if (random_.one_in(3) && !each.tasks.empty()) each.tasks.pop_back();
            for (task& changed : each.tasks) {
                if (random_.one_in(3)) changed.text = text();
            }
        }
        return out;
    }

    random_numbers& random() { return random_; }

    std::string text() {
        static const std::array pieces = {"Rà soát", "đôn đốc ", "\"Văn phòng\"", "\\",     "\n",   "\t",
                                          "Ủy ban",  "ừ",        "x/~",           "\u00A0", "𝔘",    "{}",
                                          "Đ",       "0",        "\x7F",          "\x01",   "null", "ngữ"};
        std::string out = "T";
        for (int count = random_.between(0, 4); count > 0; --count) {
            out += pieces[random_.bits() % pieces.size()];
        }
        return out;
    }

private:
    std::string maybe_text() { return random_.one_in(3) ? std::string() : text(); }

    std::vector<std::string> texts() {
        std::vector<std::string> out;
        for (int count = random_.between(0, 2); count > 0; --count) out.push_back(text());
        return out;
    }

    date day() {
        date out;
        out.year = random_.between(1, 9999);
        if (random_.one_in(3)) return out;
        out.month = random_.between(1, 12);
        if (random_.one_in(3)) return out;
        out.day = random_.between(1, days_in_month(out.year, *out.month));
        return out;
    }

    timing when() {
        timing out;
        out.kind = static_cast<timing_kind>(random_.between(0, 7));
        if (out.kind == timing_kind::within) out.first = day();
        if (out.kind == timing_kind::within || out.kind == timing_kind::on || out.kind == timing_kind::before) {
            out.last = day();
        }
        return out;
    }

    plan_section section() {
        plan_section out;
        out.field = text() + std::to_string(++ids_);
        out.title = maybe_text();
        out.tasks_label = maybe_text();
        for (int count = random_.between(0, 3); count > 0; --count) {
            shortfall& each = out.shortfalls.emplace_back();
            each.id = text() + std::to_string(++ids_);
            each.field = out.field;
            each.cause = maybe_text();
            for (int named = random_.between(0, 3); named > 0; --named) {
                each.deductions.push_back({text() + std::to_string(++ids_), maybe_text(), {}});
            }
        }
        out.tasks = tasks();
        return out;
    }

    std::vector<task> tasks() {
        std::vector<task> out;
        for (int count = random_.between(0, 3); count > 0; --count) {
            task& each = out.emplace_back();
            each.id = text() + std::to_string(++ids_);
            each.text = maybe_text();
            each.roles = {texts(), texts(), texts(), texts()};
            each.when = when();
            for (int link = random_.between(0, 2); link > 0; --link) {
                each.addresses.push_back({text() + std::to_string(++ids_), std::nullopt, {}});
                if (random_.one_in(2)) each.addresses.back().gain = gain();
            }
            each.status = static_cast<task_status>(random_.between(0, 3));
            for (int step = random_.between(0, 2); step > 0; --step) {
                each.milestones.push_back({text(), day(), std::nullopt, {}});
                if (random_.one_in(2)) each.milestones.back().done = day();
            }
            if (random_.one_in(2)) {
                each.completed = completion{day(), {}};
                if (random_.one_in(2)) each.completed->proofs = {{text(), maybe_text()}, {text(), maybe_text()}};
            }
            for (int move = random_.between(0, 2); move > 0; --move) each.moved.push_back({when(), text(), day(), {}});
        }
        return out;
    }

    decimal gain() { return decimal::from_parts(random_.between(-50'000, 1'000'000), random_.between(0, 6)); }

    random_numbers random_;
    int ids_ = 0;
};

void check_writing(const plan& planned) {
    const std::string written = write_plan(planned);
    const result<plan> read = read_plan(written, "plan.json");
    if (!read) std::cerr << to_string(read.error().front()) << '\n' << written;
    REQUIRE(read.has_value());
    REQUIRE(*read == planned);
    REQUIRE(read->set.origin == planned.set.origin && read->set.assumption == planned.set.assumption);
    REQUIRE(write_plan(*read) == written);
}

bool same(const merged_plan& out, const plan& expected) {
    return out.conflicts.empty() && out.merged == expected && write_plan(out.merged) == write_plan(expected);
}

void check_merging(plan_maker& maker) {
    const plan base = maker.make();
    const plan edit = maker.blend(base, maker.make());
    REQUIRE(same(merge_plans(base, base, edit), edit));
    REQUIRE(same(merge_plans(base, edit, base), edit));
    REQUIRE(same(merge_plans(base, edit, edit), edit));

    // Whichever side is mine: the same things are in conflict, and each keeps its own.
    const plan other = maker.blend(base, maker.make());
    const merged_plan one = merge_plans(base, edit, other);
    const merged_plan two = merge_plans(base, other, edit);
    REQUIRE(one.conflicts.size() == two.conflicts.size());
    for (const merge_conflict& each : one.conflicts) {
        REQUIRE(std::any_of(two.conflicts.begin(), two.conflicts.end(), [&](const merge_conflict& reversed) {
            return reversed.what == each.what && reversed.base == each.base && reversed.mine == each.theirs &&
                   reversed.theirs == each.mine;
        }));
    }
    // What the result says is merged already: the edits are in it.
    REQUIRE(merge_plans(base, one.merged, edit).conflicts.empty() || !one.conflicts.empty());
    check_writing(one.merged);
}

/// A set of three levels with parts of both kinds, and marks that lose anything from nothing to all.
evaluation random_evaluation(random_numbers& random) {
    criteria_description description;
    description.key = {"1/QĐ", "UBND", {2022, 1, 20}, provenance::printed, ""};
    description.name = "random";
    description.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}},
                         {"s", "surveyed", {scorer::survey}, std::nullopt, {}}};
    assessment marks;
    marks.set = description.key;
    marks.unit = {"u", "Sở Nội vụ", {}, {}};
    marks.year = 2021;
    const auto leaf = [&](std::string code, std::string part) {
        criterion out;
        out.code = std::move(code);
        out.name = "criterion " + out.code;
        out.part = std::move(part);
        const int most = random.between(0, 500);
        out.maximum = figure{decimal::from_parts(most, 2), provenance::printed, {}};
        if (random.one_in(8)) return out;  // no mark
        mark& given = marks.marks.emplace_back();
        given.criterion = out.code;
        given.round = out.part == "s" ? scoring_round::survey : scoring_round::appraisal;
        given.loss =
            figure{decimal::from_parts(random.one_in(3) ? 0 : random.between(0, most), 2), provenance::printed, {}};
        return out;
    };
    const auto group = [](std::string code) {
        criterion out;
        out.code = std::move(code);
        out.name = "group " + out.code;
        return out;
    };
    for (int field = 1; field <= 5; ++field) {
        const std::string code = std::to_string(field);
        criterion top = group(code);
        top.children = {leaf(code + ".1", "a"), leaf(code + ".2", "s"), group(code + ".3")};
        top.children[2].children = {leaf(code + ".3.1", "s"), leaf(code + ".3.2", "a")};
        description.fields.push_back(std::move(top));
    }
    return evaluate(criteria_set::create(description).value(), marks).value();
}

void check_drafting(plan_maker& maker) {
    random_numbers& random = maker.random();
    const evaluation scored = random_evaluation(random);
    plan planned = draft_plan(scored);
    REQUIRE(check(planned, scored.set()).empty());
    std::size_t drafted = 0;
    for (const plan_section& each : planned.sections) drafted += each.shortfalls.size();
    REQUIRE(drafted == scored.deductions().size());
    check_writing(planned);

    // People write some texts, drop some tasks, and throw some shortfalls away.
    for (plan_section& section : planned.sections) {
        for (task& each : section.tasks) {
            if (random.one_in(2)) each.text = maker.text();
            if (random.one_in(8)) each.status = task_status::dropped;
        }
        if (random.one_in(4)) {
            for (task& each : section.tasks) {
                std::erase_if(each.addresses,
                              [&](const task_link& link) { return link.shortfall == section.shortfalls.back().id; });
            }
            section.shortfalls.pop_back();
        }
    }
    const coverage found = cover(planned, scored);
    ratio open;
    ratio lost;
    for (const uncovered_deduction& each : found.uncovered) open += each.amount;
    for (const ledger_entry& each : scored.deductions()) lost += each.amount;
    REQUIRE(found.lost == lost);
    REQUIRE(found.covered + open == lost);
    part_coverage parts;
    for (const part_coverage& each : found.parts) {
        parts.lost += each.lost;
        parts.covered += each.covered;
    }
    REQUIRE(parts.lost == found.lost && parts.covered == found.covered);
    REQUIRE(found.parts[0].mendable_by_document && !found.parts[1].mendable_by_document);
    field_coverage fields;
    for (const field_coverage& each : found.fields) {
        fields.lost += each.lost;
        fields.covered += each.covered;
        fields.lost_in_surveys += each.lost_in_surveys;
    }
    REQUIRE(fields.lost == found.lost && fields.covered == found.covered);
    REQUIRE(fields.lost_in_surveys == found.parts[1].lost);

    // Other marks: every deduction has a shortfall again, nothing is lost, and once is enough.
    const evaluation changed = random_evaluation(random);
    const redrafted_plan again = redraft(planned, changed);
    REQUIRE(check(again.updated, changed.set()).empty());
    for (const uncovered_deduction& each : cover(again.updated, changed).uncovered) REQUIRE(!each.shortfall.empty());
    REQUIRE(redraft(again.updated, changed).updated == again.updated);
    REQUIRE(redraft(again.updated, changed).added.empty());
    for (const plan_section& each : planned.sections) {
        const auto kept = std::find_if(again.updated.sections.begin(), again.updated.sections.end(),
                                       [&](const plan_section& section) { return section.field == each.field; });
        REQUIRE(kept != again.updated.sections.end());
        REQUIRE(std::equal(each.tasks.begin(), each.tasks.end(), kept->tasks.begin()));
        REQUIRE(std::equal(each.shortfalls.begin(), each.shortfalls.end(), kept->shortfalls.begin()));
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::uint64_t cases = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 500;
    const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 20'260'101;
    for (parindex_test::current_case = 0; parindex_test::current_case < cases; ++parindex_test::current_case) {
        plan_maker maker(seed + parindex_test::current_case);
        check_writing(maker.make());
        check_merging(maker);
        check_drafting(maker);
    }
    std::cout << cases << " cases, seed " << seed << '\n';
}
