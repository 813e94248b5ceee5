// A JSON text as a tree in which every value knows its place and every number keeps its digits.
#pragma once

#include "parindex/support/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0::json {

enum class kind { null, boolean, number, string, array, object };

/// "null", "a boolean", "a number", ...: how messages name it.
[[nodiscard]] std::string_view to_string(kind value) noexcept;

/// A key as part of a JSON Pointer (RFC 6901).
[[nodiscard]] std::string escaped(std::string_view key);

struct value {
    json::kind kind = json::kind::null;
    bool boolean = false;
    std::string text;             // a string's text, or a number's digits as written
    std::vector<value> children;  // elements of an array or members of an object, in document order
    std::size_t offset = 0;       // of the first byte in the text
    std::string key;              // of a member
    std::size_t key_offset = 0;
};

/// A parsed text. Positions are looked up only when something is reported.
class document {
public:
    /// @return the tree, or the first syntax error; no recovery is tried after that
    /// @param around  levels that the text may have besides those of a file
    static result<document> parse(std::string_view text, std::string_view file, std::size_t around = 0);

    [[nodiscard]] const value& root() const noexcept { return root_; }
    /// What offsets count in: the text without a byte order mark.
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    /// Line and column of a byte, with the given JSON Pointer.
    [[nodiscard]] source_position position(std::size_t offset, std::string pointer) const;

private:
    document(std::string_view text, std::string_view file) : text_(text), file_(file) {}
    void index_text();
    [[nodiscard]] std::size_t code_points_before(std::size_t offset) const noexcept;

    std::string_view text_;
    std::string file_;
    value root_;
    std::vector<std::size_t> line_starts_;
    std::vector<std::size_t> block_counts_;  // code points before each block of bytes
};

}  // namespace parindex::inline v0::json
