// A small plan with every form that composing knows: a group below a field, a leaf known only by its loss, an inferred
// maximum, two survey parts.
#pragma once

#include "parindex/numeric/number_text.hpp"
#include "report_generator/compose.hpp"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace sample {

using namespace parindex;

inline decimal number(const char* text) {
    return parse_decimal(text).value;
}
inline figure printed(const char* text) {
    return {number(text), provenance::printed, ""};
}
inline figure inferred(const char* text) {
    return {number(text), provenance::inferred, "a test assumes it"};
}

inline criterion leaf(const char* code, const char* name, const char* part, std::optional<figure> maximum) {
    criterion out;
    out.code = code;
    out.name = name;
    out.part = part;
    out.maximum = std::move(maximum);
    return out;
}

inline criteria_description set_description() {
    criteria_description out;
    out.key = {"134/QĐ-UBND", "UBND tỉnh", {2022, 1, 20}, provenance::printed, ""};
    out.name = "Bộ tiêu chí";
    out.parts = {{"council", "Điểm thẩm định", {scorer::appraiser}, std::nullopt, {}},
                 {"officials", "Khảo sát công chức", {scorer::survey}, std::nullopt, {}},
                 {"citizens", "Khảo sát người dân", {scorer::survey}, std::nullopt, {}}};
    criterion first = leaf("1", "Chỉ đạo điều hành", "", printed("10"));
    criterion group = leaf("1.2", "Sự năng động của lãnh đạo", "", std::nullopt);
    group.children = {leaf("1.2.1", "Đôn đốc thực hiện", "officials", printed("1")),
                      leaf("1.2.2", "Chất lượng văn bản", "officials", printed("1"))};
    criterion rest = leaf("1.R", "", "council", std::nullopt);
    rest.remainder = true;
    rest.assumption = "the rest has full marks";
    first.children = {leaf("1.1", "Sáng kiến", "council", std::nullopt), group, rest};
    criterion second = leaf("2", "Cải cách thể chế", "", printed("6"));
    second.children = {leaf("2.1", "Tác động đến văn bản", "officials", inferred("4")),
                       leaf("2.2", "Hài lòng của người dân", "citizens", inferred("2"))};
    out.fields = {first, second};
    return out;
}

inline mark scored(const char* code, scoring_round round, const char* score) {
    mark out;
    out.criterion = code;
    out.round = round;
    out.score = printed(score);
    return out;
}
inline mark lost(const char* code, scoring_round round, const char* loss) {
    mark out;
    out.criterion = code;
    out.round = round;
    out.loss = printed(loss);
    return out;
}

inline assessment marks() {
    assessment out;
    out.set = set_description().key;
    out.unit = {"VP", "Văn phòng", {}, {}};
    out.year = 2021;
    out.marks = {lost("1.1", scoring_round::appraisal, "0.5"), scored("1.2.1", scoring_round::survey, "0.95"),
                 scored("1.2.2", scoring_round::survey, "0.94"), lost("2.1", scoring_round::survey, "0.28"),
                 scored("2.2", scoring_round::survey, "2")};
    out.published.rank = published_rank{6, 20, 4};
    out.published.satisfaction_rank = published_rank{15, 20, std::nullopt};
    return out;
}

inline task continuous_task(const char* id, const char* text, std::vector<task_link> addresses) {
    task out;
    out.id = id;
    out.text = text;
    out.roles.lead = {"Phòng A", "Phòng B"};
    out.addresses = std::move(addresses);
    return out;
}

