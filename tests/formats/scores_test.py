#!/usr/bin/env python3
"""What a version writes, every later one says too; it may add keys.

usage: scores_test.py PARINDEX_REPORT
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

REPORT = pathlib.Path(sys.argv[1]).resolve()
HERE = pathlib.Path(__file__).resolve().parent


def run(files, *command):
    """Runs the command on frozen files; the folder has a relative name, so that the paths in what it prints stay."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "data"
        folder.mkdir()
        for file in files:
            name = file.removesuffix("-1").replace("assessments", "assessment")
            shutil.copy(HERE / f"{file}.json", folder / f"{name}.json")
        return subprocess.run([REPORT, *command], cwd=scratch, capture_output=True, timeout=600)


def lost(frozen, now, place=""):
    """What `frozen` says and `now` does not. Messages and places of findings may improve, and there may be more."""
    if place.endswith(("/warnings", "/errors", "/diagnostics")):
        missing = {(each["code"], each.get("criterion")) for each in frozen} - {(each["code"], each.get("criterion")) for each in now}
        return [f"{place}: {each}" for each in sorted(missing, key=str)]
    if isinstance(frozen, dict) and isinstance(now, dict):
        return [each for key, value in frozen.items() if key not in ("message", "line", "column")
                for each in ([f"{place}/{key}"] if key not in now else lost(value, now[key], f"{place}/{key}"))]
    if isinstance(frozen, list) and isinstance(now, list) and len(frozen) == len(now):
        return [each for at, value in enumerate(frozen) for each in lost(value, now[at], f"{place}/{at}")]
    return [] if frozen == now else [f"{place}: {frozen!r}, now {now!r}"]


class Scores(unittest.TestCase):
    def test_scores(self):
        for marks, scores in (("assessment-1", "score-1"), ("assessments-1", "scores-1")):
            done = run(("criteria-1", marks), "score", "data", "--json")
            frozen = json.loads((HERE / f"{scores}.json").read_text(encoding="utf-8"))
            self.assertEqual(lost(frozen, json.loads(done.stdout)), [], done.stderr.decode())

    def test_answers(self):
        for asked, answered, status in (("request-1", "answer-1", 1), ("request-1-units", "answer-1-units", 2)):
            done = subprocess.run([REPORT, "request"], input=(HERE / f"{asked}.json").read_bytes(), capture_output=True, timeout=600)
            frozen = json.loads((HERE / f"{answered}.json").read_text(encoding="utf-8"))
            del frozen["version"]
            self.assertEqual((done.returncode, lost(frozen, json.loads(done.stdout))), (status, []), done.stderr.decode())

    def test_all_frozen_files_are_accepted_together(self):
        done = run(("criteria-1", "assessment-1", "plan-1", "organization-1"), "check", "data")
        said = done.stdout.decode() + done.stderr.decode()
        self.assertIn(done.returncode, (0, 1), said)

    def test_a_loss_is_seen(self):
        self.assertEqual(lost({"a": [1, {"b": "x"}], "message": "m"}, {"a": [1, {"b": "x", "c": 1}], "d": 2, "message": ""}), [])
        self.assertEqual(len(lost({"a": [1, {"b": "x"}]}, {"a": [1, {"b": "y"}]})), 1)
        self.assertEqual(len(lost({"a": 1, "b": 2}, {"a": 1})), 1)
        self.assertEqual(len(lost({"warnings": [{"code": 1}, {"code": 2}]}, {"warnings": [{"code": 2}, {"code": 3}]})), 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
