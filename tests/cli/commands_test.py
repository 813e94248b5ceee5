#!/usr/bin/env python3
"""The commands on data folders of one and of several units, as a person uses them.

usage: commands_test.py PARINDEX_REPORT DATA_DIR
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DATA = pathlib.Path(sys.argv[2]).resolve()


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.data = self.folder / "data"

    def run_program(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def started(self):
        """The folder that `new` writes."""
        self.assertEqual(self.run_program("new", self.data)[0], 0)
        return self.data

    def marks(self):
        return json.loads((self.started() / "assessment.json").read_text())

    def write_units(self, changes, path=None):
        """A file of several units, each as `new` has it but for what `changes` does to it."""
        one = self.marks()
        units = []
        for number, change in enumerate(changes, 1):
            unit = json.loads(json.dumps({key: one[key] for key in ("unit", "rounds")}))
            unit["unit"] = {"code": f"DV{number:02}", "name": f"Đơn vị {number}"}
            change(unit)
            units.append(unit)
        several = {"format": "parindex.assessments/1", "set": one["set"], "year": one["year"], "units": units}
        (path or self.data / "assessment.json").write_text(json.dumps(several, ensure_ascii=False, indent=1))

    @staticmethod
    def appraise(unit, criterion, **mark):
        for given in unit["rounds"][1]["marks"]:
            if given["criterion"] == criterion:
                given.clear()
                given.update(criterion=criterion, **mark)

    # one unit

    def test_new_data_is_clean_and_nothing_is_overwritten(self):
        self.started()
        code, said, complained = self.run_program("check", self.data)
        self.assertEqual((code, complained), (0, ""))
        self.assertIn("0 errors, 0 warnings, 0 notes", said)
        before = (self.data / "criteria.json").read_bytes()
        code, _, complained = self.run_program("new", self.data)
        self.assertEqual(code, 3)
        self.assertIn("criteria.json", complained)
        self.assertEqual((self.data / "criteria.json").read_bytes(), before)

    def test_check_lists_the_findings_of_all_files_and_counts_them(self):
        shutil.copytree(DATA, self.data)
        code, said, _ = self.run_program("check", self.data)
        self.assertEqual(code, 0, said)
        self.assertIn("every deadline is continuous", said)
        self.assertRegex(said.splitlines()[-1], r"^0 errors, \d+ warnings?, \d+ notes? in 4 files$")
        plan = json.loads((self.data / "plan.json").read_text())
        for section in plan["sections"]:
            section["tasks"] = [task for task in section["tasks"] if section["field"] != "6"]
        (self.data / "plan.json").write_text(json.dumps(plan, ensure_ascii=False))
        code, said, _ = self.run_program("check", self.data)
        self.assertEqual(code, 1)
        self.assertIn("0.26", said)

    def test_explain_ends_with_the_identity(self):
        self.started()
        code, said, _ = self.run_program("explain", self.data, "DV01")
        self.assertEqual(code, 0)
        self.assertIn("<- counts", said)
        self.assertIn("Điều 1", said)
        self.assertRegex(said.splitlines()[-1], r"^maximum 100 - score 93,84 = 6,16 = 2,5 \+ 0,75 \+ 1 \+ 2,16 - 0,5 \+ 0,25$")
        code, said, _ = self.run_program("explain", self.data, "DV01", "2.1")
        self.assertEqual(said.splitlines()[-1], "maximum 40 - score 38,25 = 1,75 = 0,75 + 1")

    def test_explain_names_the_nearest_code(self):
        self.started()
        code, _, complained = self.run_program("explain", self.data, "DV01", "2.1.9")
        self.assertEqual(code, 2)
        self.assertRegex(complained, r'no criterion has the code "2\.1\.9".*"2\.1')
        code, _, complained = self.run_program("explain", self.data, "DV1")
        self.assertEqual(code, 2)
        self.assertIn('"DV01"', complained)

    def test_what_does_not_apply_shows_in_score_and_explanation(self):
        marks = self.marks()
        self.appraise(marks, "2.1.2", not_applicable="Không có thủ tục trực tuyến")
        (self.data / "assessment.json").write_text(json.dumps(marks))
        code, said, _ = self.run_program("score", self.data)
        self.assertEqual(code, 0)
        self.assertIn("79,84 of 85", said)
        self.assertIn("Không có thủ tục trực tuyến", said)
        self.assertRegex(said, r"2\.1\.2 Dịch vụ công trực tuyến +-15 +smaller maximum")
        score = json.loads(self.run_program("score", self.data, "--json")[1])
        self.assertEqual((score["total"], score["max"]), ("79.84", "85"))
        code, said, _ = self.run_program("explain", self.data, "DV01", "2.1.2")
        self.assertIn("Không có thủ tục trực tuyến", said)
        self.assertIn("smaller maximum: 15 points less than in the set, because this does not apply", said)
        code, said, _ = self.run_program("explain", self.data, "DV01")
        self.assertEqual(said.splitlines()[-1],
                         "maximum of this unit 85 - score 79,84 = 5,16 = 2,5 + 0,75 + 2,16 - 0,5 + 0,25")

    def test_missing_evidence_is_a_warning_with_its_place(self):
        marks = self.marks()
        del marks["rounds"][0]["marks"][0]["evidence"]
        (self.data / "assessment.json").write_text(json.dumps(marks, indent=1))
        code, said, _ = self.run_program("check", self.data)
        self.assertEqual(code, 0)
        self.assertRegex(said, r'assessment\.json:\d+:\d+: warning: criterion "1\.1": expected evidence')

    def test_a_corrected_set_asks_for_the_marks_to_be_checked(self):
        self.started()
        criteria = json.loads((self.data / "criteria.json").read_text())
        criteria["amends"] = dict(criteria["decision"])
        criteria["decision"]["number"] = "9/QĐ-UBND"
        (self.data / "criteria.json").write_text(json.dumps(criteria))
        code, said, complained = self.run_program("check", self.data)
        self.assertEqual(code, 2)
        self.assertIn("which amends it", said + complained)

    # plans

    def test_a_draft_is_completed_by_hand_and_keeps_its_texts(self):
        self.started()
        code, said, _ = self.run_program("draft", self.data)
        self.assertEqual(code, 1, "the texts are still to be written")
        self.assertIn("S2.1.1", said)
        plan = json.loads((self.data / "plan.json").read_text())
        plan["agency"] = "Đơn vị"
        plan["header"].update(agency="ĐƠN VỊ", symbol="KH-DV", place="Sơn La", issued="2026-02-01", number=5,
                              title="KẾ HOẠCH", subject="Khắc phục")
        plan["signatory"] = {"post": "Giám đốc"}
        for section in plan["sections"]:
            for task in section["tasks"]:
                task["text"] = "Việc của " + task["id"]
                task["roles"] = {"lead": ["Văn phòng"]}
                task["timing"] = {"kind": "before", "last": "2026-11-30"}
        (self.data / "plan.json").write_text(json.dumps(plan, ensure_ascii=False))
        code, said, complained = self.run_program("check", self.data)
        self.assertEqual(code, 0, said + complained)
        code, said, _ = self.run_program("draft", self.data)
        self.assertEqual(code, 0)
        once = (self.data / "plan.json").read_bytes()
        self.run_program("draft", self.data)
        self.assertEqual((self.data / "plan.json").read_bytes(), once, "drafting again changes nothing")

        marks = json.loads((self.data / "assessment.json").read_text())
        self.appraise(marks, "2.1.1", score="25")  # nothing lost any more
        self.appraise(marks, "1.1", score="9")     # newly lost
        (self.data / "assessment.json").write_text(json.dumps(marks))
        code, said, _ = self.run_program("draft", self.data)
        self.assertEqual(code, 1)
        self.assertIn("S1.1", said)
        self.assertIn("S2.1.1", said)
        text = (self.data / "plan.json").read_text()
        self.assertIn("Việc của T2.1.1", text, "an orphan keeps its texts")
        self.assertIn('"S1.1"', text)

    def test_two_edits_of_a_plan_are_merged_and_conflicts_shown(self):
        self.started()
        self.run_program("draft", self.data)
        base = json.loads((self.data / "plan.json").read_text())

        def edited(name, change):
            plan = json.loads(json.dumps(base))
            change(plan["sections"][1]["tasks"])
            (self.folder / name).write_text(json.dumps(plan, ensure_ascii=False))
            return self.folder / name

        def mine(tasks):
            tasks[0]["text"] = "của tôi"

        def theirs(tasks):
            tasks[1]["text"] = "của họ"

        def conflicting(tasks):
            tasks[0]["text"] = "khác"

        merge = ["merge", self.data / "plan.json", edited("mine.json", mine)]
        code, _, complained = self.run_program(*merge, edited("theirs.json", theirs), "--out", self.folder / "merged.json")
        self.assertEqual(code, 0, complained)
        tasks = json.loads((self.folder / "merged.json").read_text())["sections"][1]["tasks"]
        self.assertEqual([tasks[0]["text"], tasks[1]["text"]], ["của tôi", "của họ"])
        code, said, complained = self.run_program(*merge, edited("other.json", conflicting), "--out", self.folder / "merged.json")
        self.assertEqual(code, 1)
        self.assertIn("khác", said + complained)
        self.assertIn("của tôi", (self.folder / "merged.json").read_text())

    def test_milestones_are_printed_and_dropped_tasks_are_not(self):
        shutil.copytree(DATA, self.data)
        plan = json.loads((self.data / "plan.json").read_text())
        kept, dropped = plan["sections"][0]["tasks"][0], plan["sections"][1]["tasks"][0]
        kept["milestones"] = [{"text": "Báo cáo sơ kết.", "due": "2022-06-30"}]
        dropped["status"] = "dropped"
        (self.data / "plan.json").write_text(json.dumps(plan, ensure_ascii=False))
        code, _, complained = self.run_program("plan", self.data, "--out", self.folder / "out")
        self.assertEqual(code, 1, complained)  # what the dropped task answered has no task now
        for name in ("plan.md", "plan.html"):
            text = (self.folder / "out" / name).read_text()
            self.assertIn("Mốc thực hiện: Báo cáo sơ kết (ngày 30/6/2022)", text)
            self.assertNotIn(dropped["text"][:60], text)

    def test_only_versions_of_one_plan_are_merged(self):
        self.started()
        self.run_program("draft", self.data)
        mine = self.data / "plan.json"
        theirs = self.folder / "theirs.json"
        plan = json.loads(mine.read_text())
        plan["year"] = 2024
        theirs.write_text(json.dumps(plan))
        code, _, complained = self.run_program("merge", mine, mine, theirs, "--out", self.folder / "merged.json")
        self.assertEqual(code, 2)
        self.assertIn("versions of one plan", complained)
        self.assertFalse((self.folder / "merged.json").exists())

    def test_points_so_far_of_a_part_are_no_score_of_zero(self):
        shutil.copytree(DATA, self.data)
        marks = json.loads((self.data / "assessment.json").read_text())
        marks["rounds"][1]["marks"] = [mark for mark in marks["rounds"][1]["marks"] if mark["criterion"] != "8.1"]
        (self.data / "assessment.json").write_text(json.dumps(marks, ensure_ascii=False))
        self.run_program("plan", self.data, "--out", self.folder / "out")
        self.assertIn("0 điểm (còn 1 tiêu chí chưa chấm)", (self.folder / "out" / "plan.md").read_text())

    def test_common_slips_are_named(self):
        def told(old, new):
            path = self.started() / "assessment.json"
            text = path.read_text()
            self.assertEqual(text.count(old), 1, old)
            path.write_text(text.replace(old, new))
            code, said, complained = self.run_program("check", self.data)
            shutil.rmtree(self.data)
            self.assertEqual(code, 2)
            return said + complained

        self.assertIn("not a comma", told('"score": "27.5"', '"score": "27,5"'))
        self.assertIn("write a point, not a comma", told('"score": "27.5"', '"score": 27,5'))
        self.assertIn("a comma may be missing", told('"year": 2025,', '"year": 2025'))
        self.assertIn("too many", told('05 ngày."}', '05 ngày."},'))
        self.assertIn("write a penalty as a loss", told('{"criterion": "T", "score": "0.5"}', '{"criterion": "P", "score": "1"}'))
        self.assertIn("only one of", told('"score": "27.5",', '"score": "27.5", "loss": "2.5",'))
        self.assertIn("forbidden", told('"score": "27.5",', '"not_applicable": "không",'))
        self.assertIn("no such folder", self.run_program("check", self.folder / "nowhere")[2] + self.run_program("check", self.folder / "nowhere")[1])

    # several units

    def test_a_table_of_units_and_the_detail_of_one(self):
        self.write_units([lambda unit: None,
                          lambda unit: self.appraise(unit, "2.1.2", not_applicable="Không có"),
                          lambda unit: unit["unit"].update(outside_ranking="Cơ quan đặc thù")])
        code, said, complained = self.run_program("score", self.data)
        self.assertEqual(code, 0, complained)
        self.assertRegex(said, r"DV02 +Đơn vị 2 +complete +79,84 +85 +93,93 %")
        self.assertRegex(said, r"DV03.*outside the ranking")
        code, said, _ = self.run_program("score", self.data, "--unit", "DV02")
        self.assertIn("79,84 of 85", said)
        scores = json.loads(self.run_program("score", self.data, "--json")[1])
        self.assertEqual(scores["format"], "parindex.scores/1")
        self.assertEqual([unit["total"] for unit in scores["units"]], ["93.84", "79.84", "93.84"])
        self.assertEqual(scores["failed"], [])

    def test_one_bad_unit_never_spoils_the_others(self):
        self.write_units([lambda unit: None, lambda unit: self.appraise(unit, "1.2", score="99"), lambda unit: None])
        code, said, complained = self.run_program("score", self.data)
        self.assertEqual(code, 2)
        self.assertRegex(complained, r"assessment\.json:\d+:\d+: error: .*99 is above the maximum 30")
        self.assertIn("DV01", said)
        self.assertIn("DV03", said)
        scores = json.loads(self.run_program("score", self.data, "--json")[1])
        self.assertEqual([unit["unit"]["code"] for unit in scores["units"]], ["DV01", "DV03"])
        self.assertEqual([unit["code"] for unit in scores["failed"]], ["DV02"])

    def test_a_folder_of_units(self):
        self.write_units([lambda unit: None, lambda unit: None])
        several = (self.data / "assessment.json").rename(self.folder / "several.json")
        (self.data / "assessments").mkdir()
        shutil.copy(several, self.data / "assessments" / "a.json")
        one = json.loads(several.read_text())
        one["units"] = one["units"][:1]
        one["units"][0]["unit"]["code"] = "DV77"
        (self.data / "assessments" / "b.json").write_text(json.dumps(one))
        code, said, _ = self.run_program("score", self.data)
        self.assertEqual(code, 0)
        self.assertLess(said.index("DV02"), said.index("DV77"))
        # The same unit in two files.
        one["units"][0]["unit"]["code"] = "DV02"
        (self.data / "assessments" / "b.json").write_text(json.dumps(one))
        code, _, complained = self.run_program("score", self.data)
        self.assertEqual(code, 2)
        self.assertRegex(complained, r"b\.json:\d+:\d+: error: .*DV02.*a\.json")
        # A file beside the folder.
        shutil.copy(several, self.data / "assessment.json")
        code, _, complained = self.run_program("score", self.data)
        self.assertEqual(code, 2)
        self.assertIn("assessments", complained)

    def test_the_order_of_units_changes_no_score(self):
        def scores():
            units = json.loads(self.run_program("score", self.data, "--json")[1])["units"]
            return {unit["unit"]["code"]: unit["total"] for unit in units}

        self.write_units([lambda unit: None, lambda unit: self.appraise(unit, "1.2", score="3")])
        before = scores()
        several = json.loads((self.data / "assessment.json").read_text())
        several["units"].reverse()
        for unit in several["units"]:
            unit["rounds"].reverse()
            for part in unit["rounds"]:
                part["marks"].reverse()
        (self.data / "assessment.json").write_text(json.dumps(several))
        self.assertEqual(scores(), before)

    def test_a_plan_among_several_units_names_its_own(self):
        self.started()
        self.run_program("draft", self.data)
        plan = json.loads((self.data / "plan.json").read_text())
        shutil.rmtree(self.data)
        self.write_units([lambda unit: None, lambda unit: None])
        plan.pop("unit", None)
        (self.data / "plan.json").write_text(json.dumps(plan))
        code, said, complained = self.run_program("check", self.data)
        self.assertEqual(code, 2)
        self.assertRegex(said + complained, r"plan\.json.*unit")
        plan["unit"] = "DV02"
        (self.data / "plan.json").write_text(json.dumps(plan))
        code, said, complained = self.run_program("check", self.data)
        self.assertEqual(code, 1, said + complained)  # unfinished texts, but the plan of a known unit

    def test_marks_of_several_years_need_the_year(self):
        marks = self.marks()
        (self.data / "assessment.json").unlink()
        (self.data / "assessments").mkdir()
        for year in (2024, 2025):
            (self.data / "assessments" / f"{year}.json").write_text(json.dumps({**marks, "year": year}))
        code, said, complained = self.run_program("score", self.data)
        self.assertEqual((code, complained), (0, ""))
        self.assertRegex(said, r"DV01 +Tên đơn vị, 2024 [^\n]*\n +DV01 +Tên đơn vị, 2025 ")
        code, _, complained = self.run_program("explain", self.data, "DV01")
        self.assertEqual(code, 2)
        self.assertRegex(complained, r"2025\.json:1:1: error: .*--year")
        code, said, _ = self.run_program("explain", self.data, "DV01", "--year", "2024")
        self.assertEqual(code, 0)
        self.assertIn("(DV01), 2024\n", said)
        code, _, complained = self.run_program("score", self.data, "--unit", "DV01", "--year", "2020")
        self.assertEqual(code, 2)
        self.assertIn("no marks of 2020", complained)

    def test_many_bad_units_are_answered_in_bounded_space(self):
        self.write_units([lambda unit: self.appraise(unit, "1.2", score="99")] * 1000)
        code, said, _ = self.run_program("check", self.data)
        self.assertEqual(code, 2)
        lines = said.splitlines()
        self.assertEqual(len(lines), 202)
        self.assertIn("800 further findings are not listed", lines[-2])
        self.assertEqual(lines[-1], "1000 errors, 0 warnings, 0 notes in 2 files")

    def test_names_never_command_the_terminal(self):
        hostile = "\u001b]0;x\u0007\u009b31m\u202e\u2028"
        self.write_units([lambda unit: unit["unit"].update(code="A" + hostile, name="N" + hostile)] * 2)
        for arguments in (["score", self.data], ["check", self.data], ["explain", self.data, "A" + hostile],
                          ["explain", self.data, "A" + hostile, "9" + hostile], ["score", self.data, "--unit", "B" + hostile]):
            with self.subTest(arguments):
                _, said, complained = self.run_program(*arguments)
                self.assertIn("\\u{1B}", said + complained)
                for character in (said + complained).replace("\n", ""):
                    self.assertNotIn(unicodedata.category(character), ("Cc", "Zl", "Zp"), hex(ord(character)))
                    self.assertNotEqual(character, "\u202e")

    def test_units_that_the_register_does_not_know(self):
        shutil.copytree(DATA, self.data)
        path = self.data / "assessment.json"
        path.write_text(path.read_text().replace('"code": "VPUB"', '"code": "VPXX"'))
        plan = self.data / "plan.json"
        plan.write_text(plan.read_text().replace("Phòng TCHCQT", "Phòng Lạ", 1))
        code, said, _ = self.run_program("check", self.data)
        self.assertIn("VPXX", said)
        self.assertRegex(said, r"plan\.json:\d+:\d+: warning: .*Phòng Lạ")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
