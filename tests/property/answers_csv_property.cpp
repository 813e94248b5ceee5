// Files of answers say the same however they are read: answers_csv_property CASES [SEED].
//
// Random wide files, sound or hostile, are read the fast way and the other, whole and cut into random pieces: tallies,
// marked sheets, notes and errors are equal. Sound files are also shuffled by respondents, divided into any number of
// parts and merged in any order, and written in long rows: the tallies are equal.
#include "random_numbers.hpp"
#include "requirement.hpp"

#include "../unit/survey/forms.hpp"
#include "parindex/io/answers_csv.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace parindex;
using namespace parindex_test;

namespace {

std::map<std::string, std::uint64_t> met;

class case_maker {
public:
    explicit case_maker(std::uint64_t seed) : random_(seed) {}

    random_numbers& random() { return random_; }

    questionnaire form() {
        questionnaire_description out;
        out.code = "F";
        out.scales = {forms::levels("five", 5), forms::choices("ways", {"a", "b", "c"})};
        out.scales[0].words = label_dictionary::satisfaction;
        const int questions = random_.between(1, 12);
        const bool several = random_.one_in(3);
        for (int at = 0; at < questions; ++at) {
            survey_question& each = out.questions.emplace_back();
            each.code = "q" + std::to_string(at);
            each.multiple = several && at % 3 == 2;
            each.scale = each.multiple ? "ways" : "five";
            if (!each.multiple) each.satisfied = {"4", "5"};
            if (at > 0 && random_.one_in(6)) {
                each.asked_if = {{"q" + std::to_string(random_.between(0, at - 1)), {}}};
                const bool of_ways =
                    out.questions[static_cast<std::size_t>(each.asked_if[0].question[1] - '0')].multiple;
                each.asked_if[0].any_of = {of_ways ? "a" : "5"};
                if (each.asked_if[0].question.size() > 2) each.asked_if.clear();
            }
        }
        if (random_.one_in(4)) out.questions[0].missing[answer_state::blank] = missing_policy::refuse;
        if (random_.one_in(3)) out.validity.minimum_answered = decimal(random_.between(1, 100));
        if (random_.one_in(4)) out.validity.required = {out.questions.back().code};
        out.missing_words = {{answer_state::dont_know, {"KB", "99"}}};
        out.groups = {{"g", "", {{"m", "Nam", {}, {}, {}}, {"f", "Nữ", {}, {}, {}}}, {}},
                      {"age", "", {{"y", "", {}, {}, decimal(30)}, {"o", "", {}, decimal(30), decimal(60)}}, {}}};
        return questionnaire::create(out).value();
    }

    answer_columns columns() {
        answer_columns out;
        if (random_.one_in(5)) {
            out.unit_code = "only";
        } else {
            out.unit = "unit";
        }
        out.groups = {{"g", "g"}, {"age", "age"}};
        if (random_.one_in(3)) out.stratum = "s";
        out.cluster = "v";
        out.seconds = "t";
        return out;
    }

    tally_options counted() {
        tally_options out;
        if (random_.one_in(3)) out.by = {"g"};
        if (random_.one_in(3)) out.by.push_back("age");
        if (random_.one_in(3))
            out.precision = random_.one_in(2) ? tally_precision::clusters : tally_precision::respondents;
        return out;
    }

    answers_options options() {
        answers_options out;
        out.checks.straight_line = static_cast<std::size_t>(random_.between(0, 4));
        out.checks.duplicates = random_.one_in(3);
        if (random_.one_in(3)) out.checks.least_seconds = decimal(20);
        return out;
    }

    /// Rows of cells, the header row first.
    std::vector<std::vector<std::string>> rows(const questionnaire& form, bool odd) {
        std::vector<std::vector<std::string>> out(1, {"name", "unit", "g", "age", "s", "v", "t"});
        for (const survey_question& each : form.texts()) out[0].push_back(each.code);
        for (int count = random_.between(0, 40); count > 0; --count) {
            std::vector<std::string>& row = out.emplace_back();
            for (const std::string& name : out[0]) row.push_back(cell(form, name, odd));
        }
        return out;
    }

