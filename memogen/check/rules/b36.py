"""B36: a law cited without its year, or with a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import figures, letter_date
from memogen.check.prose import prose
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.words.laws import LAWS
from memogen.findings import Severity
from memogen.paper import FILLED_LATER, Paper, Passage

_CITED = re.compile(
    rf"(?P<law>{'|'.join(sorted(LAWS, key=len, reverse=True))})"
    r"(?P<rest>[ ]?(?:\(?ฉบับที่[ ]?[0-9๐-๙]{1,2}\)?)?[ ]?(?:พุทธศักราช|พ\.[ ]?ศ\.)?[ ]?"
    r"(?P<year>[2๒][45๔๕][0-9๐-๙]{2})?)"
)

_POWER = re.compile(r"อาศัยอำนาจตาม(?:ความใน)?[^\n]{0,60}\Z")
_POWER_REACH = 90


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    written = letter_date(paper)
    undated: dict[str, tuple[Passage, re.Match[str]]] = {}
    dated: set[str] = set()
    for passage in prose(paper):
        for found in _CITED.finditer(passage.seen):
            if found["year"] or "ฉบับที่" in found["rest"]:
                dated.add(found["law"])
                yield from _wrong_year(passage, found)
                yield from _no_longer_in_force(passage, found, written)
            elif _is_whole_name(passage.seen, found):
                undated.setdefault(found["law"], (passage, found))
    for law, (passage, found) in undated.items():
        if law not in dated:
            yield Fault(
                passage=passage,
                start=found.start("law"),
                end=found.end("law"),
                message=_("อ้าง “{law}” โดยไม่มีปี พ.ศ.").format(law=law),
                hint=_("เติมปีเมื่อกล่าวถึงครั้งแรก: พ.ศ. {years}").format(years=_years(law)),
            )


def _wrong_year(passage: Passage, found: re.Match[str]) -> Iterator[Fault]:
    if "ฉบับที่" in found["rest"] or figures(found["year"]) in LAWS[found["law"]]:
        return
    yield Fault(
        passage=passage,
        start=found.start(),
        end=found.end("year"),
        message=_("ปีของกฎหมาย “{text}” ไม่ตรงกับที่ประกาศใช้").format(text=found[0].strip()),
        hint=_("{law} เป็นปี พ.ศ. {years}").format(law=found["law"], years=_years(found["law"])),
    )


def _no_longer_in_force(passage: Passage, found: re.Match[str], written: date | None) -> Iterator[Fault]:
    """Power taken from a law that a newer one of the same name has followed."""
    newest = LAWS[found["law"]][0]
    if "ฉบับที่" in found["rest"] or written is None or figures(found["year"]) not in LAWS[found["law"]]:
        return
    before = passage.seen[max(0, found.start() - _POWER_REACH) : found.start()]
    if figures(found["year"]) < newest < thai.be_year(written) and _POWER.search(before):
        yield Fault(
            passage=passage,
            start=found.start(),
            end=found.end("year"),
            message=_("อาศัยอำนาจตาม “{text}” ซึ่งมีฉบับใหม่ใช้แทนแล้ว").format(text=found[0].strip()),
            hint=_("{law} ฉบับที่ใช้อยู่เป็นปี พ.ศ. {year}").format(
                law=found["law"], year=thai.to_thai_digits(str(newest))
            ),
        )


def _is_whole_name(text: str, found: re.Match[str]) -> bool:
    """Whether the name ends where it was found: สหกรณ์ may go on as สหกรณ์การเกษตร."""
    after = text[found.end() : found.end() + 1]
    follows = text[found.end("law") : found.end("law") + 1]
    return (not follows or follows in ' ,)”"\n\t') and after != FILLED_LATER


def _years(law: str) -> str:
    return " หรือ ".join(thai.to_thai_digits(str(year)) for year in LAWS[law])


RULE = Rule(
    code="B36",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="อ้างกฎหมายพร้อมปี พ.ศ. และปีถูกต้อง",
    why="กฎหมายชื่อเดียวกันอาจมีหลายฉบับ ปี พ.ศ. บอกว่าใช้ฉบับใด เขียนเต็มครั้งแรกแล้วครั้งต่อไปย่อได้",
    wrong="ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๒",
    right="ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
    source="แนวปฏิบัติของส่วนราชการ และปีที่ประกาศในราชกิจจานุเบกษา",
    find=find,
)
