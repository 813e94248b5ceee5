#include "report_generator/input_file.hpp"
#include "report_generator/refusal.hpp"

#include "parindex/support/limits.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace parindex::report {

namespace {

diagnostic cannot_read(const std::filesystem::path& path, const std::string& reason) {
    return refusal_of_file(error_code::cannot_read, path, "cannot read this file: " + reason);
}

std::string reason_of(int number) {
    return number == 0 ? std::string("the system gives no reason") : std::generic_category().message(number);
}

}  // namespace

std::optional<diagnostic> feed_input_file(const std::filesystem::path& path,
                                          const std::function<bool(std::string_view bytes)>& use) {
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
    constexpr std::size_t piece_bytes = std::size_t{1} << 20U;
    std::vector<char> piece(piece_bytes);
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        if (!use({piece.data(), static_cast<std::size_t>(file.gcount())})) return std::nullopt;
    }
    if (!file.eof() || file.bad()) return cannot_read(path, reason_of(errno));
    return std::nullopt;
}

result<std::string> read_input_file(const std::filesystem::path& path) {
    std::string content;
    const std::optional<diagnostic> problem = feed_input_file(path, [&content](std::string_view bytes) {
        content += bytes;
        return content.size() <= limits::file_bytes;
    });
    if (problem) return diagnostics{*problem};
    if (content.size() <= limits::file_bytes) return content;
    return diagnostics{refusal_of_file(error_code::input_too_large, path,
                                       "the file is larger than " + std::to_string(limits::file_bytes) + " bytes")};
}

}  // namespace parindex::report
