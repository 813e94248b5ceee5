/// @file
/// A new file that disappears unless it is given its final name. Private to the file writer; one source file a system.
#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

namespace parindex::report {

class temporary_file {
public:
    /// Creates a file of its own beside `target`, with the permissions of a target that exists. Ask error() whether
    /// that worked.
    explicit temporary_file(const std::filesystem::path& target);
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;
    ~temporary_file();

    /// Why the file could not be created.
    [[nodiscard]] const std::error_code& error() const noexcept { return error_; }

    /// Appends all of `content`.
    [[nodiscard]] std::error_code write(std::string_view content);
    /// Brings everything to the disk and closes the file.
    [[nodiscard]] std::error_code finish();
    /// Gives the file the name of the target, in the place of a file that had it. @pre finish() succeeded
    [[nodiscard]] std::error_code replace_target();

private:
    void close() noexcept;

    std::filesystem::path target_;
    std::filesystem::path path_;
    std::error_code error_;
#ifdef _WIN32
    void* handle_ = nullptr;
#else
    int descriptor_ = -1;
#endif
    bool exists_ = false;
};

}  // namespace parindex::report
