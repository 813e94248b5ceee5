// Texts in and out of calls.
#pragma once

#include "handles.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace parindex::capi {

/// Length of the longest beginning of `text` that has at most `limit` bytes and cuts no character.
std::size_t whole_characters(std::string_view text, std::size_t limit) noexcept;

/// A text that the caller hands in. @throws error_code::null_pointer; error_code::input_too_large above
/// limits::file_bytes, before any of it is read
std::string_view text_in(const char* data, std::size_t size, const char* name);
/// A tally that the caller hands in, as text_in(), but as long as a tally can be. @throws as it
std::string_view tally_in(const char* data, std::size_t size, const char* name);
/// What findings call a file. @throws what text_in() throws; error_code::invalid_utf8
std::string_view file_in(const char* name, std::size_t size);
/// A member of a structure: NULL is empty.
std::string_view text_in(const char* terminated) noexcept;

/// A text that becomes part of an object: UTF-8 in normal form C. @throws error_code::invalid_utf8
std::string stored_text(std::string_view text, const char* name);

/// Writes a text to the buffer of the caller. @throws error_code::buffer_too_small, error_code::null_pointer
parindex_status text_out(std::string_view text, char* buffer, std::size_t capacity, std::size_t* size);

/// Hands a text to a function of the caller in pieces. @throws error_code::callback_failed, error_code::null_pointer
parindex_status write_out(std::string_view text, parindex_write_function write, void* user);

/// The same for bytes that are no text. @throws as it
parindex_status bytes_out(std::string_view bytes, parindex_write_function write, void* user);

/// Writes indices to the array of the caller. @throws error_code::buffer_too_small, error_code::null_pointer
template <class Indices>
parindex_status indices_out(const Indices& indices, std::int32_t* to, std::size_t capacity, std::size_t* count) {
    std::size_t& found = required(count, "count");
    if (to == nullptr && capacity != 0) throw error(error_code::null_pointer, "the array is NULL");
    found = indices.size();
    if (to == nullptr) return PARINDEX_OK;
    if (capacity < indices.size()) {
        throw error(error_code::buffer_too_small, "there are " + std::to_string(indices.size()) + " indices");
    }
    for (const auto index : indices) *to++ = static_cast<std::int32_t>(index);
    return PARINDEX_OK;
}

/// @throws error_code::out_of_range
template <class Index>
std::size_t index_in(Index index, std::size_t count, const char* what) {
    if (index < 0 || static_cast<std::uint64_t>(index) >= count) {
        throw error(error_code::out_of_range,
                    std::string(what) + " " + std::to_string(index) + " of " + std::to_string(count));
    }
    return static_cast<std::size_t>(index);
}

/// The node with this code. @throws error_code::unknown_code, error_code::invalid_utf8
std::size_t find_node(const criteria_set& set, std::string_view code);

[[noreturn]] void refuse_word(std::int32_t word, const char* what);

/// @throws error_code::invalid_argument unless `which` is one of the two
std::string_view code_or_name(std::int32_t which, std::string_view code, std::string_view name);

/// A word of a function as an enumerator whose numbers are the same, 0..last. @throws error_code::invalid_argument
template <class Enum>
Enum word_in(std::int32_t word, Enum last, const char* what) {
    if (word < 0 || word > static_cast<std::int32_t>(last)) refuse_word(word, what);
    return static_cast<Enum>(word);
}

/// The other way.
template <class Enum>
constexpr std::int32_t word_out(Enum value) noexcept {
    return static_cast<std::int32_t>(value);
}

/// An index of the library, where its "none" is PARINDEX_NONE.
inline std::int32_t index_out(std::size_t index) noexcept {
    return index == criteria_set::none ? PARINDEX_NONE : static_cast<std::int32_t>(index);
}

}  // namespace parindex::capi
