#include "../son_la.hpp"
#include "files.hpp"
#include "parindex/text/utf8.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

/// Replaces `from` in the small criteria set and expects one error at the mark.
void check_error(std::string_view from, std::string_view to, error_code code, std::string_view pointer) {
    const marked_text text = marked(replaced(small_criteria, from, to));
    check_only_error(refused_criteria(text.text), text, code, pointer);
}

}  // namespace

TEST_CASE("the criteria file of Sơn La is the set that its plan rests on") {
    diagnostics notes;
    const criteria_set set = read_criteria_set(son_la_file("criteria.json"), "criteria.json", &notes).value();
    const criteria_set expected = son_la_set();
    CHECK(notes.empty());
    CHECK(set.key() == expected.key());
    CHECK(set.codes() == provenance::assigned);
    REQUIRE(set.nodes().size() == expected.nodes().size());
    for (std::size_t index = 0; index < set.nodes().size(); ++index) {
        CAPTURE(set.at(index).code);
        CHECK(set.at(index).code == expected.at(index).code);
        CHECK(set.at(index).maximum == expected.at(index).maximum);
        CHECK(set.at(index).maximum_origin == expected.at(index).maximum_origin);
        CHECK(set.at(index).kind == expected.at(index).kind);
        CHECK(set.at(index).part == expected.at(index).part);
        CHECK(set.at(index).end == expected.at(index).end);
    }
    CHECK(set.at(set.find("8.1")).name.starts_with("Khảo sát sự hài lòng"));
}

TEST_CASE("the small criteria set is accepted") {
    CHECK(small_set().at(1).maximum == 10);
}

TEST_CASE("errors of form in a criteria set have their place") {
    check_error(R"("parindex.criteria/1")", R"(§"parindex.criteria/2")", error_code::unsupported_format, "/format");
    check_error(R"({"code": "1", "name": "Chỉ đạo", "part")", R"(§{"code": "1", "part")", error_code::missing_key,
                "/fields/0");
    check_error(R"("Bộ chỉ số")", R"(§7)", error_code::wrong_type, "/name");
    check_error(R"("Thẩm định",)", R"("Thẩm định", §"ký/hiệu~": 1,)", error_code::unknown_key, "/parts/0/ký~1hiệu~0");
    check_error(R"("Chỉ đạo",)", R"("Chỉ đạo", §"name": "Chỉ đạo",)", error_code::duplicate_key, "/fields/0/name");
    check_error(R"("appraiser")", R"(§"appraisal")", error_code::invalid_value, "/parts/0/scored_by/0");
    check_error(R"("2022-01-20")", R"(§"2022-02-30")", error_code::invalid_date, "/decision/date");
    check_error(R"("maximum": "10")", R"("maximum": §"10,5")", error_code::invalid_number, "/fields/0/maximum");
    check_error(R"("maximum": "10")", R"("maximum": §true)", error_code::wrong_type, "/fields/0/maximum");
    check_error(R"("maximum": "10")", R"("maximum": {"value": §[]})", error_code::wrong_type,
                "/fields/0/maximum/value");
    check_error(R"("maximum": "10")", R"("maximum": §{"provenance": "printed"})", error_code::missing_key,
                "/fields/0/maximum");
    check_error(R"("maximum": "10")", R"("maximum": {"value": 10, "provenance": §"assigned"})",
                error_code::invalid_value, "/fields/0/maximum/provenance");
    check_error(R"("name": "Bộ chỉ số",)", R"("name": "Bộ chỉ số", "codes": §"inferred",)", error_code::invalid_value,
                "/codes");
    check_error(R"("maximum": "10")", R"("maximum": "10", "children": §{})", error_code::wrong_type,
                "/fields/0/children");
    check_error(R"("part": "a", "maximum": "10")", R"("children": [§5])", error_code::wrong_type,
                "/fields/0/children/0");
}

TEST_CASE("an array in the place of an object is one error and its elements are none") {
    check_error(R"({"number": "134/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "date": "2022-01-20"})", R"(§[1, 2])",
                error_code::wrong_type, "/decision");
    check_error(R"("maximum": "10")", R"("maximum": §[1, 2])", error_code::wrong_type, "/fields/0/maximum");
    check_error("\"fields\": [{", "\"fields\": [§[1, 2], {", error_code::wrong_type, "/fields/0");
}

TEST_CASE("errors of content in a criteria set have the place of the criterion") {
    check_error(R"({"code": "1", "name": "Chỉ đạo", "part": "a")", R"(§{"code": "1", "name": "Chỉ đạo", "part": "b")",
                error_code::unknown_code, "/fields/0");
    const marked_text twice =
        marked(replaced(small_criteria, R"("maximum": "10"}])",
                        R"("maximum": "10"}, §{"code": "1", "name": "Đ", "part": "a", "maximum": 1}])"));
    check_only_error(refused_criteria(twice.text), twice, error_code::duplicate_code, "/fields/1");
}

