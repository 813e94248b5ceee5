#!/usr/bin/env python3
"""The command `survey`: the files that it writes and refuses to write, and what it says of bad ones.

usage: survey_files_test.py PARINDEX_REPORT ILLUSTRATION_DIR
"""

import csv
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from survey_case import FORM, PROGRAM, QUESTION, SurveyCase, text_of

ILLUSTRATION = pathlib.Path(sys.argv[2]).resolve()


class SurveyFiles(SurveyCase):
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

    def test_counts_that_are_too_many_for_json_are_not_written(self):
        codes = [f"q{at}" for at in range(1_000)]
        form = self.write("many.json", FORM | {"factors": [], "questions": [{"code": code, **QUESTION} for code in codes]})
        answers = self.write("many.csv", text_of([["unit", *codes], *([str(at), *"4" * len(codes)] for at in range(200))]))
        for name, expected in (("counts.json", 2), ("counts.tally", 0)):
            _, errors = self.run_program(form, answers, "--tally", self.folder / name, "--json", expected=expected)
            self.assertEqual((self.folder / name).exists(), expected == 0)
            self.assertEqual("name a file that does not end with .json" in errors, expected == 2)

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

    @unittest.skipIf(sys.platform == "win32", "there are no such terminals")
    def test_progress_is_shown_on_a_terminal_only(self):
        import pty
        long = self.write("long.csv", "unit,c1,c2,c3,note\n" + f"A,4,5,4,{'x' * 1_000}\n" * 34_000)  # more than 32 MiB
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

    def test_checks_that_cannot_be_made_are_refused(self):
        self.run_program(self.form, self.answers, "--least-seconds", "90", expected=2)
        self.run_program(self.form, self.answers, "--straight-line", "-3", expected=2)
        self.run_program(self.form, self.answers, "--minimum-cell", "-1", expected=2)
        self.run_program(self.form, self.answers, "--tally", self.folder / "t")
        self.run_program("--merge", self.folder / "t", "--duplicates", expected=2)

    def test_a_wrong_mapping_is_told_of_once_and_by_its_own_place(self):
        columns = self.write("columns.json", {"format": "parindex.answer_columns/1", "layout": "wide", "unit": "unit",
                                              "questions": {"c1": "c1", "c2": "c2", "c4": "c3"}})
        copy = self.write("copy.csv", self.answers.read_bytes().decode())
        _, errors = self.run_program(self.form, self.answers, copy, "--columns", columns, expected=2)
        self.assertEqual(errors, f'{columns}:1:1: error: the mapping has a column of the question "c4", which the questionnaire does not '
                                 f'have\n{columns}:1:1: error: the mapping has no column of the question "c3"\n')

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
