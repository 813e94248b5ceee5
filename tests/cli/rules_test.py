#!/usr/bin/env python3
"""Sets with rules and marks with facts on the command line.

usage: rules_test.py PARINDEX_REPORT
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
RATIO = {
    "facts": [{"name": "a", "label": "số hồ sơ đã giải quyết"}, {"name": "b", "label": "số hồ sơ đúng hạn"}],
    "zero_denominator": "full", "kind": "linear", "of": "b/a", "share": "clamp", "points": "100%",
    "fails": {"below": "80%", "points": 0},
}


class Rules(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.criteria = {
            "format": "parindex.criteria/1", "decision": DECISION, "name": "Bộ chỉ số", "maximum": 3,
            "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["unit", "appraiser"]}],
            "fields": [{"code": "1", "name": "Thủ tục hành chính", "children": [
                {"code": "1.1", "name": "Giải quyết đúng hạn", "part": "a", "maximum": 2, "rule": RATIO},
                {"code": "1.2", "name": "Công khai", "part": "a", "maximum": 1}]}],
        }
        self.write("criteria.json", self.criteria)
        self.mark({"a": 7, "b": 5})

    def write(self, name, content):
        (self.folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=2))

    def mark(self, facts):
        self.write("assessment.json", {
            "format": "parindex.assessment/1", "set": DECISION, "unit": {"code": "SNV", "name": "Sở Nội vụ"}, "year": 2025,
            "rounds": [{"round": "self", "marks": [{"criterion": "1.1", "facts": {"a": 7, "b": 7}}]},
                       {"round": "appraisal", "marks": [{"criterion": "1.1", "facts": facts},
                                                        {"criterion": "1.2", "score": 1}]}]})

    def run_program(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_facts_are_scored_and_explained_in_both_languages(self):
        score = json.loads(self.run_program("score", self.folder, "--unit", "SNV", "--json")[1])
        self.assertEqual((score["total"], score["deductions"]), ("1", "2"))
        code, said, _ = self.run_program("explain", self.folder, "SNV", "1.1")
        self.assertEqual(code, 0)
        for line in ("b = 5: số hồ sơ đúng hạn", "b/a = 5/7 = 71,43 % < 80 % → 0 điểm",
                     "b/a = 5/7 = 71.43 % < 80 % -> 0 points", "more: b/a ≥ 80% would earn 1,6 points",
                     "mark, self: facts  (does not count)", "-> 2 points lost"):
            self.assertIn(line + "\n", said)

    def test_the_explanation_as_json_has_the_rounds_side_by_side(self):
        code, said, _ = self.run_program("explain", self.folder, "SNV", "--json")
        self.assertEqual(code, 0)
        leaf = json.loads(said)["criteria"][0]
        self.assertEqual([(each["round"], each["counts"], each["points"]) for each in leaf["marks"]],
                         [("self", False, "2"), ("appraisal", True, "0")])
        self.assertEqual(leaf["marks"][1]["trace"]["below_cliff"], True)

    def test_a_missing_fact_leaves_a_range_and_is_named(self):
        self.mark({"b": 5})
        code, said, complained = self.run_program("score", self.folder, "--unit", "SNV", "--json")
        score = json.loads(said)
        self.assertEqual((code, score["complete"], score["range"]), (0, False, {"lowest": "1", "highest": "3"}))
        self.assertIn('criterion "1.1" lacks the fact a for its rule: Giải quyết đúng hạn', complained)
        self.assertIn("còn thiếu số liệu: số hồ sơ đã giải quyết → từ 0 đến 2 điểm",
                      self.run_program("explain", self.folder, "SNV")[1])

    def test_a_zero_denominator_follows_the_rule(self):
        self.mark({"a": 0, "b": 0})
        self.assertEqual(json.loads(self.run_program("score", self.folder, "--unit", "SNV", "--json")[1])["total"], "3")

    def test_wrong_facts_are_refused_with_their_place(self):
        self.mark({"a": "7.5", "bb": 1})
        code, _, complained = self.run_program("score", self.folder)
        self.assertEqual(code, 2)
        self.assertIn('its rule reads no fact "bb"; did you mean "b"?', complained)
        self.assertIn('the fact "a": expected a whole number from 0, not 7.5', complained)

    def test_a_draft_takes_the_cause_from_the_rule(self):
        code, _, _ = self.run_program("draft", self.folder)
        self.assertIn(code, (0, 1))
        plan = json.loads((self.folder / "plan.json").read_text())
        self.assertEqual(plan["sections"][0]["shortfalls"][0]["cause"],
                         "số hồ sơ đúng hạn / số hồ sơ đã giải quyết = 5/7 = 71,43 % < 80 % → 0 điểm; mức cao hơn cần đạt: "
                         "số hồ sơ đúng hạn / số hồ sơ đã giải quyết ≥ 80 %")

    def test_check_set(self):
        code, said, complained = self.run_program("check-set", self.folder / "criteria.json")
        self.assertEqual((code, said, complained),
                         (0, "3 points in 1 field, 2 leaves, 1 rule; 0 errors, 0 warnings, 0 notes\n", ""))
        self.criteria["fields"][0]["children"][0]["rule"] = {
            "facts": [{"name": "r", "kind": "percent", "least": 0, "most": 100}, {"name": "idle"}], "kind": "steps", "of": "r",
            "steps": [{"from": "90%", "points": 2}, {"from": "80%", "to": "89%", "points": 1}, {"below": "80%", "points": 0}]}
        self.write("holes.json", self.criteria)
        code, said, _ = self.run_program("check-set", self.folder / "holes.json")
        self.assertEqual(code, 2)
        self.assertIn("no step is given for values between the steps from 80% to 89% and from 90%", said)
        self.assertIn('the rule does not read its fact "idle"', said)
        self.assertIn("1 error, 1 warning, 0 notes\n", said)
        del self.criteria["fields"][0]["children"][0]["rule"]["steps"][1]["to"]
        self.criteria["fields"][0]["children"][0]["rule"]["steps"][1]["below"] = "90%"
        self.write("odd.json", self.criteria)
        self.assertEqual(self.run_program("check-set", self.folder / "odd.json")[0], 1)
        self.assertEqual(self.run_program("check-set", self.folder / "none.json")[0], 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
