#include "indices.hpp"

using namespace indices;

namespace {

/// An index as a report printed it.
satisfaction_index published(std::string method, const char* percent) {
    satisfaction_index out;
    out.questionnaire = "SIPAS";
    out.survey_method = std::move(method);
    out.units = 63;
    out.share = {exact(percent), 100};
    return out;
}

}  // namespace

TEST_CASE("the fall of the national index from 2021 to 2022 is one of the method") {
    const satisfaction_index of_2021 = published("2640/QĐ-BNV 2017", "87.16");
    const satisfaction_index of_2022 = published("household method 2022", "80.08");
    CHECK(why_not_comparable(of_2022, of_2021) ==
          "the methods of the surveys differ, \"household method 2022\" and \"2640/QĐ-BNV 2017\": a change of method "
          "moves an index as much as satisfaction does");
    const refusal why = refused([&] { return difference(of_2022, of_2021); });
    CHECK(why.code == error_code::methods_differ);
    CHECK(why.says("household method 2022"));
    CHECK(difference(of_2022, of_2021, true) == exact("-0.0708"));
}

TEST_CASE("years of one method are compared, whatever the codes of their questionnaires") {
    satisfaction_index of_2023 = published("1001/QĐ-BNV 2023", "82.66");
    const satisfaction_index of_2024 = published("1001/QĐ-BNV 2023", "83.94");
    of_2023.questionnaire = "SIPAS 2023";
    CHECK(why_not_comparable(of_2024, of_2023).empty());
    CHECK(difference(of_2024, of_2023) == exact("0.0128"));
    CHECK(difference(of_2023, of_2024) == exact("-0.0128"));
}

TEST_CASE("a survey that names no method is compared only where that is asked for") {
    const satisfaction_index named = published("1001/QĐ-BNV 2023", "82.66");
    satisfaction_index unnamed = published("", "83.94");
    unnamed.questionnaire = "own form";
    for (const std::string& why : {why_not_comparable(named, unnamed), why_not_comparable(unnamed, named),
                                   why_not_comparable(unnamed, unnamed)}) {
        CHECK(why.find("\"own form\" does not name the method") != std::string::npos);
    }
    CHECK(thrown_by([&] { return difference(unnamed, unnamed); }) == error_code::methods_differ);
    CHECK(difference(unnamed, unnamed, true) == 0);
}

TEST_CASE("formula, aggregation and scope must be the same") {
    const tally counts = forms::fx1();
    const satisfaction_index pooled = compute(counts, "F2");
    CHECK(why_not_comparable(pooled, compute(counts, "F3")).find("the formulas differ, F2 and F3") == 0);
    CHECK(why_not_comparable(pooled, compute(counts, "P3")) ==
          "units become a whole in different ways, pooled and mean_of_units");
    CHECK(why_not_comparable(pooled, compute(counts, "F2", "f1")) ==
          "they are about different things, the whole and \"f1\"");
    for (const satisfaction_index& other :
         {compute(counts, "F3"), compute(counts, "P3"), compute(counts, "F2", "f1")}) {
        CHECK(thrown_by([&] { return difference(pooled, other); }) == error_code::methods_differ);
        CHECK(difference(pooled, other, true) == *pooled.value() - *other.value());
    }
}

TEST_CASE("units of one survey are compared") {
    const tally counts = forms::fx1();
    CHECK(difference(compute(counts, "F2", "", {"A"}), compute(counts, "F2", "", {"B"})) == exact("23/286"));
}

TEST_CASE("an index of no answers has no difference") {
    tally counts = forms::fx1();
    counts.unit("C");
    const satisfaction_index empty = compute(counts, "F2", "", {"C"});
    const satisfaction_index full = compute(counts, "F2", "", {"A"});
    CHECK(thrown_by([&] { return difference(empty, full); }) == error_code::nothing_answered);
    CHECK(thrown_by([&] { return difference(full, empty, true); }) == error_code::nothing_answered);
}
