#include "parindex/criteria/criteria_set.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/support/limits.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

using codes_found = std::vector<error_code>;

/// A set with two parts and the fields given.
criteria_description small(std::vector<criterion> fields, std::string_view maximum = "") {
    criteria_description out;
    out.key = son_la_key();
    out.name = "small";
    if (!maximum.empty()) out.maximum = printed(maximum);
    out.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}},
                 {"s", "surveyed", {scorer::survey}, std::nullopt, {}}};
    out.fields = std::move(fields);
    return out;
}

diagnostics refused(const criteria_description& description) {
    const result<criteria_set> made = criteria_set::create(description);
    if (made) return {};
    CHECK(has_error(made.error()));
    return made.error();
}

codes_found codes_of(const criteria_description& description) {
    return codes(refused(description));
}

}  // namespace

TEST_CASE("the set of Sơn La is sound and its field maxima add up to 100") {
    const criteria_set set = son_la_set();
    ratio sum;
    for (const std::size_t field : set.fields()) sum += set.at(field).maximum;
    CHECK(sum == 100);
    CHECK(set.at(0).maximum == 100);
    CHECK(set.at(0).code.empty());
    CHECK(set.fields().size() == 8);
    CHECK(set.part_maximum(0) == 70);
    CHECK(set.part_maximum(1) == 20);
    CHECK(set.part_maximum(2) == 10);
    CHECK(set.codes() == provenance::assigned);
    CHECK(set.key() == son_la_key());
}

TEST_CASE("nodes lie in document order with their ends, parents and levels") {
    const criteria_set set = son_la_set();
    for (std::size_t index = 1; index < set.nodes().size(); ++index) {
        const criteria_set::node& node = set.at(index);
        CAPTURE(node.code);
        CHECK(node.parent < index);
        CHECK(node.level == set.at(node.parent).level + 1);
        CHECK(node.end > index);
        CHECK(node.end <= set.at(node.parent).end);
        CHECK(set.find(node.code) == index);
    }
    CHECK(set.at(0).end == set.nodes().size());
    const std::size_t deep = set.find("1.2.2");
    REQUIRE(deep != criteria_set::none);
    CHECK(set.at(set.field_of(deep)).code == "1");
    CHECK(set.at(deep).level == 3);
    CHECK(set.field_of(set.find("8")) == set.find("8"));
    CHECK(set.field_of(0) == criteria_set::none);
    CHECK(set.find("") == criteria_set::none);
    CHECK(set.find("1.") == criteria_set::none);
    CHECK(set.find("9") == criteria_set::none);
    CHECK(set.children(deep).empty());
    CHECK(set.children(set.find("1")).size() == 3);
}

TEST_CASE("a remainder is what is left of its group and a leaf known by its loss adds nothing") {
    const criteria_set set = son_la_set();
    CHECK(set.at(set.find("1.R")).maximum == exact("9.5"));
    CHECK(set.at(set.find("1.R")).kind == criteria_set::kind::remainder);
    CHECK(set.at(set.find("1.R")).maximum_origin == provenance::inferred);
    CHECK(set.at(set.find("1.1")).maximum == 0);
    CHECK_FALSE(set.at(set.find("1.1")).states_maximum);
    CHECK(set.at(set.find("1.2")).maximum == 2);
    CHECK(set.at(set.find("3.R")).maximum == exact("15.5"));
}

TEST_CASE("copies of a set share one tree") {
    const criteria_set set = son_la_set();
    const criteria_set copy = set;  // NOLINT(performance-unnecessary-copy-initialization)
    CHECK(copy.nodes().data() == set.nodes().data());
}

