// The commands that write plan.json.
#include "report_generator/command_line.hpp"
#include "report_generator/path_text.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace parindex::report;

std::string marks_with(const std::string& first, const std::string& second) {
    return R"({"format": "parindex.assessment/1",
 "set": {"number": "1/QĐ-UBND", "issuer": "UBND", "date": "2022-01-20"}, "unit": {"code": "u", "name": "Sở A"},
 "year": 2021, "rounds": [{"round": "appraisal", "marks": [{"criterion": "1.1", "score": ")" +
           first + R"("}, {"criterion": "1.2", "score": ")" + second + R"("}]}]})";
}

const char* const criteria = R"({"format": "parindex.criteria/1",
 "decision": {"number": "1/QĐ-UBND", "issuer": "UBND", "date": "2022-01-20"}, "name": "Bộ tiêu chí",
 "parts": [{"code": "p", "name": "Điểm thẩm định", "scored_by": ["appraiser"]}],
 "fields": [{"code": "1", "name": "Lĩnh vực", "maximum": "3",
             "children": [{"code": "1.1", "name": "Kế hoạch", "part": "p", "maximum": "2"},
                          {"code": "1.2", "name": "Báo cáo", "part": "p", "maximum": "1"}]}]})";

struct outcome {
    exit_status status;
    std::string out;
    std::string errors;

    [[nodiscard]] bool says(const std::string& text) const { return out.find(text) != std::string::npos; }
};

/// A folder of data that is gone when the test is.
class data {
public:
    data() {
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        path_ = fs::temp_directory_path() / path_from_text("parindex-dự-thảo-" + std::to_string(now));
        fs::create_directories(path_);
        put("criteria.json", criteria);
        put("assessment.json", marks_with("1.5", "1"));
    }
    data(const data&) = delete;
    data& operator=(const data&) = delete;
    ~data() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    void put(const char* name, const std::string& content) const {
        std::ofstream(path_ / name, std::ios::binary) << content;
    }
    [[nodiscard]] std::string get(const char* name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] bool has(const char* name) const { return fs::exists(path_ / name); }
    [[nodiscard]] std::string path(const char* name = "") const { return text_from_path(path_ / name); }

    static outcome run(const std::vector<std::string>& arguments) {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream errors;
        const exit_status status = run_command_line(arguments, in, out, errors);
        return {status, out.str(), errors.str()};
    }

