"""Every rule keeps the promises of its page."""

from __future__ import annotations

import re
from pathlib import Path

from cases import each
from papers import AROUND, CLEAN

from memogen.check import BASES, check, rules
from memogen.findings import Severity

HERE = Path(__file__).parent
RULES = list(rules().values())


@each("rule", RULES, ids=lambda rule: rule.code)
class TestEachRule:
    def test_has_a_whole_page(self, rule):
        assert all((rule.title, rule.why, rule.wrong, rule.right, rule.source))
        assert rule.wrong != rule.right
        assert rule.basis in BASES

    def test_is_an_error_only_on_a_basis_that_may_stop_a_letter(self, rule):
        assert rule.severity is not Severity.ERROR or rule.basis.may_stop

    def test_lives_in_a_file_and_a_test_of_its_own_name(self, rule):
        if rule.asked_by:
            return  # its tests are those of the register
        name = rule.code.lower()
        assert (HERE / f"test_{name}.py").is_file(), f"tests/check/test_{name}.py is missing"
        assert rule.find.__module__ == f"memogen.check.rules.{name}"

    def test_writes_its_page_in_thai_digits(self, rule):
        page = " ".join((rule.title, rule.source))
        assert not re.search(r"(?<![A-Za-z0-9.])[0-9]", page)


@each("paper", CLEAN, ids=lambda paper: paper.kind.value)
def test_a_clean_letter_breaks_no_rule(paper):
    assert [(one.rule.code, one.fault.text) for one in check(paper, RULES, AROUND)] == []
