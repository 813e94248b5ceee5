"""Scores one unit, names its fields and what cost it most, and shows what an error looks like.

usage: report.py DATA_FOLDER"""

import sys
from pathlib import Path

from parindex import Assessment, CriteriaSet, Error, Evaluation, Points


def print_score(criteria: CriteriaSet, assessment: Assessment, evaluation: Evaluation) -> None:
    print(f"{assessment.unit_name}, {assessment.year}")
    print(f"total {evaluation.points()} of {evaluation.points(which=Points.MAXIMUM)}")
    print("fields:")
    for field in criteria.fields:
        maximum = evaluation.points(field.index, Points.MAXIMUM)
        print(f"  {field.code} {field.name}: {evaluation.points(field.index)} of {maximum}")
    print("largest deductions:")
    deductions = [entry for entry in evaluation.ledger() if entry.is_deduction]
    for entry in sorted(deductions, key=lambda entry: entry.amount, reverse=True)[:3]:  # ties keep their order
        print(f"  {criteria.nodes[entry.node].code} -{entry.amount}: {evaluation.explain(entry.node)}")


def print_error(criteria: CriteriaSet, marks: str) -> None:
    print("error:")
    try:
        Assessment.read(criteria, marks.replace('"score": "3.61"', '"score": "36.1"', 1), "assessment.json").close()
    except Error as error:
        for each in error.findings:
            print(f"  {each.code} {each.name} {each.line}:{each.column} {each.where} [{each.criterion}]: {each.message}")


def main(folder: Path) -> None:
    marks = (folder / "assessment.json").read_text(encoding="utf-8")
    with (CriteriaSet.read((folder / "criteria.json").read_bytes(), "criteria.json") as criteria,
          Assessment.read(criteria, marks, "assessment.json") as assessment,
          assessment.evaluate() as evaluation):
        print_score(criteria, assessment, evaluation)
        print_error(criteria, marks)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        main(Path(sys.argv[1]))
    except (OSError, Error) as error:
        sys.exit(f"error: {error}")
