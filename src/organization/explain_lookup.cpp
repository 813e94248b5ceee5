// What a person should hear about a look-up.
#include "organization/registry_contents.hpp"
#include "text/quoted.hpp"

namespace parindex::inline v0 {

namespace {

constexpr std::size_t most_listed = 5;

/// `"SNV" (from 2025-03-01)`.
std::string dated_code(const organization_unit& unit) {
    std::string out = quoted(unit.code);
    if (!unit.from && !unit.to) return out;
    out += " (";
    if (unit.from) out += "from " + to_iso_string(*unit.from);
    if (unit.from && unit.to) out += ' ';
    if (unit.to) out += "until before " + to_iso_string(*unit.to);
    return out + ')';
}

std::string list_units(const organization_registry& registry, const std::vector<name_candidate>& candidates) {
    std::string out;
    for (std::size_t index = 0; index < candidates.size() && index < most_listed; ++index) {
        if (index > 0) out += ", ";
        out += dated_code(registry.at(candidates[index].unit));
    }
    if (candidates.size() > most_listed) {
        out += " and " + std::to_string(candidates.size() - most_listed) + " more";
    }
    return out;
}

}  // namespace

std::optional<diagnostic> organization_registry::explain(const name_lookup& answer, source_position where) const {
    diagnostic out{error_code::none, severity::warning, std::move(where), "", quoted(answer.text)};
    switch (answer.status) {
        case lookup_status::found: {
            if (!answer.is_fallback()) return std::nullopt;
            const name_candidate& match = answer.candidates.front();
            out.code = error_code::name_matched_loosely;
            out.level = severity::note;
            out.message += " was taken for " + quoted(match.name) + ", unit " + quoted(at(match.unit).code) +
                           "; they differ in " + to_string(match.differences);
            break;
        }
        case lookup_status::ambiguous:
            out.code = error_code::ambiguous_unit;
            out.message += " may be any of the units " + list_units(*this, answer.candidates);
            break;
        case lookup_status::outside:
            out.code = error_code::unit_outside;
            out.message += " did not exist then and there; the register knows " + list_units(*this, answer.candidates);
            break;
        case lookup_status::unknown: {
            out.code = error_code::unknown_unit;
            out.message += " is no unit of the register";
            const std::vector<nearest_name> near = nearest(answer.text, 1);
            if (!near.empty()) out.message += "; did you mean " + quoted(near.front().name) + '?';
            break;
        }
    }
    return out;
}

}  // namespace parindex::inline v0
