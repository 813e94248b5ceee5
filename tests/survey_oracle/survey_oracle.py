#!/usr/bin/env python3
"""Random questionnaires and answers, counted and made into indices by an independent computation in Python's fractions
and by the library.

    survey_oracle.py --runner PROGRAM [--questionnaires N] [--requests N] [--seed S]

Compares which files are refused, the sheets, every count of every unit and group of respondents, and each index that is
asked for, as a fraction or as a refusal. Files in other layouts, orders and parts must give the same bytes of a tally.
Prints the case where they differ.
"""
import argparse
import random
import sys

import fixture
from cases import make_case
from compare import Comparison
from library import ask, written

BATCH = 100  # questionnaires


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runner", required=True, help="the program survey_runner")
    parser.add_argument("--questionnaires", type=int, default=300)
    parser.add_argument("--requests", type=int, default=100, help="for indices of each questionnaire")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    source = random.Random(options.seed)
    wrong = fixture.contradictions()
    print("\n".join(wrong), end="\n" if wrong else "")
    done = []
    while len(done) < options.questionnaires and len(wrong) < 5:
        cases = [make_case(source, options.requests) for _ in range(min(BATCH, options.questionnaires - len(done)))]
        for case, answer in zip(cases, ask(options.runner, cases)):
            compared = Comparison(case, answer).run()
            done.append(compared)
            if compared.wrong and len(wrong) < 5:
                print("-- case\n" + written(case).decode("utf-8"))
                print("\n".join(compared.wrong[:8]))
                wrong += compared.wrong[:1]
    values = sum(each.values for each in done)
    print(f"surveys: {len(done)} questionnaires with {sum(len(each.case.sheets) for each in done)} sheets, "
          f"{sum(each.case.expected() is None for each in done)} of which are refused; "
          f"{sum(each.counts for each in done)} counts and {values} indices compared, "
          f"{sum(each.refused for each in done)} of these refused and {sum(each.empty for each in done)} of nothing; "
          f"{len(wrong)} differ")
    return 1 if wrong or not values else 0


if __name__ == "__main__":
    sys.exit(main())
