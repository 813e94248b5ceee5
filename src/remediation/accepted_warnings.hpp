// Warnings that a plan may accept with a reason, and what becomes of the acceptances.
#pragma once

#include "parindex/remediation/plan.hpp"
#include "support/finding_list.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace parindex::inline v0 {

/// Which function gives a warning: it also tells of the acceptances that met none.
enum class warning_source { check, cover };

struct acceptable_warning {
    error_code code;
    std::string_view word;  ///< In JSON: the name of the enumerator.
    warning_source given_by;
};

/// All of them.
[[nodiscard]] std::span<const acceptable_warning> acceptable_warnings() noexcept;

/// Adds warnings to a list of findings; one that the plan accepts becomes a note with the reason.
class acceptance_filter {
public:
    acceptance_filter(const plan& planned, warning_source source, finding_list& found);

    /// @param id  of the shortfall or task that it concerns; may be empty
    void warn(error_code code, const source_position& where, const std::string& criterion, std::string_view id,
              std::string message);
    /// To be called behind the last warning.
    void report_idle();

private:
    struct acceptance {
        const accepted_warning* given = nullptr;
        bool used = false;
    };

    /// Finds the acceptance of this warning about this subject.
    acceptance* find(error_code code, std::string_view subject);

    finding_list& found_;
    std::vector<acceptance> all_;
    std::map<std::pair<error_code, std::string_view>, std::size_t> by_subject_;
};

}  // namespace parindex::inline v0
