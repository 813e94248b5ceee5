// Formulas: what is refused has one place, what is accepted keeps its text and is worth over ranges what it is worth on
// their points.
#include "invariant.hpp"

#include "parindex/facts/formula.hpp"
#include "parindex/text/utf8.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace parindex;

namespace {

/// Small numbers from the text itself, so that an input is nothing but a formula.
class numbers_of {
public:
    explicit numbers_of(const std::string& text) {
        for (const char each : text) state_ = (state_ ^ static_cast<unsigned char>(each)) * 1'099'511'628'211U;
    }
    int between(int low, int high) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return low + static_cast<int>((state_ >> 33U) % static_cast<std::uint64_t>(high - low + 1));
    }

private:
    std::uint64_t state_ = 14'695'981'039'346'656'037U;
};

void check_refusal(const diagnostics& findings, const std::string& text) {
    FUZZ_REQUIRE(findings.size() == 1);
    const diagnostic& found = findings.front();
    FUZZ_REQUIRE(found.code == error_code::formula_syntax || found.code == error_code::formula_too_large);
    FUZZ_REQUIRE(found.where.column >= 1 && found.where.column <= count_code_points(text) + 1);
    FUZZ_REQUIRE(!found.message.empty() && found.message.size() < 1000 && !find_invalid_utf8(found.message));
}

void check_text(const formula& read, const std::string& text) {
    FUZZ_REQUIRE(read.text() == text);
    FUZZ_REQUIRE(read.substituted(read.names(), "max") == text);
    std::vector<std::string> names(read.names().begin(), read.names().end());
    for (const std::string& name : names) FUZZ_REQUIRE(is_fact_name(name));
    // With other names it is another text and the same formula.
    const std::vector<std::string> other(names.size(), "x");
    const result<formula> renamed = formula::parse(read.substituted(other, "max"));
    FUZZ_REQUIRE(renamed && renamed->names().size() == std::min<std::size_t>(names.size(), 1));
    std::sort(names.begin(), names.end());
    FUZZ_REQUIRE(std::adjacent_find(names.begin(), names.end()) == names.end());
}

/// @return whether names and types are right
bool check_types(const formula& read, const std::string& text, numbers_of& numbers) {
    std::vector<fact_declaration> facts;
    for (const std::string& name : read.names()) {
        facts.emplace_back();
        facts.back().name = name;
        facts.back().kind = static_cast<fact_kind>(numbers.between(0, 9) == 0 ? numbers.between(0, 5) : 1);
    }
    const result<formula_type> type = read.check(facts);
    if (type) return true;
    FUZZ_REQUIRE(!type.error().empty());
    for (const diagnostic& each : type.error()) {
        FUZZ_REQUIRE(each.where.column <= count_code_points(text) + 1);
        FUZZ_REQUIRE(!each.message.empty() && each.message.size() < 1000);
    }
    return false;
}

/// A number within the range.
ratio point_in(const range& of, numbers_of& numbers) {
    if (!of.low && !of.high) return numbers.between(-9, 9);
    if (!of.low) return *of.high - numbers.between(0, 9);
    if (!of.high) return *of.low + numbers.between(0, 9);
    return *of.low + (*of.high - *of.low) * ratio(numbers.between(0, 4), 4);
}

range any_range(numbers_of& numbers) {
    const ratio low(numbers.between(-4, 4), numbers.between(1, 2));
    const ratio high = low + numbers.between(0, 3);
    switch (numbers.between(0, 5)) {
        case 0: return {low, std::nullopt};
        case 1: return {std::nullopt, high};
        default: return {low, high};
    }
}

void check_values(const formula& read, numbers_of& numbers) {
    std::vector<range> box;
    for (std::size_t index = 0; index < read.names().size(); ++index) box.push_back(any_range(numbers));
    const formula_value whole = read.evaluate(box, 2);
    if (whole.value.low && whole.value.high) FUZZ_REQUIRE(*whole.value.low <= *whole.value.high);
    static_cast<void>(read.failed(box, 2));
    for (int point = 0; point < 4; ++point) {
        std::vector<range> values;
        for (const range& each : box) values.emplace_back(point_in(each, numbers));
        const formula_value one = read.evaluate(values, 2);
        FUZZ_REQUIRE(!one.may_divide_by_zero);
        const std::vector<std::string> failed = read.failed(values, 2);
        if (one.divided_by_zero) {
            FUZZ_REQUIRE(whole.divided_by_zero || whole.may_divide_by_zero);
            FUZZ_REQUIRE(failed.empty());
            continue;
        }
        FUZZ_REQUIRE(one.value.is_point());
        FUZZ_REQUIRE(!whole.divided_by_zero && whole.value.contains(*one.value.low));
        FUZZ_REQUIRE(failed.empty() == (one.value.low->sign() != 0));
        for (const std::string& each : failed) FUZZ_REQUIRE(read.text().find(each) != std::string::npos);
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const result<formula> read = formula::parse(text);
    if (!read) {
        check_refusal(read.error(), text);
        return 0;
    }
    numbers_of numbers(text);
    check_text(*read, text);
    static_cast<void>(check_types(*read, text, numbers));
    try {
        check_values(*read, numbers);  // whatever the types are: conditions are 1 or 0
    } catch (const error& thrown) {
        FUZZ_REQUIRE(thrown.code() == error_code::ratio_too_large);
    }
    return 0;
}
