// The files of Sơn La, spoilt systematically: a reader answers with a value or with errors that have a place.
#include "files.hpp"
#include "parindex/remediation/coverage.hpp"

#include <nlohmann/json.hpp>

#include <functional>

using namespace parindex;
using namespace parindex_test;
using nlohmann::ordered_json;

namespace {

struct son_la_files {
    criteria_set set = read_criteria_set(son_la_file("criteria.json"), "criteria.json").value();
    assessment marks = read_assessment(son_la_file("assessment.json"), "assessment.json", &set).value();
    plan planned = read_plan(son_la_file("plan.json"), "plan.json", &set).value();
    evaluation scored = evaluate(set, marks).value();
};

const son_la_files& son_la() {
    static const son_la_files files;
    return files;
}

/// Reads a text, goes on with an accepted value as a program would, and returns the findings of a refused one.
using reader = std::function<diagnostics(std::string_view)>;

diagnostics use_criteria(std::string_view text) {
    const result<criteria_set> set = read_criteria_set(text, "criteria.json");
    if (!set) return set.error();
    // The marks may not fit the changed set; that is an answer too.
    if (const result<evaluation> scored = evaluate(*set, son_la().marks)) {
        static_cast<void>(write_score(*scored, compute_par_index(*scored), {}));
    }
    return {};
}

diagnostics use_assessment(std::string_view text) {
    const result<assessment> marks = read_assessment(text, "assessment.json", &son_la().set);
    if (!marks) return marks.error();
    const evaluation scored = evaluate(son_la().set, *marks).value();
    static_cast<void>(cover(son_la().planned, scored));
    static_cast<void>(write_score(scored, compute_par_index(scored), check_complete(scored)));
    return {};
}

diagnostics use_plan(std::string_view text) {
    const result<plan> planned = read_plan(text, "plan.json", &son_la().set);
    if (!planned) return planned.error();
    const coverage found = cover(*planned, son_la().scored);
    ratio open = found.covered;
    for (const uncovered_deduction& each : found.uncovered) open += each.amount;
    CHECK(open == found.lost);
    return {};
}

const std::vector<std::pair<std::string, reader>> files = {
    {"criteria.json", use_criteria}, {"assessment.json", use_assessment}, {"plan.json", use_plan}};

/// Whether a refusal says where.
bool has_places(const diagnostics& found) {
    return std::all_of(found.begin(), found.end(), [](const diagnostic& each) {
        const bool count_of_others = each.message.ends_with("further findings are not listed");
        return !each.message.empty() && !each.where.file.empty() &&
               (count_of_others || (each.where.line > 0 && each.where.column > 0));
    });
}

/// Every value of a document but the root.
std::vector<ordered_json::json_pointer> all_places(const ordered_json& document) {
    std::vector<ordered_json::json_pointer> out;
    const std::function<void(const ordered_json&, const ordered_json::json_pointer&)> walk =
        [&](const ordered_json& value, const ordered_json::json_pointer& at) {
            if (!at.empty()) out.push_back(at);
            if (value.is_object()) {
                for (const auto& [key, member] : value.items()) walk(member, at / key);
            } else if (value.is_array()) {
                for (std::size_t index = 0; index < value.size(); ++index) walk(value[index], at / index);
            }
        };
    walk(document, ordered_json::json_pointer());
    return out;
}

void remove(ordered_json& document, const ordered_json::json_pointer& at) {
    ordered_json& parent = document[at.parent_pointer()];
    if (parent.is_array()) {
        parent.erase(std::stoul(at.back()));
    } else {
        parent.erase(at.back());
    }
}

}  // namespace

TEST_CASE("a file cut off at any byte is refused with a place") {
    for (const auto& [name, read] : files) {
        const auto& shown = name;  // clang 14 captures no structured binding
        CAPTURE(shown);
        std::string text = son_la_file(name);
        while (text.back() == '\n') text.pop_back();
        std::size_t without_place = 0;
        std::size_t accepted = 0;
        std::size_t more_than_one = 0;
        for (std::size_t size = 0; size < text.size(); ++size) {
            const diagnostics found = read(std::string_view(text).substr(0, size));
            if (found.empty()) ++accepted;
            if (found.size() > 1) ++more_than_one;
            if (!has_places(found)) ++without_place;
        }
        CHECK(accepted == 0);
        CHECK(more_than_one == 0);
        CHECK(without_place == 0);
    }
}

