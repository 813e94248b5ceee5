#include "parindex/text/normalization.hpp"

#include "parindex/support/error.hpp"
#include "parindex/text/utf8.hpp"
#include "text/unicode_data.hpp"

#include <cstddef>

namespace parindex::inline v0 {
namespace {

/// Characters that are in normal form C and neither reorder nor compose with what stands BEFORE them, so that text may
/// be cut before each of them: everything below the combining marks, precomposed Vietnamese, common punctuation and
/// currency signs, ideographs and Hangul syllables. Others are left to the tables.
constexpr bool stands_alone(char32_t value) noexcept {
    return value < 0x0300 || (value >= 0x1E00 && value <= 0x1EFF) || (value >= 0x2010 && value <= 0x2027) ||
           (value >= 0x20A0 && value <= 0x20BF) || (value >= 0x4E00 && value <= 0x9FFF) ||
           (value >= 0xAC00 && value <= 0xD7A3);
}

/// A stretch of text that must be looked up: from the character before the first doubtful one (it may compose with what
/// follows) to the next character that stands alone.
struct stretch {
    std::size_t begin;
    std::size_t end;
};

stretch find_doubtful(std::string_view text, std::size_t from) {
    std::size_t last = from;
    std::size_t offset = from;
    const auto decode = [&] {
        const decoded_code_point next = decode_utf8(text, offset);
        if (!next.ok()) throw error(error_code::invalid_utf8, "text to be normalised is not UTF-8");
        return next;
    };
    for (; offset < text.size();) {
        const decoded_code_point next = decode();
        if (!stands_alone(next.value)) break;
        last = offset;
        offset += next.size;
    }
    if (offset == text.size()) return {text.size(), text.size()};
    while (offset < text.size()) {
        const decoded_code_point next = decode();
        if (stands_alone(next.value)) break;
        offset += next.size;
    }
    return {last, offset};
}

}  // namespace

std::string to_nfc(std::string_view text) {
    std::string normal;
    normal.reserve(text.size());
    for (std::size_t done = 0; done < text.size();) {
        const stretch doubtful = find_doubtful(text, done);
        normal.append(text.substr(done, doubtful.begin - done));
        if (doubtful.begin < doubtful.end) {
            normal += unicode::compose(text.substr(doubtful.begin, doubtful.end - doubtful.begin));
        }
        done = doubtful.end;
    }
    return normal;
}

bool is_nfc(std::string_view text) {
    for (std::size_t done = 0; done < text.size();) {
        const stretch doubtful = find_doubtful(text, done);
        const std::string_view part = text.substr(doubtful.begin, doubtful.end - doubtful.begin);
        if (!part.empty() && unicode::compose(part) != part) return false;
        done = doubtful.end;
    }
    return true;
}

}  // namespace parindex::inline v0