    /// Cells between quotes only where they need them, or by chance.
    std::string text(const std::vector<std::vector<std::string>>& rows) {
        const char delimiter = ",;\t"[random_.between(0, 2)];
        const std::string line_end = random_.one_in(2) ? "\n" : "\r\n";
        std::string out = random_.one_in(4) ? "\xEF\xBB\xBF" : "";
        for (const std::vector<std::string>& row : rows) {
            for (std::size_t at = 0; at < row.size(); ++at) {
                if (at > 0) out += delimiter;
                const bool needed = row[at].find_first_of(",;\t\"\n\r") != std::string::npos;
                out += needed || random_.one_in(40) ? quoted_cell(row[at]) : row[at];
            }
            out += line_end;
        }
        return out;
    }

    /// A few bytes of a text are others.
    void spoil(std::string& text) {
        constexpr std::string_view bytes(
            "\",;\t\n\r\0\xC3\xFF"
            "59 x",
            14);
        for (int count = random_.between(0, 4); count > 0 && !text.empty(); --count) {
            const std::size_t at = random_.bits() % text.size();
            const char byte = bytes[random_.bits() % bytes.size()];
            switch (random_.between(0, 2)) {
                case 0: text[at] = byte; break;
                case 1: text.insert(at, 1, byte); break;
                default: text.erase(at, 1);
            }
        }
        if (random_.one_in(6)) text.resize(random_.bits() % (text.size() + 1));
    }

private:
    static std::string quoted_cell(const std::string& text) {
        std::string out = "\"";
        for (const char each : text) {
            if (each == '"') out += '"';
            out += each;
        }
        return out + '"';
    }

    std::string one_of(std::initializer_list<const char*> words) {
        return *(words.begin() + random_.bits() % words.size());
    }

    std::string cell(const questionnaire& form, const std::string& name, bool odd) {
        if (name == "name") return one_of({"", "Nguyễn Văn \"A\"", "x, y", "a\nb", "An", "Bình"});
        if (name == "unit") return odd && random_.one_in(50) ? "" : one_of({"U1", "U2", " U1", "xã Mường Bú", "U\"3"});
        if (name == "g") return odd && random_.one_in(60) ? "?" : one_of({"", "m", "Nam", "Nữ", "nữ", "f"});
        if (name == "age") return one_of({"", "18", "30", "59.5", "60", "29"});
        if (name == "s" || name == "v") return one_of({"", "x", "y", "làng", " x"});
        if (name == "t") return odd && random_.one_in(60) ? "?" : one_of({"", "5", "20", "19.99", "300"});
        if (odd && random_.one_in(60)) return one_of({"?", "4.5", "05", "hài"});
        if (random_.one_in(8)) return "";
        if (form.texts()[form.find_question(name)].multiple) return one_of({"a", "b", "a, c", "b;c", "a b", "KB"});
        if (!random_.one_in(6)) return one_of({"1", "2", "3", "4", "5", "5"});
        return one_of({"Rất hài lòng", "không hài lòng", "99", "KB", "5 - Rất hài lòng", "4, 5", "9", "77", " 4"});
    }

    random_numbers random_;
};

std::string findings_of(const diagnostics& found) {
    std::string out;
    for (const diagnostic& each : found)
        out += std::to_string(static_cast<int>(each.code)) + ' ' + to_string(each) + '\n';
    return out;
}

struct setting {
    questionnaire form;
    answer_columns columns;
    tally_options counted;
    answers_options options;

