#include "report_generator/unknown_code.hpp"

#include "parindex/text/nearest_word.hpp"
#include "report_generator/text_from.hpp"
#include "report_generator/text_table.hpp"

namespace parindex::report {

std::string unknown_code_message(std::string_view what, std::string_view code,
                                 const std::vector<std::string_view>& codes) {
    std::string out = text_from("no ", what, " has the code \"", within_column(code), "\"");
    const std::string_view nearest = nearest_word(code, codes);
    if (!nearest.empty()) out += text_from("; did you mean \"", within_column(nearest), "\"?");
    return out;
}

}  // namespace parindex::report