TEST_CASE("columns count code points, of whatever size, and lines end at the line feed") {
    const auto unknown = error_code::unknown_key;
    check_error(R"("Chỉ đạo",)", R"("Chỉ đạo điều hành – 𝒳 ", §"colour": 1,)", unknown, "/fields/0/colour");
    check_error(R"("Chỉ đạo",)", "\"Chỉ đạo\",\r\n  §\"màu\": 1,", unknown, "/fields/0/màu");
    check_error(R"("Chỉ đạo",)", "\"Chi\u0309 đạo\",\t§\"colour\": 1,", unknown, "/fields/0/colour");
}

TEST_CASE("an unknown key comes with the key that was meant") {
    const diagnostics found = refused_criteria(replaced(small_criteria, R"("maximum": "10")", R"("maximun": "10")"));
    const diagnostic unknown = only(found, error_code::unknown_key);
    CHECK(unknown.message == "unknown key \"maximun\"; did you mean \"maximum\"?");
    CHECK(unknown.where.pointer == "/fields/0/maximun");
    CHECK(
        only(refused_criteria(replaced(small_criteria, R"("maximum": "10")", R"("maximum": "10", "xyzzyxyzzy": 1)")),
             error_code::unknown_key)
            .message ==
        "unknown key \"xyzzyxyzzy\"; expected one of code, name, part, maximum, points, minimum, cap, not_applicable, "
        "rule, evidence, source, remainder, children");
}

TEST_CASE("several errors of one file are reported together, in the order of the text") {
    const std::string text = R"({
  "format": "parindex.criteria/1",
  "decision": {"number": 134, "issuer": "UBND", "date": "20/01/2022"},
  "name": "Bộ chỉ số",
  "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["appraiser", "ủy ban"]}],
  "fields": [
    {"code": "1", "name": "Chỉ đạo", "part": "a", "maximum": "NaN"},
    {"code": "1", "name": "Thể chế", "part": "b", "maximum": -1, "màu": 2}
  ]
})";
    const diagnostics found = refused_criteria(text);
    INFO(listed(found));
    CHECK(only(found, error_code::wrong_type).where.column == 26);
    CHECK(only(found, error_code::wrong_type).where.line == 3);
    CHECK(only(found, error_code::invalid_date).where.column == 57);
    CHECK(count(found, error_code::invalid_value) >= 1);
    CHECK(only(found, error_code::invalid_number).where.line == 7);
    CHECK(only(found, error_code::duplicate_code).where.line == 8);
    CHECK(only(found, error_code::unknown_code).where.column == 5);
    CHECK(only(found, error_code::negative_maximum).where.pointer == "/fields/1");
    CHECK(only(found, error_code::unknown_key).where.column == 66);
    for (std::size_t index = 1; index < found.size(); ++index) {
        CHECK(found[index - 1].where.line <= found[index].where.line);
    }
}

