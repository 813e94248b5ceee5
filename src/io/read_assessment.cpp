#include "io/checked_marks.hpp"
#include "io/read_file.hpp"
#include "io/read_rule.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/support/limits.hpp"

#include <algorithm>
#include <optional>

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

std::vector<evidence> read_evidence(const cursor& at) {
    std::vector<evidence> out;
    for (const cursor& each : at.elements()) {
        object members(each);
        evidence& added = out.emplace_back();
        added.document = members.required_string("document");
        added.place = members.optional_string("place");
        members.finish();
    }
    return out;
}

mark read_mark(const cursor& at, scoring_round round) {
    object members(at);
    mark out;
    out.where = at.where();
    out.round = round;
    out.criterion = members.required_string("criterion");
    if (const auto score = members.find("score")) out.score = score->figure();
    if (const auto loss = members.find("loss")) out.loss = loss->figure();
    if (const auto reason = members.find("not_applicable")) out.not_applicable = reason->string();
    if (const auto facts = members.find("facts")) out.facts = json::read_facts(*facts);
    if (const auto proofs = members.find("evidence")) out.proofs = read_evidence(*proofs);
    out.explanation = members.optional_string("explanation");
    members.finish();
    return out;
}

published_rank read_rank(const cursor& at) {
    constexpr int units = 100'000;
    object members(at);
    published_rank out;
    if (const auto place = members.require("place")) out.place = place->integer(1, units);
    if (const auto of = members.require("of")) out.of = of->integer(1, units);
    if (const auto change = members.find("change")) out.change = change->integer(-units, units);
    members.finish();
    return out;
}

std::map<std::string, decimal> read_scores(const cursor& at) {
    std::map<std::string, decimal> out;
    object members(at);
    for (const auto& [code, value] : members.members()) out.emplace(code, value.number());
    members.finish();
    return out;
}

published_figures read_published(const cursor& at) {
    object members(at);
    published_figures out;
    out.where = at.where();
    if (const auto total = members.find("total")) out.total = total->number();
    if (const auto total = members.find("self_total")) out.self_total = total->number();
    if (const auto deductions = members.find("deductions")) out.deductions = deductions->number();
    if (const auto parts = members.find("parts")) out.parts = read_scores(*parts);
    if (const auto fields = members.find("fields")) out.fields = read_scores(*fields);
    if (const auto rank = members.find("rank")) out.rank = read_rank(*rank);
    if (const auto rank = members.find("satisfaction_rank")) out.satisfaction_rank = read_rank(*rank);
    members.finish();
    return out;
}

scored_unit read_unit(const cursor& at) {
    object members(at);
    scored_unit out;
    out.code = members.required_string("code");
    out.name = members.required_string("name");
    out.group = members.optional_string("group");
    out.outside_ranking = members.optional_string("outside_ranking");
    members.finish();
    return out;
}

void read_round(const cursor& at, std::vector<mark>& out) {
    object members(at);
    std::optional<scoring_round> round;
    if (const auto name = members.require("round")) {
        round = name->known_word<scoring_round>({{"self", scoring_round::self},
                                                 {"appraisal", scoring_round::appraisal},
                                                 {"re_appraisal", scoring_round::re_appraisal},
                                                 {"survey", scoring_round::survey},
                                                 {"authority", scoring_round::authority}});
    }
    if (const auto marks = members.require("marks")) {
        for (const cursor& each : marks->elements()) {
            mark read = read_mark(each, round.value_or(scoring_round::appraisal));
            if (round) out.push_back(std::move(read));  // marks of no known round cannot be checked
        }
    }
    members.finish();
}

/// What belongs to one unit: the whole of its own file, or its element in a file of several.
void read_unit_marks(object& members, assessment& out) {
    out.where = members.where();
    if (const auto unit = members.require("unit")) out.unit = read_unit(*unit);
    if (const auto rounds = members.require("rounds")) {
        for (const cursor& each : rounds->elements()) read_round(each, out.marks);
    }
    if (const auto published = members.find("published")) out.published = read_published(*published);
    members.finish();
}

void read_heading(object& members, assessment& out) {
    out.source = members.optional_string("source");
    if (const auto set = members.require("set")) out.set = set->decision();
    if (const auto year = members.require("year")) out.year = year->year();
}

constexpr std::string_view one_unit = "parindex.assessment/1";
constexpr std::string_view several_units = "parindex.assessments/1";

bool has_several_units(const json::document& parsed) {
    const auto& members = parsed.root().children;
    return parsed.root().kind == json::kind::object &&
           std::any_of(members.begin(), members.end(), [](const json::value& member) {
               return member.key == "format" && member.kind == json::kind::string && member.text == several_units;
           });
}

/// What the marks are checked against.
struct check_base {
    const criteria_set* set = nullptr;
    const context_description* context = nullptr;

    void check(const assessment& read, json::reading& state) const {
        if (set != nullptr) state.add_checked(check_read_marks(read, *set, context));
    }
};

result<assessment> read_one(const json::document& parsed, const check_base& base, diagnostics* notes) {
    return json::read_document(parsed, one_unit, notes, [&base](object& root, json::reading& state) {
        assessment out;
        read_heading(root, out);
        read_unit_marks(root, out);
        base.check(out, state);
        return out;
    });
}

/// The element of one unit, with what is wrong with it kept apart.
unit_reading read_element(const json::document& parsed, const cursor& at, assessment common, const check_base& base) {
    unit_reading out{{}, {}, at.where(), diagnostics{}, {}};
    json::reading state(parsed);
    object members(at.within(state));
    read_unit_marks(members, common);
    base.check(common, state);
    out.code = common.unit.code;
    out.name = common.unit.name;
    out.year = common.year;
    out.marks = json::conclude(state, std::move(common), &out.notes);
    return out;
}

result<std::vector<unit_reading>> read_several(const json::document& parsed, const check_base& base) {
    assessment common;
    std::optional<cursor> units;
    const auto read = [&](object& root, json::reading& state) {
        read_heading(root, common);
        std::vector<unit_reading> out;
        if ((units = root.require("units"))) {
            const std::vector<cursor> elements = units->elements();
            if (elements.size() > limits::assessed_units) {
                units->fail(error_code::too_many_assessments,
                            "at most " + std::to_string(limits::assessed_units) + " units in one file");
            } else if (!state.found().has_error()) {
                for (const cursor& each : elements) out.push_back(read_element(parsed, each, common, base));
            }
        }
        root.finish();
        return out;
    };
    return json::read_document(parsed, several_units, nullptr, read);
}

}  // namespace

result<assessment> read_assessment(std::string_view json, std::string_view file, const criteria_set* set,
                                   diagnostics* notes, const context_description* context) {
    const result<json::document> parsed = json::document::parse(json, file);
    if (!parsed) return parsed.error();
    return read_one(*parsed, {set, context}, notes);
}

result<std::vector<unit_reading>> read_assessments(std::string_view json, std::string_view file,
                                                   const criteria_set* set, const context_description* context) {
    const result<json::document> parsed = json::document::parse(json, file);
    if (!parsed) return parsed.error();
    if (has_several_units(*parsed)) return read_several(*parsed, {set, context});
    diagnostics notes;
    result<assessment> read = read_one(*parsed, {set, context}, &notes);
    if (!read) return read.error();
    std::vector<unit_reading> out;
    const int year = read->year;
    out.push_back({read->unit.code, read->unit.name, read->where, std::move(read), std::move(notes), year});
    return out;
}

}  // namespace parindex::inline v0
