// Which texts were met before, in 16 bytes each.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

using digest = std::array<std::uint64_t, 2>;

/// Digests texts and numbers, one behind the other. Two that differ are taken for one about once in 10^38 pairs, unless
/// somebody aims at it: no result may depend on that nobody does.
class digest_builder {
public:
    void add(std::uint64_t number) noexcept {
        first_ = scattered((first_ ^ number) * 0x9E3779B97F4A7C15U);
        second_ = scattered(second_ + number * 0xD6E8FEB86659FD93U);
    }
    void add(std::string_view bytes) noexcept {
        add(std::uint64_t{bytes.size()});  // where one text ends and the next begins makes a difference
        for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), sizeof(std::uint64_t)))) {
            std::uint64_t number = 0;
            std::memcpy(&number, bytes.data(), std::min(bytes.size(), sizeof number));
            add(number);
        }
    }
    /// Never {0, 0}.
    [[nodiscard]] digest take() const noexcept { return {first_ | 1, second_}; }

private:
    static constexpr std::uint64_t scattered(std::uint64_t value) noexcept {
        value = (value ^ value >> 32) * 0xE9846AF9B1A615DU;
        value = (value ^ value >> 32) * 0xE9846AF9B1A615DU;
        return value ^ value >> 28;
    }

    std::uint64_t first_ = 0x243F6A8885A308D3U;
    std::uint64_t second_ = 0x13198A2E03707344U;
};

/// A set of digests with a greatest size.
class digest_set {
public:
    explicit digest_set(std::size_t most) : most_(most) {}

    [[nodiscard]] bool full() const noexcept { return count_ >= most_; }
    [[nodiscard]] bool contains(const digest& each) const noexcept {
        return !places_.empty() && places_[place_of(each)] == each;
    }
    /// @return whether it is new. @pre not full()
    bool insert(const digest& each) {
        if (2 * (count_ + 1) > places_.size()) grow();
        digest& place = places_[place_of(each)];
        if (place == each) return false;
        place = each;
        ++count_;
        return true;
    }

private:
    [[nodiscard]] std::size_t place_of(const digest& each) const noexcept {
        std::size_t at = static_cast<std::size_t>(each[1]) & (places_.size() - 1);
        while (places_[at] != each && places_[at] != digest{}) at = (at + 1) & (places_.size() - 1);
        return at;
    }
    void grow() {
        std::vector<digest> old(std::max<std::size_t>(64, 2 * places_.size()));
        old.swap(places_);
        for (const digest& each : old) {
            if (each != digest{}) places_[place_of(each)] = each;
        }
    }

    std::size_t most_;
    std::size_t count_ = 0;
    std::vector<digest> places_;  // a power of two of them, half of them free: {0, 0}
};

/// The latest digests: at least `most / 2` of them, at most `most`.
class recent_digests {
public:
    explicit recent_digests(std::size_t most) : half_(most / 2), latest_(half_), before_(half_) {}

    /// Remembers a digest. @return whether it was remembered already
    bool meet(const digest& each) {
        if (latest_.contains(each) || before_.contains(each)) return true;
        if (latest_.full()) before_ = std::exchange(latest_, digest_set(half_));
        latest_.insert(each);
        return false;
    }

private:
    std::size_t half_;
    digest_set latest_;
    digest_set before_;
};

}  // namespace parindex::inline v0
