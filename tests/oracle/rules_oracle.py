#!/usr/bin/env python3
"""Random criteria sets with rules, scored by an independent computation in Python's fractions and by the library.

    rules_oracle.py --runner PROGRAM [--leaves N] [--units N] [--seed S]

Compares maximum, score, lowest and highest of every node and part, every entry of the ledger, which leaves do not apply
and which facts are refused; prints the text of a case where they differ.
"""
import argparse
import random
import sys

from cases import Batch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runner", required=True, help="the program rules_runner")
    parser.add_argument("--leaves", type=int, default=5000, help="how many leaves to compare")
    parser.add_argument("--units", type=int, default=0, help="how many units to compare, whatever their leaves")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    source = random.Random(options.seed)
    leaves = units = refused_marks = refused_rules = open_leaves = exact = undecided = wrong = 0
    while (leaves < options.leaves or units < options.units) and wrong < 5:
        batch = Batch(options.runner, source)
        refused_rules += batch.refused_rules
        wrong += len(batch.wrong)
        print("\n".join(batch.wrong), end="\n" if batch.wrong else "")
        for case, done in batch.compared():
            units += 1
            leaves += done.compared
            undecided += done.undecided
            refused_marks += len(done.refused)
            open_leaves += len(done.possible) if done.compared else 0
            exact += len(done.exact & done.possible.keys()) if done.compared else 0
            if done.wrong and wrong < 5:
                wrong += 1
                print(f"-- set\n{case.of_set.text}\n-- unit\n{case.assessment}\n-- context\n{case.context}")
                print("\n".join(done.wrong[:8]))
    print(f"rules: {leaves} leaves of {units} units compared, {open_leaves} of them without some facts, {exact} of "
          f"these with ranges that are exact; "
          f"{refused_marks} marks and {refused_rules} rules were refused, {undecided} units left out; {wrong} differ")
    return 1 if wrong or leaves < options.leaves else 0


if __name__ == "__main__":
    sys.exit(main())
