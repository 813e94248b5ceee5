#include "text.hpp"

#include "criteria/code_hint.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <cstring>

namespace parindex::capi {

namespace {

/// Pieces as large as the pipes and files behind them like to have.
constexpr std::size_t piece_bytes = 16 * 1024;

bool continues_character(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string_view bytes_in(const char* data, std::size_t size, std::size_t limit, const char* name) {
    if (data == nullptr) {
        if (size == 0) return {};
        throw error(error_code::null_pointer, std::string(name) + " is NULL, but its length is not 0");
    }
    if (size > limit) {
        throw error(error_code::input_too_large, std::string(name) + " has " + std::to_string(size) +
                                                     " bytes; at most " + std::to_string(limit) + " are read");
    }
    return {data, size};
}

void require_utf8(std::string_view text, const char* name) {
    if (const std::optional<std::size_t> bad = find_invalid_utf8(text)) {
        throw error(error_code::invalid_utf8,
                    std::string(name) + ": byte " + std::to_string(*bad + 1) + " is not UTF-8");
    }
}

/// @param cut  how much of what is left the next piece has
template <class Cut>
parindex_status pieces_out(std::string_view left, parindex_write_function write, void* user, Cut cut) {
    if (write == nullptr) throw error(error_code::null_pointer, "write is NULL");
    while (!left.empty()) {
        const std::size_t size = cut(left, piece_bytes);
        if (write(user, left.data(), size) != 0) {
            throw error(error_code::callback_failed, "the function of the caller could not take the text");
        }
        left.remove_prefix(size);
    }
    return PARINDEX_OK;
}

}  // namespace

std::size_t whole_characters(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text.size();
    while (limit > 0 && continues_character(text[limit])) --limit;
    return limit;
}

std::string_view text_in(const char* data, std::size_t size, const char* name) {
    return bytes_in(data, size, limits::file_bytes, name);
}

std::string_view tally_in(const char* data, std::size_t size, const char* name) {
    constexpr std::size_t count_bytes = 10;  // the most that 64 bits take, seven bits a byte
    return bytes_in(data, size, limits::file_bytes + limits::survey_counts * count_bytes, name);
}

std::string_view text_in(const char* terminated) noexcept {
    return terminated == nullptr ? std::string_view() : std::string_view(terminated);
}

std::string_view file_in(const char* name, std::size_t size) {
    const std::string_view given = text_in(name, size, "file");
    require_utf8(given, "file");
    return given;
}

std::string stored_text(std::string_view text, const char* name) {
    require_utf8(text, name);
    return to_nfc(text);
}

parindex_status text_out(std::string_view text, char* buffer, std::size_t capacity, std::size_t* size) {
    const bool asks_for_length = capacity == 0 && size != nullptr;
    if (buffer == nullptr && !asks_for_length) throw error(error_code::null_pointer, "buffer is NULL");
    if (size != nullptr) *size = text.size();
    if (buffer == nullptr) return PARINDEX_OK;
    if (capacity <= text.size()) {
        if (capacity > 0) *buffer = '\0';
        throw error(error_code::buffer_too_small, "the text has " + std::to_string(text.size()) +
                                                      " bytes and a NUL; the buffer has " + std::to_string(capacity));
    }
    std::memcpy(buffer, text.data(), text.size());
    buffer[text.size()] = '\0';
    return PARINDEX_OK;
}

parindex_status write_out(std::string_view text, parindex_write_function write, void* user) {
    return pieces_out(text, write, user, whole_characters);
}

parindex_status bytes_out(std::string_view bytes, parindex_write_function write, void* user) {
    return pieces_out(bytes, write, user,
                      [](std::string_view left, std::size_t limit) { return std::min(left.size(), limit); });
}

std::size_t find_node(const criteria_set& set, std::string_view code) {
    const std::string normal = stored_text(code, "code");
    const std::size_t found = normal.empty() ? criteria_set::none : set.find(normal);
    if (found != criteria_set::none) return found;
    throw error(error_code::unknown_code, "the set has no criterion " + quoted(normal) + code_hints(set).hint(normal));
}

std::string_view code_or_name(std::int32_t which, std::string_view code, std::string_view name) {
    if (which == PARINDEX_TEXT_CODE) return code;
    if (which == PARINDEX_TEXT_NAME) return name;
    refuse_word(which, "code or name");
}

void refuse_word(std::int32_t word, const char* what) {
    throw error(error_code::invalid_argument, std::to_string(word) + " is no " + what);
}

}  // namespace parindex::capi
