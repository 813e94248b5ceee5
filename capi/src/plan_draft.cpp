#include "guard.hpp"
#include "numeric/shortest_text.hpp"
#include "parindex/assessment/deduction_cause.hpp"
#include "plan_check.hpp"
#include "structure.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

constexpr size_t first_draft_size = PARINDEX_SIZE_THROUGH(parindex_draft, signatory_name);

std::map<std::string, std::string> causes_in(int32_t language, const parindex_evaluation& made) {
    if (language == PARINDEX_NONE) return {};
    return deduction_causes(made.scored, made.marks, made.context,
                            word_in(language, parindex::explanation_language::english, "language"));
}

/// A blank is 0.
std::optional<int> blank_or(int32_t value) {
    return value == 0 ? std::nullopt : std::optional<int>(value);
}

/// The date of the document; a year that is left out follows from the marks.
parindex::date issued_in(const parindex_draft& known, int scored_year) {
    parindex::date out{known.issued_year, blank_or(known.issued_month), blank_or(known.issued_day)};
    parindex::date checked = out;
    if (checked.year == 0) checked.year = scored_year + 1;
    if (checked.is_valid()) return out;
    throw parindex::error(parindex::error_code::invalid_date, "the date of the document is none of the calendar");
}

std::string member_in(const char* text, const char* name) {
    return stored_text(text_in(text), name);
}

parindex::draft_options options_in(const parindex_draft* given, const parindex_evaluation& made) {
    parindex::draft_options out;
    if (given == nullptr) return out;
    const parindex_draft known = structure_in(given, first_draft_size, "known");
    if (known.number < 0)
        throw parindex::error(parindex::error_code::invalid_argument, "a document has a number from 1");
    out.agency = member_in(known.agency, "agency");
    out.header.parent_agency = member_in(known.parent_agency, "parent_agency");
    out.header.agency = member_in(known.issuer, "issuer");
    out.header.number = blank_or(known.number);
    out.header.symbol = member_in(known.symbol, "symbol");
    out.header.place = member_in(known.place, "place");
    out.header.issued = issued_in(known, made.scored.year());
    out.header.title = member_in(known.title, "title");
    out.header.subject = member_in(known.subject, "subject");
    out.signed_by.post = member_in(known.signatory_post, "signatory_post");
    out.signed_by.name = member_in(known.signatory_name, "signatory_name");
    out.causes = causes_in(known.causes_language, made);
    return out;
}

parindex::diagnostics redraft_findings(const parindex::redrafted_plan& made, const parindex::criteria_set& set) {
    parindex::diagnostics out;
    for (const parindex::drafted_deduction& each : made.added) {
        out.push_back({parindex::error_code::deduction_drafted,
                       parindex::severity::note,
                       {},
                       set.at(each.node).code,
                       "shortfall " + each.shortfall + " was added for a loss of " + shortest_text(each.amount)});
    }
    for (const parindex::orphaned_deduction& each : made.orphaned) {
        out.push_back({parindex::error_code::shortfall_without_loss,
                       parindex::severity::warning,
                       {},
                       set.at(each.node).code,
                       "shortfall " + each.shortfall + " names a criterion that lost nothing"});
    }
    return out;
}

}  // namespace

parindex_status parindex_plan_draft(const parindex_evaluation* evaluation, const parindex_draft* known,
                                    parindex_plan** plan, parindex_error* report) noexcept {
    return guarded(report, [&] {
        prepare(plan, "plan");
        const parindex_evaluation& made = open(evaluation, "evaluation");
        *plan = std::make_unique<parindex_plan>(draft_plan(made.scored, options_in(known, made))).release();
        return PARINDEX_OK;
    });
}

parindex_status parindex_plan_redraft(const parindex_plan* plan, const parindex_evaluation* evaluation,
                                      int32_t causes_language, parindex_plan** updated,
                                      parindex_diagnostics** diagnostics, parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(updated, "updated");
        const parindex::plan& planned = open(plan, "plan").planned;
        const parindex_evaluation& made = open(evaluation, "evaluation");
        const parindex::criteria_set& set = made.scored.set();
        parindex::diagnostics wrong = contradictions(planned, set);
        if (!wrong.empty()) return refuse(std::move(wrong), diagnostics, report);
        parindex::redrafted_plan drafted = redraft(planned, made.scored, causes_in(causes_language, made));
        parindex::diagnostics found = redraft_findings(drafted, set);
        return hand_out(std::make_unique<parindex_plan>(std::move(drafted.updated)), updated, std::move(found),
                        diagnostics);
    });
}
