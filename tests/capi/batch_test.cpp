// Tables of units: a bad cell fails its unit alone, and every unit has what it has alone.
#include "handles.hpp"

#include "parindex/parindex.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <vector>

using namespace parindex_test;

namespace {

/// 8 fields of 12 leaves, 96 in all, each worth 2.5 points by hand.
std::string set_of_96_leaves() {
    std::string fields;
    for (int field = 1; field <= 8; ++field) {
        std::string leaves;
        for (int leaf = 1; leaf <= 12; ++leaf) {
            const std::string code = std::to_string(field) + '.' + std::to_string(leaf);
            leaves += (leaf == 1 ? "" : ",") + ("{\"code\":\"" + code) + "\",\"name\":\"" + code +
                      R"(","part":"p","maximum":"2.5"})";
        }
        fields += (field == 1 ? "" : ",") + ("{\"code\":\"" + std::to_string(field)) + R"(","name":"f","children":[)" +
                  leaves + "]}";
    }
    return R"({"format":"parindex.criteria/1","decision":{"number":"1/QĐ","issuer":"UBND","date":"2025-01-02"},)"
           R"("name":"96","parts":[{"code":"p","name":"p","scored_by":["appraiser"]}],"fields":[)" +
           fields + "]}";
}

std::vector<int32_t> leaves_of(const owned_set& set) {
    std::vector<int32_t> out;
    for (int32_t at = 0; at < parindex_criteria_set_node_count(set.get()); ++at) {
        parindex_node node{};
        node.struct_size = sizeof node;
        REQUIRE(parindex_criteria_set_node(set.get(), at, &node, nullptr) == PARINDEX_OK);
        if (node.kind == PARINDEX_NODE_LEAF) out.push_back(at);
    }
    return out;
}

/// Arrays for every number that a table can be asked for, filled with something else first.
struct results {
    std::vector<int32_t> statuses, nodes, unmarked;
    std::vector<int64_t> totals, parts, points;
    std::vector<uint8_t> exact;
    parindex_batch_result asked{};

    results(const owned_set& set, size_t units, int32_t places, int32_t rounding = PARINDEX_ROUNDING_HALF_UP)
        : statuses(units, -9), nodes(units, -9), unmarked(units, -9), totals(units, -9), exact(units, 9) {
        parts.assign(units * static_cast<size_t>(parindex_criteria_set_part_count(set.get())), -9);
        points.assign(units * static_cast<size_t>(parindex_criteria_set_node_count(set.get())), -9);
        asked = {sizeof asked,    places,        rounding,      0,
                 statuses.data(), nodes.data(),  totals.data(), unmarked.data(),
                 parts.data(),    points.data(), exact.data()};
    }
    friend bool operator==(const results& a, const results& b) {
        return std::tie(a.statuses, a.nodes, a.unmarked, a.totals, a.parts, a.points, a.exact) ==
               std::tie(b.statuses, b.nodes, b.unmarked, b.totals, b.parts, b.points, b.exact);
    }
};

parindex_batch table_of(const std::vector<parindex_column>& columns, size_t units, int32_t year = 2025) {
    parindex_batch out{};
    out.struct_size = sizeof out;
    out.year = year;
    out.unit_count = units;
    out.columns = columns.data();
    out.column_count = columns.size();
    return out;
}

/// A table of scores with two decimals for all 96 leaves.
struct score_table {
    static constexpr size_t units = 150;
    owned_set set = read_set(set_of_96_leaves());
    std::vector<int32_t> leaves = leaves_of(set);
    std::vector<std::vector<int64_t>> cells;
    std::vector<parindex_column> columns;

    score_table() {
        REQUIRE(leaves.size() == 96);
        for (size_t leaf = 0; leaf < leaves.size(); ++leaf) {
            std::vector<int64_t>& column = cells.emplace_back();
            for (size_t unit = 0; unit < units; ++unit) {
                column.push_back(static_cast<int64_t>((unit * 37 + leaf * 101) % 251));
            }
        }
        for (size_t leaf = 0; leaf < leaves.size(); ++leaf) {
            columns.push_back({leaves[leaf], PARINDEX_NONE, PARINDEX_ROUND_APPRAISAL, 2, cells[leaf].data(), nullptr});
        }
    }
};

