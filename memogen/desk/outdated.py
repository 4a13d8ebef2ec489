"""The cells that issued letters quote, held against the workbooks of today.

Codes: X30 a cell that shows something else now · X31 a cell that is not there any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen.books import Entry, Status
from memogen.desk.folder import Folder
from memogen.desk.quoted import ALL_ROWS, LONG, SHORT, Page, Quoted, brief, digest_of, name_of, pages_of
from memogen.errors import MemogenError
from memogen.findings import Finding, Severity

if TYPE_CHECKING:
    from memogen.sheets import Cell
    from memogen.sheets.sorting import Understood

MOST_TOLD = 5
"""Cells of one letter and sheet that are told one by one."""
_LOST = ("X01", "X03")
"""No such workbook, no such sheet."""


def stale(entries: Iterable[Entry], shelf: Shelf) -> list[Finding]:
    """What the letters of these entries quote and the workbooks do not say any more.

    Silent of entries that have no cells: void ones, those of letters without data, and those that are older
    than the keeping of cells.
    """
    found: list[Finding] = []
    for entry in entries:
        if entry.status in (Status.ISSUED, Status.DISPATCHED):
            for page in pages_of(entry):
                found += _compared(entry, page, shelf)
    return found


def _compared(entry: Entry, page: Page, shelf: Shelf) -> Iterator[Finding]:
    sheet = shelf.sheet(page.file, page.sheet)
    if isinstance(sheet, Finding):
        yield _unread(entry, page, sheet)
        return
    today = _Today(sheet, page.naming)
    if page.rows[0].number == ALL_ROWS:
        yield from _columns_compared(entry, page, today)
        return
    changed: dict[str, Finding] = {}
    gone: list[str] = []
    for quoted in page.rows:
        for column, old in quoted.cells.items():
            cell = today.cell(quoted, column)
            if cell is None:
                gone.append(_("คอลัมน์ “{column}” แถว {row}").format(column=column, row=quoted.number))
            elif not _is_same(old, cell.shown):
                changed.setdefault(cell.address, _changed(entry, page, quoted, column, cell))
    yield from [*changed.values()][:MOST_TOLD]
    if len(changed) > MOST_TOLD:
        yield _more_changed(entry, page, [*changed][MOST_TOLD:])
    if gone:
        yield _gone(entry, page, gone)


def _columns_compared(entry: Entry, page: Page, today: _Today) -> Iterator[Finding]:
    """Of a letter that quotes so many cells that only digests are kept."""
    for column, old in page.rows[0].cells.items():
        if column not in today.columns:
            yield _gone(entry, page, [_("คอลัมน์ “{column}”").format(column=column)])
        elif digest_of(today.rows, column) != old:
            yield _column_changed(entry, page, column)


def _is_same(old: str, new: str) -> bool:
    return old in (brief(new, LONG), brief(new, SHORT))


class _Today:
    """A sheet as it is now, its rows found again by name and number."""

    def __init__(self, sheet: Understood, naming: Sequence[str]) -> None:
        from memogen.sheets.table import address

        self.columns = sheet.table.columns if sheet.table else ()
        self._troubles = {address(*trouble.place) for trouble in sheet.troubles}
        self.rows = sheet.table.rows if sheet.table else ()
        known = naming if set(naming) <= set(self.columns) else ()
        self._by_number = {row.number: (row, name_of(row, known)) for row in self.rows}
        self._by_name = {name: row for row, name in self._by_number.values() if name}

    def cell(self, quoted: Quoted, column: str) -> Cell | None:
        """The cell under a column in the row of that name, which others may have pushed elsewhere, else in
        the row of that number; None where there is none that can be read."""
        there, name = self._by_number.get(quoted.number, (None, ""))
        row = there if name == quoted.name else self._by_name.get(quoted.name, there)
        if row is None or column not in self.columns or row.address(column) in self._troubles:
            return None
        return row[column]


class Shelf:
    """The sheets of the workbooks as they are now, each read once."""

    def __init__(self, home: Folder) -> None:
        self._home = home
        self._sheets: dict[tuple[str, str], Understood | Finding] = {}

    def sheet(self, file: str, sheet: str) -> Understood | Finding:
        """What is understood of a sheet, or why it cannot be read."""
        if (file, sheet) not in self._sheets:
            self._sheets[file, sheet] = self._read(file, sheet)
        return self._sheets[file, sheet]

    def _read(self, file: str, sheet: str) -> Understood | Finding:
        from memogen.sheets.sorting import read_understood

        try:
            return read_understood(self._home.root / file, file=file, sheet=sheet or None)[0]
        except MemogenError as error:
            return error.findings[0]


# --- what is told -----------------------------------------------------------------------------------


def _changed(entry: Entry, page: Page, quoted: Quoted, column: str, cell: Cell) -> Finding:
    message = _("{letter} อ้าง “{old}” จาก{where} คอลัมน์ “{column}”{of} แต่ตอนนี้ในสมุดงานเป็น “{new}”")
    is_named = quoted.name and column not in page.naming
    return _finding(
        "X30",
        page,
        cell=cell.address,
        text=quoted.cells[column],
        message=message.format(
            letter=_named(entry),
            old=_said(quoted.cells[column]),
            where=_where(page.sheet, cell.address),
            column=column,
            of=_(" ของ “{name}”").format(name=_said(quoted.name)) if is_named else "",
            new=_said(brief(cell.shown)),
        ),
    )


def _column_changed(entry: Entry, page: Page, column: str) -> Finding:
    message = _("{letter} อ้างทั้งคอลัมน์ “{column}” จาก{where} ซึ่งเปลี่ยนไปแล้ว")
    where = _where(page.sheet)
    return _finding(
        "X30", page, text=column, message=message.format(letter=_named(entry), column=column, where=where)
    )


def _more_changed(entry: Entry, page: Page, cells: Sequence[str]) -> Finding:
    message = _("{letter} อ้างอีก {count} ช่องจาก{where} ที่เปลี่ยนไปแล้ว: {cells}")
    return _finding(
        "X30",
        page,
        text=", ".join(cells),
        message=message.format(
            letter=_named(entry), count=len(cells), where=_where(page.sheet), cells=_some(cells)
        ),
    )


def _gone(entry: Entry, page: Page, cells: Sequence[str]) -> Finding:
    message = _("{letter} อ้าง {count} ช่องจาก{where} ที่ไม่มีหรืออ่านไม่ได้แล้ว: {cells}")
    return _finding(
        "X31",
        page,
        text=", ".join(cells),
        message=message.format(
            letter=_named(entry), count=len(cells), where=_where(page.sheet), cells=_some(cells)
        ),
        hint=_("ตรวจว่าแถวหรือคอลัมน์ถูกลบหรือเปลี่ยนชื่อ หรือสูตรยังไม่ได้คำนวณ แล้วเทียบตัวเลขกับหนังสือด้วยตา"),
    )


def _unread(entry: Entry, page: Page, why: Finding) -> Finding:
    message = _("{letter} อ้าง {count} ช่องจาก{where} แต่ตอนนี้อ่านไม่ได้ ({why})")
    count = sum(len(row.cells) for row in page.rows)
    return _finding(
        "X31",
        page,
        cell=why.cell,
        text=why.text,
        message=message.format(letter=_named(entry), count=count, where=_where(page.sheet), why=why.message),
        hint=_("นำสมุดงานกลับมาไว้ที่เดิม จึงจะตรวจได้ว่าตัวเลขยังตรงกัน") if why.code in _LOST else why.hint,
    )


def _finding(
    code: str,
    page: Page,
    *,
    message: str,
    text: str,
    cell: str | None = None,
    hint: str = "",
) -> Finding:
    usual = _("ถ้าค่าใหม่ถูก ให้ทำหนังสือแจ้งแก้ไขโดยอ้างถึงหนังสือนี้ ถ้าค่าเดิมถูก ให้แก้สมุดงานกลับ")
    return Finding(
        code=code,
        severity=Severity.WARNING,
        file=page.file,
        cell=cell,
        place=_("ชีต {sheet}").format(sheet=page.sheet) if page.sheet else "",
        text=text,
        message=message,
        hint=hint or usual,
    )


def _named(entry: Entry) -> str:
    return _("หนังสือ {number} ({letter})").format(number=entry.number, letter=entry.letter)


def _where(sheet: str, cell: str = "") -> str:
    """ชีต “แผน” ช่อง F12, as far as there is a sheet and a cell."""
    parts = [_("ชีต “{sheet}”").format(sheet=sheet) if sheet else _("ไฟล์ csv")]
    if cell:
        parts.append(_("ช่อง {cell}").format(cell=cell))
    return " ".join(parts)


def _said(value: str) -> str:
    """A value as it is told; the digest behind a long one says nothing to people."""
    return value.partition("#")[0] if "…#" in value else value or _("(ว่าง)")


def _some(cells: Sequence[str]) -> str:
    return ", ".join(cells[:MOST_TOLD]) + (" …" if len(cells) > MOST_TOLD else "")
