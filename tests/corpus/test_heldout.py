"""No less is found of the held-out set than its README says; `report.py --heldout` prints the figures."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from clean_letters import LETTERS
from corpus_paths import HERE
from corpus_running import LAYOUTS, clean, plants
from heldout.letters import LETTERS as HELDOUT
from report import heldout_cases, severity_of

from memogen.findings import Severity

README = (HERE / "heldout" / "README.md").read_text(encoding="utf-8")
LEAST = 2
"""Planted faults of each rule."""
_FIGURES = re.compile(
    r"^\| (?P<severity>error|warning|info) \|[^|]*\|"
    r" (?P<found>\d+) of (?P<planted>\d+) found, (?P<false>\d+) false",
    re.MULTILINE,
)


@pytest.fixture(scope="module")
def published():
    """What the README says of today: faults missed and false alarms by severity."""
    return {
        Severity(one["severity"]): (int(one["planted"]) - int(one["found"]), int(one["false"]))
        for one in _FIGURES.finditer(README)
    }


def test_no_more_is_missed_than_the_readme_says(published):
    cases = heldout_cases()
    for severity in Severity:
        missed = [case for case in cases if not case.hits and severity_of(case) is severity]
        assert len(missed) <= published[severity][0], [(case.plant.code, case.plant.base) for case in missed]


def test_no_more_is_false_than_the_readme_says(published):
    alarms = [one for _letter, _layout, found in clean(HELDOUT) for one in found]
    for severity in Severity:
        false = [one for one in alarms if one.finding.severity is severity]
        assert len(false) <= published[severity][1], [(one.rule.code, one.finding.text) for one in false]


def test_every_rule_of_the_first_run_has_its_faults():
    """Rules made since then have seen this set; it says nothing of them."""
    counted = Counter(one.code for one in plants("heldout"))
    named = set(re.findall(r"\b[A-Z][0-9]{2}\b", README.partition("Left out")[0]))
    assert {code for code in named if counted[code] < LEAST} == set()
    assert named >= counted.keys()


def test_its_letters_are_not_those_of_the_corpus():
    assert len(HELDOUT) * len(LAYOUTS) == 100
    assert HELDOUT.keys().isdisjoint(LETTERS)
