#include "parindex/assessment/explanation.hpp"

#include "assessment/points_wording.hpp"
#include "criteria/rules/explanation_wording.hpp"
#include "criteria/rules/formula_wording.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

namespace {

constexpr int shown_places = 2;  // of points that do not terminate
constexpr int most_places = 12;  // where fewer would look like full marks or none

class points_explanation {
public:
    points_explanation(const evaluation& scored, std::size_t node, explanation_language language)
        : scored_(scored),
          index_(node),
          node_(scored.set().at(node)),
          own_(scored.at(node)),
          language_(language),
          words_(language == explanation_language::vietnamese ? vietnamese_points : english_points),
          rule_words_(wording_of(language)) {}

    /// @param counted  the mark that counts for a leaf, or null
    [[nodiscard]] std::string run(const mark* counted, const evaluation_context& context) const {
        if (counted == nullptr || !counted->facts || !node_.rule) {
            const not_applicable_leaf* const left_out = found_not_applicable();
            if (left_out == nullptr) return reached();
            return text(words_.not_applicable, " (", left_out->reason, "): ", consequence(*left_out));
        }
        rule_trace trace;
        std::vector<used_fact> used;
        const rule_result found = points_of(*counted, node_, context, &trace, &used);
        std::string out = explain(*node_.rule, found, trace, used, language_, fact_naming::labels);
        if (const not_applicable_leaf* const left_out = found_not_applicable()) {
            return out + "; " + consequence(*left_out);
        }
        const bool changed = found.state == rule_state::scored && found.points.low != own_.score;
        return changed ? text(out, "; ", words_.counted, reached()) : out;
    }

private:
    template <class... Parts>
    static std::string text(const Parts&... parts) {
        std::string out;
        (out.append(parts), ...);
        return out;
    }

    [[nodiscard]] const not_applicable_leaf* found_not_applicable() const {
        const std::span<const not_applicable_leaf> all = scored_.not_applicable();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [this](const not_applicable_leaf& each) { return each.node == index_; });
        return found == all.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::string consequence(const not_applicable_leaf& left_out) const {
        if (node_.points != point_kind::regular) return reached();
        switch (left_out.policy) {
            case not_applicable_policy::smaller_maximum: return std::string(words_.outside_maximum);
            case not_applicable_policy::rescale_criterion:
            case not_applicable_policy::rescale_field:
            case not_applicable_policy::rescale_total: return std::string(words_.shared_out);
            default: return reached();
        }
    }

    /// "đạt 3,61/4 điểm (trừ 0,39 điểm)", or what else is known of a node by its points alone.
    [[nodiscard]] std::string reached() const {
        const bool unmarked_leaf = node_.is_leaf() && !own_.complete();
        const bool regular = node_.points == point_kind::regular;
        std::string out;
        if (unmarked_leaf) {
            out = words_.not_scored;
        } else if (!regular) {
            const bool bonus = node_.points == point_kind::bonus;
            out = text(bonus ? words_.bonus : words_.penalty, points(bonus ? own_.score : -own_.score));
        } else if (!node_.states_maximum) {
            if (own_.score.sign() == 0) return std::string(words_.nothing_lost);
            out = text(words_.lost, points(-own_.score), words_.lost_behind);
        } else {
            out = text(own_.complete() ? words_.reached : words_.so_far, number(own_.score), words_.of,
                       points(own_.maximum), own_.complete() ? "" : words_.so_far_behind);
        }
        return out + notes(unmarked_leaf, regular && node_.states_maximum);
    }

