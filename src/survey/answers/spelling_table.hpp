// Spellings of the answers to a question, and what each means.
#pragma once

#include "parindex/survey/answer_state.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parindex::inline v0 {

/// What a spelling means: an option, or a state.
struct answer_meaning {
    answer_state state = answer_state::answered;
    std::size_t option = 0;

    friend bool operator==(const answer_meaning&, const answer_meaning&) = default;
};

/// A spelling of an option, as part of a longer text.
struct option_spelling {
    std::string_view text;
    std::size_t option = 0;
    bool is_code = false;
    std::size_t shorter = 0;  ///< 1 and the index of the longest spelling that this one begins with; 0: none.
};

/// Filled by add(), and read once it is closed.
class spelling_table {
public:
    spelling_table() = default;
    spelling_table(const spelling_table&) = delete;  // parts refer to texts
    spelling_table& operator=(const spelling_table&) = delete;

    /// @return whether the folded spelling is new, or means the same already
    bool add(std::string folded, answer_meaning means, bool is_code = false);
    /// Orders the spellings of options.
    void close();

    /// Null for a spelling that is not there.
    [[nodiscard]] const answer_meaning* find(const std::string& folded) const;
    [[nodiscard]] std::span<const option_spelling> of_options() const noexcept { return of_options_; }
    /// Bytes of all spellings of options, with signs between.
    [[nodiscard]] std::size_t longest_division() const noexcept { return longest_division_; }

    /// The longest spelling of an option that `text` begins with and whose size may end there; null: none. It takes as
    /// many steps as there are spellings that begin with each other, and not one for each spelling.
    template <class Ends>
    [[nodiscard]] const option_spelling* longest(std::string_view text, const Ends& may_end) const;

private:
    [[nodiscard]] std::size_t last_before(std::string_view text) const;

    std::unordered_map<std::string, answer_meaning> meanings_;
    std::vector<option_spelling> of_options_;  // once closed, by text
    std::size_t longest_division_ = 0;
};

template <class Ends>
const option_spelling* spelling_table::longest(std::string_view text, const Ends& may_end) const {
    // What the text begins with is no greater than it, and begins whatever lies between: the last spelling that is no
    // greater begins with all of them.
    std::size_t next = last_before(text);
    if (next == 0) return nullptr;
    const std::string_view last = of_options_[next - 1].text.substr(0, text.size());
    const auto common =
        static_cast<std::size_t>(std::mismatch(last.begin(), last.end(), text.begin()).first - last.begin());
    for (; next != 0; next = of_options_[next - 1].shorter) {
        const std::size_t size = of_options_[next - 1].text.size();
        if (size <= common && may_end(size)) return &of_options_[next - 1];
    }
    return nullptr;
}

}  // namespace parindex::inline v0
