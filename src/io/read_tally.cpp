#include "io/questionnaire_members.hpp"
#include "io/read_file.hpp"
#include "io/tally_bytes.hpp"
#include "parindex/io/tally_file.hpp"
#include "text/quoted.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

std::vector<std::uint64_t> read_counts(const std::optional<cursor>& array) {
    std::vector<std::uint64_t> out;
    if (!array) return out;
    for (const cursor& each : array->elements()) out.push_back(each.count());
    return out;
}

/// Where the counts of a row go; what is read of a tally that cannot be goes nowhere.
class row_places {
public:
    row_places(const tally* empty, std::span<std::uint64_t> row) : empty_(empty), row_(row) {}

    void respondents(std::uint64_t count) {
        if (!row_.empty()) row_[0] = count;
    }

    void persons(const std::string& code, const cursor& at) {
        object members(at);
        person_counts read;
        if (const auto count = members.require("persons")) read.persons = count->count();
        if (const auto count = members.require("all_satisfied")) read.all_satisfied = count->count();
        members.finish();
        if (row_.empty()) return;
        const std::vector<survey_scope> scopes = empty_->form().scopes();
        const std::optional<survey_scope> scope = empty_->form().find_scope(code);
        const auto found = scope ? std::find(scopes.begin(), scopes.end(), *scope) : scopes.end();
        if (found == scopes.end()) {
            return at.fail(error_code::unknown_option,
                           "the questionnaire has no block or factor with the code " + quoted(code));
        }
        const auto place = static_cast<std::size_t>(1 + 2 * (found - scopes.begin()));
        row_[place] = read.persons;
        row_[place + 1] = read.all_satisfied;
    }

    void answers(const std::string& code, const cursor& at) {
        std::size_t asked = questionnaire::none;
        if (!row_.empty()) {
            asked = empty_->form().find_question(code);
            if (asked == questionnaire::none) {
                at.fail(error_code::unknown_option, "the questionnaire has no question with the code " + quoted(code));
            }
        }
        object members(at);
        if (const auto options = members.find("options")) read_options(*options, asked);
        if (const auto states = members.find("states")) read_states(*states, asked);
        members.finish();
    }

private:
    void read_options(const cursor& at, std::size_t asked) {
        object members(at);
        for (const auto& [code, value] : members.members()) {
            const std::uint64_t count = value.count();
            if (asked == questionnaire::none) continue;
            const std::size_t option = empty_->form().find_option(asked, code);
            if (option != questionnaire::none) {
                place(asked, option) = count;
            } else {
                value.fail(error_code::unknown_option, "the question has no option " + quoted(code));
            }
        }
        members.finish();
    }

    void read_states(const cursor& at, std::size_t asked) {
        object members(at);
        for (std::size_t index = 0; index < answer_states; ++index) {
            const auto state = static_cast<answer_state>(index);
            const auto given = members.find(to_string(state));
            if (!given) continue;
            const std::uint64_t count = given->count();
            if (asked != questionnaire::none) place(asked, empty_->form().questions()[asked].place_of(state)) = count;
        }
        members.finish();
    }

    std::uint64_t& place(std::size_t asked, std::size_t at) {
        const std::size_t first = empty_->row_size() - empty_->form().row_places();
        return row_[first + empty_->form().questions()[asked].first_place + at];
    }

    const tally* empty_;
    std::span<std::uint64_t> row_;  // empty where there is no tally
};

/// Reads units into the rows of a tally, or only checks their form where there is none.
class unit_reader {
public:
    explicit unit_reader(const tally* empty) : empty_(empty) {}

    unit_counts read(const cursor& at) {
        object members(at);
        unit_counts out;
        out.unit = members.required_string("unit");
        if (const auto sheets = members.require("sheets")) out.sheets = read_sheets(*sheets);
        if (const auto aggregates = members.find("aggregates")) out.has_aggregates = aggregates->boolean();
        if (empty_ != nullptr) out.rows.resize(empty_->rows() * empty_->row_size());
        if (const auto rows = members.require("rows")) {
            std::vector<bool> seen(empty_ == nullptr ? 0 : empty_->rows());
            for (const cursor& each : rows->elements()) read_row(each, out, seen);
        }
        if (const auto clusters = members.find("clusters")) {
            for (const cursor& each : clusters->elements()) read_cluster(each, out);
        }
        if (const auto strata = members.find("strata")) {
            for (const cursor& each : strata->elements()) read_stratum(each, out);
        }
        members.finish();
        return out;
    }

private:
    static sheet_counts read_sheets(const cursor& at) {
        object members(at);
        sheet_counts out;
        if (const auto count = members.require("issued")) out.issued = count->count();
        if (const auto count = members.require("returned")) out.returned = count->count();
        if (const auto count = members.require("valid")) out.valid = count->count();
        members.finish();
        return out;
    }

