"""The schemas as tests see them: what a document may hold at each place, and a document that uses every key."""

import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "src" / "io" / "schemas"
FORMATS = ROOT / "tests" / "formats"  # the frozen files
INPUTS = ["criteria-1", "assessment-1", "assessments-1", "context-1", "plan-1", "organization-1", "request-1",
          "questionnaire-1", "tally-1", "answer_columns-1", "survey_facts-1"]
OUTPUTS = ["score-1", "scores-1", "answer-1", "survey_tables-1"]


def load(file):
    return json.loads(file.read_text(encoding="utf-8"))


def format_of(value):
    """The name of the schema of a document."""
    return value["format"].removeprefix("parindex.").replace("/", "-")


def examples(folder):
    """The files of the data folders, also those in folders within them."""
    return sorted(folder.glob("*/**/*.json"))


def names():
    return sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))


class Schema:
    """A schema in which everything that may be of several kinds (oneOf) is of the one with this number."""

    def __init__(self, name, kind=0, root=None):
        self.name = name
        self.kind = kind
        self.root = root or load(SCHEMAS / f"{name}.schema.json")

    def of_each_kind(self):
        kinds = [len(node["oneOf"]) for node in self.root["$defs"].values() if self.by_kind(node)]
        return [Schema(self.name, kind, self.root) for kind in range(max(kinds, default=1))]

    @staticmethod
    def by_kind(node):
        return "oneOf" in node and "properties" not in node

    def resolved(self, node, value=None):
        """The schema that speaks: references are followed; of a number or an object that says more, the object. Of a
        value that tells its kind, the schema of that kind."""
        while "$ref" in node or "properties" not in node and ("anyOf" in node or "oneOf" in node):
            if "$ref" in node:
                node = self.root["$defs"][node["$ref"].rsplit("/", 1)[1]]
            elif "anyOf" in node:
                node = node["anyOf"][-1]
            else:
                node = self.of_kind(node["oneOf"], value)
        return node

    def of_kind(self, kinds, value):
        for each in kinds:
            found = self.resolved(each)
            if isinstance(value, dict) and value.get("kind") == found["properties"]["kind"]["const"]:
                return found
        return kinds[self.kind]

    def full(self, node=None, within=()):
        """A document that uses every key; one that lies within itself stops there."""
        node = self.resolved(self.root if node is None else node)
        if "const" in node:
            return node["const"]
        if "enum" in node:
            return node["enum"][0]
        if "examples" in node:
            return node["examples"][0]
        if node["type"] == "object":
            if "properties" not in node:
                return {"x": self.full(node["additionalProperties"])}
            inside = (*within, id(node))
            return {key: self.full(inner, inside) for key, inner in node["properties"].items()
                    if id(self.resolved(inner)) not in inside}
        if node["type"] == "boolean":
            return True
        if node["type"] == "array":
            inner = self.resolved(node["items"])
            return [] if id(inner) in within else [self.full(inner, within)]
        return "x"

    def places(self, value, node=None, path=()):
        """(path, schema, value) of everything in a document, as far as the schema knows it."""
        node = self.resolved(self.root if node is None else node, value)
        yield path, node, value
        if isinstance(value, dict):
            for key, inner in value.items():
                known = node.get("properties", {}).get(key) or node.get("additionalProperties")
                if known:
                    yield from self.places(inner, known, (*path, key))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                yield from self.places(inner, node["items"], (*path, index))

    def objects(self, value):
        """Of the places those with keys of the format; a number may stand where an object may."""
        return [each for each in self.places(value) if "properties" in each[1] and isinstance(each[2], dict)]

    def keys(self, value):
        """The keys that a document uses, each with the object of the schema that knows it."""
        return {(id(node["properties"]), key) for _, node, inner in self.objects(value) for key in inner}


def pointer(path):
    return "".join("/" + str(each).replace("~", "~0").replace("/", "~1") for each in path)
