#include "survey/answers/spelling_table.hpp"

#include <algorithm>
#include <utility>

namespace parindex::inline v0 {

bool spelling_table::add(std::string folded, answer_meaning means, bool is_code) {
    const auto [at, fresh] = meanings_.emplace(std::move(folded), means);
    if (!fresh) return at->second == means;
    if (means.state == answer_state::answered) {
        of_options_.push_back({at->first, means.option, is_code, 0});
        longest_division_ += at->first.size() + 8;
    }
    return true;
}

void spelling_table::close() {
    std::sort(of_options_.begin(), of_options_.end(),
              [](const option_spelling& a, const option_spelling& b) { return a.text < b.text; });
    for (std::size_t at = 1; at < of_options_.size(); ++at) {
        std::size_t before = at;  // 1 and the index of the one before
        while (before != 0 && !of_options_[at].text.starts_with(of_options_[before - 1].text)) {
            before = of_options_[before - 1].shorter;
        }
        of_options_[at].shorter = before;
    }
}

const answer_meaning* spelling_table::find(const std::string& folded) const {
    const auto found = meanings_.find(folded);
    return found == meanings_.end() ? nullptr : &found->second;
}

std::size_t spelling_table::last_before(std::string_view text) const {
    const auto greater =
        std::upper_bound(of_options_.begin(), of_options_.end(), text,
                         [](std::string_view wanted, const option_spelling& each) { return wanted < each.text; });
    return static_cast<std::size_t>(greater - of_options_.begin());
}

}  // namespace parindex::inline v0
