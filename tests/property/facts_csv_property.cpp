// Random facts are the same in CSV as in JSON: facts_csv_property CASES [SEED].
//
// Units with facts under random rules are written in both, the CSV in any layout, with any delimiter, quoting and order
// of rows and columns. Both give the same marks to the last digit, the same refusals and the same scores; and CSV that
// is cut to pieces anywhere is read or refused, but never in silence.
#include "random_facts_case.hpp"
#include "random_facts_csv.hpp"
#include "requirement.hpp"

#include "parindex/index/par_index.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/score_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>

using namespace parindex;
using namespace parindex_test;

namespace {

std::map<std::string, std::uint64_t> met;

/// Facts to the last digit.
std::string text_of(const mark& given) {
    std::map<std::string, std::string> facts;
    for (const fact& each : given.facts.value_or(std::vector<fact>())) facts[each.name] = to_string(each.value);
    std::string out = given.not_applicable ? "does not apply: " + *given.not_applicable : std::string("facts");
    for (const auto& [name, value] : facts) out += ' ' + name + '=' + value;
    return out + '\n' + given.explanation;
}

/// The marks of a unit in no order.
std::map<std::pair<scoring_round, std::string>, std::string> marks_of(const assessment& unit) {
    std::map<std::pair<scoring_round, std::string>, std::string> out;
    for (const mark& each : unit.marks)
        REQUIRE(out.emplace(std::pair(each.round, each.criterion), text_of(each)).second);
    return out;
}

class units_maker {
public:
    explicit units_maker(std::uint64_t seed) : case_(seed), random_(seed + 3), texts_(random_) {}

    criteria_set set() {
        criteria_description description = case_.description();
        description.key.issued = {2025, 1, 2};
        if (random_.one_in(3)) description.unit_groups = {{texts_.text() + "1", "one"}, {texts_.text() + "2", "two"}};
        return criteria_set::create(description).value();
    }

    std::vector<assessment> units(const criteria_set& set, csv_layout layout) {
        std::vector<assessment> out;
        for (int count = random_.between(1, 4); count > 0; --count) {
            assessment& unit = out.emplace_back(case_.unit(set, [](const auto&, const auto&) {}).marks);
            unit.set = set.key();
            unit.unit = {texts_.code(std::to_string(count)), texts_.text(), {}, {}};
            unit.year = 2025;
            if (!set.unit_groups().empty()) unit.unit.group = set.unit_groups()[random_.bits() % 2].code;
            std::erase_if(unit.marks, [&](mark& each) { return !keep(each, layout); });
        }
        return out;
    }

    random_numbers& random() { return random_; }

private:
    /// Whether a file of facts can hold the mark, of which some facts are left out.
    bool keep(mark& each, csv_layout layout) {
        const bool wide = layout == csv_layout::unit_rows;
        if (each.not_applicable) {
            each.not_applicable = texts_.text();
            if (wide) return false;
        }
        if (!wide && random_.one_in(3)) each.explanation = texts_.text();
        if (!each.facts) return each.not_applicable.has_value();
        std::erase_if(*each.facts, [this](const fact&) { return random_.one_in(15); });
        for (fact& given : *each.facts) {
            decimal* const number = std::get_if<decimal>(&given.value);
            // Not of counts: whole numbers with a point are refused in CSV.
            if (number != nullptr && number->scale() > 0 && random_.one_in(3))
                *number = decimal::from_parts(number->coefficient() * 100, number->scale() + 2);
        }
        return !each.facts->empty();
    }

    facts_case_maker case_;
    random_numbers random_;
    random_texts texts_;
};

/// The codes of what is wrong, in no order.
std::multiset<error_code> codes_of(const diagnostics& found) {
    std::multiset<error_code> out;
    for (const diagnostic& each : found) out.insert(each.code);
    return out;
}

std::string score_of(const criteria_set& set, const assessment& marks) {
    const result<evaluation> scored = evaluate(set, marks);
    REQUIRE(scored.has_value());
    return write_score(*scored, compute_par_index(*scored), {});
}

void check_unit(const criteria_set& set, const assessment& made, const unit_reading& csv, const unit_reading& json) {
    REQUIRE(csv.code == made.unit.code && csv.name == made.unit.name);
    REQUIRE(csv.marks.has_value() == json.marks.has_value());
    if (!csv.marks) {
        ++met["refused"];
        REQUIRE(codes_of(csv.marks.error()) == codes_of(json.marks.error()));
        return;
    }
    REQUIRE(codes_of(csv.notes) == codes_of(json.notes));
    const assessment& read = *csv.marks;
    REQUIRE(read.unit.group == made.unit.group && read.year == made.year && read.set == made.set);
    REQUIRE(marks_of(read) == marks_of(made));
    met["marks"] += read.marks.size();
    REQUIRE(score_of(set, read) == score_of(set, *json.marks));
}

/// A text that ends too early, or lacks a byte, gives marks or says what is wrong.
void check_spoiled(const criteria_set& set, std::string text, random_numbers& random,
                   const facts_csv_options& options) {
    if (random.one_in(2)) {
        text.resize(random.bits() % text.size());
    } else {
        text.erase(random.bits() % text.size(), 1);
    }
    const result<std::vector<unit_reading>> read = read_facts_csv(text, "f", set, options);
    if (!read) {
        REQUIRE(has_error(read.error()));
        ++met["spoiled"];
        return;
    }
    for (const unit_reading& each : *read) REQUIRE(each.marks || has_error(each.marks.error()));
}

void check_case(std::uint64_t seed) {
    units_maker maker(seed);
    const auto layout = static_cast<csv_layout>(maker.random().between(0, 2));
    const criteria_set set = maker.set();
    const std::vector<assessment> made = maker.units(set, layout);
    if (layout == csv_layout::unit_rows &&
        std::all_of(made.begin(), made.end(), [](const assessment& each) { return each.marks.empty(); })) {
        return;  // a file without any fact is refused
    }
    ++met[layout == csv_layout::fact_rows   ? "fact rows"
          : layout == csv_layout::unit_rows ? "unit rows"
                                            : "criterion rows"];

    facts_csv_writer writer(maker.random(), made, layout);
    const std::string text = writer.write();
    const result<std::vector<unit_reading>> csv = read_facts_csv(text, "f", set, writer.options());
    if (!csv) std::cerr << text << '\n' << to_string(csv.error().front()) << '\n';
    REQUIRE(csv.has_value());
    const std::vector<unit_reading> json = read_assessments(write_assessments(made), "f", &set).value();
    REQUIRE(csv->size() == made.size() && json.size() == made.size());
    for (std::size_t unit = 0; unit < made.size(); ++unit) {
        const auto same = std::find_if(csv->begin(), csv->end(),
                                       [&](const unit_reading& each) { return each.code == made[unit].unit.code; });
        REQUIRE(same != csv->end());
        check_unit(set, made[unit], *same, json[unit]);
    }
    check_spoiled(set, text, maker.random(), writer.options());
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t cases = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
    if (cases == 0) {
        std::cerr << "usage: property_facts_csv CASES [SEED]\n";
        return 2;
    }
    for (current_case = 0; current_case < cases; ++current_case) check_case(seed * cases + current_case);
    for (const char* const kind : {"fact rows", "criterion rows", "unit rows", "marks", "refused", "spoiled"}) {
        std::cout << kind << ' ' << met[kind] << ", ";
        REQUIRE(cases < 200 || met[kind] > 0);
    }
    std::cout << cases << " files of facts hold\n";
    return 0;
}
