#include "report_generator/input_file.hpp"

#include "parindex/support/limits.hpp"
#include "report_generator/path_text.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace parindex::report {

namespace {

diagnostics refused(const std::filesystem::path& path, error_code code, std::string reason) {
    diagnostic out;
    out.code = code;
    out.where.file = text_from_path(path);
    out.message = std::move(reason);
    return {out};
}

diagnostics cannot_read(const std::filesystem::path& path, const std::string& reason) {
    return refused(path, error_code::cannot_read, "cannot read this file: " + reason);
}

std::string reason_of(int number) {
    return number == 0 ? std::string("the system gives no reason") : std::generic_category().message(number);
}

}  // namespace

result<std::string> read_input_file(const std::filesystem::path& path) {
    std::error_code failed;
    const std::filesystem::file_status status = std::filesystem::status(path, failed);
    if (!std::filesystem::exists(status)) {
        // A path through something that is no folder is missing too, but the system says so in other words.
        const bool missing = !failed || status.type() == std::filesystem::file_type::not_found;
        return cannot_read(path, missing ? std::string("it does not exist") : failed.message());
    }
    if (std::filesystem::is_directory(status)) return cannot_read(path, "it is a folder");
    // A pipe or device might never end.
    if (!std::filesystem::is_regular_file(status)) return cannot_read(path, "it is not a regular file");

    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) return cannot_read(path, reason_of(errno));
    std::string content;
    constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
    std::array<char, chunk_bytes> chunk{};
    while (file) {
        file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        content.append(chunk.data(), static_cast<std::size_t>(file.gcount()));
        if (content.size() > limits::file_bytes) {
            return refused(path, error_code::input_too_large,
                           "the file is larger than " + std::to_string(limits::file_bytes) + " bytes");
        }
    }
    if (!file.eof() || file.bad()) return cannot_read(path, reason_of(errno));
    return content;
}

}  // namespace parindex::report
