#include "report_generator/html_writer.hpp"

#include "report_generator/html_style.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <variant>

namespace parindex::report {

namespace {

constexpr int title_level = 1;
constexpr int last_level = 6;
constexpr std::string_view no_break_space = "\u00A0";

std::string_view class_of(alignment align) {
    switch (align) {
        case alignment::left: return "";
        case alignment::centered: return "centered";
        case alignment::right: return "right";
    }
    return "";
}

std::string class_attribute(std::string_view name) {
    return name.empty() ? std::string() : text_from(" class=\"", name, "\"");
}

/// Whether a word is the number of a document, such as "134/QĐ-UBND" or "10/2015/QH13". It is known by its slash, a
/// capital, and a digit or hyphen. A long word must be allowed to break, whatever it is.
bool is_document_code(std::string_view word) {
    constexpr std::size_t longest = 40;  // bytes
    constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const auto has_any = [word](std::string_view characters) {
        return word.find_first_of(characters) != std::string_view::npos;
    };
    return word.size() <= longest && has_any("/") && has_any(capitals) && has_any("0123456789-") &&
           word.find("//") == std::string_view::npos;
}

/// Whether `text` begins with a percentage whose sign stands apart, such as "89,59 %".
bool begins_with_percent(std::string_view text, std::size_t space) {
    constexpr std::string_view sign = " %";
    return space > 0 && text[space - 1] >= '0' && text[space - 1] <= '9' && text.substr(space).starts_with(sign) &&
           (text.size() == space + sign.size() || text[space + sign.size()] == ' ');
}

/// `text` for element content. Browsers break lines behind hyphens and slashes and between a number and its sign; the
/// number of a document and a percentage stay whole, by style, so that their characters can be copied as they are.
std::string text_html(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t space = std::min(text.find(' '), text.size());
        const bool percent = begins_with_percent(text, space);
        if (percent) space += 2;
        const std::string_view word = text.substr(0, space);
        const std::string html = escape_html(word);
        out += percent || is_document_code(word) ? text_from("<span class=\"code\">", html, "</span>") : html;
        const std::size_t next = std::min(text.find_first_not_of(' ', space), text.size());
        out += text.substr(space, next - space);
        text.remove_prefix(next);
    }
    return out;
}

std::string inline_html(const inlines& content) {
    std::string out;
    for (const run& each : content) {
        if (each.blank_width > 0) {
            out += "<span class=\"blank\">";
            for (int width = 0; width < each.blank_width; ++width) out += no_break_space;
            out += "</span>";
            continue;
        }
        if (each.bold) out += "<b>";
        if (each.italic) out += "<i>";
        out += text_html(each.text);
        if (each.italic) out += "</i>";
        if (each.bold) out += "</b>";
    }
    return out;
}

class html_writer {
public:
    std::string run(const document& source) {
        out_ += "<!DOCTYPE html>\n<html lang=\"" + escape_html(source.language) + "\">\n<head>\n";
        out_ += "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
        out_ += "<title>" + escape_html(source.title) + "</title>\n<style>";
        out_ += html_style;
        out_ +=
            text_from("</style>\n</head>\n<body>\n<main class=\"sheet", source.landscape ? " landscape" : "", "\">\n");
        for (const block& each : source.body) write(each);
        out_ += "</main>\n";
        if (!source.working_notes.empty()) write_notes(source);
        out_ += "</body>\n</html>\n";
        return std::move(out_);
    }

private:
    void write(const block& each) {
        std::visit([this](const auto& kind) { write_block(kind); }, each);
    }

    void write_notes(const document& source) {
        out_ += "<aside class=\"working-notes\" aria-labelledby=\"working-notes\">\n";
        out_ += "<h2 id=\"working-notes\">" + escape_html(source.notes_heading) + "</h2>\n";
        // Bullets are drawn by the style there: the marks of an official document would only be in the way.
        in_notes_ = true;
        for (const block& each : source.working_notes) write(each);
        out_ += "</aside>\n";
    }

    void write_paragraph(std::string_view html, std::string_view css_class = "") {
        if (html.empty()) return;
        out_ += text_from("<p", class_attribute(css_class), ">", html, "</p>\n");
    }

    void write_block(const letterhead& head) {
        out_ += "<header class=\"letterhead\">\n<div class=\"agency\">\n";
        write_paragraph(inline_html(head.parent_agency));
        write_paragraph(inline_html(head.agency), "issuer");
        out_ += "</div>\n<div class=\"state\">\n";
        write_paragraph(inline_html(head.state_name), "state-name");
        write_paragraph("<span>" + inline_html(head.motto) + "</span>", "motto");
        out_ += "</div>\n";
        // Empty or not, each of the four fills its place in the grid.
        out_ += "<p class=\"number\">" + inline_html(head.number) + "</p>\n";
        out_ += "<p class=\"date\">" + inline_html(head.place_and_date) + "</p>\n</header>\n";
    }

