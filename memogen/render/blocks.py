"""Paragraphs, tables and QR codes of a memo as WordprocessingML in the template's own styles."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from memogen.model import Align, Block, Paragraph, QrCode, Role, Run, Table
from memogen.ooxml import inline_picture, paragraph, run, twips
from memogen.render.columns import TEXT_WIDTH_MM, column_widths
from memogen.render.values import Blocks, Xml, is_printable

QR_MM = 25
QR_IN_A_ROW = 4


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """The style ids of a template by the names that Word shows; Word may change ids, never names."""

    ids: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.ids.get(name, "")


def runs_xml(runs: Iterable[Run], styles: Styles) -> str:
    """Runs one after the other; bold ones in the character style เน้น."""
    return "".join([run(piece.text, style=styles["เน้น"] if piece.bold else "") for piece in runs])


def paragraph_xml(block: Paragraph, styles: Styles, properties: str = "") -> str:
    """A paragraph in the style of its role, with direct properties after it."""
    return paragraph(runs_xml(block.runs, styles), style=styles[block.role], properties=properties)


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _row(cells: Iterable[str], *, repeated: bool = False) -> str:
    header = "<w:tblHeader/>" if repeated else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def _grid(rows: Iterable[str], widths: Sequence[int], style: str) -> str:
    look = f'<w:tblStyle w:val="{style}"/>' if style else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def table_xml(table: Table, styles: Styles) -> str:
    """A ruled table over the whole text width, its header row repeated on each page."""
    widths = column_widths(table)
    heads = [_cell_begun(width, styles[Role.TABLE_HEAD]) for width in widths]
    texts = [
        _cell_begun(width, styles[Role.TABLE_TEXT], align)
        for width, align in zip(widths, table.aligns, strict=True)
    ]

    def cells(row: Sequence[tuple[Run, ...]], begun: Sequence[str]) -> Iterable[str]:
        return [
            f"{beginning}{runs_xml(runs, styles)}</w:p></w:tc>"
            for beginning, runs in zip(begun, row, strict=True)
        ]

    rows = [_row(cells(table.head, heads), repeated=True)]
    rows += [_row(cells(row, texts)) for row in table.rows]
    return paragraph(style=styles["บรรทัดคั่น"]) + _grid(rows, widths, styles["ตารางหนังสือ"])


def _cell_begun(width: int, style: str, align: Align = Align.LEFT) -> str:
    """A cell and its paragraph up to the runs: all cells of a column begin alike."""
    shift = "" if align is Align.LEFT else f'<w:jc w:val="{align}"/>'
    return _cell(paragraph(style=style, properties=shift), width).removesuffix("</w:p></w:tc>")


def body_xml(blocks: Sequence[Block], styles: Styles) -> str:
    """The body of the letter, in order; its last two paragraphs stay with the signature (T12)."""
    kept = len(blocks) - 2
    return "".join([_block_xml(block, styles, number >= kept) for number, block in enumerate(blocks)])


def body(blocks: Sequence[Block], styles: Styles) -> Blocks | Xml:
    """The same for a template's tag; Blocks, unless it has a character that no document can hold."""
    kept = len(blocks) - 2
    pieces = [_encoded(block, styles, number >= kept) for number, block in enumerate(blocks)]
    return Xml(body_xml(blocks, styles)) if None in pieces else Blocks(b"".join(filter(None, pieces)))


def _block_xml(block: Block, styles: Styles, is_kept: bool) -> str:
    if isinstance(block, Table):
        return table_xml(block, styles)
    return paragraph_xml(block, styles, "<w:keepNext/>" if is_kept else "")


@lru_cache(maxsize=256)
def _encoded(block: Block, styles: Styles, is_kept: bool) -> bytes | None:
    """Remembered, since the letters of a circular have most of their paragraphs in common."""
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
    rows = [_row(line + [empty] * (columns - len(line))) for line in lines]
    last = paragraph(style=styles["บรรทัดคั่น"])  # Word wants a paragraph after the last table
    return Xml(_grid(rows, [width] * columns, "") + last)
