#include "report_generator/html_writer.hpp"
#include "report_generator/markdown_writer.hpp"
#include "sample_plan.hpp"

#include <doctest/doctest.h>

namespace {

using namespace parindex::report;

document with(block each) {
    document out;
    out.language = "vi";
    out.title = "a < b";
    out.body.push_back(std::move(each));
    return out;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

table small_table() {
    table out;
    out.caption = "Điểm";
    out.columns = {{"TT", alignment::centered, 10}, {"Nội dung", alignment::left, 0}, {"Điểm", alignment::right, 0}};
    out.rows = {{{plain("1")}, {plain("a|b")}, {plain("-0,61")}}};
    out.total = table_row{{bold("Tổng cộng"), 2}, {bold("1")}};
    out.name_column = 1;
    return out;
}

}  // namespace

TEST_CASE("Markdown escapes what would mean something and nothing else") {
    CHECK(escape_markdown("Sở - ngành (số 1.2), SNV-CCHC&VTLT 133/QĐ-UBND.") ==
          "Sở - ngành (số 1.2), SNV-CCHC&VTLT 133/QĐ-UBND.");
    CHECK(escape_markdown("a*b_c`d[e]<f>|~\\") == "a\\*b\\_c\\`d\\[e\\]\\<f>\\|\\~\\\\");
    CHECK(escape_markdown("&lt; & &#60; &x") == "\\&lt; & \\&#60; &x");
    CHECK(escape_markdown("a\nb\tc") == "a b c");
}

TEST_CASE("Markdown escapes what would begin a block") {
    CHECK(escape_markdown_line("1. x") == "1\\. x");
    CHECK(escape_markdown_line("12) x") == "12\\) x");
    CHECK(escape_markdown_line("1.2. x") == "1.2. x");
    CHECK(escape_markdown_line("2021") == "2021");
    CHECK(escape_markdown_line("- x") == "\\- x");
    CHECK(escape_markdown_line("-0,61") == "-0,61");
    CHECK(escape_markdown_line("---") == "\\---");
    CHECK(escape_markdown_line("# x") == "\\# x");
    CHECK(escape_markdown_line("> x") == "\\> x");
    CHECK(escape_markdown_line("     x") == "x");
    CHECK(escape_markdown_line("") == "");
}

TEST_CASE("Markdown tables keep their columns whatever stands in a cell") {
    CHECK(write_markdown(with(small_table())) ==
          "| TT | Nội dung | Điểm |\n| :---: | :--- | ---: |\n| 1 | a\\|b | -0,61 |\n| **Tổng cộng** | | **1** |\n");
}

TEST_CASE("Markdown lists have the marks of the original") {
    const list items{list_marker::dash, {{plain("Tồn tại"), {{plain("Đơn vị"), {}}}}, {plain("1. x"), {}}}};
    CHECK(write_markdown(with(items)) == "- Tồn tại\n  + Đơn vị\n- 1\\. x\n");
    const list numbered{list_marker::number, {{plain("a"), {}}, {plain("b"), {}}}};
    CHECK(write_markdown(with(numbered)) == "1. a\n2. b\n");
}

TEST_CASE("Markdown keeps a blank inside its italics and sets the notes apart") {
    document source = with(paragraph{{{"ngày", false, true, 0}, {"", false, true, 2}, {"tháng", false, true, 0}}, {}});
    source.notes_heading = "Ghi chú";
    source.working_notes.emplace_back(paragraph{plain("a"), paragraph_style::body});
    CHECK(write_markdown(source) == "*ngày\u00A0\u00A0tháng*\n\n---\n\n> **Ghi chú**\n>\n> a\n");
}

TEST_CASE("HTML escapes every text") {
    CHECK(escape_html("<b a=\"1\" b='2'>&\n\x01") == "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;  ");
    const std::string hostile = "<script>alert('&')</script>\"";
    sample::world each;
    each.answer.header.subject = hostile;
    each.answer.agency = hostile;
    each.answer.purposes = {hostile};
    each.answer.sections[0].title = hostile;
    each.answer.sections[0].tasks[0].text = hostile;
    each.answer.sections[0].tasks[0].roles.lead = {hostile};
    each.answer.labels.score_column = hostile;
    each.answer.recipients = {hostile};
    each.answer.signed_by = {hostile, hostile};
    const std::string html = write_html(each.compose());
    CHECK(!contains(html, "<script"));
    CHECK(!contains(html, "<SCRIPT"));
    CHECK(contains(html, "&lt;script&gt;"));
}

TEST_CASE("HTML is one page that says its language and loads nothing") {
    const std::string html = write_html(sample::world{}.compose());
    CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
    CHECK(contains(html, "<meta charset=\"utf-8\">"));
    for (const char* outside : {"http:", "https:", "url(", "@import", "<script", "<link", "<img"}) {
        CHECK_MESSAGE(!contains(html, outside), outside);
    }
}

TEST_CASE("HTML tables have a caption, scopes and a merged total") {
    const std::string html = write_html(with(small_table()));
    CHECK(contains(html, "<caption>Điểm</caption>"));
    CHECK(contains(html, "<th scope=\"col\">TT</th>"));
    CHECK(contains(html, "<th scope=\"row\">a|b</th>"));
    CHECK(contains(html, "<td class=\"right\">-0,61</td>"));
    CHECK(contains(html, "<th scope=\"row\" colspan=\"2\" class=\"centered\"><b>Tổng cộng</b></th>"));
}

TEST_CASE("HTML keeps the notes out of print") {
    const std::string html = write_html(sample::world{}.compose());
    const std::size_t end_of_sheet = html.find("</main>");
    CHECK(html.find("Ghi chú nghiệp vụ") > end_of_sheet);
    CHECK(contains(html, ".working-notes { display: none; }"));
}

TEST_CASE("both formats hold the same figures") {
    const document source = sample::world{}.compose();
    for (const std::string& text : {write_markdown(source), write_html(source)}) {
        for (const char* figure : {"15,11", "-0,61", "-0,28", "-0,89", "7,61", "06/20", "15/20"}) {
            CHECK_MESSAGE(contains(text, figure), figure);
        }
    }
}

TEST_CASE("HTML never breaks the number of a document, and leaves its characters alone") {
    const auto html = [](const char* text) { return write_html(with(paragraph{plain(text), {}})); };
    CHECK(contains(html("Căn cứ Quyết định số 134/QĐ-UBND ngày 20/01/2022 và"),
                   "số <span class=\"code\">134/QĐ-UBND</span> ngày 20/01/2022 và"));
    CHECK(contains(html("(số 274/SNV-CCHC&VTLT);"), "<span class=\"code\">274/SNV-CCHC&amp;VTLT);</span></p>"));
    for (const char* code : {"19-NQ/TW", "30/2020/NĐ-CP", "10/2015/QH13", "/KH-VPUB"}) {
        CHECK_MESSAGE(contains(html(code), std::string("<span class=\"code\">") + code + "</span>"), code);
    }
    const std::string long_word = "1/A-" + std::string(60, 'x');
    for (const char* other : {"06/20", "0,95/1", "và/hoặc", "SNV/VPUB", "20/01/2022", "Hành chính - Quản trị",
                              "https://a/B-1", long_word.c_str()}) {
        CHECK_MESSAGE(!contains(html(other), "class=\"code\""), other);
    }
    CHECK(contains(html("  a   b\n"), "<p>  a   b </p>"));
    CHECK(contains(write_html(with(heading{1, "Quyết định 134/QĐ-UBND"})),
                   "<span class=\"code\">134/QĐ-UBND</span></h2>"));
    CHECK(contains(html(""), ".code { white-space: nowrap; }"));
}
