// Criteria sets, contexts and findings through the C interface say what the C++ library says.
#include "handles.hpp"

#include "parindex/parindex.hpp"

using namespace parindex_test;

namespace {

constexpr const char* files[] = {"/son-la-2021/criteria.json", "/illustration-2025/criteria.json"};

std::string printed(const parindex::ratio& points) {
    const auto exact = points.exact_decimal();
    return exact ? to_shortest_string(*exact) : points.to_string();
}

int32_t index_of(size_t index) {
    return index == parindex::criteria_set::none ? PARINDEX_NONE : static_cast<int32_t>(index);
}

void check_facts(const parindex_criteria_set* set, int32_t node, const parindex::scoring_rule& rule) {
    for (size_t index = 0; index < rule.facts.size(); ++index) {
        const parindex::fact_declaration& declared = rule.facts[index];
        const auto at = static_cast<int32_t>(index);
        parindex_fact fact{};
        fact.struct_size = sizeof fact;
        REQUIRE(parindex_criteria_set_fact(set, node, at, &fact, nullptr) == PARINDEX_OK);
        CHECK(fact.kind == static_cast<int32_t>(declared.kind));
        CHECK(fact.source == static_cast<int32_t>(declared.source));
        CHECK(fact.level_count == static_cast<int32_t>(declared.levels.size()));
        const auto text = [&](int32_t level, int32_t which) {
            return text_of(parindex_criteria_set_fact_text, set, node, at, level, which);
        };
        CHECK(text(PARINDEX_NONE, PARINDEX_TEXT_CODE) == declared.name);
        CHECK(text(PARINDEX_NONE, PARINDEX_TEXT_NAME) == declared.label);
        for (size_t level = 0; level < declared.levels.size(); ++level) {
            CHECK(text(static_cast<int32_t>(level), PARINDEX_TEXT_CODE) == declared.levels[level].code);
            CHECK(text(static_cast<int32_t>(level), PARINDEX_TEXT_NAME) == declared.levels[level].label);
        }
    }
    parindex_fact none{};
    none.struct_size = sizeof none;
    CHECK(parindex_criteria_set_fact(set, node, static_cast<int32_t>(rule.facts.size()), &none, nullptr) ==
          PARINDEX_E_OUT_OF_RANGE);
}

parindex_status collect(void* to, const char* text, size_t size) {
    static_cast<std::string*>(to)->append(text, size);
    return 0;
}

}  // namespace

TEST_CASE("every node of a set, with its texts and facts") {
    for (const char* file : files) {
        CAPTURE(file);
        const std::string json = read_file(file);
        const owned_set set = read_set(json);
        const auto expected = parindex::read_criteria_set(json, "").value();
        REQUIRE(parindex_criteria_set_node_count(set.get()) == index_of(expected.nodes().size()));
        for (int32_t index = 0; index < parindex_criteria_set_node_count(set.get()); ++index) {
            const auto& node = expected.at(static_cast<size_t>(index));
            CAPTURE(node.code);
            parindex_node found{};
            found.struct_size = sizeof found;
            REQUIRE(parindex_criteria_set_node(set.get(), index, &found, nullptr) == PARINDEX_OK);
            CHECK(found.struct_size == sizeof found);
            CHECK(found.kind == static_cast<int32_t>(node.kind));
            CHECK(found.point_kind == static_cast<int32_t>(node.points));
            CHECK(found.parent == index_of(node.parent));
            CHECK(found.end == index_of(node.end));
            CHECK(found.level == index_of(node.level));
            CHECK(found.part == index_of(node.part));
            CHECK((found.states_maximum == 1) == node.states_maximum);
            CHECK(found.maximum_origin == static_cast<int32_t>(node.maximum_origin));
            CHECK(found.rule == (node.rule ? static_cast<int32_t>(node.rule->points.form.index()) + 1 : 0));
            CHECK(found.fact_count == (node.rule ? index_of(node.rule->facts.size()) : 0));
            const auto text = [&](int32_t which) {
                return text_of(parindex_criteria_set_text, set.get(), index, which);
            };
            CHECK(text(PARINDEX_TEXT_CODE) == node.code);
            CHECK(text(PARINDEX_TEXT_NAME) == (index == 0 ? expected.description().name : node.name));
            CHECK(text(PARINDEX_TEXT_ASSUMPTION) == node.assumption);
            CHECK(text_of(parindex_criteria_set_maximum, set.get(), index) == printed(node.maximum));
            if (node.rule) check_facts(set.get(), index, *node.rule);
            int32_t at = PARINDEX_NONE;
            if (index == 0) continue;
            REQUIRE(parindex_criteria_set_find(set.get(), node.code.data(), node.code.size(), &at, nullptr) ==
                    PARINDEX_OK);
            CHECK(at == index);
        }
        CHECK(text_of(parindex_criteria_set_text, set.get(), 0, PARINDEX_TEXT_DECISION_NUMBER) ==
              expected.key().number);
        CHECK(text_of(parindex_criteria_set_text, set.get(), 0, PARINDEX_TEXT_DECISION_ISSUER) ==
              expected.key().issuer);
        CHECK(text_of(parindex_criteria_set_text, set.get(), 0, PARINDEX_TEXT_DECISION_DATE) ==
              to_string(expected.key().issued));
    }
}

