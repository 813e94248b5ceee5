// The one way in which a reader turns JSON text into a value.
#pragma once

#include "io/json_reader.hpp"

#include <algorithm>
#include <utility>

namespace parindex::inline v0::json {

/// `value` unless anything was wrong with it; what was found, in the order of the text.
template <class T>
result<T> conclude(reading& state, T value, diagnostics* notes) {
    const bool refused = state.found().has_error();
    diagnostics found = std::move(state.found()).take();
    std::stable_sort(found.begin(), found.end(), [](const diagnostic& a, const diagnostic& b) {
        // What has no place, such as the count of the rest, comes last.
        const auto line = [](const diagnostic& each) {
            return each.where.line == 0 ? static_cast<std::size_t>(-1) : each.where.line;
        };
        return std::pair(line(a), a.where.column) < std::pair(line(b), b.where.column);
    });
    if (refused) return found;
    if (notes != nullptr) {
        notes->insert(notes->end(), state.notes().begin(), state.notes().end());
        notes->insert(notes->end(), found.begin(), found.end());
    }
    return value;
}

/// Hands the root of a parsed file to `read(object&, reading&)`, and returns what that returns unless anything was
/// wrong.
template <class Read>
auto read_document(const document& parsed, std::string_view tag, diagnostics* notes, const Read& read)
    -> result<decltype(read(std::declval<object&>(), std::declval<reading&>()))> {
    reading state(parsed);
    object root = open_file(cursor(state, parsed.root(), ""), tag);
    auto value = read(root, state);
    return conclude(state, std::move(value), notes);
}

/// The same from text.
template <class Read>
auto read_file(std::string_view text, std::string_view file, std::string_view tag, diagnostics* notes, const Read& read)
    -> result<decltype(read(std::declval<object&>(), std::declval<reading&>()))> {
    result<document> parsed = document::parse(text, file);
    if (!parsed) return std::move(parsed).error();
    return read_document(*parsed, tag, notes, read);
}

}  // namespace parindex::inline v0::json
