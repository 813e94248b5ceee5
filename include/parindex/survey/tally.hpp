/// @file
/// Tallies (bảng kiểm đếm): whole counts of answers, which add up in any order on any number of machines.
#pragma once

#include "parindex/survey/questionnaire.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

/// What a tally keeps so that the variance of an index can be estimated from it later.
enum class tally_precision {
    none,
    clusters,     ///< Totals of every cluster: sums and variances over villages, offices, enumerators.
    respondents,  ///< Every respondent is a cluster: of each stratum, sums and sums of products.
};

/// "none", "clusters" or "respondents".
[[nodiscard]] std::string_view to_string(tally_precision kind) noexcept;

/// What a tally counts besides the totals.
struct tally_options {
    std::vector<std::string> by;  ///< Codes of respondent groups: counts for each of their categories.
    tally_precision precision = tally_precision::none;

    friend bool operator==(const tally_options&, const tally_options&) = default;
};

/// Sheets of a unit (số phiếu).
struct sheet_counts {
    std::uint64_t issued = 0;    ///< Phát ra; 0 where nobody said.
    std::uint64_t returned = 0;  ///< Thu về.
    std::uint64_t valid = 0;     ///< Hợp lệ; only these are counted.

    friend bool operator==(const sheet_counts&, const sheet_counts&) = default;
};

/// One respondent, encoded: what a question was answered with is a place in its part of a row (see questionnaire).
struct answer_sheet {
    static constexpr std::uint16_t no_category = 0xFFFF;

    std::span<const std::uint8_t> answers;      ///< A place for each question.
    std::span<const std::uint64_t> mentions;    ///< For each multiple-choice question, bit k for option k.
    std::span<const std::uint16_t> categories;  ///< For each group of the tally's options; no_category: unknown.
    std::string_view stratum;                   ///< Used where precision is kept; may be empty.
    std::string_view cluster;                   ///< As above.
};

/// Persons of a scope, for the share of those who are satisfied with everything.
struct person_counts {
    std::uint64_t persons = 0;        ///< Whoever has at least one answer that counts.
    std::uint64_t all_satisfied = 0;  ///< Of them, those whose every answer that counts is a satisfied one.

    friend bool operator==(const person_counts&, const person_counts&) = default;
};

/// Stratum and cluster.
using cluster_key = std::pair<std::string, std::string>;

/// Sums over the respondents of a stratum, each with a vector v of index_questions() times (counted, satisfied, level).
struct moment_sums {
    std::uint64_t respondents = 0;
    std::vector<std::uint64_t> sums;      ///< Of v.
    std::vector<std::uint64_t> products;  ///< Of v_i v_j, i <= j, row by row.

    friend bool operator==(const moment_sums&, const moment_sums&) = default;
};

/// The counts of a unit. Rows come one behind the other: of all respondents, then of each category of each group and of
/// those whose category is unknown. A row has row_places() of the questionnaire, and before them the respondents and,
/// for each of its scopes(), the persons and those who are satisfied with everything.
struct unit_counts {
    std::string unit;
    sheet_counts sheets;
    std::vector<std::uint64_t> rows;
    /// Whether answers without sheets were added: then nobody knows of which persons they are.
    bool has_aggregates = false;
    std::map<cluster_key, std::vector<std::uint64_t>> clusters;  ///< Sums of v; see moment_sums.
    std::map<std::string, moment_sums> strata;

    friend bool operator==(const unit_counts&, const unit_counts&) = default;
};

struct tally_layout;  ///< Private to the sources.

/// Counts of answers by unit, question, option and group of respondents. Tallies of one questionnaire with the same
/// options add up: in any order, in any division, to the same counts. Not for concurrent change; build one in each
/// thread and merge them.
class tally {
public:
    /// @throws error_code::unknown_option if the questionnaire has no such group, or one twice
    explicit tally(questionnaire form, tally_options options = {});

    [[nodiscard]] const questionnaire& form() const noexcept { return form_; }
    [[nodiscard]] const tally_options& options() const noexcept { return options_; }

    /// The index of a unit, which is added if it is new. @throws error_code::survey_too_large
    std::size_t unit(std::string_view code);
    /// The index of a unit, or questionnaire::none.
    [[nodiscard]] std::size_t find_unit(std::string_view code) const;

    /// Counts a valid sheet. @throws error_code::invalid_answer for a place, mention or category that is none,
    /// error_code::survey_too_large for more clusters than limits::survey_counts have room for,
    /// error_code::unit_name_too_long for a stratum or cluster, error_code::count_overflow where others' counts are so
    /// large (above 2^62) that sheets belong into a tally of their own; the tally is unchanged
    void add(std::size_t unit, const answer_sheet& sheet);

