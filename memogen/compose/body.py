"""The body of a letter: Markdown read into paragraphs, numbered items and tables.

It is read with slots in place of values, and remembered: the letters of a circular mostly differ in values
alone, and then only the paragraphs and tables that wait for values are made anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen import thai
from memogen.compose.filling import numbered_lines
from memogen.compose.lines import prepare
from memogen.compose.numbering import Headings, depth, heading_number, label
from memogen.compose.orders import holds_order, is_order, not_alone, read_order
from memogen.compose.outline import size_of
from memogen.compose.sketches import ITEMS, DataSketch, ParagraphSketch, Sketch, TableSketch, TextSketch
from memogen.compose.tables import DataTables
from memogen.compose.wording import restored, wording
from memogen.findings import Finding, Severity
from memogen.model import Align, Block, Paragraph, Role
from memogen.remembering import ByObject

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
_LISTS = ("ordered_list", "bullet_list")
_BOLD = re.compile(r"\*\*(?![\s*])(.+?)(?<![\s*])\*\*", re.DOTALL)
_ESCAPED = "*`|#-+.)"
"""What a backslash makes plain; before any other sign it is a backslash (\\\\server\\แผน)."""
_ESCAPE = re.compile("\x07([0-9]+)\x03")
_DEEPEST_LIST = 100
_BLANK = Paragraph(Role.BODY, ())
_MANY = 1_000
"""Values of a body that is not worth remembering."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What is to be told of a line of the file; the text has slots."""

    tell: Callable[..., Finding]
    line: int | None
    text: str
    numbers: tuple[int, ...]


def _as_closing(last: Paragraph) -> Paragraph:
    return Paragraph(Role.CLOSING, last.runs)


_closing = ByObject(_as_closing)
"""The same object for the same one, by which renderers know it again."""


