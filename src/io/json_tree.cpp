#include "io/json_tree.hpp"

#include "parindex/support/code_point.hpp"

#include <algorithm>
#include <utility>

namespace parindex::inline v0::json {

namespace {

constexpr std::size_t indent = 2;

void write_control(std::string& out, char byte) {
    switch (byte) {
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u00";
    out += digits[static_cast<unsigned char>(byte) / 16];
    out += digits[static_cast<unsigned char>(byte) % 16];
}

/// Texts may come from a caller's memory, where nothing has checked that they are UTF-8.
void write_text(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const decoded_code_point next = decode_utf8(text, at);
        if (!next.ok()) {
            out += "\xEF\xBF\xBD";
        } else if (next.value < 0x20) {
            write_control(out, text[at]);
        } else {
            if (next.value == '"' || next.value == '\\') out += '\\';
            out += text.substr(at, next.size);
        }
        at += std::max(next.size, std::size_t{1});
    }
    out += '"';
}

}  // namespace

tree::tree() noexcept = default;
tree::tree(const tree&) = default;
tree::tree(tree&&) noexcept = default;
tree::~tree() = default;

tree& tree::operator=(tree other) noexcept {
    kind_ = other.kind_;
    text_.swap(other.text_);
    elements_.swap(other.elements_);
    return *this;
}

tree::tree(std::string text) noexcept : kind_(kind::text), text_(std::move(text)) {}
tree::tree(std::string_view text) : tree(kind::text, text) {}
tree::tree(const char* text) : tree(kind::text, text) {}
tree::tree(kind of, std::string_view text) : kind_(of), text_(text) {}

tree::tree(const std::vector<std::string>& texts) : kind_(kind::array) {
    for (const std::string& each : texts) push_back(each);
}

tree::tree(std::initializer_list<member> members) : kind_(kind::object), elements_(members) {}

tree& tree::operator[](std::string_view key) {
    if (kind_ == kind::null) kind_ = kind::object;
    const auto found =
        std::find_if(elements_.begin(), elements_.end(), [key](const member& each) { return each.key == key; });
    if (found != elements_.end()) return found->value;
    return elements_.emplace_back(member{std::string(key), {}}).value;
}

void tree::update(const tree& other) {
    for (const member& each : other.elements_) (*this)[each.key] = each.value;
}

tree& tree::push_back(tree element) {
    return elements_.emplace_back(member{{}, std::move(element)}).value;
}

std::string tree::file_text() const {
    std::string out;
    write(out, 0);
    out += '\n';
    return out;
}

void tree::write(std::string& out, std::size_t level) const {
    switch (kind_) {
        case kind::null: out += "null"; return;
        case kind::literal: out += text_; return;
        case kind::text: write_text(out, text_); return;
        case kind::array:
        case kind::object: break;
    }
    const bool is_object = kind_ == kind::object;
    out += is_object ? '{' : '[';
    for (const member& each : elements_) {
        out += &each == &elements_.front() ? "\n" : ",\n";
        out.append((level + 1) * indent, ' ');
        if (is_object) {
            write_text(out, each.key);
            out += ": ";
        }
        each.value.write(out, level + 1);
    }
    if (!elements_.empty()) {
        out += '\n';
        out.append(level * indent, ' ');
    }
    out += is_object ? '}' : ']';
}

}  // namespace parindex::inline v0::json
