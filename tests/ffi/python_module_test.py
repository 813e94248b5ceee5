"""Tests the Python module of examples/python against the header and on data.

usage: python_module_test.py EXAMPLES_FOLDER PARINDEX_H"""

import ctypes
import gc
import io
import re
import sys
import threading
import unittest
from array import array
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

examples, header = Path(sys.argv.pop(1)), Path(sys.argv.pop(1))
sys.path.insert(0, str(examples / "python"))

import parindex
from parindex import _library, words
from parindex._library import library
from parindex import Assessment, AssessmentList, Column, Context, CriteriaSet, Draft, Error, Plan, Points

SON_LA = examples / "report_generator/data/son-la-2021"
ILLUSTRATION = examples / "report_generator/data/illustration-2025"
FRACTIONS = """{"format": "parindex.criteria/1", "name": "thirds", "maximum": 2,
    "decision": {"number": "1/QĐ-UBND", "issuer": "UBND tỉnh", "date": "2025-01-02"},
    "parts": [{"code": "p", "name": "Thẩm định", "scored_by": ["unit", "appraiser"]}],
    "fields": [{"code": "1", "name": "A", "children": [{"code": "1.1", "name": "B", "part": "p", "maximum": 2, "rule": {
        "kind": "linear", "of": "a/b", "points": "100%", "per": "100%", "share": "reject", "zero_denominator": "error",
        "facts": [{"name": "a"}, {"name": "b"}]}}]}]}"""


class HeaderTest(unittest.TestCase):
    """The module says again what stands in the header; both must be the same."""

    @classmethod
    def setUpClass(cls):
        cls.text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.DOTALL)

    def test_functions(self):
        declared = {name: (result.strip(), arguments) for result, name, arguments in re.findall(
            r"PARINDEX_API ([\w \*]+?)parindex_(\w+)\(([^)]*)\)", self.text)}
        ours = _library.FALLIBLE.keys() | _library.INFALLIBLE.keys()
        self.assertEqual(declared.keys(), ours)
        for name, (result, arguments) in declared.items():
            types = [] if arguments == "void" else [self.ctype(each) for each in arguments.split(",")]
            function = getattr(library, "parindex_" + name)
            self.assertEqual([self.simplified(each) for each in function.argtypes], types, name)
            self.assertEqual(name in _library.FALLIBLE, result == "parindex_status", name)

    def test_structures(self):
        ours = {"parindex_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.removesuffix("Struct")).lower(): struct
                for name, struct in vars(_library).items() if name.endswith("Struct")}
        declared = dict(re.findall(r"typedef struct (parindex_\w+) \{(.*?)\}", self.text, re.DOTALL))
        self.assertEqual(declared.keys(), ours.keys())
        for name, body in declared.items():
            members = [re.search(r"(\w+)(\[\d+\])?$", each.strip())[1] for each in body.split(";") if each.strip()]
            self.assertEqual([each[0] for each in ours[name]._fields_], members, name)

    def test_words(self):
        constants = {name: int(value) for name, value in re.findall(r"#define PARINDEX_(\w+) \(?(-?\d+)\)?\n", self.text)
                     if not name.startswith("E_")}
        prefixes = {"Severity": "SEVERITY", "Rounding": "ROUNDING", "Round": "ROUND", "NodeKind": "NODE", "Origin": "ORIGIN",
                    "PointKind": "POINT_KIND", "RuleKind": "RULE", "FactKind": "FACT", "FactSource": "FACT_OF", "Nodes": "NODES",
                    "Points": "POINTS", "SelfPoints": "SELF", "LedgerKind": "LEDGER", "ChangeKind": "CHANGE", "Language": "LANGUAGE", "Text": "TEXT",
                    "Covered": "COVERAGE", "Scope": "SCOPE", "QuestionKind": "QUESTION", "Answer": "ANSWER",
                    "Precision": "PRECISION", "IndexNumber": "INDEX"}
        ours = {f"{prefix}_{word.name}": word.value for name, prefix in prefixes.items() for word in getattr(words, name)}
        self.assertEqual(ours | {"OK": 0, "NONE": words.NONE, "COLUMN_MARKED": words.COLUMN_MARKED}, constants)

    @staticmethod
    def ctype(argument):
        """The kind of an argument of C: how it is passed."""
        argument = argument.strip()
        if "parindex_write_function" in argument:
            return "function"
        if "*" in argument:
            return "pointer"
        return {"int32_t": "c_int32", "int64_t": "c_int64", "size_t": "c_size_t", "double": "c_double", "parindex_status": "c_int32"}[
            argument.split()[0]]

    @staticmethod
    def simplified(ctype):
        if ctype is _library.WriteFunction:
            return "function"
        if ctype in (ctypes.c_void_p, ctypes.c_char_p) or issubclass(ctype, ctypes._Pointer):
            return "pointer"
        return next(name for name in ("c_int32", "c_int64", "c_size_t", "c_double") if getattr(ctypes, name) is ctype)


