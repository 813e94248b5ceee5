#include "guard.hpp"
#include "numbers.hpp"
#include "parindex/numeric/ratio_text.hpp"
#include "structure.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

constexpr size_t first_method_size = PARINDEX_SIZE_THROUGH(parindex_points_method, maximum);

parindex::rounding rounding_in(int32_t places, int32_t rounding) {
    return {places, word_in(rounding, parindex::rounding_mode::ceiling, "rounding")};
}

}  // namespace

parindex_status parindex_survey_points(const char* index, size_t index_size, const parindex_points_method* method,
                                       parindex_decimal* points, int32_t* exact, parindex_error* report) noexcept {
    return guarded(report, [&] {
        parindex_decimal& out = required(points, "points");
        const parindex_points_method given = structure_in(method, first_method_size, "method");
        const std::string_view text = text_in(index, index_size, "index");
        const parindex::parsed_ratio share = parindex::parse_ratio(text);
        if (!share.ok()) return refuse_number(share.code, text, share.position, share.expected, report);
        parindex::points_method how;
        how.maximum = number_in(&given.maximum, "maximum");
        how.points = rounding_in(given.places, given.rounding);
        if (given.percent_places != PARINDEX_NONE) {
            how.percent_first = rounding_in(given.percent_places, given.percent_rounding);
        }
        const parindex::survey_points made = points_of_index(share.value, how);
        out = number_out(made.points.value);
        if (exact != nullptr) *exact = made.points.exact ? 1 : 0;
        return PARINDEX_OK;
    });
}