    /// In brackets: why it is not the maximum, and what is still open.
    /// @param range_only  the node has no points yet
    /// @param of_maximum  it is a score out of a maximum
    [[nodiscard]] std::string notes(bool range_only, bool of_maximum) const {
        std::vector<std::string> all;
        if (!range_only) add_ledger(all, of_maximum);
        if (!own_.complete()) {
            if (!range_only) {
                const std::string count = std::to_string(own_.unmarked);
                all.push_back(
                    text(words_.unmarked, count, own_.unmarked == 1 ? words_.unmarked_one : words_.unmarked_behind));
            }
            if (of_maximum) {
                all.push_back(text(words_.attainable, rule_words_.from, number(own_.lowest), rule_words_.to,
                                   points(own_.highest)));
            }
        }
        if (scored_.score_origin(index_) == provenance::inferred && (of_maximum || loss_is_inferred())) {
            all.emplace_back(words_.inferred);
        }
        std::string out;
        for (const std::string& each : all) out += (out.empty() ? " (" : "; ") + each;
        return out.empty() ? out : out + ')';
    }

    [[nodiscard]] bool loss_is_inferred() const {
        const std::span<const ledger_entry> below = scored_.ledger(index_);
        return std::any_of(below.begin(), below.end(),
                           [](const ledger_entry& each) { return each.origin == provenance::inferred; });
    }

    /// What the ledger says besides the figure that stands before the brackets already.
    void add_ledger(std::vector<std::string>& all, bool of_maximum) const {
        ratio losses;
        ratio bonus;
        ratio penalty;
        ratio cut;
        ratio given;
        ratio down;
        ratio up;
        for (const ledger_entry& each : scored_.ledger(index_)) {
            const bool less = each.amount.sign() > 0;
            switch (each.kind) {
                case ledger_kind::loss: losses += each.amount; break;
                case ledger_kind::bonus: bonus -= each.amount; break;
                case ledger_kind::penalty: penalty += each.amount; break;
                case ledger_kind::limit: (less ? cut : given) += abs(each.amount); break;
                case ledger_kind::rounding: (less ? down : up) += abs(each.amount); break;
                case ledger_kind::rescale: break;  // is in the maximum of the unit
            }
        }
        const auto add = [&](std::string_view words, const ratio& amount) {
            if (amount.sign() != 0) all.push_back(text(words, points(amount)));
        };
        if (of_maximum) {
            if (losses.sign() != 0) {
                all.push_back(text(words_.lost, number(losses), words_.note_points, words_.lost_behind));
            }
            add(words_.bonus, bonus);
            add(words_.penalty, penalty);
        }
        add(words_.above_cap, cut);
        add(words_.below_minimum, given);
        add(words_.rounded_down, down);
        add(words_.rounded_up, up);
    }

    [[nodiscard]] std::string number(const ratio& value) const {
        if (const std::optional<decimal> exact = value.exact_decimal()) return worded(*exact, rule_words_);
        int places = shown_places;
        ratio near = round_to(value, places).value;
        while (places < most_places && (near.sign() == 0 || near == own_.maximum)) {
            near = round_to(value, ++places).value;
        }
        const std::optional<decimal> shown = near.exact_decimal();
        return shown ? worded(*shown, rule_words_) : value.to_string();
    }
    [[nodiscard]] std::string points(const ratio& value) const {
        return text(number(value), value == 1 || value == -1 ? rule_words_.point : rule_words_.points);
    }

    const evaluation& scored_;
    std::size_t index_;
    const criteria_set::node& node_;
    const evaluation::points& own_;
    explanation_language language_;
    const points_wording& words_;
    const explanation_wording& rule_words_;
};

}  // namespace

std::string explain_points(const evaluation& scored, const assessment& marks, const evaluation_context& context,
                           std::size_t node, explanation_language language) {
    const std::optional<scoring_round> round = scored.counted_round(node);
    const std::string& code = scored.set().at(node).code;
    const auto counted = std::find_if(marks.marks.begin(), marks.marks.end(), [&](const mark& each) {
        return round && each.round == *round && each.criterion == code;
    });
    return points_explanation(scored, node, language).run(counted == marks.marks.end() ? nullptr : &*counted, context);
}

}  // namespace parindex::inline v0
