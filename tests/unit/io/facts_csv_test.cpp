#include "parindex/io/facts_csv.hpp"
#include "files.hpp"
#include "parindex/support/limits.hpp"

#include <string>
#include <vector>

using namespace parindex;
using namespace parindex_test;
using namespace std::string_literals;

namespace {

constexpr std::string_view rules_text = R"set({
  "format": "parindex.criteria/1",
  "decision": {"number": "45/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"},
  "name": "Bộ chỉ số", "rules": {"zero_denominator": "error", "missing_fact": "open"},
  "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["unit", "appraiser"]}],
  "fields": [{"code": "1", "name": "Chỉ đạo", "children": [
    {"code": "1.1", "name": "Kế hoạch", "part": "a", "maximum": 1, "rule": {
      "facts": [{"name": "plan", "kind": "level", "levels": [{"code": "kịp_thời"}, {"code": "late"}]},
                {"name": "good", "kind": "yes_no"}],
      "missing_fact": "error", "kind": "levels", "fact": "plan", "levels": [
        {"level": "kịp_thời", "rule": {"kind": "cases", "cases": [{"if": "good", "points": 1}], "otherwise": {"points": "0.5"}}},
        {"level": "late", "points": 0}]}},
    {"code": "1.2", "name": "Hoàn thành", "part": "a", "maximum": 2, "not_applicable": "full", "rule": {
      "facts": [{"name": "a"}, {"name": "b"}], "kind": "linear", "of": "b/a", "share": "reject", "points": "100%"}},
    {"code": "1.3", "name": "Thời hạn", "part": "a", "maximum": 1, "rule": {
      "facts": [{"name": "sent", "kind": "date"}], "kind": "steps", "of": "sent", "steps": [
        {"to": "2025-12-15", "points": 1}, {"above": "2025-12-15", "points": 0}]}},
    {"code": "1.4", "name": "Chỉ số", "part": "a", "maximum": 3, "rule": {
      "facts": [{"name": "r", "kind": "percent", "least": 0, "most": 100},
                {"name": "last", "kind": "percent", "source": "context", "least": 0, "most": 100}],
      "kind": "linear", "of": "max(r, last)", "points": 3}},
    {"code": "1.5", "name": "Công khai", "part": "a", "maximum": 1}]}]})set";

const criteria_set& rules() {
    static const criteria_set set = read_criteria_set(rules_text, "criteria.json").value();
    return set;
}

facts_csv_options of_year(int year) {
    return {year, {}, scoring_round::appraisal};
}

result<std::vector<unit_reading>> read(std::string_view csv, const facts_csv_options& options = of_year(2025)) {
    return read_facts_csv(csv, "f.csv", rules(), options);
}

std::string one_line(const diagnostic& each) {
    return std::to_string(static_cast<int>(each.code)) + ' ' + to_string(each);
}

/// What is wrong, in the file or in any unit.
std::vector<std::string> refused(std::string_view csv, const facts_csv_options& options = of_year(2025)) {
    std::vector<std::string> out;
    const auto add = [&out](const diagnostics& found) {
        for (const diagnostic& each : found) out.push_back(one_line(each));
    };
    const result<std::vector<unit_reading>> units = read(csv, options);
    if (!units) {
        add(units.error());
        return out;
    }
    for (const unit_reading& each : *units) {
        if (!each.marks) add(each.marks.error());
    }
    return out;
}

void check_refusal(std::string_view csv, const std::vector<std::string>& expected,
                   const facts_csv_options& options = of_year(2025)) {
    INFO(csv);
    const std::vector<std::string> found = refused(csv, options);
    REQUIRE(found.size() == expected.size());
    for (std::size_t index = 0; index < found.size(); ++index) {
        INFO(found[index]);
        CHECK(found[index].find(expected[index]) != std::string::npos);
    }
}

