#include "io/json_values.hpp"
#include "parindex/io/plan_file.hpp"
#include "remediation/plan_members.hpp"

namespace parindex::inline v0 {

namespace {

using json::tree;

/// What json_values.hpp does not know is a word of the format, or a struct with a table of members.
tree to_value(const std::string& text) {
    return text;
}
tree to_value(int number) {
    return number;
}
tree to_value(const decimal& number) {
    return json::written(number);
}
tree to_value(const decision& key) {
    return json::written(key);
}
tree to_value(const date& day) {
    return to_iso_string(day);
}
tree to_value(timing_kind kind) {
    return to_string(kind);
}
tree to_value(task_status status) {
    return to_string(status);
}
tree to_value(error_code warning) {
    return acceptance_word(warning);
}
template <class T>
tree to_value(const std::optional<T>& value);
template <class T>
tree to_value(const std::vector<T>& values);

template <has_members T>
tree to_value(const T& value) {
    static const T blank;
    tree out = tree::object();
    for_each_member<T>([&](const auto& member) {
        const auto& own = value.*member.at;
        if (!member.required && same_members(own, blank.*member.at)) return;
        out[member.key] = to_value(own);
    });
    if constexpr (std::is_same_v<T, task_roles>) {
        // Shows whoever completes a draft where the units belong.
        if (value.lead.empty() && value.implementing.empty()) out["lead"] = tree::array();
    }
    return out;
}

template <class T>
tree to_value(const std::optional<T>& value) {
    return value ? to_value(*value) : tree();
}
template <class T>
tree to_value(const std::vector<T>& values) {
    tree out = tree::array();
    for (const T& each : values) out.push_back(to_value(each));
    return out;
}

}  // namespace

std::string write_plan(const plan& planned) {
    tree out{{"format", "parindex.plan/1"}};
    out.update(to_value(planned));
    return out.file_text();
}

}  // namespace parindex::inline v0
