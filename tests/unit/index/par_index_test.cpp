#include "parindex/index/par_index.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/text/vietnamese_number.hpp"

using namespace parindex;
using namespace parindex_test;
using namespace parindex::literals;

namespace {

using codes_found = std::vector<error_code>;

par_index index_of(const assessment& marks) {
    return compute_par_index(evaluate(son_la_set(), marks).value());
}

}  // namespace

TEST_CASE("the index of Sơn La is 94.52 and its parts are 67.11, 18.42 and 8.99") {
    const par_index index = index_of(son_la_assessment());
    CHECK(index.complete);
    CHECK(index.total.score == exact("94.52"));
    CHECK(index.total.maximum == 100);
    CHECK(index.total.deduction == exact("5.48"));
    CHECK(index.percent() == exact("94.52"));
    CHECK(index.lowest == index.highest);
    REQUIRE(index.parts.size() == 3);
    CHECK(index.parts[0].score == exact("67.11"));
    CHECK(index.parts[0].maximum == 70);
    CHECK(index.parts[0].deduction == exact("2.89"));
    CHECK(index.parts[1].score == exact("18.42"));
    CHECK(index.parts[1].maximum == 20);
    CHECK(index.parts[1].deduction == exact("1.58"));
    CHECK(index.parts[2].score == exact("8.99"));
    CHECK(index.parts[2].maximum == 10);
    CHECK(index.parts[2].deduction == exact("1.01"));
    CHECK(index.parts[1].score + index.parts[2].score == exact("27.41"));
}

TEST_CASE("fields and parts both add up to the total") {
    const par_index index = index_of(son_la_assessment());
    for (const std::vector<index_line>* lines : {&index.fields, &index.parts}) {
        ratio maximum;
        ratio score;
        ratio deduction;
        for (const index_line& line : *lines) {
            maximum += line.maximum;
            score += line.score;
            deduction += line.deduction;
        }
        CHECK(maximum == index.total.maximum);
        CHECK(score == index.total.score);
        CHECK(deduction == index.total.deduction);
    }
}

TEST_CASE("fields whose maxima and losses are printed are printed, parts that hold a remainder are inferred") {
    const par_index index = index_of(son_la_assessment());
    for (const index_line& field : index.fields) {
        CAPTURE(field.code);
        CHECK(field.origin == provenance::printed);
    }
    CHECK(index.total.origin == provenance::printed);
    CHECK(index.parts[0].origin == provenance::inferred);
    CHECK(index.parts[1].origin == provenance::inferred);
    CHECK(index.parts[2].origin == provenance::printed);
}

TEST_CASE("an inferred mark makes its field and the total inferred") {
    assessment marks = son_la_assessment();
    mark_of(marks, "7.4").score = inferred("0.78");
    const par_index index = index_of(marks);
    CHECK(index.fields[6].origin == provenance::inferred);
    CHECK(index.fields[5].origin == provenance::printed);
    CHECK(index.total.origin == provenance::inferred);
}

TEST_CASE("an inferred mark without a loss makes its field inferred too") {
    assessment marks = son_la_assessment();
    mark_of(marks, "7.4").score = inferred("1");
    CHECK(index_of(marks).fields[6].origin == provenance::inferred);
}

TEST_CASE("a printed score under an inferred maximum makes its field inferred") {
    assessment marks = son_la_assessment();
    mark_of(marks, "2.1") = scored("2.1", scoring_round::survey, "3.72");
    CHECK(index_of(marks).fields[1].origin == provenance::inferred);
}

