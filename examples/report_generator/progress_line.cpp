#include "report_generator/progress_line.hpp"

#include "report_generator/console.hpp"

#include <iostream>
#include <string>

namespace parindex::report {

namespace {

constexpr std::uint64_t least_bytes = std::uint64_t{32} << 20U;  // read in less than a second
constexpr std::uint64_t hundred = 100;
constexpr std::uint64_t width = 40;

}  // namespace

progress_line::progress_line(std::ostream& errors)
    : errors_(errors), on_terminal_(&errors == &std::cerr && errors_are_on_terminal()) {}

void progress_line::show(std::uint64_t done, std::uint64_t all) {
    if (!on_terminal_ || all < least_bytes) return;
    const std::uint64_t percent = done >= all ? hundred : done / (all / hundred);
    if (shown_ && percent == last_) return;
    shown_ = true;
    last_ = percent;
    const std::uint64_t full = percent >= hundred ? width : percent * width / hundred;
    errors_ << "\rreading [" << std::string(full, '#') << std::string(width - full, ' ') << "] " << percent << " %"
            << std::flush;
}

void progress_line::clear() {
    if (shown_) errors_ << '\r' << std::string(width + 20, ' ') << '\r' << std::flush;
    shown_ = false;
}

}  // namespace parindex::report