/// The marks of all units, one a line: "SNV 2025 appraisal 1.2 a=10 b=9".
std::string marks(std::string_view csv, const facts_csv_options& options = of_year(2025)) {
    INFO(csv);
    const result<std::vector<unit_reading>> units = read(csv, options);
    std::string out;
    for (const std::string& each : refused(csv, options)) out += each + '\n';
    if (!units) return out;
    for (const unit_reading& unit : *units) {
        if (!unit.marks) continue;
        for (const mark& each : unit.marks->marks) {
            out += unit.marks->unit.code + ' ' + std::to_string(unit.marks->year) + ' ';
            out += std::string(to_string(each.round)) + ' ' + each.criterion;
            if (each.facts) {
                for (const fact& given : *each.facts) out += ' ' + given.name + '=' + to_string(given.value);
            }
            if (each.not_applicable) out += " (" + *each.not_applicable + ')';
            if (!each.explanation.empty()) out += " \"" + each.explanation + '"';
            out += '\n';
        }
    }
    return out;
}

const std::string expected_marks =
    "SNV 2025 appraisal 1.1 plan=kịp_thời good=yes\n"
    "SNV 2025 appraisal 1.2 a=10 b=9\n"
    "SNV 2025 appraisal 1.3 sent=2025-12-15\n"
    "STC 2025 appraisal 1.2 a=4 b=4\n"
    "STC 2025 appraisal 1.4 r=91.170\n";

const std::string fact_rows =
    "unit,criterion,fact,value\n"
    "SNV,1.1,plan,kịp_thời\nSNV,1.1,good,có\nSNV,1.2,a,10\nSNV,1.2,b,9\nSNV,1.3,sent,2025-12-15\n"
    "STC,1.2,a,4\nSTC,1.2,b,4\nSTC,1.4,r,91.170\n";

const std::string criterion_rows =
    "unit,criterion,plan,good,a,b,sent,r\n"
    "SNV,1.1,kịp_thời,yes,,,,\nSNV,1.2,,,10,9,,\nSNV,1.3,,,,,2025-12-15,\nSNV,1.4,,,,,,\n"
    "STC,1.2,,,4,4,,\nSTC,1.4,,,,,,91.170\n";

const std::string unit_rows =
    "unit,1.1:plan,1.1:good,1.2:a,1.2:b,1.3:sent,1.4:r\n"
    "SNV,kịp_thời,yes,10,9,2025-12-15,\n"
    "STC,,,4,4,,91.170\n";

/// With another delimiter, line break and quotes around every cell.
std::string respelled(const std::string& csv, char delimiter, const std::string& line_break, bool quotes) {
    std::string out = quotes ? "\"" : "";
    for (std::size_t at = 0; at < csv.size(); ++at) {
        const bool last = at + 1 == csv.size();
        if (csv[at] == ',') {
            out += quotes ? "\""s + delimiter + '"' : std::string(1, delimiter);
        } else if (csv[at] == '\n') {
            out += (quotes ? "\"" : "") + line_break + (quotes && !last ? "\"" : "");
        } else {
            out += csv[at];
        }
    }
    return out;
}

}  // namespace

TEST_CASE("three layouts give the same marks, however they are spelled") {
    for (const std::string& layout : {fact_rows, criterion_rows, unit_rows}) {
        CHECK(marks(layout) == expected_marks);
        CHECK(marks("\xEF\xBB\xBF" + layout) == expected_marks);
        for (const char delimiter : {',', ';', '\t'}) {
            for (const bool quotes : {false, true}) {
                CHECK(marks(respelled(layout, delimiter, "\r\n", quotes)) == expected_marks);
                CHECK(marks(respelled(layout, delimiter, "\n", quotes)) == expected_marks);
            }
        }
    }
}

TEST_CASE("marks have the key of the set, and the places of their cells") {
    const std::vector<unit_reading> units = read(fact_rows).value();
    REQUIRE(units.size() == 2);
    CHECK(units[1].code == "STC");
    CHECK(units[1].name == "STC");
    const assessment& snv = *units[0].marks;
    CHECK(snv.set == rules().key());
    CHECK(snv.where.file == "f.csv");
    CHECK(snv.where.line == 2);
    CHECK(snv.where.column == 1);
    CHECK(snv.marks[1].where.line == 4);
    CHECK(snv.marks[1].where.column == 5);
    const assessment wide = read(unit_rows).value()[0].marks.value();
    CHECK(wide.marks[1].where.line == 2);
    CHECK(wide.marks[1].where.column == 18);
}

