#!/usr/bin/env python3
"""Proves that the gate sees what breaks programs, each time in the part that should, and lets additions through as such.

The library is a stand-in with the functions of the header and nothing in them, which builds at once.

usage: can_fail.py ROOT SCRATCH [--binary]   with --binary also the part that needs abidiff
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import gate
import interface
import layout

ROOT, SCRATCH = (pathlib.Path(word) for word in sys.argv[1:3])
HEADER, LIST = pathlib.Path("capi/include/parindex.h"), pathlib.Path("capi/exported_symbols.txt")
PARTS = ["symbols", "layout", "layout_32_bit"] + (["binary"] if "--binary" in sys.argv else [])


class Tree:
    """A copy of what the gate reads, with a library."""

    def __init__(self, name):
        self.root = SCRATCH / name
        shutil.rmtree(self.root, ignore_errors=True)
        for file in (HEADER, LIST, pathlib.Path("include/parindex/version.h")):
            (self.root / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, self.root / file)
        self.shared = self.root / "libparindex.so"

    def change(self, file, *replacements):
        text = (self.root / file).read_text(encoding="utf-8")
        for pattern, substitute in replacements:
            text, count = re.subn(pattern, substitute, text, flags=re.DOTALL)
            if count != 1:
                sys.exit(f"{pattern}: {count} times in {file}")
        (self.root / file).write_text(text, encoding="utf-8")
        return self

    def build(self, without=(), beside=()):
        folders = [self.root / "capi/include", self.root / "include"]
        read = interface.Interface(folders)
        bodies = [f"{text} {{ {'' if read.functions[name].startswith('void') else 'return 0;'} }}"
                  for name, text in read.definitions.items() if name not in without]
        bodies += [f"void {name}(void); void {name}(void) {{}}" for name in beside]
        names = [line for line in (self.root / LIST).read_text().splitlines() if line.startswith("parindex_")]
        script = self.root / "parindex.map"
        script.write_text("PARINDEX_1 { global: " + " ".join(f"{name};" for name in [*names, *beside]) + " local: *; };\n")
        subprocess.run([interface.COMPILER, "-g", "-shared", "-fPIC", f"-Wl,--version-script={script}", "-o", str(self.shared),
                        *[word for folder in folders for word in ("-I", str(folder))], "-x", "c", "-"],
                       input="#include <parindex.h>\n" + "\n".join(bodies), check=True, text=True)
        return self

    def judged(self, part, library=None):
        """Exit status and what was said, of one part; `binary` learns from `layout` which structures grew."""
        seen = gate.Gate(self.root, library or self.shared)
        if part == "binary":
            seen.layout()
            seen.broken, seen.added = [], []
        return gate.judge(seen, [part]), "\n".join(seen.broken + seen.added)


def expect(what, tree, library=None, **expected):
    """`expected`: for each part its exit status, and words that must be said."""
    # A machine of 32 bits shows the same, but constants and functions are not in its snapshot.
    expected.setdefault("layout_32_bit", expected["layout"])
    for part in PARTS:
        status, words = expected[part] if isinstance(expected[part], tuple) else (expected[part], "")
        found, said = tree.judged(part, library)
        if found != status or words not in said:
            sys.exit(f"{what}: part {part} gave {found}, expected {status} with “{words}”:\n{said}")
    print(f"== {what}: as expected")


def changed(name, *replacements, symbols=()):
    """A tree with a changed header and list and the baseline of the unchanged ones."""
    tree = Tree(name)
    tree.change(HEADER, *replacements)
    tree.change(LIST, *symbols)
    shutil.copytree(RELEASED.root / "capi/abi", tree.root / "capi/abi")
    return tree


RELEASED = Tree("released").build()
gate.Gate(RELEASED.root, RELEASED.shared).renew(PARTS)
SAME, BROKEN, ADDED = gate.SAME, gate.BROKEN, gate.ADDED
YEAR = r"PARINDEX_API int32_t parindex_assessment_year\([^)]*\) PARINDEX_NOEXCEPT;"

expect("nothing changed", RELEASED, symbols=SAME, layout=SAME, binary=SAME)
expect("a function removed", changed("removed", (YEAR, ""), symbols=[("parindex_assessment_year\n", "")]).build(),
       symbols=SAME, layout=(BROKEN, "gone: function parindex_assessment_year"), layout_32_bit=SAME,
       binary=(BROKEN, "parindex_assessment_year"))
expect("a symbol dropped", changed("dropped").build(without=["parindex_assessment_year"]),
       symbols=(BROKEN, "listed, but not exported: parindex_assessment_year"), layout=SAME,
       binary=(BROKEN, "parindex_assessment_year"))
expect("a symbol that nobody listed", changed("unlisted").build(beside=["parindex_secret"]),
       symbols=(BROKEN, "exported, but not listed: parindex_secret"), layout=SAME, binary=ADDED)
expect("a listed name without declaration", changed("undeclared", (YEAR, "")).build(beside=["parindex_assessment_year"]),
       symbols=(BROKEN, "not in parindex.h: parindex_assessment_year"), layout=BROKEN, layout_32_bit=SAME, binary=BROKEN)
expect("a member in the middle", changed("middle", (r"(int32_t kind;[^\n]*NODE_GROUP)", r"int32_t inserted;\n    \1")).build(),
       symbols=SAME, layout=(BROKEN, "changed: member parindex_node.kind"), binary=(BROKEN, "inserted"))
expect("a structure of arrays that grew", changed("grown", (r"(} parindex_decimal;)", r"    int64_t more;\n\1")).build(),
       symbols=SAME, layout=(BROKEN, "changed: structure parindex_decimal"), binary=(BROKEN, "more"))
expect("a constant renumbered", changed("renumbered", (r"(#define PARINDEX_ROUNDING_UP) 4", r"\1 7")).build(),
       symbols=SAME, layout=(BROKEN, "changed: constant PARINDEX_ROUNDING_UP: 4 is now 7"), layout_32_bit=SAME, binary=SAME)
expect("a parameter of another type",
       changed("parameter", (r"(parindex_decimal_from_double\(double value,) int32_t", r"\1 int64_t")).build(),
       symbols=SAME, layout=(BROKEN, "changed: function parindex_decimal_from_double"), layout_32_bit=SAME,
       binary=(BROKEN, "parindex_decimal_from_double"))
expect("a library that does otherwise than its header says", RELEASED, SCRATCH / "parameter/libparindex.so",
       symbols=SAME, layout=SAME, binary=(BROKEN, "parindex_decimal_from_double"))

addition = changed("addition", (f"({YEAR})", r"\1\nPARINDEX_API int32_t parindex_new(void) PARINDEX_NOEXCEPT;"),
                   (r"(#define PARINDEX_E_INTERNAL 99)", r"\1\n#define PARINDEX_E_NEW 98"),
                   (r"(} parindex_node;)", r"    int32_t appended;\n\1"), symbols=[(r"\Z", "parindex_new\n")]).build()
expect("a function, a constant and a member at the end", addition, symbols=SAME, layout=(ADDED, "parindex_node.appended"),
       binary=(ADDED, "parindex_new"))
gate.Gate(addition.root, addition.shared).renew(PARTS)
expect("the same, renewed", addition, symbols=SAME, layout=SAME, binary=SAME)

# A member in what was padding: no program tells by its struct_size whether it knows it.
padded = ["structure s: size 16 alignment 8", "member s.struct_size: offset 0 size 4 uint32_t",
          "member s.a: offset 8 size 4 int32_t"]
broken, _, grown = layout.compare(padded, [*padded, "member s.b: offset 12 size 4 int32_t"])
if len(broken) != 1 or grown:
    sys.exit(f"a member in padding: {broken}")

for part, file in (("layout", "layout.txt"), ("layout_32_bit", "layout_32_bit.txt"), ("binary", "parindex.abi")):
    if part in PARTS:
        tree = changed("missing").build()
        (tree.root / "capi/abi" / file).unlink()
        command = [sys.executable, str(pathlib.Path(gate.__file__)), str(tree.root), str(tree.shared), part]
        found = subprocess.run(command, capture_output=True, text=True)
        if found.returncode != gate.CANNOT_RUN or f"{file} is missing" not in found.stdout:
            sys.exit(f"without {file}: {found}")
        without_tools = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PATH": "/nowhere"})
        if without_tools.returncode != gate.CANNOT_RUN:
            sys.exit(f"without tools: {without_tools}")
print("the gate goes red, each time in the part that should")
