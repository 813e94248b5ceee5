#!/usr/bin/env python3
"""The rules that every function of the C interface keeps, read from its header, sources and tests.

    interface_test.py SOURCE_DIR

Each rule is broken once too, in a copy of the texts, and must then be seen."""
import re
import sys
from pathlib import Path

# Functions that cannot throw, and so need no guard. Their bodies may call nothing else of the library.
QUERIES = re.compile(r"parindex_(version|version_text|abi_version|status_name|assessment_year|\w+_count|\w+_complete|\w+_free)$")
UNGUARDED_WORDS = re.compile(r"\bthrow\b|\bnew\b|std::string\b|open\(|\.at\(")
FORBIDDEN = re.compile(r"\b(long|enum|bool|_Bool|float|double|FILE|inline|va_list)\b|\.\.\.|\w\s*:\s*\d+\s*;")
DOUBLE = "parindex_decimal_from_double"  # the one function that takes a number in binary floating point


def without_comments(text):
    return re.sub(r"/\*.*?\*/|//[^\n]*", " ", text, flags=re.S)


def declarations(header):
    """Each function with its comment and its declaration."""
    found = re.findall(r"/\*\*((?:(?!\*/).)*)\*/\s*PARINDEX_API ([^;]*);", header, flags=re.S)
    return [(re.search(r"\b(parindex_\w+)\(", declared)[1], " ".join(comment.split()), " ".join(declared.split()))
            for comment, declared in found]


def header_problems(header, symbols):
    declared = declarations(header)
    names = [name for name, _, _ in declared]
    if sorted(names) != sorted(symbols):
        yield f"declared with a comment, but not exported, or the other way: {set(names) ^ set(symbols)}"
    if len(re.findall(r"^PARINDEX_API", header, flags=re.M)) != len(names):
        yield "a declaration without a comment"
    for name, comment, text in declared:
        if not text.endswith(") PARINDEX_NOEXCEPT"):
            yield f"{name} may throw for C++"
        if "Threads:" not in comment:
            yield f"{name} says nothing of threads"
        if "@since" not in comment:
            yield f"{name} does not say since when it is there"
        if not re.search(r"Errors:|Never fails|Frees ", comment):
            yield f"{name} says nothing of errors"
        hands_out = re.search(r"\bparindex_\w+ \*\*", text) or text.startswith("const char *")
        if hands_out and not re.search(r"Owner|belong", comment):
            yield f"{name} does not say who owns what it hands out"
        if text.startswith("parindex_status ") and not text.endswith("parindex_error *error) PARINDEX_NOEXCEPT"):
            yield f"{name} does not end with the error"
    plain = without_comments(header).replace(f"{DOUBLE}(double value", f"{DOUBLE}(")
    for line in plain.splitlines():
        word = None if line.startswith("#") else FORBIDDEN.search(line)
        if word:
            yield f"no {word[0]} in the header: {line.strip()}"


def source_problems(sources, symbols):
    defined = re.findall(r"^(\w[^;{}()]*?)\b(parindex_\w+)\(([^;{}]*)\)([^;{}()]*)\{\n(.*?)^\}$", sources, flags=re.S | re.M)
    names = [name for _, name, _, _, _ in defined]
    if sorted(names) != sorted(symbols):
        yield f"defined, but not exported, or the other way: {set(names) ^ set(symbols)}"
    for _, name, _, behind, body in defined:
        if behind.strip() != "noexcept":
            yield f"{name} is defined without noexcept"
        if QUERIES.fullmatch(name):
            if UNGUARDED_WORDS.search(body):
                yield f"{name} needs a guard"
        elif not re.fullmatch(r"(\s*clear\(\w+\);\n)?\s*return guarded\(report,.*\);\n", body, flags=re.S):
            yield f"{name} is not guarded"


def call_problems(tests, symbols):
    called = set(re.findall(r"\bparindex_\w+", without_comments(tests)))
    for name in symbols:
        if name not in called:
            yield f"no test calls {name}"


def problems(texts):
    symbols = re.findall(r"^parindex_\w+$", texts["symbols"], flags=re.M)
    return [*header_problems(texts["header"], symbols), *source_problems(texts["sources"], symbols),
            *call_problems(texts["tests"], symbols)]


BREAKS = [  # which text, what in it, and what stands there instead
    ("header", r"\) PARINDEX_NOEXCEPT;", ");"),
    ("header", r"Threads: any\.", "Any thread."),
    ("header", r"Errors: ::PARINDEX_E_OUT_OF_RANGE", "::PARINDEX_E_OUT_OF_RANGE"),
    ("header", r"Never fails\. Threads: any. @since 0.1 \*/", "Never fails. Threads: any. */"),
    ("header", r"Owner of `changes`: the caller", "The caller frees them"),
    ("header", r"int32_t year;", "long year;"),
    ("header", r"int32_t severity;", "int32_t severity : 3;"),
    ("header", r"int32_t year, ", "double year, "),
    ("header", r"PARINDEX_API uint32_t parindex_version\(void\)", "PARINDEX_API uint32_t parindex_versions(void)"),
    ("header", r"/\*\* The number of the ABI of the library", "/* The number of the ABI of the library"),
    ("sources", r"report\) noexcept \{", "report) {"),
    ("sources", r"return guarded\(report, ", "return unguarded(report, "),
    ("sources", r"return given == nullptr \? 0 : given->marks.year;", "return open(assessment, \"assessment\").marks.year;"),
    ("symbols", r"\nparindex_version\n", "\n"),
    ("tests", r"parindex_coverage_uncovered", "uncovered"),
]


def main():
    root = Path(sys.argv[1])

    def joined(folder, *patterns):
        return "".join(path.read_text("utf-8") for pattern in patterns for path in sorted((root / folder).glob(pattern)))

    texts = {"header": (root / "capi/include/parindex.h").read_text("utf-8"),
             "symbols": (root / "capi/exported_symbols.txt").read_text("utf-8"),
             "sources": joined("capi/src", "*.cpp"), "tests": joined("tests/capi", "*.c", "*.cpp")}
    found = problems(texts)
    for which, old, new in BREAKS:
        every = which == "tests"  # a call elsewhere would do
        broken, changes = re.subn(old, lambda _, new=new: new, texts[which], count=0 if every else 1)
        if changes == 0:
            found.append(f"nothing to break: {old}")
        elif len(problems(texts | {which: broken})) <= len(problems(texts)):
            found.append(f"not seen: {old} becomes {new}")
    print("\n".join(found) if found else f"{len(declarations(texts['header']))} functions keep every rule")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
