// Tabulating answers: 63 units, 30 questions of five levels, in one thread.
//   survey_benchmark write FILE ROWS    writes a CSV file with a sheet in each row, the same on every machine
//   survey_benchmark memory SHEETS      counts sheets that are in memory; prints JSON
//   survey_benchmark csv FILE           counts the sheets of such a file; prints JSON with the counts' digest
#include "../unit/survey/forms.hpp"
#include "parindex/io/answers_csv.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

using namespace parindex;

namespace {

constexpr std::size_t units = 63;
constexpr std::size_t questions = 30;
constexpr std::size_t factors = 5;

void require(bool held, const char* what) {
    if (held) return;
    std::fprintf(stderr, "survey_benchmark: %s\n", what);
    std::exit(1);
}

questionnaire form() {
    questionnaire_description out;
    out.code = "benchmark";
    out.scales = {forms::levels("levels", 5)};
    for (std::size_t factor = 0; factor < factors; ++factor) {
        out.factors.push_back({"f" + std::to_string(factor), "", "", {}});
    }
    for (std::size_t at = 0; at < questions; ++at) {
        out.questions.push_back(forms::question("q" + std::to_string(at + 1), "levels", {"4", "5"},
                                                "f" + std::to_string(at * factors / questions)));
    }
    return questionnaire::create(out).value();
}

std::string unit_code(std::size_t unit) {
    return "T" + std::to_string(10 + unit);
}

/// SplitMix64: the same numbers everywhere.
class numbers {
public:
    std::uint64_t next() noexcept {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t out = state_;
        out = (out ^ out >> 30) * 0xBF58476D1CE4E5B9U;
        out = (out ^ out >> 27) * 0x94D049BB133111EBU;
        return out ^ out >> 31;
    }
    /// From 0 to below `end`.
    std::size_t below(std::size_t end) noexcept { return static_cast<std::size_t>((next() >> 32) * end >> 32); }

private:
    std::uint64_t state_ = 1;
};

/// Satisfied people are the most, blanks 1 in 32.
std::size_t random_level(numbers& random) {
    constexpr std::size_t levels[16] = {1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5};
    return levels[random.below(16)];
}

void write_file(const char* name, std::size_t rows) {
    std::FILE* file = std::fopen(name, "wb");
    require(file != nullptr, "cannot write the file");
    std::string text = "unit";
    for (std::size_t at = 0; at < questions; ++at) text += ",q" + std::to_string(at + 1);
    text += '\n';
    numbers random;
    for (std::size_t row = 0; row < rows; ++row) {
        text += unit_code(random.below(units));
        for (std::size_t at = 0; at < questions; ++at) {
            text += ',';
            if (random.below(32) != 0) text += static_cast<char>('0' + random_level(random));
        }
        text += '\n';
        if (text.size() < 1U << 20 && row + 1 < rows) continue;
        require(std::fwrite(text.data(), 1, text.size(), file) == text.size(), "cannot write the file");
        text.clear();
    }
    require(std::fclose(file) == 0, "cannot write the file");
}

struct stopwatch {
    std::clock_t processor = std::clock();
    std::chrono::steady_clock::time_point wall = std::chrono::steady_clock::now();

    [[nodiscard]] double processor_seconds() const {
        return static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    }
    [[nodiscard]] double wall_seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count();
    }
};

/// A number that depends on every count: peers must print the same.
std::uint64_t digest(const tally& counts) {
    std::uint64_t out = 0;
    for (std::size_t unit = 0; unit < units; ++unit) {
        const std::size_t at = counts.find_unit(unit_code(unit));
        for (std::size_t question = 0; question < questions; ++question) {
            for (std::size_t option = 0; option < 5; ++option) {
                out += counts.counts(at, 0, question)[option] * ((unit + 1) * (question + 1) * (option + 1));
            }
        }
    }
    return out;
}

void print(const char* what, std::size_t answers, const stopwatch& time, const tally& counts) {
    std::printf("{\"what\": \"%s\", \"answers\": %zu, \"processor\": %.4f, \"wall\": %.4f, \"digest\": %llu}\n", what,
                answers, time.processor_seconds(), time.wall_seconds(),
                static_cast<unsigned long long>(digest(counts)));
}

void count_memory(std::size_t sheets) {
    tally counts(form());
    for (std::size_t unit = 0; unit < units; ++unit) (void)counts.unit(unit_code(unit));
    numbers random;
    std::vector<std::uint32_t> of_units(sheets);
    std::vector<std::uint8_t> answers(sheets * questions);
    for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
        of_units[sheet] = static_cast<std::uint32_t>(random.below(units));
        for (std::size_t at = 0; at < questions; ++at) {
            answers[sheet * questions + at] = static_cast<std::uint8_t>(random_level(random) - 1);
        }
    }
    const stopwatch time;
    counts.add_block(of_units, answers);
    print("memory", answers.size(), time, counts);
}

void count_file(const char* name) {
    std::FILE* file = std::fopen(name, "rb");
    require(file != nullptr, "cannot read the file");
    answer_columns columns;
    columns.unit = "unit";
    answers_options options;
    options.checks.straight_line = 0;
    const stopwatch time;
    answers_reader reader(form(), columns, {}, options, name);
    std::vector<char> piece(1U << 20);
    for (std::size_t size = 0; (size = std::fread(piece.data(), 1, piece.size(), file)) != 0;) {
        reader.feed({piece.data(), size});
    }
    require(std::fclose(file) == 0, "cannot read the file");
    const auto read = reader.finish();
    require(read.has_value(), "the file is not read");
    print("csv", read->rows * questions, time, read->valid);
}

}  // namespace

int main(int count, char** arguments) {
    const auto number = [&](int at) { return static_cast<std::size_t>(std::strtoull(arguments[at], nullptr, 10)); };
    if (count == 4 && std::strcmp(arguments[1], "write") == 0) {
        write_file(arguments[2], number(3));
    } else if (count == 3 && std::strcmp(arguments[1], "memory") == 0) {
        count_memory(number(2));
    } else if (count == 3 && std::strcmp(arguments[1], "csv") == 0) {
        count_file(arguments[2]);
    } else {
        require(false, "expected write FILE ROWS, memory SHEETS or csv FILE");
    }
}
