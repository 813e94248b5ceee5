"""parindex for Python: exact scores of administrative reform, explained point by point.

    with CriteriaSet.read(json, "criteria.json") as criteria, Assessment.read(criteria, marks) as assessment:
        with assessment.evaluate() as evaluation:
            print(evaluation.points())  # Decimal("94.52")

Numbers are Decimal, or Fraction where no decimal ends; what fails raises Error with all findings. The library is
libparindex.so.1 as the loader finds it (parindex.dll on Windows), or the file that PARINDEX_LIBRARY names."""

from ._library import library as _native
from .assessment import Assessment, AssessmentList
from .batch import BatchResult, Column, score_batch
from .criteria_set import Change, Context, CriteriaSet, Decision, Fact, Level, Node, Part
from .errors import Error, Finding
from .evaluation import Evaluation, LedgerEntry
from .numbers import Number, decimal_from_double, rounded
from .plan import Coverage, Draft, Plan
from .questionnaire import Option, Question, Questionnaire
from .satisfaction_index import SatisfactionIndex, Term, survey_points
from .tally import SheetCounts, Tally
from .words import (COLUMN_MARKED, Answer, ChangeKind, Covered, FactKind, FactSource, Language, LedgerKind, NodeKind, Nodes, Origin,
                    PointKind, Points, Precision, QuestionKind, Round, Rounding, RuleKind, Scope, SelfPoints, Severity)

__version__ = _native.parindex_version_text().decode()
