// The satisfaction part of the ministry's form of 2022, item by item: 14 items about policies, 19 about services, 5
// levels whose codes are words. The form stands on the web; the answers are invented.
#include "indices.hpp"
#include "parindex/io/answers_csv.hpp"

using namespace indices;

namespace {

struct factor {
    const char* code;
    const char* block;
    int items;
};
constexpr factor factors[] = {
    {"accountability", "policy", 2}, {"participation", "policy", 2}, {"quality", "policy", 8},
    {"results", "policy", 2},        {"access", "service", 4},       {"procedures", "service", 4},
    {"servants", "service", 5},      {"result", "service", 3},       {"feedback", "service", 3}};
constexpr const char* codes[] = {"rat_khong_hai_long", "khong_hai_long", "binh_thuong", "hai_long", "rat_hai_long"};

questionnaire ministry_form() {
    questionnaire_description out;
    out.code = "2022";
    out.method = "households 2022";
    answer_scale scale = forms::levels("hl", 5);
    for (std::size_t level = 0; level < scale.options.size(); ++level) scale.options[level].code = codes[level];
    out.scales = {scale};
    out.blocks = {{"policy", "", {}}, {"service", "", {}}};
    int number = 0;
    for (const factor& each : factors) {
        out.factors.push_back({each.code, "", each.block, {}});
        for (int item = 0; item < each.items; ++item) {
            // Names of the fields of the web form do not follow the numbers of the items.
            const std::string code = "question" + std::to_string(901 + (number * 5) % 33);
            out.questions.push_back(forms::question(code, "hl", {"hai_long", "rat_hai_long"}, each.code));
            out.questions.back().number = ++number;
        }
    }
    return questionnaire::create(out).value();
}

/// Ten sheets as the web form gives them, with what names the person beside the answers. Item k has 3 + k % 7 satisfied
/// answers; of services the last `silent` sheets say nothing.
tally answers(std::size_t silent) {
    const questionnaire form = ministry_form();
    std::string csv = "ho_ten,dien_thoai,tinh";
    for (const survey_question& each : form.texts()) csv += "," + each.code;
    for (std::size_t sheet = 0; sheet < 10; ++sheet) {
        csv += "\nLò Thị Bí,0912345678,Sơn La";
        for (std::size_t item = 0; item < 33; ++item) {
            csv += ",";
            if (item >= 14 && sheet >= 10 - silent) continue;
            csv += codes[sheet < 3 + item % 7 ? 3 + sheet % 2 : sheet % 3];
        }
    }
    answer_columns columns;
    columns.unit = "tinh";
    return read_answers_csv(csv + "\n", form, columns, {}, {}, "2022.csv").value().valid;
}

/// The weight of the policy block in the whole.
ratio weight(const tally& counts, const char* formula) {
    const auto of = [&](const char* block) { return *compute(counts, formula, block).value(); };
    return (of("") - of("service")) / (of("policy") - of("service"));
}

}  // namespace

TEST_CASE("the ministry's form of 2022: what each formula weighs the policy block with") {
    const tally full = answers(0);
    // Satisfied: 84 of 140 about policies, 109 of 190 about services.
    CHECK(value(full, "F2", "policy") == "3/5");
    CHECK(value(full, "F2", "service") == "109/190");
    CHECK(value(full, "F2") == "193/330");
    CHECK(value(full, "F3") == "193/330");
    CHECK(weight(full, "F2") == ratio(14, 33));
    CHECK(weight(full, "F3") == ratio(14, 33));
    CHECK(weight(full, "F4") == ratio(4, 9));
    // Where two of ten say nothing of services, their answers weigh less in the pool, and as much as before in means.
    const tally part = answers(2);
    CHECK(weight(part, "F2") == ratio(140, 292));
    CHECK(weight(part, "F3") == ratio(14, 33));
    CHECK(weight(part, "F4") == ratio(4, 9));
}
