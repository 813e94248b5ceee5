#include "io/checksum.hpp"
#include "io/tally_bytes.hpp"
#include "parindex/io/questionnaire_file.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"

namespace parindex::inline v0 {

namespace {

constexpr std::size_t checksum_bytes = 4;

/// Takes bytes from the front. Whatever is wrong is thrown as an error, which the one caller turns into a finding.
class bytes_reader {
public:
    explicit bytes_reader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t out = 0;
        for (unsigned shift = 0;; shift += 7) {
            const unsigned next = byte();
            if (shift == 63 && next > 1) refuse("a count beyond 64 bits");
            out |= std::uint64_t{next & 0x7FU} << shift;
            if ((next & 0x80U) != 0) continue;
            if (next == 0 && shift != 0) refuse("a count in more bytes than it needs");
            return out;
        }
    }
    /// Each count takes a byte at least, so that what is announced is bounded by what is there.
    std::vector<std::uint64_t> numbers(std::size_t count) {
        if (count > left()) refuse("the end of the file where counts are expected");
        std::vector<std::uint64_t> out;
        out.reserve(count);
        while (out.size() < count) out.push_back(number());
        return out;
    }
    unsigned byte() {
        if (left() == 0) refuse("the end of the file where more is expected");
        return static_cast<unsigned char>(bytes_[at_++]);
    }
    /// A byte up to `highest`.
    unsigned choice(unsigned highest) {
        const unsigned out = byte();
        if (out > highest) refuse("a byte that is none of 0 to " + std::to_string(highest));
        return out;
    }
    std::string_view bytes() {
        const std::uint64_t size = number();
        if (size > left()) refuse("the end of the file within a text");
        const std::string_view out = bytes_.substr(at_, static_cast<std::size_t>(size));
        at_ += out.size();
        return out;
    }
    std::string text() {
        const std::string out(bytes());
        if (find_invalid_utf8(out)) refuse("a text that is not UTF-8", error_code::invalid_utf8);
        if (!is_nfc(out)) refuse("a text that is not in Unicode normal form C");
        return out;
    }
    void end() const {
        if (left() != 0) refuse("bytes behind the end");
    }

    [[noreturn]] void refuse(const std::string& what, error_code code = error_code::invalid_tally) const {
        throw error(code, "the tally has " + what + ", at byte " + std::to_string(tally_magic.size() + at_));
    }
    [[nodiscard]] std::size_t left() const noexcept { return bytes_.size() - at_; }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// Of an empty tally of the questionnaire: how much a unit has of everything.
struct unit_reader {
    bytes_reader& from;
    const tally& empty;
    std::uint64_t counts = 0;

    /// Says so before room is made for them.
    void take(std::size_t more) {
        counts += more;
        if (counts > limits::survey_counts) {
            throw error(error_code::survey_too_large,
                        "a tally has at most " + std::to_string(limits::survey_counts) + " counts");
        }
    }

    unit_counts read() {
        unit_counts out;
        out.unit = from.text();
        out.sheets.issued = from.number();
        out.sheets.returned = from.number();
        out.sheets.valid = from.number();
        out.has_aggregates = from.choice(1) != 0;
        take(empty.rows() * empty.row_size());
        out.rows = from.numbers(empty.rows() * empty.row_size());
        const std::size_t sums = 3 * empty.index_questions().size();
        if (empty.options().precision == tally_precision::clusters) {
            for (std::uint64_t left = from.number(); left > 0; --left) {
                cluster_key key;
                key.first = from.text();
                key.second = from.text();
                require_sorted(out.clusters, key);
                take(sums);
                out.clusters.emplace_hint(out.clusters.end(), std::move(key), from.numbers(sums));
            }
        }
        if (empty.options().precision == tally_precision::respondents) {
            for (std::uint64_t left = from.number(); left > 0; --left) {
                std::string stratum = from.text();
                require_sorted(out.strata, stratum);
                take(sums + sums * (sums + 1) / 2);
                moment_sums moments;
                moments.respondents = from.number();
                moments.sums = from.numbers(sums);
                moments.products = from.numbers(sums * (sums + 1) / 2);
                out.strata.emplace_hint(out.strata.end(), std::move(stratum), std::move(moments));
            }
        }
        return out;
    }

private:
    template <class Map>
    void require_sorted(const Map& before, const typename Map::key_type& key) const {
        if (!before.empty() && !(before.rbegin()->first < key)) from.refuse("clusters or strata that are not sorted");
    }
};

tally read_counts(bytes_reader& from, questionnaire form) {
    tally_options options;
    for (std::uint64_t left = from.number(); left > 0; --left) options.by.push_back(from.text());
    options.precision = static_cast<tally_precision>(from.choice(2));
    const tally empty(form, options);
    std::vector<unit_counts> contents;
    unit_reader units{from, empty};
    for (std::uint64_t left = from.number(); left > 0; --left) {
        unit_counts unit = units.read();
        if (!contents.empty() && !(contents.back().unit < unit.unit)) from.refuse("units that are not sorted");
        contents.push_back(std::move(unit));
    }
    from.end();
    return tally::from_contents(std::move(form), std::move(options), std::move(contents));
}

}  // namespace

result<tally> read_tally_bytes(std::string_view bytes, std::string_view file, diagnostics* notes) {
    const source_position where{std::string(file), 0, 0, ""};
    const auto refused = [&where](error_code code, std::string message) {
        return diagnostics{{code, severity::error, where, "", std::move(message)}};
    };
    if (!bytes.starts_with(tally_magic)) {
        return refused(error_code::unsupported_format,
                       "expected a tally: JSON, or bytes that begin with the line PARINDEX-TALLY 1");
    }
    const std::string_view all = bytes.substr(0, bytes.size() - checksum_bytes);
    std::uint32_t stored = 0;
    for (std::size_t each = 0; all.size() >= tally_magic.size() && each < checksum_bytes; ++each) {
        stored |= std::uint32_t{static_cast<unsigned char>(bytes[all.size() + each])} << 8 * each;
    }
    if (all.size() < tally_magic.size() || stored != checksum(all)) {
        return refused(error_code::invalid_tally, "the tally is cut or damaged: its bytes do not fit their checksum");
    }
    try {
        bytes_reader from(all.substr(tally_magic.size()));
        const std::string_view text = from.bytes();
        diagnostics found;
        result<questionnaire> form = read_questionnaire(text, file, &found);
        if (!form) return std::move(form).error();
        if (write_questionnaire(*form) != text) {
            return refused(error_code::invalid_tally,
                           "the questionnaire of the tally is not written as the library writes it");
        }
        tally out = read_counts(from, *std::move(form));
        if (notes != nullptr) notes->insert(notes->end(), found.begin(), found.end());
        return out;
    } catch (const error& thrown) {
        return refused(thrown.code(), thrown.what());
    }
}

}  // namespace parindex::inline v0
