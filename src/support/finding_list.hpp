// Collects findings up to the limit and counts the rest, so that a hopeless file is answered in bounded space.
#pragma once

#include "parindex/support/diagnostic.hpp"
#include "parindex/support/limits.hpp"

#include <string>
#include <utility>

namespace parindex::inline v0 {

class finding_list {
public:
    void add(diagnostic finding) {
        has_error_ = has_error_ || finding.level == severity::error;
        if (found_.size() < limits::diagnostics) {
            found_.push_back(std::move(finding));
        } else {
            ++unlisted_;
        }
    }
    void add(error_code code, source_position where, std::string criterion, std::string message,
             severity level = severity::error) {
        add({code, level, std::move(where), std::move(criterion), std::move(message)});
    }
    void add(diagnostics findings) {
        for (diagnostic& finding : findings) add(std::move(finding));
    }

    /// Whether further findings are only counted: whoever builds costly ones can stop at count().
    [[nodiscard]] bool full() const noexcept { return found_.size() >= limits::diagnostics; }
    void count(severity level) noexcept {
        has_error_ = has_error_ || level == severity::error;
        ++unlisted_;
    }

    [[nodiscard]] bool empty() const noexcept { return found_.empty(); }
    [[nodiscard]] bool has_error() const noexcept { return has_error_; }

    /// All findings; if some were not listed, a last one says how many.
    [[nodiscard]] diagnostics take() && {
        if (unlisted_ != 0) {
            found_.push_back({found_.back().code,
                              has_error_ ? severity::error : severity::warning,
                              {found_.back().where.file, 0, 0, {}},
                              "",
                              std::to_string(unlisted_) + " further findings are not listed"});
        }
        return std::move(found_);
    }

private:
    diagnostics found_;
    std::size_t unlisted_ = 0;
    bool has_error_ = false;
};

}  // namespace parindex::inline v0
