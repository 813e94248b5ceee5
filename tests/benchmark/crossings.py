#!/usr/bin/env python3
"""What a call through the C interface costs in each language: calls a second of processor time, and how many times as long
as in C. Processor time of the whole process: compilers and collectors of a runtime count, other programs do not.

usage: crossings.py [BUILD_FOLDER]

points: the total of a unit as a number of the language; single: a unit of 96 leaves evaluated and freed; batch: units of
96 leaves, 150 in a call. Medians of five runs that take turns. A language whose tools are missing is said, not hidden."""

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/crossings")
EXAMPLES = ROOT / "examples"
JNA = "/usr/share/java/jna.jar"
MEASURES = ("points", "single", "batch")
RUNS = 5


def sources(pattern: str) -> list[str]:
    return sorted(map(str, EXAMPLES.glob(pattern)))


def rustc(*arguments: str) -> list[str]:
    return ["rustc", "--edition", "2021", "-O", "-L", f"native={BUILD}/capi", *arguments]


# By language: the commands that build its program, and how it is run with the data folder as its last argument.
LANGUAGES = {
    "C": ([["gcc", "-O2", "-std=c17", f"-I{ROOT}/capi/include", f"-I{ROOT}/include", *sources("c/crossings.c"),
            *sources("c/read_file.c"), f"-L{BUILD}/capi", "-lparindex", "-o", f"{BUILD}/crossings_c"]],
          [f"{BUILD}/crossings_c"]),
    "C# (Mono)": ([["mcs", "-optimize", "-unsafe", "-r:System.Core", "-r:System.Numerics", f"-out:{BUILD}/crossings.exe",
                    *sources("csharp/Crossings.cs"), *sources("csharp/Parindex/*.cs")]],
                  ["mono", f"{BUILD}/crossings.exe"]),
    "Java (JNA)": ([["javac", "-encoding", "UTF-8", "-cp", JNA, "-d", f"{BUILD}/java", *sources("java/Crossings.java"),
                     *sources("java/parindex/*.java")]],
                   ["java", "-cp", f"{BUILD}/java:{JNA}", "Crossings"]),
    "Node (koffi)": ([["npm", "ci", "--prefix", f"{BUILD}/node", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]],
                     ["node", f"{BUILD}/node/crossings.js"]),
    "PHP (FFI)": ([], ["php", *sources("php/crossings.php")]),
    "Python (ctypes)": ([], [sys.executable, *sources("python/crossings.py")]),
    "Ruby (fiddle)": ([], ["ruby", *sources("ruby/crossings.rb")]),
    "Rust": ([rustc("--crate-name", "parindex", "--crate-type", "rlib", "-o", f"{BUILD}/libparindex.rlib",
                    *sources("rust/parindex/lib.rs")),
              rustc("--extern", f"parindex={BUILD}/libparindex.rlib", "-o", f"{BUILD}/crossings_rust",
                    *sources("rust/crossings.rs"))],
             [f"{BUILD}/crossings_rust"]),
}


def build_library() -> None:
    for command in (["cmake", "-S", ROOT, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DPARINDEX_BUILD_EXAMPLES=OFF"],
                    ["cmake", "--build", BUILD, "--target", "parindex_capi"]):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.copy(EXAMPLES / "csharp/parindex.config", BUILD / "crossings.exe.config")
    # Node looks for its packages upwards from the program.
    shutil.copytree(EXAMPLES / "node", BUILD / "node", dirs_exist_ok=True)


def write_data(folder: Path) -> None:
    """A set of 4 fields with 24 leaves of one point each, and one unit with a mark on every leaf."""
    leaves = [[f"{field}.{leaf}" for leaf in range(1, 25)] for field in range(1, 5)]
    decision = {"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"}
    criteria = {
        "format": "parindex.criteria/1", "decision": decision, "name": "96 leaves", "maximum": 96,
        "parts": [{"code": "p", "name": "Thẩm định", "scored_by": ["unit", "appraiser"]}],
        "fields": [{"code": str(i), "name": f"Lĩnh vực {i}", "children": [
            {"code": code, "name": f"Tiêu chí {code}", "part": "p", "maximum": 1} for code in codes]}
            for i, codes in enumerate(leaves, 1)]}
    marks = {
        "format": "parindex.assessment/1", "set": decision, "unit": {"code": "SNV", "name": "Sở Nội vụ"}, "year": 2025,
        "rounds": [{"round": "appraisal", "marks": [{"criterion": code, "score": f"0.{10 + i % 90}"}
                                                    for i, code in enumerate(sum(leaves, []))]}]}
    folder.mkdir(exist_ok=True)
    for name, value in (("criteria.json", criteria), ("assessment.json", marks)):
        (folder / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def run(command: list[str], data: Path) -> dict[str, float]:
    environment = os.environ | {"LD_LIBRARY_PATH": str(BUILD / "capi")}
    printed = subprocess.run([*command, data], check=True, text=True, stdout=subprocess.PIPE, env=environment).stdout
    return {measure: float(rate) for measure, rate in (line.split() for line in printed.splitlines())}


def main() -> None:
    build_library()
    data = BUILD / "crossings_data"
    write_data(data)
    there = {}
    for language, (builds, command) in LANGUAGES.items():
        tools = {each[0] for each in [*builds, command]}
        missing = [tool for tool in tools if not Path(tool).is_absolute() and not shutil.which(tool)]
        if missing:
            print(f"{language} is missing: no {', '.join(missing)}", file=sys.stderr)
            continue
        for build in builds:
            subprocess.run(build, check=True)
        there[language] = command
    rates = {language: [] for language in there}
    for _ in range(RUNS):
        for language, command in there.items():
            rates[language].append(run(command, data))
    medians = {language: {measure: statistics.median(run[measure] for run in runs) for measure in MEASURES}
               for language, runs in rates.items()}
    print(f"{'a second':16}" + "".join(f"{measure:>12}{'x C':>7}" for measure in MEASURES))
    for language, values in medians.items():
        print(f"{language:16}" + "".join(
            f"{values[measure]:12,.0f}{medians['C'][measure] / values[measure]:7.1f}" for measure in MEASURES))


if __name__ == "__main__":
    main()
