// Structures of the caller, who may have been compiled with an earlier or a later version of them.
#pragma once

#include "parindex.h"
#include "parindex/support/error.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

/// Size of a structure up to and with a member: what the first version that had it ended with.
#define PARINDEX_SIZE_THROUGH(structure, member) (offsetof(structure, member) + sizeof(structure::member))

namespace parindex::capi {

/// @param first_size  size of the structure in the first version that had it
/// @throws error_code::null_pointer, error_code::struct_size
template <class Structure>
void check_structure(const Structure* given, std::size_t first_size, const char* name) {
    static_assert(std::is_trivially_copyable_v<Structure>);
    if (given == nullptr) throw error(error_code::null_pointer, std::string(name) + " is NULL");
    if (given->struct_size < first_size) {
        throw error(error_code::struct_size, std::string(name) + ": struct_size is " +
                                                 std::to_string(given->struct_size) + ", expected at least " +
                                                 std::to_string(first_size));
    }
}

/// What the caller gave; members that it does not know yet are 0.
template <class Structure>
Structure structure_in(const Structure* given, std::size_t first_size, const char* name) {
    check_structure(given, first_size, name);
    Structure read{};
    std::memcpy(&read, given, std::min<std::size_t>(given->struct_size, sizeof read));
    return read;
}

/// Fills what the caller knows of.
template <class Structure>
parindex_status structure_out(Structure filled, Structure* output) noexcept {
    filled.struct_size = output->struct_size;
    std::memcpy(output, &filled, std::min<std::size_t>(output->struct_size, sizeof filled));
    return PARINDEX_OK;
}

}  // namespace parindex::capi
