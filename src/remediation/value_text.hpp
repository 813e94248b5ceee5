// Values of a plan as a person reads them beside each other.
#pragma once

#include "parindex/numeric/number_text.hpp"
#include "remediation/plan_members.hpp"

#include <string>
#include <vector>

namespace parindex::inline v0 {

inline std::string value_text(const std::string& text) {
    return text;
}
inline std::string value_text(int number) {
    return std::to_string(number);
}
inline std::string value_text(const decimal& number) {
    return to_string(number.normalized());
}
inline std::string value_text(const date& day) {
    return to_iso_string(day);
}
inline std::string value_text(provenance origin) {
    return std::string(to_string(origin));
}
inline std::string value_text(timing_kind kind) {
    return std::string(to_string(kind));
}
inline std::string value_text(task_status status) {
    return std::string(to_string(status));
}
inline std::string value_text(error_code warning) {
    return std::string(acceptance_word(warning));
}
template <class T>
std::string value_text(const std::optional<T>& value);
template <class T>
std::string value_text(const std::vector<T>& values);

/// "kind: on, last: 2023-05", with the members that say something.
template <has_members T>
std::string value_text(const T& value) {
    static const T blank;
    std::string out;
    for_each_member<T>([&](const auto& member) {
        const auto& own = value.*member.at;
        if (!member.required && same_members(own, blank.*member.at)) return;
        out += (out.empty() ? "" : ", ") + std::string(member.key) + ": " + value_text(own);
    });
    return '{' + out + '}';
}
template <class T>
std::string value_text(const std::optional<T>& value) {
    return value ? value_text(*value) : std::string();
}
template <class T>
std::string value_text(const std::vector<T>& values) {
    std::string out;
    for (const T& each : values) out += (out.empty() ? "" : "; ") + value_text(each);
    return '[' + out + ']';
}

}  // namespace parindex::inline v0
