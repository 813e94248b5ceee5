"""Tests what the Python module of examples/python says of surveys.

usage: python_survey_test.py EXAMPLES_FOLDER"""

import io
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

examples = Path(sys.argv.pop(1))
sys.path.insert(0, str(examples / "python"))

import parindex
from parindex import Answer, Error, Questionnaire, Tally

SURVEY = """{"format": "parindex.questionnaire/1", "code": "FX1", "name": "Thử", "method": "test",
    "scales": [{"code": "hl", "options": [{"code": "1", "level": 1}, {"code": "2", "level": 2}, {"code": "3", "level": 3},
        {"code": "4", "level": 4}, {"code": "5", "label": "Rất hài lòng", "level": 5}]}],
    "factors": [{"code": "f1", "name": "Tiếp cận"}, {"code": "f2", "name": "Kết quả"}],
    "groups": [{"code": "gioi", "name": "Giới tính", "categories": [{"code": "nam"}, {"code": "nu"}]}],
    "questions": [{"code": "c1", "scale": "hl", "satisfied": ["4", "5"], "factor": "f1"},
        {"code": "c2", "scale": "hl", "satisfied": ["4", "5"], "factor": "f1"},
        {"code": "c3", "text": "Kết quả", "scale": "hl", "satisfied": ["4", "5"], "factor": "f2"}]}"""
COLUMNS = """{"format": "parindex.answer_columns/1", "layout": "wide", "unit": "unit"}"""


