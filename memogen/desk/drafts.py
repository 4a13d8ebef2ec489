"""A letter between file and document: composed, and not yet rendered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memogen import settings, thai
from memogen.books import Book, BookKind
from memogen.compose import (
    RECIPIENT,
    as_kind,
    compose,
    data_sources,
    date_text,
    kind_for,
    kinds_of,
    names_recipient,
)
from memogen.desk.filing import MARKS
from memogen.desk.kinds import key_of
from memogen.errors import InputError, MemogenError, UsageError
from memogen.files import legal_name
from memogen.findings import Finding, Severity, nearest
from memogen.model import Kind, Letter, Memo, Office, Plain

if TYPE_CHECKING:
    from memogen.desk.folder import Folder

_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_BOOKS = {Kind.ORDER: BookKind.ORDER, Kind.CERTIFICATE: BookKind.CERTIFICATE}
"""Kinds with a book of their own; the others are in the sending books."""
_MARKS = tuple(f"memogen.{name}" for name in (*MARKS, "key"))
UNNUMBERED = (Kind.ANNOUNCEMENT, Kind.MINUTES, Kind.FORM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One letter made: its files, what was found in it, and no number, for `make` spends none.

    `is_numbered` says whether its kind takes one later.
    `kind` is told of a letter file that is for several.
    """

    letter: str
    series: str
    circular: bool
    date: date | None
    files: tuple[Path, ...] = ()
    sha256: str | None = None
    findings: tuple[Finding, ...] = ()
    recipient: str | None = None
    pack: Path | None = None
    is_numbered: bool = True
    kind: Kind | None = None


@dataclass(frozen=True)
class Draft:
    """A letter composed and not yet rendered; `unit` is the recipient that it speaks of."""

    letter: Letter
    memo: Memo
    unit: Mapping[str, Plain] | None

    @property
    def recipient(self) -> str | None:
        return str(self.unit["ชื่อ"]) if self.unit else None

    @property
    def kind(self) -> Kind | None:
        """Its kind, where the letter file is for several."""
        return self.memo.kind if len(kinds_of(self.letter)[0]) > 1 else None

    @property
    def key(self) -> str:
        """What tells this letter from all others of the workspace, for as long as it is kept."""
        return f"{self.letter.file}#{self.recipient}" if self.unit else key_of(self.letter, self.memo.kind)

    @property
    def file_name(self) -> str:
        """The letter's own name, with its kind where it has several, and the unit that it is made for."""
        words = (self.letter.stem, self.kind, self.recipient)
        return legal_name(" ".join(filter(None, words)), suffix=".docx")

    def made(
        self, path: Path, content: bytes, pdfs: Sequence[Path], findings: Sequence[Finding] = ()
    ) -> Made:
        return Made(
            letter=self.letter.file,
            series=self.memo.series,
            circular=self.memo.circular,
            date=self.memo.dated,
            files=(path, *pdfs),
            sha256=hashlib.sha256(content).hexdigest(),
            findings=(*self.memo.findings, *findings),
            recipient=self.recipient,
            is_numbered=self.memo.kind not in UNNUMBERED,
            kind=self.kind,
        )


def drafted(
    home: Folder, letter: Letter, *, on: date | None, recipient: str | None, kind: Kind | None = None
) -> Draft:
    """A letter composed, as the kind that is asked for, else that of its recipient, else its usual one.

    InputError with every fault of it.
    """
    unit, notes = _unit(home, letter, recipient)
    kinds = kinds_of(letter)[0]
    its = kind or kind_for(kinds, unit)
    if unit and not names_recipient(as_kind(letter, its)):
        unit, notes = None, []
    if kind is None and len(kinds) > 1:
        notes = [*notes, _other_kinds(letter, its, kinds)]
    data, faults = data_of(home, letter)
    memo = compose(letter, home.office, kind=its, data=data, recipient=unit, on=on, known=faults)
    return Draft(letter, replace(memo, findings=(*memo.findings, *notes)), unit)


def data_of(home: Folder, letter: Letter) -> tuple[dict[str, Any], list[Finding]]:
    """The items that the letter's ข้อมูล headers name, as dicts of plain values by column, and what there is
    to tell of them."""
    sources, faults = data_sources(letter)
    data: dict[str, Any] = {}
    for header, name, book, sheet in sources:
        from memogen.sheets.sorting import read_data  # only letters with data pay for it
        from memogen.workbook.lettering import remarks_for_letter

        path = home.inside(book)
        if path is None:
            faults.append(outside(letter, header.line, book))
            continue
        try:
            rows = read_data(path, sheet, file=book)
        except MemogenError as error:
            faults += [at_its_header(letter, header.line, finding) for finding in error.findings]
        else:
            data[name] = rows.records()
            faults += remarks_for_letter(name, rows)
    return data, faults


def _unit(home: Folder, letter: Letter, name: str | None) -> tuple[Mapping[str, Plain] | None, list[Finding]]:
    """The recipient of a letter that speaks of one: the unit asked for, else the first as a sample."""
    if not names_recipient(letter):
        return None, []
    units = home.office.units
    if not units:
        raise InputError(no_units(letter, home.office))
    if name is None:
        return units[0], [sample(letter, units[0])]
    for unit in units:
        if name in (unit["ชื่อ"], unit.get("ย่อ")):
            return unit, []
    raise InputError(unknown_unit(letter, name, [str(unit["ชื่อ"]) for unit in units]))


