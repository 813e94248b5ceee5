// What every reader says about text that is not JSON, or JSON beyond the limits. The criteria reader stands for all.
#include "files.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/utf8.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

void check_syntax(const std::string& text, error_code code = error_code::json_syntax) {
    const marked_text expected = marked(text);
    check_only_error(refused_criteria(expected.text), expected, code, "");
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t index = 0; index < times; ++index) out += text;
    return out;
}

/// The small criteria set with something in place of its name.
std::string with_name(const std::string& value) {
    return replaced(small_criteria, R"("Bộ chỉ số")", value);
}

}  // namespace

TEST_CASE("a syntax error has the place of the byte that does not belong") {
    check_syntax(with_name("§}"));
    check_syntax(with_name("\"Bộ chỉ số\" §\"x\""));
    check_syntax(with_name("\"Bộ chỉ số\",§,"));
    check_syntax(with_name("§'Bộ'"));
    check_syntax(with_name("§é"));
    check_syntax(with_name("[1,§]"));
    check_syntax(with_name("{\"a\": 1,§}"));
    check_syntax(with_name("\"Bộ§\n\""));
    check_syntax(with_name("\"Bộ§\t\""));
    check_syntax(with_name("\"\\§x\""));
    check_syntax(with_name("§// chú thích\n1"));
    check_syntax(with_name("§/* chú thích */ 1"));
}

TEST_CASE("an empty file, or one of white space, is refused") {
    for (const char* text : {"", " ", "\n\n", "\t\r\n", "\xEF\xBB\xBF"}) {
        const diagnostics found = refused_criteria(text);
        REQUIRE(codes(found) == std::vector{error_code::json_syntax});
        CHECK(found[0].message == "expected more JSON before the end of the text");
        CHECK(found[0].where.line >= 1);
        CHECK(found[0].where.column >= 1);
    }
    CHECK(refused_criteria("\n\n  ")[0].where.line == 3);
    CHECK(refused_criteria("\n\n  ")[0].where.column == 3);
}

TEST_CASE("text after the value is refused where it starts") {
    check_syntax(small_criteria + "§x");
    check_syntax(small_criteria + "\n\n §{}");
    check_syntax(small_criteria + "§]");
    check_syntax(small_criteria + "\n§,");
    CHECK(refused_criteria(small_criteria + " \r\n\t").empty());
}

TEST_CASE("a NUL byte is refused wherever it stands") {
    const std::string nul(1, '\0');
    check_syntax(small_criteria + "§" + nul);
    check_syntax(small_criteria + "\n§" + nul + "anything at all");
    check_syntax("§" + nul + small_criteria);
    check_syntax(with_name("§" + nul));
    check_syntax(with_name("\"B§" + nul + "\""));
    check_syntax(with_name("\"Bộ\"§" + nul + ' '));
}

TEST_CASE("an escaped NUL belongs to its text") {
    CHECK(read_criteria_set(with_name(R"("B\u0000ộ")"), "f").value().at(0).name == std::string("B\0ộ", 5));
}

TEST_CASE("a byte order mark is skipped and takes no column") {
    CHECK(read_criteria_set("\xEF\xBB\xBF" + small_criteria, "f").has_value());
    const diagnostics found = refused_criteria("\xEF\xBB\xBF?");
    REQUIRE(codes(found) == std::vector{error_code::json_syntax});
    CHECK(found[0].where.line == 1);
    CHECK(found[0].where.column == 1);
    CHECK(codes(refused_criteria("\xEF\xBB\xBF\xEF\xBB\xBF{}")) == std::vector{error_code::json_syntax});
    CHECK(codes(refused_criteria("\xEF\xBB")) == std::vector{error_code::invalid_utf8});
    CHECK(codes(refused_criteria(std::string("\xFF\xFE{\0}\0", 6))) == std::vector{error_code::invalid_utf8});
}

