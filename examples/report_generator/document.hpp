/// @file
/// A document as a person reads it, with nothing of any file format: what Markdown and HTML are written from now, and
/// word-processor and spreadsheet files later.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace parindex::report {

/// A stretch of text in one style, or the blank of a field that is still to be filled in by hand.
struct run {
    std::string text;  ///< UTF-8; empty for a blank.
    bool bold = false;
    bool italic = false;
    int blank_width = 0;  ///< Above zero: a blank about this many characters wide.
};

/// Text within one paragraph, cell or list item.
using inlines = std::vector<run>;

[[nodiscard]] inline inlines plain(std::string text) {
    return {{std::move(text), false, false, 0}};
}
[[nodiscard]] inline inlines bold(std::string text) {
    return {{std::move(text), true, false, 0}};
}
[[nodiscard]] inline inlines italic(std::string text) {
    return {{std::move(text), false, true, 0}};
}

/// The text alone; a blank counts as one space.
[[nodiscard]] inline std::string text_of(const inlines& content) {
    std::string text;
    for (const run& each : content) text += each.blank_width > 0 ? std::string(" ") : each.text;
    return text;
}

/// The head of an administrative document: the issuing agency with the number at the left, the name and motto of the
/// state with place and date at the right. The parts are named, not laid out, because Decree 30/2020/ND-CP gives each
/// its own size and rule.
struct letterhead {
    inlines parent_agency;  ///< May be empty.
    inlines agency;
    inlines number;
    inlines state_name;
    inlines motto;
    inlines place_and_date;
};

/// The type of the document and what it is about.
struct title_block {
    inlines type;     ///< "KẾ HOẠCH"
    inlines subject;  ///< Trích yếu.
};

/// A heading; its number is part of the text, because other documents refer to it.
struct heading {
    int level = 1;  ///< 1..4
    std::string text;
};

enum class paragraph_style { body, centered, right };

struct paragraph {
    inlines content;
    paragraph_style style = paragraph_style::body;
};

/// How the items of a list begin. Items within an item begin with a plus sign.
enum class list_marker { dash, plus, number };

struct list_item {
    inlines content;
    std::vector<list_item> items;
};

struct list {
    list_marker marker = list_marker::dash;
    std::vector<list_item> items;
};

enum class alignment { left, centered, right };

struct table_column {
    std::string name;
    alignment align = alignment::left;
    int width = 0;  ///< Share of the table's width in percent; 0: what the text needs.
};

struct table_cell {
    inlines content;
    int columns = 1;  ///< How many columns the cell spans.
};

using table_row = std::vector<table_cell>;

struct table {
    std::string caption;  ///< Says what the table shows to those who cannot see it; need not be printed.
    std::vector<table_column> columns;
    std::vector<table_row> rows;
    std::optional<table_row> total;
    std::size_t name_column = 0;  ///< The column whose cell names its row.
};

/// Who receives the document, and who signs it.
struct signature_block {
    std::string recipients_heading;
    std::vector<inlines> recipients;
    std::string post;
    std::string name;
};

using block = std::variant<letterhead, title_block, heading, paragraph, list, table, signature_block>;

struct document {
    std::string language;    ///< BCP 47: "vi".
    std::string title;       ///< For the window or file properties.
    bool landscape = false;  ///< Pages lie on their side, as Decree 30/2020 allows where wide tables stand in the text.
    std::vector<block> body;
    /// What the person preparing the document should know. Kept apart so that no writer can print it as content.
    std::string notes_heading;
    std::vector<block> working_notes;
};

}  // namespace parindex::report
