// What a call tells its caller about what it found.
#pragma once

#include "handles.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace parindex::capi {

/// A parindex_error that reaches behind its code.
inline constexpr std::size_t least_error_size = offsetof(parindex_error, severity);

/// Fills as much of `report` as its struct_size holds. Null, or a size that does not reach behind the code: nothing.
void report_success(parindex_error* report) noexcept;
parindex_status report_failure(parindex_error* report, error_code code, std::string_view message) noexcept;
void report_finding(parindex_error* report, const diagnostic& found, std::size_t findings) noexcept;

/// Sets an optional output to null before anything can fail.
template <class Handle>
void clear(Handle** output) noexcept {
    if (output != nullptr) *output = nullptr;
}

/// Sets a required output to null. @throws error_code::null_pointer
template <class Handle>
void prepare(Handle** output, const char* name) {
    required(output, name) = nullptr;
}

/// Hands out findings: nothing where there are none, or nobody asks.
parindex_status hand_out(diagnostics findings, parindex_diagnostics** output);

/// Hands out all findings and reports the first error among them.
/// @pre there is an error among them
/// @return its code
parindex_status refuse(diagnostics findings, parindex_diagnostics** output, parindex_error* report);

/// Hands out a new object and the findings about it: both, or nothing.
template <class Handle>
parindex_status hand_out(std::unique_ptr<Handle> made, Handle** output, diagnostics findings,
                         parindex_diagnostics** diagnostics_output) {
    hand_out(std::move(findings), diagnostics_output);  // the last that can fail
    *output = made.release();
    return PARINDEX_OK;
}

}  // namespace parindex::capi
