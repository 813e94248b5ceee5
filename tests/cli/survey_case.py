"""A small survey, and the command `survey` that counts it. Programs that use this are given PARINDEX_REPORT first."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()

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


def sheets():
    for unit, questions in COUNTS.items():
        columns = [[answer for answer, count in zip(["1", "2", "3", "4", "5", ""], counts) for _ in range(count)]
                   for counts in questions.values()]
        for answers in zip(*columns):
            yield [unit, *answers]


def text_of(rows):
    return "".join(",".join(row) + "\n" for row in rows)


class SurveyCase(unittest.TestCase):
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
        out, self.errors = self.run_program(*arguments, "--json")
        found = json.loads(out)
        self.assertEqual(found["format"], "parindex.survey_tables/1")
        return {table["key"]: [dict(zip((column["key"] for column in table["columns"]), row)) for row in table["rows"]]
                for table in found["tables"]}

    def indices(self, *arguments):
        return {row["scope"]: row["index"] and row["index"]["exact"] for row in self.tables(*arguments)["indices"]}
