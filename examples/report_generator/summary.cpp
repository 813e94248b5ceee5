#include "report_generator/summary.hpp"

#include "parindex/support/visible_text.hpp"
#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/finding_report.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

std::string_view kind_name(inferred_figure::what kind) {
    switch (kind) {
        case inferred_figure::what::maximum: return "maximum";
        case inferred_figure::what::score: return "score";
        case inferred_figure::what::loss: return "loss";
    }
    return "";
}

std::string subject_of(const criteria_set& set, const inferred_figure& each) {
    if (each.node == criteria_set::none) return text_from("part ", set.parts()[each.part].code);
    const criteria_set::node& node = set.at(each.node);
    return text_from(node.kind == criteria_set::kind::remainder ? "remainder " : "criterion ", node.code);
}

/// Figures that rest on one assumption are listed together, so that it is read once.
void print_inferred(std::ostream& out, const evaluation& scored) {
    if (scored.inferred().empty()) return;
    out << "inferred, not printed in any document:\n";
    struct group {
        std::string_view assumption;
        std::string figures;
    };
    std::vector<group> groups;
    std::map<std::string_view, std::size_t> places;  // of the assumptions in the groups
    for (const inferred_figure& each : scored.inferred()) {
        const auto [place, fresh] = places.emplace(each.assumption, groups.size());
        if (fresh) groups.push_back({each.assumption, {}});
        std::string& figures = groups[place->second].figures;
        figures += text_from(figures.empty() ? "" : "; ", kind_name(each.kind), " of ", subject_of(scored.set(), each),
                             " = ", points_text(each.value));
    }
    for (const group& each : groups) {
        out << "  " << visible_text(each.figures) << "\n    assuming: " << visible_text(each.assumption) << '\n';
    }
    if (scored.set().codes() == provenance::assigned) out << "  the codes of the criteria are assigned, not printed\n";
}

std::string named(const criteria_set::node& node) {
    return node.parent == criteria_set::none ? std::string("the whole set") : text_from(node.code, " ", node.name);
}

/// A changed maximum by what became of it: how the set calls the rule, "rescale", says nothing about the unit.
std::string_view name_of(const ledger_entry& entry) {
    if (entry.kind != ledger_kind::rescale) return to_string(entry.kind);
    return entry.amount.sign() > 0 ? "smaller maximum" : "larger maximum";
}

/// What raised or lowered the score or the maximum, other than a deduction.
void print_adjustments(std::ostream& out, const evaluation& scored) {
    text_table rows;
    bool any = false;
    for (const ledger_entry& entry : scored.ledger()) {
        const bool deducted = entry.kind == ledger_kind::loss || entry.kind == ledger_kind::penalty;
        if (deducted && entry.amount.sign() > 0) continue;
        any = true;
        rows.add({named(scored.set().at(entry.node)), deduction_text(entry.amount), std::string(name_of(entry)),
                  entry.origin == provenance::printed ? "" : "(inferred)"});
    }
    if (!any) return;
    out << "bonus points, limits and changed maxima:\n";
    rows.print(out);
}

void print_not_applicable(std::ostream& out, const evaluation& scored) {
    if (scored.not_applicable().empty()) return;
    out << "not applicable:\n";
    for (const not_applicable_leaf& each : scored.not_applicable()) {
        out << "  " << within_column(named(scored.set().at(each.node))) << ": " << visible_text(each.reason) << " ("
            << policy_text(each.policy) << ")\n";
    }
}

void print_self(std::ostream& out, const scored_folder& folder) {
    const self_comparison& self = folder.self;
    const bool any = std::any_of(folder.data.marks.marks.begin(), folder.data.marks.marks.end(),
                                 [](const mark& each) { return each.round == scoring_round::self; });
    if (!any) return;
    out << "self score: " << points_text(self.self_total) << " points\n";
    if (self.leaves != 0) {
        out << "  " << (self.leaves == 1 ? "1 criterion has" : text_from(std::to_string(self.leaves), " criteria have"))
            << " a self mark and one that counts: " << points_text(self.self) << " and " << points_text(self.counted)
            << " of " << points_text(self.maximum) << " points\n";
    }
    text_table rows;
    for (const differing_mark& each : self.differing) {
        rows.add({named(folder.scored.set().at(each.node)), "self " + points_text(each.self),
                  "counted " + points_text(each.counted)});
    }
    rows.print(out);
    if (self.only_self != 0) out << "  only self marks: " << counted(self.only_self, "mark") << '\n';
    if (self.only_counted != 0) out << "  no self mark: " << counted(self.only_counted, "mark") << '\n';
}

/// Where there are marks: a score of nothing is not told from none at all by its figure.
class marked_nodes {
public:
    explicit marked_nodes(const evaluation& scored) : scored_(scored) {}

    /// Whether anything of the part is scored, or nothing of it is still to be.
    [[nodiscard]] bool of_part(std::size_t part) const {
        if (scored_.part(part).complete()) return true;
        return has_mark(0, [part](const criteria_set::node& leaf) { return leaf.part == part; });
    }
    [[nodiscard]] bool below(std::size_t node) const {
        if (scored_.at(node).complete()) return true;
        return has_mark(node, [](const criteria_set::node&) { return true; });
    }

private:
    template <class Condition>
    [[nodiscard]] bool has_mark(std::size_t top, const Condition& counts) const {
        const criteria_set& set = scored_.set();
        for (std::size_t node = top; node < set.at(top).end; ++node) {
            const criteria_set::node& each = set.at(node);
            // A remainder is at full marks without any.
            const bool is_scored =
                each.kind == criteria_set::kind::remainder || (each.is_leaf() && scored_.counted_round(node));
            if (is_scored && counts(each)) return true;
        }
        return false;
    }

