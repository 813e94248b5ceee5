// Structures of real criteria sets, and what a set may say about itself beyond its tree.
#include "parindex/criteria/criteria_set.hpp"

#include "../findings.hpp"
#include "../son_la.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

using codes_found = std::vector<error_code>;

criteria_description described(std::vector<criterion> fields) {
    criteria_description out;
    out.key = son_la_key();
    out.name = "structure";
    out.parts = {{"a", "appraised", {scorer::appraiser}, std::nullopt, {}}};
    out.fields = std::move(fields);
    return out;
}

diagnostics found_in(const criteria_description& description) {
    const result<criteria_set> made = criteria_set::create(description);
    return made ? diagnostics{} : made.error();
}

codes_found codes_of(const criteria_description& description) {
    return codes(found_in(description));
}

std::size_t nodes_at(const criteria_set& set, std::size_t level) {
    std::size_t out = 0;
    for (const criteria_set::node& node : set.nodes()) out += node.level == level ? 1 : 0;
    return out;
}

criterion with(criterion each, point_kind points) {
    each.points = points;
    return each;
}

}  // namespace

TEST_CASE("nine fields whose maxima add up to 99.55 under a header of 100 are refused") {
    // The set of an application for district divisions, 2019; 10.05 is a misprint of 10.5.
    const char* const maxima[] = {"20.5", "10", "10", "6", "10.05", "6", "14", "9", "14"};
    criteria_description set = described({});
    set.maximum = printed("100");
    for (const char* const maximum : maxima) {
        set.fields.push_back(leaf(std::to_string(set.fields.size() + 1), "a", maximum));
    }
    const diagnostics found = found_in(set);
    REQUIRE(codes(found) == codes_found{error_code::maximum_mismatch});
    CHECK(found[0].message == "the set states a maximum of 100, but its children add up to 99.55");
    set.maximum = printed("99.55");
    CHECK(codes_of(set).empty());
}

TEST_CASE("a field that holds 95.5 under a header of 100 is refused at its own level") {
    criteria_description set = described({group("1", "100", {leaf("1.1", "a", "50"), leaf("1.2", "a", "45.5")})});
    set.maximum = printed("100");
    const diagnostics found = found_in(set);
    REQUIRE(codes(found) == codes_found{error_code::maximum_mismatch});
    CHECK(found[0].criterion == "1");
}

TEST_CASE("the ministry set of 2022: 38 criteria, 97 sub-criteria, fields with more criteria than sub-criteria") {
    // Decision 876/QĐ-BNV: criteria and sub-criteria of each field. A criterion without sub-criteria is a leaf.
    const std::pair<int, int> counts[] = {{7, 6}, {9, 15}, {6, 19}, {4, 14}, {6, 16}, {3, 13}, {3, 14}};
    criteria_description set = described({});
    for (const auto& [criteria, leaves] : counts) {
        const std::string field = std::to_string(set.fields.size() + 1);
        std::vector<criterion> children;
        int left = leaves;
        for (int index = 1; index <= criteria; ++index) {
            const std::string code = field + '.' + std::to_string(index);
            const int own = index == criteria ? left : std::min(left, index % 3 == 0 ? 0 : 2);
            left -= own;
            std::vector<criterion> parts;
            for (int part = 1; part <= own; ++part)
                parts.push_back(leaf(code + '.' + std::to_string(part), "a", "0.5"));
            children.push_back(parts.empty() ? leaf(code, "a", "0.5") : group(code, "", parts));
        }
        set.fields.push_back(group(field, "", children));
    }
    const criteria_set made = criteria_set::create(set).value();
    CHECK(nodes_at(made, 1) == 7);
    CHECK(nodes_at(made, 2) == 38);
    CHECK(nodes_at(made, 3) == 97);
    CHECK(made.children(made.find("1")).size() == 7);
    CHECK(made.at(made.find("1.3")).is_leaf());
}

TEST_CASE("a block of deductions counts among the criteria and adds nothing to 100") {
    // Gia Lai 2017: "Điểm trừ: 10 tiêu chí".
    criteria_description set = described({leaf("1", "a", "100")});
    std::vector<criterion> block;
    for (int index = 1; index <= 10; ++index) block.push_back(leaf("T." + std::to_string(index), "a", "0.5"));
    set.fields.push_back(with(group("T", "", block), point_kind::penalty));
    set.maximum = printed("100");
    const criteria_set made = criteria_set::create(set).value();
    CHECK(nodes_at(made, 2) == 10);
    CHECK(made.at(made.find("T")).maximum.sign() == 0);
    CHECK(made.at(0).maximum == exact("100"));
    CHECK(made.part_maximum(0) == exact("100"));
    CHECK(made.at(made.find("T.3")).points == point_kind::penalty);
    CHECK(made.at(made.find("T.3")).lowest == exact("-0.5"));
}

