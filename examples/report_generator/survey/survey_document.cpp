#include "report_generator/survey/survey_document.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/csv_text.hpp"
#include "report_generator/json_text.hpp"
#include "report_generator/survey/survey_wording.hpp"
#include "report_generator/text_from.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace parindex::report {

namespace {

namespace words = survey_wording;
using kind = survey_value_kind;

constexpr rounding two_places{2, rounding_mode::half_up};
constexpr int hundred = 100;

bool is_text(const survey_value& value) {
    return value.kind == kind::label;
}

// For people.

std::string exact_text(const ratio& value) {
    constexpr std::size_t longest = 24;
    const std::optional<decimal> short_form = value.exact_decimal();
    if (short_form) return print_number(*short_form);
    const std::string fraction = value.to_string();
    return fraction.size() <= longest ? fraction : print_number(value, two_places, fixed_places).text;
}

std::string with_comma(std::string number) {
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

std::string printed(const survey_value& value) {
    switch (value.kind) {
        case kind::nothing: return std::string(words::nothing);
        case kind::hidden: return std::string(words::hidden);
        case kind::label: return value.text;
        case kind::measure: return with_comma(value.text);
        case kind::count: return std::to_string(value.count);
        case kind::number: return exact_text(value.value);
        case kind::level: return print_number(value.value, two_places, fixed_places).text;
        case kind::share: break;
    }
    const std::string percent = print_number(value.value * ratio(hundred), two_places, fixed_places).text + " %";
    return value.has_count ? text_from(percent, " (", std::to_string(value.count), ")") : percent;
}

table printed_table(const survey_table& source, const std::vector<std::size_t>& columns) {
    table out;
    out.caption = source.caption;
    for (const std::size_t column : columns) {
        const bool text = std::all_of(source.rows.begin(), source.rows.end(),
                                      [column](const auto& row) { return is_text(row[column]); });
        out.columns.push_back({source.columns[column].name, text ? alignment::left : alignment::right, 0});
    }
    for (const auto& row : source.rows) {
        table_row& cells = out.rows.emplace_back();
        for (const std::size_t column : columns) cells.push_back({plain(printed(row[column])), 1});
    }
    return out;
}

/// Columns before the first one of shares: who or what a row is about. Without shares, the first.
std::size_t naming_columns(const survey_table& source) {
    std::size_t out = 0;
    while (out < source.columns.size() &&
           std::none_of(source.rows.begin(), source.rows.end(), [out](const std::vector<survey_value>& row) {
               return row[out].kind != kind::label && row[out].kind != kind::count && row[out].kind != kind::nothing;
           })) {
        ++out;
    }
    return out < source.columns.size() ? out : 1;
}

/// The table in parts of about one width that a page has room for; each says what its rows are about.
std::vector<table> printed_tables(const survey_table& source) {
    constexpr std::size_t widest = 13;  // columns
    const std::size_t all = source.columns.size();
    const std::size_t names = all > widest ? std::min(naming_columns(source), widest - 1) : 0;
    const std::size_t parts = all > widest ? (all - names - 1) / (widest - names) + 1 : 1;
    std::vector<table> out;
    for (std::size_t part = 0; part < parts; ++part) {
        std::vector<std::size_t> columns(names);
        std::iota(columns.begin(), columns.end(), std::size_t{0});
        const std::size_t end = names + (all - names) * (part + 1) / parts;
        for (std::size_t column = names + (all - names) * part / parts; column < end; ++column) {
            columns.push_back(column);
        }
        out.push_back(printed_table(source, columns));
    }
    return out;
}

// For programs.

std::string rounded_text(const ratio& value) {
    return to_string(value.to_decimal(two_places.places, two_places.mode).value);
}

std::string json_value(const survey_value& value) {
    switch (value.kind) {
        case kind::nothing: return "null";
        case kind::hidden: return "{\"hidden\": \"too_few\"}";
        case kind::label: return json_string(value.text);
        case kind::measure: return json_string(value.text);
        case kind::count: return std::to_string(value.count);
        case kind::number: return text_from("\"", value.value.to_string(), "\"");
        case kind::level:
            return text_from("{\"exact\": \"", value.value.to_string(), "\", \"level\": \"", rounded_text(value.value),
                             "\"}");
        case kind::share: break;
    }
    return text_from("{\"exact\": \"", value.value.to_string(), "\", \"percent\": \"",
                     rounded_text(value.value * ratio(hundred)), "\"",
                     value.has_count ? text_from(", \"count\": ", std::to_string(value.count)) : "", "}");
}

std::string csv_value(const survey_value& value) {
    switch (value.kind) {
        case kind::nothing: return {};
        case kind::hidden: return std::string(words::hidden);
        case kind::label: return csv_label(value.text);
        case kind::measure: return csv_text(value.text);
        case kind::count: return std::to_string(value.count);
        case kind::number: return value.value.to_string();
        case kind::level: return rounded_text(value.value);
        case kind::share: break;
    }
    return rounded_text(value.value * ratio(hundred));
}

bool has_counts(const survey_table& source, std::size_t column) {
    return std::any_of(source.rows.begin(), source.rows.end(),
                       [column](const auto& row) { return row[column].kind == kind::share && row[column].has_count; });
}

}  // namespace

document survey_document(const survey_report& report) {
    document out;
    out.language = words::language;
    out.title = report.name;
    out.landscape = true;
    out.body.emplace_back(title_block{plain(std::string(words::title)), plain(report.name)});
    const auto say = [&out](std::string_view what, std::string_view text) {
        out.body.emplace_back(paragraph{plain(text_from(what, text)), paragraph_style::body});
    };
    say(words::questionnaire, report.questionnaire);
    say(words::method, report.survey_method);
    if (report.method) {
        say(words::formula,
            text_from(to_string(report.method->formula), " – ", words::of(words::formulas, report.method->formula)));
        say(words::aggregation, words::of(words::aggregations, report.method->units));
    } else {
        say(words::no_index, "");
    }
    for (const survey_table& each : report.tables) {
        std::string caption = each.caption;
        for (table& part : printed_tables(each)) {
            out.body.emplace_back(heading{1, caption});
            out.body.emplace_back(std::move(part));
            caption = text_from(each.caption, words::continued);
        }
        if (!each.note.empty()) say(each.note, "");
    }
    if (report.hides) say(text_from(words::hidden_first, std::to_string(report.minimum_cell)), words::hidden_last);
    return out;
}

std::string survey_json(const survey_report& report) {
    std::string out = text_from(
        "{\n  \"format\": \"parindex.survey_tables/1\",\n  \"questionnaire\": ", json_string(report.questionnaire),
        ",\n  \"survey_method\": ", json_string(report.survey_method));
    if (report.method) {
        out += text_from(",\n  \"formula\": ", json_string(to_string(report.method->formula)),
                         ",\n  \"aggregation\": ", json_string(to_string(report.method->units)));
    }
    out += text_from(",\n  \"minimum_cell\": ", std::to_string(report.minimum_cell), ",\n  \"tables\": [");
    for (std::size_t at = 0; at < report.tables.size(); ++at) {
        const survey_table& each = report.tables[at];
        out += text_from(at == 0 ? "" : ",", "\n    {\n      \"key\": ", json_string(each.key),
                         ",\n      \"caption\": ", json_string(each.caption), ",\n      \"columns\": [");
        for (const survey_column& column : each.columns) {
            out += text_from(&column == each.columns.data() ? "" : ",", "\n        {\"key\": ", json_string(column.key),
                             ", \"name\": ", json_string(column.name), "}");
        }
        out += "\n      ],\n      \"rows\": [";
        for (const std::vector<survey_value>& row : each.rows) {
            out += &row == each.rows.data() ? "\n        [" : ",\n        [";
            for (const survey_value& value : row) out += text_from(&value == row.data() ? "" : ", ", json_value(value));
            out += ']';
        }
        out += each.rows.empty() ? "]\n    }" : "\n      ]\n    }";
    }
    return out + "\n  ]\n}\n";
}

std::string survey_csv(const survey_table& source) {
    std::vector<bool> counts;
    std::string out = "\xEF\xBB\xBF";
    for (std::size_t column = 0; column < source.columns.size(); ++column) {
        counts.push_back(has_counts(source, column));
        const std::string name = source.columns[column].name;
        out += text_from(column == 0 ? "" : ",", csv_label(name));
        if (counts.back()) out += text_from(",", csv_label(text_from(name, words::count_suffix)));
    }
    out += "\r\n";
    for (const auto& row : source.rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            out += text_from(column == 0 ? "" : ",", csv_value(row[column]));
            if (!counts[column]) continue;
            out += text_from(",", row[column].kind == kind::hidden ? std::string(words::hidden)
                                  : row[column].has_count          ? std::to_string(row[column].count)
                                                                   : std::string());
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace parindex::report
