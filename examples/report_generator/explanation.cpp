#include "report_generator/explanation.hpp"

#include "parindex/criteria/rule_explanation.hpp"
#include "parindex/support/visible_text.hpp"
#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/summary.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

/// Exact, because sums are printed with it: a value that never terminates as its fraction.
std::string exact_text(const ratio& value) {
    constexpr std::size_t longest = 40;
    if (const std::optional<decimal> exact = value.exact_decimal()) return print_number(*exact);
    std::string fraction = value.to_string();
    return fraction.size() <= longest ? fraction : "about " + points_text(value);
}

std::string points_of(const ratio& value) {
    const std::string text = exact_text(value);
    return text_from(text, text == "1" ? " point" : " points");
}

std::string_view inferred_mark(provenance origin) {
    return origin == provenance::printed ? "" : " (inferred)";
}

std::string_view scorer_name(scorer by) {
    switch (by) {
        case scorer::unit: return "the unit";
        case scorer::appraiser: return "the appraiser";
        case scorer::authority: return "the authority";
        case scorer::survey: return "a survey";
    }
    return "";
}

class explainer {
public:
    explainer(std::ostream& out, const scored_folder& folder, const context_description* outside)
        : out_(out), scored_(folder.scored), set_(folder.scored.set()), context_(folder.data.context) {
        if (outside != nullptr && outside->year == scored_.year()) note_origins(*outside);
        for (const mark& each : folder.data.marks.marks) marks_.emplace_back(set_.find(each.criterion), &each);
        std::stable_sort(marks_.begin(), marks_.end(), [](const node_mark& a, const node_mark& b) {
            return std::pair(a.first, a.second->round) < std::pair(b.first, b.second->round);
        });
    }

    void run(std::size_t top) {
        out_ << visible_text(scored_.unit().name) << " (" << visible_text(scored_.unit().code) << "), "
             << std::to_string(scored_.year()) << '\n';
        if (set_.at(top).level > 1) print_path(top);
        for (std::size_t node = top; node < set_.at(top).end; ++node) print_node(node, set_.at(top).level);
        print_identity(top);
    }

private:
    using node_mark = std::pair<std::size_t, const mark*>;

    /// What the context says about where the facts of this unit come from.
    void note_origins(const context_description& outside) {
        const auto own = std::find_if(outside.units.begin(), outside.units.end(),
                                      [this](const unit_facts& each) { return each.unit == scored_.unit().code; });
        const std::span<const criterion_facts> of_unit =
            own == outside.units.end() ? std::span<const criterion_facts>() : own->facts;
        const auto note = [this](const criterion_facts& each) {
            if (!each.explanation.empty()) origins_.emplace(set_.find(each.criterion), each.explanation);
        };
        for (const criterion_facts& each : outside.facts) {
            if (!is_replaced(each, of_unit)) note(each);
        }
        for (const criterion_facts& each : of_unit) note(each);
    }
    /// Whether the unit has a value of its own for all of these facts.
    static bool is_replaced(const criterion_facts& common, std::span<const criterion_facts> of_unit) {
        const auto own = std::find_if(of_unit.begin(), of_unit.end(), [&common](const criterion_facts& each) {
            return each.criterion == common.criterion;
        });
        return own != of_unit.end() && std::all_of(common.facts.begin(), common.facts.end(), [own](const fact& each) {
                   return std::any_of(own->facts.begin(), own->facts.end(),
                                      [&each](const fact& other) { return other.name == each.name; });
               });
    }

    void print_path(std::size_t node) {
        std::vector<std::size_t> above;
        for (std::size_t at = node; at != criteria_set::none && at != 0; at = set_.at(at).parent) {
            above.push_back(at);
        }
        std::string path;
        for (auto at = above.rbegin(); at != above.rend(); ++at) {
            path += text_from(path.empty() ? "" : " > ", within_column(title_of(*at)));
        }
        out_ << "path: " << path << '\n';
    }

    [[nodiscard]] std::string title_of(std::size_t index) const {
        const criteria_set::node& node = set_.at(index);
        if (index == 0) return set_.description().name.empty() ? "the whole set" : set_.description().name;
        if (node.kind == criteria_set::kind::remainder) return text_from(node.code, " everything else in the group");
        return text_from(node.code, " ", node.name);
    }

    void line(std::string_view text) { out_ << indent_ << visible_text(text) << '\n'; }

