#include "io/answers/answer_rows.hpp"
#include "parindex/numeric/number_text.hpp"

namespace parindex::inline v0 {

namespace {

class wide_rows final : public answer_rows {
public:
    explicit wide_rows(answer_file& file) : file_(file), header_(file.header) {}

    void read(std::span<const csv_cell> row) override {
        file_.counter.clear();
        encoded_sheet& sheet = file_.counter.sheet();
        sheet.unit = file_.unit_of(row);
        bool sound = sheet.unit != questionnaire::none;
        for (std::size_t at = 0; at < header_.questions.size(); ++at) {
            const mapped_column& column = header_.questions[at];
            if (!column.exists()) continue;
            const std::optional<answer_cells::outcome> said = file_.cells.answer(at, row[column.at].text);
            if (said) {
                file_.counter.answer(at, said->place, said->mentions);
            } else {
                sound = fail(error_code::unknown_answer, row, column, file_.cells.expected(at));
            }
        }
        sound = read_options(row) && sound;
        for (std::size_t at = 0; at < header_.groups.size(); ++at) {
            const std::optional<std::uint16_t> said = file_.cells.category(at, row[header_.groups[at].at].text);
            if (said) {
                sheet.categories[at] = *said;
            } else {
                sound = fail(error_code::invalid_answer, row, header_.groups[at],
                             "expected a category of the group \"" + file_.counted.by[at] + '"');
            }
        }
        if (header_.stratum.exists()) sheet.stratum = code_text(row[header_.stratum.at].text);
        if (header_.cluster.exists()) sheet.cluster = code_text(row[header_.cluster.at].text);
        sound = read_seconds(row) && sound;
        if (!sound) return;
        file_.count(row.front().where, [&](std::size_t question) {
            const mapped_column& column = header_.questions[question];
            if (column.exists()) return row[column.at].where;
            for (const auto& each : header_.options) {
                if (each.question == question) return row[each.column.at].where;
            }
            return row.front().where;
        });
    }

private:
    bool fail(error_code code, std::span<const csv_cell> row, const mapped_column& column,
              const std::string& expected) {
        file_.fail(code, row[column.at].where, column, expected);
        return false;
    }

    /// Questions of several marks with a column for each option.
    bool read_options(std::span<const csv_cell> row) {
        bool sound = true;
        for (std::size_t at = 0; at < header_.options.size();) {
            const std::size_t question = header_.options[at].question;
            answer_cells::outcome said = file_.cells.of(question, answer_state::blank);
            bool odd = false;
            for (; at < header_.options.size() && header_.options[at].question == question; ++at) {
                const auto& [of, option, column] = header_.options[at];
                if (const std::optional<bool> marked = file_.cells.mark(question, option, row[column.at].text)) {
                    said.mentions |= std::uint64_t{*marked} << option;
                    continue;
                }
                // A word for a missing answer stands in every column, or in one.
                const auto word = file_.cells.answer(question, row[column.at].text);
                const bool same =
                    word && word->mentions == 0 &&
                    (said.place == file_.cells.of(question, answer_state::blank).place || said.place == word->place);
                if (same) said.place = word->place;
                if (!same)
                    odd = !fail(error_code::unknown_answer, row, column,
                                "expected whether the option is marked: 1 or 0, yes or no, x or nothing");
            }
            const bool missing = said.place != file_.cells.of(question, answer_state::blank).place;
            if (said.mentions != 0 && missing && !odd) {
                odd = !fail(error_code::unknown_answer, row, header_.options[at - 1].column,
                            "expected either marks or a word for a missing answer");
            }
            if (said.mentions != 0) said.place = file_.cells.of(question, answer_state::answered).place;
            if (!odd) file_.counter.answer(question, said.place, said.mentions);
            sound = sound && !odd;
        }
        return sound;
    }

    bool read_seconds(std::span<const csv_cell> row) {
        if (!header_.seconds.exists() || !file_.options.checks.least_seconds) return true;
        const std::string text = code_text(row[header_.seconds.at].text);
        if (text.empty()) return true;
        const parsed_decimal number = parse_decimal(text);
        if (!number.ok() || number.value.sign() < 0) {
            return fail(error_code::invalid_value, row, header_.seconds, "expected a number of seconds, as 12.5");
        }
        file_.counter.sheet().seconds = number.value;
        return true;
    }

    answer_file& file_;
    const answers_header& header_;
};

}  // namespace

std::unique_ptr<answer_rows> wide_answers(answer_file& file) {
    return std::make_unique<wide_rows>(file);
}

}  // namespace parindex::inline v0
