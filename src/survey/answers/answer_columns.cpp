#include "parindex/survey/answer_columns.hpp"

namespace parindex::inline v0 {

std::string_view to_string(answers_layout layout) noexcept {
    switch (layout) {
        case answers_layout::wide: return "wide";
        case answers_layout::long_rows: return "long";
        case answers_layout::aggregate: return "aggregate";
    }
    return "";
}

}  // namespace parindex::inline v0
