#include "files.hpp"
#include "survey_files.hpp"

#include <algorithm>
#include <random>

using namespace parindex;
using namespace parindex_test;

namespace {

constexpr tally_precision precisions[] = {tally_precision::none, tally_precision::clusters,
                                          tally_precision::respondents};

error_code refused_code(const std::string& bytes) {
    const diagnostics found = refusal(read_tally(bytes, "tally"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].where.file == "tally");
    return found[0].code;
}

std::string refused_message(const std::string& bytes) {
    const diagnostics found = refusal(read_tally(bytes, "tally"));
    return found.empty() ? "" : found[0].message;
}

/// Everything before the units of a tally without groups and precision.
std::string head() {
    const std::string form = write_questionnaire(small_form());
    return "PARINDEX-TALLY 1\n" + leb128(form.size()) + form + leb128(0) + std::string(1, '\0');
}

/// A unit of which nothing is known, and that it is well formed.
std::string empty_unit(const std::string& code) {
    const tally empty(small_form());
    return leb128(code.size()) + code + std::string(4, '\0') + std::string(empty.row_size(), '\0');
}

}  // namespace

TEST_CASE("a tally comes back from its bytes and from its JSON") {
    for (const tally_precision precision : precisions) {
        for (const std::vector<std::string>& by : {std::vector<std::string>{}, std::vector<std::string>{"tuoi"}}) {
            const tally counts = small_tally(precision, by);
            const std::string bytes = write_tally(counts);
            const tally again = read_tally(bytes, "f").value();
            CHECK(again == counts);
            CHECK(write_tally(again) == bytes);
            const std::string json = write_tally_json(counts);
            diagnostics notes;
            const tally same = read_tally(json, "f", &notes).value();
            CHECK(notes.empty());
            CHECK(same == counts);
            CHECK(write_tally_json(same) == json);
            CHECK(write_tally(same) == bytes);
        }
    }
    const tally none(small_form());
    CHECK(read_tally(write_tally(none), "f").value() == none);
    CHECK(read_tally(write_tally_json(none), "f").value() == none);
}

TEST_CASE("sheets in any order, in any parts, merged in any order, give the same bytes") {
    std::mt19937 random(7);
    for (const tally_precision precision : precisions) {
        tally whole(small_form(), {{"tuoi"}, precision});
        for (const small_sheet& each : small_sheets()) add(whole, each);
        for (int round = 0; round < 20; ++round) {
            std::vector<small_sheet> sheets = small_sheets();
            std::shuffle(sheets.begin(), sheets.end(), random);
            std::vector<std::string> parts;
            for (std::size_t first = 0; first < sheets.size();) {
                const std::size_t end = std::min(sheets.size(), first + random() % 25);
                tally part(small_form(), {{"tuoi"}, precision});
                for (; first < end; ++first) add(part, sheets[first]);
                parts.push_back(random() % 2 == 0 ? write_tally(part) : write_tally_json(part));
            }
            std::shuffle(parts.begin(), parts.end(), random);
            tally merged = read_tally(parts.front(), "f").value();
            for (std::size_t part = 1; part < parts.size(); ++part) merged.merge(read_tally(parts[part], "f").value());
            REQUIRE(write_tally(merged) == write_tally(whole));
        }
    }
}

TEST_CASE("answers that others counted come back, up to the largest count") {
    constexpr std::uint64_t most = ~std::uint64_t{0};
    tally counts(small_form());
    const std::size_t unit = counts.unit("A");
    counts.add_sheets(unit, {most, most, 3});
    counts.add_answers(unit, 1, 1, most);
    counts.add_answers(unit, 2, 0, most / 2 + 1);
    CHECK(read_tally(write_tally(counts), "f").value() == counts);
    const std::string json = write_tally_json(counts);
    CHECK(json.find("\"2\": 18446744073709551615") != std::string::npos);
    CHECK(read_tally(json, "f").value() == counts);
}

TEST_CASE("a tally that was cut or damaged is refused") {
    const std::string bytes = write_tally(small_tally(tally_precision::respondents));
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(read_tally(bytes.substr(0, size), "f"));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
        CHECK_FALSE(read_tally(damaged, "f"));
    }
    CHECK(refused_code(bytes.substr(0, bytes.size() - 1)) == error_code::invalid_tally);
    CHECK(refused_message(bytes + '\0').find("cut or damaged") != std::string::npos);
    CHECK(refused_code("PARINDEX-TALLY 2\n" + bytes.substr(17)) == error_code::unsupported_format);
    CHECK(refused_code("P") == error_code::unsupported_format);
    CHECK(refused_code("PARINDEX-TALLY 1\n") == error_code::invalid_tally);
}

