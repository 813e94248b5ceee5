#include "io/json_values.hpp"
#include "parindex/io/score_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::tree;
using json::written;

tree line(const index_line& each, bool with_deduction) {
    tree out{{"code", each.code}, {"name", each.name}, {"max", written(each.maximum)}, {"score", written(each.score)}};
    if (with_deduction) out["deduction"] = written(each.deduction);
    if (each.origin != provenance::printed) out["provenance"] = to_string(each.origin);
    return out;
}

tree inferred(const evaluation& scored, const inferred_figure& each) {
    tree out;
    if (each.node != criteria_set::none) out["criterion"] = scored.set().at(each.node).code;
    if (each.part != criteria_set::none) out["part"] = scored.set().parts()[each.part].code;
    switch (each.kind) {
        case inferred_figure::what::maximum: out["figure"] = "maximum"; break;
        case inferred_figure::what::score: out["figure"] = "score"; break;
        case inferred_figure::what::loss: out["figure"] = "loss"; break;
    }
    out["value"] = written(each.value);
    out["assumption"] = each.assumption;
    return out;
}

tree warning(const diagnostic& finding) {
    tree out{{"code", static_cast<int>(finding.code)}, {"message", finding.message}};
    if (!finding.criterion.empty()) out["criterion"] = finding.criterion;
    if (!finding.where.file.empty()) out["file"] = finding.where.file;
    if (finding.where.line != 0) {
        out["line"] = finding.where.line;
        out["column"] = finding.where.column;
    }
    return out;
}

}  // namespace

std::string write_score(const evaluation& scored, const par_index& index, const diagnostics& findings) {
    tree out{{"format", "parindex.score/1"},
             {"unit", {{"code", scored.unit().code}, {"name", scored.unit().name}}},
             {"year", scored.year()},
             {"complete", index.complete},
             {"total", written(index.total.score)},
             {"max", written(index.total.maximum)},
             {"deductions", written(index.total.deduction)}};
    if (!index.complete) {
        out["unmarked"] = index.unmarked;
        out["range"] = {{"lowest", written(index.lowest)}, {"highest", written(index.highest)}};
    }
    out["parts"] = tree::array();
    for (const index_line& each : index.parts) out["parts"].push_back(line(each, false));
    out["fields"] = tree::array();
    for (const index_line& each : index.fields) out["fields"].push_back(line(each, true));
    out["inferred"] = tree::array();
    for (const inferred_figure& each : scored.inferred()) out["inferred"].push_back(inferred(scored, each));
    out["warnings"] = tree::array();
    for (const diagnostic& finding : findings) {
        if (finding.level != severity::note) out["warnings"].push_back(warning(finding));
    }
    return out.file_text();
}

}  // namespace parindex::inline v0
