#include "io/read_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "remediation/accepted_warnings.hpp"
#include "text/blank.hpp"
#include "text/quoted.hpp"

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

/// A text that may be left to be written, but does not only look written.
std::string draft_text(const cursor& at) {
    std::string out = at.string();
    if (!out.empty() && is_blank(out)) at.fail(error_code::invalid_value, "expected a text; this one says nothing");
    return out;
}
std::string draft_text(object& members, std::string_view key) {
    const auto found = members.require(key);
    return found ? draft_text(*found) : std::string();
}

/// A text that says something.
std::string text(const cursor& at) {
    std::string out = at.string();
    if (at.kind() == json::kind::string && is_blank(out)) {
        at.fail(error_code::invalid_value, "expected a text; this one says nothing");
    }
    return out;
}
std::string text(object& members, std::string_view key) {
    const auto found = members.require(key);
    return found ? text(*found) : std::string();
}
std::vector<std::string> texts(object& members, std::string_view key) {
    std::vector<std::string> out;
    if (const auto found = members.find(key)) {
        for (const cursor& each : found->elements()) out.push_back(text(each));
    }
    return out;
}

date required_date(object& members, std::string_view key) {
    const auto found = members.require(key);
    return found ? found->date() : date();
}

plan_header read_header(const cursor& at) {
    constexpr int last_number = 99'999;
    object members(at);
    plan_header out;
    if (const auto parent = members.find("parent_agency")) out.parent_agency = draft_text(*parent);
    out.agency = draft_text(members, "agency");
    if (const auto number = members.find("number")) out.number = number->integer(1, last_number);
    out.symbol = draft_text(members, "symbol");
    out.place = draft_text(members, "place");
    out.issued = required_date(members, "issued");
    out.title = draft_text(members, "title");
    out.subject = draft_text(members, "subject");
    members.finish();
    return out;
}

timing read_timing(const cursor& at) {
    object members(at);
    timing out;
    if (const auto kind = members.require("kind")) {
        out.kind = kind->one_of<timing_kind>({{"continuous", timing_kind::continuous},
                                              {"on", timing_kind::on},
                                              {"before", timing_kind::before},
                                              {"within", timing_kind::within},
                                              {"monthly", timing_kind::monthly},
                                              {"quarterly", timing_kind::quarterly},
                                              {"half_yearly", timing_kind::half_yearly},
                                              {"yearly", timing_kind::yearly}});
    }
    if (const auto first = members.find("first")) out.first = first->date();
    if (const auto last = members.find("last")) out.last = last->date();
    members.finish();
    return out;
}

task_roles read_roles(const cursor& at) {
    object members(at);
    task_roles out;
    out.lead = texts(members, "lead");
    out.implementing = texts(members, "implementing");
    out.coordinating = texts(members, "coordinating");
    out.monitoring = texts(members, "monitoring");
    members.finish();
    return out;
}

milestone read_milestone(const cursor& at) {
    object members(at);
    milestone out;
    out.where = at.where();
    out.text = text(members, "text");
    out.due = required_date(members, "due");
    if (const auto done = members.find("done")) out.done = done->date();
    members.finish();
    return out;
}

completion read_completion(const cursor& at) {
    object members(at);
    completion out;
    out.done = required_date(members, "date");
    if (const auto proofs = members.find("evidence")) {
        for (const cursor& each : proofs->elements()) {
            object proof(each);
            evidence& added = out.proofs.emplace_back();
            added.document = text(proof, "document");
            added.place = proof.optional_string("place");
            proof.finish();
        }
    }
    members.finish();
    return out;
}

moved_deadline read_move(const cursor& at) {
    object members(at);
    moved_deadline out;
    out.where = at.where();
    if (const auto from = members.require("from")) out.from = read_timing(*from);
    out.reason = text(members, "reason");
    out.decided = required_date(members, "decided");
    members.finish();
    return out;
}

/// What has come of a task.
void read_progress(object& members, task& out) {
    if (const auto status = members.find("status")) {
        out.status = status->one_of<task_status>({{"planned", task_status::planned},
                                                  {"in_progress", task_status::in_progress},
                                                  {"done", task_status::done},
                                                  {"dropped", task_status::dropped}});
    }
    if (const auto milestones = members.find("milestones")) {
        for (const cursor& each : milestones->elements()) out.milestones.push_back(read_milestone(each));
    }
    if (const auto completed = members.find("completion")) out.completed = read_completion(*completed);
    if (const auto moved = members.find("moved_deadlines")) {
        for (const cursor& each : moved->elements()) out.moved.push_back(read_move(each));
    }
}