TEST_CASE("the nine-field set whose maxima add up to 99.55 under 100 is refused") {
    std::vector<criterion> fields;
    int number = 0;
    for (const char* maximum : {"20.5", "10", "10", "6", "10.05", "6", "14", "9", "14"}) {
        ++number;
        fields.push_back(leaf(std::to_string(number), number % 2 == 0 ? "a" : "s", maximum));
    }
    const diagnostics found = refused(small(fields, "100"));
    CHECK(codes(found) == codes_found{error_code::maximum_mismatch});
    CHECK(found[0].message == "the set states a maximum of 100, but its children add up to 99.55");
    CHECK(codes_of(small(fields, "99.55")).empty());
    CHECK(codes_of(small(fields)).empty());
}

TEST_CASE("a group whose children do not add up is refused at every level") {
    const diagnostics found =
        refused(small({group("1", "2", {leaf("1.1", "a", "1"), group("1.2", "1", {leaf("1.2.1", "s", "0.5")})})}, "3"));
    CHECK(codes(found) == codes_found{error_code::maximum_mismatch, error_code::maximum_mismatch});
    CHECK(found[0].criterion == "1.2");
    CHECK(found[0].message == "criterion \"1.2\" states a maximum of 1, but its children add up to 0.5");
    CHECK(found[1].message == "the set states a maximum of 3, but its children add up to 2");
}

TEST_CASE("trailing zeros make no difference to a sum") {
    CHECK(codes_of(small({group("1", "2.000", {leaf("1.1", "a", "1.50"), leaf("1.2", "s", "0.5")})}, "2.0")).empty());
}

TEST_CASE("a code that is used twice is refused where it stands the second time") {
    criteria_description description = small({leaf("1", "a", "1"), leaf("2", "s", "1"), leaf("1", "a", "2")});
    description.fields[2].where.line = 7;
    const diagnostics found = refused(description);
    CHECK(codes(found) == codes_found{error_code::duplicate_code});
    CHECK(found[0].where.line == 7);
    CHECK(found[0].criterion == "1");
}

TEST_CASE("a child with the code of its parent is a duplicate") {
    CHECK(codes_of(small({group("1", "", {leaf("1", "a", "1"), leaf("2", "s", "1")})})) ==
          codes_found{error_code::duplicate_code});
}

TEST_CASE("each further use of a code is reported") {
    CHECK(codes_of(small({leaf("1", "a", "1"), leaf("1", "s", "1"), leaf("1", "a", "1")})) ==
          codes_found{error_code::duplicate_code, error_code::duplicate_code});
}

TEST_CASE("codes that nobody can tell apart on paper are duplicates") {
    // The second is written with the full-width stop and digits.
    const diagnostics found = refused(small({leaf("1.1", "a", "1"), leaf("\uFF11\uFF0E\uFF11", "s", "1")}));
    REQUIRE(codes(found) == codes_found{error_code::duplicate_code});
    CHECK(found[0].message ==
          "the criterion code \"\uFF11\uFF0E\uFF11\" looks like \"1.1\", but has U+FF11 where U+0031 is expected");
    CHECK(codes_of(small({leaf("1 . 1", "a", "1"), leaf("1.1", "s", "1")})) == codes_found{error_code::duplicate_code});
}

TEST_CASE("a code that begins or ends with a space is refused") {
    for (const char* code : {" 1", "1 ", "1\u00A0", "\u200B1", "1\n"}) {
        CHECK(codes_of(small({leaf(code, "a", "1"), leaf("2", "s", "1")})) == codes_found{error_code::invalid_value});
    }
    criteria_description description = small({leaf("1", "a ", "1"), leaf("2", "s", "1")});
    description.parts[0].code = "a ";
    CHECK(codes_of(description) == codes_found{error_code::invalid_value});
}

TEST_CASE("an empty code is refused once per criterion and not as a duplicate") {
    CHECK(codes_of(small({leaf("", "a", "1"), leaf("", "s", "1")})) ==
          codes_found{error_code::invalid_value, error_code::invalid_value});
}

