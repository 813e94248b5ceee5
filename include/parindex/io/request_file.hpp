/// @file
/// Requests: a criteria set, marks and what is wanted of them, in one JSON text, for programs that cannot load a
/// library and ask another program instead.
#pragma once

#include "parindex/numeric/decimal.hpp"
#include "parindex/support/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// What an answer should say: "score", "explanation", "draft", "coverage" or "compare_stored".
enum class request_want {
    score,           ///< The points, by part and field.
    explanation,     ///< How each leaf came to its points.
    draft,           ///< A plan, or the one given with what it lacks.
    coverage,        ///< How much of what was lost the plan given answers.
    compare_stored,  ///< Which stored scores differ from the exact ones, and why.
};

/// The word of the JSON format.
[[nodiscard]] std::string_view to_string(request_want want) noexcept;

/// A request whose members are still to be read. Each member is a text of its own for the reader of its format, with
/// blanks before it where the request has something else: its lines and columns are those of the request.
struct request {
    /// A score that another program had stored.
    struct stored {
        std::string code;  ///< Of a criterion; empty: the total.
        decimal score;
        source_position where;
    };

    /// Something that the answer should say.
    struct wanted {
        request_want what = request_want::score;
        source_position where;  ///< None where it was not given.
    };

    std::string criteria;                       ///< For read_criteria_set().
    std::string assessment;                     ///< For read_assessments().
    std::optional<std::string> context;         ///< For read_context().
    std::optional<std::string> plan;            ///< For read_plan().
    std::optional<std::vector<stored>> scores;  ///< Member "stored".
    std::vector<wanted> wants;                  ///< Each once; if none is given, the score.

    [[nodiscard]] bool wants_any(request_want want) const noexcept;
};

/// Reads "parindex.request/1", but not its members: they are objects, and nothing more is known of them. Otherwise as
/// read_criteria_set(). The request may be one level deeper than a file.
[[nodiscard]] result<request> read_request(std::string_view json, std::string_view file, diagnostics* notes = nullptr);

}  // namespace parindex::inline v0
