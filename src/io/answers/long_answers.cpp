#include "io/answers/answer_rows.hpp"
#include "survey/answers/digest_set.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

/// So many sheets are looked back to at most, and half of them at least; 16 bytes each in tables that are half empty.
constexpr std::size_t remembered_sheets = std::size_t{1} << 20;

class long_rows final : public answer_rows {
public:
    explicit long_rows(answer_file& file)
        : file_(file), header_(file.header), finished_(remembered_sheets), asked_(file.form.questions().size()) {}

    void read(std::span<const csv_cell> row) override {
        const csv_cell& respondent = row[header_.respondent.at];
        std::string who = code_text(respondent.text);
        if (who.empty() || respondent.text.find('\0') != std::string_view::npos) {
            sound_ = false;
            return file_.fail(error_code::invalid_value, respondent.where, header_.respondent,
                              "expected what tells the respondent apart");
        }
        std::string of;  // the unit, which may be told once
        if (header_.unit.exists()) of = code_text(row[header_.unit.at].text);
        if (!open_ || who != respondent_ || (!of.empty() && !unit_.empty() && of != unit_)) {
            finish();
            start(row, std::move(who));
        }
        if (unit_.empty() && !of.empty()) unit_ = std::move(of);
        if (file_.counter.sheet().unit == questionnaire::none && (!unit_.empty() || !header_.unit.exists())) {
            file_.counter.sheet().unit = file_.unit_of(row);
            unit_failed_ = file_.counter.sheet().unit == questionnaire::none;
        }
        read_about(row);
        read_answer(row);
    }

    void finish() override {
        if (!open_) return;
        open_ = false;
        digest_builder made;
        made.add(respondent_);
        made.add(unit_);
        if (finished_.meet(made.take())) {
            sound_ = false;
            file_.fail(error_code::respondent_not_grouped, start_, header_.respondent,
                       "the rows of this respondent do not stand together: expected them behind those before");
        }
        if (file_.counter.sheet().unit == questionnaire::none) {
            sound_ = false;
            if (!unit_failed_) {
                file_.fail(error_code::invalid_value, unit_place_, header_.unit, "expected the code of a unit");
            }
        }
        if (!sound_ || file_.stopped) return;
        file_.count(start_,
                    [this](std::size_t question) { return asked_[question].line != 0 ? asked_[question] : start_; });
    }

private:
    void start(std::span<const csv_cell> row, std::string who) {
        file_.counter.clear();
        respondent_ = std::move(who);
        unit_.clear();
        unit_failed_ = false;
        open_ = sound_ = true;
        start_ = row[header_.respondent.at].where;
        unit_place_ = header_.unit.exists() ? row[header_.unit.at].where : start_;
        std::fill(asked_.begin(), asked_.end(), csv_place{});
    }

    void fail(error_code code, const csv_cell& cell, const mapped_column& column, const std::string& expected) {
        sound_ = false;
        file_.fail(code, cell.where, column, expected);
    }

    /// What every row may say of the sheet, and only one must.
    void read_about(std::span<const csv_cell> row) {
        encoded_sheet& sheet = file_.counter.sheet();
        const auto take = [&](const mapped_column& column, std::string& into) {
            if (!column.exists()) return;
            std::string text = code_text(row[column.at].text);
            if (text.empty() || text == into) return;
            if (!into.empty()) {
                return fail(error_code::invalid_answer, row[column.at], column,
                            "expected the same as in the rows before");
            }
            into = std::move(text);
        };
        take(header_.stratum, sheet.stratum);
        take(header_.cluster, sheet.cluster);
        for (std::size_t at = 0; at < header_.groups.size(); ++at) {
            const mapped_column& column = header_.groups[at];
            const std::optional<std::uint16_t> said = file_.cells.category(at, row[column.at].text);
            if (!said) {
                fail(error_code::invalid_answer, row[column.at], column,
                     "expected a category of the group \"" + file_.counted.by[at] + '"');
            } else if (*said != answer_sheet::no_category) {
                if (sheet.categories[at] != answer_sheet::no_category && sheet.categories[at] != *said) {
                    fail(error_code::invalid_answer, row[column.at], column, "expected the same as in the rows before");
                }
                sheet.categories[at] = *said;
            }
        }
    }

    void read_answer(std::span<const csv_cell> row) {
        const std::size_t question = file_.question_of(row);
        if (question == questionnaire::none) {
            sound_ = false;
            return;
        }
        const csv_cell& cell = row[header_.answer.at];
        const std::optional<answer_cells::outcome> said = file_.cells.answer(question, cell.text);
        if (!said) {
            return fail(error_code::unknown_answer, cell, header_.answer,
                        "question \"" + file_.form.texts()[question].code + "\": " + file_.cells.expected(question));
        }
        encoded_sheet& sheet = file_.counter.sheet();
        const std::size_t mentions = file_.counter.rules().mentions_of(question);
        if (asked_[question].line == 0) {
            file_.counter.answer(question, said->place, said->mentions);
        } else if (mentions != questionnaire::none && said->mentions != 0 && sheet.mentions[mentions] != 0 &&
                   (said->mentions & sheet.mentions[mentions]) == 0) {
            sheet.mentions[mentions] |= said->mentions;
        } else {
            return fail(
                error_code::invalid_answer, row[header_.question.at], header_.question,
                "a second answer to this question; the first is in line " + std::to_string(asked_[question].line));
        }
        if (asked_[question].line == 0) asked_[question] = cell.where;
    }

    answer_file& file_;
    const answers_header& header_;
    recent_digests finished_;
    bool open_ = false;
    bool sound_ = true;
    bool unit_failed_ = false;
    std::string respondent_;
    std::string unit_;
    csv_place start_;
    csv_place unit_place_;
    std::vector<csv_place> asked_;  // line 0: not yet
};

}  // namespace

std::unique_ptr<answer_rows> long_answers(answer_file& file) {
    return std::make_unique<long_rows>(file);
}

}  // namespace parindex::inline v0
