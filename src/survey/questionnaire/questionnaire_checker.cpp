// The static checks of a questionnaire. They run over the whole description and collect every finding; references are
// resolved on the way, and the result is handed out only if there was no error.
#include "parindex/support/limits.hpp"
#include "parindex/survey/questionnaire.hpp"
#include "survey/questionnaire/scale_checks.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace parindex::inline v0 {

class questionnaire_checker {
public:
    explicit questionnaire_checker(const questionnaire_description& description)
        : built_(std::make_shared<questionnaire::contents>()) {
        built_->description = description;
    }

    result<questionnaire> run() {
        if (!check_sizes()) return std::move(found_).take();
        scales_ = index_codes(form().scales, "scale");
        index_codes(form().groups, "group");
        // One name space: a code alone says what an index is about.
        scopes_.clear();
        blocks_ = index_codes(form().blocks, "block", &scopes_);
        factors_ = index_codes(form().factors, "factor", &scopes_);
        questions_ = index_codes(form().questions, "question", &scopes_);
        if (form().code.empty()) add(form().where, "expected the code of the questionnaire");
        const missing_meanings missing = check_missing_words(form(), found_);
        for (const answer_scale& each : form().scales) check_scale(each, missing, found_);
        for (const respondent_group& each : form().groups) check_group(each, missing, found_);
        resolve_factors();
        for (std::size_t at = 0; at < form().questions.size(); ++at) resolve(at);
        check_policies(form().missing, form().where);
        check_overall();
        check_numbers();
        check_validity();
        if (found_.has_error()) return std::move(found_).take();
        built_->warnings = std::move(found_).take();
        return questionnaire(std::move(built_));
    }

private:
    using codes = std::map<std::string_view, std::size_t>;

    [[nodiscard]] const questionnaire_description& form() const noexcept { return built_->description; }
    void add(const source_position& where, std::string message, error_code code = error_code::invalid_question,
             severity level = severity::error) {
        found_.add(code, where, "", std::move(message), level);
    }

    bool check_sizes() {
        const auto too_many = [this](std::size_t count, std::size_t most, const char* what) {
            if (count <= most) return false;
            add(form().where, "a questionnaire has at most " + std::to_string(most) + ' ' + what,
                error_code::survey_too_large);
            return true;
        };
        std::size_t categories = 0;
        std::size_t spellings = 0;
        for (const respondent_group& group : form().groups) {
            categories += group.categories.size();
            for (const respondent_category& each : group.categories) spellings += each.also.size();
        }
        for (const answer_scale& scale : form().scales) {
            for (const answer_option& each : scale.options) spellings += each.also.size();
        }
        for (const auto& [state, words] : form().missing_words) spellings += words.size();
        bool large = too_many(form().questions.size(), limits::survey_questions, "questions");
        large = too_many(form().scales.size(), limits::survey_questions, "scales") || large;
        large = too_many(form().factors.size(), limits::survey_questions, "factors") || large;
        large = too_many(form().blocks.size(), limits::survey_questions, "blocks") || large;
        large = too_many(form().groups.size(), limits::survey_questions, "groups") || large;
        large = too_many(categories, limits::survey_categories, "categories of groups") || large;
        large = too_many(spellings, limits::survey_spellings,
                         "spellings beside codes and labels, words for missing answers among them") ||
                large;
        if (form().questions.empty()) add(form().where, "expected at least one question");
        return !large;
    }

    template <class Items>
    codes index_codes(const Items& items, const std::string& what, codes* shared = nullptr) {
        codes out;
        for (std::size_t at = 0; at < items.size(); ++at) {
            const std::string& code = items[at].code;
            if (code.empty()) {
                add(items[at].where, "expected the code of the " + what);
            } else if (!out.emplace(code, at).second || (shared != nullptr && !shared->emplace(code, at).second)) {
                add(items[at].where, "the code " + quoted(code) + " of a " + what + " is used twice",
                    error_code::duplicate_code);
            }
        }
        return out;
    }

    /// The index of a code; none, with a finding, where there is no such thing.
    std::size_t require(const codes& known, std::string_view code, const std::string& what,
                        const source_position& where) {
        const auto found = known.find(code);
        if (found != known.end()) return found->second;
        add(where, "no " + what + " has the code " + quoted(code), error_code::unknown_option);
        return questionnaire::none;
    }

    void resolve_factors() {
        for (const survey_factor& each : form().factors) {
            block_of_factor_.push_back(each.block.empty() ? questionnaire::none
                                                          : require(blocks_, each.block, "block", each.where));
        }
    }

    void resolve(std::size_t at) {
        const survey_question& asked = form().questions[at];
        questionnaire::question out;
        out.scale = require(scales_, asked.scale, "scale", asked.where);
        if (!asked.factor.empty()) out.factor = require(factors_, asked.factor, "factor", asked.where);
        if (out.factor != questionnaire::none) out.block = block_of_factor_[out.factor];
        out.in_index = asked.kind == question_kind::satisfaction && !asked.overall && !asked.multiple;
        out.missing = form().missing;
        for (const auto& [state, policy] : asked.missing) {
            if (!has_policy(state)) add_no_policy(state, asked.where);
            out.missing.of[static_cast<std::size_t>(state)] = policy;
        }
        if (out.scale != questionnaire::none) resolve_options(asked, out);
        resolve_route(asked, at, out);
        out.first_place = built_->row_places;
        built_->row_places += out.places();
        built_->questions.push_back(std::move(out));
    }

