"""T09: text with more or less than a single line from line to line."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.indents import lead
from memogen.check.lettering import body_text
from memogen.check.measures import TYPED, TYPING, figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import LineRule, Origin, Paper, Passage, Setting

_SINGLE = (0.94, 1.06)
_SINGLE_PT = (16.0, 23.0)
"""What a single line of 16 points comes to in the fonts of the state."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    by_line: dict[tuple[LineRule, float], list[Passage]] = {}
    for passage in body_text(paper):
        setting = passage.setting
        if setting and not _is_single(setting):
            by_line.setdefault((setting.line_rule, setting.line), []).append(passage)
    for (rule, line), passages in by_line.items():
        said = _("{value} เท่า") if rule is LineRule.MULTIPLE else _("{value} พอยต์")
        yield Fault(
            passage=passages[0],
            start=len(lead(passages[0])),
            end=len(passages[0].seen),
            message=_("ระยะบรรทัด {value} (พบ {count} ย่อหน้า)").format(
                value=said.format(value=figure(line)), count=figure(len(passages))
            ),
            hint=_("ตั้งระยะบรรทัดเป็น ๑ เท่า (Single)"),
        )


def _is_single(setting: Setting) -> bool:
    if setting.line_rule is LineRule.MULTIPLE:
        return _SINGLE[0] <= setting.line <= _SINGLE[1]
    if setting.line_rule is LineRule.AT_LEAST:
        return setting.line <= _SINGLE_PT[1]
    return _SINGLE_PT[0] <= setting.line <= _SINGLE_PT[1]


RULE = Rule(
    code="T09",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="ระยะบรรทัด ๑ เท่าทั้งฉบับ",
    why="คำอธิบายการพิมพ์ให้ใช้ระยะบรรทัดปกติ Word รุ่นใหม่ตั้งมาให้ ๑.๐๘ หรือ ๑.๑๕ เท่า จึงต้องตั้งใหม่ มิฉะนั้นหนังสือจะยาวเกินหน้า",
    wrong="ระยะบรรทัด ๑.๕ เท่า",
    right="ระยะบรรทัด ๑ เท่า",
    source=TYPING,
    find=find,
    kinds=TYPED,
    origins=(Origin.DOCUMENT,),
)
