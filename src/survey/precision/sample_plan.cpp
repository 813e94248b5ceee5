#include "parindex/survey/sample_plan.hpp"

#include "parindex/numeric/allocation.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/wide.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace parindex::inline v0 {

namespace {

void require(bool holds, const std::string& otherwise) {
    if (!holds) throw error(error_code::invalid_sample_plan, otherwise);
}

void require_margin(decimal margin) {
    require(margin > 0 && margin < 1,
            "a margin is a share above 0 and below 1, as 0.05 for 5 %, not " + to_string(margin));
}

void require_population(std::int64_t population) {
    require(population >= 1, "a sample needs a population of at least 1");
}

sample_size rounded_up(std::string_view formula, ratio exact) {
    require(exact <= std::numeric_limits<std::int64_t>::max(), "so small a margin needs a sample beyond 64 bits");
    const std::int64_t size = exact.to_decimal(0, rounding_mode::ceiling).value.coefficient();
    return {formula, std::move(exact), size};
}

ratio unbounded_sample(decimal z, decimal share, decimal margin) {
    require_margin(margin);
    require(z > 0, "the quantile z is above 0, as 1.96 for 95 %");
    require(share > 0 && share < 1, "an expected share lies between 0 and 1, as 0.5");
    const ratio p = share;
    return ratio(z) * z * p * (1 - p) / (ratio(margin) * margin);
}

std::int64_t sum_of(std::int64_t a, std::int64_t b) {
    std::int64_t out = 0;
    require(!wide::add_overflows(a, b, out), "the forms of all units are more than 64 bits hold");
    return out;
}

response_line line_of(const response_counts& counts) {
    const auto rate = [](std::int64_t part, std::int64_t whole) {
        return whole == 0 ? std::nullopt : std::optional(ratio(part, whole));
    };
    return {counts,
            rate(counts.returned, counts.issued),
            rate(counts.valid, counts.issued),
            rate(counts.valid, counts.returned),
            std::nullopt,
            0};
}

}  // namespace

sample_size slovin_sample_size(std::int64_t population, decimal margin) {
    require_population(population);
    require_margin(margin);
    return rounded_up("n = N/(1 + N e^2)", population / (1 + population * (ratio(margin) * margin)));
}

sample_size proportion_sample_size(decimal z, decimal share, decimal margin) {
    return rounded_up("n0 = z^2 p (1 - p)/e^2", unbounded_sample(z, share, margin));
}

sample_size finite_sample_size(std::int64_t population, decimal z, decimal share, decimal margin) {
    require_population(population);
    const ratio n0 = unbounded_sample(z, share, margin);
    return rounded_up("n = n0/(1 + (n0 - 1)/N), n0 = z^2 p (1 - p)/e^2", n0 / (1 + (n0 - 1) / population));
}

std::vector<std::int64_t> split_quotas(std::int64_t total, std::span<const std::int64_t> weights, std::int64_t least) {
    require(total >= 0 && least >= 0, "a sample and the least of a group are not negative");
    require(std::none_of(weights.begin(), weights.end(), [](std::int64_t weight) { return weight < 0; }),
            "the weights of groups are not negative");
    require(least == 0 || weights.empty() || static_cast<std::uint64_t>(total / least) >= weights.size(),
            "a sample of " + std::to_string(total) + " has no " + std::to_string(least) + " for each of " +
                std::to_string(weights.size()) + " groups");
    std::vector<std::int64_t> out(weights.size(), least);
    std::vector<std::size_t> sharing(weights.size());
    for (std::size_t group = 0; group < sharing.size(); ++group) sharing[group] = group;

    // Who gets the least leaves more than his share of it to nobody, so others may fall below it in turn.
    std::int64_t rest = total;
    ratio whole;
    for (bool changed = true; changed;) {
        whole = 0;
        for (const std::size_t group : sharing) whole += weights[group];
        const auto below = [&, rest](std::size_t group) { return ratio(weights[group]) * rest < whole * least; };
        const auto kept =
            std::stable_partition(sharing.begin(), sharing.end(), [&](std::size_t g) { return !below(g); });
        changed = kept != sharing.end();
        rest -= least * (sharing.end() - kept);
        sharing.erase(kept, sharing.end());
    }
    if (whole.sign() == 0) {
        require(rest == least * static_cast<std::int64_t>(sharing.size()), "a sample cannot be split by weights of 0");
        return out;
    }
    std::vector<ratio> shares;
    for (const std::size_t group : sharing) shares.emplace_back(weights[group]);
    const std::vector<decimal> quotas = allocate(rest, shares, 0);
    for (std::size_t at = 0; at < sharing.size(); ++at) out[sharing[at]] = quotas[at].coefficient();
    return out;
}

response_table track_responses(std::span<const response_counts> units, std::span<const std::int64_t> quotas) {
    require(quotas.empty() || quotas.size() == units.size(),
            "there are " + std::to_string(quotas.size()) + " quotas for " + std::to_string(units.size()) + " units");
    response_table out;
    response_counts all;
    std::int64_t quota = 0;
    std::int64_t missing = 0;
    for (std::size_t at = 0; at < units.size(); ++at) {
        const response_counts& each = units[at];
        require(0 <= each.valid && each.valid <= each.returned && each.returned <= each.issued,
                "unit " + quoted(each.unit) + " has " + std::to_string(each.valid) + " valid of " +
                    std::to_string(each.returned) + " returned of " + std::to_string(each.issued) +
                    " issued forms: each is a part of the next");
        response_line line = line_of(each);
        if (!quotas.empty()) {
            require(quotas[at] >= 0, "the quota of unit " + quoted(each.unit) + " is negative");
            line.quota = quotas[at];
            line.missing = std::max<std::int64_t>(0, quotas[at] - each.valid);
            quota = sum_of(quota, quotas[at]);
            missing += line.missing;  // no more than the quotas
        }
        all.issued = sum_of(all.issued, each.issued);
        all.returned += each.returned;  // no more than are issued
        all.valid += each.valid;
        out.units.push_back(std::move(line));
    }
    out.total = line_of(all);
    if (!quotas.empty()) out.total.quota = quota;
    out.total.missing = missing;
    return out;
}

}  // namespace parindex::inline v0
