"""What of a sheet could not be understood, in the officer's words, with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from memogen.findings import Finding, nearest
from memogen.sheets.table import Place, address

MOST = 20  # of one kind are told cell by cell; the rest are counted


@dataclass(frozen=True, slots=True)
class Trouble:
    """A doubt about one cell: its code, its place, and what stands there."""

    code: str
    place: Place
    text: str = ""


def told(file: str, sheet: str, troubles: Sequence[Trouble]) -> Iterator[Finding]:
    """A finding a cell; of many alike the first twenty, and how many more there are."""
    for code in sorted({trouble.code for trouble in troubles}):
        alike = sorted({trouble.place: trouble for trouble in troubles if trouble.code == code}.items())
        for place, trouble in alike[:MOST]:
            yield _at_cell(file, sheet, address(*place), trouble)
        if len(alike) > MOST:
            yield Finding(
                code=code,
                file=file,
                place=_place(sheet),
                message=_("และอีก {count} ช่องที่มีปัญหาเดียวกัน").format(count=len(alike) - MOST),
                hint=_("แก้ทั้งคอลัมน์ในคราวเดียว"),
            )


def _at_cell(file: str, sheet: str, cell: str, trouble: Trouble) -> Finding:
    message, hint = _words(trouble.code)
    return Finding(
        code=trouble.code,
        file=file,
        cell=cell,
        place=_place(sheet),
        text=trouble.text,
        message=message.format(where=_where(sheet, cell), text=trouble.text),
        hint=hint,
    )


def _words(code: str) -> tuple[str, str]:
    return {
        "X08": (
            _("หัวคอลัมน์ “{text}” ซ้ำกัน ({where})"),
            _("ตั้งชื่อหัวคอลัมน์ให้ต่างกัน"),
        ),
        "X09": (
            _("มีข้อมูล “{text}” ในคอลัมน์ที่ไม่มีหัว ({where})"),
            _("พิมพ์หัวคอลัมน์ หรือย้ายข้อมูลนี้ออกจากตาราง"),
        ),
        "X10": (
            _("สูตรยังไม่ได้คำนวณ จึงไม่มีค่าให้อ่าน ({where})"),
            _("เปิดไฟล์ใน Excel แล้วบันทึกหนึ่งครั้ง หรือพิมพ์ค่าแทนสูตร"),
        ),
        "X11": (
            _("ค่าผิดพลาด {text} ({where})"),
            _("แก้สูตรหรือพิมพ์ค่าที่ถูกต้อง แล้วบันทึกใหม่"),
        ),
        "X12": (
            _("วันที่ {text} ไม่มีในปฏิทิน ({where})"),
            _("พิมพ์วันที่ใหม่ เช่น 15/1/2569"),
        ),
    }[code]


def _where(sheet: str, cell: str) -> str:
    if not sheet:
        return _("ช่อง {cell}").format(cell=cell)
    return _("ชีต “{sheet}” ช่อง {cell}").format(sheet=sheet, cell=cell)


def _place(sheet: str) -> str:
    return _("ชีต {sheet}").format(sheet=sheet) if sheet else ""


def no_header(file: str, sheet: str) -> Finding:
    """Nothing on the sheet, or never two values in one row."""
    return Finding(
        code="X07",
        file=file,
        place=_place(sheet),
        message=_("ไม่พบแถวหัวตาราง (แถวที่มีชื่อคอลัมน์ตั้งแต่สองชื่อขึ้นไป)"),
        hint=_("พิมพ์ชื่อคอลัมน์ไว้เหนือข้อมูล"),
    )


def unknown_sheet(file: str, name: str, known: Sequence[str]) -> Finding:
    """No sheet of this name."""
    close = nearest(name, known)
    hint = _("หมายถึง “{name}” หรือไม่").format(name=close) if close else _("ชีตที่มี: {names}")
    return Finding(
        code="X03",
        file=file,
        text=name,
        message=_("ไม่พบชีต “{name}”").format(name=name),
        hint=hint.format(names=", ".join(known)),
    )


def beyond(file: str, sheet: str, cell: str, rows: int, columns: int) -> Finding:
    """A cell outside the bounds of what we read."""
    return Finding(
        code="X04",
        file=file,
        cell=cell,
        place=_place(sheet),
        message=_("ข้อมูลเกินขนาดที่อ่านได้ ({rows} แถว {columns} คอลัมน์) คือมีค่าอยู่ที่ช่อง {cell}").format(
            rows=f"{rows:,}", columns=columns, cell=cell
        ),
        hint=_("ลบค่าที่หลงอยู่นอกตาราง หรือแบ่งเป็นหลายไฟล์ แล้วบันทึกใหม่"),
    )


def damaged(file: str, sheet: str, what: str) -> Finding:
    """The sheet does not say what it holds; `what` is where it fails."""
    return Finding(
        code="X05",
        file=file,
        place=_place(sheet),
        text=what,
        message=_("อ่านตารางไม่ได้ เพราะไฟล์เสียหรือผิดรูปแบบ"),
        hint=_("เปิดด้วย Excel แล้วบันทึกเป็นไฟล์ใหม่"),
    )


def bad_quoting(file: str, line: int, reason: str) -> Finding:
    """Quotation marks in a csv that do not pair; `reason` is the reader's."""
    return Finding(
        code="X05",
        file=file,
        line=line,
        text=reason,
        message=_("เครื่องหมายคำพูดในไฟล์ csv ไม่เป็นคู่ จึงแบ่งช่องไม่ได้"),
        hint=_("เปิดด้วย Excel แล้วบันทึกเป็น “CSV UTF-8” ใหม่"),
    )


def unknown_encoding(file: str, line: int) -> Finding:
    """Neither UTF-8 nor Windows-874."""
    return Finding(
        code="X06",
        file=file,
        line=line,
        message=_("อ่านตัวอักษรในบรรทัดนี้ไม่ได้ ไฟล์ต้องเป็น UTF-8 หรือ Windows-874"),
        hint=_("เปิดด้วย Excel แล้วบันทึกเป็น “CSV UTF-8”"),
    )