TEST_CASE("a unit has a name, a group, years and rounds") {
    const std::vector<unit_reading> units = read(
                                                "year;unit_name;unit;round;criterion;fact;value\n"
                                                "2024;Sở Nội vụ;SNV;self;1.2;a;10\n"
                                                "2024;;SNV;;1.2;a;11\n"
                                                ";;SNV;re_appraisal;1.2;a;12\n")
                                                .value();
    REQUIRE(units.size() == 2);
    CHECK(units[0].name == "Sở Nội vụ");
    CHECK(units[1].name == "SNV");
    CHECK(units[0].marks->year == 2024);
    CHECK(units[1].marks->year == 2025);
    CHECK(marks("unit;round;criterion;a;b\nSNV;self;1.2;10;9\nSNV;;1.2;10;8\n",
                {2025, {}, scoring_round::re_appraisal}) ==
          "SNV 2025 self 1.2 a=10 b=9\nSNV 2025 re_appraisal 1.2 a=10 b=8\n");
    CHECK(marks("unit;round;1.2:a\nSNV;self;10\nSNV;;11\n") == "SNV 2025 self 1.2 a=10\nSNV 2025 appraisal 1.2 a=11\n");
}

TEST_CASE("what rows do not say of a unit may be known from elsewhere") {
    const scored_unit known{"SNV", "Sở Nội vụ", "so", "không xếp hạng"};
    facts_csv_options options = of_year(2025);
    options.known_units = [&known](std::string_view code, int year) {
        return code == known.code && year == 2025 ? &known : nullptr;
    };
    const auto units =
        read("unit,unit_name,year,1.2:a,1.2:b\nSNV,,2025,1,1\nSNV,,2024,1,1\nSTC,,2025,1,1\n", options).value();
    REQUIRE(units.size() == 3);
    const scored_unit& same = units[0].marks->unit;
    CHECK(same.name == known.name);
    CHECK(same.group == known.group);
    CHECK(same.outside_ranking == known.outside_ranking);
    CHECK(units[1].marks->unit.name == "SNV");
    CHECK(units[1].year == 2024);
    CHECK(units[2].marks->unit.name == "STC");
    const auto named = read("unit,unit_name,1.2:a,1.2:b\nSNV,Sở khác,1,1\n", options).value();
    CHECK(named[0].marks->unit.name == "Sở khác");
    CHECK(named[0].marks->unit.group.empty());
}

TEST_CASE("reasons and explanations belong to marks") {
    CHECK(marks("unit,criterion,a,not_applicable,explanation\nSNV,1.2,,không phát sinh,\nSTC,1.2,3,,\"một, hai\"\n") ==
          "SNV 2025 appraisal 1.2 (không phát sinh)\nSTC 2025 appraisal 1.2 a=3 \"một, hai\"\n");
    CHECK(marks("unit,criterion,fact,value,explanation\nSNV,1.2,a,3,x\nSNV,1.2,b,2,\nSNV,1.2,,,x\n") ==
          "SNV 2025 appraisal 1.2 a=3 b=2 \"x\"\n");
    check_refusal(
        "unit,criterion,fact,value,explanation\nSNV,1.2,a,3,x\nSNV,1.2,b,2,y\n",
        {"402 f.csv:3:13: error: expected the explanation of the criterion \"1.2\" as in line 2, \"x\", not \"y\""});
    check_refusal("unit,criterion,fact,value,not_applicable\nSNV,1.2,a,3,x\n",
                  {"211 f.csv:2:5: error: criterion \"1.2\": expected only one of a score, a loss, facts and why"});
    check_refusal("unit,criterion,a,not_applicable\nSNV,1.3,,x\n", {"411 f.csv:2:5"});
    check_refusal("unit,criterion,a,explanation\nSNV,1.2,,x\n",
                  {"211 f.csv:2:5: error: criterion \"1.2\": expected a score, a loss, facts, or why"});
}

