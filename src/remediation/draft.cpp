#include "parindex/remediation/draft.hpp"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace parindex::inline v0 {

namespace {

class drafter {
public:
    drafter(plan planned, const evaluation& scored, const std::map<std::string, std::string>& causes)
        : scored_(scored), set_(scored.set()), causes_(causes) {
        out_.updated = std::move(planned);
    }

    redrafted_plan run() {
        for (plan_section& each : out_.updated.sections) take_up(each);
        if (out_.updated.satisfaction) take_up(out_.updated.satisfaction->tasks);
        for (const auto& [node, amount] : losses()) {
            if (!named_.contains(node)) add(node, amount);
        }
        place_sections();
        return std::move(out_);
    }

private:
    void take_up(const plan_section& section) {
        for (const shortfall& each : section.shortfalls) {
            shortfall_ids_.insert(each.id);
            for (const named_deduction& named : each.deductions) {
                const std::size_t node = set_.find(named.criterion);
                if (node == criteria_set::none) continue;
                named_.insert(node);
                const evaluation::points& points = scored_.at(node);
                if (points.complete() && points.deduction().sign() <= 0) out_.orphaned.push_back({node, each.id});
            }
        }
        take_up(section.tasks);
    }
    void take_up(const std::vector<task>& tasks) {
        for (const task& each : tasks) task_ids_.insert(each.id);
    }

    /// Points lost by node, in the order of the set.
    [[nodiscard]] std::map<std::size_t, ratio> losses() const {
        std::map<std::size_t, ratio> out;
        for (const ledger_entry& each : scored_.deductions()) out[each.node] += each.amount;
        return out;
    }

    void add(std::size_t node, const ratio& amount) {
        const std::string& code = set_.at(node).code;
        const std::size_t field = set_.field_of(node);
        plan_section& section = added_[field];
        section.field = set_.at(field).code;
        shortfall& lacking = section.shortfalls.emplace_back();
        lacking.id = fresh("S" + code, shortfall_ids_);
        lacking.field = section.field;
        lacking.deductions.push_back({code, {}, {}});
        if (const auto cause = causes_.find(code); cause != causes_.end()) lacking.cause = cause->second;
        task& answer = section.tasks.emplace_back();
        answer.id = fresh("T" + code, task_ids_);
        answer.addresses.push_back({lacking.id, {}, {}});
        out_.added.push_back({node, amount, lacking.id});
    }

    /// `wanted`, or with the first number behind it that makes it an id of its own.
    static std::string fresh(const std::string& wanted, std::set<std::string, std::less<>>& taken) {
        std::string id = wanted;
        for (int number = 2; !taken.insert(id).second; ++number) id = wanted + '-' + std::to_string(number);
        return id;
    }

    /// Joins what was added to the sections of the plan. A new section stands ahead of the first one of a later field.
    void place_sections() {
        std::vector<plan_section>& sections = out_.updated.sections;
        std::vector<plan_section> placed;
        for (plan_section& each : sections) {
            const auto own = added_.find(set_.find(each.field));
            if (own == added_.end()) continue;
            move_behind(each.shortfalls, own->second.shortfalls);
            move_behind(each.tasks, own->second.tasks);
            added_.erase(own);
        }
        auto next = added_.begin();
        for (plan_section& each : sections) {
            for (const std::size_t field = set_.find(each.field); next != added_.end() && next->first < field; ++next) {
                placed.push_back(std::move(next->second));
            }
            placed.push_back(std::move(each));
        }
        for (; next != added_.end(); ++next) placed.push_back(std::move(next->second));
        sections = std::move(placed);
    }

    template <class T>
    static void move_behind(std::vector<T>& list, std::vector<T>& more) {
        for (T& each : more) list.push_back(std::move(each));
    }

    const evaluation& scored_;
    const criteria_set& set_;
    const std::map<std::string, std::string>& causes_;
    redrafted_plan out_;
    std::set<std::size_t> named_;  // nodes that a shortfall names
    std::set<std::string, std::less<>> shortfall_ids_;
    std::set<std::string, std::less<>> task_ids_;
    std::map<std::size_t, plan_section> added_;  // by field
};

}  // namespace

plan draft_plan(const evaluation& scored, const draft_options& options) {
    plan out;
    out.set = scored.set().key();
    out.year = scored.year();
    out.unit = scored.unit().code;
    out.agency = options.agency.empty() ? scored.unit().name : options.agency;
    out.header = options.header;
    if (out.header.issued.year == 0) out.header.issued.year = scored.year() + 1;
    out.signed_by = options.signed_by;
    return drafter(std::move(out), scored, options.causes).run().updated;
}

redrafted_plan redraft(const plan& planned, const evaluation& scored,
                       const std::map<std::string, std::string>& causes) {
    return drafter(planned, scored, causes).run();
}

}  // namespace parindex::inline v0
