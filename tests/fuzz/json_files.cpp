// The JSON readers of marks, sets, contexts and plans, each fed the same bytes. A refusal has a place in the text and a
// message in UTF-8; what is accepted is used as a program would use it, and its sums hold exactly.
#include "invariant.hpp"

#include "parindex/assessment/deduction_cause.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/context_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/explanation_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/io/score_file.hpp"
#include "parindex/remediation/coverage.hpp"
#include "parindex/remediation/draft.hpp"
#include "parindex/text/utf8.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using namespace parindex;

namespace {

/// The set that assessments and plans of the corpus belong to.
constexpr std::string_view known_set = R"({"format":"parindex.criteria/1",
"decision":{"number":"134","issuer":"Sơn La","date":"2022"},"name":"n","maximum":"15.5",
"not_applicable":"rescale_field","unit_groups":[{"code":"so","name":"Sở"}],"cap":"16",
"parts":[{"code":"a","name":"A","scored_by":["unit","appraiser"]},{"code":"s","name":"S","scored_by":["survey"]}],
"fields":[{"code":"1","name":"1","maximum":"11.5","children":[{"code":"1.1","name":"x","part":"a"},
{"code":"1.2","name":"y","part":"s","maximum":1},{"code":"1.3","name":"z","part":"a"},
{"code":"1.R","part":"a","remainder":{"assumption":"rest"}}]},{"code":"2","name":"2","part":"s","maximum":"1"},
{"code":"3","name":"3","maximum":"3","minimum":"-1","children":[
{"code":"3.1","name":"a","part":"a","maximum":"2","evidence":["report"]},
{"code":"3.2","name":"b","part":"a","maximum":"1","minimum":"-1","not_applicable":"smaller_maximum"},
{"code":"3.P","name":"p","part":"a","points":"penalty"}]},
{"code":"B","name":"B","points":"bonus","cap":"1","children":[{"code":"B.1","name":"b","part":"a","maximum":"2"}]}]})";

/// The set that contexts of the corpus belong to.
constexpr std::string_view ruled_set = R"({"format":"parindex.criteria/1",
"decision":{"number":"134","issuer":"Sơn La","date":"2022"},"name":"n","rules":{"zero_denominator":"zero"},
"parts":[{"code":"a","name":"A","scored_by":["appraiser"]}],"fields":[
{"code":"1","name":"1","part":"a","maximum":2,"rule":{"facts":[{"name":"x"},
 {"name":"best","kind":"number","source":"context","least":0}],"kind":"formula","points":"min(x / best, 1) * max"}},
{"code":"2","name":"2","part":"a","maximum":1,"rule":{"facts":[
 {"name":"sent","kind":"date","source":"context"},{"name":"open","kind":"yes_no","source":"context"},
 {"name":"level","kind":"level","source":"context","levels":[{"code":"good"},{"code":"bad"}]}],
 "kind":"cases","cases":[{"if":"open","rule":{"kind":"steps","of":"sent","steps":[
  {"to":"2022-01-20","points":1},{"above":"2022-01-20","points":0}]}}],
 "otherwise":{"rule":{"kind":"levels","fact":"level","levels":[{"level":"good","points":1},{"level":"bad","points":0}]}}}}]})";

const criteria_set& fixed_set() {
    static const criteria_set set = read_criteria_set(known_set, "set").value();
    return set;
}

void check_refusal(const diagnostics& found, std::string_view text) {
    FUZZ_REQUIRE(has_error(found));
    for (const diagnostic& each : found) {
        FUZZ_REQUIRE(!each.message.empty());
        FUZZ_REQUIRE(!find_invalid_utf8(each.message));
        FUZZ_REQUIRE(!find_invalid_utf8(each.where.pointer));
        FUZZ_REQUIRE(each.where.file == "f");
        if (each.message.ends_with("further findings are not listed")) continue;
        FUZZ_REQUIRE(each.where.line >= 1 && each.where.column >= 1);
        FUZZ_REQUIRE(each.where.line <= text.size() + 1 && each.where.column <= text.size() + 1);
    }
}

