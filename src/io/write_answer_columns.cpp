#include "io/json_values.hpp"
#include "parindex/io/answer_columns_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::put;
using json::tree;

void put_codes(tree& out, std::string_view key, const std::vector<std::pair<std::string, std::string>>& columns) {
    if (columns.empty()) return;
    tree& codes = out[key] = tree::object();
    for (const auto& [code, column] : columns) codes[code] = column;
}

}  // namespace

std::string write_answer_columns(const answer_columns& columns) {
    tree out{{"format", "parindex.answer_columns/1"}, {"layout", to_string(columns.layout)}};
    put(out, "unit", columns.unit);
    put(out, "unit_code", columns.unit_code);
    put(out, "respondent", columns.respondent);
    put(out, "stratum", columns.stratum);
    put(out, "cluster", columns.cluster);
    put_codes(out, "groups", columns.groups);
    put_codes(out, "questions", columns.questions);
    if (!columns.options.empty()) {
        tree& options = out["options"] = tree::array();
        for (const option_column& each : columns.options) {
            options.push_back({{"question", each.question}, {"option", each.option}, {"column", each.column}});
        }
    }
    put(out, "seconds", columns.seconds);
    if (columns.separator != answer_columns().separator) out["separator"] = columns.separator;
    put(out, "question", columns.question);
    put(out, "answer", columns.answer);
    put(out, "option", columns.option);
    put(out, "count", columns.count);
    put(out, "issued", columns.issued);
    put(out, "returned", columns.returned);
    put(out, "valid", columns.valid);
    if (!columns.words.empty()) {
        tree& questions = out["words"] = tree::object();
        for (const auto& [question, words] : columns.words) {
            tree& options = questions[question] = tree::object();
            for (const auto& [word, option] : words) options[word] = option;
        }
    }
    return out.file_text();
}

}  // namespace parindex::inline v0
