#!/usr/bin/env python3
"""Which marks, plans and sets the commands take, what they refuse to replace, and how they name places.

usage: folders_test.py PARINDEX_REPORT
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()


class Folders(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.data = self.folder / "data"
        self.assertEqual(self.run_program("new", self.data)[0], 0)
        self.marks = json.loads((self.data / "assessment.json").read_text())

    def run_program(self, *arguments, **options):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120, **options)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def write(self, path, content):
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2))
        return path

    def read(self, name):
        return json.loads((self.data / name).read_text())

    def write_assessments(self, **files):
        """assessments/*.json in the place of assessment.json: the marks of `new` with other units or years."""
        (self.data / "assessment.json").unlink(missing_ok=True)
        (self.data / "assessments").mkdir(exist_ok=True)
        for name, (code, year) in files.items():
            unit = {"code": code, "name": f"Đơn vị {code}"}
            self.write(self.data / "assessments" / f"{name}.json", {**self.marks, "unit": unit, "year": year})

    # years and units

    def test_a_year_alone_chooses_among_all_units(self):
        self.write_assessments(a=("DV01", 2024), b=("DV01", 2025), c=("DV02", 2025))
        code, said, complained = self.run_program("score", self.data, "--year", "2025")
        self.assertEqual((code, complained), (0, ""))
        self.assertEqual(re.findall(r"(?m)^  (DV\d+)", said), ["DV01", "DV02"])
        self.assertIn("scored: 2 units", said)
        scores = json.loads(self.run_program("score", self.data, "--year", "2025", "--json")[1])
        self.assertEqual([(each["unit"]["code"], each["year"]) for each in scores["units"]],
                         [("DV01", 2025), ("DV02", 2025)])
        code, said, _ = self.run_program("score", self.data, "--year", "2024")
        self.assertEqual(code, 0)
        self.assertIn("Đơn vị DV01, 2024\n", said)
        self.assertIn("deductions by criterion:", said)
        code, said, complained = self.run_program("score", self.data, "--year", "2020")
        self.assertEqual((code, said), (2, ""))
        self.assertIn("no marks of 2020, but of 2024, 2025", complained)

    def test_a_year_is_not_ignored_where_there_is_only_one(self):
        for command in (["score", self.data], ["score", self.data, "--json"], ["draft", self.data]):
            code, said, complained = self.run_program(*command, "--year", "2024")
            self.assertEqual((code, said), (2, ""))
            self.assertIn("no marks of 2024, but of 2025", complained)
            self.assertNotEqual(self.run_program(*command, "--year", "2025")[0], 2)

    def test_a_plan_of_another_year_is_none_of_this_one(self):
        self.write_assessments(a=("DV01", 2024), b=("DV01", 2025))
        self.assertEqual(self.run_program("draft", self.data, "--year", "2025")[0], 1)
        self.assertEqual(self.read("plan.json")["year"], 2025)
        code, said, complained = self.run_program("score", self.data, "--year", "2024")
        self.assertEqual((code, complained), (0, ""))
        self.assertNotIn("coverage:", said)
        self.assertIn("coverage:", self.run_program("score", self.data, "--year", "2025")[1])
        before = (self.data / "plan.json").read_bytes()
        code, _, complained = self.run_program("draft", self.data, "--year", "2024")
        self.assertEqual(code, 2)
        self.assertIn("another unit or year", complained)
        self.assertEqual(self.run_program("draft", self.data, "--year", "2024", "--out", self.data / "plan.json")[0], 2)
        self.assertEqual((self.data / "plan.json").read_bytes(), before)

    def test_a_draft_among_several_units_says_how_to_name_one(self):
        self.write_assessments(**{f"u{number:02}": (f"DV{number:02}", 2025) for number in range(1, 13)})
        code, _, complained = self.run_program("draft", self.data)
        self.assertEqual(code, 2)
        self.assertIn("marks of 12 units: name one with --unit (DV01, DV02, ", complained)
        self.assertIn("DV10 and 2 more)", complained)
        self.assertNotIn("DV11", complained)
        for path in (self.data / "assessments").iterdir():
            path.unlink()
        self.write_assessments(a=("DV01", 2024), b=("DV01", 2025))
        self.assertIn("marks of 2 years: name one with --year (2024, 2025)", self.run_program("draft", self.data)[2])

    def test_files_of_marks_are_read_however_their_names_are_capitalised(self):
        self.write_assessments(a=("DV01", 2025), b=("DV02", 2025))
        folder = self.data / "assessments"
        (folder / "b.json").rename(folder / "UNIT.JSON")
        (folder / "notes.txt").write_text("no marks")
        code, said, complained = self.run_program("score", self.data)
        self.assertEqual((code, complained), (0, ""))
        self.assertEqual(sorted(re.findall(r"(?m)^  (DV\d+)", said)), ["DV01", "DV02"])

    # what is not known yet, and what figures mean

    def test_a_part_without_marks_is_not_yet_scored(self):
        self.marks["rounds"] = [each for each in self.marks["rounds"] if each["round"] != "survey"]
        self.write(self.data / "assessment.json", self.marks)
        _, said, _ = self.run_program("score", self.data)
        self.assertRegex(said, r"Điểm điều tra xã hội học +not yet scored +of 20\n")
        self.assertRegex(said, r"Điểm thẩm định +76 +of 80\n")
        self.assertRegex(said, r"2 Cải cách thủ tục hành chính +38,25 +of 60 ")
        self.marks["rounds"] = [each for each in self.marks["rounds"] if each["round"] == "nothing"]
        self.write(self.data / "assessment.json", {**self.marks, "rounds": [{"round": "appraisal", "marks": []}]})
        _, said, _ = self.run_program("score", self.data)
        self.assertRegex(said, r"2 Cải cách thủ tục hành chính +not yet scored +of 60\n")
        self.marks["rounds"] = [{"round": "survey", "marks": [{"criterion": "2.2", "score": "0"}]}]
        self.write(self.data / "assessment.json", self.marks)
        self.assertRegex(self.run_program("score", self.data)[1], r"Điểm điều tra xã hội học +0 +of 20\n")

    def test_a_coverage_above_the_deductions_is_explained(self):
        self.run_program("draft", self.data)
        explained = r"coverage: 0 of 6,66 points have a task\n  these are all losses .* deductions of 6,16 points are "
        self.assertRegex(self.run_program("score", self.data)[1], explained)
        appraisal = self.marks["rounds"][1]["marks"]
        self.marks["rounds"][1]["marks"] = [each for each in appraisal if each["criterion"] != "T"]
        self.write(self.data / "assessment.json", self.marks)
        said = self.run_program("score", self.data)[1]
        self.assertIn("coverage: 0 of 6,66 points", said)
        self.assertNotIn("these are all losses", said)

    def test_a_blank_draft_makes_a_document_with_visible_blanks(self):
        _, said, complained = self.run_program("draft", self.data)
        for member in ("header/agency", "header/symbol", "header/title", "header/subject", "signatory/post"):
            self.assertRegex(complained, rf"error: .* still to be written \[/{member}\]")
        self.assertNotIn("no task: ", said, "the findings tell it")
        self.assertEqual(len(complained.splitlines()), len(set(complained.splitlines())))
        self.assertEqual(complained.count('"1.2" lost 2.5'), 1)
        self.assertEqual(self.run_program("plan", self.data, "--out", self.folder / "out")[0], 1)
        text = (self.folder / "out" / "plan.html").read_text()
        for placeholder in ("[TÊN LOẠI VĂN BẢN]", "[trích yếu nội dung]", "[nội dung nhiệm vụ, giải pháp]"):
            self.assertIn(placeholder, text)
        self.assertNotRegex(text, r"<(h\d|p|li)[^>]*>\s*</\1>")

    # what is never replaced, and what stays in a file

    def test_a_merge_never_replaces_one_of_its_plans(self):
        self.run_program("draft", self.data)
        plan = self.data / "plan.json"
        (self.folder / "theirs.json").write_text(plan.read_text())
        (self.folder / "link.json").symlink_to(plan)
        before = plan.read_bytes()
        inputs = [plan, plan, self.folder / "theirs.json"]
        for out in (plan, self.folder / "theirs.json", self.folder / "link.json", self.data / ".." / "data" / "plan.json"):
            code, said, complained = self.run_program("merge", *inputs, "--out", out)
            self.assertEqual((code, said), (2, ""), out)
            self.assertIn("one of the three plans", complained)
        self.assertEqual((plan.read_bytes(), (self.folder / "theirs.json").read_bytes()), (before, before))
        self.assertEqual(self.run_program("merge", *inputs, "--out", self.folder / "merged.json")[0], 0)

    def test_a_draft_never_replaces_the_data_that_it_is_made_from(self):
        for name in ("criteria.json", "assessment.json"):
            before = (self.data / name).read_bytes()
            code, _, complained = self.run_program("draft", self.data, "--out", self.data / "." / name)
            self.assertEqual(code, 2)
            self.assertIn(name + ": error: the draft would replace this file", complained)
            self.assertEqual((self.data / name).read_bytes(), before)
        self.assertFalse((self.data / "plan.json").exists())

    def test_the_schema_that_a_plan_names_stays(self):
        self.run_program("draft", self.data)
        self.write(self.data / "plan.json", {**self.read("plan.json"), "$schema": "../plan-1.json"})
        self.marks["rounds"][1]["marks"][0]["score"] = "9"
        self.write(self.data / "assessment.json", self.marks)
        _, said, _ = self.run_program("draft", self.data)
        self.assertIn("S1.1", said)
        self.assertEqual(self.read("plan.json")["$schema"], "../plan-1.json")
        plan = self.data / "plan.json"
        self.run_program("merge", plan, plan, plan, "--out", self.folder / "merged.json")
        self.assertEqual((self.folder / "merged.json").read_bytes(), plan.read_bytes())

    def test_a_conflict_has_the_place_that_check_names(self):
        self.run_program("draft", self.data)
        base = self.read("plan.json")

        def edited(name, text):
            plan = json.loads(json.dumps(base))
            plan["sections"][1]["tasks"][2]["text"] = text
            return self.write(self.folder / name, plan)

        code, said, _ = self.run_program("merge", self.data / "plan.json", edited("mine.json", "của tôi"),
                                         edited("theirs.json", "của họ"), "--out", self.folder / "merged.json")
        self.assertEqual(code, 1)
        self.assertIn("conflict: /sections/1/tasks/2/text (by fields and ids /sections/2/tasks/T2.2/text)\n", said)
        shutil.copy(self.folder / "merged.json", self.data / "plan.json")
        self.assertIn('task "T2.2" is still to be written: no unit leads or implements it [/sections/1/tasks/2]',
                      self.run_program("check", self.data)[1])

    # two sets

    def test_two_sets_are_compared(self):
        old = self.data / "criteria.json"
        code, said, complained = self.run_program("compare-sets", old, old)
        self.assertEqual((code, complained), (0, ""))
        self.assertEqual(said.splitlines()[-1], "0 differences")
        later = self.read("criteria.json")
        later["amends"] = dict(later["decision"])
        later["decision"]["number"] = "9/QĐ-UBND"
        new = self.folder / "new.json"
        self.assertEqual(self.run_program("compare-sets", old, self.write(new, later))[0], 0)
        later["fields"][0]["children"][0].update(maximum="15", name="Kế hoạch\u001b[31m")
        later["fields"][0]["children"][1].update(maximum="25", code="1.3")
        later["parts"][1]["scored_by"] = ["authority"]
        code, said, complained = self.run_program("compare-sets", old, self.write(new, later))
        self.assertEqual((code, complained), (1, ""))
        self.assertEqual(said.splitlines(), [
            "old: 1/QĐ-UBND of UBND tỉnh (2025-01-02)",
            "new: 9/QĐ-UBND of UBND tỉnh (2025-01-02)",
            "part survey: scored by: survey -> authority",
            "1.1: name: Ban hành kế hoạch cải cách hành chính năm -> Kế hoạch\\u{1B}[31m",
            "1.1: maximum: 10 -> 15",
            "1.3: added: Mức độ hoàn thành kế hoạch",
            "1.2: removed: Mức độ hoàn thành kế hoạch",
            "5 differences"])
        later["amends"]["number"] = "7/QĐ-UBND"
        self.assertIn("the new set amends another one: 7/QĐ-UBND",
                      self.run_program("compare-sets", old, self.write(new, later))[1])

    def test_many_differences_are_answered_in_bounded_space(self):
        later = self.read("criteria.json")
        later["fields"][0]["children"][1] = {
            "code": "1.2", "name": "Nhóm", "maximum": "30",
            "children": [{"code": f"1.2.{number}", "name": "x", "part": "appraisal", "maximum": "0.1"} for number in range(300)]}
        code, said, _ = self.run_program("compare-sets", self.data / "criteria.json",
                                         self.write(self.folder / "new.json", later))
        self.assertEqual(code, 1)
        lines = said.splitlines()
        self.assertEqual(len(lines), 204)
        count = int(lines[-1].split()[0])
        self.assertGreaterEqual(count, 300)
        self.assertEqual(lines[-2], f"{count - 200} further differences not listed")

    def test_sets_that_cannot_be_read_are_not_compared(self):
        bad = self.folder / "bad.json"
        bad.write_text("{")
        code, said, complained = self.run_program("compare-sets", bad, self.folder / "none.json")
        self.assertEqual((code, said), (2, ""))
        self.assertIn("bad.json:1:2: error: ", complained)
        self.assertIn("none.json: error: cannot read this file", complained)
        self.assertEqual(self.run_program("compare-sets", bad)[0], 2)

    # JSON

    def test_json_has_no_character_that_a_terminal_obeys(self):
        hostile = "N\u009b31m\u202e\u2066\u2028\u061c\u007f"
        self.marks["unit"]["name"] = hostile
        self.write(self.data / "assessment.json", self.marks)
        one = self.run_program("score", self.data, "--json")[1]
        self.write_assessments(a=("DV01", 2025), b=("DV02", 2025))
        for name in ("a", "b"):
            path = self.data / "assessments" / f"{name}.json"
            marks = json.loads(path.read_text())
            marks["unit"]["name"] = hostile
            self.write(path, marks)
        several = self.run_program("score", self.data, "--json")[1]
        names = [json.loads(one)["unit"]["name"]] + [each["unit"]["name"] for each in json.loads(several)["units"]]
        self.assertEqual(set(names), {hostile})
        for character in (one + several).replace("\n", ""):
            self.assertNotIn(unicodedata.category(character), ("Cc", "Cf", "Zl", "Zp"), hex(ord(character)))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
