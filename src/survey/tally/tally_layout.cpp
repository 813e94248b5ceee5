#include "survey/tally/tally_layout.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace parindex::inline v0 {

place_meaning meaning_of(const questionnaire& form, std::size_t question) {
    const questionnaire::question& asked = form.questions()[question];
    const answer_scale& scale = form.scale_of(question);
    place_meaning out{std::vector<std::uint8_t>(asked.places()), std::vector<std::uint32_t>(asked.places())};
    if (form.texts()[question].multiple) return out;
    for (std::size_t option = 0; option < asked.options; ++option) {
        out.judged[option] =
            asked.satisfied[option] ? judgement::counted : judgement::counted | judgement::dissatisfied;
        out.levels[option] = static_cast<std::uint32_t>(scale.options[option].level.value_or(0));
    }
    for (const std::size_t place : asked.places_with(missing_policy::least_favourable)) {
        out.judged[place] = judgement::counted | judgement::dissatisfied;
        out.levels[place] = static_cast<std::uint32_t>(asked.lowest_level.value_or(0));
    }
    return out;
}

tally_layout::tally_layout(const questionnaire& form) {
    const std::vector<survey_scope> scopes = form.scopes();
    const std::size_t answers = 1 + 2 * scopes.size();
    row_size = answers + form.row_places();
    judged.resize(row_size);
    levels.resize(row_size);
    slots_of_scope.resize(scopes.size());
    std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> known_slots;
    for (std::size_t at = 0; at < form.questions().size(); ++at) {
        const questionnaire::question& asked = form.questions()[at];
        first_place.push_back(answers + asked.first_place);
        places.push_back(static_cast<std::uint8_t>(asked.places()));
        options.push_back(static_cast<std::uint8_t>(asked.options));
        const bool is_multiple = form.texts()[at].multiple;
        mentions.push_back(is_multiple ? ~std::uint64_t{0} >> (64 - asked.options) : 0);
        if (is_multiple) multiple.push_back(at);
        // What enters no index goes to a slot of no scope.
        const auto key = asked.in_index ? std::pair(asked.factor, asked.block)
                                        : std::pair(questionnaire::none - 1, questionnaire::none - 1);
        const auto [known, fresh] = known_slots.emplace(key, static_cast<std::uint32_t>(known_slots.size()));
        if (runs.empty() || runs.back().slot != known->second) runs.push_back({at, known->second});
        runs.back().end = at + 1;
        if (!asked.in_index) continue;
        index_questions.push_back(at);
        const place_meaning meaning = meaning_of(form, at);
        std::copy(meaning.judged.begin(), meaning.judged.end(),
                  judged.begin() + static_cast<std::ptrdiff_t>(first_place[at]));
        std::copy(meaning.levels.begin(), meaning.levels.end(),
                  levels.begin() + static_cast<std::ptrdiff_t>(first_place[at]));
        if (!fresh) continue;
        for (std::size_t scope = 0; scope < scopes.size(); ++scope) {
            const survey_scope& each = scopes[scope];
            const bool inside = each.kind == survey_scope_kind::whole ||
                                (each.kind == survey_scope_kind::block ? asked.block : asked.factor) == each.index;
            if (inside) slots_of_scope[scope].push_back(known->second);
        }
    }
    slots = known_slots.size();
}

}  // namespace parindex::inline v0
