"""T16: a title left at the foot of a page, or the last line of a paragraph alone at the top of the next."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from itertools import pairwise

from memogen.check.measures import as_rendered, page_place
from memogen.check.printed import Printed, printed
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for one, following in pairwise(printed(paper, around.pages)):
        if one.page is following.page or one.passage is None:
            continue
        if following.passage is one.passage:
            if one.is_body and following.is_last_of_passage:
                yield _fault(
                    following,
                    _("บรรทัดสุดท้ายของย่อหน้าอยู่โดดเดี่ยวที่หัวหน้า"),
                    _("ให้ตามมาอย่างน้อย ๒ บรรทัด (เลือก Widow/Orphan control)"),
                )
        elif _is_title(one) and following.is_body:
            yield _fault(
                one,
                _("หัวข้อค้างอยู่ท้ายหน้า แต่ข้อความอยู่หน้าต่อไป"),
                _("เลือกหัวข้อ แล้วตั้ง “เก็บไว้กับย่อหน้าถัดไป” (Keep with next)"),
            )


def _is_title(one: Printed) -> bool:
    """A paragraph of one line in bold."""
    passage = one.passage
    if passage is None or not (one.is_body and one.is_first_of_passage and one.is_last_of_passage):
        return False
    return bool(passage.pieces) and all(
        piece.looks.bold or not passage.text[piece.start : piece.end].strip() for piece in passage.pieces
    )


def _fault(one: Printed, message: str, hint: str) -> Fault:
    return Fault(
        passage=one.passage,
        start=one.start,
        end=one.end,
        message=message,
        hint=as_rendered(hint),
        place=page_place(one.page.number),
    )


RULE = Rule(
    code="T16",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="หัวข้อไม่ค้างท้ายหน้า และบรรทัดสุดท้ายของย่อหน้าไม่โดดเดี่ยวที่หัวหน้า",
    why="ผู้อ่านเห็นหัวข้อแล้วต้องพลิกหน้าจึงพบข้อความ หรือพบบรรทัดเดียวที่ไม่รู้ว่าต่อจากอะไร Word จัดให้ได้เองถ้าตั้งไว้",
    wrong="ท้ายหน้า ๑: ๓. ข้อพิจารณา",
    right="หัวหน้า ๒: ๓. ข้อพิจารณา ตามด้วยข้อความ",
    source="แนวปฏิบัติในการจัดหน้าหนังสือราชการ",
    find=find,
    origins=(Origin.DOCUMENT,),
    needs_pages=True,
)
