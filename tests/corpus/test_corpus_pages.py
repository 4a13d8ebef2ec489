"""The rules of rendered pages, on the corpus: LibreOffice draws every clean letter, and some faults.

What ends a line differs with the program that draws it, so each case of T15 is a letter of many lines, of
which some are broken at the wrong place; clean letters are not asked for it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from clean_letters import LETTERS
from corpus_plants import Change, Plant, inserted, looks, of_paragraph, plant, raw
from corpus_running import LAYOUTS, around, docx, is_alarm
from handmade import Layout

from memogen import ooxml
from memogen.check import check, rules
from memogen.layout import rendered
from memogen.paper import Part
from memogen.proof import read_paper

pytestmark = pytest.mark.layout

_NEW_PAGE = "<w:pageBreakBefore/>"
_BOLD = "<w:b/><w:bCs/>"


def _heading_left_behind(heading: str, following: str) -> Plant:
    def markup(document: str) -> str:
        return of_paragraph(following, _NEW_PAGE)(looks(heading, _BOLD)(document))

    return plant("T16", "เสนอแผนตามหัวข้อ ต้นเรื่องถึงข้อเสนอ", markup=markup, layout=Layout.TABLE)


def _broken(words: str) -> Plant:
    lines = [inserted("จึงเรียนมา", Part.BODY, "ก" * fill + f" {words} ต่อไป") for fill in range(40, 75)]
    return plant("T15", "ขอบคุณหน่วยงาน", *lines, layout=Layout.TABLE)


def _ruled(base: str, width: int, *changes: Change) -> Plant:
    """A table with lines, so wide in twips."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "bottom", "insideH", "insideV")
    )
    wide = f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
    ruled = raw('<w:tblW w:w="5000" w:type="pct"/>', wide)
    return plant("T21", base, *changes, markup=ruled, layout=Layout.BOXES)


def _long_table() -> Change:
    rows = "\n".join(f"| {number} | กระดาษถ่ายเอกสาร | ๑ รีม |" for number in range(60))
    return inserted("จึงเรียนมา", Part.BODY, f"| ลำดับ | รายการ | จำนวน |\n{rows}\n| ๖๑ | รวมทั้งสิ้น | ๖๐ รีม |")


def _date_at(place: float) -> Plant:
    moved = raw(f'w:left="{ooxml.twips(75)}"', f'w:left="{ooxml.twips(place)}"')
    return plant("T20", "ขอบคุณหน่วยงาน", markup=moved, layout=Layout.BOXES)


PLANTS = (
    plant("T12", "ขอบคุณหน่วยงาน", markup=of_paragraph("ขอแสดงความนับถือ", _NEW_PAGE), layout=Layout.TABS),
    plant(
        "T12", "ขออนุญาตใช้ห้องประชุม", markup=of_paragraph("(นางตัวอย่าง เจ็ดนาม)", _NEW_PAGE), layout=Layout.TABLE
    ),
    plant("T12", "นโยบายคุณธรรม", markup=of_paragraph("(นายสมมติ สองนาม)", _NEW_PAGE), layout=Layout.SPACES),
    _broken("ภายในวันที่ ๑๕ สิงหาคม ๒๕๖๖"),
    _broken("มอบหมายให้ นายทดสอบ แปดนาม"),
    _broken("เป็นเงินจำนวน ๑๒,๕๐๐ บาท"),
    _heading_left_behind("๒. ข้อเท็จจริง", "๒.๑ หน่วยงานให้ความเห็น"),
    _heading_left_behind("๓. ข้อพิจารณา", "กลุ่มพัฒนาระบบบริหารพิจารณาแล้วเห็นว่า แผน"),
    _heading_left_behind("๔. ข้อเสนอแนะ", "จึงเรียนมาเพื่อโปรดพิจารณาให้ความเห็นชอบ"),
    _date_at(115),
    _date_at(40),
    _date_at(20),
    _ruled("ขออนุมัติซื้อวัสดุด้วยตาราง", 10500),
    _ruled("ย้ายข้าราชการ", 10200),
    _ruled("ร่างหนังสือภายนอก", 9071, _long_table()),
)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory):
    """Clean letters and faulty ones, all drawn in one turn: what the rules of pages find of each."""
    cases = [(one, LAYOUTS[number % len(LAYOUTS)], None) for number, one in enumerate(LETTERS.values())]
    cases += [(one.letter(LETTERS), one.layout, one) for one in PLANTS]
    documents = [docx(*case) for case in cases]
    pages = rendered(documents, cache=tmp_path_factory.mktemp("fonts"))
    return [
        (case, check(read_paper(document), rules().values(), replace(around(case[0]), pages=shown)))
        for case, document, shown in zip(cases, documents, pages, strict=True)
    ]


def test_every_planted_fault_of_the_page_is_found(drawn):
    told = [(case, {one.rule.code for one in found}) for (_one, _layout, case), found in drawn if case]
    assert [(case.code, case.base) for case, codes in told if case.code not in codes] == []


def test_clean_letters_have_no_fault_of_the_page(drawn):
    alarms = [
        (one.rule.code, letter.name, layout.value, one.finding.text, one.finding.message)
        for (letter, layout, case), found in drawn
        if case is None
        for one in found
        if is_alarm(one) and one.rule.code != "T15"
    ]
    assert alarms == []