inline plan planned() {
    plan out;
    out.set = set_description().key;
    out.year = 2021;
    out.agency = "Văn phòng UBND tỉnh";
    out.header = {"Ủy ban nhân dân tỉnh", "Văn phòng", std::nullopt,       "KH-VPUB", "Sơn La",
                  {2022, {}, {}},         "KẾ HOẠCH",  "Khắc phục tồn tại"};
    out.bases = {"Thực hiện Quyết định số 1", "Căn cứ Công văn số 2"};
    out.introduction = "Văn phòng xây dựng kế hoạch như sau:";
    out.purposes = {"Khắc phục tồn tại"};
    out.requirements = {"Đúng tiến độ."};
    out.sections = {
        {"1", "", "", {{"S1", "1", {{"1.1", "", {}}, {"1.2.1", "", {}}, {"1.2.2", "", {}}}, "", {}}}, {}, {}},
        {"2", "Thể chế", "Giải pháp", {{"S2", "2", {{"2.1", "tác động", {}}, {"2.2", "", {}}}, "", {}}}, {}, {}}};
    out.sections[0].tasks = {continuous_task("T1", "Nâng cao trách nhiệm", {{"S1", std::nullopt, {}}})};
    out.sections[1].tasks = {continuous_task("T2", "Rà soát văn bản.", {{"S2", std::nullopt, {}}})};
    out.satisfaction.emplace();
    out.satisfaction->tasks = {continuous_task("T3", "Đẩy mạnh tuyên truyền", {})};
    out.organisation = {"Phòng A theo dõi", "Các phòng thực hiện."};
    out.recipients = {"Lãnh đạo", "Lưu: VT"};
    out.signed_by = {"Chánh Văn phòng", "Nguyễn Văn A"};
    return out;
}

/// A plan and marks that a test changes before it composes.
struct world {
    criteria_description described = set_description();
    assessment given = marks();
    plan answer = planned();

    [[nodiscard]] report::document compose() const {
        const criteria_set set = criteria_set::create(described).value();
        const evaluation scored = evaluate(set, given).value();
        const par_index index = compute_par_index(scored);
        const coverage covered = cover(answer, scored);
        diagnostics findings = check_complete(scored);
        findings.insert(findings.end(), covered.findings.begin(), covered.findings.end());
        return report::compose_plan({answer, scored, index, given.published, covered, findings});
    }
};

/// The text of blocks, one line for each paragraph, item and cell.
class text_lines {
public:
    explicit text_lines(const std::vector<report::block>& blocks) {
        for (const report::block& each : blocks) {
            std::visit([this](const auto& kind) { take(kind); }, each);
        }
    }

    [[nodiscard]] bool has(const std::string& line) const {
        return std::find(lines_.begin(), lines_.end(), line) != lines_.end();
    }
    [[nodiscard]] bool mentions(const std::string& text) const {
        return std::any_of(lines_.begin(), lines_.end(),
                           [&](const std::string& line) { return line.find(text) != std::string::npos; });
    }
    [[nodiscard]] const std::vector<std::string>& all() const { return lines_; }

private:
    void add(const report::inlines& content) { lines_.push_back(report::text_of(content)); }
    void take(const report::letterhead& head) {
        for (const report::inlines& part :
             {head.parent_agency, head.agency, head.state_name, head.motto, head.number, head.place_and_date}) {
            add(part);
        }
    }
    void take(const report::title_block& title) {
        add(title.type);
        add(title.subject);
    }
    void take(const report::heading& each) { lines_.push_back(each.text); }
    void take(const report::paragraph& each) { add(each.content); }
    void take(const report::list& each) { take(each.items); }
    void take(const std::vector<report::list_item>& items) {
        for (const report::list_item& item : items) {
            add(item.content);
            take(item.items);
        }
    }
    void take(const report::table& each) {
        for (const report::table_column& column : each.columns) lines_.push_back(column.name);
        for (const report::table_row& row : each.rows) take(row);
        if (each.total) take(*each.total);
    }
    void take(const report::table_row& row) {
        for (const report::table_cell& cell : row) add(cell.content);
    }
    void take(const report::signature_block& end) {
        lines_.push_back(end.recipients_heading);
        for (const report::inlines& each : end.recipients) add(each);
        lines_.push_back(end.post);
        lines_.push_back(end.name);
    }

    std::vector<std::string> lines_;
};

}  // namespace sample
