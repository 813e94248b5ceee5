// What the example of every language must print, made through the C++ library: expected DATA_FOLDER.
#include "parindex/assessment/explanation.hpp"
#include "parindex/parindex.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace {

using namespace parindex;

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string written(const ratio& points) {
    const auto decimal = points.exact_decimal();
    return decimal ? to_shortest_string(*decimal) : points.to_string();
}

void print_fields(const evaluation& scored) {
    std::cout << "fields:\n";
    for (const std::size_t field : scored.set().fields()) {
        const criteria_set::node& node = scored.set().at(field);
        std::cout << "  " << node.code << ' ' << node.name << ": " << written(scored.at(field).score) << " of "
                  << written(scored.at(field).maximum) << '\n';
    }
}

void print_deductions(const evaluation& scored, const assessment& marks) {
    auto deductions = scored.deductions();
    std::stable_sort(deductions.begin(), deductions.end(),
                     [](const ledger_entry& left, const ledger_entry& right) { return left.amount > right.amount; });
    deductions.resize(std::min<std::size_t>(deductions.size(), 3));
    std::cout << "largest deductions:\n";
    for (const ledger_entry& each : deductions) {
        std::cout << "  " << scored.set().at(each.node).code << " -" << written(each.amount) << ": "
                  << explain_points(scored, marks, {}, each.node, explanation_language::vietnamese) << '\n';
    }
}

void print_error(const criteria_set& set, std::string marks) {
    const std::string right = R"("score": "3.61")";
    const std::size_t at = marks.find(right);
    if (at == std::string::npos) throw std::runtime_error("the assessment has no score of 3.61");
    marks.replace(at, right.size(), R"("score": "36.1")");
    const auto refused = read_assessment(marks, "assessment.json", &set);
    if (refused) throw std::runtime_error("a score above the maximum was accepted");
    std::cout << "error:\n";
    for (const diagnostic& each : refused.error()) {
        std::cout << "  " << static_cast<int>(each.code) << ' ' << to_string(each.code) << ' ' << each.where.line << ':'
                  << each.where.column << ' ' << each.where.pointer << " [" << each.criterion << "]: " << each.message
                  << '\n';
    }
}

void print_report(const std::string& folder) {
    const auto set = read_criteria_set(content_of(folder + "/criteria.json"), "criteria.json").value();
    const std::string text = content_of(folder + "/assessment.json");
    const auto marks = read_assessment(text, "assessment.json", &set).value();
    const auto scored = evaluate(set, marks).value();
    std::cout << scored.unit().name << ", " << scored.year() << "\ntotal " << written(scored.total().score) << " of "
              << written(scored.total().maximum) << '\n';
    print_fields(scored);
    print_deductions(scored, marks);
    print_error(set, text);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: expected DATA_FOLDER\n";
        return 2;
    }
    try {
        print_report(argv[1]);
        return 0;
    } catch (const std::exception& problem) {
        std::cerr << "error: " << problem.what() << '\n';
        return 1;
    }
}
