// Files of answers for the tests of their reader, and readings in which every way to read them says the same.
#pragma once

#include "../findings.hpp"
#include "../survey/forms.hpp"
#include "parindex/io/answers_csv.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex_test {

using namespace parindex;

/// c1 to c3 of five levels with the dictionary, c3 only after c1 = 4 or 5; "channels" of several marks; groups.
inline questionnaire_description form_description() {
    questionnaire_description form = forms::fx1_description();
    form.scales[0].words = label_dictionary::satisfaction;
    form.questions[2].asked_if = {{"c1", {"4", "5"}}};
    form.scales.push_back(forms::choices("ch", {"web", "phone", "desk"}));
    form.questions.push_back(forms::question("channels", "ch", {}));
    form.questions.back().multiple = true;
    form.groups = {{"gender", "", {{"m", "Nam", {}, {}, {}}, {"f", "Nữ", {"Bà"}, {}, {}}}, {}},
                   {"age", "", {{"young", "", {}, {}, decimal(30)}, {"old", "", {}, decimal(30), decimal(99)}}, {}}};
    form.missing_words = {{answer_state::dont_know, {"KB", "99"}}};
    return form;
}

inline questionnaire full_form() {
    return questionnaire::create(form_description()).value();
}

inline answer_columns wide_columns() {
    answer_columns out;
    out.unit = "Đơn vị";
    out.groups = {{"gender", "Giới tính"}, {"age", "Tuổi"}};
    return out;
}

inline answer_columns fx1_columns() {
    answer_columns out;
    out.unit = "unit";
    return out;
}

/// A row for each answer, with groups as the tally has them.
inline answer_columns long_columns(std::vector<std::pair<std::string, std::string>> groups = {}) {
    answer_columns out = fx1_columns();
    out.layout = answers_layout::long_rows;
    out.respondent = "who";
    out.question = "q";
    out.answer = "a";
    out.groups = std::move(groups);
    return out;
}

inline const tally_options by_groups{{"gender", "age"}, tally_precision::none};

/// The counts of a unit that are not 0: "c1: 4 x2 blank x1; c2: ...".
inline std::string text_of(const tally& counts, const std::string& unit) {
    const std::size_t at = counts.find_unit(unit);
    if (at == questionnaire::none) return "no such unit";
    std::string out;
    const questionnaire& form = counts.form();
    for (std::size_t question = 0; question < form.questions().size(); ++question) {
        out += (out.empty() ? "" : "; ") + form.texts()[question].code + ":";
        const auto places = counts.counts(at, 0, question);
        for (std::size_t place = 0; place < places.size(); ++place) {
            if (places[place] == 0) continue;
            const std::size_t options = form.questions()[question].options;
            out += ' ';
            out += place < options ? form.scale_of(question).options[place].code
                                   : to_string(static_cast<answer_state>(place - options));
            if (places[place] != 1) out += "*" + std::to_string(places[place]);
        }
    }
    return out;
}

/// What a text says, read whole and by one byte, the fast way and the other: always the same.
inline result<answer_reading> read(const std::string& text, const questionnaire& form, const answer_columns& columns,
                                   const tally_options& counted = {}, answers_options options = {}) {
    const auto findings = [](const result<answer_reading>& of) {
        std::string out;
        for (const diagnostic& each : of ? of->notes : of.error()) out += to_string(each) + '\n';
        return out;
    };
    options.fast = false;
    const result<answer_reading> out = read_answers_csv(text, form, columns, counted, options, "a.csv");
    for (const bool fast : {false, true}) {
        options.fast = fast;
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, text.size() + 1}) {
            answers_reader reader(form, columns, counted, options, "a.csv");
            for (std::size_t at = 0; at < text.size(); at += piece)
                reader.feed(std::string_view(text).substr(at, piece));
            const result<answer_reading> again = reader.finish();
            REQUIRE(again.has_value() == out.has_value());
            CHECK(findings(again) == findings(out));
            if (!out) continue;
            CHECK(again->valid == out->valid);
            CHECK(again->flagged == out->flagged);
            CHECK(again->flags == out->flags);
            CHECK(again->rows == out->rows);
        }
    }
    return out;
}

inline answer_reading sound(const std::string& text, const questionnaire& form, const answer_columns& columns,
                            const tally_options& counted = {}, const answers_options& options = {}) {
    const result<answer_reading> out = read(text, form, columns, counted, options);
    if (!out) {
        for (const diagnostic& each : out.error()) MESSAGE(to_string(each));
    }
    REQUIRE(out.has_value());
    return *out;
}

using texts = std::vector<std::string>;

/// Each finding as "code line:column".
inline texts errors(const std::string& text, const questionnaire& form, const answer_columns& columns,
                    const tally_options& counted = {}, const answers_options& options = {}) {
    const result<answer_reading> out = read(text, form, columns, counted, options);
    texts told;
    if (out) return told;
    for (const diagnostic& each : out.error()) {
        told.push_back(std::string(to_string(each.code)) + ' ' + std::to_string(each.where.line) + ':' +
                       std::to_string(each.where.column));
    }
    return told;
}

}  // namespace parindex_test

namespace doctest {
template <>
struct StringMaker<parindex_test::texts> {
    static String convert(const parindex_test::texts& all) {
        std::string out;
        for (const std::string& each : all) out += '"' + each + "\", ";
        return out.c_str();
    }
};
}  // namespace doctest
