// From facts to scores: units with 96 leaves, half of them in proportion with a cliff and half in steps, each of b/a.
// The same facts go through evaluate(), through the rules alone, and through a plain loop of double that somebody wrote
// for exactly these rules. Prints nanoseconds a leaf as JSON for table.py.
//   rules_benchmark [UNITS]
#include "operands.hpp"

#include "parindex/assessment/evaluation.hpp"
#include "parindex/io/criteria_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

using namespace parindex;

namespace {

constexpr std::size_t fields = 8;
constexpr std::size_t leaves_of_field = 12;
constexpr std::size_t leaves = fields * leaves_of_field;
constexpr std::size_t chunk = 250;          // units in memory at a time, however many there are
constexpr std::size_t compared_units = 20;  // that the peer in Python scores too

/// Ends the program: figures of work that failed mean nothing.
void require(bool held, const char* what) {
    if (held) return;
    std::fprintf(stderr, "rules_benchmark: %s\n", what);
    std::exit(1);
}

std::string code_of(std::size_t leaf) {
    return std::to_string(leaf / leaves_of_field + 1) + '.' + std::to_string(leaf % leaves_of_field + 1);
}

std::string criteria_text() {
    const std::string facts = R"("facts":[{"name":"a"},{"name":"b"}],"zero_denominator":"full","of":"b/a",)";
    const std::string linear =
        facts + R"("kind":"linear","share":"clamp","points":"100%","fails":{"below":"80%","points":0}})";
    const std::string steps =
        facts + R"("kind":"steps","share":"clamp","steps":[{"from":"100%","points":1},)"
                R"({"from":"90%","below":"100%","points":0.75},{"from":"70%","below":"90%","points":0.5},)"
                R"({"below":"70%","points":0}]})";
    std::string out = R"({"format":"parindex.criteria/1","decision":{"number":"1/QĐ-UBND","issuer":"UBND tỉnh",)"
                      R"("date":"2025-01-02"},"name":"Bộ tiêu chí","parts":[{"code":"a","name":"Thẩm định",)"
                      R"("scored_by":["unit","appraiser"]}],"fields":[)";
    for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
        if (leaf % leaves_of_field == 0) {
            out += (leaf == 0 ? "" : "]},") + (R"({"code":")" + std::to_string(leaf / leaves_of_field + 1)) +
                   R"(","name":"Lĩnh vực","children":[)";
        } else {
            out += ',';
        }
        out += R"({"code":")" + code_of(leaf) + R"(","name":"Tiêu chí","part":"a","maximum":1,"rule":{)" +
               (leaf % 2 == 0 ? linear : steps) + '}';
    }
    return out + "]}]}";
}

/// What a unit was given to do, and what of it is done.
struct counted {
    int given = 0;
    int done = 0;
};

/// By unit and leaf. Up to 200 tasks of which half to all are done, and now and then more.
std::vector<counted> counts_of(std::size_t units, operands::sequence& random) {
    std::vector<counted> out(units * leaves);
    for (counted& each : out) {
        each.given = 1 + random.below(200);
        each.done = each.given * (50 + random.below(56)) / 100;
    }
    return out;
}

std::vector<assessment> marks_of(const std::vector<counted>& counts, const criteria_set& set) {
    std::vector<assessment> out(counts.size() / leaves);
    for (std::size_t unit = 0; unit < out.size(); ++unit) {
        out[unit].set = set.key();
        out[unit].unit = {"U", "Đơn vị", {}, {}};
        out[unit].year = 2025;
        for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
            const counted& each = counts[unit * leaves + leaf];
            mark& given = out[unit].marks.emplace_back();
            given.criterion = code_of(leaf);
            given.facts = {{"a", decimal(each.given)}, {"b", decimal(each.done)}};
        }
    }
    return out;
}

