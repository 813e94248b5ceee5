#include "parindex/support/result.hpp"

#include "../findings.hpp"

#include <memory>
#include <string>
#include <variant>

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
