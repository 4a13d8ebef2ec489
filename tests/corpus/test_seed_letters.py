"""The office's own letters, typed as they stand: what is wrong in them is found, and nothing that is right.

Every finding was read and judged; those of how a layout is made (rows of spaces and tabs) are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cases import each
from corpus_plants import Plant
from corpus_running import LAYOUTS, around, docx
from seed_letters import SEEDS

from memogen.check import check, rules
from memogen.findings import Severity
from memogen.proof import read_paper

MADE_BY_HAND = ("T08", "T17")

SLIPS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "แจ้งผลสำรวจ ๖๗๑": (
        ("H10", "ผู้อำนวยการกอง"),  # one text for seven offices, with the number of a single letter
        ("B05", "จึงเรียนมา"),  # จึงเรียนมาโปรดทราบ
    ),
    "แผนปรับปรุง ๑๙๑": (
        ("J04", "แผนปรับปรุงและพัฒนา"),  # asks for approval, and the subject is a plan's name
    ),
    "แจ้งแผน ๖๕๓": (
        ("H10", "ผู้อำนวยการกอง"),
        ("B12", "หนังสือกลุ่มพัฒนาระบบบริหาร ที่ กษ ๑๑๑๓/๖๕๑ ลงวันที่ ๖ ตุลาคม ๒๕๖๖"),  # half a year after itself
        ("B05", "จึงเรียนมา"),  # จึงเรียนมาโปรดทราบ
    ),
    "นโยบายคุณธรรม ๑๑๑๕": (
        ("H10", "ผู้อำนวยการสำนัก"),
        ("C18", "เลขาธิการกรม"),  # a department has a เลขานุการกรม
        ("C05", "ๆ"),  # ใดๆ
    ),
    "หลักฐานเชิงประจักษ์ ๖๑": (
        ("H08", "ดช"),  # the police is ตช
        ("C15", "("),  # (Integrity and Transparency Assessment : ITA ประจำปี…
        ("C05", "ๆ"),  # ต่างๆ
        ("C18", "เลขาธิการกรม"),
    ),
    "ประกาศนโยบายคุณธรรม": (
        ("C05", "ๆ"),  # ผ่านช่องทางต่างๆ
        ("C01", "ชั้นตอน"),  # ขั้นตอน
        ("C01", "ครบครัด"),  # ครบครัน
        ("C01", "รับผิดขอ"),  # พร้อมรับผิดชอบ
        ("C01", "รับผิดขอ"),
        ("C05", "ๆ"),  # ไม่ว่าจะกรณีใดๆ
        ("C01", "ปลุกฝัง"),  # ปลูกฝัง
        ("C04", "ม่่า"),  # สม่่าเสมอ
        ("C05", "ๆ"),  # ตามช่องทางต่างๆ
    ),
}
"""Code, and how the text begins, of each finding in the order of the letter."""


NOT_FOUND: Mapping[str, tuple[tuple[str, str], ...]] = {
    "แจ้งผลสำรวจ ๖๗๑": (
        ("การได้รับการครบถ้วน", "ได้รับบริการครบถ้วน is meant; each of these words is right elsewhere"),
        ("ศูนย์วิจัยวิเคราะห์", "another letter leaves out วิจัย; only a list of the office's units would tell"),
    ),
    "แผนปรับปรุง ๑๙๑": (
        ("cpd_psd@cpd.go.th", "cpd_psdg everywhere else; the settings have no address to compare"),
        ("ที่ กษ ๑๑๑๓/๓๓๕", "336 numbers before one of six days later; only the books can tell"),
    ),
    "นโยบายคุณธรรม ๑๑๑๕": (
        ("กษ ๑๑๑๓/ ๑๑๑๕", "a thousand numbers after ๖๑ of the day before; only the books can tell"),
    ),
    "หลักฐานเชิงประจักษ์ ๖๑": (
        ("VDO Conference", "Latin words side by side are taken for a name: Zoom Meeting, Google Form"),
    ),
    "ประกาศนโยบายคุณธรรม": (
        ("ไม่ใช้การเงิน", "ไม่ใช่การเงิน is meant; ใช้ and ใช่ are told apart by sense only"),
        ("ความปลอดภัยจากการทุจริต", "ความปลอดจากการทุจริต is meant; the words are right elsewhere"),
    ),
}
"""Slips seen by eye that no rule can be sure of, with the reason."""


@each("layout", LAYOUTS)
@each("seed", SEEDS, ids=lambda seed: seed.name)
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


def test_what_is_listed_as_not_found_stands_in_the_letters_and_nothing_tells_it():
    seeds = {seed.name: seed for seed in SEEDS}
    for name, slips in NOT_FOUND.items():
        found = check(read_paper(docx(seeds[name], LAYOUTS[0])), rules().values(), around(seeds[name]))
        for text, reason in slips:
            assert reason
            assert any(text in line for _part, line in seeds[name].lines), text
            assert not any(one.finding.text and one.finding.text in text for one in found), text


class TestWithTheRegister:
    """The citation of กษ ๑๑๑๓/๖๗๑ of 6 October 2565, typed as ๖๕๑ of 2566, one slip at a time."""

    KNOWN = (
        {"serial": 671, "year_be": 2565, "dated": (2022, 10, 6), "subject": "การปรับปรุงและพัฒนา"},
        {"serial": 651, "year_be": 2565, "dated": (2022, 10, 3), "subject": "ขอเชิญประชุม"},
    )

    @each(
        ("number", "year", "message"),
        [
            (
                "๖๕๑",
                "๒๕๖๕",
                "อ้างลงวันที่ ๖ ตุลาคม ๒๕๖๕ แต่ในทะเบียน กษ ๑๑๑๓/๖๕๑ ลงวันที่ ๓ ตุลาคม ๒๕๖๕",
            ),
            (
                "๖๗๑",
                "๒๕๖๖",
                "อ้างลงวันที่ ๖ ตุลาคม ๒๕๖๖ แต่ในทะเบียน กษ ๑๑๑๓/๖๗๑ ลงวันที่ ๖ ตุลาคม ๒๕๖๕",
            ),
            ("๖๗๑", "๒๕๖๕", ""),
        ],
    )
    def test_a_wrong_number_or_year_is_found(self, number, year, message):
        seed = next(one for one in SEEDS if one.name == "แจ้งแผน ๖๕๓")
        cited = f"ที่ กษ ๑๑๑๓/{number} ลงวันที่ ๖ ตุลาคม {year}"
        lines = ((part, text.replace("ที่ กษ ๑๑๑๓/๖๕๑ ลงวันที่ ๖ ตุลาคม ๒๕๖๖", cited)) for part, text in seed.lines)
        changed = replace(seed, lines=tuple(lines))
        books = around(changed, Plant(code="B12", base=seed.name, known=self.KNOWN))
        found = check(read_paper(docx(changed, LAYOUTS[0])), [rules()["B12"]], books)
        assert [one.finding.message for one in found] == ([message] if message else [])
