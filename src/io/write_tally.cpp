#include "io/questionnaire_members.hpp"
#include "parindex/io/tally_file.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

using json::tree;

tree written(const std::vector<std::uint64_t>& counts) {
    tree out = tree::array();
    for (const std::uint64_t each : counts) out.push_back(each);
    return out;
}

void put_count(tree& out, std::string_view key, std::uint64_t count) {
    if (count != 0) out[key] = count;
}

class tally_writer {
public:
    explicit tally_writer(const tally& counts) : counts_(counts), form_(counts.form()), scopes_(form_.scopes()) {}

    tree write() const {
        tree out{{"format", "parindex.tally/1"}, {"questionnaire", json::written(form_)}};
        if (!counts_.options().by.empty()) out["by"] = counts_.options().by;
        if (counts_.options().precision != tally_precision::none) {
            out["precision"] = to_string(counts_.options().precision);
        }
        tree& units = out["units"] = tree::array();
        for (const std::string& code : counts_.units()) units.push_back(unit(counts_.find_unit(code)));
        return out;
    }

private:
    [[nodiscard]] tree unit(std::size_t at) const {
        const unit_counts& from = counts_.at(at);
        tree out{{"unit", from.unit}};
        out["sheets"] = {
            {"issued", from.sheets.issued}, {"returned", from.sheets.returned}, {"valid", from.sheets.valid}};
        if (from.has_aggregates) out["aggregates"] = true;
        tree& rows = out["rows"] = tree::array();
        put_row(rows, at, 0, {});
        std::size_t row = 1;
        for (const std::string& group : counts_.options().by) {
            for (const respondent_category& each : form_.groups()[form_.find_group(group)].categories) {
                put_row(rows, at, row++, {{"group", group}, {"category", each.code}});
            }
            put_row(rows, at, row++, {{"group", group}});
        }
        put_precision(out, from);
        return out;
    }

    void put_row(tree& rows, std::size_t unit, std::size_t row, tree out) const {
        const auto first = counts_.at(unit).rows.begin() + static_cast<std::ptrdiff_t>(row * counts_.row_size());
        const auto end = first + static_cast<std::ptrdiff_t>(counts_.row_size());
        if (std::all_of(first, end, [](std::uint64_t count) { return count == 0; })) return;
        out["respondents"] = counts_.respondents(unit, row);
        tree persons = tree::object();
        for (std::size_t scope = 0; scope < scopes_.size(); ++scope) {
            const person_counts each = counts_.persons(unit, row, scope);
            if (each == person_counts{}) continue;
            persons[form_.code_of(scopes_[scope])] = {{"persons", each.persons}, {"all_satisfied", each.all_satisfied}};
        }
        if (!persons.empty()) out["persons"] = std::move(persons);
        tree answers = tree::object();
        for (std::size_t asked = 0; asked < form_.questions().size(); ++asked) {
            tree places = question(unit, row, asked);
            if (!places.empty()) answers[form_.texts()[asked].code] = std::move(places);
        }
        if (!answers.empty()) out["answers"] = std::move(answers);
        rows.push_back(std::move(out));
    }

    [[nodiscard]] tree question(std::size_t unit, std::size_t row, std::size_t asked) const {
        const auto places = counts_.counts(unit, row, asked);
        const auto& known = form_.scale_of(asked).options;
        tree options = tree::object();
        for (std::size_t option = 0; option < known.size(); ++option) {
            put_count(options, known[option].code, places[option]);
        }
        tree states = tree::object();
        for (std::size_t index = 0; index < answer_states; ++index) {
            put_count(states, to_string(static_cast<answer_state>(index)), places[known.size() + index]);
        }
        tree out = tree::object();
        if (!options.empty()) out["options"] = std::move(options);
        if (!states.empty()) out["states"] = std::move(states);
        return out;
    }

    static void put_precision(tree& out, const unit_counts& from) {
        if (!from.clusters.empty()) {
            tree& clusters = out["clusters"] = tree::array();
            for (const auto& [key, sums] : from.clusters) {
                clusters.push_back({{"stratum", key.first}, {"cluster", key.second}, {"sums", written(sums)}});
            }
        }
        if (!from.strata.empty()) {
            tree& strata = out["strata"] = tree::array();
            for (const auto& [stratum, moments] : from.strata) {
                strata.push_back({{"stratum", stratum},
                                  {"respondents", moments.respondents},
                                  {"sums", written(moments.sums)},
                                  {"products", written(moments.products)}});
            }
        }
    }

    const tally& counts_;
    const questionnaire& form_;
    std::vector<survey_scope> scopes_;
};

}  // namespace

std::string write_tally_json(const tally& counts) {
    return tally_writer(counts).write().file_text();
}

}  // namespace parindex::inline v0
