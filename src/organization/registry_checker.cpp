// The static checks of a register. They run over the whole description and collect every finding; the contents are
// built on the way and handed out only if there was none.
#include "organization/cycles.hpp"
#include "organization/name_folding.hpp"
#include "organization/parent_order.hpp"
#include "organization/registry_contents.hpp"
#include "organization/unit_texts.hpp"
#include "parindex/support/limits.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

#include <set>

namespace parindex::inline v0 {

namespace {

using contents = organization_registry::contents;
constexpr std::size_t none = contents::none;

class registry_checker {
public:
    explicit registry_checker(const organization_description& description)
        : where_(description.where), built_(std::make_shared<contents>()) {
        built_->name = description.name;
        built_->source = description.source;
        built_->codes_assigned = description.codes_assigned;
        if (description.units.size() <= limits::units) {
            built_->units = description.units;
        } else {
            found_.add(error_code::too_many_units, where_, "",
                       "a register has at most " + std::to_string(limits::units) + " units");
        }
    }

    result<std::shared_ptr<const contents>> run() {
        for (organization_unit& unit : built_->units) check_texts(unit, found_);
        index_codes();
        for (organization_unit& unit : built_->units) settle_validity(unit);
        link_units();
        for (std::size_t unit = 0; unit < built_->units.size(); ++unit) check_changes(unit);
        check_cycles();
        index_names();
        check_names();
        if (!found_.empty()) return std::move(found_).take();
        order_by_parent(*built_);
        return std::shared_ptr<const contents>(std::move(built_));
    }

private:
    [[nodiscard]] std::string label(std::size_t unit) const { return "unit " + quoted(built_->units[unit].code); }

    void add(error_code code, const source_position& where, std::string message) {
        found_.add(code, where, "", std::move(message));
    }

    void index_codes() {
        std::vector<std::size_t>& order = built_->by_code;
        for (std::size_t unit = 0; unit < built_->units.size(); ++unit) {
            if (!built_->units[unit].code.empty()) order.push_back(unit);
        }
        const auto code = [this](std::size_t unit) -> const std::string& { return built_->units[unit].code; };
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return code(a) < code(b); });
        for (std::size_t at = 1; at < order.size(); ++at) {
            if (code(order[at]) != code(order[at - 1])) continue;
            add(error_code::duplicate_unit, built_->units[order[at]].where,
                "the code of " + label(order[at]) + " is used twice");
        }
    }

    /// A date that cannot be used is reported and then taken for unknown, so that it explains no further findings.
    void settle_validity(organization_unit& unit) {
        for (std::optional<date>* bound : {&unit.from, &unit.to}) {
            if (!*bound || ((*bound)->is_valid() && (*bound)->is_complete())) continue;
            add(error_code::invalid_date, unit.where,
                "unit " + quoted(unit.code) + " needs complete dates of the calendar");
            unit.from.reset();
            unit.to.reset();
            undated_.insert(&unit);
            break;
        }
        day_range days = validity_of(unit);
        if (days.first >= days.end) {
            add(error_code::validity_reversed, unit.where,
                "unit " + quoted(unit.code) + " ends on " + to_iso_string(*unit.to) + ", before it has begun on " +
                    to_iso_string(*unit.from));
            undated_.insert(&unit);
            days = {};
        }
        built_->validity.push_back(days);
    }

    [[nodiscard]] std::size_t find(const std::string& code, const source_position& where, std::size_t unit,
                                   const char* role) {
        const std::size_t found = built_->find(code);
        if (found == none) {
            add(error_code::unknown_unit, where,
                label(unit) + " names the " + role + ' ' + quoted(code) + ", which the register does not have");
        }
        return found;
    }

    void link_units() {
        const std::size_t count = built_->units.size();
        built_->parents.assign(count, none);
        built_->members.resize(count);
        built_->predecessors.resize(count);
        built_->successors.resize(count);
        for (std::size_t index = 0; index < count; ++index) {
            const organization_unit& unit = built_->units[index];
            if (!unit.parent.empty()) built_->parents[index] = find(unit.parent, unit.where, index, "parent");
            link_members(index);
            link_predecessors(index);
        }
    }

    void link_members(std::size_t index) {
        const organization_unit& unit = built_->units[index];
        if (!unit.members.empty() && unit.kind != unit_kind::group) {
            add(error_code::invalid_members, unit.where, label(index) + " has members but is not a group");
        }
        std::set<std::size_t> seen;
        for (const std::string& code : unit.members) {
            const std::size_t member = find(code, unit.where, index, "member");
            if (member == none) continue;
            if (!seen.insert(member).second) {
                add(error_code::invalid_members, unit.where,
                    label(index) + " names the member " + quoted(code) + " twice");
            }
            built_->members[index].push_back(member);
        }
    }

    void link_predecessors(std::size_t index) {
        std::set<std::size_t> seen;
        for (const unit_predecessor& each : built_->units[index].predecessors) {
            const std::size_t former = find(each.code, each.where, index, "predecessor");
            if (former == none) continue;
            if (!seen.insert(former).second) {
                add(error_code::invalid_change, each.where,
                    label(index) + " names the predecessor " + quoted(each.code) + " twice");
            }
            built_->predecessors[index].push_back({former, each.change});
            built_->successors[former].push_back({index, each.change});
        }
    }

