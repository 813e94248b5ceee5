// Calls of the C interface that an input decides, and what is asked of each of them.
#pragma once

#include "invariant.hpp"
#include "parindex.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string_view>
#include <vector>

/// Reads decisions from the input; where it ends, all are 0.
class decisions {
public:
    decisions(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

    [[nodiscard]] bool over() const { return left_ == 0; }
    std::uint8_t byte() {
        if (left_ == 0) return 0;
        --left_;
        return *data_++;
    }
    std::size_t below(std::size_t count) { return byte() % count; }

    std::int32_t number() {
        constexpr std::int32_t odd[] = {-1,
                                        2025,
                                        1945,
                                        9999,
                                        100'000,
                                        std::numeric_limits<std::int32_t>::max(),
                                        std::numeric_limits<std::int32_t>::min()};
        const std::uint8_t given = byte();
        return given < 240 ? given % 20 : odd[given % std::size(odd)];
    }
    std::size_t size_number() {
        const std::uint8_t given = byte();
        return given < 250 ? given % 12U : std::numeric_limits<std::size_t>::max() - (given - 250U);
    }
    std::string_view text() {
        constexpr std::string_view texts[] = {"1.1", "1.2", "1.3", "2",    "B",  "1",       "U",
                                              "a",   "b",   "l",   "x",    "7",  "3.5",     "-1",
                                              "yes", "",    "5/7", "\xC3", "Ủ",  "last",    "V",
                                              "0",   "1e5", "p",   " ",    "\n", "2022-01", std::string_view("\0", 1)};
        return texts[below(std::size(texts))];
    }

private:
    const std::uint8_t* data_;
    std::size_t left_;
};

/// Handles of one kind; the last place stays NULL.
template <class Handle, void (*Free)(Handle*)>
class pool {
public:
    pool() = default;
    pool(const pool&) = delete;
    pool& operator=(const pool&) = delete;
    ~pool() {
        for (Handle* each : held_) Free(each);
    }
    Handle* any(decisions& from) { return held_[from.below(held_.size())]; }
    /// Where a call shall put a handle; what lay there is freed first.
    Handle** slot(decisions& from) {
        Handle*& out = held_[from.below(held_.size() - 1)];
        Free(out);
        out = nullptr;
        return &out;
    }

private:
    std::array<Handle*, 4> held_{};
};

class checked_calls {
protected:
    explicit checked_calls(decisions& from) : from_(from) { error_.struct_size = sizeof error_; }

    void take(parindex_status status) {
        FUZZ_REQUIRE(status != PARINDEX_E_INTERNAL);
        FUZZ_REQUIRE(std::string_view(parindex_status_name(status)) != "unknown");
        FUZZ_REQUIRE(error_.code == status);
        FUZZ_REQUIRE((status == PARINDEX_OK) == (error_.message[0] == '\0'));
    }
    /// A call that hands out a handle hands out none when it fails.
    template <class Handle>
    void take(parindex_status status, Handle* const* made) {
        take(status);
        FUZZ_REQUIRE((status == PARINDEX_OK) == (*made != nullptr));
    }
    parindex_diagnostics** findings() { return from_.byte() % 3 == 0 ? nullptr : diagnostics_.slot(from_); }

    /// Asks for the size of a text, then for the text in a buffer that fits, and in one that is too small.
    template <class Call>
    void read_text(Call call) {
        std::size_t size = 0;
        const parindex_status asked = call(nullptr, std::size_t{0}, &size);
        take(asked);
        if (asked != PARINDEX_OK) return;
        std::vector<char> exact(size + 1, 'x');
        std::size_t again = 0;
        take(call(exact.data(), exact.size(), &again));
        FUZZ_REQUIRE(again == size && exact[size] == '\0');
        std::vector<char> small(size, 'x');
        const parindex_status refused = call(small.empty() ? exact.data() : small.data(), small.size(), nullptr);
        take(refused);
        FUZZ_REQUIRE(refused == PARINDEX_E_BUFFER_TOO_SMALL);
    }

    decisions& from_;
    parindex_error error_{};
    pool<parindex_diagnostics, parindex_diagnostics_free> diagnostics_;
};
