#include "io/number_message.hpp"
#include "io/questionnaire_members.hpp"
#include "io/read_file.hpp"
#include "parindex/io/questionnaire_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

/// The elements of an array, each read by `read`.
template <class T>
std::vector<T> read_all(const std::optional<cursor>& array, T (*read)(const cursor&)) {
    std::vector<T> out;
    if (!array) return out;
    for (const cursor& each : array->elements()) out.push_back(read(each));
    return out;
}

/// "60%"; the sign stands there so that nobody reads 0.6 as a percentage.
decimal read_percentage(const cursor& at) {
    std::string text = at.string();
    if (at.kind() != json::kind::string) return {};
    if (!text.ends_with('%')) {
        at.fail(error_code::invalid_number, "expected a percentage such as 60%, not " + quoted(text));
        return {};
    }
    text.pop_back();
    const parsed_decimal parsed = parse_decimal(text);
    if (parsed.ok()) return parsed.value;
    at.fail(parsed.code, number_message(text, parsed) + ", followed by %");
    return {};
}

missing_policy read_policy(const cursor& at) {
    using policy = missing_policy;
    return at.one_of<policy>({{to_string(policy::exclude), policy::exclude},
                              {to_string(policy::least_favourable), policy::least_favourable},
                              {to_string(policy::refuse), policy::refuse}});
}

std::map<answer_state, missing_policy> read_policies(const cursor& at) {
    object members(at);
    std::map<answer_state, missing_policy> out;
    for (const answer_state each : json::states_with_policy) {
        if (const auto given = members.find(to_string(each))) out[each] = read_policy(*given);
    }
    members.finish();
    return out;
}

std::map<answer_state, std::vector<std::string>> read_words(const cursor& at) {
    object members(at);
    std::map<answer_state, std::vector<std::string>> out;
    for (const answer_state each : json::states_with_words) {
        if (const auto given = members.find(to_string(each))) out[each] = given->readable_strings();
    }
    members.finish();
    return out;
}

sheet_validity read_validity(const cursor& at) {
    object members(at);
    sheet_validity out;
    if (const auto share = members.find("minimum_answered")) out.minimum_answered = read_percentage(*share);
    out.required = members.readable_strings("required");
    members.finish();
    return out;
}

answer_option read_option(const cursor& at) {
    object members(at);
    answer_option out;
    out.code = members.required_string("code");
    out.label = members.optional_string("label");
    out.also = members.readable_strings("also");
    if (const auto level = members.find("level")) out.level = level->integer(1, 1000);
    if (const auto weight = members.find("weight")) out.weight = read_percentage(*weight);
    members.finish();
    return out;
}

answer_scale read_scale(const cursor& at) {
    using words = label_dictionary;
    object members(at);
    answer_scale out;
    out.where = at.where();
    out.code = members.required_string("code");
    if (const auto given = members.find("words")) {
        out.words = given->one_of<words>({{to_string(words::none), words::none},
                                          {to_string(words::satisfaction), words::satisfaction},
                                          {to_string(words::yes_no), words::yes_no}});
    }
    out.options = read_all(members.require("options"), read_option);
    members.finish();
    return out;
}

survey_block read_block(const cursor& at) {
    object members(at);
    survey_block out;
    out.where = at.where();
    out.code = members.required_string("code");
    out.name = members.required_string("name");
    members.finish();
    return out;
}

survey_factor read_factor(const cursor& at) {
    object members(at);
    survey_factor out;
    out.where = at.where();
    out.code = members.required_string("code");
    out.name = members.required_string("name");
    out.block = members.optional_string("block");
    members.finish();
    return out;
}

respondent_category read_category(const cursor& at) {
    object members(at);
    respondent_category out;
    out.code = members.required_string("code");
    out.label = members.optional_string("label");
    out.also = members.readable_strings("also");
    if (const auto from = members.find("from")) out.from = from->number();
    if (const auto below = members.find("below")) out.below = below->number();
    members.finish();
    return out;
}

respondent_group read_group(const cursor& at) {
    object members(at);
    respondent_group out;
    out.where = at.where();
    out.code = members.required_string("code");
    out.name = members.required_string("name");
    out.categories = read_all(members.require("categories"), read_category);
    members.finish();
    return out;
}

route_condition read_condition(const cursor& at) {
    object members(at);
    route_condition out;
    out.question = members.required_string("question");
    if (const auto options = members.require("any_of")) out.any_of = options->readable_strings();
    members.finish();
    return out;
}

survey_question read_question(const cursor& at) {
    using kind = question_kind;
    object members(at);
    survey_question out;
    out.where = at.where();
    out.code = members.required_string("code");
    out.text = members.optional_string("text");
    if (const auto number = members.find("number")) out.number = number->integer(0, 1'000'000);
    out.scale = members.required_string("scale");
    if (const auto multiple = members.find("multiple")) out.multiple = multiple->boolean();
    out.satisfied = members.readable_strings("satisfied");
    if (const auto asked = members.find("kind")) {
        out.kind = asked->one_of<kind>({{to_string(kind::satisfaction), kind::satisfaction},
                                        {to_string(kind::perception), kind::perception},
                                        {to_string(kind::need), kind::need}});
    }
    out.factor = members.optional_string("factor");
    if (const auto overall = members.find("overall")) out.overall = overall->boolean();
    out.asked_if = read_all(members.find("asked_if"), read_condition);
    if (const auto policies = members.find("missing")) out.missing = read_policies(*policies);
    members.finish();
    return out;
}

questionnaire_description read_description(object& root) {
    questionnaire_description out;
    out.where = root.where();
    out.code = root.required_string("code");
    out.name = root.required_string("name");
    out.method = root.required_string("method");
    out.source = root.optional_string("source");
    if (const auto policies = root.find("missing")) {
        for (const auto& [state, policy] : read_policies(*policies)) {
            out.missing.of[static_cast<std::size_t>(state)] = policy;
        }
    }
    if (const auto words = root.find("missing_words")) out.missing_words = read_words(*words);
    if (const auto validity = root.find("validity")) out.validity = read_validity(*validity);
    out.scales = read_all(root.require("scales"), read_scale);
    out.blocks = read_all(root.find("blocks"), read_block);
    out.factors = read_all(root.find("factors"), read_factor);
    out.groups = read_all(root.find("groups"), read_group);
    out.questions = read_all(root.require("questions"), read_question);
    root.finish();
    return out;
}

}  // namespace

std::optional<questionnaire> json::read_questionnaire(object& root, reading& state) {
    const questionnaire_description description = read_description(root);
    // The checks run even over a file with errors of form, so that both are reported together.
    result<questionnaire> checked = questionnaire::create(description);
    if (!checked) {
        state.add_checked(std::move(checked).error());
        return std::nullopt;
    }
    state.add_checked(checked->warnings());
    return std::move(checked).value();
}

result<questionnaire> read_questionnaire(std::string_view json, std::string_view file, diagnostics* notes) {
    std::optional<questionnaire> form;
    const auto read = [&form](object& root, json::reading& state) {
        form = json::read_questionnaire(root, state);
        return true;
    };
    const result<bool> done = json::read_file(json, file, json::questionnaire_tag, notes, read);
    if (!done) return done.error();
    return *std::move(form);
}

}  // namespace parindex::inline v0
