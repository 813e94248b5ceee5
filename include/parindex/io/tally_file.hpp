/// @file
/// The files of a tally (bảng kiểm đếm): bytes for machines that count parts of a survey, and JSON for everybody else.
/// Both hold the whole questionnaire, so that a tally can be understood alone.
#pragma once

#include "parindex/survey/tally.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// The bytes "PARINDEX-TALLY 1". Equal tallies give equal bytes, and read_tally() accepts no other bytes for them.
///
/// Behind the line "PARINDEX-TALLY 1" come the file of the questionnaire, the codes of the groups that are counted by,
/// the precision (a byte: none 0, clusters 1, respondents 2) and the units, sorted by code. A unit has its code; sheets
/// issued, returned and valid; whether it has aggregates (a byte: 0 or 1); its rows, see unit_counts; and, as the
/// precision says, its clusters sorted by stratum and cluster, each with its sums, or its strata, each with its
/// respondents, sums and products. Counts are LEB128: seven bits a byte, the lowest first, in as few bytes as hold
/// them. Texts, and lists whose length the questionnaire does not tell, begin with their length, a count too. The last
/// four bytes are the CRC-32 (ISO 3309, as in ZIP) of all before them, the lowest first.
/// @pre its texts are UTF-8 in normal form C
[[nodiscard]] std::string write_tally(const tally& counts);

/// The file "parindex.tally/1", in which counts of 0 are left out. It can be read up to limits::json_values and
/// limits::file_bytes; bytes of any tally can.
/// @pre its texts are UTF-8 in normal form C
[[nodiscard]] std::string write_tally_json(const tally& counts);

/// Reads either; bytes begin with "P". Memory is bounded by limits::survey_counts and the size of `bytes`, whatever
/// they announce.
/// @param bytes what the file holds
/// @param file  the name to give in diagnostics
/// @param notes if not null, receives the notes and warnings of what was accepted
/// @return the tally, or what is wrong: bytes that are cut, damaged or not as write_tally() writes them; a
///         questionnaire that is refused; counts that contradict each other
[[nodiscard]] result<tally> read_tally(std::string_view bytes, std::string_view file, diagnostics* notes = nullptr);

}  // namespace parindex::inline v0
