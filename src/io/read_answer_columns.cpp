#include "io/read_file.hpp"
#include "parindex/io/answer_columns_file.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

bool is_in(std::initializer_list<answers_layout> layouts, answers_layout layout) noexcept {
    return std::find(layouts.begin(), layouts.end(), layout) != layouts.end();
}

constexpr auto wide = answers_layout::wide;
constexpr auto long_rows = answers_layout::long_rows;
constexpr auto aggregate = answers_layout::aggregate;

class columns_reader {
public:
    explicit columns_reader(object& root) : root_(root) {}

    answer_columns read() {
        answer_columns out;
        out.where = root_.where();
        if (const auto given = root_.require("layout")) {
            const auto known = given->known_word<answers_layout>(
                {{to_string(wide), wide}, {to_string(long_rows), long_rows}, {to_string(aggregate), aggregate}});
            layout_known_ = known.has_value();
            out.layout = known.value_or(wide);
        }
        layout_ = out.layout;
        read_unit(out);
        column("respondent", out.respondent, {wide, long_rows}, {long_rows});
        column("stratum", out.stratum, {wide, long_rows}, {}, true);
        column("cluster", out.cluster, {wide, long_rows}, {}, true);
        codes("groups", out.groups, {wide, long_rows});
        codes("questions", out.questions, {wide});
        if (const auto given = member("options", {wide})) {
            for (const cursor& each : given->elements()) out.options.push_back(read_option(each));
        }
        column("seconds", out.seconds, {wide}, {});
        if (const auto given = root_.find("separator")) out.separator = said(*given, "a separator");
        column("question", out.question, {long_rows, aggregate}, {long_rows, aggregate});
        column("answer", out.answer, {long_rows}, {long_rows});
        column("option", out.option, {aggregate}, {aggregate});
        column("count", out.count, {aggregate}, {aggregate});
        column("issued", out.issued, {aggregate}, {});
        column("returned", out.returned, {aggregate}, {});
        column("valid", out.valid, {aggregate}, {});
        if (const auto given = root_.find("words")) read_words(*given, out);
        root_.finish();
        return out;
    }

private:
    void read_unit(answer_columns& out) {
        column("unit", out.unit, {wide, long_rows, aggregate}, {});
        const auto code = root_.find("unit_code");
        if (code) out.unit_code = said(*code, "the code of a unit");
        if (root_.at().kind() != json::kind::object) return;
        if (!has_unit_ && !code) {
            root_.at().fail(error_code::missing_key, "expected the key \"unit\" or \"unit_code\"");
        }
        if (has_unit_ && code) {
            code->fail(error_code::invalid_value, "a file has a column of units or is of one unit, not both");
        }
    }

    /// A member that only some layouts have.
    std::optional<cursor> member(std::string_view key, std::initializer_list<answers_layout> of) {
        const auto found = root_.find(key);
        if (found && layout_known_ && !is_in(of, layout_)) {
            found->fail(error_code::invalid_value,
                        "rows of the layout " + quoted(to_string(layout_)) + " have no " + quoted(key));
        }
        return found;
    }

    void column(std::string_view key, std::string& into, std::initializer_list<answers_layout> of,
                std::initializer_list<answers_layout> required, bool may_share = false) {
        auto found = member(key, of);
        if (!found && layout_known_ && is_in(required, layout_)) found = root_.require(key);
        if (!found) return;
        has_unit_ = has_unit_ || key == "unit";
        into = name(*found, may_share);
    }

    /// Columns by code.
    void codes(std::string_view key, std::vector<std::pair<std::string, std::string>>& into,
               std::initializer_list<answers_layout> of) {
        const auto found = member(key, of);
        if (!found) return;
        object members(*found);
        for (const auto& [code, value] : members.members()) into.emplace_back(code, name(value));
        members.finish();
    }

    option_column read_option(const cursor& at) {
        object members(at);
        option_column out;
        if (const auto given = members.require("question")) out.question = said(*given, "the code of a question");
        if (const auto given = members.require("option")) out.option = said(*given, "the code of an option");
        if (const auto given = members.require("column")) out.column = name(*given);
        members.finish();
        return out;
    }

    static void read_words(const cursor& at, answer_columns& out) {
        object questions(at);
        for (const auto& [question, value] : questions.members()) {
            std::map<std::string, std::string>& into = out.words[question];
            object words(value);
            for (const auto& [word, option] : words.members()) {
                if (word.empty()) option.fail(error_code::invalid_value, "an empty cell means no option");
                into[word] = said(option, "the code of an option");
            }
            words.finish();
        }
        questions.finish();
    }

    static std::string said(const cursor& at, const std::string& what) {
        std::string out = at.string();
        if (out.empty() && at.kind() == json::kind::string) {
            at.fail(error_code::invalid_value, "expected " + what + ", not an empty text");
        }
        return out;
    }

    std::string name(const cursor& at, bool may_share = false) {
        std::string out = said(at, "the name of a column");
        if (!out.empty() && !may_share && !named_.insert(out).second) {
            at.fail(error_code::unknown_column, "the column " + quoted(out) + " is named twice");
        }
        return out;
    }

    object& root_;
    answers_layout layout_ = wide;
    bool layout_known_ = false;
    bool has_unit_ = false;
    std::set<std::string> named_;
};

}  // namespace

result<answer_columns> read_answer_columns(std::string_view json, std::string_view file, diagnostics* notes) {
    const auto read = [](object& root, json::reading&) { return columns_reader(root).read(); };
    return json::read_file(json, file, "parindex.answer_columns/1", notes, read);
}

}  // namespace parindex::inline v0
