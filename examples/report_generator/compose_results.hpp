/// @file
/// The results: the sentence with rank, total and split, and the table of fields.
#pragma once

#include "report_generator/compose.hpp"

#include <string>

namespace parindex::report {

/// "Năm 2021, ... xếp thứ 06/20 ... Điểm cụ thể ở từng nội dung như sau:"
[[nodiscard]] std::string result_sentence(const plan_material& material);

/// Fields with maximum, score and signed deduction, and the total.
[[nodiscard]] table field_table(const plan_material& material);

/// "Năm 2021, Chỉ số hài lòng ... xếp thứ 15/20 ..."
[[nodiscard]] std::string satisfaction_sentence(const plan_material& material);

/// The title of the chapter on the satisfaction index. @pre planned.satisfaction
[[nodiscard]] std::string satisfaction_title(const plan& planned);

}  // namespace parindex::report
