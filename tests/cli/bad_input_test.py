#!/usr/bin/env python3
"""Bad data is refused with file, line and what was expected; no output is ever half written.

usage: bad_input_test.py PARINDEX_REPORT DATA_DIR
"""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DATA = pathlib.Path(sys.argv[2]).resolve()


def mark_names(value, mark):
    """Puts `mark` behind every name and assumption, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("name", "assumption") and isinstance(inner, str):
                value[key] = inner + mark
            else:
                mark_names(inner, mark)
    elif isinstance(value, list):
        for inner in value:
            mark_names(inner, mark)


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.data = self.folder / "data"
        shutil.copytree(DATA, self.data)
        self.out = self.folder / "out"

    def run_program(self, *arguments, **options):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120, **options)
        return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")

    def plan(self):
        return self.run_program("plan", self.data, "--out", self.out)

    def replace(self, name, old, new):
        path = self.data / name
        content = path.read_bytes()
        self.assertEqual(content.count(old), 1, old)
        path.write_bytes(content.replace(old, new))
        return content[: content.index(old)].count(b"\n") + 1

    def refused(self, name, line, *words):
        code, _, complained = self.plan()
        self.assertEqual(code, 2, complained)
        self.assertRegex(complained, rf"{name}:{line}:\d+: error: ")
        for word in words:
            self.assertIn(word, complained)
        self.assertFalse(self.out.exists() and list(self.out.iterdir()), "something was written")

    def test_score_above_the_maximum(self):
        line = self.replace("assessment.json", b'"0.78"', b'"1.78"')
        self.refused("assessment.json", line, "1.78", "above the maximum 1", "7.4")

    def test_unknown_code(self):
        line = self.replace("assessment.json", b'"criterion": "7.4"', b'"criterion": "7.5"')
        self.refused("assessment.json", line, '"7.5"', "no criterion with this code")

    def test_duplicate_code(self):
        line = self.replace("criteria.json", b'"code": "4.2"', b'"code": "4.1"')
        self.refused("criteria.json", r"\d+", '"4.1" is used twice')
        self.assertGreater(line, 1)

    def test_malformed_json(self):
        line = self.replace("plan.json", b'"year": 2021,', b'"year": 2021')
        self.refused("plan.json", line + 1, "not JSON", "expected")

    def test_not_a_number(self):
        line = self.replace("assessment.json", b'"0.78"', b"NaN")
        self.refused("assessment.json", line, "not JSON")

    def test_not_a_number_in_a_string(self):
        line = self.replace("assessment.json", b'"0.78"', b'"NaN"')
        self.refused("assessment.json", line, "expected a number")

    def test_huge_exponent(self):
        line = self.replace("assessment.json", b'"0.78"', b"1e400")
        self.refused("assessment.json", line, "1e400")

    def test_decimal_comma(self):
        line = self.replace("assessment.json", b'"0.78"', b'"0,78"')
        self.refused("assessment.json", line, "0,78", "expected a number")

    def test_invalid_utf8(self):
        line = self.replace("plan.json", "CHÁNH VĂN PHÒNG".encode(), b"CH\xc1NH V\xffN")
        self.refused("plan.json", line, "UTF-8")

    def test_maxima_that_do_not_add_up(self):
        self.replace("criteria.json", b'"code": "8.1"', b'"code": "8.1", "x": 1')
        self.refused("criteria.json", r"\d+", 'unknown key "x"')

    def test_all_errors_of_all_files_at_once(self):
        self.replace("assessment.json", b'"0.78"', b'"1.78"')
        self.replace("assessment.json", b'"3.61"', b'"x"')
        self.replace("plan.json", b'"field": "4"', b'"field": "9"')
        self.refused("assessment.json", r"\d+", "above the maximum", 'not "x"')
        self.refused("plan.json", r"\d+", '"9"')

    def test_missing_file(self):
        (self.data / "plan.json").unlink()
        code, _, complained = self.plan()
        self.assertEqual(code, 2)
        self.assertRegex(complained, r"plan\.json: error: ")

    def test_missing_folder(self):
        code, _, complained = self.run_program("score", self.folder / "nowhere")
        self.assertEqual(code, 2)
        self.assertIn("criteria.json", complained)

    def test_file_that_is_a_folder(self):
        (self.data / "plan.json").unlink()
        (self.data / "plan.json").mkdir()
        code, _, complained = self.plan()
        self.assertEqual(code, 2, complained)

    def test_output_that_cannot_be_made(self):
        self.out.write_text("a file is in the way")
        code, _, complained = self.plan()
        self.assertEqual(code, 3, complained)
        self.assertEqual(self.out.read_text(), "a file is in the way")

    def test_one_output_that_cannot_be_replaced(self):
        (self.out / "plan.html").mkdir(parents=True)
        (self.out / "plan.html" / "x").write_text("in the way")
        code, _, complained = self.plan()
        self.assertEqual(code, 3, complained)
        self.assertIn("plan.html", complained)
        text = (self.out / "plan.md").read_text(encoding="utf-8")
        self.assertIn("94,52", text)
        self.assertEqual(sorted(p.name for p in self.out.iterdir()), ["plan.html", "plan.md"], "a temporary file was left")

    def test_full_disk_leaves_the_old_file(self):
        if not os.path.exists("/dev/full"):
            self.fail("this test needs /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "score", self.data, "--json"], stdout=full, stderr=subprocess.PIPE, timeout=120)
        self.assertEqual(done.returncode, 3, done.stderr)

    def test_a_file_above_the_limit_of_the_session_leaves_the_old_one(self):
        self.assertEqual(self.plan()[0], 0)
        before = {p.name: p.read_bytes() for p in self.out.iterdir()}
        smallest = min(len(content) for content in before.values())
        self.replace("plan.json", b'"year": 2021,', b'"year":  2021,')
        code, _, complained = self.run_program(
            "plan", self.data, "--out", self.out,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (smallest // 2, smallest // 2)))
        self.assertEqual(code, 3, complained)
        self.assertIn("plan.md: error: cannot write this file", complained)
        self.assertIn("plan.html: error: cannot write this file", complained)
        self.assertEqual({p.name: p.read_bytes() for p in self.out.iterdir()}, before, "a file was changed or left")

    def test_a_rewritten_file_keeps_its_mode(self):
        self.assertEqual(self.plan()[0], 0)
        for mode in (0o600, 0o666, 0o640):
            (self.out / "plan.md").chmod(mode)
            self.assertEqual(self.plan()[0], 0)
            self.assertEqual((self.out / "plan.md").stat().st_mode & 0o777, mode)

    def test_a_link_is_written_through(self):
        kept = self.folder / "kept.md"
        kept.write_text("old")
        self.out.mkdir()
        (self.out / "plan.md").symlink_to("../kept.md")
        self.assertEqual(self.plan()[0], 0)
        self.assertTrue((self.out / "plan.md").is_symlink())
        self.assertIn("94,52", kept.read_text(encoding="utf-8"))

    def test_a_pipe_in_the_place_of_an_output_stays(self):
        self.out.mkdir()
        os.mkfifo(self.out / "plan.md")
        code, _, complained = self.plan()
        self.assertEqual(code, 3, complained)
        self.assertTrue((self.out / "plan.md").is_fifo())

    def test_output_without_a_name(self):
        code, said, complained = self.run_program("plan", self.data, "--out", "", cwd=self.folder)
        self.assertEqual((code, said), (2, ""))
        self.assertIn("--out", complained)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["data"])

    def test_names_never_command_the_terminal(self):
        hostile = "\u001b]0;x\u0007\u009b31m\u202e\u2066\u2028"
        folder = self.folder / "data\u001b[31m\u202e"
        for name in ("criteria.json", "assessment.json", "plan.json"):
            path = self.data / name
            content = json.loads(path.read_text(encoding="utf-8"))
            mark_names(content, hostile)
            path.write_text(json.dumps(content), encoding="utf-8")
        shutil.copytree(self.data, folder)
        plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
        plan["sections"][0]["tasks"] = []
        (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
        for arguments, wanted in ((["score", folder], 1), (["plan", folder, "--out", folder / "out"], 1)):
            code, said, complained = self.run_program(*arguments)
            self.assertEqual(code, wanted, complained)
            self.assertIn("\\u{1B}", said)
            self.assertIn("\\u{1B}[31m\\u{202E}/plan.json", complained)
            for character in (said + complained).replace("\n", ""):
                self.assertNotIn(unicodedata.category(character), ("Cc", "Zl", "Zp"), hex(ord(character)))
                self.assertNotIn(character, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

    def test_one_long_name_does_not_widen_every_row(self):
        content = json.loads((self.data / "criteria.json").read_text(encoding="utf-8"))
        leaf = content["fields"][-1]["children"][0]
        leaf["name"] = "ộ" * 1_000_000
        content["parts"][0]["name"] = "ộ" * 1_000_000
        (self.data / "criteria.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        code, said, complained = self.run_program("score", self.data)
        self.assertEqual(code, 0, complained)
        self.assertLess(len(said), 20_000)
        self.assertRegex(said, r"(?m)^  ộ{79}…  67,11 ")

    def test_bad_usage(self):
        for arguments in ([], ["paint", self.data], ["plan", self.data], ["plan", self.data, "--out", self.out, "--format", "pdf"],
                          ["score"], ["score", self.data, "--jsno"]):
            with self.subTest(arguments):
                code, _, complained = self.run_program(*arguments)
                self.assertEqual(code, 2, complained)
                self.assertTrue(complained)

    def test_help_and_version(self):
        for arguments in (["--help"], ["plan", "--help"], ["--version"]):
            code, said, _ = self.run_program(*arguments)
            self.assertEqual(code, 0)
            self.assertTrue(said)
        self.assertRegex(self.run_program("--version")[1], r"\d+\.\d+\.\d+")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