TEST_CASE("bounds that contradict their criterion") {
    const auto one = [](criterion odd) { return described({leaf("1", "a", "10"), std::move(odd)}); };
    const auto capped = [](criterion each, std::string_view cap) {
        each.cap = printed(cap);
        return each;
    };
    const auto at_least = [](criterion each, std::string_view minimum) {
        each.minimum = printed(minimum);
        return each;
    };
    const criterion two = group("2", "", {leaf("2.1", "a", "2"), leaf("2.2", "a", "3")});
    CHECK(codes_of(one(at_least(capped(two, "4"), "-1"))).empty());
    CHECK(codes_of(one(capped(leaf("2", "a", "5"), "4"))) == codes_found{error_code::invalid_bound});
    CHECK(codes_of(one(at_least(leaf("2", "a", "5"), "6"))) == codes_found{error_code::invalid_bound});
    CHECK(codes_of(one(at_least(capped(two, "4"), "5"))) == codes_found{error_code::invalid_bound});
    CHECK(codes_of(one(capped(two, "-4"))) == codes_found{error_code::negative_maximum});
    CHECK(codes_of(one(at_least(with(two, point_kind::bonus), "0"))) == codes_found{error_code::invalid_bound});
    criterion bonus = with(group("2", "5", two.children), point_kind::bonus);
    CHECK(codes_of(one(bonus)) == codes_found{error_code::invalid_bound});  // a cap, not a maximum
    bonus.maximum.reset();
    bonus.children[0] = with(bonus.children[0], point_kind::penalty);
    CHECK(codes_of(one(bonus)) == codes_found{error_code::invalid_bound});
    CHECK(codes_of(one(with(loss_leaf("2", "a"), point_kind::bonus))) == codes_found{error_code::unbounded_criterion});
    CHECK(codes_of(one(with(loss_leaf("2", "a"), point_kind::penalty))).empty());
    criterion block = with(group("2", "", {remainder_leaf("2.R", "a")}), point_kind::bonus);
    CHECK(count(found_in(one(block)), error_code::invalid_remainder) == 1);
}

TEST_CASE("a bound belongs to one part, or the parts would not add up") {
    criteria_description set = described({group("1", "", {leaf("1.1", "a", "2"), leaf("1.2", "s", "3")})});
    set.parts.push_back({"s", "surveyed", {scorer::survey}, std::nullopt, {}});
    CHECK(codes_of(set).empty());
    set.fields[0].cap = printed("4");
    const diagnostics found = found_in(set);
    REQUIRE(codes(found) == codes_found{error_code::bound_across_parts});
    CHECK(found[0].criterion == "1");
    set.fields[0].cap.reset();
    set.cap = printed("4");  // of the whole set: belongs to no part
    CHECK(codes_of(set).empty());
    set.minimum = printed("5");
    CHECK(codes_of(set) == codes_found{error_code::invalid_bound});
}

TEST_CASE("a correction names the decision that it amends") {
    criteria_description set = described({leaf("1", "a", "10")});
    set.key.number = "1692/QĐ-UBND";
    set.amends = son_la_key();
    CHECK(criteria_set::create(set).value().amends()->number == son_la_key().number);
    set.amends = set.key;
    CHECK(codes_of(set) == codes_found{error_code::invalid_amendment});
}

TEST_CASE("one number may name two decisions: the issuer and the date are part of the key") {
    decision ministry{"892", "Bộ Nội vụ", parse_iso_date("2024-12-05").value, provenance::printed, {}};
    decision province{"892", "UBND tỉnh Quảng Nam", parse_iso_date("2023-04-27").value, provenance::printed, {}};
    CHECK_FALSE(ministry == province);
    province.issuer = ministry.issuer;
    CHECK_FALSE(ministry == province);
}

TEST_CASE("texts that say nothing are refused") {
    criteria_description set = described({leaf("1", "a", "10"), leaf("2", "a", "5")});
    set.fields[0].name = "\u00A0\u200B ";
    CHECK(codes_of(set) == codes_found{error_code::invalid_value});
    set.fields[0].name = "Chỉ đạo";
    set.fields[1].evidence = {"Báo cáo", " "};
    CHECK(codes_of(set) == codes_found{error_code::invalid_value});
    set.fields[1].evidence.clear();
    set.fields[1].source = legal_source{"", "Điều 5"};
    CHECK(codes_of(set) == codes_found{error_code::invalid_value});
    set.fields[1].source->document = "1051/QĐ-UBND";
    set.unit_groups = {{"so", "Sở, ban, ngành"}, {"so", "Sở"}};
    CHECK(codes_of(set) == codes_found{error_code::duplicate_code});
    set.unit_groups[1] = {"xa", ""};
    CHECK(codes_of(set) == codes_found{error_code::invalid_value});
    set.unit_groups[1].name = "Xã, phường";
    set.parts[0].name.clear();
    set.name = "";
    CHECK(codes_of(set) == codes_found{error_code::invalid_value, error_code::invalid_value});
}