ratio sum_of(std::span<const ledger_entry> entries) {
    ratio out;
    for (const ledger_entry& entry : entries) out += entry.amount;
    return out;
}

void check_evaluation(const evaluation& scored) {
    const std::size_t count = scored.set().nodes().size();
    for (std::size_t node = 0; node < count; ++node) {
        const evaluation::points& own = scored.at(node);
        FUZZ_REQUIRE(scored.set().at(node).maximum - own.highest == sum_of(scored.ledger(node)));
        FUZZ_REQUIRE(own.lowest <= own.highest);
        FUZZ_REQUIRE(!own.complete() || (own.lowest == own.score && own.score == own.highest));
    }
    const par_index index = compute_par_index(scored);
    FUZZ_REQUIRE(!find_invalid_utf8(write_score(scored, index, check_complete(scored))));
    static_cast<void>(check_published({}, index));
}

void check_coverage(const plan& planned, const evaluation& scored) {
    const coverage found = cover(planned, scored);
    ratio open;
    for (const uncovered_deduction& each : found.uncovered) open += each.amount;
    FUZZ_REQUIRE(found.covered + open == found.lost);
}

scoring_round round_of(scorer by) {
    switch (by) {
        case scorer::unit: return scoring_round::self;
        case scorer::appraiser: return scoring_round::appraisal;
        case scorer::authority: return scoring_round::authority;
        case scorer::survey: break;
    }
    return scoring_round::survey;
}

/// Every second leaf loses all that it can.
assessment harsh_marks(const criteria_set& set) {
    assessment out;
    out.set = set.key();
    out.unit = {"VP", "Văn phòng", set.unit_groups().empty() ? "" : set.unit_groups().front().code, {}};
    bool odd = false;
    for (const criteria_set::node& node : set.nodes()) {
        if (node.kind != criteria_set::kind::leaf || !(odd = !odd)) continue;
        const auto exact = node.maximum.exact_decimal();
        if (!exact || node.points == point_kind::bonus) continue;
        mark given;
        given.criterion = node.code;
        given.round = round_of(set.parts()[node.part].scored_by.front());
        given.loss = figure{node.states_maximum ? *exact : decimal(), provenance::printed, {}};
        out.marks.push_back(given);
    }
    return out;
}

fact_value least_value(const fact_declaration& declared) {
    switch (declared.kind) {
        case fact_kind::count:
        case fact_kind::number:
        case fact_kind::percent: return declared.least.value_or(declared.most.value_or(decimal()));
        case fact_kind::date: return date{2021, 12, 31};
        case fact_kind::yes_no: return false;
        case fact_kind::level: break;
    }
    return declared.levels.front().code;
}

/// Facts for every rule, each as small as it can be: all of them, or the first half of what a rule reads.
assessment marks_with_facts(const criteria_set& set, bool all) {
    assessment out = harsh_marks(set);
    out.marks.clear();
    for (const criteria_set::node& node : set.nodes()) {
        if (node.rule == nullptr) continue;
        mark& given = out.marks.emplace_back();
        given.criterion = node.code;
        given.round = round_of(set.parts()[node.part].scored_by.front());
        given.facts.emplace();
        const std::size_t count = node.rule->facts.size();
        for (std::size_t index = 0; index < (all ? count : count / 2); ++index) {
            const fact_declaration& each = node.rule->facts[index];
            if (each.source == fact_source::mark) given.facts->push_back({each.name, least_value(each)});
        }
    }
    return out;
}

