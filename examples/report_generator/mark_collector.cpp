#include "report_generator/mark_collector.hpp"

#include "report_generator/append.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <string_view>

namespace parindex::report {

namespace {

std::string place_text(const source_position& where) {
    return text_from(where.file, ":", std::to_string(where.line), ":", std::to_string(where.column));
}

}  // namespace

void mark_collector::add(result<std::vector<unit_reading>> read, const std::string& file, marks_file kind) {
    if (!read) return refuse({{}, {}, {file, 0, 0, {}}, read.error()});
    if (read->empty()) {
        diagnostic empty;
        empty.code = error_code::invalid_value;
        empty.where.file = file;
        empty.message = "expected the marks of at least one unit";
        return refuse({{}, {}, {file, 0, 0, {}}, {std::move(empty)}});
    }
    for (unit_reading& each : std::move(read).value()) {
        if (!each.marks) {
            refuse({std::move(each.code), std::move(each.name), std::move(each.where), each.marks.error(), each.year});
        } else {
            accept({std::move(each.marks).value(), std::move(each.notes)}, kind);
        }
    }
}

const scored_unit* mark_collector::find(std::string_view code, int year) const {
    const auto found = place_of_.find({std::string(code), year});
    return found == place_of_.end() ? nullptr : &to_.units[found->second].marks.unit;
}

std::string mark_collector::why_apart(const assessment& first, const assessment& more, marks_file kind) {
    if (kind == marks_file::has_all_marks || first.where.file == more.where.file) return " already";
    if (first.unit.name != more.unit.name || first.unit.group != more.unit.group) {
        return ", with another name or group";
    }
    std::map<std::pair<scoring_round, std::string_view>, const mark*> given;
    for (const mark& each : first.marks) given.emplace(std::pair(each.round, std::string_view(each.criterion)), &each);
    for (const mark& each : more.marks) {
        const auto twice = given.find({each.round, each.criterion});
        if (twice == given.end()) continue;
        return text_from(", of them that of the criterion \"", within_column(each.criterion), "\" in the round \"",
                         to_string(each.round), "\" (", place_text(twice->second->where), ") already");
    }
    return {};
}

void mark_collector::accept(accepted_marks read, marks_file kind) {
    const assessment& marks = read.marks;
    const auto [place, fresh] = place_of_.emplace(std::pair(marks.unit.code, marks.year), to_.units.size());
    if (fresh) return to_.units.push_back(std::move(read));
    accepted_marks& first = to_.units[place->second];
    const std::string reason = why_apart(first.marks, marks, kind);
    if (!reason.empty()) {
        diagnostic twice;
        twice.code = error_code::duplicate_assessment;
        twice.where = marks.where;
        twice.message = text_from("the unit \"", within_column(marks.unit.code), "\" has marks of ",
                                  std::to_string(marks.year), " at ", place_text(first.marks.where), reason);
        return refuse({marks.unit.code, marks.unit.name, marks.where, {std::move(twice)}, marks.year});
    }
    append(first.marks.marks, std::move(read.marks.marks));
    append(first.notes, std::move(read.notes));
}

void mark_collector::finish() {
    std::erase_if(to_.units, [this](const accepted_marks& each) {
        return std::any_of(to_.refused.begin(), to_.refused.end(), [&each](const refused_marks& other) {
            return other.code == each.marks.unit.code && other.year == each.marks.year &&
                   other.where.file != each.marks.where.file;
        });
    });
}

}  // namespace parindex::report
