// Tallies as values: made, read, written and asked. What counts into them is in tally_counting.cpp.
#include "guard.hpp"
#include "structure.hpp"
#include "survey.hpp"
#include "text.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <vector>

using namespace parindex::capi;

namespace {

constexpr size_t first_counts_size = PARINDEX_SIZE_THROUGH(parindex_sheet_counts, valid);

/// A count of the library for a call. @throws error_code::overflow
int64_t count_out(uint64_t count) {
    if (count <= static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) return static_cast<int64_t>(count);
    throw parindex::error(parindex::error_code::overflow, "the count " + std::to_string(count) + " is above 2^63 - 1");
}

}  // namespace

parindex_status parindex_tally_create(const parindex_questionnaire* questionnaire, const char* const* by,
                                      size_t by_count, int32_t precision, parindex_tally** tally,
                                      parindex_error* report) noexcept {
    return guarded(report, [&] {
        prepare(tally, "tally");
        const parindex::questionnaire& form = open(questionnaire, "questionnaire").form;
        parindex::tally_options options;
        options.precision = word_in(precision, parindex::tally_precision::respondents, "precision");
        if (by == nullptr && by_count != 0) throw parindex::error(parindex::error_code::null_pointer, "by is NULL");
        if (by_count > form.groups().size()) {
            throw parindex::error(parindex::error_code::unknown_option, "more groups are given than there are");
        }
        for (const char* const group : std::span(by, by_count)) {
            options.by.push_back(stored_text(text_in(group), "the code of a group"));
        }
        *tally = std::make_unique<parindex_tally>(parindex::tally(form, std::move(options))).release();
        return PARINDEX_OK;
    });
}

parindex_status parindex_tally_read(const char* bytes, size_t bytes_size, const char* file, size_t file_size,
                                    parindex_tally** tally, parindex_diagnostics** diagnostics,
                                    parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(tally, "tally");
        parindex::diagnostics notes;
        auto read = parindex::read_tally(tally_in(bytes, bytes_size, "bytes"), file_in(file, file_size), &notes);
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        return hand_out(std::make_unique<parindex_tally>(*std::move(read)), tally, std::move(notes), diagnostics);
    });
}

void parindex_tally_free(parindex_tally* tally) noexcept {
    release(tally);
}

parindex_status parindex_tally_questionnaire(const parindex_tally* tally, parindex_questionnaire** questionnaire,
                                             parindex_error* report) noexcept {
    return guarded(report, [&] {
        prepare(questionnaire, "questionnaire");
        *questionnaire = std::make_unique<parindex_questionnaire>(open(tally, "tally").counts.form()).release();
        return PARINDEX_OK;
    });
}

parindex_status parindex_tally_bytes(const parindex_tally* tally, char* buffer, size_t capacity, size_t* size,
                                     parindex_error* report) noexcept {
    return guarded(report, [&] { return text_out(write_tally(open(tally, "tally").counts), buffer, capacity, size); });
}

parindex_status parindex_tally_write(const parindex_tally* tally, parindex_write_function write, void* user,
                                     parindex_error* report) noexcept {
    return guarded(report, [&] { return bytes_out(write_tally(open(tally, "tally").counts), write, user); });
}

parindex_status parindex_tally_json(const parindex_tally* tally, char* buffer, size_t capacity, size_t* size,
                                    parindex_error* report) noexcept {
    return guarded(report,
                   [&] { return text_out(write_tally_json(open(tally, "tally").counts), buffer, capacity, size); });
}

int32_t parindex_tally_group_count(const parindex_tally* tally) noexcept {
    const parindex_tally* const given = intact(tally);
    return given == nullptr ? 0 : static_cast<int32_t>(given->counts.options().by.size());
}

parindex_status parindex_tally_group_code(const parindex_tally* tally, int32_t group, char* buffer, size_t capacity,
                                          size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const std::vector<std::string>& by = open(tally, "tally").counts.options().by;
        return text_out(by[index_in(group, by.size(), "group")], buffer, capacity, size);
    });
}

int32_t parindex_tally_unit_count(const parindex_tally* tally) noexcept {
    const parindex_tally* const given = intact(tally);
    return given == nullptr ? 0 : static_cast<int32_t>(given->counts.unit_count());
}

parindex_status parindex_tally_unit_code(const parindex_tally* tally, int32_t unit, char* buffer, size_t capacity,
                                         size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::tally& counts = open(tally, "tally").counts;
        return text_out(counts.at(index_in(unit, counts.unit_count(), "unit")).unit, buffer, capacity, size);
    });
}

parindex_status parindex_tally_sheets(const parindex_tally* tally, int32_t unit, parindex_sheet_counts* sheets,
                                      parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::tally& counts = open(tally, "tally").counts;
        const parindex::sheet_counts& found = counts.at(index_in(unit, counts.unit_count(), "unit")).sheets;
        check_structure(sheets, first_counts_size, "sheets");
        parindex_sheet_counts out{};
        out.issued = count_out(found.issued);
        out.returned = count_out(found.returned);
        out.valid = count_out(found.valid);
        return structure_out(out, sheets);
    });
}

parindex_status parindex_tally_counts(const parindex_tally* tally, int32_t unit, const char* group, size_t group_size,
                                      const char* category, size_t category_size, int32_t question, int64_t* counts,
                                      size_t capacity, size_t* count, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::tally& of = open(tally, "tally").counts;
        const size_t from = index_in(unit, of.unit_count(), "unit");
        const size_t asked = question_in(of.form(), question);
        const size_t row =
            row_in(of, text_in(group, group_size, "group"), text_in(category, category_size, "category"));
        size_t& found = required(count, "count");
        if (counts == nullptr && capacity != 0)
            throw parindex::error(parindex::error_code::null_pointer, "counts is NULL");
        const std::span<const uint64_t> all = of.counts(from, row, asked);
        if (counts != nullptr && capacity < all.size()) {
            throw parindex::error(parindex::error_code::buffer_too_small,
                                  "there are " + std::to_string(all.size()) + " counts");
        }
        if (counts != nullptr) {
            for (const uint64_t each : all) static_cast<void>(count_out(each));  // all of them, or none
            std::transform(all.begin(), all.end(), counts, count_out);
        }
        found = all.size();
        return PARINDEX_OK;
    });
}
