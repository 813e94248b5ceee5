#!/usr/bin/env python3
"""Facts in CSV on the command line: they score as the same facts in JSON do, and all that is wrong is said.

usage: csv_test.py PARINDEX_REPORT
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DECISION = {"number": "45/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"}
CRITERIA = {
    "format": "parindex.criteria/1", "decision": DECISION, "name": "Bộ chỉ số", "maximum": 4,
    "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["unit", "appraiser"]}],
    "fields": [{"code": "1", "name": "Thủ tục hành chính", "children": [
        {"code": "1.1", "name": "Giải quyết đúng hạn", "part": "a", "maximum": 2, "not_applicable": "zero", "rule": {
            "facts": [{"name": "a", "label": "số hồ sơ"}, {"name": "b", "label": "số hồ sơ đúng hạn"}],
            "zero_denominator": "full", "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%"}},
        {"code": "1.2", "name": "Báo cáo", "part": "a", "maximum": 2, "rule": {
            "facts": [{"name": "sent", "kind": "date"}, {"name": "full", "kind": "yes_no"}], "kind": "cases",
            "cases": [{"if": "full", "rule": {"kind": "steps", "of": "sent", "steps": [
                {"to": "2025-12-15", "points": 2}, {"above": "2025-12-15", "points": 1}]}}],
            "otherwise": {"points": 0}}}]}],
}
FACTS = {  # by unit and criterion
    "SNV": {"1.1": {"a": 7, "b": 5}, "1.2": {"sent": "2025-12-15", "full": True}},
    "STC": {"1.1": {"a": 8, "b": 8}, "1.2": {"sent": "2025-12-20", "full": True}},
    "SYT": {"1.1": {"a": 0, "b": 0}, "1.2": {"full": False}},
}
NAMES = {"SNV": "Sở Nội vụ", "STC": "Sở Tài chính", "SYT": "Sở Y tế"}
COLUMNS = ["a", "b", "sent", "full"]


def cell(value):
    return {True: "có", False: "no"}[value] if isinstance(value, bool) else str(value)


def fact_rows():
    yield ["unit", "unit_name", "criterion", "fact", "value"]
    for unit, marks in FACTS.items():
        for criterion, facts in marks.items():
            for name, value in facts.items():
                yield [unit, NAMES[unit], criterion, name, cell(value)]


def criterion_rows():
    yield [*COLUMNS, "unit", "criterion", "unit_name"]
    for unit, marks in FACTS.items():
        for criterion, facts in marks.items():
            yield [*(cell(facts[name]) if name in facts else "" for name in COLUMNS), unit, criterion, NAMES[unit]]


def unit_rows():
    columns = [("1.1", "a"), ("1.1", "b"), ("1.2", "sent"), ("1.2", "full")]
    yield ["unit", "unit_name", *(":".join(each) for each in columns)]
    for unit, marks in FACTS.items():
        given = (marks.get(criterion, {}).get(name, "") for criterion, name in columns)
        yield [unit, NAMES[unit], *(cell(each) for each in given)]


class Csv(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.write("criteria.json", CRITERIA)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=2)
        path.write_bytes(text.encode())

    def table(self, rows, delimiter=",", line_break="\n"):
        return "".join(delimiter.join(row) + line_break for row in rows)

    def marks(self, *units):
        return {"format": "parindex.assessments/1", "set": DECISION, "year": 2025, "units": [
            {"unit": {"code": unit, "name": NAMES[unit]}, "rounds": [{"round": "appraisal", "marks": [
                {"criterion": criterion, "facts": facts} for criterion, facts in FACTS[unit].items()]}]}
            for unit in units]}

    def run_program(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def scored(self, *arguments):
        """All that `score` and `explain` print, without the names and places of the files."""
        out = []
        for command in (["score", self.folder], ["score", self.folder, "--json"], ["score", self.folder, "--unit", "SNV"],
                        ["explain", self.folder, "STC"], ["explain", self.folder, "SYT", "--json"]):
            code, said, complained = self.run_program(*command, *arguments)
            self.assertEqual(code, 0, complained)
            out.append(said)
        return out

    # the same marks

    def test_facts_in_csv_score_as_in_json(self):
        self.write("assessment.json", self.marks("SNV", "STC", "SYT"))
        expected = self.scored()
        totals = {each["unit"]["code"]: each["total"] for each in json.loads(expected[1])["units"]}
        self.assertEqual((totals["STC"], totals["SYT"]), ("3", "2"))
        (self.folder / "assessment.json").unlink()
        for layout in (fact_rows, criterion_rows, unit_rows):
            for delimiter, line_break in ((",", "\n"), (";", "\r\n"), ("\t", "\n")):
                with self.subTest(layout=layout.__name__, delimiter=delimiter):
                    self.write("assessment.csv", "\ufeff" + self.table(layout(), delimiter, line_break))
                    self.assertEqual(self.scored("--year", "2025"), expected)

    def test_both_kinds_of_files_stand_beside_each_other(self):
        self.write("assessment.json", self.marks("SNV", "STC", "SYT"))
        expected = self.scored()
        rows = list(unit_rows())
        self.write("assessment.json", self.marks("SNV"))
        self.write("assessment.csv", self.table([rows[0], *rows[2:]]))
        self.assertEqual(self.scored("--year", "2025"), expected)
        (self.folder / "assessment.csv").unlink()
        (self.folder / "assessment.json").unlink()
        self.write("assessments/1.json", self.marks("SNV"))
        self.write("assessments/2.CSV", self.table(rows[:1] + rows[2:3]))
        self.write("assessments/3.csv", self.table(rows[:1] + rows[3:]))
        self.assertEqual(self.scored("--year", "2025"), expected)

    def test_a_mark_stands_in_one_file(self):
        self.write("assessment.json", self.marks("SNV"))
        self.write("assessment.csv", self.table(unit_rows()))
        code, said, complained = self.run_program("score", self.folder, "--year", "2025")
        self.assertEqual(code, 2)
        self.assertRegex(complained, 'assessment.csv:2:1: error: the unit "SNV" has marks of 2025 at .*assessment.json:10:5, of them that of '
                                     r'the criterion "1.1" in the round "appraisal" \(.*assessment.json:\d+:\d+\) already')
        self.assertNotIn("SNV", said)  # half of its marks
        self.write("assessments/1.csv", self.table(unit_rows()))
        (self.folder / "assessment.json").unlink()
        code, _, complained = self.run_program("score", self.folder, "--year", "2025")
        self.assertEqual(code, 2)
        self.assertIn("expected the marks in assessment.csv or in this folder, not in both", complained)

    def test_marks_of_one_unit_come_from_several_files(self):
        """Of a JSON file with the rest of what is known of the unit, and of CSV files, which then need not say it."""
        self.write("criteria.json", CRITERIA | {"unit_groups": [{"code": "so", "name": "Sở"}]})
        whole, part = self.marks("SNV", "STC", "SYT"), self.marks("SNV", "STC", "SYT")
        for marks in (whole, part):
            for each in marks["units"]:
                each["unit"]["group"] = "so"
        self.write("assessments/m.json", whole)
        expected = self.scored()
        for each in part["units"]:
            del each["rounds"][0]["marks"][1]
        self.write("assessments/m.json", part)
        rows = [row for row in fact_rows() if row[2] in ("criterion", "1.2")]
        self.write("assessments/a.csv", self.table([row[:1] + row[2:] for row in rows]))
        self.assertEqual(self.scored("--year", "2025"), expected)
        self.write("assessments/a.csv", self.table(rows))  # a unit with a name, but without a group
        code, said, complained = self.run_program("score", self.folder, "--year", "2025")
        self.assertEqual(code, 2)
        self.assertIn("not for a unit without group", complained)
        self.write("assessments/a.csv", self.table([[*row[:1], *row[2:], "so" if at else "unit_group"] for at, row in enumerate(rows)]))
        code, said, complained = self.run_program("score", self.folder, "--year", "2025")
        self.assertEqual(code, 2)
        self.assertIn(", with another name or group", complained)

    def test_half_of_the_marks_give_no_score(self):
        marks = self.marks("SNV", "STC", "SYT")
        for each in marks["units"]:
            del each["rounds"][0]["marks"][1]
        self.write("assessments/m.json", marks)
        rows = [row[:1] + row[2:] for row in fact_rows() if row[2] in ("criterion", "1.2")]
        rows[1][-1] = "x"
        self.write("assessments/a.csv", self.table(rows))
        code, said, complained = self.run_program("score", self.folder, "--year", "2025")
        self.assertEqual(code, 2)
        self.assertIn("expected a complete date", complained)
        self.assertIn("scored: 2 units", said)

    # the year

    def test_the_year_comes_from_the_file_the_command_or_the_plan(self):
        rows = list(unit_rows())
        self.write("assessment.csv", self.table(rows))
        for command in (["score", self.folder], ["check", self.folder], ["explain", self.folder, "SNV"],
                        ["draft", self.folder]):
            code, said, complained = self.run_program(*command)
            self.assertEqual(code, 2)
            self.assertIn('assessment.csv:1:1: error: expected the column "year", or --year, or a plan.json with its year: '
                          "nothing says which year is scored", said + complained)
        self.assertIn("expected a year from 1945 to 9999, not 25",
                      self.run_program("score", self.folder, "--year", "25")[2])
        self.write("assessment.csv", self.table([["year", *rows[0]]] + [["2024", *row] for row in rows[1:]]))
        self.assertEqual([each["year"] for each in self.scores()], [2024] * 3)
        code, _, complained = self.run_program("score", self.folder, "--year", "2025")
        self.assertEqual(code, 2)
        self.assertIn("the folder has no marks of 2025, but of 2024", complained)

        self.write("assessment.csv", self.table(rows))
        self.assertEqual(self.run_program("draft", self.folder, "--unit", "SNV", "--year", "2023")[0], 1)
        self.assertEqual([each["year"] for each in self.scores()], [2023] * 3)
        for command in (["explain", self.folder, "SNV"], ["draft", self.folder], ["check", self.folder]):
            code, said, complained = self.run_program(*command)
            self.assertNotEqual(code, 2, complained)
            self.assertNotIn("which year", said + complained)

    def scores(self):
        return json.loads(self.run_program("score", self.folder, "--json")[1])["units"]

    # what is wrong

    def test_all_errors_are_said_at_once_and_good_units_are_scored(self):
        self.write("assessment.csv",
                   "unit;criterion;a;b;sent;full\r\n"
                   "SNV;1.1;94,5;x;;\r\n"
                   "SNV;1.2;;;15/12/2025;TRUE\r\n"
                   "SNV;1.3;;;;\r\n"
                   "STC;1.1;8;8;;\r\n"
                   "STC;1.1;8;8;;\r\n"
                   "SYT;1.1;8;8;;\r\n"
                   "SYT;1.2;;;2025-12-01;có\r\n")
        code, said, complained = self.run_program("score", self.folder, "--year", "2025")
        self.assertEqual(code, 2)
        lines = complained.splitlines()
        for expected in (':2:9: error: criterion "1.1": the fact "a": expected a number such as 12 or 0.95, not "94,5"',
                         ':2:14: error: criterion "1.1": the fact "b": expected a number',
                         ':3:11: error: criterion "1.2": the fact "sent": expected a complete date such as 2022-01-20',
                         ':3:22: error: criterion "1.2": the fact "full": expected yes or no',
                         ':4:5: error: criterion "1.3": the criteria set has no criterion with this code',
                         ':6:5: error: criterion "1.1": a second row; the first is in line 5'):
            self.assertEqual(len([line for line in lines if "assessment.csv" + expected in line]), 1, expected)
        self.assertIn("SYT", said)
        self.assertIn("scored: 1 unit", said)

    def test_text_that_is_no_csv_is_refused_as_a_whole(self):
        self.write("assessment.csv", 'unit,1.1:a,1.1:b,9.9:a\nSNV,1,1,5,\nSTC,"1"1,1,\nSYT,"1,1,\n')
        code, said, complained = self.run_program("check", self.folder)
        self.assertEqual(code, 2)
        for expected in ("1:1: error: expected the column", '1:18: error: criterion "9.9"',
                         "2:11: error: expected 4 cells", "3:8: error: expected a comma", "4:5: error: the quote"):
            self.assertIn("assessment.csv:" + expected, said + complained)

    def test_without_a_set_the_file_is_still_read_as_csv(self):
        self.write("criteria.json", "[]")
        self.write("assessment.csv", 'unit,1.1:a\nSNV,1,5\n')
        code, said, _ = self.run_program("check", self.folder)
        self.assertEqual(code, 2)
        self.assertIn("criteria.json:1:1: error: ", said)
        self.assertIn("assessment.csv:2:7: error: expected 2 cells", said)

    def test_a_file_without_rows_has_no_marks(self):
        self.write("assessment.csv", "unit,1.1:a\n")
        code, _, complained = self.run_program("score", self.folder, "--year", "2025")
        self.assertEqual(code, 2)
        self.assertIn("expected the marks of at least one unit", complained)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