TEST_CASE("empty cells and rows say nothing") {
    CHECK(marks("unit,criterion,a,b\nSNV,1.2,3,\n,,,\nSNV,1.3,,\n") == "SNV 2025 appraisal 1.2 a=3\n");
    CHECK(marks("unit,criterion,fact,value\nSNV,1.2,a,3\nSNV,1.2,b,\nSNV,,,\n") == "SNV 2025 appraisal 1.2 a=3\n");
    const std::vector<unit_reading> units = read("unit,1.2:a\nSNV,\n").value();
    REQUIRE(units.size() == 1);
    CHECK(units[0].marks->marks.empty());
    CHECK(read("unit,1.2:a\n").value().empty());
}

TEST_CASE("a value that is not of its kind is named at its cell") {
    check_refusal("unit;criterion;a\nSNV;1.2;94,5\n",
                  {"150 f.csv:2:9: error: criterion \"1.2\": the fact \"a\": expected a number such as 12 or 0.95, not "
                   "\"94,5\" (expected a digit at character 3); the decimal mark is a point, not a comma"});
    for (const char* const wrong : {" 3", "+3", "03", "1e3", "1.000.000", ".5", "5.", "50%", "ba"}) {
        check_refusal("unit;1.2:a\nSNV;"s + wrong + '\n', {"150 f.csv:2:5"});
    }
    check_refusal("unit;1.2:a\nSNV;0.1234567890123456789\n", {"152 f.csv:2:5"});
    check_refusal("unit;1.2:a\nSNV;" + std::string(65, '1') + '\n', {"151 f.csv:2:5"});
    check_refusal("unit;1.2:a\nSNV;2.5\n", {"418 f.csv:2:5: error: criterion \"1.2\": the fact \"a\": expected a whole "
                                            "number from 0, not 2.5"});
    check_refusal("unit;1.2:a\nSNV;1.000\n",
                  {"418 f.csv:2:5: error: criterion \"1.2\": the fact \"a\": expected a whole "
                   "number in digits only, not \"1.000\""});
    check_refusal("unit;1.4:r\nSNV;100.01\n", {"418 f.csv:2:5"});
    for (const char* const wrong : {"Yes", "true", "1", "x", "co"}) {
        check_refusal(
            "unit;1.1:plan;1.1:good\nSNV;late;"s + wrong + '\n',
            {"418 f.csv:2:10: error: criterion \"1.1\": the fact \"good\": expected yes or no (or có, không)"});
    }
    for (const char* const wrong : {"15/12/2025", "2025-12", "2025-02-30", "2025-12-15 "}) {
        check_refusal("unit;1.3:sent\nSNV;"s + wrong + '\n',
                      {"153 f.csv:2:5: error: criterion \"1.3\": the fact \"sent\": expected a complete date such as"});
    }
    check_refusal(
        "unit;1.1:plan;1.1:good\nSNV;lat;no\n",
        {"418 f.csv:2:5: error: criterion \"1.1\": the fact \"plan\": expected one of \"kịp_thời\", \"late\", "
         "not \"lat\"; did you mean \"late\"?"});
}

TEST_CASE("what follows from a refused fact is not said again") {
    // 1.1 refuses a missing fact.
    check_refusal("unit;1.1:plan;1.1:good\nSNV;kịp_thời;maybe\n", {"418 f.csv:2:14"});
    check_refusal("unit;1.1:plan\nSNV;kịp_thời\n",
                  {"417 f.csv:2:5: error: criterion \"1.1\": its rule lacks facts: good"});
    check_refusal("unit;1.2:a;1.2:b\nSNV;1;2\n", {"420 f.csv:2:5"});
    check_refusal("unit;1.2:a;1.2:b\nSNV;0;0\n", {"419 f.csv:2:5"});
}

