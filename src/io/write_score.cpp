#include "parindex/io/score_file.hpp"
#include "parindex/numeric/number_text.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>

namespace parindex::inline v0 {

namespace {

using nlohmann::ordered_json;

constexpr int printed_places = 2;
constexpr std::int64_t largest_printed = 10'000'000'000'000'000;  // with two decimals still below 2^63

ordered_json number(const ratio& value) {
    if (const std::optional<decimal> exact = value.exact_decimal()) return to_string(*exact);
    // Only a sum of absurd maxima is too large for a decimal; its fraction is exact all the same.
    const bool fits = abs(value) < ratio(largest_printed);
    return {{"exact", value.to_string()},
            {"printed", fits ? to_string(value.to_decimal(printed_places).value)
                             : round_to(value, printed_places).value.to_string()},
            {"places", printed_places}};
}

ordered_json line(const index_line& each, bool with_deduction) {
    ordered_json out{
        {"code", each.code}, {"name", each.name}, {"max", number(each.maximum)}, {"score", number(each.score)}};
    if (with_deduction) out["deduction"] = number(each.deduction);
    if (each.origin != provenance::printed) out["provenance"] = to_string(each.origin);
    return out;
}

ordered_json inferred(const evaluation& scored, const inferred_figure& each) {
    ordered_json out;
    if (each.node != criteria_set::none) out["criterion"] = scored.set().at(each.node).code;
    if (each.part != criteria_set::none) out["part"] = scored.set().parts()[each.part].code;
    switch (each.kind) {
        case inferred_figure::what::maximum: out["figure"] = "maximum"; break;
        case inferred_figure::what::score: out["figure"] = "score"; break;
        case inferred_figure::what::loss: out["figure"] = "loss"; break;
    }
    out["value"] = number(each.value);
    out["assumption"] = each.assumption;
    return out;
}

ordered_json warning(const diagnostic& finding) {
    ordered_json out{{"code", static_cast<int>(finding.code)}, {"message", finding.message}};
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
    ordered_json out{{"format", "parindex.score/1"},
                     {"unit", {{"code", scored.unit().code}, {"name", scored.unit().name}}},
                     {"year", scored.year()},
                     {"complete", index.complete},
                     {"total", number(index.total.score)},
                     {"max", number(index.total.maximum)},
                     {"deductions", number(index.total.deduction)}};
    if (!index.complete) {
        out["unmarked"] = index.unmarked;
        out["range"] = {{"lowest", number(index.lowest)}, {"highest", number(index.highest)}};
    }
    out["parts"] = ordered_json::array();
    for (const index_line& each : index.parts) out["parts"].push_back(line(each, false));
    out["fields"] = ordered_json::array();
    for (const index_line& each : index.fields) out["fields"].push_back(line(each, true));
    out["inferred"] = ordered_json::array();
    for (const inferred_figure& each : scored.inferred()) out["inferred"].push_back(inferred(scored, each));
    out["warnings"] = ordered_json::array();
    for (const diagnostic& finding : findings) {
        if (finding.level != severity::note) out["warnings"].push_back(warning(finding));
    }
    // Names may come from a caller's memory, where nothing has checked that they are UTF-8.
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace parindex::inline v0