TEST_CASE("a leaf of a part that the set does not declare is refused") {
    const diagnostics found = refused(small({leaf("1", "x", "1"), leaf("2", "a", "1"), leaf("3", "s", "1")}));
    CHECK(codes(found) == codes_found{error_code::unknown_code});
    CHECK(found[0].criterion == "1");
    CHECK(codes_of(small({leaf("1", "", "1"), leaf("2", "a", "1"), leaf("3", "s", "1")})) ==
          codes_found{error_code::unknown_code});
}

TEST_CASE("a group that names a part is refused") {
    criteria_description description = small({group("1", "", {leaf("1.1", "a", "1"), leaf("1.2", "s", "1")})});
    description.fields[0].part = "a";
    CHECK(codes_of(description) == codes_found{error_code::invalid_value});
}

TEST_CASE("a leaf without a maximum needs a remainder of its part beside it") {
    CHECK(codes_of(small({group("1", "", {loss_leaf("1.1", "a"), leaf("1.2", "s", "1")})})) ==
          codes_found{error_code::unbounded_criterion});
    const diagnostics other =
        refused(small({group("1", "3", {loss_leaf("1.1", "a"), leaf("1.2", "a", "1"), remainder_leaf("1.R", "s")})}));
    CHECK(codes(other) == codes_found{error_code::unbounded_criterion});
    CHECK(other[0].message.find("belongs to another part") != std::string::npos);
    // A remainder further up or down does not stand beside it.
    CHECK(codes_of(small({group("1", "3",
                                {group("1.1", "", {loss_leaf("1.1.1", "a"), leaf("1.1.2", "s", "1")}),
                                 remainder_leaf("1.R", "a")})})) == codes_found{error_code::unbounded_criterion});
    CHECK(codes_of(small({group("1", "3", {loss_leaf("1.1", "a"), leaf("1.2", "s", "1"), remainder_leaf("1.R", "a")})}))
              .empty());
}

TEST_CASE("a loss-only field may stand beside a remainder of the set itself") {
    CHECK(codes_of(small({loss_leaf("1", "a"), leaf("2", "s", "1"), remainder_leaf("R", "a")}, "10")).empty());
    CHECK(codes_of(small({loss_leaf("1", "a"), leaf("2", "s", "1"), remainder_leaf("R", "a")})) ==
          codes_found{error_code::missing_maximum});
}

TEST_CASE("a remainder below zero is refused and one of zero is not") {
    const diagnostics found =
        refused(small({group("1", "2", {leaf("1.1", "a", "1"), leaf("1.2", "s", "1.5"), remainder_leaf("1.R", "a")})}));
    CHECK(codes(found) == codes_found{error_code::invalid_remainder});
    CHECK(found[0].message ==
          "criterion \"1\" states a maximum of 2, less than its itemised children, which add up to 2.5");
    CHECK(codes_of(
              small({group("1", "2.5", {leaf("1.1", "a", "1"), leaf("1.2", "s", "1.5"), remainder_leaf("1.R", "a")})}))
              .empty());
}

TEST_CASE("a group with two remainders is refused") {
    const diagnostics found = refused(
        small({group("1", "4", {remainder_leaf("1.R", "a"), leaf("1.1", "s", "1"), remainder_leaf("1.Q", "a")})}));
    CHECK(count(found, error_code::invalid_remainder) == 1);
    CHECK(found[0].criterion == "1.Q");
}

TEST_CASE("a remainder with a maximum or with children is refused") {
    criterion rest = remainder_leaf("1.R", "a");
    rest.maximum = printed("1");
    CHECK(codes_of(small({group("1", "2", {leaf("1.1", "s", "1"), rest})})) ==
          codes_found{error_code::invalid_remainder});
    rest.maximum.reset();
    rest.children = {leaf("1.R.1", "a", "1")};
    CHECK(codes_of(small({group("1", "2", {leaf("1.1", "s", "1"), rest})})) ==
          codes_found{error_code::invalid_remainder});
}

