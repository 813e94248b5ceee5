/// @file
/// Unicode normal form C (dạng chuẩn dựng sẵn): "đối" typed as one character or as letter and marks is one name.
#pragma once

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// `text` in normal form C (UAX #15). ASCII and precomposed Vietnamese are copied; only what may change is composed, a
/// stretch at a time, so that beside the result no more memory is used than the longest stretch without a plain
/// letter needs. Time is n log n also for text made of combining marks alone; Windows, whose own tables are used there,
/// is not so good at it, and a stretch of more than 8 KiB without a plain letter is left as it is.
/// @throws error_code::invalid_utf8 if `text` is not UTF-8; ask find_invalid_utf8() first
[[nodiscard]] std::string to_nfc(std::string_view text);

/// Whether to_nfc(text) == text. ASCII and precomposed Vietnamese are answered without allocation.
/// @throws error_code::invalid_utf8 if `text` is not UTF-8
[[nodiscard]] bool is_nfc(std::string_view text);

}  // namespace parindex::inline v0
