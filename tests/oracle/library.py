"""What the library says about sets and units: asks rules_runner, and reads its answers."""
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

from numbers_text import plain, written
from tree import Evaluated, Points


@dataclass
class Answer(Evaluated):
    findings: list = field(default_factory=list)  # (criterion, JSON Pointer, message)


def read_answer(block):
    out = Answer()
    for line in block.splitlines():
        word, *words = line.split("\t")
        if word == "finding":
            out.findings.append(tuple(words))
        elif word in ("node", "part"):
            points = Points(*[Fraction(each) for each in words[1:5]], int(words[5]))
            (out.nodes if word == "node" else out.parts)[words[0]] = points
        elif word == "entry":
            out.ledger[words[0], words[1]] += Fraction(words[2])
        elif word == "absent":
            out.absent.add(words[0])
    return out


def ask(runner, lines):
    """An answer for each set and unit among the lines."""
    run = subprocess.run([runner], input="\n".join(lines) + "\n", capture_output=True, text=True, encoding="utf-8",
                         check=False)
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    blocks = run.stdout.split("\n\n")[:-1]
    asked = sum(not line.startswith("context") for line in lines)
    if len(blocks) != asked:
        raise RuntimeError(f"{asked} lines, but {len(blocks)} answers")
    return [read_answer(block) for block in blocks]


def set_line(described):
    return "set\t" + written(described)


def unit_lines(described, context):
    words = [word for criterion, facts in context.items() for name, value in facts.items()
             for word in (criterion, name, plain(str(value).lower() if isinstance(value, bool) else value))]
    return ["context\t" + "\t".join(words), "unit\t" + written(described)]