TEST_CASE("a remainder needs a group that states its maximum") {
    CHECK(codes_of(small({group("1", "", {leaf("1.1", "s", "1"), remainder_leaf("1.R", "a")})})) ==
          codes_found{error_code::missing_maximum});
}

TEST_CASE("a remainder may be all that a group holds") {
    CHECK(codes_of(small({group("1", "5", {remainder_leaf("1.R", "a")}), leaf("2", "s", "1")}, "6")).empty());
}

TEST_CASE("what is inferred must say what it assumes") {
    criteria_description description =
        small({group("1", "3", {leaf("1.1", "s", "1"), remainder_leaf("1.R", "a")})}, "3");
    description.fields[0].children[0].maximum = inferred("1", "");
    CHECK(codes_of(description) == codes_found{error_code::missing_assumption});
    description.fields[0].children[1].assumption.clear();
    CHECK(codes_of(description) == codes_found{error_code::missing_assumption, error_code::missing_assumption});
    description.fields[0].maximum = inferred("3", "");
    description.maximum = inferred("3", "");
    description.parts[0].maximum = inferred("2", "");
    description.key.origin = provenance::assigned;
    CHECK(count(refused(description), error_code::missing_assumption) == 6);
}

TEST_CASE("a maximum below zero is refused wherever it stands") {
    CHECK(codes_of(small({leaf("1", "a", "-1"), leaf("2", "s", "1")})) == codes_found{error_code::negative_maximum});
    criteria_description description = small({leaf("1", "a", "1"), leaf("2", "s", "1")});
    description.parts[0].maximum = printed("-1");
    CHECK(count(refused(description), error_code::negative_maximum) == 1);
    description = small({leaf("1", "a", "1"), leaf("2", "s", "1")}, "-2");
    CHECK(count(refused(description), error_code::negative_maximum) == 1);
    CHECK(codes_of(small({group("1", "-1", {leaf("1.1", "a", "-1")}), leaf("2", "s", "1")})) ==
          codes_found{error_code::negative_maximum, error_code::negative_maximum});
}

TEST_CASE("the maximum of a part is compared with its leaves and remainders") {
    criteria_description description =
        small({group("1", "5", {leaf("1.1", "s", "1"), remainder_leaf("1.R", "a")}), leaf("2", "s", "0.5")});
    description.parts[0].maximum = printed("4");
    description.parts[1].maximum = printed("1.5");
    CHECK(codes_of(description).empty());
    description.parts[1].maximum = printed("1");
    const diagnostics found = refused(description);
    CHECK(codes(found) == codes_found{error_code::maximum_mismatch});
    CHECK(found[0].message == "the part \"s\" states a maximum of 1, but its criteria add up to 1.5");
}

TEST_CASE("a part that nobody scores, that no criterion uses, without or with a used code is refused") {
    criteria_description description = small({leaf("1", "a", "1"), leaf("2", "s", "1")});
    description.parts[0].scored_by.clear();
    CHECK(codes_of(description) == codes_found{error_code::part_not_scored});
    description = small({leaf("1", "a", "1")});
    CHECK(codes_of(description) == codes_found{error_code::part_not_scored});
    description = small({leaf("1", "a", "1"), leaf("2", "s", "1")});
    description.parts.push_back(description.parts[0]);
    CHECK(codes_of(description) == codes_found{error_code::duplicate_code});
    description = small({leaf("1", "a", "1"), leaf("2", "s", "1")});
    description.parts.push_back({"", "nameless", {scorer::unit}, std::nullopt, {}});
    CHECK(codes_of(description) == codes_found{error_code::invalid_value});
}

TEST_CASE("a set without fields or without a decision is refused") {
    CHECK(count(refused(small({})), error_code::missing_maximum) == 1);
    criteria_description description = small({leaf("1", "a", "1"), leaf("2", "s", "1")});
    description.key.number.clear();
    CHECK(codes_of(description) == codes_found{error_code::invalid_value});
    description.key = son_la_key();
    description.key.issuer.clear();
    CHECK(codes_of(description) == codes_found{error_code::invalid_value});
}

