"""T11: no room for the signature above the name."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.measures import LINE_PT, TYPING, figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signatures import signatures
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Region

_LEAST_PT = 2 * LINE_PT
_USUAL_LINES = 3


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    with_picture = {picture.passage for picture in paper.pictures}
    for one in signatures(paper):
        passage = one.name.passage
        setting = passage.setting
        if setting is None or passage.region is not Region.TEXT or one.before is not None:
            continue  # a rank or the words ลงชื่อ stand where the signature goes, or a decision above it
        number = next(index for index, other in enumerate(paper.passages) if other is passage)
        if with_picture & {number - 1, number}:
            continue
        blanks = passage.blanks_before + passage.seen[: one.name.start].count("\n")
        if blanks * LINE_PT + setting.before_pt < _LEAST_PT:
            yield one.name.fault(
                _("มีที่ให้ลงลายมือชื่อเพียง {count} บรรทัด").format(count=figure(blanks)),
                _("เว้น ๓ บรรทัดเหนือชื่อ"),
            )


RULE = Rule(
    code="T11",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="เว้นที่ให้ลงลายมือชื่อ ๓ บรรทัดเหนือชื่อพิมพ์",
    why="ลายมือชื่อที่เบียดกับข้อความหรือทับชื่อพิมพ์อ่านไม่ออก คำอธิบายให้เคาะ ๔ ครั้ง จึงมีบรรทัดว่าง ๓ บรรทัด",
    wrong="ขอแสดงความนับถือ\n(นายสมมติ สองนาม)",
    right="ขอแสดงความนับถือ\n\n\n\n(นายสมมติ สองนาม)",
    source=TYPING,
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE),
    origins=(Origin.DOCUMENT,),
)
