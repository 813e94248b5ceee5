/// @file
/// Tasks of a remediation plan (nhiệm vụ, giải pháp): who does what by when, and what has come of it.
#pragma once

#include "parindex/assessment/assessment.hpp"
#include "parindex/numeric/decimal.hpp"
#include "parindex/remediation/plan_place.hpp"
#include "parindex/remediation/timing.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Units by their role in a task. A document uses either lead and coordinating, or implementing and monitoring.
struct task_roles {
    std::vector<std::string> lead;          ///< Chủ trì thực hiện.
    std::vector<std::string> implementing;  ///< Thực hiện.
    std::vector<std::string> coordinating;  ///< Phối hợp thực hiện.
    std::vector<std::string> monitoring;    ///< Tham mưu theo dõi thực hiện.

    friend bool operator==(const task_roles&, const task_roles&) = default;
};

/// The link from a task to a shortfall, with what it is expected to win back.
struct task_link {
    std::string shortfall;        ///< Id of a shortfall.
    std::optional<decimal> gain;  ///< Points expected; gains on one shortfall never exceed its loss.
    plan_place where;

    friend bool operator==(const task_link&, const task_link&) = default;
};

/// How far a task is (tình trạng thực hiện).
enum class task_status {
    planned,      ///< The default.
    in_progress,  ///< Đang thực hiện.
    done,         ///< Đã hoàn thành; says when.
    dropped,      ///< Given up: it mends no shortfall any more.
};

/// "planned", "in_progress", "done" or "dropped": the words of the JSON format.
[[nodiscard]] constexpr std::string_view to_string(task_status status) noexcept {
    switch (status) {
        case task_status::planned: return "planned";
        case task_status::in_progress: return "in_progress";
        case task_status::done: return "done";
        case task_status::dropped: return "dropped";
    }
    return "";
}

/// A step of a task that can be checked (mốc thời gian), also where the task itself goes on for ever.
struct milestone {
    std::string text;
    date due;
    std::optional<date> done;
    plan_place where;

    friend bool operator==(const milestone&, const milestone&) = default;
};

/// That a task was done, and what proves it (tài liệu kiểm chứng).
struct completion {
    date done;
    std::vector<evidence> proofs;

    friend bool operator==(const completion&, const completion&) = default;
};

/// A deadline that was moved (điều chỉnh thời hạn). The timing of the task is the one that holds now.
struct moved_deadline {
    timing from;  ///< What held before.
    std::string reason;
    date decided;
    plan_place where;

    friend bool operator==(const moved_deadline&, const moved_deadline&) = default;
};

/// A task. One without a link is an improvement task. What a draft leaves to be written is empty: see cover().
struct task {
    std::string id;
    std::string text;
    task_roles roles;
    timing when;
    std::vector<task_link> addresses;
    task_status status = task_status::planned;
    std::vector<milestone> milestones;
    std::optional<completion> completed;  ///< Of a task that is done, and only of such a one.
    std::vector<moved_deadline> moved;    ///< In the order of the decisions.
    plan_place where;

    friend bool operator==(const task&, const task&) = default;
};

}  // namespace parindex::inline v0
