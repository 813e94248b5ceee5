// Whether a printed figure can stand for an exact one.
#pragma once

#include "parindex/numeric/ratio.hpp"

namespace parindex::inline v0 {

/// |computed - published| <= half a unit of the last published place.
inline bool explained_by_rounding(decimal published, const ratio& computed) {
    const ratio unit = decimal::from_parts(1, published.scale());
    return abs(computed - ratio(published)) * 2 <= unit;
}

}  // namespace parindex::inline v0
