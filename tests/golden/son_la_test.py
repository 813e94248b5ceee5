#!/usr/bin/env python3
"""The Sơn La marks go in, the Sơn La plan comes out: reads the produced documents against the published one.

usage: son_la_test.py PARINDEX_REPORT DATA_DIR
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from documents import html_lines, markdown_lines, plain

PROGRAM = pathlib.Path(sys.argv[1])
DATA = pathlib.Path(sys.argv[2])
ORIGINAL = pathlib.Path(__file__).with_name("son-la-2021-plan.txt").read_text(encoding="utf-8")

# The original has slips and five surface forms of a deduction; the generator writes one canonical form. Each rule here
# brings one of them to that form. Nothing else about the text is touched.
CANONICAL = [
    (r"\*", ""),                                              # italics of the text copy
    (r"3, 61/4", "3,61/4"),
    (r"\(Trừ 0,5 điểm\)", "(trừ 0,5 điểm)"),
    (r"\(trừ 0,39\)", "(trừ 0,39 điểm)"),
    (r"1,91/2 \(", "1,91/2 điểm ("),
    (r"viên chức 2,81/3", "viên chức đạt 2,81/3"),
    (r"\(trừ 0,06 điểm\)\. Tổng", "(trừ 0,06 điểm)); tổng"),     # the bracket of 1.2.1 was never closed
    (r"\(trừ 0,22 điểm\) tổng", "(trừ 0,22 điểm); tổng"),
    (r"\(trừ 0,28 điểm\)\.", "(trừ 0,28 điểm); tổng điểm trừ là 0,28 điểm."),    # sections without a subtotal
    (r"\(trừ 1,01 điểm\)\.", "(trừ 1,01 điểm); tổng điểm trừ là 1,01 điểm."),
    (r"Trung tâm Thông tin, Trung tâm Phục vụ", "Trung tâm Thông tin; Trung tâm Phục vụ"),  # units are joined by ";"
]


def canonical(line):
    for pattern, replacement in CANONICAL:
        line = re.sub(pattern, replacement, line)
    return plain(line)


def original_lines():
    lines = []
    for line in ORIGINAL.split("\n"):
        lines += [canonical(cell) for cell in line.split("\t") if canonical(cell)]
    return lines


def comparable(line):
    """Without the list marks and numbers that a format may render in its own way."""
    return re.sub(r"^(?:[-+•–] )", "", line)


def run(data, *arguments, expected=0):
    done = subprocess.run([PROGRAM, *arguments[:1], data, *arguments[1:]], capture_output=True, timeout=120)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    if done.returncode != expected:
        raise AssertionError(f"exit {done.returncode}, expected {expected}\n{out}\n{err}")
    return out, err


class SonLa(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.data = self.folder / "data"
        shutil.copytree(DATA, self.data)

    def plan(self, expected=0):
        """The lines of both documents, and what the run said."""
        out = self.folder / "out"
        said, complained = run(self.data, "plan", "--out", out, expected=expected)
        documents = {
            "md": markdown_lines((out / "plan.md").read_text(encoding="utf-8")),
            "html": html_lines((out / "plan.html").read_text(encoding="utf-8")),
        }
        return documents, said + complained

    def score(self):
        return json.loads(run(self.data, "score", "--json")[0])

    def edit(self, name, change):
        path = self.data / name
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    def replace_mark(self, criterion, score):
        def change(content):
            marks = [m for r in content["rounds"] for m in r["marks"] if m["criterion"] == criterion]
            self.assertEqual(len(marks), 1)
            marks[0]["score"] = score
        self.edit("assessment.json", change)

    def test_every_text_of_the_original_appears_in_order(self):
        for name, lines in self.plan()[0].items():
            with self.subTest(name):
                rest = iter([comparable(line) for line in lines])
                for wanted in original_lines():
                    found = any(comparable(wanted) in line for line in rest)
                    self.assertTrue(found, f"not in its place: {wanted}")

    def test_the_table_has_the_printed_figures(self):
        rows = [line.split("\t") for line in ORIGINAL.split("\n") if re.match(r"\d\t|Tổng cộng\t", line)]
        self.assertEqual(len(rows), 9)
        for name, lines in self.plan()[0].items():
            with self.subTest(name):
                for row in rows:
                    cells = [plain(cell) for cell in row if plain(cell)]
                    at = [i for i in range(len(lines)) if lines[i:i + len(cells)] == cells]
                    self.assertEqual(len(at), 1, cells)

    def test_split_sums_and_ranks(self):
        for name, lines in self.plan()[0].items():
            with self.subTest(name):
                text = "\n".join(lines)
                for sentence in ("xếp thứ 06/20 sở, ban, ngành (tăng 04 bậc so với năm 2020)",
                                 "94,52 điểm, trong đó điểm thẩm định: 67,11 điểm; điểm điều tra xã hội học: 27,41 điểm "
                                 "(trong đó: khảo sát công chức lãnh đạo quản lý: 18,42 điểm; khảo sát người dân: 8,99 điểm)",
                                 "xếp thứ 15/20 các sở, ban, ngành"):
                    self.assertEqual(text.count(sentence), 1, sentence)
                sums = re.findall(r"[Tt]ổng điểm trừ là (\S+) điểm", text)
                self.assertEqual(sums, ["0,61", "0,28", "0,65", "2,28", "0,26", "0,39", "1,01"])

    def test_fifteen_deductions(self):
        for name, lines in self.plan()[0].items():
            with self.subTest(name):
                found = re.findall(r"(?:đạt (\S+) điểm )?\(trừ (\S+) điểm\)", "\n".join(lines))
                self.assertEqual(found, [("", "0,5"), ("0,95/1", "0,05"), ("0,94/1", "0,06"), ("", "0,28"),
                                         ("3,61/4", "0,39"), ("1,74/2", "0,26"), ("1,5/3,5", "2"), ("1,91/2", "0,09"),
                                         ("2,81/3", "0,19"), ("2,74/3", "0,26"), ("0,95/1", "0,05"), ("0,93/1", "0,07"),
                                         ("0,95/1", "0,05"), ("0,78/1", "0,22"), ("8,99/10", "1,01")])

    def test_score_as_json(self):
        score = self.score()
        self.assertEqual((score["total"], score["deductions"], score["complete"]), ("94.52", "5.48", True))
        self.assertEqual([(p["score"], p["max"]) for p in score["parts"]],
                         [("67.11", "70"), ("18.42", "20"), ("8.99", "10")])
        self.assertEqual([(f["max"], f["score"], f["deduction"]) for f in score["fields"]],
                         [("11.5", "10.89", "0.61"), ("12", "11.72", "0.28"), ("15.5", "15.5", "0"), ("11", "10.35", "0.65"),
                          ("13.5", "11.22", "2.28"), ("10", "9.74", "0.26"), ("16.5", "16.11", "0.39"), ("10", "8.99", "1.01")])
        inferred = {(i.get("criterion", i.get("part")), i["figure"]): i["value"] for i in score["inferred"]}
        self.assertEqual(inferred[("2.1", "score")], "3.72")
        self.assertTrue(all(i["assumption"] for i in score["inferred"]))

    def test_what_the_user_sees(self):
        said = self.plan()[1]
        for words in ("94,52", "5,48", "67,11", "18,42", "8,99", "5,48 of 5,48 points have a task", "inferred", "3,72",
                      "every deadline is continuous", "number of the document is blank", "date of the document"):
            self.assertIn(words, said)
        self.assertIn("5,48", run(self.data, "score")[0])

    def test_a_changed_mark_changes_every_dependent_figure(self):
        self.replace_mark("7.4", "0.88")
        documents, _ = self.plan()
        for name, lines in documents.items():
            with self.subTest(name):
                text = "\n".join(lines)
                for stale in ("94,52", "5,48", "18,42", "27,41", "16,11", "0,39 điểm.", "0,78", "0,22"):
                    self.assertNotIn(stale, text)
                for fresh in ("94,62", "-5,38", "18,52", "27,51", "16,21", "-0,29", "đạt 0,88/1 điểm (trừ 0,12 điểm)",
                              "tổng điểm trừ là 0,29 điểm"):
                    self.assertIn(fresh, text)
        score = self.score()
        self.assertEqual((score["total"], score["deductions"]), ("94.62", "5.38"))
        self.assertTrue(any("published as 94.52 but computed as 94.62" in w["message"] for w in score["warnings"]))

    def test_a_loss_without_a_task_is_named(self):
        def change(content):
            section = next(s for s in content["sections"] if s["field"] == "6")
            section["tasks"] = []
        self.edit("plan.json", change)
        said = self.plan(expected=1)[1]
        self.assertIn("5,22 of 5,48 points have a task", said)
        self.assertRegex(said, r'"6\.1" lost 0\.26')

    def test_a_section_never_contradicts_the_table(self):
        def drop_shortfalls(content):
            section = next(s for s in content["sections"] if s["field"] == "6")
            section["shortfalls"], section["tasks"] = [], []
        self.edit("plan.json", drop_shortfalls)
        for lines in self.plan(expected=1)[0].values():
            text = "\n".join(lines)
            self.assertNotIn("Không có tiêu chí bị trừ điểm", text)
            self.assertIn("Chưa nêu tồn tại, hạn chế đối với 0,26 điểm bị trừ.", text)

    def test_a_field_without_marks_does_not_claim_full_marks(self):
        def change(content):
            for group in content["rounds"]:
                group["marks"] = [m for m in group["marks"] if m["criterion"] != "6.1"]
        self.edit("assessment.json", change)
        for lines in self.plan()[0].values():
            text = "\n".join(lines)
            self.assertNotIn("Không có tiêu chí bị trừ điểm", text)
            self.assertIn("Còn 1 tiêu chí chưa có kết quả chấm điểm.", text)

    def test_a_task_of_the_satisfaction_chapter_is_named_in_its_section(self):
        def change(content):
            next(s for s in content["sections"] if s["field"] == "8")["tasks"] = []
            content["satisfaction"]["tasks"][0]["addresses"] = [{"shortfall": "S8"}]
        self.edit("plan.json", change)
        documents, said = self.plan()
        self.assertIn("5,48 of 5,48 points have a task", said)
        for lines in documents.values():
            text = "\n".join(lines)
            self.assertNotIn("Chưa xác định nhiệm vụ", text)
            self.assertIn("nêu tại mục 2.2.", text)

    def test_a_mark_raised_to_the_maximum_leaves_no_trace(self):
        self.replace_mark("6.1", "3")
        documents, said = self.plan()
        self.assertIn("which lost no points", said)
        for lines in documents.values():
            self.assertNotIn("tài chính công đạt", "\n".join(lines))

    def test_a_missing_mark_gives_the_range_and_no_rank(self):
        def change(content):
            for group in content["rounds"]:
                group["marks"] = [m for m in group["marks"] if m["criterion"] != "7.4"]
        self.edit("assessment.json", change)
        score = self.score()
        self.assertEqual((score["complete"], score["total"]), (False, "93.74"))
        self.assertEqual(score["range"], {"lowest": "93.74", "highest": "94.74"})
        documents, said = self.plan()
        self.assertIn("has no mark", said)
        for lines in documents.values():
            self.assertNotIn("06/20", "\n".join(lines))

    def test_two_runs_write_the_same_bytes(self):
        for out in ("first", "second"):
            run(self.data, "plan", "--out", self.folder / out)
        for name in ("plan.md", "plan.html"):
            self.assertEqual((self.folder / "first" / name).read_bytes(), (self.folder / "second" / name).read_bytes())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
