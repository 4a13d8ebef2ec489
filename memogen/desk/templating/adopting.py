"""A Word file of an office made into a template: cleaned, its fields put, its styles added, and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from gettext import gettext as _
from pathlib import Path

from memogen import opc
from memogen.check import Around, check, chosen
from memogen.check.rule import Fault
from memogen.desk.templating import refusals
from memogen.desk.templating.building import Builder
from memogen.desk.templating.cleaning import cleaned, without_unused
from memogen.desk.templating.fragments import names
from memogen.desk.templating.lines import URGENCY
from memogen.desk.templating.margins import SECRECY
from memogen.desk.templating.nouns import Adopted, Placement
from memogen.desk.templating.planning import planned
from memogen.desk.templating.plans import Plan
from memogen.desk.templating.slots import DECISIONS
from memogen.desk.templating.stylesheets import Stylesheet, looks_of
from memogen.errors import InputError, OutputError
from memogen.files import put
from memogen.findings import Finding, Severity, has_errors
from memogen.model import Kind, Office
from memogen.opc.packing import serialised
from memogen.paper import Paper, Part, Passage, Region
from memogen.proof import edited, read_paper

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_WORD = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TAG = re.compile(r"\{[{%]")
_OPTIONAL = (URGENCY, SECRECY, "ที่อยู่", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "ทั้งนี้", DECISIONS, "สำเนาส่ง", "คิวอาร์")
"""Fields that only some letters fill, and that are lost where the template has no place for them."""


def adopt(
    content: bytes,
    *,
    file: str,
    kind: Kind | None = None,
    today: date,
    office: Office | None = None,
) -> Adopted:
    """The template that a letter's DOCX makes; `kind` is for a file whose own words do not tell it.

    Raises InputError: what `opc.read_package` refuses, active content, M20, M25. What else keeps it from
    serving is in the findings, and then there is no content.
    """
    from memogen.forms.__main__ import FORMS
    from memogen.render.fields import ESSENTIAL, FIELDS_OF

    parts, done = cleaned(opc.read_package(content, file=file), file=file)
    _refuse(parts, file)
    paper = read_paper(parts, file=file)
    kind = kind or paper.kind
    if kind is None:
        raise InputError(refusals.no_kind(file))
    fields = tuple(FIELDS_OF[kind])
    plan = planned(paper, kind, fields)
    departures = tuple(_departures(paper, plan, Around(today=today, office=office)))
    made = _Making(parts, paper, plan, kind, fields, FORMS[kind]())
    told = tuple(_told(made, ESSENTIAL[kind]))
    adopted = Adopted(
        kind=kind,
        content=None,
        placements=tuple(_in_order(paper, made.placements)),
        done=(*done, *made.done),
        findings=told,
        departures=departures,
    )
    if has_errors(told):
        return adopted
    template = made.package()
    faults = _faults(template, kind, file)
    if faults:
        return replace(adopted, findings=(*told, *faults))
    return replace(adopted, content=template)


def write(adopted: Adopted, path: Path, *, shown: str = "") -> None:
    """The template at `path`, where no file may stand yet. OutputError (M26) where one does."""
    assert adopted.content is not None, "a template that serves"
    if path.exists():
        raise OutputError(refusals.stands_there(path, shown or str(path)))
    put(path, adopted.content)


# --- before -------------------------------------------------------------------------------------------


def _refuse(parts: Mapping[str, bytes], file: str) -> None:
    active = [one for one in opc.active_content(parts, file=file) if one.severity is Severity.ERROR]
    if active:
        raise InputError(*active)
    if DOCUMENT not in parts or STYLES not in parts or _WORD not in parts[DOCUMENT]:
        raise InputError(refusals.without_styles(file))
    text = re.sub(r"<[^>]*>", "", parts[DOCUMENT].decode("utf-8", "replace"))
    if _TAG.search(text):
        raise InputError(refusals.template_already(file))


def _departures(paper: Paper, plan: Plan, around: Around) -> Iterator[Finding]:
    """What the checker finds in that which the template keeps: its layout, and words that stay."""
    taken = plan.taken
    for found in check(paper, chosen(), around):
        if found.rule.code.startswith("T") or _stays(found.fault, taken, found.rule.code):
            yield replace(found.finding, severity=Severity.INFO, fixable=False)


def _stays(fault: Fault, taken: Set[int], code: str) -> bool:
    """Whether a fault is of words that no field takes the place of; without a passage, of the form itself."""
    passage = fault.passage
    if passage is None:
        return code[0] in "HG"
    return passage.part is not Part.BODY and id(passage) not in taken


# --- making -------------------------------------------------------------------------------------------


class _Making:
    """One file on its way: `placements` and `done` tell what was done to it."""

    def __init__(
        self,
        parts: dict[str, bytes],
        paper: Paper,
        plan: Plan,
        kind: Kind,
        fields: Sequence[str],
        standard: Mapping[str, bytes],
    ) -> None:
        self.file = paper.file
        self._kind = kind
        self.paper, self.plan = paper, plan
        self.fields = fields
        changed = edited(opc.write_package(parts), plan.edits, file=paper.file)
        self._parts = opc.read_package(changed, file=paper.file)
        self._styles = opc.xml(self._parts[STYLES], file=paper.file, part=STYLES)
        looks = looks_of(paper)
        self._sheet = Stylesheet(self._styles, looks, opc.xml(standard[STYLES], file="", part=STYLES))
        self.builder = Builder(self._parts, paper, plan, self._sheet)
        self._build(standard)
        added = len(self._sheet.added)
        self.done = list(self.builder.done)
        if added:
            self.done.append(
                _("เพิ่มสไตล์ของ memogen {count} สไตล์ เนื้อความใช้ตามเอกสารเดิม: {looks}").format(
                    count=added, looks=looks.said()
                )
            )

    @property
    def placements(self) -> list[Placement]:
        return [*self.plan.placements, *self.builder.placements]

    @property
    def placed(self) -> str:
        """All tags, in one text."""
        return " ".join(one.tag for one in self.placements)

    def _build(self, standard: Mapping[str, bytes]) -> None:
        from memogen.render.memo import STYLES as NAMED

        builder = self.builder
        builder.settle_words()
        builder.put_conditions()
        builder.put_attendance(standard)
        builder.put_body()
        builder.drop_emptied()
        builder.keep_signature()
        for name in NAMED:
            self._sheet.named(name)
        builder.put_the_rest(self._kind, self.fields, standard)

    def package(self) -> bytes:
        """The DOCX, with nobody's name in its properties."""
        from memogen.render import Properties
        from memogen.render.package import prepared

        parts = {**self.builder.parts, STYLES: serialised(self._styles)}
        parts = prepared(without_unused(parts, file=self.file), file=self.file)
        return opc.write_package({**parts, **Properties(title=str(self._kind)).parts()})


