"""`python tests/corpus/report.py`: what the rules find of the corpus, by rule.

Planted faults found, false alarms in clean letters, and how often other rules spoke of a planted fault too.
`python tests/corpus/report.py --all` lists every miss, false alarm and word of other rules,
`python tests/corpus/report.py --heldout` prints the same of the set that no rule was tuned to (`heldout/`).
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from clean_letters import LETTERS
from corpus_running import Case, clean, is_alarm, planted, planted_in_files, plants
from heldout.letters import LETTERS as HELDOUT

from memogen.check import Found, Rule, rules
from memogen.findings import Severity


def main() -> None:
    started = time.process_time()
    is_heldout = "--heldout" in sys.argv
    cases = heldout_cases() if is_heldout else list(planted(plants()))
    letters = list(clean(HELDOUT) if is_heldout else clean())
    alarms = [one for _letter, _layout, found in letters for one in found]
    for line in table(cases, alarms):
        print(line)
    print()
    for line in sums(cases, alarms, len(letters)):
        print(line)
    if not is_heldout:
        files = list(planted_in_files(plants()))
        print(f"in letter files: {sum(bool(case.hits) for case in files)} of {len(files)} planted found")
    print(f"\n{time.process_time() - started:.1f} s of processor time")
    if "--all" in sys.argv:
        for line in details(cases, alarms):
            print(line)


def heldout_cases() -> list[Case]:
    """The faults of the held-out set, in its letters and in the corpus's."""
    return list(planted(plants("heldout"), {**LETTERS, **HELDOUT}))


def table(cases: list[Case], alarms: list[Found]) -> list[str]:
    """A line a rule."""
    lines = ["rule  severity  planted  found  false alarms  others spoke"]
    for code, rule in rules().items():
        own = [case for case in cases if case.plant.code == code]
        found = sum(bool(case.hits) for case in own)
        false = sum(one.rule.code == code for one in alarms)
        others = sum(bool([one for one in case.others if is_alarm(one)]) for case in own)
        lines.append(
            f"{code:<4}  {rule.severity.value:<8}  {len(own):>7}  {found:>5}  {false:>12}  {others:>12}"
        )
    return lines


def sums(cases: list[Case], alarms: list[Found], letters: int) -> list[str]:
    """What the issue asks, by severity."""
    lines = []
    for severity in Severity:
        own = [case for case in cases if severity_of(case) is severity]
        found = sum(bool(case.hits) for case in own)
        false = sum(one.finding.severity is severity for one in alarms)
        rate = f"{found / len(own):.1%}" if own else "-"
        lines.append(
            f"{severity.value:<8} {found} of {len(own)} planted found ({rate}), "
            f"{false} false in {letters} clean letters"
        )
    return lines


def severity_of(case: Case) -> Severity:
    """How severe the planted fault is said to be; as its rule when it was not found."""
    rule: Rule = rules()[case.plant.code]
    return case.hits[0].finding.severity if case.hits else rule.severity


def details(cases: list[Case], alarms: list[Found]) -> list[str]:
    lines = ["\nmissed"]
    lines += [f"  {case.plant.code} {case.plant.base} ({case.layout})" for case in cases if not case.hits]
    lines.append("\nfalse alarms")
    counted = Counter(
        (one.rule.code, one.finding.severity.value, one.finding.file, one.finding.text, one.finding.message)
        for one in alarms
        if is_alarm(one)
    )
    lines += [f"  {count} × {' | '.join(words)}" for words, count in counted.items()]
    lines.append("\nother rules")
    lines += [
        f"  {case.plant.code} {case.plant.base} ({case.layout}): {one.rule.code} "
        f"{one.finding.severity.value} “{one.finding.text}” {one.finding.message}"
        for case in cases
        for one in case.others
        if is_alarm(one)
    ]
    return lines


if __name__ == "__main__":
    main()
