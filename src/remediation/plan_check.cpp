#include "parindex/remediation/plan.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

#include <map>
#include <set>

namespace parindex::inline v0 {

namespace {

class plan_checker {
public:
    plan_checker(const plan& planned, const criteria_set& set) : plan_(planned), set_(set) {}

    diagnostics run() {
        if (!(plan_.set == set_.key())) {
            found_.add(error_code::set_mismatch, plan_.where, "",
                       "the plan speaks about the set of decision " + name(plan_.set) + ", not of " + name(set_.key()));
        }
        check_labels();
        for (const plan_section& section : plan_.sections) check_section(section);
        // Tasks may address shortfalls of other sections, so links are followed when all shortfalls are known.
        for (const plan_section& section : plan_.sections) check_tasks(section.tasks);
        if (plan_.satisfaction) check_tasks(plan_.satisfaction->tasks);
        return std::move(found_).take();
    }

private:
    static std::string name(const decision& key) {
        return key.number + " of " + key.issuer + " (" + to_iso_string(key.issued) + ')';
    }

    /// The Sơn La plan heads the column of totals with the name of one part, "Điểm thẩm định".
    void check_labels() {
        if (set_.parts().size() < 2) return;
        for (const part& each : set_.parts()) {
            if (each.name != plan_.labels.score_column) continue;
            found_.add(error_code::misleading_label, plan_.where, "",
                       "the column " + quoted(each.name) +
                           " will hold the total of all parts, not the points of part " + quoted(each.code),
                       severity::warning);
        }
    }

    void check_section(const plan_section& section) {
        const std::size_t field = set_.find(section.field);
        if (field == criteria_set::none || set_.at(field).level != 1) {
            found_.add(error_code::unknown_code, section.where, section.field,
                       "the section speaks about " + quoted(section.field) + ", which is not a field of the set");
        } else if (!fields_.insert(field).second) {
            found_.add(error_code::duplicate_code, section.where, section.field,
                       "a second section about the field " + quoted(section.field));
        }
        for (const shortfall& each : section.shortfalls) check_shortfall(each, field);
    }

    void check_shortfall(const shortfall& each, std::size_t field) {
        check_id(each.id, "shortfall", shortfalls_, each.where);
        for (const named_deduction& deduction : each.deductions) {
            const auto add = [&](error_code code, const std::string& message) {
                found_.add(
                    code, deduction.where, deduction.criterion,
                    "criterion " + quoted(deduction.criterion) + " of shortfall " + quoted(each.id) + ": " + message);
            };
            const std::size_t node = set_.find(deduction.criterion);
            if (node == criteria_set::none) {
                add(error_code::unknown_code, "the criteria set has no criterion with this code");
                continue;
            }
            if (set_.at(node).kind != criteria_set::kind::leaf) {
                add(error_code::not_a_leaf, "points are lost at leaves; name the criteria below it");
                continue;
            }
            if (field != criteria_set::none && set_.field_of(node) != field) {
                add(error_code::invalid_value, "it lies in another field than the section");
            }
            const auto [claimed, fresh] = claimed_.emplace(node, each.id);
            if (!fresh) {
                add(error_code::deduction_in_two_shortfalls,
                    "the shortfall " + quoted(claimed->second) + " names it too");
            }
        }
    }

    void check_tasks(const std::vector<task>& tasks) {
        for (const task& each : tasks) {
            check_id(each.id, "task", tasks_, each.where);
            if (each.text.empty()) add_task_error(each, error_code::invalid_value, "the text is empty");
            const task_roles& roles = each.roles;
            if (roles.lead.empty() && roles.implementing.empty()) {
                add_task_error(each, error_code::invalid_value, "no unit leads or implements it");
            }
            check_timing(each);
            std::set<std::string_view> linked;
            for (const task_link& link : each.addresses) check_link(each, link, linked);
        }
    }

    void check_link(const task& each, const task_link& link, std::set<std::string_view>& linked) {
        if (!shortfalls_.contains(link.shortfall)) {
            found_.add(error_code::unknown_shortfall, link.where, "",
                       "task " + quoted(each.id) + " addresses " + quoted(link.shortfall) +
                           ", which is no shortfall of the plan");
        } else if (!linked.insert(link.shortfall).second) {
            found_.add(error_code::duplicate_id, link.where, "",
                       "task " + quoted(each.id) + " addresses " + quoted(link.shortfall) + " twice");
        }
        if (link.gain && link.gain->sign() < 0) {
            found_.add(error_code::invalid_value, link.where, "", "an expected gain is below zero");
        }
    }

    void check_timing(const task& each) {
        const timing& when = each.when;
        const bool dated =
            when.kind == timing_kind::on || when.kind == timing_kind::before || when.kind == timing_kind::within;
        const std::string kind(to_string(when.kind));
        if (dated && !when.last)
            add_task_error(each, error_code::invalid_value, "the timing \"" + kind + "\" needs a date");
        if (!dated && when.last)
            add_task_error(each, error_code::invalid_value, "the timing \"" + kind + "\" has no date");
        if (when.first && when.kind != timing_kind::within) {
            add_task_error(each, error_code::invalid_value, "only the timing \"within\" starts at a date");
        }
        if (when.kind == timing_kind::within && !when.first) {
            add_task_error(each, error_code::invalid_value, "the timing \"within\" needs the date it starts at");
        }
        if (when.first && when.last && *when.last < *when.first) {
            add_task_error(each, error_code::invalid_value, "the timing ends before it starts");
        }
    }

    void add_task_error(const task& each, error_code code, const std::string& message) {
        found_.add(code, each.where, "", "task " + quoted(each.id) + ": " + message);
    }

    void check_id(const std::string& id, const std::string& what, std::set<std::string_view>& known,
                  const source_position& where) {
        if (id.empty()) {
            found_.add(error_code::invalid_value, where, "", "a " + what + " needs an id");
        } else if (!known.insert(id).second) {
            found_.add(error_code::duplicate_id, where, "", "the " + what + " id " + quoted(id) + " is used twice");
        }
    }

    const plan& plan_;
    const criteria_set& set_;
    std::set<std::size_t> fields_;
    std::set<std::string_view> shortfalls_;
    std::set<std::string_view> tasks_;
    std::map<std::size_t, std::string> claimed_;  // node -> shortfall id
    finding_list found_;
};

}  // namespace

diagnostics check(const plan& planned, const criteria_set& set) {
    return plan_checker(planned, set).run();
}

}  // namespace parindex::inline v0
