// Small questionnaires, and FX1: two units whose every index is known exactly.
#pragma once

#include "parindex/survey/tally.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace forms {

using namespace parindex;

/// "1" .. "highest", level k for code k.
inline answer_scale levels(std::string code, int highest) {
    answer_scale out;
    out.code = std::move(code);
    for (int level = 1; level <= highest; ++level) {
        answer_option option;
        option.code = std::to_string(level);
        option.level = level;
        out.options.push_back(std::move(option));
    }
    return out;
}

/// Options without an order.
inline answer_scale choices(std::string code, std::initializer_list<const char*> codes) {
    answer_scale out;
    out.code = std::move(code);
    for (const char* const each : codes) {
        out.options.emplace_back();
        out.options.back().code = each;
    }
    return out;
}

inline survey_question question(std::string code, std::string scale, std::vector<std::string> satisfied,
                                std::string factor = "") {
    survey_question out;
    out.code = std::move(code);
    out.scale = std::move(scale);
    out.satisfied = std::move(satisfied);
    out.factor = std::move(factor);
    return out;
}

/// Five levels, factor f1 of c1 and c2, factor f2 of c3; 4 and 5 are satisfied.
inline questionnaire_description fx1_description() {
    questionnaire_description out;
    out.code = "FX1";
    out.method = "test";
    out.scales = {levels("hl", 5)};
    out.factors = {{"f1", "", "", {}}, {"f2", "", "", {}}};
    for (const auto& [code, factor] : {std::pair("c1", "f1"), std::pair("c2", "f1"), std::pair("c3", "f2")}) {
        out.questions.push_back(question(code, "hl", {"4", "5"}, factor));
    }
    return out;
}

inline questionnaire fx1_form() {
    return questionnaire::create(fx1_description()).value();
}

/// Counts of levels 1 to 5 and of blanks, for each question in order.
inline void add_counts(tally& into, const std::string& unit, std::initializer_list<std::vector<std::uint64_t>> counts) {
    const std::size_t at = into.unit(unit);
    std::size_t asked = 0;
    for (const std::vector<std::uint64_t>& each : counts) {
        for (std::size_t option = 0; option < 5; ++option) into.add_answers(at, asked, option, each[option]);
        into.add_answers(at, asked, into.form().questions()[asked].place_of(answer_state::blank), each[5]);
        ++asked;
    }
}

/// FX1: unit A of 10 sheets, unit B of 4.
inline tally fx1(questionnaire form = fx1_form()) {
    tally out(std::move(form));
    out.add_sheets(out.unit("A"), {0, 10, 10});
    add_counts(out, "A", {{0, 1, 1, 5, 3, 0}, {1, 0, 2, 3, 3, 1}, {0, 0, 0, 3, 4, 3}});
    out.add_sheets(out.unit("B"), {0, 4, 4});
    add_counts(out, "B", {{0, 0, 1, 2, 1, 0}, {0, 1, 0, 2, 1, 0}, {0, 0, 1, 1, 1, 1}});
    return out;
}

}  // namespace forms
