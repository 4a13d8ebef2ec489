"""The body of a form: its lines, its tables with room to write in, and the place where the reporter signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from memogen.blanks import BOX, DOTS
from memogen.model import Align, Block, Paragraph, Role, Run, Table
from memogen.ooxml import mm, paragraph, run, twips
from memogen.render.blocks import (
    Look,
    Styles,
    cell_begun,
    cell_text,
    in_text,
    lines_of,
    merged_cells,
    table_grid,
    table_row,
)
from memogen.render.columns import PADDING_MM, broken, column_widths, is_tall, text_mm
from memogen.render.dotted import (
    Dots,
    Piece,
    Room,
    content,
    has_blank,
    is_to_fill_in,
    pieces_of,
    set_in,
    stops_of,
    tabs,
)
from memogen.render.landscape import CENTRED
from memogen.render.values import Blocks, Xml, is_printable

_TEXT_PT, _CELL_PT = 16, 14
_LEFT = '<w:jc w:val="left"/>'
_SIGN_HERE = "ลงชื่อ"
_SIGNATURE = re.compile(rf"{_SIGN_HERE}[ \u00a0]*{DOTS}")
_SIGN_MM = 85
"""The width of the place where the reporter signs, at the right."""
_ABOVE_SIGNATURE = '<w:spacing w:before="480" w:after="0"/>'
_ABOVE_CELL_LINE = '<w:spacing w:before="80" w:after="0"/>'
_ROW_MM = 10
"""An empty cell is at least so high that a pen can write in it."""
_ROOMY = "." * 20 + "ก" * 20
"""What a cell with a dotted line is to have room for, the dots in any case."""
_ROOMIER = 2
"""An empty cell is to have room for so many times its heading."""
_BEHIND = "(?:(?<=[.…_]{5})|(?<=……))[ \u00a0]+"
_NEXT = re.compile(rf"{_BEHIND}(?={DOTS}|\(?[0-9๐-๙]{{1,2}}[.)]|ฯลฯ|{BOX}|\[[ \u00a0]\]|[-–] )")
_AT_END = re.compile(f"{_BEHIND}$")
"""In a cell another dotted line, the next item, ฯลฯ or bold words begin a new line behind a dotted line."""
_GROUPED = re.compile("[ \u00a0]+>[ \u00a0]+")


def form_title(title: str, width_mm: float) -> str:
    """The title of a form on a text so wide, a long one broken where it has a space."""
    return broken(title, width_mm, _TEXT_PT)


def form_body(blocks: Sequence[Block], styles: Styles, width_mm: float) -> Blocks | Xml:
    """The body of a form on a text so wide, for a template's tag.

    A signature at its end stays with the last row of the table above it.
    """
    blocks = in_text(blocks)
    tables = [number for number, block in enumerate(blocks) if isinstance(block, Table)]
    kept = tables[-1] if tables and _is_signature(blocks[-1]) else len(blocks)
    xml = "".join(_block(block, styles, width_mm, number >= kept) for number, block in enumerate(blocks))
    return Blocks(xml.encode()) if is_printable(xml) else Xml(xml)


def _block(block: Block, styles: Styles, width_mm: float, is_kept: bool) -> str:
    if isinstance(block, Table):
        return _table(block, styles, width_mm, is_kept)
    lines = [pieces_of(line) for line in lines_of(block.runs)]
    if _is_signature(block):
        return "".join(_signature(lines, styles, width_mm))
    room, look = Room(0, width_mm, _TEXT_PT), Look(styles[block.role], is_kept=is_kept)
    return "".join(_line(line, room, look, styles) for line in lines)


def _is_signature(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_SIGNATURE.match(block.text))


# --- lines ------------------------------------------------------------------------------------------


def _line(pieces: Sequence[Piece], room: Room, look: Look, styles: Styles, above: str = "") -> str:
    """A line as a paragraph of its own, since each has its own tab stops."""
    pieces, stops = set_in(pieces, room)
    if stops:
        look = replace(look, align=Align.LEFT)
        above = f"{stops}{above}"
    return look.paragraph(content(pieces, styles), above + (_LEFT if stops else ""))


def _signature(lines: Sequence[Sequence[Piece]], styles: Styles, width_mm: float) -> Iterator[str]:
    """The lines from ลงชื่อ on, in one piece at the right; all their dotted lines end at one place."""
    left = width_mm - _SIGN_MM
    room = Room(left, width_mm, _TEXT_PT)
    end = width_mm - max(room.of(_behind(line)) for line in lines)
    for number, line in enumerate(lines):
        kept = "<w:keepNext/>" if number < len(lines) - 1 else ""
        above = "" if number else _ABOVE_SIGNATURE
        if has_blank(line):
            first = left + text_mm(_SIGN_HERE, _TEXT_PT) if _is_name(line) else left
            own = replace(room, left_mm=first, right_mm=end + room.of(_behind(line)))
            *inner, _last = stops_of(line, own) or [end]
            last = ("left" if _behind(line) else "right", end)  # no left stop can stand at the edge itself
            stops = tabs([*(("left", stop) for stop in inner), last])
            place = f'{stops}{above}<w:ind w:left="{twips(first)}"/>{_LEFT}'
        else:
            place = f'{above}<w:ind w:left="{twips(left)}" w:right="{twips(width_mm - end)}"/>{CENTRED}'
        yield paragraph(content(line, styles), style=styles[Role.BODY], properties=kept + place)


def _behind(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """What follows the last dotted line; nothing where there is none."""
    blanks = [number for number, piece in enumerate(pieces) if isinstance(piece, Dots)]
    return pieces[blanks[-1] + 1 :] if blanks else ()


def _is_name(pieces: Sequence[Piece]) -> bool:
    """Whether a line is the name in brackets, which stands under the signature."""
    return isinstance(pieces[0], Run) and pieces[0].text.startswith("(")


# --- tables -----------------------------------------------------------------------------------------


def _table(table: Table, styles: Styles, width_mm: float, is_kept: bool) -> str:
    """A ruled table with room to write in its empty cells; its last row keeps with the next paragraph."""
    titles = [_GROUPED.split(_text(cell), maxsplit=1) for cell in table.head]
    single = tuple((Run(title[-1]),) for title in titles)
    widths = column_widths(_with_room(replace(table, head=single)), width_mm)
    rows = [*_heading(titles, widths, styles), *_rows(table, widths, styles, is_kept)]
    return paragraph(style=styles["บรรทัดคั่น"]) + table_grid(rows, widths, styles["ตารางหนังสือ"])


def _text(cell: Iterable[Run]) -> str:
    return "".join(piece.text for piece in cell)


def _with_room(table: Table) -> Table:
    """The table as its columns are measured: as if dotted lines and empty cells had something in them."""
    filled = tuple(
        tuple(
            (Run(_ROOMY),) if has_blank(pieces_of(cell)) else cell or (Run(_text(head) * _ROOMIER),)
            for cell, head in zip(row, table.head, strict=True)
        )
        for row in table.rows
    )
    return replace(table, rows=filled)


def _heading(titles: Sequence[Sequence[str]], widths: Sequence[int], styles: Styles) -> Iterator[str]:
    """The heading's row; two where neighbours share the words before ` > `, which then stand over them."""
    groups = [*_groups(titles)]
    is_grouped = any(len(group) > 1 for group in groups)
    look = Look(styles[Role.TABLE_HEAD])
    middle = '<w:vAlign w:val="center"/>'
    alone = f'<w:vMerge w:val="restart"/>{middle}' if is_grouped else middle
    upper, lower, left = "", "", list(widths)

    def title(words: str, width: int) -> str:
        return look.paragraph(run(broken(words, mm(width) - PADDING_MM, _CELL_PT)))

    for group in groups:
        own, left = left[: len(group)], left[len(group) :]
        if len(group) > 1:
            across = f'<w:gridSpan w:val="{len(group)}"/>{middle}'
            upper += f"{cell_begun(sum(own), across)}{title(group[0][0], sum(own))}</w:tc>"
            for width, words in zip(own, group, strict=True):
                lower += f"{cell_begun(width, middle)}{title(words[-1], width)}</w:tc>"
        else:
            upper += f"{cell_begun(own[0], alone)}{title(' > '.join(group[0]), own[0])}</w:tc>"
            lower += f"{cell_begun(own[0], '<w:vMerge/>')}{paragraph()}</w:tc>"
    yield table_row([upper], repeated=True)
    if is_grouped:
        yield table_row([lower], repeated=True)


