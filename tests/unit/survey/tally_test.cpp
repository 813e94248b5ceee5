#include "../findings.hpp"
#include "../numeric/expectations.hpp"
#include "forms.hpp"
#include "parindex/support/limits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

using namespace parindex;

namespace {

/// Three questions of five levels in two factors, a question of several marks, two groups.
questionnaire wide_form() {
    questionnaire_description form = forms::fx1_description();
    form.questions[1].missing[answer_state::blank] = missing_policy::least_favourable;
    form.questions.push_back(forms::question("channels", "hl", {}));
    form.questions.back().multiple = true;
    form.groups = {{"gender", "", {{"m", "", {}, {}, {}}, {"f", "", {}, {}, {}}}, {}},
                   {"area", "", {{"u", "", {}, {}, {}}, {"r", "", {}, {}, {}}, {"i", "", {}, {}, {}}}, {}}};
    return questionnaire::create(form).value();
}

struct sheet_data {
    std::size_t unit;
    std::array<std::uint8_t, 4> answers;
    std::array<std::uint64_t, 1> mentions;
    std::array<std::uint16_t, 2> categories;
    std::string stratum;
    std::string cluster;
};

sheet_data random_sheet(std::mt19937& random) {
    const auto any = [&random](unsigned count) { return static_cast<std::uint8_t>(random() % count); };
    sheet_data out{any(3),
                   {},
                   {any(32)},
                   {any(3), any(4)},
                   std::string(1, static_cast<char>('s' + any(2))),
                   std::string(1, static_cast<char>('a' + any(5)))};
    for (std::size_t at = 0; at < 3; ++at) {
        out.answers[at] = any(13);
        if (out.answers[at] >= 5) ++out.answers[at];  // not the place of `answered`
    }
    out.answers[3] = out.mentions[0] != 0 ? 5 : static_cast<std::uint8_t>(6 + any(8));
    if (out.categories[0] == 2) out.categories[0] = answer_sheet::no_category;
    if (out.categories[1] == 3) out.categories[1] = answer_sheet::no_category;
    return out;
}

void add(tally& into, const sheet_data& sheet) {
    into.add(into.unit(std::string(1, static_cast<char>('A' + sheet.unit))),
             {sheet.answers, sheet.mentions, sheet.categories, sheet.stratum, sheet.cluster});
}

}  // namespace

TEST_CASE("a sheet is counted in its unit, its categories and its scopes") {
    tally counts(wide_form(), {{"area", "gender"}, tally_precision::none});
    const std::size_t unit = counts.unit("A");
    const std::array<std::uint8_t, 4> answers{4, 3, 6, 5};  // 5, 4, blank, channels 1 and 3
    const std::array<std::uint64_t, 1> mentions{0b101};
    const std::array<std::uint16_t, 2> categories{1, answer_sheet::no_category};
    counts.add(unit, {answers, mentions, categories, "", ""});
    CHECK(counts.rows() == 1 + 4 + 3);
    CHECK(counts.respondents(unit, 0) == 1);
    CHECK(counts.respondents(unit, counts.row_of("area", "r")) == 1);
    CHECK(counts.respondents(unit, counts.row_of("area", "u")) == 0);
    CHECK(counts.respondents(unit, counts.row_of("gender", "")) == 1);
    CHECK(counts.counts(unit, 0, 0)[4] == 1);
    CHECK(counts.counts(unit, 0, 2)[6] == 1);
    const auto channels = counts.counts(unit, counts.row_of("area", "r"), 3);
    CHECK(channels[0] == 1);
    CHECK(channels[1] == 0);
    CHECK(channels[2] == 1);
    CHECK(channels[5] == 1);
    CHECK(counts.persons(unit, 0, 0) == person_counts{1, 1});    // the whole: the blank third is excluded
    CHECK(counts.persons(unit, 0, 1) == person_counts{1, 1});    // f1
    CHECK(counts.persons(unit, 0, 2) == person_counts{0, 0});    // f2: only the blank
    const std::array<std::uint8_t, 4> dissatisfied{4, 6, 6, 6};  // the blank second counts as dissatisfied
    counts.add(unit, {dissatisfied, std::array<std::uint64_t, 1>{0}, categories, "", ""});
    CHECK(counts.persons(unit, 0, 0) == person_counts{2, 1});
    CHECK(counts.at(unit).sheets == sheet_counts{0, 2, 2});
}

