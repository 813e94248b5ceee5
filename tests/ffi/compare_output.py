"""Runs the example of a language and compares what it prints, byte for byte, with what the C++ library says.

usage: compare_output.py EXPECTED_PROGRAM DATA_FOLDER LOCALES_FOLDER COMMAND...

The command gets the data folder as its last argument. It runs in a locale without UTF-8 and in one with a decimal comma:
neither may show in what it prints."""

import difflib
import os
import subprocess
import sys


def main() -> int:
    expected_program, data, locales, *command = sys.argv[1:]
    expected = subprocess.run([expected_program, data], stdout=subprocess.PIPE, check=True).stdout
    for locale in ("C", "vi_VN.UTF-8"):
        environment = os.environ | {"LC_ALL": locale, "LOCPATH": locales}
        printed = subprocess.run([*command, data], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        if printed.returncode != 0 or printed.stderr or printed.stdout != expected:
            print(f"in the locale {locale}: exit code {printed.returncode}")
            sys.stdout.writelines(difflib.unified_diff(
                expected.decode().splitlines(True), printed.stdout.decode(errors="backslashreplace").splitlines(True),
                "expected", "printed"))
            print(printed.stderr.decode(errors="backslashreplace"))
            return 1
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main())
