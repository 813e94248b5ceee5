// What spoils the arguments of a function in every way that their types have, and looks at what comes of it.
#pragma once

#include "surveys.hpp"

#include "parindex/text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <tuple>
#include <type_traits>
#include <vector>

namespace parindex_test {

/// Handles of every kind.
struct everything {
    owned_set set = read_set(read_file("/illustration-2025/criteria.json"));
    owned_set other_set = read_set(read_file("/son-la-2021/criteria.json"));
    owned_context context;
    owned_assessment marks;
    owned_list list;
    owned_evaluation made;
    owned_plan plan;
    owned_coverage coverage;
    owned_changes changes;
    owned_findings findings;
    owned_questionnaire form = read_form(groups_json);
    owned_tally tally = empty_tally(form, {"gioi"});
    owned_tally plain = fx1_of_sheets();
    owned_reader reader;
    owned_index index = compute(plain, request("P3"));
    std::string context_json = read_file("/illustration-2025/context.json");
    std::string marks_json = read_file("/illustration-2025/assessments/vpub-son-la.json");
    std::string plan_json;

    everything() {
        REQUIRE(parindex_context_read(set.get(), context_json.data(), context_json.size(), nullptr, 0, into(context),
                                      nullptr, nullptr) == PARINDEX_OK);
        marks = read_marks(set, marks_json, context.get());
        REQUIRE(parindex_assessment_list_read(set.get(), context.get(), marks_json.data(), marks_json.size(), nullptr,
                                              0, into(list), nullptr, nullptr) == PARINDEX_OK);
        made = evaluate_marks(marks, context.get());
        REQUIRE(parindex_plan_draft(made.get(), nullptr, into(plan), nullptr) == PARINDEX_OK);
        plan_json = text_of(parindex_plan_json, plan.get());
        REQUIRE(parindex_plan_cover(plan.get(), made.get(), into(coverage), into(findings), nullptr) == PARINDEX_OK);
        REQUIRE(parindex_criteria_set_compare(other_set.get(), set.get(), into(changes), nullptr) == PARINDEX_OK);
        REQUIRE(parindex_diagnostics_count(findings.get()) > 0);
        REQUIRE(parindex_answers_reader_create(plain.get(), fx1_columns.data(), fx1_columns.size(), nullptr, 0,
                                               into(reader), nullptr, nullptr) == PARINDEX_OK);
    }
    /// All handles as what they are not.
    [[nodiscard]] std::vector<void*> handles() const {
        return {set.get(),     context.get(),  marks.get(), list.get(),  made.get(),  plan.get(),  coverage.get(),
                changes.get(), findings.get(), form.get(),  tally.get(), index.get(), reader.get()};
    }
};

template <class Type>
concept opaque = std::is_same_v<Type, parindex_criteria_set> || std::is_same_v<Type, parindex_context> ||
    std::is_same_v<Type, parindex_assessment> || std::is_same_v<Type, parindex_assessment_list> ||
    std::is_same_v<Type, parindex_evaluation> || std::is_same_v<Type, parindex_plan> ||
    std::is_same_v<Type, parindex_coverage> || std::is_same_v<Type, parindex_set_changes> ||
    std::is_same_v<Type, parindex_questionnaire> || std::is_same_v<Type, parindex_tally> ||
    std::is_same_v<Type, parindex_answers_reader> || std::is_same_v<Type, parindex_satisfaction_index> ||
    std::is_same_v<Type, parindex_diagnostics>;

template <class Argument>
using pointee = std::remove_const_t<std::remove_pointer_t<Argument>>;
template <class Argument>
concept handle_argument = std::is_pointer_v<Argument> && opaque<pointee<Argument>>;
template <class Argument>
concept handle_output = std::is_pointer_v<Argument> && std::is_pointer_v<pointee<Argument>> &&
    opaque<std::remove_pointer_t<pointee<Argument>>>;

inline void release(parindex_criteria_set* each) {
    parindex_criteria_set_free(each);
}
inline void release(parindex_context* each) {
    parindex_context_free(each);
}
inline void release(parindex_assessment* each) {
    parindex_assessment_free(each);
}
inline void release(parindex_assessment_list* each) {
    parindex_assessment_list_free(each);
}
inline void release(parindex_evaluation* each) {
    parindex_evaluation_free(each);
}
inline void release(parindex_plan* each) {
    parindex_plan_free(each);
}
inline void release(parindex_coverage* each) {
    parindex_coverage_free(each);
}
inline void release(parindex_set_changes* each) {
    parindex_set_changes_free(each);
}
inline void release(parindex_questionnaire* each) {
    parindex_questionnaire_free(each);
}
inline void release(parindex_tally* each) {
    parindex_tally_free(each);
}
inline void release(parindex_answers_reader* each) {
    parindex_answers_reader_free(each);
}
inline void release(parindex_satisfaction_index* each) {
    parindex_satisfaction_index_free(each);
}
inline void release(parindex_diagnostics* each) {
    parindex_diagnostics_free(each);
}

/// Spoils the arguments of one function. Positions of arguments that may be NULL are told by their types, but for those
/// in `optional`.
template <class... Arguments>
class attack {
public:
    using function = parindex_status (*)(Arguments...) noexcept;
    static constexpr size_t count = sizeof...(Arguments);
    template <size_t At>
    using argument = std::tuple_element_t<At, std::tuple<Arguments...>>;