TEST_CASE("what is no answer is refused, and nothing is counted") {
    tally counts(wide_form(), {{"gender"}, tally_precision::clusters});
    const std::size_t unit = counts.unit("A");
    const auto add_with = [&](std::vector<std::uint8_t> answers, std::uint64_t mention, std::uint16_t category) {
        return thrown_by([&] { counts.add(unit, {answers, std::array{mention}, std::array{category}, "", ""}); });
    };
    CHECK(add_with({0, 0, 0, 6}, 0, 0) == error_code::none);
    const tally before = counts;
    CHECK(add_with({0, 0, 0}, 0, 0) == error_code::invalid_answer);
    CHECK(add_with({0, 0, 14, 6}, 0, 0) == error_code::invalid_answer);
    CHECK(add_with({0, 0, 5, 6}, 0, 0) == error_code::invalid_answer);   // answered, with no option
    CHECK(add_with({0, 0, 0, 5}, 0, 0) == error_code::invalid_answer);   // no mention
    CHECK(add_with({0, 0, 0, 6}, 1, 0) == error_code::invalid_answer);   // blank with a mention
    CHECK(add_with({0, 0, 0, 5}, 32, 0) == error_code::invalid_answer);  // no sixth option
    CHECK(add_with({0, 0, 0, 4}, 1, 0) == error_code::invalid_answer);
    CHECK(add_with({0, 0, 0, 6}, 0, 2) == error_code::invalid_answer);
    CHECK(thrown_by([&] { counts.add_answers(unit, 0, 0, 1); }) == error_code::invalid_answer);  // precision
    CHECK(thrown_by([&] { counts.add_sheets(unit, {1, 1, 2}); }) == error_code::invalid_answer);
    CHECK(thrown_by([&] { counts.add_sheets(7, {1, 1, 1}); }) == error_code::unknown_unit);
    CHECK(thrown_by([&] { (void)counts.unit(""); }) == error_code::invalid_answer);
    CHECK(thrown_by([&] { (void)counts.row_of("gender", "x"); }) == error_code::unknown_option);
    CHECK(thrown_by([&] { (void)counts.row_of("area", "u"); }) == error_code::unknown_option);
    CHECK(thrown_by([&] { (void)tally(wide_form(), {{"age"}, {}}); }) == error_code::unknown_option);
    CHECK(thrown_by([&] { (void)tally(wide_form(), {{"area", "area"}, {}}); }) == error_code::unknown_option);
    CHECK(counts == before);
}

TEST_CASE("tallies add up in any order and any division, and survive being written down") {
    std::mt19937 random(7);
    for (const tally_precision precision :
         {tally_precision::none, tally_precision::clusters, tally_precision::respondents}) {
        const tally empty(wide_form(), {{"gender", "area"}, precision});
        std::vector<sheet_data> sheets;
        for (int count = 0; count < 200; ++count) sheets.push_back(random_sheet(random));
        tally whole = empty;
        for (const sheet_data& each : sheets) add(whole, each);
        for (int round = 0; round < 5; ++round) {
            std::shuffle(sheets.begin(), sheets.end(), random);
            std::vector<tally> parts(1 + random() % 7, empty);
            for (const sheet_data& each : sheets) add(parts[random() % parts.size()], each);
            std::shuffle(parts.begin(), parts.end(), random);
            tally merged = empty;
            for (const tally& each : parts) merged.merge(each);
            CHECK(merged == whole);
        }
        CHECK(tally::from_contents(whole.form(), whole.options(), whole.contents()) == whole);
        tally twice = whole;
        twice.merge(twice);
        tally again = whole;
        again.merge(whole);
        CHECK(twice == again);
        CHECK(twice.respondents(twice.find_unit("A"), 0) == 2 * whole.respondents(whole.find_unit("A"), 0));
    }
}

