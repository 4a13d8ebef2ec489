"""Paragraphs, tables and QR codes of a memo as WordprocessingML in the template's own styles."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memogen.model import Align, Block, Paragraph, QrCode, Role, Run, Table
from memogen.ooxml import inline_picture, paragraph, run, twips
from memogen.render.columns import TEXT_WIDTH_MM, column_widths

QR_MM = 25
QR_IN_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Styles:
    """The style ids of a template by the names that Word shows; Word may change ids, never names."""

    ids: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.ids.get(name, "")


def runs_xml(runs: Iterable[Run], styles: Styles) -> str:
    """Runs one after the other; bold ones in the character style เน้น."""
    return "".join(run(piece.text, style=styles["เน้น"] if piece.bold else "") for piece in runs)


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

    def cells(row: Sequence[tuple[Run, ...]], role: Role) -> Iterable[str]:
        for runs, width, align in zip(row, widths, table.aligns, strict=True):
            shift = "" if role is Role.TABLE_HEAD or align is Align.LEFT else f'<w:jc w:val="{align}"/>'
            yield _cell(paragraph(runs_xml(runs, styles), style=styles[role], properties=shift), width)

    rows = [_row(cells(table.head, Role.TABLE_HEAD), repeated=True)]
    rows += [_row(cells(row, Role.TABLE_TEXT)) for row in table.rows]
    return paragraph(style=styles["บรรทัดคั่น"]) + _grid(rows, widths, styles["ตารางหนังสือ"])


def body_xml(blocks: Sequence[Block], styles: Styles) -> str:
    """The body of the letter, in order; its last two paragraphs stay with the signature (T12)."""
    kept = len(blocks) - 2
    return "".join(
        table_xml(block, styles)
        if isinstance(block, Table)
        else paragraph_xml(block, styles, "<w:keepNext/>" if number >= kept else "")
        for number, block in enumerate(blocks)
    )


def qr_png(address: str) -> bytes:
    """The address as a black and white PNG, error correction M; the same bytes each time."""
    import segno

    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=2)
    return picture.getvalue()


def qr_xml(codes: Sequence[QrCode], styles: Styles) -> tuple[str, dict[str, tuple[str, bytes]]]:
    """Codes side by side with their captions, and their pictures: relation id -> (part name, PNG)."""
    if not codes:
        return "", {}
    width = twips(TEXT_WIDTH_MM / min(len(codes), QR_IN_A_ROW))
    pictures: dict[str, tuple[str, bytes]] = {}
    cells = []
    for number, code in enumerate(codes, start=1):
        relation = f"rIdQr{number}"
        pictures[relation] = (f"word/media/qr{number}.png", qr_png(code.address))
        picture = inline_picture(
            relation,
            number=100 + number,
            name=f"QR {number}",
            alt=code.address,
            width_mm=QR_MM,
            height_mm=QR_MM,
        )
        style = styles[Role.QR_CAPTION]
        cells.append(
            _cell(paragraph(picture, style=style) + paragraph(run(code.caption), style=style), width)
        )
    lines = [cells[start : start + QR_IN_A_ROW] for start in range(0, len(cells), QR_IN_A_ROW)]
    empty = _cell(paragraph(), width)
    rows = [_row(line + [empty] * (min(len(codes), QR_IN_A_ROW) - len(line))) for line in lines]
    last = paragraph(style=styles["บรรทัดคั่น"])  # Word wants a paragraph after the last table
    return _grid(rows, [width] * min(len(codes), QR_IN_A_ROW), "") + last, pictures
