"""B09: the text speaks of อ้างถึง that is not there, or never of the one that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import figures
from memogen.check.paragraphs import first_paragraph, is_known_whole, new_opening
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.citations import find_citations
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Field, Paper, Part, Passage

_MENTION = re.compile(
    r"(?:หนังสือ|บันทึก|คำสั่ง|ประกาศ)(?:[ ]?ตาม)?ที่อ้างถึง(?![ ]?(?:ใน|ข้างต้น|แล้ว))"
    r"(?:[ ]?(?P<number>[0-9๐-๙]{1,2})(?![0-9๐-๙/.]))?"
)
_LINE = re.compile(r"(?m)^[ \t]*อ้าง(?:ถึง|อิง)")
_TAKEN_UP = re.compile("อ้างถึง|ตาม|อนุสนธิ|สืบเนื่อง|หนังสือ|คำสั่ง|ประกาศ|มติ|แจ้ง|หารือ")
_ITEM = re.compile(r"(?:^|\s)(?P<number>[0-9๐-๙]{1,2})[.)]\s")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if not paper.recognised:
        return
    references = tuple(one for one in paper.all(Part.REFERENCE) if one.text.strip())
    if references:
        yield from _beyond(paper, references)
        yield from _never_taken_up(paper, references[0])
    elif not any(_LINE.search(one.seen) for one in paper.passages):
        yield from _without_line(paper)


def _without_line(paper: Paper) -> Iterator[Fault]:
    for passage in paper.body:
        for found in _MENTION.finditer(passage.seen):
            if not _cited_before(paper, passage, found.start()):
                yield Fault.of_match(
                    passage,
                    found,
                    message=_("ข้อความกล่าวถึง “{text}” แต่ไม่มี อ้างถึง").format(text=found[0]),
                    hint=_("เติมหัวข้อ อ้างถึง")
                    if paper.kind is Kind.EXTERNAL
                    else _("ระบุหนังสือในข้อความ เช่น ตามหนังสือ… ที่ … ลงวันที่ …"),
                )
                return


def _cited_before(paper: Paper, passage: Passage, index: int) -> bool:
    """Whether the text itself has named a letter by then."""
    for one in paper.body:
        text = one.seen if one is not passage else passage.seen[:index]
        if "ที่" in text and find_citations(text):
            return True
        if one is passage:
            return False
    return False


def _beyond(paper: Paper, references: tuple[Field, ...]) -> Iterator[Fault]:
    texts = [one.text for one in references]
    numbers = [figures(found["number"]) for text in texts for found in _ITEM.finditer(text)]
    count = max([sum(text.count("\n") + 1 for text in texts), *numbers])
    for passage in paper.body:
        for found in _MENTION.finditer(passage.seen):
            if found["number"] and figures(found["number"]) > count:
                yield Fault.of_match(
                    passage,
                    found,
                    message=_("กล่าวถึง “{text}” แต่ อ้างถึง มีเพียง {count} ฉบับ").format(
                        text=found[0], count=thai.to_thai_digits(str(count))
                    ),
                    hint=_("แก้เลขลำดับ หรือเติมหนังสือในหัวข้อ อ้างถึง"),
                )


def _never_taken_up(paper: Paper, reference: Field) -> Iterator[Fault]:
    first = first_paragraph(paper)
    if first is None or not is_known_whole(paper) or new_opening(first.seen):
        return  # a letter that opens as a new matter is B03's
    if not any(_TAKEN_UP.search(one.seen) for one in paper.text_passages if one.part is Part.BODY):
        yield Fault.of_field(
            reference,
            _("มี อ้างถึง แต่ข้อความไม่ได้กล่าวถึงหนังสือนั้น"),
            _("กล่าวถึงในข้อความ เช่น ตามหนังสือที่อ้างถึง … นั้น หรือตัด อ้างถึง ออก"),
            severity=Severity.WARNING,
        )


RULE = Rule(
    code="B09",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="“หนังสือที่อ้างถึง” ในข้อความมีอยู่ในหัวข้อ อ้างถึง",
    why="ผู้รับค้นเรื่องเดิมจากเลขที่และวันที่ใน อ้างถึง ถ้าข้อความอ้างแต่หัวข้อไม่มี จะไม่รู้ว่าหมายถึงหนังสือฉบับใด",
    wrong="ตามหนังสือที่อ้างถึง ขอทราบผล นั้น (ไม่มีหัวข้อ อ้างถึง)",
    right="อ้างถึง หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖\nตามหนังสือที่อ้างถึง ขอทราบผล นั้น",
    source="เทียบข้อความกับหัวข้อ อ้างถึง ของหนังสือฉบับเดียวกัน (คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์)",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