# --- a body that has been read --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it was read: blocks that are `ready`, and those `waiting` for values by their place there.

    `lines` are the first and last line of each block in the file, `headings` those that wait for values and
    may bring a number with them, `ready_size` counts the characters of the blocks that are ready.
    """

    ready: tuple[Block, ...]
    waiting: Mapping[int, Sketch]
    lines: tuple[tuple[int, int], ...]
    headings: tuple[TextSketch, ...]
    notes: tuple[_Note, ...]
    ready_size: int

    def blocks(self, values: Sequence[str], tables: DataTables) -> list[Block]:
        """The blocks with their values; the last paragraph of the text is the closing one (ภาคสรุป)."""
        blocks = [*self.ready]
        for index, sketch in self.waiting.items():
            if isinstance(sketch, DataSketch):
                blocks[index] = tables.table(sketch.order, values)
            else:
                blocks[index] = sketch.filled(values)
        for index in reversed(range(len(blocks))):
            last = blocks[index]
            if isinstance(last, Paragraph) and last.role is Role.BODY:
                blocks[index] = _closing(last)
            if isinstance(last, Paragraph) or last.annex is None:
                break
        return blocks

    def findings(self, values: Sequence[str], tables: DataTables, file: str) -> list[Finding]:
        """What was odd in it, and in the data of its tables."""
        findings = [
            replace(note.tell(restored(note.text, values)[:60], *note.numbers), file=file, line=note.line)
            for note in self.notes
        ]
        for sketch in self.waiting.values():
            if isinstance(sketch, DataSketch):
                findings += tables.findings(sketch.order, values, sketch.lines[0])
        return findings


def read_body(
    filled: str, values: Sequence[str], *, line: int, keep: tuple[str, ...], by_line: bool = False
) -> Body:
    """The body that `Filler.body` gives, its first line in the file, and the words whose digits stay.

    `by_line` is for forms: each line of a paragraph stands as it is typed.
    """
    read = _read if len(values) <= _MANY else _read.__wrapped__
    body = read(filled, line, keep, (), by_line)
    own = tuple(heading_number(heading.words(values)) for heading in body.headings)
    return read(filled, line, keep, own, by_line) if any(own) else body


@lru_cache(maxsize=128)
def _read(filled: str, line: int, keep: tuple[str, ...], own: tuple[str, ...], by_line: bool) -> Body:
    """`own` are the numbers that headings have from their values, since they change those after them."""
    texts, numbers = prepare(numbered_lines(filled, line))
    reader = _Reader(texts, numbers, keep, own, "\n" if by_line else " ")
    sketches = [*reader.sketches(_parse("\n".join(texts)))]
    ready = tuple(
        _BLANK if isinstance(sketch, DataSketch) or sketch.waits else sketch.filled(()) for sketch in sketches
    )
    return Body(
        ready=ready,
        waiting={index: sketch for index, sketch in enumerate(sketches) if sketch.waits},
        lines=tuple(sketch.lines for sketch in sketches),
        headings=tuple(reader.headings),
        notes=tuple(reader.notes),
        ready_size=sum(map(size_of, ready)),
    )


def _parse(text: str) -> SyntaxTreeNode:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("zero", {"maxNesting": _DEEPEST_LIST})
    parser.enable(["heading", "list", "table", "newline", "escape"]).disable("text_join")
    return SyntaxTreeNode(parser.parse(text))


class _Reader:
    """Walks the Markdown tree of one body; `numbers` are the file's lines of `lines`.

    `joint` stands where a line of a paragraph ends and the next begins.
    """

    def __init__(
        self,
        lines: Sequence[str],
        numbers: Sequence[int],
        keep: tuple[str, ...],
        own: Iterable[str],
        joint: str,
    ) -> None:
        self._lines = lines
        self._numbers = numbers
        self._keep = keep
        self._own = iter(own)
        self._joint = joint
        self._counter = Headings()
        self.headings: list[TextSketch] = []
        self.notes: list[_Note] = []

    def sketches(self, node: SyntaxTreeNode, parent: str | None = None) -> Iterator[Sketch]:
        """The blocks under a node, in order; `parent` is the number that lists in it continue."""
        for child in node.children:
            if child.type == "heading":
                yield self._heading(child)
            elif child.type == "paragraph" and is_order(self._typed(child)):
                yield from self._data_table(child)
            elif child.type == "paragraph":
                yield self._paragraph(child)
            elif child.type in _LISTS:
                yield from self._list(child, self._counter.current if parent is None else parent)
            elif child.type == "table":
                yield self._table(child)

    def _heading(self, node: SyntaxTreeNode) -> ParagraphSketch:
        level = min(int(node.tag[1]), len(_HEADINGS))
        text = self._text(node)
        if text.waits:
            self.headings.append(text)
            own = next(self._own, "")
        else:
            own = heading_number(text.words(()))
        number = self._counter.number(level, own)
        return ParagraphSketch(_HEADINGS[level - 1], replace(text, marks=(number,)), self._lines_of(node))

    def _paragraph(self, node: SyntaxTreeNode) -> ParagraphSketch:
        if self._typed(node).startswith("|"):
            self._note(_no_table, node, self._typed(node))
        for at in range(*node.map or (0, 0)):
            if holds_order(self._lines[at]):
                self.notes.append(_Note(not_alone, self._numbers[at], self._lines[at].strip(), ()))
        return ParagraphSketch(Role.BODY, self._text(node), self._lines_of(node))

    # --- lists ------------------------------------------------------------------------------------

    def _list(self, node: SyntaxTreeNode, parent: str) -> Iterator[Sketch]:
        start = int(node.attrs.get("start", 1))
        is_numbered = node.type == "ordered_list"
        if is_numbered:
            self._check_typed(node, start)
        for count, item in enumerate(node.children, start=start):
            if is_numbered:
                number = label(parent, count, node.markup)
                yield from self._item(item, number, depth(number), number)
            else:
                yield from self._item(item, node.markup, depth(parent) if parent else 1, parent)

    def _item(self, item: SyntaxTreeNode, mark: str, level: int, parent: str) -> Iterator[Sketch]:
        """The mark joins the item's first paragraph; with a list or nothing behind it, it still shows."""
        nothing = ParagraphSketch(Role.BODY, self._words(""), self._lines_of(item))
        first, *rest = [*self.sketches(item, parent)] or [nothing]
        if not isinstance(first, ParagraphSketch):
            first, rest = nothing, [first, *rest]
        text = replace(first.text, marks=(*first.text.marks, mark))
        yield replace(first, role=ITEMS[level - 1], text=text)
        yield from rest

    def _check_typed(self, node: SyntaxTreeNode, start: int) -> None:
        """Numbers that were typed out of order are printed in order, and that is said."""
        typed = [int(item.info) for item in node.children]
        if len(set(typed)) == 1 or typed == list(range(start, start + len(typed))):
            return
        wrong = next(n for n, number in enumerate(typed) if number != start + n)
        self._note(_out_of_order, node.children[wrong], thai.to_thai_digits(str(typed[wrong])), start + wrong)

    # --- tables -----------------------------------------------------------------------------------

    def _table(self, node: SyntaxTreeNode) -> TableSketch:
        head, *body = [row for part in node.children for row in part.children]
        for row in body:
            self._check_width(row, len(head.children))
        aligns = [str(cell.attrs.get("style", "text-align:left"))[11:] for cell in head.children]
        return TableSketch(
            rows=tuple(tuple(self._text(cell) for cell in row.children) for row in (head, *body)),
            aligns=tuple(Align(align) for align in aligns),
            lines=self._lines_of(node),
        )

    def _data_table(self, node: SyntaxTreeNode) -> Iterator[DataSketch]:
        order, faults = read_order(self._typed(node))
        for tell, text in faults:
            self._note(tell, node, text)
        if order:
            yield DataSketch(order, self._lines_of(node))

    def _check_width(self, row: SyntaxTreeNode, columns: int) -> None:
        """Markdown drops the cells that a row has too many."""
        typed = self._typed(row).removeprefix("|").removesuffix("|")
        cells = re.split(r"(?<!\\)\|", typed)
        if len(cells) > columns:
            self._note(_too_wide, row, cells[columns].strip(), len(cells), columns)

    # --- text -------------------------------------------------------------------------------------

    def _typed(self, node: SyntaxTreeNode) -> str:
        return self._lines[node.map[0]].strip() if node.map else ""

    def _lines_of(self, node: SyntaxTreeNode) -> tuple[int, int]:
        start, end = node.map or (0, 1)
        return self._numbers[start], self._numbers[max(start, end - 1)]

    def _note(self, tell: Callable[..., Finding], node: SyntaxTreeNode, text: str, *numbers: int) -> None:
        line = self._numbers[node.map[0]] if node.map else None
        self.notes.append(_Note(tell, line, text, numbers))

    def _text(self, node: SyntaxTreeNode) -> TextSketch:
        """The text under a node; bold is what stands between two **, wherever they stand."""
        escaped: list[str] = []
        typed = "".join(_typed_text(node, escaped, self._joint))
        return self._words(
            *(_ESCAPE.sub(lambda sign: escaped[int(sign[1])], text) for text in _BOLD.split(typed))
        )

    def _words(self, *texts: str) -> TextSketch:
        return TextSketch(wording(texts, self._keep))