def _groups(titles: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """Neighbours that share their first words; a title of its own is a group of one."""
    numbered = enumerate(titles)
    for _key, group in groupby(numbered, key=lambda one: one[1][0] if len(one[1]) > 1 else one[0]):
        yield [title for _number, title in group]


def _rows(table: Table, widths: Sequence[int], styles: Styles, is_kept: bool) -> Iterator[str]:
    merged = merged_cells(table.spans, widths)
    for number, row in enumerate(table.rows):
        is_last = is_kept and number == len(table.rows) - 1
        looks = [Look(styles[Role.TABLE_TEXT], align, is_last) for align in table.aligns]
        begun = [*map(cell_begun, widths)]
        for column, beginning in merged.get(number, ()):
            begun[column] = beginning
        cells = (
            f"{beginning}{_cell(runs, width, look, styles)}</w:tc>"
            for runs, beginning, width, look in zip(row, begun, widths, looks, strict=True)
            if beginning
        )
        is_written_in = not all(row)
        yield table_row(cells, whole=not is_tall(row, widths), least_mm=_ROW_MM if is_written_in else 0)


def _cell(runs: tuple[Run, ...], width: int, look: Look, styles: Styles) -> str:
    """A cell's lines; its dotted lines end at its edge."""
    lines = [pieces_of(line) for line in lines_of(_parted(runs))]
    if not any(map(is_to_fill_in, lines)):
        return cell_text(runs, look, styles)
    room = Room(0, mm(width) - PADDING_MM, _CELL_PT)
    return "".join(
        _line(line, room, look, styles, _ABOVE_CELL_LINE if has_blank(line) else "") for line in lines
    )


def _parted(runs: Sequence[Run]) -> Iterator[Run]:
    """A cell's text with a line break behind its dotted lines where something new begins."""
    for number, one in enumerate(runs):
        text = _NEXT.sub("\n", one.text)
        if number + 1 < len(runs) and runs[number + 1].bold:
            text = _AT_END.sub("\n", text)
        yield replace(one, text=text)
