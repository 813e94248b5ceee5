#include "parindex/support/limits.hpp"
#include "report_generator/command_line.hpp"
#include "report_generator/file_writer.hpp"
#include "report_generator/input_file.hpp"
#include "report_generator/path_text.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;
using namespace parindex::report;
using parindex::error_code;

/// A folder that is gone when the test is.
class scratch_folder {
public:
    scratch_folder() {
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        path_ = fs::temp_directory_path() / path_from_text("parindex-báo-cáo-" + std::to_string(now));
        fs::create_directories(path_);
    }
    scratch_folder(const scratch_folder&) = delete;
    scratch_folder& operator=(const scratch_folder&) = delete;
    ~scratch_folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] const fs::path& path() const { return path_; }
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

private:
    fs::path path_;
};

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const fs::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

struct outcome {
    exit_status status;
    std::string out;
    std::string errors;
};

outcome run(const std::vector<std::string>& arguments) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream errors;
    const exit_status status = run_command_line(arguments, in, out, errors);
    return {status, out.str(), errors.str()};
}

const char* const small_criteria = R"({"format": "parindex.criteria/1",
 "decision": {"number": "1/QĐ-UBND", "issuer": "UBND", "date": "2022-01-20"}, "name": "Bộ tiêu chí",
 "parts": [{"code": "p", "name": "Điểm thẩm định", "scored_by": ["appraiser"]}],
 "fields": [{"code": "1", "name": "Lĩnh vực", "maximum": "2",
             "children": [{"code": "1.1", "name": "Tiêu chí", "part": "p", "maximum": "2"}]}]})";
const char* const small_marks = R"({"format": "parindex.assessment/1",
 "set": {"number": "1/QĐ-UBND", "issuer": "UBND", "date": "2022-01-20"}, "unit": {"code": "u", "name": "Sở A"},
 "year": 2021, "rounds": [{"round": "appraisal", "marks": [{"criterion": "1.1", "score": "1.5"}]}]})";
const char* const small_plan = R"({"format": "parindex.plan/1",
 "set": {"number": "1/QĐ-UBND", "issuer": "UBND", "date": "2022-01-20"}, "year": 2021, "agency": "Sở A",
 "header": {"agency": "Sở A", "symbol": "KH-SA", "place": "Sơn La", "issued": "2022", "title": "KẾ HOẠCH",
            "subject": "Khắc phục tồn tại"},
 "sections": [], "signatory": {"post": "Giám đốc"}})";

}  // namespace

TEST_CASE("a file is written whole, into a folder that is made for it") {
    const scratch_folder folder;
    const fs::path target = folder.path() / "a" / "b" / "plan.md";
    CHECK(!write_file(target, "một"));
    CHECK(content_of(target) == "một");
    CHECK(!write_file(target, "hai"));
    CHECK(content_of(target) == "hai");
    CHECK(std::distance(fs::directory_iterator(target.parent_path()), fs::directory_iterator()) == 1);
}

TEST_CASE("where a file cannot be written, nothing changes and nothing is left behind") {
    const scratch_folder folder;
    fs::create_directories(folder / "plan.md" / "full");
    const auto problem = write_file(folder / "plan.md", "x");
    REQUIRE(problem);
    CHECK(problem->code == error_code::cannot_write);
    CHECK(problem->where.file == text_from_path(folder / "plan.md"));
    CHECK(folder.entries() == 1);

    put(folder / "file", "old");
    CHECK(write_file(folder / "file" / "plan.md", "x").has_value());
    CHECK(content_of(folder / "file") == "old");
    CHECK(folder.entries() == 2);
}

TEST_CASE("a link is followed to the file it points to, which hands down its permissions") {
    const scratch_folder folder;
    fs::create_directories(folder / "elsewhere");
    put(folder / "elsewhere" / "plan.md", "old");
    const fs::perms own = fs::perms::owner_read | fs::perms::owner_write;
    fs::permissions(folder / "elsewhere" / "plan.md", own);
    fs::create_symlink("elsewhere/plan.md", folder / "first");
    fs::create_symlink(folder / "first", folder / "plan.md");
    CHECK(!write_file(folder / "plan.md", "new"));
    CHECK(fs::is_symlink(folder / "plan.md"));
    CHECK(fs::is_symlink(folder / "first"));
    CHECK(content_of(folder / "elsewhere" / "plan.md") == "new");
    CHECK(fs::status(folder / "elsewhere" / "plan.md").permissions() == own);

    fs::remove(folder / "elsewhere" / "plan.md");
    CHECK(!write_file(folder / "plan.md", "again"));
    CHECK(content_of(folder / "elsewhere" / "plan.md") == "again");
    CHECK(folder.entries() == 3);
}

