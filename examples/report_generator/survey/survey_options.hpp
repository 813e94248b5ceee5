/// @file
/// The options of the command `survey`.
#pragma once

#include "report_generator/survey/survey_command.hpp"

namespace CLI {
class App;
}

namespace parindex::report {

/// Adds the command to `app`; what is given goes to `into`, which must live as long as `app` parses.
[[nodiscard]] CLI::App& add_survey(CLI::App& app, survey_arguments& into);

}  // namespace parindex::report
