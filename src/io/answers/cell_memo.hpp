// What cells meant that were met before, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Keeps the latest of the texts that fall on a place: files repeat a few words.
template <class Value, std::size_t Places>
class cell_memo {
    static_assert((Places & (Places - 1)) == 0);

public:
    [[nodiscard]] const Value* find(std::string_view text) const noexcept {
        if (text.empty()) return nullptr;
        const std::size_t at = place_of(text);
        for (const std::size_t place : {at, at ^ 1U}) {
            if (entries_[place].used && entries_[place].text == text) return &entries_[place].value;
        }
        return nullptr;
    }

    /// Long texts are not kept.
    void keep(std::string_view text, const Value& value) {
        if (text.empty() || text.size() > longest) return;
        const std::size_t at = place_of(text);
        entry& first = entries_[at];
        if (first.used) entries_[at ^ 1U] = first;
        first = {std::string(text), value, true};
    }

private:
    static constexpr std::size_t longest = 256;

    struct entry {
        std::string text;
        Value value{};
        bool used = false;
    };

    /// Of the first and last eight bytes and the length, which is enough to tell words and codes apart.
    static std::size_t place_of(std::string_view text) noexcept {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        const std::size_t size = text.size() < 8 ? text.size() : 8;
        std::memcpy(&first, text.data(), size);
        std::memcpy(&last, text.data() + (text.size() - size), size);
        std::uint64_t mixed = (first ^ text.size()) * 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ mixed >> 29 ^ last) * 0xD6E8FEB86659FD93U;
        return static_cast<std::size_t>(mixed >> 40) & (Places - 1);
    }

    std::vector<entry> entries_ = std::vector<entry>(Places);
};

}  // namespace parindex::inline v0
