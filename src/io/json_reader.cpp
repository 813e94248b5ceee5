#include "io/json_reader.hpp"

#include "io/number_message.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/text/nearest_word.hpp"
#include "parindex/text/normalization.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace parindex::inline v0::json {

namespace {

bool is_sum(error_code code) noexcept {
    return code == error_code::maximum_mismatch || code == error_code::invalid_remainder ||
           code == error_code::missing_maximum;
}

/// What a rule is as a whole: an error of form anywhere in it would make that untrue.
bool is_about_a_rule(error_code code) noexcept {
    return code >= error_code::unknown_fact && code <= error_code::not_monotone;
}

/// What a question, scale or group is as a whole.
bool is_about_a_question(error_code code) noexcept {
    return code >= error_code::invalid_question && code <= error_code::unknown_option;
}

/// Whether an error of form explains a finding of a check: one in the same object or in the objects that are its
/// members, but not in an element of an array, which is checked for itself. At the root only its own members and the
/// key of the criteria set: all the rest of a file lies in the other members.
bool explains(std::string_view form, const diagnostic& checked) noexcept {
    const std::string_view object = checked.where.pointer;
    if (!form.starts_with(object)) return false;
    const std::string_view member = form.substr(object.size());
    if (member.empty()) return true;
    if (member.front() != '/') return false;
    if (is_about_a_rule(checked.code) || member.find('/', 1) == std::string_view::npos) return true;
    if (object.empty()) return member.starts_with("/set/") || member.starts_with("/decision/");
    if (is_about_a_question(checked.code)) return true;
    for (std::size_t at = 0; at != std::string_view::npos; at = member.find('/', at + 1)) {
        if (at + 1 < member.size() && member[at + 1] >= '0' && member[at + 1] <= '9') return false;
    }
    return true;
}

}  // namespace

void reading::add_checked(diagnostics findings) {
    found_.count_unlisted(findings);
    if (!unreadable_.empty()) {
        std::erase_if(findings, [this](const diagnostic& checked) {
            return is_sum(checked.code) ||
                   std::any_of(unreadable_.begin(), unreadable_.end(),
                               [&](const std::string& form) { return explains(form, checked); });
        });
    }
    found_.add(std::move(findings));
}

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
                     "the text was brought to Unicode normal form C: " + quoted(normal));
    }
    return normal;
}

bool cursor::boolean() const {
    return is(json::kind::boolean) && at_->boolean;
}

std::optional<decimal> cursor::readable_number() const {
    if (at_->kind != json::kind::number && at_->kind != json::kind::string) {
        fail(error_code::wrong_type, "expected a number, not " + std::string(to_string(at_->kind)));
        return std::nullopt;
    }
    const parsed_decimal parsed = parse_decimal(at_->text);
    if (parsed.ok()) return parsed.value;
    fail(parsed.code, number_message(at_->text, parsed));
    return std::nullopt;
}

decimal cursor::number() const {
    return readable_number().value_or(decimal());
}

int cursor::integer(int low, int high) const {
    const std::optional<decimal> read = readable_number();
    if (!read) return low;
    const decimal given = read->normalized();
    if (given.scale() == 0 && given >= decimal(low) && given <= decimal(high)) {
        return static_cast<int>(given.coefficient());
    }
    fail(error_code::invalid_value,
         "expected a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return low;
}

std::uint64_t cursor::count() const {
    if (at_->kind != json::kind::number && at_->kind != json::kind::string) {
        fail(error_code::wrong_type, "expected a number, not " + std::string(to_string(at_->kind)));
        return 0;
    }
    // Too precise for a decimal may be a count all the same.
    const std::string_view text = at_->text;
    const parsed_decimal parsed = parse_decimal(text);
    if (parsed.code == error_code::invalid_number || parsed.code == error_code::number_too_long) {
        fail(parsed.code, number_message(text, parsed));
        return 0;
    }
    std::uint64_t out = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (failure == std::errc() && (rest.empty() || rest.find_first_not_of('0', 1) == std::string_view::npos))
        return out;
    fail(error_code::invalid_value, "expected a whole number from 0 to 18446744073709551615");
    return 0;
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
             "expected a date such as 2022-01-20, not " + quoted(text) + " (expected " + parsed.expected + ')');
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
    out.reserve(at_->children.size());
    for (std::size_t index = 0; index < at_->children.size(); ++index) {
        out.emplace_back(*state_, at_->children[index], pointer_ + '/' + std::to_string(index));
    }
    return out;
}

