#!/usr/bin/env python3
"""The command `survey`: what it counts and prints, of answers and of tallies.

usage: survey_test.py PARINDEX_REPORT
"""

import json
import sys
import unicodedata
import unittest
from fractions import Fraction

from survey_case import COUNTS, FORM, SurveyCase, sheets, text_of

POPULATION = "unit,population,issued\nA,9000,12\nB,1000,5\n"
BY_UNIT = {"F2": ("21/26", "8/11"), "F3": ("37/45", "13/18"), "F4": ("13/15", "17/24"), "F7": ("53/13", "43/11"),
           "F8": ("53/65", "43/55"), "F9": ("10/13", "8/11")}
OF_BOTH = {"P1": "29/37", "P2": "1082/1365", "P3": "439/572", "P4": "139/180", "P5": "731/900", "P6": "50/63"}


class Survey(SurveyCase):
    def test_every_formula_of_each_unit(self):
        for formula, expected in BY_UNIT.items():
            with self.subTest(formula):
                units = self.tables(self.form, self.answers, "--formula", formula, "--minimum-cell", "0")["units"]
                self.assertEqual([row["whole"]["exact"] for row in units], list(expected))

    def test_every_way_from_units_to_a_whole(self):
        figures = self.write("figures.csv", POPULATION)
        for units, expected in OF_BOTH.items():
            with self.subTest(units):
                found = self.indices(self.form, self.answers, "--units", units, "--minimum-cell", "0", "--figures", figures)
                self.assertEqual(found[""], expected)
        found = self.indices(self.form, self.answers, "--formula", "F3", "--units", "by_sample", "--minimum-cell", "0")
        self.assertEqual(found[""], OF_BOTH["P6"])
        for units, words in (("P5", "dân số"), ("P6", "số phiếu hợp lệ")):
            out, _ = self.run_program(self.form, self.answers, "--units", units, "--minimum-cell", "0", "--figures", figures)
            self.assertIn(f"trung bình có trọng số theo {words} của các đơn vị", out)
        _, errors = self.run_program(self.form, self.answers, "--units", "P5", "--minimum-cell", "0", expected=2)
        self.assertIn("population", errors)

    def test_factors_and_questions(self):
        both = {question: [a + b for a, b in zip(COUNTS["A"][question], COUNTS["B"][question])] for question in COUNTS["A"]}
        shares = {question: Fraction(counts[3] + counts[4], sum(counts[:5])) for question, counts in both.items()}
        factors = {"f1": (shares["c1"] + shares["c2"]) / 2, "f2": shares["c3"]}
        found = self.indices(self.form, self.answers, "--formula", "F3")
        self.assertEqual({code: Fraction(found[code]) for code in factors}, factors)
        found = self.indices(self.form, self.answers, "--formula", "F1")
        self.assertEqual({code: Fraction(value) for code, value in found.items()}, shares)
        self.assertEqual(list(self.indices(self.form, self.answers, "--formula", "F3", "--scope", "f2")), ["f2"])
        rows = self.tables(self.form, self.answers, "--minimum-cell", "0")["answers_hl"]
        for row in rows:
            counts = both[row["question"]]
            self.assertEqual([row[f"option_{level}"]["count"] for level in range(1, 6)], counts[:5])
            self.assertEqual((row["answered"], row["blank"]), (sum(counts[:5]), counts[5]))
            self.assertEqual(Fraction(row["satisfied"]["exact"]), shares[row["question"]])

    def test_sheets_issued_returned_and_valid(self):
        figures = self.write("figures.csv", POPULATION)
        self.write("form.json", FORM | {"validity": {"minimum_answered": "100%"}})
        table = self.tables(self.form, self.answers, "--figures", figures)["sheets"]
        whole = [sum("" not in row for row in sheets() if row[0] == unit) for unit in COUNTS]
        self.assertEqual([(row["issued"], row["returned"], row["valid"]) for row in table],
                         [(12, 10, whole[0]), (5, 4, whole[1]), (17, 14, sum(whole))])
        self.assertIsNone(self.tables(self.form, self.answers)["sheets"][0]["issued"])

    def test_figures_of_units_that_are_unknown_or_known_already(self):
        def said(figures, *more, expected=2):
            return self.run_program(self.form, self.answers, "--figures", self.write("figures.csv", figures), *more, expected=expected)[1]
        for row, message in (("C,9", 'figures.csv:3:1: error: no unit of the answers has the code "C"'),
                             (",9", 'figures.csv:3:1: error: no unit of the answers has the code ""'),
                             ("A,9", 'figures.csv:3:1: error: the unit "A" has a row already, in line 2'),
                             *((f"B,{count}", "figures.csv:3:3: error: expected a whole number from 0, in digits and nothing else")
                               for count in ("x", "1.000", "5.0", "'5", "-5", "+5", "5 ", "1e3", "18446744073709551616"))):
            with self.subTest(row):
                self.assertIn(message, said(f"unit,issued\nA,12\n{row}\n"))
        said("unit,issued\nA,12\nB,9\n", "--without", "B", expected=0)
        self.assertIn('figures.csv:3:1: error: the unit "A" returned 10 sheets, more than were issued', said("unit,issued\nB,4\nA,9\n"))
        tally = self.folder / "issued.tally"
        said("unit,issued\nA,12\n", "--tally", tally, expected=0)
        _, errors = self.run_program("--merge", tally, "--figures", self.write("again.csv", "unit,issued\nB,5\nA,12\n"), expected=2)
        self.assertIn('again.csv:3:1: error: the unit "A" was issued 12 sheets by the answers already', errors)
        self.write("answers.csv", "unit,c1,c2,c3\n" + "Huế,4,4,4\n" * 6)
        said(unicodedata.normalize("NFD", "unit,issued\nHuế,7\n"), expected=0)

    def test_figures_that_would_not_be_used(self):
        expected = 'expected the columns "unit" and "issued" or "population", none of them twice'
        for header in ("unit,Issued", "unit,issued ", "unit,ten", "don_vi,issued", "unit,issued,issued", "unit,unit,issued"):
            with self.subTest(header):
                rest = ",9" * header.count(",")
                _, errors = self.run_program(self.form, self.answers, "--figures",
                                             self.write("figures.csv", f"{header}\nA{rest}\nA{rest}\n"), expected=2)
                self.assertEqual(errors, f"{self.folder / 'figures.csv'}:1:1: error: {expected}\n")
        figures = self.write("figures.csv", "unit,issued,\r\nA,12,\r\nB,5,\r\n,,\r\n,,\r\n")  # as a spreadsheet leaves them
        rows = self.tables(self.form, self.answers, "--figures", figures)["sheets"]
        self.assertEqual([row["issued"] for row in rows], [12, 5, 17])

    def test_counts_that_others_made(self):
        rows = [[unit, question, option, str(count)] for unit, questions in COUNTS.items() for question, counts in questions.items()
                for option, count in zip(["1", "2", "3", "4", "5", "blank"], counts)]
        counted = self.write("counts.csv", text_of([["don_vi", "cau", "muc", "so"], *rows]))
        columns = self.write("columns.json", {"format": "parindex.answer_columns/1", "layout": "aggregate", "unit": "don_vi",
                                              "question": "cau", "option": "muc", "count": "so"})
        found = self.indices(self.form, counted, "--columns", columns, "--formula", "F3")
        self.assertEqual(found, self.indices(self.form, self.answers, "--formula", "F3"))
        self.assertIn("F6", self.run_program(self.form, counted, "--columns", columns, "--formula", "F6", expected=2)[1])

    def test_without_a_formula_there_is_no_index(self):
        out, errors = self.run_program(self.form, self.answers)
        self.assertIn("an index needs --formula", errors)
        self.assertNotIn("Chỉ số theo", out)
        self.assertIn("| c3 ", out)
        self.assertIn("Tỷ lệ hài lòng (F1)", out)
        self.assertRegex(self.run_program("--help")[0], r"--scope[^-]*needs\s+--formula")
        for arguments in (["--units", "pooled"], ["--scope", "f1"]):
            self.assertIn("--formula", self.run_program(self.form, self.answers, *arguments, expected=2)[1])

    def test_numbers_are_printed_as_in_vietnam(self):
        out, _ = self.run_program(self.form, self.answers, "--formula", "F3")
        self.assertIn("79,27 %", out)  # 1082/1365
        self.assertIn("F3 – trung bình cộng tỷ lệ hài lòng của các nội dung", out)
        self.assertNotRegex(out, r"\d\.\d\d %")

    def test_a_mean_says_why_it_has_no_numerator(self):
        note = "chỉ số được tính bằng trung bình của các tỷ lệ nên không có tử số và mẫu số."
        self.assertEqual(self.run_program(self.form, self.answers, "--formula", "F3")[0].count(note), 1)
        self.assertNotIn(note, self.run_program(self.form, self.answers, "--formula", "F2")[0])
        self.assertIn(note, self.run_program(self.form, self.answers, "--units", "P3", "--minimum-cell", "0")[0])

    def test_parts_that_are_counted_apart_add_up(self):
        rows = list(sheets())
        parts = [self.write(f"{at}.csv", text_of([["unit", "c1", "c2", "c3"], *rows[at::3]])) for at in range(3)]
        for part in parts:
            self.run_program(self.form, part, "--tally", part.with_suffix(".tally"))
        self.run_program(self.form, self.answers, "--tally", self.folder / "whole.tally")
        tallies = [part.with_suffix(".tally") for part in parts]
        out, _ = self.run_program("--merge", *tallies, "--tally", self.folder / "merged.tally", "--formula", "F3")
        self.run_program("--merge", *reversed(tallies), "--tally", self.folder / "again.tally")
        whole = (self.folder / "whole.tally").read_bytes()
        self.assertEqual((self.folder / "merged.tally").read_bytes(), whole)
        self.assertEqual((self.folder / "again.tally").read_bytes(), whole)
        self.assertEqual(out, self.run_program(self.form, self.answers, "--formula", "F3")[0])
        self.assertEqual(out, self.run_program(self.form, *parts, "--formula", "F3")[0])
        self.run_program("--merge", *tallies, "--tally", self.folder / "merged.json")
        self.assertEqual(json.loads((self.folder / "merged.json").read_text())["format"], "parindex.tally/1")
        self.assertEqual(out, self.run_program("--merge", self.folder / "merged.json", "--formula", "F3")[0])
        other = self.write("other.json", FORM | {"code": "X"})
        self.run_program(other, self.answers, "--tally", self.folder / "other.tally")
        self.run_program("--merge", self.folder / "other.tally", tallies[0], expected=2)

    def test_a_unit_is_left_out(self):
        table = self.tables(self.form, self.answers, "--without", "B", "--formula", "F2")
        self.assertEqual(table["indices"][0]["index"]["exact"], "21/26")
        self.assertEqual([row["unit"] for row in table["sheets"]], ["A"])
        self.assertIn('the unit "Z"', self.run_program(self.form, self.answers, "--without", "Z", expected=2)[1])

    def test_precision(self):
        """14 persons drawn at random, a share of persons: the variance is p(1-p)/(n-1) within each unit."""
        rows = self.tables(self.form, self.answers, "--precision", "respondents", "--formula", "F1", "--scope", "c1")["indices"]
        variance = sum((Fraction(counts[3] + counts[4], sum(counts)) * Fraction(sum(counts[:3]), sum(counts)) * sum(counts) ** 2
                        / (sum(counts) - 1)) for counts in (COUNTS["A"]["c1"], COUNTS["B"]["c1"])) / 14 ** 2
        self.assertAlmostEqual(float(rows[0]["standard_error"]), float(variance) ** 0.5 * 100, delta=0.00501)
        self.assertEqual(rows[0]["degrees_of_freedom"], 12)
        satisfied = Fraction(sum(counts["c1"][3] + counts["c1"][4] for counts in COUNTS.values()), 14)
        self.assertAlmostEqual(float(rows[0]["design_effect"]), float(variance / (satisfied * (1 - satisfied) / 13)), delta=0.00501)
        columns = self.write("clusters.json", {"format": "parindex.answer_columns/1", "layout": "wide", "unit": "unit", "cluster": "xa"})
        drawn = self.write("drawn.csv", text_of([["unit", "xa", "c1", "c2", "c3"], *([row[0], str(at % 2), *row[1:]] for at, row
                                                                                     in enumerate(sheets()))]))
        of_clusters = self.tables(self.form, drawn, "--columns", columns, "--precision", "clusters", "--formula", "F1")["indices"][0]
        self.assertIsNotNone(of_clusters["standard_error"])
        self.assertIsNone(of_clusters["design_effect"])
        self.assertLess(float(rows[0]["lower"]), float(rows[0]["index"]["percent"]))
        self.assertLess(float(rows[0]["index"]["percent"]), float(rows[0]["upper"]))
        self.assertNotIn("standard_error", self.tables(self.form, self.answers, "--formula", "F1")["indices"][0])
        tally = self.folder / "p.tally"
        self.run_program(self.form, self.answers, "--precision", "respondents", "--tally", tally)
        self.assertEqual(self.tables("--merge", tally, "--formula", "F1", "--scope", "c1")["indices"], rows)
        lone = self.write("lone.csv", text_of([["unit", "c1", "c2", "c3"], *sheets(), ["C", "4", "4", "4"]]))
        arguments = [self.form, lone, "--precision", "respondents", "--formula", "F3"]
        self.assertIn('stratum "C"', self.run_program(*arguments, expected=2)[1])
        self.run_program(*arguments, "--single-cluster", "adjust")

    def test_ranks_of_units(self):
        """200 persons in each of four units: 80, 40 and 38 % are satisfied, and all of the last."""
        shares = {"A": 160, "B": 80, "C": 76, "D": 200}
        rows = [[unit, *(["4"] * 3 if at < share else ["2"] * 3)] for unit, share in shares.items() for at in range(200)]
        answers = self.write("ranks.csv", text_of([["unit", "c1", "c2", "c3"], *rows]))
        found = {row["unit"]: row for row in self.tables(self.form, answers, "--precision", "respondents", "--formula", "F2")["ranks"]}
        ranks = {unit: (row["rank"], row["best_rank"], row["worst_rank"]) for unit, row in found.items()}
        # Nothing is known of how sure the 100 % of D are.
        self.assertEqual(ranks, {"A": (2, 1, 2), "B": (3, 2, 4), "C": (4, 2, 4), "D": (1, 1, 4)})
        self.assertEqual(found["A"]["standard_error"], f"{(0.8 * 0.2 / 199) ** 0.5 * 100:.2f}")
        few = self.write("few.csv", text_of([["unit", "c1", "c2", "c3"], *rows, *([["E", "4", "2", "1"]] * 3)]))
        hidden = {row["unit"]: row for row in self.tables(self.form, few, "--precision", "respondents", "--formula", "F2")["ranks"]}["E"]
        self.assertEqual((hidden["index"], hidden["standard_error"], hidden["rank"]), ({"hidden": "too_few"}, None, None))
        for formula, scope in (("F1", "c1"), ("F7", "f1")):
            self.assertIn("ranks", self.tables(self.form, answers, "--precision", "respondents", "--formula", formula, "--scope", scope))
        self.assertNotIn("ranks", self.tables(self.form, answers, "--precision", "respondents", "--formula", "F1"))
        self.assertNotIn("ranks", self.tables(self.form, answers, "--formula", "F2"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
