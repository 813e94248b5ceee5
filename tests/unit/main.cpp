// A host program may set any locale before it calls the library. PARINDEX_TEST_LOCALE lets the whole program run as
// such a host would: with the C and the C++ locale set. A locale that does not exist is a failure, not a reason to
// skip.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <clocale>
#include <cstdlib>
#include <iostream>
#include <locale>
#include <stdexcept>

int main(int argc, char** argv) {
    if (const char* const name = std::getenv("PARINDEX_TEST_LOCALE"); name != nullptr && *name != '\0') {
        if (std::setlocale(LC_ALL, name) == nullptr) {
            std::cerr << "there is no locale " << name << '\n';
            return 2;
        }
        try {
            std::locale::global(std::locale(name));
        } catch (const std::runtime_error&) {
            std::cerr << "the C++ library has no locale " << name << '\n';
            return 2;
        }
        if (std::localeconv()->decimal_point[0] != ',') {
            std::cerr << "the locale " << name << " is of no use here: its decimal mark is no comma\n";
            return 2;
        }
    }
    doctest::Context context;
    context.applyCommandLine(argc, argv);
    return context.run();
}
