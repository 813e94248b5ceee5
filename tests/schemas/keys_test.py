#!/usr/bin/env python3
"""The schemas and the readers know the same keys, words, types and ranges. Needs no package.

usage: keys_test.py FORM_READER

From each schema a document is made that uses every key. The reader must take it, must miss exactly the required keys
when they are taken away, and must refuse every other word of its own source as a key, at every place.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys
import unittest

import schema_files
from schema_files import INPUTS, Schema, pointer

READER = pathlib.Path(sys.argv[1]).resolve()

# error_code
NUMBER, DATE, DUPLICATE, UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, INVALID_VALUE, FORMAT = 150, 153, 207, 208, 209, 210, 211, 212
NOT_ACCEPTABLE = 520
OF_FORM = {NUMBER, DATE, DUPLICATE, UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, FORMAT}
INVENTED = "yaer"
LISTED = 100  # findings that a reader lists of one file for sure


def read_all(name, documents):
    """For each document the findings of the reader: (code, pointer, message)."""
    lines = "".join(json.dumps(each) + "\n" for each in documents)
    done = subprocess.run([READER, name], input=lines.encode(), capture_output=True, check=True, timeout=600)
    out, found = [], []
    for line in done.stdout.decode().splitlines():
        if line == ".":
            out.append(found)
            found = []
        else:
            code, place, message = line.split("\t", 2)
            found.append((int(code), place, message))
    assert len(out) == len(documents)
    return out


def changed(document, path, change):
    """A document that shares with the other what is not on the path."""
    if not path:
        return change(document)
    out = copy.copy(document)
    out[path[0]] = changed(document[path[0]], path[1:], change)
    return out


def replaced(document, path, value):
    return changed(document, path, lambda old: value)


def places(found, *codes):
    return {place for each, place, _ in found if each in codes}


def words_of_the_readers():
    """Everything in the sources of the readers that could be a key, and the keys of all schemas."""
    folders = (schema_files.SCHEMAS.parent, schema_files.ROOT / "src" / "survey")  # states of answers are keys
    source = "".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.[ch]pp"))
    words = set(re.findall(r'"([a-z_$]+)"', source))
    for name in INPUTS:
        schema = Schema(name)
        for _, node, _ in schema.objects(schema.full()):
            assert words >= set(node["properties"]), f"{name}: keys that no reader mentions"
    return words


class Keys(unittest.TestCase):
    def each(self, cases):
        """cases(schema, full document) yields (title, document, check of the findings)."""
        tried = 0
        for schema in (each for name in INPUTS for each in Schema(name).of_each_kind()):
            name = schema.name
            made = list(cases(schema, schema.full()))
            tried += len(made)
            for (title, _, check), found in zip(made, read_all(name, [document for _, document, _ in made])):
                with self.subTest(f"{name}: {title}"):
                    check(found)
        self.assertGreaterEqual(tried, len(INPUTS))

    def test_every_key_of_a_schema_is_known(self):
        def cases(schema, full):
            yield "full", full, lambda found: self.assertEqual([each for each in found if each[0] in OF_FORM], [])
        self.each(cases)

    def test_every_key_of_a_reader_is_in_the_schema(self):
        words = words_of_the_readers() | {INVENTED}

        def cases(schema, full):
            for path, node, _ in schema.objects(full):
                wrong = sorted(words - set(node["properties"]))
                for first in range(0, len(wrong), LISTED):
                    others = {word: None for word in wrong[first:first + LISTED]}
                    expected = {pointer((*path, word)) for word in others}
                    yield (pointer(path), changed(full, path, lambda old, others=others: {**old, **others}),
                           lambda found, expected=expected: self.assertEqual(places(found, UNKNOWN_KEY), expected))
        self.each(cases)

    def test_the_same_keys_are_required(self):
        def cases(schema, full):
            for path, node, inner in schema.objects(full):
                for key in inner:
                    def check(found, key=key, path=path, node=node, inner=inner):
                        missed = [each for each in found if each[0] == MISSING_KEY]
                        wanted = [(MISSING_KEY, pointer(path), f'expected the key "{key}"')]
                        if path or key != "format":  # without it the reader cannot know what else to expect
                            # Where one of several keys is required, the message names them all.
                            last = any(alternative["required"] == [key] for alternative in node.get("anyOf", [])) and not any(
                                each in inner for alternative in node["anyOf"] for each in alternative["required"] if each != key)
                            if last:
                                self.assertEqual({place for _, place, _ in missed}, {pointer(path)})
                            else:
                                self.assertEqual(missed, wanted if key in node["required"] else [])
                        else:
                            self.assertEqual(missed[:1], wanted)
                    without = changed(full, path, lambda old, key=key: {k: v for k, v in old.items() if k != key})
                    yield f"{pointer(path)} without {key}", without, check
        self.each(cases)

    def test_a_criterion_needs_a_name_unless_it_is_a_remainder(self):
        full = Schema("criteria-1").full()
        for gone in (["name"], ["remainder"], ["name", "remainder"]):
            document = copy.deepcopy(full)
            for key in gone:
                del document["fields"][0][key]
            (found,) = read_all("criteria-1", [document])
            self.assertEqual(places(found, MISSING_KEY), {"/fields/0"} if len(gone) == 2 else set())

    def test_few_inputs_are_booleans(self):
        def cases(schema, full):
            for path, node, _ in schema.places(full):
                if "boolean" in node.get("type", ""):
                    continue
                yield (pointer(path), replaced(full, path, True),
                       lambda found, path=path: self.assertIn(pointer(path), places(found, WRONG_TYPE)))
        self.each(cases)

    def test_words(self):
        def listed(found, path):
            (message,) = [message for code, place, message in found
                          if code in (INVALID_VALUE, NOT_ACCEPTABLE) and place == pointer(path)]
            words = re.search(r"expected one of (?:the warnings )?((?:\w+, )*\w+)(?:, not |$)", message)
            return set(words[1].split(", "))

        def cases(schema, full):
            for path, node, _ in schema.places(full):
                if "const" in node and path[-1] == "kind":
                    kinds = {each.resolved(schema.root["$defs"]["rule"])["properties"]["kind"]["const"]
                             for each in schema.of_each_kind()}
                    yield (pointer(path), replaced(full, path, INVENTED),
                           lambda found, path=path, kinds=kinds: self.assertEqual(listed(found, path), kinds))
                elif "const" in node:
                    yield (pointer(path), replaced(full, path, INVENTED),
                           lambda found, path=path: self.assertIn(pointer(path), places(found, FORMAT)))
                if "enum" in node:
                    yield (pointer(path), replaced(full, path, INVENTED),
                           lambda found, path=path, node=node: self.assertEqual(listed(found, path), set(node["enum"])))
        self.each(cases)

    def test_ranges(self):
        def cases(schema, full):
            for path, node, _ in schema.places(full):
                if "minimum" not in node:
                    continue
                low, high = node["minimum"], node["maximum"]
                outside = [low - 1, high + 1, low + 0.5]
                for value in [low, high, str(low), f"{high}.0", *outside]:
                    def check(found, path=path, refused=value in outside):
                        self.assertEqual(pointer(path) in places(found, INVALID_VALUE), refused)
                    yield f"{pointer(path)} is {value!r}", replaced(full, path, value), check
        self.each(cases)

    def test_forms_of_numbers_and_dates(self):
        def cases(schema, full):
            for path, node, _ in schema.places(full):
                if "pattern" not in node or r"\S" in node["pattern"]:
                    continue
                for text in ("x", "01", "1e2", "+1", "1.", "0000", "2022-13", "2022-1-1", "2022-01-32", "2022-01-20T00"):
                    self.assertIsNone(re.search(node["pattern"], text))
                    yield (f"{pointer(path)} is {text}", replaced(full, path, text),
                           lambda found, path=path: self.assertIn(pointer(path), places(found, NUMBER, DATE)))
        self.each(cases)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
