"""The body of a letter: Markdown read into paragraphs, numbered items and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen import thai
from memogen.compose.filling import Filler
from memogen.compose.numbering import Headings, depth, label, own_number
from memogen.findings import Finding, Severity
from memogen.model import Align, Block, Paragraph, Role, Run, Table

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
_ITEMS = (Role.ITEM_1, Role.ITEM_2, Role.ITEM_3)
_THAI_MARKER = re.compile(r"^(\s*)([๐-๙]+)([.)])(?=\s)")
_TIGHT_HEADING = re.compile(r"^(#{1,3})(?=[^#\s])")


def read_body(text: str, filler: Filler, *, first_line: int) -> list[Block]:
    """The blocks of an expanded body; what is odd in it goes to the filler's findings."""
    lines, numbers = _prepare(text, first_line)
    return _with_closing(list(_Reader(filler, numbers).blocks(_parse("\n".join(lines)))))


def _prepare(text: str, first_line: int) -> tuple[list[str], list[int]]:
    """Lines as Markdown knows them, each with its number in the file.

    Thai list numbers become ones that Markdown sees, and a line that begins with a number of several
    levels (๑.๑, (๒)) begins a paragraph of its own, as its writer meant.
    """
    lines: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(text.split("\n"), start=first_line):
        if own_number(line.strip()) and lines and lines[-1].strip():
            lines.append("")
            numbers.append(number)
        line = _THAI_MARKER.sub(lambda m: f"{m[1]}{thai.to_arabic_digits(m[2])}{m[3]}", line)
        lines.append(_TIGHT_HEADING.sub(r"\1 ", line))
        numbers.append(number)
    return lines, numbers


def _parse(text: str) -> SyntaxTreeNode:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("zero").enable(
        ["heading", "list", "table", "newline", "escape", "backticks", "emphasis", "balance_pairs"]
    )
    return SyntaxTreeNode(parser.parse(text))


def _with_closing(blocks: Sequence[Block]) -> list[Block]:
    """The last paragraph is the closing one (ภาคสรุป)."""
    if blocks and isinstance(blocks[-1], Paragraph) and blocks[-1].role is Role.BODY:
        return [*blocks[:-1], replace(blocks[-1], role=Role.CLOSING)]
    return list(blocks)


class _Reader:
    """Walks the Markdown tree of one letter."""

    def __init__(self, filler: Filler, numbers: Sequence[int]) -> None:
        self._filler = filler
        self._numbers = numbers
        self._headings = Headings()

    def blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """The blocks under a node, in order."""
        for child in node.children:
            if child.type == "heading":
                yield self._heading(child)
            elif child.type == "paragraph":
                yield self._paragraph(child)
            elif child.type in ("ordered_list", "bullet_list"):
                yield from self._list(child, self._headings.current)
            elif child.type == "table":
                yield self._table(child)

    def _heading(self, node: SyntaxTreeNode) -> Paragraph:
        level = min(int(node.tag[1]), len(_HEADINGS))
        runs = self._runs(node)
        number = self._headings.number(level, "".join(run.text for run in runs))
        return Paragraph(_HEADINGS[level - 1], _numbered(number, runs))

    def _paragraph(self, node: SyntaxTreeNode) -> Paragraph:
        runs = self._runs(node)
        number = own_number("".join(run.text for run in runs))
        return Paragraph(_ITEMS[depth(number) - 1] if number else Role.BODY, runs)

    def _list(self, node: SyntaxTreeNode, parent: str) -> Iterator[Block]:
        start = int(node.attrs.get("start", 1))
        if node.type == "ordered_list":
            self._check_typed(node, start)
        for count, item in enumerate(node.children, start=start):
            number = "-" if node.type == "bullet_list" else label(parent, count, node.markup)
            yield from self._item(item, number, parent)

    def _item(self, item: SyntaxTreeNode, number: str, parent: str) -> Iterator[Block]:
        role = _ITEMS[(depth(parent) if number == "-" and parent else depth(number)) - 1]
        first = True
        for child in item.children:
            if child.type == "paragraph" and first:
                yield Paragraph(role, _numbered(number, self._runs(child)))
                first = False
            elif child.type in ("ordered_list", "bullet_list"):
                yield from self._list(child, parent if number == "-" else number)
            elif child.type == "paragraph":
                yield self._paragraph(child)
            elif child.type == "table":
                yield self._table(child)

    def _check_typed(self, node: SyntaxTreeNode, start: int) -> None:
        """Numbers that were typed out of order are printed in order, and that is said."""
        typed = [int(item.info) for item in node.children]
        if len(set(typed)) == 1 or typed == list(range(start, start + len(typed))):
            return
        wrong = next(n for n, number in enumerate(typed) if number != start + n)
        self._filler.findings.append(
            Finding(
                code="L14",
                severity=Severity.WARNING,
                file=self._filler.file,
                line=self._line(node.children[wrong]),
                text=thai.to_thai_digits(str(typed[wrong])),
                message=_("เลขข้อไม่เรียงลำดับ จะพิมพ์เป็นข้อ {number}").format(
                    number=thai.to_thai_digits(str(start + wrong))
                ),
                hint=_("แก้เลขข้อในร่างให้เรียงกัน หรือพิมพ์เลขเดียวกันทุกข้อเพื่อให้เรียงเอง"),
            )
        )

    def _table(self, node: SyntaxTreeNode) -> Table:
        head, *body = [row for part in node.children for row in part.children]
        aligns = [str(cell.attrs.get("style", "text-align:left"))[11:] for cell in head.children]
        return Table(
            head=tuple(self._runs(cell) for cell in head.children),
            rows=tuple(tuple(self._runs(cell) for cell in row.children) for row in body),
            aligns=tuple(Align(align) for align in aligns),
        )

    def _line(self, node: SyntaxTreeNode) -> int | None:
        return self._numbers[node.map[0]] if node.map else None

    def _runs(self, node: SyntaxTreeNode) -> tuple[Run, ...]:
        """Text under a node as runs: neighbours of one look joined, then finished."""
        stretches: list[tuple[str, bool, bool]] = []
        for text, bold, raw in _stretches(node, bold=False):
            if stretches and stretches[-1][1:] == (bold, raw):
                text = stretches.pop()[0] + text
            stretches.append((text, bold, raw))
        finish, restore = self._filler.finish, self._filler.slots.restore
        return tuple(
            Run(restore(text) if raw else finish(text), bold) for text, bold, raw in stretches if text
        )


def _numbered(number: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not number:
        return runs
    first, *rest = runs or (Run(""),)
    if first.bold:
        return (Run(f"{number} "), first, *rest)
    return (Run(f"{number} {first.text}"), *rest)


def _stretches(node: SyntaxTreeNode, *, bold: bool) -> Iterator[tuple[str, bool, bool]]:
    """(text, bold, as typed) in order; marks that mean nothing in a letter stay as they were typed."""
    for child in node.children:
        if child.type in ("text", "text_special"):
            yield child.content, bold, False
        elif child.type == "code_inline":
            yield child.content, bold, True
        elif child.type == "softbreak":
            yield " ", bold, False
        elif child.type == "hardbreak":
            yield "\n", bold, False
        elif child.type == "strong" and child.markup == "**":
            yield from _stretches(child, bold=True)
        elif child.type == "inline":
            yield from _stretches(child, bold=bold)
        else:
            yield child.markup, bold, False
            yield from _stretches(child, bold=bold)
            yield child.markup, bold, False
