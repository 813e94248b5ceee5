// What is written is read back as the same value, and the same value has the same bytes.
#include "files.hpp"

#include "parindex/io/organization_file.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

decimal points(const char* text) {
    return parse_decimal(text).value;
}

/// Everything that a set can say.
const std::string full_criteria = R"({
  "format": "parindex.criteria/1",
  "source": "Made up.",
  "decision": {"number": "1692/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2018-07-12"},
  "amends": {"number": "1051/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2018-05-09", "provenance": "assigned", "assumption": "x"},
  "name": "Bộ chỉ số",
  "unit_groups": [{"code": "so", "name": "Sở, ban, ngành"}],
  "codes": "assigned",
  "maximum": {"value": "12.50", "provenance": "inferred", "assumption": "sum"},
  "minimum": "0", "cap": "12.5",
  "not_applicable": "rescale_field",
  "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["unit", "appraiser"], "maximum": "12.5"},
            {"code": "s", "name": "Điều tra", "scored_by": ["survey", "authority"]}],
  "fields": [
    {"code": "1", "name": "Chỉ đạo", "maximum": "12.5", "not_applicable": "full",
     "source": {"document": "1051/QĐ-UBND", "article": "Điều 5"},
     "children": [{"code": "1.1", "name": "Kế hoạch", "part": "a", "maximum": 2, "minimum": "-0.5", "evidence": ["Kế hoạch", "Báo cáo"]},
                  {"code": "1.2", "name": "Chỉ có điểm trừ", "part": "a"},
                  {"code": "1.R", "part": "a", "remainder": {"assumption": "rest"}}]},
    {"code": "S", "name": "Khảo sát", "part": "s", "maximum": "0"},
    {"code": "B", "name": "Điểm thưởng", "points": "bonus", "cap": "1", "children": [{"code": "B.1", "name": "Sáng kiến", "part": "a", "maximum": "2"}]},
    {"code": "P", "name": "Điểm phạt", "points": "penalty", "children": [{"code": "P.1", "name": "Báo cáo chậm", "part": "a"}]}]
})";

const std::string full_assessments = R"({
  "format": "parindex.assessments/1",
  "source": "Made up.",
  "set": {"number": "1692/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2018-07-12"},
  "year": 2018,
  "units": [
    {"unit": {"code": "SNV", "name": "Sở Nội vụ", "group": "so", "outside_ranking": "cơ quan đặc thù"},
     "rounds": [
       {"round": "self", "marks": [{"criterion": "1.1", "score": "2", "evidence": [{"document": "12/KH-SNV", "place": "mục 2"}, {"document": "3/BC"}], "explanation": "đủ"}]},
       {"round": "appraisal", "marks": [{"criterion": "1.1", "score": {"value": "1.5", "provenance": "inferred", "assumption": "x"}},
                                        {"criterion": "1.2", "loss": "0.10"}, {"criterion": "P.1", "loss": "0.25"}]},
       {"round": "survey", "marks": [{"criterion": "S", "not_applicable": "không khảo sát"}]}],
     "published": {"total": "12.00", "self_total": "2.0", "deductions": "0.5", "parts": {"a": "12.0"}, "fields": {"1": "12"}, "satisfaction_rank": {"place": 2, "of": 9, "change": -1}}},
    {"unit": {"code": "STP", "name": "Sở Tư pháp", "group": "so"}, "rounds": []}]
})";

}  // namespace

TEST_CASE("everything that a set can say is written back") {
    const criteria_set set = read_criteria_set(full_criteria, "f").value();
    const std::string text = write_criteria_set(set);
    const criteria_set again = read_criteria_set(text, "g").value();
    CHECK(write_criteria_set(again) == text);
    CHECK(again.amends()->number == "1051/QĐ-UBND");
    CHECK(again.amends()->origin == provenance::assigned);
    CHECK(again.unit_groups()[0].name == "Sở, ban, ngành");
    CHECK(again.description().source == "Made up.");
    CHECK(again.at(0).highest == ratio(points("12.5")));
    const criteria_set::node& plan = again.at(again.find("1.1"));
    CHECK(plan.lowest == ratio(points("-0.5")));
    CHECK(plan.not_applicable == not_applicable_policy::full);
    CHECK(plan.evidence == std::vector<std::string>{"Kế hoạch", "Báo cáo"});
    CHECK(again.at(again.find("1")).source->article == "Điều 5");
    CHECK(again.at(again.find("1.R")).kind == criteria_set::kind::remainder);
    CHECK(again.at(again.find("P.1")).points == point_kind::penalty);
    CHECK_FALSE(again.at(again.find("P.1")).lowest.has_value());
    for (const char* const word : {"\"12.50\"", "null", "\"forbidden\"", "\"regular\""}) {
        CAPTURE(word);
        CHECK(text.find(word) == std::string::npos);
    }
}