    void check_changes(std::size_t index) {
        const organization_unit& unit = built_->units[index];
        const bool dated = undated_.count(&unit) == 0;
        if (!unit.predecessors.empty() && !unit.from && dated) {
            add(error_code::undated_change, unit.where, label(index) + " has predecessors and needs its first day");
        }
        for (const unit_predecessor& each : unit.predecessors) {
            const std::size_t former = built_->find(each.code);
            if (former == none || former == index) continue;  // reported elsewhere
            if (each.change == unit_change::renamed) check_renaming(index, former, each.where);
            if (!unit.from || !dated || undated_.count(&built_->units[former]) != 0) continue;
            const day_range& validity = built_->validity[former];
            const day_number begins = built_->validity[index].first;
            // Out of a unit that is split another may come while it goes on.
            const bool goes_on = each.change != unit_change::split && validity.end > begins;
            if (goes_on || validity.first >= begins) {
                add(error_code::predecessor_overlaps, each.where,
                    "the predecessor " + quoted(each.code) +
                        (goes_on ? " must end no later than " : " must begin before ") + label(index) + " begins, on " +
                        to_iso_string(*unit.from));
            }
        }
    }

    /// One unit goes on as one: anything else is a merger or a split.
    void check_renaming(std::size_t index, std::size_t former, const source_position& where) {
        if (built_->predecessors[index].size() > 1) {
            add(error_code::invalid_change, where,
                label(index) + " has several predecessors, so that none of them was only renamed");
        }
        for (const organization_registry::link& other : built_->successors[former]) {
            if (other.unit == index || other.change == unit_change::split) continue;
            add(error_code::invalid_change, where,
                label(former) + " cannot have been renamed to " + label(index) + " and gone into " + label(other.unit) +
                    " too");
            break;
        }
    }

    void check_cycles() {
        const auto report = [this](const char* role) {
            return [this, role](std::size_t unit) {
                add(error_code::unit_cycle, built_->units[unit].where,
                    label(unit) + " is " + role + " of itself, directly or through others");
            };
        };
        const std::size_t count = built_->units.size();
        find_cycles(
            count, [this](std::size_t unit) { return built_->parents[unit] == none ? 0U : 1U; },
            [this](std::size_t unit, std::size_t) { return built_->parents[unit]; }, report("a parent"));
        find_cycles(
            count, [this](std::size_t unit) { return built_->members[unit].size(); },
            [this](std::size_t unit, std::size_t at) { return built_->members[unit][at]; }, report("a member"));
        find_cycles(
            count, [this](std::size_t unit) { return built_->predecessors[unit].size(); },
            [this](std::size_t unit, std::size_t at) { return built_->predecessors[unit][at].unit; },
            report("a predecessor"));
    }

    void index_names() {
        const auto add_name = [this](std::size_t unit, name_kind kind, const std::string& text, std::size_t alias) {
            if (!text.empty()) built_->names.push_back({fold_name(text), unit, kind, alias});
        };
        for (std::size_t index = 0; index < built_->units.size(); ++index) {
            const organization_unit& unit = built_->units[index];
            add_name(index, name_kind::code, unit.code, 0);
            add_name(index, name_kind::official, unit.name, 0);
            add_name(index, name_kind::short_name, unit.short_name, 0);
            for (std::size_t alias = 0; alias < unit.aliases.size(); ++alias) {
                add_name(index, name_kind::alias, unit.aliases[alias], alias);
            }
        }
        std::sort(built_->names.begin(), built_->names.end());
    }

    /// Communes of two districts, and divisions of two departments, often share a name; units of one parent never do.
    void check_names() {
        const auto& names = built_->names;
        std::vector<std::size_t> bearers;
        for (std::size_t at = 0; at < names.size(); ++at) {
            const contents::name_entry& entry = names[at];
            if (entry.kind != name_kind::code) {
                if (bearers.empty() || bearers.back() != entry.unit) bearers.push_back(entry.unit);
                check_against_codes(entry);
            }
            if (at + 1 < names.size() && names[at + 1].key == entry.key) continue;
            if (bearers.size() > 1) check_bearers(bearers, built_->text_of(entry));
            bearers.clear();
        }
    }

    void check_against_codes(const contents::name_entry& entry) {
        const std::string& text = built_->text_of(entry);
        const std::size_t owner = built_->find(text);
        if (owner == none || owner == entry.unit) return;
        add(error_code::ambiguous_unit, built_->units[entry.unit].where,
            label(entry.unit) + " bears the name " + quoted(text) + ", which is the code of another unit");
    }

    void check_bearers(std::vector<std::size_t>& units, const std::string& name) {
        const auto place = [this](std::size_t unit) {
            return std::pair(std::string_view(built_->units[unit].parent), built_->validity[unit].first);
        };
        std::stable_sort(units.begin(), units.end(), [&](auto a, auto b) { return place(a) < place(b); });
        std::size_t longest = none;  // of the units before that have this parent, the one that ends last
        for (const std::size_t unit : units) {
            if (undated_.count(&built_->units[unit]) != 0) continue;
            if (longest == none || built_->units[longest].parent != built_->units[unit].parent) {
                longest = unit;
                continue;
            }
            if (built_->validity[longest].overlaps(built_->validity[unit])) {
                add(error_code::ambiguous_unit, built_->units[unit].where,
                    label(longest) + " and " + label(unit) + " bear the name " + quoted(name) +
                        " at one time; end one before the other begins, or give them different parents");
            }
            if (built_->validity[unit].end > built_->validity[longest].end) longest = unit;
        }
    }

    source_position where_;
    std::shared_ptr<contents> built_;
    std::set<const organization_unit*> undated_;  // whose validity was reported and is not known
    finding_list found_;
};

}  // namespace

result<std::shared_ptr<const contents>> check_registry(const organization_description& description) {
    return registry_checker(description).run();
}

}  // namespace parindex::inline v0
