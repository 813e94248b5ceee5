#!/usr/bin/env python3
"""A validator of JSON Schema that others wrote reads the schemas as we mean them. Needs the package jsonschema.

usage: validate_test.py PROPERTY_FILES EXAMPLES_DIR

Every file of the examples, every frozen file, and random files that the writers made are valid; spoilt ones are not.
"""

import copy
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

import schema_files
from schema_files import FORMATS, Schema, format_of, load, pointer

PROPERTY_FILES, EXAMPLES = (pathlib.Path(each).resolve() for each in sys.argv[1:3])
VALIDATORS = {name: jsonschema.Draft202012Validator(Schema(name).root) for name in schema_files.names()}


class Validate(unittest.TestCase):
    def valid(self, file):
        value = load(file)
        errors = [f"{pointer(error.path)}: {error.message[:300]}" for error in VALIDATORS[format_of(value)].iter_errors(value)]
        self.assertEqual(errors, [], file)
        return format_of(value)

    def test_the_schemas_are_schemas(self):
        for name in schema_files.names():
            jsonschema.Draft202012Validator.check_schema(Schema(name).root)

    def test_the_examples(self):
        self.assertGreaterEqual({self.valid(file) for file in schema_files.examples(EXAMPLES)},
                                {"criteria-1", "assessment-1", "assessments-1", "context-1", "plan-1", "organization-1"})

    def test_the_frozen_files(self):
        self.assertEqual({self.valid(file) for file in FORMATS.glob("*.json")}, set(VALIDATORS))

    def test_what_the_writers_make(self):
        with tempfile.TemporaryDirectory() as scratch:
            subprocess.run([PROPERTY_FILES, "200", "7", scratch], check=True, capture_output=True, timeout=600)
            files = {}
            for file in pathlib.Path(scratch).glob("*.json"):
                files.setdefault(self.valid(file), []).append(load(file))
        self.assertEqual(set(files), {"criteria-1", "assessment-1", "assessments-1", "context-1", "organization-1", "score-1"})
        for name, values in files.items():
            self.assertGreater(len(values), 100)
            schema = Schema(name)
            unused = schema.keys(schema.full()) - set().union(*(schema.keys(value) for value in values))
            # Nothing has a place that was written from memory.
            self.assertEqual({key for _, key in unused} - {"$schema", "file", "line", "column"}, set(), name)

    def test_spoilt_files(self):
        """What is wrong at any place of a frozen file."""
        spoilt = 0
        for file in FORMATS.glob("*.json"):
            whole = load(file)
            name = format_of(whole)
            schema = Schema(name)
            for path, node, value in schema.places(whole):
                for wrong in self.wrong(node, value):
                    document = self.changed(whole, path, wrong)
                    self.assertFalse(VALIDATORS[name].is_valid(document), f"{file.name}: {pointer(path)}: {wrong}")
                    spoilt += 1
        self.assertGreater(spoilt, 1000)

    def wrong(self, node, value):
        yield [[]]
        if "boolean" not in node.get("type", ""):
            yield True
        if isinstance(value, dict) and "properties" in node:
            yield {**value, "yaer": 1}
            for key in node["required"]:
                yield {each: inner for each, inner in value.items() if each != key}
        if "enum" in node or "const" in node:
            yield "yaer"
        if "pattern" in node:
            yield " "
        if "minimum" in node:
            yield node["minimum"] - 1

    @staticmethod
    def changed(document, path, value):
        if not path:
            return value
        out = copy.deepcopy(document)
        inner = out
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
        return out


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
