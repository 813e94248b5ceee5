// Codes that a person reads as equal although they are not: an A of another alphabet, another dash, a space too many.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// `text` with one letter for all that look like it: Cyrillic and Greek letters as the Latin ones, the three capitals
/// that look like Đ as Đ, full-width characters as the usual ones, every dash as a hyphen; without spaces and invisible
/// characters. Two texts look alike if this is the same.
[[nodiscard]] std::string fold_look_alikes(std::string_view text);

/// `looks like "1.A", but has U+0410 where U+0041 is expected`: the first difference of two texts. Empty if they are
/// equal or do not look alike.
[[nodiscard]] std::string look_alike_difference(std::string_view given, std::string_view expected);

/// The codes that are known, by what they look like. The texts must outlive it.
class look_alike_index {
public:
    /// Of several that look alike, the first is kept.
    void add(std::string_view code) { by_look_.try_emplace(fold_look_alikes(code), code); }

    /// What look_alike_difference() says about the known code that `unknown` looks like; empty if there is none.
    [[nodiscard]] std::string difference(std::string_view unknown) const;

private:
    std::map<std::string, std::string_view, std::less<>> by_look_;
};

/// The end of a message about something unknown: "; it looks like ...", or nothing.
[[nodiscard]] inline std::string look_alike_hint(const std::string& difference) {
    return difference.empty() ? std::string() : "; it " + difference;
}

}  // namespace parindex::inline v0