    /// plan.json with the only `from` replaced, as people complete it.
    void edit(const char* name, const std::string& from, const std::string& to) const {
        std::string text = get("plan.json");
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        put(name, text.replace(at, from.size(), to));
    }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("a first draft is written, can be read, and is unfinished until people have completed it") {
    const data folder;
    const outcome first = data::run({"draft", folder.path()});
    CHECK(first.status == exit_status::findings);
    CHECK(first.says("1.1 Kế hoạch (0,5): shortfall S1.1"));
    CHECK(first.says("coverage: 0 of 0,5 points have a task"));
    CHECK(first.says("written: " + folder.path("plan.json")));
    CHECK(first.errors.find("plan.json:33:9: error: task \"T1.1\" is still to be written") != std::string::npos);
    CHECK(data::run({"plan", folder.path(), "--out", folder.path("out")}).status == exit_status::findings);

    const std::string drafted = folder.get("plan.json");
    const outcome second = data::run({"draft", folder.path()});
    CHECK(second.status == exit_status::findings);
    CHECK(second.says("nothing is new"));
    CHECK(folder.get("plan.json") == drafted);

    for (const char* key : {"agency", "symbol", "place", "title", "subject", "text", "post"}) {
        const std::string blank = std::string(1, '"') + key + "\": \"\"";
        folder.edit("plan.json", blank, std::string(1, '"') + key + "\": \"Đã viết\"");
    }
    folder.edit("plan.json", "\"lead\": []", "\"lead\": [\"Phòng A\"]");
    const outcome done = data::run({"draft", folder.path()});
    CHECK(done.status == exit_status::done);
    CHECK(done.says("coverage: 0,5 of 0,5 points have a task"));
}

TEST_CASE("after a change of marks the plan is updated and says what is new and what lost its object") {
    const data folder;
    CHECK(data::run({"draft", folder.path()}).status == exit_status::findings);
    folder.edit("plan.json", "\"text\": \"\"", "\"text\": \"Văn bản của người viết\"");
    folder.put("assessment.json", marks_with("2", "0.25"));
    const outcome seen = data::run({"draft", folder.path()});
    CHECK(seen.status == exit_status::findings);
    CHECK(seen.says("1.2 Báo cáo (0,75): shortfall S1.2"));
    CHECK(seen.says("S1.1 names 1.1 Kế hoạch, which lost nothing"));
    CHECK(folder.get("plan.json").find("Văn bản của người viết") != std::string::npos);
    CHECK(folder.get("plan.json").find("\"T1.2\"") != std::string::npos);
}

TEST_CASE("a draft may go elsewhere, and nothing is written over what cannot be read") {
    const data folder;
    CHECK(data::run({"draft", folder.path(), "--out", folder.path("mới/plan.json")}).status == exit_status::findings);
    CHECK_FALSE(folder.has("plan.json"));
    CHECK(folder.has("mới/plan.json"));
    folder.put("plan.json", "{\"format\": ");
    CHECK(data::run({"draft", folder.path()}).status == exit_status::bad_input);
    CHECK(folder.get("plan.json") == "{\"format\": ");
    fs::create_directories(path_from_text(folder.path("full/in")));
    folder.put("plan.json", folder.get("mới/plan.json"));
    CHECK(data::run({"draft", folder.path(), "--out", folder.path("full")}).status == exit_status::failed);
    CHECK(data::run({"draft"}).status == exit_status::bad_input);
}

TEST_CASE("two edits are merged into another file, and conflicts are printed") {
    const data folder;
    CHECK(data::run({"draft", folder.path()}).status == exit_status::findings);
    folder.edit("a.json", "\"title\": \"\"", "\"title\": \"KẾ HOẠCH\"");
    folder.edit("b.json", "\"place\": \"\"", "\"place\": \"Sơn La\"");
    const auto merge = [&](const char* mine, const char* theirs, const char* out) {
        return data::run(
            {"merge", folder.path("plan.json"), folder.path(mine), folder.path(theirs), "--out", folder.path(out)});
    };
    const std::string mine = folder.get("a.json");
    for (const char* input : {"a.json", "b.json", "plan.json", "./a.json"}) {
        const std::string before = folder.get(input);
        const outcome refused = merge("a.json", "b.json", input);
        CHECK(refused.status == exit_status::bad_input);
        CHECK(refused.errors.find("one of the three plans") != std::string::npos);
        CHECK(folder.get(input) == before);
    }
    const outcome agreed = merge("a.json", "b.json", "m.json");
    CHECK(agreed.status == exit_status::done);
    CHECK(agreed.says("conflicts: 0\n"));
    CHECK(folder.get("a.json") == mine);
    CHECK(folder.get("m.json").find("\"title\": \"KẾ HOẠCH\"") != std::string::npos);
    CHECK(folder.get("m.json").find("\"place\": \"Sơn La\"") != std::string::npos);

    folder.edit("c.json", "\"place\": \"\"", "\"place\": \"Mộc Châu\"");
    const outcome disputed = merge("c.json", "m.json", "out.json");
    CHECK(disputed.status == exit_status::findings);
    CHECK(disputed.says("conflict: /header/place\n  base:   \n  mine:   Mộc Châu (kept)\n  theirs: Sơn La\n"));
    CHECK(folder.get("out.json").find("\"title\": \"KẾ HOẠCH\"") != std::string::npos);

    CHECK(merge("none.json", "a.json", "new.json").status == exit_status::bad_input);
    CHECK_FALSE(folder.has("new.json"));
    CHECK(data::run({"merge", folder.path("plan.json"), "--out", "x"}).status == exit_status::bad_input);
}

TEST_CASE("a folder with marks of several units has the plan of the one that is named, and no other replaces it") {
    const data folder;
    std::string other = marks_with("1", "1");
    other.replace(other.find("\"u\""), 3, "\"v\"");
    fs::create_directories(path_from_text(folder.path("assessments")));
    folder.put("assessments/u.json", marks_with("1.5", "1"));
    folder.put("assessments/v.json", other);
    fs::remove(path_from_text(folder.path("assessment.json")));
    CHECK(data::run({"draft", folder.path()}).status == exit_status::bad_input);
    CHECK(data::run({"draft", folder.path(), "--unit", "v"}).says("1.1 Kế hoạch (1): shortfall S1.1"));
    const std::string drafted = folder.get("plan.json");
    CHECK(drafted.find("\"unit\": \"v\"") != std::string::npos);
    const outcome refused = data::run({"draft", folder.path(), "--unit", "u"});
    CHECK(refused.status == exit_status::bad_input);
    CHECK(refused.errors.find("the plan of another unit") != std::string::npos);
    CHECK(folder.get("plan.json") == drafted);
    CHECK(data::run({"draft", folder.path(), "--unit", "u", "--out", folder.path("u.json")}).status ==
          exit_status::findings);
    CHECK(folder.get("u.json").find("\"unit\": \"u\"") != std::string::npos);
    CHECK(data::run({"draft", folder.path()}).says("nothing is new"));
}