class SonLaTest(unittest.TestCase):
    def setUp(self):
        self.criteria = CriteriaSet.read((SON_LA / "criteria.json").read_bytes(), "criteria.json")
        self.marks = (SON_LA / "assessment.json").read_text(encoding="utf-8")
        self.assessment = Assessment.read(self.criteria, self.marks, "assessment.json")
        self.evaluation = self.assessment.evaluate()
        for each in (self.criteria, self.assessment, self.evaluation):
            self.addCleanup(each.close)

    def test_criteria_set(self):
        self.assertEqual(len(self.criteria.fields), 8)
        self.assertEqual(self.criteria.find("4.1").maximum, Decimal(4))
        self.assertIsNone(self.criteria.find("1.1").maximum)
        self.assertEqual([part.code for part in self.criteria.parts], ["appraisal", "officials", "citizens"])
        self.assertEqual(self.criteria.decision.number, "134/QĐ-UBND")
        self.assertEqual(CriteriaSet.read(self.criteria.json()).json(), self.criteria.json())
        self.assertEqual(self.criteria.warnings, ())
        written = io.BytesIO()
        self.criteria.write(written.write)
        self.assertEqual(written.getvalue().decode(), self.criteria.json())

    def test_changes(self):
        after = CriteriaSet.read(self.criteria.json().replace("Công tác chỉ đạo điều hành", "Chỉ đạo điều hành"))
        self.assertEqual([(each.kind, each.criterion, each.after) for each in self.criteria.compare(after)],
                         [(parindex.ChangeKind.RENAMED, "1", "Chỉ đạo điều hành")])

    def test_evaluation(self):
        self.assertTrue(self.evaluation.complete)
        self.assertEqual(self.evaluation.points(), Decimal("94.52"))
        self.assertEqual(self.evaluation.part_points(0), Decimal("67.11"))
        self.assertEqual(self.evaluation.percent(), Decimal("94.52"))
        self.assertEqual(self.evaluation.percent([2]), Decimal("89.9"))
        ledger = self.evaluation.ledger()
        self.assertEqual(sum(each.amount for each in ledger), Decimal("5.48"))
        leaf = self.criteria.find("4.1").index
        self.assertEqual(self.evaluation.round(leaf), parindex.Round.APPRAISAL)
        self.assertIsNone(self.evaluation.round(0))
        self.assertEqual(self.evaluation.origin(leaf), parindex.Origin.PRINTED)
        self.assertEqual(self.evaluation.self_points(parindex.SelfPoints.TOTAL), 0)
        self.assertEqual(self.evaluation.explain(leaf), "đạt 3,61/4 điểm (trừ 0,39 điểm)")
        self.assertIn('"parindex.score/1"', self.evaluation.score_json())
        written = io.BytesIO()
        self.evaluation.write_explanation(written.write, leaf)
        self.assertEqual(written.getvalue().decode(), self.evaluation.explanation_json(leaf))

    def test_errors_have_places(self):
        with self.assertRaises(Error) as caught:
            Assessment.read(self.criteria, self.marks.replace('"3.61"', '"36.1"').replace('"1.91"', '"19.1"'), "a.json")
        self.assertEqual([(each.name, each.line, each.criterion, each.file) for each in caught.exception.findings],
                         [("score_above_maximum", 12, "4.1", "a.json"), ("score_above_maximum", 23, "5.2", "a.json")])
        self.assertEqual(caught.exception.where, "/rounds/0/marks/1")
        with self.assertRaises(Error) as caught:
            self.criteria.find("9.9")
        self.assertEqual(caught.exception.name, "unknown_code")

    def test_marks_one_by_one(self):
        with Assessment.create(self.criteria, "VPUB", 2021, "Văn phòng") as made:
            self.assertEqual((made.unit_code, made.unit_name, made.year), ("VPUB", "Văn phòng", 2021))
            made.set_score("4.1", Decimal("3.61"))
            made.set_explanation("4.1", "theo báo cáo")
            made.add_evidence("4.1", "12/BC-VPUB", "mục 2")
            made.set_loss("1.1", "0.5")
            for text in ("theo báo cáo", "12/BC-VPUB", "mục 2"):
                self.assertIn(text, made.json())
            with made.evaluate() as scored:
                self.assertFalse(scored.complete)
                self.assertIn(self.criteria.find("5.1").index, scored.nodes(parindex.Nodes.UNMARKED))
                self.assertRaises(Error, scored.percent)
            made.set_score("4.1", "4.01")
            self.assertRaises(Error, made.check)
            made.clear("4.1")
            self.assertEqual(made.check(), ())
            self.assertRaises(TypeError, made.set_score, "4.1", 3.61)
            self.assertRaises(Error, made.set_score, "4.1", Decimal("NaN"))
            self.assertRaises(Error, made.set_score, "4.1", Decimal("1E-19"))

    def test_plans(self):
        with Plan.draft(self.evaluation, Draft(number=12, issued_month=3, issued_day=1, symbol="KH-VPUB")) as drafted:
            self.assertIn("KH-VPUB", drafted.json())
            coverage = drafted.cover(self.evaluation)
            self.assertEqual(coverage.points(parindex.Covered.LOST), Decimal("5.48"))
            self.assertEqual(coverage.points(parindex.Covered.LOST, parindex.Scope.FIELD, self.criteria.fields[4].index),
                             Decimal("2.28"))
            self.assertFalse(coverage.complete)
            self.assertEqual(len(coverage.uncovered()), 15)  # their texts are still to be written
            self.assertIn("unfinished", {each.name for each in coverage.findings})
            self.assertEqual(drafted.redraft(self.evaluation).json(), drafted.json())
            self.assertEqual(Plan.read(self.criteria, drafted.json()).json(), drafted.json())
            mine, theirs = (Plan.read(self.criteria, drafted.json().replace("KH-VPUB", symbol)) for symbol in ("KH-A", "KH-B"))
            merged = drafted.merge(mine, theirs)
            self.assertEqual([each.name for each in merged.findings], ["merge_conflict"])
            self.assertEqual(merged.json(), mine.json())
        with Plan.read(self.criteria, (SON_LA / "plan.json").read_bytes()) as published:
            coverage = published.cover(self.evaluation)
            self.assertTrue(coverage.complete)
            self.assertEqual(coverage.uncovered(), [])
        with self.assertRaises(Error):
            Plan.draft(self.evaluation, Draft(issued_month=2, issued_day=30))

    def test_stored_scores(self):
        field = self.criteria.fields[3].index
        self.assertEqual(self.evaluation.compare_stored({0: "94.52", field: "10.35"}), ())
        self.assertEqual([each.name for each in self.evaluation.compare_stored({field: "10.4", 0: "94.5200000000000001"})],
                         ["stored_rounded", "stored_float_residue"])
        self.assertRaises(Error, self.evaluation.compare_stored, {99: 1})

    def test_callback_that_fails(self):
        def write(_):
            raise OSError("disk full")
        with self.assertRaisesRegex(OSError, "disk full"):
            self.criteria.write(write)

    def test_handles_close_once_in_any_order(self):
        self.criteria.close()
        self.criteria.close()
        self.assertEqual(self.evaluation.points(), Decimal("94.52"))
        self.assertRaises(ctypes.ArgumentError, self.criteria.json)
        self.assertRaises(ctypes.ArgumentError, Assessment.read, self.criteria, self.marks)

    def test_threads_share_an_evaluation(self):
        seen = []
        threads = [threading.Thread(target=lambda: seen.extend(self.evaluation.points() for _ in range(200))) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        self.assertEqual(seen, [Decimal("94.52")] * 800)


class IllustrationTest(unittest.TestCase):
    def setUp(self):
        self.criteria = CriteriaSet.read((ILLUSTRATION / "criteria.json").read_bytes())
        self.context = Context.read(self.criteria, (ILLUSTRATION / "context.json").read_bytes())
        self.units = AssessmentList.read(self.criteria, (ILLUSTRATION / "assessments/minh-hoa.json").read_bytes(),
                                         context=self.context)

    def test_rules_and_context(self):
        self.assertEqual(len(list(self.units.units())), len(self.units))
        self.assertEqual(next(self.units.units()), ("SNV", "Sở Nội vụ (minh họa)"))
        self.assertRaises(IndexError, self.units.__getitem__, len(self.units))
        node = self.criteria.find("1.1.1")
        self.assertEqual([each.name for each in node.facts], ["plan"])
        self.assertEqual(node.facts[0].levels[0].code, "in_time")
        with self.units[0] as first, first.evaluate(self.context) as scored:
            self.assertGreater(scored.points(), 0)
        self.assertIn('"SNV"', self.context.json())

    def test_csv(self):
        units = AssessmentList.read_csv(CriteriaSet.read(FRACTIONS), "unit,1.1:a,1.1:b\nSNV,1,4\nSTC,x,4\n", "f.csv", 2025)
        with units[0] as first, first.evaluate() as scored:
            self.assertEqual(scored.points(), Decimal("0.5"))
        with self.assertRaises(Error) as caught:
            units[1]
        self.assertEqual((caught.exception.line, caught.exception.findings[0].file), (3, "f.csv"))

    def test_missing_facts(self):
        with Assessment.create(self.criteria, "SNV", 2025, group="so") as made:
            made.set_fact("1.3.1", "a", 10)
            node = self.criteria.find("1.3.1").index
            with made.evaluate() as scored:
                self.assertEqual(scored.missing_facts(node), [1])
            made.set_fact("1.3.1", "b", "4")
            with made.evaluate() as scored:
                self.assertEqual(scored.missing_facts(node), [])


class BatchTest(unittest.TestCase):
    def setUp(self):
        self.criteria = CriteriaSet.read((SON_LA / "criteria.json").read_bytes())
        self.leaf = self.criteria.find("4.1").index

    def test_bad_cell_fails_its_unit_alone(self):
        result = parindex.score_batch(self.criteria, 2021, [Column(self.leaf, array("q", [361, 401, 0]), scale=2)],
                                      units=["A", "B", "C"])
        self.assertEqual([bool(each) for each in result.statuses], [False, True, False])
        self.assertEqual(result.nodes[1], self.leaf)
        self.assertEqual([each.where for each in result.findings], ["/1/0"])
        self.assertEqual([result.score(unit, self.leaf) for unit in range(3)], [Decimal("3.61"), 0, 0])
        self.assertEqual(result.total(0) - result.total(2), Decimal("3.61"))

    def test_absent_cells(self):
        result = parindex.score_batch(self.criteria, 2021, [Column(self.leaf, [361, 361], 2, present=[1, 0])])
        self.assertEqual(result.unmarked[1] - result.unmarked[0], 1)
        self.assertEqual(len(parindex.score_batch(self.criteria, 2021, []).statuses), 0)
        self.assertRaises(ValueError, parindex.score_batch, self.criteria, 2021, [Column(self.leaf, [1]), Column(0, [1, 2])])
        self.assertRaises(Error, parindex.score_batch, self.criteria, 2021, [Column(0, [1])])


class NumbersTest(unittest.TestCase):
    def test_fractions(self):
        with CriteriaSet.read(FRACTIONS) as criteria, Assessment.create(criteria, "SNV", 2025) as made:
            made.set_fact("1.1", "a", 1)
            made.set_fact("1.1", "b", 3)
            with made.evaluate() as scored:
                self.assertEqual(scored.points(), Fraction(2, 3))
                self.assertLess(scored.points(), scored.points(which=Points.MAXIMUM))
                self.assertEqual(parindex.rounded(scored.points(), 2), (Decimal("0.67"), False))

    def test_doubles(self):
        self.assertEqual(parindex.decimal_from_double(3.6100000000000003, 2), Decimal("3.61"))
        self.assertRaises(Error, parindex.decimal_from_double, 3.615, 2)

    def test_every_digit_of_a_decimal(self):
        for number in (Decimal("-0.5"), Decimal("9223372036854775807"), Decimal("1E+3"), Decimal("0.000000000000000001")):
            self.assertEqual(parindex.rounded(number, -min(0, number.as_tuple().exponent)), (number, True))


class ErrorStructTest(unittest.TestCase):
    def test_success_empties_it(self):
        """Of each size: whole, and as earlier versions may have had it."""
        parse, number = library.parindex_decimal_parse, _library.DecimalStruct()
        whole = ctypes.sizeof(_library.ErrorStruct)
        message = _library.ErrorStruct.message.offset
        for size in (whole, message + 1, message, _library.ErrorStruct.where.offset + 7, 24, 10, 8):
            error = _library.ErrorStruct.from_buffer(bytearray(b"x" * whole))
            error.struct_size = size
            self.assertEqual(parse(b"1", 1, ctypes.byref(number), ctypes.byref(error)), 0)
            self.assertEqual((error.struct_size, error.code), (size, 0))
            self.assertEqual(bytes(error)[size:], b"x" * (whole - size))
            for name in ("severity", "line", "column", "findings"):
                if getattr(_library.ErrorStruct, name).offset + 4 <= size:
                    self.assertEqual(getattr(error, name), 0)
            for name in ("criterion", "where", "message"):
                if getattr(_library.ErrorStruct, name).offset < size:
                    self.assertEqual(getattr(error, name), b"")


class LeakTest(unittest.TestCase):
    def test_nothing_stays(self):
        """Handles and findings are freed without close() too: as many frees as handles."""
        freed = []
        for noun in ("criteria_set", "assessment", "evaluation"):
            function = getattr(library, f"parindex_{noun}_free")
            setattr(library, f"parindex_{noun}_free",
                    lambda pointer, function=function, noun=noun: (freed.append(noun), function(pointer)))
            self.addCleanup(setattr, library, f"parindex_{noun}_free", function)
        criteria = CriteriaSet.read((SON_LA / "criteria.json").read_bytes())
        Assessment.read(criteria, (SON_LA / "assessment.json").read_bytes()).evaluate()
        del criteria
        gc.collect()
        self.assertEqual(sorted(freed), ["assessment", "criteria_set", "evaluation"])


unittest.main()
