#include "io/answers/fast_answers.hpp"

#include "parindex/numeric/number_text.hpp"
#include "parindex/text/utf8.hpp"

#include <cstring>

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
    }
    for (std::size_t at = 0; at < header.questions.size(); ++at) {
        const std::size_t mentions = file.counter.rules().mentions_of(at);
        set(header.questions[at],
            {use::question, at, mentions, mentions == questionnaire::none ? places_[at].data() : nullptr, 0, 0});
    }
    for (std::size_t at = 0; at < header.groups.size(); ++at)
        set(header.groups[at], {use::group, at, 0, nullptr, 0, 0});
    set(header.unit, {use::unit, 0, 0, nullptr, 0, 0});
    set(header.stratum, {use::stratum, 0, 0, nullptr, 0, 0});
    set(header.cluster, {use::cluster, 0, 0, nullptr, 0, 0});
    if (file.options.checks.least_seconds) set(header.seconds, {use::seconds, 0, 0, nullptr, 0, 0});
    find_alike();
    std::array<char, 8> bytes{};
    std::array<char, 8> delimiters{};
    for (std::size_t at = 1; at < bytes.size(); at += 2) {
        bytes[at] = '\xFF';
        delimiters[at] = delimiter;
    }
    std::memcpy(&odd_bytes_, bytes.data(), sizeof odd_bytes_);
    std::memcpy(&odd_delimiters_, delimiters.data(), sizeof odd_delimiters_);
}

void fast_answers::find_alike() {
    for (std::size_t at = columns_.size() - 1; at-- > 0;) {
        column& each = columns_[at];
        if (each.places == nullptr) continue;
        const column& next = columns_[at + 1];
        each.blank = file_.cells.of(each.index, answer_state::blank).place;
        const bool goes_on =
            next.alike != 0 && next.index == each.index + 1 && places_[next.index] == places_[each.index];
        each.alike = goes_on ? next.alike + 1 : 1;
    }
}

void fast_answers::set(const mapped_column& mapped, const column& as) {
    if (!mapped.exists()) return;
    usable_ = usable_ && columns_[mapped.at].what == use::none;  // a column of two uses is for the other reader
    columns_[mapped.at] = as;
}

std::size_t fast_answers::read(std::string_view bytes, std::size_t& lines) {
    const char* at = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    while (at != end && !file_.stopped) {
        const char* const next = read_row(at, end);
        if (next == nullptr) break;
        ++lines;
        at = next;
    }
    return static_cast<std::size_t>(at - bytes.data());
}

/// Nearly every cell is one digit or empty.
/// @param end   of the bytes that may be read
/// @param read  counts the cells
/// @return where the first cell begins that is something else, or that is none of the alike ones
const char* fast_answers::skip_digits(const column& first, const char* at, const char* end, std::uint8_t* answers,
                                      std::size_t& read) const {
    const std::uint8_t* const places = first.places;
    const char delimiter = delimiter_;
    const std::uint8_t blank = first.blank;
    const auto place_of = [places](char byte) { return places[static_cast<unsigned char>(byte)]; };
    std::size_t done = 0;
    while (done < first.alike) {
        std::uint64_t word = 0;
        if (first.alike - done >= 4 && end - at >= 8) std::memcpy(&word, at, sizeof word);
        if ((word & odd_bytes_) == odd_delimiters_) {  // four cells of one byte
            const std::uint8_t a = place_of(at[0]);
            const std::uint8_t b = place_of(at[2]);
            const std::uint8_t c = place_of(at[4]);
            const std::uint8_t d = place_of(at[6]);
            if (((a | b | c | d) & 0x80) == 0) {
                answers[done] = a;
                answers[done + 1] = b;
                answers[done + 2] = c;
                answers[done + 3] = d;
                done += 4;
                at += 8;
                continue;
            }
        }
        // A jump that is foreseen costs less than to wait for the place of the next cell.
        if (*at == delimiter) {
            answers[done] = blank;
            ++at;
        } else if (const std::uint8_t place = place_of(*at); place != answer_cells::unusual && at[1] == delimiter) {
            answers[done] = place;
            at += 2;
        } else {
            break;
        }
        ++done;
    }
    read += done;
    return at;
}

/// @return where the next row begins; null: the row is unusual
const char* fast_answers::read_row(const char* from, const char* end) {
    const char* at = from;
    encoded_sheet& sheet = file_.counter.sheet();
    std::uint8_t* const answers = sheet.answers.data();
    unsigned high = 0;  // bits of bytes that nobody looks at
    const std::size_t width = columns_.size();
    for (std::size_t next = 0; next < width;) {
        const std::size_t first = next;
        if (columns_[first].alike != 0) {
            at = skip_digits(columns_[first], at, end, answers + columns_[first].index, next);
            if (next - first == columns_[first].alike) continue;
        }
        const column& each = columns_[next++];
        const bool is_last = next == width;
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
                each.places[static_cast<unsigned char>(cell[0])] != answer_cells::unusual) {
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