    void resolve_options(const survey_question& asked, questionnaire::question& out) {
        const answer_scale& scale = form().scales[out.scale];
        out.options = scale.options.size();
        if (asked.multiple && out.options > 64) {
            add(asked.where, "a question of several marks has at most 64 options", error_code::survey_too_large);
        }
        out.satisfied = chosen(scale, asked.satisfied, asked.where);
        std::optional<int> best_dissatisfied;
        bool all_have_levels = true;
        for (std::size_t option = 0; option < out.options; ++option) {
            const std::optional<int> level = scale.options[option].level;
            if (!level) {
                all_have_levels = false;
                continue;
            }
            out.lowest_level = std::min(out.lowest_level.value_or(*level), *level);
            out.highest_level = std::max(out.highest_level.value_or(*level), *level);
            if (!out.satisfied[option]) best_dissatisfied = std::max(best_dissatisfied.value_or(*level), *level);
        }
        for (std::size_t option = 0; option < out.options; ++option) {
            const std::optional<int> level = scale.options[option].level;
            if (!out.satisfied[option] || !level || !best_dissatisfied || *level > *best_dissatisfied) continue;
            add(asked.where, "option " + quoted(scale.options[option].code) + " of question " + quoted(asked.code) +
                                 " counts as satisfied, but one of a higher level does not");
        }
        if (!all_have_levels) out.lowest_level = out.highest_level = std::nullopt;
    }

    /// Which options of a scale are named.
    std::vector<bool> chosen(const answer_scale& scale, const std::vector<std::string>& named,
                             const source_position& where) {
        std::vector<bool> out(scale.options.size());
        for (const std::string& code : named) {
            const auto found = std::find_if(scale.options.begin(), scale.options.end(),
                                            [&code](const answer_option& each) { return each.code == code; });
            if (found == scale.options.end()) {
                add(where, "scale " + quoted(scale.code) + " has no option " + quoted(code),
                    error_code::unknown_option);
                continue;
            }
            const auto option = static_cast<std::size_t>(found - scale.options.begin());
            if (out[option]) add(where, "option " + quoted(code) + " is named twice");
            out[option] = true;
        }
        return out;
    }

    void resolve_route(const survey_question& asked, std::size_t at, questionnaire::question& out) {
        for (const route_condition& each : asked.asked_if) {
            const std::size_t earlier = require(questions_, each.question, "question", asked.where);
            if (earlier == questionnaire::none) continue;
            if (earlier >= at) {
                add(asked.where, "whether question " + quoted(asked.code) + " is asked depends on " +
                                     quoted(each.question) + ", which does not come before it");
                continue;
            }
            const std::size_t scale = built_->questions[earlier].scale;
            if (scale == questionnaire::none) continue;
            if (each.any_of.empty()) add(asked.where, "a condition of a route names no option");
            out.asked_if.push_back({earlier, chosen(form().scales[scale], each.any_of, asked.where)});
        }
    }

    void add_no_policy(answer_state state, const source_position& where) {
        add(where, "there is no policy for " + quoted(to_string(state)) +
                       (state == answer_state::answered ? ": nothing is missing"
                                                        : ": what the route leaves out never counts"));
    }

    void check_policies(const missing_policies& policies, const source_position& where) {
        for (std::size_t index = 0; index < answer_states; ++index) {
            const auto state = static_cast<answer_state>(index);
            if (!has_policy(state) && policies.at(state) != missing_policy::exclude) add_no_policy(state, where);
        }
    }

    void check_overall() {
        const survey_question* first = nullptr;
        for (const survey_question& each : form().questions) {
            if (!each.overall) continue;
            if (each.multiple || each.kind != question_kind::satisfaction) {
                add(each.where, "the overall question asks for satisfaction and takes one option");
            }
            if (first != nullptr)
                add(each.where, "questions " + quoted(first->code) + " and " + quoted(each.code) +
                                    " cannot both be the overall one");
            first = &each;
        }
    }

    /// Numbering may begin anew: forms number the items of each part for themselves.
    void check_numbers() {
        std::optional<int> last;
        for (const survey_question& each : form().questions) {
            if (!each.number) continue;
            if (*each.number < 0 || *each.number > 1'000'000) {
                add(each.where, "the number of an item is expected to be 0 to 1000000");
            }
            const std::int64_t gap = last && *each.number > *last ? std::int64_t{*each.number} - *last - 1 : 0;
            if (gap > 0) {
                add(each.where,
                    "between items " + std::to_string(*last) + " and " + std::to_string(*each.number) + ", " +
                        (gap == 1 ? "number " + std::to_string(*last + 1) + " is"
                                  : std::to_string(gap) + " numbers are") +
                        " missing",
                    error_code::missing_item, severity::warning);
            }
            if (last && *each.number == *last) {
                add(each.where, "item number " + std::to_string(*last) + " is used twice");
            }
            last = each.number;
        }
    }

    void check_validity() {
        const decimal share = form().validity.minimum_answered;
        if (share.sign() < 0 || share > decimal(100)) {
            add(form().where, "the least share of answers is expected to be 0 to 100 percent");
        }
        for (const std::string& code : form().validity.required) require(questions_, code, "question", form().where);
    }

    finding_list found_;
    std::shared_ptr<questionnaire::contents> built_;
    codes scales_;
    codes scopes_;
    codes blocks_;
    codes factors_;
    codes questions_;
    std::vector<std::size_t> block_of_factor_;
};

result<questionnaire> questionnaire::create(const questionnaire_description& description) {
    return questionnaire_checker(description).run();
}

}  // namespace parindex::inline v0
