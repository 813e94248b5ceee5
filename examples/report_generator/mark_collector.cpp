#include "report_generator/mark_collector.hpp"

#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

namespace parindex::report {

namespace {

std::string place_text(const source_position& where) {
    return text_from(where.file, ":", std::to_string(where.line), ":", std::to_string(where.column));
}

}  // namespace

void mark_collector::add(result<std::vector<unit_reading>> read, const std::string& file) {
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
            refuse({std::move(each.code), std::move(each.name), std::move(each.where), each.marks.error()});
        } else {
            accept({std::move(each.marks).value(), std::move(each.notes)});
        }
    }
}

void mark_collector::accept(accepted_marks read) {
    const assessment& marks = read.marks;
    const auto [first, fresh] = first_of_.emplace(std::pair(marks.unit.code, marks.year), marks.where);
    if (fresh) return to_.units.push_back(std::move(read));
    diagnostic twice;
    twice.code = error_code::duplicate_assessment;
    twice.where = marks.where;
    twice.message = text_from("the unit \"", within_column(marks.unit.code), "\" has marks of ",
                              std::to_string(marks.year), " at ", place_text(first->second), " already");
    refuse({marks.unit.code, marks.unit.name, marks.where, {std::move(twice)}});
}

}  // namespace parindex::report
