/// @file
/// A document as one HTML page that needs nothing else: no script, no font, no image, no network.
#pragma once

#include "report_generator/document.hpp"

#include <string>
#include <string_view>

namespace parindex::report {

/// The whole page. On a screen it shows a sheet of paper with the working notes below it; printed on A4 it is the
/// document alone, laid out by Decree 30/2020/ND-CP, appendix I.
[[nodiscard]] std::string write_html(const document& source);

/// `text` for element content and quoted attribute values. Control characters, which HTML forbids, become spaces.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace parindex::report
