// Rows of wide files that hold nothing unusual, read in one pass over their bytes.
#pragma once

#include "io/answers/answer_rows.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// Counts a row only if it understands all of it: every cell is known from before, or a number of seconds, stratum or
/// cluster. It finds no errors. Whatever it declines is read by csv_reader, which finds them, and whose words it knows
/// from then on.
class fast_answers {
public:
    fast_answers(answer_file& file, char delimiter);

    /// Whether the layout of the file can be read so.
    [[nodiscard]] bool usable() const noexcept { return usable_; }

    /// Counts the rows that `bytes` begin with. @return how many bytes of them
    /// @pre they end with a line break, so that no step has to ask for the end of its row
    [[nodiscard]] std::size_t read(std::string_view bytes, std::size_t& lines);

private:
    enum class use : std::uint8_t { none, question, unit, group, stratum, cluster, seconds };

    struct column {
        use what = use::none;
        std::size_t index = 0;                 ///< Of the question or group.
        std::size_t mentions = 0;              ///< Of a question of several marks.
        const std::uint8_t* places = nullptr;  ///< Of a question that takes one option, by a byte.
        std::uint8_t blank = 0;                ///< The place of an empty cell, as above.
        std::size_t alike = 0;  ///< Columns from here on, but for the last, of questions in order with the same places.
    };

    void set(const mapped_column& mapped, const column& as);
    void find_alike();
    const char* skip_digits(const column& first, const char* at, const char* end, std::uint8_t* answers,
                            std::size_t& read) const;
    [[nodiscard]] const char* read_row(const char* from, const char* end);
    [[nodiscard]] bool take(const column& each, std::string_view cell);

    answer_file& file_;
    char delimiter_;
    bool usable_ = false;
    std::vector<column> columns_;
    std::vector<std::array<std::uint8_t, 256>> places_;  // by question
    std::uint64_t odd_bytes_ = 0;
    std::uint64_t odd_delimiters_ = 0;
    std::array<bool, 256> ends_{};  // a cell, or make it unusual
};

}  // namespace parindex::inline v0
