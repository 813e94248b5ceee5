// Files of answers through the C interface give the tallies of the C++ library.
#include "surveys.hpp"

#include "parindex/parindex.hpp"

using namespace parindex_test;

namespace {

owned_reader begin(const owned_tally& like) {
    owned_reader out;
    parindex_error error = error_report();
    REQUIRE_MESSAGE(parindex_answers_reader_create(like.get(), fx1_columns.data(), fx1_columns.size(), "answers.csv",
                                                   11, into(out), nullptr, &error) == PARINDEX_OK,
                    error.message);
    return out;
}

parindex_status feed(const owned_reader& reader, std::string_view text) {
    return parindex_answers_reader_feed(reader.get(), text.data(), text.size(), nullptr);
}

}  // namespace

TEST_CASE("answers are read in pieces of any size") {
    const std::string text = fx1_csv();
    const owned_tally like = fx1_tally();  // its counts do not count
    const std::string expected = bytes_of(fx1_of_sheets());
    for (const size_t piece : {size_t{1}, size_t{7}, text.size()}) {
        const owned_reader reader = begin(like);
        for (size_t at = 0; at < text.size(); at += piece) {
            REQUIRE(feed(reader, std::string_view(text).substr(at, piece)) == PARINDEX_OK);
        }
        owned_tally tally;
        parindex_error error = error_report();
        REQUIRE_MESSAGE(parindex_answers_reader_finish(reader.get(), into(tally), nullptr, &error) == PARINDEX_OK,
                        error.message);
        CHECK(bytes_of(tally) == expected);
        CHECK(feed(reader, text) == PARINDEX_E_INVALID_ARGUMENT);
        CHECK(parindex_answers_reader_finish(reader.get(), into(tally), nullptr, nullptr) ==
              PARINDEX_E_INVALID_ARGUMENT);
        CHECK(tally == nullptr);
    }
}

TEST_CASE("a file with an error gives no tally, and all findings, without what the cells say") {
    const owned_tally like = fx1_tally();
    const owned_reader reader = begin(like);
    REQUIRE(feed(reader, "unit,c1,c2,c3\nA,1,2,3\nA,Nguyễn Văn A,2,3\nB,1,2,rất tốt\n") == PARINDEX_OK);
    owned_tally tally;
    owned_findings findings;
    parindex_error error = error_report();
    CHECK(parindex_answers_reader_finish(reader.get(), into(tally), into(findings), &error) ==
          PARINDEX_E_UNKNOWN_ANSWER);
    CHECK(tally == nullptr);
    CHECK(error.line == 3);
    CHECK(error.findings == 2);
    REQUIRE(parindex_diagnostics_count(findings.get()) == 2);
    for (size_t index = 0; index < 2; ++index) {
        const std::string line = text_of(parindex_diagnostics_text, findings.get(), index, PARINDEX_TEXT_LINE);
        CHECK(line.starts_with("answers.csv:"));
        CHECK(line.find("Nguyễn") == std::string::npos);
        CHECK(line.find("tốt") == std::string::npos);
    }
}

TEST_CASE("columns that say nothing are refused before anything is read") {
    const owned_tally like = fx1_tally();
    for (const std::string_view bad : {R"({"format":"parindex.answer_columns/1"})", "[", ""}) {
        parindex_answers_reader* none = nullptr;
        owned_findings findings;
        CHECK(parindex_answers_reader_create(like.get(), bad.data(), bad.size(), nullptr, 0, &none, into(findings),
                                             nullptr) != PARINDEX_OK);
        CHECK(none == nullptr);
        CHECK(parindex_diagnostics_count(findings.get()) > 0);
    }
}
