"""D07: a year of ค.ศ. after a Thai month."""

from __future__ import annotations

from cases import each
from papers import external, faults, found, memo, texts

from memogen.findings import Severity


@each(
    ("text", "wrong"),
    [
        ("ภายในวันที่ ๒๗ มีนาคม ๒๐๒๓", "๒๐๒๓"),
        ("เดือนเมษายน 2023 เป็นต้นไป", "2023"),
        ("ตั้งแต่ 1 ม.ค. 1999", "1999"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D07")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "๒๗ มีนาคม ๒๕๖๖",
        "มีนาคม ค.ศ. ๒๐๒๓",
        "The meeting of March 2023",
        "ปี ค.ศ. ๒๐๓๐",
        "เดือนมีนาคม ๒,๐๒๓ ราย",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D07") == []


def test_the_letters_own_date_is_an_error_and_one_in_the_text_a_warning():
    [own] = found(external(date="๒๗ มีนาคม ๒๐๒๓"), "D07")
    [other] = found(memo(body=["ภายในเดือนเมษายน ๒๐๒๓"]), "D07")
    assert (own.finding.severity, other.finding.severity) == (Severity.ERROR, Severity.WARNING)


def test_the_hint_is_the_year_of_the_buddhist_era():
    [fault] = faults(memo(body=["ภายในเดือนเมษายน ๒๐๒๓"]), "D07")
    assert "๒๕๖๖" in fault.hint
