// Figures of surveys as press and portals printed them, held against each other. T4..T16 are tables of sources that are
// named in each test.
#include "../findings.hpp"
#include "../numeric/expectations.hpp"
#include "parindex/audit/printed_share.hpp"
#include "parindex/survey/sample_plan.hpp"
#include "parindex/survey/survey_points.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace parindex;
using namespace parindex_test;
using namespace parindex::literals;

namespace {

constexpr rounding hundredths{2, rounding_mode::half_up};

/// A class with its count only.
printed_class units(std::string name, std::int64_t count) {
    return {std::move(name), count, std::nullopt};
}

/// Whole less classes.
count_range rest(const std::vector<printed_class>& classes, std::int64_t whole) {
    const std::optional<count_range> found = check_classes(classes, whole).residual;
    REQUIRE(found.has_value());
    return *found;
}

/// Whether overall = w policy + (1 - w) service for figures that print as these.
bool explains(const ratio& w, decimal overall, decimal policy, decimal service) {
    const auto behind = [](decimal printed) { return values_printed_as(printed, rounding_mode::half_up); };
    return !intersection(behind(policy) * w + behind(service) * (ratio(1) - w), behind(overall)).empty();
}

points_method of(decimal maximum) {
    return {maximum, std::nullopt, hundredths};
}

}  // namespace

