// The one way in: every function of the interface runs its body here, so that no exception leaves.
#pragma once

#include "error_report.hpp"

#include <exception>
#include <new>
#include <stdexcept>

namespace parindex::capi {

/// Runs `body`, which returns a status or throws, and reports what went wrong. A body that returns another status than
/// PARINDEX_OK has filled `report` itself.
template <class Body>
parindex_status guarded(parindex_error* report, Body body) noexcept {
    try {
        const parindex_status status = body();
        if (status == PARINDEX_OK) report_success(report);
        return status;
    } catch (const error& problem) {
        return report_failure(report, problem.code(), problem.what());
    } catch (const std::bad_alloc&) {
        return report_failure(report, error_code::no_memory, "memory is exhausted");
    } catch (const std::length_error&) {  // a size that no memory could hold
        return report_failure(report, error_code::no_memory, "memory is exhausted");
    } catch (const std::exception& problem) {
        return report_failure(report, error_code::internal, problem.what());
    } catch (...) {
        return report_failure(report, error_code::internal, "unknown exception");
    }
}

}  // namespace parindex::capi
