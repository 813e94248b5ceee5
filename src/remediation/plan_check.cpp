#include "criteria/code_hint.hpp"
#include "parindex/remediation/plan.hpp"
#include "remediation/accepted_warnings.hpp"
#include "remediation/task_check.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace parindex::inline v0 {

namespace {

class plan_checker {
public:
    plan_checker(const plan& planned, const criteria_set& set)
        : plan_(planned), set_(set), hints_(set), warnings_(planned, warning_source::check, found_) {}

    diagnostics run() {
        if (!(plan_.set == set_.key())) {
            found_.add(error_code::set_mismatch, plan_.where, "",
                       "the plan speaks about the set of decision " + to_string(plan_.set) + ", not of " +
                           to_string(set_.key()) + decision_hint(plan_.set, set_.key()));
        }
        check_texts();
        check_acceptances();
        check_labels();
        for (const plan_section& section : plan_.sections) check_section(section);
        // Tasks may address shortfalls of other sections, so links are followed when all shortfalls are known.
        for (const plan_section& section : plan_.sections) check_tasks(section.tasks);
        if (plan_.satisfaction) check_tasks(plan_.satisfaction->tasks);
        warnings_.report_idle();
        return std::move(found_).take();
    }

private:
    /// A draft leaves texts empty; one of spaces alone only looks written.
    void check_texts() {
        const auto check = [this](const std::string& text, const char* member) {
            if (text.empty() || !is_blank(text)) return;
            found_.add(error_code::invalid_value, inside(plan_.where, member), "",
                       "expected a text; this one says nothing");
        };
        check(plan_.unit, "/unit");
        check(plan_.agency, "/agency");
        const plan_header& header = plan_.header;
        check(header.parent_agency, "/header/parent_agency");
        check(header.agency, "/header/agency");
        check(header.symbol, "/header/symbol");
        check(header.place, "/header/place");
        check(header.title, "/header/title");
        check(header.subject, "/header/subject");
        check(plan_.signed_by.post, "/signatory/post");
        check_entries(plan_.bases, plan_.where, "/bases", found_);
        check_entries(plan_.purposes, plan_.where, "/purposes", found_);
        check_entries(plan_.requirements, plan_.where, "/requirements", found_);
        check_entries(plan_.organisation, plan_.where, "/organisation", found_);
        check_entries(plan_.recipients, plan_.where, "/recipients", found_);
    }

    void check_acceptances() {
        std::set<std::pair<error_code, std::string_view>> given;
        for (const accepted_warning& each : plan_.accepted) {
            const std::string word(acceptance_word(each.warning));
            if (word.empty()) {
                found_.add(error_code::not_acceptable, each.where, "",
                           "the finding " + std::to_string(static_cast<int>(each.warning)) +
                               " is no warning that a plan may accept");
            } else if (!given.emplace(each.warning, each.subject).second) {
                found_.add(error_code::duplicate_id, each.where, "",
                           "the plan accepts " + word + " about " + quoted(each.subject) + " twice");
            }
            if (is_blank(each.reason)) {
                found_.add(error_code::invalid_value, each.where, "", "an accepted warning needs the reason");
            }
        }
    }

    /// The Sơn La plan heads the column of totals with the name of one part, "Điểm thẩm định".
    void check_labels() {
        if (set_.parts().size() < 2) return;
        for (const part& each : set_.parts()) {
            if (each.name != plan_.labels.score_column) continue;
            warnings_.warn(error_code::misleading_label, plan_.where, "", each.code,
                           "the column " + quoted(each.name) +
                               " will hold the total of all parts, not the points of part " + quoted(each.code));
        }
    }

    void check_section(const plan_section& section) {
        const std::size_t field = set_.find(section.field);
        if (field == criteria_set::none || set_.at(field).level != 1) {
            found_.add(error_code::unknown_code, section.where, section.field,
                       "the section speaks about " + quoted(section.field) + ", which is not a field of the set" +
                           (field == criteria_set::none ? hints_.hint(section.field) : ""));
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
                add(error_code::unknown_code,
                    "the criteria set has no criterion with this code" + hints_.hint(deduction.criterion));
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
            check_task(each, plan_, warnings_, found_);
            std::set<std::string_view> linked;
            for (const task_link& link : each.addresses) check_link(each, link, linked);
        }
    }

    void check_link(const task& each, const task_link& link, std::set<std::string_view>& linked) {
        if (!shortfalls_.contains(link.shortfall)) {
            found_.add(error_code::unknown_shortfall, link.where, "",
                       "task " + quoted(each.id) + " addresses " + quoted(link.shortfall) +
                           ", which is no shortfall of the plan" + shortfall_hint(link.shortfall));
        } else if (!linked.insert(link.shortfall).second) {
            found_.add(error_code::duplicate_id, link.where, "",
                       "task " + quoted(each.id) + " addresses " + quoted(link.shortfall) + " twice");
        }
        if (link.gain && link.gain->sign() < 0) {
            found_.add(error_code::invalid_value, link.where, "", "an expected gain is below zero");
        }
    }

    /// Links are followed when all shortfalls are known, so that the index is complete.
    [[nodiscard]] std::string shortfall_hint(std::string_view unknown) {
        if (!shortfall_looks_) {
            shortfall_looks_.emplace();
            for (const std::string_view each : shortfalls_) shortfall_looks_->add(each);
        }
        return look_alike_hint(shortfall_looks_->difference(unknown));
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
    code_hints hints_;
    std::optional<look_alike_index> shortfall_looks_;  // made for the first link to none of them
    std::set<std::size_t> fields_;
    std::set<std::string_view> shortfalls_;
    std::set<std::string_view> tasks_;
    std::map<std::size_t, std::string> claimed_;  // node -> shortfall id
    finding_list found_;
    acceptance_filter warnings_;
};

}  // namespace

diagnostics check(const plan& planned, const criteria_set& set) {
    return plan_checker(planned, set).run();
}

}  // namespace parindex::inline v0
