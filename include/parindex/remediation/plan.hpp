/// @file
/// Remediation plans (kế hoạch khắc phục tồn tại, hạn chế): what is done about every point lost.
///
/// A plan holds texts and links, no scores: those come from the evaluation that it answers.
#pragma once

#include "parindex/criteria/criteria_set.hpp"
#include "parindex/remediation/timing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// The head of the document (Decree 30/2020/ND-CP, appendix I). What a draft leaves blank is empty.
struct plan_header {
    std::string parent_agency;  ///< Cơ quan chủ quản; may be empty.
    std::string agency;         ///< Cơ quan ban hành.
    std::optional<int> number;  ///< Blank in a draft.
    std::string symbol;         ///< "KH-VPUB".
    std::string place;
    date issued;          ///< Day and month may be blank.
    std::string title;    ///< "KẾ HOẠCH".
    std::string subject;  ///< Trích yếu.
};

/// A deduction as a shortfall names it.
struct named_deduction {
    std::string criterion;  ///< Code of a criterion that lost points.
    std::string wording;    ///< How the document calls it; empty: the criterion's name.
    source_position where;
};

/// A shortfall (tồn tại, hạn chế): deductions that are explained and mended together.
struct shortfall {
    std::string id;
    std::string field;  ///< Code of the field whose section it stands in.
    std::vector<named_deduction> deductions;
    std::string cause;  ///< Nguyên nhân; may be empty.
    source_position where;
};

/// Units by their role in a task. A document uses either lead and coordinating, or implementing and monitoring.
struct task_roles {
    std::vector<std::string> lead;          ///< Chủ trì thực hiện.
    std::vector<std::string> implementing;  ///< Thực hiện.
    std::vector<std::string> coordinating;  ///< Phối hợp thực hiện.
    std::vector<std::string> monitoring;    ///< Tham mưu theo dõi thực hiện.
};

/// The link from a task to a shortfall, with what it is expected to win back.
struct task_link {
    std::string shortfall;        ///< Id of a shortfall.
    std::optional<decimal> gain;  ///< Points expected; gains on one shortfall never exceed its loss.
    source_position where;
};

/// A task (nhiệm vụ, giải pháp). One without a link is an improvement task.
struct task {
    std::string id;
    std::string text;
    task_roles roles;
    timing when;
    std::vector<task_link> addresses;
    source_position where;
};

/// A section of the plan about one field (lĩnh vực).
struct plan_section {
    std::string field;        ///< Code of a field of the set.
    std::string title;        ///< Empty: the field's name.
    std::string tasks_label;  ///< Empty: the document's usual label.
    std::vector<shortfall> shortfalls;
    std::vector<task> tasks;
    source_position where;
};

/// Words that this document uses in place of the usual ones. Empty: the usual ones.
struct plan_labels {
    std::string total;               ///< Before the total in the result sentence.
    std::string score_column;        ///< Head of the score column of the table.
    std::string peers;               ///< The units ranked together by PAR INDEX: "sở, ban, ngành".
    std::string satisfaction_peers;  ///< The units ranked together by SIPAS.
};

/// The chapter on the satisfaction index (SIPAS).
struct satisfaction_chapter {
    std::string title;  ///< Empty: the usual title.
    std::vector<task> tasks;
};

/// Who signs (thẩm quyền ký).
struct signatory {
    std::string post;
    std::string name;
};

/// A remediation plan.
struct plan {
    decision set;        ///< Key of the criteria set it speaks about.
    int year = 0;        ///< The year whose results it answers.
    std::string agency;  ///< How the text names the unit: "Văn phòng UBND tỉnh".
    plan_header header;
    std::vector<std::string> bases;  ///< Căn cứ, each as printed, without the mark that ends it.
    std::string introduction;
    std::vector<std::string> purposes;
    std::vector<std::string> requirements;
    plan_labels labels;
    std::vector<plan_section> sections;
    std::optional<satisfaction_chapter> satisfaction;
    std::vector<std::string> organisation;  ///< Tổ chức thực hiện.
    std::vector<std::string> recipients;    ///< Nơi nhận.
    signatory signed_by;
    source_position where;
};

/// Everything about the plan that contradicts itself or the set: another set's key, unknown fields, criteria or
/// shortfalls, ids used twice, a deduction that two shortfalls claim, roles or timing that are empty or reversed.
[[nodiscard]] diagnostics check(const plan& planned, const criteria_set& set);

}  // namespace parindex::inline v0
