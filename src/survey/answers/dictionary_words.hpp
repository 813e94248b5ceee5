// The words that scales of satisfaction and yes/no scales are known by: Vietnamese, English, and the codes of the
// ministry's form of 2022. In normal form C.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace parindex::inline v0::dictionary {

/// What a word says, whatever the number of levels.
enum class sense { very_poor, poor, middle, good, very_good };

struct word {
    std::string_view text;
    sense means;
};

inline constexpr std::array satisfaction_words{
    word{"rất hài lòng", sense::very_good},
    word{"rat_hai_long", sense::very_good},
    word{"RHL", sense::very_good},
    word{"rất đồng ý", sense::very_good},
    word{"hoàn toàn đồng ý", sense::very_good},
    word{"very satisfied", sense::very_good},
    word{"strongly agree", sense::very_good},
    word{"hài lòng", sense::good},
    word{"hai_long", sense::good},
    word{"HL", sense::good},
    word{"đồng ý", sense::good},
    word{"satisfied", sense::good},
    word{"agree", sense::good},
    word{"bình thường", sense::middle},
    word{"binh_thuong", sense::middle},
    word{"BT", sense::middle},
    word{"phân vân", sense::middle},
    word{"neutral", sense::middle},
    word{"neither satisfied nor dissatisfied", sense::middle},
    word{"neither agree nor disagree", sense::middle},
    word{"không hài lòng", sense::poor},
    word{"khong_hai_long", sense::poor},
    word{"KHL", sense::poor},
    word{"không đồng ý", sense::poor},
    word{"dissatisfied", sense::poor},
    word{"disagree", sense::poor},
    word{"rất không hài lòng", sense::very_poor},
    word{"rat_khong_hai_long", sense::very_poor},
    word{"RKHL", sense::very_poor},
    word{"rất không đồng ý", sense::very_poor},
    word{"hoàn toàn không đồng ý", sense::very_poor},
    word{"very dissatisfied", sense::very_poor},
    word{"strongly disagree", sense::very_poor},
};

inline constexpr std::array yes_no_words{
    word{"có", sense::good},
    word{"yes", sense::good},
    word{"không", sense::poor},
    word{"no", sense::poor},
};

// From the least favourable level: all that scales in use are made of. Three levels are RHL/HL/KHL in one province and
// HL/BT/KHL in others.
inline constexpr std::array five{sense::very_poor, sense::poor, sense::middle, sense::good, sense::very_good};
inline constexpr std::array four_even{sense::very_poor, sense::poor, sense::good, sense::very_good};
inline constexpr std::array four_odd{sense::poor, sense::middle, sense::good, sense::very_good};
inline constexpr std::array three_of_good{sense::poor, sense::good, sense::very_good};
inline constexpr std::array three_of_middle{sense::poor, sense::middle, sense::good};
inline constexpr std::array two{sense::poor, sense::good};

inline constexpr std::array<std::span<const sense>, 6> orders{five,          four_even,       four_odd,
                                                              three_of_good, three_of_middle, two};

}  // namespace parindex::inline v0::dictionary
