"""A plan carried out in a Word file: tags in paragraphs of their own, lines that may go, the text's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen import opc, thai
from memogen.desk.templating import fragments
from memogen.desk.templating.fragments import W, elements, remove, wrapped
from memogen.desk.templating.lines import URGENCY, put_lines, put_urgency
from memogen.desk.templating.margins import SECRECY, margins_of, mark_secrecy, with_margins
from memogen.desk.templating.measures import text_width
from memogen.desk.templating.nouns import Placement
from memogen.desk.templating.pictures import drop_codes, name_emblem
from memogen.desk.templating.planning import Plan
from memogen.desk.templating.slots import BODY, DECIDER, DECISIONS, RANK
from memogen.desk.templating.stylesheets import Stylesheet
from memogen.model import Kind
from memogen.ooxml import paragraph, run, twips
from memogen.opc.packing import serialised
from memogen.paper import Paper, Part, Passage, Region
from memogen.proof import paragraph_at
from memogen.proof.content import content_of
from memogen.proof.markup import word

if TYPE_CHECKING:
    from lxml import etree

_HOLDERS = ("body", "tc", "txbxContent")
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
            is_name = passage is self._plan.name or passage.seen.strip().startswith("(")
            fragments.styled(element, self._sheet.named("ลงชื่อ" if is_name else "ตำแหน่งผู้ลงนาม"))
            left, right = max(2 * middle - width, 0), max(width - 2 * middle, 0)
            fragments.indented(element, twips(left), 0, right=twips(right))
        if self._plan.centred or self._plan.indented:
            self.done.append(_("จัดบรรทัดที่เคาะวรรคหรือแท็บไว้ด้วยการเยื้องและจัดกึ่งกลางของ Word แทน"))

    # --- lines that may go ----------------------------------------------------------------------------

    def put_conditions(self) -> None:
        """Lines that go where a letter has no value, the signer's rank, and those who decide."""
        for name, passages in self._plan.optional:
            held = [self.element(one) for one in passages if one not in self._plan.emptied]
            if held and _is_alone(held):
                wrapped(held, f"{{%p if {name} %}}", "{%p endif %}")
        if self._plan.name is not None and not any(RANK in one.tag for one in self._plan.placements):
            self._put_rank(self.element(self._plan.name))
        if self._plan.decision:
            held = [self.element(one) for one in self._plan.decision]
            if len({one.getparent() for one in held}) == 1:
                wrapped(held, f"{{%p for {DECIDER} in {DECISIONS} %}}", "{%p endfor %}")
                self.placements.append(
                    Placement(f"{{%p for {DECIDER} in {DECISIONS} %}}", "", self._plan.decision[0].place)
                )

    def _put_rank(self, name: etree._Element) -> None:
        """A line like the name's above it, for signers with a rank or an academic title."""
        line = deepcopy(name)
        at = next((one for one in line.iter(f"{W}t") if "{{" in (one.text or "")), None)
        if at is None:
            return
        for one in list(line.iter(f"{W}t", f"{W}br", f"{W}drawing", f"{W}pict")):
            if one is not at:
                remove(one)
        at.text = f"{{{{ {RANK} }}}}"
        name.addprevious(line)
        wrapped([line], f"{{%p if {RANK} %}}", "{%p endif %}")
        self.placements.append(Placement(at.text, "", self._plan.name.place if self._plan.name else ""))

    def keep_signature(self) -> None:
        """The lines down to the signer's name stay on one page with it: blank ones, closing and rank."""
        if self._plan.name is None:
            return
        at: etree._Element | None = self.element(self._plan.name)
        while at is not None and word(at) == "p" and not fragments.speaks_of(BODY, at):
            fragments.kept(at)
            at = at.getprevious()

    def drop_emptied(self) -> None:
        for passage in self._plan.emptied:
            element = self.element(passage)
            if _may_go(element):
                remove(element)

    # --- the text ---------------------------------------------------------------------------------------

    def put_body(self) -> None:
        """One tag in the place of all paragraphs and tables of the text, if they have one of their own."""
        held = [
            one
            for one in self._paper.passages
            if one.part is Part.BODY and one.region in (Region.TEXT, Region.TABLE)
        ]
        tag = paragraph(run(f"{{{{p {BODY} }}}}"))
        if not held:
            self._put_body_in_blank(elements(tag)[0])
            return
        blocks = _blocks([self.element(one) for one in held])
        kept = {self.element(one.passage) for one in self._plan.changes}
        inside = [block for block in blocks if any(one in kept for one in block.iter(f"{W}p"))]
        if not blocks or any(word(block) != "p" or block in kept for block in inside):
            return
        blocks[0].addprevious(elements(tag)[0])
        self.body_in_cell = any(word(above) == "tc" for above in blocks[0].iterancestors())
        for block in blocks:
            if block in inside or next(block.iter(f"{W}sectPr"), None) is not None:
                _without_own_text(block)
            else:
                remove(block)
        self._say_body(held, blocks)

    def _put_body_in_blank(self, tag: etree._Element) -> None:
        """In a form without text: under the last line of its head, dotted lines there gone."""
        if self._plan.name is None:
            return
        order = {id(one): number for number, one in enumerate(self._paper.passages)}
        foot = order[id(self._plan.name)]
        head = [order[id(one.passage)] for one in self._plan.changes if order[id(one.passage)] < foot]
        if not head:
            return
        last = max(head)
        for passage in self._paper.passages[last + 1 : foot]:
            if not _SAYS_SOMETHING.search(passage.seen) and _may_go(self.element(passage)):
                remove(self.element(passage))
        _top(self.element(self._paper.passages[last])).addnext(tag)
        self.placements.append(Placement(f"{{{{p {BODY} }}}}", "", _("ใต้หัวหนังสือ")))

    def _say_body(self, held: Sequence[Passage], blocks: Sequence[etree._Element]) -> None:
        first = " ".join(held[0].seen.split())
        shown = first[:_SHOWN] + ("…" if len(first) > _SHOWN else "")
        paragraphs = sum(word(one) == "p" and bool(content_of(one).text.strip()) for one in blocks)
        tables = sum(word(one) == "tbl" for one in blocks)
        counted = _("{paragraphs} ย่อหน้า").format(paragraphs=_thai(paragraphs))
        if tables:
            counted += " " + _("{tables} ตาราง").format(tables=_thai(tables))
        self.placements.append(Placement(f"{{{{p {BODY} }}}}", f"{shown} ({counted})", held[0].place))

    # --- what the standard has besides --------------------------------------------------------------------

    def put_the_rest(self, kind: Kind, fields: Sequence[str], standard: Mapping[str, bytes]) -> None:
        """The emblem's name, room for other QR codes, and lines that only some letters have."""
        body = self.root(DOCUMENT)[0]
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


