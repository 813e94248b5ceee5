// The syntax is nlohmann's business. Its SAX events carry no places and lose the digits of numbers, but they come in
// text order, so the place of each token is found again by stepping over the text in parallel: white space, commas
// and colons lie between tokens, and a token's length can be read off its first byte.
#include "io/json_document.hpp"

#include "io/json_large_numbers.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace parindex::inline v0::json {

std::string_view to_string(kind value) noexcept {
    switch (value) {
        case kind::null: return "null";
        case kind::boolean: return "a boolean";
        case kind::number: return "a number";
        case kind::string: return "a string";
        case kind::array: return "an array";
        case kind::object: return "an object";
    }
    return "";
}

std::string escaped(std::string_view key) {
    std::string out;
    for (const char c : key) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

namespace {

/// Where the syntax broke, or a bound was passed.
struct failure {
    error_code code = error_code::json_syntax;
    std::size_t offset = 0;
    std::string message;
};

class tree_builder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    tree_builder(std::string_view text, std::size_t depth) : text_(text), depth_(depth) {}

    bool null() { return add(kind::null, 4) != nullptr; }
    bool boolean(bool flag) {
        value* added = add(kind::boolean, flag ? 4U : 5U);
        if (added != nullptr) added->boolean = flag;
        return added != nullptr;
    }
    bool number_integer(number_integer_t) { return number(); }
    bool number_unsigned(number_unsigned_t) { return number(); }
    bool number_float(number_float_t, const string_t&) { return number(); }
    bool string(string_t& text) {
        value* added = add(kind::string, string_size());
        if (added != nullptr) added->text = std::move(text);
        return added != nullptr;
    }
    bool binary(binary_t&) { return false; }  // not in JSON text
    bool start_object(std::size_t) { return open(kind::object); }
    bool start_array(std::size_t) { return open(kind::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(string_t& text) {
        step_to_token();
        key_offset_ = at_;
        at_ += string_size();
        key_ = std::move(text);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& exception) {
        // The position counts the bytes read. The last one did not belong to its token, or ended a token that as a
        // whole did not belong and is then reported where it starts.
        std::size_t offset = std::min(position == 0 ? 0 : position - 1, text_.size());
        const std::string_view detail = syntax_detail(exception.what());
        if (detail.starts_with("unexpected")) {
            step_to_token();
            offset = std::min(offset, at_);
        }
        failed_ = failure{error_code::json_syntax, offset,
                          offset < text_.size() ? "not JSON: " + std::string(detail) + hint(offset)
                                                : "expected more JSON before the end of the text"};
        return false;
    }

    [[nodiscard]] const std::optional<failure>& failed() const noexcept { return failed_; }
    [[nodiscard]] value take() && { return std::move(root_); }

private:
    /// What people most often meant: 9,5 for 9.5, or a value behind another without a comma.
    [[nodiscard]] std::string hint(std::size_t offset) const {
        const auto is_digit = [this](std::size_t at) {
            return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
        };
        if (is_digit(offset) && offset >= 2 && text_[offset - 1] == ',' && is_digit(offset - 2)) {
            return "; if this is a decimal mark, write a point, not a comma";
        }
        std::size_t before = offset;
        while (before > 0 && (text_[before - 1] == ' ' || text_[before - 1] == '\t' || text_[before - 1] == '\n' ||
                              text_[before - 1] == '\r')) {
            --before;
        }
        const bool behind_a_value = before > 0 && (text_[before - 1] == '"' || text_[before - 1] == '}' ||
                                                   text_[before - 1] == ']' || is_digit(before - 1));
        if (behind_a_value && text_[offset] == '"') return "; a comma may be missing before it";
        if (before > 0 && text_[before - 1] == ',' && (text_[offset] == '}' || text_[offset] == ']')) {
            return "; the comma before it is too many";
        }
        return {};
    }

    bool number() {
        step_to_token();
        std::string digits = number_text();
        value* added = add(kind::number, digits.size());
        if (added != nullptr) added->text = std::move(digits);
        return added != nullptr;
    }

    bool open(kind what) {
        if (open_.size() == depth_) {
            step_to_token();
            failed_ = failure{error_code::too_deep, at_,
                              "values are nested at most " + std::to_string(depth_) + " deep"};
            return false;
        }
        value* added = add(what, 1);
        if (added == nullptr) return false;
        open_.push_back(added);
        return true;
    }

    bool close() {
        step_to_token();
        ++at_;
        open_.pop_back();
        return true;
    }

    /// Hangs a value of `size` bytes at the current token into the innermost open container. The containers that are
    /// open do not move: only the innermost grows, and its parent's vector waits until it is closed.
    value* add(kind what, std::size_t size) {
        step_to_token();
        if (++count_ > limits::json_values) {
            failed_ = failure{error_code::too_many_values, at_,
                              "a file has at most " + std::to_string(limits::json_values) + " values"};
            return nullptr;
        }
        value* added = &root_;
        if (!open_.empty()) {
            added = &open_.back()->children.emplace_back();
            if (open_.back()->kind == kind::object) {
                added->key = std::move(key_);
                added->key_offset = key_offset_;
            }
        }
        added->kind = what;
        added->offset = at_;
        at_ += size;
        return added;
    }

    void step_to_token() noexcept {
        const std::string_view between = " \t\r\n,:";
        while (at_ < text_.size() && between.find(text_[at_]) != std::string_view::npos) ++at_;
    }

    [[nodiscard]] std::string number_text() const {
        const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", at_), text_.size());
        return std::string(text_.substr(at_, end - at_));
    }

    /// Length of the quoted string at the current token.
    [[nodiscard]] std::size_t string_size() noexcept {
        step_to_token();
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2U : 1U;
        return end + 1 - at_;
    }

    /// nlohmann: "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while ... - <detail>".
    /// Only the detail says something that the position does not, up to the text last read, which may be of any length
    /// and end inside a character.
    static std::string_view syntax_detail(std::string_view what) noexcept {
        if (const std::size_t detail = what.find(" - "); detail != std::string_view::npos)
            what.remove_prefix(detail + 3);
        return what.substr(0, what.find("; last read"));
    }

    std::string_view text_;
    std::size_t depth_;
    std::size_t at_ = 0;  // where the next token is looked for
    value root_;
    std::vector<value*> open_;
    std::string key_;
    std::size_t key_offset_ = 0;
    std::size_t count_ = 0;
    std::optional<failure> failed_;
};

}  // namespace

result<document> document::parse(std::string_view text, std::string_view file, std::size_t around) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    document out(text, file);
    const auto refuse = [&out](failure why) {
        out.index_text();
        return diagnostics{{why.code, severity::error, out.position(why.offset, {}), "", std::move(why.message)}};
    };
    if (text.size() > limits::file_bytes) {
        return diagnostics{{error_code::input_too_large,
                            severity::error,
                            {out.file_, 0, 0, {}},
                            "",
                            "a file has at most " + std::to_string(limits::file_bytes) + " bytes"}};
    }
    if (const std::optional<std::size_t> invalid = find_invalid_utf8(text)) {
        const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
        return refuse({error_code::invalid_utf8, *invalid,
                       wide ? "expected UTF-8; this is UTF-16: save the file as UTF-8" : "expected UTF-8"});
    }
    // nlohmann takes a NUL for the end of the text, and would skip a second byte order mark.
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        return refuse({error_code::json_syntax, nul, "not JSON: a NUL byte"});
    }
    if (text.starts_with(byte_order_mark)) {
        return refuse({error_code::json_syntax, 0, "not JSON: a second byte order mark"});
    }
    tree_builder builder(text, limits::json_depth + around);
    const std::optional<std::string> harmless = without_large_numbers(text);
    const std::string_view parseable = harmless ? std::string_view(*harmless) : text;
    const bool parsed = nlohmann::json::sax_parse(parseable.begin(), parseable.end(), &builder);
    if (builder.failed()) return refuse(*builder.failed());
    if (!parsed) return refuse({error_code::json_syntax, 0, "not JSON"});
    out.root_ = std::move(builder).take();
    out.index_text();
    return out;
}

namespace {

// A file may be one line of 16 MiB with a million values on it: columns are counted from the block, not from the line.
constexpr std::size_t block_bytes = 256;

constexpr bool begins_code_point(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

void document::index_text() {
    line_starts_.assign(1, 0);
    block_counts_.clear();
    std::size_t code_points = 0;
    for (std::size_t at = 0; at < text_.size(); ++at) {
        if (at % block_bytes == 0) block_counts_.push_back(code_points);
        if (begins_code_point(text_[at])) ++code_points;
        if (text_[at] == '\n') line_starts_.push_back(at + 1);
    }
    block_counts_.push_back(code_points);  // for the end of a text of whole blocks
}

std::size_t document::code_points_before(std::size_t offset) const noexcept {
    const std::size_t block = offset / block_bytes;
    const std::string_view rest = text_.substr(block * block_bytes, offset - block * block_bytes);
    return block_counts_[block] + static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), begins_code_point));
}

source_position document::position(std::size_t offset, std::string pointer) const {
    offset = std::min(offset, text_.size());
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return {file_, static_cast<std::size_t>(next - line_starts_.begin()),
            code_points_before(offset) - code_points_before(*(next - 1)) + 1, std::move(pointer)};
}

}  // namespace parindex::inline v0::json
