#include "io/json_values.hpp"
#include "io/questionnaire_members.hpp"
#include "parindex/io/questionnaire_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::put;
using json::tree;

tree percentage(const decimal& value) {
    return to_shortest_string(value) + "%";
}

tree written_policies(const std::map<answer_state, missing_policy>& policies) {
    tree out = tree::object();
    for (const auto& [state, policy] : policies) out[to_string(state)] = to_string(policy);
    return out;
}

tree written_policies(const missing_policies& policies) {
    std::map<answer_state, missing_policy> different;
    for (const answer_state each : json::states_with_policy) {
        if (policies.at(each) != missing_policy::exclude) different[each] = policies.at(each);
    }
    return written_policies(different);
}

tree written_validity(const sheet_validity& validity) {
    tree out = tree::object();
    if (validity.minimum_answered.sign() != 0) out["minimum_answered"] = percentage(validity.minimum_answered);
    put(out, "required", validity.required);
    return out;
}

tree written_scale(const answer_scale& scale) {
    tree out{{"code", scale.code}};
    if (scale.words != label_dictionary::none) out["words"] = to_string(scale.words);
    tree& options = out["options"] = tree::array();
    for (const answer_option& each : scale.options) {
        tree& option = options.push_back({{"code", each.code}});
        put(option, "label", each.label);
        put(option, "also", each.also);
        if (each.level) option["level"] = *each.level;
        if (each.weight) option["weight"] = percentage(*each.weight);
    }
    return out;
}

tree written_group(const respondent_group& group) {
    tree out{{"code", group.code}, {"name", group.name}};
    tree& categories = out["categories"] = tree::array();
    for (const respondent_category& each : group.categories) {
        tree& category = categories.push_back({{"code", each.code}});
        put(category, "label", each.label);
        put(category, "also", each.also);
        put(category, "from", each.from);
        put(category, "below", each.below);
    }
    return out;
}

tree written_question(const survey_question& asked) {
    tree out{{"code", asked.code}};
    put(out, "text", asked.text);
    if (asked.number) out["number"] = *asked.number;
    out["scale"] = asked.scale;
    if (asked.multiple) out["multiple"] = true;
    put(out, "satisfied", asked.satisfied);
    if (asked.kind != question_kind::satisfaction) out["kind"] = to_string(asked.kind);
    put(out, "factor", asked.factor);
    if (asked.overall) out["overall"] = true;
    if (!asked.asked_if.empty()) {
        tree& conditions = out["asked_if"] = tree::array();
        for (const route_condition& each : asked.asked_if) {
            conditions.push_back({{"question", each.question}, {"any_of", each.any_of}});
        }
    }
    if (!asked.missing.empty()) out["missing"] = written_policies(asked.missing);
    return out;
}

}  // namespace

json::tree json::written(const questionnaire& form) {
    const questionnaire_description& from = form.description();
    tree out{{"format", questionnaire_tag}, {"code", from.code}, {"name", from.name}, {"method", from.method}};
    put(out, "source", from.source);
    if (tree policies = written_policies(from.missing); !policies.empty()) out["missing"] = std::move(policies);
    if (!from.missing_words.empty()) {
        tree& words = out["missing_words"] = tree::object();
        for (const auto& [state, texts] : from.missing_words) words[to_string(state)] = texts;
    }
    if (tree validity = written_validity(from.validity); !validity.empty()) out["validity"] = std::move(validity);
    out["scales"] = tree::array();
    for (const answer_scale& each : from.scales) out["scales"].push_back(written_scale(each));
    if (!from.blocks.empty()) {
        tree& blocks = out["blocks"] = tree::array();
        for (const survey_block& each : from.blocks) blocks.push_back({{"code", each.code}, {"name", each.name}});
    }
    if (!from.factors.empty()) {
        tree& factors = out["factors"] = tree::array();
        for (const survey_factor& each : from.factors) {
            put(factors.push_back({{"code", each.code}, {"name", each.name}}), "block", each.block);
        }
    }
    if (!from.groups.empty()) {
        tree& groups = out["groups"] = tree::array();
        for (const respondent_group& each : from.groups) groups.push_back(written_group(each));
    }
    out["questions"] = tree::array();
    for (const survey_question& each : from.questions) out["questions"].push_back(written_question(each));
    return out;
}

std::string write_questionnaire(const questionnaire& form) {
    return json::written(form).file_text();
}

}  // namespace parindex::inline v0
