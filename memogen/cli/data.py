"""`data`: the office's workbooks, as they are understood, and what letters take from them."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.door import Command, Group
from memogen.cli.options import as_json_option, tidy
from memogen.cli.seat import Seat
from memogen.cli.shape import option
from memogen.cli.telling import remark, say, say_json, tell
from memogen.findings import N_, Finding, Severity, has_errors
from memogen.report import as_json as listed

if TYPE_CHECKING:
    from memogen.sheets.kinds import Kind
    from memogen.workbook import Checked, Understood


@click.group(cls=Group, help=N_("สมุดงานของหน่วยงาน: อ่านได้ว่าอย่างไร ขัดกันที่ใด และหนังสือใช้ตัวเลขจากช่องใด"))
def data() -> None:
    pass


@data.command(
    cls=Command,
    short_help=N_("อ่านสมุดงาน แล้วบอกว่าเข้าใจอะไร ไม่เข้าใจอะไร"),
    help=N_(
        "WORKBOOK คือไฟล์ xlsx หรือ csv ทุกชีตบอกหัวตาราง ชนิดของคอลัมน์ จำนวนรายการ แถวที่ไม่นับเป็นรายการ "
        "และข้อมูลที่ขัดกันเอง พร้อมชีตและช่อง ถ้าจะดูชีตเดียว บอกชีตด้วย เช่น แผน.xlsx#แผน\n"
        "\n"
        "ไม่แก้ไขไฟล์ จบด้วยรหัส 1 เมื่อมีช่องที่อ่านไม่ได้"
    ),
    empty={"checked": 0, "sheets": []},
)
@click.argument("workbook", metavar="WORKBOOK")
@as_json_option
@click.pass_obj
def check(seat: Seat, workbook: str, as_json: bool) -> int:
    from memogen.recipients import split_source
    from memogen.workbook import check_workbook

    name, sheet = split_source(workbook)
    path = seat.files([name])[0]
    sheets, found = check_workbook(path, file=str(path), sheet=sheet)
    findings = seat.placed(found)
    if as_json:
        say_json(
            {"checked": len(sheets), "sheets": [_document(one.sheet) for one in sheets], **_told(findings)}
        )
    else:
        for one in sheets:
            _say(one)
        tell(finding for finding in findings if finding.severity is not Severity.INFO)
    return 1 if has_errors(findings) else 0


def _told(findings: list[Finding]) -> dict[str, Any]:
    severities = [finding.severity for finding in findings]
    return {
        "findings": listed(findings),
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
    }


def _document(sheet: Understood) -> dict[str, Any]:
    """What was understood of a sheet; rows are numbered as Excel does."""
    return {
        "sheet": sheet.sheet,
        "visible": sheet.is_visible,
        "titles": [title.text for title in sheet.titles],
        "header": list(sheet.header) if sheet.header else None,
        "columns": [
            {"name": name, "kind": str(kind.sort), "filled": kind.filled, "typed_as_text": kind.typed}
            for name, kind in sheet.kinds.items()
        ],
        "rows": len(sheet.table.rows) if sheet.table else 0,
        "totals": [row.number for row in sheet.totals],
        "notes": [row.number for row in sheet.notes],
        "repeated_headers": list(sheet.repeated),
        "joined": list(sheet.joined),
        "filled_down": [{"column": one.column, "cells": one.count} for one in sheet.filled],
        "hidden_rows": list(sheet.hidden_rows),
        "hidden_columns": len(sheet.hidden_columns),
    }


def _say(one: Checked) -> None:
    """A sheet in words; what was guessed and seen stands below its columns."""
    sheet = one.sheet
    say(_("ชีต “{sheet}”").format(sheet=sheet.sheet) if sheet.sheet else _("ไฟล์ csv"))
    if sheet.table is not None and sheet.header:
        first, last = sheet.header
        rows = str(first) if first == last else f"{first}-{last}"
        say(
            _("  หัวตารางแถว {header} มี {columns} คอลัมน์ {rows} รายการ").format(
                header=rows, columns=len(sheet.table.columns), rows=len(sheet.table.rows)
            )
        )
        for name, kind in sheet.kinds.items():
            say(f"  - {name}: {_kind(sheet, name, kind)}")
    for finding in one.findings:
        if finding.severity is Severity.INFO:
            say(f"  {finding.message}")
    say()


def _kind(sheet: Understood, name: str, kind: Kind) -> str:
    """The kind of a column, how many cells are filled, and the first of them."""
    from memogen.sheets.kinds import Sort

    words = {
        Sort.TEXT: _("ข้อความ"),
        Sort.NUMBER: _("ตัวเลข"),
        Sort.PERCENT: _("ร้อยละ"),
        Sort.DATE: _("วันที่"),
        Sort.EMPTY: _("ว่าง"),
    }[kind.sort]
    if kind.sort is Sort.EMPTY:
        return words
    words += _(" {count} ช่อง").format(count=kind.filled)
    if kind.typed:
        words += _(" (พิมพ์เป็นข้อความ {count})").format(count=kind.typed)
    if kind.sort is Sort.TEXT or sheet.table is None:
        return words
    return words + _(" เช่น {example}").format(example=_example(sheet, name))


def _example(sheet: Understood, name: str) -> str:
    """The first value of a column, a day as it is written in letters."""
    from datetime import date

    from memogen import thai

    rows = sheet.table.rows if sheet.table else ()
    strange = {row.number for row in sheet.kinds[name].strange}
    for row in rows:
        if row.number not in strange and not _is_in_trouble(row.address(name), sheet) and row[name].text:
            value = row[name].value
            return thai.short_date(value) if isinstance(value, date) else row[name].shown
    return "-"


def _is_in_trouble(cell: str, sheet: Understood) -> bool:
    from memogen.sheets.table import address

    return any(address(*trouble.place) == cell for trouble in sheet.troubles)


@data.command(
    cls=Command,
    short_help=N_("บอกว่าตัวเลขในหนังสือมาจากช่องใดของสมุดงาน"),
    help=N_(
        "LETTER คือไฟล์ร่างที่มีหัวข้อ “ข้อมูล” เช่น letters/รายงานผล.md ทุกค่าที่พิมพ์จากสมุดงานบอกบรรทัดในร่าง "
        "คำที่พิมพ์ ช่อง คอลัมน์ และค่าในสมุดงานขณะนี้\n"
        "\n"
        "หนังสือที่กล่าวถึง “หน่วยงาน” บอกของหน่วยงานเดียว เลือกด้วย --recipient\n"
        "\n"
        "ช่องที่หนังสือซึ่งออกเลขแล้วอ้างไว้ ถ้าสมุดงานเปลี่ยนไปภายหลัง memogen register check จะบอก"
    ),
    empty={"letter": None, "recipient": None, "figures": []},
)
@click.argument("letter", metavar="LETTER")
@option(
    "--recipient",
    metavar="UNIT",
    callback=tidy,
    help=N_("ชื่อหรือชื่อย่อของหน่วยงานที่จะดู (ปกติคือหน่วยงานแรกในรายชื่อ)"),
)
@as_json_option
@click.pass_obj
def trace(seat: Seat, letter: str, recipient: str | None, as_json: bool) -> int:
    from memogen.cli import cells
    from memogen.desk.tracing import trace

    found = trace(seat.workspace(), seat.files([letter])[0], recipient=recipient)
    findings = seat.placed(found.findings)
    if as_json:
        say_json({**cells.document(seat, found), "findings": listed(findings)})
    else:
        for line in cells.lines(seat, found):
            say(line)
        tell(findings)
        if found.recipient and not recipient:
            remark(_("ดูของหน่วยงานอื่นด้วย --recipient ชื่อหน่วยงาน"))
    return 0
