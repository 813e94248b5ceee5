/// @file
/// The marks of files, unit by unit.
#pragma once

#include "parindex/io/assessment_file.hpp"
#include "report_generator/data_folder.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace parindex::report {

/// Adds what was read of files of marks to a folder: each unit to those accepted or refused. One that has marks of that
/// year already is refused.
class mark_collector {
public:
    explicit mark_collector(data_folder& to) : to_(to) {}

    /// @param read  the units of a file, or what is wrong with the file itself
    /// @param file  its name
    void add(result<std::vector<unit_reading>> read, const std::string& file);

private:
    void accept(accepted_marks read);
    void refuse(refused_marks read) { to_.refused.push_back(std::move(read)); }

    data_folder& to_;
    std::map<std::pair<std::string, int>, source_position> first_of_;  // by code and year
};

}  // namespace parindex::report
