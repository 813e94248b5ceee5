#include "report_generator/compare_sets_command.hpp"

#include "parindex/criteria/set_changes.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/support/visible_text.hpp"
#include "report_generator/set_file.hpp"
#include "report_generator/summary.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

std::string_view what_changed(set_change::what kind) {
    switch (kind) {
        case set_change::what::added: return "added";
        case set_change::what::removed: return "removed";
        case set_change::what::renamed: return "name";
        case set_change::what::moved: return "parent";
        case set_change::what::maximum: return "maximum";
        case set_change::what::bounds: return "bounds";
        case set_change::what::part: return "part";
        case set_change::what::policy: return "where it does not apply";
        case set_change::what::evidence: return "required evidence";
        case set_change::what::rule: return "rule";
        case set_change::what::point_kind: return "kind of points";
    }
    return "";
}

std::string scorers_of(const part& each) {
    std::string out;
    for (const scorer by : each.scored_by) {
        std::string_view name = "unit";
        if (by == scorer::appraiser) name = "appraiser";
        if (by == scorer::authority) name = "authority";
        if (by == scorer::survey) name = "survey";
        out += text_from(out.empty() ? "" : ", ", name);
    }
    return out;
}

/// Prints the first differences and counts all of them.
class difference_list {
public:
    explicit difference_list(std::ostream& out) : out_(out) {}

    void add(std::string_view subject, std::string_view what, std::string_view before, std::string_view after) {
        if (++count_ > limits::diagnostics) return;
        const auto shown = [](std::string_view text) { return text.empty() ? "(none)" : within_column(text); };
        out_ << within_column(subject) << ": " << what << ": " << shown(before) << " -> " << shown(after) << '\n';
    }
    /// Of something that only one of the sets has.
    void add(std::string_view subject, std::string_view what, std::string_view name) {
        if (++count_ > limits::diagnostics) return;
        out_ << within_column(subject) << ": " << what << ": " << within_column(name) << '\n';
    }
    void add_if_differing(std::string_view subject, std::string_view what, std::string_view before,
                          std::string_view after) {
        if (before != after) add(subject, what, before, after);
    }

    std::size_t finish() {
        if (count_ > limits::diagnostics) {
            out_ << counted(count_ - limits::diagnostics, "further difference") << " not listed\n";
        }
        out_ << counted(count_, "difference") << '\n';
        return count_;
    }

private:
    std::ostream& out_;
    std::size_t count_ = 0;
};

void compare_parts(const criteria_set& earlier, const criteria_set& later, difference_list& out) {
    const auto find = [](const criteria_set& set, const std::string& code) -> const part* {
        const auto parts = set.parts();
        const auto found =
            std::find_if(parts.begin(), parts.end(), [&code](const part& each) { return each.code == code; });
        return found == parts.end() ? nullptr : &*found;
    };
    const auto maximum = [](const part& each) {
        return each.maximum ? to_string(each.maximum->value.normalized()) : std::string();
    };
    for (const part& each : later.parts()) {
        const std::string subject = "part " + each.code;
        const part* before = find(earlier, each.code);
        if (before == nullptr) {
            out.add(subject, "added", each.name);
            continue;
        }
        out.add_if_differing(subject, "name", before->name, each.name);
        out.add_if_differing(subject, "scored by", scorers_of(*before), scorers_of(each));
        out.add_if_differing(subject, "maximum", maximum(*before), maximum(each));
    }
    for (const part& each : earlier.parts()) {
        if (find(later, each.code) == nullptr) out.add("part " + each.code, "removed", each.name);
    }
}

void compare_criteria(const criteria_set& earlier, const criteria_set& later, difference_list& out) {
    for (const set_change& each : compare_sets(earlier, later)) {
        const std::string subject = each.criterion.empty() ? "the whole set" : each.criterion;
        if (each.kind == set_change::what::added || each.kind == set_change::what::removed) {
            out.add(subject, what_changed(each.kind), each.before.empty() ? each.after : each.before);
        } else {
            out.add(subject, what_changed(each.kind), each.before, each.after);
        }
    }
}

}  // namespace

exit_status run_compare_sets(const std::filesystem::path& earlier, const std::filesystem::path& later,
                             std::ostream& out, std::ostream& errors) {
    diagnostics found;
    const std::optional<criteria_set> before = read_set_file(earlier, found);
    const std::optional<criteria_set> after = read_set_file(later, found);
    print_findings(errors, found);
    if (!before || !after) return exit_status::bad_input;
    // A correction is issued by a decision of its own, so that this is no difference.
    out << "old: " << visible_text(to_string(before->key())) << "\nnew: " << visible_text(to_string(after->key()))
        << '\n';
    if (after->amends() && !(*after->amends() == before->key())) {
        out << "the new set amends another one: " << visible_text(to_string(*after->amends())) << '\n';
    }
    difference_list differences(out);
    compare_parts(*before, *after, differences);
    compare_criteria(*before, *after, differences);
    return differences.finish() == 0 ? exit_status::done : exit_status::findings;
}

}  // namespace parindex::report
