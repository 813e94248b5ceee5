// Every operation of the numeric layer beside what else a program could use. Names are operation/contestant; the
// script run.sh puts them, and the measurements of Python and Java, into one table.
#include "contestants.hpp"
#include "operands.hpp"

#include <benchmark/benchmark.h>

#include <numeric>

namespace {

template <class Contestant>
std::vector<typename Contestant::number> parsed(const std::vector<std::string>& texts) {
    std::vector<typename Contestant::number> out;
    for (const std::string& text : texts) out.push_back(Contestant::parse(text));
    return out;
}

void count_items(benchmark::State& state, std::size_t per_iteration) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(per_iteration));
}

/// result[i] = operation(a[i], b[i]).
template <class Number, class Operation>
void run_pairs(benchmark::State& state, const std::vector<Number>& a, const std::vector<Number>& b,
               Operation operation) {
    std::vector<decltype(operation(a[0], b[0]))> results(a.size());
    for (auto _ : state) {
        for (std::size_t index = 0; index < a.size(); ++index) results[index] = operation(a[index], b[index]);
        benchmark::DoNotOptimize(results.data());
        benchmark::ClobberMemory();
    }
    count_items(state, a.size());
}

template <class C>
void add(const std::string& name) {
    benchmark::RegisterBenchmark(("add same scale/" + name).c_str(), [](benchmark::State& state) {
        run_pairs(state, parsed<C>(operands::same_scale(1)), parsed<C>(operands::same_scale(2)),
                  [](const auto& a, const auto& b) { return C::add(a, b); });
    });
}

template <class C>
void add_mixed(const std::string& name) {
    benchmark::RegisterBenchmark(("add mixed scale/" + name).c_str(), [](benchmark::State& state) {
        run_pairs(state, parsed<C>(operands::mixed_scale(1)), parsed<C>(operands::mixed_scale(2)),
                  [](const auto& a, const auto& b) { return C::add(a, b); });
    });
}

template <class C>
void multiply(const std::string& name) {
    benchmark::RegisterBenchmark(("multiply/" + name).c_str(), [](benchmark::State& state) {
        run_pairs(state, parsed<C>(operands::same_scale(1)), parsed<C>(operands::same_scale(2)),
                  [](const auto& a, const auto& b) { return C::multiply(a, b); });
    });
}

template <class C>
void compare(const std::string& name) {
    benchmark::RegisterBenchmark(("compare/" + name).c_str(), [](benchmark::State& state) {
        run_pairs(state, parsed<C>(operands::same_scale(1)), parsed<C>(operands::same_scale(2)),
                  [](const auto& a, const auto& b) { return static_cast<char>(C::less(a, b)); });
    });
}

template <class C>
void round(const std::string& name) {
    benchmark::RegisterBenchmark(("round/" + name).c_str(), [](benchmark::State& state) {
        const auto values = parsed<C>(operands::same_scale(1));
        run_pairs(state, values, values, [](const auto& a, const auto&) { return C::round(a); });
    });
}

template <class C>
void parse(const std::string& name) {
    benchmark::RegisterBenchmark(("parse/" + name).c_str(), [](benchmark::State& state) {
        const std::vector<std::string> texts = operands::same_scale(1);
        const std::vector<std::string_view> views(texts.begin(), texts.end());
        run_pairs(state, views, views, [](std::string_view text, std::string_view) { return C::parse(text); });
    });
}

template <class C>
void format(const std::string& name) {
    benchmark::RegisterBenchmark(("format/" + name).c_str(), [](benchmark::State& state) {
        const auto values = parsed<C>(operands::same_scale(1));
        run_pairs(state, values, values, [](const auto& a, const auto&) { return C::format(a); });
    });
}

/// A column far larger than any cache.
template <class C>
void column_sum(const std::string& name) {
    benchmark::RegisterBenchmark(("column sum/" + name).c_str(), [](benchmark::State& state) {
        const auto values = parsed<C>(operands::same_scale(1));
        std::vector<typename C::number> column(operands::column_size);
        for (std::size_t index = 0; index < column.size(); ++index) column[index] = values[index % values.size()];
        for (auto _ : state) benchmark::DoNotOptimize(C::sum(column));
        count_items(state, column.size());
        state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                                static_cast<std::int64_t>(column.size() * sizeof(typename C::number)));
    });
}

