#include "report_generator/compose_tasks.hpp"

#include "report_generator/phrase.hpp"
#include "report_generator/report_wording.hpp"
#include "report_generator/vietnamese_case.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace parindex::report {

namespace {

std::string when_text(const timing& when) {
    const std::string last = when.last ? dated_text(*when.last) : std::string();
    switch (when.kind) {
        case timing_kind::continuous: return std::string(wording::continuous);
        case timing_kind::on: return when.last ? last : std::string(wording::date_open);
        case timing_kind::before: return when.last ? text_from(wording::before, last) : std::string(wording::date_open);
        case timing_kind::within:
            if (!when.first || !when.last) return std::string(wording::date_open);
            return text_from(wording::from, dated_text(*when.first), wording::until, last);
        case timing_kind::monthly: return std::string(wording::monthly);
        case timing_kind::quarterly: return std::string(wording::quarterly);
        case timing_kind::half_yearly: return std::string(wording::half_yearly);
        case timing_kind::yearly: return std::string(wording::yearly);
    }
    return std::string(wording::date_open);
}

/// "Báo cáo sơ kết (ngày 30/6/2022; hoàn thành ngày 28/6/2022)"
std::string step_text(const milestone& step) {
    return text_from(without_end_mark(step.text), " (", dated_text(step.due),
                     step.done ? text_from("; ", wording::done_on, dated_text(*step.done)) : std::string(), ")");
}

/// "trước ngày 30/6/2022 (điều chỉnh ngày 01/6/2022, lý do: ...)": what held before, and why it does no more.
std::string move_text(const moved_deadline& each) {
    const std::string reason = without_end_mark(each.reason);
    return text_from(with_small_first_letter(when_text(each.from)), " (", wording::moved_on, dated_text(each.decided),
                     reason.empty() ? std::string() : text_from(wording::because, reason), ")");
}

std::string status_text(const task& each) {
    switch (each.status) {
        case task_status::planned:
        case task_status::dropped: return {};
        case task_status::in_progress: return std::string(wording::in_progress);
        case task_status::done:
            return text_from(wording::done, each.completed ? " " + dated_text(each.completed->done) : std::string());
    }
    return {};
}

std::string proof_text(const evidence& proof) {
    return text_from(without_end_mark(proof.document), proof.place.empty() ? "" : ", ", without_end_mark(proof.place));
}

}  // namespace

std::vector<list_item> task_details(const task& each) {
    std::vector<list_item> out;
    const auto add = [&out](std::string_view label, const std::string& text) {
        if (!text.empty()) out.push_back({plain(ended(text_from(label, text))), {}});
    };
    add(wording::lead, joined(each.roles.lead, "; "));
    add(wording::implementing, joined(each.roles.implementing, "; "));
    add(wording::coordinating, joined(each.roles.coordinating, "; "));
    add(wording::monitoring, joined(each.roles.monitoring, "; "));
    add(wording::time, with_capital_first_letter(when_text(each.when)));
    std::vector<std::string> moves;
    for (const moved_deadline& move : each.moved) moves.push_back(move_text(move));
    add(wording::moved_deadlines, joined(moves, "; "));
    std::vector<std::string> steps;
    for (const milestone& step : each.milestones) steps.push_back(step_text(step));
    add(wording::milestones, joined(steps, "; "));
    std::optional<ratio> gain;
    for (const task_link& link : each.addresses) {
        if (link.gain) gain = gain.value_or(ratio()) + ratio(*link.gain);
    }
    if (gain) add(wording::expected_gain, text_from(points_text(*gain), wording::points));
    add(wording::status, status_text(each));
    std::vector<std::string> proofs;
    if (each.completed) {
        for (const evidence& proof : each.completed->proofs) proofs.push_back(proof_text(proof));
    }
    add(wording::proofs, joined(proofs, "; "));
    return out;
}

}  // namespace parindex::report
