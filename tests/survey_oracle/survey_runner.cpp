// Reads and counts surveys for their oracle: files come in as they are, whole numbers and fractions go out.
//
// A line is words with tabs between them. The last word of some is the number of bytes of a text, which follows with an
// end of line: "form" and a questionnaire, "columns" and what the columns of the next files are, "answers" and a file
// of answers, which is counted for itself. "by" and groups say what is counted. "merged" adds the files since the last
// "columns" up; the first tally that is made like this is kept, others must have its bytes ("differs" and the number of
// the tally). "issued" and a unit and a number. "counts" prints every count of the tally but zeros. "index", a formula,
// an aggregation, a scope, a group and a category (empty: unknown; of an empty group: everybody), the number of units,
// these, and populations as pairs: numerator, denominator and the mean of the terms if there are any, or "refused" and
// the name of the code. "end" ends a case, whose answer ends with an empty line. What is wrong with a file is said as
// "finding"; nothing more is said then.
#include "parindex/parindex.hpp"

#include <cstdint>
#include <iostream>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace parindex;

using words = std::vector<std::string>;

words split(const std::string& line) {
    words out(1);
    for (const char each : line) {
        if (each == '\t') {
            out.emplace_back();
        } else {
            out.back() += each;
        }
    }
    return out;
}

std::uint64_t number(const std::string& text) {
    return std::stoull(text);
}

std::string read_text(const std::string& size) {
    std::string out(number(size) + 1, '\0');
    if (!std::cin.read(out.data(), static_cast<std::streamsize>(out.size())))
        throw std::runtime_error("a text ends early");
    out.pop_back();
    return out;
}

class runner {
public:
    void answer(const words& line) {
        const std::string& word = line.at(0);
        if (word == "form") *this = {};
        if (word == "end") std::cout << '\n';
        const std::string text = word == "form" || word == "columns" || word == "answers" ? read_text(line.at(1)) : "";
        if (refused_) return;
        if (word == "form") return read_form(text);
        if (word == "by") options_.by.assign(line.begin() + 1, line.end());
        if (word == "columns") read_columns(text);
        if (word == "answers") read_answers(text);
        if (word == "merged") merge();
        if (word == "issued") whole_->add_sheets(whole_->unit(line.at(1)), {number(line.at(2)), 0, 0});
        if (word == "counts") print_counts();
        if (word == "index") print_index(line);
    }

private:
    void refuse(const diagnostics& findings) {
        for (const diagnostic& each : findings) {
            if (each.level == severity::error) {
                std::cout << "finding\t" << to_string(each.code) << '\t' << to_string(each) << '\n';
            }
        }
        refused_ = true;
    }

    void read_form(const std::string& json) {
        const result<questionnaire> read = read_questionnaire(json, "form");
        if (!read) return refuse(read.error());
        form_ = *read;
    }

    void read_columns(const std::string& json) {
        parts_.clear();
        const result<answer_columns> read = read_answer_columns(json, "columns");
        if (!read) return refuse(read.error());
        columns_ = *read;
    }

    void read_answers(const std::string& csv) {
        answers_options options;
        options.fast = fast_;
        fast_ = !fast_;
        result<answer_reading> read = read_answers_csv(csv, *form_, columns_, options_, options, "answers");
        if (!read) return refuse(read.error());
        parts_.push_back(std::move(*read).valid);
    }

    void merge() {
        tally sum(*form_, options_);
        for (const tally& each : parts_) sum.merge(each);
        const std::string bytes = write_tally(sum);
        if (!whole_) {
            whole_ = std::move(sum);
            bytes_ = bytes;
        } else if (bytes != bytes_) {
            std::cout << "differs\t" << merged_ << '\n';
        }
        ++merged_;
    }

    void print_counts() const {
        for (const std::string& code : whole_->units()) {
            const std::size_t unit = whole_->find_unit(code);
            const sheet_counts& sheets = whole_->at(unit).sheets;
            print_count(code, "\t", "sheets\tissued", sheets.issued);
            print_count(code, "\t", "sheets\treturned", sheets.returned);
            print_count(code, "\t", "sheets\tvalid", sheets.valid);
            print_row(code, unit, "\t", 0);
            for (const std::string& group : options_.by) {
                for (const respondent_category& each : form_->groups()[form_->find_group(group)].categories) {
                    print_row(code, unit, group + '\t' + each.code, whole_->row_of(group, each.code));
                }
                print_row(code, unit, group + '\t', whole_->row_of(group, ""));
            }
        }
    }

    void print_row(const std::string& code, std::size_t unit, const std::string& name, std::size_t row) const {
        print_count(code, name, "respondents", whole_->respondents(unit, row));
        for (std::size_t question = 0; question < form_->texts().size(); ++question) {
            const std::span<const std::uint64_t> counts = whole_->counts(unit, row, question);
            const std::string& asked = form_->texts()[question].code;
            const std::vector<answer_option>& options = form_->scale_of(question).options;
            for (std::size_t place = 0; place < counts.size(); ++place) {
                const std::string at =
                    place < options.size()
                        ? "options\t" + asked + '\t' + options[place].code
                        : "states\t" + asked + '\t' +
                              std::string(to_string(static_cast<answer_state>(place - options.size())));
                print_count(code, name, at, counts[place]);
            }
        }
    }

    static void print_count(const std::string& unit, const std::string& row, const std::string& what,
                            std::uint64_t count) {
        if (count != 0) std::cout << "count\t" << unit << '\t' << row << '\t' << what << '\t' << count << '\n';
    }

    void print_index(const words& line) const {
        try {
            const satisfaction_index index = compute_index(*whole_, request_of(line));
            std::cout << "index\t" << index.share.numerator.to_string() << '\t' << index.share.denominator.to_string()
                      << '\t' << mean_of(index.terms) << '\n';
        } catch (const error& problem) {
            std::cout << "refused\t" << to_string(problem.code()) << '\n';
        }
    }

    static std::string mean_of(const std::vector<index_term>& terms) {
        ratio sum(0);
        ratio weights(0);
        for (const index_term& each : terms) {
            if (const std::optional<ratio> value = each.share.value()) sum = sum + each.weight * *value;
            weights = weights + each.weight;
        }
        return weights.sign() == 0 ? "" : (sum / weights).to_string();
    }

    index_request request_of(const words& line) const {
        const auto formula = index_formula_from(line.at(1));
        const auto units = unit_aggregation_from(line.at(2));
        const auto scope = form_->find_scope(line.at(3));
        if (!formula || !units || !scope) throw std::runtime_error("unknown formula, aggregation or scope");
        index_request out;
        out.method = {*formula, *units};
        out.scope = *scope;
        if (!line.at(4).empty()) out.row = whole_->row_of(line.at(4), line.at(5));
        const std::size_t behind = 7 + number(line.at(6));
        for (std::size_t at = 7; at < behind; ++at) out.units.push_back(line.at(at));
        for (std::size_t at = behind; at < line.size(); at += 2) out.populations[line.at(at)] = number(line.at(at + 1));
        return out;
    }

    std::optional<questionnaire> form_;
    tally_options options_;
    answer_columns columns_;
    std::vector<tally> parts_;
    std::optional<tally> whole_;
    std::string bytes_;
    std::size_t merged_ = 0;
    bool fast_ = true;  // by turns: it makes no difference but in time
    bool refused_ = false;
};

}  // namespace

int main() try {
    runner all;
    for (std::string line; std::getline(std::cin, line);) all.answer(split(line));
    return 0;
} catch (const std::exception& problem) {
    std::cerr << "survey_runner: " << problem.what() << '\n';
    return 2;
}
