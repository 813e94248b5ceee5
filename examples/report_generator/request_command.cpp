#include "report_generator/request_command.hpp"

#include "parindex/assessment/deduction_cause.hpp"
#include "parindex/audit/stored_scores.hpp"
#include "parindex/io/coverage_file.hpp"
#include "parindex/io/explanation_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/io/score_file.hpp"
#include "parindex/remediation/draft.hpp"
#include "parindex/support/limits.hpp"
#include "report_generator/folder_scores.hpp"
#include "report_generator/json_text.hpp"
#include "report_generator/program_version.hpp"
#include "report_generator/request_data.hpp"
#include "report_generator/score_lists.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"
#include "report_generator/unknown_code.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

/// At most one byte more than a request may have, so that one that is longer is refused as such.
std::string text_of(std::istream& in) {
    std::string out;
    constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
    std::vector<char> chunk(chunk_bytes);
    while (in && out.size() <= limits::file_bytes) {
        in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        out.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
    }
    return out;
}

/// Into the request. A key may be megabytes long: of such a place, what it lies in.
std::string pointer_of(const source_position& where) {
    constexpr std::size_t longest = 400;  // bytes
    std::string out = text_from(where.file.empty() ? "" : "/", where.file, where.pointer);
    if (out.size() > longest) out.resize(out.rfind('/', longest));
    return out;
}

/// The answer, member by member: scores of many units are too large to be kept.
class answer {
public:
    explicit answer(std::ostream& out)
        : out_(out),
          findings_({"", std::string(criteria_member), std::string(context_member), std::string(assessment_member),
                     std::string(plan_member)}) {
        out_ << "{\n  \"format\": \"parindex.answer/1\",\n  \"version\": " << json_string(program_version());
    }

    std::ostream& begin(std::string_view member) { return out_ << ",\n  \"" << member << "\": "; }

    /// @param json  of the library; ends with a line break
    void put(std::string_view member, std::string_view json) {
        begin(member) << indented(visible_json(json.substr(0, json.size() - 1)), "  ");
    }

    void add(const diagnostics& found) { findings_.add(found); }
    void add(finding_report found) { findings_ = std::move(found); }

    void end(bool refused) {
        diagnostics found = findings_.listed();
        if (const std::size_t rest = findings_.unlisted(); rest != 0) {
            found.push_back({found.back().code,
                             severity::note,
                             {},
                             "",
                             text_from(counted(rest, "further finding"), rest == 1 ? " is" : " are", " not listed")});
        }
        const auto error = std::find_if(found.begin(), found.end(),
                                        [](const diagnostic& each) { return each.level == severity::error; });
        const error_code status = refused && error != found.end() ? error->code : error_code::none;
        begin("status") << static_cast<int>(status);
        begin("status_name") << json_string(to_string(status));
        begin("diagnostics") << '[';
        for (std::size_t index = 0; index < found.size(); ++index) {
            out_ << (index == 0 ? "\n    " : ",\n    ") << text_of(found[index]);
        }
        out_ << (found.empty() ? "]" : "\n  ]");
        out_ << "\n}\n";
    }

private:
    static std::string text_of(const diagnostic& each) {
        std::string out = text_from("{\"code\": ", std::to_string(static_cast<int>(each.code)),
                                    ", \"name\": ", json_string(to_string(each.code)),
                                    ", \"severity\": ", json_string(to_string(each.level)));
        if (each.where.line != 0) {
            out += text_from(", \"line\": ", std::to_string(each.where.line),
                             ", \"column\": ", std::to_string(each.where.column));
        }
        const std::string where = pointer_of(each.where);
        if (!where.empty()) out += text_from(", \"where\": ", json_string(where));
        if (!each.criterion.empty()) out += text_from(", \"criterion\": ", json_string(each.criterion));
        return out + text_from(", \"message\": ", json_string(each.message), "}");
    }

    std::ostream& out_;
    finding_report findings_;
};

