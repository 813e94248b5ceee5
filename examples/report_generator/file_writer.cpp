#include "report_generator/file_writer.hpp"
#include "report_generator/refusal.hpp"

#include "report_generator/temporary_file.hpp"

#include <string>
#include <system_error>

namespace parindex::report {

namespace {

diagnostic cannot_write(const std::filesystem::path& target, const std::string& reason) {
    return refusal_of_file(error_code::cannot_write, target, "cannot write this file: " + reason);
}

/// Where a chain of links ends, so that the file they point to is replaced and not the link. The end need not exist.
std::filesystem::path behind_links(std::filesystem::path target, std::error_code& failed) {
    constexpr int longest_chain = 40;  // as the systems have it
    for (int links = 0; std::filesystem::is_symlink(std::filesystem::symlink_status(target, failed)); ++links) {
        if (links == longest_chain) {
            failed = std::make_error_code(std::errc::too_many_symbolic_link_levels);
            return target;
        }
        const std::filesystem::path next = std::filesystem::read_symlink(target, failed);
        if (failed) return target;
        target = target.parent_path() / next;  // an absolute one stands alone
    }
    failed.clear();
    return target;
}

}  // namespace

std::optional<diagnostic> write_file(const std::filesystem::path& target, std::string_view content) {
    std::error_code failed;
    const std::filesystem::path folder = target.parent_path();
    if (!folder.empty()) {
        std::filesystem::create_directories(folder, failed);
        if (failed) return cannot_write(target, "its folder cannot be created: " + failed.message());
    }
    const std::filesystem::path place = behind_links(target, failed);
    if (failed) return cannot_write(target, failed.message());
    // A file takes the name of another one, but must not take that of a folder, a pipe or a device.
    const std::filesystem::file_status status = std::filesystem::status(place, failed);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        return cannot_write(target, "there is something of this name that is no regular file");
    }
    temporary_file file(place);
    if (file.error()) return cannot_write(target, file.error().message());
    failed = file.write(content);
    if (!failed) failed = file.finish();
    if (!failed) failed = file.replace_target();
    if (failed) return cannot_write(target, failed.message());
    return std::nullopt;
}

}  // namespace parindex::report
