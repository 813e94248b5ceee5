#include "report_generator/file_writer.hpp"

#include "report_generator/path_text.hpp"
#include "report_generator/temporary_file.hpp"

#include <string>
#include <system_error>

namespace parindex::report {

namespace {

diagnostic cannot_write(const std::filesystem::path& target, const std::string& reason) {
    diagnostic out;
    out.code = error_code::cannot_write;
    out.where.file = text_from_path(target);
    out.message = "cannot write this file: " + reason;
    return out;
}

}  // namespace

std::optional<diagnostic> write_file(const std::filesystem::path& target, std::string_view content) {
    std::error_code failed;
    const std::filesystem::path folder = target.parent_path();
    if (!folder.empty()) {
        std::filesystem::create_directories(folder, failed);
        if (failed) return cannot_write(target, "its folder cannot be created: " + failed.message());
    }
    temporary_file file(target);
    if (file.error()) return cannot_write(target, file.error().message());
    failed = file.write(content);
    if (!failed) failed = file.finish();
    if (!failed) failed = file.replace_target();
    if (failed) return cannot_write(target, failed.message());
    return std::nullopt;
}

}  // namespace parindex::report