/// Facts may be refused, or leave points open; whatever comes of them, the sums hold and the words are text.
void use_rules(const criteria_set& set) {
    for (const bool all : {false, true}) {
        const assessment marks = marks_with_facts(set, all);
        const result<evaluation> scored = evaluate(set, marks);
        if (!scored) continue;
        check_evaluation(*scored);
        FUZZ_REQUIRE(!find_invalid_utf8(write_explanation(*scored, marks)));
        for (const auto& [criterion, cause] : deduction_causes(*scored, marks)) {
            FUZZ_REQUIRE(!cause.empty() && !find_invalid_utf8(cause));
        }
    }
}

void use_criteria(std::string_view text) {
    diagnostics notes;
    const result<criteria_set> set = read_criteria_set(text, "f", &notes);
    if (!set) {
        FUZZ_REQUIRE(notes.empty());
        return check_refusal(set.error(), text);
    }
    const result<evaluation> scored = evaluate(*set, harsh_marks(*set));
    FUZZ_REQUIRE(scored.has_value());
    check_evaluation(*scored);
    use_rules(*set);
}

void use_assessment(std::string_view text) {
    const result<assessment> marks = read_assessment(text, "f", &fixed_set());
    static_cast<void>(read_assessment(text, "f").has_value());
    if (!marks) return check_refusal(marks.error(), text);
    const result<evaluation> scored = evaluate(fixed_set(), *marks);
    FUZZ_REQUIRE(scored.has_value());
    FUZZ_REQUIRE(read_assessments(text, "f", &fixed_set())->front().marks.has_value());
    check_evaluation(*scored);
    static_cast<void>(check_published(marks->published, compute_par_index(*scored)));
    check_coverage({}, *scored);
}

/// Several units in one file: what is wrong with one stays with it.
void use_assessments(std::string_view text) {
    const result<std::vector<unit_reading>> units = read_assessments(text, "f", &fixed_set());
    if (!units) return check_refusal(units.error(), text);
    for (const unit_reading& each : *units) {
        if (!each.marks) {
            check_refusal(each.marks.error(), text);
        } else {
            check_evaluation(evaluate(fixed_set(), *each.marks).value());
        }
    }
}

/// Facts from outside the units, seen by those that the file names and by one that it does not.
void use_context(std::string_view text) {
    static const criteria_set set = read_criteria_set(ruled_set, "set").value();
    const result<context_description> read = read_context(text, "f", &set);
    static_cast<void>(read_context(text, "f").has_value());
    if (!read) return check_refusal(read.error(), text);
    const std::string written = write_context(*read);
    FUZZ_REQUIRE(write_context(read_context(written, "f", &set).value()) == written);
    assessment marks;
    marks.set = set.key();
    marks.unit = {"?", "Văn phòng", "", ""};
    for (const char* const code : {"1", "2"}) {
        mark& added = marks.marks.emplace_back();
        added.criterion = code;
        added.facts.emplace();
    }
    marks.marks.front().facts->push_back({"x", decimal(7)});
    check_evaluation(evaluate(set, marks, context_of(*read, marks.unit.code, read->year)).value());
    for (const unit_facts& each : read->units) {
        check_evaluation(evaluate(set, marks, context_of(*read, each.unit, read->year)).value());
    }
}

void use_plan(std::string_view text) {
    static const evaluation scored = evaluate(fixed_set(), harsh_marks(fixed_set())).value();
    const result<plan> planned = read_plan(text, "f", &fixed_set());
    static_cast<void>(read_plan(text, "f").has_value());
    if (!planned) return check_refusal(planned.error(), text);
    check_coverage(*planned, scored);
    const std::string written = write_plan(*planned);
    const result<plan> again = read_plan(written, "f", &fixed_set());
    FUZZ_REQUIRE(again && *again == *planned && write_plan(*again) == written);
    const redrafted_plan redrafted = redraft(*planned, scored);
    FUZZ_REQUIRE(!has_error(check(redrafted.updated, fixed_set())));
    FUZZ_REQUIRE(redraft(redrafted.updated, scored).added.empty());
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    use_criteria(text);
    use_assessment(text);
    use_assessments(text);
    use_context(text);
    use_plan(text);
    return 0;
}
