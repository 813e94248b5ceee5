#!/usr/bin/env python3
"""Every declaration of parindex.h says since when; every function also whose its results are, what threads may do and
which errors there are. That parameters are described all or not at all, Doxygen sees to.

usage: c_header.py PARINDEX_H
"""

import pathlib
import re
import sys

text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
documented = re.findall(r"/\*\*((?:(?!\*/).)*)\*/\s*(PARINDEX_API [^;]*;|typedef [^;]*;|#define \w+)", text, re.DOTALL)
declared = re.findall(r"^(PARINDEX_API|typedef|#define PARINDEX_\w+ [-(0-9])", text, re.MULTILINE)
findings = [] if len(documented) == len(declared) else [f"{len(declared)} declarations, {len(documented)} with a comment"]
for comment, declaration in documented:
    missing = [] if "@since" in comment else ["@since"]
    if declaration.startswith("PARINDEX_API"):
        fallible, words = "parindex_status parindex_" in declaration, re.sub(r"\s*\n \*\s*", " ", comment)
        if "Threads:" not in words:
            missing.append("Threads:")
        if "Error" not in words and "_free(" not in declaration and (fallible or "Never fails" not in words):
            missing.append("Errors: or Never fails")
        if re.search(r"\*\*\w|^PARINDEX_API const char", declaration) and "Owner" not in words:
            missing.append("Owner")
    if missing:
        findings.append(f"{' '.join(declaration.split())[:90]}: no {', '.join(missing)}")
if findings:
    sys.exit("\n".join(findings))
print(f"{len(documented)} declarations are documented")