TEST_CASE("whoever signs other bytes is refused too, or they are the bytes of their tally") {
    for (const tally_precision precision : precisions) {
        const std::string whole = write_tally(small_tally(precision));
        const std::string bytes = whole.substr(0, whole.size() - 4);
        const std::size_t units = bytes.find("Sở Y tế") - 20;  // what is before is mostly the questionnaire
        for (std::size_t size = units; size < bytes.size(); ++size) {
            CHECK_FALSE(read_tally(with_checksum(bytes.substr(0, size)), "f"));
        }
        std::size_t accepted = 0;
        for (std::size_t at = 17; at < bytes.size(); ++at) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
            changed = with_checksum(changed);
            const result<tally> read = read_tally(changed, "f");
            if (!read) continue;
            ++accepted;
            REQUIRE(write_tally(*read) == changed);
        }
        CHECK(accepted > 0);  // a letter of a label, sheets that were issued
    }
}

TEST_CASE("a tally is written in one way only") {
    REQUIRE(read_tally(with_checksum(head() + leb128(1) + empty_unit("A")), "f"));
    REQUIRE(read_tally(with_checksum(head() + leb128(2) + empty_unit("A") + empty_unit("B")), "f"));
    const auto message = [](const std::string& units) { return refused_message(with_checksum(head() + units)); };
    CHECK(message(leb128(2) + empty_unit("B") + empty_unit("A")).find("not sorted") != std::string::npos);
    CHECK(message(leb128(2) + empty_unit("A") + empty_unit("A")).find("not sorted") != std::string::npos);
    CHECK(message(leb128(0) + "x").find("behind the end") != std::string::npos);
    CHECK(message(std::string("\x80\x00", 2)).find("more bytes than it needs") != std::string::npos);
    CHECK(message(std::string(9, '\xFF') + '\x02').find("beyond 64 bits") != std::string::npos);
    CHECK(message(leb128(1) + empty_unit("\xFF")).find("not UTF-8") != std::string::npos);
    CHECK(message(leb128(1) + empty_unit("a\u0300")).find("normal form C") != std::string::npos);
    std::string precise = head();
    precise.back() = '\3';
    CHECK(refused_message(with_checksum(precise + leb128(0))).find("none of 0 to 2") != std::string::npos);
    const std::string form = write_questionnaire(small_form()) + ' ';
    CHECK(
        refused_message(with_checksum("PARINDEX-TALLY 1\n" + leb128(form.size()) + form + leb128(0) + '\0' + leb128(0)))
            .find("as the library writes it") != std::string::npos);
}

TEST_CASE("what a tally announces makes no room") {
    constexpr std::uint64_t many = std::uint64_t{1} << 60;
    CHECK(refused_code(with_checksum("PARINDEX-TALLY 1\n" + leb128(many))) == error_code::invalid_tally);
    CHECK(refused_code(with_checksum(head() + leb128(many))) == error_code::invalid_tally);
    CHECK(refused_code(with_checksum(head() + leb128(many) + leb128(many))) == error_code::invalid_tally);
    std::string by = head();
    by.pop_back();
    by.pop_back();
    CHECK(refused_code(with_checksum(by + leb128(many))) == error_code::invalid_tally);
    by += leb128(0) + '\1' + leb128(1) + leb128(1) + "A" + std::string(4, '\0') +
          std::string(tally(small_form()).row_size(), '\0');
    CHECK(refused_code(with_checksum(by + leb128(many))) == error_code::invalid_tally);
}

