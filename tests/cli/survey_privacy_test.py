#!/usr/bin/env python3
"""The command `survey`: what it hides, what it marks, and what its messages do not tell.

usage: survey_privacy_test.py PARINDEX_REPORT
"""

import sys
import unittest

from survey_case import FORM, QUESTION, SurveyCase, text_of


class SurveyPrivacy(SurveyCase):
    def test_small_groups_are_hidden_with_what_tells_them(self):
        rows = [["A", "1" if at < 20 else "2" if at < 30 else "3", "4", "5", "3"] for at in range(32)]
        answers = self.write("g.csv", text_of([["unit", "gioi", "c1", "c2", "c3"], *rows]))
        def group(*more):
            found = self.tables(self.form, answers, "--by", "gioi", "--formula", "F2", *more)["group_gioi"]
            return {row["category"]: row["respondents"] for row in found}
        self.assertEqual(group("--minimum-cell", "0"), {"1": 20, "2": 10, "3": 2})
        hidden = {"hidden": "too_few"}
        self.assertEqual(group(), {"1": 20, "2": hidden, "3": hidden})  # 2 persons, and the next smallest group
        out, _ = self.run_program(self.form, answers, "--by", "gioi", "--formula", "F2")
        self.assertRegex(out, r"\| 3 +\| Khác +\| +\\?\* \|")
        self.assertIn("nhóm có dưới 5 người trả lời", out)
        self.assertRegex(out, r"\| +Mã \| Tên nhóm đối tượng +\| +Số người trả lời")

    def test_what_few_persons_answered_is_hidden_whatever_else_they_answered(self):
        """Of 30 sheets of unit A one answers c3, which is all of the factor f2; so does one man of unit B."""
        rows = [["A", "1", "4", "5", "4" if at == 0 else ""] for at in range(30)]
        rows += [["B", "1" if at == 0 else "2", "4", "2", "5"] for at in range(20)]
        rows += [["C", "2", "4", "5", "5"] for _ in range(9)]
        answers = self.write("few.csv", text_of([["unit", "gioi", "c1", "c2", "c3"], *rows]))
        hidden = {"hidden": "too_few"}
        def hidden_of(rows, name):
            return [(row[name], key) for row in rows for key, value in row.items() if value == hidden]
        found = self.tables(self.form, answers, "--by", "gioi", "--formula", "F2")
        self.assertEqual(hidden_of(found["units"], "unit"), [("A", "f2"), ("C", "f2")])  # C: or else A follows from the whole
        self.assertEqual(hidden_of(found["group_gioi"], "category"), [("1", "f2"), ("2", "f2")])
        alone = self.tables(self.form, answers, "--without", "B,C", "--formula", "F2")
        # The whole less f1 is f2.
        self.assertEqual(hidden_of(alone["indices"], "scope"),
                         [(scope, key) for scope in ("", "f2") for key in ("index", "numerator", "denominator")])
        alone = self.tables(self.form, answers, "--without", "B,C", "--formula", "F1")
        self.assertEqual(hidden_of(alone["indices"], "scope"), [("c3", "index"), ("c3", "numerator"), ("c3", "denominator")])
        self.assertEqual(hidden_of(self.tables(self.form, answers, "--formula", "F1")["units"], "unit"), [("A", "c3"), ("C", "c3")])

    def test_silence_that_counts_hides_nobody(self):
        form = self.write("form.json", FORM | {"missing": {"blank": "least_favourable"}})
        answers = self.write("silent.csv", text_of([["unit", "c1", "c2", "c3"], ["A", "4", "5", "4"], *([["A", "4", "5", ""]] * 20)]))
        for formula, scope in (("F2", "f2"), ("F1", "c3")):
            table = self.tables(form, answers, "--formula", formula, "--scope", scope)
            self.assertEqual(table["indices"][0]["index"], {"hidden": "too_few"})
        self.assertEqual(table["answers_hl"][2]["satisfied"], {"hidden": "too_few"})

    def test_a_mean_of_units_does_not_tell_of_hidden_ones(self):
        rows = [["A", "4"]] * 13 + [["A", "1"]] * 7 + [["B", "4"]] + [["B", "1"]] * 2 + [["C", "4"]] * 4 + [["C", "1"]] * 3
        answers = self.write("three.csv", text_of([["unit", "c1", "c2", "c3"], *([*row, "4", "4"] for row in rows)]))
        for units, shown in (("mean_of_units", False), ("pooled", True)):
            row = self.tables(self.form, answers, "--formula", "F1", "--units", units, "--scope", "c1")["indices"][0]
            self.assertEqual(isinstance(row["index"], dict) and "exact" in row["index"], shown, row)

    def test_marked_sheets_that_few_persons_answered_a_factor_in_are_not_told(self):
        rows = [["A", "4", "4", "4" if at < 2 else ""] for at in range(8)] + [["A", "1", "3", str(at % 5 + 1)] for at in range(12)]
        answers = self.write("lines.csv", text_of([["unit", "c1", "c2", "c3"], *rows]))
        last = self.tables(self.form, answers, "--straight-line", "2", "--formula", "F2")["quality"][-1]
        self.assertEqual((last["count"], last["f2"]), (12, {"hidden": "too_few"}))
        self.assertEqual(last["f1"]["exact"], "0")

    def test_straight_lines_are_shown_with_and_without(self):
        """60 sheets of 22 questions: 12 of them all 5, of the others 850 of 1,056 answers satisfied."""
        questions = [{"code": f"q{at}", **QUESTION} for at in range(22)]
        form = self.write("lines.json", FORM | {"factors": [], "questions": questions})
        # Of each of 48 sheets 17 or 18 answers are satisfied.
        rows = [["A"] + ["5"] * 22 for _ in range(12)]
        for sheet in range(48):
            satisfied = 18 if sheet < 850 - 48 * 17 else 17
            rows.append(["A"] + ["4"] * satisfied + ["3"] * (22 - satisfied))
        answers = self.write("lines.csv", text_of([["unit", *(each["code"] for each in questions)], *rows]))
        table = self.tables(form, answers, "--formula", "F2")["quality"]
        self.assertEqual([(row["count"], row["whole"] and row["whole"]["percent"]) for row in table],
                         [(60, "84.39"), (12, None), (12, None), (48, "80.49")])
        self.assertNotIn("quality", self.tables(form, answers, "--formula", "F2", "--straight-line", "0"))

    def test_marked_sheets_of_a_unit_that_is_left_out_are_not_counted(self):
        rows = [["A", "4", "5", "3"]] * 7 + [["B", *sheet] for sheet in ("123", "234", "345", "451", "512", "125", "234")]
        answers = self.write("marked.csv", text_of([["unit", "c1", "c2", "c3"], *rows]))
        def counts(*more):
            table = self.tables(self.form, answers, "--duplicates", "--formula", "F2", "--minimum-cell", "0", *more)
            return [(row["sheets"], row["count"]) for row in table.get("quality", [])]
        every, twice, marked, kept = ("Tất cả phiếu hợp lệ", "Trùng với phiếu khác của đơn vị", "Phiếu cần xem xét (tổng)",
                                      "Không tính phiếu cần xem xét")
        self.assertEqual(counts(), [(every, 14), (twice, 7), (marked, 7), (kept, 7)])
        self.assertEqual(counts("--without", "A"), [(every, 7), (marked, 1), (kept, 6)])
        self.assertEqual(counts("--without", "B"), [(every, 7), (marked, 6), (kept, 1)])

    def test_strata_are_told_by_number(self):
        answers = self.write("strata.csv", text_of([["unit", "st", "cl", "c1", "c2", "c3"],
                                                    ["A", "Lò Thị Bí 0912345678", "Bản X", "4", "4", "4"],
                                                    ["A", "X", "v1", "4", "4", "4"], ["A", "X", "v2", "1", "1", "4"]]))
        columns = self.write("columns.json", {"format": "parindex.answer_columns/1", "layout": "wide", "unit": "unit",
                                              "stratum": "st", "cluster": "cl"})
        _, errors = self.run_program(self.form, answers, "--columns", columns, "--precision", "clusters", "--formula", "F2",
                                     "--minimum-cell", "0", expected=2)
        self.assertIn("A, number 1", errors)
        self.assertNotIn("09123", errors)

    def test_errors_name_places_and_no_answers(self):
        bad = self.write("bad.csv", "unit,c1,c2,c3\nA,4,secret,5\nA,4,5\n")
        _, errors = self.run_program(self.form, bad, self.answers, expected=2)
        self.assertIn("bad.csv:2:5: error: ", errors)
        self.assertIn("bad.csv:3:", errors)
        self.assertNotIn("secret", errors)
        self.assertIn("form.json:1:1: error: ", self.run_program(self.write("form.json", "[]"), self.answers, expected=2)[1])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
