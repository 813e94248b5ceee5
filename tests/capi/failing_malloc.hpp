// A malloc that fails when it is told to, for everything in the program: the library's operator new ends there too.
#pragma once

#include <cstddef>

namespace parindex_test {

/// While one lives, an allocation fails: the one numbered `number` from 1, and with `from_there_on` all behind it.
class allocation_failure {
public:
    allocation_failure(std::size_t number, bool from_there_on) noexcept;
    allocation_failure(const allocation_failure&) = delete;
    allocation_failure& operator=(const allocation_failure&) = delete;
    ~allocation_failure();

    /// Whether an allocation has failed yet.
    [[nodiscard]] static bool happened() noexcept;
};

/// How many blocks are allocated and not freed.
[[nodiscard]] std::ptrdiff_t live_blocks() noexcept;

}  // namespace parindex_test
