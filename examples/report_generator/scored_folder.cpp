#include "report_generator/scored_folder.hpp"

#include "parindex/assessment/deduction_cause.hpp"
#include "parindex/remediation/draft.hpp"
#include "report_generator/append.hpp"
#include "report_generator/code_list.hpp"
#include "report_generator/refusal.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"
#include "report_generator/unknown_code.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

std::vector<std::string_view> known_codes(const data_folder& data) {
    std::vector<std::string_view> codes;
    for (const accepted_marks& each : data.units) codes.push_back(each.marks.unit.code);
    for (const refused_marks& each : data.refused) codes.push_back(each.code);
    return codes;
}

/// Why marks of a unit cannot be had: they were refused, or nobody knows it.
diagnostics not_found(const data_folder& data, const unit_choice& choice) {
    diagnostics out;
    for (const refused_marks& each : data.refused) {
        if (each.code == choice.code || each.code.empty()) append(out, each.errors);
    }
    const bool refused = std::any_of(data.refused.begin(), data.refused.end(),
                                     [&](const refused_marks& each) { return each.code == choice.code; });
    if (refused) return out;
    std::string message;
    for (const accepted_marks& each : data.units) {
        if (each.marks.unit.code != choice.code || !choice.year) continue;
        message = text_from("the unit \"", within_column(choice.code), "\" has no marks of ",
                            std::to_string(*choice.year), ", but of ", std::to_string(each.marks.year));
        break;
    }
    if (message.empty()) message = unknown_code_message("unit", choice.code, known_codes(data));
    out.push_back(refusal(error_code::unknown_code, {}, std::move(message)));
    return out;
}

result<std::size_t> find_unit(const data_folder& data, const unit_choice& choice) {
    std::vector<std::size_t> found;
    for (std::size_t index = 0; index < data.units.size(); ++index) {
        const assessment& marks = data.units[index].marks;
        if (marks.unit.code == choice.code && (!choice.year || marks.year == *choice.year)) found.push_back(index);
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) return not_found(data, choice);
    return diagnostics{refusal(error_code::invalid_value, data.units[found[1]].marks.where,
                               text_from("the unit \"", within_column(choice.code), "\" has marks of ",
                                         std::to_string(data.units[found[0]].marks.year), " and of ",
                                         std::to_string(data.units[found[1]].marks.year), ": say which with --year"))};
}

/// "marks of 2 units: name one with --unit (DV01, DV02)"; empty where there is nothing to choose from.
std::string choices_text(const data_folder& data) {
    std::set<std::string> codes;
    std::set<int> years;
    for (const accepted_marks& each : data.units) {
        codes.insert(each.marks.unit.code);
        years.insert(each.marks.year);
    }
    for (const refused_marks& each : data.refused) {
        if (!each.code.empty()) codes.insert(each.code);
    }
    if (codes.size() < 2 && years.size() < 2) return {};
    if (codes.size() == 1 && years.size() > 1) {
        std::vector<std::string> of;
        for (const int year : years) of.push_back(std::to_string(year));
        return text_from("marks of ", std::to_string(years.size()), " years: name one with --year (", bounded_list(of),
                         ")");
    }
    return text_from("marks of ", std::to_string(codes.size()), " units: name one with --unit (",
                     bounded_list({codes.begin(), codes.end()}), ")");
}

/// The unit that is meant where none is named.
result<std::size_t> only_unit(const data_folder& data) {
    if (data.unit_count() == 1 && data.units.size() == 1) return std::size_t{0};
    diagnostics out;
    if (data.unit_count() > 1 && data.planned) {
        if (const std::optional<std::size_t> owner = owner_of_plan(data, out)) return *owner;
    }
    for (const refused_marks& each : data.refused) {
        if (data.unit_count() == 1 || !data.planned || each.code == data.planned->unit) append(out, each.errors);
    }
    if (data.unit_count() == 1 || data.planned) return out;
    const std::string choices = choices_text(data);
    if (choices.empty()) {
        for (const refused_marks& each : data.refused) append(out, each.errors);
    } else if (!has_error(data.findings)) {
        source_position where;
        if (!data.units.empty()) where = data.units.front().marks.where;
        out.push_back(refusal(error_code::invalid_value, std::move(where),
                              text_from("expected the marks of one unit, or a plan.json that names its unit, but there "
                                        "are ",
                                        choices)));
    }
    return out;
}

}  // namespace