def _in_order(paper: Paper, placements: Sequence[Placement]) -> list[Placement]:
    """The placements in the order of the letter, what has no place of its own last."""
    order: dict[str, int] = {}
    for number, passage in enumerate(paper.passages):
        order.setdefault(passage.place, number)
    return sorted(placements, key=lambda one: order.get(one.place, len(order)))


# --- after --------------------------------------------------------------------------------------------


def _told(made: _Making, essential: Sequence[str]) -> Iterator[Finding]:
    placed = made.placed
    missing = [name for name in essential if not names(name, placed)]
    yield from (refusals.no_place(made.file, name) for name in missing)
    optional = [name for name in _OPTIONAL if name in made.fields and name not in essential]
    yield from (refusals.no_optional_place(made.file, name) for name in optional if not names(name, placed))
    if made.builder.attendance_stays:
        yield refusals.attendance_stays(made.file)
    if made.builder.reviewer_stays:
        yield refusals.reviewer_stays(made.file)
    if made.builder.body_in_cell:
        yield refusals.narrow_body(made.file)
    yield from (refusals.further_signer(made.file, line) for line in made.plan.fixed)
    yield from (refusals.stays(made.file, one) for one in _staying(made))


def _staying(made: _Making) -> Iterator[Passage]:
    """Words of no part of a letter that the template keeps."""
    taken = made.plan.taken | {id(one) for one in made.plan.text}
    for passage in made.paper.passages:
        is_words = re.search(r"[A-Za-zก-ฮ]", passage.seen)
        is_other = passage.part in (Part.OTHER, Part.BODY) and passage.region is not Region.NOTE
        if is_other and is_words and id(passage) not in taken and made.builder.is_left(passage):
            yield passage


def _faults(template: bytes, kind: Kind, file: str) -> list[Finding]:
    """What `templates check` would say."""
    from memogen.render import read_template
    from memogen.render.memo import check_template

    try:
        found = check_template(read_template(template, name=f"{kind}.docx"))
    except InputError as error:
        found = list(error.findings)
    return [replace(one, file=file) for one in found]