parindex_status score(const owned_set& set, const parindex_batch& table, const results& into_,
                      owned_findings* findings = nullptr, parindex_error* error = nullptr,
                      const parindex_context* context = nullptr) {
    owned_findings ignored;
    return parindex_batch_score(set.get(), context, &table, &into_.asked, into(findings ? *findings : ignored), error);
}

int64_t rounded(const std::string& points, const results& as) {
    parindex_decimal out{};
    REQUIRE(parindex_decimal_round(points.data(), points.size(), as.asked.places, as.asked.rounding, &out, nullptr,
                                   nullptr) == PARINDEX_OK);
    return out.coefficient;
}

/// What the arrays say about a unit is what its own evaluation says.
void check_row(const parindex_evaluation* made, const owned_set& set, const results& found, size_t row) {
    CHECK(found.statuses[row] == PARINDEX_OK);
    CHECK(found.nodes[row] == PARINDEX_NONE);
    const auto score_of = [&](int32_t node) {
        return rounded(text_of(parindex_evaluation_points, made, node, PARINDEX_POINTS_SCORE), found);
    };
    CHECK(found.totals[row] == score_of(0));
    size_t unmarked = 0;
    REQUIRE(parindex_evaluation_nodes(made, PARINDEX_NODES_UNMARKED, nullptr, 0, &unmarked, nullptr) == PARINDEX_OK);
    CHECK(found.unmarked[row] == static_cast<int32_t>(unmarked));
    const int32_t nodes = parindex_criteria_set_node_count(set.get());
    for (int32_t node = 0; node < nodes; ++node) {
        CHECK(found.points[row * static_cast<size_t>(nodes) + static_cast<size_t>(node)] == score_of(node));
    }
    const int32_t parts = parindex_criteria_set_part_count(set.get());
    for (int32_t part = 0; part < parts; ++part) {
        CHECK(found.parts[row * static_cast<size_t>(parts) + static_cast<size_t>(part)] ==
              rounded(text_of(parindex_evaluation_part_points, made, part, PARINDEX_POINTS_SCORE), found));
    }
}

}  // namespace

TEST_CASE("one bad cell of 150 units and 96 leaves fails its unit alone") {
    score_table table;
    const results clean(table.set, table.units, 2);
    const parindex_batch batch = table_of(table.columns, table.units);
    owned_findings findings;
    REQUIRE(score(table.set, batch, clean, &findings) == PARINDEX_OK);
    CHECK(findings == nullptr);
    CHECK(std::all_of(clean.statuses.begin(), clean.statuses.end(), [](int32_t each) { return each == PARINDEX_OK; }));
    for (size_t unit = 0; unit < table.units; ++unit) {
        int64_t sum = 0;
        for (const auto& column : table.cells) sum += column[unit];
        CHECK(clean.totals[unit] == sum);
        CHECK(clean.parts[unit] == sum);
    }

    table.cells[12][77] = 251;
    results spoiled(table.set, table.units, 2);
    parindex_error error = error_report();
    REQUIRE(score(table.set, batch, spoiled, &findings, &error) == PARINDEX_OK);
    CHECK(error.code == PARINDEX_OK);
    CHECK(spoiled.statuses[77] == PARINDEX_E_SCORE_ABOVE_MAXIMUM);
    CHECK(spoiled.nodes[77] == table.leaves[12]);
    CHECK(spoiled.totals[77] == 0);
    CHECK(spoiled.unmarked[77] == 0);
    CHECK(spoiled.exact[77] == 0);
    REQUIRE(parindex_diagnostics_count(findings.get()) == 1);
    parindex_error finding = error_report();
    REQUIRE(parindex_diagnostics_get(findings.get(), 0, &finding, nullptr) == PARINDEX_OK);
    CHECK(finding.code == PARINDEX_E_SCORE_ABOVE_MAXIMUM);
    CHECK(std::string(finding.where) == "/77/12");
    CHECK(std::string(finding.criterion) == "2.1");

    // All else is as in the clean run.
    const size_t nodes = clean.points.size() / table.units;
    for (size_t node = 0; node < nodes; ++node) CHECK(spoiled.points[77 * nodes + node] == 0);
    std::copy_n(clean.points.begin() + 77 * static_cast<std::ptrdiff_t>(nodes), nodes,
                spoiled.points.begin() + 77 * static_cast<std::ptrdiff_t>(nodes));
    spoiled.statuses[77] = PARINDEX_OK;
    spoiled.nodes[77] = PARINDEX_NONE;
    spoiled.totals[77] = clean.totals[77];
    spoiled.parts[77] = clean.parts[77];
    spoiled.exact[77] = clean.exact[77];
    CHECK(spoiled == clean);
}

