#include "failing_malloc.hpp"

#include <cerrno>
#include <cstdlib>

// What the C library calls its own, below the names that are replaced here.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* block);
}

namespace {

// One thread only.
std::ptrdiff_t live = 0;
std::size_t left = 0;  // allocations until the one that fails; 0: none will
bool all_behind = false;
bool failed = false;

bool fails() noexcept {
    if (left == 0) return failed && all_behind;
    if (--left > 0) return false;
    failed = true;
    return true;
}

template <class Allocate>
void* counted(Allocate allocate) noexcept {
    void* const block = fails() ? nullptr : allocate();
    if (block == nullptr) {
        errno = ENOMEM;
    } else {
        ++live;
    }
    return block;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) {
    return counted([=] { return __libc_malloc(size); });
}

void* calloc(std::size_t count, std::size_t size) {
    return counted([=] { return __libc_calloc(count, size); });
}

void* realloc(void* block, std::size_t size) {
    if (block == nullptr) return malloc(size);
    if (fails()) {
        errno = ENOMEM;
        return nullptr;
    }
    return __libc_realloc(block, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return counted([=] { return __libc_memalign(alignment, size); });
}

int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
    void* const made = aligned_alloc(alignment, size);
    if (made == nullptr) return ENOMEM;
    *block = made;
    return 0;
}

void free(void* block) {
    if (block != nullptr) --live;
    __libc_free(block);
}

}  // extern "C"

namespace parindex_test {

allocation_failure::allocation_failure(std::size_t number, bool from_there_on) noexcept {
    left = number;
    all_behind = from_there_on;
    failed = false;
}

allocation_failure::~allocation_failure() {
    left = 0;
    all_behind = false;
    failed = false;
}

bool allocation_failure::happened() noexcept {
    return failed;
}

std::ptrdiff_t live_blocks() noexcept {
    return live;
}

}  // namespace parindex_test
