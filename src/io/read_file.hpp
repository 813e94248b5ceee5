// The one way in which a reader turns JSON text into a value.
#pragma once

#include "io/json_reader.hpp"
#include "io/place_order.hpp"

#include <utility>

namespace parindex::inline v0::json {

/// `value` unless anything was wrong with it; what was found, in the order of the text.
template <class T>
result<T> conclude(reading& state, T value, diagnostics* notes) {
    const bool refused = state.found().has_error();
    diagnostics found = std::move(state.found()).take();
    sort_by_place(found);
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
