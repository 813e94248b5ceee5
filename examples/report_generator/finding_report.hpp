/// @file
/// The findings of all files of a folder, in the order of the files and lines.
#pragma once

#include "parindex/support/diagnostic.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace parindex::report {

/// Collects findings, at most twice limits::diagnostics for one file at any time: a file of ten thousand bad units is
/// answered in bounded space. Errors stay before warnings, and those before notes; the rest is counted.
class finding_report {
public:
    /// @param files  the order of the files; those that are not named here come behind, in the order of their findings
    explicit finding_report(const std::vector<std::string>& files = {});

    void add(const diagnostics& found);

    [[nodiscard]] bool has_error() const noexcept { return count(severity::error) != 0; }
    /// All that were added, listed or not.
    [[nodiscard]] std::size_t count(severity level) const noexcept { return counts_[static_cast<std::size_t>(level)]; }
    /// "3 errors, 2 warnings, 1 note"
    [[nodiscard]] std::string totals() const;

    /// What print() prints a line for, in that order.
    [[nodiscard]] diagnostics listed() const;
    /// How many it only counts.
    [[nodiscard]] std::size_t unlisted() const;

    /// Prints one line for each, and for each file how many are not listed.
    void print(std::ostream& out) const;

private:
    struct file_findings {
        std::string name;
        diagnostics listed;
        std::size_t unlisted = 0;

        /// As they are printed, and how many are not.
        [[nodiscard]] std::pair<diagnostics, std::size_t> in_order() const;
    };

    file_findings& of(const std::string& file);

    std::vector<file_findings> files_;
    std::map<std::string, std::size_t> places_;  // of the files in files_
    std::array<std::size_t, 3> counts_{};        // by level
};

}  // namespace parindex::report