    attack(const everything& data, std::string name, function called, std::vector<size_t> optional, Arguments... sound)
        : handles_(data.handles()),
          name_(std::move(name)),
          called_(called),
          optional_(std::move(optional)),
          sound_(sound...) {}

    void run() {
        CAPTURE(name_);
        REQUIRE(call(sound_) == PARINDEX_OK);
        each_position(std::make_index_sequence<count>());
    }

private:
    template <size_t... At>
    void each_position(std::index_sequence<At...>) {
        (spoil<At>(), ...);
    }

    template <size_t At>
    void spoil() {
        using type = argument<At>;
        if constexpr (std::is_pointer_v<type>) {
            const parindex_status status = with<At>(nullptr);
            CAPTURE(At);
            if (may_be_null<At>()) {
                CHECK(status == PARINDEX_OK);
            } else {
                CHECK(status == PARINDEX_E_NULL_POINTER);
            }
        }
        if constexpr (handle_argument<type>) {
            for (void* const wrong : handles_) {
                if (std::memcmp(wrong, std::get<At>(sound_), sizeof(uint32_t)) == 0) continue;  // of the same kind
                CAPTURE(At);
                CHECK(with<At>(static_cast<type>(wrong)) == PARINDEX_E_WRONG_HANDLE);
            }
        }
        if constexpr (std::is_same_v<type, int32_t>) {
            constexpr int32_t least = std::numeric_limits<int32_t>::min();
            constexpr int32_t most = std::numeric_limits<int32_t>::max();
            for (const int32_t word : {least, least + 1, -2, 1'000'000, most}) {
                CAPTURE(At);
                CAPTURE(word);
                CHECK(with<At>(word) != PARINDEX_OK);
            }
            with<At>(PARINDEX_NONE);
        }
        if constexpr (std::is_same_v<type, int64_t>) {
            for (const int64_t number : {std::numeric_limits<int64_t>::min(), int64_t{-1}}) {
                CAPTURE(At);
                CAPTURE(number);
                CHECK(with<At>(number) != PARINDEX_OK);
            }
        }
        if constexpr (std::is_same_v<type, size_t>) {
            constexpr size_t most = std::numeric_limits<size_t>::max();
            // Tallies are read beyond the limit of other files.
            const size_t mebibytes = name_ == "parindex_tally_read" ? 1024 : 16;
            const size_t above = mebibytes * 1024 * 1024 + 1;
            for (const size_t size : {most, most - 1, most / 2, most / 2 + 1, above}) {
                CAPTURE(At);
                CAPTURE(size);
                if (!is_capacity<At>()) CHECK(with<At>(size) != PARINDEX_OK);
            }
        }
        if constexpr (is_text<At>()) {
            using namespace std::string_view_literals;
            for (const std::string_view bad :
                 {"\xFF"sv, "a\xC3"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "\x80"sv, "a\xE1\xBB"sv}) {
                CAPTURE(At);
                auto arguments = sound_;
                std::get<At>(arguments) = bad.data();
                std::get<At + 1>(arguments) = bad.size();
                CHECK(call(arguments) != PARINDEX_OK);
            }
            for (const std::string_view odd : {""sv, "\0"sv, "\n\t\x1B[2J"sv, "\xEF\xBB\xBF"sv, "[[[["sv}) {
                auto arguments = sound_;
                std::get<At>(arguments) = odd.data();
                std::get<At + 1>(arguments) = odd.size();
                call(arguments);
            }
        }
    }

