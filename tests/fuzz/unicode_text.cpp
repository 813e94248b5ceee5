// UTF-8 and normal form C against utf8proc's own decoder and its whole-text normalisation.
#include "invariant.hpp"

#include "parindex/support/error.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"

#include <utf8proc.h>
#include <cstdlib>
#include <string>

using namespace parindex;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const auto length = static_cast<utf8proc_ssize_t>(size);

    std::size_t offset = 0;
    std::size_t count = 0;
    std::string encoded;
    while (offset < size) {
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t step =
            utf8proc_iterate(data + offset, length - static_cast<utf8proc_ssize_t>(offset), &point);
        const decoded_code_point own = decode_utf8(text, offset);
        FUZZ_REQUIRE(own.ok() == (step > 0));
        if (step <= 0) break;
        FUZZ_REQUIRE(own.value == static_cast<char32_t>(point) && own.size == static_cast<std::size_t>(step));
        append_utf8(encoded, own.value);
        offset += own.size;
        ++count;
    }
    const auto invalid = find_invalid_utf8(text);
    FUZZ_REQUIRE(invalid.has_value() == (offset < size));
    if (invalid) {
        FUZZ_REQUIRE(*invalid == offset);
        bool refused = false;
        try {
            static_cast<void>(to_nfc(text));
        } catch (const error& refusal) {
            refused = refusal.code() == error_code::invalid_utf8;
        }
        FUZZ_REQUIRE(refused);
        return 0;
    }
    FUZZ_REQUIRE(encoded == text);
    FUZZ_REQUIRE(count_code_points(text) == count);
    FUZZ_REQUIRE(code_point_column(text, size) == count + 1);

    const std::string normal = to_nfc(text);
    FUZZ_REQUIRE(is_nfc(normal) && to_nfc(normal) == normal);
    FUZZ_REQUIRE(is_nfc(text) == (normal == text));
    // utf8proc's own sort is quadratic, and it loses U+11A7 (E1 86 A7) behind a Hangul syllable.
    if (size > 4096 || text.find("\xE1\x86\xA7") != std::string::npos) return 0;
    utf8proc_uint8_t* whole = nullptr;
    const utf8proc_ssize_t whole_size =
        utf8proc_map(data, length, &whole, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    FUZZ_REQUIRE(whole_size >= 0);
    const std::string reference(whole, whole + whole_size);
    std::free(whole);
    FUZZ_REQUIRE(normal == reference);
    return 0;
}