def _without_fields(paragraph: etree._Element) -> None:
    """Fields of Word become their text: Word would put the old value back over a tag."""
    for one in list(paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}ffData")):
        remove(one)
    for one in list(paragraph.iter(f"{W}fldSimple")):
        for inner in list(one):
            one.addprevious(inner)
        remove(one)


def _without_own_text(block: etree._Element) -> None:
    """A paragraph that holds a text box or ends a section keeps that alone."""
    for one in content_of(block).atoms:
        remove(one[1])


def _blocks(held: Sequence[etree._Element]) -> list[etree._Element]:
    """The paragraphs and tables, one after the other in one holder, that hold all these paragraphs."""
    for holder in held[0].iterancestors():
        if word(holder) not in _HOLDERS:
            continue
        order = {block: number for number, block in enumerate(holder)}
        found = [
            order[block]
            for one in held
            for block in (one, *one.iterancestors())
            if block.getparent() is holder
        ]
        if len(found) == len(held):
            return list(holder)[min(found) : max(found) + 1]
    return []


def _top(element: etree._Element) -> etree._Element:
    """What stands in the document's body itself and holds the element."""
    at = element
    while (above := at.getparent()) is not None and word(above) != "body":
        at = above
    return at


def _is_alone(held: Sequence[etree._Element]) -> bool:
    """Whether elements stand together in the body, so that they can go and leave what Word wants."""
    holder = held[0].getparent()
    if holder is None or word(holder) != "body" or any(one.getparent() is not holder for one in held):
        return False
    indices = [holder.index(one) for one in held]
    return indices == list(range(indices[0], indices[0] + len(held)))


def _may_go(element: etree._Element) -> bool:
    """Whether a paragraph can go without a drawing, a section's end or a cell's only paragraph."""
    holder = element.getparent()
    if holder is None or any(word(one) in ("drawing", "pict", "sectPr") for one in element.iter("*")):
        return False
    if word(holder) == "body":
        return True
    previous, following = element.getprevious(), element.getnext()
    is_last = following is None and (previous is None or word(previous) != "p")
    return sum(word(one) == "p" for one in holder) > 1 and not is_last


def _thai(number: int) -> str:
    return thai.to_thai_digits(str(number))
