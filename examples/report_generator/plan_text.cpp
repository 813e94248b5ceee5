#include "report_generator/plan_text.hpp"

#include "parindex/io/plan_file.hpp"
#include "report_generator/text_from.hpp"

#include <nlohmann/json.hpp>

namespace parindex::report {

std::string write_plan_like(const plan& planned, std::string_view before) {
    std::string out = write_plan(planned);
    const nlohmann::json old = nlohmann::json::parse(before, nullptr, false);
    if (!old.is_object()) return out;
    const auto schema = old.find("$schema");
    if (schema == old.end() || !schema->is_string()) return out;
    constexpr std::string_view start = "{\n";
    out.insert(start.size(), text_from("  \"$schema\": ", schema->dump(), ",\n"));
    return out;
}

}  // namespace parindex::report
