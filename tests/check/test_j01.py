"""J01: a subject that is empty or too long."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, order, texts

from memogen.findings import Severity

SEED = (
    "การจัดส่งหลักฐานเชิงประจักษ์ (Evidence - based รอบที่ ๑) โครงการประเมินคุณธรรมและความโปร่งใสใน"
    "การดำเนินงานของหน่วยงานภาครัฐ ประจำปีงบประมาณ พ.ศ. ๒๕๖๐"
)


@each("paper", [memo(subject=""), external(subject="............"), order(subject=" ")])
def test_an_empty_subject_is_an_error(paper):
    [fault] = faults(paper, "J01")
    assert fault.severity is None


def test_a_subject_of_more_than_two_lines_is_a_warning():
    long = f"{SEED} และการเตรียมความพร้อมของหน่วยงานส่วนกลางกรมส่งเสริมสหกรณ์ทุกแห่งตามแผนงาน"
    [fault] = faults(memo(subject=long), "J01")
    assert (fault.text, fault.severity) == (long, Severity.WARNING)


def test_lines_of_one_subject_count_together():
    assert texts(memo(subject=(SEED, SEED)), "J01") == [SEED]


@each("subject", [SEED, "การประชุม", None])
def test_subjects_of_real_letters_and_missing_ones_are_left_alone(subject):
    assert faults(memo(subject=subject), "J01") == []
