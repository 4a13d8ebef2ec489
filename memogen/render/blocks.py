"""Paragraphs, tables and QR codes of a memo as WordprocessingML in the template's own styles."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

from memogen.model import Align, Block, Paragraph, QrCode, Role, Run, Span, Table
from memogen.ooxml import inline_picture, paragraph, run, twips
from memogen.remembering import ByObject
from memogen.render.columns import TEXT_WIDTH_MM, column_widths, is_low, is_tall
from memogen.render.values import Blocks, Xml, is_printable

_ITEM = re.compile(r"^(?:[-–•]|\(?[0-9๐-๙]{1,2}[.)])(?:[ \u00a0]+(?=\S)|(?=[ก-ฮเ-ไ]))", re.MULTILINE)
"""The mark of an item at the beginning of a line in a cell; -๕ and ๑.๕ are numbers."""
_DIGIT_MM, _SIGN_MM = 2.1, 1.1
"""Widths in 14-point text."""
_HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
_BOLD = "<w:b/><w:bCs/>"
QR_MM = 25
QR_IN_A_ROW = 4


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """The style ids of a template by the names that Word shows; Word may change ids, never names."""

    ids: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.ids.get(name, "")


def runs_xml(runs: Iterable[Run], styles: Styles, *, in_bold: bool = False) -> str:
    """Runs one after the other; bold ones in the character style เน้น.

    `in_bold` is for those in a bold paragraph: in Word, bold in both styles is not bold unless it is said
    outright (ECMA-376 part 1, 17.7.3).
    """
    return "".join([_strong(one.text, styles, in_bold) if one.bold else run(one.text) for one in runs])


def _strong(text: str, styles: Styles, in_bold: bool) -> str:
    return run(text, style=styles["เน้น"], properties=_BOLD if in_bold else "")


def paragraph_xml(block: Paragraph, styles: Styles, properties: str = "") -> str:
    """A paragraph in the style of its role, with direct properties after it."""
    content = runs_xml(block.runs, styles, in_bold=block.role in _HEADINGS)
    return paragraph(content, style=styles[block.role], properties=properties)


def _cell(content: str, width: int) -> str:
    return f"{cell_begun(width)}{content}</w:tc>"


def cell_begun(width: int, merge: str = "") -> str:
    """A cell of so many twips up to its paragraphs."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>'


def table_row(
    cells: Iterable[str], *, repeated: bool = False, whole: bool = True, least_mm: float = 0
) -> str:
    """A row of ready cells: whether it is repeated on each page, kept on one, and how high it is at least."""
    height = f'<w:trHeight w:val="{twips(least_mm)}" w:hRule="atLeast"/>' if least_mm else ""
    properties = ("<w:cantSplit/>" if whole else "") + height + ("<w:tblHeader/>" if repeated else "")
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table_grid(rows: Iterable[str], widths: Sequence[int], style: str) -> str:
    """A table of ready rows, its columns so many twips wide."""
    look = f'<w:tblStyle w:val="{style}"/>' if style else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def table_xml(table: Table, styles: Styles, width_mm: float = TEXT_WIDTH_MM, *, is_kept: bool = False) -> str:
    """A ruled table over a whole width, its header row repeated on each page.

    No low row is alone on a page; the last row stays with what follows if it `is_kept`.
    """
    widths = column_widths(table, width_mm)
    head = Look(styles[Role.TABLE_HEAD])
    style = styles[Role.TABLE_TEXT]
    looks = {held: [Look(style, align, held) for align in table.aligns] for held in (False, True)}
    openings = {held: [*map(_opening, widths, those)] for held, those in looks.items()}
    held_rows = _held_rows(table.rows, widths, is_kept=is_kept)
    merged = merged_cells(table.spans, widths)
    rows = [
        table_row(
            _plain_cells(table.head, [_opening(width, head) for width in widths], styles, in_bold=True),
            repeated=True,
        )
    ]
    for number, row in enumerate(table.rows):
        is_held = number in held_rows
        if number in merged or any(map(_has_items, row)):
            beginnings = [*map(cell_begun, widths)]
            for column, beginning in merged.get(number, ()):
                beginnings[column] = beginning
            cells = _cells(row, beginnings, looks[is_held], styles)
        else:
            cells = _plain_cells(row, openings[is_held], styles)
        rows.append(table_row(cells, whole=not is_tall(row, widths)))
    above = paragraph(style=styles["บรรทัดคั่น"], properties="<w:keepNext/>")
    return above + table_grid(rows, widths, styles["ตารางหนังสือ"])


