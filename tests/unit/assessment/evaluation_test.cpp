#include "parindex/assessment/evaluation.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"

#include <map>

using namespace parindex;
using namespace parindex_test;

namespace {

constexpr scoring_round appraisal = scoring_round::appraisal;
constexpr scoring_round survey = scoring_round::survey;

evaluation evaluated(const assessment& marks) {
    return evaluate(son_la_set(), marks).value();
}

ratio score_of(const evaluation& scored, std::string_view code) {
    return scored.at(scored.set().find(code)).score;
}

ratio sum(std::span<const ledger_entry> entries) {
    ratio out;
    for (const ledger_entry& entry : entries) out += entry.amount;
    return out;
}

void check_identity(const evaluation& scored) {
    for (std::size_t node = 0; node < scored.set().nodes().size(); ++node) {
        const evaluation::points& own = scored.at(node);
        CAPTURE(scored.set().at(node).code);
        CHECK(own.maximum - own.highest == sum(scored.ledger(node)));
        CHECK(own.lowest <= own.score);
        CHECK(own.score <= own.highest);
        CHECK(own.maximum == scored.set().at(node).maximum);
        if (own.complete()) CHECK(own.lowest == own.highest);
    }
}

}  // namespace

TEST_CASE("the fields of Sơn La score and lose what its plan prints") {
    const evaluation scored = evaluated(son_la_assessment());
    const std::map<std::string, std::pair<const char*, const char*>> fields = {
        {"1", {"10.89", "0.61"}}, {"2", {"11.72", "0.28"}}, {"3", {"15.5", "0"}},     {"4", {"10.35", "0.65"}},
        {"5", {"11.22", "2.28"}}, {"6", {"9.74", "0.26"}},  {"7", {"16.11", "0.39"}}, {"8", {"8.99", "1.01"}}};
    for (const auto& [code, expected] : fields) {
        const auto& shown = code;  // clang 14 captures no structured binding
        CAPTURE(shown);
        const std::size_t node = scored.set().find(code);
        CHECK(scored.at(node).score == exact(expected.first));
        CHECK(scored.at(node).deduction() == exact(expected.second));
        CHECK(sum(scored.ledger(node)) == exact(expected.second));
    }
    CHECK(scored.total().score == exact("94.52"));
    CHECK(scored.total().deduction() == exact("5.48"));
    CHECK(scored.total().complete());
    CHECK(scored.unmarked().empty());
    CHECK(scored.unit().code == "VPUB");
    CHECK(scored.year() == 2021);
    check_identity(scored);
}

TEST_CASE("the 15 deductions of Sơn La are the entries of its ledger, in order") {
    const std::vector<ledger_entry> deductions = evaluated(son_la_assessment()).deductions();
    const std::vector<const char*> printed_losses = {"0.5",  "0.05", "0.06", "0.28", "0.39", "0.26", "2",   "0.09",
                                                     "0.19", "0.26", "0.05", "0.07", "0.05", "0.22", "1.01"};
    REQUIRE(deductions.size() == printed_losses.size());
    for (std::size_t index = 0; index < deductions.size(); ++index) {
        CHECK(deductions[index].amount == exact(printed_losses[index]));
        CHECK(deductions[index].kind == ledger_kind::loss);
        CHECK(deductions[index].origin == provenance::printed);
    }
}

TEST_CASE("raising one mark from 0.78 to 0.88 gives 94.62 and 5.38") {
    assessment marks = son_la_assessment();
    mark_of(marks, "7.4") = scored("7.4", survey, "0.88");
    const evaluation raised = evaluated(marks);
    CHECK(raised.total().score == exact("94.62"));
    CHECK(raised.total().deduction() == exact("5.38"));
    check_identity(raised);
}

TEST_CASE("full marks leave no entry in the ledger") {
    assessment marks = son_la_assessment();
    for (mark& each : marks.marks) {
        each.score.reset();
        each.loss = printed("0");
    }
    const evaluation full = evaluated(marks);
    CHECK(full.total().score == 100);
    CHECK(full.ledger().empty());
    CHECK(full.deductions().empty());
    check_identity(full);
}

TEST_CASE("a re-appraisal takes the place of the appraisal and may lower it") {
    assessment marks = son_la_assessment();
    marks.marks.push_back(scored("4.1", scoring_round::re_appraisal, "3.5"));
    const evaluation lowered = evaluated(marks);
    CHECK(score_of(lowered, "4.1") == exact("3.5"));
    CHECK(score_of(lowered, "5.1") == exact("1.5"));
    CHECK(lowered.total().score == exact("94.41"));
    std::swap(marks.marks.front(), marks.marks.back());
    CHECK(evaluated(marks).total().score == exact("94.41"));
}

TEST_CASE("a self score counts only where nobody else scores the part") {
    assessment marks = son_la_assessment();
    marks.marks.insert(marks.marks.begin(), scored("4.1", scoring_round::self, "4"));
    marks.marks.push_back(scored("5.1", scoring_round::self, "3.5"));
    CHECK(evaluated(marks).total().score == exact("94.52"));

    criteria_description alone = son_la_criteria();
    alone.parts[0].scored_by = {scorer::unit};
    for (mark& each : marks.marks) {
        if (each.round == appraisal) each.criterion.clear();
    }
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion.empty(); });
    marks.marks.push_back(lost("1.1", scoring_round::self, "0"));
    CHECK(evaluate(criteria_set::create(alone).value(), marks).value().total().score == exact("97.41"));
}

