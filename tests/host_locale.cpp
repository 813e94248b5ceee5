// A host program may set any locale before it calls the library. Linked into a test program, this file lets the whole
// program run as such a host would: PARINDEX_TEST_LOCALE names the C and C++ locale to set before main. A locale that
// does not exist is a failure, not a reason to skip.
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <locale>
#include <stdexcept>

// glibc itself leaks the list of folders when LOCPATH is set.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
extern "C" const char* __lsan_default_suppressions() { return "leak:argz_add_sep\n"; }
#endif
#endif

namespace {

[[noreturn]] void refuse(const char* name, const char* why) {
    std::fprintf(stderr, "locale %s: %s\n", name, why);
    std::_Exit(2);
}

struct host_locale {
    host_locale() {
        const char* const name = std::getenv("PARINDEX_TEST_LOCALE");
        if (name == nullptr || *name == '\0') return;
        if (std::setlocale(LC_ALL, name) == nullptr) refuse(name, "the C library does not have it");
        try {
            std::locale::global(std::locale(name));
        } catch (const std::runtime_error&) {
            refuse(name, "the C++ library does not have it");
        }
        if (std::localeconv()->decimal_point[0] != ',') refuse(name, "of no use here: its decimal mark is no comma");
    }
};

const host_locale before_main;

}  // namespace
