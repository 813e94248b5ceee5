// Contexts as files: what is read, and what is refused where.
#include "files.hpp"

#include "parindex/io/context_file.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

const std::string ruled_criteria = R"({
  "format": "parindex.criteria/1",
  "decision": {"number": "134/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2022-01-20"},
  "name": "Bộ chỉ số", "rules": {"zero_denominator": "zero", "missing_fact": "error"},
  "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["appraiser"]}],
  "fields": [
    {"code": "1", "name": "So với đơn vị tốt nhất", "part": "a", "maximum": 2, "rule": {"facts": [{"name": "x"},
      {"name": "best", "kind": "number", "source": "context", "least": 0}], "kind": "formula", "points": "min(x / best, 1) * max"}},
    {"code": "2", "name": "So với năm trước", "part": "a", "maximum": 1, "rule": {"facts": [{"name": "now", "kind": "percent"},
      {"name": "last_year", "kind": "percent", "source": "context", "least": 0, "most": 100}], "kind": "cases",
      "cases": [{"if": "now > last_year", "points": 1}], "otherwise": {"points": 0}}},
    {"code": "3", "name": "Khác", "part": "a", "maximum": 1}]
})";

const std::string small_context = R"({
  "format": "parindex.context/1",
  "source": "Công bố năm 2020",
  "set": {"number": "134/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2022-01-20"},
  "year": 2021,
  "facts": [{"criterion": "1", "facts": {"best": 12.5}, "explanation": "Sở Tư pháp"}],
  "units": [{"unit": "VP", "facts": [{"criterion": "2", "facts": {"last_year": "80.50"}}]}]
})";

const std::string facts_of_vp = R"({
  "format": "parindex.assessment/1",
  "set": {"number": "134/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2022-01-20"},
  "unit": {"code": "VP", "name": "Văn phòng"}, "year": 2021,
  "rounds": [{"round": "appraisal", "marks": [{"criterion": "1", "facts": {"x": 10}},
    {"criterion": "2", "facts": {"now": "80.51"}}]}]
})";

const criteria_set& ruled_set() {
    static const criteria_set set = read_criteria_set(ruled_criteria, "criteria.json").value();
    return set;
}

void check_error(std::string_view from, std::string_view to, error_code code, std::string_view pointer) {
    const marked_text text = marked(replaced(small_context, from, to));
    check_only_error(refusal(read_context(text.text, "context.json", &ruled_set())), text, code, pointer);
}

}  // namespace

TEST_CASE("a context is read, and written back as it was") {
    diagnostics notes;
    const context_description read = read_context(small_context, "context.json", &ruled_set(), &notes).value();
    CHECK(notes.empty());
    CHECK(read.source == "Công bố năm 2020");
    CHECK(read.year == 2021);
    CHECK(read.facts.at(0).explanation == "Sở Tư pháp");
    CHECK(read.facts.at(0).facts == std::vector<fact>{{"best", parse_decimal("12.5").value}});
    CHECK(read.units.at(0).facts.at(0).where.line == 7);
    const std::string text = write_context(read);
    CHECK(text.find("\"last_year\": \"80.50\"") != std::string::npos);
    CHECK(write_context(read_context(text, "again", &ruled_set()).value()) == text);
}

TEST_CASE("facts of every unit or of single ones are enough, but one there must be") {
    const std::string whole = replaced(small_context, R"(,
  "units": [{"unit": "VP", "facts": [{"criterion": "2", "facts": {"last_year": "80.50"}}]}])",
                                       "");
    CHECK(read_context(whole, "f", &ruled_set()).has_value());
    const std::string single = replaced(
        small_context, R"("facts": [{"criterion": "1", "facts": {"best": 12.5}, "explanation": "Sở Tư pháp"}],)",
        R"("facts": [],)");
    CHECK(read_context(single, "f", &ruled_set()).has_value());
    const auto refused = [](const std::string& text) { return codes(read_context(text, "f").error()); };
    CHECK(refused(replaced(whole, R"({"best": 12.5})", "{}")) == std::vector{error_code::invalid_value});
    const std::string set =
        R"({"format": "parindex.context/1", "set": {"number": "1", "issuer": "a", "date": "2018"}, "year": 2018)";
    CHECK(refused(set + R"(, "units": []})") == std::vector{error_code::invalid_value});
    CHECK(refused(set + "}") == std::vector{error_code::missing_key});
}

