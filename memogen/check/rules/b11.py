"""B11: more than one letter in อ้างถึง."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.citations import find_citations
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    references = paper.all(Part.REFERENCE)
    if not references or len(find_citations("\n".join(one.text for one in references))) < 2:
        return
    yield Fault.of_field(
        references[0],
        _("อ้างถึงหนังสือมากกว่าหนึ่งฉบับ"),
        _("โดยปกติอ้างถึงฉบับสุดท้ายที่ติดต่อกันฉบับเดียว อ้างฉบับอื่นเฉพาะที่มีสาระสำคัญต้องนำมาพิจารณา"),
    )


RULE = Rule(
    code="B11",
    severity=Severity.INFO,
    basis=Basis.REGULATION,
    title="อ้างถึงหนังสือฉบับสุดท้ายที่ติดต่อกันเพียงฉบับเดียว",
    why="ผู้รับหาเรื่องเดิมได้จากฉบับสุดท้ายฉบับเดียว อ้างหลายฉบับเฉพาะเมื่อฉบับอื่นมีสาระสำคัญต้องนำมาพิจารณา",
    wrong="อ้างถึง ๑. หนังสือลงวันที่ ๑๐ มกราคม ๒๕๖๖ ๒. หนังสือลงวันที่ ๑๐ มีนาคม ๒๕๖๖",
    right="อ้างถึง หนังสือลงวันที่ ๑๐ มีนาคม ๒๕๖๖",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑",
    find=find,
    kinds=(Kind.EXTERNAL,),
)