TEST_CASE("the forms of rules are numbered as the header says") {
    const owned_set set = read_set(read_file("/illustration-2025/criteria.json"));
    const auto form = [&](std::string_view code) {
        int32_t at = 0;
        parindex_node node{};
        node.struct_size = sizeof node;
        REQUIRE(parindex_criteria_set_find(set.get(), code.data(), code.size(), &at, nullptr) == PARINDEX_OK);
        REQUIRE(parindex_criteria_set_node(set.get(), at, &node, nullptr) == PARINDEX_OK);
        return node.rule;
    };
    CHECK(form("1") == PARINDEX_RULE_NONE);
    CHECK(form("1.1.1") == PARINDEX_RULE_LEVELS);
    CHECK(form("1.1.2") == PARINDEX_RULE_CASES);
    CHECK(form("1.1.3") == PARINDEX_RULE_STEPS);
    CHECK(form("1.2.1") == PARINDEX_RULE_WEIGHTED_SUM);
}

TEST_CASE("parts, the file and its pieces") {
    for (const char* file : files) {
        CAPTURE(file);
        const std::string json = read_file(file);
        const owned_set set = read_set(json);
        const auto expected = parindex::read_criteria_set(json, "").value();
        REQUIRE(parindex_criteria_set_part_count(set.get()) == index_of(expected.parts().size()));
        for (size_t part = 0; part < expected.parts().size(); ++part) {
            const auto at = static_cast<int32_t>(part);
            CHECK(text_of(parindex_criteria_set_part_text, set.get(), at, PARINDEX_TEXT_CODE) ==
                  expected.parts()[part].code);
            CHECK(text_of(parindex_criteria_set_part_text, set.get(), at, PARINDEX_TEXT_NAME) ==
                  expected.parts()[part].name);
        }
        const std::string canonical = text_of(parindex_criteria_set_json, set.get());
        CHECK(canonical == write_criteria_set(expected));
        std::string pieces;
        CHECK(parindex_criteria_set_write(set.get(), collect, &pieces, nullptr) == PARINDEX_OK);
        CHECK(pieces == canonical);
        CHECK(text_of(parindex_criteria_set_json, read_set(canonical).get()) == canonical);
    }
}

TEST_CASE("pieces of a text are whole characters") {
    const owned_set set = read_set(read_file("/illustration-2025/criteria.json"));
    size_t pieces = 0;
    const auto check_piece = [](void* count, const char* text, size_t size) -> int32_t {
        ++*static_cast<size_t*>(count);
        CHECK(size > 0);
        CHECK_FALSE(parindex::find_invalid_utf8({text, size}));
        return 0;
    };
    CHECK(parindex_criteria_set_write(set.get(), check_piece, &pieces, nullptr) == PARINDEX_OK);
    CHECK(pieces > 1);
}

TEST_CASE("all findings about a file, each with its place") {
    std::string json = read_file("/son-la-2021/criteria.json");
    for (const std::string_view from : {"\"maximum\": \"11.5\",", "\"maximum\": \"12\","}) {
        const size_t at = json.find(from);
        REQUIRE(at != std::string::npos);
        json.replace(at, from.size(), "\"maximum\": \"-3\",");
    }
    owned_set set;
    owned_findings findings;
    parindex_error error = error_report();
    const std::string file = "bộ tiêu chí.json";
    const auto status = parindex_criteria_set_read(json.data(), json.size(), file.data(), file.size(), into(set),
                                                   into(findings), &error);
    const auto expected = parindex::read_criteria_set(json, file).error();
    REQUIRE(expected.size() > 1);
    CHECK(set == nullptr);
    CHECK(status == static_cast<int32_t>(expected[0].code));
    CHECK(error.findings == expected.size());
    REQUIRE(parindex_diagnostics_count(findings.get()) == expected.size());
    for (size_t index = 0; index < expected.size(); ++index) {
        const parindex::diagnostic& found = expected[index];
        parindex_error got = error_report();
        REQUIRE(parindex_diagnostics_get(findings.get(), index, &got, nullptr) == PARINDEX_OK);
        CHECK(got.code == static_cast<int32_t>(found.code));
        CHECK(got.severity == static_cast<int32_t>(found.level));
        CHECK(got.line == found.where.line);
        CHECK(got.column == found.where.column);
        CHECK(got.findings == expected.size());
        CHECK(std::string(got.criterion) == found.criterion);
        CHECK(std::string(got.where) == found.where.pointer);
        CHECK(std::string(got.message) == found.message);
        if (index == 0) {
            CHECK(error.line == got.line);
            CHECK(error.column == got.column);
            CHECK(std::string(error.where) == got.where);
            CHECK(std::string(error.message) == got.message);
        }
        const auto text = [&](int32_t which) {
            return text_of(parindex_diagnostics_text, findings.get(), index, which);
        };
        CHECK(text(PARINDEX_TEXT_FILE) == file);
        CHECK(text(PARINDEX_TEXT_WHERE) == found.where.pointer);
        CHECK(text(PARINDEX_TEXT_CRITERION) == found.criterion);
        CHECK(text(PARINDEX_TEXT_MESSAGE) == found.message);
        CHECK(text(PARINDEX_TEXT_LINE) == to_string(found));
    }
}

