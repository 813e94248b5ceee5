// The list is private to the library; what it promises is seen through a set with more findings than the limit.
#include "../findings.hpp"
#include "../son_la.hpp"
#include "parindex/io/assessment_file.hpp"
#include "parindex/io/criteria_file.hpp"
#include "parindex/io/plan_file.hpp"
#include "parindex/support/limits.hpp"

using namespace parindex;
using namespace parindex_test;

namespace {

/// A set of `leaves` leaves that all name a part which does not exist.
std::string hopeless_set(std::size_t leaves) {
    std::string fields;
    for (std::size_t index = 0; index < leaves; ++index) {
        const std::string code = std::to_string(index);
        fields +=
            std::string(index == 0 ? "" : ",\n") + R"({"code":")" + code + R"(","name":"n","part":"q","maximum":1})";
    }
    return R"({"format":"parindex.criteria/1","decision":{"number":"1","issuer":"i","date":"2020"},"name":"n",)"
           R"("parts":[{"code":"p","name":"n","scored_by":["unit"]}],"fields":[)" +
           fields + "]}";
}

}  // namespace

TEST_CASE("findings beyond the limit are counted") {
    criteria_description description = son_la_criteria();
    description.maximum.reset();
    description.fields.clear();
    for (int index = 0; index < 1000; ++index) description.fields.push_back(leaf(std::to_string(index), "q", "1"));
    const diagnostics found = criteria_set::create(description).error();
    REQUIRE(found.size() == limits::diagnostics + 1);
    CHECK(found.back().level == severity::error);
    CHECK(found.back().message == "800 further findings are not listed");
}

TEST_CASE("a set with exactly as many findings as the limit lists them all") {
    const diagnostics found = read_criteria_set(hopeless_set(limits::diagnostics), "f.json").error();
    CHECK(found.size() == limits::diagnostics);
    CHECK(found.back().message.find("further") == std::string::npos);
}

TEST_CASE("findings that come through a reader are counted once") {
    const diagnostics found = read_criteria_set(hopeless_set(1000), "f.json").error();
    REQUIRE(found.size() == limits::diagnostics + 1);
    CHECK(found.back().message == "800 further findings are not listed");
}
