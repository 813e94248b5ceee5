// Calls about surveys: tallies are counted and merged, and asked for indices.
#pragma once

#include "calls.hpp"

class survey_calls : protected checked_calls {
protected:
    explicit survey_calls(decisions& from) : checked_calls(from) {}

    void count() {
        parindex_tally* const tally = tallies_.any(from_);
        const std::int32_t unit = from_.number();
        const std::int32_t first = from_.number();
        const std::int32_t second = from_.number();
        switch (from_.below(7)) {
            case 0: {
                parindex_questionnaire* form = nullptr;
                take(parindex_questionnaire_read(form_json.data(), form_json.size(), nullptr, 0, &form, findings(),
                                                 &error_),
                     &form);
                const std::array<const char*, 2> by{"g", from_.byte() % 2 == 0 ? "g" : nullptr};
                auto** const made = tallies_.slot(from_);
                take(parindex_tally_create(form, by.data(), from_.below(3), first % 4, made, &error_), made);
                return parindex_questionnaire_free(form);
            }
            case 1: {
                const std::string_view code = from_.text();
                std::int32_t index = 0;
                return take(parindex_tally_unit(tally, code.data(), code.size(), &index, &error_));
            }
            case 2: {
                const std::array<std::uint8_t, 2> places{from_.byte(), from_.byte()};
                const std::uint64_t mentions = from_.byte();
                const std::array<std::int32_t, 2> categories{first, second};
                parindex_answer_sheet sheet{};
                sheet.struct_size = static_cast<std::uint32_t>(sizeof sheet - from_.below(2) * 8);
                sheet.places = places.data();
                sheet.mentions = from_.byte() % 2 == 0 ? nullptr : &mentions;
                sheet.categories = from_.byte() % 2 == 0 ? nullptr : categories.data();
                sheet.cluster = from_.byte() % 2 == 0 ? "c" : "\xC3";
                return take(parindex_tally_add_sheet(tally, unit, &sheet, &error_));
            }
            case 3: return take(parindex_tally_add_answers(tally, unit, first, second, from_.number(), &error_));
            case 4: {
                const parindex_sheet_counts sheets{sizeof sheets, 0, unit, first, second};
                return take(parindex_tally_add_sheets(tally, unit % 3, &sheets, &error_));
            }
            case 5: return take(parindex_tally_merge(tally, tallies_.any(from_), &error_));
            default: {
                const std::array<std::int32_t, 2> units{unit, first};
                const std::array<std::uint8_t, 4> places{from_.byte(), from_.byte(), from_.byte(), from_.byte()};
                return take(parindex_tally_add_block(tally, units.data(), places.data(), from_.below(3), &error_));
            }
        }
    }

    void ask_survey() {
        const parindex_tally* const tally = tallies_.any(from_);
        const std::int32_t first = from_.number();
        const std::int32_t second = from_.number();
        switch (from_.below(4)) {
            case 0:
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_tally_bytes(tally, buffer, capacity, size, &error_);
                });
            case 1: {
                std::array<std::int64_t, 16> counts{};
                std::size_t count = 0;
                const bool of_all = from_.byte() % 2 == 0;
                return take(parindex_tally_counts(tally, first, "g", of_all ? 0 : 1, "x", of_all ? 0 : 1, second,
                                                  counts.data(), from_.below(counts.size()), &count, &error_));
            }
            case 2: {
                constexpr const char* formulas[] = {"F1", "F2",         "F3",  "F4", "F6",
                                                    "F9", "F13_issued", "F16", "P5", nullptr};
                const std::array<const char*, 2> units{"U", "V"};
                const std::array<std::int64_t, 2> populations{first, second};
                parindex_index_request request{};
                request.struct_size = sizeof request;
                request.formula = formulas[from_.below(std::size(formulas))];
                request.aggregation = from_.byte() % 2 == 0 ? nullptr : "mean_of_units";
                request.scope = from_.byte() % 2 == 0 ? "b" : nullptr;
                request.clamp_at_zero = second % 3;
                if (from_.byte() % 2 == 0) {
                    request.units = units.data();
                    request.unit_count = from_.below(3);
                    request.populations = populations.data();
                }
                auto** const made = indices_.slot(from_);
                return take(parindex_satisfaction_index_compute(tally, &request, made, &error_), made);
            }
            default: {
                const parindex_satisfaction_index* const index = indices_.any(from_);
                return read_text([&](char* buffer, std::size_t capacity, std::size_t* size) {
                    return parindex_satisfaction_index_number(index, first % 20 - 1, second, buffer, capacity, size,
                                                              &error_);
                });
            }
        }
    }

private:
    static constexpr std::string_view form_json =
        R"({"format":"parindex.questionnaire/1","code":"F","name":"N","method":"m",
 "scales":[{"code":"s","options":[{"code":"0","level":1},{"code":"1","level":2}]}],
 "groups":[{"code":"g","name":"G","categories":[{"code":"x"},{"code":"y"}]}],
 "factors":[{"code":"f","name":"F"}],
 "questions":[{"code":"a","scale":"s","satisfied":["1"],"factor":"f"},{"code":"b","scale":"s","multiple":true,
  "kind":"perception"}]})";

    pool<parindex_tally, parindex_tally_free> tallies_;
    pool<parindex_satisfaction_index, parindex_satisfaction_index_free> indices_;
};