    void read_row(const cursor& at, unit_counts& out, std::vector<bool>& seen) {
        object members(at);
        const std::string group = members.optional_string("group");
        const std::string category = members.optional_string("category");
        row_places row(empty_, row_of(at, group, category, out, seen));
        if (const auto count = members.require("respondents")) row.respondents(count->count());
        if (const auto persons = members.find("persons")) {
            object scopes(*persons);
            for (const auto& [code, each] : scopes.members()) row.persons(code, each);
            scopes.finish();
        }
        if (const auto answers = members.find("answers")) {
            object questions(*answers);
            for (const auto& [code, each] : questions.members()) row.answers(code, each);
            questions.finish();
        }
        members.finish();
    }

    std::span<std::uint64_t> row_of(const cursor& at, const std::string& group, const std::string& category,
                                    unit_counts& out, std::vector<bool>& seen) {
        if (empty_ == nullptr) return {};
        std::size_t row = 0;
        if (group.empty() && !category.empty()) {
            at.fail(error_code::unknown_option, "a category needs the group that it belongs to");
            return {};
        }
        if (!group.empty()) {
            try {
                row = empty_->row_of(group, category);
            } catch (const error& refused) {
                at.fail(refused.code(), refused.what());
                return {};
            }
        }
        if (seen[row]) {
            at.fail(error_code::invalid_tally, "the row stands twice in its unit");
            return {};
        }
        seen[row] = true;
        return std::span(out.rows).subspan(row * empty_->row_size(), empty_->row_size());
    }

    static void read_cluster(const cursor& at, unit_counts& out) {
        object members(at);
        cluster_key key;
        key.first = members.optional_string("stratum");
        key.second = members.optional_string("cluster");
        std::vector<std::uint64_t> sums = read_counts(members.require("sums"));
        members.finish();
        if (!out.clusters.emplace(std::move(key), std::move(sums)).second) {
            at.fail(error_code::invalid_tally, "the cluster stands twice in its unit");
        }
    }

    static void read_stratum(const cursor& at, unit_counts& out) {
        object members(at);
        std::string stratum = members.optional_string("stratum");
        moment_sums moments;
        if (const auto count = members.require("respondents")) moments.respondents = count->count();
        moments.sums = read_counts(members.require("sums"));
        moments.products = read_counts(members.require("products"));
        members.finish();
        if (!out.strata.emplace(std::move(stratum), std::move(moments)).second) {
            at.fail(error_code::invalid_tally, "the stratum stands twice in its unit");
        }
    }

    const tally* empty_;
};

/// Counts of 0 need not be written: the limit is checked before there is room for them.
bool has_room(const tally& empty, const cursor& units) {
    if (units.elements().size() <= limits::survey_counts / (empty.rows() * empty.row_size())) return true;
    units.fail(error_code::survey_too_large,
               "a tally has at most " + std::to_string(limits::survey_counts) + " counts");
    return false;
}

tally_options read_options(object& root) {
    using precision = tally_precision;
    tally_options out;
    out.by = root.readable_strings("by");
    if (const auto kept = root.find("precision")) {
        out.precision = kept->one_of<precision>({{to_string(precision::none), precision::none},
                                                 {to_string(precision::clusters), precision::clusters},
                                                 {to_string(precision::respondents), precision::respondents}});
    }
    return out;
}

std::optional<tally> read_members(object& root, json::reading& state) {
    std::optional<questionnaire> form;
    if (const auto given = root.require("questionnaire")) {
        object members = json::open_file(*given, json::questionnaire_tag);
        form = json::read_questionnaire(members, state);
    }
    tally_options options = read_options(root);
    std::optional<tally> out;
    const auto refused_at = [&state](const source_position& where, const error& refused) {
        state.found().add(refused.code(), where, "", refused.what());
    };
    if (form && !state.found().has_error()) {
        try {
            out.emplace(*form, options);
        } catch (const error& refused) {
            refused_at(root.where(), refused);
        }
    }
    std::vector<unit_counts> contents;
    const auto units = root.require("units");
    if (units) {
        unit_reader reader(out && has_room(*out, *units) ? &*out : nullptr);
        for (const cursor& each : units->elements()) contents.push_back(reader.read(each));
    }
    root.finish();
    // Sums over counts that could not be read would only mislead.
    if (!out || state.found().has_error()) return std::nullopt;
    try {
        return tally::from_contents(*std::move(form), std::move(options), std::move(contents));
    } catch (const error& refused) {
        refused_at(units->where(), refused);
        return std::nullopt;
    }
}

}  // namespace

result<tally> read_tally(std::string_view bytes, std::string_view file, diagnostics* notes) {
    if (bytes.starts_with('P')) return read_tally_bytes(bytes, file, notes);
    std::optional<tally> out;
    const auto read = [&out](object& root, json::reading& state) {
        out = read_members(root, state);
        return true;
    };
    const result<bool> done = json::read_file(bytes, file, "parindex.tally/1", notes, read);
    if (!done) return done.error();
    return *std::move(out);
}

}  // namespace parindex::inline v0
