#include "report_generator/compose_notes.hpp"

#include "report_generator/compose_sections.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/report_wording.hpp"

#include <algorithm>
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
    }

    void compose_uncovered() {
        list items;
        for (const uncovered_deduction& each : material_.covered.uncovered) {
            const std::size_t field = set_.field_of(each.node);
            std::string text = text_from(set_.at(each.node).name, " ", loss_text(material_.scored, each.node));
            if (field != criteria_set::none) text += text_from(words::in_field, quoted(set_.at(field).name));
            add_item(items, text_from(text, each.shortfall.empty() ? words::no_shortfall : words::no_task));
        }
        add_list(words::uncovered_heading, std::move(items));
    }

    /// Figures that rest on one assumption stand together, so that it is read once.
    void compose_inferred() {
        list items;
        std::vector<std::string_view> assumptions;
        for (const inferred_figure& each : material_.scored.inferred()) {
            const auto same = std::find(assumptions.begin(), assumptions.end(), each.assumption);
            const auto place = static_cast<std::size_t>(same - assumptions.begin());
            if (same == assumptions.end()) {
                assumptions.emplace_back(each.assumption);
                add_item(items, ended(text_from(words::assumption, each.assumption)));
            }
            items.items[place].items.push_back({plain(described(each)), {}});
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
        for (const diagnostic& finding : material_.findings) {
            std::string text = text_of_finding(finding);
            const bool said = std::any_of(items.items.begin(), items.items.end(),
                                          [&](const list_item& item) { return report::text_of(item.content) == text; });
            if (!text.empty() && !said) add_item(items, std::move(text));
        }
        add_list(words::attention_heading, std::move(items));
    }

    [[nodiscard]] std::string named(const diagnostic& finding) const {
        const std::size_t node = set_.find(finding.criterion);
        if (!finding.criterion.empty() && node != criteria_set::none && !set_.at(node).name.empty()) {
            return quoted(set_.at(node).name);
        }
        for (const part& each : set_.parts()) {
            if (!finding.criterion.empty() && each.code == finding.criterion) return quoted(each.name);
        }
        return finding.criterion.empty() ? std::string() : quoted(finding.criterion);
    }

    /// A finding in Vietnamese; nothing for what the notes say elsewhere.
    [[nodiscard]] std::string text_of_finding(const diagnostic& finding) const {
        const std::string name = named(finding);
        switch (finding.code) {
            case error_code::loss_without_shortfall:
            case error_code::shortfall_without_task:
            case error_code::improvement_task:
            case error_code::name_normalized: return {};
            case error_code::incomplete: return text_from(words::about_criterion, name, words::no_mark);
            case error_code::published_mismatch:
                return name.empty() ? text_from(words::published_differs, ".")
                                    : text_from(words::published_differs, ": ", name, ".");
            case error_code::gain_above_loss: return std::string(words::gain_above_loss);
            case error_code::shortfall_without_loss: return text_from(words::about_criterion, name, words::no_loss);
            case error_code::only_continuous_deadlines: return std::string(words::only_continuous);
            case error_code::blank_number: return std::string(words::number_blank);
            case error_code::blank_date: return std::string(words::date_blank);
            case error_code::misleading_label:
                return text_from(words::column, quoted(material_.planned.labels.score_column), words::holds_total);
            default:
                if (finding.level == severity::note) return {};
                return text_from(words::other_finding, std::to_string(static_cast<std::int32_t>(finding.code)), ": ",
                                 ended(finding.message));
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
