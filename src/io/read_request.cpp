#include "io/read_file.hpp"
#include "parindex/io/request_file.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

using json::cursor;
using json::object;

constexpr std::string_view tag = "parindex.request/1";

/// One past the object that begins at `offset` of a JSON text.
std::size_t end_of_object(std::string_view text, std::size_t offset) noexcept {
    std::size_t depth = 0;
    for (std::size_t at = offset; at < text.size(); ++at) {
        switch (text[at]) {
            case '"':
                for (++at; at < text.size() && text[at] != '"'; ++at) {
                    if (text[at] == '\\') ++at;
                }
                break;
            case '{':
            case '[': ++depth; break;
            case '}':
            case ']':
                if (--depth == 0) return at + 1;
                break;
            default: break;
        }
    }
    return text.size();
}

/// The object at `offset` with a blank for each character before it, so that its places stay what they are.
std::string in_place(std::string_view text, std::size_t offset) {
    std::string out;
    const std::size_t end = end_of_object(text, offset);
    out.reserve(end);
    for (const char each : text.substr(0, offset)) {
        const bool begins_character = (static_cast<unsigned char>(each) & 0xC0U) != 0x80U;
        if (begins_character) out += each == '\n' ? '\n' : ' ';
    }
    return out.append(text.substr(offset, end - offset));
}

class request_reader {
public:
    explicit request_reader(std::string_view text) : text_(text) {}

    request read(object& root) const {
        request out;
        out.criteria = member(root.require("criteria")).value_or("");
        out.context = member(root.find("context"));
        out.assessment = member(root.require("assessment")).value_or("");
        out.plan = member(root.find("plan"));
        if (const auto stored = root.find("stored")) out.scores = read_stored(*stored);
        if (const auto wants = root.find("want")) read_wants(*wants, out);
        if (out.wants.empty()) out.wants.emplace_back();
        root.finish();
        return out;
    }

private:
    [[nodiscard]] std::optional<std::string> member(const std::optional<cursor>& at) const {
        if (!at) return std::nullopt;
        const object checked(*at);
        if (at->kind() != json::kind::object) return std::nullopt;
        return in_place(text_, at->offset());
    }

    static std::vector<request::stored> read_stored(const cursor& at) {
        std::vector<request::stored> out;
        object members(at);
        for (const auto& [code, value] : members.members()) out.push_back({code, value.number(), value.where()});
        members.finish();
        return out;
    }

    static void read_wants(const cursor& at, request& out) {
        for (const cursor& each : at.elements()) {
            const auto want = each.known_word<request_want>({{"score", request_want::score},
                                                             {"explanation", request_want::explanation},
                                                             {"draft", request_want::draft},
                                                             {"coverage", request_want::coverage},
                                                             {"compare_stored", request_want::compare_stored}});
            if (!want || out.wants_any(*want)) continue;
            out.wants.push_back({*want, each.where()});
            const auto needs = [&](request_want what, bool given, std::string_view key) {
                if (*want != what || given) return;
                each.fail(error_code::missing_key, "expected the key \"" + std::string(key) + "\" beside it");
            };
            needs(request_want::coverage, out.plan.has_value(), "plan");
            needs(request_want::compare_stored, out.scores.has_value(), "stored");
        }
    }

    std::string_view text_;
};

}  // namespace

std::string_view to_string(request_want want) noexcept {
    switch (want) {
        case request_want::score: return "score";
        case request_want::explanation: return "explanation";
        case request_want::draft: return "draft";
        case request_want::coverage: return "coverage";
        case request_want::compare_stored: return "compare_stored";
    }
    return "";
}

bool request::wants_any(request_want want) const noexcept {
    return std::any_of(wants.begin(), wants.end(), [want](const wanted& each) { return each.what == want; });
}

result<request> read_request(std::string_view json, std::string_view file, diagnostics* notes) {
    result<json::document> parsed = json::document::parse(json, file, 1);
    if (!parsed) return std::move(parsed).error();
    return json::read_document(*parsed, tag, notes, [&parsed](object& root, json::reading&) {
        return request_reader(parsed->text()).read(root);
    });
}

}  // namespace parindex::inline v0
