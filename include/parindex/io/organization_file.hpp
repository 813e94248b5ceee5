/// @file
/// The JSON file of a register of units (sổ đăng ký đơn vị).
#pragma once

#include "parindex/organization/organization_registry.hpp"

#include <string>
#include <string_view>

namespace parindex::inline v0 {

/// Reads "parindex.organization/1" and checks the register.
/// @param json  the text of the file, UTF-8, at most limits::file_bytes
/// @param file  the name to give in diagnostics
/// @param notes if not null, receives the notes of a text that was accepted
[[nodiscard]] result<organization_registry> read_organization(std::string_view json, std::string_view file,
                                                              diagnostics* notes = nullptr);

/// The file of a register. Equal registers give equal bytes.
[[nodiscard]] std::string write_organization(const organization_registry& registry);

}  // namespace parindex::inline v0
