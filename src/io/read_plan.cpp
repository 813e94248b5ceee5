#include "io/read_file.hpp"
#include "parindex/io/plan_file.hpp"

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

plan_header read_header(const cursor& at) {
    constexpr int last_number = 99'999;
    object members(at);
    plan_header out;
    out.parent_agency = members.optional_string("parent_agency");
    out.agency = members.required_string("agency");
    if (const auto number = members.find("number")) out.number = number->integer(1, last_number);
    out.symbol = members.required_string("symbol");
    out.place = members.required_string("place");
    if (const auto issued = members.require("issued")) out.issued = issued->date();
    out.title = members.required_string("title");
    out.subject = members.required_string("subject");
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
    out.lead = members.optional_strings("lead");
    out.implementing = members.optional_strings("implementing");
    out.coordinating = members.optional_strings("coordinating");
    out.monitoring = members.optional_strings("monitoring");
    members.finish();
    return out;
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

plan read_planned(object& root) {
    plan out;
    out.where = root.where();
    if (const auto set = root.require("set")) out.set = set->decision();
    if (const auto year = root.require("year")) out.year = year->integer(1945, 9999);
    out.agency = root.required_string("agency");
    if (const auto header = root.require("header")) out.header = read_header(*header);
    out.bases = root.optional_strings("bases");
    out.introduction = root.optional_string("introduction");
    out.purposes = root.optional_strings("purposes");
    out.requirements = root.optional_strings("requirements");
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
    out.organisation = root.optional_strings("organisation");
    out.recipients = root.optional_strings("recipients");
    if (const auto signed_by = root.require("signatory")) {
        object members(*signed_by);
        out.signed_by.post = members.required_string("post");
        out.signed_by.name = members.optional_string("name");
        members.finish();
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
