#!/usr/bin/env python3
"""The illustration set: a whole set with rules, scored for 20 units, against a second computation written by hand.

usage: illustration_test.py PARINDEX_REPORT DATA_DIR
"""

import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction

import illustration_survey as survey
from illustration_scores import BONUS, CONTEXT, LEAVES, PENALTY, Score, counted

PROGRAM = pathlib.Path(sys.argv[1])
DATA = pathlib.Path(sys.argv[2])


def load(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def run(*arguments, expected=0):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    if done.returncode != expected:
        raise AssertionError(f"exit {done.returncode}, expected {expected}\n{out}\n{err}")
    return out, err


def exact(number):
    """Of a score file: what does not terminate is a fraction."""
    return Fraction(number["exact"] if isinstance(number, dict) else number)


def leaves(node):
    for child in node.get("children", []):
        yield from leaves(child)
    if "children" not in node:
        yield node


SET = load("criteria.json")
UNITS = {unit["unit"]["code"]: unit for unit in load("assessments/minh-hoa.json")["units"]}
OFFICE = load("assessments/vpub-son-la.json")
SURVEYED = survey.marks(DATA)
for code, unit in UNITS.items():
    unit["rounds"].append({"round": "survey", "marks": [{"criterion": leaf, "facts": facts} for leaf, facts in SURVEYED[code].items()]})


def context_of(unit):
    """Facts by criterion: those of all units, and those of this one."""
    everything = load("context.json")
    own = next((each["facts"] for each in everything["units"] if each["unit"] == unit), [])
    return {each["criterion"]: each["facts"] for each in everything["facts"] + own}


EXPLAINED = [
    ("SVHTT", "1.1.1", "Việc ban hành kế hoạch: không ban hành → 0 điểm"),
    ("SXD", "2.2.1", "Việc ban hành kế hoạch: không ban hành → -1 điểm"),
    ("SVHTT", "1.1.2", 'thuộc trường hợp "tasks và money" (có và có) → 0,5 điểm'),
    ("STC", "1.1.3", "b/a = 18/20 = 90 %, từ 70 % đến 90 % → 1 điểm"),
    ("SXD", "1.1.3", "b/a = 901/1000 = 90,1 % > 90 % → 2 điểm"),
    ("SVHTT", "1.2.1", "1 - 3 × 0,25 - 2 × 0,5 → -0,75 điểm, giới hạn còn 0 điểm"),
    ("SXD", "1.2.2", "sent = 16/12/2025, sau 15/12/2025 → 0 điểm"),
    ("SDTTG", "1.3.1", "b/a = 0/0: mẫu số bằng 0, không áp dụng đối với đơn vị"),
    ("SDTTG", "1.3.2", "a = 0: mẫu số bằng 0, chấm điểm tối đa → 1 điểm"),
    ("STC", "1.5", "b/a = 40/50 = 80 % → 0,8 điểm"),
    ("SXD", "1.5", "b/a = 7999/10000 = 79,99 % < 80 % → 0 điểm"),
    ("SXD", "3.1.2", "b/a = 8499/10000 = 84,99 %: 0,6 + 0 × 0,1 → 0,6 điểm"),
    ("SCT", "3.1.3", "b/a = 13/10 = 130 %, tính bằng 100 % → 1 điểm"),
    ("SXD", "3.2.4", 'không thuộc trường hợp "late = 0"; letters / late = 3 / 1001 = 0,30 % → 3/1001 ≈ 0,003 điểm, làm tròn thành 0 điểm'),
    ("SKHCN", "4.1", 'thuộc trường hợp "b > a" (73 > 72) → 0 điểm'),
    ("SXD", "5.2", "Trình tự đánh giá: trình tự, thủ tục: đúng quy định → 1,5 điểm; Tỷ lệ hoàn thành xuất sắc: x/a = 2001/10000 = "
                   "20,01 % > 20 % → 0 điểm; tổng → 1,5 điểm"),
    ("STP", "5.5", "(50 × 100 % + 4 × 60 % + 3 × 20 % + 0 × 0 %) / (50 + 4 + 3 + 0) → 106/57 ≈ 1,8596 điểm, làm tròn thành 1,86 điểm"),
    ("SXD", "6.1.1", "b/a = 18999,9/20000 = 94,9995 %, từ 70 % đến dưới 95 %: 1 + 4,9999 × 0,1 → 1,49999 điểm, làm tròn thành "
                     "1,5 điểm"),
    ("SNV", "7.4.1", "given = 1,5 → 1,5 điểm"),
    ("SNV", "7.4.2", "điểm tối đa = 0,5 → 0,5 điểm"),
    ("SDL", "1.1.3", "còn thiếu số liệu: số nhiệm vụ đã hoàn thành → từ 0 đến 2 điểm"),
    ("SNV", "3.3.1", "min(rate / best, 1) × điểm tối đa = min(92,5 % / 92,5 %, 1) × 2 → 2 điểm (số liệu ngoài đơn vị: "
                     "tỷ lệ cao nhất trong khối)"),
    ("SCT", "3.3.2", 'thuộc trường hợp "rate ≥ 90 % hoặc rate ≥ last_year + 5 %" (50,5 % ≥ 90 % hoặc 50,5 % ≥ 45,5 % + 5 %) → 1 điểm '
                     "(số liệu ngoài đơn vị: tỷ lệ của năm trước)"),
    ("STC", "6.3.2", "(last_year - spent) / last_year = (0 - 9620) / 0: mẫu số bằng 0, không có điểm → 0 điểm (số liệu "
                     "ngoài đơn vị: số chi năm trước (triệu đồng))"),
    ("STP", "T.1", "n = 3: 3 × 0,5 → 1,5 điểm, giới hạn còn 1 điểm"),
]


def scores(with_context=True):
    return {code: Score(counted(unit), context_of(code) if with_context else {})
            for code, unit in {**UNITS, "VPUB": OFFICE}.items()}


class Illustration(unittest.TestCase):
    maxDiff = None

    def test_the_set_has_no_fault(self):
        out, err = run("check-set", DATA / "criteria.json")
        self.assertIn("69 leaves, 69 rules; 0 errors, 0 warnings, 0 notes", out)
        self.assertEqual(err, "")

    def test_it_is_marked_as_no_legal_text(self):
        self.assertIn("minh họa", SET["name"])
        self.assertIn("không phải văn bản pháp luật", SET["source"])
        self.assertEqual(SET["decision"]["provenance"], "assigned")
        for unit in UNITS.values():
            self.assertTrue(unit["unit"]["name"].endswith("(minh họa)"))

    def test_fields_and_parts_add_up(self):
        fields = {field["code"]: field for field in SET["fields"]}
        maxima = {code: sum(Fraction(str(leaf["maximum"])) for leaf in leaves(field)) for code, field in fields.items()}
        self.assertEqual([maxima[code] for code in "12345678"],
                         [Fraction(x) for x in ("11.5", "12", "15.5", "11", "13.5", "10", "16.5", "10")])
        self.assertEqual(sum(maxima[code] for code in "12345678"), 100)
        for code in "12345678":
            self.assertEqual(Fraction(str(fields[code]["maximum"])), maxima[code])
        regular = [leaf for code in "12345678" for leaf in leaves(fields[code])]
        self.assertEqual({leaf["code"]: Fraction(str(leaf["maximum"])) for leaf in regular},
                         {code: Fraction(maximum) for code, (maximum, _) in LEAVES.items()})
        for part, maximum in (("appraisal", 70), ("officials", 20), ("citizens", 10)):
            self.assertEqual(sum(Fraction(str(leaf["maximum"])) for leaf in regular if leaf["part"] == part), maximum)
        self.assertEqual({leaf["code"] for code in "TP" for leaf in leaves(fields[code])}, set(BONUS) | set(PENALTY))

    def test_every_fact_has_a_label(self):
        for field in SET["fields"]:
            for leaf in leaves(field):
                for fact in leaf["rule"]["facts"]:
                    self.assertTrue(fact["label"], leaf["code"])
                    self.assertTrue(all(level["label"] for level in fact.get("levels", [])), leaf["code"])

    def test_the_context_belongs_to_the_units(self):
        """The best of the peers is the best of them, and every unit has its values of last year."""
        rates = [Fraction(mark["facts"]["rate"]) for unit in UNITS.values() for code, mark in counted(unit).items()
                 if code == "3.3.1"]
        self.assertEqual(max(rates), Fraction(context_of("SNV")["3.3.1"]["best"]))
        self.assertEqual(set(context_of("SNV")), CONTEXT)
        for code in UNITS:
            self.assertEqual(set(context_of(code)), CONTEXT, code)

    def test_all_units_in_one_run(self):
        known = scores()
        self.check(DATA, known)
        self.assertEqual(len(known), 20)
        self.assertEqual({code for code, score in known.items() if score.open}, {"SDL"})

    def test_without_the_context_its_leaves_are_open(self):
        """The range that can then be reached holds the total."""
        known = scores()
        with tempfile.TemporaryDirectory() as scratch:
            data = pathlib.Path(scratch) / "data"
            shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("context.json"))
            found = self.check(data, scores(with_context=False))
        for code in set(UNITS) - {"SDL"}:
            self.assertLessEqual(exact(found[code]["range"]["lowest"]), known[code].so_far, code)
            self.assertLessEqual(known[code].so_far, exact(found[code]["range"]["highest"]), code)

    def check(self, data, expected):
        """What the program scores in one run, all of it compared."""
        found = {each["unit"]["code"]: each for each in json.loads(run("score", data, "--json")[0])["units"]}
        self.assertEqual(set(found), set(expected))
        for code, score in expected.items():
            with self.subTest(code):
                printed = found[code]
                self.assertEqual(exact(printed["total"]), score.so_far)
                self.assertEqual(exact(printed["max"]), score.maximum)
                self.assertEqual(printed["complete"], not score.open)
                self.assertEqual(printed.get("unmarked", 0), len(score.open))
                for part in printed["parts"]:
                    self.assertEqual(exact(part["score"]), score.of_part(part["code"]), part["code"])
                for field in printed["fields"]:
                    self.assertEqual(exact(field["score"]), score.of_field(field["code"]), field["code"])
        return found

    def test_the_answers_are_those_of_the_script(self):
        """Byte for byte; 20 units, about 12,000 sheets of citizens, with all that can be wrong with a sheet."""
        with tempfile.TemporaryDirectory() as scratch:
            subprocess.run([sys.executable, DATA / "surveys/make_answers.py", scratch], check=True, timeout=120)
            for name in ("citizens", "officials"):
                made = (pathlib.Path(scratch) / name / "answers.csv").read_bytes()
                self.assertTrue(made == (DATA / "surveys" / name / "answers.csv").read_bytes(), name)
        citizens = survey.sheets(DATA, "citizens")
        everything = [row for rows in citizens.values() for row in rows]
        self.assertEqual((set(citizens), len(survey.ITEMS)), ({*UNITS, "VPUB"}, 22))
        self.assertAlmostEqual(len(everything), 12000, delta=200)
        self.assertEqual({row[item] for row in everything for item in survey.ITEMS}, {*survey.LEVELS, "", "99", "45", "4;5"})
        self.assertLess(len(survey.valid(everything, survey.ITEMS, survey.LEVELS)), len(everything))
        self.assertGreater(sum(len({row[item] for item in survey.ITEMS}) == 1 for row in everything), 100)

    def test_survey_leaves_come_from_the_answers(self):
        found = {}
        for name in ("khao-sat-nguoi-dan.csv", "khao-sat-cong-chuc.csv"):
            with (DATA / "assessments" / name).open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    self.assertEqual((row["year"], row["round"]), ("2025", "survey"))
                    found.setdefault(row["unit"], {}).setdefault(row["criterion"], {})[row["fact"]] = Fraction(row["value"])
        self.assertEqual(found, {unit: {leaf: {fact: Fraction(value) for fact, value in facts.items()}
                                        for leaf, facts in SURVEYED[unit].items()} for unit in UNITS})

    def test_the_answers_about_the_office_give_its_published_points(self):
        """They are invented to fit."""
        published = {code: Score.leaf(code, mark, None) for code, mark in counted(OFFICE).items() if mark["criterion"] in SURVEYED["VPUB"]}
        made = {code: Score.leaf(code, {"facts": facts}, None) for code, facts in SURVEYED["VPUB"].items()}
        self.assertEqual(made, published)
        self.assertEqual(made["8.1"], Fraction("8.99"))

    def test_the_office_of_son_la(self):
        printed = json.loads(run("score", DATA, "--unit", "VPUB", "--json")[0])
        self.assertEqual((printed["total"], printed["deductions"], printed["complete"]), ("94.52", "5.48", True))
        self.assertEqual([(part["score"], part["max"]) for part in printed["parts"]],
                         [("67.11", "70"), ("18.42", "20"), ("8.99", "10")])
        self.assertEqual([field["score"] for field in printed["fields"]][:8],
                         ["10.89", "11.72", "15.5", "10.35", "11.22", "9.74", "16.11", "8.99"])
        lost = [mark for mark in counted(OFFICE).values()
                if "loss" in mark or Fraction(mark["score"]) < Fraction(LEAVES[mark["criterion"]][0])]
        self.assertEqual(len(lost), 15)
        self.assertEqual(printed["warnings"], [])

    def test_every_kind_of_rule_is_explained_in_vietnamese(self):
        for unit, leaf, sentence in EXPLAINED:
            with self.subTest(leaf):
                lines = [line.strip() for line in run("explain", DATA, unit, leaf)[0].splitlines()]
                self.assertIn(sentence, lines)
        kinds = {leaf["rule"]["kind"] for field in SET["fields"] for leaf in leaves(field)}
        explained = {leaf["rule"]["kind"] for field in SET["fields"] for leaf in leaves(field)
                     if leaf["code"] in {each for _, each, _ in EXPLAINED}}
        self.assertEqual(explained, kinds)
        self.assertEqual(len(kinds), 7)

    def test_a_draft_names_facts_by_their_labels_alone(self):
        """What a plan takes over as the cause of a loss has no word of the formulas in it."""
        with tempfile.TemporaryDirectory() as scratch:
            data = pathlib.Path(scratch) / "data"
            shutil.copytree(DATA, data)
            run("draft", data, "--unit", "SXD", expected=1)
            plan = json.loads((data / "plan.json").read_text(encoding="utf-8"))
        causes = {each["deductions"][0]["criterion"]: each["cause"]
                  for section in plan["sections"] for each in section["shortfalls"]}
        self.assertEqual(causes["1.2.2"], "ngày gửi báo cáo = 16/12/2025, sau 15/12/2025 → 0 điểm; mức cao hơn cần đạt: "
                                          "ngày gửi báo cáo ≤ 15/12/2025")
        self.assertEqual(causes["3.2.4"], "không thuộc trường hợp \"số hồ sơ trễ hạn = 0\"; số văn bản xin lỗi đã gửi / số hồ sơ "
                                          "trễ hạn = 3 / 1001 = 0,30 % → 3/1001 ≈ 0,003 điểm, làm tròn thành 0 điểm; mức cao hơn cần đạt: "
                                          "số hồ sơ trễ hạn = 0; mức cao hơn cần đạt: số văn bản xin lỗi đã gửi / số hồ sơ trễ hạn "
                                          "≥ 100 %")
        for leaf, cause in causes.items():
            self.assertNotRegex(cause, r"\b(and|or|not|yes|no|max)\b|[<>]=|%\d|\d%", leaf)
            self.assertNotRegex(cause, r"\b[abcd]\b ?[/×=]", leaf)

    def test_the_units_cover_what_can_happen(self):
        known = scores()
        self.assertEqual((known["SNV"].so_far, known["SNV"].maximum), (100, 100))
        self.assertEqual(known["SXD"].points["2.2.1"], -1)
        self.assertEqual(known["SXD"].points["3.2.3"], Fraction(-1, 4))
        self.assertEqual(known["STP"].blocks, {"T": 2, "P": 0})         # 2.5 of a cap of 2
        self.assertEqual(known["BQLKKT"].blocks, {"T": 0, "P": -3})     # 3.5 of a cap of 3
        self.assertEqual(known["TTT"].maximum, 99)
        self.assertEqual(known["SDTTG"].maxima["1.3.2"], 2)             # nothing to inspect: its weight went to the other
        self.assertEqual(known["THUE"].maxima["2.2.1"], Fraction(4, 3))  # 12/9 of it: 3 of 12 points do not apply
        self.assertEqual(known["STC"].points["1.1.3"], 1)               # exactly 90 % is not above it
        self.assertEqual(known["SXD"].points["1.1.3"], 2)               # 90.1 % is
        rounds = {group["round"] for unit in UNITS.values() for group in unit["rounds"]}
        self.assertEqual(rounds, {"self", "appraisal", "re_appraisal", "survey"})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
