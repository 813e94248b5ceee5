#include "report_generator/temporary_file.hpp"

#include <cerrno>
#include <cstddef>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace parindex::report {

namespace {

constexpr int attempts = 100;
constexpr mode_t readable_by_all = 0666;  // less the umask, as for any new file

std::error_code last_error() {
    return {errno, std::generic_category()};
}

/// Brings a renamed entry to the disk. Some file systems refuse to flush a folder; the file itself is safe by then.
void flush_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    static_cast<void>(::fsync(descriptor));
    ::close(descriptor);
}

/// Gives an open file the permissions of `target`, where there is one.
std::error_code take_mode(const std::filesystem::path& target, int descriptor) {
    constexpr mode_t permissions = 0777;
    struct stat known = {};
    if (::stat(target.c_str(), &known) != 0) return errno == ENOENT ? std::error_code() : last_error();
    return ::fchmod(descriptor, known.st_mode & permissions) == 0 ? std::error_code() : last_error();
}

}  // namespace

temporary_file::temporary_file(const std::filesystem::path& target) : target_(target) {
    const std::string stem = "." + target.filename().string() + "." + std::to_string(::getpid()) + "-";
    for (int attempt = 0; attempt < attempts; ++attempt) {
        path_ = target.parent_path() / (stem + std::to_string(attempt) + ".tmp");
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readable_by_all);
        if (descriptor_ >= 0) {
            exists_ = true;
            error_ = take_mode(target, descriptor_);
            return;
        }
        error_ = last_error();
        if (error_ != std::errc::file_exists) return;
    }
}

temporary_file::~temporary_file() {
    close();
    if (exists_) ::unlink(path_.c_str());
}

std::error_code temporary_file::write(std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor_, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return last_error();
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

std::error_code temporary_file::finish() {
    if (::fsync(descriptor_) != 0) return last_error();
    const int result = ::close(descriptor_);
    descriptor_ = -1;
    return result == 0 ? std::error_code() : last_error();
}

std::error_code temporary_file::replace_target() {
    if (::rename(path_.c_str(), target_.c_str()) != 0) return last_error();
    exists_ = false;
    flush_folder(target_.parent_path());
    return {};
}

void temporary_file::close() noexcept {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
}

}  // namespace parindex::report
