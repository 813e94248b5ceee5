#include "parindex/survey/sheet_quality.hpp"
#include "../findings.hpp"
#include "forms.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace parindex;

namespace {

/// Three items of five levels and one of three, all of the index.
questionnaire two_scales() {
    questionnaire_description form = forms::fx1_description();
    form.scales.push_back(forms::levels("three", 3));
    form.questions.push_back(forms::question("d", "three", {"2", "3"}));
    return questionnaire::create(form).value();
}

using answers = std::array<std::uint8_t, 4>;

answer_sheet sheet(const answers& given) {
    answer_sheet out;
    out.answers = given;
    return out;
}

}  // namespace

TEST_CASE("quality: a straight line is one option in each scale, over enough answers") {
    const questionnaire form = two_scales();
    const auto blank = static_cast<std::uint8_t>(form.questions()[0].place_of(answer_state::blank));
    const auto flagged = [&form](const answers& given, std::size_t least) {
        sheet_checks checks;
        checks.straight_line = least;
        sheet_quality quality(form, checks);
        const bool out = quality.flag("U", sheet(given));
        CHECK(quality.found() == (out ? flagged_sheets{1, 1, 0, 0} : flagged_sheets{}));
        return out;
    };
    CHECK(flagged({4, 4, 4, 0}, 4));
    CHECK_FALSE(flagged({4, 4, 4, 0}, 5));
    CHECK_FALSE(flagged({4, 4, 3, 0}, 1));
    CHECK(flagged({4, blank, 4, 0}, 3));  // what is missing breaks no line and is none of the answers
    CHECK_FALSE(flagged({4, blank, 4, 0}, 4));
    CHECK_FALSE(flagged({4, 4, 4, 0}, 0));
    CHECK_FALSE(flagged({blank, blank, blank, 3 + 1}, 1));
}

TEST_CASE("quality: equal sheets are those of one unit") {
    sheet_checks checks;
    checks.straight_line = 0;
    checks.duplicates = true;
    sheet_quality quality(two_scales(), checks);
    const answers given{1, 2, 3, 0};
    const answers changed{1, 2, 3, 1};
    CHECK_FALSE(quality.flag("U", sheet(given)));
    CHECK_FALSE(quality.flag("V", sheet(given)));
    CHECK(quality.flag("U", sheet(given)));
    CHECK_FALSE(quality.flag("U", sheet(changed)));
    const std::array<std::uint16_t, 1> category{7};
    answer_sheet other = sheet(given);
    other.categories = category;
    CHECK_FALSE(quality.flag("U", other));
    CHECK(quality.found() == flagged_sheets{1, 0, 1, 0});
    // More than any table begins with.
    for (std::uint32_t each = 0; each < 1000; ++each) {
        const std::array<std::uint64_t, 1> mentions{each + 100};
        answer_sheet fresh = sheet(given);
        fresh.mentions = mentions;
        CHECK_FALSE(quality.flag("U", fresh));
        CHECK(quality.flag("U", fresh));
    }
}

TEST_CASE("quality: counts without a part of them") {
    const questionnaire form = forms::fx1_form();
    const tally_options kept{{}, tally_precision::clusters};
    const auto add = [](tally& into, const char* unit, const char* cluster, std::uint8_t place) {
        const std::array<std::uint8_t, 3> given{place, place, place};
        answer_sheet one;
        one.answers = given;
        one.cluster = cluster;
        into.add(into.unit(unit), one);
    };
    tally all(form, kept);
    tally part(form, kept);
    tally rest(form, kept);
    add(all, "U", "x", 4);
    add(all, "U", "x", 1);
    add(all, "U", "y", 2);
    add(part, "U", "y", 2);
    add(rest, "U", "x", 4);
    add(rest, "U", "x", 1);
    tally expected = rest;
    expected.add_invalid_sheet(expected.unit("U"));  // the marked sheet was returned
    CHECK(without(all, part) == expected);
    CHECK(without(all, tally(form, kept)) == all);
    const auto refused = [](const tally& from, const tally& what) {
        try {
            static_cast<void>(without(from, what));
        } catch (const error& reason) {
            return reason.code();
        }
        return error_code::none;
    };
    CHECK(refused(part, all) == error_code::invalid_tally);
    tally other(form, kept);
    add(other, "V", "x", 1);
    CHECK(refused(all, other) == error_code::invalid_tally);
    CHECK(refused(all, tally(form)) == error_code::different_questionnaires);
}
