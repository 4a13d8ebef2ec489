"""The body of a letter: Markdown read into paragraphs, numbered items and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen import thai
from memogen.compose.filling import Filler
from memogen.compose.lines import prepare
from memogen.compose.numbering import Headings, depth, label, own_number
from memogen.findings import Finding, Severity
from memogen.model import Align, Block, Paragraph, Role, Run, Table

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
_ITEMS = (Role.ITEM_1, Role.ITEM_2, Role.ITEM_3)
_LISTS = ("ordered_list", "bullet_list")
_BOLD = re.compile(r"\*\*(?![\s*])(.+?)(?<![\s*])\*\*", re.DOTALL)
_ESCAPED = "*`|#-+.)"
"""What a backslash makes plain; before any other sign it is a backslash (\\\\server\\แผน)."""
_DEEPEST_LIST = 100


def read_body(lines: Iterable[tuple[int, str]], filler: Filler) -> list[Block]:
    """The blocks of a filled body, given as (line of the file, text); faults go to the filler's findings."""
    texts, numbers = prepare(lines)
    return _with_closing(list(_Reader(filler, texts, numbers).blocks(_parse("\n".join(texts)))))


def _parse(text: str) -> SyntaxTreeNode:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("zero", {"maxNesting": _DEEPEST_LIST})
    parser.enable(["heading", "list", "table", "newline", "escape"]).disable("text_join")
    return SyntaxTreeNode(parser.parse(text))


def _with_closing(blocks: Sequence[Block]) -> list[Block]:
    """The last paragraph is the closing one (ภาคสรุป)."""
    if blocks and isinstance(blocks[-1], Paragraph) and blocks[-1].role is Role.BODY:
        return [*blocks[:-1], replace(blocks[-1], role=Role.CLOSING)]
    return list(blocks)


