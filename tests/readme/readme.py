#!/usr/bin/env python3
"""Keeps the README true.

usage: readme.py extract README OUT.cpp   write its C++ example; OUT.c: its C example
       readme.py run README PROGRAM       run the compiled C++ example and compare what it prints
       readme.py run_c README PROGRAM     likewise the C example
       readme.py limits README LIMITS.hpp compare the limits table with the header, in both directions
"""

import pathlib
import re
import subprocess
import sys


def block(text, language, after=""):
    found = re.search(rf"^```{language}\n(.*?)^```$", text[text.index(after) :], re.MULTILINE | re.DOTALL)
    if not found:
        sys.exit(f"the README has no {language} block")
    return found[1]


def extract(readme, out):
    code = block(readme, out.suffix[1:])
    if not out.exists() or out.read_text(encoding="utf-8") != code:
        out.write_text(code, encoding="utf-8")


def run(readme, program, language="cpp"):
    printed = subprocess.run([program], check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
    expected = block(readme, "text", f"```{language}\n")
    if printed != expected:
        sys.exit(f"the README says\n{expected}\nthe example prints\n{printed}")


def run_c(readme, program):
    run(readme, program, "c")


def limits(readme, header):
    said = {name: int(value) for name, value in re.findall(r"^\| `(\w+)` \| (\d+) \|", readme, re.MULTILINE)}
    code = header.read_text(encoding="utf-8")
    real = {}
    for name, value in re.findall(r"inline constexpr \S+ (\w+)\s*=\s*([^;]+);", code):
        factors = re.sub(r"[u']", "", value).split("*")
        real[name] = 1
        for factor in factors:
            real[name] *= int(factor)
    if not real or said != real:
        sys.exit(f"limits: the README says {said}, the header {real}")


command, readme_path, other = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
text = pathlib.Path(readme_path).read_text(encoding="utf-8")
{"extract": extract, "run": run, "run_c": run_c, "limits": limits}[command](text, other)