TEST_CASE("errors of form in a context have their place") {
    check_error(R"("parindex.context/1")", R"(§"parindex.context/2")", error_code::unsupported_format, "/format");
    check_error(R"("year": 2021)", R"("year": §1944)", error_code::invalid_value, "/year");
    check_error(R"({"best": 12.5})", R"({"best": §[12.5]})", error_code::wrong_type, "/facts/0/facts/best");
    check_error(R"({"unit": "VP", )", R"(§{)", error_code::missing_key, "/units/0");
    check_error(R"("unit": "VP")", R"("unit": §{"code": "VP"})", error_code::wrong_type, "/units/0/unit");
    check_error(R"("explanation")", R"(§"explication")", error_code::unknown_key, "/facts/0/explication");
}

TEST_CASE("errors of content in a context have the place of the criterion or unit") {
    check_error(R"({"criterion": "1", "facts": {"best": 12.5}, )", R"(§{"criterion": "1", "facts": {"best": "12,5"}, )",
                error_code::wrong_fact, "/facts/0");
    check_error(R"({"criterion": "2", "facts": {"last_year": "80.50"}})",
                R"(§{"criterion": "2", "facts": {"last_year": "100.5"}})", error_code::wrong_fact, "/units/0/facts/0");
    check_error(R"({"criterion": "2", "facts": {"last_year": "80.50"}})",
                R"(§{"criterion": "2", "facts": {"now": 80}})", error_code::unknown_fact, "/units/0/facts/0");
    check_error(R"({"criterion": "2", "facts": {"last_year": "80.50"}})", R"(§{"criterion": "3", "facts": {"x": 80}})",
                error_code::facts_without_rule, "/units/0/facts/0");
    check_error(R"({"criterion": "1", "facts": {"best": 12.5}, "explanation": "Sở Tư pháp"})",
                R"({"criterion": "1", "facts": {"best": 12.5}}, §{"criterion": "1", "facts": {"best": 12.5}})",
                error_code::duplicate_code, "/facts/1");
    check_error(R"("units": [)",
                R"("units": [{"unit": "VP", "facts": []}, )"
                R"(§)",
                error_code::duplicate_unit, "/units/1");
    check_error(R"({"criterion": "1", )", R"(§{"criterion": "l", )", error_code::unknown_code, "/facts/0");
    const diagnostics found =
        read_context(replaced(small_context, "2022-01-20", "2022-01-21"), "f", &ruled_set()).error();
    CHECK(codes(found) == std::vector{error_code::set_mismatch});
}

TEST_CASE("a context names at most as many units as a file of marks") {
    std::string many =
        R"({"format": "parindex.context/1", "set": {"number": "1", "issuer": "a", "date": "2018"}, "year": 2018, "units": [)";
    for (std::size_t unit = 0; unit <= limits::assessed_units; ++unit) many += unit == 0 ? "{}" : ",{}";
    CHECK(codes(read_context(many + "]}", "f").error()) == std::vector{error_code::too_many_assessments});
}

TEST_CASE("marks are checked as those of a unit that sees its facts") {
    const context_description context = read_context(small_context, "context.json", &ruled_set()).value();
    const assessment marks = read_assessment(facts_of_vp, "f", &ruled_set(), nullptr, &context).value();
    const evaluation scored = evaluate(ruled_set(), marks, context_of(context, "VP", 2021)).value();
    CHECK(scored.at(ruled_set().find("1")).score.to_string() == "8/5");
    CHECK(scored.at(ruled_set().find("2")).score == ratio(1));

    const diagnostics alone = read_assessment(facts_of_vp, "f", &ruled_set()).error();
    CHECK(codes(alone) == std::vector{error_code::missing_fact, error_code::missing_fact});
    const diagnostics other =
        read_assessments(replaced(facts_of_vp, "\"VP\"", "\"SNV\""), "f", &ruled_set(), &context).error();
    CHECK(only(other, error_code::missing_fact).message ==
          "criterion \"2\": its rule lacks facts: last_year (of the context)");
    CHECK(count(other, error_code::year_mismatch) == 0);
    const diagnostics later =
        read_assessment(replaced(facts_of_vp, "\"year\": 2021", "\"year\": 2022"), "f", &ruled_set(), nullptr, &context)
            .error();
    CHECK(only(later, error_code::year_mismatch).message ==
          "the facts of the context are of 2021, so that the marks of 2022 see none of them");
}