TEST_CASE("a block of sheets is counted as its sheets one by one") {
    std::mt19937 random(11);
    tally one(forms::fx1_form());
    tally block = one;
    std::vector<std::uint32_t> units;
    std::vector<std::uint8_t> answers;
    for (const char* each : {"A", "B", "C"}) CHECK(one.unit(each) == block.unit(each));
    for (int sheet = 0; sheet < 500; ++sheet) {
        units.push_back(static_cast<std::uint32_t>(random() % 3));
        for (int at = 0; at < 3; ++at) {
            auto place = static_cast<std::uint8_t>(random() % 13);
            answers.push_back(place < 5 ? place : static_cast<std::uint8_t>(place + 1));
        }
        one.add(units.back(), {std::span(answers).last(3), {}, {}, "", ""});
    }
    block.add_block(units, answers);
    CHECK(block == one);
    answers[answers.size() - 2] = 5;
    CHECK(thrown_by([&] { block.add_block(units, answers); }) == error_code::invalid_answer);
    answers[answers.size() - 2] = 4;
    units.front() = 3;
    CHECK(thrown_by([&] { block.add_block(units, answers); }) == error_code::invalid_answer);
    units.front() = 0;
    CHECK(thrown_by([&] { block.add_block(units, std::span(answers).first(4)); }) == error_code::invalid_answer);
    CHECK(thrown_by([&] { block.add_block(units, std::span(answers).first(3)); }) == error_code::invalid_answer);
    CHECK(block == one);
    CHECK(thrown_by([] { tally(wide_form()).add_block({}, {}); }) == error_code::invalid_answer);
}

TEST_CASE("sums beyond 64 bits are refused and change nothing") {
    constexpr std::uint64_t most = ~std::uint64_t{0};
    tally counts(forms::fx1_form());
    const std::size_t unit = counts.unit("A");
    counts.add_answers(unit, 0, 0, most);
    const tally before = counts;
    CHECK(thrown_by([&] { counts.add_answers(unit, 0, 0, 1); }) == error_code::count_overflow);
    CHECK(thrown_by([&] { counts.merge(before); }) == error_code::count_overflow);
    counts.add_sheets(unit, {most, 0, 0});
    CHECK(thrown_by([&] { counts.add_sheets(unit, {1, 0, 0}); }) == error_code::count_overflow);
    tally other(forms::fx1_form());
    other.add_sheets(other.unit("A"), {1, 0, 0});
    CHECK(thrown_by([&] { counts.merge(other); }) == error_code::count_overflow);
}

TEST_CASE("sheets are not counted beside counts that leave no room, but merged with them") {
    tally counts(forms::fx1_form());
    const std::size_t unit = counts.unit("A");
    const std::array<std::uint8_t, 3> answers{0, 0, 0};
    counts.add_answers(unit, 0, 0, (std::uint64_t{1} << 62) + 1);
    tally sheets(forms::fx1_form());
    sheets.add(sheets.unit("A"), {answers, {}, {}, "", ""});
    CHECK(thrown_by([&] { counts.add(unit, {answers, {}, {}, "", ""}); }) == error_code::count_overflow);
    CHECK(thrown_by([&] { counts.add_block(std::array{std::uint32_t{0}}, answers); }) == error_code::count_overflow);
    tally read = tally::from_contents(counts.form(), counts.options(), counts.contents());
    CHECK(thrown_by([&] { read.add(unit, {answers, {}, {}, "", ""}); }) == error_code::count_overflow);
    tally merged = sheets;
    merged.merge(counts);
    CHECK(merged.counts(0, 0, 0)[0] == (std::uint64_t{1} << 62) + 2);
    CHECK(thrown_by([&] { merged.add(0, {answers, {}, {}, "", ""}); }) == error_code::count_overflow);
    tally sheets_of_others(forms::fx1_form());
    sheets_of_others.add_sheets(sheets_of_others.unit("A"), {(std::uint64_t{1} << 62) + 1, 0, 0});
    CHECK(thrown_by([&] { sheets_of_others.add(0, {answers, {}, {}, "", ""}); }) == error_code::count_overflow);
}

TEST_CASE("a merge that fails changes nothing") {
    tally counts(forms::fx1_form());
    counts.add_answers(counts.unit("B"), 0, 0, ~std::uint64_t{0});
    const tally before = counts;
    tally other(forms::fx1_form());
    other.add_answers(other.unit("A"), 0, 0, 1);  // new, and comes first
    other.add_answers(other.unit("B"), 0, 0, 1);  // does not fit
    CHECK(thrown_by([&] { counts.merge(other); }) == error_code::count_overflow);
    CHECK(counts == before);
    CHECK(counts.find_unit("A") == questionnaire::none);
}

