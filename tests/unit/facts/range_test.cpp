#include "expectations.hpp"

#include <doctest/doctest.h>

using namespace parindex;
using parindex_test::in;
using parindex_test::r;

TEST_CASE("a range knows whether it is a point and what lies in it") {
    CHECK(range(r("1/3")).is_point());
    CHECK(in("2..2").is_point());
    CHECK_FALSE(in("2..3").is_point());
    CHECK_FALSE(in("2..").is_point());
    CHECK_FALSE(range().is_point());
    CHECK(in("2..3").contains(2));
    CHECK(in("2..3").contains(3));
    CHECK_FALSE(in("2..3").contains(r("199/100")));
    CHECK_FALSE(in("2..3").contains(r("3.01")));
    CHECK(in("..3").contains(-1000));
    CHECK_FALSE(in("..3").contains(4));
    CHECK(range().contains(7));
}

TEST_CASE("the hull of two ranges has the outer bounds") {
    CHECK(hull(in("1..2"), in("5..7")) == in("1..7"));
    CHECK(hull(in("1..9"), in("5..7")) == in("1..9"));
    CHECK(hull(in("1.."), in("5..7")) == in("1.."));
    CHECK(hull(in("1..2"), in("..0")) == in("..2"));
    CHECK(hull(in("3.."), in("..2")) == range());
}

TEST_CASE("a cut range stays within the bounds") {
    CHECK(clamp(in("-1..5"), r("0"), r("3")) == in("0..3"));
    CHECK(clamp(in("-9..-5"), r("0"), r("3")) == in("0"));
    CHECK(clamp(in("5..9"), r("0"), r("3")) == in("3"));
    CHECK(clamp(in("5.."), r("0"), r("3")) == in("3"));
    CHECK(clamp(in("1..2"), r("0"), r("3")) == in("1..2"));
    CHECK(clamp(range(), r("0"), std::nullopt) == in("0.."));
    CHECK(clamp(range(), std::nullopt, r("3")) == in("..3"));
    CHECK(clamp(range(), std::nullopt, std::nullopt) == range());
    CHECK(clamp(in("..-2"), r("0"), std::nullopt) == in("0"));
}

TEST_CASE("sums and differences of ranges") {
    CHECK(-in("1..2") == in("-2..-1"));
    CHECK(-in("1..") == in("..-1"));
    CHECK(in("1..2") + in("10..20") == in("11..22"));
    CHECK(in("1..") + in("10..20") == in("11.."));
    CHECK(in("1..") + in("..20") == range());
    CHECK(in("1..2") - in("10..20") == in("-19..-8"));
    CHECK(in("1..2") - in("10..") == in("..-8"));
    CHECK(in("0.1") + in("0.2") == in("0.3"));
    CHECK(in("0.3") - in("0.2") == in("0.1"));
}

TEST_CASE("products of ranges") {
    CHECK(in("1..2") * in("3..4") == in("3..8"));
    CHECK(in("-1..2") * in("-3..4") == in("-6..8"));
    CHECK(in("-2..-1") * in("-4..-3") == in("3..8"));
    CHECK(in("0") * range() == in("0"));
    CHECK(in("0..1") * in("0..") == in("0.."));
    CHECK(in("-1..") * in("2..3") == in("-3.."));
    CHECK(in("-1..1") * in("2..") == range());
    CHECK(in("..-1") * in("..-2") == in("2.."));
    CHECK(in("..-1") * in("2..") == in("..-2"));
    CHECK(in("1/3") * in("3/7") == in("1/7"));
}

TEST_CASE("quotients of ranges") {
    CHECK(in("7") / in("9") == in("7/9"));
    CHECK(in("1..2") / in("3..4") == in("1/4..2/3"));
    CHECK(in("1..2") / in("-4..-3") == in("-2/3..-1/4"));
    CHECK(in("-1..2") / in("4") == in("-1/4..1/2"));
    CHECK(in("-1..2") / in("-4") == in("-1/2..1/4"));
    CHECK(in("1..2") / in("4..") == in("0..1/2"));
    CHECK(in("..2") / in("4..") == in("..1/2"));
}

TEST_CASE("a divisor that may be 0 leaves the bound that is sure") {
    CHECK(in("1..2") / in("0..4") == in("1/4.."));
    CHECK(in("0..2") / in("0..4") == in("0.."));
    CHECK(in("0..2") / in("0..") == in("0.."));
    CHECK(in("-2..-1") / in("0..4") == in("..-1/4"));
    CHECK(in("1..2") / in("-4..0") == in("..-1/4"));
    CHECK(in("-2..-1") / in("..0") == in("0.."));
    CHECK(in("-1..1") / in("0..4") == range());
    CHECK(in("1..2") / in("-1..1") == range());
    CHECK(in("0") / in("-1..1") == in("0"));
    CHECK(thrown_by([] { return in("1..2") / in("0"); }) == error_code::division_by_zero);
    CHECK(thrown_by([] { return in("1") / in("0"); }) == error_code::division_by_zero);
}
