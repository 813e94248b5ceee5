// Shares that were published with the counts behind them.
#include "indices.hpp"

using namespace indices;

namespace {

/// yes of valid, in percent.
decimal percent(std::uint64_t yes, std::uint64_t valid, int places, rounding_mode mode = rounding_mode::half_up) {
    const tally counts = counted(yes_no_form(), {{valid - yes, yes}});
    return (ratio(100) * *compute(counts, "F13").value()).to_decimal(places, mode).value;
}

/// yes of issued, in percent.
decimal percent_of_issued(std::uint64_t yes, std::uint64_t issued, int places,
                          rounding_mode mode = rounding_mode::half_up) {
    const tally counts = counted(yes_no_form(), {{0, yes}}, {issued, yes, yes});
    return (ratio(100) * *compute(counts, "F13_issued").value()).to_decimal(places, mode).value;
}

}  // namespace

TEST_CASE("published ballots: districts, 2017 to 2024") {
    CHECK(percent_of_issued(8028, 10690, 1) == decimal::from_parts(751, 1));  // Mỹ Đức 2024
    CHECK(percent_of_issued(8028, 10690, 2) == decimal::from_parts(7510, 2));
    CHECK(percent_of_issued(39200, 60160, 2) == decimal::from_parts(6516, 2));  // Thanh Oai 2020: rounded, not cut
    CHECK(percent_of_issued(39200, 60160, 2, rounding_mode::down) == decimal::from_parts(6515, 2));
    CHECK(percent_of_issued(72, 76, 2) == decimal::from_parts(9474, 2));  // Thăng Bình 2017
    CHECK(percent(71, 72, 2) == decimal::from_parts(9861, 2));
    CHECK(percent_of_issued(170, 200, 0) == 85);  // Nông Sơn 2020
    CHECK(percent(2, 170, 2) == decimal::from_parts(118, 2));
    CHECK(percent(2, 170, 2, rounding_mode::down) == decimal::from_parts(117, 2));
}

TEST_CASE("published ballots: of 908 persons only 905 are 99.7 %") {
    for (std::uint64_t yes = 900; yes <= 908; ++yes) {
        CHECK((percent(yes, 908, 1) == decimal::from_parts(997, 1)) == (yes == 905));
    }
}

TEST_CASE("published ballots: Tiền Giang 2024 needs a third decimal for its smallest share") {
    CHECK(percent(65604, 65627, 2) == decimal::from_parts(9996, 2));
    CHECK(percent(65459, 65627, 2) == decimal::from_parts(9974, 2));
    CHECK(percent(65624, 65627, 2) == 100);
    CHECK(percent(65624, 65627, 3) == decimal::from_parts(99995, 3));
}

TEST_CASE("a published table whose classes leave a rest: the shares are those of all that is done") {
    questionnaire_description form;
    form.code = "files";
    form.method = "portal";
    answer_scale classes;
    classes.code = "time";
    for (const char* code : {"early", "on time", "late", "unclassified"}) {
        answer_option option;
        option.code = code;
        classes.options.push_back(option);
    }
    form.scales = {classes};
    for (const char* code : {"early", "on time", "late", "unclassified"}) {
        form.questions.push_back(forms::question("q " + std::string(code), "time", {code}));
    }
    struct row {
        std::vector<std::uint64_t> files;  // the last: done, and in none of the classes
        std::uint64_t done;
        std::vector<int> tenths;
    };
    for (const row& each :
         {row{{124907, 102770, 19852, 9612}, 257141, {486, 400, 77}},
          row{{43434, 11795, 4331, 2267}, 61827, {703, 191, 70}}, row{{952, 388, 268, 3}, 1611, {591, 241, 166}}}) {
        const tally counts = counted(form, {each.files, each.files, each.files, each.files});
        for (std::size_t at = 0; at < each.tenths.size(); ++at) {
            const satisfaction_index share = compute(counts, "F1", form.questions[at].code);
            CHECK(share.share.denominator == each.done);
            CHECK((ratio(100) * *share.value()).to_decimal(1).value == decimal::from_parts(each.tenths[at], 1));
        }
    }
}
