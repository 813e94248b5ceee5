#include "guard.hpp"
#include "text.hpp"

#include <utility>

using namespace parindex::capi;

namespace {

parindex::answers_reader& unfinished(parindex_answers_reader* reader) {
    parindex_answers_reader& given = open(reader, "reader");
    if (given.reading) return *given.reading;
    throw parindex::error(parindex::error_code::invalid_argument, "the text has ended, or a call before has failed");
}

}  // namespace

parindex_status parindex_answers_reader_create(const parindex_tally* like, const char* columns, size_t columns_size,
                                               const char* file, size_t file_size, parindex_answers_reader** reader,
                                               parindex_diagnostics** diagnostics, parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(reader, "reader");
        const parindex::tally& counted = open(like, "like").counts;
        parindex::diagnostics notes;
        auto mapping = parindex::read_answer_columns(text_in(columns, columns_size, "columns"), "columns", &notes);
        if (!mapping) return refuse(std::move(mapping).error(), diagnostics, report);
        auto made = std::make_unique<parindex_answers_reader>(
            parindex::answers_reader(counted.form(), *mapping, counted.options(), {}, file_in(file, file_size)));
        return hand_out(std::move(made), reader, std::move(notes), diagnostics);
    });
}

parindex_status parindex_answers_reader_feed(parindex_answers_reader* reader, const char* text, size_t text_size,
                                             parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex::answers_reader& into = unfinished(reader);
        const std::string_view piece = text_in(text, text_size, "text");
        try {
            into.feed(piece);
        } catch (...) {  // memory ran out in the middle of a row
            reader->reading.reset();
            throw;
        }
        return PARINDEX_OK;
    });
}

parindex_status parindex_answers_reader_finish(parindex_answers_reader* reader, parindex_tally** tally,
                                               parindex_diagnostics** diagnostics, parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(tally, "tally");
        unfinished(reader);
        parindex::answers_reader reading = *std::exchange(reader->reading, std::nullopt);
        auto read = reading.finish();
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        return hand_out(std::make_unique<parindex_tally>(std::move(read->valid)), tally, std::move(read->notes),
                        diagnostics);
    });
}

void parindex_answers_reader_free(parindex_answers_reader* reader) noexcept {
    release(reader);
}
