// What is said about a code that a criteria set does not have.
#pragma once

#include "parindex/criteria/criteria_set.hpp"
#include "text/look_alike.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Finds the code of the set that an unknown one looks like. The codes are folded once, when the first unknown code
/// comes that is not one of the set when folded.
class code_hints {
public:
    explicit code_hints(const criteria_set& set) noexcept : set_(set) {}

    /// "; it looks like ...", or nothing.
    [[nodiscard]] std::string hint(std::string_view unknown) {
        const std::size_t plain = set_.find(fold_look_alikes(unknown));
        if (plain != criteria_set::none && plain != 0) {
            return look_alike_hint(look_alike_difference(unknown, set_.at(plain).code));
        }
        if (!index_) {
            index_.emplace();
            for (const criteria_set::node& each : set_.nodes().subspan(1)) index_->add(each.code);
        }
        return look_alike_hint(index_->difference(unknown));
    }

private:
    const criteria_set& set_;
    std::optional<look_alike_index> index_;
};

/// What a decision that is not the expected one has in its number and issuer that only looks like it.
[[nodiscard]] inline std::string decision_hint(const decision& given, const decision& expected) {
    std::string out;
    const auto add = [&out](const char* what, const std::string& difference) {
        if (!difference.empty()) out += std::string("; its ") + what + ' ' + difference;
    };
    add("number", look_alike_difference(given.number, expected.number));
    add("issuer", look_alike_difference(given.issuer, expected.issuer));
    return out;
}

/// What is said about `what` that belongs to another set.
[[nodiscard]] inline std::string other_set_text(const std::string& what, const decision& given,
                                                const criteria_set& set) {
    std::string out =
        "the " + what + " belongs to the set of decision " + to_string(given) + ", not to " + to_string(set.key());
    if (set.amends() && *set.amends() == given) {
        out += ", which amends it: check the " + what + " and name the newer decision";
    }
    return out + decision_hint(given, set.key());
}

}  // namespace parindex::inline v0
