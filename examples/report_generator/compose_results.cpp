#include "report_generator/compose_results.hpp"

#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/report_wording.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace parindex::report {

namespace {

std::string_view or_usual(const std::string& own, std::string_view usual) {
    return own.empty() ? usual : std::string_view(own);
}

std::string rank_text(const published_rank& rank) {
    return print_rank(static_cast<std::uint64_t>(rank.place), static_cast<std::uint64_t>(rank.of));
}

/// " (tăng 04 bậc so với năm 2020)", or nothing where no change was published.
std::string change_text(const published_rank& rank, int year) {
    if (!rank.change) return {};
    const std::string last_year = std::to_string(year - 1);
    if (*rank.change == 0) return text_from(" (", wording::place_kept_against_year, last_year, ")");
    const bool gained = *rank.change > 0;
    const std::int64_t places = gained ? std::int64_t{*rank.change} : -std::int64_t{*rank.change};
    return text_from(" (", gained ? wording::places_gained : wording::places_lost,
                     print_padded(static_cast<std::uint64_t>(places)), wording::places_against_year, last_year, ")");
}

std::string scored_part(std::string_view name, const ratio& score) {
    return text_from(within_sentence(without_end_mark(name)), ": ", points_text(score), wording::points);
}

/// " (còn 2 tiêu chí ...)", or nothing where all is scored: points so far are no score of 0.
std::string open_text(std::size_t unmarked) {
    if (unmarked == 0) return {};
    return text_from(wording::unmarked_in_cell_first, std::to_string(unmarked), wording::unmarked_in_cell_last);
}

/// The total by parts: "điểm thẩm định: 67,11 điểm; điểm điều tra xã hội học: 27,41 điểm (trong đó: ...)". Parts that
/// are scored by surveys are added up where the first of them stands.
std::string split_text(const plan_material& material) {
    const auto parts = material.scored.set().parts();
    std::vector<std::string> others;
    std::vector<std::string> surveys;
    ratio survey_score;
    std::size_t survey_place = 0;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const index_line& line = material.index.parts[index];
        if (parts[index].scored_by_survey()) {
            if (surveys.empty()) survey_place = others.size();
            surveys.push_back(scored_part(line.name, line.score) + open_text(material.scored.part(index).unmarked));
            survey_score += line.score;
        } else {
            others.push_back(scored_part(line.name, line.score) + open_text(material.scored.part(index).unmarked));
        }
    }
    if (surveys.size() < 2 || others.empty()) {
        // Nothing to add up: each part stands for itself.
        others.insert(others.begin() + static_cast<std::ptrdiff_t>(survey_place), surveys.begin(), surveys.end());
        return joined(others, "; ");
    }
    const std::string survey = text_from(scored_part(wording::survey_score, survey_score), wording::of_which_bracketed,
                                         joined(surveys, "; "), ")");
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(survey_place), survey);
    return joined(others, "; ");
}

std::string unmarked_text(const evaluation& scored) {
    const evaluation::points& total = scored.total();
    return text_from(" ", wording::unmarked_first, std::to_string(total.unmarked), wording::unmarked_range,
                     points_text(total.lowest), wording::range_to, points_text(total.highest), wording::points, ".");
}

/// What stands in the column of notes: the deduction, and how much of the field is still open.
std::string note_text(const plan_material& material, const index_line& line) {
    const std::string text = deduction_text(line.deduction);
    const std::size_t node = line.code.empty() ? 0 : material.scored.set().find(line.code);
    return text + open_text(node == criteria_set::none ? 0 : material.scored.at(node).unmarked);
}

}  // namespace

std::string result_sentence(const plan_material& material) {
    const plan& planned = material.planned;
    const int year = material.scored.year();
    std::string out = text_from(wording::in_year, std::to_string(year), ", ");
    // Points so far must not carry the name of a final total.
    const std::string label(material.index.complete ? or_usual(planned.labels.total, wording::total_label)
                                                    : wording::interim_total_label);
    // A published rank belongs to a final total; beside points so far it would mislead.
    const std::optional<published_rank> rank = material.index.complete ? material.published.rank : std::nullopt;
    if (rank) {
        out += text_from(planned.agency, wording::ranked, rank_text(*rank), " ",
                         or_usual(planned.labels.peers, wording::peers), change_text(*rank, year), ". ", label);
    } else {
        out += text_from(wording::result_of, planned.agency, wording::result_as_follows, within_sentence(label));
    }
    out += text_from(" ", points_text(material.index.total.score), wording::points);
    if (material.index.parts.size() > 1) out += text_from(wording::of_which_inline, split_text(material));
    out += ".";
    if (!material.index.complete) out += unmarked_text(material.scored);
    return text_from(out, " ", wording::table_follows);
}

table field_table(const plan_material& material) {
    constexpr int ordinal_width = 7;
    constexpr int content_width = 45;
    constexpr int figure_width = 16;
    table out;
    out.caption = text_from(wording::table_caption, ", ", wording::year, std::to_string(material.scored.year()));
    out.name_column = 1;
    out.columns = {
        {std::string(wording::column_ordinal), alignment::centered, ordinal_width},
        {std::string(wording::column_content), alignment::left, content_width},
        {std::string(wording::column_maximum), alignment::centered, figure_width},
        {std::string(or_usual(material.planned.labels.score_column, wording::column_score)), alignment::centered,
         figure_width},
        {std::string(wording::column_note), alignment::centered, figure_width},
    };
    for (const index_line& line : material.index.fields) {
        out.rows.push_back({{plain(std::to_string(out.rows.size() + 1))},
                            {plain(line.name)},
                            {plain(points_text(line.maximum))},
                            {plain(points_text(line.score))},
                            {plain(note_text(material, line))}});
    }
    const index_line& total = material.index.total;
    out.total = {{bold(std::string(wording::grand_total)), 2},
                 {bold(points_text(total.maximum))},
                 {bold(points_text(total.score))},
                 {bold(note_text(material, total))}};
    return out;
}

std::string satisfaction_title(const plan& planned) {
    return std::string(or_usual(planned.satisfaction->title, wording::satisfaction_index));
}

std::string satisfaction_sentence(const plan_material& material) {
    const plan& planned = material.planned;
    const int year = material.scored.year();
    const std::string start = text_from(wording::in_year, std::to_string(year), ", ");
    const std::string index = text_from(satisfaction_title(planned), wording::index_of_unit, planned.agency);
    const std::optional<published_rank>& rank = material.published.satisfaction_rank;
    if (!rank) return text_from(start, wording::no_published_rank, index, ".");
    return text_from(start, index, wording::ranked, rank_text(*rank), " ",
                     or_usual(planned.labels.satisfaction_peers, wording::peers), change_text(*rank, year), ".");
}

}  // namespace parindex::report