TEST_CASE("every finding of a set is reported at once") {
    criteria_description description =
        small({leaf("1", "x", "1"), group("2", "5", {leaf("2.1", "a", "1"), loss_leaf("2.2", "s")}),
               leaf("1", "s", "-1"), group("3", "1", {leaf("3.1", "a", "2"), remainder_leaf("3.R", "s")})},
              "100");
    description.fields[3].children[1].assumption.clear();
    description.parts[1].scored_by.clear();
    const diagnostics found = refused(description);
    INFO(listed(found));
    for (const error_code code :
         {error_code::unknown_code, error_code::maximum_mismatch, error_code::unbounded_criterion,
          error_code::duplicate_code, error_code::negative_maximum, error_code::invalid_remainder,
          error_code::missing_assumption, error_code::part_not_scored}) {
        CHECK(count(found, code) >= 1);
    }
}

TEST_CASE("criteria may be nested to the limit and no deeper") {
    const auto nested = [](std::size_t levels) {
        criterion out = leaf(std::to_string(levels), "a", "1");
        for (std::size_t level = levels - 1; level > 0; --level) {
            criterion outer = group(std::to_string(level), "", {});
            outer.children.push_back(std::move(out));
            out = std::move(outer);
        }
        return out;
    };
    CHECK(codes_of(small({nested(limits::criteria_depth), leaf("s", "s", "1")})).empty());
    CHECK(codes_of(small({nested(limits::criteria_depth + 1), leaf("s", "s", "1")})) ==
          codes_found{error_code::criteria_too_deep});
    // Far deeper than the limit: the walk stops there.
    CHECK(count(refused(small({nested(2000), leaf("s", "s", "1")})), error_code::criteria_too_deep) == 1);
}

TEST_CASE("a set holds as many criteria as the limit says and no more") {
    criteria_description description = small({});
    for (std::size_t index = 0; index < limits::criteria; ++index) {
        description.fields.push_back(leaf(std::to_string(index), index % 2 == 0 ? "a" : "s", "1"));
    }
    CHECK(codes_of(description).empty());
    description.fields.push_back(leaf("one more", "a", "1"));
    const diagnostics found = refused(description);
    CHECK(codes(found) == codes_found{error_code::too_many_criteria});
    CHECK(found[0].criterion == "one more");
}

TEST_CASE("a set holds as many parts as the limit says and no more") {
    criteria_description description = small({});
    description.parts.clear();
    for (std::size_t index = 0; index <= limits::parts; ++index) {
        const std::string code = std::to_string(index);
        description.parts.push_back({code, code, {scorer::unit}, std::nullopt, {}});
        description.fields.push_back(leaf(code, code, "1"));
    }
    CHECK(count(refused(description), error_code::too_many_parts) == 1);
    description.parts.pop_back();
    description.fields.pop_back();
    CHECK(codes_of(description).empty());
}

