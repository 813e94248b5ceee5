#!/usr/bin/env python3
"""Reads every #include of the library against the layer table, so that the rule cannot rot.

usage: check_layers.py ROOT              check the tree below ROOT
       check_layers.py ROOT --self-test  prove on a scratch tree that each kind of violation is found
"""

import pathlib
import re
import sys
import tempfile

# Lowest first: a layer may include itself and every layer before it.
STACK = ["support", "numeric", "text", "organization", "facts", "criteria", "assessment", "index", "remediation"]
ALLOWED = {layer: set(STACK[: i + 1]) for i, layer in enumerate(STACK)}
ALLOWED["survey"] = set(STACK[: STACK.index("facts") + 1]) | {"survey"}  # beside criteria, neither knows the other
ALLOWED["audit"] = set(STACK) | {"survey", "audit"}
ALLOWED["io"] = set(STACK) | {"survey", "audit", "io"}  # and nothing includes io

# Libraries that are not the standard library, and the source folders that may know them. Public headers know none.
THIRD_PARTY = {
    "boost": {"numeric", "survey"},
    "gsl": set(ALLOWED),
    "nlohmann": {"io"},
    "utf8proc.h": {"text"},
    "windows.h": {"text"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def findings(root):
    out = []
    for base, public in ((root / "include" / "parindex", True), (root / "src", False)):
        for path in sorted(p for p in base.rglob("*") if p.suffix in (".h", ".hpp", ".cpp")):
            inside = path.relative_to(base).parts
            if len(inside) == 1:
                continue  # version.h and the umbrella
            layer = inside[0]
            if layer not in ALLOWED:
                out.append(f"{path}: the folder {layer} is no layer")
                continue
            for quote, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
                out += [f"{path}: {problem}" for problem in judge(layer, public, quote, name)]
    return out


def judge(layer, public, quote, name):
    first = name.split("/")[0]
    if first in THIRD_PARTY:
        if public:
            return [f"a public header includes <{name}>"]
        return [] if layer in THIRD_PARTY[first] else [f"<{name}> does not belong in {layer}"]
    if quote == "<":
        return [] if re.fullmatch(r"[a-z_0-9]+", name) else [f"<{name}> is not of the C++ standard library"]
    parts = name.split("/")
    if parts[0] == "parindex":
        parts = parts[1:]
    elif public:
        return [f'a public header includes the private "{name}"']
    if parts == ["version.h"]:
        return []
    if parts == ["parindex.hpp"]:
        return ["the umbrella header is for consumers"]
    if parts[0] not in ALLOWED:
        return [f'"{name}" is in no layer']
    return [] if parts[0] in ALLOWED[layer] else [f'{layer} may not include "{name}": {parts[0]} is above it']


def self_test():
    cases = [
        ("include/parindex/numeric/a.hpp", '#include "parindex/criteria/b.hpp"', "above"),
        ("include/parindex/index/a.hpp", '#include "parindex/io/b.hpp"', "above"),
        ("include/parindex/numeric/a.hpp", "#include <boost/version.hpp>", "public header"),
        ("include/parindex/numeric/a.hpp", "#include <gsl/gsl>", "public header"),
        ("include/parindex/io/a.hpp", "#include <nlohmann/json.hpp>", "public header"),
        ("include/parindex/io/a.hpp", "#include <stdlib.h>", "standard library"),
        ("src/criteria/a.cpp", "#include <nlohmann/json.hpp>", "does not belong"),
        ("src/criteria/a.cpp", '#  include "survey/b.hpp"', "above"),
        ("include/parindex/io/a.hpp", '#include "io/b.hpp"', "private"),
        ("src/io/a.cpp", '#include "parindex/parindex.hpp"', "umbrella"),
        ("src/utils/a.cpp", "", "no layer"),
    ]
    for path, text, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / path
            file.parent.mkdir(parents=True)
            file.write_text(text + "\n", encoding="utf-8")
            found = findings(pathlib.Path(folder))
            if len(found) != 1 or expected not in found[0]:
                sys.exit(f"self-test: {text!r} in {path} gave {found}")
    print(f"self-test: {len(cases)} violations found")


def main():
    root = pathlib.Path(sys.argv[1])
    if "--self-test" in sys.argv:
        self_test()
        return
    found = findings(root)
    print("\n".join(found) or "every include obeys the layer table")
    sys.exit(1 if found else 0)


main()