def _held_rows(
    rows: Sequence[Sequence[tuple[Run, ...]]], widths: Sequence[int], *, is_kept: bool
) -> set[int]:
    """The rows that stay on one page with the next; the last one, if it `is_kept`, with what follows."""
    last, held = len(rows) - 1, set()
    if last > 0 and is_low(rows[0], widths):
        held.add(0)
    if last > 0 and is_low(rows[last], widths):
        held.add(last - 1)
    if rows and is_kept and not is_tall(rows[last], widths):
        held.add(last)
    return held


@dataclass(frozen=True, slots=True)
class Look:
    """The style of a column's paragraphs, where they stand, and whether they keep with the next."""

    style: str
    align: Align = Align.LEFT
    is_kept: bool = False

    def paragraph(self, content: str, indent: str = "") -> str:
        kept = "<w:keepNext/>" if self.is_kept else ""
        shift = "" if self.align is Align.LEFT else f'<w:jc w:val="{self.align}"/>'
        return paragraph(content, style=self.style, properties=kept + indent + shift)


@lru_cache(maxsize=256)
def _opening(width: int, look: Look) -> str:
    """A cell and its paragraph up to the runs: all plain cells of a column begin alike."""
    return cell_begun(width) + look.paragraph("").removesuffix("</w:p>")


def _plain_cells(
    row: Sequence[tuple[Run, ...]], openings: Sequence[str], styles: Styles, *, in_bold: bool = False
) -> Iterable[str]:
    return [
        f"{opening}{_cell_runs(runs, styles, in_bold)}</w:p></w:tc>"
        for opening, runs in zip(openings, row, strict=True)
    ]


def _cell_runs(runs: tuple[Run, ...], styles: Styles, in_bold: bool) -> str:
    """As `runs_xml`; most cells have one plain run, and there are many of them."""
    if len(runs) == 1 and not runs[0].bold:
        return run(runs[0].text)
    return runs_xml(runs, styles, in_bold=in_bold)


def _cells(
    row: Sequence[tuple[Run, ...]], begun: Sequence[str], looks: Sequence[Look], styles: Styles
) -> Iterable[str]:
    """The cells of a row; one that another covers from its left does not begin."""
    for runs, beginning, look in zip(row, begun, looks, strict=True):
        if beginning:
            yield f"{beginning}{cell_text(runs, look, styles)}</w:tc>"


def cell_text(runs: tuple[Run, ...], look: Look, styles: Styles) -> str:
    """One paragraph; with items (- or ๑.) in it one a line, what wraps standing under the item's text."""
    if not _has_items(runs):
        return look.paragraph(runs_xml(runs, styles))
    return "".join([look.paragraph(runs_xml(line, styles), _hanging(line)) for line in lines_of(runs)])


def _has_items(runs: tuple[Run, ...]) -> bool:
    text = runs[0].text if len(runs) == 1 else "".join([piece.text for piece in runs])
    return bool(_ITEM.match(text) or ("\n" in text and _ITEM.search(text)))


