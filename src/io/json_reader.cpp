#include "io/json_reader.hpp"

#include "io/nearest_word.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/text/normalization.hpp"

#include <algorithm>

namespace parindex::inline v0::json {

namespace {

/// RFC 6901.
std::string escaped(std::string_view key) {
    std::string out;
    for (const char c : key) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

bool cursor::is(json::kind expected) const {
    if (at_->kind == expected) return true;
    fail(error_code::wrong_type,
         "expected " + std::string(to_string(expected)) + ", not " + std::string(to_string(at_->kind)));
    return false;
}

std::string cursor::string() const {
    if (!is(json::kind::string)) return {};
    std::string normal = to_nfc(at_->text);
    if (normal != at_->text) {
        state_->note(error_code::name_normalized, at_->offset, pointer_,
                     "the text was brought to Unicode normal form C: " + normal);
    }
    return normal;
}

decimal cursor::number() const {
    if (at_->kind != json::kind::number && at_->kind != json::kind::string) {
        fail(error_code::wrong_type, "expected a number, not " + std::string(to_string(at_->kind)));
        return {};
    }
    const parsed_decimal parsed = parse_decimal(at_->text);
    if (!parsed.ok()) {
        constexpr std::size_t shown = 40;
        const std::string text = at_->text.size() <= shown ? at_->text : at_->text.substr(0, shown) + "...";
        fail(parsed.code, "expected a number such as 12 or 0.95, not \"" + text + "\" (expected " + parsed.expected +
                              " at character " + std::to_string(parsed.position + 1) + ')');
    }
    return parsed.value;
}

int cursor::integer(int low, int high) const {
    const decimal given = number().normalized();
    if (given.scale() == 0 && given >= decimal(low) && given <= decimal(high))
        return static_cast<int>(given.coefficient());
    if (at_->kind == json::kind::number || at_->kind == json::kind::string) {
        fail(error_code::invalid_value,
             "expected a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    return low;
}

parindex::figure cursor::figure() const {
    if (at_->kind != json::kind::object) return {number(), provenance::printed, {}};
    json::object members(*this);
    parindex::figure out;
    if (const auto given = members.require("value")) out.value = given->number();
    if (const auto given = members.find("provenance")) {
        out.origin = given->one_of<provenance>({{"printed", provenance::printed}, {"inferred", provenance::inferred}});
    }
    out.assumption = members.optional_string("assumption");
    members.finish();
    return out;
}

parindex::date cursor::date() const {
    const std::string text = string();
    if (at_->kind != json::kind::string) return {};
    const parsed_date parsed = parse_iso_date(text);
    if (!parsed.ok()) {
        fail(parsed.code,
             "expected a date such as 2022-01-20, not \"" + text + "\" (expected " + parsed.expected + ')');
    }
    return parsed.value;
}

parindex::decision cursor::decision() const {
    json::object members(*this);
    parindex::decision out;
    out.number = members.required_string("number");
    out.issuer = members.required_string("issuer");
    if (const auto given = members.require("date")) out.issued = given->date();
    if (const auto given = members.find("provenance")) {
        out.origin = given->one_of<provenance>(
            {{"printed", provenance::printed}, {"inferred", provenance::inferred}, {"assigned", provenance::assigned}});
    }
    out.assumption = members.optional_string("assumption");
    members.finish();
    return out;
}

std::vector<cursor> cursor::elements() const {
    std::vector<cursor> out;
    if (!is(json::kind::array)) return out;
    out.reserve(at_->elements.size());
    for (std::size_t index = 0; index < at_->elements.size(); ++index) {
        out.emplace_back(*state_, at_->elements[index], pointer_ + '/' + std::to_string(index));
    }
    return out;
}

std::vector<std::string> cursor::strings() const {
    std::vector<std::string> out;
    for (const cursor& element : elements()) out.push_back(element.string());
    return out;
}

object::object(const cursor& at) : at_(at) {
    static_cast<void>(at.is(json::kind::object));
}

cursor object::member(std::size_t index) const {
    const auto& [key, value] = at_.at_->members[index];
    return {*at_.state_, value, at_.pointer_ + '/' + escaped(key)};
}

std::optional<cursor> object::find(std::string_view key) {
    known_.push_back(key);
    const auto& members = at_.at_->members;
    for (std::size_t index = 0; index < members.size(); ++index) {
        if (members[index].first != key) continue;
        if (members[index].second.kind == json::kind::null) return std::nullopt;
        return member(index);
    }
    return std::nullopt;
}

std::optional<cursor> object::require(std::string_view key) {
    std::optional<cursor> found = find(key);
    if (!found && at_.kind() == json::kind::object) {
        at_.fail(error_code::missing_key, "expected the key \"" + std::string(key) + '"');
    }
    return found;
}

std::string object::required_string(std::string_view key) {
    const auto found = require(key);
    return found ? found->string() : std::string();
}

std::string object::optional_string(std::string_view key) {
    const auto found = find(key);
    return found ? found->string() : std::string();
}

std::vector<std::string> object::optional_strings(std::string_view key) {
    const auto found = find(key);
    return found ? found->strings() : std::vector<std::string>();
}

std::vector<std::pair<std::string, cursor>> object::members() {
    any_key_ = true;
    std::vector<std::pair<std::string, cursor>> out;
    for (std::size_t index = 0; index < at_.at_->members.size(); ++index) {
        out.emplace_back(at_.at_->members[index].first, member(index));
    }
    return out;
}

void object::finish() {
    const auto& members = at_.at_->members;
    std::vector<std::pair<std::string_view, std::size_t>> sorted;
    for (std::size_t index = 0; index < members.size(); ++index) sorted.emplace_back(members[index].first, index);
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        const auto [key, index] = sorted[at];
        const auto report = [&, key = key, index = index](error_code code, const std::string& message) {
            at_.state_->add(code, at_.at_->key_offsets[index], at_.pointer_ + '/' + escaped(key), message);
        };
        if (at > 0 && sorted[at - 1].first == key)
            report(error_code::duplicate_key, "the key stands twice in one object");
        if (any_key_ || std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        const std::string_view nearest = at_.state_->full() ? std::string_view() : nearest_word(key, known_);
        report(error_code::unknown_key,
               "unknown key \"" + std::string(key) + '"' +
                   (nearest.empty() ? "" : "; did you mean \"" + std::string(nearest) + "\"?"));
    }
}

object open_file(const cursor& root, std::string_view tag) {
    object members(root);
    if (const auto format = members.require("format")) {
        const std::string given = format->string();
        if (format->kind() == json::kind::string && given != tag) {
            format->fail(error_code::unsupported_format,
                         "expected the format \"" + std::string(tag) + "\", not \"" + given + '"');
        }
    }
    static_cast<void>(members.optional_string("source"));  // free text about where the data come from
    static_cast<void>(members.optional_string("$schema"));
    return members;
}

}  // namespace parindex::inline v0::json
