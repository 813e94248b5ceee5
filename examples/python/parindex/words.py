"""The words of the interface: the `PARINDEX_` constants of parindex.h by group."""

from enum import IntEnum


class Severity(IntEnum):
    NOTE, WARNING, ERROR = range(3)


class Rounding(IntEnum):
    HALF_UP, HALF_EVEN, HALF_DOWN, DOWN, UP, FLOOR, CEILING = range(7)


class Round(IntEnum):
    SELF, APPRAISAL, RE_APPRAISAL, SURVEY, AUTHORITY = range(5)


class NodeKind(IntEnum):
    GROUP, LEAF, REMAINDER = range(3)


class PointKind(IntEnum):
    REGULAR, BONUS, PENALTY = range(3)


class Origin(IntEnum):
    PRINTED, INFERRED, ASSIGNED = range(3)


class RuleKind(IntEnum):
    NONE, LEVELS, CASES, STEPS, LINEAR, WEIGHTED_SUM, COMBINE, FORMULA = range(8)


class FactKind(IntEnum):
    COUNT, NUMBER, PERCENT, DATE, YES_NO, LEVEL = range(6)


class FactSource(IntEnum):
    MARK, CONTEXT = range(2)


class Points(IntEnum):
    MAXIMUM, SCORE, LOWEST, HIGHEST, DEDUCTION = range(5)


class LedgerKind(IntEnum):
    LOSS, BONUS, PENALTY, LIMIT, RESCALE, ROUNDING = range(6)


class Nodes(IntEnum):
    UNMARKED, NOT_APPLICABLE, MAY_NOT_APPLY, SELF_DIFFERS = range(4)


class SelfPoints(IntEnum):
    MAXIMUM, SCORE, COUNTED, TOTAL = range(4)


class ChangeKind(IntEnum):
    ADDED, REMOVED, RENAMED, MOVED, MAXIMUM, BOUNDS, PART, POLICY, EVIDENCE, RULE, POINT_KIND = range(11)


class Language(IntEnum):
    VIETNAMESE, ENGLISH = range(2)


class Covered(IntEnum):
    LOST, COVERED = range(2)


class Scope(IntEnum):
    TOTAL, PART, FIELD = range(3)


class QuestionKind(IntEnum):
    PERCEPTION, SATISFACTION, NEED = range(3)


class Answer(IntEnum):
    ANSWERED, BLANK, DONT_KNOW, NOT_APPLICABLE, REFUSED, OUT_OF_RANGE, SEVERAL_MARKED, SKIPPED, OFF_ROUTE = range(9)


class Precision(IntEnum):
    NONE, CLUSTERS, RESPONDENTS = range(3)


class IndexNumber(IntEnum):
    VALUE, PERCENT, NUMERATOR, DENOMINATOR, WEIGHT = range(5)


class Text(IntEnum):
    (CODE, NAME, ASSUMPTION, DECISION_NUMBER, DECISION_ISSUER, DECISION_DATE, FILE, WHERE, CRITERION, MESSAGE, LINE, BEFORE,
     AFTER, METHOD, FORMULA, AGGREGATION, SCOPE) = range(17)


NONE = -1
COLUMN_MARKED = -2  # Column.fact: no value, but that the leaf has a mark
