#include "report_generator/summary.hpp"

#include "parindex/text/utf8.hpp"
#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

std::string counted(std::size_t count, std::string_view noun) {
    return text_from(std::to_string(count), " ", noun, count == 1 ? "" : "s");
}

/// Rows of text in columns as wide as their widest cell; the columns after the first are aligned at the right.
class text_table {
public:
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    void print(std::ostream& out) const {
        std::vector<std::size_t> widths;
        for (const auto& row : rows_) {
            widths.resize(std::max(widths.size(), row.size()));
            for (std::size_t column = 0; column < row.size(); ++column) {
                widths[column] = std::max(widths[column], count_code_points(row[column]));
            }
        }
        for (const auto& row : rows_) {
            std::string line = " ";
            for (std::size_t column = 0; column < row.size(); ++column) {
                const std::string padding(widths[column] - count_code_points(row[column]), ' ');
                line += column == 0 ? text_from(" ", row[column], padding) : text_from("  ", padding, row[column]);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out << line << '\n';
        }
    }

private:
    std::vector<std::vector<std::string>> rows_;
};

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
    const auto all = scored.inferred();
    if (all.empty()) return;
    out << "inferred, not printed in any document:\n";
    std::vector<bool> said(all.size());
    for (std::size_t first = 0; first < all.size(); ++first) {
        if (said[first]) continue;
        std::string figures;
        for (std::size_t index = first; index < all.size(); ++index) {
            if (all[index].assumption != all[first].assumption) continue;
            said[index] = true;
            figures += text_from(figures.empty() ? "" : "; ", kind_name(all[index].kind), " of ",
                                 subject_of(scored.set(), all[index]), " = ", points_text(all[index].value));
        }
        out << "  " << figures << "\n    assuming: " << all[first].assumption << '\n';
    }
    if (scored.set().codes() == provenance::assigned) out << "  the codes of the criteria are assigned, not printed\n";
}

std::string rank_text(const published_rank& rank) {
    return print_rank(static_cast<std::uint64_t>(rank.place), static_cast<std::uint64_t>(rank.of));
}

}  // namespace

void print_totals(std::ostream& out, const scored_folder& folder) {
    const par_index& index = folder.index;
    out << folder.scored.unit().name << ", " << std::to_string(folder.scored.year()) << '\n';
    out << (index.complete ? "total: " : "total so far: ") << points_text(index.total.score) << " of "
        << points_text(index.total.maximum) << " points\n";
    if (!index.complete) {
        out << "  " << counted(index.unmarked, "mark") << " missing; the final total lies between "
            << points_text(index.lowest) << " and " << points_text(index.highest) << '\n';
    }
    out << "deductions: " << points_text(index.total.deduction) << " points\n";
    if (folder.data.marks.published.rank) {
        out << "rank: " << rank_text(*folder.data.marks.published.rank) << " (published)\n";
    }
    out << "parts:\n";
    text_table parts;
    for (const index_line& line : index.parts) {
        parts.add({line.name, points_text(line.score), "of " + points_text(line.maximum),
                   line.origin == provenance::printed ? "" : "(rests on inferred figures)"});
    }
    parts.print(out);
}

void print_details(std::ostream& out, const scored_folder& folder) {
    out << "fields:\n";
    text_table fields;
    for (const index_line& line : folder.index.fields) {
        fields.add({text_from(line.code, " ", line.name), points_text(line.score), "of " + points_text(line.maximum),
                    deduction_text(line.deduction)});
    }
    fields.print(out);
    const std::vector<ledger_entry> losses = folder.scored.deductions();
    out << "deductions by criterion:\n";
    text_table deductions;
    for (const ledger_entry& loss : losses) {
        const criteria_set::node& node = folder.scored.set().at(loss.node);
        deductions.add({text_from(node.code, " ", node.name), deduction_text(loss.amount),
                        loss.origin == provenance::printed ? "" : "(inferred)"});
    }
    deductions.print(out);
}

void print_reliability(std::ostream& out, const scored_folder& folder) {
    print_inferred(out, folder.scored);
    if (folder.covered) {
        const coverage& covered = *folder.covered;
        out << "coverage: " << points_text(covered.covered) << " of " << points_text(covered.lost)
            << " points have a task\n";
        for (const uncovered_deduction& each : covered.uncovered) {
            const criteria_set::node& node = folder.scored.set().at(each.node);
            out << "  no " << (each.shortfall.empty() ? "shortfall" : "task") << ": " << node.code << ' ' << node.name
                << " (" << points_text(each.amount) << ")\n";
        }
    }
    const auto count = [&](severity level) {
        return static_cast<std::size_t>(
            std::count_if(folder.findings.begin(), folder.findings.end(),
                          [level](const diagnostic& finding) { return finding.level == level; }));
    };
    out << "findings: " << counted(count(severity::error), "error") << ", "
        << counted(count(severity::warning), "warning") << ", " << counted(count(severity::note), "note") << '\n';
}

void print_findings(std::ostream& out, const diagnostics& findings) {
    for (const diagnostic& finding : findings) out << to_string(finding) << '\n';
}

}  // namespace parindex::report
