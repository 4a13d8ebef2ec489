"""A07: the last paragraph's verb is not that of the salutation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import HIGH, LETTER, MONK, addressee
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_VERB = re.compile(r"\s*จึง(?:ขอ)?(?P<verb>กราบเรียน|เรียน|นมัสการ)")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    if to is None or to.word not in (HIGH, LETTER, MONK) or to.asked not in ("", to.word):
        return
    for passage in paper.body:
        found = _VERB.match(passage.seen)
        if found and found["verb"] != to.word:
            yield Fault(
                passage=passage,
                start=found.start("verb"),
                end=found.end("verb"),
                message=_("ขึ้นต้น “{word}” แต่ภาคสรุปใช้ “จึง{verb}”").format(word=to.word, verb=found["verb"]),
                hint=_("เขียน จึง{word}").format(word=to.word),
                fix=to.word if to.asked else None,
            )


RULE = Rule(
    code="A07",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ภาคสรุปใช้คำเดียวกับคำขึ้นต้น",
    why="ขึ้นต้นกราบเรียน ภาคสรุปเขียน จึงกราบเรียนมาเพื่อ… ขึ้นต้นนมัสการ เขียน จึงนมัสการมาเพื่อ… ขึ้นต้นเรียน เขียน จึงเรียนมาเพื่อ…",
    wrong="กราบเรียน นายกรัฐมนตรี\nจึงเรียนมาเพื่อโปรดพิจารณา",
    right="กราบเรียน นายกรัฐมนตรี\nจึงกราบเรียนมาเพื่อโปรดพิจารณา",
    source="แนวปฏิบัติของส่วนราชการ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
