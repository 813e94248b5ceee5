#include "report_generator/temporary_file.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

namespace parindex::report {

namespace {

constexpr int attempts = 100;
constexpr std::size_t largest_write = std::size_t{1} << 30;  // a write counts in 32 bits

std::error_code last_error() {
    return {static_cast<int>(::GetLastError()), std::system_category()};
}

}  // namespace

temporary_file::temporary_file(const std::filesystem::path& target) : target_(target) {
    const std::wstring stem = target.filename().wstring() + L"." + std::to_wstring(::GetCurrentProcessId()) + L"-";
    for (int attempt = 0; attempt < attempts; ++attempt) {
        path_ = target.parent_path() / (stem + std::to_wstring(attempt) + L".tmp");
        const HANDLE handle =
            ::CreateFileW(path_.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
        if (handle != INVALID_HANDLE_VALUE) {
            handle_ = handle;
            exists_ = true;
            error_.clear();
            return;
        }
        error_ = last_error();
        if (::GetLastError() != ERROR_FILE_EXISTS) return;
    }
}

temporary_file::~temporary_file() {
    close();
    if (exists_) ::DeleteFileW(path_.c_str());
}

std::error_code temporary_file::write(std::string_view content) {
    while (!content.empty()) {
        DWORD written = 0;
        const auto size = static_cast<DWORD>(std::min(content.size(), largest_write));
        if (::WriteFile(handle_, content.data(), size, &written, nullptr) == 0) return last_error();
        content.remove_prefix(written);
    }
    return {};
}

std::error_code temporary_file::finish() {
    if (::FlushFileBuffers(handle_) == 0) return last_error();
    close();
    return {};
}

std::error_code temporary_file::replace_target() {
    if (::MoveFileExW(path_.c_str(), target_.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0) {
        return last_error();
    }
    exists_ = false;
    return {};
}

void temporary_file::close() noexcept {
    if (handle_ != nullptr) ::CloseHandle(handle_);
    handle_ = nullptr;
}

}  // namespace parindex::report
