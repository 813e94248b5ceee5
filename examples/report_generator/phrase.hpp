/// @file
/// Phrases of the document: figures and texts as the sentences around them need them.
#pragma once

#include "parindex/numeric/ratio.hpp"
#include "parindex/text/date.hpp"
#include "report_generator/text_from.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace parindex::report {

/// A number of points as documents print it, in shortest form: "12", "11,72". A value that never terminates is rounded
/// half up to two places: the rounding place "display" of the document.
[[nodiscard]] std::string points_text(const ratio& value);

/// The entry of the column of deductions: "-0,61", or "0".
[[nodiscard]] std::string deduction_text(const ratio& loss);

/// "ngày 20/01/2022", "tháng 9/2022" or "năm 2022", by what is known of the date.
[[nodiscard]] std::string dated_text(const date& value);

/// The parts without end marks of their own, with `separator` between them; a part with nothing to say is left out.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// `text` with `mark` behind it, whichever of spaces, full stops and semicolons it was written with. A colon, a
/// question, an exclamation or an ellipsis ends a text as well.
[[nodiscard]] std::string ended(std::string_view text, std::string_view mark = ".");

/// `text` without spaces around it and without any of `marks` at its end. An ellipsis belongs to the text.
[[nodiscard]] std::string without_end_mark(std::string_view text, std::string_view marks = ".;");

/// `text` for the middle of a sentence: with a small first letter where its first word is one of
/// wording::common_words. Of any other word only the writer knows whether it is a name.
[[nodiscard]] std::string within_sentence(std::string_view text);

}  // namespace parindex::report
