// From files to indices: a criteria set of 100 leaves and the marks of many units in one file. Prints what each step
// costs, for 200 units and for ten times as many, so that growth beyond the proportional would show.
#include "io/json_document.hpp"
#include "parindex/index/par_index.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#if defined(__unix__)
#include <sys/resource.h>
#endif

using namespace parindex;

namespace {

constexpr int fields = 10;
constexpr int leaves = 10;  // of a field
constexpr const char* decision_text = R"({"number":"1/QĐ-UBND","issuer":"UBND tỉnh","date":"2025-01-02"})";

std::string code_of(int field, int leaf) {
    return std::to_string(field) + '.' + std::to_string(leaf);
}

std::string criteria_text() {
    std::string out = std::string(R"({"format":"parindex.criteria/1","decision":)") + decision_text +
                      R"(,"name":"Bộ tiêu chí","maximum":"100","parts":[{"code":"a","name":"Thẩm định",)"
                      R"("scored_by":["unit","appraiser"]}],"fields":[)";
    for (int field = 1; field <= fields; ++field) {
        out +=
            (field == 1 ? "" : ",") + (R"({"code":")" + std::to_string(field)) + R"(","name":"Lĩnh vực","children":[)";
        for (int leaf = 1; leaf <= leaves; ++leaf) {
            out += (leaf == 1 ? "" : ",") + (R"({"code":")" + code_of(field, leaf)) +
                   R"(","name":"Tiêu chí","part":"a","maximum":"1"})";
        }
        out += "]}";
    }
    return out + "]}";
}

/// The file of `units` units, each with a mark for every leaf, no two units alike.
std::string marks_text(int units) {
    std::string out =
        std::string(R"({"format":"parindex.assessments/1","set":)") + decision_text + R"(,"year":2025,"units":[)";
    for (int unit = 0; unit < units; ++unit) {
        const std::string code = "DV" + std::to_string(unit);
        out += (unit == 0 ? "" : ",") + (R"({"unit":{"code":")" + code) + R"(","name":"Đơn vị )" + code +
               R"("},"rounds":[{"round":"appraisal","marks":[)";
        for (int field = 1; field <= fields; ++field) {
            for (int leaf = 1; leaf <= leaves; ++leaf) {
                const int hundredths = 10 + (unit * 7 + field * 13 + leaf * 29) % 90;
                out += (field == 1 && leaf == 1 ? "" : ",") + (R"({"criterion":")" + code_of(field, leaf)) +
                       R"(","score":"0.)" + std::to_string(hundredths) + R"("})";
            }
        }
        out += "]}]}";
    }
    return out + "]}";
}

/// Largest amount of memory that the process has held, in KiB; 0 where the system does not say.
long peak_kibibytes() {
#if defined(__unix__)
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
#else
    return 0;
#endif
}

/// Ends the program: figures of work that failed mean nothing.
void require(bool held, const char* what) {
    if (held) return;
    std::fprintf(stderr, "model_benchmark: %s\n", what);
    std::exit(1);
}

/// Of the processor, not of the clock on the wall: the program has one thread, and machines are shared.
double milliseconds_since(std::clock_t start) {
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

enum step { parse_json, read_criteria, read_marks, evaluate_units, index_units, steps };

/// Milliseconds of each step. JSON is parsed once more on its own, since the reader contains it.
std::array<double, steps> run(const std::string& set_text, const std::string& text, int units) {
    std::array<double, steps> out{};
    std::clock_t start = std::clock();
    const auto lap = [&](step which) {
        out[which] = milliseconds_since(start);
        start = std::clock();
    };
    require(json::document::parse(text, "marks").has_value(), "the marks are no JSON");
    lap(parse_json);
    const result<criteria_set> set = read_criteria_set(set_text, "criteria");
    require(set.has_value(), "the criteria set is refused");
    lap(read_criteria);
    const result<std::vector<unit_reading>> read = read_assessments(text, "marks", &*set);
    require(read.has_value() && read->size() == static_cast<std::size_t>(units), "the marks are refused");
    lap(read_marks);
    std::vector<evaluation> scored;
    scored.reserve(read->size());
    for (const unit_reading& each : *read) {
        require(each.marks.has_value(), "the marks of a unit are refused");
        scored.push_back(evaluate(*set, *each.marks).value());
    }
    lap(evaluate_units);
    ratio sum;
    for (const evaluation& each : scored) sum += compute_par_index(each).total.score;
    require(sum.sign() > 0, "nobody has a point");
    lap(index_units);
    return out;
}

double print_row(int units) {
    constexpr int repetitions = 5;
    const std::string set_text = criteria_text();
    const std::string text = marks_text(units);
    const long before = peak_kibibytes();
    std::array<std::vector<double>, steps> all;
    for (int repetition = 0; repetition < repetitions; ++repetition) {
        const std::array<double, steps> once = run(set_text, text, units);
        for (std::size_t which = 0; which < steps; ++which) all[which].push_back(once[which]);
    }
    std::array<double, steps> median{};
    for (std::size_t which = 0; which < steps; ++which) {
        std::sort(all[which].begin(), all[which].end());
        median[which] = all[which][repetitions / 2];
    }
    const double total = median[read_criteria] + median[read_marks] + median[evaluate_units] + median[index_units];
    std::printf("%6d %8.1f %9.2f %11.1f %9.1f %6.1f %9.1f %8.1f %6.0f %% %12.1f\n", units,
                static_cast<double>(text.size()) / 1048576.0, median[read_criteria], median[read_marks],
                median[evaluate_units], median[index_units], total, 1000.0 * total / units,
                100.0 * median[parse_json] / total, static_cast<double>(peak_kibibytes() - before) / units);
    return total;
}

}  // namespace

int main() {
    std::printf(
        "%d leaves; milliseconds of the processor, medians of 5; JSON: its parsing alone, contained in \"read "
        "marks\"\n",
        fields * leaves);
    std::printf("%6s %8s %9s %11s %9s %6s %9s %8s %8s %12s\n", "units", "MiB", "criteria", "read marks", "evaluate",
                "index", "total", "us/unit", "JSON", "peak KiB/unit");
    const double small = print_row(200);
    const double large = print_row(2000);
    std::printf("ten times as many units take %.1f times as long\n", large / small);
    return 0;
}
