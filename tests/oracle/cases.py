"""Random cases with the answers of the library, in batches. Rules that the static checks refuse are made again."""
import json

import rules
from compare import Case, Comparison, without_forms
from criteria import CriteriaSet
from library import ask, set_line, unit_lines
from numbers_text import written
from random_facts import FactMaker
from random_sets import SetMaker
from random_units import UnitMaker

SETS = 40   # of a batch
UNITS = 4   # of a set
ATTEMPTS = 6
TRIALS = 8  # of facts for a rule that was refused


def renew(made, findings, attempt):
    """Gives leaves whose rules were refused others, simpler ones in the end."""
    leaves = {leaf.described["code"]: leaf for leaf in made.leaves}
    for criterion, _, message in findings:
        leaf = leaves.get(criterion)
        if leaf is None or "rule" not in leaf.described:
            raise AssertionError(f"a generated set is wrong: {message}\n{written(made.described)}")
    for criterion in sorted({each[0] for each in findings}):
        leaf = leaves[criterion]
        leaf.described["rule"] = made.rule(leaf.described, leaf.points, attempt + 1)


def wrongly_refused(made, findings, random):
    """Facts that reach the maximum under a rule that was refused because it never would."""
    of_set = CriteriaSet(written(made.described))
    leaves = {leaf.code: leaf for leaf in of_set.leaves}
    makers = {leaf.described["code"]: FactMaker(leaf.described["rule"])
              for leaf in made.leaves if "rule" in leaf.described}
    for criterion, _, message in findings:
        if "the rule gives at most" not in message:
            continue
        leaf, maker = leaves[criterion], makers[criterion]
        for _ in range(TRIALS):
            facts = without_forms(maker.all(random))
            try:
                found = rules.score(leaf.rule, of_set.rules, leaf.maximum, rules.complete(leaf.rule, {}, facts)[0])
            except rules.Contradiction:
                continue
            if found.state == "scored" and found.points >= leaf.maximum:
                yield f"{message}\nbut {facts} give {found.points}: {written(made.described)}"


class Batch:
    def __init__(self, runner, random):
        self.runner = runner
        self.random = random
        self.refused_rules = 0
        self.wrong = []  # what was refused, but should not have been
        self.sets = [SetMaker(random) for _ in range(SETS)]
        self.settle()

    def settle(self):
        """Until every set is accepted."""
        open_sets = self.sets
        for attempt in range(ATTEMPTS):
            answers = ask(self.runner, [set_line(each.described) for each in open_sets])
            refused = [(made, answer.findings) for made, answer in zip(open_sets, answers) if answer.findings]
            self.refused_rules += sum(len({each[0] for each in findings}) for _, findings in refused)
            if not refused:
                return
            for made, findings in refused:
                self.wrong += wrongly_refused(made, findings, self.random)
                renew(made, findings, attempt)
            open_sets = [made for made, _ in refused]
        raise AssertionError(f"no rule is accepted: {refused[0][1]}\n{written(refused[0][0].described)}")

    def cases(self):
        """Units of all sets, each with its answer."""
        units = [(made, UnitMaker(self.random, made)) for made in self.sets for _ in range(UNITS)]
        return self.answered([(made, unit.described, unit.context) for made, unit in units])

    def answered(self, units):
        if not units:
            return []
        lines, last = [], None
        for made, described, context in units:
            if made is not last:
                lines.append(set_line(made.described))
            last = made
            lines += unit_lines(described, context)
        answers = iter(ask(self.runner, lines))
        out, last = [], None
        for made, described, context in units:
            if made is not last:
                next(answers)
                read = CriteriaSet(written(made.described))
            last = made
            case = Case(read, written(described), context, made.leaves, next(answers))
            out.append((made, described, case))
        return out

    def compared(self):
        """Comparisons of all units; those with refused marks once more without these."""
        waiting = self.cases()
        while waiting:
            again = []
            for made, described, case in waiting:
                done = Comparison(case, self.random).run()
                yield case, done
                if done.refused and not done.wrong:
                    again.append((made, without(described, done.refused), case.context))
            waiting = self.answered(again)


def without(described, pointers):
    """The unit without some of its marks."""
    out = json.loads(json.dumps(described))
    for at, each in enumerate(out["rounds"]):
        each["marks"] = [mark for index, mark in enumerate(each["marks"])
                         if f"/rounds/{at}/marks/{index}" not in pointers]
    return out