TEST_CASE("a self score alone leaves its leaf without a mark where the council scores") {
    assessment marks = son_la_assessment();
    mark_of(marks, "4.1") = scored("4.1", scoring_round::self, "4");
    const evaluation open = evaluated(marks);
    CHECK(open.total().unmarked == 1);
    CHECK(open.total().highest == exact("94.91"));
}

TEST_CASE("a leaf without a mark leaves the total open between its least and its most") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "7.4"; });
    const evaluation open = evaluated(marks);
    CHECK_FALSE(open.total().complete());
    CHECK(open.total().score == exact("93.74"));
    CHECK(open.total().lowest == exact("93.74"));
    CHECK(open.total().highest == exact("94.74"));
    CHECK(open.total().unmarked == 1);
    REQUIRE(open.unmarked().size() == 1);
    CHECK(open.set().at(open.unmarked()[0]).code == "7.4");
    CHECK(open.at(open.set().find("6")).complete());
    CHECK(sum(open.ledger()) == exact("5.26"));
    check_identity(open);
}

TEST_CASE("a leaf known only by its loss may lose all of the remainder while it has no mark") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "1.1"; });
    const evaluation open = evaluated(marks);
    CHECK(open.total().highest == exact("95.02"));
    CHECK(open.total().lowest == exact("85.52"));
    CHECK(open.at(open.set().find("1")).lowest == exact("1.89"));
    check_identity(open);
}

TEST_CASE("leaves that share a remainder cannot lose it twice") {
    criteria_description description = son_la_criteria();
    description.fields[0].children.push_back(loss_leaf("1.3", "appraisal"));
    description.fields[0].children.push_back(loss_leaf("1.4", "appraisal"));
    const criteria_set set = criteria_set::create(description).value();
    // 1.1 lost 0.5 of the 9.5 that they share; 1.3 and 1.4 can lose 9 between them.
    const evaluation open = evaluate(set, son_la_assessment()).value();
    CHECK(open.total().unmarked == 2);
    CHECK(open.at(set.find("1")).lowest == exact("1.89"));
    CHECK(open.at(set.find("1")).highest == exact("10.89"));
    CHECK(open.total().lowest == exact("85.52"));
    check_identity(open);
}

TEST_CASE("an assessment without marks is open from nothing to everything") {
    assessment marks = son_la_assessment();
    marks.marks.clear();
    const evaluation open = evaluated(marks);
    CHECK(open.total().unmarked == 15);
    CHECK(open.total().highest == 100);
    CHECK(open.ledger().empty());
    CHECK(open.at(open.set().find("8")).score == 0);
    CHECK(open.at(open.set().find("3")).score == exact("15.5"));
    check_identity(open);
}

TEST_CASE("what is inferred is listed with what it rests on") {
    const evaluation scored = evaluated(son_la_assessment());
    std::map<std::string, int> kinds;
    for (const inferred_figure& each : scored.inferred()) {
        CHECK_FALSE(each.assumption.empty());
        const std::string name =
            each.node == criteria_set::none ? scored.set().parts()[each.part].code : scored.set().at(each.node).code;
        kinds[name] += each.kind == inferred_figure::what::maximum ? 1 : 10;
    }
    CHECK(kinds == std::map<std::string, int>{{"appraisal", 1},
                                              {"officials", 1},
                                              {"citizens", 1},
                                              {"1.R", 1},
                                              {"2.1", 11},
                                              {"2.R", 1},
                                              {"3.R", 1},
                                              {"4.R", 1},
                                              {"5.R", 1},
                                              {"6.R", 1},
                                              {"7.R", 1}});
    CHECK(scored.score_origin(scored.set().find("2.1")) == provenance::inferred);
    CHECK(scored.score_origin(scored.set().find("1.1")) == provenance::inferred);
    CHECK(scored.score_origin(scored.set().find("7.4")) == provenance::printed);
    CHECK(scored.score_origin(scored.set().find("8.1")) == provenance::printed);
}

TEST_CASE("the loss of a printed score under an inferred maximum is inferred") {
    assessment marks = son_la_assessment();
    mark_of(marks, "2.1") = scored("2.1", survey, "3.72");
    const evaluation scored = evaluated(marks);
    const std::span<const ledger_entry> entries = scored.ledger(scored.set().find("2.1"));
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].amount == exact("0.28"));
    CHECK(entries[0].origin == provenance::inferred);
}

TEST_CASE("an evaluation outlives the values it was made from") {
    std::optional<evaluation> kept;
    {
        const criteria_set set = son_la_set();
        const assessment marks = son_la_assessment();
        kept = evaluate(set, marks).value();
    }
    CHECK(kept->total().score == exact("94.52"));
    CHECK(kept->set().at(1).code == "1");
}

TEST_CASE("a group of 50,000 leaves known only by their loss is evaluated quickly") {
    criteria_description description = son_la_criteria();
    assessment marks = son_la_assessment();
    for (int index = 0; index < 50'000; ++index) {
        const std::string code = "x" + std::to_string(index);
        description.fields[0].children.push_back(loss_leaf(code, "appraisal"));
        if (index % 2 == 0) marks.marks.push_back(lost(code, appraisal, "0.0001"));
    }
    const evaluation scored = evaluate(criteria_set::create(description).value(), marks).value();
    CHECK(scored.total().unmarked == 25'000);
    CHECK(scored.total().highest == exact("92.02"));
}
