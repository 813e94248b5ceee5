// Printed lists of units, divided by the longest registered names.
#include "organization/list_words.hpp"
#include "organization/name_folding.hpp"
#include "organization/name_matcher.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace parindex::inline v0 {

namespace {

using entry = organization_registry::contents::name_entry;

/// The folded list, with the longest name at every place where an entry may begin.
class divided_list {
public:
    divided_list(const organization_registry::contents& data, std::string_view normal)
        : data_(data), and_(fold_name("x" + std::string(words::list_and) + "x")) {
        and_ = and_.substr(1, and_.size() - 2);
        list_ = fold_with_places(normal);
        find_names();
    }

    /// Calls `emit(begin, end, key)` for each entry: bytes of the normal text, and the folded name, empty if unknown.
    template <class Emit>
    void for_each(const Emit& emit) const {
        const std::string_view text = list_.text;
        for (std::size_t at = skip_marks(0); at < text.size();) {
            std::size_t end = at + name_at_[at];
            if (name_at_[at] == 0) end = end_of_unknown(at);
            emit(list_.begins[at], list_.ends[end - 1], text.substr(at, name_at_[at]));
            at = end;
            if (text.substr(at).starts_with(and_) && name_at_[at + and_.size()] != 0) at += and_.size();
            at = skip_marks(at);
        }
    }

private:
    [[nodiscard]] static bool is_mark(char c) noexcept { return c == ',' || c == ';' || c == '.'; }
    /// What may stand between a mark and a name: spaces, and the dash or plus of a bullet.
    [[nodiscard]] static bool is_filling(char c) noexcept { return c == ' ' || c == '-' || c == '+'; }

    [[nodiscard]] std::size_t skip_marks(std::size_t at) const noexcept {
        while (at < list_.text.size() && (is_mark(list_.text[at]) || is_filling(list_.text[at]))) ++at;
        return at;
    }

    /// From the end, because an "and" divides only where a name follows it: "Sở Tài chính và Kế hoạch" is not "Sở Tài
    /// chính" and something unknown.
    void find_names() {
        const std::string_view text = list_.text;
        name_at_.assign(text.size() + and_.size() + 1, 0);
        for (std::size_t at = text.size(); at-- > 0;) {
            if (may_begin(at)) name_at_[at] = longest_name(at);
        }
    }

    [[nodiscard]] bool may_begin(std::size_t at) const noexcept {
        std::string_view before = std::string_view(list_.text).substr(0, at);
        if (before.ends_with(and_)) return true;
        while (!before.empty() && is_filling(before.back())) before.remove_suffix(1);
        return before.empty() || is_mark(before.back());
    }

    [[nodiscard]] bool may_end(std::size_t at) const noexcept {
        const std::string_view rest = std::string_view(list_.text).substr(at);
        if (rest.empty() || is_mark(rest.front())) return true;
        return rest.starts_with(and_) && name_at_[at + and_.size()] != 0;
    }

    /// Size of the longest registered name that stands at `at`, or 0.
    [[nodiscard]] std::size_t longest_name(std::size_t at) const {
        // Of the sorted names, the last one not above the rest of the text is the longest prefix of it, or shares a
        // prefix with it that every registered prefix must fit in.
        std::string_view rest = std::string_view(list_.text).substr(at);
        while (!rest.empty()) {
            const auto above = std::upper_bound(
                data_.names.begin(), data_.names.end(), rest,
                [](std::string_view wanted, const entry& each) { return wanted < std::string_view(each.key); });
            if (above == data_.names.begin()) return 0;
            const std::string_view key = std::prev(above)->key;
            const auto differ = std::mismatch(key.begin(), key.end(), rest.begin(), rest.end());
            auto common = static_cast<std::size_t>(differ.first - key.begin());
            if (common == key.size()) {
                if (may_end(at + common)) return common;
                --common;
            }
            rest = rest.substr(0, common);
        }
        return 0;
    }

    /// Up to the next semicolon, or to a comma before a known name.
    [[nodiscard]] std::size_t end_of_unknown(std::size_t at) const noexcept {
        const std::string_view text = list_.text;
        std::size_t end = at + 1;
        for (; end < text.size() && text[end] != ';'; ++end) {
            if (text[end] == ',' && name_at_[skip_marks(end)] != 0) break;
        }
        while (end > at + 1 && (is_mark(text[end - 1]) || is_filling(text[end - 1]))) --end;
        return end;
    }

    const organization_registry::contents& data_;
    std::string and_;
    folded_text list_;
    std::vector<std::size_t> name_at_;  ///< By byte of the folded list; 0 where no name begins.
};

}  // namespace

result<std::vector<listed_unit>> organization_registry::split(std::string_view list, const name_query& query) const {
    const name_matcher matcher(*this, *data_, query);
    const auto refuse = [](error_code code, std::size_t column, std::string message) {
        return diagnostics{{code, severity::error, {"", 1, column, ""}, "", std::move(message)}};
    };
    if (list.size() > limits::unit_list_bytes) {
        return refuse(error_code::unit_list_too_long, 1,
                      "a list of units has at most " + std::to_string(limits::unit_list_bytes) + " bytes");
    }
    if (const auto invalid = find_invalid_utf8(list)) {
        return refuse(error_code::invalid_utf8, code_point_column(list, *invalid), "the list is not UTF-8");
    }
    const std::string normal = to_nfc(list);
    std::vector<listed_unit> out;
    std::size_t counted = 0;  // columns are counted from entry to entry, not each from the start
    std::size_t column = 1;
    divided_list(*data_, normal).for_each([&](std::size_t begin, std::size_t end, std::string_view key) {
        column += count_code_points(std::string_view(normal).substr(counted, begin - counted));
        counted = begin;
        std::string text = normal.substr(begin, end - begin);
        const auto entries = key.empty() ? std::span<const contents::name_entry>() : data_->named(key);
        out.push_back({begin, end - begin, column, matcher.match(std::move(text), entries)});
    });
    return out;
}

}  // namespace parindex::inline v0