TEST_CASE("bytes that are not UTF-8 are refused where they start") {
    for (const char* bytes :
         {"\x80", "\xFF", "\xC0\xAF", "\xE1\xBB", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"}) {
        check_syntax(with_name("\"Bộ §" + std::string(bytes) + " số\""), error_code::invalid_utf8);
        check_syntax(small_criteria + "\n\n§" + bytes, error_code::invalid_utf8);
    }
}

TEST_CASE("UTF-16 is called by its name") {
    for (const std::string& text : {std::string("\xFF\xFE{\0}\0", 6), std::string("\xFE\xFF\0{\0}", 6)}) {
        const diagnostics found = read_criteria_set(text, "wide.json").error();
        CHECK(only(found, error_code::invalid_utf8).message ==
              "expected UTF-8; this is UTF-16: save the file as UTF-8");
    }
}

TEST_CASE("lone surrogates are refused and pairs are read") {
    for (const char* escape :
         {R"(\ud800)", R"(\udc00)", R"(\ud800x)", R"(\ud800\ud800)", R"(\udc00\ud800)", R"(\ud800A)"}) {
        const diagnostics found = refused_criteria(with_name('"' + std::string(escape) + '"'));
        CAPTURE(escape);
        REQUIRE(codes(found) == std::vector{error_code::json_syntax});
        CHECK(found[0].where.line == 4);
    }
    CHECK(read_criteria_set(with_name(R"("\ud835\udcb3")"), "f").value().at(0).name == "𝒳");
}

TEST_CASE("escapes in a text do not shift the places behind it") {
    const marked_text text =
        marked(replaced(small_criteria, R"("Chỉ đạo",)", R"("\"\\\/\b\f\n\r\t\u1ec9 \ud835\udcb3\\", §"colour": 1,)"));
    check_only_error(refused_criteria(text.text), text, error_code::unknown_key, "/fields/0/colour");
    const marked_text key =
        marked(replaced(small_criteria, R"("Chỉ đạo",)", R"("Chỉ đạo", "a\"\\": 1, §"\u0062": 2,)"));
    const diagnostics found = refused_criteria(key.text);
    REQUIRE(codes(found) == std::vector(2, error_code::unknown_key));
    CHECK(found[1].where.line == key.line);
    CHECK(found[1].where.column == key.column);
    CHECK(found[1].where.pointer == "/fields/0/b");
    // An escaped key is the key.
    CHECK(read_criteria_set(replaced(small_criteria, R"("name": "Bộ)", R"("n\u0061me": "Bộ)"), "f").has_value());
}

TEST_CASE("carriage returns belong to the line that they end") {
    std::string text;
    for (const char c : replaced(small_criteria, R"("Chỉ đạo")", "§5")) {
        if (c == '\n') text += '\r';
        text += c;
    }
    const marked_text expected = marked(text);
    CHECK(expected.line == 6);
    check_only_error(refused_criteria(expected.text), expected, error_code::wrong_type, "/fields/0/name");
}

TEST_CASE("values may be nested to the limit and no deeper") {
    const std::size_t inside = limits::json_depth - 1;  // the file's own object is the first level
    const auto nested = [](std::size_t levels) {
        return with_name(repeated("[", levels - 1) + "§[" + repeated("]", levels));
    };
    const marked_text deepest = marked(nested(inside));
    CHECK(codes(refused_criteria(deepest.text)) == std::vector{error_code::wrong_type});
    check_syntax(nested(inside + 1), error_code::too_deep);
    check_syntax(with_name(repeated("[", inside) + "§[" + repeated("[", 100'000)), error_code::too_deep);
    check_syntax(with_name(repeated(R"({"a":)", inside) + "§{" + repeated(R"("a":{)", 100'000)), error_code::too_deep);
    check_syntax(repeated("[", limits::json_depth) + "§" + repeated("[", 1'000'000), error_code::too_deep);
}

TEST_CASE("a file holds as many values as the limit says and no more") {
    const auto wide = [](std::size_t values) { return "[" + repeated("0,", values - 2) + "§0]"; };
    CHECK(count(refused_criteria(marked(wide(limits::json_values)).text), error_code::too_many_values) == 0);
    check_syntax(wide(limits::json_values + 1), error_code::too_many_values);
}

TEST_CASE("a file may have as many bytes as the limit says and no more") {
    const std::string full = small_criteria + std::string(limits::file_bytes - small_criteria.size(), ' ');
    CHECK(refused_criteria(full).empty());
    const diagnostics found = refused_criteria(full + ' ');
    REQUIRE(codes(found) == std::vector{error_code::input_too_large});
    CHECK(found[0].where.file == "criteria.json");
}

TEST_CASE("a million unknown keys are answered quickly and the first of them are listed") {
    std::string keys;
    for (int index = 0; index < 900'000; ++index) keys += "\"kez" + std::to_string(index) + "\":0,";
    const diagnostics found = refused_criteria(replaced(small_criteria, R"("name": "Bộ)", keys + R"("name": "Bộ)"));
    REQUIRE(found.size() == limits::diagnostics + 1);
    CHECK(found.front().code == error_code::unknown_key);
    CHECK(found.back().message == "899800 further findings are not listed");
}

TEST_CASE("a million equal keys are answered quickly") {
    const diagnostics found = refused_criteria("{" + repeated("\"name\":0,", 900'000) + "\"name\":0}");
    CHECK(found.size() == limits::diagnostics + 1);
}

TEST_CASE("16 million digits are answered quickly") {
    const diagnostics found = refused_criteria(with_name(repeated("9", limits::file_bytes / 2)));
    CHECK(found.size() == 1);
    CHECK(found[0].message.size() < 400);
    const diagnostics text =
        refused_criteria(replaced(small_criteria, R"("10")", '"' + repeated("9", limits::file_bytes / 2) + '"'));
    CHECK(codes(text) == std::vector{error_code::number_too_long});
}

TEST_CASE("a syntax error behind a long text is short and UTF-8") {
    for (const char* end : {"\n", "\\x", "\t"}) {
        const diagnostics found = refused_criteria(with_name('"' + repeated("ế", 1'000'000) + end + '"'));
        REQUIRE(codes(found) == std::vector{error_code::json_syntax});
        CHECK(found[0].message.size() < 400);
        CHECK_FALSE(find_invalid_utf8(found[0].message).has_value());
    }
    const diagnostics found = refused_criteria(with_name("ế"));
    REQUIRE(found.size() == 1);
    CHECK_FALSE(find_invalid_utf8(found[0].message).has_value());
}
