#include "report_generator/register_check.hpp"

#include "parindex/support/limits.hpp"
#include "parindex/support/visible_text.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace parindex::report {

namespace {

class register_check {
public:
    register_check(const organization_registry& known, const data_folder& data) : known_(known), data_(data) {}

    diagnostics run() {
        for (const accepted_marks& each : data_.units) check_unit(each.marks);
        if (data_.planned) check_plan(*data_.planned);
        return std::move(found_);
    }

private:
    /// An explanation of an unknown name goes through the whole register, so that not every one is given.
    [[nodiscard]] bool full() const noexcept { return found_.size() >= limits::diagnostics; }

    void explain(const name_lookup& answer, const source_position& where) {
        std::optional<diagnostic> finding = known_.explain(answer, where);
        if (finding) found_.push_back(*std::move(finding));
    }

    void check_unit(const assessment& marks) {
        if (full()) return;
        name_query then;
        then.on = date{marks.year, std::nullopt, std::nullopt};
        const std::optional<std::size_t> unit = known_.find(marks.unit.code);
        const name_lookup name = known_.look_up(marks.unit.name, then);
        if (!unit) {
            warn(error_code::unknown_unit, marks.where,
                 text_from("the register has no unit with the code \"", within_column(marks.unit.code), "\"",
                           name.found() ? text_from("; its \"", within_column(marks.unit.name), "\" has the code \"",
                                                    within_column(known_.at(name.unit()).code), "\"")
                                        : std::string()));
            return;
        }
        if (!known_.exists_on(*unit, *then.on)) {
            warn(error_code::unit_outside, marks.where,
                 text_from("the register has the unit \"", within_column(marks.unit.code), "\", but not in ",
                           std::to_string(marks.year)));
        }
        if (name.found() && name.unit() != *unit) {
            warn(error_code::unknown_unit, marks.where,
                 text_from("\"", within_column(marks.unit.name), "\" is the unit \"",
                           within_column(known_.at(name.unit()).code), "\" of the register, not \"",
                           within_column(marks.unit.code), "\""));
            return;
        }
        bool own_name = name.found();
        for (const name_candidate& each : name.candidates) own_name = own_name || each.unit == *unit;
        if (!own_name || name.is_fallback()) explain(name, marks.where);
    }

    void warn(error_code code, const source_position& where, std::string message) {
        found_.push_back({code, severity::warning, where, "", std::move(message)});
    }

    void check_plan(const plan& planned) {
        if (planned.header.issued.is_valid()) issued_.on = planned.header.issued;
        for (const plan_section& section : planned.sections) {
            for (const task& each : section.tasks) check_task(each);
        }
        if (!planned.satisfaction) return;
        for (const task& each : planned.satisfaction->tasks) check_task(each);
    }

    void check_task(const task& each) {
        for (const std::vector<std::string>* units :
             {&each.roles.lead, &each.roles.implementing, &each.roles.coordinating, &each.roles.monitoring}) {
            for (const std::string& name : *units) check_role(name, each.where);
        }
    }

    /// One entry of a role may be a printed list of units.
    void check_role(const std::string& names, const source_position& where) {
        if (full() || !said_.insert(names).second) return;
        const result<std::vector<listed_unit>> entries = known_.split(names, issued_);
        if (!entries) {
            for (diagnostic each : entries.error()) warn(each.code, where, std::move(each.message));
            return;
        }
        for (const listed_unit& entry : *entries) {
            if (full()) return;
            if (entry.match.text == names || said_.insert(entry.match.text).second) explain(entry.match, where);
        }
    }

    const organization_registry& known_;
    const data_folder& data_;
    diagnostics found_;
    name_query issued_;
    std::set<std::string> said_;
};

}  // namespace

diagnostics check_against_register(const organization_registry& known, const data_folder& data) {
    return register_check(known, data).run();
}

}  // namespace parindex::report
