// Runs every case of the General Decimal Arithmetic test suite that parindex has an operation for.
//   dectest_runner FOLDER [LEAST_CASES]
#include "dectest_arithmetic.hpp"
#include "parindex/support/error.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <iomanip>
#include <iostream>
#include <map>

namespace {

struct tally {
    int run = 0;
    int on_decimal = 0;
    int left_out = 0;
};

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 2) throw std::runtime_error("usage: dectest_runner FOLDER [LEAST_CASES]");
    int least = 1;
    if (argc > 2) std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), least);

    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
        if (entry.path().extension() == ".decTest") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());

    std::map<std::string, tally> by_operation;
    std::map<std::string, int> by_reason;
    tally total;
    int wrong = 0;
    for (const std::filesystem::path& file : files) {
        for (const dectest::test_case& one : dectest::read_file(file)) {
            tally& counts = by_operation[one.operation];
            try {
                const dectest::verdict found = dectest::run(one);
                ++counts.run;
                ++total.run;
                counts.on_decimal += found.as_decimal ? 1 : 0;
                total.on_decimal += found.as_decimal ? 1 : 0;
                if (found.right) continue;
                ++wrong;
                std::cout << "WRONG " << one.id << ' ' << one.operation;
                for (const std::string& operand : one.operands) std::cout << ' ' << operand;
                std::cout << " -> " << one.expected << ", but: " << found.found << '\n';
            } catch (const dectest::left_out& why) {
                ++counts.left_out;
                ++total.left_out;
                ++by_reason[why.reason];
            } catch (const parindex::error& problem) {
                ++wrong;
                std::cout << "WRONG " << one.id << ' ' << one.operation << ": threw " << problem.what() << '\n';
            }
        }
    }
    std::cout << "by operation:            run   of these also on decimal   left out\n";
    for (const auto& [operation, counts] : by_operation) {
        if (counts.run == 0) continue;
        std::cout << "  " << std::left << std::setw(18) << operation << std::right << std::setw(8) << counts.run
                  << std::setw(29) << counts.on_decimal << std::setw(11) << counts.left_out << '\n';
    }
    std::cout << "left out, by reason:\n";
    for (const auto& [reason, count] : by_reason) std::cout << std::setw(8) << count << "  " << reason << '\n';
    std::cout << "decTest: " << total.run << " cases run, " << total.left_out << " left out, " << wrong << " wrong ("
              << files.size() << " files, " << total.on_decimal << " cases also on decimal)\n";
    if (total.run < least) std::cout << "decTest: at least " << least << " cases must run\n";
    return wrong == 0 && total.run >= least ? 0 : 1;
} catch (const std::exception& problem) {
    std::cout << "decTest: " << problem.what() << '\n';
    return 2;
}
