#include "dectest_file.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <stdexcept>

namespace dectest {

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// Words separated by blanks; a quoted word may hold anything, and its quote twice stands for the quote itself.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (true) {
        at = line.find_first_not_of(" \t\r", at);
        if (at == std::string::npos) return words;
        std::string word;
        const char quote = line[at];
        if (quote == '\'' || quote == '"') {
            for (++at; at < line.size(); ++at) {
                if (line[at] == quote && (at + 1 == line.size() || line[at + 1] != quote)) break;
                if (line[at] == quote) ++at;
                word += line[at];
            }
            ++at;
        } else {
            const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
            word = line.substr(at, end - at);
            at = end;
            if (word.starts_with("--") && std::find(words.begin(), words.end(), "->") != words.end()) return words;
        }
        words.push_back(word);
    }
}

std::optional<int> whole(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int out = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
}

void obey(const std::string& name, const std::string& value, context& in) {
    using parindex::rounding_mode;
    static const std::map<std::string, rounding_mode> modes{{"half_up", rounding_mode::half_up},
                                                            {"half_even", rounding_mode::half_even},
                                                            {"half_down", rounding_mode::half_down},
                                                            {"down", rounding_mode::down},
                                                            {"up", rounding_mode::up},
                                                            {"floor", rounding_mode::floor},
                                                            {"ceiling", rounding_mode::ceiling}};
    if (name == "precision:") in.precision = whole(value).value();
    if (name == "maxexponent:") in.largest_exponent = whole(value).value();
    if (name == "minexponent:") in.smallest_exponent = whole(value).value();
    if (name == "extended:") in.extended = value != "0";
    if (name == "rounding:") {
        const auto mode = modes.find(lower(value));
        if (mode == modes.end() && lower(value) != "05up") throw std::runtime_error("unknown rounding " + value);
        in.mode = mode == modes.end() ? std::optional<rounding_mode>() : mode->second;
    }
}

}  // namespace

bool test_case::raises(std::string_view condition) const {
    return std::find(conditions.begin(), conditions.end(), condition) != conditions.end();
}

std::vector<test_case> read_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    std::vector<test_case> cases;
    context in;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> words = words_of(line);
        if (words.empty() || words[0].starts_with("--")) continue;
        const auto arrow = std::find(words.begin(), words.end(), "->");
        if (arrow == words.end()) {
            if (words.size() >= 2) obey(lower(words[0]), words[1], in);
            continue;
        }
        if (arrow - words.begin() < 3 || arrow + 1 == words.end()) {
            throw std::runtime_error(path.string() + ": not a case: " + line);
        }
        test_case one{words[0], lower(words[1]), {words.begin() + 2, arrow}, *(arrow + 1), {}, in};
        for (auto word = arrow + 2; word != words.end(); ++word) one.conditions.push_back(lower(*word));
        cases.push_back(std::move(one));
    }
    return cases;
}

std::string number::plain() const {
    std::string text = digits;
    if (exponent > 0) {
        if (!zero()) text.append(static_cast<std::size_t>(exponent), '0');
    } else if (exponent < 0) {
        const auto decimals = static_cast<std::size_t>(-exponent);
        if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
        text.insert(text.size() - decimals, 1, '.');
    }
    return negative ? "-" + text : text;
}

std::optional<number> read_number(std::string_view text) {
    number out;
    if (text.starts_with('-') || text.starts_with('+')) {
        out.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
    if (mark != text.size()) {
        // An exponent that does not fit an int is beyond any bound in any case.
        const std::string_view exponent = text.substr(mark + 1);
        const std::size_t sign = exponent.starts_with('-') || exponent.starts_with('+') ? 1 : 0;
        if (exponent.size() == sign || exponent.find_first_not_of("0123456789", sign) != std::string_view::npos) {
            return std::nullopt;
        }
        constexpr int beyond = 1'000'000'000;
        out.exponent = std::clamp(whole(exponent).value_or(exponent[0] == '-' ? -beyond : beyond), -beyond, beyond);
        text = text.substr(0, mark);
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    out.digits = text.substr(0, point);
    if (point != text.size()) {
        const std::string_view decimals = text.substr(point + 1);
        out.digits += decimals;
        out.exponent -= static_cast<int>(decimals.size());
    }
    if (out.digits.empty() || out.digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    out.digits.erase(0, std::min(out.digits.find_first_not_of('0'), out.digits.size() - 1));
    return out;
}

}  // namespace dectest