TEST_CASE("rows and scopes that there are not are refused, and codes have a length") {
    tally counts(forms::fx1_form(), {{}, tally_precision::clusters});
    const std::size_t unit = counts.unit("A");
    CHECK(thrown_by([&] { (void)counts.counts(unit, 1, 0); }) == error_code::unknown_option);
    CHECK(thrown_by([&] { (void)counts.respondents(unit, 1); }) == error_code::unknown_option);
    CHECK(thrown_by([&] { (void)counts.persons(unit, 0, 3); }) == error_code::unknown_option);
    const std::string long_code(513, 'x');
    const std::array<std::uint8_t, 3> answers{0, 0, 0};
    CHECK(thrown_by([&] { counts.add(unit, {answers, {}, {}, "", long_code}); }) == error_code::unit_name_too_long);
    CHECK(counts.at(unit).sheets.valid == 0);
}

TEST_CASE("answers to a question may be more than 64 bits count, and are read back") {
    tally counts(forms::fx1_form());
    const std::size_t unit = counts.unit("A");
    counts.add_answers(unit, 0, 0, ~std::uint64_t{0});
    counts.add_answers(unit, 0, 1, 1);
    CHECK(tally::from_contents(counts.form(), counts.options(), counts.contents()) == counts);
}

TEST_CASE("tallies of different questionnaires or options do not add up") {
    questionnaire_description form = forms::fx1_description();
    form.questions[0].satisfied = {"5"};
    tally counts(forms::fx1_form());
    CHECK(thrown_by([&] { counts.merge(tally(questionnaire::create(form).value())); }) ==
          error_code::different_questionnaires);
    CHECK(thrown_by([&] {
              counts.merge(tally(forms::fx1_form(), {{}, tally_precision::clusters}));
          }) == error_code::different_questionnaires);
}

TEST_CASE("more counts than the limit are refused") {
    questionnaire_description form = forms::fx1_description();
    form.questions.clear();
    form.scales = {forms::levels("hl", 191)};
    for (int at = 0; at < 1000; ++at) form.questions.push_back(forms::question("q" + std::to_string(at), "hl", {}));
    tally counts(questionnaire::create(form).value());  // 200,000 counts a unit
    for (int unit = 0; unit < 249; ++unit) (void)counts.unit("u" + std::to_string(unit));
    CHECK(thrown_by([&] { (void)counts.unit("one more"); }) == error_code::survey_too_large);
    CHECK(counts.units().size() == 249);
}

TEST_CASE("counts that contradict each other are no tally") {
    std::mt19937 random(5);
    tally whole(wide_form(), {{"gender"}, tally_precision::respondents});
    for (int count = 0; count < 20; ++count) {
        const sheet_data sheet = random_sheet(random);
        whole.add(whole.unit("A"),
                  {sheet.answers, sheet.mentions, std::span(sheet.categories).first(1), sheet.stratum, ""});
    }
    const std::vector<unit_counts> right = whole.contents();
    const auto made = [&](const std::vector<unit_counts>& contents) {
        return thrown_by([&] { (void)tally::from_contents(whole.form(), whole.options(), contents); });
    };
    CHECK(made(right) == error_code::none);
    // No single count can be another.
    for (std::size_t at = 0; at < right[0].rows.size(); ++at) {
        std::vector<unit_counts> wrong = right;
        wrong[0].rows[at] += 1;
        CHECK_MESSAGE(made(wrong) == error_code::invalid_tally, at);
    }
    const auto with = [&](auto change) {
        std::vector<unit_counts> wrong = right;
        change(wrong[0]);
        return made(wrong);
    };
    CHECK(with([](auto& unit) { unit.sheets.valid += 1; }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.rows.push_back(0); }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.has_aggregates = true; }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.strata.begin()->second.sums[0] += 1; }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.strata.begin()->second.products[0] += 1; }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.strata.begin()->second.respondents += 1; }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.strata.begin()->second.products.pop_back(); }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.strata.clear(); }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.clusters[{}] = {}; }) == error_code::invalid_tally);
    CHECK(with([](auto& unit) { unit.unit.clear(); }) == error_code::invalid_answer);
    CHECK(made({right[0], right[0]}) == error_code::invalid_tally);
}
