// Which columns of a file of answers hold what.
#pragma once

#include "parindex/survey/answer_columns.hpp"
#include "parindex/survey/tally.hpp"
#include "parindex/text/csv.hpp"
#include "support/finding_list.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// A column that the mapping names.
struct mapped_column {
    std::size_t at = questionnaire::none;  ///< In the file.
    std::string name;                      ///< In the mapping.

    [[nodiscard]] bool exists() const noexcept { return at != questionnaire::none; }
};

struct answers_header {
    /// Looks for the columns, and says what is missing.
    static answers_header read(std::span<const csv_cell> row, std::string_view file, const questionnaire& form,
                               const answer_columns& columns, const tally_options& counted, finding_list& found);

    mapped_column unit;
    mapped_column respondent;
    mapped_column stratum;
    mapped_column cluster;
    mapped_column seconds;
    mapped_column question;
    mapped_column answer;
    mapped_column option;
    mapped_column count;
    mapped_column issued;
    mapped_column returned;
    mapped_column valid;
    std::vector<mapped_column> groups;     ///< By group of the tally's options.
    std::vector<mapped_column> questions;  ///< By question; no column where options have columns of their own.
    struct option_mark {
        std::size_t question = 0;
        std::size_t option = 0;
        mapped_column column;
    };
    std::vector<option_mark> options;  ///< Those of a question one behind the other.
    std::size_t width = 0;             ///< Columns of the file.
};

}  // namespace parindex::inline v0