    void print_node(std::size_t index, std::size_t top_level) {
        const criteria_set::node& node = set_.at(index);
        indent_.assign(2 * (node.level - top_level), ' ');
        line(title_of(index));
        indent_ += "    ";
        if (index == 0) line("decision: " + to_string(set_.key()));
        print_demands(node);
        print_maximum(index);
        print_marks(index);
        const evaluation::points& points = scored_.at(index);
        if (points.complete()) {
            line(text_from("score: ", exact_text(points.score), inferred_mark(scored_.score_origin(index))));
        } else {
            line(text_from("score so far: ", exact_text(points.score), "; ", counted(points.unmarked, "mark"),
                           " missing, so that it ends between ", exact_text(points.lowest), " and ",
                           exact_text(points.highest)));
        }
        const std::span<const ledger_entry> below = scored_.ledger(index);
        for (auto entry = below.begin(); entry != below.end() && entry->node == index; ++entry) print_entry(*entry);
    }

    void print_demands(const criteria_set::node& node) {
        if (node.source) {
            line(text_from("source: ", node.source->document, node.source->article.empty() ? "" : ", ",
                           node.source->article));
        }
        for (const std::string& each : node.evidence) line("required evidence: " + each);
        if (!node.is_leaf()) return;
        const part& scored = set_.parts()[node.part];
        std::string by;
        for (const scorer each : scored.scored_by) by += text_from(by.empty() ? "" : " or ", scorer_name(each));
        line(text_from("part: ", within_column(scored.name), ", scored by ", by));
    }

    void print_maximum(std::size_t index) {
        const criteria_set::node& node = set_.at(index);
        if (node.points != point_kind::regular) {
            line(text_from(node.points == point_kind::bonus ? "bonus points" : "penalty points",
                           ": add nothing to the maximum", bounds_text(node)));
            return;
        }
        if (!node.states_maximum) {
            line("maximum: not stated; it lies in the remainder beside it");
            return;
        }
        const ratio& own = scored_.at(index).maximum;
        line(text_from(
            "maximum: ", exact_text(node.maximum), inferred_mark(node.maximum_origin),
            own == node.maximum ? std::string() : text_from(" in the set, ", exact_text(own), " for this unit"),
            node.is_leaf() ? std::string() : bounds_text(node)));
        if (!node.assumption.empty()) line("assuming: " + node.assumption);
    }

    static std::string bounds_text(const criteria_set::node& node) {
        return text_from(node.lowest ? ", at least " + exact_text(*node.lowest) : std::string(),
                         node.highest ? ", at most " + exact_text(*node.highest) : std::string());
    }

    void print_marks(std::size_t index) {
        if (!set_.at(index).is_leaf()) return;
        const auto is_before = [](const node_mark& each, std::size_t node) { return each.first < node; };
        auto each = std::lower_bound(marks_.begin(), marks_.end(), index, is_before);
        if (each == marks_.end() || each->first != index) {
            line(set_.at(index).points == point_kind::regular ? "mark: none yet" : "mark: none, so nothing is counted");
        }
        std::optional<ratio> before;
        for (; each != marks_.end() && each->first == index; ++each) print_mark(*each->second, index, before);
        const auto [first, last] = origins_.equal_range(index);
        for (auto origin = first; origin != last; ++origin) line("facts from outside the unit: " + origin->second);
    }

    /// @param before  points of the round before, if they are known; afterwards those of this one
    void print_mark(const mark& given, std::size_t index, std::optional<ratio>& before) {
        std::string text = text_from("mark, ", to_string(given.round), ": ");
        if (given.not_applicable) {
            text +=
                text_from("does not apply (", *given.not_applicable, "): ", policy_text(set_.at(index).not_applicable));
        } else if (given.facts) {
            text += "facts";
        } else {
            const figure& value = given.score ? *given.score : *given.loss;
            text += text_from(given.score ? "" : "loss ", print_number(value.value), inferred_mark(value.origin));
        }
        line(text_from(text, scored_.counted_round(index) == given.round ? "  <- counts" : "  (does not count)"));
        rule_trace trace;
        std::vector<used_fact> used;
        const rule_result found = parindex::points_of(given, set_.at(index), context_, &trace, &used);
        if (given.facts) print_rule(set_.at(index), found, trace, used);
        print_difference(found, before);
        for (const evidence& proof : given.proofs) {
            line(text_from("  evidence: ", proof.document, proof.place.empty() ? "" : ", ", proof.place));
        }
        if (!given.explanation.empty()) line("  explanation: " + given.explanation);
    }

