#include "parindex/text/csv.hpp"
#include "../findings.hpp"
#include "parindex/support/limits.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace parindex;
using namespace parindex_test;
using namespace std::string_literals;

namespace {

using rows = std::vector<std::vector<std::string>>;

struct reading {
    rows texts;
    std::vector<std::vector<csv_place>> places;
    diagnostics found;
};

/// Read in pieces of `piece` bytes.
reading read(std::string_view text, std::size_t piece) {
    reading out;
    csv_reader reader("f.csv", [&out](std::span<const csv_cell> cells) {
        out.texts.emplace_back();
        out.places.emplace_back();
        for (const csv_cell& each : cells) {
            out.texts.back().emplace_back(each.text);
            out.places.back().push_back(each.where);
        }
    });
    for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
    out.found = reader.finish();
    return out;
}

/// However a text is cut into pieces, the reading is the same.
reading read(std::string_view text) {
    reading whole = read(text, text.size() + 1);
    for (std::size_t piece = 1; piece < 5; ++piece) {
        const reading cut = read(text, piece);
        CHECK(cut.texts == whole.texts);
        CHECK(cut.places == whole.places);
        CHECK(listed(cut.found) == listed(whole.found));
    }
    return whole;
}

rows sound(std::string_view text) {
    CAPTURE(text);
    const reading out = read(text);
    INFO(listed(out.found));
    CHECK(out.found.empty());
    return out.texts;
}

/// "214 2:3", one for each finding.
std::vector<std::string> refused(std::string_view text) {
    std::vector<std::string> out;
    for (const diagnostic& each : read(text).found) {
        CHECK(each.where.file == "f.csv");
        CHECK_FALSE(each.message.empty());
        out.push_back(std::to_string(static_cast<int>(each.code)) + ' ' + std::to_string(each.where.line) + ':' +
                      std::to_string(each.where.column));
    }
    return out;
}

std::string only_message(std::string_view text) {
    const diagnostics found = read(text).found;
    REQUIRE(found.size() == 1);
    return found.front().message;
}

}  // namespace

TEST_CASE("rows end with LF, CRLF or the text") {
    const rows two = {{"a", "b"}, {"1", "2"}};
    CHECK(sound("a,b\n1,2\n") == two);
    CHECK(sound("a,b\r\n1,2\r\n") == two);
    CHECK(sound("a,b\n1,2") == two);
    CHECK(sound("a,b\r\n1,2\n") == two);
    CHECK(sound("a,b") == rows{{"a", "b"}});
    CHECK(sound("a\n\nb\n") == rows{{"a"}, {""}, {"b"}});
}

TEST_CASE("quoted cells hold delimiters, quotes and line breaks") {
    CHECK(sound("a,b\n\"1,5\",\"x\"\n") == rows{{"a", "b"}, {"1,5", "x"}});
    CHECK(sound("a,b\n\"say \"\"no\"\"\",\"\"\"\"\n") == rows{{"a", "b"}, {"say \"no\"", "\""}});
    CHECK(sound("a,b\n\"one\ntwo\",\"one\r\ntwo\"\n") == rows{{"a", "b"}, {"one\ntwo", "one\r\ntwo"}});
    CHECK(sound("a,b\n\"\",\"\"") == rows{{"a", "b"}, {"", ""}});
    CHECK(sound("\"a\nb\",\"c,d;e\"\n1,2\n") == rows{{"a\nb", "c,d;e"}, {"1", "2"}});
}

TEST_CASE("empty cells and spaces are kept") {
    CHECK(sound("a,b,c\n,,\n , x ,\n1,2,") == rows{{"a", "b", "c"}, {"", "", ""}, {" ", " x ", ""}, {"1", "2", ""}});
}

TEST_CASE("the header row tells the delimiter") {
    CHECK(sound("a;b\n1,5;2\n") == rows{{"a", "b"}, {"1,5", "2"}});
    CHECK(sound("a\tb\n1,5\t;\n") == rows{{"a", "b"}, {"1,5", ";"}});
    CHECK(sound("\"a,b\";c\n1;2\n") == rows{{"a,b", "c"}, {"1", "2"}});
    CHECK(sound("a\n1;2\n") == rows{{"a"}, {"1;2"}});
    CHECK(refused("a;b,c\n1;2\n") == std::vector{"214 1:1"s});
    CHECK(only_message("a;b,c\n").find("not semicolon and comma") != std::string::npos);
    CHECK(only_message("a\tb,c\n").find("not tab and comma") != std::string::npos);
}

TEST_CASE("a byte order mark is no part of the first cell") {
    const reading out = read("\xEF\xBB\xBF\"a\",b\n1,2\n");
    CHECK(out.texts == rows{{"a", "b"}, {"1", "2"}});
    CHECK(out.places[0] == std::vector<csv_place>{{1, 1}, {1, 5}});
    CHECK(refused("\xEF\xBB\xBF") == std::vector{"214 1:1"s});
}

TEST_CASE("every cell has its place, columns in code points") {
    const reading out = read("mã,tên\r\n\"Sở \"\"A\"\"\r\nđịa\",x\ný,\"z\"\n");
    REQUIRE(out.found.empty());
    CHECK(out.places == std::vector<std::vector<csv_place>>{{{1, 1}, {1, 4}}, {{2, 1}, {3, 6}}, {{4, 1}, {4, 3}}});
}

