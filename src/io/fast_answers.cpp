#include "io/fast_answers.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/text/utf8.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

/// Below the limits of cells and rows of csv_reader.
constexpr std::size_t longest_row = 32'768;

}  // namespace

fast_answers::fast_answers(answer_file& file, char delimiter)
    : file_(file), delimiter_(delimiter), columns_(file.header.width) {
    const answers_header& header = file.header;
    usable_ = file.columns.layout == answers_layout::wide && header.options.empty();
    if (!usable_) return;
    for (const char each : {delimiter, '\n', '\r', '"'}) ends_[static_cast<unsigned char>(each)] = true;
    for (std::size_t at = 0; at < header.questions.size(); ++at) {
        std::array<std::uint8_t, 256>& places = places_.emplace_back(file.cells.one_byte(at));
        for (std::size_t byte = 0; byte < 256; ++byte) {
            if (ends_[byte]) places[byte] = answer_cells::unusual;
        }
        places[static_cast<unsigned char>(delimiter)] = file.cells.of(at, answer_state::blank).place;
    }
    for (std::size_t at = 0; at < header.questions.size(); ++at) {
        const std::size_t mentions = file.counter.rules().mentions_of(at);
        set(header.questions[at],
            {use::question, at, mentions, mentions == questionnaire::none ? places_[at].data() : nullptr});
    }
    for (std::size_t at = 0; at < header.groups.size(); ++at) set(header.groups[at], {use::group, at, 0, nullptr});
    set(header.unit, {use::unit, 0, 0, nullptr});
    set(header.stratum, {use::stratum, 0, 0, nullptr});
    set(header.cluster, {use::cluster, 0, 0, nullptr});
    if (file.options.checks.least_seconds) set(header.seconds, {use::seconds, 0, 0, nullptr});
}

void fast_answers::set(const mapped_column& mapped, const column& as) {
    if (!mapped.exists()) return;
    usable_ = usable_ && columns_[mapped.at].what == use::none;  // a column of two uses is for the other reader
    columns_[mapped.at] = as;
}

std::size_t fast_answers::read(std::string_view bytes, std::size_t& lines) {
    // A row is begun only if its end is there, so that no step has to ask for it.
    const std::size_t last = bytes.rfind('\n');
    if (last == std::string_view::npos) return 0;
    const char* at = bytes.data();
    const char* const end = bytes.data() + last + 1;
    while (at != end && !file_.stopped) {
        const char* const next = read_row(at, end);
        if (next == nullptr) break;
        ++lines;
        at = next;
    }
    return static_cast<std::size_t>(at - bytes.data());
}

/// @return where the next row begins; null: the row is unusual
const char* fast_answers::read_row(const char* from, const char* end) {
    const char* at = from;
    encoded_sheet& sheet = file_.counter.sheet();
    unsigned high = 0;  // bits of bytes that nobody looks at
    const column* const last = &columns_.back();
    for (const column& each : columns_) {
        const bool is_last = &each == last;
        if (each.places != nullptr && !is_last) {
            // Nearly every cell is one digit or empty: a table that has the delimiter too spares a branch that nobody
            // could predict.
            const auto first = static_cast<unsigned char>(*at);
            const std::uint8_t place = each.places[first];
            const std::size_t size = first == static_cast<unsigned char>(delimiter_) ? 0 : 1;
            if (place != answer_cells::unusual && at[size] == delimiter_) {
                sheet.answers[each.index] = place;
                at += size + 1;
                continue;
            }
        }
        const bool is_quoted = *at == '"';
        const char* const begin = is_quoted ? ++at : at;
        unsigned any = 0;
        if (is_quoted) {
            for (; *at != '"' && *at != '\n'; ++at) any |= static_cast<unsigned char>(*at);
            if (*at != '"') return nullptr;
        } else {
            for (; !ends_[static_cast<unsigned char>(*at)]; ++at) any |= static_cast<unsigned char>(*at);
        }
        if (each.what == use::none) {
            high |= any;
        } else if (!take(each, {begin, static_cast<std::size_t>(at - begin)})) {
            return nullptr;
        }
        if (is_quoted) ++at;
        if (is_last && *at == '\r') ++at;
        if (*at != (is_last ? '\n' : delimiter_)) return nullptr;
        ++at;
    }
    if (at > end || static_cast<std::size_t>(at - from) > longest_row) return nullptr;
    if ((high & 0x80U) != 0 && find_invalid_utf8({from, static_cast<std::size_t>(at - from)})) return nullptr;
    if (!file_.header.unit.exists()) {
        if (file_.counter.is_blank()) return nullptr;  // perhaps a row in which every cell is empty
        sheet.unit = file_.only_unit;
        if (sheet.unit == questionnaire::none) return nullptr;
    }
    if (file_.counter.settle() != questionnaire::none) return nullptr;
    try {
        file_.counter.count();
    } catch (const error&) {
        return nullptr;  // the other reader will say where
    }
    ++file_.rows;
    return at;
}

bool fast_answers::take(const column& each, std::string_view cell) {
    encoded_sheet& sheet = file_.counter.sheet();
    switch (each.what) {
        case use::none: return true;
        case use::question: {
            answer_cells::outcome said = file_.cells.of(each.index, answer_state::blank);
            if (cell.size() == 1 && each.places != nullptr &&
                each.places[static_cast<unsigned char>(cell[0])] != answer_cells::unusual && cell[0] != delimiter_) {
                said.place = each.places[static_cast<unsigned char>(cell[0])];
            } else if (!cell.empty()) {
                const answer_cells::outcome* const met = file_.cells.remembered(each.index, cell);
                if (met == nullptr) return false;
                said = *met;
            }
            sheet.answers[each.index] = said.place;
            if (each.mentions != questionnaire::none) sheet.mentions[each.mentions] = said.mentions;
            return true;
        }
        case use::unit: {
            const std::size_t* const met = file_.remembered_unit(cell);
            if (met != nullptr) sheet.unit = *met;
            return met != nullptr;
        }
        case use::group: {
            if (cell.empty()) {
                sheet.categories[each.index] = answer_sheet::no_category;
                return true;
            }
            const std::uint16_t* const met = file_.cells.remembered_category(each.index, cell);
            if (met != nullptr) sheet.categories[each.index] = *met;
            return met != nullptr;
        }
        case use::stratum:
        case use::cluster: {
            if (find_invalid_utf8(cell)) return false;
            (each.what == use::stratum ? sheet.stratum : sheet.cluster) = code_text(cell);
            return true;
        }
        case use::seconds: {
            sheet.seconds.reset();
            if (cell.empty()) return true;
            const parsed_decimal number = parse_decimal(cell);
            if (!number.ok() || number.value.sign() < 0) return false;
            sheet.seconds = number.value;
            return true;
        }
    }
    return false;
}

}  // namespace parindex::inline v0