def lines_of(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs of each line."""
    lines: list[list[Run]] = [[]]
    for piece in runs:
        first, *others = piece.text.split("\n")
        lines[-1].append(Run(first, piece.bold))
        lines += [[Run(text, piece.bold)] for text in others]
    return lines


def _hanging(line: Sequence[Run]) -> str:
    """The indent of an item: as wide as its mark."""
    mark = _ITEM.match(line[0].text)
    if not mark:
        return ""
    width = twips(sum(_DIGIT_MM if sign.isdigit() else _SIGN_MM for sign in mark[0]))
    return f'<w:ind w:left="{width}" w:hanging="{width}"/>'


def merged_cells(spans: Iterable[Span], widths: Sequence[int]) -> Mapping[int, Sequence[tuple[int, str]]]:
    """For each row with merged cells their columns, and how they begin: not at all when covered sideways."""
    merged: dict[int, list[tuple[int, str]]] = {}
    for span in spans:
        covered = range(span.column, span.column + span.across)
        width = sum(widths[column] for column in covered)
        across = f'<w:gridSpan w:val="{span.across}"/>' if span.across > 1 else ""
        for row in range(span.row, span.row + span.down):
            is_first = row == span.row
            down = ('<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>") if span.down > 1 else ""
            beginnings = merged.setdefault(row, [])
            beginnings.append((span.column, cell_begun(width, across + down)))
            beginnings += [(column, "") for column in covered[1:]]
    return merged


def in_text(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that stand in the letter's text."""
    return [block for block in blocks if isinstance(block, Paragraph) or block.annex is None]


def in_annexes(blocks: Iterable[Block]) -> list[Table]:
    """The tables that stand on pages of their own after it."""
    if Table not in map(type, blocks):
        return []
    return [block for block in blocks if isinstance(block, Table) and block.annex is not None]


def body_xml(blocks: Sequence[Block], styles: Styles) -> str:
    """The body of the letter, in order; its last two lines at least stay with the signature (T12)."""
    kept = len(blocks) - 2
    return "".join([_block_xml(block, styles, number >= kept) for number, block in enumerate(blocks)])


def body(blocks: Sequence[Block], styles: Styles) -> Blocks | Xml:
    """The same for a template's tag; Blocks, unless it has a character that no document can hold."""
    pieces = _encoder(styles, False).each(blocks[:-2]) + _encoder(styles, True).each(blocks[-2:])
    return Xml(body_xml(blocks, styles)) if None in pieces else Blocks(b"".join(filter(None, pieces)))


def _block_xml(block: Block, styles: Styles, is_kept: bool) -> str:
    if isinstance(block, Table):
        return table_xml(block, styles, is_kept=is_kept)
    return paragraph_xml(block, styles, "<w:keepNext/>" if is_kept else "")


@lru_cache(maxsize=16)
def _encoder(styles: Styles, is_kept: bool) -> ByObject[Block, bytes | None]:
    """Remembers, since the letters of a circular have most of their paragraphs in common."""
    return ByObject(partial(_encoded, styles=styles, is_kept=is_kept))


def _encoded(block: Block, styles: Styles, is_kept: bool) -> bytes | None:
    runs = chain(*block.head, *chain(*block.rows)) if isinstance(block, Table) else block.runs
    if not is_printable("".join([run.text for run in runs])):
        return None
    return _block_xml(block, styles, is_kept).encode()


@lru_cache(maxsize=64)
def qr_png(address: str) -> bytes:
    """The address as a black and white PNG, error correction M; the same bytes each time."""
    import segno

    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=2)
    return picture.getvalue()


def qr_pictures(codes: Sequence[QrCode]) -> dict[str, tuple[str, bytes]]:
    """The pictures of codes: relation id -> (part name, PNG)."""
    return {
        f"rIdQr{number}": (f"word/media/qr{number}.png", qr_png(code.address))
        for number, code in enumerate(codes, start=1)
    }


def qr_xml(codes: Sequence[QrCode], styles: Styles) -> Xml:
    """Codes side by side with their captions; their pictures are those of `qr_pictures`."""
    if not codes:
        return Xml()
    columns = min(len(codes), QR_IN_A_ROW)
    width = twips(TEXT_WIDTH_MM / columns)
    style = styles[Role.QR_CAPTION]
    cells = []
    for number, code in enumerate(codes, start=1):
        picture = inline_picture(
            f"rIdQr{number}",
            number=100 + number,
            name=f"QR {number}",
            alt=code.address,
            width_mm=QR_MM,
            height_mm=QR_MM,
        )
        cells.append(
            _cell(paragraph(picture, style=style) + paragraph(run(code.caption), style=style), width)
        )
    lines = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    empty = _cell(paragraph(), width)
    rows = [table_row(line + [empty] * (columns - len(line))) for line in lines]
    last = paragraph(style=styles["บรรทัดคั่น"])  # Word wants a paragraph after the last table
    return Xml(table_grid(rows, [width] * columns, "") + last)
