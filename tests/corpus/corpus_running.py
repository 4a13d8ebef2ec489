"""The corpus held against the rules: every clean letter in every layout, every planted fault in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import corpus_paths
from clean_letters import LETTERS
from corpus_letters import Letter
from corpus_plants import Markup, Plant
from handmade import Design, Layout, letter
from papers import OFFICE

from memogen.books import BookKind, Entry, Status
from memogen.check import Around, Found, check, rules
from memogen.findings import Severity
from memogen.letters import parse_letter
from memogen.model import Kind
from memogen.opc import active_content, read_package
from memogen.paper import Origin, Paper, Part
from memogen.proof import paper_of, read_paper

LAYOUTS = tuple(Layout)
TODAY = date(2024, 4, 30)
"""After the newest of the letters."""


@dataclass(frozen=True, slots=True)
class Case:
    """A plant in its layout, None for a letter file, and what the rules say of it."""

    plant: Plant
    layout: Layout | None
    paper: Paper
    found: list[Found]

    @property
    def hits(self) -> list[Found]:
        """Where the rule speaks of what was planted."""
        return [one for one in self.found if one.rule.code == self.plant.code and self._is_there(one)]

    @property
    def others(self) -> list[Found]:
        """What other rules say besides; the clean letter had nothing."""
        return [one for one in self.found if one.rule.code != self.plant.code]

    def _is_there(self, one: Found) -> bool:
        passage = one.fault.passage
        if not self.plant.at or passage is None:
            return True
        start, end = one.fault.span
        planted = passage.text.find(self.plant.at)
        while planted >= 0:
            if planted <= end and start <= planted + len(self.plant.at):
                return True
            planted = passage.text.find(self.plant.at, planted + 1)
        return False


def plants(folder: str = "plants") -> tuple[Plant, ...]:
    """Every planted fault of a folder whose rule exists, by the codes of the rules."""
    names = sorted(path.stem for path in (corpus_paths.HERE / folder).glob("*.py"))
    modules = [import_module(f"{folder}.{name}") for name in names]
    found = [one for module in modules for one in getattr(module, "PLANTS", ()) if one.code in rules()]
    return tuple(sorted(found, key=lambda one: one.code))


def planted(chosen: Iterable[Plant], letters: Mapping[str, Letter] = LETTERS) -> Iterator[Case]:
    """Each planted fault in the layout whose turn it is, held against all rules."""
    every = tuple(rules().values())
    for number, one in enumerate(chosen):
        layout = one.layout or LAYOUTS[number % len(LAYOUTS)]
        changed = one.letter(letters)
        content = docx(changed, layout, one)
        paper = read_paper(content, file=f"{changed.name}.docx")
        active = tuple(active_content(read_package(content, file="")))
        known = replace(around(changed, one), active=active)
        yield Case(one, layout, paper, check(paper, every, known))


def clean(letters: Mapping[str, Letter] = LETTERS) -> Iterator[tuple[Letter, Layout, list[Found]]]:
    """Each clean letter in each layout, held against all rules."""
    every = tuple(rules().values())
    for one in letters.values():
        for layout in LAYOUTS:
            paper = read_paper(docx(one, layout), file=f"{one.name}.docx")
            found = check(paper, every, around(one))
            yield one, layout, [fault for fault in found if not _is_made_so(fault, layout)]


def _is_made_so(one: Found, layout: Layout) -> bool:
    """Whether a hint tells how the layout is made: by rows of spaces or tabs, which is true."""
    return layout in (Layout.SPACES, Layout.TABS) and one.rule.code in ("T08", "T17") and not is_alarm(one)


def docx(one: Letter, layout: Layout, case: Plant | None = None) -> bytes:
    """The letter as a DOCX of that layout, with the looks of a case."""
    looks = Design(**case.design) if case else Design()
    if one.salutation:
        looks = replace(looks, labels={**looks.labels, Part.TO: one.salutation})
    data = letter(one.kind, one.lines, layout, looks, **(case.parts if case else {}))
    if case and case.markup:
        data = _changed(data, "word/document.xml", case.markup)
    if case and case.relations:
        end = "</Relationships>"
        data = _changed(
            data, "word/_rels/document.xml.rels", lambda xml: xml.replace(end, case.relations + end)
        )
    return data


def _changed(data: bytes, part: str, markup: Markup) -> bytes:
    """The package with one part changed."""
    changed = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(changed, "w") as written:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                content = markup(content.decode()).encode()
            written.writestr(name, content)
    return changed.getvalue()


def around(one: Letter, case: Plant | None = None) -> Around:
    """What is known beside the letter: its office, and what a case says of the books."""
    books = [_entry(given) for given in case.known] if case else []

    def find_entry(number: str, year_be: int | None) -> Entry | None:
        return next(
            (line for line in books if line.number == number and year_be in (None, line.year_be)), None
        )

    return Around(
        today=TODAY,
        office=OFFICE if one.of_office else None,
        entry=_entry(case.entry) if case and case.entry else None,
        find_entry=find_entry if books else None,
    )


def _entry(given: Mapping[str, Any]) -> Entry:
    standard = {
        "code": "กษ ๑๑๑๓",
        "kind": BookKind.SENDING,
        "year_be": 2566,
        "status": Status.ISSUED,
    }
    dated = given.get("dated")
    return Entry(**{**standard, **given, "dated": date(*dated) if dated else None})


def is_alarm(one: Found) -> bool:
    """Whether a finding says that something is wrong; hints do not count."""
    return one.finding.severity is not Severity.INFO


# --- letter files -----------------------------------------------------------------------------------

_HEADERS = {
    Part.AGENCY: "ส่วนราชการ",
    Part.ADDRESS: "ที่อยู่",
    Part.NUMBER: "ที่",
    Part.DATE: "วันที่",
    Part.SUBJECT: "เรื่อง",
    Part.TO: "เรียน",
    Part.REFERENCE: "อ้างถึง",
    Part.ENCLOSURE: "สิ่งที่ส่งมาด้วย",
    Part.CLOSING: "คำลงท้าย",
    Part.URGENCY: "ชั้นความเร็ว",
    Part.SECRECY: "ชั้นความลับ",
}
_TYPED = frozenset((*_HEADERS, Part.BODY)) - {Part.DATE, Part.CLOSING}
"""Parts of which rules tell the faults; the date of a letter file has a reader with findings of its own."""
_SET_FOR_HIM = ("A02",)
TYPED_KINDS = (Kind.MEMO, Kind.EXTERNAL)


def typed(one: Letter) -> Paper:
    """The letter as an officer types it in a letter file; who signs is a key of the settings."""
    headers = [f"ชนิด: {one.kind.value}"]
    for part, text in one.lines:
        if part in _HEADERS and text.strip():
            to = f"{one.salutation} {text}" if part is Part.TO and one.salutation else text
            headers.append(f"{_HEADERS[part]}: {to}")
    headers.append("ผู้ลงนาม: อธิบดี")
    body = "\n\n".join(text for part, text in one.lines if part is Part.BODY)
    return paper_of(parse_letter("\n".join(headers) + "\n\n" + body + "\n", file=f"{one.name}.md"))


def planted_in_files(chosen: Iterable[Plant]) -> Iterator[Case]:
    """The planted faults that may stand in a letter file, held against all rules."""
    every = tuple(rules().values())
    for one in chosen:
        changed = one.letter(LETTERS)
        if _may_be_typed(one, changed):
            paper = typed(changed)
            yield Case(one, None, paper, check(paper, every, around(changed, one)))


def _may_be_typed(one: Plant, changed: Letter) -> bool:
    """Whether the fault is in words that an officer types: the salutation and the foot are set for him."""
    if one.design or one.markup or one.parts or one.entry or one.layout or one.code in _SET_FOR_HIM:
        return False
    if changed.kind not in TYPED_KINDS or Origin.LETTER not in rules()[one.code].origins:
        return False
    parts = {part for part, text in set(changed.lines) ^ set(LETTERS[one.base].lines) if text.strip()}
    return parts <= _TYPED and any(part is Part.SUBJECT and text for part, text in changed.lines)
