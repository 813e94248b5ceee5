#include "parindex/support/diagnostic.hpp"

#include <algorithm>

namespace parindex::inline v0 {

std::string to_string(const diagnostic& finding) {
    std::string text = finding.where.file;
    if (finding.where.line != 0) {
        if (!text.empty()) text += ':';
        text += std::to_string(finding.where.line) + ':' + std::to_string(finding.where.column);
    }
    if (!text.empty()) text += ": ";
    switch (finding.level) {
        case severity::note: text += "note: "; break;
        case severity::warning: text += "warning: "; break;
        case severity::error: text += "error: "; break;
    }
    text += finding.message;
    if (!finding.where.pointer.empty()) text += " [" + finding.where.pointer + ']';
    return text;
}

bool has_error(const diagnostics& findings) noexcept {
    return std::any_of(findings.begin(), findings.end(),
                       [](const diagnostic& finding) { return finding.level == severity::error; });
}

}  // namespace parindex::inline v0
