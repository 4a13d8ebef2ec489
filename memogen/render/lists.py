"""The lists that go with a circular: whom it goes to (รายชื่อแนบท้าย), and who has received it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from memogen import thai
from memogen.model import Copy, Role
from memogen.ooxml import inline_picture, paragraph, run, twips
from memogen.render.blocks import Styles
from memogen.render.companions import (
    A4,
    AFTER_TABLE,
    HEADER,
    cell,
    page_number,
    paper,
    printable,
    row,
    shown,
    table,
)
from memogen.render.memo import styles_of
from memogen.render.properties import Properties
from memogen.render.reading import Template

QR_MM = 23
MOST_IN_A_CODE = 600
"""Bytes; with more, the modules of a printed code are too small for a telephone to read with ease."""
_DIGITS_OF_DIGEST = 12
_DOTS = "." * 30
_SUBJECT = twips(12.5)
_CENTRED = '<w:jc w:val="center"/>'
_CODE = f'<w:spacing w:before="40" w:after="40"/>{_CENTRED}'

_SECTION = (
    f'<w:sectPr><w:headerReference w:type="default" r:id="{HEADER}"/>{A4}'
    f'<w:pgMar w:top="{twips(20)}" w:right="{twips(20)}" w:bottom="{twips(20)}" w:left="{twips(30)}" '
    f'w:header="{twips(13.7)}" w:footer="{twips(5)}" w:gutter="0"/>'
    '<w:pgNumType w:fmt="thaiNumbers"/><w:titlePg/></w:sectPr>'
)
"""The margins of a letter; from page 2 on the number stands where a letter's does."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a list: its heading, and the ready runs of each copy's cell."""

    heading: str
    width_mm: float
    content: Callable[[Copy], str]
    properties: str = ""


def distribution_list(
    copies: Sequence[Copy], *, agency: str, subject: str, number: str, dated: date | None, template: Template
) -> bytes:
    """รายชื่อแนบท้าย as DOCX: the units in the order of delivery, each with its number where these differ.

    `number` and `dated` are those of the letter; where one is missing, as in a draft, dots stand for it.
    """
    styles = styles_of(template)
    many = _have_many_numbers(copies)
    columns = [
        _Column("ลำดับ", 14, lambda copy: _text(str(copy.order)), _CENTRED),
        _Column("หน่วยงาน", 53 if many else 66, lambda copy: _text(copy.recipient.name)),
        _Column("เรียน", 61 if many else 80, lambda copy: _text(copy.recipient.to)),
    ]
    if many:
        columns.append(_Column("เลขที่หนังสือ", 32, lambda copy: _text(copy.number)))
    title = "รายชื่อแนบท้าย"
    letter = _letter(agency, None if many else number, dated)
    return paper(
        template,
        _heading(title, letter, subject, styles) + _ruled(copies, columns, styles) + AFTER_TABLE + _SECTION,
        header=page_number(styles["เลขหน้า"]) + paragraph(),
        properties=Properties(title=f"{title} {subject}", creator=agency, subject=number, modified=dated),
    )


def acknowledgement_sheet(
    copies: Sequence[Copy],
    *,
    agency: str,
    subject: str,
    number: str,
    dated: date | None,
    email: str,
    template: Template,
) -> bytes:
    """แบบตอบรับหนังสือ as DOCX: a row a unit, to be signed and dated by its receiver, with a QR code.

    A telephone that reads the code opens a ready reply to `email`; without an address the code says which
    letter this is. `number` and `dated` are as for `distribution_list`.
    """
    styles = styles_of(template)
    many = _have_many_numbers(copies)

    def unit(copy: Copy) -> str:
        return _text(copy.recipient.name) + (_text(f"\nที่ {copy.number}") if many else "")

    columns = [
        _Column("ลำดับ", 13, lambda copy: _text(str(copy.order)), _CENTRED),
        _Column("หน่วยงาน", 49, unit),
        _Column("คิวอาร์โค้ด", 28, _picture, _CODE),
        _Column("ลงชื่อผู้รับ", 35, lambda _: ""),
        _Column("วัน เดือน ปี\nเวลาที่รับ", 35, lambda _: ""),
    ]
    title = "แบบตอบรับหนังสือ"
    letter = _letter(agency, None if many else number, dated)
    how = "โปรดลงชื่อเมื่อได้รับหนังสือ"
    if email:
        how += f" หรือสแกนคิวอาร์โค้ดเพื่อตอบรับทางไปรษณีย์อิเล็กทรอนิกส์ {email}"
    return paper(
        template,
        _heading(title, letter, subject, styles, how)
        + _ruled(copies, columns, styles)
        + AFTER_TABLE
        + _SECTION,
        header=page_number(styles["เลขหน้า"]) + paragraph(),
        pictures={_relation(copy): _png(code_of(copy, email)) for copy in copies},
        properties=Properties(title=f"{title} {subject}", creator=agency, subject=number, modified=dated),
    )


# --- pieces ---------------------------------------------------------------------------------------


def _have_many_numbers(copies: Sequence[Copy]) -> bool:
    return len({copy.number for copy in copies}) > 1


def _letter(agency: str, number: str | None, dated: date | None) -> str:
    """`หนังสือกรม… ที่ กษ ๑๑๑๓/ว๗๑ ลงวันที่ ๒๗ มีนาคม ๒๕๖๖`; no number at all where it is None."""
    day = thai.long_date(dated) if dated else _DOTS
    if number is None:
        return f"หนังสือ{agency} ลงวันที่ {day}"
    blank = _DOTS if not number or number.endswith("/") else ""
    return f"หนังสือ{agency} ที่ {number}{blank} ลงวันที่ {day}"


def _heading(title: str, letter: str, subject: str, styles: Styles, how: str = "") -> str:
    """Title and letter in the middle, the subject, and how the list is to be used."""
    hanging = f'<w:tabs><w:tab w:val="left" w:pos="{_SUBJECT}"/></w:tabs>'
    hanging += f'<w:spacing w:before="120" w:after="120"/><w:ind w:left="{_SUBJECT}" w:hanging="{_SUBJECT}"/>'
    return (
        paragraph(run(title, style=styles["เน้น"]), properties=_CENTRED)
        + paragraph(run(shown(letter)), properties=_CENTRED)
        + paragraph(run(f"เรื่อง\t{shown(subject)}"), properties=hanging)
        + (paragraph(run(shown(how)), properties='<w:spacing w:after="120"/>') if how else "")
    )


def _ruled(copies: Sequence[Copy], columns: Sequence[_Column], styles: Styles) -> str:
    """The table: its heading repeated on each page, and how many units there are under the last one."""
    widths = [column.width_mm for column in columns]
    head, text = styles[Role.TABLE_HEAD], styles[Role.TABLE_TEXT]
    heads = (cell(paragraph(run(column.heading), style=head), column.width_mm) for column in columns)
    rows = [row(heads, "<w:tblHeader/>")]
    for copy in copies:
        keep = "<w:keepNext/>" if copy is copies[-1] else ""
        rows.append(
            row(
                cell(
                    paragraph(column.content(copy), style=text, properties=keep + column.properties),
                    column.width_mm,
                )
                for column in columns
            )
        )
    count = thai.hold_together(f"รวม {thai.to_thai_digits(f'{len(copies):,}')} หน่วยงาน")
    total = paragraph(run(count), style=head, properties='<w:keepNext w:val="0"/>')
    rows.append(row([cell(total, sum(widths), columns=len(columns))]))
    return table(rows, widths, style=styles["ตารางหนังสือ"])


def _text(text: str) -> str:
    return run(shown(text))


# --- codes ----------------------------------------------------------------------------------------


def _relation(copy: Copy) -> str:
    return f"rIdMemogenQr{copy.order}"


def _picture(copy: Copy) -> str:
    return inline_picture(
        _relation(copy),
        number=copy.order,
        name=f"QR {copy.order}",
        alt=printable(copy.recipient.name),
        width_mm=QR_MM,
        height_mm=QR_MM,
    )


def code_of(copy: Copy, email: str) -> tuple[str, ...]:
    """What a unit's QR code says, in the pieces that a code packs each in its own way; joined it is the text.

    Where the unit's name makes it too long, its abbreviation or its running number stands for it.
    """
    names = (copy.recipient.name, copy.recipient.short, f"ลำดับที่ {copy.order}")
    codes = [_code(copy, printable(name), email) for name in names if name]
    return next((code for code in codes if len("".join(code).encode()) <= MOST_IN_A_CODE), codes[-1])


def _code(copy: Copy, name: str, email: str) -> tuple[str, ...]:
    number = " ".join(copy.number.split())
    if email:
        subject = " ".join(filter(None, ("รับหนังสือ", number, name)))
        # Percent signs, digits and capitals pack denser than the small letters before them.
        return f"mailto:{quote(email, safe='@')}?subject=", quote(subject, safe="")
    dated = f"ลงวันที่ {thai.long_date(copy.dated)}" if copy.dated else ""
    return ("\n".join(filter(None, (number, dated, name, copy.sha256[:_DIGITS_OF_DIGEST]))),)


def _png(code: Sequence[str]) -> bytes:
    """A black and white PNG of one bit a pixel, error correction M; the same bytes each time."""
    import segno

    picture = io.BytesIO()
    pieces: Any = list(code)  # segno takes several, though its signature does not say so
    # To try all eight masks for the handsomest would take four times as long; readers read any.
    made = segno.make(pieces, error="m", micro=False, mask=3)
    made.save(picture, kind="png", scale=4, border=2)
    return picture.getvalue()
