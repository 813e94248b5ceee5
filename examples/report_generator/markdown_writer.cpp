#include "report_generator/markdown_writer.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace parindex::report {

namespace {

constexpr int title_level = 1;
constexpr int last_level = 6;

/// Spaces are folded when Markdown is shown; these are not.
constexpr std::string_view no_break_space = "\u00A0";

std::string marked(const run& each, std::string text) {
    const std::string_view mark = each.bold && each.italic ? "***" : each.bold ? "**" : each.italic ? "*" : "";
    const std::size_t first = text.find_first_not_of(' ');
    if (mark.empty() || first == std::string::npos) return text;
    // A mark that touches a space is no mark.
    const std::size_t last = text.find_last_not_of(' ');
    text.insert(last + 1, mark);
    text.insert(first, mark);
    return text;
}

std::string blank_text(int width) {
    std::string out;
    for (; width > 0; --width) out += no_break_space;
    return out;
}

/// Neighbours in one style share their marks, so that a blank within italics does not interrupt them.
std::string inline_text(const inlines& content, bool starts_line) {
    std::string out;
    for (auto first = content.begin(); first != content.end();) {
        const auto last = std::find_if(first, content.end(), [first](const run& each) {
            return each.bold != first->bold || each.italic != first->italic;
        });
        std::string text;
        for (auto each = first; each != last; ++each) {
            // An emphasis mark in front of the text keeps it from beginning a block.
            const bool begins_line = starts_line && out.empty() && text.empty() && !each->bold && !each->italic;
            if (each->blank_width > 0) {
                text += blank_text(each->blank_width);
            } else {
                text += begins_line ? escape_markdown_line(each->text) : escape_markdown(each->text);
            }
        }
        out += marked(*first, std::move(text));
        first = last;
    }
    return out;
}

class markdown_writer {
public:
    std::string run(const document& source) {
        for (const block& each : source.body) write(each);
        if (!source.working_notes.empty()) {
            line("---");
            prefix_ = "> ";
            line("**" + escape_markdown(source.notes_heading) + "**");
            for (const block& each : source.working_notes) write(each);
        }
        return std::move(out_);
    }

private:
    void write(const block& each) {
        std::visit([this](const auto& kind) { write_block(kind); }, each);
    }

    /// One paragraph; paragraphs are kept apart by an empty line.
    void line(std::string_view text) {
        if (text.empty()) return;
        part_blocks();
        raw_line(text);
    }
    void raw_line(std::string_view text) {
        out_ += prefix_;
        out_ += text;
        out_ += '\n';
    }
    void part_blocks() {
        if (out_.empty()) return;
        if (!prefix_.empty() && in_quote_) out_ += '>';
        out_ += '\n';
        in_quote_ = !prefix_.empty();
    }
    void heading_line(int level, std::string_view text) {
        line(std::string(static_cast<std::size_t>(std::min(level, last_level)), '#') + ' ' + std::string(text));
    }

    void write_block(const letterhead& head) {
        line(inline_text(head.parent_agency, true));
        line(inline_text(head.agency, true));
        line(inline_text(head.state_name, true));
        line(inline_text(head.motto, true));
        line(inline_text(head.number, true));
        line(inline_text(head.place_and_date, true));
    }

    void write_block(const title_block& title) {
        // A heading is bold by itself.
        heading_line(title_level, escape_heading(text_of(title.type)));
        line(inline_text(title.subject, true));
    }

    void write_block(const heading& each) { heading_line(title_level + each.level, escape_heading(each.text)); }

    void write_block(const paragraph& each) { line(inline_text(each.content, true)); }

    void write_block(const list& each) {
        if (each.items.empty()) return;
        part_blocks();
        std::size_t ordinal = 0;
        for (const list_item& item : each.items) {
            write_item(item, marker_of(each.marker, ++ordinal), 0);
        }
    }

    static std::string marker_of(list_marker marker, std::size_t ordinal) {
        switch (marker) {
            case list_marker::dash: return "- ";
            case list_marker::plus: return "+ ";
            case list_marker::number: return std::to_string(ordinal) + ". ";
        }
        return "- ";
    }

    void write_item(const list_item& item, const std::string& marker, std::size_t indent) {
        raw_line(std::string(indent, ' ') + marker + inline_text(item.content, true));
        for (const list_item& inner : item.items) write_item(inner, "+ ", indent + marker.size());
    }

    void write_block(const table& each) {
        std::string head = "|";
        std::string rule = "|";
        for (const table_column& column : each.columns) {
            head += ' ' + escape_markdown(column.name) + " |";
            rule += rule_of(column.align);
        }
        part_blocks();
        raw_line(head);
        raw_line(rule);
        for (const table_row& row : each.rows) write_row(row);
        if (each.total) write_row(*each.total);
    }

    static std::string_view rule_of(alignment align) {
        switch (align) {
            case alignment::left: return " :--- |";
            case alignment::centered: return " :---: |";
            case alignment::right: return " ---: |";
        }
        return " --- |";
    }

    /// Pipe tables know no merged cells: the columns that a cell spans stay empty.
    void write_row(const table_row& row) {
        std::string text = "|";
        for (const table_cell& cell : row) {
            text += ' ' + inline_text(cell.content, false) + " |";
            for (int spanned = 1; spanned < cell.columns; ++spanned) text += " |";
        }
        raw_line(text);
    }

    void write_block(const signature_block& end) {
        if (!end.recipients.empty()) {
            line("***" + escape_markdown(end.recipients_heading) + "***");
            part_blocks();
            for (const inlines& each : end.recipients) raw_line("- " + inline_text(each, true));
        }
        if (!end.post.empty()) line("**" + escape_markdown(end.post) + "**");
        if (!end.name.empty()) line("**" + escape_markdown(end.name) + "**");
    }

    /// A "#" at its end would close a heading.
    static std::string escape_heading(std::string_view text) {
        std::string out = escape_markdown(text);
        if (!out.empty() && out.back() == '#') out.insert(out.size() - 1, 1, '\\');
        return out;
    }

    std::string out_;
    std::string_view prefix_;
    bool in_quote_ = false;
};

}  // namespace

std::string write_markdown(const document& source) {
    return markdown_writer().run(source);
}

}  // namespace parindex::report
