// What the readers say about documents: form_reader FORMAT reads one JSON document a line, and prints for each its
// findings, a line each (code, JSON Pointer and message, with tabs between), and then a line with a dot.
#include "parindex/io/answer_columns_file.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/context_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/organization_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/io/questionnaire_file.hpp"
#include "parindex/io/request_file.hpp"
#include "parindex/io/survey_facts_file.hpp"
#include "parindex/io/tally_file.hpp"
#include "parindex/support/visible_text.hpp"

#include <functional>
#include <iostream>
#include <map>
#include <string>

using namespace parindex;

namespace {

using reader = std::function<diagnostics(const std::string&)>;

template <class T>
diagnostics findings_of(const result<T>& read) {
    return read ? diagnostics() : read.error();
}

/// Of a file of several units also what is wrong with each of them.
diagnostics read_units(const std::string& text) {
    const result<std::vector<unit_reading>> read = read_assessments(text, "f");
    diagnostics out = findings_of(read);
    if (!read) return out;
    for (const unit_reading& each : *read) {
        const diagnostics own = findings_of(each.marks);
        out.insert(out.end(), own.begin(), own.end());
    }
    return out;
}

const std::map<std::string, reader>& readers() {
    static const std::map<std::string, reader> known = {
        {"criteria-1", [](const std::string& text) { return findings_of(read_criteria_set(text, "f")); }},
        {"assessment-1", [](const std::string& text) { return findings_of(read_assessment(text, "f")); }},
        {"assessments-1", read_units},
        {"context-1", [](const std::string& text) { return findings_of(read_context(text, "f")); }},
        {"plan-1", [](const std::string& text) { return findings_of(read_plan(text, "f")); }},
        {"organization-1", [](const std::string& text) { return findings_of(read_organization(text, "f")); }},
        {"request-1", [](const std::string& text) { return findings_of(read_request(text, "f")); }},
        {"questionnaire-1", [](const std::string& text) { return findings_of(read_questionnaire(text, "f")); }},
        {"tally-1", [](const std::string& text) { return findings_of(read_tally(text, "f")); }},
        {"answer_columns-1", [](const std::string& text) { return findings_of(read_answer_columns(text, "f")); }},
        {"survey_facts-1", [](const std::string& text) { return findings_of(read_survey_facts(text, "f")); }}};
    return known;
}

}  // namespace

int main(int argc, char** argv) {
    const auto read = argc == 2 ? readers().find(argv[1]) : readers().end();
    if (read == readers().end()) {
        std::cerr << "usage: form_reader FORMAT\n";
        return 2;
    }
    for (std::string line; std::getline(std::cin, line);) {
        for (const diagnostic& each : read->second(line)) {
            std::cout << static_cast<int>(each.code) << '\t' << visible_text(each.where.pointer) << '\t'
                      << visible_text(each.message) << '\n';
        }
        std::cout << ".\n";
    }
    return 0;
}