    /// What a later round changed.
    void print_difference(const rule_result& found, std::optional<ratio>& before) {
        const bool known = found.state == rule_state::scored;
        if (known && before && *found.points.low != *before) {
            const ratio difference = *found.points.low - *before;
            line(text_from("  ", difference.sign() > 0 ? "+" : "", points_of(difference), " against the round before"));
        }
        before = known ? found.points.low : std::nullopt;
    }

    /// What the rule made of the facts, in both languages, and what would have earned more.
    void print_rule(const criteria_set::node& leaf, const rule_result& found, const rule_trace& trace,
                    const std::vector<used_fact>& used) {
        for (const used_fact& each : used) print_fact(leaf.rule->facts[each.declared], each);
        line("  " + explain(*leaf.rule, found, trace, used, explanation_language::vietnamese));
        line("  " + explain(*leaf.rule, found, trace, used, explanation_language::english));
        for (const next_outcome& next : next_better(trace, *leaf.rule, leaf.full_points())) {
            line(text_from("  more: ", next.reach, " would earn ", points_of(next.points)));
        }
    }

    void print_fact(const fact_declaration& declared, const used_fact& found) {
        const std::string value = found.value             ? to_string(*found.value)
                                  : found.counted_as_zero ? std::string("missing, counts as 0")
                                                          : std::string("missing");
        line(text_from("  ", declared.name, declared.source == fact_source::context ? " (context)" : "", " = ", value,
                       declared.kind == fact_kind::percent && found.value ? "%" : "",
                       declared.label.empty() ? "" : ": ", declared.label));
    }

    void print_entry(const ledger_entry& entry) {
        const std::string amount = points_of(abs(entry.amount));
        const bool less = entry.amount.sign() > 0;
        std::string text;
        switch (entry.kind) {
            case ledger_kind::loss: text = amount + (less ? " lost" : " won beyond the maximum"); break;
            case ledger_kind::bonus: text = amount + (less ? " taken back from the bonus" : " added as a bonus"); break;
            case ledger_kind::penalty: text = amount + (less ? " taken as a penalty" : " given back"); break;
            case ledger_kind::limit:
                text = amount + (less ? " cut off by the cap" : " given back by the minimum");
                break;
            case ledger_kind::rescale:
                text = text_from(less ? "smaller" : "larger", " maximum: ", amount, less ? " less" : " more",
                                 " than in the set, because ",
                                 is_left_out(entry.node) ? "this does not apply" : "something else does not apply");
                break;
            case ledger_kind::rounding: text = amount + (less ? " lost in rounding" : " won in rounding"); break;
        }
        line(text_from("-> ", text, inferred_mark(entry.origin)));
    }

    [[nodiscard]] bool is_left_out(std::size_t node) const {
        const std::span<const not_applicable_leaf> leaves = scored_.not_applicable();
        return std::any_of(leaves.begin(), leaves.end(),
                           [node](const not_applicable_leaf& each) { return each.node == node; });
    }

    /// maximum - score = sum of the ledger: exactly, with the highest attainable score while marks are missing. The
    /// maximum is that of the unit, so that what changed it is none of the summands.
    void print_identity(std::size_t top) {
        constexpr std::size_t most = 30;  // summands
        const evaluation::points& points = scored_.at(top);
        std::vector<ratio> amounts;
        for (const ledger_entry& each : scored_.ledger(top)) {
            if (each.kind != ledger_kind::rescale) amounts.push_back(each.amount);
        }
        const ratio& maximum = points.maximum;
        std::string text =
            text_from(maximum == set_.at(top).maximum ? "maximum " : "maximum of this unit ", exact_text(maximum),
                      " - ", points.complete() ? "score " : "highest score that can still be had ",
                      exact_text(points.highest), " = ", exact_text(maximum - points.highest));
        for (std::size_t index = 0; index < std::min(amounts.size(), most); ++index) {
            const bool negative = amounts[index].sign() < 0;
            text += index == 0 ? (negative ? " = -" : " = ") : (negative ? " - " : " + ");
            text += exact_text(abs(amounts[index]));
        }
        if (amounts.size() > most) text += " + ...";
        out_ << text << '\n';
    }

    std::ostream& out_;
    const evaluation& scored_;
    const criteria_set& set_;
    const evaluation_context& context_;
    std::vector<node_mark> marks_;                     // by node and round
    std::multimap<std::size_t, std::string> origins_;  // of facts from outside, by node
    std::string indent_;
};

}  // namespace

void print_explanation(std::ostream& out, const scored_folder& folder, std::size_t node,
                       const context_description* outside) {
    explainer(out, folder, outside).run(node);
}

}  // namespace parindex::report
