"""The office's own letters, typed as they stand: what is wrong in them is found, and nothing that is right.

Every finding was read and judged; those of how a layout is made (rows of spaces and tabs) are left out.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from corpus_running import LAYOUTS, around, docx
from seed_letters import SEEDS

from memogen.check import check, rules
from memogen.findings import Severity
from memogen.proof import read_paper

MADE_BY_HAND = ("T08", "T17")

SLIPS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "แจ้งผลสำรวจ ๖๗๑": (
        ("H10", "ผู้อำนวยการกอง"),  # one text for seven offices, with the number of a single letter
    ),
    "แผนปรับปรุง ๑๙๑": (
        ("J04", "แผนปรับปรุงและพัฒนา"),  # asks for approval, and the subject is a plan's name
    ),
    "แจ้งแผน ๖๕๓": (
        ("H10", "ผู้อำนวยการกอง"),
        ("B12", "หนังสือกลุ่มพัฒนาระบบบริหาร ที่ กษ ๑๑๑๓/๖๕๑ ลงวันที่ ๖ ตุลาคม ๒๕๖๖"),  # half a year after itself
    ),
    "นโยบายคุณธรรม ๑๑๑๕": (
        ("H10", "ผู้อำนวยการสำนัก"),
        ("C05", "ๆ"),  # ใดๆ
    ),
    "หลักฐานเชิงประจักษ์ ๖๑": (
        ("C15", "("),  # (Integrity and Transparency Assessment : ITA ประจำปี…
        ("C05", "ๆ"),  # ต่างๆ
    ),
    "ประกาศนโยบายคุณธรรม": (
        ("C05", "ๆ"),  # ผ่านช่องทางต่างๆ
        ("C05", "ๆ"),  # ไม่ว่าจะกรณีใดๆ
        ("C04", "ม่่า"),  # สม่่าเสมอ
        ("C05", "ๆ"),  # ตามช่องทางต่างๆ
    ),
}
"""Code, and how the text begins, of each finding in the order of the letter."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_letter_of_the_office_has_these_slips_and_no_other(seed, layout):
    paper = read_paper(docx(seed, layout))
    assert (paper.kind, paper.recognised) == (seed.kind, True)
    found = [
        one
        for one in check(paper, rules().values(), around(seed))
        if not (one.rule.code in MADE_BY_HAND and one.finding.severity is Severity.INFO)
    ]
    told = [(one.rule.code, one.finding.text) for one in found]
    assert [code for code, _text in told] == [code for code, _begin in SLIPS[seed.name]], told
    assert all(
        text.startswith(begin) for (_code, text), (_, begin) in zip(told, SLIPS[seed.name], strict=True)
    )
