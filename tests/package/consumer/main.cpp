// A program of somebody else: it must build with the C++ standard library and parindex alone.
#include "parindex/parindex.hpp"

#include <iostream>

int main() {
    using namespace parindex::literals;
    const parindex::ratio half = parindex::ratio(1) / parindex::ratio(2);
    std::cout << parindex::print_number(0.95_dec + 0.93_dec + 0.95_dec + 0.78_dec) << ' ' << half.to_string() << ' '
              << parindex::read_plan("{", "plan.json").error().size() << '\n';
}
