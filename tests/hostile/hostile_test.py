#!/usr/bin/env python3
"""Hostile files are answered with places, in bounded memory and with bounded output.

usage: hostile_test.py [--no-address-limit] PARINDEX_REPORT DATA_DIR

Each file of a small valid folder is replaced by spoilt ones, which are made here, the same in every run. "check" must
refuse them at file:line:column, or accept what JSON allows. The time limit only ends a program that hangs.
"""

import copy
import json
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest

ARGUMENTS = [each for each in sys.argv[1:] if each != "--no-address-limit"]
LIMITED = "--no-address-limit" not in sys.argv  # a sanitizer reserves terabytes of addresses
PROGRAM = pathlib.Path(ARGUMENTS[0]).resolve()
DATA = pathlib.Path(ARGUMENTS[1]).resolve()
ADDRESS_BYTES = 1 << 30
FILE_BYTES = 16 << 20  # limits::file_bytes
OUTPUT_BYTES = 200_000  # 200 findings of one file, each with a shortened text, and the path before each
HANG_SECONDS = 600
HERE = "@@HERE@@"

REFUSED = {2}
ACCEPTED = {0, 1}
ANSWERED = ACCEPTED | REFUSED


class Subject:
    """A file of the folder, and where in it the kinds of values stand that are spoilt."""

    def __init__(self, folder, file, root, number, name):
        self.folder, self.file, self.root, self.number, self.name = folder, file, root, number, name

    def changed(self, path, value):
        root = copy.deepcopy(self.root)
        inner = root
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
        return root

    def text(self, root=None):
        return json.dumps(self.root if root is None else root, ensure_ascii=False, indent=1).encode()

    def spliced(self, path, raw):
        """The file with `raw` bytes as the value at `path`, and the offset of these bytes."""
        text = self.text(self.changed(path, HERE))
        quoted = f'"{HERE}"'.encode()
        assert text.count(quoted) == 1
        return text.replace(quoted, raw), text.index(quoted)


def load(file):
    return json.loads((DATA / file).read_text(encoding="utf-8"))


def folders():
    """One unit, and several: the files of each folder by name."""
    one = {file: load(file) for file in ("criteria.json", "assessment.json", "plan.json", "organization.json")}
    several = copy.deepcopy(one)
    marks = several["assessment.json"]
    units = []
    for code, name in (("VPUB", "Văn phòng UBND tỉnh"), ("SNV", "Sở Nội vụ")):
        units.append({"unit": {"code": code, "name": name}, "rounds": copy.deepcopy(marks["rounds"])})
    several["assessment.json"] = {"format": "parindex.assessments/1", "source": marks["source"], "set": marks["set"],
                                  "year": marks["year"], "units": units}
    several["plan.json"]["unit"] = "VPUB"
    return one, several


def ruled_folder():
    """A leaf whose rule reads a fact from outside the unit."""
    key = {"number": "45/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"}
    rule = {"facts": [{"name": "x"}, {"name": "best", "kind": "number", "source": "context", "least": 0}],
            "zero_denominator": "zero", "kind": "formula", "points": "min(x / best, 1) * max"}
    return {
        "criteria.json": {"format": "parindex.criteria/1", "decision": key, "name": "Bộ chỉ số",
                          "parts": [{"code": "a", "name": "Thẩm định", "scored_by": ["appraiser"]}],
                          "fields": [{"code": "1", "name": "So sánh", "part": "a", "maximum": 2, "rule": rule}]},
        "assessment.json": {"format": "parindex.assessment/1", "set": key, "unit": {"code": "SNV", "name": "Sở Nội vụ"},
                            "year": 2025, "rounds": [{"round": "appraisal", "marks": [{"criterion": "1", "facts": {"x": 7}}]}]},
        "context.json": {"format": "parindex.context/1", "source": "Công bố", "set": key, "year": 2025,
                         "facts": [{"criterion": "1", "facts": {"best": 20}, "explanation": "Sở Tư pháp"}],
                         "units": [{"unit": "SNV", "facts": [{"criterion": "1", "facts": {"best": "12.5"}}]}]},
    }


