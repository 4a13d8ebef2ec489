"""K14: no fields that run or fetch."""

from __future__ import annotations

from dataclasses import replace

from papers import AROUND, faults, memo

from memogen.findings import Finding

TOLD = Finding(code="K14", message="ทำงานเอง", hint="ลบออก", place="word/document.xml", text="x")


def test_what_was_found_in_the_file_is_told_by_its_rule():
    [fault] = faults(memo(), "K14", replace(AROUND, active=(TOLD,)))
    assert (fault.text, fault.place, fault.hint) == ("x", "word/document.xml", "ลบออก")


def test_what_another_rule_tells_is_left_to_it():
    assert faults(memo(), "K14", replace(AROUND, active=(replace(TOLD, code="K99"),))) == []
    assert faults(memo(), "K14") == []
