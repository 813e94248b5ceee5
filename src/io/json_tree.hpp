// A JSON value that is being written. nlohmann's would do, but its destructor allocates, and so ends the program where
// memory is exhausted.
#pragma once

#include <charconv>
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0::json {

/// Null, a text, a number, a yes or no, an array, or an object whose members keep their order.
class tree {
public:
    struct member;

    tree() noexcept;
    tree(const tree&);
    tree(tree&&) noexcept;
    tree& operator=(tree other) noexcept;
    ~tree();

    tree(std::string text) noexcept;
    tree(std::string_view text);
    tree(const char* text);
    tree(std::same_as<bool> auto answer) : tree(kind::literal, answer ? "true" : "false") {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) tree(Number number) : kind_(kind::literal) {
        char digits[24];
        text_.assign(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    }
    tree(const std::vector<std::string>& texts);
    /// An object.
    tree(std::initializer_list<member> members);

    static tree array() { return {kind::array, {}}; }
    static tree object() { return {kind::object, {}}; }

    /// Of an array or object: whether it has no elements.
    [[nodiscard]] bool empty() const noexcept { return elements_.empty(); }

    /// The member of an object, or a new one behind all others. Null becomes an object.
    tree& operator[](std::string_view key);
    /// Gives an object the members of another.
    void update(const tree& other);
    /// Adds an element to an array.
    tree& push_back(tree element);

    /// The text of a file: two spaces a level; each byte that is not UTF-8 is replaced by U+FFFD.
    [[nodiscard]] std::string file_text() const;

private:
    enum class kind : unsigned char { null, literal, text, array, object };

    tree(kind of, std::string_view text);
    void write(std::string& out, std::size_t level) const;

    kind kind_ = kind::null;
    std::string text_;  // of a literal as it is written
    std::vector<member> elements_;
};

struct tree::member {
    std::string key;  // empty in an array
    tree value;
};

}  // namespace parindex::inline v0::json
