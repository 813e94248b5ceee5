#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/assessment/evaluation.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

using codes_found = std::vector<error_code>;

/// What is found when the mark of one criterion is replaced.
diagnostics with_mark(mark changed) {
    assessment marks = son_la_assessment();
    mark& old = mark_of(marks, changed.criterion);
    old = std::move(changed);
    return check(marks, son_la_set());
}

/// What is found when a mark is added.
diagnostics with_further(mark added) {
    assessment marks = son_la_assessment();
    marks.marks.push_back(std::move(added));
    return check(marks, son_la_set());
}

constexpr scoring_round appraisal = scoring_round::appraisal;
constexpr scoring_round survey = scoring_round::survey;

}  // namespace

TEST_CASE("the marks of Sơn La fit their set") {
    CHECK(check(son_la_assessment(), son_la_set()).empty());
}

TEST_CASE("a score lies between zero and the maximum, both included") {
    CHECK(with_mark(scored("7.4", survey, "1")).empty());
    CHECK(with_mark(scored("7.4", survey, "1.000")).empty());
    CHECK(with_mark(scored("7.4", survey, "0")).empty());
    const diagnostics above = with_mark(scored("7.4", survey, "1.01"));
    CHECK(codes(above) == codes_found{error_code::score_above_maximum});
    CHECK(above[0].criterion == "7.4");
    CHECK(above[0].message == "criterion \"7.4\": the score 1.01 is above the maximum 1");
    const diagnostics below = with_mark(scored("7.4", survey, "-0.01"));
    CHECK(codes(below) == codes_found{error_code::score_below_minimum});
    CHECK(codes(with_mark(scored("7.4", survey, "1.000000000000000001"))) ==
          codes_found{error_code::score_above_maximum});
}

TEST_CASE("a loss lies between zero and the maximum, both included") {
    CHECK(with_mark(lost("7.4", survey, "1")).empty());
    CHECK(with_mark(lost("7.4", survey, "0")).empty());
    CHECK(codes(with_mark(lost("7.4", survey, "1.01"))) == codes_found{error_code::score_below_minimum});
    CHECK(codes(with_mark(lost("7.4", survey, "-0.01"))) == codes_found{error_code::score_above_maximum});
}

TEST_CASE("the loss of a leaf known only by its loss is bounded by the remainder beside it") {
    CHECK(with_mark(lost("1.1", appraisal, "9.5")).empty());
    CHECK(codes(with_mark(lost("1.1", appraisal, "9.51"))) == codes_found{error_code::score_below_minimum});
    CHECK(codes(with_mark(lost("1.1", appraisal, "-1"))) == codes_found{error_code::score_above_maximum});
    CHECK(codes(with_mark(scored("1.1", appraisal, "0.5"))) == codes_found{error_code::score_without_maximum});
}

TEST_CASE("losses that share a remainder are bounded together") {
    criteria_description description = son_la_criteria();
    description.fields[0].children.push_back(loss_leaf("1.3", "appraisal"));
    const criteria_set set = criteria_set::create(description).value();
    assessment marks = son_la_assessment();
    mark_of(marks, "1.1") = lost("1.1", appraisal, "5");
    marks.marks.push_back(lost("1.3", appraisal, "4.5"));
    CHECK(check(marks, set).empty());
    marks.marks.back() = lost("1.3", appraisal, "4.51");
    const diagnostics found = check(marks, set);
    REQUIRE(codes(found) == codes_found{error_code::score_below_minimum});
    CHECK(found[0].criterion == "1.3");
    // A re-appraisal takes the place of the appraisal before the losses are added up.
    marks.marks.push_back(lost("1.3", scoring_round::re_appraisal, "1"));
    CHECK(check(marks, set).empty());
}

TEST_CASE("an unknown code is refused and no other finding about it is made") {
    CHECK(codes(with_further(scored("9.9", survey, "-5"))) == codes_found{error_code::unknown_code});
    CHECK(codes(with_further(scored("", survey, "1"))) == codes_found{error_code::unknown_code});
}

TEST_CASE("a mark for a group or a remainder is refused") {
    CHECK(codes(with_further(scored("1.2", survey, "1"))) == codes_found{error_code::not_a_leaf});
    CHECK(codes(with_further(scored("1", appraisal, "1"))) == codes_found{error_code::not_a_leaf});
    const diagnostics rest = with_further(scored("1.R", appraisal, "1"));
    CHECK(codes(rest) == codes_found{error_code::not_a_leaf});
    CHECK(rest[0].message.find("full marks") != std::string::npos);
}

TEST_CASE("a round that may not score a part is refused") {
    CHECK(codes(with_mark(scored("4.1", survey, "3.61"))) == codes_found{error_code::wrong_scorer});
    CHECK(codes(with_mark(scored("8.1", appraisal, "8.99"))) == codes_found{error_code::wrong_scorer});
    CHECK(codes(with_mark(scored("4.1", scoring_round::authority, "3.61"))) == codes_found{error_code::wrong_scorer});
    CHECK(codes(with_further(scored("8.1", scoring_round::self, "9"))) == codes_found{error_code::wrong_scorer});
    CHECK(with_further(scored("4.1", scoring_round::self, "4")).empty());
    CHECK(with_further(scored("4.1", scoring_round::re_appraisal, "4")).empty());
}

