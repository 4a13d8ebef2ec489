"""T17: words put in their place by many spaces or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.measures import figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Part, Passage, Region

_RUN = re.compile(r" {6,}|\t{4,}")
_DOTTED = (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    places = [
        (passage, run)
        for passage in paper.text_passages
        if passage.region is not Region.TABLE
        for run in _RUN.finditer(passage.seen)
        if passage.seen[run.end() :].strip()
        and not (passage.part is Part.BODY and run.start() == 0 and run[0][0] == " ")  # T08 tells these
        and not _is_underlined(passage.part, run)
        and not _is_left_open(passage, run)
    ]
    if places:
        passage, run = places[0]
        by = _("วรรค {count} ครั้ง") if run[0][0] == " " else _("แท็บ {count} ครั้ง")
        yield Fault(
            passage=passage,
            start=run.start(),
            end=run.end(),
            message=_("จัดตำแหน่งด้วยการเคาะ{by} (พบ {places} แห่ง)").format(
                by=by.format(count=figure(len(run[0]))), places=figure(len(places))
            ),
            hint=_("ใช้การเยื้อง จัดกึ่งกลาง หรือตั้งแท็บหนึ่งตำแหน่งแทน"),
        )


def _is_underlined(part: Part, run: re.Match[str]) -> bool:
    """Tabs that carry the dots of a memo's head."""
    return part in _DOTTED and run[0][0] == "\t"


def _is_left_open(passage: Passage, run: re.Match[str]) -> bool:
    """Room in which the registry writes the number before its year, or the day and month."""
    after = {Part.NUMBER: "/", Part.DATE: "พ.ศ."}.get(passage.part)
    return after is not None and passage.seen.startswith(after, run.end())


RULE = Rule(
    code="T17",
    severity=Severity.INFO,
    basis=Basis.TASTE,
    title="จัดตำแหน่งด้วยการเยื้องและแท็บที่ตั้งไว้ ไม่เคาะวรรคหรือแท็บต่อกันหลายครั้ง",
    why=(
        "ตำแหน่งที่ได้จากการเคาะวรรคเลื่อนเมื่อเปิดในเครื่องที่แบบอักษรต่างรุ่น หรือเมื่อแก้คำข้างหน้า "
        "ชื่อและตำแหน่งใต้ลายมือชื่อจึงไม่ตรงกลางกัน"
    ),
    wrong="\t\t\t\t\t\tผู้อำนวยการกองแผนงาน",
    right="ผู้อำนวยการกองแผนงาน (จัดกึ่งกลาง เยื้องซ้าย ๘ ซม.)",
    source="ข้อแนะนำในการใช้ Word",
    find=find,
    origins=(Origin.DOCUMENT,),
)