class SurveyTest(unittest.TestCase):
    """FX1: two units whose every index is known."""
    COUNTS = {"A": ("011530", "102331", "000343"), "B": ("001210", "010210", "001111")}  # levels 1 to 5 and blanks of c1, c2, c3

    def setUp(self):
        self.form = Questionnaire.read(SURVEY, "fx1.json")
        self.tally = self.counted("A", "B")
        for each in (self.form, self.tally):
            self.addCleanup(each.close)

    def sheets(self, unit):
        columns = [[place if place < 5 else self.form.place(question, Answer.BLANK)
                    for place, count in enumerate(counts) for _ in range(int(count))]
                   for question, counts in enumerate(self.COUNTS[unit])]
        return list(zip(*columns))

    def counted(self, *units):
        tally = Tally.create(self.form)
        for code in units:
            sheets = self.sheets(code)
            tally.add_block([tally.unit(code)] * len(sheets), [place for sheet in sheets for place in sheet])
        return tally

    def test_questionnaire(self):
        self.assertEqual((self.form.code, self.form.name, self.form.method), ("FX1", "Thử", "test"))
        question = self.form.find("c3")
        self.assertEqual((question.index, question.text, question.kind, question.in_index, question.place_count),
                         (2, "Kết quả", parindex.QuestionKind.SATISFACTION, True, 14))
        self.assertEqual(question.options[4], parindex.Option("5", "Rất hài lòng"))
        self.assertEqual((self.form.place(2, "5"), self.form.place(2, Answer.BLANK)), (4, 6))
        self.assertEqual(self.form.category("gioi", "nu"), 1)
        self.assertEqual(Questionnaire.read(self.form.json()).json(), self.form.json())
        self.assertRaises(Error, self.form.place, 2, "6")

    def test_indices(self):
        of = lambda unit, formula, scope="": self.tally.index(formula, "pooled", scope, units=[unit]).value
        self.assertEqual([of("A", formula) for formula in ("F2", "F3", "F4", "F7", "F8", "F9")],
                         [Fraction(21, 26), Fraction(37, 45), Fraction(13, 15), Fraction(53, 13), Fraction(53, 65), Fraction(10, 13)])
        self.assertEqual([of("B", "F3"), of("B", "F1", "c1")], [Fraction(13, 18), Decimal("0.75")])
        self.assertEqual([self.tally.index(name).value for name in ("P1", "P2", "P3", "P4", "P6")],
                         [Fraction(29, 37), Fraction(1082, 1365), Fraction(439, 572), Fraction(139, 180), Fraction(50, 63)])
        weighted = self.tally.index("P5", populations={"A": 9000, "B": 1000})
        self.assertEqual(weighted.value, Fraction(731, 900))
        self.assertEqual([(each.code, each.weight) for each in weighted.terms], [("A", 9000), ("B", 1000)])
        mean = self.tally.index("P3")
        self.assertEqual((mean.formula, mean.aggregation, mean.scope, mean.questionnaire, mean.method, mean.unit_count),
                         ("F2", "mean_of_units", "", "FX1", "test", 2))
        self.assertEqual(mean.terms[0], parindex.Term("A", Decimal(21), Decimal(26), Decimal(1)))
        pooled = self.tally.index("F2", "pooled", "f1")
        self.assertEqual((pooled.numerator, pooled.denominator, pooled.terms), (20, 27, []))
        self.assertEqual(parindex.rounded(mean.percent, 2)[0], Decimal("76.75"))

    def test_comparison_of_methods_is_asked_for(self):
        pooled, mean = self.tally.index("P1"), self.tally.index("P3")
        with self.assertRaises(Error) as caught:
            pooled.difference(mean)
        self.assertEqual(caught.exception.name, "methods_differ")
        self.assertEqual(pooled.difference(mean, across_methods=True), Fraction(29, 37) - Fraction(439, 572))

    def test_parts_add_up_in_any_order(self):
        whole = self.tally.to_bytes()
        for units in (("A", "B"), ("B", "A")):
            merged = self.counted(units[0])
            merged.merge(Tally.read(self.counted(units[1]).to_bytes()))
            self.assertEqual(merged.to_bytes(), whole)
        written = io.BytesIO()
        self.tally.write(written.write)
        self.assertEqual(written.getvalue(), whole)
        again = Tally.read(self.tally.json())
        self.assertEqual((again.to_bytes(), again.questionnaire.json()), (whole, self.form.json()))
        self.assertRaises(Error, Tally.read, whole[:-1])

    def test_groups_and_sheets(self):
        tally = Tally.create(self.form, ["gioi"], parindex.Precision.RESPONDENTS)
        self.assertEqual(tally.groups, ("gioi",))
        unit = tally.unit("Xã Ủ")
        tally.add_sheet(unit, [0, 1, 6], categories=[1], stratum="vùng cao")
        tally.add_sheet(unit, [4, 4, 4], categories=[None])
        tally.add_sheet(unit, [4, 4, 4])
        tally.add_sheets(unit, parindex.SheetCounts(issued=5, returned=1))
        self.assertEqual(tally.units, ["Xã Ủ"])
        self.assertEqual(tally.sheets(unit), parindex.SheetCounts(5, 4, 3))
        self.assertEqual(tally.counts(unit, 0), [1, 0, 0, 0, 2] + [0] * 9)
        self.assertEqual(tally.counts(unit, 0, "gioi", "nu")[0], 1)
        self.assertEqual(tally.counts(unit, 0, "gioi")[4], 2)
        self.assertEqual(tally.index("F2", "pooled", group="gioi").value, 1)
        self.assertRaises(ValueError, tally.add_sheet, unit, [0, 1])
        self.assertRaises(ValueError, tally.add_sheet, unit, [0, 1, 2], categories=[1, 1])
        self.assertRaises(Error, tally.add_answers, unit, 0, 0, 1)  # precision needs respondents
        self.assertRaises(ValueError, self.tally.add_block, [0], [1])
        self.tally.add_answers(0, 0, 0, 2**40)
        self.assertEqual(self.tally.counts(0, 0)[0], 2**40)

    def test_points(self):
        self.assertEqual(parindex.survey_points(Decimal("0.9117"), 10), (Decimal("9.12"), False))
        self.assertEqual(parindex.survey_points(Fraction(899, 1000), "10"), (Decimal("8.99"), True))
        self.assertEqual(parindex.survey_points(Fraction(439, 572), 10, 3, percent_places=2), (Decimal("7.675"), True))
        self.assertRaises(Error, parindex.survey_points, Decimal("1.01"), 10)

    def file_of_answers(self):
        rows = (f"{unit}," + ",".join("" if place == 6 else str(place + 1) for place in sheet)
                for unit in self.COUNTS for sheet in self.sheets(unit))
        return "\n".join(["unit,c1,c2,c3", *rows])

    def test_files_of_answers(self):
        text = self.file_of_answers().encode()
        pieces = [text[at:at + 50] for at in range(0, len(text), 50)]
        self.assertEqual(self.tally.read_answers(COLUMNS, pieces).to_bytes(), self.counted("A", "B").to_bytes())
        with self.assertRaises(Error) as caught:
            self.tally.read_answers(COLUMNS, [text, b"\nB,1,Nguy\xe1\xbb\x85n V\xc4\x83n A,1\nB,1,1,x"], "a.csv")
        self.assertEqual([(each.file, each.line, each.column) for each in caught.exception.findings],
                         [("a.csv", 16, 5), ("a.csv", 17, 7)])
        self.assertNotIn("Nguyễn", str(caught.exception))
        self.assertRaises(Error, self.tally.read_answers, "{}", [text])

    def test_example(self):
        """The program of examples/python, on FX1 as a file of answers."""
        with tempfile.TemporaryDirectory() as folder:
            form, columns, answers = (Path(folder, name) for name in ("form.json", "columns.json", "answers.csv"))
            form.write_text(SURVEY, encoding="utf-8")
            columns.write_text(COLUMNS, encoding="utf-8")
            answers.write_text(self.file_of_answers(), encoding="utf-8")
            run = lambda *arguments: subprocess.run([sys.executable, examples / "python/survey.py", form, columns, answers, *arguments],
                                                    capture_output=True, encoding="utf-8")
            done = run("F3")
            self.assertEqual((done.stderr, done.stdout.splitlines()), ("", [
                "A, 10 sheets: 82.22 % = 37/45 (F3, pooled)", "B, 4 sheets: 72.22 % = 13/18 (F3, pooled)",
                "all units: 79.27 % = 1082/1365 (F3, pooled)", "all units: 77.22 % = 139/180 (F3, mean_of_units)"]))
            wrong = run("F99")
            self.assertEqual((wrong.returncode, wrong.stdout), (1, ""))
            self.assertIn("there is no formula", wrong.stderr)


unittest.main()
