#include "io/facts_csv_units.hpp"

#include "assessment/mark_checks.hpp"
#include "io/checked_marks.hpp"
#include "io/fact_cell.hpp"
#include "io/place_order.hpp"
#include "parindex/text/normalization.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace parindex::inline v0 {

namespace {

/// What checks say of a mark because it lacks facts that were refused already.
bool follows_from_facts(error_code code) noexcept {
    return code == error_code::missing_fact || code == error_code::undefined_points ||
           code == error_code::ratio_above_one || code == error_code::marks_too_fine ||
           code == error_code::nothing_applies;
}

std::string in_line(csv_place where) {
    return "in line " + std::to_string(where.line);
}

}  // namespace

facts_unit::facts_unit(std::string_view file, const criteria_set& set, std::string code, int year, csv_place where)
    : file_(file), set_(&set) {
    read_.set = set.key();
    read_.unit.code = std::move(code);
    read_.year = year;
    read_.where = position(where);
}

void facts_unit::fail(error_code code, csv_place where, const std::string& message, const std::string& criterion) {
    if (found_.full()) return found_.count(severity::error);
    found_.add(code, position(where), criterion, message);
}

void facts_unit::note(error_code code, csv_place where, const std::string& message) {
    if (notes_.size() < limits::diagnostics) notes_.push_back({code, severity::note, position(where), "", message});
}

std::string facts_unit::text_of(const csv_cell& cell) {
    std::string normal = to_nfc(cell.text);
    if (normal != cell.text) {
        note(error_code::name_normalized, cell.where,
             "the text was brought to Unicode normal form C: " + quoted(normal));
    }
    return normal;
}

void facts_unit::take(common_text& into, const csv_cell& cell, error_code code, const std::string& what) {
    if (cell.text.empty()) return;
    std::string text = text_of(cell);
    if (into.text.empty()) {
        into = {std::move(text), cell.where};
    } else if (into.text != text) {
        fail(code, cell.where,
             "expected " + what + " as " + in_line(into.where) + ", " + quoted(into.text) + ", not " + quoted(text));
    }
}

facts_mark& facts_unit::mark_of(std::optional<scoring_round> round, const std::string& criterion, csv_place where,
                                bool* fresh) {
    const auto [place, added] = mark_places_.emplace(round_key(number(round), criterion), marks_.size());
    if (fresh != nullptr) *fresh = added;
    if (!added) return marks_[place->second];
    facts_mark& out = marks_.emplace_back();
    out.node = set_->find(criterion);
    out.round = round;
    out.read.criterion = criterion;
    out.read.where = position(where);
    if (round) out.read.round = *round;
    return out;
}

void facts_unit::give(facts_mark& to, const std::string& name, csv_place name_where, const csv_cell& cell) {
    const std::string& criterion = to.read.criterion;
    const bool given = !cell.text.empty();
    const auto refuse = [&](error_code code, csv_place where, const std::string& message) {
        to.spoiled = true;
        fail(code, where, "criterion " + quoted(criterion) + ": " + message, criterion);
    };
    if (given && !to.read.facts) to.read.facts.emplace();
    // A criterion that can have no facts is refused with its mark.
    if (to.node == criteria_set::none || !set_->at(to.node).rule) return;
    const scoring_rule& rule = *set_->at(to.node).rule;

    const fact_declaration* const declared = rule.find(name);
    fact read{name, std::string()};
    if (declared != nullptr && declared->source == fact_source::mark) {
        if (!given) return;
        const auto same = std::find_if(to.read.facts->begin(), to.read.facts->end(),
                                       [&name](const fact& each) { return each.name == name; });
        if (same != to.read.facts->end()) {
            const csv_place first = to.places[static_cast<std::size_t>(same - to.read.facts->begin())];
            return refuse(error_code::duplicate_fact, cell.where,
                          "the fact " + quoted(name) + " is given twice; the first value stands " + in_line(first));
        }
        fact_cell value = read_fact_cell(text_of(cell), declared->kind);
        if (!value.value) return refuse(value.code, cell.where, "the fact " + quoted(name) + ": " + value.message);
        read.value = *std::move(value.value);
    }
    bool sound = true;
    check_facts(rule, fact_source::mark, {&read, 1}, !found_.full(), [&](error_code code, const std::string& message) {
        sound = false;
        refuse(code, code == error_code::unknown_fact ? name_where : cell.where, message);
    });
    if (!sound) return;
    to.read.facts->push_back(std::move(read));
    to.places.push_back(cell.where);
}

bool facts_unit::begin_row(std::optional<scoring_round> round, csv_place where) {
    const auto [first, fresh] = row_places_.emplace(number(round), where);
    if (fresh) return true;
    fail(error_code::duplicate_assessment, where,
         "the unit " + quoted(read_.unit.code) + " has a row for " + std::to_string(read_.year) +
             (round ? " and the round \"" + std::string(to_string(*round)) + '"' : std::string()) + ' ' +
             in_line(first->second) + " already");
    return false;
}

/// Marks of which something is said.
void facts_unit::take_marks() {
    for (facts_mark& each : marks_) {
        if (!each.round) continue;  // cannot be checked
        mark& read = each.read;
        read.explanation = std::move(each.explanation.text);
        if (!each.not_applicable.text.empty()) read.not_applicable = std::move(each.not_applicable.text);
        // A row without values is one that is not filled in yet, unless there is nothing that it could be filled with.
        const bool can_be_filled = each.node != criteria_set::none && set_->at(each.node).rule;
        if (read.facts || read.not_applicable || !read.explanation.empty() || !can_be_filled) {
            read_.marks.push_back(std::move(read));
        }
    }
}

void facts_unit::check_marks(const context_description* context) {
    std::set<std::pair<std::size_t, std::size_t>> spoiled;
    for (const facts_mark& each : marks_) {
        if (each.spoiled) spoiled.emplace(each.read.where.line, each.read.where.column);
    }
    take_marks();
    diagnostics checked = check_read_marks(read_, *set_, context);
    found_.count_unlisted(checked);
    std::erase_if(checked, [&spoiled](const diagnostic& each) {
        return follows_from_facts(each.code) && spoiled.contains({each.where.line, each.where.column});
    });
    found_.add(std::move(checked));
}

unit_reading facts_unit::conclude(const facts_csv_options& options) && {
    const scored_unit* const known = options.known_units ? options.known_units(read_.unit.code, read_.year) : nullptr;
    if (known != nullptr && name_.text.empty() && group_.text.empty()) {
        read_.unit = *known;
    } else {
        read_.unit.name = name_.text.empty() ? read_.unit.code : std::move(name_.text);
        read_.unit.group = std::move(group_.text);
    }
    check_marks(options.context);
    unit_reading out{read_.unit.code, read_.unit.name, read_.where, diagnostics{}, {}, read_.year};
    const bool refused = found_.has_error();
    diagnostics found = std::move(found_).take();
    sort_by_place(found);
    if (refused) {
        out.marks = std::move(found);
    } else {
        out.marks = std::move(read_);
        out.notes = std::move(notes_);
        out.notes.insert(out.notes.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
    return out;
}

}  // namespace parindex::inline v0
