#!/usr/bin/env python3
"""examples/run.sh takes the names it is given as the caller means them: relative to where it is called.

The script runs in a tree of its own whose build steps only say what they were asked for.

usage: run_script_test.py RUN_SH
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(sys.argv[1]).resolve()
SAYS_ITS_ARGUMENTS = "#!/usr/bin/env bash\nprintf 'argument:%s\\n' \"$@\"\n"


class RunScript(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp()).resolve()
        self.addCleanup(shutil.rmtree, self.folder)
        self.tree, self.caller = self.folder / "tree", self.folder / "caller"
        self.caller.mkdir()
        self.put("cmake/debian-packages.sh", "build_packages=()\nrequire_packages() { :; }\n")
        self.put("build/release/build.ninja", "")
        self.put("build/release/examples/report_generator/parindex-report", SAYS_ITS_ARGUMENTS)
        self.put("bin/cmake", "#!/bin/sh\n")
        (self.tree / "examples").mkdir()
        shutil.copy(SCRIPT, self.tree / "examples" / "run.sh")

    def put(self, name, content):
        path = self.tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        path.chmod(0o755)

    def asked(self, *arguments, cwd=None):
        """DATA_DIR and OUT_DIR as the program gets them, from the tree; without them it also scores the illustration and counts a survey."""
        done = subprocess.run([self.tree / "examples" / "run.sh", *arguments], cwd=cwd or self.caller, capture_output=True,
                              text=True, timeout=60, env={**os.environ, "PATH": f"{self.tree}/bin:{os.environ['PATH']}"})
        self.assertEqual(done.returncode, 0, done.stderr)
        words = [line.removeprefix("argument:") for line in done.stdout.splitlines() if line.startswith("argument:")]
        self.assertEqual((words[0], words[2]), ("plan", "--out"))
        data = "examples/report_generator/data/illustration-2025"
        survey = [f"{data}/surveys/citizens/questionnaire.json", f"{data}/surveys/citizens/answers.csv"]
        self.assertEqual(words[4:9], [] if arguments else ["score", data, "survey", *survey])
        self.assertEqual(words[-2:], words[2:4] if arguments else ["--out", "out/survey-2025"])
        return str(self.tree / words[1]), str(self.tree / words[3])

    def test_the_defaults_lie_in_the_repository(self):
        self.assertEqual(self.asked(), (f"{self.tree}/examples/report_generator/data/son-la-2021",
                                        f"{self.tree}/out/son-la-2021"))

    def test_relative_names_belong_to_the_caller(self):
        self.assertEqual(self.asked("my data/2025", "../plans"), (f"{self.caller}/my data/2025", f"{self.folder}/plans"))
        self.assertEqual(self.asked("-data"), (f"{self.caller}/-data", f"{self.tree}/out/-data"))
        self.assertEqual(self.asked("."), (str(self.caller), f"{self.tree}/out/caller"))

    def test_absolute_names_stay(self):
        self.assertEqual(self.asked("/a/b", "/c"), ("/a/b", "/c"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
