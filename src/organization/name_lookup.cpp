#include "parindex/organization/name_lookup.hpp"

#include "organization/name_folding.hpp"
#include "organization/name_matcher.hpp"
#include "parindex/support/error.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"

#include <array>
#include <utility>

namespace parindex::inline v0 {

namespace {

using entry = organization_registry::contents::name_entry;

/// Codes before names, exact before folded.
enum class closeness { code, exact, folded };
constexpr std::array every_closeness{closeness::code, closeness::exact, closeness::folded};

}  // namespace

std::string to_string(const name_differences& differences) {
    std::string out;
    const auto add = [&out](bool differs, const char* what) {
        if (!differs) return;
        if (!out.empty()) out += ", ";
        out += what;
    };
    add(differences.letter_case, "letter case");
    add(differences.spacing, "spacing");
    add(differences.hyphens, "hyphens");
    add(differences.tone_placement, "tone placement");
    add(differences.punctuation, "punctuation");
    add(differences.look_alikes, "look-alike letters");
    return out;
}

std::size_t name_lookup::unit() const {
    if (!found()) throw error(error_code::unknown_unit, "the name does not tell one unit");
    return candidates.front().unit;
}

name_matcher::name_matcher(const organization_registry& registry, const organization_registry::contents& data,
                           const name_query& query)
    : registry_(registry), data_(data), within_(query.within) {
    if (query.on) days_ = to_days(*query.on);
    if (within_) static_cast<void>(registry.at(*within_));
}

bool name_matcher::meets(std::size_t unit) const {
    return (!days_ || data_.validity[unit].overlaps(*days_)) && (!within_ || registry_.is_within(unit, *within_));
}

name_lookup name_matcher::match(std::string text, std::span<const entry> entries) const {
    name_lookup out;
    out.text = std::move(text);
    std::vector<name_candidate> others;  // of the closest kind that has any
    for (const closeness wanted : every_closeness) {
        std::vector<name_candidate> outside;
        for (const entry& each : entries) {
            const std::string& name = data_.text_of(each);
            const bool is_code = each.kind == name_kind::code;
            const bool is_exact = name == out.text;
            if (is_code != (wanted == closeness::code) || is_exact == (wanted == closeness::folded)) continue;
            std::vector<name_candidate>& list = meets(each.unit) ? out.candidates : outside;
            // Entries are sorted by unit, its official name first.
            if (!list.empty() && list.back().unit == each.unit) continue;
            list.push_back({each.unit, each.kind, name, find_differences(out.text, name)});
        }
        if (others.empty()) others = std::move(outside);
        if (!out.candidates.empty()) break;
    }
    if (!out.candidates.empty()) {
        out.status = out.candidates.size() == 1 ? lookup_status::found : lookup_status::ambiguous;
    } else if (!others.empty()) {
        out.status = lookup_status::outside;
        out.candidates = std::move(others);
    }
    return out;
}

name_lookup organization_registry::look_up(std::string_view text, const name_query& query) const {
    const name_matcher matcher(*this, *data_, query);
    name_lookup unreadable;
    unreadable.text = text;
    if (text.size() > 2 * limits::unit_name_bytes || find_invalid_utf8(text)) return unreadable;
    std::string normal = to_nfc(text);
    const std::string key = fold_name(normal);
    return matcher.match(std::move(normal), data_->named(key));
}

}  // namespace parindex::inline v0
