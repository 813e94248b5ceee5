// Names and types of formulas against the facts that are declared.
#include "../findings.hpp"
#include "expectations.hpp"
#include "parindex/support/limits.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace parindex;
using namespace parindex_test;

namespace {

fact_declaration declared(std::string name, fact_kind kind) {
    fact_declaration out;
    out.name = std::move(name);
    out.kind = kind;
    return out;
}

std::vector<fact_declaration> some_facts() {
    return {declared("total", fact_kind::count),   declared("index", fact_kind::number),
            declared("share", fact_kind::percent), declared("issued", fact_kind::date),
            declared("due", fact_kind::date),      declared("ready", fact_kind::yes_no),
            declared("grade", fact_kind::level)};
}

std::string type_text(std::string_view text) {
    const result<formula_type> found = parsed(text).check(some_facts());
    if (!found) return found.error().front().message;
    return *found == formula_type::number ? "number" : *found == formula_type::date ? "date" : "condition";
}

}  // namespace

TEST_CASE("types of formulas that are right") {
    const std::pair<const char*, const char*> cases[] = {
        {"total", "number"},
        {"index", "number"},
        {"share", "number"},
        {"max", "number"},
        {"80%", "number"},
        {"issued", "date"},
        {"ready", "condition"},
        {"-total + share * 2 / index", "number"},
        {"due - issued", "number"},
        {"due - issued + 1", "number"},
        {"due - issued - total", "number"},
        {"total + (due - issued)", "number"},
        {"total < index", "condition"},
        {"due <= issued", "condition"},
        {"due = issued", "condition"},
        {"due - issued <= 30", "condition"},
        {"ready and not total = 0 or issued > due", "condition"},
        {"not ready", "condition"},
        {"min(total, index, 3)", "number"},
        {"round(share, 2) + floor(index) + ceil(index)", "number"},
        {"if(ready, total, 0)", "number"},
        {"if(ready, due, issued)", "date"},
        {"if(ready, total > 1, not ready)", "condition"},
        {"if(ready, due, issued) - issued", "number"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.first);
        CHECK(type_text(each.first) == each.second);
    }
}

TEST_CASE("a wrong type is told with the fact or operator and its place") {
    struct finding {
        const char* text;
        std::size_t column;
        const char* message;
    };
    const std::string dates = "; of dates there is only the difference of two, in days: (a - b)";
    const std::string no_conditions = "; a condition stands for itself, or behind \"not\"";
    const std::pair<finding, std::string> cases[] = {
        {{"total + ready", 9, "\"+\" takes numbers: the fact \"ready\" is a condition"}, ""},
        {{"ready - total", 1, "\"-\" takes numbers: the fact \"ready\" is a condition"}, ""},
        {{"2 * (total > 1)", 5, "\"*\" takes numbers: \"total > 1\" is a condition"}, ""},
        {{"due / 2", 1, "\"/\" takes numbers: the fact \"due\" is a date"}, ""},
        {{"-ready", 2, "\"-\" takes a number: the fact \"ready\" is a condition"}, ""},
        {{"due + 1", 1, "\"+\" takes numbers: the fact \"due\" is a date"}, dates},
        {{"1 + due", 5, "\"+\" takes numbers: the fact \"due\" is a date"}, dates},
        {{"due - 1", 1, "\"-\" takes numbers: the fact \"due\" is a date"}, dates},
        {{"1 - due", 5, "\"-\" takes numbers: the fact \"due\" is a date"}, dates},
        {{"due - issued - due", 16, "\"-\" takes numbers: the fact \"due\" is a date"}, dates},
        {{"total = ready", 9, "\"=\" takes numbers or dates: the fact \"ready\" is a condition"}, no_conditions},
        {{"ready != 1", 1, "\"!=\" takes numbers or dates: the fact \"ready\" is a condition"}, no_conditions},
        {{"total < due", 9,
          "\"<\" compares numbers with numbers and dates with dates: the fact \"total\" is a number, the fact \"due\" "
          "is a "
          "date"},
         ""},
        {{"due >= 30", 8,
          "\">=\" compares numbers with numbers and dates with dates: the fact \"due\" is a date, \"30\" is a number"},
         ""},
        {{"ready and total", 11, "\"and\" takes conditions: the fact \"total\" is a number"}, ""},
        {{"due or ready", 1, "\"or\" takes conditions: the fact \"due\" is a date"}, ""},
        {{"not total", 5, "\"not\" takes a condition: the fact \"total\" is a number"}, ""},
        {{"min(total, due)", 12, "\"min\" takes numbers: the fact \"due\" is a date"}, ""},
        {{"max(ready, 1)", 5, "\"max\" takes numbers: the fact \"ready\" is a condition"}, ""},
        {{"round(ready, 1)", 7, "\"round\" takes a number: the fact \"ready\" is a condition"}, ""},
        {{"floor(due)", 7, "\"floor\" takes a number: the fact \"due\" is a date"}, ""},
        {{"ceil(due)", 6, "\"ceil\" takes a number: the fact \"due\" is a date"}, ""},
        {{"if(total, 1, 2)", 4, "\"if\" takes a condition first: the fact \"total\" is a number"}, ""},
        {{"if(ready, 1, due)", 14,
          "both values of \"if\" are of one type: \"1\" is a number, the fact \"due\" is a date"},
         ""},
        {{"1 + grade", 5,
          "expected a fact that is a number, a date or a yes or no: the fact \"grade\" is a level, which a formula "
          "cannot "
          "read"},
         ""},
        {{"totl + 1", 1, "expected a declared fact, not \"totl\"; did you mean \"total\"?"}, ""},
        {{"1 + qwertz", 5, "expected a declared fact, not \"qwertz\""}, ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.first.text);
        const result<formula_type> found = parsed(each.first.text).check(some_facts());
        REQUIRE_FALSE(found);
        REQUIRE_MESSAGE(found.error().size() == 1, listed(found.error()));
        const diagnostic& only_one = found.error().front();
        CHECK(only_one.code == (std::string_view(each.first.message).starts_with("expected a declared")
                                    ? error_code::unknown_fact
                                    : error_code::formula_type_mismatch));
        CHECK(only_one.where.column == each.first.column);
        CHECK(only_one.message == each.first.message + each.second);
    }
}

