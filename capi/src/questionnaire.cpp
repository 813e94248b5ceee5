#include "guard.hpp"
#include "structure.hpp"
#include "survey.hpp"
#include "text.hpp"
#include "text/quoted.hpp"

using namespace parindex::capi;

namespace parindex::capi {

std::size_t question_in(const questionnaire& form, std::int32_t index) {
    return index_in(index, form.questions().size(), "question");
}

}  // namespace parindex::capi

namespace {

constexpr size_t first_question_size = PARINDEX_SIZE_THROUGH(parindex_question, in_index);

/// What was found by its code. @throws error_code::unknown_option
int32_t found_or_refused(size_t found, const char* kind, const std::string& code) {
    if (found != parindex::questionnaire::none) return static_cast<int32_t>(found);
    throw parindex::error(parindex::error_code::unknown_option,
                          std::string("the questionnaire has no ") + kind + ' ' + parindex::quoted(code));
}

}  // namespace

parindex_status parindex_questionnaire_read(const char* json, size_t json_size, const char* file, size_t file_size,
                                            parindex_questionnaire** questionnaire, parindex_diagnostics** diagnostics,
                                            parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(questionnaire, "questionnaire");
        parindex::diagnostics notes;
        auto read = parindex::read_questionnaire(text_in(json, json_size, "json"), file_in(file, file_size), &notes);
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        return hand_out(std::make_unique<parindex_questionnaire>(*std::move(read)), questionnaire, std::move(notes),
                        diagnostics);
    });
}

void parindex_questionnaire_free(parindex_questionnaire* questionnaire) noexcept {
    release(questionnaire);
}

parindex_status parindex_questionnaire_json(const parindex_questionnaire* questionnaire, char* buffer, size_t capacity,
                                            size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        return text_out(write_questionnaire(open(questionnaire, "questionnaire").form), buffer, capacity, size);
    });
}

parindex_status parindex_questionnaire_text(const parindex_questionnaire* questionnaire, int32_t which, char* buffer,
                                            size_t capacity, size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        if (which == PARINDEX_TEXT_METHOD) return text_out(form.method(), buffer, capacity, size);
        return text_out(code_or_name(which, form.code(), form.description().name), buffer, capacity, size);
    });
}

int32_t parindex_questionnaire_question_count(const parindex_questionnaire* questionnaire) noexcept {
    const parindex_questionnaire* const given = intact(questionnaire);
    return given == nullptr ? 0 : static_cast<int32_t>(given->form.questions().size());
}

parindex_status parindex_questionnaire_question(const parindex_questionnaire* questionnaire, int32_t index,
                                                parindex_question* question, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        const size_t at = question_in(form, index);
        check_structure(question, first_question_size, "question");
        const parindex::questionnaire::question& found = form.questions()[at];
        const parindex::survey_question& text = form.texts()[at];
        parindex_question out{};
        out.kind = word_out(text.kind);
        out.option_count = static_cast<int32_t>(found.options);
        out.place_count = static_cast<int32_t>(found.places());
        out.is_multiple = text.multiple ? 1 : 0;
        out.is_overall = text.overall ? 1 : 0;
        out.in_index = found.in_index ? 1 : 0;
        return structure_out(out, question);
    });
}

parindex_status parindex_questionnaire_question_text(const parindex_questionnaire* questionnaire, int32_t question,
                                                     int32_t which, char* buffer, size_t capacity, size_t* size,
                                                     parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        const parindex::survey_question& found = form.texts()[question_in(form, question)];
        return text_out(code_or_name(which, found.code, found.text), buffer, capacity, size);
    });
}

parindex_status parindex_questionnaire_option_text(const parindex_questionnaire* questionnaire, int32_t question,
                                                   int32_t option, int32_t which, char* buffer, size_t capacity,
                                                   size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        const auto& options = form.scale_of(question_in(form, question)).options;
        const parindex::answer_option& found = options[index_in(option, options.size(), "option")];
        return text_out(code_or_name(which, found.code, found.label), buffer, capacity, size);
    });
}

parindex_status parindex_questionnaire_find_question(const parindex_questionnaire* questionnaire, const char* code,
                                                     size_t code_size, int32_t* question,
                                                     parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        int32_t& out = required(question, "question");
        const std::string given = stored_text(text_in(code, code_size, "code"), "code");
        out = found_or_refused(form.find_question(given), "question", given);
        return PARINDEX_OK;
    });
}

parindex_status parindex_questionnaire_find_option(const parindex_questionnaire* questionnaire, int32_t question,
                                                   const char* code, size_t code_size, int32_t* place,
                                                   parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        const size_t at = question_in(form, question);
        int32_t& out = required(place, "place");
        const std::string given = stored_text(text_in(code, code_size, "code"), "code");
        out = found_or_refused(form.find_option(at, given), "such option:", given);
        return PARINDEX_OK;
    });
}

parindex_status parindex_questionnaire_state_place(const parindex_questionnaire* questionnaire, int32_t question,
                                                   int32_t state, int32_t* place, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        const parindex::questionnaire::question& found = form.questions()[question_in(form, question)];
        const auto word = word_in(state, parindex::answer_state::off_route, "state of an answer");
        required(place, "place") = static_cast<int32_t>(found.place_of(word));
        return PARINDEX_OK;
    });
}

parindex_status parindex_questionnaire_find_category(const parindex_questionnaire* questionnaire, const char* group,
                                                     size_t group_size, const char* category, size_t category_size,
                                                     int32_t* index, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        int32_t& out = required(index, "index");
        const std::string of = stored_text(text_in(group, group_size, "group"), "group");
        const std::string given = stored_text(text_in(category, category_size, "category"), "category");
        const auto at = static_cast<size_t>(found_or_refused(form.find_group(of), "group", of));
        const auto& known = form.groups()[at].categories;
        size_t found = 0;
        while (found < known.size() && known[found].code != given) ++found;
        out = found_or_refused(found < known.size() ? found : parindex::questionnaire::none, "such category:", given);
        return PARINDEX_OK;
    });
}