TEST_CASE("extreme cells fail their unit, with their place") {
    score_table table;
    constexpr int64_t most = std::numeric_limits<int64_t>::max();
    constexpr int64_t least = std::numeric_limits<int64_t>::min();
    table.cells[3][0] = most;
    table.cells[4][1] = least;
    table.cells[5][2] = -1;
    const results found(table.set, table.units, 18);
    owned_findings findings;
    REQUIRE(score(table.set, table_of(table.columns, table.units), found, &findings) == PARINDEX_OK);
    // 18 places leave room for 9 points, which fields of 12 leaves exceed.
    CHECK(found.statuses[0] == PARINDEX_E_SCORE_ABOVE_MAXIMUM);
    CHECK(found.nodes[0] == table.leaves[3]);
    CHECK(found.statuses[1] == PARINDEX_E_SCORE_BELOW_MINIMUM);
    CHECK(found.nodes[1] == table.leaves[4]);
    CHECK(found.statuses[2] == PARINDEX_E_SCORE_BELOW_MINIMUM);
    CHECK(found.statuses[3] == PARINDEX_E_OVERFLOW);
    CHECK(found.nodes[3] == PARINDEX_NONE);
    CHECK(found.totals[3] == 0);
    CHECK(std::all_of(found.points.begin(), found.points.end(), [](int64_t each) { return each == 0; }));
    CHECK(parindex_diagnostics_count(findings.get()) == table.units);
    CHECK(text_of(parindex_diagnostics_text, findings.get(), size_t{1}, PARINDEX_TEXT_WHERE) == "/1/4");
    CHECK(text_of(parindex_diagnostics_text, findings.get(), size_t{3}, PARINDEX_TEXT_WHERE) == "/3");
}

