/// @file
/// The marks of files, unit by unit.
#pragma once

#include "parindex/io/assessment_file.hpp"
#include "report_generator/data_folder.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parindex::report {

/// Whether a file may add marks to units that other files have marks of.
enum class marks_file { has_all_marks, adds_to_others };

/// Adds what was read of files of marks to a folder: each unit to those accepted or refused. A file that may, as that
/// of a survey, adds marks to a unit where it agrees about the unit and gives none that is given already; otherwise a
/// unit that has marks of that year is refused.
class mark_collector {
public:
    explicit mark_collector(data_folder& to) : to_(to) {}

    /// @param read  the units of a file, or what is wrong with the file itself
    /// @param file  its name
    void add(result<std::vector<unit_reading>> read, const std::string& file,
             marks_file kind = marks_file::has_all_marks);

    /// Leaves out units of which another file was refused: half of the marks of a unit give no score of it. To be
    /// called once all files are added.
    void finish();

    /// The unit as files said that were added, or null.
    [[nodiscard]] const scored_unit* find(std::string_view code, int year) const;

private:
    void accept(accepted_marks read, marks_file kind);
    void refuse(refused_marks read) { to_.refused.push_back(std::move(read)); }
    /// Why marks cannot be joined to those of the same unit and year; empty: they can.
    [[nodiscard]] static std::string why_apart(const assessment& first, const assessment& more, marks_file kind);

    data_folder& to_;
    std::map<std::pair<std::string, int>, std::size_t> place_of_;  // of accepted units, by code and year
};

}  // namespace parindex::report