TEST_CASE("warnings of a set, and none") {
    owned_findings warnings;
    const owned_set quiet = read_set(read_file("/illustration-2025/criteria.json"));
    REQUIRE(parindex_criteria_set_warnings(quiet.get(), into(warnings), nullptr) == PARINDEX_OK);
    const auto expected =
        parindex::read_criteria_set(read_file("/illustration-2025/criteria.json"), "").value().warnings();
    CHECK(parindex_diagnostics_count(warnings.get()) == expected.size());
    CHECK((warnings == nullptr) == expected.empty());

    std::string json = read_file("/illustration-2025/criteria.json");
    const std::string_view steps =
        "{\"above\": \"90%\", \"points\": 2},\n                  {\"from\": \"70%\", \"to\": \"90%\", \"points\": 1},\n"
        "                  {\"below\": \"70%\", \"points\": 0}";
    const size_t at = json.find(steps);
    REQUIRE(at != std::string::npos);
    json.replace(at, steps.size(),
                 "{\"above\": \"90%\", \"points\": 2}, {\"from\": \"70%\", \"to\": \"90%\", \"points\": 0}, "
                 "{\"below\": \"70%\", \"points\": 1}");
    const owned_set odd = read_set(json);
    REQUIRE(parindex_criteria_set_warnings(odd.get(), into(warnings), nullptr) == PARINDEX_OK);
    const auto all = parindex::read_criteria_set(json, "").value().warnings();
    REQUIRE(all.size() > expected.size());
    CHECK(parindex_diagnostics_count(warnings.get()) == all.size());
    CHECK(text_of(parindex_diagnostics_text, warnings.get(), size_t{0}, PARINDEX_TEXT_MESSAGE) == all[0].message);
}

TEST_CASE("changes from one set to another") {
    std::string json = read_file("/son-la-2021/criteria.json");
    const owned_set before = read_set(json);
    const auto first = parindex::read_criteria_set(json, "").value();
    const std::string_view name = "\"name\": \"";
    size_t at = json.find(name, json.find("\"fields\""));
    json.insert(at + name.size(), "Đổi tên: ");
    const owned_set after = read_set(json);
    const auto expected = compare_sets(first, parindex::read_criteria_set(json, "").value());
    REQUIRE_FALSE(expected.empty());
    owned_changes changes;
    REQUIRE(parindex_criteria_set_compare(before.get(), after.get(), into(changes), nullptr) == PARINDEX_OK);
    REQUIRE(parindex_set_changes_count(changes.get()) == expected.size());
    for (size_t index = 0; index < expected.size(); ++index) {
        int32_t kind = -1;
        REQUIRE(parindex_set_changes_kind(changes.get(), index, &kind, nullptr) == PARINDEX_OK);
        CHECK(kind == static_cast<int32_t>(expected[index].kind));
        const auto text = [&](int32_t which) {
            return text_of(parindex_set_changes_text, changes.get(), index, which);
        };
        CHECK(text(PARINDEX_TEXT_CRITERION) == expected[index].criterion);
        CHECK(text(PARINDEX_TEXT_BEFORE) == expected[index].before);
        CHECK(text(PARINDEX_TEXT_AFTER) == expected[index].after);
    }
    CHECK(expected[0].kind == parindex::set_change::what::renamed);
    REQUIRE(parindex_criteria_set_compare(before.get(), before.get(), into(changes), nullptr) == PARINDEX_OK);
    CHECK(parindex_set_changes_count(changes.get()) == 0);
}

TEST_CASE("a context is read, written and held against its set") {
    const owned_set set = read_set(read_file("/illustration-2025/criteria.json"));
    const std::string json = read_file("/illustration-2025/context.json");
    owned_context context;
    owned_findings findings;
    REQUIRE(parindex_context_read(set.get(), json.data(), json.size(), nullptr, 0, into(context), into(findings),
                                  nullptr) == PARINDEX_OK);
    CHECK(findings == nullptr);
    CHECK(text_of(parindex_context_json, context.get()) == write_context(parindex::read_context(json, "").value()));

    const owned_set other = read_set(read_file("/son-la-2021/criteria.json"));
    parindex_error error = error_report();
    CHECK(parindex_context_read(other.get(), json.data(), json.size(), nullptr, 0, into(context), into(findings),
                                &error) == PARINDEX_E_SET_MISMATCH);
    CHECK(context == nullptr);
    CHECK(parindex_diagnostics_count(findings.get()) == error.findings);
}
