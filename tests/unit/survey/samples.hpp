// Samples of known precision. Values with 9 digits and more were computed by R 4.2.2 with survey 4.1.1.
#pragma once

#include "parindex/survey/survey_estimate.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace parindex_test {

/// Equal but for what binary numbers lose.
inline doctest::Approx near(double value) {
    return doctest::Approx(value).epsilon(1e-12).scale(1e-30);
}

/// Equal to so many printed decimals.
inline bool printed(parindex::approximate value, int places, std::string_view text) {
    INFO(to_fixed(value, 12));
    return to_fixed(value, places) == text;
}

/// Two strata of five and three persons (Stata's example of the finite population correction).
inline std::vector<parindex::observation> eight_persons() {
    std::vector<parindex::observation> out;
    for (const double x : {2.8, 4.1, 6.8, 6.8, 9.2}) out.push_back({0, out.size(), 3, x});
    for (const double x : {3.7, 6.6, 4.2}) out.push_back({1, out.size(), 4, x});
    return out;
}

inline parindex::sample_design eight_persons_design(bool finite) {
    if (!finite) return {{{"1"}, {"2"}}};
    return {{{"1", 15}, {"2", 12}}};
}

/// Two strata of three clusters, each of four persons who are satisfied (1) or not.
inline std::vector<parindex::observation> six_clusters() {
    std::vector<parindex::observation> out;
    std::uint64_t cluster = 0;
    for (const std::string_view answers : {"1101", "1111", "0110", "1011", "1100", "1111"}) {
        for (const char answer : answers) {
            out.push_back({cluster / 3, cluster, cluster < 3 ? 120.0 : 300.0, answer == '1' ? 1.0 : 0.0});
        }
        ++cluster;
    }
    return out;
}

inline parindex::sample_design six_clusters_design(bool finite) {
    if (!finite) return {{{"TP"}, {"H"}}};
    return {{{"TP", 9}, {"H", 12}}};
}

/// Three strata, the last with one cluster.
inline std::vector<parindex::observation> lonely_persons() {
    return {{0, 1, 10.5, 30.5}, {0, 2, 10.5, 40.5}, {1, 3, 20, 35}, {1, 4, 20, 52}, {2, 5, 15, 44}};
}

inline parindex::sample_design lonely_design(parindex::single_cluster_policy policy) {
    return {{{"1"}, {"2"}, {"3"}}, policy};
}

}  // namespace parindex_test