std::vector<std::string> cursor::strings() const {
    std::vector<std::string> out;
    for (const cursor& element : elements()) out.push_back(element.string());
    return out;
}

std::vector<std::string> cursor::readable_strings() const {
    std::vector<std::string> out;
    for (const cursor& element : elements()) {
        std::string text = element.string();
        if (element.kind() == json::kind::string) out.push_back(std::move(text));
    }
    return out;
}

object::object(const cursor& at) : at_(at) {
    static_cast<void>(at.is(json::kind::object));
}

const std::vector<value>& object::contents() const noexcept {
    static const std::vector<value> nothing;
    return at_.kind() == json::kind::object ? at_.at_->children : nothing;
}

cursor object::member(std::size_t index) const {
    const value& found = contents()[index];
    return {*at_.state_, found, at_.pointer_ + '/' + escaped(found.key)};
}

std::optional<cursor> object::find(std::string_view key) {
    known_.push_back(key);
    const std::vector<value>& members = contents();
    for (std::size_t index = 0; index < members.size(); ++index) {
        if (members[index].key != key) continue;
        if (members[index].kind == json::kind::null) return std::nullopt;
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

std::vector<std::string> object::readable_strings(std::string_view key) {
    const auto found = find(key);
    return found ? found->readable_strings() : std::vector<std::string>();
}

std::vector<std::pair<std::string, cursor>> object::members() {
    codes_.emplace();
    std::vector<std::pair<std::string, cursor>> out;
    for (std::size_t index = 0; index < contents().size(); ++index) {
        const value& each = contents()[index];
        const std::string& normal = codes_->emplace_back(to_nfc(each.key));
        out.emplace_back(normal, member(index));
        if (normal == each.key) continue;
        at_.state_->note(error_code::name_normalized, each.key_offset, out.back().second.pointer_,
                         "the key was brought to Unicode normal form C: " + quoted(normal));
    }
    return out;
}

void object::finish() {
    if (skipped_) return;
    const std::vector<value>& members = contents();
    std::vector<std::pair<std::string_view, std::size_t>> sorted;
    for (std::size_t index = 0; index < members.size(); ++index) {
        sorted.emplace_back(codes_ ? (*codes_)[index] : members[index].key, index);
    }
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        const auto [key, index] = sorted[at];
        const auto report = [&, index = index](error_code code, const std::string& message) {
            at_.state_->add(code, members[index].key_offset, at_.pointer_ + '/' + escaped(members[index].key), message);
        };
        if (at > 0 && sorted[at - 1].first == key)
            report(error_code::duplicate_key, "the key stands twice in one object");
        if (codes_ || std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        if (at_.state_->full()) {  // only counted; there may be a million
            at_.state_->found().count(severity::error);
            continue;
        }
        report(error_code::unknown_key, "unknown key " + quoted(key) + meant(key));
    }
}

std::string object::meant(std::string_view key) const {
    const std::string_view nearest = nearest_word(key, known_);
    if (!nearest.empty()) return "; did you mean \"" + std::string(nearest) + "\"?";
    std::string out;
    for (const std::string_view known : known_) out += (out.empty() ? "; expected one of " : ", ") + std::string(known);
    return out;
}

object open_file(const cursor& root, std::string_view tag) {
    object members(root);
    if (const auto format = members.require("format")) {
        const std::string given = format->string();
        if (format->kind() == json::kind::string && given != tag) {
            format->fail(error_code::unsupported_format,
                         "expected the format \"" + std::string(tag) + "\", not " + quoted(given));
        }
    }
    static_cast<void>(members.optional_string("$schema"));
    return members;
}

}  // namespace parindex::inline v0::json
