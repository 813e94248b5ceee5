#include "report_generator/finding_report.hpp"

#include "parindex/support/limits.hpp"
#include "parindex/support/visible_text.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace parindex::report {

namespace {

/// Keeps the heaviest findings, the first of them where they weigh the same, in the order they came in.
std::size_t cut_to_limit(diagnostics& found) {
    if (found.size() <= limits::diagnostics) return 0;
    std::size_t room = limits::diagnostics;
    std::array<std::size_t, 3> kept{};
    for (const severity level : {severity::error, severity::warning, severity::note}) {
        const auto count = static_cast<std::size_t>(
            std::count_if(found.begin(), found.end(), [level](const diagnostic& each) { return each.level == level; }));
        kept[static_cast<std::size_t>(level)] = std::min(count, room);
        room -= std::min(count, room);
    }
    const std::size_t before = found.size();
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&kept](const diagnostic& each) {
                                   std::size_t& left = kept[static_cast<std::size_t>(each.level)];
                                   if (left == 0) return true;
                                   --left;
                                   return false;
                               }),
                found.end());
    return before - found.size();
}

/// What has no line says something about what stands before it, such as how many findings are not listed.
std::pair<std::size_t, std::size_t> place_of(const diagnostic& each) {
    const bool known = each.where.line != 0;
    return {known ? each.where.line : std::numeric_limits<std::size_t>::max(), each.where.column};
}

}  // namespace

finding_report::finding_report(const std::vector<std::string>& files) {
    for (const std::string& file : files) of(file);
}

finding_report::file_findings& finding_report::of(const std::string& file) {
    const auto [place, fresh] = places_.emplace(file, files_.size());
    if (fresh) files_.push_back({file, {}, 0});
    return files_[place->second];
}

void finding_report::add(const diagnostics& found) {
    for (const diagnostic& each : found) {
        ++counts_[static_cast<std::size_t>(each.level)];
        file_findings& file = of(each.where.file);
        file.listed.push_back(each);
        if (file.listed.size() >= 2 * limits::diagnostics) file.unlisted += cut_to_limit(file.listed);
    }
}

std::string finding_report::totals() const {
    return text_from(counted(count(severity::error), "error"), ", ", counted(count(severity::warning), "warning"), ", ",
                     counted(count(severity::note), "note"));
}

std::pair<diagnostics, std::size_t> finding_report::file_findings::in_order() const {
    std::pair<diagnostics, std::size_t> out{listed, unlisted};
    out.second += cut_to_limit(out.first);
    std::stable_sort(out.first.begin(), out.first.end(),
                     [](const diagnostic& a, const diagnostic& b) { return place_of(a) < place_of(b); });
    return out;
}

diagnostics finding_report::listed() const {
    diagnostics out;
    for (const file_findings& file : files_) {
        const diagnostics found = file.in_order().first;
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

std::size_t finding_report::unlisted() const {
    std::size_t out = 0;
    for (const file_findings& file : files_) out += file.in_order().second;
    return out;
}

void finding_report::print(std::ostream& out) const {
    for (const file_findings& file : files_) {
        const auto& [found, rest] = file.in_order();
        for (const diagnostic& each : found) out << to_string(each) << '\n';
        if (rest == 0) continue;
        if (!file.name.empty()) out << visible_text(file.name) << ": ";
        out << counted(rest, "further finding") << (rest == 1 ? " is" : " are") << " not listed\n";
    }
}

}  // namespace parindex::report
