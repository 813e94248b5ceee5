// What counts into a tally.
#include "guard.hpp"
#include "structure.hpp"
#include "survey.hpp"
#include "text.hpp"

#include <algorithm>
#include <span>

using namespace parindex::capi;

namespace parindex::capi {

std::uint64_t count_in(std::int64_t count, const char* name) {
    if (count >= 0) return static_cast<std::uint64_t>(count);
    throw error(error_code::invalid_count, std::string(name) + " is " + std::to_string(count));
}

std::size_t row_in(const tally& counts, std::string_view group, std::string_view category) {
    const std::string of = stored_text(group, "group");
    const std::string one = stored_text(category, "category");
    if (!of.empty()) return counts.row_of(of, one);
    if (one.empty()) return 0;
    throw error(error_code::unknown_option, "a category is given, but no group");
}

}  // namespace parindex::capi

namespace {

constexpr size_t first_sheet_size = PARINDEX_SIZE_THROUGH(parindex_answer_sheet, cluster);
constexpr size_t first_counts_size = PARINDEX_SIZE_THROUGH(parindex_sheet_counts, valid);

size_t unit_in(const parindex::tally& counts, int32_t unit) {
    return index_in(unit, counts.unit_count(), "unit");
}

/// Categories of a sheet as the library has them: one for each group of the tally.
std::vector<uint16_t> categories_in(const int32_t* given, size_t groups) {
    std::vector<uint16_t> out(groups, parindex::answer_sheet::no_category);
    if (given == nullptr) return out;
    for (size_t group = 0; group < groups; ++group) {
        if (given[group] == PARINDEX_NONE) continue;
        if (given[group] < 0 || given[group] >= parindex::answer_sheet::no_category) {
            throw parindex::error(
                parindex::error_code::invalid_answer,
                "group " + std::to_string(group) + " has no category " + std::to_string(given[group]));
        }
        out[group] = static_cast<uint16_t>(given[group]);
    }
    return out;
}

}  // namespace

parindex_status parindex_tally_unit(parindex_tally* tally, const char* code, size_t code_size, int32_t* unit,
                                    parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex::tally& into = open(tally, "tally").counts;
        int32_t& out = required(unit, "unit");
        out = static_cast<int32_t>(into.unit(stored_text(text_in(code, code_size, "code"), "code")));
        return PARINDEX_OK;
    });
}

parindex_status parindex_tally_add_block(parindex_tally* tally, const int32_t* units, const uint8_t* places,
                                         size_t sheets, parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex::tally& into = open(tally, "tally").counts;
        required(units, "units");
        required(places, "places");
        const size_t questions = into.form().questions().size();
        if (sheets > parindex::limits::file_bytes / questions) {
            throw parindex::error(parindex::error_code::input_too_large,
                                  "a block has at most " + std::to_string(parindex::limits::file_bytes) + " places, " +
                                      std::to_string(parindex::limits::file_bytes / questions) + " sheets");
        }
        // An index below 0 becomes one that no tally has.
        into.add_block(std::span(reinterpret_cast<const uint32_t*>(units), sheets),
                       std::span(places, sheets * questions));
        return PARINDEX_OK;
    });
}

parindex_status parindex_tally_add_sheet(parindex_tally* tally, int32_t unit, const parindex_answer_sheet* sheet,
                                         parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex::tally& into = open(tally, "tally").counts;
        const size_t at = unit_in(into, unit);
        const parindex_answer_sheet given = structure_in(sheet, first_sheet_size, "sheet");
        const auto texts = into.form().texts();
        const auto multiple = static_cast<size_t>(
            std::count_if(texts.begin(), texts.end(), [](const auto& each) { return each.multiple; }));
        required(given.places, "places");
        const std::vector<uint64_t> none(given.mentions == nullptr ? multiple : 0);
        const std::vector<uint16_t> categories = categories_in(given.categories, into.options().by.size());
        const std::string stratum = stored_text(text_in(given.stratum), "stratum");
        const std::string cluster = stored_text(text_in(given.cluster), "cluster");
        parindex::answer_sheet counted;
        counted.answers = std::span(given.places, texts.size());
        counted.mentions =
            given.mentions == nullptr ? std::span<const uint64_t>(none) : std::span(given.mentions, multiple);
        counted.categories = categories;
        counted.stratum = stratum;
        counted.cluster = cluster;
        into.add(at, counted);
        return PARINDEX_OK;
    });
}

parindex_status parindex_tally_add_answers(parindex_tally* tally, int32_t unit, int32_t question, int32_t place,
                                           int64_t count, parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex::tally& into = open(tally, "tally").counts;
        const size_t at = unit_in(into, unit);
        const size_t asked = question_in(into.form(), question);
        // A place below 0 becomes one that no question has.
        into.add_answers(at, asked, static_cast<size_t>(place), count_in(count, "count"));
        return PARINDEX_OK;
    });
}

parindex_status parindex_tally_add_sheets(parindex_tally* tally, int32_t unit, const parindex_sheet_counts* sheets,
                                          parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex::tally& into = open(tally, "tally").counts;
        const size_t at = unit_in(into, unit);
        const parindex_sheet_counts given = structure_in(sheets, first_counts_size, "sheets");
        into.add_sheets(at, {count_in(given.issued, "issued"), count_in(given.returned, "returned"),
                             count_in(given.valid, "valid")});
        return PARINDEX_OK;
    });
}

parindex_status parindex_tally_merge(parindex_tally* tally, const parindex_tally* other,
                                     parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex::tally& into = open(tally, "tally").counts;
        into.merge(open(other, "other").counts);
        return PARINDEX_OK;
    });
}
