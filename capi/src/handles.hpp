// The objects behind the handles. Each begins with a mark of its kind, so that a pointer to another kind, or to
// something that was freed and not yet used again, is told apart.
#pragma once

#include "parindex.h"
#include "parindex/parindex.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace parindex::capi {

template <std::uint32_t Kind>
class handle {
public:
    handle() = default;
    handle(const handle&) = delete;
    handle& operator=(const handle&) = delete;
    /// Volatile: the compiler may not drop what it thinks nobody reads any more.
    ~handle() { *const_cast<volatile std::uint32_t*>(&kind_) = 0; }

    [[nodiscard]] bool is_intact() const noexcept { return kind_ == Kind; }

private:
    std::uint32_t kind_ = Kind;
};

/// What a pointer of the caller points to. @throws error_code::null_pointer
template <class Value>
Value& required(Value* given, const char* name) {
    if (given == nullptr) throw error(error_code::null_pointer, std::string(name) + " is NULL");
    return *given;
}

/// The object behind a handle. @throws error_code::null_pointer, error_code::wrong_handle
template <class Handle>
Handle& open(Handle* given, const char* name) {
    if (required(given, name).is_intact()) return *given;
    throw error(error_code::wrong_handle, std::string(name) + " is no such object, or was freed");
}

/// For queries that return a number: null where open() throws.
template <class Handle>
const Handle* intact(const Handle* given) noexcept {
    return given != nullptr && given->is_intact() ? given : nullptr;
}

template <class Handle>
void release(Handle* given) noexcept {
    if (intact(given) != nullptr) delete given;
}

}  // namespace parindex::capi

struct parindex_criteria_set : parindex::capi::handle<0x70690001> {
    explicit parindex_criteria_set(parindex::criteria_set read) : set(std::move(read)) {}
    parindex::criteria_set set;
};

struct parindex_context : parindex::capi::handle<0x70690002> {
    explicit parindex_context(parindex::context_description read) : given(std::move(read)) {}
    parindex::context_description given;
};

struct parindex_assessment : parindex::capi::handle<0x70690003> {
    parindex_assessment(parindex::criteria_set of, parindex::assessment read)
        : set(std::move(of)), marks(std::move(read)) {}
    parindex::criteria_set set;
    parindex::assessment marks;
};

struct parindex_assessment_list : parindex::capi::handle<0x70690004> {
    parindex_assessment_list(parindex::criteria_set of, std::vector<parindex::unit_reading> read)
        : set(std::move(of)), units(std::move(read)) {}
    parindex::criteria_set set;
    std::vector<parindex::unit_reading> units;
};

struct parindex_evaluation : parindex::capi::handle<0x70690005> {
    parindex_evaluation(parindex::evaluation made, parindex::assessment from, parindex::evaluation_context with)
        : scored(std::move(made)),
          marks(std::move(from)),
          context(std::move(with)),
          index(parindex::compute_par_index(scored)),
          self(parindex::compare_self(scored, marks, context)) {}
    parindex::evaluation scored;
    parindex::assessment marks;
    parindex::evaluation_context context;
    parindex::par_index index;
    parindex::self_comparison self;
    parindex::diagnostics findings;
};

struct parindex_plan : parindex::capi::handle<0x70690006> {
    explicit parindex_plan(parindex::plan read) : planned(std::move(read)) {}
    parindex::plan planned;
};

struct parindex_coverage : parindex::capi::handle<0x70690007> {
    parindex_coverage(parindex::coverage made, parindex::evaluation of)
        : found(std::move(made)), scored(std::move(of)) {}
    parindex::coverage found;
    parindex::evaluation scored;
};

struct parindex_set_changes : parindex::capi::handle<0x70690008> {
    explicit parindex_set_changes(std::vector<parindex::set_change> found) : changes(std::move(found)) {}
    std::vector<parindex::set_change> changes;
};

struct parindex_questionnaire : parindex::capi::handle<0x7069000A> {
    explicit parindex_questionnaire(parindex::questionnaire read) : form(std::move(read)) {}
    parindex::questionnaire form;
};

struct parindex_tally : parindex::capi::handle<0x7069000B> {
    explicit parindex_tally(parindex::tally made) : counts(std::move(made)) {}
    parindex::tally counts;
};

struct parindex_answers_reader : parindex::capi::handle<0x7069000D> {
    explicit parindex_answers_reader(parindex::answers_reader begun) : reading(std::move(begun)) {}
    std::optional<parindex::answers_reader> reading;  ///< Until the end, or until memory ran out.
};

struct parindex_satisfaction_index : parindex::capi::handle<0x7069000C> {
    explicit parindex_satisfaction_index(parindex::satisfaction_index made) : computed(std::move(made)) {}
    parindex::satisfaction_index computed;
};

struct parindex_diagnostics : parindex::capi::handle<0x70690009> {
    explicit parindex_diagnostics(parindex::diagnostics all) : findings(std::move(all)) {}
    parindex::diagnostics findings;
};
