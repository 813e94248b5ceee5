#include "report_generator/compose_notes.hpp"

#include "report_generator/compose_sections.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/report_wording.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace parindex::report {

namespace {

namespace words = wording::notes;

constexpr int notes_level = 2;

std::string quoted(std::string_view name) {
    return text_from("“", name, "”");
}

class notes_composer {
public:
    explicit notes_composer(const plan_material& material) : material_(material), set_(material.scored.set()) {}

    std::vector<block> run() {
        compose_coverage();
        compose_uncovered();
        compose_inferred();
        compose_findings();
        return std::move(out_);
    }

private:
    void add_list(std::string_view heading_text, list items) {
        if (items.items.empty()) return;
        out_.emplace_back(heading{notes_level, std::string(heading_text)});
        out_.emplace_back(std::move(items));
    }
    static void add_item(list& items, std::string text) { items.items.push_back({plain(std::move(text)), {}}); }

    void compose_coverage() {
        out_.emplace_back(heading{notes_level, std::string(words::coverage_heading)});
        out_.emplace_back(paragraph{plain(text_from(points_text(material_.covered.covered), "/",
                                                    points_text(material_.covered.lost), words::coverage_last)),
                                    paragraph_style::body});
        const ratio& net = material_.index.total.deduction;
        if (net != material_.covered.lost) {
            out_.emplace_back(paragraph{plain(text_from(words::gross_first, points_text(material_.covered.lost),
                                                        words::gross_middle, points_text(net), wording::points, ".")),
                                        paragraph_style::body});
        }
        compose_part_coverage();
    }

    /// Only where something is left to do: which part it belongs to says who has to act.
    void compose_part_coverage() {
        if (material_.covered.complete()) return;
        list items;
        for (std::size_t index = 0; index < material_.covered.parts.size(); ++index) {
            const part_coverage& each = material_.covered.parts[index];
            if (each.lost.sign() == 0) continue;
            add_item(items,
                     text_from(points_text(each.covered), "/", points_text(each.lost), words::covered_of_part_middle,
                               quoted(set_.parts()[index].name), words::covered_of_part_last));
        }
        if (items.items.size() > 1) out_.emplace_back(std::move(items));
    }

    void compose_uncovered() {
        list items;
        for (const uncovered_deduction& each : material_.covered.uncovered) {
            const std::size_t field = set_.field_of(each.node);
            std::string text = text_from(set_.at(each.node).name, " ", loss_text(material_.scored, each.node));
            if (field != criteria_set::none && field != each.node)
                text += text_from(words::in_field, quoted(set_.at(field).name));
            add_item(items, text_from(text, each.shortfall.empty() ? words::no_shortfall : words::no_task));
        }
        add_list(words::uncovered_heading, std::move(items));
    }

    /// Figures that rest on one assumption stand together, so that it is read once.
    void compose_inferred() {
        list items;
        std::map<std::string_view, std::size_t> places;  // of the assumptions in the list
        for (const inferred_figure& each : material_.scored.inferred()) {
            const auto [place, fresh] = places.emplace(each.assumption, items.items.size());
            if (fresh) add_item(items, ended(text_from(words::assumption, each.assumption)));
            items.items[place->second].items.push_back({plain(described(each)), {}});
        }
        for (const index_line& line : material_.index.parts) {
            if (line.origin == provenance::printed) continue;
            const auto published = material_.published.parts.find(line.code);
            const bool agrees = published != material_.published.parts.end() && line.score == ratio(published->second);
            add_item(items, text_from(words::parts_inferred_first, quoted(line.name), " (", points_text(line.score),
                                      wording::points, ")", words::parts_inferred_last,
                                      agrees ? words::agrees_with_published : std::string_view(".")));
        }
        const decision& key = set_.key();
        if (key.origin != provenance::printed) {
            add_item(items, ended(text_from(words::set_key_of, key.number, ". ", words::assumption, key.assumption)));
        }
        if (set_.codes() == provenance::assigned) add_item(items, std::string(words::codes_assigned));
        add_list(words::inferred_heading, std::move(items));
    }

    [[nodiscard]] std::string described(const inferred_figure& each) const {
        std::string_view what = words::maximum_of;
        const bool has_node = each.node != criteria_set::none;
        // A remainder is by definition at full marks.
        if (has_node && set_.at(each.node).kind == criteria_set::kind::remainder) what = words::maximum_and_score_of;
        if (each.kind == inferred_figure::what::score) what = words::score_of;
        if (each.kind == inferred_figure::what::loss) what = words::loss_of;
        return text_from(what, subject_of(each), ": ", points_text(each.value), wording::points, ".");
    }

    [[nodiscard]] std::string subject_of(const inferred_figure& each) const {
        if (each.node == criteria_set::none) return text_from(words::part_of, quoted(set_.parts()[each.part].name));
        const criteria_set::node& node = set_.at(each.node);
        if (node.kind == criteria_set::kind::remainder && node.parent != criteria_set::none) {
            return text_from(words::remainder_of, quoted(set_.at(node.parent).name));
        }
        return quoted(node.name.empty() ? node.code : node.name);
    }

    void compose_findings() {
        list items;
        compose_published(items);
        compose_gains(items);
        std::set<std::string> said;
        for (const diagnostic& finding : material_.findings) {
            std::string text = text_of_finding(finding);
            if (!text.empty() && said.insert(text).second) add_item(items, std::move(text));
        }
        add_list(words::attention_heading, std::move(items));
    }

