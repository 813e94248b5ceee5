// Handles of the C interface that free themselves, and its texts as strings, for tests in C++.
#pragma once

#include <parindex.h>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace parindex_test {

template <auto Free>
struct freed_by {
    template <class Handle>
    void operator()(Handle* handle) const noexcept {
        Free(handle);
    }
};

using owned_set = std::unique_ptr<parindex_criteria_set, freed_by<parindex_criteria_set_free>>;
using owned_context = std::unique_ptr<parindex_context, freed_by<parindex_context_free>>;
using owned_assessment = std::unique_ptr<parindex_assessment, freed_by<parindex_assessment_free>>;
using owned_list = std::unique_ptr<parindex_assessment_list, freed_by<parindex_assessment_list_free>>;
using owned_evaluation = std::unique_ptr<parindex_evaluation, freed_by<parindex_evaluation_free>>;
using owned_plan = std::unique_ptr<parindex_plan, freed_by<parindex_plan_free>>;
using owned_coverage = std::unique_ptr<parindex_coverage, freed_by<parindex_coverage_free>>;
using owned_changes = std::unique_ptr<parindex_set_changes, freed_by<parindex_set_changes_free>>;
using owned_questionnaire = std::unique_ptr<parindex_questionnaire, freed_by<parindex_questionnaire_free>>;
using owned_tally = std::unique_ptr<parindex_tally, freed_by<parindex_tally_free>>;
using owned_reader = std::unique_ptr<parindex_answers_reader, freed_by<parindex_answers_reader_free>>;
using owned_index = std::unique_ptr<parindex_satisfaction_index, freed_by<parindex_satisfaction_index_free>>;
using owned_findings = std::unique_ptr<parindex_diagnostics, freed_by<parindex_diagnostics_free>>;

/// An output of a call: what is handed out there belongs to `owner` once the call is over.
template <class Owner>
class into {
public:
    explicit into(Owner& owner) : owner_(owner) {}
    into(const into&) = delete;
    into& operator=(const into&) = delete;
    ~into() { owner_.reset(received_); }
    operator typename Owner::pointer *() noexcept { return &received_; }

private:
    Owner& owner_;
    typename Owner::pointer received_ = nullptr;
};

inline std::string read_file(const std::string& name) {
    std::ifstream in(PARINDEX_DATA_DIR + name, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The text that `function` writes for these arguments. Asks for its length, then tries a buffer of every kind.
template <class Function, class... Arguments>
std::string text_of(Function function, Arguments... arguments) {
    size_t size = 0;
    REQUIRE(function(arguments..., nullptr, 0, &size, nullptr) == PARINDEX_OK);
    std::string buffer(size + 2, '#');
    size_t again = 0;
    parindex_error error{};
    error.struct_size = sizeof error;
    REQUIRE(function(arguments..., buffer.data(), size, &again, &error) == PARINDEX_E_BUFFER_TOO_SMALL);
    REQUIRE(error.code == PARINDEX_E_BUFFER_TOO_SMALL);
    REQUIRE(again == size);
    REQUIRE(buffer == (size == 0 ? std::string(2, '#') : std::string(1, '\0') + std::string(size + 1, '#')));
    REQUIRE(function(arguments..., buffer.data(), size + 1, nullptr, &error) == PARINDEX_OK);
    REQUIRE(error.code == PARINDEX_OK);
    REQUIRE(buffer.substr(size) == std::string("\0#", 2));
    buffer.resize(size);
    return buffer;
}

inline parindex_error error_report() {
    parindex_error out{};
    out.struct_size = sizeof out;
    return out;
}

inline owned_set read_set(std::string_view json) {
    owned_set out;
    parindex_error error = error_report();
    REQUIRE_MESSAGE(
        parindex_criteria_set_read(json.data(), json.size(), nullptr, 0, into(out), nullptr, &error) == PARINDEX_OK,
        error.where, ' ', error.message);
    return out;
}

inline owned_assessment read_marks(const owned_set& set, std::string_view json,
                                   const parindex_context* context = nullptr) {
    owned_assessment out;
    parindex_error error = error_report();
    REQUIRE_MESSAGE(parindex_assessment_read(set.get(), context, json.data(), json.size(), nullptr, 0, into(out),
                                             nullptr, &error) == PARINDEX_OK,
                    error.where, ' ', error.message);
    return out;
}

inline owned_evaluation evaluate_marks(const owned_assessment& marks, const parindex_context* context = nullptr) {
    owned_evaluation out;
    parindex_error error = error_report();
    REQUIRE_MESSAGE(parindex_evaluate(marks.get(), context, into(out), nullptr, &error) == PARINDEX_OK, error.criterion,
                    ' ', error.message);
    return out;
}

inline owned_evaluation son_la() {
    const owned_set set = read_set(read_file("/son-la-2021/criteria.json"));
    return evaluate_marks(read_marks(set, read_file("/son-la-2021/assessment.json")));
}

}  // namespace parindex_test