class _Reader:
    """Walks the Markdown tree of one letter; `numbers` are the file's lines of `lines`."""

    def __init__(self, filler: Filler, lines: Sequence[str], numbers: Sequence[int]) -> None:
        self._filler = filler
        self._lines = lines
        self._numbers = numbers
        self._headings = Headings()

    def blocks(self, node: SyntaxTreeNode, parent: str | None = None) -> Iterator[Block]:
        """The blocks under a node, in order; `parent` is the number that lists in it continue."""
        for child in node.children:
            if child.type == "heading":
                yield self._heading(child)
            elif child.type == "paragraph":
                yield self._paragraph(child)
            elif child.type in _LISTS:
                yield from self._list(child, self._headings.current if parent is None else parent)
            elif child.type == "table":
                yield self._table(child)

    def _heading(self, node: SyntaxTreeNode) -> Paragraph:
        level = min(int(node.tag[1]), len(_HEADINGS))
        runs = self._runs(node)
        number = self._headings.number(level, "".join(run.text for run in runs))
        return Paragraph(_HEADINGS[level - 1], _numbered(number, runs))

    def _paragraph(self, node: SyntaxTreeNode) -> Paragraph:
        paragraph = Paragraph(Role.BODY, self._runs(node))
        number = own_number(paragraph.text)
        if self._typed(node).startswith("|"):
            self._tell_no_table(node)
        return replace(paragraph, role=_ITEMS[depth(number) - 1]) if number else paragraph

    # --- lists ------------------------------------------------------------------------------------

    def _list(self, node: SyntaxTreeNode, parent: str) -> Iterator[Block]:
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

    def _item(self, item: SyntaxTreeNode, mark: str, level: int, parent: str) -> Iterator[Block]:
        """The mark joins the item's first paragraph; with a list or nothing behind it, it still shows."""
        first, *rest = [*self.blocks(item, parent)] or [Paragraph(Role.BODY, ())]
        runs = first.runs if isinstance(first, Paragraph) else ()
        yield Paragraph(_ITEMS[level - 1], _numbered(mark, runs))
        yield from rest if isinstance(first, Paragraph) else (first, *rest)

    def _check_typed(self, node: SyntaxTreeNode, start: int) -> None:
        """Numbers that were typed out of order are printed in order, and that is said."""
        typed = [int(item.info) for item in node.children]
        if len(set(typed)) == 1 or typed == list(range(start, start + len(typed))):
            return
        wrong = next(n for n, number in enumerate(typed) if number != start + n)
        self._tell(
            "L14",
            node.children[wrong],
            text=thai.to_thai_digits(str(typed[wrong])),
            message=_("เลขข้อไม่เรียงลำดับ จะพิมพ์เป็นข้อ {number}").format(
                number=thai.to_thai_digits(str(start + wrong))
            ),
            hint=_("แก้เลขข้อในร่างให้เรียงกัน หรือพิมพ์เลขเดียวกันทุกข้อเพื่อให้เรียงเอง"),
        )

    # --- tables -----------------------------------------------------------------------------------

    def _table(self, node: SyntaxTreeNode) -> Table:
        head, *body = [row for part in node.children for row in part.children]
        for row in body:
            self._check_width(row, len(head.children))
        aligns = [str(cell.attrs.get("style", "text-align:left"))[11:] for cell in head.children]
        return Table(
            head=tuple(self._runs(cell) for cell in head.children),
            rows=tuple(tuple(self._runs(cell) for cell in row.children) for row in body),
            aligns=tuple(Align(align) for align in aligns),
        )

    def _check_width(self, row: SyntaxTreeNode, columns: int) -> None:
        """Markdown drops the cells that a row has too many."""
        typed = self._typed(row).removeprefix("|").removesuffix("|")
        cells = re.split(r"(?<!\\)\|", typed)
        if len(cells) > columns:
            self._tell(
                "L20",
                row,
                severity=Severity.ERROR,
                text=self._filler.slots.restore(cells[columns].strip())[:60],
                message=_("แถวนี้มี {cells} ช่อง แต่หัวตารางมี {columns} ช่อง").format(
                    cells=thai.to_thai_digits(str(len(cells))), columns=thai.to_thai_digits(str(columns))
                ),
                hint=_("แก้จำนวนช่องให้เท่ากัน เครื่องหมาย | ที่เป็นข้อความให้พิมพ์ \\|"),
            )

    def _tell_no_table(self, node: SyntaxTreeNode) -> None:
        self._tell(
            "L21",
            node,
            text=self._filler.slots.restore(self._typed(node))[:60],
            message=_("บรรทัดนี้เป็นแถวของตาราง แต่ไม่ได้อยู่ในตาราง จะพิมพ์เป็นข้อความ"),
            hint=_("ใต้หัวตารางต้องมีบรรทัด | --- | --- | และระหว่างแถวต้องไม่มีบรรทัดว่าง"),
        )

    # --- text -------------------------------------------------------------------------------------

    def _typed(self, node: SyntaxTreeNode) -> str:
        return self._lines[node.map[0]].strip() if node.map else ""

    def _tell(
        self,
        code: str,
        node: SyntaxTreeNode,
        *,
        severity: Severity = Severity.WARNING,
        text: str,
        message: str,
        hint: str,
    ) -> None:
        self._filler.findings.append(
            Finding(
                code=code,
                severity=severity,
                file=self._filler.file,
                line=self._numbers[node.map[0]] if node.map else None,
                text=text,
                message=message,
                hint=hint,
            )
        )

    def _runs(self, node: SyntaxTreeNode) -> tuple[Run, ...]:
        """The text under a node as runs; bold is what stands between two **, wherever they stand."""
        stretches = _BOLD.split("".join(self._text(node)))
        finished = enumerate(self._filler.finish(*stretches))
        return tuple(Run(text, bold=index % 2 == 1) for index, text in finished if text)

    def _text(self, node: SyntaxTreeNode) -> Iterator[str]:
        """The text under a node as typed; what a backslash made plain waits in a slot."""
        for child in node.children:
            if child.type == "softbreak":
                yield " "
            elif child.type == "hardbreak":
                yield "\n"
            elif child.type == "text_special":
                plain = child.content if child.content in _ESCAPED else child.markup
                yield self._filler.slots.put(plain)
            elif child.type == "text":
                yield child.content
            else:
                yield from self._text(child)


def _numbered(number: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not number or not runs:
        return (Run(number),) if number else runs
    first, *rest = runs
    if first.bold:
        return (Run(f"{number} "), *runs)
    return (Run(f"{number} {first.text}"), *rest)
