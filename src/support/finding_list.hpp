// Collects findings up to the limit and counts the rest, so that a hopeless file is answered in bounded space.
#pragma once

#include "parindex/support/diagnostic.hpp"
#include "parindex/support/limits.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

namespace parindex::inline v0 {

class finding_list {
public:
    /// A finding that weighs more than one of those listed takes the place of the last and lightest of them, so that no
    /// number of notes hides an error.
    void add(diagnostic finding) {
        const severity level = finding.level;
        if (found_.size() >= limits::diagnostics && !make_room(level)) return count(level);
        ++listed(level);
        found_.push_back(std::move(finding));
    }
    void add(error_code code, source_position where, std::string criterion, std::string message,
             severity level = severity::error) {
        add({code, level, std::move(where), std::move(criterion), std::move(message)});
    }
    void add(diagnostics findings) {
        for (diagnostic& finding : findings) add(std::move(finding));
    }

    /// Takes the last of what another list gave off where it says how many that one did not list, and counts those
    /// here.
    void count_unlisted(diagnostics& findings) {
        if (findings.size() <= limits::diagnostics) return;
        for (unsigned long rest = std::stoul(findings.back().message); rest > 0; --rest) count(findings.back().level);
        findings.pop_back();
    }

    /// Whether further findings of every level are only counted: whoever builds costly ones can stop at count().
    [[nodiscard]] bool full() const noexcept {
        return found_.size() >= limits::diagnostics && listed_[2] == found_.size();
    }
    void count(severity level) noexcept {
        heaviest_unlisted_ = std::max(heaviest_unlisted_, level);
        ++unlisted_;
    }

    [[nodiscard]] bool empty() const noexcept { return found_.empty(); }
    [[nodiscard]] bool has_error() const noexcept { return listed_[2] != 0 || heaviest_unlisted_ == severity::error; }

    /// All findings; if some were not listed, a last one says how many.
    [[nodiscard]] diagnostics take() && {
        if (unlisted_ != 0) {
            found_.push_back({found_.back().code,
                              has_error() ? severity::error : heaviest_unlisted_,
                              {found_.back().where.file, 0, 0, {}},
                              "",
                              std::to_string(unlisted_) + " further findings are not listed"});
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] std::size_t& listed(severity level) noexcept { return listed_[static_cast<std::size_t>(level)]; }

    /// Moves the last finding of the lightest level below `level` from the list to the count. Every place is vacated
    /// twice at most.
    bool make_room(severity level) {
        for (const severity lighter : {severity::note, severity::warning}) {
            if (lighter >= level) return false;
            if (listed(lighter) == 0) continue;
            const auto last = std::find_if(found_.rbegin(), found_.rend(),
                                           [lighter](const diagnostic& each) { return each.level == lighter; });
            found_.erase(std::next(last).base());
            --listed(lighter);
            count(lighter);
            return true;
        }
        return false;
    }

    diagnostics found_;
    std::array<std::size_t, 3> listed_{};  // by level
    std::size_t unlisted_ = 0;
    severity heaviest_unlisted_ = severity::note;
};

}  // namespace parindex::inline v0