    template <size_t At>
    static constexpr bool is_text() {
        if constexpr (At + 1 < count) {
            return std::is_same_v<argument<At>, const char*> && std::is_same_v<argument<At + 1>, size_t>;
        } else {
            return false;
        }
    }

    template <size_t At>
    static constexpr bool is_capacity() {
        if constexpr (At > 0) {
            return std::is_same_v<argument<At - 1>, char*> || std::is_same_v<argument<At - 1>, int32_t*> ||
                   std::is_same_v<argument<At - 1>, int64_t*>;
        } else {
            return false;
        }
    }

    template <size_t At>
    bool may_be_null() const {
        using type = argument<At>;
        if (std::find(optional_.begin(), optional_.end(), At) != optional_.end()) return true;
        return std::is_same_v<type, void*> || (std::is_same_v<type, const parindex_context*> && At > 0) ||
               (std::is_same_v<type, parindex_error*> && At + 1 == count);
    }

    template <size_t At>
    parindex_status with(argument<At> spoiled) {
        auto arguments = sound_;
        std::get<At>(arguments) = spoiled;
        return call(arguments);
    }

    /// Calls, and looks at what was handed out.
    parindex_status call(std::tuple<Arguments...> arguments) {
        std::apply([](auto... each) { (poison(each), ...); }, arguments);
        const parindex_status status = std::apply(called_, arguments);
        std::apply([&](auto... each) { (check_output(each, status), ...); }, arguments);
        return status;
    }

    template <class Argument>
    static void poison(Argument each) {
        if constexpr (handle_output<Argument>) {
            if (each != nullptr) *each = nullptr;
        } else if constexpr (std::is_same_v<Argument, parindex_error*>) {
            if (each != nullptr) each->code = -1;
        }
    }

    template <class Argument>
    static void check_output(Argument each, parindex_status status) {
        if constexpr (handle_output<Argument>) {
            constexpr bool findings = std::is_same_v<Argument, parindex_diagnostics**>;
            if (each == nullptr || *each == nullptr) return;
            CHECK((findings || status == PARINDEX_OK));
            release(*each);
            *each = nullptr;
        } else if constexpr (std::is_same_v<Argument, parindex_error*>) {
            // Of parindex_diagnostics_get() the first is a finding.
            if (each == nullptr || each->code == -1) return;
            CHECK((each->code == status || status == PARINDEX_OK));
            CHECK((status == PARINDEX_OK || each->message[0] != '\0'));
            CHECK_FALSE(parindex::find_invalid_utf8(each->message));
            CHECK_FALSE(parindex::find_invalid_utf8(each->criterion));
            CHECK_FALSE(parindex::find_invalid_utf8(each->where));
        }
    }

    std::vector<void*> handles_;
    std::string name_;
    function called_;
    std::vector<size_t> optional_;
    std::tuple<Arguments...> sound_;
};

/// Lets the arguments convert to those of the function.
template <class... Arguments>
void spoil(const everything& data, const std::string& name, parindex_status (*called)(Arguments...) noexcept,
           std::vector<size_t> optional, std::type_identity_t<Arguments>... sound) {
    attack<Arguments...>(data, name, called, std::move(optional), sound...).run();
}

#define SPOIL(function, ...) spoil(data, #function, function, __VA_ARGS__)

using optional = std::vector<size_t>;

/// Where outputs go while arguments are spoiled.
struct receivers {
    std::vector<char> buffer = std::vector<char>(1 << 20);
    size_t size = 0;
    size_t count = 0;
    int32_t word = 0;
    std::vector<int32_t> indices = std::vector<int32_t>(1'000);
    parindex_decimal number{};
    parindex_error error = error_report();
};

}  // namespace parindex_test
