// Reading values out of a JSON tree: every accessor reports what is wrong and goes on with a default, so that one pass
// finds all errors of a file.
#pragma once

#include "io/assessed_years.hpp"
#include "io/json_document.hpp"
#include "parindex/criteria/criteria_set.hpp"
#include "support/finding_list.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::inline v0::json {

/// The state of one reading: the document, and what was found so far.
class reading {
public:
    explicit reading(const document& source) : source_(source) {}

    void add(error_code code, std::size_t offset, const std::string& pointer, std::string message) {
        if (found_.full()) return found_.count(severity::error);
        found_.add(code, source_.position(offset, pointer), "", std::move(message));
        const bool superfluous = code == error_code::unknown_key || code == error_code::duplicate_key;
        if (!superfluous) unreadable_.push_back(pointer);
    }
    void note(error_code code, std::size_t offset, const std::string& pointer, std::string message) {
        if (notes_.size() >= limits::diagnostics) return;
        notes_.push_back({code, severity::note, source_.position(offset, pointer), "", std::move(message)});
    }
    /// Findings about what stands inside the value at `pointer`.
    void add_inside(diagnostics findings, const std::string& pointer) {
        found_.add(std::move(findings));
        unreadable_.push_back(pointer);
    }
    /// Adds what the checks of a value said that was read from this text. Where the text could not be read, the value
    /// holds defaults: what is said about those is left out.
    void add_checked(diagnostics findings);
    [[nodiscard]] source_position position(std::size_t offset, const std::string& pointer) const {
        return source_.position(offset, pointer);
    }
    [[nodiscard]] finding_list& found() noexcept { return found_; }
    [[nodiscard]] diagnostics& notes() noexcept { return notes_; }
    [[nodiscard]] bool full() const noexcept { return found_.full(); }

private:
    const document& source_;
    diagnostics notes_;
    finding_list found_;
    std::vector<std::string> unreadable_;  // pointers of the errors of form that left a default behind
};

/// A value and its place.
class cursor {
public:
    cursor(reading& state, const value& at, std::string pointer)
        : state_(&state), at_(&at), pointer_(std::move(pointer)) {}

    [[nodiscard]] source_position where() const { return state_->position(at_->offset, pointer_); }
    [[nodiscard]] json::kind kind() const noexcept { return at_->kind; }
    [[nodiscard]] std::size_t offset() const noexcept { return at_->offset; }
    void fail(error_code code, std::string message) const {
        state_->add(code, at_->offset, pointer_, std::move(message));
    }

    /// Findings about what stands inside the value, each with its own place.
    void fail_at(diagnostics findings) const { state_->add_inside(std::move(findings), pointer_); }

    /// The same value read into another state, so that what is wrong with it stays apart.
    [[nodiscard]] cursor within(reading& other) const { return {other, *at_, pointer_}; }

    /// In normal form C; a note tells where that changed something.
    [[nodiscard]] std::string string() const;
    [[nodiscard]] bool boolean() const;
    /// From a JSON number or a string, by the strict grammar.
    [[nodiscard]] decimal number() const;
    /// A whole number within bounds.
    [[nodiscard]] int integer(int low, int high) const;
    /// A whole number of 64 bits, of which 0 is the least.
    [[nodiscard]] std::uint64_t count() const;
    /// A year that is scored.
    [[nodiscard]] int year() const { return integer(first_assessed_year, last_assessed_year); }
    /// A number, or {"value", "provenance", "assumption"}.
    [[nodiscard]] parindex::figure figure() const;
    /// ISO form, possibly partial.
    [[nodiscard]] parindex::date date() const;
    /// {"number", "issuer", "date"}, with provenance and assumption where it is not printed.
    [[nodiscard]] parindex::decision decision() const;
    /// Elements of an array.
    [[nodiscard]] std::vector<cursor> elements() const;
    [[nodiscard]] std::vector<std::string> strings() const;
    /// The texts of an array. What is no text is reported and left out, so that nothing is said about an empty one too.
    [[nodiscard]] std::vector<std::string> readable_strings() const;

    /// One of the words given; nothing, after an error, for any other.
    template <class Enum>
    [[nodiscard]] std::optional<Enum> known_word(std::initializer_list<std::pair<std::string_view, Enum>> words) const {
        const std::string word = string();
        std::string expected;
        for (const auto& [name, enumerator] : words) {
            if (name == word) return enumerator;
            if (!expected.empty()) expected += ", ";
            expected += name;
        }
        if (at_->kind == json::kind::string) fail(error_code::invalid_value, "expected one of " + expected);
        return std::nullopt;
    }
    /// The same with the first word as the default.
    template <class Enum>
    [[nodiscard]] Enum one_of(std::initializer_list<std::pair<std::string_view, Enum>> words) const {
        return known_word(words).value_or(words.begin()->second);
    }

private:
    friend class object;
    [[nodiscard]] bool is(json::kind expected) const;
    [[nodiscard]] std::optional<decimal> readable_number() const;

    reading* state_;
    const value* at_;
    std::string pointer_;
};

/// The members of an object. The keys that were asked for are the keys that the format knows; finish() refuses others.
class object {
public:
    explicit object(const cursor& at);

    /// The member, or nothing; nothing too for null.
    [[nodiscard]] std::optional<cursor> find(std::string_view key);
    /// The member; an error if there is none.
    [[nodiscard]] std::optional<cursor> require(std::string_view key);

    [[nodiscard]] std::string required_string(std::string_view key);
    [[nodiscard]] std::string optional_string(std::string_view key);
    [[nodiscard]] std::vector<std::string> optional_strings(std::string_view key);
    [[nodiscard]] std::vector<std::string> readable_strings(std::string_view key);

    /// All members, for objects whose keys are codes. In normal form C, as other codes.
    [[nodiscard]] std::vector<std::pair<std::string, cursor>> members();

    /// Gives up an object whose kind is not known: its other keys are not judged.
    void skip() noexcept { skipped_ = true; }

    /// Reports duplicate keys and keys that nobody asked for, with the nearest known key.
    void finish();

    [[nodiscard]] source_position where() const { return at_.where(); }
    [[nodiscard]] const cursor& at() const noexcept { return at_; }

private:
    /// The members; none where there is no object.
    [[nodiscard]] const std::vector<value>& contents() const noexcept;
    [[nodiscard]] cursor member(std::size_t index) const;
    /// The end of the message about an unknown key: what was meant, or what is known.
    [[nodiscard]] std::string meant(std::string_view key) const;

    cursor at_;
    std::vector<std::string_view> known_;
    bool skipped_ = false;
    std::optional<std::vector<std::string>> codes_;  // of members() in normal form C, once they were asked for
};

/// Starts reading a file of the format `tag`: returns its root object after checking "format".
[[nodiscard]] object open_file(const cursor& root, std::string_view tag);

}  // namespace parindex::inline v0::json