ONE, SEVERAL = folders()
RULED = ruled_folder()
SUBJECTS = {
    "criteria": Subject(ONE, "criteria.json", ONE["criteria.json"], ["maximum"], ["name"]),
    "assessment": Subject(ONE, "assessment.json", ONE["assessment.json"], ["rounds", 1, "marks", 0, "score"],
                          ["unit", "name"]),
    "assessments": Subject(SEVERAL, "assessment.json", SEVERAL["assessment.json"],
                           ["units", 1, "rounds", 1, "marks", 0, "score"], ["units", 1, "unit", "name"]),
    "rules": Subject(RULED, "criteria.json", RULED["criteria.json"], ["fields", 0, "maximum"], ["fields", 0, "name"]),
    "facts": Subject(RULED, "assessment.json", RULED["assessment.json"], ["year"], ["unit", "name"]),
    "context": Subject(RULED, "context.json", RULED["context.json"], ["year"], ["facts", 0, "explanation"]),
    "plan": Subject(ONE, "plan.json", ONE["plan.json"], ["year"], ["agency"]),
    "organization": Subject(ONE, "organization.json", ONE["organization.json"], ["units", 0, "from"], ["name"]),
}


def place(content, offset):
    before = content[:offset].decode()
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def spoilt_syntax(subject):
    """(name, content, exit codes, offset of the error or None, words of the message)"""
    text = subject.text()
    end = len(text.rstrip()) - 1  # the last brace
    start = text.index(b'"format"')
    half = len(text[: len(text) // 2].decode("utf-8", "ignore").encode())

    def instead(path, raw):
        return subject.spliced(path, raw)

    yield "empty", b"", REFUSED, 0, "expected more JSON"
    yield "blank", b" \n\t\r\n ", REFUSED, None, "expected more JSON"
    yield "byte order mark alone", b"\xef\xbb\xbf", REFUSED, 0, "expected more JSON"
    yield "byte order mark", b"\xef\xbb\xbf" + text, ACCEPTED, None, ""
    yield "two byte order marks", b"\xef\xbb\xbf" * 2 + text, REFUSED, 0, "second byte order mark"
    yield "UTF-16 little endian", text.decode().encode("utf-16"), REFUSED, 0, "expected UTF-8"
    yield "UTF-16 big endian", b"\xfe\xff" + text.decode().encode("utf-16-be"), REFUSED, 0, "expected UTF-8"
    yield "UTF-16 without mark", text.decode().encode("utf-16-le"), REFUSED, None, "not JSON|expected UTF-8"
    yield "UTF-32", text.decode().encode("utf-32-be"), REFUSED, None, "NUL|expected UTF-8"
    yield "lines of Windows", text.replace(b"\n", b"\r\n"), ACCEPTED, None, ""
    yield "16 MB of brackets", b"[" * FILE_BYTES, REFUSED, 96, "at most 96 deep"
    yield "16 MB of braces", b'{"":' * (FILE_BYTES // 4), REFUSED, None, "at most 96 deep"
    if subject is SUBJECTS["assessments"]:  # refused before the format is looked at; they take long
        yield "a million values", b"[" + b"0," * 1_000_000 + b"0]", REFUSED, None, "at most 1000000 values"
        yield "16 MB of spaces behind", text + b" " * (FILE_BYTES - len(text)), ACCEPTED, None, ""
    yield "one byte too many", text + b" " * (FILE_BYTES + 1 - len(text)), REFUSED, None, "larger than"
    yield "truncated", text[:half], REFUSED, half, "expected more JSON|not JSON"
    yield "without its last brace", text[:end], REFUSED, None, "expected more JSON"
    yield "twice", text + b"{}", REFUSED, len(text), "not JSON"
    yield "NUL byte", text[:start] + b"\0" + text[start:], REFUSED, start, "NUL"
    yield "NUL behind the text", text + b"\0", REFUSED, len(text), "NUL"
    yield "comment", b"/* */" + text, REFUSED, 0, "not JSON"
    yield "comma at the end", text[:end] + b"," + text[end:], REFUSED, end + 1, "not JSON"
    yield "control character in a key", text.replace(b'"format"', b'"for\x01mat"'), REFUSED, None, "not JSON"
    for name, raw in (("overlong", b"\xc0\xaf"), ("surrogate in bytes", b"\xed\xa0\x80"), ("Latin-1", b"\xea"),
                      ("above U+10FFFF", b"\xf4\x90\x80\x80")):
        content, at = instead(["source"], b'"a' + raw + b'"')
        yield name, content, REFUSED, at + 2, "expected UTF-8"
    for name, raw in (("lone high surrogate", b'"\\ud800"'), ("lone low surrogate", b'"\\udc00"'),
                      ("reversed surrogates", b'"\\udc00\\ud800"'), ("half an escape", b'"\\u12"'),
                      ("unknown escape", b'"\\x41"'), ("a line break in a text", b'"a\nb"'),
                      ("single quotes", b"'a'"), ("NaN", b"NaN"), ("Infinity", b"-Infinity"), ("octal", b"01"),
                      ("hexadecimal", b"0x1"), ("plus", b"+1"), ("no digit behind the point", b"1."),
                      ("no exponent", b"1e400e"), ("True", b"True")):
        content, _ = instead(["source"], raw)
        yield name, content, REFUSED, None, "not JSON"


def spoilt_values(subject):
    root = subject.root
    for name, raw in (("1e400", b"1e400"), ("-1e400", b"-1e400"), ("1e-400", b"1e-400"), ("1e99999999999", b"1e99999999999"),
                      ("100,000 digits", b"9" * 100_000), ("100,000 decimals", b"0." + b"3" * 100_000)):
        for quotes in (b"", b'"'):
            content, at = subject.spliced(subject.number, quotes + raw + quotes)
            yield name + (" in quotes" if quotes else ""), content, REFUSED, at, "expected"
    # A number that no double holds must not hide what else is wrong.
    content, _ = subject.spliced(["source"], b"1e400")
    yield "1e400 beside another error", content.replace(b"{", b'{"x y": 1,', 1), REFUSED, None, 'unknown key "x y"'
    for value in (None, True, 7, "x", [], [[]], {"a": {}}):
        yield f"the root is {json.dumps(value)}", json.dumps(value).encode(), REFUSED, 0, "expected"
    for value in (True, -1, "\x01", [None], {"a": 1}):
        wrong = {key: root[key] if key == "format" else value for key in root}
        yield f"all members are {json.dumps(value)}", subject.text(wrong), REFUSED, None, "expected"
    for key, inner in root.items():
        if isinstance(inner, list) and inner:
            wide = subject.changed([key], [0] * 100_000)
            yield f"100,000 numbers in {key}", subject.text(wide), REFUSED, None, "expected|at most 10000 units"
    yield "100,000 unknown keys", subject.text({**root, **{f"k{i}": i for i in range(100_000)}}), REFUSED, None, "unknown key"
    twice = b"{" + b'"format": "x",' * 100_000 + subject.text()[1:]
    yield "100,000 keys twice", twice, REFUSED, None, "twice"
    yield "a key of 8 MB", subject.text({**root, "k" * (8 << 20): 1}), REFUSED, None, "unknown key"
    yield "a key of 4 MB of escapes", subject.text({**root, "~/\u202e" * (1 << 20): 1}), REFUSED, None, "unknown key"
    yield "control characters in keys", subject.text({**root, "\0": 1, "\x1b[31m": 2, "\u2028": 3}), REFUSED, None, r"\\u\{1B\}"
    yield "60 arrays in an unknown key", subject.text({**root, "x": json.loads("[" * 60 + "]" * 60)}), REFUSED, None, "unknown key"
    yield "a source of 8 MB", subject.text({**root, "source": "ộ" * (8 << 20 >> 2)}), ACCEPTED, None, ""
    yield "a format of 8 MB", subject.text({**root, "format": "f" * (8 << 20)}), REFUSED, None, "expected the format"
    yield "an empty object", b"{}", REFUSED, 0, 'expected the key "format"'
    decomposed = unicodedata.normalize("NFD", "Văn phòng UBND tỉnh")
    yield "decomposed name", subject.text(subject.changed(subject.name, decomposed)), ACCEPTED, None, "normal form C"
    hostile = "x\u001b]0;x\u0007\u009b31m\u202e\u2066\u2028\u0000"
    yield "a name with commands", subject.text(subject.changed(subject.name, hostile)), ANSWERED, None, ""
    yield "a name of 4 MB", subject.text(subject.changed(subject.name, "ộ" * (4 << 20 >> 2))), ANSWERED, None, ""


def look_alikes():
    """(name, subject, content, the file that is refused, words)"""
    def case(name, subject, path, value, words, file=None):
        return name, subject, subject.text(subject.changed(path, value)), file or subject.file, words

    marks, several, plan, criteria = (SUBJECTS[name] for name in ("assessment", "assessments", "plan", "criteria"))
    mark = ["rounds", 1, "marks", 1, "criterion"]
    for name, code, has, wanted in (
            ("full-width digit", "\uff11.2.2", "U+FF11", "where U+0031 is"), ("a space behind", "1.2.2 ", "U+0020", "where nothing is"),
            ("no-break space", "1.2\u00a0.2", "U+00A0", "where nothing is"), ("zero width", "1.\u200b2.2", "U+200B", "where nothing is"),
            ("dot leader", "1\u20242.2", "U+2024", "where U+002E is")):
        words = re.escape(f'no criterion with this code; it looks like "1.2.2", but has {has} {wanted} expected')
        yield case(name, marks, mark, code, words)
        yield case(name + " in one of several units", several, ["units", 1, *mark], code, words)
    for subject in (marks, several, plan):
        for name, number, has, wanted in (("eth", "134/Q\u00d0-UBND", "00D0", "0110"), ("Cyrillic", "134/QĐ-U\u0412ND", "0412", "0042"),
                                          ("Greek", "134/QĐ-UB\u039dD", "039D", "004E"), ("dash", "134/QĐ\u2013UBND", "2013", "002D")):
            words = re.escape(f'its number looks like "134/QĐ-UBND", but has U+{has} where U+{wanted} is expected')
            yield case(f"{name} in the number", subject, ["set", "number"], number, words)
    yield case("field", plan, ["sections", 0, "field"], plan.root["sections"][0]["field"] + "\u00a0", "is not a field of the set; it looks like")
    yield case("issuer", plan, ["set", "issuer"], "UBND tỉnh  Sơn La", "its issuer looks like")
    yield case("set", criteria, ["fields", 0, "children", 0, "code"], "1\uff0e1", "U\\+002E where U\\+FF0E is expected", "assessment.json")


def crowded_contexts():
    """Facts by the hundred thousand, none of which the rule reads."""
    context = SUBJECTS["context"].root

    def unread(count, **more):
        return {"criterion": "1", "facts": {f"best{i}": i for i in range(count)}, **more}

    units = [{"unit": f"U{i}", "facts": [{"criterion": "1", "facts": {"best": i}}]} for i in range(10_000)]
    yield "100,000 unread facts", {**context, "facts": [unread(100_000)]}, REFUSED
    yield "100,000 unread facts of a unit", {**context, "units": [{"unit": "SNV", "facts": [unread(100_000)]}]}, REFUSED
    yield "100,000 unknown criteria", {**context, "facts": [{"criterion": f"1.{i}", "facts": {}} for i in range(100_000)]}, REFUSED
    yield "one criterion 100,000 times", {**context, "facts": context["facts"] * 100_000}, REFUSED
    yield "10,000 units without marks", {**context, "units": units}, ACCEPTED
    yield "one unit 10,000 times", {**context, "units": [units[0]] * 10_000}, REFUSED
    yield "10,001 units", {**context, "units": units + [{"unit": "V", "facts": []}]}, REFUSED


def spoilt_rules():
    """Rules in the place of one that is right, and the words that answer them."""
    def formula(text, facts=()):
        return {"facts": list(facts), "kind": "formula", "points": text, "least": 0, "most": 2}

    def nested(depth):
        rule = formula("2")
        for _ in range(depth):
            rule = {"kind": "combine", "how": "sum", "rules": [rule]}
        return rule

    a = {"name": "a"}
    million = "1" + " + 1" * 250_000
    yield "a formula of 1 MB", formula(million), "formula"
    yield "a formula of 4096 brackets", formula("(" * 2048 + "1" + ")" * 2047), "brackets within brackets"
    yield "a formula of 4096 signs", formula("-" * 4095 + "1"), "error"
    yield "a name of 1 MB", formula("a" * 1_000_000), "formula"
    yield "a number of 4000 digits", formula("9" * 4000), "number"
    yield "a huge exponent", formula("1e999999999"), "error"
    yield "division by zero", formula("1 / 0"), "divide by zero"
    yield "division by zero 200 times", formula(" + ".join(["1 / (a - a)"] * 200), [a]), "divide by zero"
    yield "100,000 facts", formula("1", [{"name": f"f{i}"} for i in range(100_000)]), "at most 100 facts"
    yield "100,000 steps", {"facts": [a], "kind": "steps", "of": "a", "steps": [
        {"at": i, "points": 0} for i in range(100_000)]}, "at most 1000"
    yield "100,000 levels", {"facts": [{"name": "s", "kind": "level", "levels": [
        {"code": f"l{i}"} for i in range(100_000)]}], "kind": "levels", "fact": "s", "levels": [
        {"level": f"l{i}", "points": 0} for i in range(100_000)]}, "at most 1000"
    yield "rules 17 deep", nested(16), "at most 16 deep"
    yield "rules 40 deep", nested(40), "at most 96 deep|at most 16 deep"
    yield "no rule", {"kind": "formula"}, "points"
    yield "a kind of its own", {"kind": "linnear", "of": "1", "points": 1}, "linear"


def crowded_facts():
    """Marks by the hundred thousand with facts that no rule reads."""
    marks = SUBJECTS["facts"].root
    mark = {"criterion": "1", "facts": {"z" * 60 + str(i): i for i in range(10)}}

    def rounds(content):
        return {**marks, "rounds": [{"round": "appraisal", "marks": content}]}

    yield "100,000 unread facts", rounds([{"criterion": "1", "facts": {f"x{i}": i for i in range(100_000)}}])
    yield "a mark 15,000 times with unread facts", rounds([mark] * 15_000)
    yield "a count of 18 digits and a fraction", rounds([{"criterion": "1", "facts": {"x": "999999999999999999.5"}}])


def spoilt_csv():
    row = b"SNV,1,x,7\n"
    head = b"unit,criterion,fact,value\n"
    yield "nothing", b""
    yield "zeros", b"\0" * 100_000
    yield "no line end in 16 MB", b"a" * (FILE_BYTES - 1)
    yield "a quote that stays open", head + b'SNV,1,x,"7\n' + row * 100_000
    yield "a million delimiters", b"," * 1_000_000
    yield "a million rows", head + row * 1_000_000
    yield "100,000 units", head + b"".join(b"U%d,1,x,7\n" % i for i in range(100_000))
    yield "100,000 unknown facts", head + b"".join(b"SNV,1,x%d,7\n" % i for i in range(100_000))
    yield "10,000 columns", b"unit,criterion" + b"".join(b",x%d" % i for i in range(10_000)) + b"\n"
    yield "rows of all lengths", head + b"".join(b"," * (i % 50) + b"\n" for i in range(100_000))
    yield "not UTF-8", head + b"SNV,1,x,\xff\xfe\n" * 100_000
    yield "UTF-16", (head + row).decode().encode("utf-16")


def organization_cycles():
    units = SUBJECTS["organization"].root["units"]
    others = [{"code": f"C{i}", "name": f"Đơn vị {i}", "kind": "department", "parent": f"C{(i + 1) % 1000}"} for i in range(1000)]
    groups = [{"code": f"G{i}", "name": f"Nhóm {i}", "kind": "group", "members": [f"G{(i + 1) % 1000}"]} for i in range(1000)]
    yield "its own parent", units + [{"code": "C", "name": "C", "kind": "department", "parent": "C"}]
    yield "parents in a cycle", units + others
    yield "groups in a cycle", units + groups
    yield "its own member", units + [{"code": "G", "name": "G", "kind": "group", "members": ["G"]}]
    yield "predecessors in a cycle", units + [
        {"code": f"P{i}", "name": f"P {i}", "kind": "department", "from": "2020-01-01",
         "predecessors": [{"code": f"P{1 - i}", "change": "renamed"}]} for i in range(2)]
    yield "20,000 units with one name", [{"code": f"U{i}", "name": "Sở Nội vụ", "kind": "department"} for i in range(20_000)]
    yield "20,000 units with one code", [{"code": "U", "name": f"Sở {i}", "kind": "department"} for i in range(20_000)]


def limit_addresses():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_BYTES, ADDRESS_BYTES))


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.work, True)
        cls.bases = []
        for number, files in enumerate((ONE, SEVERAL, RULED)):
            folder = cls.work / str(number)
            folder.mkdir()
            for name, root in files.items():
                (folder / name).write_text(json.dumps(root, ensure_ascii=False, indent=1), encoding="utf-8")
            cls.bases.append((files, folder))

    def check(self, subject, content):
        folder = next(folder for files, folder in self.bases if files is subject.folder)
        path = folder / subject.file
        valid = path.read_bytes()
        path.write_bytes(content)
        try:
            done = subprocess.run([PROGRAM, "check", folder], capture_output=True, timeout=HANG_SECONDS,
                                  preexec_fn=limit_addresses if LIMITED else None)
        finally:
            path.write_bytes(valid)
        said = done.stdout.decode()  # the output is UTF-8, whatever the input is
        self.assertEqual(done.stderr, b"", done.stderr[:2000])
        self.assertIn(done.returncode, ANSWERED, said[:2000])
        self.assertLess(len(done.stdout), OUTPUT_BYTES)
        for character in said.replace("\n", ""):
            if not character.isprintable():
                self.assertNotIn(unicodedata.category(character), ("Cc", "Zl", "Zp"), hex(ord(character)))
                self.assertNotIn(character, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
        return done.returncode, said

    def ask(self, subject, content):
        """The same files as the members of a request, with `content` in the place of one of them: its findings as
        "check" prints them, and where the member begins."""
        head, files = b'{"format": "parindex.request/1"', {}
        for name, root in subject.folder.items():
            member = name.removesuffix(".json")
            if member != "organization":
                files[member] = json.dumps(root, ensure_ascii=False).encode()
        spoilt = subject.file.removesuffix(".json")
        for member, text in files.items():
            if member != spoilt:
                head += b', "' + member.encode() + b'": ' + text
        head += b',\n"' + spoilt.encode() + b'": '
        done = subprocess.run([PROGRAM, "request"], input=head + content + b"}", capture_output=True, timeout=HANG_SECONDS,
                              preexec_fn=limit_addresses if LIMITED else None)
        self.assertEqual(done.stderr, b"", done.stderr[:2000])
        self.assertIn(done.returncode, ANSWERED, done.stdout[:2000])
        answer = json.loads(done.stdout)
        self.assertEqual(answer["status"] != 0, done.returncode == 2)
        self.assertLessEqual(len(answer["diagnostics"]), 2 * 201)
        for character in done.stdout.decode().replace("\n", ""):
            self.assertNotIn(unicodedata.category(character), ("Cc", "Zl", "Zp"), hex(ord(character)))
        found = [f'{each.get("line")}:{each.get("column")}: {each["severity"]}: {each["message"]}' for each in answer["diagnostics"]]
        return done.returncode, "\n".join(found), head

    def check_case(self, subject, content, codes, offset, words):
        code, said = self.check(subject, content)
        shown = said[:2000]
        self.assertIn(code, codes, shown)
        if words:
            self.assertRegex(said, words, shown)
        if code != 2:
            self.assertNotIn(": error: ", said)
            return
        if words == "larger than":
            self.assertRegex(said, rf"{subject.file}: error: ", shown)
            return
        self.assertRegex(said, rf"{subject.file}:\d+:\d+: error: ", shown)
        if offset is not None:
            line, column = place(content.removeprefix(b"\xef\xbb\xbf"), offset)
            self.assertRegex(said, rf"{subject.file}:{line}:{column}: error: ", shown)

    def check_all(self, cases):
        for name, subject in SUBJECTS.items():
            for title, *case in cases(subject):
                with self.subTest(f"{name}: {title}"):
                    self.check_case(subject, *case)

    def test_the_folders_are_valid(self):
        for subject in SUBJECTS.values():
            code, said = self.check(subject, subject.text())
            self.assertIn(code, ACCEPTED, said)
            self.assertNotIn(": error: ", said)

    def test_syntax(self):
        self.check_all(spoilt_syntax)

    def test_values(self):
        self.check_all(spoilt_values)

    def test_requests(self):
        """A file may lie in a request: what is no JSON is no request, and all else is found at its place."""
        for name, subject in SUBJECTS.items():
            if name == "organization":
                continue
            for title, content, codes, *_ in spoilt_syntax(subject):
                with self.subTest(f"{name}: {title}"):
                    self.ask(subject, content)
            for title, content, codes, offset, words in spoilt_values(subject):
                if content == b"null":
                    continue  # a member that is null is not there
                with self.subTest(f"{name}: {title}"):
                    code, said, head = self.ask(subject, content)
                    self.assertIn(code, codes | ({2} if len(content) > FILE_BYTES // 2 else set()), said[:2000])
                    if offset is not None and code == 2:
                        line, column = place(head + content, len(head) + offset)
                        self.assertRegex(said, rf"(?m)^{line}:{column}: error: ", said[:2000])

    def test_codes_that_look_alike(self):
        for title, subject, content, file, words in look_alikes():
            with self.subTest(f"{subject.file}: {title}"):
                code, said = self.check(subject, content)
                self.assertEqual(code, 2, said)
                self.assertRegex(said, rf"{file}:\d+:\d+: error: .*{words}")

    def test_crowded_contexts(self):
        subject = SUBJECTS["context"]
        for title, root, codes in crowded_contexts():
            with self.subTest(title):
                self.check_case(subject, subject.text(root), codes, None, "error" if codes == REFUSED else "did you mean|no unit")

    def test_rules(self):
        subject = SUBJECTS["rules"]
        context = self.bases[2][1] / "context.json"
        kept = context.read_bytes()
        context.unlink()  # these rules read nothing from outside
        self.addCleanup(context.write_bytes, kept)
        for title, rule, words in spoilt_rules():
            with self.subTest(title):
                root = subject.changed(["fields", 0, "rule"], rule)
                self.check_case(subject, subject.text(root), REFUSED, None, words)

    def test_crowded_facts(self):
        subject = SUBJECTS["facts"]
        for title, root in crowded_facts():
            with self.subTest(title):
                self.check_case(subject, subject.text(root), REFUSED, None, "error")

    def test_csv(self):
        subject = SUBJECTS["rules"]
        folder = self.bases[2][1]
        marks = folder / "assessment.json"
        kept = marks.read_bytes()
        marks.unlink()
        self.addCleanup(marks.write_bytes, kept)
        for title, content in spoilt_csv():
            (folder / "assessment.csv").write_bytes(content)
            with self.subTest(title):
                code, said = self.check(subject, subject.text())
                self.assertEqual(code, 2, said[:2000])
                self.assertRegex(said, r"assessment\.csv(:\d+:\d+)?: error: ", said[:2000])
        (folder / "assessment.csv").unlink()

    def test_cycles_of_units(self):
        subject = SUBJECTS["organization"]
        for title, units in organization_cycles():
            with self.subTest(title):
                self.check_case(subject, subject.text({**subject.root, "units": units}), REFUSED, None, "error")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
