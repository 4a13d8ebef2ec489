"""T22: what is left of the work on a draft: comments, tracked changes, hidden text, highlights."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import N_, Severity
from memogen.paper import Leftover, Origin, Paper

_SAID = {
    Leftover.COMMENT: (N_("มีข้อคิดเห็นเหลืออยู่: “{text}”"), N_("ลบข้อคิดเห็น (Delete All Comments)")),
    Leftover.INSERTED: (N_("มีการแก้ไขที่ยังไม่ได้ยอมรับ (เพิ่ม): “{text}”"), N_("ยอมรับหรือปฏิเสธการแก้ไขทั้งหมด")),
    Leftover.DELETED: (N_("มีการแก้ไขที่ยังไม่ได้ยอมรับ (ลบ): “{text}”"), N_("ยอมรับหรือปฏิเสธการแก้ไขทั้งหมด")),
    Leftover.HIDDEN: (N_("มีข้อความที่ซ่อนไว้: “{text}”"), N_("ลบข้อความที่ซ่อน หรือยกเลิกการซ่อน")),
}
_LONGEST = 60


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    told = set[tuple[Leftover, str]]()
    for trace in paper.traces:
        text = " ".join(trace.text.split())
        if not text or (trace.kind, trace.place) in told:  # one of a kind in each paragraph
            continue
        told.add((trace.kind, trace.place))
        message, hint = _SAID[trace.kind]
        yield Fault(message=_(message).format(text=text[:_LONGEST]), hint=_(hint), place=trace.place)
    for passage in paper.passages:
        marked = [piece for piece in passage.pieces if piece.looks.highlight]
        marked = [piece for piece in marked if passage.text[piece.start : piece.end].strip()]
        if marked:
            yield Fault(
                passage=passage,
                start=marked[0].start,
                end=marked[0].end,
                raw=True,
                message=_("มีแถบสีเน้นข้อความเหลืออยู่"),
                hint=_("เลือกข้อความทั้งหมด แล้วเลือก “ไม่มีสี” ที่เครื่องมือเน้นข้อความ"),
            )


RULE = Rule(
    code="T22",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ไม่มีข้อคิดเห็น การแก้ไขที่ติดตาม ข้อความที่ซ่อน หรือแถบสีเหลืออยู่",
    why="ผู้รับไฟล์เห็นทุกอย่างที่แก้และความเห็นภายใน ทั้งบางเครื่องพิมพ์ออกมาพร้อมหนังสือ จึงต้องลบก่อนเสนอลงนามหรือส่งไฟล์",
    wrong="ภายในวันที่ ๑๕ สิงหาคม ๒๕๖๖ [ข้อคิดเห็น: ถามกองคลังอีกที]",
    right="ภายในวันที่ ๑๕ สิงหาคม ๒๕๖๖",
    source="แนวปฏิบัติในการส่งหนังสือราชการเป็นไฟล์",
    find=find,
    origins=(Origin.DOCUMENT,),
)
