// Reads vectors (see generate_vectors.py) from standard input, computes each again and compares.
//   vector_runner EXPECTED_COUNT
#include "parindex/numeric/allocation.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/ratio_text.hpp"
#include "parindex/numeric/sum.hpp"

#include <charconv>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace parindex;

namespace {

using words = std::vector<std::string>;

decimal decimal_of(const std::string& text) {
    const parsed_decimal parsed = parse_decimal(text);
    if (!parsed.ok()) throw std::runtime_error("not a decimal: " + text);
    return parsed.value;
}

ratio ratio_of(const std::string& text) {
    const parsed_ratio parsed = parse_ratio(text);
    if (!parsed.ok()) throw std::runtime_error("not a ratio: " + text);
    return parsed.value;
}

int whole_of(const std::string& text) {
    int out = 0;
    const auto end = text.data() + text.size();
    if (std::from_chars(text.data(), end, out).ptr != end) throw std::runtime_error("not a whole number: " + text);
    return out;
}

rounding_mode mode_of(const std::string& name) {
    static const std::map<std::string, rounding_mode> modes{{"half_up", rounding_mode::half_up},
                                                            {"half_even", rounding_mode::half_even},
                                                            {"half_down", rounding_mode::half_down},
                                                            {"down", rounding_mode::down},
                                                            {"up", rounding_mode::up},
                                                            {"floor", rounding_mode::floor},
                                                            {"ceiling", rounding_mode::ceiling}};
    return modes.at(name);
}

std::string shown(const rounded<decimal>& out) {
    return to_string(out.value) + (out.exact ? " exact" : " inexact");
}

std::string computed(const std::string& operation, const words& operands) {
    const auto a = [&] { return decimal_of(operands.at(0)); };
    const auto b = [&] { return decimal_of(operands.at(1)); };
    const auto x = [&] { return ratio_of(operands.at(0)); };
    const auto y = [&] { return ratio_of(operands.at(1)); };
    if (operation == "add") return to_string(a() + b());
    if (operation == "subtract") return to_string(a() - b());
    if (operation == "multiply") return to_string(a() * b());
    if (operation == "round") return shown(round_to(a(), whole_of(operands.at(1)), mode_of(operands.at(2))));
    if (operation == "divide") return shown(divide(a(), b(), whole_of(operands.at(2)), mode_of(operands.at(3))));
    if (operation == "compare") return std::to_string((a() > b()) - (a() < b()));
    if (operation == "ratio_add") return (x() + y()).to_string();
    if (operation == "ratio_subtract") return (x() - y()).to_string();
    if (operation == "ratio_multiply") return (x() * y()).to_string();
    if (operation == "ratio_divide") return (x() / y()).to_string();
    if (operation == "ratio_round") {
        const auto out = round_to(x(), whole_of(operands.at(1)), mode_of(operands.at(2)));
        return out.value.to_string() + (out.exact ? " exact" : " inexact");
    }
    if (operation == "sum") {
        std::vector<decimal> column;
        for (const std::string& operand : operands) column.push_back(decimal_of(operand));
        return to_string(sum(column));
    }
    if (operation == "allocate") {
        std::vector<ratio> weights;
        for (std::size_t at = 2; at < operands.size(); ++at) weights.push_back(ratio_of(operands[at]));
        std::string out;
        for (const decimal share : allocate(a(), weights, whole_of(operands.at(1)))) {
            if (!out.empty()) out += ' ';
            out += to_string(share);
        }
        return out;
    }
    throw std::runtime_error("unknown operation " + operation);
}

std::string outcome(const std::string& operation, const words& operands) try {
    return computed(operation, operands);
} catch (const error& problem) {
    if (problem.code() == error_code::overflow) return "!overflow";
    if (problem.code() == error_code::division_by_zero) return "!division_by_zero";
    throw;
}

}  // namespace

int main(int argc, char** argv) try {
    std::map<std::string, int> cases;
    int total = 0;
    int wrong = 0;
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t equals = line.find(" = ");
        if (equals == std::string::npos) throw std::runtime_error("not a vector: " + line);
        const std::string expected = line.substr(equals + 3);
        std::istringstream left(line.substr(0, equals));
        std::string operation;
        left >> operation;
        words operands;
        for (std::string word; left >> word;) operands.push_back(word);
        const std::string got = outcome(operation, operands);
        ++total;
        ++cases[operation];
        if (got == expected) continue;
        std::cout << line << ", but gave " << got << '\n';
        if (++wrong == 20) break;
    }
    for (const auto& [operation, count] : cases) std::cout << "  " << operation << ": " << count << '\n';
    std::cout << "vectors: " << total << " computed, " << wrong << " wrong\n";
    const int expected_total = argc > 1 ? whole_of(argv[1]) : 1;
    if (total != expected_total) std::cout << "vectors: " << expected_total << " were announced\n";
    return wrong == 0 && total == expected_total ? 0 : 1;
} catch (const std::exception& problem) {
    std::cout << "vectors: " << problem.what() << '\n';
    return 2;
}
