#!/usr/bin/env python3
"""The command `survey`: what it counts and prints, of answers and of tallies, and what it says of bad ones.

usage: survey_test.py PARINDEX_REPORT ILLUSTRATION_DIR
"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from fractions import Fraction

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ILLUSTRATION = pathlib.Path(sys.argv[2]).resolve()

LEVELS = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]
QUESTION = {"scale": "hl", "satisfied": ["4", "5"]}
FORM = {
    "format": "parindex.questionnaire/1", "code": "PKS", "name": "Phiếu khảo sát", "method": "Khảo sát 2025",
    "scales": [{"code": "hl", "options": [{"code": str(level), "label": label, "level": level}
                                          for level, label in enumerate(LEVELS, 1)]}],
    "factors": [{"code": "f1", "name": "Tiếp cận"}, {"code": "f2", "name": "Kết quả"}],
    "groups": [{"code": "gioi", "name": "Giới tính", "categories": [{"code": "1", "label": "Nam"}, {"code": "2", "label": "Nữ"},
                                                                  {"code": "3", "label": "Khác"}]}],
    "questions": [{"code": "c1", "factor": "f1", **QUESTION}, {"code": "c2", "factor": "f1", **QUESTION},
                  {"code": "c3", "factor": "f2", **QUESTION}],
}
# Answers 1 to 5 and blanks to each question: an example that tells all formulas apart.
COUNTS = {"A": {"c1": (0, 1, 1, 5, 3, 0), "c2": (1, 0, 2, 3, 3, 1), "c3": (0, 0, 0, 3, 4, 3)},
          "B": {"c1": (0, 0, 1, 2, 1, 0), "c2": (0, 1, 0, 2, 1, 0), "c3": (0, 0, 1, 1, 1, 1)}}
POPULATION = "unit,population,issued\nA,9000,12\nB,1000,5\n"
BY_UNIT = {"F2": ("21/26", "8/11"), "F3": ("37/45", "13/18"), "F4": ("13/15", "17/24"), "F7": ("53/13", "43/11"),
           "F8": ("53/65", "43/55"), "F9": ("10/13", "8/11")}
OF_BOTH = {"P1": "29/37", "P2": "1082/1365", "P3": "439/572", "P4": "139/180", "P5": "731/900", "P6": "50/63"}


def sheets():
    for unit, questions in COUNTS.items():
        columns = [[answer for answer, count in zip(["1", "2", "3", "4", "5", ""], counts) for _ in range(count)]
                   for counts in questions.values()]
        for answers in zip(*columns):
            yield [unit, *answers]


def text_of(rows):
    return "".join(",".join(row) + "\n" for row in rows)


class Survey(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.form = self.write("form.json", FORM)
        self.answers = self.write("answers.csv", text_of([["unit", "c1", "c2", "c3"], *sheets()]))

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes((content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)).encode())
        return path

    def run_program(self, *arguments, expected=0):
        done = subprocess.run([PROGRAM, "survey", *arguments], capture_output=True, timeout=300)
        out, errors = done.stdout.decode(), done.stderr.decode()
        self.assertEqual(done.returncode, expected, errors)
        return out, errors

    def tables(self, *arguments):
        found = json.loads(self.run_program(*arguments, "--json")[0])
        self.assertEqual(found["format"], "parindex.survey_tables/1")
        return {table["key"]: [dict(zip((column["key"] for column in table["columns"]), row)) for row in table["rows"]]
                for table in found["tables"]}

    def indices(self, *arguments):
        return {row["scope"]: row["index"] and row["index"]["exact"] for row in self.tables(*arguments)["indices"]}

    # what is counted

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

    # tallies

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

    def test_counts_that_are_too_many_for_json_are_not_written(self):
        answers = self.write("long.csv", "unit,c1,c2,c3\n" + "".join(f"{at},4,5,4\n" for at in range(60_000)))
        for name, expected in (("long.json", 2), ("long.tally", 0)):
            _, errors = self.run_program(self.form, answers, "--tally", self.folder / name, "--json", expected=expected)
            self.assertEqual((self.folder / name).exists(), expected == 0)
            self.assertEqual("name a file that does not end with .json" in errors, expected == 2)

    def test_a_unit_is_left_out(self):
        table = self.tables(self.form, self.answers, "--without", "B", "--formula", "F2")
        self.assertEqual(table["indices"][0]["index"]["exact"], "21/26")
        self.assertEqual([row["unit"] for row in table["sheets"]], ["A"])
        self.assertIn('the unit "Z"', self.run_program(self.form, self.answers, "--without", "Z", expected=2)[1])

    # what is hidden, and what is marked

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
        self.assertEqual(hidden_of(alone["indices"], "scope"), [("f2", "index"), ("f2", "numerator"), ("f2", "denominator")])
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

    # files

    def test_tables_are_written(self):
        unit = "=cmd()"
        form = self.write("bad.json", FORM | {
            "scales": [FORM["scales"][0] | {"code": "../hl"}],
            "questions": [{"code": "c1", "text": "@SUM(1)", "scale": "../hl", "satisfied": ["4", "5"]}]})
        answers = self.write("bad.csv", text_of([["unit", "c1"], *([[unit, "5"]] * 6), *([["<b>", "4"]] * 7)]))
        out = self.folder / "out"
        said, errors = self.run_program(form, answers, "--formula", "F2", "--format", "md,html,csv", "--out", out)
        self.assertEqual({path.name for path in out.iterdir()},
                         {"survey.md", "survey.html", "sheets.csv", "answers_.._hl.csv", "indices.csv", "units.csv"})
        self.assertEqual(errors.count("written: "), 6)
        self.assertEqual((out / "survey.md").read_text(encoding="utf-8"), said)
        html = (out / "survey.html").read_text(encoding="utf-8")
        self.assertNotIn("<b>", html)
        self.assertIn("100,00 %", html)
        rows = list(csv.reader(io.StringIO((out / "units.csv").read_bytes().decode("utf-8-sig"))))
        self.assertEqual(rows, [["Đơn vị", "Hợp lệ", "Chung"], ["<b>", "7", "100.00"], ["'" + unit, "6", "100.00"]])
        rows = list(csv.reader(io.StringIO((out / "answers_.._hl.csv").read_bytes().decode("utf-8-sig"))))
        self.assertEqual(rows[1][1], "'@SUM(1)")
        (self.folder / "file").write_text("")
        self.run_program(form, answers, "--format", "md", "--out", self.folder / "file/out", expected=3)
        for arguments in (["--format", "md"], ["--out", out]):
            self.assertIn("both are needed", self.run_program(form, answers, *arguments, expected=2)[1])

    def test_wide_tables_fit_on_a_page(self):
        codes = [f"q{at}" for at in range(24)]
        form = self.write("wide.json", FORM | {"factors": [], "questions": [{"code": code, **QUESTION} for code in codes]})
        answers = self.write("wide.csv", text_of([["unit", *codes], *([unit] + ["4"] * 24 for unit in "AB" for _ in range(7))]))
        self.run_program(form, answers, "--formula", "F1", "--straight-line", "0", "--format", "html", "--out", self.folder / "out")
        html = (self.folder / "out" / "survey.html").read_text(encoding="utf-8")
        self.assertIn('<main class="sheet landscape">', html)
        self.assertIn('<td class="right"><span class="code">100,00 %</span></td>', html)
        headers = [re.findall(r'<th scope="col">([^<]*)</th>', table) for table in html.split("<table>")[1:]]
        self.assertEqual([header for header in headers if "q0" in header or "q8" in header or "q16" in header],
                         [["Đơn vị", "Hợp lệ", *part] for part in (codes[:8], codes[8:16], codes[16:])])
        self.assertEqual(html.count(">Chỉ số theo đơn vị (tiếp theo)</h2>"), 2)

    def test_no_table_is_written_over_another_where_case_does_not_count(self):
        scales = ["đ", "Đ", "A", "a"]
        form = self.write("case.json", FORM | {
            "scales": [FORM["scales"][0] | {"code": code} for code in scales], "factors": [],
            "questions": [{"code": f"q{at}", "scale": code, "satisfied": ["5"]} for at, code in enumerate(scales)]})
        answers = self.write("case.csv", "unit,q0,q1,q2,q3\n" + "X,5,5,5,5\n" * 6)
        out = self.folder / "case"
        self.run_program(form, answers, "--format", "csv", "--out", out)
        self.assertEqual({path.name for path in out.iterdir()},
                         {"sheets.csv", "answers_đ.csv", "answers_Đ_.csv", "answers_A.csv", "answers_a_.csv"})

    def test_the_facts_of_the_illustration(self):
        for name, file in (("citizens", "khao-sat-nguoi-dan.csv"), ("officials", "khao-sat-cong-chuc.csv")):
            data = ILLUSTRATION / "surveys" / name
            made = self.folder / file
            self.run_program(data / "questionnaire.json", data / "answers.csv", "--columns", data / "columns.json", "--without", "VPUB",
                             "--facts", data / "facts.json", "--year", "2025", "--out", made)
            self.assertEqual(made.read_bytes(), (ILLUSTRATION / "assessments" / file).read_bytes())
        self.run_program(data / "questionnaire.json", data / "answers.csv", "--columns", data / "columns.json", "--facts",
                         data / "facts.json", "--out", made)
        lines = made.read_text(encoding="utf-8").splitlines()
        self.assertEqual((lines[0], lines[1].split(",")[:3]), ("unit,round,criterion,fact,value", ["BHXH", "survey", "1.7.1"]))
        self.assertTrue(any(line.startswith("VPUB,") for line in lines))
        self.assertIn("--out", self.run_program(self.form, self.answers, "--facts", "x.json", "--year", "2025", expected=2)[1])
        before = made.read_bytes()
        for year in ("25", "20255", "-2025"):  # nobody would read these facts again
            _, errors = self.run_program(data / "questionnaire.json", data / "answers.csv", "--columns", data / "columns.json",
                                         "--facts", data / "facts.json", "--year", year, "--out", made, expected=2)
            self.assertIn("--year: Value", errors)
            self.assertEqual(made.read_bytes(), before)

    # long input

    @unittest.skipIf(sys.platform == "win32", "there are no such terminals")
    def test_progress_is_shown_on_a_terminal_only(self):
        import pty
        long = self.write("long.csv", "unit,c1,c2,c3\n" + "A,4,5,4\n" * 4_300_000)
        _, errors = self.run_program(self.form, long, "--formula", "F2")
        self.assertEqual(errors, "")
        mine, its = pty.openpty()
        with open(mine, "rb", buffering=0) as terminal:
            with subprocess.Popen([PROGRAM, "survey", self.form, long, "--formula", "F2"], stdout=subprocess.DEVNULL, stderr=its) as child:
                os.close(its)
                seen = b""
                try:
                    while piece := terminal.read(4096):
                        seen += piece
                except OSError:  # the other end is closed
                    pass
        self.assertEqual(child.returncode, 0)
        self.assertIn(b"reading [", seen)
        self.assertTrue(seen.replace(b"\r", b"\n").decode().rstrip(" \n").endswith("%"), seen[-100:])

    # what is wrong

    def test_a_mean_of_units_does_not_tell_of_hidden_ones(self):
        rows = [["unit", "c1"]] + [["A", "4"]] * 13 + [["A", "1"]] * 7 + [["B", "4"]] + [["B", "1"]] * 2 + \
               [["C", "4"]] * 4 + [["C", "1"]] * 3
        answers = self.write("three.csv", text_of([["unit", "c1", "c2", "c3"], *([*row, "4", "4"] for row in rows[1:])]))
        for units, shown in (("mean_of_units", False), ("pooled", True)):
            row = self.tables(self.form, answers, "--formula", "F1", "--units", units, "--scope", "c1")["indices"][0]
            self.assertEqual(isinstance(row["index"], dict) and "exact" in row["index"], shown, row)

    def test_nothing_is_written_over_what_is_read_or_written(self):
        facts = self.write("facts.json", {"format": "parindex.survey_facts/1", "links": [
            {"criterion": "1", "fact": "a", "is": {"answered": {"question": "c1"}}}]})
        out = self.folder / "out"
        for arguments in (("--tally", self.answers), ("--tally", self.form), ("--facts", facts, "--out", facts),
                          ("--tally", self.folder / "x" / ".." / "answers.csv"),
                          ("--facts", facts, "--out", out, "--tally", out)):
            before = {path: path.read_bytes() for path in self.folder.iterdir()}
            _, errors = self.run_program(self.form, self.answers, *arguments, expected=2)
            self.assertIn("nothing is written", errors)
            self.assertEqual({path: path.read_bytes() for path in self.folder.iterdir()}, before)
        (self.folder / "tables").mkdir()
        written = self.run_program(self.form, self.answers, "--format", "csv", "--out", self.folder / "tables")[1]
        for name in re.findall(r"written: (.*)", written):
            shutil.copy(self.answers, name)
            self.run_program(self.form, name, "--format", "csv", "--out", self.folder / "tables", expected=2)

    def test_a_file_that_is_named_twice_is_not_counted_twice(self):
        tally = self.folder / "whole.tally"
        self.run_program(self.form, self.answers, "--tally", tally)
        copy = self.write("copy.csv", self.answers.read_bytes().decode())
        for again in (self.answers, self.folder / "." / "x" / ".." / "answers.csv"):
            (self.folder / "x").mkdir(exist_ok=True)
            out, errors = self.run_program(self.form, self.answers, copy, again, "--tally", self.folder / "twice", expected=2)
            self.assertEqual((out, errors.count("\n")), ("", 1))
            self.assertIn("answers.csv: error: this file is named twice", errors)
        self.assertIn("whole.tally: error: this file is named twice", self.run_program("--merge", tally, tally, expected=2)[1])
        self.assertFalse((self.folder / "twice").exists())

    def test_checks_that_cannot_be_made_are_refused(self):
        self.run_program(self.form, self.answers, "--least-seconds", "90", expected=2)
        self.run_program(self.form, self.answers, "--straight-line", "-3", expected=2)
        self.run_program(self.form, self.answers, "--minimum-cell", "-1", expected=2)
        self.run_program(self.form, self.answers, "--tally", self.folder / "t")
        self.run_program("--merge", self.folder / "t", "--duplicates", expected=2)

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

    def test_a_wrong_mapping_is_told_of_once_and_by_its_own_place(self):
        columns = self.write("columns.json", {"format": "parindex.answer_columns/1", "layout": "wide", "unit": "unit",
                                              "questions": {"c1": "c1", "c2": "c2", "c4": "c3"}})
        copy = self.write("copy.csv", self.answers.read_bytes().decode())
        _, errors = self.run_program(self.form, self.answers, copy, "--columns", columns, expected=2)
        self.assertEqual(errors, f'{columns}:1:1: error: the mapping has a column of the question "c4", which the questionnaire does not '
                                 f'have\n{columns}:1:1: error: the mapping has no column of the question "c3"\n')

    def test_errors_name_places_and_no_answers(self):
        bad = self.write("bad.csv", "unit,c1,c2,c3\nA,4,secret,5\nA,4,5\n")
        _, errors = self.run_program(self.form, bad, self.answers, expected=2)
        self.assertIn("bad.csv:2:5: error: ", errors)
        self.assertIn("bad.csv:3:", errors)
        self.assertNotIn("secret", errors)
        self.assertIn("form.json:1:1: error: ", self.run_program(self.write("form.json", "[]"), self.answers, expected=2)[1])

    def test_what_is_not_there(self):
        for arguments, message in ((["none.json", self.answers], "none.json: error: cannot read this file: it does not exist"),
                                   ([self.form, "none.csv"], "none.csv: error: cannot read this file: it does not exist"),
                                   ([self.form], "at least one file of answers"),
                                   ([self.form, self.answers, "--formula", "F99"], "expected a formula such as F3"),
                                   ([self.form, self.answers, "--formula", "F5"], "overall"),
                                   ([self.form, self.answers, "--formula", "F2", "--units", "P2", "--minimum-cell", "0"], "not of F2"),
                                   ([self.form, self.answers, "--formula", "F2", "--units", "x"], "expected pooled"),
                                   ([self.form, self.answers, "--formula", "F2", "--scope", "f3"], 'has the code "f3"'),
                                   ([self.form, self.answers, "--scope", "f1,f1", "--formula", "F2"], "twice behind --scope"),
                                   ([self.form, self.answers, "--without", "A,A"], "twice behind --without"),
                                   ([self.form, self.answers, "--by", "x", "--formula", "F2"], '"x"'),
                                   (["--merge", self.answers], "answers.csv"),
                                   (["--merge", self.answers, "--by", "gioi"], "tallies are counted already")):
            with self.subTest(message):
                self.assertIn(message, self.run_program(*arguments, expected=2)[1])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