std::optional<std::size_t> owner_of_plan(const data_folder& data, diagnostics& findings) {
    if (!data.planned) return std::nullopt;
    if (data.unit_count() == 1) return data.units.empty() ? std::nullopt : std::optional<std::size_t>(0);
    const plan& planned = *data.planned;
    if (planned.unit.empty()) {
        findings.push_back(refusal(error_code::missing_key, planned.where,
                                   text_from("expected the key \"unit\" with the code of the unit that the plan is of: "
                                             "there are marks of ",
                                             std::to_string(data.unit_count()), " units")));
        return std::nullopt;
    }
    std::optional<std::size_t> found;
    for (std::size_t index = 0; index < data.units.size(); ++index) {
        const assessment& marks = data.units[index].marks;
        if (marks.unit.code != planned.unit) continue;
        if (!found || marks.year == planned.year) found = index;
    }
    const bool refused = std::any_of(data.refused.begin(), data.refused.end(),
                                     [&](const refused_marks& each) { return each.code == planned.unit; });
    if (!found && !refused) {
        findings.push_back(refusal(error_code::unit_mismatch, planned.where,
                                   text_from("there are no marks of the unit of the plan: ",
                                             unknown_code_message("unit", planned.unit, known_codes(data)))));
    }
    return found;
}

result<scored_folder> score_unit(const data_folder& data, std::size_t unit, bool with_plan) {
    const accepted_marks& read = data.units[unit];
    evaluation_context context;
    if (data.context) context = context_of(*data.context, read.marks.unit.code, read.marks.year);
    result<evaluation> scored = evaluate(*data.set, read.marks, context);
    if (!scored) return scored.error();

    par_index index = compute_par_index(*scored);
    self_comparison self = compare_self(*scored, read.marks, context);
    std::optional<coverage> covered;
    if (with_plan) covered = cover(*data.planned, *scored);

    diagnostics findings = read.notes;
    for (diagnostic missing : check_complete(*scored)) {
        // A mark that is missing stands nowhere: the place is that of the unit it is missing from.
        missing.where = read.marks.where;
        findings.push_back(std::move(missing));
    }
    append(findings, check_published(read.marks.published, index));
    append(findings, check_self_total(read.marks, self));
    if (covered) {
        append(findings, covered->findings);
        append(findings, check_causes(*data.planned, deduction_causes(*scored, read.marks, context)));
    }
    return scored_folder{{*data.set, read.marks, std::move(context), with_plan ? data.planned : std::nullopt},
                         std::move(scored).value(),
                         std::move(index),
                         std::move(self),
                         std::move(covered),
                         std::move(findings)};
}

result<scored_folder> score_folder(const data_folder& data, const unit_choice& choice) {
    diagnostics findings = data.findings;
    const result<std::size_t> unit = choice.code.empty() ? only_unit(data) : find_unit(data, choice);
    if (!unit) append(findings, unit.error());
    if (!unit || !data.can_score() || has_error(findings)) return findings;

    const bool with_plan = owner_of_plan(data, findings) == *unit;
    if (has_error(findings)) return findings;
    result<scored_folder> scored = score_unit(data, *unit, with_plan);
    if (!scored) {
        append(findings, scored.error());
        return findings;
    }
    scored_folder out = std::move(scored).value();
    append(findings, out.findings);
    out.findings = std::move(findings);
    return out;
}

result<scored_folder> score_folder(const std::filesystem::path& folder, plan_file wanted) {
    return score_folder(read_data_folder(folder, wanted));
}

}  // namespace parindex::report