    /// Which published figures differ from the computed ones: each is checked alone, so that the library's rule for it
    /// decides and the note can name it. The published figure itself is not repeated: no document prints a typed score.
    void compose_published(list& items) const {
        const published_figures& published = material_.published;
        const auto add = [&](const std::string& subject, const published_figures& alone, const par_index& index,
                             const ratio& computed) {
            if (check_published(alone, index).empty()) return;
            add_item(items, text_from(subject, words::published_differs, points_text(computed), wording::points, "."));
        };
        par_index index = material_.index;
        index.fields.clear();
        index.parts.clear();
        published_figures alone;
        if (published.total) {
            alone.total = published.total;
            add(std::string(words::published_total), alone, index, index.total.score);
        }
        if (published.deductions) {
            alone = {};
            alone.deductions = published.deductions;
            add(std::string(words::published_deductions), alone, index, index.total.deduction);
        }
        const auto add_lines = [&](std::string_view subject, const std::vector<index_line>& lines,
                                   std::vector<index_line> par_index::*line_of_index,
                                   std::map<std::string, decimal> published_figures::*figures) {
            for (const index_line& line : lines) {
                const auto figure = (published.*figures).find(line.code);
                if (figure == (published.*figures).end()) continue;
                alone = {};
                (alone.*figures).insert(*figure);
                index.*line_of_index = {line};
                add(text_from(subject, quoted(line.name.empty() ? line.code : line.name)), alone, index, line.score);
            }
        };
        add_lines(words::published_part, material_.index.parts, &par_index::parts, &published_figures::parts);
        add_lines(words::published_field, material_.index.fields, &par_index::fields, &published_figures::fields);
    }

    void compose_gains(list& items) const {
        if (material_.covered.excessive_gains.empty()) return;
        std::map<std::string_view, const shortfall*> shortfalls;
        for (const plan_section& section : material_.planned.sections) {
            for (const shortfall& each : section.shortfalls) shortfalls.emplace(each.id, &each);
        }
        for (const excessive_gain& each : material_.covered.excessive_gains) {
            const auto about = shortfalls.find(each.shortfall);
            if (about == shortfalls.end()) continue;
            add_item(items, text_from(words::gain_above_loss, quoted(name_of(*about->second)), words::gain_is,
                                      points_text(each.gain), words::gain_above, points_text(each.loss),
                                      wording::points, "."));
        }
    }

    /// A shortfall by what it lost points at; by its id where it names nothing.
    [[nodiscard]] std::string name_of(const shortfall& about) const {
        std::vector<std::string> names;
        for (const named_deduction& each : about.deductions) {
            const std::size_t node = set_.find(each.criterion);
            const bool by_set = each.wording.empty() && node != criteria_set::none;
            names.push_back(by_set ? set_.at(node).name : each.wording);
        }
        const std::string name = joined(names, "; ");
        return name.empty() ? about.id : name;
    }

    /// A sentence about the criterion of a finding. One without a criterion says that further ones were not listed.
    [[nodiscard]] std::string about_criterion(const diagnostic& finding, std::string_view what) const {
        if (finding.criterion.empty()) return std::string(words::unlisted);
        const std::size_t node = set_.find(finding.criterion);
        const bool has_name = node != criteria_set::none && !set_.at(node).name.empty();
        return text_from(words::about_criterion, quoted(has_name ? set_.at(node).name : finding.criterion), what);
    }

    [[nodiscard]] static std::string other_unit(std::string_view of_plan, std::string_view of_marks) {
        return text_from(words::other_unit, quoted(of_plan), words::other_unit_and, quoted(of_marks), ".");
    }

    /// A finding in Vietnamese; nothing for what the notes say elsewhere. The message itself is English and stays out.
    /// Notes ask for nothing: what was done in reading, or a warning that the plan accepts with a reason.
    [[nodiscard]] std::string text_of_finding(const diagnostic& finding) const {
        if (finding.level == severity::note) return {};
        switch (finding.code) {
            case error_code::published_mismatch:
            case error_code::gain_above_loss:
            case error_code::loss_without_shortfall:
            case error_code::shortfall_without_task: return {};
            case error_code::incomplete: return about_criterion(finding, words::no_mark);
            case error_code::missing_evidence: return about_criterion(finding, words::no_evidence);
            case error_code::shortfall_without_loss: return about_criterion(finding, words::no_loss);
            case error_code::only_continuous_deadlines: return std::string(words::only_continuous);
            case error_code::blank_number: return std::string(words::number_blank);
            case error_code::blank_date: return std::string(words::date_blank);
            case error_code::misleading_label:
                return text_from(words::column, quoted(material_.planned.labels.score_column), words::holds_total);
            case error_code::year_mismatch:
                return text_from(words::other_year_first, std::to_string(material_.planned.year),
                                 words::other_year_middle, std::to_string(material_.scored.year()), ".");
            case error_code::unfinished: return std::string(words::unfinished);
            case error_code::deadline_before_issue: return std::string(words::early_deadline);
            case error_code::dates_out_of_order: return std::string(words::disordered_dates);
            case error_code::agency_mismatch: return other_unit(material_.planned.agency, material_.scored.unit().name);
            case error_code::unit_mismatch: return other_unit(material_.planned.unit, material_.scored.unit().code);
            case error_code::idle_acceptance: return std::string(words::idle_acceptance);
            default:
                return text_from(words::other_finding_first, std::to_string(static_cast<std::int32_t>(finding.code)),
                                 words::other_finding_last);
        }
    }

    const plan_material& material_;
    const criteria_set& set_;
    std::vector<block> out_;
};

}  // namespace

std::vector<block> compose_notes(const plan_material& material) {
    return notes_composer(material).run();
}

}  // namespace parindex::report