    [[nodiscard]] answers_reader reader(bool fast) const {
        answers_options how = options;
        how.fast = fast;
        return answers_reader(form, columns, counted, how, "f");
    }
};

result<answer_reading> read_in_pieces(const setting& with, bool fast, std::string_view text, random_numbers& random) {
    answers_reader reader = with.reader(fast);
    const std::size_t longest = 1 + random.bits() % (random.one_in(2) ? 20 : text.size() + 1);
    while (!text.empty()) {
        const std::size_t size = std::min(text.size(), 1 + random.bits() % longest);
        reader.feed(text.substr(0, size));
        text.remove_prefix(size);
    }
    return reader.finish();
}

void require_equal(const result<answer_reading>& a, const result<answer_reading>& b) {
    REQUIRE(a.has_value() == b.has_value());
    REQUIRE(findings_of(a ? a->notes : a.error()) == findings_of(b ? b->notes : b.error()));
    if (!a) return;
    REQUIRE(a->valid == b->valid);
    REQUIRE(a->flagged == b->flagged);
    REQUIRE(a->flags == b->flags);
    REQUIRE(a->rows == b->rows);
}

/// In any order, in parts, merged in any order.
void check_order(const setting& with, std::vector<std::vector<std::string>> rows, const tally& whole,
                 case_maker& maker) {
    random_numbers& random = maker.random();
    for (std::size_t at = rows.size() - 1; at > 1; --at) std::swap(rows[at], rows[1 + random.bits() % at]);
    const std::string text = maker.text(rows);
    const divided_rows divided = divide_rows(text, static_cast<std::size_t>(random.between(1, 9)));
    std::vector<tally> parts;
    for (const row_part& each : divided.parts) {
        answers_reader reader = with.reader(random.one_in(2));
        reader.feed(divided.header);
        reader.feed(each.rows);
        parts.push_back(reader.finish().value().valid);
    }
    tally sum(with.form, with.counted);
    while (!parts.empty()) {
        const std::size_t next = random.bits() % parts.size();
        sum.merge(parts[next]);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(next));
    }
    REQUIRE(sum == whole);
    ++met["shuffled"];
}

/// The same sheets with a row for each answer. @pre no time is checked: long files have no column of it
void check_long(setting with, const std::vector<std::vector<std::string>>& rows, const tally& whole,
                case_maker& maker) {
    with.columns.layout = answers_layout::long_rows;
    with.columns.respondent = "who";
    with.columns.question = "q";
    with.columns.answer = "a";
    std::vector<std::vector<std::string>> out(1, {"who", "unit", "g", "age", "s", "v", "q", "a"});
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const std::vector<std::string>& row = rows[at];
        for (std::size_t question = 0; question < with.form.questions().size(); ++question) {
            out.push_back({std::to_string(at), row[1], row[2], row[3], row[4], row[5], with.form.texts()[question].code,
                           row[7 + question]});
        }
    }
    const result<answer_reading> read = read_in_pieces(with, true, maker.text(out), maker.random());
    if (!read) std::cerr << findings_of(read.error());
    REQUIRE(read.has_value());
    REQUIRE(read->valid == whole);
    ++met["long"];
}

void check_case(std::uint64_t seed) {
    case_maker maker(seed);
    const setting with{maker.form(), maker.columns(), maker.counted(), maker.options()};
    const bool hostile = maker.random().one_in(2);
    const std::vector<std::vector<std::string>> rows = maker.rows(with.form, hostile);
    std::string text = maker.text(rows);
    if (hostile) maker.spoil(text);
    const result<answer_reading> plain = read_in_pieces(with, false, text, maker.random());
    require_equal(plain, read_in_pieces(with, true, text, maker.random()));
    answers_reader whole = with.reader(true);
    whole.feed(text);
    require_equal(plain, whole.finish());
    ++met[plain ? "read" : "refused"];
    if (!plain || hostile) return;
    check_order(with, rows, plain->valid, maker);
    check_long(with, rows, plain->valid, maker);
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t cases = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
    if (cases == 0) {
        std::cerr << "usage: property_answers_csv CASES [SEED]\n";
        return 2;
    }
    for (current_case = 0; current_case < cases; ++current_case) check_case(seed * cases + current_case);
    for (const char* const kind : {"read", "refused", "shuffled", "long"}) {
        std::cout << kind << ' ' << met[kind] << ", ";
        REQUIRE(cases < 200 || met[kind] > 0);
    }
    std::cout << cases << " files of answers hold\n";
    return 0;
}