TEST_CASE("all findings are told at once, and none follows from another") {
    const std::string text = "if(totl, missing + ready, due) * (grade > grade) + missing";
    const source_position where{"set.json", 4, 100, "/rule"};
    const result<formula_type> found = parsed(text).check(some_facts(), where);
    REQUIRE_FALSE(found);
    const diagnostics& findings = found.error();
    CHECK(codes(findings) ==
          std::vector<error_code>{error_code::unknown_fact, error_code::unknown_fact, error_code::formula_type_mismatch,
                                  error_code::formula_type_mismatch, error_code::formula_type_mismatch,
                                  error_code::formula_type_mismatch});
    std::vector<std::size_t> columns;
    for (const diagnostic& each : findings) {
        columns.push_back(each.where.column);
        CHECK(each.where.file == "set.json");
        CHECK(each.where.line == 4);
        CHECK(each.where.pointer == "/rule");
        CHECK(each.level == severity::error);
    }
    // totl, missing, ready, due as the other branch, grade once, the comparison as a factor.
    CHECK(columns == std::vector<std::size_t>{103, 109, 119, 126, 134, 133});
    CHECK(findings[1].where.column == 100 + text.find("missing"));
}

TEST_CASE("findings are bounded") {
    std::string text = "x0";
    for (int index = 1; index < 700; ++index) text += "+x" + std::to_string(index);
    const result<formula_type> found = parsed(text).check(some_facts());
    REQUIRE_FALSE(found);
    CHECK(found.error().size() == limits::diagnostics + 1);
    CHECK(found.error().back().message == "500 further findings are not listed");
}

TEST_CASE("counts and days, and what is made of them, are whole") {
    const auto whole = [](std::string_view text) {
        const formula made = parsed(text);
        REQUIRE(made.check(some_facts()));
        return made.gives_whole_numbers(some_facts());
    };
    for (const char* text : {"total", "(total)", "issued", "issued - due", "total + 2 * total - 1", "-total",
                             "min(total, 3)", "max(total, -total)", "floor(total / 3)", "ceil(index)",
                             "round(index, 0)", "round(total, 2)", "if(ready, total, 0)"}) {
        CAPTURE(text);
        CHECK(whole(text));
    }
    for (const char* text : {"index", "share", "total / 2", "total * 0.5", "total + 0.5", "total * max", "max",
                             "round(index, 1)", "if(ready, total, index)", "min(total, 50%)"}) {
        CAPTURE(text);
        CHECK_FALSE(whole(text));
    }
}
