#!/usr/bin/env python3
"""The files that there are use the keys of the schemas, and the schemas are complete. Needs no package.

usage: files_test.py PARINDEX_REPORT EXAMPLES_DIR
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import schema_files
from schema_files import FORMATS, INPUTS, OUTPUTS, Schema, load, pointer

REPORT, EXAMPLES = (pathlib.Path(each).resolve() for each in sys.argv[1:3])


def undeclared(schema, value):
    """Keys that the schema does not know, and required ones that are not there."""
    out = []
    for path, node, inner in schema.objects(value):
        out += [pointer((*path, key)) for key in inner if key not in node["properties"]]
        out += [f"{pointer(path)} lacks {key}" for key in node["required"] if key not in inner]
    return out


class Files(unittest.TestCase):
    def test_every_schema_has_a_test(self):
        self.assertEqual(schema_files.names(), sorted(INPUTS + OUTPUTS))

    def test_one_name_is_one_definition(self):
        """A schema stands alone, so that an editor needs one file; what several need is the same in each."""
        known = {}
        for name in schema_files.names():
            for key, definition in Schema(name).root["$defs"].items():
                self.assertEqual(known.setdefault(key, definition), definition, f"{name}: {key}")

    def test_everything_is_described_and_closed(self):
        for name in schema_files.names():
            schema = Schema(name)
            for path, node, _ in schema.objects(schema.full()):
                self.assertIs(node["additionalProperties"], False)
                for key, inner in node["properties"].items():
                    described = "description" in inner or "description" in schema.resolved(inner)
                    self.assertTrue(described, f"{name}: {pointer((*path, key))}")

    def test_the_frozen_files_use_every_key(self):
        for name in schema_files.names():
            schema = Schema(name)
            keys = {(id(node["properties"]), key): pointer((*path, key)) for each in schema.of_each_kind()
                    for path, node, _ in each.objects(each.full()) for key in node["properties"]}
            used = set()  # by several files, where a format has won keys
            for file in FORMATS.glob(f"{name}*.json"):
                value = load(file)
                self.assertEqual(undeclared(schema, value), [], file.name)
                used |= schema.keys(value)
            self.assertEqual([place for key, place in keys.items() if key not in used], [], name)

    def test_the_frozen_sets_use_every_word(self):
        """Every kind and policy of rules and criteria: whatever a schema lists, and both values of what is yes or no."""
        schema = Schema("criteria-1")
        used = set()
        for file in FORMATS.glob("criteria-1*.json"):
            for path, node, value in schema.places(load(file)):
                if "enum" in node or "const" in node:
                    used.add((tuple(node.get("enum", [node.get("const")])), value))
                elif node.get("type") == "boolean":
                    used.add((path[-1], value))
        known = {(tuple(words), word) for words in self.word_lists(schema.root) for word in words}
        self.assertEqual(sorted(known - used), [])
        self.assertGreater(len(known), 50)
        for value in (False, True):
            self.assertIn(("whole_units", value), used)

    def word_lists(self, node):
        if isinstance(node, dict):
            if "enum" in node or "const" in node:
                yield node.get("enum", [node.get("const")])
            for inner in node.values():
                yield from self.word_lists(inner)
        elif isinstance(node, list):
            for inner in node:
                yield from self.word_lists(inner)

    def test_the_examples(self):
        tested = set()
        for file in schema_files.examples(EXAMPLES):
            value = load(file)
            self.assertEqual(undeclared(Schema(schema_files.format_of(value)), value), [], file)
            tested.add(file.name)
        self.assertGreaterEqual(tested, {"criteria.json", "assessment.json", "plan.json", "organization.json", "minh-hoa.json"})

    def test_scores(self):
        """What is printed for one unit, and for several of which one has no marks and one is refused."""
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch) / "data"
            subprocess.run([REPORT, "new", folder], check=True, capture_output=True, timeout=600)
            self.assertTrue(self.score("score-1", folder)["complete"])
            marks = load(folder / "assessment.json")
            unit = {key: marks.pop(key) for key in ("unit", "rounds", "published") if key in marks}
            unmarked = {"unit": {**unit["unit"], "code": "B"}, "rounds": []}
            refused = {"unit": {**unit["unit"], "code": "C"}, "rounds": [{"round": "self"}]}
            marks |= {"format": "parindex.assessments/1", "units": [unit, unmarked, refused]}
            (folder / "assessment.json").write_text(json.dumps(marks), encoding="utf-8")
            scores = self.score("scores-1", folder)
            self.assertEqual((len(scores["units"]), len(scores["failed"])), (2, 1))
            self.assertIn("unmarked", scores["units"][1])

    def test_survey_tables(self):
        """Of a survey with groups, some of which are too small to be shown."""
        survey = EXAMPLES / "illustration-2025/surveys/citizens"
        done = subprocess.run([REPORT, "survey", survey / "questionnaire.json", survey / "answers.csv", "--columns", survey / "columns.json",
                               "--formula", "F3", "--by", "tuoi", "--minimum-cell", "300", "--json"], capture_output=True, timeout=600)
        value = json.loads(done.stdout)
        self.assertEqual(undeclared(Schema("survey_tables-1"), value), [])
        self.assertIn(b'"hidden": "too_few"', done.stdout)
        keys = {table["key"] for table in value["tables"]}
        self.assertEqual(keys, {"sheets", "answers_hai_long", "indices", "units", "group_tuoi", "quality"})

    def test_answers(self):
        """What is answered for one unit whose plan answers nothing, and to what is no request."""
        asked = {"format": "parindex.request/1", "stored": {"": "0.01"},
                 "want": ["score", "explanation", "draft", "coverage", "compare_stored"],
                 **{member: load(EXAMPLES / "son-la-2021" / f"{member}.json") for member in ("criteria", "assessment", "plan")}}
        asked["plan"]["sections"] = []
        answer = self.answer(json.dumps(asked))
        self.assertEqual((answer["status"], answer["coverage"]["complete"]), (0, False))
        self.assertEqual(undeclared(Schema("score-1"), answer["score"]), [])
        self.assertEqual(undeclared(Schema("plan-1"), answer["plan"]), [])
        self.assertNotEqual(self.answer("{}")["status"], 0)

    def answer(self, request):
        done = subprocess.run([REPORT, "request"], input=request.encode(), capture_output=True, timeout=600)
        value = json.loads(done.stdout)
        self.assertEqual((undeclared(Schema("answer-1"), value), done.stderr), ([], b""))
        return value

    def score(self, name, folder):
        done = subprocess.run([REPORT, "score", folder, "--json"], capture_output=True, timeout=600)
        value = json.loads(done.stdout)
        self.assertEqual(schema_files.format_of(value), name, done.stderr)
        self.assertEqual(undeclared(Schema(name), value), [])
        return value


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
