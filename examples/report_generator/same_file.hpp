/// @file
/// Whether two paths lead to one file.
#pragma once

#include <filesystem>
#include <system_error>

namespace parindex::report {

/// Compares files with the one at `path`, through links and however the paths are spelled. A file that is not there is
/// none of them.
class is_same_file {
public:
    explicit is_same_file(const std::filesystem::path& path) : path_(path) {}

    [[nodiscard]] bool operator()(const std::filesystem::path& other) const {
        std::error_code failed;
        const bool same = std::filesystem::equivalent(path_, other, failed);
        return same && !failed;
    }

private:
    std::filesystem::path path_;
};

}  // namespace parindex::report