TEST_CASE("everything that marks can say is written back") {
    const criteria_set set = read_criteria_set(full_criteria, "f").value();
    const std::vector<unit_reading> units = read_assessments(full_assessments, "f", &set).value();
    REQUIRE(units.size() == 2);
    std::vector<assessment> marks;
    for (const unit_reading& each : units) {
        REQUIRE(each.marks.has_value());
        marks.push_back(*each.marks);
        const std::string one = write_assessment(marks.back());
        CHECK(write_assessment(read_assessment(one, "g", &set).value()) == one);
    }
    const std::string text = write_assessments(marks);
    CHECK(text.find("\"12.00\"") != std::string::npos);  // its places say how far it was rounded
    const std::vector<unit_reading> again = read_assessments(text, "g", &set).value();
    CHECK(write_assessments(std::vector{*again[0].marks, *again[1].marks}) == text);
    const assessment& first = *again[0].marks;
    CHECK(first.source == "Made up.");
    CHECK(first.unit.outside_ranking == "cơ quan đặc thù");
    CHECK(first.marks[0].proofs == std::vector<evidence>{{"12/KH-SNV", "mục 2"}, {"3/BC", ""}});
    CHECK(first.marks.back().not_applicable == "không khảo sát");
    CHECK(*first.published.self_total == points("2"));
    CHECK(first.published.satisfaction_rank->change == -1);
    CHECK_FALSE(again[1].marks->published.total.has_value());
    CHECK_THROWS_AS(static_cast<void>(write_assessments({})), error);
    marks[1].year = 2019;
    CHECK_THROWS_AS(static_cast<void>(write_assessments(marks)), error);
}

TEST_CASE("the files of Sơn La are written back with all that they say") {
    const criteria_set set = read_criteria_set(son_la_file("criteria.json"), "f").value();
    const std::string text = write_criteria_set(set);
    CHECK(write_criteria_set(read_criteria_set(text, "g").value()) == text);
    CHECK(text.find("Remediation plan of the Office") != std::string::npos);
    const std::string marks = write_assessment(read_assessment(son_la_file("assessment.json"), "f", &set).value());
    CHECK(write_assessment(read_assessment(marks, "g", &set).value()) == marks);
    const std::string units = write_organization(read_organization(son_la_file("organization.json"), "f").value());
    CHECK(write_organization(read_organization(units, "g").value()) == units);
    CHECK(read_organization(units, "g")->units().size() ==
          read_organization(son_la_file("organization.json"), "f")->units().size());
}

TEST_CASE("one bad unit does not spoil the others") {
    const criteria_set set = read_criteria_set(full_criteria, "f").value();
    const std::string text = replaced(full_assessments, R"("code": "SNV", "name": "Sở Nội vụ", "group": "so")",
                                      R"("code": "SNV", "name": "Sở Nội vụ", "group": "xa", "typo": 1)");
    const std::vector<unit_reading> units = read_assessments(text, "f", &set).value();
    REQUIRE(units.size() == 2);
    REQUIRE_FALSE(units[0].marks.has_value());
    CHECK(codes(units[0].marks.error()) ==
          std::vector{error_code::wrong_unit_group, error_code::unknown_key, error_code::invalid_value});
    CHECK(units[0].code == "SNV");
    CHECK(units[0].where.line == 7);
    CHECK(units[1].marks.has_value());
    CHECK(units[1].marks->year == 2018);
    CHECK(units[1].code == "STP");
}

TEST_CASE("what is wrong with a file of several units itself is told once") {
    const auto refused = [](const std::string& text) { return codes(read_assessments(text, "f").error()); };
    CHECK(refused(replaced(full_assessments, R"("year": 2018,)", "")) == std::vector{error_code::missing_key});
    CHECK(refused(R"({"format": "parindex.assessments/1"})") ==
          std::vector{error_code::missing_key, error_code::missing_key, error_code::missing_key});
    CHECK(refused(R"({"format": "parindex.assessments/2"})").back() == error_code::unsupported_format);
    CHECK(refused("[") == std::vector{error_code::json_syntax});
    std::string many =
        R"({"format": "parindex.assessments/1", "set": {"number": "1", "issuer": "a", "date": "2018"}, "year": 2018, "units": [)";
    for (std::size_t unit = 0; unit <= limits::assessed_units; ++unit) many += unit == 0 ? "{}" : ",{}";
    CHECK(refused(many + "]}") == std::vector{error_code::too_many_assessments});
}

TEST_CASE("a file of one unit is one reading") {
    const std::vector<unit_reading> units = read_assessments(small_assessment, "f").value();
    REQUIRE(units.size() == 1);
    CHECK(units[0].code == "VP");
    CHECK(units[0].marks->marks.size() == 1);
}