TEST_CASE("a set of 100,000 criteria with wrong sums, parts and codes is answered quickly and in bounded space") {
    criteria_description description = small({});
    for (int index = 0; index < 90'000; ++index) description.fields.push_back(loss_leaf("same", "x"));
    CHECK(refused(description).size() == limits::diagnostics + 1);
}

TEST_CASE("a long code does not make every message about its group long") {
    std::vector<criterion> children = {remainder_leaf(std::string(1'000'000, 'x'), "s")};
    for (int index = 0; index < 300; ++index) children.push_back(loss_leaf(std::to_string(index), "a"));
    for (const diagnostic& each : refused(small({group("1", "5", children)}))) CHECK(each.message.size() < 400);
}

TEST_CASE("control characters of a code do not reach the message") {
    const diagnostics found = refused(small({leaf("1\x1B[31m\nx", "a", "-1"), leaf("2", "s", "1")}));
    REQUIRE(codes(found) == codes_found{error_code::negative_maximum});
    CHECK(found[0].message == "the maximum of criterion \"1\\u{1B}[31m\\u{A}x\" is below zero: -1");
    CHECK(found[0].criterion == "1\x1B[31m\nx");
}

TEST_CASE("figures of a set are at most a million points with six decimals") {
    CHECK(codes_of(small({leaf("1", "a", "1000000"), leaf("2", "s", "0.000001")})).empty());
    CHECK(codes_of(small({leaf("1", "a", "1000000.01"), leaf("2", "s", "1")})) ==
          codes_found{error_code::maximum_too_large});
    CHECK(codes_of(small({leaf("1", "a", "9223372036854775807"), leaf("2", "s", "0.0000001")})) ==
          codes_found{error_code::maximum_too_large, error_code::maximum_too_precise});
    CHECK(codes_of(small({leaf("1", "a", "1.00000000"), leaf("2", "s", "1")})).empty());
    CHECK(codes_of(small({leaf("1", "a", "1"), leaf("2", "s", "1")}, "9000000000000000000")) ==
          codes_found{error_code::maximum_too_large, error_code::maximum_mismatch});
}

TEST_CASE("a group whose maximum adds up inferred figures is inferred too") {
    criteria_description description = small({group("1", "", {leaf("1.1", "a", "1"), leaf("1.2", "s", "1")})});
    description.fields[0].children[1].maximum = inferred("1");
    const criteria_set set = criteria_set::create(description).value();
    CHECK(set.at(set.find("1")).maximum_origin == provenance::inferred);
    CHECK(set.at(0).maximum_origin == provenance::inferred);
    description.fields[0].maximum = printed("2");
    const criteria_set stated = criteria_set::create(description).value();
    CHECK(stated.at(stated.find("1")).maximum_origin == provenance::printed);
    CHECK(stated.at(0).maximum_origin == provenance::printed);
}

TEST_CASE("survey points are never self-scored") {
    criteria_description description = small({leaf("1", "a", "1"), leaf("2", "s", "1")});
    description.parts[1].scored_by = {scorer::survey, scorer::unit};
    const criteria_set set = criteria_set::create(description).value();
    REQUIRE(set.warnings().size() == 1);
    CHECK(set.warnings()[0].code == error_code::survey_self_scored);
    description.parts[1].scored_by = {scorer::survey, scorer::authority};
    CHECK(criteria_set::create(description).value().warnings().empty());
}

TEST_CASE("a part that names a scorer twice is refused") {
    criteria_description description = small({leaf("1", "a", "1"), leaf("2", "s", "1")});
    description.parts[0].scored_by = {scorer::unit, scorer::unit};
    CHECK(codes_of(description) == codes_found{error_code::invalid_value});
}

TEST_CASE("a weight that is shared out needs a criterion that can take it") {
    criteria_description description = small({group("1", "", {leaf("1.1", "a", "1")}), leaf("2", "s", "1")});
    criterion& only_one = description.fields[0].children[0];
    for (const not_applicable_policy policy :
         {not_applicable_policy::rescale_criterion, not_applicable_policy::rescale_field}) {
        only_one.not_applicable = policy;
        const criteria_set set = criteria_set::create(description).value();
        REQUIRE(set.warnings().size() == 1);
        CHECK(set.warnings()[0].code == error_code::no_heir);
        CHECK(set.warnings()[0].criterion == "1.1");
    }
    only_one.not_applicable = not_applicable_policy::rescale_total;
    CHECK(criteria_set::create(description).value().warnings().empty());
    CHECK(criteria_set::create(description).value().rescale_scope(2) == 0);
    // A field that is a leaf has the whole set to take its weight.
    description.fields[1].not_applicable = not_applicable_policy::rescale_field;
    CHECK(criteria_set::create(description).value().warnings().empty());
}
