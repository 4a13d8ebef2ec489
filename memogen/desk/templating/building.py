"""A plan carried out in a Word file: tags in paragraphs of their own, lines that may go, the text's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen import opc, thai
from memogen.desk.templating import attendance, fragments
from memogen.desk.templating.blocks import blocks_of, cleared, is_empty, may_go, together, top_of
from memogen.desk.templating.fragments import W, elements, remove, wrapped
from memogen.desk.templating.lines import URGENCY, loop_of, put_lines, put_urgency
from memogen.desk.templating.margins import SECRECY, margins_of, mark_secrecy, with_margins
from memogen.desk.templating.measures import text_width
from memogen.desk.templating.nouns import Placement
from memogen.desk.templating.pictures import EMBLEM, drop_codes, name_emblem
from memogen.desk.templating.plans import Plan
from memogen.desk.templating.slots import ATTENDANCE, BODY, DECIDER, DECISIONS, REVIEWER
from memogen.desk.templating.stylesheets import Stylesheet
from memogen.model import Kind
from memogen.ooxml import paragraph, run, twips
from memogen.opc.packing import serialised
from memogen.paper import Paper, Passage
from memogen.proof import paragraph_at
from memogen.proof.markup import word

if TYPE_CHECKING:
    from lxml import etree

_SHOWN = 60
_SAYS_SOMETHING = re.compile(r"[A-Za-z0-9๐-๙ก-ฮ]")
DOCUMENT = "word/document.xml"


class Builder:
    """The parts of one file while they become a template; `placements` and `done` grow with what is done."""

    def __init__(self, parts: dict[str, bytes], paper: Paper, plan: Plan, sheet: Stylesheet) -> None:
        self._parts = parts
        self._paper = paper
        self._plan = plan
        self._sheet = sheet
        self._roots: dict[str, etree._Element] = {}
        self._elements = dict(self._found())
        self.placements: list[Placement] = []
        self.done: list[str] = []
        self.body_in_cell = False
        self.attendance_stays = False
        self.reviewer_stays = False

    def _found(self) -> Iterator[tuple[int, etree._Element]]:
        for passage in self._paper.passages:
            if passage.address is not None:
                part, index = passage.address
                element = paragraph_at(self.root(part), index)
                if element is not None:
                    yield id(passage), element

    def root(self, part: str) -> etree._Element:
        if part not in self._roots:
            self._roots[part] = opc.xml(self._parts[part], file=self._paper.file, part=part)
        return self._roots[part]

    @property
    def parts(self) -> dict[str, bytes]:
        """The parts as they stand now."""
        return {**self._parts, **{name: serialised(root) for name, root in self._roots.items()}}

    def element(self, passage: Passage) -> etree._Element:
        return self._elements[id(passage)]

    def is_left(self, passage: Passage) -> bool:
        """Whether the paragraph of a passage is still in the document."""
        element = self._elements.get(id(passage))
        top = None if element is None else [element, *element.iterancestors()][-1]
        return top in self._roots.values()

    # --- words --------------------------------------------------------------------------------------

    def settle_words(self) -> None:
        """What the changes of words need about them: no fields of Word, real tabs, and places that stay."""
        touched = {id(one.passage): one.passage for one in self._plan.changes}
        for passage in touched.values():
            element = self.element(passage)
            _without_fields(element)
            fragments.real_tabs(element)
        for key, stops in self._plan.stops.items():
            for stop in stops:
                align = "right" if stop.is_right else "left"
                fragments.with_stop(
                    self.element(touched[key]), twips(stop.at_mm), align=align, dotted=stop.is_dotted
                )
        if self._plan.stops:
            self.done.append(_("เปลี่ยนจุดและวรรคที่พิมพ์ไว้ในหัวหนังสือเป็นแท็บ เพื่อให้แนวไม่เลื่อนตามความยาวของข้อความ"))
        for passage, left, first in self._plan.indented:
            if not first:
                fragments.without_lead(self.element(passage))
            fragments.indented(self.element(passage), twips(left), twips(first))
        width = text_width(self._paper)
        for passage, middle in self._plan.centred.items():
            element = self.element(passage)
            fragments.without_lead(element)
            is_name = any(passage is one for one in self._plan.signed.values())
            is_name = is_name or passage.seen.strip().startswith("(")
            fragments.styled(element, self._sheet.named("ลงชื่อ" if is_name else "ตำแหน่งผู้ลงนาม"))
            left, right = max(2 * middle - width, 0), max(width - 2 * middle, 0)
            fragments.indented(element, twips(left), 0, right=twips(right))
        if self._plan.centred or self._plan.indented:
            self.done.append(_("จัดบรรทัดที่เคาะวรรคหรือแท็บไว้ด้วยการเยื้องและจัดกึ่งกลางของ Word แทน"))

    # --- lines that may go ----------------------------------------------------------------------------

    def put_conditions(self) -> None:
        """Lines that go where a letter has no value, the signer's rank, and those who decide."""
        for name, passages in self._plan.optional:
            held = together([self.element(one) for one in passages if one not in self._plan.emptied])
            if held:
                wrapped(held, f"{{%p if {name} %}}", "{%p endif %}")
            self.reviewer_stays |= not held and name == f"{REVIEWER}.ชื่อ"
        for person, passage in self._plan.signed.items():
            if not self._has(f"{person}.ยศ"):
                self._put_rank(person, passage)
            if not self._has(f"{person}.ตำแหน่ง"):
                self._put_post(person, passage)
        if self._plan.decision:
            held = [self.element(one) for one in self._plan.decision]
            if len({one.getparent() for one in held}) == 1:
                wrapped(held, f"{{%p for {DECIDER} in {DECISIONS} %}}", "{%p endfor %}")
                self.placements.append(
                    Placement(f"{{%p for {DECIDER} in {DECISIONS} %}}", "", self._plan.decision[0].place)
                )

    def _has(self, field: str) -> bool:
        return any(field in one.tag for one in self._plan.placements)

    def _put_rank(self, person: str, name: Passage) -> None:
        """A line like the name's above it, for signers with a rank or an academic title."""
        field = f"{person}.ยศ"
        line = fragments.retold(self.element(name), f"{{{{ {field} }}}}")
        self.element(name).addprevious(line)
        wrapped([line], f"{{%p if {field} %}}", "{%p endif %}")
        self.placements.append(Placement(f"{{{{ {field} }}}}", "", name.place))

    def _put_post(self, person: str, name: Passage) -> None:
        """A line like the name's below it, where the file says nothing of a position."""
        tag = f"{{{{ {person}.ตำแหน่ง }}}}"
        self.element(name).addnext(fragments.retold(self.element(name), tag))
        self.placements.append(Placement(tag, "", name.place))

    def keep_signature(self) -> None:
        """The lines down to the signer's name stay on one page with it: blank ones, closing and rank."""
        for name in self._plan.signed.values():
            at: etree._Element | None = self.element(name)
            while at is not None and word(at) == "p" and not fragments.speaks_of(BODY, at):
                fragments.kept(at)
                at = at.getprevious()

    # --- the lists of people -----------------------------------------------------------------------------

    def put_attendance(self, standard: Mapping[str, bytes]) -> None:
        """One loop over all lists in the place of those of this meeting, in the looks of the first."""
        held = self._plan.attendance
        if not held:
            return
        blocks = blocks_of([self.element(one) for one in held])
        kept = {self.element(one.passage) for one in self._plan.changes}
        kept |= {self.element(one) for one in self._plan.text}
        if not blocks or any(one in kept for block in blocks for one in block.iter(f"{W}p")):
            self.attendance_stays = True
            return
        body = opc.xml(standard[DOCUMENT], file="", part=DOCUMENT)
        loop = [self._sheet.mapped(one) for one in loop_of(body, ATTENDANCE)]
        for one in attendance.in_looks_of([(one, self.element(one)) for one in held], loop, self._sheet):
            blocks[0].addprevious(one)
        self.placements.append(Placement(fragments.text_of(loop[0]), _shown(held, blocks), held[0].place))
        for block in blocks:
            cleared(block)

    def drop_emptied(self) -> None:
        for passage in self._plan.emptied:
            element = self.element(passage)
            if may_go(element):
                remove(element)

    # --- the text ---------------------------------------------------------------------------------------

    def put_body(self) -> None:
        """One tag in the place of all paragraphs and tables of the text, if they have one of their own."""
        held = self._plan.text
        tag = paragraph(run(f"{{{{p {BODY} }}}}"))
        if not held:
            self._put_body_in_blank(elements(tag)[0])
            return
        blocks = blocks_of([self.element(one) for one in held])
        kept = {self.element(one.passage) for one in self._plan.changes}
        inside = [block for block in blocks if any(one in kept for one in block.iter(f"{W}p"))]
        if not blocks or any(word(block) != "p" or block in kept for block in inside):
            return
        blocks[0].addprevious(elements(tag)[0])
        self.body_in_cell = any(word(above) == "tc" for above in blocks[0].iterancestors())
        for block in blocks:
            cleared(block, keep=block in inside)
        self.placements.append(Placement(f"{{{{p {BODY} }}}}", _shown(held, blocks), held[0].place))

    def _put_body_in_blank(self, tag: etree._Element) -> None:
        """In a form without text: under the last line of its head, dotted lines there gone."""
        if self._plan.foot is None:
            return
        order = {id(one): number for number, one in enumerate(self._paper.passages)}
        foot = order[id(self._plan.foot)]
        head = [order[id(one.passage)] for one in self._plan.changes if order[id(one.passage)] < foot]
        if not head:
            return
        last = max(head)
        for passage in self._paper.passages[last + 1 : foot]:
            if not _SAYS_SOMETHING.search(passage.seen) and may_go(self.element(passage)):
                remove(self.element(passage))
        top_of(self.element(self._paper.passages[last])).addnext(tag)
        self.placements.append(Placement(f"{{{{p {BODY} }}}}", "", _("ใต้หัวหนังสือ")))

    # --- what the standard has besides --------------------------------------------------------------------

    def put_the_rest(self, kind: Kind, fields: Sequence[str], standard: Mapping[str, bytes]) -> None:
        """The emblem's name, room for other QR codes, and lines that only some letters have."""
        body = self.root(DOCUMENT)[0]
        if EMBLEM in fields:
            self.placements += name_emblem([self.root(part) for part in self._stories()])
        self.placements += drop_codes(body)
        self.placements += put_lines(body, opc.xml(standard[DOCUMENT], file="", part=DOCUMENT), self._sheet)
        if self._lacks(URGENCY, fields):
            self.placements += put_urgency(body, kind, self._sheet)
        if self._lacks(SECRECY, fields):
            self._put_secrecy(standard)

    def _stories(self) -> list[str]:
        """The parts that have words: the document, headers and footers."""
        return list(dict.fromkeys(one.address[0] for one in self._paper.passages if one.address))

    def _lacks(self, field: str, fields: Sequence[str]) -> bool:
        placed = (*self._plan.placements, *self.placements)
        return field in fields and not any(fragments.names(field, one.tag) for one in placed)

    def _put_secrecy(self, standard: Mapping[str, bytes]) -> None:
        """The secrecy at the top of headers and footers; those of the standard where there are none."""
        if own := margins_of(self._parts):
            for part in own:
                mark_secrecy(self.root(part), self._sheet)
        else:
            section = next(self.root(DOCUMENT).iter(f"{W}sectPr"), None)
            added = None if section is None else with_margins(self._parts, section, standard, self._sheet)
            if added is None:
                return
            self._parts = added
            self.done.append(_("เพิ่มเลขหน้าที่หัวกระดาษตั้งแต่หน้า ๒ ตามแบบมาตรฐาน"))
        self.placements.append(Placement(f"{{{{ {SECRECY} }}}}", "", _("หัวและท้ายกระดาษ")))


# --- looking about ----------------------------------------------------------------------------------------


def _shown(held: Sequence[Passage], blocks: Sequence[etree._Element]) -> str:
    """How passages begin, and how many blocks they are."""
    first = " ".join(held[0].seen.split())
    shown = first[:_SHOWN] + ("…" if len(first) > _SHOWN else "")
    paragraphs = sum(word(one) == "p" and not is_empty(one) for one in blocks)
    tables = sum(word(one) == "tbl" for one in blocks)
    counted = _("{paragraphs} ย่อหน้า").format(paragraphs=_thai(paragraphs))
    if tables:
        counted += " " + _("{tables} ตาราง").format(tables=_thai(tables))
    return f"{shown} ({counted})"


def _without_fields(paragraph: etree._Element) -> None:
    """Fields of Word become their text: Word would put the old value back over a tag."""
    for one in list(paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}ffData")):
        remove(one)
    for one in list(paragraph.iter(f"{W}fldSimple")):
        for inner in list(one):
            one.addprevious(inner)
        remove(one)


def _thai(number: int) -> str:
    return thai.to_thai_digits(str(number))
