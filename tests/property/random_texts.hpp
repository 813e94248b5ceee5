// Texts that are hard to write and to read back: quotes, control characters, letters of several bytes.
#pragma once

#include "random_numbers.hpp"

#include "parindex/text/normalization.hpp"

#include <array>
#include <string>
#include <vector>

namespace parindex_test {

class random_texts {
public:
    explicit random_texts(random_numbers& random) : random_(random) {}

    /// Says something, and is in normal form C.
    std::string text() {
        using namespace std::string_literals;
        static const std::array pieces = {
            "Sở Nội vụ"s, " "s,    "\""s,      "\\"s,  "/"s,     "\n"s,     "\r\t"s,   "\0"s, "\x1F"s,       "\x7F"s,
            "~1"s,        "{}[]"s, "\\u0041"s, "ộ"s,   "Đ"s,     "\u0301"s, "\u202E"s, "☂"s,  "\U0001F600"s, "\uFEFF"s,
            "94,52"s,     "null"s, "'"s,       "<b>"s, "&amp;"s, "\u2028"s, "\uFFFD"s, "0"s};
        std::string out;
        for (int count = random_.between(0, 5); count > 0; --count) {
            out += pieces[static_cast<std::size_t>(random_.between(0, static_cast<int>(pieces.size()) - 1))];
        }
        out += "ạ";
        return parindex::to_nfc(out);
    }
    /// A text that neither begins nor ends with a space, and no other code looks like it.
    std::string code(const std::string& own) { return "0" + text() + own; }
    std::string maybe_text() { return random_.one_in(3) ? std::string() : text(); }

    std::vector<std::string> texts(int most) {
        std::vector<std::string> out;
        for (int count = random_.between(0, most); count > 0; --count) out.push_back(text());
        return out;
    }

private:
    random_numbers& random_;
};

}  // namespace parindex_test
