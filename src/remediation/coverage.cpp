#include "parindex/remediation/coverage.hpp"

#include "numeric/shortest_text.hpp"
#include "remediation/accepted_warnings.hpp"
#include "remediation/task_check.hpp"
#include "remediation/unit_names.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

#include <map>

namespace parindex::inline v0 {

namespace {

class coverage_proof {
public:
    coverage_proof(const plan& planned, const evaluation& scored)
        : plan_(planned), scored_(scored), warnings_(planned, warning_source::cover, found_) {
        for (const part& each : scored.set().parts()) {
            out_.parts.push_back({{}, {}, !each.scored_by_survey()});
        }
        for (const std::size_t field : scored.set().fields()) {
            lines_.emplace(field, out_.fields.size());
            out_.fields.push_back({field, {}, {}, {}});
        }
    }

    coverage run() {
        check_year();
        check_unit();
        check_texts();
        index_shortfalls();
        index_tasks();
        for (const ledger_entry& deduction : scored_.deductions()) follow(deduction);
        check_gains();
        check_idle_shortfalls();
        check_deadlines();
        check_blanks();
        warnings_.report_idle();
        out_.findings = std::move(found_).take();
        return std::move(out_);
    }

private:
    struct claim {
        const shortfall* source = nullptr;
        ratio loss;
        ratio gain;
        bool has_task = false;        ///< One that is written and not dropped.
        bool has_empty_task = false;  ///< One that is not.
    };

    void check_year() {
        if (plan_.year == scored_.year()) return;
        found_.add(error_code::year_mismatch, plan_.where, "",
                   "the plan answers the year " + std::to_string(plan_.year) + ", the marks are of " +
                       std::to_string(scored_.year()));
    }

    void check_unit() {
        const scored_unit& unit = scored_.unit();
        if (!plan_.unit.empty()) {
            if (plan_.unit == unit.code) return;
            found_.add(error_code::unit_mismatch, plan_.where, "",
                       "the plan is of the unit " + quoted(plan_.unit) + ", the marks are of " + quoted(unit.code));
        } else if (!plan_.agency.empty() && !may_name_one_unit(plan_.agency, unit.name)) {
            warnings_.warn(error_code::agency_mismatch, plan_.where, "", unit.code,
                           "the plan speaks about " + quoted(plan_.agency) + ", the marks are of " + quoted(unit.name) +
                               "; if they are one, give the plan \"unit\": " + quoted(unit.code));
        }
    }

    void check_texts() {
        const auto check = [this](const std::string& text, const char* member, const std::string& what) {
            if (!is_blank(text)) return;
            found_.add(error_code::unfinished, inside(plan_.where, member), "", what + " is still to be written");
        };
        check(plan_.agency, "/agency", "the name of the unit");
        check(plan_.header.agency, "/header/agency", "the agency of the header");
        check(plan_.header.symbol, "/header/symbol", "the symbol of the header");
        check(plan_.header.place, "/header/place", "the place of the header");
        check(plan_.header.title, "/header/title", "the title of the header");
        check(plan_.header.subject, "/header/subject", "the subject of the header");
        check(plan_.signed_by.post, "/signatory/post", "the post of the signatory");
    }

    void index_shortfalls() {
        for (const plan_section& section : plan_.sections) {
            for (const shortfall& each : section.shortfalls) {
                claims_[each.id].source = &each;
                for (const named_deduction& named : each.deductions) {
                    const std::size_t node = scored_.set().find(named.criterion);
                    if (node != criteria_set::none) shortfall_of_.emplace(node, each.id);
                }
            }
        }
    }

    void index_tasks() {
        for (const plan_section& section : plan_.sections) {
            for (const task& each : section.tasks) index_task(each);
        }
        if (!plan_.satisfaction) return;
        for (const task& each : plan_.satisfaction->tasks) index_task(each);
    }

    void index_task(const task& each) {
        tasks_.push_back(&each);
        if (each.addresses.empty()) {
            found_.add(error_code::improvement_task, each.where, "",
                       "task " + quoted(each.id) + " addresses no shortfall: an improvement task", severity::note);
        }
        const bool dropped = each.status == task_status::dropped;
        const bool written = !is_blank(each.text);
        if (!dropped) check_finished(each, written);
        for (const task_link& link : each.addresses) {
            const auto addressed = claims_.find(link.shortfall);
            if (addressed == claims_.end()) continue;
            (written && !dropped ? addressed->second.has_task : addressed->second.has_empty_task) = true;
            if (link.gain && !dropped) addressed->second.gain += *link.gain;
        }
    }

