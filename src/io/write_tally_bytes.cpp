#include "io/checksum.hpp"
#include "io/tally_bytes.hpp"
#include "parindex/io/questionnaire_file.hpp"
#include "parindex/io/tally_file.hpp"

namespace parindex::inline v0 {

namespace {

class bytes_writer {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(0x80U | (value & 0x7FU));
        out_ += static_cast<char>(value);
    }
    void numbers(const std::vector<std::uint64_t>& values) {
        for (const std::uint64_t each : values) number(each);
    }
    void byte(unsigned value) { out_ += static_cast<char>(value); }
    void text(std::string_view value) {
        number(value.size());
        out_ += value;
    }
    void plain(std::string_view value) { out_ += value; }

    std::string finish() && {
        std::uint32_t sum = checksum(out_);
        for (int each = 0; each < 4; ++each, sum >>= 8) byte(sum & 0xFFU);
        return std::move(out_);
    }

private:
    std::string out_;
};

void write_unit(bytes_writer& out, const unit_counts& unit, tally_precision precision) {
    out.text(unit.unit);
    out.number(unit.sheets.issued);
    out.number(unit.sheets.returned);
    out.number(unit.sheets.valid);
    out.byte(unit.has_aggregates ? 1 : 0);
    out.numbers(unit.rows);
    if (precision == tally_precision::clusters) {
        out.number(unit.clusters.size());
        for (const auto& [key, sums] : unit.clusters) {
            out.text(key.first);
            out.text(key.second);
            out.numbers(sums);
        }
    }
    if (precision == tally_precision::respondents) {
        out.number(unit.strata.size());
        for (const auto& [stratum, moments] : unit.strata) {
            out.text(stratum);
            out.number(moments.respondents);
            out.numbers(moments.sums);
            out.numbers(moments.products);
        }
    }
}

}  // namespace

std::string write_tally(const tally& counts) {
    bytes_writer out;
    out.plain(tally_magic);
    out.text(write_questionnaire(counts.form()));
    out.number(counts.options().by.size());
    for (const std::string& each : counts.options().by) out.text(each);
    out.byte(static_cast<unsigned>(counts.options().precision));
    const std::vector<unit_counts> contents = counts.contents();
    out.number(contents.size());
    for (const unit_counts& each : contents) write_unit(out, each, counts.options().precision);
    return std::move(out).finish();
}

}  // namespace parindex::inline v0
