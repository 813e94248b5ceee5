#include "io/read_file.hpp"
#include "io/read_rule.hpp"
#include "parindex/io/survey_facts_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

/// By "F3"; the long names are for programs.
index_formula read_formula(const cursor& at) {
    using formula = index_formula;
    return at.one_of<formula>({{to_string(formula::item_share), formula::item_share},
                               {to_string(formula::pooled_answers), formula::pooled_answers},
                               {to_string(formula::mean_of_items), formula::mean_of_items},
                               {to_string(formula::mean_of_factors), formula::mean_of_factors},
                               {to_string(formula::overall_question), formula::overall_question},
                               {to_string(formula::every_answer), formula::every_answer},
                               {to_string(formula::mean_level), formula::mean_level},
                               {to_string(formula::mean_level_of_highest), formula::mean_level_of_highest},
                               {to_string(formula::mean_level_linear), formula::mean_level_linear},
                               {to_string(formula::option_weights), formula::option_weights},
                               {to_string(formula::own_satisfied_sets), formula::own_satisfied_sets},
                               {to_string(formula::top_two_of_three), formula::top_two_of_three},
                               {to_string(formula::yes_of_valid), formula::yes_of_valid},
                               {to_string(formula::yes_of_issued), formula::yes_of_issued},
                               {to_string(formula::complement), formula::complement}});
}

void read_index(object& members, survey_fact_link& out) {
    if (const auto formula = members.require("formula")) out.formula = read_formula(*formula);
    out.scope = members.optional_string("scope");
    if (const auto clamp = members.find("clamp_at_zero")) out.clamp_at_zero = clamp->boolean();
}

void read_printed(object& members, survey_fact_link& out) {
    if (const auto printed = members.require("rounding")) out.printed = json::read_rounding(*printed);
}

/// {"percent": {...}}: one quantity, with what it needs.
void read_quantity(const cursor& at, survey_fact_link& out) {
    object quantities(at);
    std::size_t named = 0;
    const auto read = [&](std::string_view key, survey_quantity quantity, auto... readers) {
        const auto given = quantities.find(key);
        if (!given) return;
        if (++named > 1) given->fail(error_code::invalid_value, "expected one quantity only");
        out.quantity = quantity;
        object members(*given);
        (readers(members, out), ...);
        members.finish();
    };
    const auto scope = [](object& members, survey_fact_link& link) { link.scope = members.optional_string("scope"); };
    const auto question = [](object& members, survey_fact_link& link) {
        link.question = members.required_string("question");
    };
    const auto option = [](object& members, survey_fact_link& link) {
        link.option = members.required_string("option");
    };
    read("percent", survey_quantity::percent, read_index, read_printed);
    read("numerator", survey_quantity::numerator, read_index);
    read("denominator", survey_quantity::denominator, read_index);
    read("option_count", survey_quantity::option_count, question, option);
    read("answered", survey_quantity::answered, question);
    read("satisfied", survey_quantity::satisfied, question);
    read("mean_level", survey_quantity::mean_level, scope, read_printed);
    read("valid_sheets", survey_quantity::valid_sheets);
    quantities.finish();
    if (named == 0 && at.kind() == json::kind::object) {
        at.fail(error_code::invalid_value, "expected a quantity, such as {\"percent\": {...}}");
    }
}

survey_fact_link read_link(const cursor& at) {
    object members(at);
    survey_fact_link out;
    out.where = at.where();
    out.criterion = members.required_string("criterion");
    out.fact = members.required_string("fact");
    if (const auto quantity = members.require("is")) read_quantity(*quantity, out);
    out.group = members.optional_string("group");
    out.category = members.optional_string("category");
    members.finish();
    return out;
}

}  // namespace

result<std::vector<survey_fact_link>> read_survey_facts(std::string_view json, std::string_view file,
                                                        diagnostics* notes) {
    const auto read = [](object& root, json::reading&) {
        std::vector<survey_fact_link> out;
        if (const auto links = root.require("links")) {
            for (const cursor& each : links->elements()) out.push_back(read_link(each));
        }
        root.finish();
        return out;
    };
    return json::read_file(json, file, "parindex.survey_facts/1", notes, read);
}

}  // namespace parindex::inline v0