TEST_CASE("unknown columns, criteria and facts") {
    check_refusal("unit,criterion,aa,plann,value\nSNV,1.2,1,,\n",
                  {"208 f.csv:1:16: error: unknown column \"aa\"; did you mean \"a\"?",
                   "208 f.csv:1:19: error: unknown column \"plann\"; did you mean \"plan\"?", "208 f.csv:1:25"});
    check_refusal(
        "unit,criterion,fact,value,remarks\nSNV,1.2,a,1,\n",
        {"208 f.csv:1:27: error: unknown column \"remarks\"; expected one of unit, unit_name, unit_group, year, "
         "round, criterion, fact, value, explanation, not_applicable"});
    check_refusal("unit,1.2:a,,total,1.2:a\nSNV,1,,,\n",
                  {"208 f.csv:1:12: error: the column has no name", "208 f.csv:1:13: error: unknown column \"total\"",
                   "207 f.csv:1:19: error: the column \"1.2:a\" stands twice"});
    check_refusal(
        "unit,9.9:a,9.9:b,1:a,1.5:a,1.2:c,1.4:last\nSNV,,,,,,\n",
        {"301 f.csv:1:6: error: criterion \"9.9\": the criteria set has no criterion with this code", "404 f.csv:1:18",
         "421 f.csv:1:22", "353 f.csv:1:28: error: criterion \"1.2\": its rule reads no fact \"c\"",
         "353 f.csv:1:34: error: criterion \"1.4\": its rule reads no fact \"last\" of the mark, but of the "
         "context"});
    check_refusal("unit,criterion,fact,value\nSNV,1.9,a,1\nSNV,1.2,c,1\nSNV,1.2,d,\nSNV,1.5,a,1\nSNV,1,a,1\n",
                  {"301 f.csv:2:5", "353 f.csv:3:9", "353 f.csv:4:9", "421 f.csv:5:5", "404 f.csv:6:5"});
    check_refusal("unit,criterion,a,plan\nSNV,1.2,1,late\n", {"353 f.csv:2:11"});
}

TEST_CASE("missing columns and cells") {
    check_refusal("criterion,fact\n1.2,a\n", {"209 f.csv:1:1: error: expected the column \"unit\"",
                                              "209 f.csv:1:1: error: expected the column \"value\""});
    check_refusal("unit,fact,value\nSNV,a,1\n", {"209 f.csv:1:1: error: expected the column \"criterion\""});
    check_refusal("unit,criterion\nSNV,1.2\n", {"209 f.csv:1:1: error: expected the columns \"fact\" and \"value\""});
    check_refusal("unit,unit_name\nSNV,x\n", {"209 f.csv:1:1: error: expected a column \"criterion\""});
    check_refusal(
        "unit,criterion,fact,value\n,1.2,a,1\nSNV,,a,1\nSNV,1.2,,1\n",
        {"211 f.csv:2:1: error: expected the code of a unit", "211 f.csv:3:5: error: expected the code of a criterion",
         "211 f.csv:4:9: error: expected the name of the fact"});
    check_refusal("", {"214 f.csv:1:1"});
}

TEST_CASE("rows and cells that are given again") {
    check_refusal("unit,criterion,fact,value\nSNV,1.2,a,1\nSNV,1.2,a,1\n",
                  {"355 f.csv:3:11: error: criterion \"1.2\": the fact \"a\" is given twice; the first value stands in "
                   "line 2"});
    check_refusal("unit,criterion,a\nSNV,1.2,1\nSNV,1.2,\n",
                  {"402 f.csv:3:5: error: criterion \"1.2\": a second row; the first is in line 2"});
    check_refusal("unit,1.2:a\nSNV,1\nSTC,1\nSNV,1\n",
                  {"414 f.csv:4:1: error: the unit \"SNV\" has a row for 2025 and the round \"appraisal\" in line 2 "
                   "already"});
}

TEST_CASE("a unit has one name and one group") {
    check_refusal("unit,unit_name,unit_group,1.2:a,round\nSNV,A,x,1,self\nSNV,B,y,1,\nSNV,,,1,re_appraisal\n",
                  {"700 f.csv:3:5: error: expected the name of the unit as in line 2, \"A\", not \"B\"",
                   "700 f.csv:3:7: error: expected the group of the unit as in line 2, \"x\", not \"y\""});
}

