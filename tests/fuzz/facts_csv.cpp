// The reader of facts in CSV, and the CSV reader below it. However a text is cut into pieces, its rows and findings are
// the same; a cell stands where it says. A refusal has a place in the text and a message in UTF-8; what is accepted is
// written as JSON, and reads and scores the same.
#include "invariant.hpp"

#include "parindex/index/par_index.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/facts_csv.hpp"
#include "parindex/io/score_file.hpp"
#include "parindex/text/csv.hpp"
#include "parindex/text/utf8.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace parindex;

namespace {

/// The set that the facts of the corpus are for: every kind of fact, and a leaf without rule.
constexpr std::string_view known_set = R"set({"format":"parindex.criteria/1",
"decision":{"number":"134","issuer":"Sơn La","date":"2022"},"name":"n","not_applicable":"rescale_field",
"rules":{"zero_denominator":"error","missing_fact":"open"},
"parts":[{"code":"a","name":"A","scored_by":["unit","appraiser"]}],
"fields":[{"code":"1","name":"1","children":[
{"code":"1.1","name":"x","part":"a","maximum":2,"rule":{"facts":[{"name":"a"},{"name":"b"}],"share":"reject",
"kind":"linear","of":"b/a","points":2}},
{"code":"1.2","name":"y","part":"a","maximum":1,"rule":{"facts":[{"name":"l","kind":"level","levels":[{"code":"kịp"},
{"code":"late"}]},{"name":"q","kind":"yes_no"}],"missing_fact":"error","kind":"levels","fact":"l","levels":[
{"level":"kịp","rule":{"kind":"cases","cases":[{"if":"q","points":1}],"otherwise":{"points":"0.5"}}},
{"level":"late","points":0}]}},
{"code":"1.3","name":"z","part":"a","maximum":1,"rule":{"facts":[{"name":"d","kind":"date"}],"kind":"steps","of":"d",
"steps":[{"to":"2025-12-15","points":1},{"above":"2025-12-15","points":0}]}},
{"code":"1.4","name":"p","part":"a","maximum":3,"rule":{"facts":[{"name":"r","kind":"percent","least":0,"most":100},
{"name":"n","kind":"number"}],"kind":"linear","of":"min(max(r, n), 1)","points":3,"least":0}},
{"code":"1.5","name":"s","part":"a","maximum":1}]}]})set";

const criteria_set& fixed_set() {
    static const criteria_set set = read_criteria_set(known_set, "set").value();
    return set;
}

void check_findings(const diagnostics& found, std::string_view text) {
    for (const diagnostic& each : found) {
        FUZZ_REQUIRE(!each.message.empty());
        FUZZ_REQUIRE(!find_invalid_utf8(each.message));
        FUZZ_REQUIRE(each.where.file == "f");
        if (each.message.ends_with("further findings are not listed")) continue;
        FUZZ_REQUIRE(each.where.line >= 1 && each.where.column >= 1);
        FUZZ_REQUIRE(each.where.line <= text.size() + 1 && each.where.column <= text.size() + 1);
    }
}

/// The text from a place on, found by counting.
std::string_view text_at(std::string_view text, csv_place where) {
    for (; where.line > 1; --where.line) text.remove_prefix(text.find('\n') + 1);
    for (; where.column > 1; --where.column) {
        const decoded_code_point next = decode_utf8(text, 0);
        text.remove_prefix(next.ok() ? next.size : 1);
    }
    return text;
}

/// Rows and findings as one text.
std::string rows_of(std::string_view text, std::size_t piece) {
    std::string out;
    csv_reader reader("f", [&out](std::span<const csv_cell> cells) {
        for (const csv_cell& each : cells) {
            out += std::to_string(each.where.line) + ':' + std::to_string(each.where.column) + ' ';
            out.append(each.text).push_back('\0');
        }
        out += '\n';
    });
    for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
    for (const diagnostic& each : reader.finish()) out += to_string(each) + '\n';
    return out;
}

void use_csv(std::string_view text) {
    // A byte order mark has no column.
    const std::string_view counted = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
    std::size_t columns = 0;
    const diagnostics found = read_csv(text, "f", [&](std::span<const csv_cell> cells) {
        FUZZ_REQUIRE(!cells.empty() && (columns == 0 || cells.size() == columns));
        columns = cells.size();
        for (const csv_cell& each : cells) {
            FUZZ_REQUIRE(!find_invalid_utf8(each.text));
            const std::string_view spelled = text_at(counted, each.where);
            FUZZ_REQUIRE(each.quoted ? spelled.starts_with('"') : spelled.starts_with(each.text));
            const std::string_view behind = text_at(counted, each.place(each.text.size()));
            FUZZ_REQUIRE(!each.quoted || behind.starts_with('"'));
        }
    });
    check_findings(found, text);
    const std::string whole = rows_of(text, text.size() + 1);
    FUZZ_REQUIRE(rows_of(text, 1) == whole);
    FUZZ_REQUIRE(rows_of(text, 3) == whole);
}

void check_same(const assessment& marks) {
    const result<assessment> again = read_assessment(write_assessment(marks), "f", &fixed_set());
    FUZZ_REQUIRE(again && again->marks.size() == marks.marks.size());
    const result<evaluation> scored = evaluate(fixed_set(), marks);
    const result<evaluation> scored_again = evaluate(fixed_set(), *again);
    FUZZ_REQUIRE(scored && scored_again);
    FUZZ_REQUIRE(write_score(*scored, compute_par_index(*scored), {}) ==
                 write_score(*scored_again, compute_par_index(*scored_again), {}));
}

void use_facts(std::string_view text, const facts_csv_options& options) {
    const result<std::vector<unit_reading>> units = read_facts_csv(text, "f", fixed_set(), options);
    if (!units) {
        FUZZ_REQUIRE(has_error(units.error()));
        return check_findings(units.error(), text);
    }
    for (const unit_reading& each : *units) {
        FUZZ_REQUIRE(!each.code.empty() && !each.name.empty());
        check_findings(each.notes, text);
        if (each.marks) {
            FUZZ_REQUIRE(!has_error(each.notes));
            check_same(*each.marks);
        } else {
            FUZZ_REQUIRE(has_error(each.marks.error()));
            check_findings(each.marks.error(), text);
        }
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    use_csv(text);
    use_facts(text, {2025, {}, scoring_round::appraisal});
    use_facts(text, {std::nullopt, {}, scoring_round::self});
    return 0;
}