task read_task(const cursor& at) {
    object members(at);
    task out;
    out.where = at.where();
    out.id = members.required_string("id");
    out.text = members.required_string("text");
    if (const auto roles = members.require("roles")) out.roles = read_roles(*roles);
    if (const auto when = members.require("timing")) out.when = read_timing(*when);
    if (const auto links = members.find("addresses")) {
        for (const cursor& each : links->elements()) {
            object link(each);
            task_link& added = out.addresses.emplace_back();
            added.where = each.where();
            added.shortfall = link.required_string("shortfall");
            if (const auto gain = link.find("gain")) added.gain = gain->number();
            link.finish();
        }
    }
    read_progress(members, out);
    members.finish();
    return out;
}

std::vector<task> read_tasks(object& members) {
    std::vector<task> out;
    if (const auto tasks = members.find("tasks")) {
        for (const cursor& each : tasks->elements()) out.push_back(read_task(each));
    }
    return out;
}

shortfall read_shortfall(const cursor& at, const std::string& field) {
    object members(at);
    shortfall out;
    out.where = at.where();
    out.id = members.required_string("id");
    out.field = field;
    out.cause = members.optional_string("cause");
    if (const auto deductions = members.require("deductions")) {
        for (const cursor& each : deductions->elements()) {
            object deduction(each);
            named_deduction& added = out.deductions.emplace_back();
            added.where = each.where();
            added.criterion = deduction.required_string("criterion");
            added.wording = deduction.optional_string("wording");
            deduction.finish();
        }
    }
    members.finish();
    return out;
}

plan_section read_section(const cursor& at) {
    object members(at);
    plan_section out;
    out.where = at.where();
    out.field = members.required_string("field");
    out.title = members.optional_string("title");
    out.tasks_label = members.optional_string("tasks_label");
    if (const auto shortfalls = members.find("shortfalls")) {
        for (const cursor& each : shortfalls->elements()) out.shortfalls.push_back(read_shortfall(each, out.field));
    }
    out.tasks = read_tasks(members);
    members.finish();
    return out;
}

plan_labels read_labels(const cursor& at) {
    object members(at);
    plan_labels out;
    out.total = members.optional_string("total");
    out.score_column = members.optional_string("score_column");
    out.peers = members.optional_string("peers");
    out.satisfaction_peers = members.optional_string("satisfaction_peers");
    members.finish();
    return out;
}

error_code read_warning(const cursor& at) {
    const std::string word = at.string();
    std::string expected;
    for (const acceptable_warning& each : acceptable_warnings()) {
        if (each.word == word) return each.code;
        expected += (expected.empty() ? "" : ", ") + std::string(each.word);
    }
    if (at.kind() == json::kind::string) {
        at.fail(error_code::not_acceptable, "expected one of the warnings " + expected + ", not " + quoted(word));
    }
    return error_code::none;
}

accepted_warning read_acceptance(const cursor& at) {
    object members(at);
    accepted_warning out;
    out.where = at.where();
    if (const auto warning = members.require("warning")) out.warning = read_warning(*warning);
    out.subject = members.optional_string("subject");
    out.reason = text(members, "reason");
    members.finish();
    return out;
}

plan read_planned(object& root) {
    plan out;
    out.where = root.where();
    out.source = root.optional_string("source");
    if (const auto set = root.require("set")) out.set = set->decision();
    if (const auto year = root.require("year")) out.year = year->year();
    if (const auto unit = root.find("unit")) out.unit = draft_text(*unit);
    out.agency = draft_text(root, "agency");
    if (const auto header = root.require("header")) out.header = read_header(*header);
    out.bases = texts(root, "bases");
    out.introduction = root.optional_string("introduction");
    out.purposes = texts(root, "purposes");
    out.requirements = texts(root, "requirements");
    if (const auto labels = root.find("labels")) out.labels = read_labels(*labels);
    if (const auto sections = root.require("sections")) {
        for (const cursor& each : sections->elements()) out.sections.push_back(read_section(each));
    }
    if (const auto satisfaction = root.find("satisfaction")) {
        object members(*satisfaction);
        out.satisfaction.emplace();
        out.satisfaction->title = members.optional_string("title");
        out.satisfaction->tasks = read_tasks(members);
        members.finish();
    }
    out.organisation = texts(root, "organisation");
    out.recipients = texts(root, "recipients");
    if (const auto signed_by = root.require("signatory")) {
        object members(*signed_by);
        out.signed_by.post = draft_text(members, "post");
        out.signed_by.name = members.optional_string("name");
        members.finish();
    }
    if (const auto accepted = root.find("accepted_warnings")) {
        for (const cursor& each : accepted->elements()) out.accepted.push_back(read_acceptance(each));
    }
    root.finish();
    return out;
}

}  // namespace

result<plan> read_plan(std::string_view json, std::string_view file, const criteria_set* set, diagnostics* notes) {
    return json::read_file(json, file, "parindex.plan/1", notes, [set](object& root, json::reading& state) {
        plan out = read_planned(root);
        if (set != nullptr) state.add_checked(check(out, *set));
        return out;
    });
}

}  // namespace parindex::inline v0
