/// @file
/// How far a long reading has come, on a terminal.
#pragma once

#include <cstdint>
#include <ostream>

namespace parindex::report {

/// A line on the terminal that is written again and again; nothing where messages go elsewhere.
class progress_line {
public:
    explicit progress_line(std::ostream& errors);

    /// `done` bytes of `all` are read. Short readings show nothing.
    void show(std::uint64_t done, std::uint64_t all);
    /// Takes the line away.
    void clear();

private:
    std::ostream& errors_;
    bool shown_ = false;
    bool on_terminal_ = false;
    std::uint64_t last_ = 0;  // percent
};

}  // namespace parindex::report
