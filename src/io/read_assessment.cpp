#include "io/read_file.hpp"
#include "parindex/io/assessment_file.hpp"

#include <limits>

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

constexpr int first_year = 1945;
constexpr int last_year = 9999;

mark read_mark(const cursor& at, scoring_round round) {
    object members(at);
    mark out;
    out.where = at.where();
    out.round = round;
    out.criterion = members.required_string("criterion");
    if (const auto score = members.find("score")) out.score = score->figure();
    if (const auto loss = members.find("loss")) out.loss = loss->figure();
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
    if (const auto deductions = members.find("deductions")) out.deductions = deductions->number();
    if (const auto parts = members.find("parts")) out.parts = read_scores(*parts);
    if (const auto fields = members.find("fields")) out.fields = read_scores(*fields);
    if (const auto rank = members.find("rank")) out.rank = read_rank(*rank);
    if (const auto rank = members.find("satisfaction_rank")) out.satisfaction_rank = read_rank(*rank);
    members.finish();
    return out;
}

assessment read_marks(object& root) {
    assessment out;
    out.where = root.where();
    if (const auto set = root.require("set")) out.set = set->decision();
    if (const auto unit = root.require("unit")) {
        object members(*unit);
        out.unit.code = members.required_string("code");
        out.unit.name = members.required_string("name");
        members.finish();
    }
    if (const auto year = root.require("year")) out.year = year->integer(first_year, last_year);
    if (const auto rounds = root.require("rounds")) {
        for (const cursor& each : rounds->elements()) {
            object members(each);
            std::optional<scoring_round> round;
            if (const auto name = members.require("round")) {
                round = name->known_word<scoring_round>({{"self", scoring_round::self},
                                                         {"appraisal", scoring_round::appraisal},
                                                         {"re_appraisal", scoring_round::re_appraisal},
                                                         {"survey", scoring_round::survey},
                                                         {"authority", scoring_round::authority}});
            }
            if (const auto marks = members.require("marks")) {
                for (const cursor& at : marks->elements()) {
                    mark read = read_mark(at, round.value_or(scoring_round::appraisal));
                    if (round) out.marks.push_back(std::move(read));  // marks of no known round cannot be checked
                }
            }
            members.finish();
        }
    }
    if (const auto published = root.find("published")) out.published = read_published(*published);
    root.finish();
    return out;
}

}  // namespace

result<assessment> read_assessment(std::string_view json, std::string_view file, const criteria_set* set,
                                   diagnostics* notes) {
    return json::read_file(json, file, "parindex.assessment/1", notes, [set](object& root, json::reading& state) {
        assessment out = read_marks(root);
        if (set != nullptr) state.add_checked(check(out, *set));
        return out;
    });
}

}  // namespace parindex::inline v0