def numbered(memo: Memo, number: str, serial: int, dated: date) -> Memo:
    """The memo with its number and date in place."""
    return replace(memo, **number_fields(memo.kind, number, serial, dated))


def number_fields(kind: Kind, number: str, serial: int, dated: date) -> dict[str, Any]:
    """The fields of a memo that its number and date give it."""
    return {
        "number": _printed_number(number),
        "serial": serial,
        "dated": dated,
        "date_text": _printed_date(kind, dated),
    }


def _printed_number(number: str) -> str:
    """Held together, which thousands of numbers share up to the first digit of their running part."""
    running = len(number.rstrip(_THAI_DIGITS)) + 1
    return _held_together(number[:running]) + number[running:]


_held_together = lru_cache(maxsize=64)(thai.hold_together)


_printed_date = lru_cache(maxsize=8)(date_text)


def book_of(office: Office, memo: Memo, dated: date) -> Book:
    """The book that a letter's number comes from; UsageError for a kind that takes none there."""
    if refused := no_number(memo):
        raise UsageError(refused)
    own_series = memo.circular and office.circular_series == "own"
    kind = _BOOKS.get(memo.kind, BookKind.CIRCULAR if own_series else BookKind.SENDING)
    return Book(memo.series, kind, thai.be_year(dated))


def marks_in(book: Book, serial: int, key: str) -> tuple[tuple[str, str], ...]:
    """What the document itself keeps of its place in the books, so that a lost book can be made good."""
    texts = book.code, book.kind.value, str(book.year_be), str(serial), key
    return tuple(zip(_MARKS, texts, strict=True))


# --- what is wrong with a letter's data and recipient -----------------------------------------------


def at_its_header(letter: Letter, line: int, finding: Finding) -> Finding:
    """No such workbook, no such sheet: the letter is to be mended, not the workbook."""
    return replace(finding, file=letter.file, line=line) if finding.code in ("X01", "X03") else finding


def outside(letter: Letter, line: int, book: str) -> Finding:
    return Finding(
        code="L13",
        file=letter.file,
        line=line,
        text=book,
        message=_("ไฟล์ข้อมูล “{book}” อยู่นอกโฟลเดอร์ที่ทำงาน").format(book=book),
        hint=_("คัดลอกสมุดงานมาไว้ใน fixtures/ แล้วเขียนชื่ออย่าง fixtures/แผน.xlsx"),
    )


def no_units(letter: Letter, office: Office) -> Finding:
    return Finding(
        code="W08",
        file=office.file,
        message=_("{letter} กล่าวถึง “หน่วยงาน” แต่ยังไม่มีรายชื่อหน่วยงาน").format(letter=letter.file),
        hint=_("เพิ่มรายการ [[units]] ใน {file}").format(file=office.file),
    )


def unknown_unit(letter: Letter, name: str, known: list[str]) -> Finding:
    guess = nearest(name, known)
    return Finding(
        code="W09",
        file=letter.file,
        text=name,
        message=_("ไม่มีหน่วยงาน “{name}”").format(name=name),
        hint=_("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
        if guess
        else _("ดูรายชื่อในส่วน [[units]] ของ {file}").format(file=settings.FILE),
    )


def no_number(memo: Memo) -> Finding | None:
    """Why a letter takes no number: its kind has none, or none of circulars."""
    if memo.kind in UNNUMBERED:
        return Finding(
            code="L44",
            text=memo.subject,
            message=_("{kind}ไม่มีเลขที่ในทะเบียน จึงไม่ต้องออกเลข").format(kind=memo.kind),
            hint=_("ทำเอกสารด้วย memogen make หรือ batch --number none"),
        )
    if memo.circular and memo.kind in _BOOKS:
        return Finding(
            code="L45",
            text=memo.subject,
            message=_("{kind}ไม่มีเลขเวียน แต่ละฉบับมีเลขลำดับทับปี พ.ศ. ของตน").format(kind=memo.kind),
            hint=_("ใช้ batch --number each หรือลบหัวข้อ “หนังสือเวียน”"),
        )
    return None


def sample(letter: Letter, unit: Mapping[str, Plain]) -> Finding:
    return Finding(
        code="L19",
        severity=Severity.INFO,
        file=letter.file,
        text=RECIPIENT,
        message=_("หนังสือนี้ทำแยกตามหน่วยงาน ฉบับนี้ทำของ {unit}").format(unit=unit["ชื่อ"]),
    )


def for_each_unit(letter: Letter) -> Finding:
    return Finding(
        code="L22",
        file=letter.file,
        text=RECIPIENT,
        message=_("หนังสือนี้ทำแยกตามหน่วยงาน คำสั่ง issue ออกเลขให้ทีละฉบับจึงยังไม่ได้ออกเลข"),
        hint=_("ออกเลขพร้อมกันทุกหน่วยงานด้วย memogen batch {letter}").format(letter=letter.file),
    )


def _other_kinds(letter: Letter, kind: Kind, kinds: Sequence[Kind]) -> Finding:
    others = ", ".join(other for other in kinds if other is not kind)
    return Finding(
        code="L59",
        severity=Severity.INFO,
        file=letter.file,
        text=kind,
        message=_("ร่างนี้มีหลายชนิด ฉบับนี้เป็น{kind} ยังมี {others}").format(kind=kind, others=others),
        hint=_("สั่งอีกครั้งด้วย --kind ตามด้วยชนิดที่ต้องการ"),
    )
