#include "survey/tally/tally_sum.hpp"

#include "survey/tally/exact_count.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

namespace {

constexpr std::uint64_t large = std::uint64_t{1} << 62;

bool any_large(std::span<const std::uint64_t> counts) noexcept {
    return std::any_of(counts.begin(), counts.end(), [](std::uint64_t each) { return each > large; });
}

/// @throws as sums_fit()
bool units_fit(const unit_counts& a, const unit_counts& b) {
    bool out = sums_fit(words(a.sheets), words(b.sheets), a.unit);
    out = sums_fit(a.rows, b.rows, a.unit) || out;
    for (const auto& [key, sums] : b.clusters) {
        const auto found = a.clusters.find(key);
        if (found != a.clusters.end()) out = sums_fit(found->second, sums, a.unit) || out;
    }
    for (const auto& [key, moments] : b.strata) {
        const auto found = a.strata.find(key);
        if (found == a.strata.end()) continue;
        out = sums_fit(std::array{found->second.respondents}, std::array{moments.respondents}, a.unit) || out;
        out = sums_fit(found->second.sums, moments.sums, a.unit) || out;
        out = sums_fit(found->second.products, moments.products, a.unit) || out;
    }
    return out;
}

/// What `b` brings that `a` has not.
std::uint64_t fresh_cells(const unit_counts& a, const unit_counts& b) noexcept {
    std::uint64_t out = 0;
    for (const auto& [key, sums] : b.clusters) {
        if (a.clusters.find(key) == a.clusters.end()) out += cells_of_cluster(sums.size());
    }
    for (const auto& [key, moments] : b.strata) {
        if (a.strata.find(key) == a.strata.end()) out += cells_of(moments);
    }
    return out;
}

void add_to(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& counts) noexcept {
    for (std::size_t at = 0; at < counts.size(); ++at) into[at] += counts[at];
}

void add_to(moment_sums& into, const moment_sums& moments) noexcept {
    into.respondents += moments.respondents;
    add_to(into.sums, moments.sums);
    add_to(into.products, moments.products);
}

/// Takes what is new from `counts` and adds the rest; nothing is allocated.
void add_to(unit_counts& into, unit_counts&& counts) noexcept {
    into.sheets.issued += counts.sheets.issued;
    into.sheets.returned += counts.sheets.returned;
    into.sheets.valid += counts.sheets.valid;
    add_to(into.rows, counts.rows);
    into.has_aggregates = into.has_aggregates || counts.has_aggregates;
    into.clusters.merge(counts.clusters);
    for (const auto& [key, sums] : counts.clusters) add_to(into.clusters.find(key)->second, sums);
    into.strata.merge(counts.strata);
    for (const auto& [key, moments] : counts.strata) add_to(into.strata.find(key)->second, moments);
}

}  // namespace

bool sums_fit(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, const std::string& unit) {
    bool out = false;
    for (std::size_t at = 0; at < b.size(); ++at) {
        std::uint64_t sum = a[at];
        if (!add_if_fits(sum, b[at])) {
            throw error(error_code::count_overflow, "a count of unit " + quoted(unit) + " does not fit 64 bits");
        }
        out = out || sum > large;
    }
    return out;
}

std::uint64_t cells_of(const moment_sums& moments) noexcept {
    return moments.sums.size() + moments.products.size();
}

std::uint64_t precision_cells_of(const unit_counts& counts) noexcept {
    return fresh_cells({}, counts);
}

bool is_large(const unit_counts& counts) noexcept {
    return any_large(words(counts.sheets)) || any_large(counts.rows) ||
           std::any_of(counts.clusters.begin(), counts.clusters.end(),
                       [](const auto& each) { return any_large(each.second); }) ||
           std::any_of(counts.strata.begin(), counts.strata.end(),
                       [](const auto& each) { return any_large(each.second.sums) || any_large(each.second.products); });
}

void tally::merge(const tally& other) {
    if (!(form_ == other.form_)) {
        throw error(error_code::different_questionnaires,
                    "tallies of questionnaires " + quoted(form_.code()) + " and " + quoted(other.form_.code()) +
                        (form_.code() == other.form_.code() ? ", which differ, do not add up" : " do not add up"));
    }
    if (!(options_ == other.options_)) {
        throw error(error_code::different_questionnaires, "tallies by different groups or precision do not add up");
    }
    bool is_full = other.is_full_;
    std::uint64_t cells = 0;
    std::unordered_map<std::string, std::size_t> fresh;
    for (const unit_counts& each : other.units_) {
        const std::size_t known = find_unit(each.unit);
        if (known == questionnaire::none) {
            fresh.emplace(each.unit, units_.size() + fresh.size());
            cells += each.rows.size() + precision_cells_of(each);
        } else {
            is_full = units_fit(units_[known], each) || is_full;
            cells += fresh_cells(units_[known], each);
        }
    }
    // A copy: what is new moves from it, so that nothing can fail half-way; and `other` may be this tally.
    std::vector<unit_counts> added = other.units_;
    units_.reserve(units_.size() + fresh.size());
    by_code_.reserve(units_.size() + fresh.size());
    reserve(cells);
    is_full_ = is_full_ || is_full;
    by_code_.merge(fresh);
    for (unit_counts& each : added) {
        const std::size_t unit = by_code_.find(each.unit)->second;
        if (unit < units_.size()) {
            add_to(units_[unit], std::move(each));
        } else {
            units_.push_back(std::move(each));
        }
    }
}

}  // namespace parindex::inline v0
