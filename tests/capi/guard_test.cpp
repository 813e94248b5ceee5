// Nothing that is thrown inside the library leaves it.
#include "guard.hpp"

#include <doctest/doctest.h>

#include <new>
#include <stdexcept>
#include <string>

using namespace parindex::capi;

namespace {

struct answer {
    parindex_status status;
    parindex_error error;
};

template <class Throw>
answer guarded_throw(Throw thrown) {
    answer out{};
    out.error.struct_size = sizeof out.error;
    out.status = guarded(&out.error, [&]() -> parindex_status {
        thrown();
        return PARINDEX_OK;
    });
    // Without a report too.
    CHECK(guarded(nullptr, [&]() -> parindex_status {
              thrown();
              return PARINDEX_OK;
          }) == out.status);
    CHECK(out.error.code == out.status);
    CHECK(out.error.struct_size == sizeof out.error);
    CHECK(out.error.findings == (out.status == PARINDEX_OK ? 0 : 1));
    return out;
}

}  // namespace

TEST_CASE("whatever is thrown becomes a status with a message") {
    const answer known = guarded_throw([] { throw parindex::error(parindex::error_code::overflow, "too large"); });
    CHECK(known.status == PARINDEX_E_OVERFLOW);
    CHECK(std::string(known.error.message) == "too large");
    CHECK(known.error.severity == PARINDEX_SEVERITY_ERROR);

    const answer memory = guarded_throw([] { throw std::bad_alloc(); });
    CHECK(memory.status == PARINDEX_E_NO_MEMORY);
    CHECK(memory.error.message[0] != '\0');

    struct own_bad_alloc : std::bad_alloc {};
    CHECK(guarded_throw([] { throw own_bad_alloc(); }).status == PARINDEX_E_NO_MEMORY);
    CHECK(guarded_throw([] { throw std::bad_array_new_length(); }).status == PARINDEX_E_NO_MEMORY);
    CHECK(guarded_throw([] { throw std::length_error("vector"); }).status == PARINDEX_E_NO_MEMORY);

    const answer other = guarded_throw([] { throw std::logic_error("a defect"); });
    CHECK(other.status == PARINDEX_E_INTERNAL);
    CHECK(std::string(other.error.message) == "a defect");
    CHECK(guarded_throw([] { throw std::exception(); }).status == PARINDEX_E_INTERNAL);
    CHECK(guarded_throw([] { static_cast<void>(std::string().at(1)); }).status == PARINDEX_E_INTERNAL);

    const answer number = guarded_throw([] { throw 7; });
    CHECK(number.status == PARINDEX_E_INTERNAL);
    CHECK(number.error.message[0] != '\0');
    CHECK(guarded_throw([] { throw "text"; }).status == PARINDEX_E_INTERNAL);

    CHECK(guarded_throw([] {}).status == PARINDEX_OK);
}

TEST_CASE("a message of any length is cut in the report") {
    const answer long_one =
        guarded_throw([] { throw parindex::error(parindex::error_code::internal, std::string(10'000, 'x')); });
    CHECK(std::string(long_one.error.message) == std::string(sizeof long_one.error.message - 1, 'x'));
}

TEST_CASE("a status that a body returns is handed on with the report that it filled") {
    parindex_error error{};
    error.struct_size = sizeof error;
    CHECK(guarded(&error, [&] { return report_failure(&error, parindex::error_code::unknown_code, "which"); }) ==
          PARINDEX_E_UNKNOWN_CODE);
    CHECK(std::string(error.message) == "which");
    CHECK(guarded(&error, [] { return parindex_status{PARINDEX_OK}; }) == PARINDEX_OK);
    CHECK(error.code == PARINDEX_OK);
    CHECK(error.message[0] == '\0');
}

TEST_CASE("a refusal without an error is a defect, and told as one") {
    parindex_error error{};
    error.struct_size = sizeof error;
    parindex_diagnostics* findings = nullptr;
    CHECK(guarded(&error, [&] { return refuse({}, &findings, &error); }) == PARINDEX_E_INTERNAL);
    CHECK(findings == nullptr);
}
