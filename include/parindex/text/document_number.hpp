/// @file
/// Numbers as documents print them: "94,52", "3, 61/4", "06/20", "7.25/9 điểm (80,56%)", "01 (0,727)", "−0,61".
///
/// The reader accepts what people write, says what it had to repair, and never picks one of two readings in silence:
/// "92.830" is 92.83 points or ninety-two thousand, until the declared format, the neighbours in the column, a known
/// maximum or the kind of number decides, and then it says which of them did.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/support/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// The two characters that part the digits of a number.
enum class number_mark : std::uint8_t { comma, dot };

/// What a mark does.
enum class mark_role : std::uint8_t {
    decimal,   ///< It stands before the decimals.
    grouping,  ///< It stands between groups of three digits.
};

/// What kind of number is expected. It says what "a/b" means.
enum class number_kind : std::uint8_t {
    score,  ///< Points (điểm); "a/b" is a score of a maximum.
    rank,   ///< A place (thứ hạng), whole; "a/b" is a place among b units.
    count,  ///< A number of things, whole; "a/b" is a part of b.
};

/// The unit printed after a number.
enum class number_unit : std::uint8_t {
    none,
    points,             ///< điểm
    percent,            ///< %
    percentage_points,  ///< điểm %, điểm phần trăm
    places,             ///< bậc
    other,              ///< đơn vị, tiêu chí, phiếu, ...
};

/// What the words before a number say about it. The value stays as printed: "giảm 0,5" is 0.5 with a lead of fall. A
/// deduction (from the maximum) and a fall (from last year) are different things and are kept apart.
enum class number_lead : std::uint8_t {
    none,
    rank,       ///< thứ, xếp thứ, xếp hạng, vị thứ, hạng, #
    rise,       ///< tăng
    fall,       ///< giảm, tụt
    deduction,  ///< trừ, bị trừ, điểm trừ, mất, bị mất
    reached,    ///< đạt
};

/// What the reader changed to get a number out of the text. Reported, so that a caller can refuse what is too bold.
enum class number_repair : std::uint8_t {
    decimal_comma,         ///< A comma stood for the decimal point.
    grouping_removed,      ///< Marks or spaces between groups of three digits.
    space_removed,         ///< A space inside a number, around "/", or around the whole text.
    no_break_space,        ///< A no-break, narrow, thin or other special space.
    invisible_removed,     ///< A soft hyphen, zero-width character or byte order mark.
    minus_sign_replaced,   ///< An en dash U+2013 or minus sign U+2212 for "-".
    plus_sign_dropped,     ///< "+1,71"
    unit_word_dropped,     ///< "điểm", "bậc", ...; the unit is kept in number_reading::unit.
    percent_sign_dropped,  ///< "%"; likewise.
    lead_word_dropped,     ///< "trừ", "xếp thứ", "#", ...; kept in lead.
    leading_zero_dropped,  ///< "06"
    parentheses_dropped,   ///< "(+12,39)"
    parenthesis_closed,    ///< A "(" that the text never closes.
    emphasis_dropped,      ///< Asterisks: "*trừ 0,39*".
    punctuation_dropped,   ///< A full stop, comma, semicolon or colon beside the number.
    letters_composed,      ///< A word that was not in normal form C.
    mark_against_format,   ///< A mark used otherwise than the declared format says, but in one way only: "13.5".
};

/// The repair's name as in the source: "decimal_comma".
[[nodiscard]] std::string_view to_string(number_repair repair) noexcept;

/// A repair and its place.
struct applied_repair {
    number_repair kind;
    std::size_t column = 0;  ///< 1-based, in code points of the text as given.

    friend bool operator==(const applied_repair&, const applied_repair&) = default;
};

