#include "report_generator/console.hpp"

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <shellapi.h>  // needs the types above

#include <fcntl.h>
#include <io.h>

#include <cstdio>

namespace parindex::report {

namespace {

std::string to_utf8(const wchar_t* text) {
    const int size = ::WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
    if (size <= 1) return {};
    std::string out(static_cast<std::size_t>(size), '\0');
    ::WideCharToMultiByte(CP_UTF8, 0, text, -1, out.data(), size, nullptr, nullptr);
    out.pop_back();  // the zero at the end
    return out;
}

}  // namespace

void prepare_console() {
    ::SetConsoleOutputCP(CP_UTF8);
    // Otherwise a Ctrl+Z would end a request, and lines would change their length.
    ::_setmode(::_fileno(stdin), _O_BINARY);
}

std::vector<std::string> console_arguments(int /*count*/, const char* const* /*arguments*/) {
    // What main() receives is in the code page of the system, which has no Vietnamese letters on most machines.
    int count = 0;
    wchar_t** const wide = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    std::vector<std::string> out;
    for (int index = 1; wide != nullptr && index < count; ++index) out.push_back(to_utf8(wide[index]));
    ::LocalFree(wide);
    return out;
}

bool errors_are_on_terminal() {
    return ::_isatty(::_fileno(stderr)) != 0;
}

}  // namespace parindex::report