TEST_CASE("findings of a table end at 200, its statuses do not") {
    const score_table table;
    std::vector<int64_t> bad(1'000, 999);
    const std::vector<parindex_column> columns{
        {table.leaves[0], PARINDEX_NONE, PARINDEX_ROUND_APPRAISAL, 2, bad.data(), nullptr}};
    const results found(table.set, bad.size(), 2);
    owned_findings findings;
    REQUIRE(score(table.set, table_of(columns, bad.size()), found, &findings) == PARINDEX_OK);
    CHECK(std::count(found.statuses.begin(), found.statuses.end(), PARINDEX_E_SCORE_ABOVE_MAXIMUM) == 1'000);
    CHECK(parindex_diagnostics_count(findings.get()) <= 201);
    CHECK(parindex_diagnostics_count(findings.get()) >= 200);
}

TEST_CASE("cells that say nothing, and columns that are not there") {
    score_table table;
    std::vector<uint8_t> present(table.units, 1);
    present[1] = 0;
    table.columns[7].present = present.data();
    table.cells[7][1] = 9'999;  // is not read
    results found(table.set, table.units, 2);
    REQUIRE(score(table.set, table_of(table.columns, table.units), found) == PARINDEX_OK);
    CHECK(found.statuses[1] == PARINDEX_OK);
    CHECK(found.unmarked[0] == 0);
    CHECK(found.unmarked[1] == 1);

    table.columns.resize(5);
    REQUIRE(score(table.set, table_of(table.columns, table.units), found) == PARINDEX_OK);
    CHECK(found.unmarked[0] == 91);
    REQUIRE(score(table.set, table_of({}, table.units), found) == PARINDEX_OK);
    CHECK(found.unmarked[0] == 96);
    CHECK(found.totals[0] == 0);
}

TEST_CASE("arrays that are not wanted may be NULL, statuses may not") {
    const score_table table;
    const parindex_batch batch = table_of(table.columns, table.units);
    const results whole(table.set, table.units, 2);
    REQUIRE(score(table.set, batch, whole) == PARINDEX_OK);
    for (int asked = 0; asked < 64; ++asked) {
        results some(table.set, table.units, 2);
        const auto keep = [asked](int bit, auto& pointer) {
            if ((asked >> bit & 1) == 0) pointer = nullptr;
        };
        keep(0, some.asked.nodes);
        keep(1, some.asked.totals);
        keep(2, some.asked.unmarked);
        keep(3, some.asked.parts);
        keep(4, some.asked.points);
        keep(5, some.asked.exact);
        REQUIRE(score(table.set, batch, some) == PARINDEX_OK);
        CHECK(some.statuses == whole.statuses);
        CHECK((some.nodes == whole.nodes) == (some.asked.nodes != nullptr));
        CHECK((some.totals == whole.totals) == (some.asked.totals != nullptr));
        CHECK((some.unmarked == whole.unmarked) == (some.asked.unmarked != nullptr));
        CHECK((some.parts == whole.parts) == (some.asked.parts != nullptr));
        CHECK((some.points == whole.points) == (some.asked.points != nullptr));
        CHECK((some.exact == whole.exact) == (some.asked.exact != nullptr));
    }
    results none(table.set, table.units, 2);
    none.asked.statuses = nullptr;
    CHECK(score(table.set, batch, none) == PARINDEX_E_NULL_POINTER);
}

TEST_CASE("no units and far too many") {
    const score_table table;
    results found(table.set, 1, 2);
    const results before = found;
    CHECK(score(table.set, table_of(table.columns, 0), found) == PARINDEX_OK);
    CHECK(score(table.set, table_of(table.columns, std::numeric_limits<size_t>::max()), found) ==
          PARINDEX_E_TOO_MANY_ASSESSMENTS);
    parindex_batch wide = table_of(table.columns, 1);
    wide.column_count = std::numeric_limits<size_t>::max();
    CHECK(score(table.set, wide, found) == PARINDEX_E_OUT_OF_RANGE);
    CHECK(found == before);
}

TEST_CASE("a table that is wrong as a whole is refused before anything is written") {
    score_table table;
    const results found(table.set, table.units, 2);
    results before = found;
    const auto refused = [&](const std::vector<parindex_column>& columns, int32_t year = 2025) {
        const auto status = score(table.set, table_of(columns, table.units, year), found);
        CHECK(found == before);
        return status;
    };
    const parindex_column good = table.columns[0];
    const auto changed = [&](auto change) {
        parindex_column out = good;
        change(out);
        return refused({out});
    };
    using column = parindex_column;
    CHECK(refused(table.columns, 1944) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(refused({good, good}) == PARINDEX_E_DUPLICATE_MARK);
    CHECK(changed([](column& each) { each.node = -1; }) == PARINDEX_E_OUT_OF_RANGE);
    CHECK(changed([](column& each) { each.node = 1'000; }) == PARINDEX_E_OUT_OF_RANGE);
    CHECK(changed([](column& each) { each.node = 0; }) == PARINDEX_E_NOT_A_LEAF);
    CHECK(changed([](column& each) { each.fact = 0; }) == PARINDEX_E_FACTS_WITHOUT_RULE);
    CHECK(changed([](column& each) { each.fact = PARINDEX_COLUMN_MARKED; }) == PARINDEX_E_FACTS_WITHOUT_RULE);
    CHECK(changed([](column& each) { each.round = 5; }) == PARINDEX_E_INVALID_ARGUMENT);
    CHECK(changed([](column& each) { each.scale = 19; }) == PARINDEX_E_INVALID_SCALE);
    CHECK(changed([](column& each) { each.cells = nullptr; }) == PARINDEX_E_NULL_POINTER);
    parindex_batch grouped = table_of(table.columns, table.units);
    grouped.unit_group = "so";
    CHECK(score(table.set, grouped, found) == PARINDEX_E_WRONG_UNIT_GROUP);
    grouped.unit_group = "\xFF";
    CHECK(score(table.set, grouped, found) == PARINDEX_E_INVALID_UTF8);
    for (const auto& [places, rounding, status] : {std::tuple{-1, 0, PARINDEX_E_INVALID_SCALE},
                                                   {19, 0, PARINDEX_E_INVALID_SCALE},
                                                   {2, 7, PARINDEX_E_INVALID_ARGUMENT},
                                                   {2, -1, PARINDEX_E_INVALID_ARGUMENT}}) {
        results other(table.set, table.units, places, rounding);
        const results as_it_was = other;
        CHECK(score(table.set, table_of(table.columns, table.units), other) == status);
        CHECK(other == as_it_was);
    }
}

namespace {

/// A leaf for each kind of fact, whose points show its value.
constexpr std::string_view set_of_all_kinds = R"({"format":"parindex.criteria/1",
"decision":{"number":"1/QĐ","issuer":"UBND","date":"2025-01-02"},"name":"kinds",
"parts":[{"code":"p","name":"p","scored_by":["unit","appraiser"]}],
"fields":[{"code":"1","name":"f","children":[
 {"code":"1.1","name":"count","part":"p","maximum":"1","rule":{"facts":[{"name":"a","least":1},{"name":"b"}],
  "kind":"linear","share":"clamp","of":"b/a","points":"100%","per":"100%"}},
 {"code":"1.2","name":"number","part":"p","maximum":"1","rule":{"facts":[{"name":"x","kind":"number"}],
  "kind":"steps","of":"x","steps":[{"from":"2.5","points":1},{"below":"2.5","points":0}]}},
 {"code":"1.3","name":"percent","part":"p","maximum":"1","rule":{"facts":[{"name":"p","kind":"percent","least":0,"most":100}],
  "kind":"linear","of":"p","points":"100%","per":"100%"}},
 {"code":"1.4","name":"date","part":"p","maximum":"1","rule":{"facts":[{"name":"sent","kind":"date"}],
  "kind":"steps","of":"sent","steps":[{"to":"2025-12-15","points":1},{"above":"2025-12-15","points":0}]}},
 {"code":"1.5","name":"yes","part":"p","maximum":"1","rule":{"facts":[{"name":"done","kind":"yes_no"}],
  "kind":"cases","cases":[{"if":"done","points":1}],"otherwise":{"points":0}}},
 {"code":"1.6","name":"level","part":"p","maximum":"1","rule":{"facts":[{"name":"how","kind":"level",
  "levels":[{"code":"good"},{"code":"fair"},{"code":"bad"}]}],"kind":"levels","fact":"how",
  "levels":[{"level":"good","points":1},{"level":"fair","points":"0.5"},{"level":"bad","points":0}]}}
]}]})";

struct kind_column {
    const char* code;
    int32_t fact;
    int32_t scale;
    std::vector<int64_t> cells;
};

}  // namespace

TEST_CASE("facts of every kind by columns") {
    const owned_set set = read_set(set_of_all_kinds);
    const std::vector<kind_column> all{{"1.1", 0, 0, {3, 4, 0, 3}},
                                       {"1.1", 1, 0, {1, 4, 1, 1}},
                                       {"1.2", 0, 2, {250, 249, 250, 0}},
                                       {"1.3", 0, 1, {905, 1000, 0, 1}},
                                       {"1.4", 0, 0, {20251215, 20251216, 20250101, 20250230}},
                                       {"1.5", 0, 0, {1, 0, 1, 0}},
                                       {"1.6", 0, 0, {1, 2, 0, 0}}};
    std::vector<parindex_column> columns;
    for (const kind_column& each : all) {
        int32_t node = 0;
        REQUIRE(parindex_criteria_set_find(set.get(), each.code, 3, &node, nullptr) == PARINDEX_OK);
        columns.push_back({node, each.fact, PARINDEX_ROUND_APPRAISAL, each.scale, each.cells.data(), nullptr});
    }
    const results found(set, 4, 4);
    owned_findings findings;
    REQUIRE(score(set, table_of(columns, 4), found, &findings) == PARINDEX_OK);
    // 1/3 + 1 + 0.905 + 1 + 1 + 0.5, and 1 + 0 + 1 + 0 + 0 + 0
    CHECK(found.totals[0] == 47383);
    CHECK(found.exact[0] == 0);
    CHECK(found.totals[1] == 20000);
    CHECK(found.exact[1] == 1);
    CHECK(found.statuses[2] == PARINDEX_E_WRONG_FACT);  // a is at least 1
    CHECK(found.nodes[2] == columns[0].node);
    CHECK(found.statuses[3] == PARINDEX_E_INVALID_DATE);
    CHECK(found.nodes[3] == columns[4].node);
    CHECK(text_of(parindex_diagnostics_text, findings.get(), size_t{0}, PARINDEX_TEXT_WHERE) == "/2/0");
    CHECK(text_of(parindex_diagnostics_text, findings.get(), size_t{1}, PARINDEX_TEXT_WHERE) == "/3/4");
    for (const int32_t mode : {PARINDEX_ROUNDING_UP, PARINDEX_ROUNDING_CEILING}) {
        const results up(set, 4, 4, mode);
        REQUIRE(score(set, table_of(columns, 4), up) == PARINDEX_OK);
        CHECK(up.totals[0] == 47384);
    }

    // What cannot be a value of the column.
    const std::map<size_t, std::vector<int64_t>> wrong{
        {0, {-1, std::numeric_limits<int64_t>::min()}},
        {3, {1001, -1, std::numeric_limits<int64_t>::max()}},
        {4, {0, -20251215, 20251301, 20250229, std::numeric_limits<int64_t>::max()}},
        {5, {2, -1}},
        {6, {3, -1, std::numeric_limits<int64_t>::min()}}};
    for (const auto& [place, values] : wrong) {
        const size_t column = place;  // clang 14 captures no structured binding
        for (const int64_t value : values) {
            CAPTURE(column);
            CAPTURE(value);
            std::vector<parindex_column> spoiled = columns;
            spoiled[column].cells = &value;
            const results one(set, 1, 4);
            REQUIRE(score(set, table_of(spoiled, 1), one) == PARINDEX_OK);
            CHECK((one.statuses[0] == PARINDEX_E_WRONG_FACT || one.statuses[0] == PARINDEX_E_INVALID_DATE));
            CHECK(one.nodes[0] == columns[column].node);
        }
    }
    const auto refused = [&](size_t column, auto change) {
        std::vector<parindex_column> spoiled = columns;
        change(spoiled[column]);
        return score(set, table_of(spoiled, 4), results(set, 4, 4));
    };
    CHECK(refused(4, [](parindex_column& each) { each.scale = 1; }) == PARINDEX_E_INVALID_SCALE);
    CHECK(refused(1, [](parindex_column& each) { each.fact = 2; }) == PARINDEX_E_OUT_OF_RANGE);
    CHECK(refused(1, [](parindex_column& each) { each.fact = -3; }) == PARINDEX_E_OUT_OF_RANGE);
    CHECK(refused(1, [](parindex_column& each) { each.fact = 0; }) == PARINDEX_E_DUPLICATE_MARK);
    CHECK(refused(1, [](parindex_column& each) { each.fact = PARINDEX_NONE; }) == PARINDEX_E_DUPLICATE_MARK);
    CHECK(refused(0, [](parindex_column& each) { each.fact = PARINDEX_NONE; }) == PARINDEX_E_DUPLICATE_MARK);
}

namespace {

/// The marks of the illustration as a table: a column for every leaf, round and fact that any unit has.
struct illustration_table {
    using place = std::tuple<int32_t, int32_t, int32_t>;  // node, round, fact
    std::map<place, std::pair<std::vector<int64_t>, std::vector<uint8_t>>> cells;
    std::vector<parindex_column> columns;
    std::vector<std::string> codes;
    std::vector<const char*> units;
};

int64_t cell_of(const parindex::fact_value& value, const parindex::fact_declaration& declared, int scale) {
    if (const auto* number = std::get_if<parindex::decimal>(&value)) {
        return parindex::ratio(*number).to_decimal(scale).value.coefficient();
    }
    if (const auto* day = std::get_if<parindex::date>(&value)) {
        return day->year * 1'00'00 + *day->month * 100 + *day->day;
    }
    if (const bool* answer = std::get_if<bool>(&value)) return *answer ? 1 : 0;
    for (size_t level = 0; level < declared.levels.size(); ++level) {
        if (declared.levels[level].code == std::get<std::string>(value)) return static_cast<int64_t>(level);
    }
    FAIL("no such level");
    return -1;
}

constexpr int32_t fact_scale = 3;

illustration_table table_of_units(const parindex::criteria_set& set, std::span<const parindex::assessment> units) {
    illustration_table out;
    for (size_t row = 0; row < units.size(); ++row) {
        out.codes.push_back(units[row].unit.code);
        for (const parindex::mark& mark : units[row].marks) {
            const size_t node = set.find(mark.criterion);
            const auto cell = [&](int32_t fact, int64_t value) {
                auto& [values, present] =
                    out.cells[{static_cast<int32_t>(node), static_cast<int32_t>(mark.round), fact}];
                values.resize(units.size());
                present.resize(units.size());
                values[row] = value;
                present[row] = 1;
            };
            if (mark.score) cell(PARINDEX_NONE, cell_of(mark.score->value, {}, fact_scale));
            if (!mark.facts) continue;
            const auto& declared = set.at(node).rule->facts;
            for (const parindex::fact& fact : *mark.facts) {
                const auto at = std::find_if(declared.begin(), declared.end(),
                                             [&](const auto& each) { return each.name == fact.name; });
                cell(static_cast<int32_t>(at - declared.begin()), cell_of(fact.value, *at, fact_scale));
            }
            if (mark.facts->empty()) cell(PARINDEX_COLUMN_MARKED, 0);
        }
    }
    for (const auto& [place, column] : out.cells) {
        const auto [node, round, fact] = place;
        const auto& rule = set.at(static_cast<size_t>(node)).rule;
        const bool counted = fact == PARINDEX_COLUMN_MARKED ||
                             (fact >= 0 && rule->facts[static_cast<size_t>(fact)].kind > parindex::fact_kind::percent);
        out.columns.push_back({node, fact, round, counted ? 0 : fact_scale,
                               fact == PARINDEX_COLUMN_MARKED ? nullptr : column.first.data(), column.second.data()});
    }
    for (const std::string& code : out.codes) out.units.push_back(code.c_str());
    return out;
}

}  // namespace

TEST_CASE("the illustration as a table gives what each unit has alone, with its context") {
    const std::string set_json = read_file("/illustration-2025/criteria.json");
    const owned_set set = read_set(set_json);
    const auto in_cpp = parindex::read_criteria_set(set_json, "").value();
    const std::string context_json = read_file("/illustration-2025/context.json");
    owned_context context;
    REQUIRE(parindex_context_read(set.get(), context_json.data(), context_json.size(), nullptr, 0, into(context),
                                  nullptr, nullptr) == PARINDEX_OK);
    const auto readings =
        parindex::read_assessments(read_file("/illustration-2025/assessments/minh-hoa.json"), "").value();
    for (const std::string group : {"so", "tw"}) {
        std::vector<parindex::assessment> units;
        for (const auto& each : readings) {
            if (each.marks->unit.group != group) continue;
            units.push_back(*each.marks);
            // A table cannot say that a leaf does not apply.
            std::erase_if(units.back().marks, [](const parindex::mark& mark) { return mark.not_applicable; });
        }
        REQUIRE(units.size() > 1);
        const illustration_table table = table_of_units(in_cpp, units);
        parindex_batch batch = table_of(table.columns, units.size());
        batch.unit_group = group.c_str();
        for (const bool by_code : {true, false}) {
            batch.units = by_code ? table.units.data() : nullptr;
            const results found(set, units.size(), 6);
            parindex_error error = error_report();
            REQUIRE_MESSAGE(score(set, batch, found, nullptr, &error, context.get()) == PARINDEX_OK, error.message);
            for (size_t row = 0; row < units.size(); ++row) {
                CAPTURE(units[row].unit.code);
                parindex::assessment alone = units[row];
                if (!by_code) alone.unit.code = std::to_string(row);  // no unit of the context
                const owned_assessment marks = read_marks(set, write_assessment(alone), context.get());
                check_row(evaluate_marks(marks, context.get()).get(), set, found, row);
            }
        }
    }
}
