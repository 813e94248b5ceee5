#include "parindex/numeric/allocation.hpp"

#include "parindex/numeric/sum.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace parindex::inline v0 {

std::vector<decimal> allocate(decimal total, std::span<const ratio> weights, int places) {
    if (places < 0 || places > decimal::max_scale || !round_to(total, places).exact) {
        throw error(error_code::invalid_scale, "shares need 0..18 places, enough to write the total");
    }
    if (std::any_of(weights.begin(), weights.end(), [](const ratio& weight) { return weight.sign() < 0; })) {
        throw error(error_code::invalid_value, "the weights of shares are not negative");
    }
    const ratio whole = sum(weights);
    const decimal unit = decimal::from_parts(1, places);
    if (total.sign() == 0) return std::vector<decimal>(weights.size(), decimal::from_parts(0, places));
    if (whole.sign() == 0) throw error(error_code::division_by_zero, "shares of weights that add up to zero");

    std::vector<decimal> shares;
    std::vector<ratio> losses;
    decimal missing = round_to(total, places).value;
    for (const ratio& weight : weights) {
        const ratio exact = total * (weight / whole);
        shares.push_back(exact.to_decimal(places, rounding_mode::down).value);
        losses.push_back(abs(exact - shares.back()));
        missing -= shares.back();
    }

    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return losses[a] != losses[b] ? losses[a] > losses[b] : weights[a] > weights[b];
    });
    // Each cut lost less than one unit, so fewer units are missing than there are shares.
    const decimal step = missing.sign() < 0 ? -unit : unit;
    for (auto next = order.begin(); missing.sign() != 0; ++next) {
        shares[*next] += step;
        missing -= step;
    }
    return shares;
}

}  // namespace parindex::inline v0
