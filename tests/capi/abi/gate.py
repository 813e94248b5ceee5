#!/usr/bin/env python3
"""Holds the C interface against what was released of it.

usage: gate.py ROOT LIBRARY PART...           compare; each PART is one of
           symbols   what the library exports, exported_symbols.txt and parindex.h name the same functions
           layout    constants, sizes, offsets and types of parindex.h against capi/abi/layout.txt
           layout_32_bit  sizes and offsets on a machine of 32 bits, against capi/abi/layout_32_bit.txt
           layout_visual_c  sizes and offsets as Visual C++ has them, against capi/abi/layout.txt (needs CC=clang)
           binary    abidiff of the library against capi/abi/parindex.abi (needs debug information, abigail-tools)
       gate.py ROOT LIBRARY --renew [--incompatible]
           write capi/abi anew; a change that breaks programs only with --incompatible

Exit status: 0 nothing changed, 1 programs would break, 2 a compatible addition: the baseline must be renewed, 3 a tool or
file is missing.
"""

import pathlib
import subprocess
import sys
import tempfile

import layout
import public_abi

SAME, BROKEN, ADDED, CANNOT_RUN = 0, 1, 2, 3
PARTS = ["symbols", "layout", "layout_32_bit", "binary"]
ABIDIFF_ERRORS = 1 | 2  # of its exit status; other bits are changes


class Gate:
    def __init__(self, root, library):
        self.root, self.shared = pathlib.Path(root), pathlib.Path(library)
        self.folders = [self.root / "capi" / "include", self.root / "include"]
        self.baseline = self.root / "capi" / "abi"
        self.broken, self.added = [], []
        self.grown = []  # structures that may have grown; the part `layout` finds them

    def symbols(self):
        declared = set(layout.interface.Interface(self.folders).functions)
        lines = (self.root / "capi" / "exported_symbols.txt").read_text(encoding="utf-8").splitlines()
        names = [line for line in lines if line and not line.startswith("#")]
        listed = set(names)
        self.broken += [f"listed twice: {name}" for name in listed if names.count(name) > 1]
        rows = run("nm", "-D", "--defined-only", "--format=posix", self.shared).splitlines()
        found = [row.split()[:2] for row in rows]
        # A version node is an absolute symbol.
        exported = {name.split("@")[0] for name, kind in found if kind != "A"}
        self.broken += [f"not a function: {name} ({kind})" for name, kind in found if kind not in "AT"]
        for one, other, text in [(listed, declared, "listed, but not in parindex.h"), (declared, listed, "not in exported_symbols.txt"),
                                 (listed, exported, "listed, but not exported"), (exported, listed, "exported, but not listed")]:
            self.broken += [f"{text}: {name}" for name in sorted(one - other)]

    def layout(self, file="layout.txt", machine=layout.NATIVE, subjects=("",)):
        released = [line for line in read_lines(self.baseline / file) if line.startswith(subjects)]
        broken, added, grown = layout.compare(released, layout.snapshot(self.folders, machine))
        self.broken += broken
        self.added += added
        self.grown += grown

    def layout_32_bit(self):
        self.layout("layout_32_bit.txt", layout.BITS_32)

    def layout_visual_c(self):
        self.layout(machine=layout.VISUAL_C, subjects=("structure ", "member "))

    def binary(self):
        with tempfile.TemporaryDirectory() as scratch:
            current, suppressions = pathlib.Path(scratch) / "current.abi", pathlib.Path(scratch) / "grown.suppr"
            current.write_text(public_abi.of_library(self.shared, self.folders[0]), encoding="utf-8")
            # Functions that were added, and structures that grew as they may, are no breach.
            suppressions.write_text("".join(
                f"[suppress_type]\ntype_kind = struct\nname = {name}\nhas_data_member_inserted_at = end\n" for name in self.grown))
            status, report = self.abidiff(current, "--no-added-syms", "--suppressions", suppressions)
            if status:
                self.broken.append("abidiff:\n" + report)
                return
            status, report = self.abidiff(current)
            if status:
                self.added.append("abidiff:\n" + report)

    def abidiff(self, current, *options):
        found = subprocess.run(["abidiff", "--no-default-suppression", *options, existing(self.baseline / "parindex.abi"), current],
                               capture_output=True, text=True)
        if found.returncode < 0 or found.returncode & ABIDIFF_ERRORS:
            raise RuntimeError(f"abidiff: {found.stdout}{found.stderr}")
        return found.returncode, found.stdout

    def renew(self, parts):
        self.baseline.mkdir(exist_ok=True)
        for file, machine in (("layout.txt", layout.NATIVE), ("layout_32_bit.txt", layout.BITS_32)):
            (self.baseline / file).write_text("\n".join(layout.snapshot(self.folders, machine)) + "\n", encoding="utf-8")
        if "binary" in parts:
            (self.baseline / "parindex.abi").write_text(public_abi.of_library(self.shared, self.folders[0]), encoding="utf-8")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def existing(file):
    if not file.is_file():
        raise FileNotFoundError(f"{file} is missing")
    return file


def read_lines(file):
    return existing(file).read_text(encoding="utf-8").splitlines()


def judge(gate, parts):
    for part in parts:
        if part not in [*PARTS, "layout_visual_c"]:
            raise RuntimeError(f"no part {part}")
        getattr(gate, part)()
    for text in gate.broken:
        print(f"breaks programs: {text}")
    for text in gate.added:
        print(f"compatible addition: {text}")
    if gate.broken:
        return BROKEN
    if gate.added:
        print("compatible addition: renew the baseline (CONTRIBUTING, Adding to the C interface)")
        return ADDED
    return SAME


def main():
    root, library, *words = sys.argv[1:]
    if "--renew" in words:
        known = (pathlib.Path(root) / "capi" / "abi" / "parindex.abi").exists()
        if known and "--incompatible" not in words and judge(Gate(root, library), PARTS) == BROKEN:
            print("not renewed: this breaks programs. See CONTRIBUTING; --incompatible renews it all the same")
            return BROKEN
        Gate(root, library).renew(PARTS)
        return SAME
    status = judge(Gate(root, library), words)
    if status == SAME:
        print(f"the same as released: {', '.join(words)}")
    return status


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, subprocess.CalledProcessError, RuntimeError) as problem:
        print(f"the gate cannot run: {problem}\n{getattr(problem, 'stderr', '') or ''}")
        sys.exit(CANNOT_RUN)