/// The stored scores against those of the unit.
diagnostics compared(const std::vector<request::stored>& given, const scored_folder& unit) {
    const criteria_set& set = unit.scored.set();
    diagnostics out;
    std::vector<stored_score> stored;
    std::map<std::string, source_position> places;
    for (const request::stored& each : given) {
        const std::size_t node = each.code.empty() ? 0 : set.find(each.code);
        places[each.code] = each.where;
        if (node != criteria_set::none) {
            stored.push_back({node, each.score});
            continue;
        }
        std::vector<std::string_view> codes;
        for (const criteria_set::node& known : set.nodes()) codes.emplace_back(known.code);
        out.push_back({error_code::unknown_code, severity::error, each.where, "",
                       unknown_code_message("criterion", each.code, codes)});
    }
    try {
        for (diagnostic each : compare_stored(stored, unit.scored, unit.data.marks, unit.data.context)) {
            each.where = places[each.criterion];
            out.push_back(std::move(each));
        }
    } catch (const error& problem) {  // only a ratio that grew too large
        out.push_back({problem.code(), severity::error, {}, "", problem.what()});
    }
    return out;
}

class request_run {
public:
    request_run(const request& asked, std::ostream& out)
        : asked_(asked), data_(read_request_data(asked)), answer_(out) {}

    exit_status run(const diagnostics& notes) {
        const exit_status status = data_.unit_count() == 1 ? one_unit() : several_units();
        answer_.add(notes);
        answer_.end(status == exit_status::bad_input);
        return status;
    }

private:
    exit_status one_unit() {
        const result<scored_folder> read = score_folder(data_);
        if (!read) {
            answer_.add(read.error());
            return exit_status::bad_input;
        }
        answer_.add(read->findings);
        const auto causes = [&] { return deduction_causes(read->scored, read->data.marks, read->data.context); };
        bool refused = false;
        bool differs = false;
        for (const request::wanted& want : asked_.wants) {
            switch (want.what) {
                case request_want::score:
                    answer_.put("score", write_score(read->scored, read->index, read->findings));
                    break;
                case request_want::explanation:
                    answer_.put("explanation", write_explanation(read->scored, read->data.marks, read->data.context));
                    break;
                case request_want::draft: {
                    const plan drafted = read->data.planned
                                             ? redraft(*read->data.planned, read->scored, causes()).updated
                                             : draft_plan(read->scored, {{}, {}, {}, causes()});
                    answer_.put("plan", write_plan(drafted));
                    break;
                }
                case request_want::coverage:
                    answer_.put("coverage", write_coverage(*read->covered, read->scored));
                    break;
                case request_want::compare_stored: {
                    const diagnostics found = compared(*asked_.scores, *read);
                    answer_.add(found);
                    refused = has_error(found);
                    differs = !found.empty();
                    break;
                }
            }
        }
        if (refused) return exit_status::bad_input;
        return differs || has_error(read->findings) ? exit_status::findings : exit_status::done;
    }

    /// Scores of all that can be scored. Everything else is about one unit.
    exit_status several_units() {
        diagnostics unfit;
        for (const request::wanted& want : asked_.wants) {
            if (want.what == request_want::score) continue;
            unfit.push_back({error_code::invalid_value, severity::error, want.where, "",
                             text_from("\"", to_string(want.what), "\" is about one unit, but there are marks of ",
                                       std::to_string(data_.unit_count()), ": send a request for each")});
        }
        folder_scores all;
        if (data_.can_score() && asked_.wants_any(request_want::score)) {
            std::ostream& out = answer_.begin("scores");
            all = write_scores(data_, out, "  ");
        } else {
            all = score_all(data_, [](const scored_folder&) {});
        }
        answer_.add(std::move(all.findings));
        answer_.add(unfit);
        return unfit.empty() ? all.status : exit_status::bad_input;
    }

    const request& asked_;
    data_folder data_;
    answer answer_;
};

}  // namespace

exit_status run_request(std::istream& in, std::ostream& out) {
    const std::string text = text_of(in);
    diagnostics found;
    if (in.bad()) {
        found.push_back({error_code::cannot_read, severity::error, {}, "", "cannot read standard input"});
    } else {
        const result<request> asked = read_request(text, "", &found);
        if (asked) return request_run(*asked, out).run(found);
        found = asked.error();
    }
    answer refused(out);
    refused.add(found);
    refused.end(true);
    return exit_status::bad_input;
}

}  // namespace parindex::report