def _typed_text(node: SyntaxTreeNode, escaped: list[str], joint: str) -> Iterator[str]:
    """The text under a node as typed; what a backslash made plain goes to `escaped`, out of bold's way."""
    for child in node.children:
        if child.type == "softbreak":
            yield joint
        elif child.type == "hardbreak":
            yield "\n"
        elif child.type == "text_special":
            escaped.append(child.content if child.content in _ESCAPED else child.markup)
            yield f"\x07{len(escaped) - 1}\x03"
        elif child.type == "text":
            yield child.content
        else:
            yield from _typed_text(child, escaped, joint)


# --- what is told -----------------------------------------------------------------------------------


def _out_of_order(text: str, number: int) -> Finding:
    return Finding(
        code="L14",
        severity=Severity.WARNING,
        text=text,
        message=_("เลขข้อไม่เรียงลำดับ จะพิมพ์เป็นข้อ {number}").format(number=thai.to_thai_digits(str(number))),
        hint=_("แก้เลขข้อในร่างให้เรียงกัน หรือพิมพ์เลขเดียวกันทุกข้อเพื่อให้เรียงเอง"),
    )


def _too_wide(text: str, cells: int, columns: int) -> Finding:
    return Finding(
        code="L20",
        text=text,
        message=_("แถวนี้มี {cells} ช่อง แต่หัวตารางมี {columns} ช่อง").format(
            cells=thai.to_thai_digits(str(cells)), columns=thai.to_thai_digits(str(columns))
        ),
        hint=_("แก้จำนวนช่องให้เท่ากัน เครื่องหมาย | ที่เป็นข้อความให้พิมพ์ \\|"),
    )


def _no_table(text: str) -> Finding:
    return Finding(
        code="L21",
        severity=Severity.WARNING,
        text=text,
        message=_("บรรทัดนี้เป็นแถวของตาราง แต่ไม่ได้อยู่ในตาราง จะพิมพ์เป็นข้อความ"),
        hint=_("ใต้หัวตารางต้องมีบรรทัด | --- | --- | และระหว่างแถวต้องไม่มีบรรทัดว่าง"),
    )