    /// Counts many valid sheets of a questionnaire without multiple-choice questions into a tally without groups and
    /// precision.
    /// @param units    the index of the unit of each sheet
    /// @param answers  the places of each sheet, one sheet behind the other
    /// @throws as add(), with the index of the first bad sheet; nothing is counted then
    void add_block(std::span<const std::uint32_t> units, std::span<const std::uint8_t> answers);

    /// Counts a returned sheet that is not valid.
    void add_invalid_sheet(std::size_t unit);

    /// Adds sheets that others counted: `valid` only where answers come by add_answers().
    /// @throws error_code::count_overflow; error_code::invalid_answer unless valid <= returned
    void add_sheets(std::size_t unit, const sheet_counts& sheets);

    /// Adds answers that others counted: in the row of all, and as of unknown category of each group.
    /// @param unit      index of the unit
    /// @param question  index of the question
    /// @param place     of the question's options and states
    /// @param count     of answers, or of mentions
    /// @throws error_code::count_overflow, error_code::invalid_answer for a place that is none or where precision is
    ///         kept
    void add_answers(std::size_t unit, std::size_t question, std::size_t place, std::uint64_t count);

    /// Adds another tally.
    /// @throws error_code::different_questionnaires unless form() and options() are equal; error_code::count_overflow;
    ///         the tally is unchanged
    void merge(const tally& other);

    [[nodiscard]] std::size_t unit_count() const noexcept { return units_.size(); }
    /// Codes of the units, sorted.
    [[nodiscard]] std::vector<std::string> units() const;
    /// The counts of a unit, which may be told by an index of unit().
    [[nodiscard]] const unit_counts& at(std::size_t unit) const { return units_.at(unit); }
    /// All counts, sorted by unit: the canonical contents.
    [[nodiscard]] std::vector<unit_counts> contents() const;
    /// A tally with these contents.
    /// @throws error_code::invalid_tally where they contradict each other: sizes, answers of a question that are not as
    ///         many as its sheets, categories that do not add up to the whole, a unit twice;
    ///         error_code::survey_too_large
    [[nodiscard]] static tally from_contents(questionnaire form, tally_options options,
                                             std::vector<unit_counts> contents);

    /// Rows of a unit: 1, and for each group its categories and the unknown.
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t row_size() const noexcept;
    /// The row of a category of a group of options().by; no_category: the unknown. @throws error_code::unknown_option
    [[nodiscard]] std::size_t row_of(std::string_view group, std::string_view category) const;
    /// Questions of the whole index, in order: the vectors of moment_sums are about them.
    [[nodiscard]] std::span<const std::size_t> index_questions() const noexcept;

    /// The counts of a question in a row of a unit, by place.
    [[nodiscard]] std::span<const std::uint64_t> counts(std::size_t unit, std::size_t row, std::size_t question) const;
    /// Respondents of a row.
    [[nodiscard]] std::uint64_t respondents(std::size_t unit, std::size_t row) const;
    /// Persons by scope, in the order of form().scopes().
    [[nodiscard]] person_counts persons(std::size_t unit, std::size_t row, std::size_t scope) const;

    /// Whatever the order in which units came.
    friend bool operator==(const tally& a, const tally& b);

private:
    [[nodiscard]] std::size_t new_unit(std::string_view code);
    void require(std::size_t unit) const;
    void require_row(std::size_t unit, std::size_t row) const;
    /// That sheets can be counted without asking of each count whether it still fits.
    void require_room() const;
    /// Makes room in the limit. @throws error_code::survey_too_large
    void reserve(std::uint64_t cells);
    void count_precision(unit_counts& into, const answer_sheet& sheet);

    questionnaire form_;
    tally_options options_;
    std::shared_ptr<const tally_layout> layout_;
    std::vector<std::size_t> first_row_;   // of each group
    std::vector<std::size_t> categories_;  // of each group
    std::size_t rows_ = 1;
    std::vector<unit_counts> units_;
    std::unordered_map<std::string, std::size_t> by_code_;
    std::uint64_t cells_ = 0;  // counts kept, for the limit
    bool is_full_ = false;     // a count is above 2^62
};

/// The counts of `all` less those of `part`: what is left without the marked sheets. Sheets issued stay; the marked
/// ones were returned but are not valid then. Units stay, also without any sheet.
/// @throws error_code::different_questionnaires unless both count the same way; error_code::invalid_tally where `part`
///         counts what `all` does not
[[nodiscard]] tally without(const tally& all, const tally& part);

}  // namespace parindex::inline v0