TEST_CASE("numbers may be JSON numbers or strings and mean the same") {
    for (const char* number : {"10", "10.0", "10.50", "0.1", "0", "-0", "1.0000000000000000000000000000"}) {
        const std::string as_number =
            replaced(small_criteria, R"("maximum": "10")", std::string(R"("maximum": )") + number);
        const std::string as_text =
            replaced(small_criteria, R"("maximum": "10")", std::string(R"("maximum": ")") + number + '"');
        CAPTURE(number);
        REQUIRE(read_criteria_set(as_number, "f").has_value());
        CHECK(read_criteria_set(as_number, "f")->at(1).maximum == read_criteria_set(as_text, "f")->at(1).maximum);
        CHECK(read_criteria_set(as_number, "f")->at(1).maximum == exact(number));
    }
}

TEST_CASE("the digits of a JSON number never pass through binary floating point") {
    const auto total = [](const std::string& digits) {
        return *read_assessment(replaced(small_assessment, R"("total": "9.5")", R"("total": )" + digits), "f")
                    .value()
                    .published.total;
    };
    CHECK(total("0.123456789012345678") == points("0.123456789012345678"));
    CHECK(total("9007199254740993") == points("9007199254740993"));
    CHECK(total("9223372036854775807") == points("9223372036854775807"));
    CHECK(total("16.1") == points("16.1"));
}

TEST_CASE("numbers that are none, or too long, or too precise, are refused in both spellings with the same code") {
    const auto codes_for = [](const std::string& value) {
        return codes(refused_criteria(replaced(small_criteria, R"("10")", value)));
    };
    const auto check_both = [&](const std::string& number, error_code code) {
        CAPTURE(number);
        CHECK(codes_for(number) == std::vector{code});
        CHECK(codes_for('"' + number + '"') == std::vector{code});
    };
    check_both("1e5", error_code::invalid_number);
    check_both("1E+2", error_code::invalid_number);
    check_both("1e400", error_code::invalid_number);
    check_both("-1e400", error_code::invalid_number);
    check_both("1e-400", error_code::invalid_number);
    check_both("1.0000000000000000000000001", error_code::number_too_precise);
    check_both("9223372036854775808", error_code::number_too_precise);
    check_both(std::string(65, '9'), error_code::number_too_long);
    check_both(std::string(400, '9'), error_code::number_too_long);
    check_both("0." + std::string(1000, '1'), error_code::number_too_long);
    check_both(std::string(100'000, '1'), error_code::number_too_long);
    for (const char* text : {"",    " ",  "NaN", "nan",   "Infinity", "-inf", "0,95",  "1.", ".5", "+1", "01",
                             "-01", "1 ", " 1",  "1_000", "0x10",     "--1",  "1.2.3", "٣",  "１", "−1", "1\\u0000"}) {
        CAPTURE(text);
        CHECK(codes_for('"' + std::string(text) + '"') == std::vector{error_code::invalid_number});
    }
    for (const char* text :
         {"NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x10", "0,95", "-", "1e", "1e+", "--1"}) {
        CAPTURE(text);
        CHECK(codes_for(text) == std::vector{error_code::json_syntax});
    }
}

TEST_CASE("a message that quotes a text is UTF-8 and of bounded length") {
    for (std::size_t ascii = 0; ascii < 8; ++ascii) {
        std::string text(ascii, 'x');
        for (int index = 0; index < 5000; ++index) text += "ế";
        const diagnostics number = refused_criteria(replaced(small_criteria, R"("10")", '"' + text + '"'));
        REQUIRE(number.size() == 1);
        CHECK_FALSE(find_invalid_utf8(number[0].message).has_value());
        CHECK(number[0].message.size() < 400);
        const diagnostics key = refused_criteria(replaced(small_criteria, R"("10")", R"("10", ")" + text + R"(": 1)"));
        REQUIRE(key.size() == 1);
        CHECK_FALSE(find_invalid_utf8(key[0].message).has_value());
        CHECK(key[0].message.size() < 400);
    }
}

TEST_CASE("null stands for an absent optional value and not for a required one") {
    CHECK(read_criteria_set(replaced(small_criteria, R"("name": "Bộ chỉ số",)",
                                     R"("name": "Bộ chỉ số", "codes": null, "maximum": null,)"),
                            "f")
              .has_value());
    const diagnostics found = refused_criteria(replaced(small_criteria, R"("Bộ chỉ số")", "null"));
    CHECK(codes(found) == std::vector{error_code::missing_key});
}

TEST_CASE("a text that is not in normal form C is brought to it, with a note") {
    diagnostics notes;
    const std::string decomposed = "Chi\u0309 \u0111a\u0323o";
    const criteria_set set =
        read_criteria_set(replaced(small_criteria, "Chỉ đạo", decomposed), "criteria.json", &notes).value();
    CHECK(set.at(1).name == "Chỉ đạo");
    REQUIRE(codes(notes) == std::vector{error_code::name_normalized});
    CHECK(notes[0].level == severity::note);
    CHECK(notes[0].where.line == 6);
    CHECK(notes[0].where.column == 36);
    CHECK(notes[0].where.pointer == "/fields/0/name");
}

TEST_CASE("codes match whatever form they were typed in") {
    const std::string set = replaced(small_criteria, R"("code": "a")", "\"code\": \"d\u0309\"");
    CHECK(read_criteria_set(replaced(set, R"("part": "a")", "\"part\": \"d\u0309\""), "f").has_value());
    const std::string composed = replaced(small_criteria, R"("code": "a")", "\"code\": \"\u1ebf\"");
    CHECK(read_criteria_set(replaced(composed, R"("part": "a")", "\"part\": \"e\u0302\u0301\""), "f").has_value());
}

TEST_CASE("a refused file leaves no notes") {
    diagnostics notes;
    const std::string decomposed = replaced(small_criteria, "Chỉ đạo", "Chi\u0309 đạo");
    CHECK_FALSE(read_criteria_set(replaced(decomposed, R"("10")", "true"), "f", &notes).has_value());
    CHECK(notes.empty());
}

TEST_CASE("a free source and a schema are allowed in every file") {
    CHECK(read_criteria_set(replaced(small_criteria, R"("name": "Bộ chỉ số",)",
                                     R"("name": "Bộ chỉ số", "source": "s", "$schema": "x",)"),
                            "f")
              .has_value());
}

TEST_CASE("a file whose root is no object is refused at its start") {
    for (const char* text : {"[]", "null", "1", "\"text\"", "true"}) {
        const diagnostics found = refused_criteria(text);
        CAPTURE(text);
        REQUIRE(!found.empty());
        CHECK(found[0].code == error_code::wrong_type);
        CHECK(found[0].where.line == 1);
        CHECK(found[0].where.column == 1);
    }
}

TEST_CASE("a one-line file of 16 MB with 90,000 criteria is read quickly") {
    std::string fields;
    for (int index = 0; index < 90'000; ++index) {
        fields += std::string(index == 0 ? "" : ",") + R"({"code":"c)" + std::to_string(index) +
                  R"(","name":"Công tác chỉ đạo, điều hành và các việc khác nữa","part":"a","maximum":0.5})";
    }
    const std::size_t begin = small_criteria.find("[{\"code\": \"1\"");
    const std::string text = small_criteria.substr(0, begin) + '[' + fields + "]}";
    CHECK(read_criteria_set(text, "f").value().at(0).maximum == 45'000);
}
