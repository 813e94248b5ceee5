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
from collections import Counter

import fixture
from cases import make_cases
from compare import Comparison
from library import ask, written

BATCH = 100  # questionnaires


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runner", required=True, help="the program survey_runner")
    parser.add_argument("--questionnaires", type=int, default=300)
    parser.add_argument("--requests", type=int, default=80, help="for indices of each questionnaire")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    source = random.Random(options.seed)
    wrong = fixture.contradictions()
    print("\n".join(wrong), end="\n" if wrong else "")
    done = Counter()
    while done["questionnaires"] < options.questionnaires and len(wrong) < 5:
        number = min(BATCH, options.questionnaires - done["questionnaires"])
        done["questionnaires"] += number
        cases = make_cases(source, number, options.requests)
        for case, answer in zip(cases, ask(options.runner, cases)):
            compared = Comparison(case, answer).run()
            done += compared.done
            if compared.wrong and len(wrong) < 5:
                print("-- case\n" + written(case).decode("utf-8"))
                print("\n".join(compared.wrong[:8]))
                wrong += compared.wrong[:1]
    print("surveys:", ", ".join(f"{number} {what}" for what, number in done.items()), f"compared; {len(wrong)} differ")
    return 1 if wrong or not done["indices"] else 0


if __name__ == "__main__":
    sys.exit(main())
