"""A letter held against the rules."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from memogen.check.rule import Around, Fault, Found, Rule
from memogen.findings import Finding
from memogen.paper import Paper

MOST = 300
"""Faults of one rule that are told of one letter: nobody mends more at a time; hostile files have more."""


def check(paper: Paper, rules: Iterable[Rule], around: Around) -> list[Found]:
    """The faults of a letter, in the order of its passages; of one rule at most MOST."""
    found = [
        Found(rule, fault, _finding(paper, rule, fault))
        for rule in rules
        if rule.asks(paper) and (around.pages or not rule.needs_pages)
        for fault in islice(rule.find(paper, around), MOST)
    ]
    order = {id(passage): number for number, passage in enumerate(paper.passages)}
    return sorted(found, key=lambda one: (order.get(id(one.fault.passage), -1), one.fault.span))


def _finding(paper: Paper, rule: Rule, fault: Fault) -> Finding:
    passage = fault.passage
    start, _end = fault.span
    return Finding(
        code=rule.code,
        severity=fault.severity or rule.severity,
        file=paper.file,
        line=passage.line_at(start) if passage else None,
        place=fault.place or (passage.place if passage else ""),
        text=fault.text,
        message=fault.message,
        hint=fault.hint,
        source=rule.source,
        fixable=fault.fix is not None,
    )
