/// @file
/// A questionnaire (phiếu khảo sát) as its file describes it, before any check.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/support/diagnostic.hpp"
#include "parindex/survey/answer_state.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// A box to mark (phương án trả lời).
struct answer_option {
    std::string code;               ///< As data write it: "5", "A", "rat_hai_long".
    std::string label;              ///< As the sheet prints it; may be empty.
    std::vector<std::string> also;  ///< Other spellings of code or label.
    std::optional<int> level;       ///< 1 the least favourable; none for an option outside of the order.
    std::optional<decimal> weight;  ///< In percent: A/B/C/D of one province's survey are worth 100/60/20/0.

    friend bool operator==(const answer_option&, const answer_option&) = default;
};

/// Words that a scale knows besides its own labels.
enum class label_dictionary {
    none,
    satisfaction,  ///< "rất hài lòng" .. "rất không hài lòng" by level, in Vietnamese, English and the ministry's
                   ///< codes.
    yes_no,  ///< "có"/"yes" of level 2, "không"/"no" of level 1.
};

/// "none", "satisfaction" or "yes_no".
[[nodiscard]] std::string_view to_string(label_dictionary words) noexcept;

/// A set of options (thang đo) that several questions may share.
struct answer_scale {
    std::string code;
    std::vector<answer_option> options;
    label_dictionary words = label_dictionary::none;
    source_position where;

    friend bool operator==(const answer_scale& a, const answer_scale& b) {
        return a.code == b.code && a.options == b.options && a.words == b.words;
    }
};

/// What a question asks for. Only satisfaction questions enter an index of factor, block or whole.
enum class question_kind {
    perception,    ///< Nhận định.
    satisfaction,  ///< Hài lòng.
    need,          ///< Mong đợi, nhu cầu: published as the share of a level, not comparable with satisfaction.
};

/// "perception", "satisfaction" or "need".
[[nodiscard]] std::string_view to_string(question_kind kind) noexcept;

/// A question is asked only where an earlier one was answered with one of these options.
struct route_condition {
    std::string question;
    std::vector<std::string> any_of;

    friend bool operator==(const route_condition&, const route_condition&) = default;
};

/// A question (câu hỏi, nội dung).
struct survey_question {
    std::string code;           ///< As data name it.
    std::string text;           ///< As the sheet prints it; may be empty.
    std::optional<int> number;  ///< Printed number of the item; numbers that are skipped are said.
    std::string scale;
    bool multiple = false;  ///< Any number of options may be marked.
    std::vector<std::string>
        satisfied;  ///< Options that count as satisfied ("hài lòng": top two of five, of three ...).
    question_kind kind = question_kind::satisfaction;
    std::string factor;                              ///< Code of its factor; may be empty.
    bool overall = false;                            ///< The one overall question of the sheet (pilot of 2013-2015).
    std::vector<route_condition> asked_if;           ///< All must hold.
    std::map<answer_state, missing_policy> missing;  ///< Where it differs from the questionnaire's policy.
    source_position where;

    friend bool operator==(const survey_question& a, const survey_question& b);
};

/// A factor (yếu tố): access, procedures, civil servants, result, feedback.
struct survey_factor {
    std::string code;
    std::string name;
    std::string block;  ///< Code of its block; may be empty.
    source_position where;

    friend bool operator==(const survey_factor& a, const survey_factor& b) {
        return a.code == b.code && a.name == b.name && a.block == b.block;
    }
};

/// A block of factors (nhóm): policies, services.
struct survey_block {
    std::string code;
    std::string name;
    source_position where;

    friend bool operator==(const survey_block& a, const survey_block& b) {
        return a.code == b.code && a.name == b.name;
    }
};

/// A class of respondents: a word of a list, or a half-open band of numbers [from, below). What data write is looked
/// for among code, label, other spellings and words for missing answers first, and among bands then.
struct respondent_category {
    std::string code;
    std::string label;
    std::vector<std::string> also;
    std::optional<decimal> from;
    std::optional<decimal> below;  ///< A band has either or both ends; a word has none.

    friend bool operator==(const respondent_category&, const respondent_category&) = default;
};

/// How respondents are told apart (nhóm đối tượng): gender, age, ethnicity, education, occupation, area.
struct respondent_group {
    std::string code;
    std::string name;
    std::vector<respondent_category> categories;
    source_position where;

    friend bool operator==(const respondent_group& a, const respondent_group& b) {
        return a.code == b.code && a.name == b.name && a.categories == b.categories;
    }
};

/// When a sheet is valid (phiếu hợp lệ). One that is not is counted as returned, and nothing else of it.
struct sheet_validity {
    /// Least share of the questions asked of the respondent that are answered, in percent.
    decimal minimum_answered = decimal(0);
    std::vector<std::string> required;  ///< Questions that must be answered where they are asked.

    friend bool operator==(const sheet_validity&, const sheet_validity&) = default;
};

/// All that a questionnaire file says.
struct questionnaire_description {
    std::string code;
    std::string name;
    std::string method;  ///< Of the survey, "1001/QĐ-BNV 2023": indices of different methods are not compared.
    std::string source;
    std::vector<answer_scale> scales;
    std::vector<survey_block> blocks;
    std::vector<survey_factor> factors;
    std::vector<survey_question> questions;
    std::vector<respondent_group> groups;
    missing_policies missing;
    std::map<answer_state, std::vector<std::string>> missing_words;  ///< "99", "không biết"; an empty cell is blank.
    sheet_validity validity;
    source_position where;

    friend bool operator==(const questionnaire_description& a, const questionnaire_description& b);
};

}  // namespace parindex::inline v0
