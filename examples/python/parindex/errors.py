"""What goes wrong, and what a person should know of what went well."""

from dataclasses import dataclass

from .words import Severity


@dataclass(frozen=True)
class Finding:
    """One thing found in a file or in marks."""
    code: int  # of parindex.h, PARINDEX_E_SCORE_ABOVE_MAXIMUM
    name: str  # "score_above_maximum"
    severity: Severity
    line: int  # from 1; 0: unknown
    column: int  # in code points, from 1; 0: unknown
    criterion: str
    where: str  # JSON Pointer
    message: str
    file: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.line else ""
        return f"{place}{self.severity.name.lower()}: {self.message}" + (f" [{self.where}]" if self.where else "")


class Error(Exception):
    """A call that failed. Code, name and place are those of the error that decided so;
    `findings` are all that the call found."""

    def __init__(self, first: Finding, findings: tuple[Finding, ...] = ()):
        super().__init__(first, findings)
        self.findings = findings or (first,)
        self.code, self.name = first.code, first.name
        self.line, self.column, self.where = first.line, first.column, first.where
        self.criterion, self.message = first.criterion, first.message

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))
