"""Every function and structure that a file declares stands word for word in the header.

usage: declarations_test.py HEADER FILE"""

import re
import sys
from pathlib import Path

FUNCTION = re.compile(r"[\w*]+\s+\**parindex_\w+\((?:[^()]*)\)")
STRUCTURE = re.compile(r"struct (parindex_\w+)\s*\{([^{}]*)\}")


def declarations(text: str) -> dict[str, str]:
    """By name, without comments, macros and the layout of the text."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", " ", text, flags=re.DOTALL)
    text = text.replace("PARINDEX_API", "").replace("PARINDEX_NOEXCEPT", "")
    found = {}
    for each in FUNCTION.findall(text):
        found[re.search(r"parindex_\w+(?=\()", each)[0]] = re.sub(r"\s+", " ", each).replace("* ", "*")
    for name, members in STRUCTURE.findall(text):
        found[f"struct {name}"] = re.sub(r"\s+", " ", members).replace("* ", "*").strip()
    return found


def main() -> int:
    header, declared = (declarations(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:])
    wrong = [f"{name}: {text}\n  the header: {header.get(name)}" for name, text in declared.items() if header.get(name) != text]
    print(*wrong, f"{len(declared)} declarations", sep="\n")
    return 1 if wrong or not declared else 0


if __name__ == "__main__":
    sys.exit(main())