TEST_CASE("a mark that is missing leaves 93.74 so far and a range, and no percentage") {
    assessment marks = son_la_assessment();
    std::erase_if(marks.marks, [](const mark& each) { return each.criterion == "7.4"; });
    const evaluation scored = evaluate(son_la_set(), marks).value();
    const par_index index = compute_par_index(scored);
    CHECK_FALSE(index.complete);
    CHECK(index.unmarked == 1);
    CHECK(index.total.score == exact("93.74"));
    CHECK(index.lowest == exact("93.74"));
    CHECK(index.highest == exact("94.74"));
    CHECK(index.total.deduction == exact("5.26"));
    try {
        static_cast<void>(index.percent());
        FAIL("no exception");
    } catch (const parindex::error& thrown) {
        CHECK(thrown.code() == error_code::incomplete);
    }
    const diagnostics warnings = check_complete(scored);
    CHECK(codes(warnings) == codes_found{error_code::incomplete});
    CHECK(warnings[0].level == severity::warning);
    CHECK(warnings[0].criterion == "7.4");
    CHECK(check_complete(evaluate(son_la_set(), son_la_assessment()).value()).empty());
}

TEST_CASE("published figures that agree are not reported") {
    CHECK(check_published(son_la_published(), index_of(son_la_assessment())).empty());
    CHECK(check_published({}, index_of(son_la_assessment())).empty());
}

TEST_CASE("a difference that rounding explains is not reported") {
    published_figures published;
    for (const char* total : {"94.52", "94.520", "94.5", "95"}) {
        published.total = points(total);
        CAPTURE(total);
        CHECK(check_published(published, index_of(son_la_assessment())).empty());
    }
    // Exactly half a unit of the last place is explained, on either side.
    assessment marks = son_la_assessment();
    mark_of(marks, "7.4") = scored("7.4", scoring_round::survey, "0.785");
    for (const char* total : {"94.52", "94.53"}) {
        published.total = points(total);
        CHECK(check_published(published, index_of(marks)).empty());
    }
}

TEST_CASE("a difference that rounding does not explain is a warning") {
    const par_index index = index_of(son_la_assessment());
    published_figures published;
    for (const char* total : {"94.51", "94.53", "94.6", "94.4", "94", "94.5200000001"}) {
        CAPTURE(total);
        published.total = points(total);
        const diagnostics found = check_published(published, index);
        CHECK(codes(found) == codes_found{error_code::published_mismatch});
        CHECK(found[0].level == severity::warning);
        CHECK(found[0].message == "the total is published as " + std::string(total) + " but computed as 94.52");
    }
}

TEST_CASE("every published figure that differs is named") {
    published_figures published = son_la_published();
    published.deductions = points("5.5");
    CHECK(check_published(published, index_of(son_la_assessment())).empty());
    published.deductions = points("5.49");
    published.parts["officials"] = points("18.43");
    published.fields["7"] = points("16.01");
    const diagnostics found = check_published(published, index_of(son_la_assessment()));
    REQUIRE(codes(found) == codes_found(3, error_code::published_mismatch));
    CHECK(found[0].message == "the sum of deductions is published as 5.49 but computed as 5.48");
    CHECK(found[1].message == "the score of part \"officials\" is published as 18.43 but computed as 18.42");
    CHECK(found[1].criterion.empty());
    CHECK(found[2].message == "the score of field \"7\" is published as 16.01 but computed as 16.11");
    CHECK(found[2].criterion == "7");
}

TEST_CASE("PAR-T15: Hải Phòng gained points, not percent, and a place") {
    // 2023 and 2024 as published: 91.87, second; 96.17, first. "+4.30 %" between two indices means points.
    const decimal change = 96.17_dec - 91.87_dec;
    CHECK(print_change(change, fixed_places) == "+4,30");
    // As a change of the first index it would be another number, which nobody published.
    CHECK(print_number(ratio(change, 91.87_dec) * ratio(100), rounding{2}).text == "4,68");
    assessment marks = son_la_assessment();
    marks.published.rank = published_rank{1, 63, 2 - 1};
    CHECK(check(marks, son_la_set()).empty());
    marks.published.rank = published_rank{2, 63, 1 - 3};  // nobody falls two places to the second
    CHECK(only(check(marks, son_la_set()), error_code::invalid_value).message.find("cannot have fallen by 2") !=
          std::string::npos);
}
