"""D04: the letter's date in the form of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Field, Origin, Paper, Part

_LABEL, _ERA = "วันที่", "พ.ศ."
_OPENINGS = {Kind.ORDER: "สั่ง", Kind.ANNOUNCEMENT: "ประกาศ", Kind.CERTIFICATE: "ให้ไว้"}


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    dated = paper.first(Part.DATE)
    if dated is None or not dated.text.strip():
        return
    if paper.kind in (Kind.EXTERNAL, Kind.STAMPED):
        yield from _bare(dated)
    elif paper.kind is Kind.MEMO:
        yield from _labelled(dated)
    elif paper.kind in _OPENINGS:
        yield from _solemn(dated, _OPENINGS[paper.kind])


def _bare(dated: Field) -> Iterator[Fault]:
    passage = dated.passage
    label = passage.seen.rfind(_LABEL, 0, dated.start + len(_LABEL))
    if label >= 0 and not passage.seen[label + len(_LABEL) : dated.start].strip():
        yield Fault(
            passage=passage,
            start=label,
            end=label + len(_LABEL),
            message=_("วันที่ของหนังสือนี้ไม่มีคำ “{word}” นำหน้า").format(word=_LABEL),
            hint=_("ลงเฉพาะวัน เดือน และปี เช่น ๒๗ มีนาคม ๒๕๖๖"),
        )
    era = dated.text.find(_ERA)
    if era >= 0:
        yield Fault(
            passage=passage,
            start=dated.start + era,
            end=dated.start + era + len(_ERA),
            message=_("วันที่ของหนังสือนี้ไม่มีคำ “{word}” หน้าปี").format(word=_ERA),
            hint=_("ลงเฉพาะวัน เดือน และปี เช่น ๒๗ มีนาคม ๒๕๖๖"),
        )


def _labelled(dated: Field) -> Iterator[Fault]:
    if (
        _LABEL not in (dated.label, dated.text[: len(_LABEL)])
        and _LABEL not in dated.passage.seen[: dated.start]
    ):
        yield Fault.of_field(
            dated,
            _("วันที่ “{text}” ของบันทึกข้อความไม่มีหัวข้อ “{word}”").format(text=dated.text, word=_LABEL),
            _("พิมพ์คำว่า “{word}” หน้าวัน เดือน ปี").format(word=_LABEL),
        )


def _solemn(dated: Field, opening: str) -> Iterator[Fault]:
    line = dated.passage.seen
    right = _("เขียนเช่น {opening} ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖").format(opening=opening)
    if _ERA not in line:
        yield Fault.of_field(dated, _("วันที่ “{text}” ไม่มีคำ “พ.ศ.” หน้าปี").format(text=dated.text), right)
    if opening not in line or _LABEL not in line:
        yield Fault.of_field(
            dated,
            _("วันที่ “{text}” ไม่ได้ขึ้นต้นว่า “{opening} ณ วันที่”").format(text=dated.text, opening=opening),
            right,
        )


RULE = Rule(
    code="D04",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="วันที่ของหนังสือเขียนตามแบบของหนังสือชนิดนั้น",
    why=(
        "หนังสือภายนอกและหนังสือประทับตราลงเพียงเลขวันที่ ชื่อเดือน และเลขปี บันทึกข้อความมีหัวข้อ “วันที่” "
        "ส่วนคำสั่ง ประกาศ และหนังสือรับรองเขียนเต็มรูปพร้อมคำ “พ.ศ.”"
    ),
    wrong="วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖ (ในหนังสือภายนอก)",
    right="๒๗ มีนาคม ๒๕๖๖",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ แบบของหนังสือแต่ละชนิด และคู่มือการเขียนหนังสือราชการ",
    find=find,
    kinds=(Kind.EXTERNAL, Kind.STAMPED, Kind.MEMO, *_OPENINGS),
    origins=(Origin.DOCUMENT,),
)