TEST_CASE("a file in which any value is of another type is answered with a value or with places") {
    const std::vector<ordered_json> others = {
        nullptr,       true, 0, -1, 1e300, "", "x", "0.5", "\n¬", ordered_json::array(), {1}, ordered_json::object(),
        {{"value", 1}}};
    for (const auto& [name, read] : files) {
        const ordered_json document = ordered_json::parse(son_la_file(name));
        for (const ordered_json::json_pointer& at : all_places(document)) {
            for (const ordered_json& other : others) {
                ordered_json changed = document;
                changed[at] = other;
                const diagnostics found = read(changed.dump());
                if (has_places(found)) continue;
                const auto& shown = name;  // clang 14 captures no structured binding
                CAPTURE(shown);
                CAPTURE(at.to_string());
                CAPTURE(other.dump());
                FAIL_CHECK(listed(found));
            }
            ordered_json changed = document;
            remove(changed, at);
            const diagnostics found = read(changed.dump());
            if (has_places(found)) continue;
            const auto& shown = name;  // clang 14 captures no structured binding
            CAPTURE(shown);
            CAPTURE(at.to_string());
            FAIL_CHECK(listed(found));
        }
    }
}

TEST_CASE("a value of a wrong type is always an error at that value") {
    const std::vector<std::pair<ordered_json, std::string>> others = {
        {false, "a boolean"}, {ordered_json::array({nullptr}), "an array"}, {{{"q", nullptr}}, "an object"}};
    for (const auto& [name, read] : files) {
        const ordered_json document = ordered_json::parse(son_la_file(name));
        for (const ordered_json::json_pointer& at : all_places(document)) {
            for (const auto& [other, kind] : others) {
                if (document[at].type() == other.type()) continue;
                if (other.is_object() && (document[at].is_number() || document[at].is_string())) continue;  // a figure
                ordered_json changed = document;
                changed[at] = other;
                const diagnostics found = read(changed.dump(1));
                const bool named = std::any_of(found.begin(), found.end(), [&, kind = kind](const diagnostic& each) {
                    return each.code == error_code::wrong_type && each.where.pointer == at.to_string() &&
                           each.message.ends_with("not " + kind);
                });
                if (named) continue;
                const auto& shown = name;  // clang 14 captures no structured binding
                CAPTURE(shown);
                CAPTURE(at.to_string());
                FAIL_CHECK(listed(found));
            }
        }
    }
}

TEST_CASE("a key that is unknown is refused in every object") {
    for (const auto& [name, read] : files) {
        const ordered_json document = ordered_json::parse(son_la_file(name));
        for (const ordered_json::json_pointer& at : all_places(document)) {
            if (!document[at].is_object()) continue;
            ordered_json changed = document;
            changed[at]["unheard of"] = 0;
            const diagnostics found = read(changed.dump());
            const auto& shown = name;  // clang 14 captures no structured binding
            CAPTURE(shown);
            CAPTURE(at.to_string());
            // A published figure has no place of its own.
            const std::string object = at.to_string().starts_with("/published/") ? "/published" : at.to_string();
            const auto is_about_it = [&](const diagnostic& each) { return each.where.pointer.starts_with(object); };
            CHECK(has_error(found));
            CHECK(std::any_of(found.begin(), found.end(), is_about_it));
        }
    }
}

TEST_CASE("a byte replaced anywhere is answered with a value or with places") {
    for (const auto& [name, read] : files) {
        const std::string text = son_la_file(name);
        std::size_t without_place = 0;
        std::uint32_t state = 1;
        for (std::size_t at = 0; at < text.size(); at += 7) {
            std::string changed = text;
            state = state * 1664525U + 1013904223U;
            changed[at] = static_cast<char>(static_cast<unsigned char>(state >> 24));
            if (!has_places(read(changed))) ++without_place;
        }
        const auto& shown = name;  // clang 14 captures no structured binding
        CAPTURE(shown);
        CHECK(without_place == 0);
    }
}
