"""What the rules promise on the corpus; `python tests/corpus/report.py` prints the figures."""

from __future__ import annotations

from collections import Counter

import pytest
from cases import each
from clean_letters import LETTERS
from corpus_running import (
    LAYOUTS,
    TYPED_KINDS,
    around,
    clean,
    docx,
    is_alarm,
    planted,
    planted_in_files,
    plants,
    typed,
)
from report import severity_of

from memogen.check import check, rules
from memogen.findings import Severity
from memogen.proof import read_paper

LEAST = 3
"""Planted faults of each rule."""
WARNINGS_FOUND = 0.95
CLEAN_PER_FALSE_WARNING = 50


@pytest.fixture(scope="module")
def cases():
    return list(planted(plants()))


@pytest.fixture(scope="module")
def false_alarms():
    return [one for _letter, _layout, found in clean() for one in found]


def test_every_rule_that_needs_no_pages_has_its_planted_faults():
    counted = Counter(one.code for one in plants())
    asked = [code for code, rule in rules().items() if not (rule.needs_pages or rule.asked_by)]
    assert [code for code in asked if counted[code] < LEAST] == []


def test_a_planted_fault_is_one_change_of_a_clean_letter():
    whole = {one.name: one for one in LETTERS.values()}
    for one in plants():
        assert one.base in whole
        assert any((one.changes, one.design, one.markup, one.entry, one.layout, one.parts, one.relations)), (
            one
        )


def test_every_error_is_found(cases):
    missed = [case for case in cases if not case.hits and rules()[case.plant.code].severity is Severity.ERROR]
    assert [(case.plant.code, case.plant.base, case.layout.value) for case in missed] == []


def test_nearly_every_warning_is_found(cases):
    warnings = [case for case in cases if severity_of(case) is Severity.WARNING]
    assert sum(bool(case.hits) for case in warnings) >= WARNINGS_FOUND * len(warnings)


def test_no_clean_letter_has_an_error(false_alarms):
    errors = [one for one in false_alarms if one.finding.severity is Severity.ERROR]
    assert [(one.rule.code, one.finding.file, one.finding.text) for one in errors] == []


def test_hardly_a_clean_letter_has_a_warning(false_alarms):
    warnings = [one for one in false_alarms if is_alarm(one)]
    assert len(warnings) <= len(LETTERS) * len(LAYOUTS) // CLEAN_PER_FALSE_WARNING, [
        (one.rule.code, one.finding.file, one.finding.text) for one in warnings
    ]


def test_most_planted_faults_are_told_by_one_rule_only(cases):
    told_twice = [case for case in cases if any(map(is_alarm, case.others))]
    assert len(told_twice) <= len(cases) // 20


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_clean_letter_is_known_by_its_kind(layout):
    read = {one.name: read_paper(docx(one, layout)) for one in LETTERS.values()}
    wrong = [
        name for name, paper in read.items() if paper.kind is not LETTERS[name].kind or not paper.recognised
    ]
    assert wrong == []


class TestLetterFiles:
    """The same letters typed in Markdown, where rules ask for them."""

    def test_planted_faults_are_found_as_well(self):
        cases = list(planted_in_files(plants()))
        assert len(cases) > 200
        missed = [case for case in cases if not case.hits]
        severities = [rules()[case.plant.code].severity for case in missed]
        assert Severity.ERROR not in severities
        assert len(missed) <= (1 - WARNINGS_FOUND) * len(cases), [
            (case.plant.code, case.plant.base) for case in missed
        ]

    @each("name", [one.name for one in LETTERS.values() if one.kind in TYPED_KINDS])
    def test_a_clean_one_has_no_alarm(self, name):
        letter = LETTERS[name]
        found = check(typed(letter), rules().values(), around(letter))
        assert [(one.rule.code, one.finding.text) for one in found if is_alarm(one)] == []
