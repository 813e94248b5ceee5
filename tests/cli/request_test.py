#!/usr/bin/env python3
"""Requests on standard input, as a program sends them that cannot load the library.

usage: request_test.py PARINDEX_REPORT DATA_DIR
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DATA = pathlib.Path(sys.argv[2]).resolve()
MEMBERS = {member: json.loads((DATA / f"{member}.json").read_text(encoding="utf-8"))
           for member in ("criteria", "assessment", "plan")}
FILE_BYTES = 16 << 20  # limits::file_bytes


def request(*want, **members):
    """The Sơn La data without the plan, with other members where they are given."""
    asked = {"format": "parindex.request/1", "criteria": MEMBERS["criteria"], "assessment": MEMBERS["assessment"], **members}
    return {**asked, "want": list(want)} if want else asked


def written(asked):
    return json.dumps(asked, ensure_ascii=False, indent=1)


def places(answer, code):
    return [(each.get("where"), each.get("line"), each.get("column")) for each in answer["diagnostics"] if each["code"] == code]


class Requests(unittest.TestCase):
    def ask(self, asked, status):
        text = asked if isinstance(asked, bytes) else (asked if isinstance(asked, str) else written(asked)).encode()
        done = subprocess.run([PROGRAM, "request"], input=text, capture_output=True, timeout=600)
        self.assertEqual((done.returncode, done.stderr), (status, b""), done.stdout[-2000:].decode(errors="replace"))
        self.assertLess(len(done.stdout), 1_000_000)
        return json.loads(done.stdout)

    def command(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=600)
        return json.loads(done.stdout)

    def test_the_answer_says_what_the_commands_say(self):
        answer = self.ask(request("score", "explanation"), 0)
        self.assertEqual((answer["status"], answer["status_name"], answer["diagnostics"]), (0, "none", []))
        with tempfile.TemporaryDirectory() as scratch:
            for member in ("criteria", "assessment"):
                (pathlib.Path(scratch) / f"{member}.json").write_text(written(MEMBERS[member]), encoding="utf-8")
            self.assertEqual(answer["score"], self.command("score", scratch, "--json"))
            self.assertEqual(answer["explanation"], self.command("explain", scratch, "VPUB", "--json"))

    def test_a_request_without_wishes_is_for_the_score(self):
        answer = self.ask(request(), 0)
        self.assertEqual(set(answer), {"format", "version", "score", "status", "status_name", "diagnostics"})
        self.assertEqual(answer["score"]["total"], "94.52")

    def test_a_plan_is_drafted_and_covered(self):
        drafted = self.ask(request("draft"), 0)["plan"]
        self.assertEqual([each["field"] for each in drafted["sections"]], ["1", "2", "4", "5", "6", "7", "8"])
        unwritten = self.ask(request("coverage", plan=drafted), 1)  # the texts are blank
        self.assertEqual((unwritten["status"], unwritten["coverage"]["complete"]), (0, False))
        covered = self.ask(request("coverage", "draft", plan=MEMBERS["plan"]), 0)
        self.assertEqual((covered["coverage"]["lost"], covered["coverage"]["covered"]), ("5.48", "5.48"))
        self.assertEqual(len(covered["plan"]["sections"]), len(MEMBERS["plan"]["sections"]))

    def test_digits_survive(self):
        """A number of 17 digits is no double on its way; 3.6100000000000003 is what one leaves behind."""
        text = written(request("score", "compare_stored", stored={"4.1": 0, "": "94.5200000000000001"}))
        text = text.replace('"4.1": 0', '"4.1": 3.6100000000000003')
        answer = self.ask(text, 1)
        self.assertEqual([each["name"] for each in answer["diagnostics"]], ["stored_float_residue"] * 2)
        self.assertIn("difference 0.0000000000000001:", answer["diagnostics"][1]["message"])
        self.assertEqual(self.ask(request("compare_stored", stored={"4.1": "3.610", "": "94.52"}), 0)["diagnostics"], [])

    def test_stored_scores_of_no_criterion(self):
        answer = self.ask(request("compare_stored", "score", stored={"9.9": 1, "4.1": "3.6"}), 2)
        self.assertEqual((answer["status"], answer["status_name"]), (301, "unknown_code"))
        self.assertEqual([each["where"] for each in answer["diagnostics"]], ["/stored/9.9", "/stored/4.1"])
        self.assertEqual(answer["score"]["total"], "94.52")

    def test_places_are_those_of_the_request(self):
        """Every member is spoilt, behind Vietnamese letters on its line and lines of its own."""
        asked = request("score", plan=copy.deepcopy(MEMBERS["plan"]))
        spoilt = copy.deepcopy(asked)
        spoilt["criteria"]["fields"][0]["name"] = "@1@"
        spoilt["assessment"]["unit"]["name"] = "@2@"
        spoilt["plan"]["agency"] = "@3@"
        text = '{"$schema": "Điều kiện ế",' + written(spoilt)[1:]
        for number in ("1", "2", "3"):
            text = text.replace(f'"@{number}@"', number)
        answer = self.ask(text, 2)
        expected = []
        for where, number in (("/criteria/fields/0/name", 1), ("/assessment/unit/name", 2), ("/plan/agency", 3)):
            key = '"agency": ' if number == 3 else '"name": '
            before = text[:text.index(f"{key}{number}") + len(key)]
            expected.append((where, before.count("\n") + 1, len(before) - before.rfind("\n")))
        self.assertEqual(places(answer, 210), expected)
        one_line = json.dumps(json.loads(text), ensure_ascii=False)
        for where, line, column in places(self.ask(one_line, 2), 210):
            self.assertEqual((line, one_line[column - 1] in "123"), (1, True), where)

    def test_a_bad_unit_never_spoils_the_others(self):
        marks = MEMBERS["assessment"]
        units = [{"unit": {"code": f"DV{i}", "name": f"Đơn vị {i}"}, "rounds": copy.deepcopy(marks["rounds"])} for i in range(3)]
        several = {"format": "parindex.assessments/1", "set": marks["set"], "year": marks["year"], "units": units}
        clean = self.ask(request(assessment=several), 0)["scores"]
        units[1]["rounds"][1]["marks"][0]["score"] = "1000"
        units.append(copy.deepcopy(units[0]))
        spoilt = self.ask(request("score", "draft", assessment=several), 2)
        self.assertEqual(spoilt["scores"]["units"], [clean["units"][0], clean["units"][2]])
        self.assertEqual([each["code"] for each in spoilt["scores"]["failed"]], ["DV1", "DV0"])
        self.assertIn("DV0\" has marks of 2021 at assessment:", spoilt["scores"]["failed"][1]["message"])
        self.assertEqual(places(spoilt, 211)[0][0], "/want/1")
        self.assertNotIn("plan", spoilt)

    def test_the_context_is_seen(self):
        key = {"number": "45/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"}
        rule = {"facts": [{"name": "x"}, {"name": "best", "kind": "number", "source": "context", "least": 0}],
                "zero_denominator": "zero", "kind": "formula", "points": "min(x / best, 1) * max"}
        asked = request(
            criteria={"format": "parindex.criteria/1", "decision": key, "name": "Bộ chỉ số",
                      "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["appraiser"]}],
                      "fields": [{"code": "1", "name": "So sánh", "part": "a", "maximum": 2, "rule": rule}]},
            assessment={"format": "parindex.assessment/1", "set": key, "unit": {"code": "SNV", "name": "Sở Nội vụ"}, "year": 2025,
                        "rounds": [{"round": "appraisal", "marks": [{"criterion": "1", "facts": {"x": 7}}]}]},
            context={"format": "parindex.context/1", "set": key, "year": 2025, "facts": [{"criterion": "1", "facts": {"best": 20}}]})
        self.assertEqual(self.ask(asked, 0)["score"]["total"], "0.7")
        asked["context"]["year"] = 2024
        self.assertEqual(places(self.ask(asked, 2), 512)[0][0], "/context")
        del asked["context"]
        self.assertFalse(self.ask(asked, 0)["score"]["complete"])

    def test_hostile_requests(self):
        valid = written(request()).encode()
        for name, text, code in (
                ("nothing", b"", 204), ("NUL", b"\0" * 1000, 204), ("an array", b"[]", 210), ("null", b"null", 210),
                ("not UTF-8", valid.replace("ơ".encode(), b"\xff"), 203), ("UTF-16", valid.decode().encode("utf-16"), 203),
                ("truncated", valid[:len(valid) // 2], 204), ("twice", valid + valid, 204),
                ("too long", valid + b" " * (FILE_BYTES + 1 - len(valid)), 202), ("brackets", b'{"criteria": ' + b"[" * 100_000, 205),
                ("a million values", b'{"criteria": [' + b"0," * 1_000_000 + b"0]}", 206),
                ("another format", b'{"format": "parindex.criteria/1", "criteria": {}, "assessment": {}}', 212),
                ("100,000 unknown keys", b'{"format": "parindex.request/1", "criteria": {}, "assessment": {}'
                 + b"".join(b', "k%d": 0' % i for i in range(100_000)) + b"}", 208),
                ("100,000 stored scores of no criterion", written(request("compare_stored", stored={f"x{i}": i for i in range(100_000)})).encode(), 301),
                ("100,000 stored texts", written(request("compare_stored", stored={f"x{i}": "x" for i in range(100_000)})).encode(), 150),
                ("a key of 4 MB", written(request(**{"k" * (4 << 20): 0})).encode(), 208),
                ("a code of 4 MB", written(request("compare_stored", stored={"~/\u202e" * (1 << 20): 0})).encode(), 301)):
            with self.subTest(name):
                answer = self.ask(text, 2)
                self.assertEqual(answer["status"], code)
                self.assertLessEqual(len(answer["diagnostics"]), 202)
                self.assertTrue(all(len(each.get("where", "")) <= 400 for each in answer["diagnostics"]))

    def test_an_answer_commands_no_terminal(self):
        marks = copy.deepcopy(MEMBERS["assessment"])
        marks["unit"]["name"] = "x\u001b]0;x\u0007\u009b31m\u202e\u2066\u2028"
        done = subprocess.run([PROGRAM, "request"], input=written(request(assessment=marks)).encode(), capture_output=True, timeout=600)
        said = done.stdout.decode()
        self.assertEqual(json.loads(said)["score"]["unit"]["name"], marks["unit"]["name"])
        self.assertEqual([each for each in said.replace("\n", "") if not each.isprintable()], [])

    def test_an_answer_that_cannot_be_written(self):
        if not pathlib.Path("/dev/full").exists():
            self.skipTest("no /dev/full here")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "request"], input=written(request()).encode(), stdout=full, stderr=subprocess.PIPE, timeout=600)
        self.assertEqual(done.returncode, 3)

    def test_standard_input_that_is_closed(self):
        done = subprocess.run([PROGRAM, "request"], stdin=subprocess.DEVNULL, capture_output=True, timeout=600)
        self.assertEqual((done.returncode, json.loads(done.stdout)["status"]), (2, 204))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
