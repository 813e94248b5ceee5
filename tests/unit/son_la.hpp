// The results of the Office of the People's Committee of Sơn La province for 2021, built in memory: the figures of its
// remediation plan. What the plan prints only as a loss (1.1) or leaves out (1.R, ...) is as partly known here.
#pragma once

#include "parindex/assessment/assessment.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio.hpp"
#include "parindex/remediation/plan.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

inline std::ostream& operator<<(std::ostream& out, const ratio& value) {
    return out << value.to_string();
}

}  // namespace parindex::inline v0

namespace parindex_test {

using namespace parindex;

/// A number written in a test.
inline decimal points(std::string_view text) {
    return parse_decimal(text).value;
}
inline ratio exact(std::string_view text) {
    return points(text);
}
inline figure printed(std::string_view text) {
    return {points(text), provenance::printed, {}};
}
inline figure inferred(std::string_view text, std::string assumption = "concluded from the split") {
    return {points(text), provenance::inferred, std::move(assumption)};
}

inline criterion leaf(std::string code, std::string part, std::string_view maximum) {
    criterion out;
    out.name = "criterion " + code;
    out.code = std::move(code);
    out.part = std::move(part);
    out.maximum = printed(maximum);
    return out;
}
/// A leaf known only by its loss.
inline criterion loss_leaf(std::string code, std::string part) {
    criterion out = leaf(std::move(code), std::move(part), "0");
    out.maximum.reset();
    return out;
}
inline criterion remainder_leaf(std::string code, std::string part) {
    criterion out = loss_leaf(std::move(code), std::move(part));
    out.remainder = true;
    out.assumption = "whatever is not itemised has full marks";
    return out;
}
/// `maximum` empty: the sum of the children.
inline criterion group(std::string code, std::string_view maximum, std::vector<criterion> children) {
    criterion out = loss_leaf(std::move(code), "");
    if (!maximum.empty()) out.maximum = printed(maximum);
    out.children = std::move(children);
    return out;
}

inline decision son_la_key() {
    decision key;
    key.number = "134/QĐ-UBND";
    key.issuer = "UBND tỉnh Sơn La";
    key.issued = parse_iso_date("2022-01-20").value;
    return key;
}

inline criteria_description son_la_criteria() {
    criteria_description out;
    out.key = son_la_key();
    out.name = "Chỉ số cải cách hành chính năm 2021";
    out.maximum = printed("100");
    out.codes = provenance::assigned;
    out.parts = {
        {"appraisal", "Điểm thẩm định", {scorer::unit, scorer::appraiser}, inferred("70"), {}},
        {"officials", "Khảo sát công chức lãnh đạo quản lý", {scorer::survey}, inferred("20"), {}},
        {"citizens", "Khảo sát người dân", {scorer::survey}, inferred("10"), {}},
    };
    criterion law = leaf("2.1", "officials", "4");
    law.maximum = inferred("4", "the maxima of the officials' survey add up to 20");
    const auto survey = [](const char* code, std::string_view maximum) { return leaf(code, "officials", maximum); };
    const auto rest = [](const char* code) { return remainder_leaf(code, "appraisal"); };
    out.fields = {
        group("1", "11.5",
              {loss_leaf("1.1", "appraisal"), group("1.2", "", {survey("1.2.1", "1"), survey("1.2.2", "1")}),
               rest("1.R")}),
        group("2", "12", {law, rest("2.R")}),
        group("3", "15.5", {rest("3.R")}),
        group("4", "11", {leaf("4.1", "appraisal", "4"), survey("4.2", "2"), rest("4.R")}),
        group("5", "13.5", {leaf("5.1", "appraisal", "3.5"), survey("5.2", "2"), survey("5.3", "3"), rest("5.R")}),
        group("6", "10", {survey("6.1", "3"), rest("6.R")}),
        group("7", "16.5",
              {survey("7.1", "1"), survey("7.2", "1"), survey("7.3", "1"), survey("7.4", "1"), rest("7.R")}),
        group("8", "10", {leaf("8.1", "citizens", "10")}),
    };
    return out;
}

inline criteria_set son_la_set() {
    return criteria_set::create(son_la_criteria()).value();
}

inline mark scored(std::string criterion, scoring_round round, std::string_view score) {
    mark out;
    out.criterion = std::move(criterion);
    out.round = round;
    out.score = printed(score);
    return out;
}
inline mark lost(std::string criterion, scoring_round round, std::string_view loss) {
    mark out;
    out.criterion = std::move(criterion);
    out.round = round;
    out.loss = printed(loss);
    return out;
}

inline assessment son_la_assessment() {
    constexpr scoring_round appraisal = scoring_round::appraisal;
    constexpr scoring_round survey = scoring_round::survey;
    assessment out;
    out.set = son_la_key();
    out.unit = {"VPUB", "Văn phòng UBND tỉnh", {}, {}};
    out.year = 2021;
    out.marks = {
        lost("1.1", appraisal, "0.5"),   scored("4.1", appraisal, "3.61"), scored("5.1", appraisal, "1.5"),
        scored("1.2.1", survey, "0.95"), scored("1.2.2", survey, "0.94"),  lost("2.1", survey, "0.28"),
        scored("4.2", survey, "1.74"),   scored("5.2", survey, "1.91"),    scored("5.3", survey, "2.81"),
        scored("6.1", survey, "2.74"),   scored("7.1", survey, "0.95"),    scored("7.2", survey, "0.93"),
        scored("7.3", survey, "0.95"),   scored("7.4", survey, "0.78"),    scored("8.1", survey, "8.99"),
    };
    return out;
}

/// The mark of a criterion, to be changed by a test.
inline mark& mark_of(assessment& marks, std::string_view criterion) {
    for (mark& each : marks.marks) {
        if (each.criterion == criterion) return each;
    }
    throw std::logic_error("no mark for " + std::string(criterion));
}

inline published_figures son_la_published() {
    published_figures out;
    out.total = points("94.52");
    out.deductions = points("5.48");
    out.parts = {{"appraisal", points("67.11")}, {"officials", points("18.42")}, {"citizens", points("8.99")}};
    out.fields = {{"1", points("10.89")}, {"2", points("11.72")}, {"3", points("15.5")},  {"4", points("10.35")},
                  {"5", points("11.22")}, {"6", points("9.74")},  {"7", points("16.11")}, {"8", points("8.99")}};
    return out;
}

inline task plan_task(std::string id, std::vector<std::string> shortfalls) {
    task out;
    out.text = "task " + id;
    out.id = std::move(id);
    out.roles.lead = {"Văn phòng"};
    for (std::string& shortfall : shortfalls) out.addresses.push_back({std::move(shortfall), std::nullopt, {}});
    return out;
}

/// One shortfall and one task a field.
inline plan_section son_la_section(const std::string& field, const std::vector<std::string>& criteria) {
    plan_section out;
    out.field = field;
    shortfall& all = out.shortfalls.emplace_back();
    all.id = "S" + field;
    all.field = field;
    for (const std::string& code : criteria) all.deductions.push_back({code, "", {}});
    out.tasks = {plan_task("T" + field, {all.id})};
    return out;
}

inline plan son_la_plan() {
    plan out;
    out.set = son_la_key();
    out.year = 2021;
    out.agency = "Văn phòng UBND tỉnh";
    out.header = {"", "Văn phòng", 12, "KH-VPUB", "Sơn La", {}, "KẾ HOẠCH", "Khắc phục tồn tại"};
    out.signed_by.post = "CHÁNH VĂN PHÒNG";
    out.header.issued = parse_iso_date("2022-03-01").value;
    out.sections = {
        son_la_section("1", {"1.1", "1.2.1", "1.2.2"}),
        son_la_section("2", {"2.1"}),
        son_la_section("4", {"4.1", "4.2"}),
        son_la_section("5", {"5.1", "5.2", "5.3"}),
        son_la_section("6", {"6.1"}),
        son_la_section("7", {"7.1", "7.2", "7.3", "7.4"}),
        son_la_section("8", {"8.1"}),
    };
    out.sections[0].tasks[0].when.kind = timing_kind::yearly;
    return out;
}

inline plan_section& section_of(plan& planned, std::string_view field) {
    for (plan_section& each : planned.sections) {
        if (each.field == field) return each;
    }
    throw std::logic_error("no section for " + std::string(field));
}

}  // namespace parindex_test