TEST_CASE("T9: Thanh Oai 2020, lowest and highest of ten questions, the eleventh and all of them, of 39,200 ballots") {
    // mttqhanoi.org.vn
    CHECK(counts_printed_as(91.39_dec, 39'200) == count_range{35'823, 35'826});
    CHECK(counts_printed_as(98.39_dec, 39'200) == count_range{38'567, 38'570});
    CHECK(counts_printed_as(97.29_dec, 39'200) == count_range{38'136, 38'139});
    CHECK(counts_printed_as(96.11_dec, 39'200) == count_range{37'674, 37'677});
}

TEST_CASE("T4 and T14: units that rose, fell and stayed are all there are, five quotas of Khánh Hòa are not") {
    // en.vietnamplus.vn 284704: 63 provinces in 2023, by index and by rank.
    CHECK(rest({units("up", 57), units("down", 6)}, 63) == count_range{0, 0});
    CHECK(rest({units("up", 36), units("down", 24), units("same", 3)}, 63) == count_range{0, 0});
    // vietnam.vn, "thay gi qua 2 bo chi so": ministries of 2023, bands of provinces of 2024.
    CHECK(rest({units("up", 10), units("down", 7)}, 17) == count_range{0, 0});
    CHECK(rest({units("A", 13), units("B", 50)}, 63) == count_range{0, 0});
    // news.baokhanhhoa.vn 9/2023: five groups of the 8,150 of the home affairs line are listed.
    const class_check quotas = check_classes(
        std::vector{units("1", 1'220), units("2", 2'660), units("3", 1'350), units("4", 540), units("5", 1'660)},
        8'150);
    CHECK(quotas.residual == count_range{720, 720});
    CHECK(codes(quotas.findings) == std::vector<error_code>{error_code::classes_not_whole});
}

TEST_CASE("T5, T15 and T16: every published change is the difference of published figures") {
    struct change {
        decimal later, earlier, printed;
    };
    for (const change& each : {change{86.51_dec, 83.46_dec, 3.05_dec},  // Hà Nội 2024, policy: kinhtedothi.vn 664101
                               change{86.49_dec, 83.72_dec, 2.77_dec},  // service
                               change{90.59_dec, 88.90_dec, 1.69_dec},  // Hải Phòng 2024: media.petrotimes.vn 726574
                               change{87.59_dec, 72.54_dec, 15.05_dec},    // 2022, highest and lowest province
                               change{83.94_dec, 82.66_dec, 1.28_dec},     // national 2024 and 2023
                               change{86.82_dec, 78.29_dec, 8.53_dec}}) {  // Bình Dương 2018 and 2017: baobinhduong.vn
        CHECK(printed_difference(each.later, each.earlier, hundredths, difference_of::printed_values) == each.printed);
    }
}

TEST_CASE("the weight of the policy block that printed indices of two blocks allow") {
    // National 2024: vietnam.vnanet.vn 392158; Hà Nội 2023: kinhtedothi.vn 664101.
    const auto national = [](const ratio& w) { return explains(w, 83.94_dec, 83.84_dec, 84.09_dec); };
    const auto hanoi = [](const ratio& w) { return explains(w, 83.57_dec, 83.46_dec, 83.72_dec); };
    // Four of nine factors, half of each block, 14 of the 33 items of 2022, 36 of 51.
    for (const ratio& w : {ratio(4, 9), ratio(1, 2), ratio(14, 33), ratio(36, 51)}) {
        CHECK_FALSE(national(w));
        CHECK_FALSE(hanoi(w));
    }
    CHECK(national(ratio(32, 51)));
    CHECK_FALSE(hanoi(ratio(32, 51)));
    // 83.725 - 0.26 x 8/13 is 83.565, where 83.57 begins; but no service that prints as 83.72 is 83.725.
    CHECK(national(ratio(8, 13)));
    CHECK_FALSE(hanoi(ratio(8, 13)));
    CHECK(hanoi(ratio(123, 200)));
    // Hà Nội 2024, 86.50 of 86.51 and 86.49, says nothing.
    for (const ratio& w : {ratio(1, 100), ratio(1, 2), ratio(99, 100)}) {
        CHECK(explains(w, 86.50_dec, 86.51_dec, 86.49_dec));
    }
}

TEST_CASE("Sơn La 2021: what the points of officials' leaves say about their answers") {
    // The plan of the office of the people's committee for 2022: 11 losses, 18.42 of 20.
    decimal lost;
    for (const decimal each : {0.05_dec, 0.06_dec, 0.28_dec, 0.26_dec, 0.09_dec, 0.19_dec, 0.26_dec, 0.05_dec, 0.07_dec,
                               0.05_dec, 0.22_dec}) {
        lost += each;
    }
    CHECK(decimal(20) - lost == 18.42_dec);
    const auto indices = [](decimal points, decimal maximum) {
        return to_string(indices_earning(points, of(maximum)).value());
    };
    CHECK(indices(1.74_dec, 2) == "[0.8675, 0.8725)");
    CHECK(indices(1.91_dec, 2) == "[0.9525, 0.9575)");
    CHECK(indices(2.81_dec, 3) == "[0.935, 563/600)");
    CHECK(indices(2.74_dec, 3) == "[547/600, 0.915)");
    CHECK(indices(0.78_dec, 1) == "[0.775, 0.785)");
    // Twenty officials give no 2.81 of 3, and 31 do in one way.
    CHECK_FALSE(answers_earning_points(2.81_dec, 20, of(3)).counts.has_value());
    CHECK(answers_earning_points(2.81_dec, 31, of(3)).counts == count_range{29, 29});
}

TEST_CASE("Quảng Ninh 2020: the points in one table are not those of the index in another") {
    // 95.76 %: m.hanoitimes.vn 317840; 9.56 of 10: the ministry's table as a trade office translated it.
    CHECK(points_of_index(ratio(0.9576_dec), of(10)).points.value == 9.58_dec);
    CHECK(to_string(indices_earning(9.56_dec, of(10)).value()) == "[0.9555, 0.9565)");
    for (const rounding_mode mode : all_modes) {
        CHECK(points_of_index(ratio(0.9576_dec), {10, std::nullopt, {2, mode}}).points.value != 9.56_dec);
    }
}

TEST_CASE("2017: a mean of 3.98 of 5 levels was published as 79.6 percent") {
    // viettimes.vn tag104028. Levels 3 to 5 of 100 answers whose mean is 3.98.
    CHECK(index_of_levels(std::vector<std::int64_t>{0, 0, 12, 78, 10}, level_origin::zero) == ratio(0.796_dec));
}

TEST_CASE("the national sample of 2024 over provinces and villages") {
    // vietnam.vnanet.vn 392158: 36,525 persons in 195 districts and 1,170 villages: 61 provinces of 3 districts and 2
    // of 6, with 3 communes each and 2 villages in each.
    std::vector<std::int64_t> villages(61, 18);
    villages.insert(villages.end(), 2, 36);
    const std::vector<std::int64_t> provinces = split_quotas(36'525, villages);
    CHECK(std::count(provinces.begin(), provinces.end(), 562) == 58);
    CHECK(std::count(provinces.begin(), provinces.end(), 561) == 3);
    CHECK(std::count(provinces.begin(), provinces.end(), 1'123) == 2);
    const std::vector<std::int64_t> each = split_quotas(36'525, std::vector<std::int64_t>(1'170, 1));
    CHECK(std::count(each.begin(), each.end(), 32) == 255);
    CHECK(std::count(each.begin(), each.end(), 31) == 915);
}
