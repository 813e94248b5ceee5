#include "report_generator/compose.hpp"

#include "parindex/text/vietnamese_number.hpp"
#include "report_generator/compose_notes.hpp"
#include "report_generator/compose_results.hpp"
#include "report_generator/compose_sections.hpp"
#include "report_generator/compose_tasks.hpp"
#include "report_generator/phrase.hpp"
#include "report_generator/placeholders.hpp"
#include "report_generator/report_wording.hpp"
#include "report_generator/vietnamese_case.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace parindex::report {

namespace {

constexpr int blank_number_width = 6;
constexpr int blank_date_width = 4;

run blank(int width, bool italic = false) {
    return {{}, false, italic, width};
}

class plan_composer {
public:
    explicit plan_composer(const plan_material& material) : material_(material), planned_(material.planned) {}

    document run() {
        out_.language = wording::language;
        out_.title = text_from(planned_.header.title, ": ", planned_.header.subject);
        compose_head();
        compose_purposes();
        compose_content();
        compose_organisation();
        compose_end();
        out_.notes_heading = wording::notes::heading;
        out_.working_notes = compose_notes(material_);
        return std::move(out_);
    }

private:
    void add(block each) { out_.body.push_back(std::move(each)); }
    void add_heading(int level, std::string_view number, std::string_view text) {
        add(heading{level, text_from(number, " ", text)});
    }
    void add_paragraph(std::string text) { add(paragraph{plain(std::move(text)), paragraph_style::body}); }
    void add_dashes(const std::vector<std::string>& texts) {
        list items;
        for (const std::string& text : texts) items.items.push_back({plain(ended(text)), {}});
        if (!items.items.empty()) add(std::move(items));
    }

    void compose_head() {
        const plan_header& header = planned_.header;
        letterhead head;
        if (!header.parent_agency.empty()) head.parent_agency = plain(to_capitals(header.parent_agency));
        head.agency = bold(to_capitals(header.agency));
        head.number = number_line();
        head.state_name = bold(std::string(wording::state_name));
        head.motto = bold(std::string(wording::motto));
        head.place_and_date = date_line();
        add(std::move(head));
        add(title_block{bold(to_capitals(header.title)), bold(header.subject)});

        std::string text = ended(joined(planned_.bases, "; "));
        if (!text.empty() && !planned_.introduction.empty()) text += ' ';
        text += planned_.introduction;
        if (!text.empty()) add_paragraph(std::move(text));
    }

    [[nodiscard]] inlines number_line() const {
        const std::string symbol = text_from("/", planned_.header.symbol);
        if (!planned_.header.number) {
            return {
                {std::string(wording::number), false, false, 0}, blank(blank_number_width), {symbol, false, false, 0}};
        }
        const auto number = static_cast<std::uint64_t>(*planned_.header.number);
        return plain(text_from(wording::number, " ", print_padded(number), symbol));
    }

    /// Place and date, with a blank wherever the date lacks a part. The rules for its zeros are the library's, so the
    /// blanks are cut out of what it prints.
    [[nodiscard]] inlines date_line() const {
        constexpr std::string_view mark = "\x1f";
        std::string rest = text_from(planned_.header.place, ", ", print_long_date(planned_.header.issued, mark));
        inlines out;
        for (std::size_t at = rest.find(mark); at != std::string::npos; at = rest.find(mark)) {
            out.push_back({rest.substr(0, at), false, true, 0});
            out.push_back(blank(blank_date_width, true));
            rest.erase(0, at + mark.size());
        }
        out.push_back({rest, false, true, 0});
        return out;
    }

    void compose_purposes() {
        if (planned_.purposes.empty() && planned_.requirements.empty()) return;
        add_heading(1, next_chapter(), wording::purposes_and_requirements);
        int section = 0;
        if (!planned_.purposes.empty()) {
            add_heading(2, std::to_string(++section) + ".", wording::purposes);
            add_dashes(planned_.purposes);
        }
        if (!planned_.requirements.empty()) {
            add_heading(2, std::to_string(++section) + ".", wording::requirements);
            add_dashes(planned_.requirements);
        }
    }

    void compose_content() {
        add_heading(1, next_chapter(), wording::content);
        add_heading(2, "1.", wording::reform_index);
        add_heading(3, "1.1.", wording::results);
        add_paragraph(result_sentence(material_));
        add(field_table(material_));
        const std::string number = "1.2.";
        const plan_places places(planned_, material_.scored, number);
        if (!planned_.sections.empty()) {
            add_heading(3, number, wording::remedies);
            for (std::size_t index = 0; index < planned_.sections.size(); ++index) {
                const plan_section& section = planned_.sections[index];
                add_heading(4, text_from(number, std::to_string(index + 1), "."), title_of(section));
                add(section_list(material_, index, places));
            }
        }
        if (planned_.satisfaction) compose_satisfaction(*planned_.satisfaction, places);
    }

    [[nodiscard]] std::string title_of(const plan_section& section) const {
        if (!section.title.empty()) return section.title;
        const criteria_set& set = material_.scored.set();
        const std::size_t field = set.find(section.field);
        return field == criteria_set::none ? section.field : set.at(field).name;
    }

    void compose_satisfaction(const satisfaction_chapter& chapter, const plan_places& places) {
        add_heading(2, "2.", satisfaction_title(planned_));
        add_heading(3, "2.1.", wording::results);
        add_paragraph(satisfaction_sentence(material_));
        add_heading(3, "2.2.", wording::improvements);
        if (chapter.tasks.empty()) add_paragraph(std::string(wording::no_task));
        for (const task& each : chapter.tasks) {
            if (each.status == task_status::dropped) continue;
            add_paragraph(ended(each.text));
            list details{list_marker::plus, task_details(each)};
            const std::string answered = places.answered_by(each, places.satisfaction());
            if (!answered.empty()) {
                details.items.insert(details.items.begin(), {plain(ended(text_from(wording::answers, answered))), {}});
            }
            add(std::move(details));
        }
    }

    void compose_organisation() {
        if (planned_.organisation.empty()) return;
        add_heading(1, next_chapter(), wording::organisation);
        list items{list_marker::number, {}};
        for (std::size_t index = 0; index < planned_.organisation.size(); ++index) {
            const std::string& text = planned_.organisation[index];
            const bool last = index + 1 == planned_.organisation.size();
            items.items.push_back(
                {plain(last ? text_from(without_end_mark(text, "./;"), wording::end_mark) : ended(text)), {}});
        }
        add(std::move(items));
    }

    void compose_end() {
        signature_block end;
        end.recipients_heading = wording::recipients;
        for (std::size_t index = 0; index < planned_.recipients.size(); ++index) {
            const bool last = index + 1 == planned_.recipients.size();
            end.recipients.push_back(plain(ended(planned_.recipients[index], last ? "." : ";")));
        }
        end.post = to_capitals(planned_.signed_by.post);
        end.name = planned_.signed_by.name;
        add(std::move(end));
    }

    std::string next_chapter() {
        static constexpr std::string_view numbers[] = {"I.", "II.", "III."};
        return std::string(numbers[chapters_++]);
    }

    const plan_material& material_;
    const plan& planned_;
    document out_;
    std::size_t chapters_ = 0;
};

}  // namespace

document compose_plan(const plan_material& material) {
    const plan filled = with_placeholders(material.planned);
    const plan_material complete{filled,           material.scored,  material.index, material.published,
                                 material.covered, material.findings};
    return plan_composer(complete).run();
}

}  // namespace parindex::report
