#include "parindex/support/result.hpp"

#include "../findings.hpp"

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

using namespace parindex;

namespace {

result<std::string> refused() {
    return diagnostics{{error_code::unknown_key, severity::error, {"f.json", 1, 2, "/a"}, "", "first"},
                       {error_code::missing_key, severity::error, {}, "", "second"}};
}

}  // namespace

TEST_CASE("a result holds its value") {
    const result<std::string> kept(std::string("value"));
    CHECK(kept.has_value());
    CHECK(static_cast<bool>(kept));
    CHECK(kept.value() == "value");
    CHECK(*kept == "value");
    CHECK(kept->size() == 5);
}

TEST_CASE("a result without a value hands out its findings") {
    const result<std::string> none = refused();
    CHECK_FALSE(none.has_value());
    CHECK(parindex_test::codes(none.error()) ==
          std::vector<error_code>{error_code::unknown_key, error_code::missing_key});
}

TEST_CASE("asking a refused result for its value throws the first finding with its place") {
    const result<std::string> none = refused();
    try {
        static_cast<void>(none.value());
        FAIL("no exception");
    } catch (const parindex::error& thrown) {
        CHECK(thrown.code() == error_code::unknown_key);
        CHECK(std::string(thrown.what()) == "f.json:1:2: error: first [/a]");
    }
    CHECK_THROWS_AS(static_cast<void>(refused().value()), parindex::error);
    CHECK_THROWS_AS(static_cast<void>(*none), std::bad_variant_access);
}

TEST_CASE("a result refused without findings throws all the same") {
    const result<int> none{diagnostics{}};
    CHECK_THROWS_AS(static_cast<void>(none.value()), parindex::error);
}

TEST_CASE("a value that cannot be copied is moved out of its result") {
    result<std::unique_ptr<int>> moved(std::make_unique<int>(7));
    CHECK(*std::move(moved).value() == 7);
}

// A reference into a temporary would dangle in `for (auto& each : read(...).value())`.
template <class Result>
constexpr bool gives_its_value_away =
    std::is_same_v<decltype(std::declval<Result>().value()), typename Result::value_type>&&
        std::is_same_v<decltype(*std::declval<Result>()), typename Result::value_type>&&
            std::is_same_v<decltype(std::declval<Result>().error()), diagnostics>;
static_assert(gives_its_value_away<result<std::vector<int>>>);
static_assert(gives_its_value_away<result<std::unique_ptr<int>>>);

TEST_CASE("the value of a temporary outlives its result") {
    const auto numbers = [] { return result<std::vector<std::string>>(std::vector<std::string>{"one", "two"}); };
    std::string read;
    for (const std::string& each : numbers().value()) read += each;
    for (const std::string& each : *numbers()) read += each;
    for (const diagnostic& each : refused().error()) read += each.message;
    CHECK(read == "onetwoonetwofirstsecond");
}