TEST_CASE("a byte of a cell has its place in the file") {
    const csv_cell plain{"đúng 5", {3, 7}, false};
    CHECK(plain.place(0) == csv_place{3, 7});
    CHECK(plain.place(7) == csv_place{3, 12});
    CHECK(plain.place(100) == csv_place{3, 13});
    const csv_cell cell{"a\"b\nc\"d", {3, 7}, true};
    CHECK(cell.place(0) == csv_place{3, 8});
    CHECK(cell.place(2) == csv_place{3, 11});
    CHECK(cell.place(4) == csv_place{4, 1});
    CHECK(cell.place(6) == csv_place{4, 4});
}

TEST_CASE("quotes and carriage returns that do not belong") {
    CHECK(refused("a,b\n1,x\"y\n1,2\n") == std::vector{"214 2:4"s});
    CHECK(refused("a,b\n\"1\"x,2\n1,2\n") == std::vector{"214 2:4"s});
    CHECK(refused("a,b\n\"1\" ,2\n") == std::vector{"214 2:4"s});
    CHECK(refused("a,b\n1, \"2\"\n") == std::vector{"214 2:4"s});
    CHECK(refused("a,b\n1,2\r3,4\n") == std::vector{"214 2:4"s});
    CHECK(refused("a,b\n\"1\",\"2\"\rx\n") == std::vector{"214 2:8"s});
    CHECK(refused("a,b\r") == std::vector{"214 1:4"s});
    CHECK(refused("a,b\n\"x\ny\"z,1\n2\n") == std::vector{"214 3:3"s, "215 4:2"s});
}

TEST_CASE("a quote that is never closed is named where it opens") {
    CHECK(refused("a,b\n1,\"2\n3,4\n") == std::vector{"214 2:3"s});
    CHECK(refused("a,\"b\n3,4\n") == std::vector{"214 1:3"s});
}

TEST_CASE("the line of a misplaced quote is left out, and the next is read") {
    const reading out = read("a,b\n1,x\"y\n3,4\n");
    CHECK(out.texts == rows{{"a", "b"}, {"3", "4"}});
}

TEST_CASE("without a sound header row nothing is read") {
    const reading out = read("a,b\"\n3,4\n");
    CHECK(out.texts.empty());
    CHECK(codes(out.found) == std::vector{error_code::csv_syntax});
    CHECK(refused("") == std::vector{"214 1:1"s});
}

TEST_CASE("rows have as many cells as the header row") {
    CHECK(refused("a,b\n1\n1,2,3\n1,2\n\n") == std::vector{"215 2:2"s, "215 3:5"s, "215 5:1"s});
    CHECK(read("a,b\n1\n1,2,3\n1,2\n").texts == rows{{"a", "b"}, {"1", "2"}});
    CHECK(only_message("a,b\n1,94,52\n") ==
          "expected 2 cells as in the header row, not 3; a cell that holds a comma stands between quotes");
    CHECK(only_message("a,b\n\n") == "expected 2 cells as in the header row, not an empty line");
    CHECK(only_message("a,b\n\"\"\n") == "expected 2 cells as in the header row, not 1");
}

TEST_CASE("bytes that are not UTF-8 are found at their place") {
    CHECK(refused("a,b\nđ\x80,2\n\"x\n\"\"\xFF\",1\n1,2\n") == std::vector{"203 2:2"s, "203 4:3"s});
    CHECK(refused("a\xC3,b\n1,2\n") == std::vector{"203 1:2"s});
    CHECK(only_message("\xFF\xFE"s + "a\0,\0b\0\n\0"s).find("UTF-16") != std::string::npos);
}

TEST_CASE("limits stop the reading") {
    const std::string cell(limits::csv_cell_bytes, 'x');
    CHECK(sound("a,b\n" + cell + ",1\n").size() == 2);
    CHECK(read("a,b\n1," + cell + "x\n1\n", 1000).texts.size() == 1);
    CHECK(codes(read("a,b\n1," + cell + "x\n1\n", 1000).found) == std::vector{error_code::csv_cell_too_large});
    const diagnostics open = read("a,b\n1,\"" + cell + "\n1,2\n", 1000).found;
    REQUIRE(codes(open) == std::vector{error_code::csv_cell_too_large});
    CHECK(open[0].where.line == 2);
    CHECK(open[0].where.column == 3);
    CHECK(open[0].message.find("is its closing quote missing?") != std::string::npos);

    std::string row = "a";
    for (std::size_t size = 0; size <= limits::csv_row_bytes; size += cell.size()) row += ',' + cell;
    CHECK(codes(read(row + '\n', 4096).found) == std::vector{error_code::csv_row_too_large});
    CHECK(codes(read(std::string(limits::csv_columns - 1, ',') + '\n', 4096).found).empty());
    CHECK(codes(read(std::string(limits::csv_columns, ',') + '\n', 4096).found) ==
          std::vector{error_code::csv_too_many_columns});
}

TEST_CASE("a header row without end is not gathered without end") {
    csv_reader reader("f.csv", [](std::span<const csv_cell>) { FAIL("no row ends"); });
    const std::string block(limits::csv_cell_bytes, '"');
    for (int blocks = 0; blocks < 100; ++blocks) reader.feed(block);
    CHECK(codes(reader.finish()) == std::vector{error_code::csv_cell_too_large});
}

TEST_CASE("a hopeless file is answered with a bounded number of findings") {
    std::string text = "a,b\n";
    for (int row = 0; row < 1000; ++row) text += "1\n";
    const diagnostics found = read(text, 100).found;
    REQUIRE(found.size() == limits::diagnostics + 1);
    CHECK(found.back().message == "800 further findings are not listed");
}

TEST_CASE("a text as a whole is read as one in pieces") {
    std::size_t count = 0;
    CHECK(
        read_csv("a,b\n1,2\n", "f.csv", [&count](std::span<const csv_cell> cells) { count += cells.size(); }).empty());
    CHECK(count == 4);
}
