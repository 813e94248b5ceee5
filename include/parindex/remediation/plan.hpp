/// @file
/// Remediation plans (kế hoạch khắc phục tồn tại, hạn chế): what is done about every point lost.
///
/// A plan holds texts and links, no scores: those come from the evaluation that it answers.
#pragma once

#include "parindex/criteria/criteria_set.hpp"
#include "parindex/remediation/plan_place.hpp"
#include "parindex/remediation/task.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parindex::inline v0 {

/// The head of the document (Decree 30/2020/ND-CP, appendix I). What a draft leaves blank is empty.
struct plan_header {
    std::string parent_agency;  ///< Cơ quan chủ quản; may stay empty.
    std::string agency;         ///< Cơ quan ban hành.
    std::optional<int> number;  ///< Blank in a draft.
    std::string symbol;         ///< "KH-VPUB".
    std::string place;
    date issued;          ///< Day and month may be blank.
    std::string title;    ///< "KẾ HOẠCH".
    std::string subject;  ///< Trích yếu.

    friend bool operator==(const plan_header&, const plan_header&) = default;
};

/// A deduction as a shortfall names it.
struct named_deduction {
    std::string criterion;  ///< Code of a criterion that lost points.
    std::string wording;    ///< How the document calls it; empty: the criterion's name.
    plan_place where;

    friend bool operator==(const named_deduction&, const named_deduction&) = default;
};

/// A shortfall (tồn tại, hạn chế): deductions that are explained and mended together.
struct shortfall {
    std::string id;
    std::string field;  ///< Code of the field whose section it stands in.
    std::vector<named_deduction> deductions;
    std::string cause;  ///< Nguyên nhân; may be empty.
    plan_place where;

    friend bool operator==(const shortfall&, const shortfall&) = default;
};

/// A section of the plan about one field (lĩnh vực).
struct plan_section {
    std::string field;        ///< Code of a field of the set.
    std::string title;        ///< Empty: the field's name.
    std::string tasks_label;  ///< Empty: the document's usual label.
    std::vector<shortfall> shortfalls;
    std::vector<task> tasks;
    plan_place where;

    friend bool operator==(const plan_section&, const plan_section&) = default;
};

/// Words that this document uses in place of the usual ones. Empty: the usual ones.
struct plan_labels {
    std::string total;               ///< Before the total in the result sentence.
    std::string score_column;        ///< Head of the score column of the table.
    std::string peers;               ///< The units ranked together by PAR INDEX: "sở, ban, ngành".
    std::string satisfaction_peers;  ///< The units ranked together by SIPAS.

    friend bool operator==(const plan_labels&, const plan_labels&) = default;
};

/// The chapter on the satisfaction index (SIPAS).
struct satisfaction_chapter {
    std::string title;  ///< Empty: the usual title.
    std::vector<task> tasks;

    friend bool operator==(const satisfaction_chapter&, const satisfaction_chapter&) = default;
};

/// Who signs (thẩm quyền ký).
struct signatory {
    std::string post;
    std::string name;

    friend bool operator==(const signatory&, const signatory&) = default;
};

/// A warning that somebody has looked at and lets stand.
struct accepted_warning {
    error_code warning = error_code::none;  ///< One that acceptance_word() knows; errors cannot be accepted.
    std::string subject;  ///< Code of the criterion or id of the shortfall or task it concerns; empty: whatever it is.
    std::string reason;
    plan_place where;

    friend bool operator==(const accepted_warning&, const accepted_warning&) = default;
};

/// The name of the enumerator of a warning that a plan may accept, such as "only_continuous_deadlines"; empty for every
/// other code.
[[nodiscard]] std::string_view acceptance_word(error_code warning) noexcept;

/// A remediation plan.
struct plan {
    std::string source;  ///< Free text about where the data come from; may be empty.
    decision set;        ///< Key of the criteria set it speaks about.
    int year = 0;        ///< The year whose results it answers.
    /// Code of the unit, as its marks have it. Empty: only the names are compared, and leniently.
    std::string unit;
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
    std::vector<accepted_warning> accepted;
    plan_place where;

    friend bool operator==(const plan&, const plan&) = default;
};

/// Everything about the plan that contradicts itself or the set: another set's key, unknown fields, criteria or
/// shortfalls, ids used twice, a deduction that two shortfalls claim, entries of lists that say nothing, timing that is
/// reversed or lacks its date, a task that is done on no date, impossible dates, acceptances of what is no warning.
/// Warnings: labels that mislead, deadlines before the date of the document, dates in an order that cannot be. What a
/// draft leaves empty is not refused: cover() tells.
[[nodiscard]] diagnostics check(const plan& planned, const criteria_set& set);

}  // namespace parindex::inline v0