TEST_CASE("years and rounds") {
    check_refusal("unit,1.2:a\nSNV,1\n", {"209 f.csv:1:1: error: expected the column \"year\": nothing says"}, {});
    check_refusal("unit,1.2:a\nSNV,1\n", {"expected the column \"year\", or --year: nothing says which year is scored"},
                  {std::nullopt, "--year", scoring_round::appraisal});
    check_refusal("unit,1.2:a\nSNV,1\n", {"211 f.csv:1:1: error: expected a year from 1945 to 9999, not 25"},
                  of_year(25));
    check_refusal(
        "unit,year,1.2:a\nSNV,,1\nSTC,25,1\nSYT,x,1\n",
        {"211 f.csv:2:5: error: expected a year from 1945 to 9999, not \"\"", "211 f.csv:3:5", "211 f.csv:4:5"}, {});
    check_refusal("unit,round,1.2:a\nSNV,apraisal,x\nSTC,survey,1\n",
                  {"211 f.csv:2:5: error: expected one of self, appraisal, re_appraisal, survey, authority, not "
                   "\"apraisal\"",
                   "150 f.csv:2:14", "403 f.csv:3:12"});
}

TEST_CASE("one bad unit does not spoil the others") {
    const std::vector<unit_reading> units = read("unit,1.2:a\nSNV,1\nSTC,x\n SYT,1\nSXD,1\n").value();
    REQUIRE(units.size() == 4);
    CHECK(units[0].marks.has_value());
    CHECK_FALSE(units[1].marks.has_value());
    CHECK(codes(units[2].marks.error()) == std::vector{error_code::invalid_value});
    CHECK(units[3].marks.has_value());
}

TEST_CASE("text that is no CSV refuses the file, with what is wrong in its units") {
    check_refusal("unit,1.2:a\nSNV,x\nSTC,1\"\nSYT,1,5\n", {"150 f.csv:2:5", "214 f.csv:3:6", "215 f.csv:4:7"});
    CHECK_FALSE(read("unit,1.2:a\nSNV,x\nSTC,1\"\n").has_value());
    check_refusal("unit,1.2:a\nSNV\xFF,1\n", {"203 f.csv:2:4"});
}

TEST_CASE("texts are brought to normal form C with a note") {
    const std::vector<unit_reading> units =
        read("unit,criterion,plan,good\nS\u01A0\u0323,1.1,k\u0069\u0323p_thơ\u0300i,kho\u0302ng\n").value();
    REQUIRE(units.size() == 1);
    CHECK(units[0].code == "S\u1EE2");
    CHECK(marks("unit,criterion,plan,good\nSN,1.1,ki\u0323p_thơ\u0300i,kho\u0302ng\n") ==
          "SN 2025 appraisal 1.1 plan=kịp_thời good=no\n");
    CHECK(codes(units[0].notes) == std::vector(3, error_code::name_normalized));
    CHECK(units[0].notes[1].where.column == 9);
}

TEST_CASE("files, cells and units are bounded") {
    CHECK(codes(read(std::string(limits::file_bytes + 1, 'x')).error()) == std::vector{error_code::input_too_large});

    std::string many = "unit,1.2:a\n";
    for (std::size_t unit = 0; unit <= limits::assessed_units; ++unit) many += std::to_string(unit) + ",1\n";
    CHECK(codes(read(many).error()) == std::vector{error_code::too_many_assessments});

    std::string wide = "unit,round";
    std::string row = "SNV,self";
    for (std::size_t column = 2; column < limits::csv_columns; ++column) {
        wide += ",9:f" + std::to_string(column);
        row += ",1";
    }
    wide += '\n';
    for (std::size_t cells = 0; cells <= limits::csv_cells; cells += limits::csv_columns) wide += row + '\n';
    const diagnostics found = read(wide).error();
    CHECK(count(found, error_code::csv_too_many_cells) == 1);

    std::string unknown = "unit,criterion";
    for (int column = 0; column < 500; ++column) unknown += ",unknown" + std::to_string(column);
    const diagnostics columns = read(unknown + '\n').error();
    REQUIRE(columns.size() == limits::diagnostics + 1);
    CHECK(columns.back().message == "300 further findings are not listed");

    std::string hopeless = "unit,criterion,fact,value\n";
    for (int line = 0; line < 500; ++line) hopeless += "SNV,1.2,a,x\n";
    const std::vector<unit_reading> units = read(hopeless).value();
    REQUIRE(units.size() == 1);
    REQUIRE(units[0].marks.error().size() == limits::diagnostics + 1);
    CHECK(units[0].marks.error().back().message == "300 further findings are not listed");
}
