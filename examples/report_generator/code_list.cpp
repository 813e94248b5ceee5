#include "report_generator/code_list.hpp"

#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

#include <algorithm>
#include <cstddef>

namespace parindex::report {

std::string bounded_list(const std::vector<std::string>& entries) {
    constexpr std::size_t most = 10;
    std::string out;
    for (std::size_t index = 0; index < std::min(entries.size(), most); ++index) {
        out += text_from(index == 0 ? "" : ", ", within_column(entries[index]));
    }
    if (entries.size() > most) out += text_from(" and ", std::to_string(entries.size() - most), " more");
    return out;
}

}  // namespace parindex::report