TEST_CASE("a link that leads nowhere, or to what is no file, is refused") {
    const scratch_folder folder;
    fs::create_symlink("b", folder / "a");
    fs::create_symlink("a", folder / "b");
    CHECK(write_file(folder / "a", "x").has_value());
    fs::create_symlink("missing/plan.md", folder / "c");
    CHECK(write_file(folder / "c", "x").has_value());
    fs::create_directories(folder / "d");
    fs::create_symlink("d", folder / "e");
    CHECK(write_file(folder / "e", "x").has_value());
    CHECK(folder.entries() == 5);
}

TEST_CASE("a file is read within bounds") {
    const scratch_folder folder;
    put(folder / "a", std::string("x\0y\r\n", 5));
    CHECK(read_input_file(folder / "a").value() == std::string("x\0y\r\n", 5));
    const auto code = [&](const char* name) { return read_input_file(folder / name).error().front().code; };
    CHECK(code("missing") == error_code::cannot_read);
    CHECK(read_input_file(folder.path()).error().front().code == error_code::cannot_read);
    put(folder / "large", std::string(parindex::limits::file_bytes + 1, ' '));
    CHECK(code("large") == error_code::input_too_large);
    put(folder / "largest", std::string(parindex::limits::file_bytes, ' '));
    CHECK(read_input_file(folder / "largest").has_value());
}

TEST_CASE("bad usage is told from help") {
    CHECK(run({"--help"}).status == exit_status::done);
    CHECK(run({"plan", "--help"}).status == exit_status::done);
    CHECK(run({"--version"}).out.starts_with("parindex-report "));
    CHECK(run({}).status == exit_status::bad_input);
    CHECK(run({"score"}).status == exit_status::bad_input);
    CHECK(run({"plan", "x"}).status == exit_status::bad_input);
    CHECK(run({"plan", "x", "--out", "y", "--format", "md,doc"}).status == exit_status::bad_input);
    CHECK(run({"nonsense"}).status == exit_status::bad_input);
    const outcome unnamed = run({"plan", "x", "--out", ""});
    CHECK(unnamed.status == exit_status::bad_input);
    CHECK(unnamed.errors.find("--out") != std::string::npos);
    CHECK(run({"score", "a", "b"}).status == exit_status::bad_input);
}

TEST_CASE("every file that is missing or bad is named at once") {
    const scratch_folder folder;
    CHECK(run({"score", text_from_path(folder / "none")}).status == exit_status::bad_input);
    put(folder / "criteria.json", "{");
    put(folder / "assessment.json", "[]");
    const outcome seen = run({"plan", text_from_path(folder.path()), "--out", text_from_path(folder / "out")});
    CHECK(seen.status == exit_status::bad_input);
    CHECK(seen.errors.find("criteria.json:1:2: error: ") != std::string::npos);
    CHECK(seen.errors.find("assessment.json:1:1: error: ") != std::string::npos);
    CHECK(seen.errors.find("plan.json: error: ") != std::string::npos);
    CHECK(seen.out.empty());
    CHECK(!fs::exists(folder / "out"));
}

TEST_CASE("scores are printed with and without a plan, and as JSON") {
    const scratch_folder folder;
    put(folder / "criteria.json", small_criteria);
    put(folder / "assessment.json", small_marks);
    const std::string data = text_from_path(folder.path());
    const outcome plain = run({"score", data});
    CHECK(plain.status == exit_status::done);
    CHECK(plain.out.find("total: 1,5 of 2 points") != std::string::npos);
    CHECK(plain.out.find("coverage") == std::string::npos);
    CHECK(run({"score", data, "--json"}).out.starts_with("{"));

    put(folder / "plan.json", small_plan);
    const outcome uncovered = run({"score", data});
    CHECK(uncovered.status == exit_status::findings);
    CHECK(uncovered.out.find("coverage: 0 of 0,5 points have a task") != std::string::npos);
}

TEST_CASE("a plan with findings is written, and one file that fails does not spoil the other") {
    const scratch_folder folder;
    put(folder / "criteria.json", small_criteria);
    put(folder / "assessment.json", small_marks);
    put(folder / "plan.json", small_plan);
    const std::string data = text_from_path(folder.path());
    const fs::path out = folder / "out";
    CHECK(run({"plan", data, "--out", text_from_path(out), "--format", "html"}).status == exit_status::findings);
    CHECK(fs::exists(out / "plan.html"));
    CHECK(!fs::exists(out / "plan.md"));

    fs::remove(out / "plan.html");
    fs::create_directories(out / "plan.html" / "full");
    const outcome seen = run({"plan", data, "--out", text_from_path(out)});
    CHECK(seen.status == exit_status::failed);
    CHECK(seen.errors.find("plan.html: error: cannot write this file") != std::string::npos);
    CHECK(content_of(out / "plan.md").find("KẾ HOẠCH") != std::string::npos);
    CHECK(std::distance(fs::directory_iterator(out), fs::directory_iterator()) == 2);
}