TEST_CASE("bytes of a refused questionnaire say why") {
    const std::string form = replaced(write_questionnaire(small_form()), R"("factor": "f1")", R"("factor": "f2")");
    const diagnostics found =
        refusal(read_tally(with_checksum("PARINDEX-TALLY 1\n" + leb128(form.size()) + form), "f"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == error_code::unknown_option);
    CHECK(found[0].where.pointer == "/questions/2");
}

TEST_CASE("errors in the JSON of a tally have their places") {
    const std::string text = replaced(
        R"({"format": "parindex.tally/1", "by": ["tuoi"], "units": [{"unit": "A",
  "sheets": {"issued": 3, "returned": 2, "valid": 1},
  "rows": [{"respondents": 1, "persons": {"": {"persons": 1, "all_satisfied": 1}, "f1": {"persons": 1, "all_satisfied": 1}},
    "answers": {"c0": {"states": {"blank": 1}}, "c1": {"options": {"2": 1}}, "c2": {"options": {"2": 1}}}},
   {"group": "tuoi", "category": "gia", "respondents": 1, "persons": {"": {"persons": 1, "all_satisfied": 1}, "f1": {"persons": 1, "all_satisfied": 1}},
    "answers": {"c0": {"states": {"blank": 1}}, "c1": {"options": {"2": 1}}, "c2": {"options": {"2": 1}}}}]}],
"questionnaire": FORM})",
        "FORM", small_questionnaire);
    const auto check_error = [&text](std::string_view from, std::string_view to, error_code code,
                                     std::string_view pointer) {
        std::string spoilt = text;
        spoilt.replace(spoilt.find(from), from.size(), to);
        const marked_text expected = marked(spoilt);
        check_only_error(refusal(read_tally(expected.text, "tally.json")), expected, code, pointer);
    };
    REQUIRE(read_tally(text, "f"));
    check_error(R"("issued": 3)", R"("issued": §-3)", error_code::invalid_value, "/units/0/sheets/issued");
    check_error(R"("issued": 3)", R"("issued": §1.5)", error_code::invalid_value, "/units/0/sheets/issued");
    check_error(R"("issued": 3)", R"("issued": §18446744073709551616)", error_code::invalid_value,
                "/units/0/sheets/issued");
    check_error(R"({"persons": 1,)", R"({"persons": §"x",)", error_code::invalid_number,
                "/units/0/rows/0/persons//persons");
    check_error(R"("f1": {"p)", R"("f2": §{"p)", error_code::unknown_option, "/units/0/rows/0/persons/f2");
    check_error(R"("c2": {"o)", R"("c3": §{"o)", error_code::unknown_option, "/units/0/rows/0/answers/c3");
    check_error(R"({"2": 1})", R"({"3": §1})", error_code::unknown_option, "/units/0/rows/0/answers/c1/options/3");
    check_error(R"({"blank": 1})", R"({§"blnk": 1})", error_code::unknown_key,
                "/units/0/rows/0/answers/c0/states/blnk");
    check_error(R"({"group": "tuoi", "category": "gia",)", R"(§{"group": "tuoi", "category": "già",)",
                error_code::unknown_option, "/units/0/rows/1");
    check_error(R"({"group": "tuoi", "category": "gia",)", R"(§{"category": "gia",)", error_code::unknown_option,
                "/units/0/rows/1");
    check_error(R"({"group": "tuoi", "category": "gia",)", "§{", error_code::invalid_tally, "/units/0/rows/1");
    check_error(R"("units": [)", R"("precision": "clusters", "units": §[)", error_code::invalid_tally, "/units");
    check_error(R"("by": ["tuoi"])", R"("by": [§3])", error_code::wrong_type, "/by/0");
    check_error(R"({"code": "c2", "scale": "hl2", "satisfied": ["2"], "factor": "f1"})",
                R"(§{"code": "c2", "scale": "hl2", "satisfied": ["2"], "factor": "f2"})", error_code::unknown_option,
                "/questionnaire/questions/2");
}

TEST_CASE("a small file of many units makes room for no more counts than a tally may have") {
    std::string form = small_questionnaire;
    std::string categories;
    for (int each = 1; each < 9000; ++each) categories += R"(,{"code": "k)" + std::to_string(each) + R"("})";
    const std::string last = R"({"code": "gia", "from": 60})";
    form.insert(form.find(last) + last.size(), categories);
    std::string text = R"({"format": "parindex.tally/1", "by": ["tuoi"], "questionnaire": )" + form + R"(, "units": [)";
    for (int unit = 0; unit < 200; ++unit) {
        text += (unit == 0 ? "" : ",") + std::string(R"({"unit": ")") + std::to_string(unit) +
                R"(", "sheets": {"issued": 0, "returned": 0, "valid": 0}, "rows": []})";
    }
    CHECK(refused_code(text + "]}") == error_code::survey_too_large);
}
