#!/usr/bin/env python3
"""Facts from outside the units on the command line: context.json.

usage: context_test.py PARINDEX_REPORT
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DECISION = {"number": "45/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"}
PEERS = {
    "facts": [{"name": "x", "label": "số sáng kiến"},
              {"name": "best", "label": "giá trị cao nhất", "kind": "number", "source": "context", "least": 0}],
    "zero_denominator": "zero", "kind": "linear", "of": "x/best", "share": "clamp", "points": "100%",
}
GROWTH = {
    "facts": [{"name": "now", "kind": "percent", "least": 0, "most": 100},
              {"name": "last_year", "label": "tỷ lệ năm trước", "kind": "percent", "source": "context", "least": 0, "most": 100}],
    "kind": "cases", "cases": [{"if": "now > last_year", "points": 1}], "otherwise": {"points": 0},
}


class Context(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, True)
        (self.folder / "assessments").mkdir()
        self.growth = dict(GROWTH)
        self.years = [2025]
        self.context = {
            "format": "parindex.context/1", "set": DECISION, "year": 2025, "source": "Công bố năm 2024",
            "facts": [{"criterion": "1.1", "facts": {"best": 12.5}, "explanation": "Sở Tư pháp"}],
            "units": [{"unit": "SNV", "facts": [{"criterion": "1.2", "facts": {"last_year": "80.5"}}]},
                      {"unit": "STP", "facts": [{"criterion": "1.1", "facts": {"best": "20"}}]}],
        }
        self.units = [self.unit("SNV"), self.unit("STP")]

    def unit(self, code):
        return {"unit": {"code": code, "name": f"Đơn vị {code}"}, "rounds": [{"round": "appraisal", "marks": [
            {"criterion": "1.1", "facts": {"x": 10}}, {"criterion": "1.2", "facts": {"now": "80.51"}}]}]}

    def write(self, name, content):
        (self.folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")

    def run_program(self, *arguments):
        """The program on the folder as it is described now."""
        self.write("criteria.json", {
            "format": "parindex.criteria/1", "decision": DECISION, "name": "Bộ chỉ số", "maximum": 3,
            "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["unit", "appraiser"]}],
            "fields": [{"code": "1", "name": "Kết quả", "children": [
                {"code": "1.1", "name": "So với đơn vị dẫn đầu", "part": "a", "maximum": 2, "rule": PEERS},
                {"code": "1.2", "name": "So với năm trước", "part": "a", "maximum": 1, "rule": self.growth}]}],
        })
        for year in self.years:
            self.write(f"assessments/{year}.json",
                       {"format": "parindex.assessments/1", "set": DECISION, "year": year, "units": self.units})
        if self.context is not None:
            self.write("context.json", self.context)
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def scores(self):
        code, said, complained = self.run_program("score", self.folder, "--json")
        units = json.loads(said)["units"]
        return code, {each["unit"]["code"]: (each["total"], each["complete"]) for each in units}, complained

    def complaints(self):
        code, said, _ = self.run_program("check", self.folder)
        return code, said

    def test_units_are_scored_with_the_facts_of_all_and_their_own(self):
        code, scores, complained = self.scores()
        self.assertEqual((code, scores), (0, {"SNV": ("2.6", True), "STP": ("1", False)}))
        self.assertIn('criterion "1.2" lacks the fact last_year (of the context) for its rule: So với năm trước', complained)
        score = json.loads(self.run_program("score", self.folder, "--unit", "SNV", "--json")[1])
        self.assertEqual((score["total"], score["deductions"]), ("2.6", "0.4"))

    def test_an_explanation_says_what_comes_from_outside(self):
        code, said, _ = self.run_program("explain", self.folder, "SNV")
        self.assertEqual(code, 0)
        for line in ("best (context) = 12.5: giá trị cao nhất", "last_year (context) = 80.5%: tỷ lệ năm trước",
                     "facts from outside the unit: Sở Tư pháp",
                     "x/best = 10/12,5 = 80 % → 1,6 điểm (số liệu ngoài đơn vị: giá trị cao nhất)",
                     "x/best = 10/12.5 = 80 % -> 1.6 points (from outside the unit: giá trị cao nhất)"):
            self.assertIn(line + "\n", said)
        leaf = json.loads(self.run_program("explain", self.folder, "SNV", "--json")[1])["criteria"][0]
        mark = leaf["marks"][0]
        self.assertEqual([(each["name"], each["source"], each["value"]) for each in mark["facts"]],
                         [("x", "mark", "10"), ("best", "context", "12.5")])
        self.assertTrue(mark["vietnamese"].endswith("→ 1,6 điểm (số liệu ngoài đơn vị: giá trị cao nhất)"))
        self.assertIn("còn thiếu số liệu: tỷ lệ năm trước (số liệu ngoài đơn vị) → từ 0 đến 1 điểm",
                      self.run_program("explain", self.folder, "STP")[1])

    def test_a_plan_is_drafted_and_printed_with_them(self):
        code, _, complained = self.run_program("draft", self.folder, "--unit", "SNV")
        self.assertIn(code, (0, 1), complained)
        plan = json.loads((self.folder / "plan.json").read_text(encoding="utf-8"))
        (shortfall,) = plan["sections"][0]["shortfalls"]
        self.assertEqual([each["criterion"] for each in shortfall["deductions"]], ["1.1"])
        self.assertTrue(shortfall["cause"].startswith("số sáng kiến / giá trị cao nhất = 10/12,5 = 80 % → 1,6 điểm "
                                                      "(số liệu ngoài đơn vị: giá trị cao nhất)"), shortfall["cause"])
        out = self.folder / "out"
        self.assertIn(self.run_program("plan", self.folder, "--out", out)[0], (0, 1))
        self.assertIn("2,6", (out / "plan.md").read_text(encoding="utf-8"))

    def test_a_missing_base_follows_the_policy_of_the_rule(self):
        self.growth["missing_fact"] = "zero"
        self.assertEqual(self.scores()[1]["STP"], ("2", True))
        self.growth["missing_fact"] = "error"
        code, scores, complained = self.scores()
        self.assertEqual((code, scores), (2, {"SNV": ("2.6", True)}))
        self.assertIn('criterion "1.2": its rule lacks facts: last_year (of the context)', complained)

    def test_without_a_context_the_points_are_open(self):
        self.context = None
        code, scores, _ = self.scores()
        self.assertEqual((code, scores), (0, {"SNV": ("0", False), "STP": ("0", False)}))

    def test_errors_of_the_context_are_told_with_those_of_the_other_files(self):
        self.context["facts"][0]["facts"] = {"best": -1, "x": 3}
        self.context["facts"].append({"criterion": "1.l", "facts": {"best": 1}})
        self.context["units"][0]["facts"][0]["facts"] = {"last_yaer": 80}
        self.context["units"].append({"unit": "SNV", "facts": []})
        self.units[1]["rounds"][0]["marks"][0]["facts"] = "10"
        code, said = self.complaints()
        self.assertEqual(code, 2)
        for message in ('criterion "1.1": the fact "best": expected a number from 0, not -1 [/facts/0]',
                        'criterion "1.1": its rule reads no fact "x" of the context, but of the mark [/facts/0]',
                        'criterion "1.l": the criteria set has no criterion with this code',
                        'criterion "1.2" of the unit "SNV": its rule reads no fact "last_yaer"; did you mean "last_year"?',
                        'the unit "SNV" has facts already'):
            self.assertRegex(said, r"context\.json:\d+:\d+: error: " + re.escape(message))
        self.assertRegex(said, r"2025\.json:\d+:\d+: error: expected an object")

    def test_no_score_is_printed_without_the_context_that_there_is(self):
        self.growth["missing_fact"] = "error"
        self.context["year"] = "next"
        code, said, complained = self.run_program("score", self.folder)
        self.assertEqual((code, said), (2, ""))
        self.assertRegex(complained, r"context\.json:\d+:\d+: error: .*/year")
        self.assertNotIn("lacks", complained)

    def test_another_set_or_year(self):
        self.context["set"] = {**DECISION, "number": "46/QĐ-UBND"}
        code, said = self.complaints()
        self.assertEqual(code, 2)
        self.assertIn("the context belongs to the set of decision 46/QĐ-UBND", said)
        self.context["set"] = DECISION
        self.context["year"] = 2024
        code, said = self.complaints()
        self.assertEqual(code, 2)
        self.assertIn("context.json:1:1: error: expected facts for the year that is scored, 2025, not for 2024", said)
        self.growth["missing_fact"] = "error"
        self.assertIn("the facts of the context are of 2024, so that the marks of 2025 see none of them", self.complaints()[1])

    def test_marks_of_another_year_see_none_of_the_facts(self):
        self.years = [2024, 2025]
        code, said = self.complaints()
        self.assertEqual(code, 0)
        lacking = [line for line in said.splitlines() if "lacks the fact" in line]
        self.assertEqual([pathlib.Path(line.split(":")[0]).name for line in lacking], ["2024.json"] * 4 + ["2025.json"])
        score = json.loads(self.run_program("score", self.folder, "--unit", "SNV", "--year", "2025", "--json")[1])
        self.assertEqual(score["total"], "2.6")

    def test_a_unit_that_has_no_marks_is_a_warning(self):
        self.context["units"].append({"unit": "SNB", "facts": [{"criterion": "1.2", "facts": {"last_year": 1}}]})
        code, said = self.complaints()
        self.assertEqual(code, 0)
        self.assertRegex(said, r'context\.json:\d+:\d+: warning: no unit with marks of 2025 has the code "SNB"; did you mean '
                               r'"(SNV|STP)"\?')

    def test_a_folder_with_a_context_is_not_empty(self):
        fresh = self.folder / "fresh"
        fresh.mkdir()
        (fresh / "context.json").write_text("{}", encoding="utf-8")
        code, _, complained = self.run_program("new", fresh)
        self.assertNotEqual(code, 0)
        self.assertIn("context.json: error: expected a folder without data", complained)
        self.assertEqual([each.name for each in fresh.iterdir()], ["context.json"])

    def test_a_draft_never_replaces_the_context(self):
        code, _, complained = self.run_program("draft", self.folder, "--unit", "SNV", "--out", self.folder / "context.json")
        self.assertEqual(code, 2)
        self.assertIn("the draft would replace this file", complained)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
