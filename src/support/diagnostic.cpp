#include "parindex/support/diagnostic.hpp"

#include "parindex/support/visible_text.hpp"

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
    // The file's name and a JSON Pointer come from outside as well as the message's words.
    return visible_text(text);
}

bool has_error(const diagnostics& findings) noexcept {
    return std::any_of(findings.begin(), findings.end(),
                       [](const diagnostic& finding) { return finding.level == severity::error; });
}

}  // namespace parindex::inline v0
