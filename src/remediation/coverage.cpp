#include "parindex/remediation/coverage.hpp"

#include "numeric/shortest_text.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

#include <map>

namespace parindex::inline v0 {

namespace {

class coverage_proof {
public:
    coverage_proof(const plan& planned, const evaluation& scored) : plan_(planned), scored_(scored) {}

    coverage run() {
        check_year();
        index_shortfalls();
        index_tasks();
        for (const ledger_entry& deduction : scored_.deductions()) follow(deduction);
        check_gains();
        check_idle_shortfalls();
        check_deadlines();
        check_blanks();
        out_.findings = std::move(found_).take();
        return std::move(out_);
    }

private:
    struct claim {
        const shortfall* source = nullptr;
        ratio loss;
        ratio gain;
        bool has_task = false;
    };

    void check_year() {
        if (plan_.year == scored_.year()) return;
        found_.add(error_code::year_mismatch, plan_.where, "",
                   "the plan answers the year " + std::to_string(plan_.year) + ", the marks are of " +
                       std::to_string(scored_.year()));
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
        for (const task_link& link : each.addresses) {
            const auto addressed = claims_.find(link.shortfall);
            if (addressed == claims_.end()) continue;
            addressed->second.has_task = true;
            if (link.gain) addressed->second.gain += *link.gain;
        }
    }

    void follow(const ledger_entry& deduction) {
        out_.lost += deduction.amount;
        const criteria_set::node& node = scored_.set().at(deduction.node);
        const std::string loss = shortest_text(deduction.amount);
        const auto named = shortfall_of_.find(deduction.node);
        if (named == shortfall_of_.end()) {
            out_.uncovered.push_back({deduction.node, deduction.amount, {}});
            found_.add(
                error_code::loss_without_shortfall, plan_.where, node.code,
                "criterion " + quoted(node.code) + " lost " + loss + ", but no shortfall names it: " + node.name);
            return;
        }
        claim& owner = claims_[named->second];
        owner.loss += deduction.amount;
        if (owner.has_task) {
            out_.covered += deduction.amount;
            return;
        }
        out_.uncovered.push_back({deduction.node, deduction.amount, named->second});
        found_.add(error_code::shortfall_without_task, owner.source->where, node.code,
                   "criterion " + quoted(node.code) + " lost " + loss + ", but no task addresses its shortfall " +
                       quoted(named->second) + ": " + node.name);
    }

    void check_gains() {
        for (const auto& [id, owner] : claims_) {
            if (owner.gain <= owner.loss) continue;
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
                found_.add(error_code::shortfall_without_loss, named.where, named.criterion,
                           "shortfall " + quoted(id) + " names criterion " + quoted(named.criterion) +
                               ", which lost no points",
                           severity::warning);
            }
        }
    }

    void check_deadlines() {
        if (tasks_.empty()) return;
        for (const task* each : tasks_) {
            if (each->when.kind != timing_kind::continuous) return;
        }
        found_.add(error_code::only_continuous_deadlines, plan_.where, "",
                   "every deadline is continuous (" + std::to_string(tasks_.size()) +
                       " tasks): none can be checked; give at least milestones",
                   severity::warning);
    }

    void check_blanks() {
        if (!plan_.header.number) {
            found_.add(error_code::blank_number, plan_.where, "", "the number of the document is blank",
                       severity::warning);
        }
        if (!plan_.header.issued.is_complete()) {
            found_.add(error_code::blank_date, plan_.where, "",
                       "the date of the document is not complete: " + to_iso_string(plan_.header.issued),
                       severity::warning);
        }
    }

    const plan& plan_;
    const evaluation& scored_;
    coverage out_;
    finding_list found_;
    std::map<std::string, claim> claims_;              // by shortfall id
    std::map<std::size_t, std::string> shortfall_of_;  // node -> shortfall id
    std::vector<const task*> tasks_;
};

}  // namespace

coverage cover(const plan& planned, const evaluation& scored) {
    return coverage_proof(planned, scored).run();
}

}  // namespace parindex::inline v0