    void check_finished(const task& each, bool written) {
        const bool has_unit = !each.roles.lead.empty() || !each.roles.implementing.empty();
        if (written && has_unit) return;
        found_.add(error_code::unfinished, each.where, "",
                   "task " + quoted(each.id) + " is still to be written: " +
                       (written    ? "no unit leads or implements it"
                        : has_unit ? "its text"
                                   : "its text, and who leads or implements it"));
    }

    void attribute(const ledger_entry& deduction, bool is_covered) {
        const std::size_t part = scored_.set().at(deduction.node).part;
        field_coverage& field = out_.fields[lines_.at(scored_.set().field_of(deduction.node))];
        out_.lost += deduction.amount;
        out_.parts[part].lost += deduction.amount;
        field.lost += deduction.amount;
        if (!out_.parts[part].mendable_by_document) field.lost_in_surveys += deduction.amount;
        if (!is_covered) return;
        out_.covered += deduction.amount;
        out_.parts[part].covered += deduction.amount;
        field.covered += deduction.amount;
    }

    void follow(const ledger_entry& deduction) {
        const criteria_set::node& node = scored_.set().at(deduction.node);
        const std::string loss = shortest_text(deduction.amount);
        const auto named = shortfall_of_.find(deduction.node);
        attribute(deduction, named != shortfall_of_.end() && claims_[named->second].has_task);
        if (named == shortfall_of_.end()) {
            out_.uncovered.push_back({deduction.node, deduction.amount, {}});
            found_.add(
                error_code::loss_without_shortfall, plan_.where, node.code,
                "criterion " + quoted(node.code) + " lost " + loss + ", but no shortfall names it: " + node.name);
            return;
        }
        claim& owner = claims_[named->second];
        owner.loss += deduction.amount;
        if (owner.has_task) return;
        out_.uncovered.push_back({deduction.node, deduction.amount, named->second});
        found_.add(error_code::shortfall_without_task, owner.source->where, node.code,
                   "criterion " + quoted(node.code) + " lost " + loss + ", but " +
                       (owner.has_empty_task ? "only blank or dropped tasks address" : "no task addresses") +
                       " its shortfall " + quoted(named->second) + ": " + node.name);
    }

    void check_gains() {
        for (const auto& [id, owner] : claims_) {
            if (owner.gain <= owner.loss) continue;
            out_.excessive_gains.push_back({id, owner.loss, owner.gain});
            found_.add(error_code::gain_above_loss, owner.source->where, "",
                       "tasks expect to win back " + shortest_text(owner.gain) + " on shortfall " + quoted(id) +
                           ", which lost only " + shortest_text(owner.loss));
        }
    }

    /// A mark that was raised after the plan was written leaves its shortfall without an object.
    void check_idle_shortfalls() {
        for (const auto& [id, owner] : claims_) {
            for (const named_deduction& named : owner.source->deductions) {
                const std::size_t node = scored_.set().find(named.criterion);
                if (node == criteria_set::none || scored_.at(node).deduction().sign() > 0) continue;
                if (!scored_.at(node).complete()) continue;
                warnings_.warn(error_code::shortfall_without_loss, named.where, named.criterion, id,
                               "shortfall " + quoted(id) + " names criterion " + quoted(named.criterion) +
                                   ", which lost no points");
            }
        }
    }

    void check_deadlines() {
        if (tasks_.empty()) return;
        for (const task* each : tasks_) {
            if (each->when.kind != timing_kind::continuous || !each->milestones.empty()) return;
        }
        warnings_.warn(error_code::only_continuous_deadlines, plan_.where, "", "",
                       "every deadline is continuous (" + std::to_string(tasks_.size()) +
                           " tasks): none can be checked; give at least milestones");
    }

    void check_blanks() {
        if (!plan_.header.number) {
            warnings_.warn(error_code::blank_number, plan_.where, "", "", "the number of the document is blank");
        }
        if (!plan_.header.issued.is_complete()) {
            warnings_.warn(error_code::blank_date, plan_.where, "", "",
                           "the date of the document is not complete: " + to_iso_string(plan_.header.issued));
        }
    }

    const plan& plan_;
    const evaluation& scored_;
    coverage out_;
    finding_list found_;
    acceptance_filter warnings_;
    std::map<std::size_t, std::size_t> lines_;         // field -> index into out_.fields
    std::map<std::string, claim> claims_;              // by shortfall id
    std::map<std::size_t, std::string> shortfall_of_;  // node -> shortfall id
    std::vector<const task*> tasks_;
};

}  // namespace

coverage cover(const plan& planned, const evaluation& scored) {
    return coverage_proof(planned, scored).run();
}

}  // namespace parindex::inline v0