    void write_block(const title_block& title) {
        out_ += "<div class=\"title\">\n<h1>" + escape_html(text_of(title.type)) + "</h1>\n";
        write_paragraph(inline_html(title.subject));
        out_ += "</div>\n";
    }

    void write_block(const heading& each) {
        const std::string tag = "h" + std::to_string(std::min(title_level + each.level, last_level));
        out_ += '<' + tag + '>' + text_html(each.text) + "</" + tag + ">\n";
    }

    void write_block(const paragraph& each) {
        std::string_view css_class;
        if (each.style == paragraph_style::centered) css_class = "centered";
        if (each.style == paragraph_style::right) css_class = "right";
        write_paragraph(inline_html(each.content), css_class);
    }

    void write_block(const list& each) {
        if (each.items.empty()) return;
        // The marks are text, as in the original, so that they are copied with it. Some readers drop the list role
        // together with the drawn bullets, hence the explicit one.
        const std::string_view tag = each.marker == list_marker::number ? "ol" : "ul";
        open_list(tag);
        std::size_t ordinal = 0;
        for (const list_item& item : each.items) write_item(item, marker_of(each.marker, ++ordinal));
        out_ += text_from("</", tag, ">\n");
    }

    void open_list(std::string_view tag) { out_ += text_from("<", tag, " role=\"list\">\n"); }

    [[nodiscard]] std::string marker_of(list_marker marker, std::size_t ordinal) const {
        if (marker == list_marker::number) return std::to_string(ordinal) + ". ";
        if (in_notes_) return {};
        return marker == list_marker::dash ? "- " : "+ ";
    }

    void write_item(const list_item& item, const std::string& marker) {
        out_ += "<li>";
        write_paragraph(marker + inline_html(item.content));
        if (!item.items.empty()) {
            open_list("ul");
            for (const list_item& inner : item.items) write_item(inner, marker_of(list_marker::plus, 0));
            out_ += "</ul>\n";
        }
        out_ += "</li>\n";
    }

    void write_block(const table& each) {
        out_ += "<div class=\"table-frame\">\n<table>\n";
        if (!each.caption.empty()) out_ += "<caption>" + escape_html(each.caption) + "</caption>\n";
        out_ += "<colgroup>";
        for (const table_column& column : each.columns) {
            out_ += column.width > 0 ? "<col style=\"width: " + std::to_string(column.width) + "%\">" : "<col>";
        }
        out_ += "</colgroup>\n<thead>\n<tr>";
        for (const table_column& column : each.columns)
            out_ += "<th scope=\"col\">" + escape_html(column.name) + "</th>";
        out_ += "</tr>\n</thead>\n<tbody>\n";
        for (const table_row& row : each.rows) write_row(each, row);
        out_ += "</tbody>\n";
        if (each.total) {
            out_ += "<tfoot>\n";
            write_row(each, *each.total);
            out_ += "</tfoot>\n";
        }
        out_ += "</table>\n</div>\n";
    }

    void write_row(const table& source, const table_row& row) {
        out_ += "<tr>";
        std::size_t column = 0;
        for (const table_cell& cell : row) {
            const std::size_t next = column + static_cast<std::size_t>(std::max(cell.columns, 1));
            const bool names_row = column <= source.name_column && source.name_column < next;
            const bool merged = next - column > 1;
            out_ += names_row ? "<th scope=\"row\"" : "<td";
            if (merged) out_ += " colspan=\"" + std::to_string(next - column) + '"';
            const alignment align =
                merged || column >= source.columns.size() ? alignment::centered : source.columns[column].align;
            out_ += text_from(class_attribute(class_of(align)), ">", inline_html(cell.content),
                              names_row ? "</th>" : "</td>");
            column = next;
        }
        out_ += "</tr>\n";
    }

    void write_block(const signature_block& end) {
        out_ += "<footer class=\"signature\">\n<div class=\"recipients\">\n";
        if (!end.recipients.empty()) {
            write_paragraph(escape_html(end.recipients_heading), "recipients-heading");
            open_list("ul");
            for (const inlines& each : end.recipients) out_ += "<li>- " + inline_html(each) + "</li>\n";
            out_ += "</ul>\n";
        }
        out_ += "</div>\n<div class=\"signatory\">\n";
        write_paragraph(escape_html(end.post), "post");
        write_paragraph(escape_html(end.name), "signed-name");
        out_ += "</div>\n</footer>\n";
    }

    std::string out_;
    bool in_notes_ = false;
};

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char each : text) {
        switch (each) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += static_cast<unsigned char>(each) < 0x20 || each == 0x7F ? ' ' : each;
        }
    }
    return out;
}

std::string write_html(const document& source) {
    return html_writer().run(source);
}

}  // namespace parindex::report