/// What settled the role of the marks in a number.
enum class number_decision : std::uint8_t {
    form,       ///< The digits allow one reading only.
    format,     ///< number_options::decimal_mark.
    column,     ///< number_options::column.
    maximum,    ///< One reading exceeds the maximum, known or printed behind "/".
    kind,       ///< A rank or count is whole.
    undecided,  ///< Nothing did, or column and maximum contradict each other: two readings stand.
};

/// One number of a text.
struct number_reading {
    decimal reading;                       ///< The number; while undecided, the one whose mark stands before decimals.
    std::optional<decimal> other_reading;  ///< While undecided, the number whose mark only groups digits.
    number_decision decided_by = number_decision::form;
    std::optional<number_mark> decimal_mark;   ///< The mark before the decimals of `reading`.
    std::optional<number_mark> grouping_mark;  ///< The mark between groups of digits of `reading`.
    number_unit unit = number_unit::none;      ///< "80,56%" is 80.56 with a unit of percent.
    number_lead lead = number_lead::none;
    std::size_t column = 0;  ///< Where its first digit stands.

    [[nodiscard]] bool ambiguous() const noexcept { return other_reading.has_value(); }
    /// The number, unless two readings stand.
    [[nodiscard]] std::optional<decimal> value() const noexcept {
        if (ambiguous()) return std::nullopt;
        return reading;
    }
};

/// What a cell or phrase of a document says.
struct document_number {
    /// False where the document prints that there is no number: nothing, a dash, "N/A" or "không áp dụng". That is not
    /// zero.
    bool present = true;
    number_kind kind = number_kind::score;
    number_reading first;                     ///< The score, rank or count.
    std::optional<number_reading> of;         ///< Behind "/": the maximum, or the number of units.
    std::optional<number_reading> bracketed;  ///< In parentheses behind: "01 (0,727)", "7.25/9 điểm (80,56%)".
    std::vector<applied_repair> repairs;      ///< In the order of the text.

    [[nodiscard]] bool ambiguous() const noexcept {
        return first.ambiguous() || (of && of->ambiguous()) || (bracketed && bracketed->ambiguous());
    }
};

/// How the cells of a column use their marks, counted over the numbers that allow one reading only.
struct column_format {
    /// How often a mark was met in either use.
    struct use {
        std::size_t decimal = 0;
        std::size_t grouping = 0;
    };
    use comma;
    use dot;
    std::size_t ambiguous = 0;  ///< Numbers that allow two readings.
    std::size_t refused = 0;    ///< Cells that hold no number, such as headings.

    /// The role of `mark`, if the neighbours agree. A mark that they do not use stays open, even if they use the other
    /// one: "92.830" below "91,16" is known to be 92,83 points in one published table and might be 92 830 in the next.
    [[nodiscard]] std::optional<mark_role> role_of(number_mark mark) const noexcept;
};

/// What the caller knows about a number before it is read.
struct number_options {
    number_kind kind = number_kind::score;
    /// The decimal mark that the document is known to use; the other one groups.
    std::optional<number_mark> decimal_mark;
    /// From infer_column().
    column_format column;
    /// The largest possible score, rank or count, by magnitude; above zero.
    std::optional<decimal> maximum;
};

/// Options for a document that follows the Vietnamese convention throughout: "35.268" is thirty-five thousand.
[[nodiscard]] inline number_options vietnamese_format() {
    number_options options;
    options.decimal_mark = number_mark::comma;
    return options;
}

/// Reads the whole of `text`. Words are compared in normal form C with case ignored and accents kept.
/// The diagnostic of a refused text has the column of the offender and the code invalid_number, number_too_long (above
/// limits::document_number_bytes or 64 digits), number_too_precise or invalid_utf8. Digits of other scripts and
/// full-width digits are refused by name. Throws on no input.
[[nodiscard]] result<document_number> read_document_number(std::string_view text, const number_options& options = {});

/// Counts how the numbers among `cells` use their marks.
[[nodiscard]] column_format infer_column(std::span<const std::string_view> cells);

}  // namespace parindex::inline v0
