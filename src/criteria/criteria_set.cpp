#include "parindex/criteria/criteria_set.hpp"

#include <algorithm>

namespace parindex::inline v0 {

std::string to_string(const decision& key) {
    return key.number + " of " + key.issuer + " (" + to_iso_string(key.issued) + ')';
}

std::string_view to_string(point_kind kind) noexcept {
    switch (kind) {
        case point_kind::regular: return "regular";
        case point_kind::bonus: return "bonus";
        case point_kind::penalty: return "penalty";
    }
    return "";
}

std::string_view to_string(not_applicable_policy policy) noexcept {
    switch (policy) {
        case not_applicable_policy::forbidden: return "forbidden";
        case not_applicable_policy::full: return "full";
        case not_applicable_policy::zero: return "zero";
        case not_applicable_policy::smaller_maximum: return "smaller_maximum";
        case not_applicable_policy::rescale_criterion: return "rescale_criterion";
        case not_applicable_policy::rescale_field: return "rescale_field";
        case not_applicable_policy::rescale_total: return "rescale_total";
    }
    return "";
}

bool part::is_scored_by(scorer who) const noexcept {
    return std::find(scored_by.begin(), scored_by.end(), who) != scored_by.end();
}

std::vector<std::size_t> criteria_set::children(std::size_t index) const {
    std::vector<std::size_t> out;
    for (std::size_t child = index + 1; child < at(index).end; child = at(child).end) out.push_back(child);
    return out;
}

std::size_t criteria_set::field_of(std::size_t index) const noexcept {
    while (index != none && at(index).level > 1) index = at(index).parent;
    return index == 0 ? none : index;
}

std::size_t criteria_set::rescale_scope(std::size_t leaf) const noexcept {
    switch (at(leaf).not_applicable) {
        case not_applicable_policy::rescale_criterion: return at(leaf).parent;
        case not_applicable_policy::rescale_field: return field_of(leaf) == leaf ? 0 : field_of(leaf);
        case not_applicable_policy::rescale_total: return 0;
        default: return none;
    }
}

std::size_t criteria_set::find(std::string_view code) const noexcept {
    const auto& order = data_->by_code;
    const auto found = std::lower_bound(
        order.begin(), order.end(), code,
        [this](std::size_t index, std::string_view key) { return std::string_view(at(index).code) < key; });
    return found != order.end() && at(*found).code == code ? *found : none;
}

ratio criteria_set::part_maximum(std::size_t part) const {
    ratio sum;
    for (const node& each : nodes()) {
        if (each.part == part && each.kind != kind::group) sum += each.maximum;
    }
    return sum;
}

}  // namespace parindex::inline v0