TEST_CASE("a second mark in one round is refused and one in another round is not") {
    CHECK(codes(with_further(scored("7.4", survey, "0.78"))) == codes_found{error_code::duplicate_mark});
    CHECK(codes(with_further(lost("4.1", appraisal, "0.39"))) == codes_found{error_code::duplicate_mark});
}

TEST_CASE("a mark gives either a score or a loss") {
    mark both = scored("7.4", survey, "0.78");
    both.loss = printed("0.22");
    CHECK(codes(with_mark(both)) == codes_found{error_code::invalid_value});
    mark neither;
    neither.criterion = "7.4";
    neither.round = survey;
    CHECK(codes(with_mark(neither)) == codes_found{error_code::invalid_value});
}

TEST_CASE("an inferred mark must say what it assumes") {
    mark changed = scored("7.4", survey, "0.78");
    changed.score = inferred("0.78", "");
    CHECK(codes(with_mark(changed)) == codes_found{error_code::missing_assumption});
    changed = lost("7.4", survey, "0.22");
    changed.loss = inferred("0.22", "");
    CHECK(codes(with_mark(changed)) == codes_found{error_code::missing_assumption});
    changed.loss = inferred("0.22", "read off a chart");
    CHECK(with_mark(changed).empty());
}

TEST_CASE("marks of another set are refused, whatever of the key differs") {
    for (int differs = 0; differs < 3; ++differs) {
        assessment marks = son_la_assessment();
        if (differs == 0) marks.set.number = "892/QĐ-BNV";
        if (differs == 1) marks.set.issuer = "UBND tỉnh Quảng Nam";
        if (differs == 2) marks.set.issued.day = 21;
        const diagnostics found = check(marks, son_la_set());
        CHECK(codes(found) == codes_found{error_code::set_mismatch});
        CHECK(found[0].message.find("134/QĐ-UBND of UBND tỉnh Sơn La (2022-01-20)") != std::string::npos);
    }
}

TEST_CASE("the code of a unit neither begins nor ends with a space") {
    assessment marks = son_la_assessment();
    marks.unit.code += ' ';
    CHECK(only(check(marks, son_la_set()), error_code::invalid_value).message.ends_with("begins or ends with a space"));
}

TEST_CASE("figures are published only for what the set has") {
    assessment marks = son_la_assessment();
    marks.published = son_la_published();
    CHECK(check(marks, son_la_set()).empty());
    marks.published.parts.emplace("other", points("1"));
    marks.published.fields.emplace("1.1", points("1"));
    marks.published.fields.emplace("9", points("1"));
    CHECK(codes(check(marks, son_la_set())) == codes_found(3, error_code::unknown_code));
}

TEST_CASE("a rank lies between one and the number of units") {
    assessment marks = son_la_assessment();
    marks.published.rank = published_rank{20, 20, -3};
    marks.published.satisfaction_rank = published_rank{1, 1, std::nullopt};
    CHECK(check(marks, son_la_set()).empty());
    marks.published.rank->place = 21;
    marks.published.satisfaction_rank->place = 0;
    CHECK(codes(check(marks, son_la_set())) == codes_found(2, error_code::invalid_value));
}

TEST_CASE("all findings about the marks are reported at once and evaluation hands them on") {
    assessment marks = son_la_assessment();
    marks.set.number = "1";
    marks.marks.push_back(scored("9", survey, "1"));
    marks.marks.push_back(scored("1.R", survey, "1"));
    marks.marks.push_back(scored("7.4", survey, "2"));
    const result<evaluation> refused = evaluate(son_la_set(), marks);
    REQUIRE_FALSE(refused.has_value());
    CHECK(codes(refused.error()) == codes_found{error_code::set_mismatch, error_code::unknown_code,
                                                error_code::not_a_leaf, error_code::duplicate_mark,
                                                error_code::score_above_maximum});
}

TEST_CASE("the words of the rounds are those of the format") {
    CHECK(to_string(scoring_round::self) == "self");
    CHECK(to_string(scoring_round::appraisal) == "appraisal");
    CHECK(to_string(scoring_round::re_appraisal) == "re_appraisal");
    CHECK(to_string(scoring_round::survey) == "survey");
    CHECK(to_string(scoring_round::authority) == "authority");
}

TEST_CASE("a code that only looks like one of the set is shown with its odd character") {
    const auto message = [](const std::string& code) {
        const diagnostics found = with_further(scored(code, survey, "0.5"));
        return only(found, error_code::unknown_code).message;
    };
    CHECK(message("7\uFF0E4") ==
          "criterion \"7\uFF0E4\": the criteria set has no criterion with this code; it looks like \"7.4\", but has "
          "U+FF0E where U+002E is expected");
    CHECK(message("7.4\u200B").ends_with("; it looks like \"7.4\", but has U+200B where nothing is expected"));
    CHECK(message("7.44").ends_with("no criterion with this code"));

    assessment marks = son_la_assessment();
    marks.set.number = "134/Q\u0189-UBND";
    marks.published.fields.emplace("\uFF14", decimal(1));
    const diagnostics found = check(marks, son_la_set());
    CHECK(only(found, error_code::set_mismatch)
              .message.ends_with("; its number looks like \"134/QĐ-UBND\", but has U+0189 where U+0110 is expected"));
    CHECK(only(found, error_code::unknown_code)
              .message.ends_with("; it looks like \"4\", but has U+FF14 where U+0034 is expected"));
}
