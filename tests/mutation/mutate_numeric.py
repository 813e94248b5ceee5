#!/usr/bin/env python3
"""Changes one operator or constant of the numeric code at a time and checks that the tests notice.

    mutate_numeric.py WORK_FOLDER [--list] [--every N [--first K]] [--only FILE] [--line N]

The source tree is never touched: mutants live in a copy. A mutant is killed when it does not compile, when a set of
Python vectors (tests/conformance) comes out wrong, or when a unit test fails; the fast check comes first. What survives
is printed with its line, to be judged by a person: a mutant may be equivalent to the original.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ["include/parindex/numeric/wide.hpp", "include/parindex/numeric/rounding.hpp",
         "include/parindex/numeric/decimal.hpp", "include/parindex/numeric/number_text.hpp",
         "include/parindex/numeric/ratio.hpp", "src/numeric/ratio.cpp", "src/numeric/ratio_sum.cpp",
         "src/numeric/natural.hpp", "src/numeric/sum.cpp", "src/numeric/allocation.cpp", "src/numeric/ratio_text.cpp"]
# Each test program is tried alone; these come first for a file.
FIRST = {"wide": ["wide"], "rounding": ["rounding"], "decimal": ["decimal", "rounding"], "number_text": ["number_text"],
         "ratio": ["ratio", "rounding"], "ratio_sum": ["sum"], "natural": ["natural", "sum"], "sum": ["sum"],
         "allocation": ["allocation"], "ratio_text": ["ratio_text"]}
SWAPS = [(" + ", " - "), (" - ", " + "), (" * ", " / "), (" / ", " * "), (" % ", " / "), (" < ", " <= "),
         (" <= ", " < "), (" > ", " >= "), (" >= ", " > "), (" == ", " != "), (" != ", " == "), (" && ", " || "),
         (" || ", " && "), (" += ", " -= "), (" -= ", " += "), (" *= ", " += "), (" /= ", " *= "), (" << ", " >> "),
         (" >> ", " << "), (" | ", " & "), (" & ", " | "), (" ^ ", " & "), ("++", "--"), ("--", "++"),
         ("true", "false"), ("false", "true")]


def mutants_of(path):
    """Line number, column, what, by what, and whether the line belongs to the plain C++ arithmetic."""
    portable = []
    for number, line in enumerate((ROOT / path).read_text().splitlines(), 1):
        directive = line.strip()
        if directive.startswith("#if"):
            portable.append(False)
        elif directive.startswith("#else"):
            portable[-1] = path.endswith("wide.hpp")
        elif directive.startswith("#endif"):
            portable.pop()
        code = line.split("//")[0]
        if directive.startswith("#") or any(word in code for word in ("static_assert", "error(", "template")):
            continue
        code = re.sub(r'"[^"]*"', lambda text: "_" * len(text.group()), code)
        for old, new in SWAPS:
            for hit in re.finditer(re.escape(old), code):
                around = code[max(hit.start() - 1, 0):hit.start()] + code[hit.end():hit.end() + 1]
                if old.isalpha() and re.search(r"\w", around):
                    continue
                yield number, hit.start(), old, new, any(portable)
        for hit in re.finditer(r"(?<![\w.'])(\d+)(?=U?\b)(?!['.\w])", code):
            yield number, hit.start(), hit.group(), str(int(hit.group()) + 1), any(portable)
        for hit in re.finditer(r"!(?=[\w(])", code):
            yield number, hit.start(), "!", "", any(portable)


class Workshop:
    def __init__(self, folder):
        self.folder = folder
        self.vectors = folder / "vectors.txt"
        shutil.rmtree(folder, ignore_errors=True)
        for part in ["include", "src/numeric", "tests/unit", "tests/conformance"]:
            shutil.copytree(ROOT / part, folder / part)
        generator = str(ROOT / "tests/conformance/generate_vectors.py")
        self.vectors.write_text(subprocess.run([sys.executable, generator, "--print", "--count", "20000"], check=True,
                                               capture_output=True, text=True).stdout)

    def run(self, command, seconds, **more):
        try:
            return subprocess.run(command, cwd=self.folder, timeout=seconds, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, **more).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def compile(self, source, portable):
        name = ("portable." if portable else "") + str(source).replace("/", ".") + ".o"
        define = ["-DPARINDEX_PORTABLE_WIDE"] if portable else []
        command = ["ccache", "g++", "-std=c++20", "-O0", "-DBOOST_MP_STANDALONE", *define, "-Iinclude", "-Isrc",
                   "-Itests/unit", "-c", str(source), "-o", name]
        return name if self.run(command, 600) else None

    def outcome(self, stem, portable):
        """Who killed the mutant that lies in the folder, or nothing."""
        sources = sorted(path.relative_to(self.folder) for path in (self.folder / "src/numeric").glob("*.cpp"))
        objects = [self.compile(source, portable) for source in sources]
        runner = self.compile("tests/conformance/vector_runner.cpp", portable)
        if None in objects or runner is None:
            return "compiler"
        if not self.run(["g++", *objects, runner, "-o", "runner"], 300):
            return "linker"
        with self.vectors.open() as vectors:
            if not self.run(["./runner", "20000"], 60, stdin=vectors):
                return "vectors"
        main = self.compile("tests/unit/main.cpp", portable)
        programs = (self.folder / "tests/unit/numeric").glob("*_test.cpp")
        tests = sorted(path.stem.removesuffix("_test") for path in programs)
        first = FIRST.get(stem, [])
        for test in [*first, *(test for test in tests if test not in first)]:
            test_object = self.compile(f"tests/unit/numeric/{test}_test.cpp", portable)
            if test_object is None:
                return f"static tests of {test}"
            if not self.run(["g++", *objects, main, test_object, "-o", "unit"], 300) or not self.run(["./unit"], 120):
                return f"{test}_test"
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--list", action="store_true", help="print the mutants and stop")
    parser.add_argument("--every", type=int, default=1, help="try every N-th mutant only")
    parser.add_argument("--first", type=int, default=0, help="where counting for --every begins")
    parser.add_argument("--only", default="", help="part of a file name")
    parser.add_argument("--line", type=int, help="one line only")
    arguments = parser.parse_args()
    mutants = [(path, *mutant) for path in FILES if arguments.only in path for mutant in mutants_of(path)]
    mutants = [mutant for mutant in mutants if arguments.line in (None, mutant[1])][arguments.first::arguments.every]
    if arguments.list:
        for path, number, column, old, new, _ in mutants:
            print(f"{path}:{number}:{column + 1}: '{old.strip()}' -> '{new.strip()}'")
        print(f"{len(mutants)} mutants")
        return 0
    workshop = Workshop(arguments.folder / "mutation")
    for portable in (False, True):
        if workshop.outcome("", portable) is not None:
            print("mutation: the tests fail without any mutation")
            return 2
    survivors = 0
    begun = time.monotonic()
    for count, (path, number, column, old, new, portable) in enumerate(mutants, 1):
        target = workshop.folder / path
        original = target.read_text()
        lines = original.splitlines(keepends=True)
        line = lines[number - 1]
        lines[number - 1] = line[:column] + new + line[column + len(old):]
        target.write_text("".join(lines))
        killer = workshop.outcome(pathlib.Path(path).stem, portable)
        target.write_text(original)
        survivors += killer is None
        print(f"[{count}/{len(mutants)} {time.monotonic() - begun:.0f}s] {path}:{number}:{column + 1}: "
              f"'{old.strip()}' -> '{new.strip()}': {killer or 'SURVIVED: ' + line.strip()}", flush=True)
    print(f"mutation: {len(mutants)} mutants, {len(mutants) - survivors} killed, {survivors} survived")
    return 0


if __name__ == "__main__":
    sys.exit(main())