/// Mixed scales in one column, and coefficients that share a scale.
void other_column_sums() {
    benchmark::RegisterBenchmark("column sum/parindex::decimal, mixed scales", [](benchmark::State& state) {
        const auto values = parsed<parindex_decimal>(operands::mixed_scale(1));
        std::vector<parindex::decimal> column(operands::column_size);
        for (std::size_t index = 0; index < column.size(); ++index) column[index] = values[index % values.size()];
        for (auto _ : state) benchmark::DoNotOptimize(parindex::sum(column));
        count_items(state, column.size());
        state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                                static_cast<std::int64_t>(column.size() * sizeof(parindex::decimal)));
    });
    benchmark::RegisterBenchmark("column sum/parindex coefficients", [](benchmark::State& state) {
        std::vector<std::int64_t> column(2 * operands::column_size);
        std::iota(column.begin(), column.end(), std::int64_t{-5'000'000});
        for (auto _ : state) benchmark::DoNotOptimize(parindex::sum(column, 2));
        count_items(state, column.size());
        state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                                static_cast<std::int64_t>(column.size() * sizeof(std::int64_t)));
    });
}

/// The fastest this machine reads memory on one core: words added up without any check.
void memory_bandwidth() {
    benchmark::RegisterBenchmark("column sum/memory bandwidth", [](benchmark::State& state) {
        const std::vector<std::uint64_t> column(2 * operands::column_size, 1);
        for (auto _ : state) {
            std::uint64_t sums[8] = {};
            for (std::size_t at = 0; at < column.size(); at += 8) {
                for (std::size_t lane = 0; lane < 8; ++lane) sums[lane] += column[at + lane];
            }
            benchmark::DoNotOptimize(sums);
        }
        count_items(state, column.size());
        state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                                static_cast<std::int64_t>(column.size() * sizeof(std::uint64_t)));
    });
}

void ratio_sums() {
    benchmark::RegisterBenchmark("ratio sum/parindex, collected", [](benchmark::State& state) {
        std::vector<parindex::ratio> values;
        for (const auto& [above, below] : operands::leaf_points()) values.emplace_back(above, below);
        for (auto _ : state) benchmark::DoNotOptimize(parindex::sum(values));
        count_items(state, values.size());
    });
    benchmark::RegisterBenchmark("ratio sum/parindex::ratio", [](benchmark::State& state) {
        std::vector<parindex::ratio> values;
        for (const auto& [above, below] : operands::leaf_points()) values.emplace_back(above, below);
        for (auto _ : state) {
            parindex::ratio total;
            for (const auto& value : values) total += value;
            benchmark::DoNotOptimize(total);
        }
        count_items(state, values.size());
    });
    benchmark::RegisterBenchmark("ratio sum/cpp_rational", [](benchmark::State& state) {
        std::vector<cpp_rational::number> values;
        for (const auto& [above, below] : operands::leaf_points()) values.emplace_back(above, below);
        for (auto _ : state) {
            cpp_rational::number total;
            for (const auto& value : values) total += value;
            benchmark::DoNotOptimize(total);
        }
        count_items(state, values.size());
    });
}

template <class C>
void arithmetic(const std::string& name) {
    add<C>(name);
    multiply<C>(name);
    compare<C>(name);
}

}  // namespace

int main(int argc, char** argv) {
    arithmetic<parindex_decimal>("parindex::decimal");
    arithmetic<parindex_ratio>("parindex::ratio");
    arithmetic<checked_int64>("checked int64");
    arithmetic<checked_int128>("checked_int128_t");
    arithmetic<cpp_rational>("cpp_rational");
    arithmetic<cpp_dec_float>("cpp_dec_float (inexact)");
    arithmetic<binary_double>("double (inexact)");

    add_mixed<parindex_decimal>("parindex::decimal");
    add_mixed<parindex_ratio>("parindex::ratio");
    add_mixed<cpp_rational>("cpp_rational");
    add_mixed<cpp_dec_float>("cpp_dec_float (inexact)");
    add_mixed<binary_double>("double (inexact)");

    round<parindex_decimal>("parindex::decimal");
    round<parindex_ratio>("parindex::ratio");
    round<cpp_dec_float>("cpp_dec_float (inexact)");
    round<binary_double>("double (inexact)");

    parse<parindex_decimal>("parindex::decimal");
    parse<cpp_dec_float>("cpp_dec_float (inexact)");
    parse<binary_double>("double (inexact)");

    format<parindex_decimal>("parindex::decimal");
    format<parindex_ratio>("parindex::ratio");
    format<cpp_rational>("cpp_rational");
    format<cpp_dec_float>("cpp_dec_float (inexact)");
    format<binary_double>("double (inexact)");

    column_sum<parindex_decimal>("parindex::decimal");
    other_column_sums();
    column_sum<checked_int64>("checked int64");
    column_sum<binary_double>("double (inexact)");
    memory_bandwidth();

    ratio_sums();

    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
