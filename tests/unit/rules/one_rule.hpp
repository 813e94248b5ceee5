// A set with one leaf and a rule, and what facts earn under it: tests of rules read as tables.
#pragma once

#include "parindex/assessment/evaluation.hpp"
#include "parindex/criteria/rule_explanation.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"

#include "parindex/numeric/number_text.hpp"

#include "../findings.hpp"

#include <optional>
#include <string>

namespace parindex_test {

using namespace parindex;

/// How the leaf stands in its set.
struct leaf_form {
    std::string maximum = "1";
    std::string more;  ///< Further members of the leaf: `"minimum": -1,`
    std::string set;   ///< Further members of the set: `"rules": {...},`
};

/// A leaf "1.1" of that maximum with a rule, and a leaf "2" of 1 point without.
inline std::string set_text(const std::string& rule, const leaf_form& form = {}) {
    return R"({"format": "parindex.criteria/1",
        "decision": {"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"}, "name": "Một quy tắc", )" +
           form.set + R"("parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["unit", "appraiser"]}],
        "fields": [{"code": "1", "name": "Lĩnh vực", "children": [
            {"code": "1.1", "name": "Tiêu chí", "part": "a", "maximum": ")" +
           form.maximum + "\", " + form.more + "\"rule\": " + rule + R"(}]},
            {"code": "2", "name": "Khác", "part": "a", "maximum": 1}]})";
}

inline std::string marks_text(const std::string& facts) {
    return R"({"format": "parindex.assessment/1",
        "set": {"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"},
        "unit": {"code": "U", "name": "Đơn vị"}, "year": 2025,
        "rounds": [{"round": "appraisal", "marks": [{"criterion": "2", "score": 1},
            {"criterion": "1.1", "facts": )" +
           facts + "}]}]}";
}

/// What is wrong with a rule; empty: nothing.
inline diagnostics findings_of(const std::string& rule, const leaf_form& form = {}) {
    diagnostics notes;
    const result<criteria_set> set = read_criteria_set(set_text(rule, form), "criteria.json", &notes);
    return set ? notes : set.error();
}

class one_rule {
public:
    explicit one_rule(const std::string& rule, const leaf_form& form = {})
        : read_(read_criteria_set(set_text(rule, form), "criteria.json")) {
        INFO(rule);
        if (!read_) FAIL_CHECK(listed(read_.error()));
    }

    [[nodiscard]] const criteria_set& set() const { return read_.value(); }
    [[nodiscard]] const criteria_set::node& leaf() const { return set().at(set().find("1.1")); }

    /// "0.5" or "11/14"; "0..2" while facts are missing; "n/a"; the message of an error.
    [[nodiscard]] std::string earns(const std::string& facts, const evaluation_context& context = {}) const {
        const result<assessment> marks = read_assessment(marks_text(facts), "assessment.json");
        if (!marks) return listed(marks.error());
        const result<evaluation> scored = evaluate(set(), *marks, context);
        if (!scored) return scored.error().front().message;
        const std::size_t node = set().find("1.1");
        if (!scored->not_applicable().empty()) return "n/a";
        const evaluation::points& points = scored->at(node);
        if (points.complete()) return text(points.score);
        return text(points.lowest) + ".." + text(points.highest);
    }

    [[nodiscard]] std::string says(const std::string& facts,
                                   explanation_language language = explanation_language::vietnamese,
                                   const evaluation_context& context = {}) const {
        return with_trace(facts, context,
                          [&](const rule_trace& trace, const rule_result& found, const std::vector<used_fact>& used) {
                              return explain(*leaf().rule, found, trace, used, language);
                          });
    }

    [[nodiscard]] std::string says_with_labels(const std::string& facts) const {
        return with_trace(
            facts, {}, [&](const rule_trace& trace, const rule_result& found, const std::vector<used_fact>& used) {
                return explain(*leaf().rule, found, trace, used, explanation_language::vietnamese, fact_naming::labels);
            });
    }

    /// "b/a ≥ 80% +3/35 = 1.6; ...": what would have earned more.
    [[nodiscard]] std::string next(const std::string& facts) const {
        return with_trace(facts, {}, [&](const rule_trace& trace, const rule_result&, const std::vector<used_fact>&) {
            std::string out;
            for (const next_outcome& each : next_better(trace, *leaf().rule, leaf().full_points())) {
                out += (out.empty() ? "" : "; ") + each.reach + (each.missing ? " +" + text(*each.missing) : "") +
                       " = " + text(each.points);
            }
            return out;
        });
    }

    static std::string text(const ratio& value) {
        const std::optional<decimal> exact = value.exact_decimal();
        return exact ? to_shortest_string(*exact) : value.to_string();
    }

private:
    template <class Use>
    std::string with_trace(const std::string& facts, const evaluation_context& context, const Use& use) const {
        const result<assessment> marks = read_assessment(marks_text(facts), "assessment.json", &set());
        if (!marks) return listed(marks.error());
        rule_trace trace;
        std::vector<used_fact> used;
        const rule_result found = points_of(marks->marks[1], leaf(), context, &trace, &used);
        return use(trace, found, used);
    }

    result<criteria_set> read_;
};

}  // namespace parindex_test