/// The rules of the set as somebody would write them without a library.
double points_in_double(const counted& each, bool linear) {
    const double share = std::min(static_cast<double>(each.done) / static_cast<double>(each.given), 1.0);
    if (linear) return share < 0.8 ? 0.0 : share;
    return share >= 1.0 ? 1.0 : share >= 0.9 ? 0.75 : share >= 0.7 ? 0.5 : 0.0;
}

double nearest_double(const ratio& value) {
    return static_cast<double>(value.to_decimal(12).value.coefficient()) / 1e12;
}

/// Of the processor, not of the clock on the wall: machines are shared.
class stopwatch {
public:
    template <class Work>
    void time(const Work& work) {
        const std::clock_t start = std::clock();
        work();
        ticks_ += std::clock() - start;
    }
    [[nodiscard]] double nanoseconds_each(std::size_t units) const {
        return 1e9 * static_cast<double>(ticks_) / CLOCKS_PER_SEC / static_cast<double>(units * leaves);
    }

private:
    std::clock_t ticks_ = 0;
};

class contest {
public:
    explicit contest(const criteria_set& set) : set_(set) {}

    void score(std::size_t units) {
        operands::sequence random(11);
        for (std::size_t first = 0; first < units; first += chunk) {
            const std::vector<counted> counts = counts_of(std::min(chunk, units - first), random);
            const std::vector<assessment> marks = marks_of(counts, set_);
            std::vector<ratio> exact(marks.size());
            std::vector<double> binary(marks.size());
            evaluate_.time([&] { evaluate_all(marks, exact); });
            rules_.time([&] { apply_rules(marks); });
            double_.time([&] { score_in_double(counts, binary); });
            for (std::size_t unit = 0; unit < marks.size(); ++unit) {
                require(std::abs(nearest_double(exact[unit]) - binary[unit]) < 1e-9, "two ways give two scores");
                if (first + unit < compared_units) compared_ += exact[unit];
            }
        }
        std::printf(
            "{\"score a leaf/parindex::evaluate\": %.2f, \"score a leaf/parindex::points_of\": %.2f,\n"
            " \"score a leaf/double by hand (inexact)\": %.3f,\n"
            " \"score of %zu units\": %.9f}\n",
            evaluate_.nanoseconds_each(units), rules_.nanoseconds_each(units), double_.nanoseconds_each(units),
            compared_units, nearest_double(compared_));
    }

private:
    /// The whole way: marks checked, every node with its range, every lost point in the ledger.
    void evaluate_all(const std::vector<assessment>& marks, std::vector<ratio>& out) const {
        for (std::size_t unit = 0; unit < marks.size(); ++unit) {
            const result<evaluation> scored = evaluate(set_, marks[unit]);
            require(scored.has_value(), "the marks are refused");
            out[unit] = scored->total().score;
        }
    }

    /// The points of the leaves, and nothing else.
    void apply_rules(const std::vector<assessment>& marks) const {
        for (const assessment& unit : marks) {
            for (const mark& each : unit.marks) {
                const rule_result found = points_of(each, set_.at(set_.find(each.criterion)));
                require(found.state == rule_state::scored, "the facts are refused");
            }
        }
    }

    static void score_in_double(const std::vector<counted>& counts, std::vector<double>& out) {
        for (std::size_t unit = 0; unit < out.size(); ++unit) {
            for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
                out[unit] += points_in_double(counts[unit * leaves + leaf], leaf % 2 == 0);
            }
        }
    }

    const criteria_set& set_;
    stopwatch evaluate_;
    stopwatch rules_;
    stopwatch double_;
    ratio compared_;
};

}  // namespace

int main(int argc, char** argv) {
    constexpr std::size_t by_default = 20'000;
    const std::size_t units = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : by_default;
    if (units < compared_units) {
        std::fprintf(stderr, "usage: rules_benchmark [UNITS], at least %zu\n", compared_units);
        return 2;
    }
    const result<criteria_set> set = read_criteria_set(criteria_text(), "criteria");
    require(set.has_value(), "the criteria set is refused");
    contest(*set).score(units);
    return 0;
}
