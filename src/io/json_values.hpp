// How values of the library are written as JSON: one spelling for one value, so that equal values give equal bytes.
#pragma once

#include "parindex/criteria/decision.hpp"
#include "parindex/criteria/figure.hpp"
#include "parindex/numeric/number_text.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0::json {

using nlohmann::ordered_json;

/// "15.5"
inline ordered_json written(const decimal& value) {
    return to_shortest_string(value);
}

/// A printed figure is its number; any other says where it comes from.
inline ordered_json written(const figure& value) {
    if (value.origin == provenance::printed && value.assumption.empty()) return written(value.value);
    ordered_json out{{"value", written(value.value)}};
    if (value.origin != provenance::printed) out["provenance"] = to_string(value.origin);
    if (!value.assumption.empty()) out["assumption"] = value.assumption;
    return out;
}

inline ordered_json written(const decision& value) {
    ordered_json out{{"number", value.number}, {"issuer", value.issuer}, {"date", to_iso_string(value.issued)}};
    if (value.origin != provenance::printed) out["provenance"] = to_string(value.origin);
    if (!value.assumption.empty()) out["assumption"] = value.assumption;
    return out;
}

inline void put(ordered_json& out, std::string_view key, const std::string& text) {
    if (!text.empty()) out[std::string(key)] = text;
}
inline void put(ordered_json& out, std::string_view key, const std::vector<std::string>& texts) {
    if (!texts.empty()) out[std::string(key)] = texts;
}
template <class T>
void put(ordered_json& out, std::string_view key, const std::optional<T>& value) {
    if (value) out[std::string(key)] = written(*value);
}

/// The text of a file. Texts may come from a caller's memory, where nothing has checked that they are UTF-8.
inline std::string file_text(const ordered_json& root) {
    return root.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace parindex::inline v0::json
