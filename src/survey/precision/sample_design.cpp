#include "parindex/survey/sample_design.hpp"

#include "survey/precision/compensated_sum.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace parindex::inline v0 {

namespace {

/// (N-n)/N.
double correction(const linearised_stratum& stratum) {
    if (!stratum.population) return 1;
    if (*stratum.population < stratum.clusters) {
        throw error(error_code::population_below_sample,
                    "stratum \"" + stratum.name + "\" has " + std::to_string(stratum.clusters) +
                        " clusters in the sample, but only " + std::to_string(*stratum.population) + " in all");
    }
    return static_cast<double>(*stratum.population - stratum.clusters) / static_cast<double>(*stratum.population);
}

void check(const linearised_stratum& stratum) {
    const bool finite = std::isfinite(stratum.sum) && std::isfinite(stratum.spread);
    if (!finite || stratum.spread < 0 || stratum.observed > stratum.clusters) {
        throw error(error_code::invalid_value, "the sums of stratum \"" + stratum.name + "\" contradict each other");
    }
}

[[noreturn]] void refuse_lonely(const std::string& name) {
    throw error(error_code::lonely_stratum,
                "stratum \"" + name +
                    "\" has only one cluster, from which no variance can be seen: join it with another "
                    "stratum, or choose another policy than " +
                    "\"fail\" (\"average\" needs a stratum with more clusters)");
}

}  // namespace

std::string_view to_string(single_cluster_policy policy) noexcept {
    switch (policy) {
        case single_cluster_policy::fail: return "fail";
        case single_cluster_policy::remove: return "remove";
        case single_cluster_policy::certainty: return "certainty";
        case single_cluster_policy::adjust: return "adjust";
        case single_cluster_policy::average: return "average";
    }
    return {};
}

linearised_stratum linearised_stratum::from_sums(std::string name, std::uint64_t clusters, double sum,
                                                 double sum_of_squares, std::optional<std::uint64_t> population) {
    const double spread = clusters == 0 ? 0 : sum_of_squares - sum / static_cast<double>(clusters) * sum;
    return {std::move(name), clusters, clusters, sum, std::max(spread, 0.0), population};
}

sampling_variance variance_of_sum(std::span<const linearised_stratum> strata, single_cluster_policy policy) {
    sampling_variance out;
    compensated_sum total;
    double drawn = 0;
    for (const linearised_stratum& stratum : strata) {
        check(stratum);
        if (stratum.observed == 0) continue;
        ++out.strata;
        out.clusters += stratum.observed;
        total.add(stratum.sum);
        drawn += static_cast<double>(stratum.clusters);
    }

    compensated_sum variance;
    std::uint64_t lonely = 0;
    for (const linearised_stratum& stratum : strata) {
        const double part = correction(stratum);
        if (stratum.observed == 0 || part == 0) continue;
        const auto n = static_cast<double>(stratum.clusters);
        if (stratum.clusters > 1) {
            variance.add(part * n / (n - 1) * stratum.spread);
            continue;
        }
        switch (policy) {
            case single_cluster_policy::fail: refuse_lonely(stratum.name);
            case single_cluster_policy::remove:
            case single_cluster_policy::certainty: break;
            case single_cluster_policy::adjust: {
                const double distance = stratum.sum - total.value() / drawn;
                variance.add(part * distance * distance);
                break;
            }
            case single_cluster_policy::average:
                if (++lonely == out.strata) refuse_lonely(stratum.name);
                break;
        }
    }
    const double scale = lonely == 0 ? 1 : static_cast<double>(out.strata) / static_cast<double>(out.strata - lonely);
    out.variance = approximate(variance.value() * scale);
    return out;
}

}  // namespace parindex::inline v0
