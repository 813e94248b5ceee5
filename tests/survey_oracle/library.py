"""What the library says about cases: asks survey_runner, and reads its answers."""
import json
import subprocess
from dataclasses import dataclass, field
from fractions import Fraction

from counting import ALL


@dataclass
class Answer:
    findings: list = field(default_factory=list)  # what is wrong with a file: (code, message)
    counts: dict = field(default_factory=dict)    # by unit, row and what is counted; zeros are left out
    values: list = field(default_factory=list)    # of each request: a fraction's two numbers, or the code of a refusal
    means: list = field(default_factory=list)     # of the terms that it is the mean of, where there are some
    differ: list = field(default_factory=list)    # files whose tally has other bytes than the first


def text(word, *words):
    """A line whose last word is a text of any kind."""
    body = words[-1].encode("utf-8")
    return b"\t".join([word.encode(), *(each.encode("utf-8") for each in words[:-1]), str(len(body)).encode()]) + (
        b"\n" + body + b"\n")


def line(*words):
    return "\t".join(words).encode("utf-8") + b"\n"


def written(case):
    out = [text("form", json.dumps(case.described, ensure_ascii=False)), line("by", *case.by)]
    for (columns, texts), order in zip(case.files, case.merged):
        out.append(text("columns", json.dumps(columns, ensure_ascii=False)))
        out += [text("answers", texts[at]) for at in order]
        out.append(line("merged"))
    if not case.says_issued:
        out += [line("issued", unit, str(number)) for unit, number in case.issued.items()]
    out.append(line("counts"))
    for each in case.requests:
        group, category = each["row"]
        out.append(line("index", each["formula"], each["units_how"], each["scope"], group, category or "",
                        str(len(each["units"])), *each["units"],
                        *(word for unit, number in each["populations"].items() for word in (unit, str(number)))))
    return b"".join(out) + b"end\n"


def read_answer(block):
    out = Answer()
    for each in block.splitlines():
        word, *words = each.split("\t")
        if word == "finding":
            out.findings.append(tuple(words))
        elif word == "count":
            unit, group, category, *what, number = words
            out.counts[unit, (group, category or None) if group else ALL, *what] = int(number)
        elif word == "index":
            out.values.append((Fraction(words[0]), Fraction(words[1])))
            out.means.append(Fraction(words[2]) if words[2] else None)
        elif word == "refused":
            out.values.append(words[0])
            out.means.append(None)
        elif word == "differs":
            out.differ.append(int(words[0]))
        else:
            raise RuntimeError(f"unknown answer {each}")
    return out


def ask(runner, cases):
    run = subprocess.run([runner], input=b"".join(written(each) for each in cases), capture_output=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.decode("utf-8", "replace"))
    blocks = run.stdout.decode("utf-8").split("\n\n")[:-1]
    if len(blocks) != len(cases):
        raise RuntimeError(f"{len(cases)} cases, but {len(blocks)} answers")
    return [read_answer(each) for each in blocks]