    const evaluation& scored_;
};

constexpr const char* not_yet_scored = "not yet scored";

std::string rank_text(const published_rank& rank) {
    return print_rank(static_cast<std::uint64_t>(rank.place), static_cast<std::uint64_t>(rank.of));
}

}  // namespace

std::string_view policy_text(not_applicable_policy policy) noexcept {
    switch (policy) {
        case not_applicable_policy::forbidden: return "it must apply";
        case not_applicable_policy::full: return "full points are credited";
        case not_applicable_policy::zero: return "it counts as not earned";
        case not_applicable_policy::smaller_maximum: return "the maximum of the unit is smaller";
        case not_applicable_policy::rescale_criterion: return "its weight goes to the other criteria of its group";
        case not_applicable_policy::rescale_field: return "its weight goes to the other criteria of its field";
        case not_applicable_policy::rescale_total: return "its weight goes to the other criteria of the set";
    }
    return "";
}

void print_totals(std::ostream& out, const scored_folder& folder) {
    const par_index& index = folder.index;
    out << visible_text(folder.scored.unit().name) << ", " << std::to_string(folder.scored.year()) << '\n';
    out << (index.complete ? "total: " : "total so far: ") << points_text(index.total.score) << " of "
        << points_text(index.total.maximum) << " points\n";
    if (!index.complete) {
        out << "  " << counted(index.unmarked, "mark") << " missing; the final total lies between "
            << points_text(index.lowest) << " and " << points_text(index.highest) << '\n';
    }
    for (const std::size_t node : folder.scored.may_not_apply()) {
        out << "  unless " << visible_text(folder.scored.set().at(node).code)
            << " turns out not to apply: its weight then goes elsewhere, and with it these figures\n";
    }
    out << "deductions: " << points_text(index.total.deduction) << " points\n";
    if (!folder.scored.unit().outside_ranking.empty()) {
        out << "outside the ranking: " << visible_text(folder.scored.unit().outside_ranking) << '\n';
    }
    if (folder.data.marks.published.rank) {
        out << "rank: " << rank_text(*folder.data.marks.published.rank) << " (published)\n";
    }
    out << "parts:\n";
    text_table parts;
    const marked_nodes marked(folder.scored);
    for (std::size_t part = 0; part < index.parts.size(); ++part) {
        const index_line& line = index.parts[part];
        parts.add({line.name, marked.of_part(part) ? points_text(line.score) : not_yet_scored,
                   "of " + points_text(line.maximum),
                   line.origin == provenance::printed ? "" : "(rests on inferred figures)"});
    }
    parts.print(out);
}

void print_details(std::ostream& out, const scored_folder& folder) {
    out << "fields:\n";
    text_table fields;
    const marked_nodes marked(folder.scored);
    const std::vector<std::size_t> nodes = folder.scored.set().fields();
    for (std::size_t field = 0; field < nodes.size(); ++field) {
        const index_line& line = folder.index.fields[field];
        const bool has_marks = marked.below(nodes[field]);
        fields.add({text_from(line.code, " ", line.name), has_marks ? points_text(line.score) : not_yet_scored,
                    "of " + points_text(line.maximum), has_marks ? deduction_text(line.deduction) : ""});
    }
    fields.print(out);
    const std::vector<ledger_entry> losses = folder.scored.deductions();
    out << "deductions by criterion:\n";
    text_table deductions;
    for (const ledger_entry& loss : losses) {
        const criteria_set::node& node = folder.scored.set().at(loss.node);
        deductions.add({text_from(node.code, " ", node.name), deduction_text(loss.amount),
                        loss.kind == ledger_kind::penalty    ? "(penalty)"
                        : loss.origin == provenance::printed ? ""
                                                             : "(inferred)"});
    }
    deductions.print(out);
    print_adjustments(out, folder.scored);
    print_not_applicable(out, folder.scored);
    print_self(out, folder);
}

void print_reliability(std::ostream& out, const scored_folder& folder, uncovered shown) {
    print_inferred(out, folder.scored);
    if (folder.covered) {
        const coverage& covered = *folder.covered;
        out << "coverage: " << points_text(covered.covered) << " of " << points_text(covered.lost)
            << " points have a task\n";
        if (covered.lost != folder.index.total.deduction) {
            out << "  these are all losses and penalties; the deductions of "
                << points_text(folder.index.total.deduction)
                << " points are what bonus points and limits leave of them\n";
        }
        // Whoever is told the findings is told there what has no task.
        for (const uncovered_deduction& each : covered.uncovered) {
            if (shown == uncovered::counted) break;
            const criteria_set::node& node = folder.scored.set().at(each.node);
            out << "  no " << (each.shortfall.empty() ? "shortfall" : "task") << ": "
                << visible_text(text_from(node.code, " ", node.name)) << " (" << points_text(each.amount) << ")\n";
        }
    }
    finding_report findings;
    findings.add(folder.findings);
    out << "findings: " << findings.totals() << '\n';
}

void print_findings(std::ostream& out, const diagnostics& findings) {
    for (const diagnostic& finding : findings) out << to_string(finding) << '\n';
}

}  // namespace parindex::report
