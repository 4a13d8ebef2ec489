"""The DOCX files of the output folder held against their rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext as _
from pathlib import PurePath

from memogen import thai
from memogen.books import BookKind, Entry, Status
from memogen.findings import N_, Finding, Severity
from memogen.register.checking.index import Index
from memogen.register.checking.nouns import FoundFile
from memogen.register.checking.words import day, figure, place, source, spans, spoken, title
from memogen.register.copies import Copies

_BY_YEAR = re.compile(r"(?:ที่\s*)?([0-9๐-๙]{1,6})\s*/\s*([2๒][0-9๐-๙]{3})")
_INSERTED = re.compile(r"/\s*ว?\s*[0-9๐-๙]+\s*(?:[/.]\s*[0-9๐-๙]{1,3}|[ก-ฉ])\s*$")
_SPACES = re.compile(r"[\s,]+")
_ONCE_MORE = N_("สั่ง memogen issue หรือ batch --resume กับร่างเดิมอีกครั้ง จะได้เลขเดิมและไฟล์เดิม")
_NAMED = 10
"""Recipients named at most."""


def check_files(files: Sequence[FoundFile], index: Index) -> Iterator[Finding]:
    """H12, J09, A08, R10 and R18 of every file, R19 of every document that has none."""
    by_letter = _by_letter(index)
    seen: dict[int, set[str]] = defaultdict(set)
    for file in files:
        row = _row_of(file, index, by_letter)
        if row:
            seen[id(row)] |= {file.sha256, file.recipient}
            yield from _compared(file, row, has_copies=bool(index.copies(row)))
        else:
            yield from _without_row(file, index)
    yield from _missing(index, seen)


def _missing(index: Index, seen: Mapping[int, set[str]]) -> Iterator[Finding]:
    """Documents without a file; `seen` are digests and recipients of files by the identity of their row."""
    for book in sorted(index.books):
        documented = [
            entry
            for entry in index.books[book]
            if entry.sha256 and entry.status in (Status.ISSUED, Status.DISPATCHED)
        ]
        for entry in documented:
            yield from _missing_copies(entry, index.copies(entry), seen.get(id(entry), set()))
        lost = [entry for entry in documented if id(entry) not in seen and not index.copies(entry)]
        if lost:
            yield Finding(
                code="R19",
                severity=Severity.INFO,
                place=place(lost[0]) if len(lost) == 1 else title(book),
                text=spoken(spans(entry.serial for entry in lost)),
                message=_("ไม่พบไฟล์ของหนังสือที่ออกแล้ว {count} ฉบับ").format(count=figure(len(lost))),
                hint=_(_ONCE_MORE),
                source=source("R19"),
            )


def _missing_copies(entry: Entry, copies: Copies, seen: set[str]) -> Iterator[Finding]:
    lost = [recipient for recipient, digest in copies if not seen & {recipient, digest}]
    if lost:
        yield Finding(
            code="R19",
            severity=Severity.INFO,
            place=place(entry),
            text=", ".join(lost[:_NAMED]) + (" …" if len(lost) > _NAMED else ""),
            message=_("ไม่พบไฟล์ {count} ใน {all} ฉบับของหนังสือเวียน {number}").format(
                count=figure(len(lost)), all=figure(len(copies)), number=entry.number
            ),
            hint=_(_ONCE_MORE),
            source=source("R19"),
        )


# --- the row of a file ----------------------------------------------------------------------------


def _by_letter(index: Index) -> dict[str, Entry]:
    """Rows by the name of their letter, where only one row has it."""
    rows: dict[str, list[Entry]] = defaultdict(list)
    for entries in index.books.values():
        for entry in entries:
            if entry.letter and entry.status is not Status.VOID:
                rows[PurePath(entry.letter).stem].append(entry)
    return {stem: found[0] for stem, found in rows.items() if len(found) == 1}


def _row_of(file: FoundFile, index: Index, by_letter: dict[str, Entry]) -> Entry | None:
    row = index.by_digest.get(file.sha256)
    if row is None and file.number:
        row = _numbered(file.number, file, index)
    if row is None and not _is_draft(file):
        row = by_letter.get(PurePath(file.file).stem) or _numbered(file.printed_number, file, index)
    return row


def _numbered(text: str, file: FoundFile, index: Index) -> Entry | None:
    """The row of a number, of the year printed or the latest."""
    by_year = _BY_YEAR.fullmatch(text.strip())
    if by_year:
        serial, year = (int(thai.to_arabic_digits(part)) for part in by_year.groups())
        kinds = (BookKind.ORDER, BookKind.CERTIFICATE)
        return next((row for kind in kinds for row in index.by_year.get((kind, serial, year), [])), None)
    number = _parsed(text)
    if number is None or number.running is None:
        return None
    rows = index.sent.get((number.code, number.circular, number.running), [])
    year = thai.be_year(file.printed_date) if file.printed_date else 0
    return max(rows, key=lambda row: (row.year_be == year, row.year_be), default=None)


def _parsed(text: str) -> thai.DocumentNumber | None:
    try:
        return thai.parse_number(text)
    except thai.NumberError:
        return None


def _is_draft(file: FoundFile) -> bool:
    """Whether its number is still to be given."""
    number = _parsed(file.printed_number) if file.printed_number else None
    return not file.printed_number or (number is not None and number.running is None)


def _without_row(file: FoundFile, index: Index) -> Iterator[Finding]:
    if _INSERTED.search(file.printed_number) and not _BY_YEAR.fullmatch(file.printed_number.strip()):
        yield _of_file(
            file,
            "R10",
            file.printed_number,
            _("เลขแทรก {number} ไม่มีในทะเบียน").format(number=file.printed_number),
            _("ระเบียบไม่มีเลขแทรก ออกเลขใหม่ หรือจดเหตุผลไว้ในหมายเหตุ"),
            Severity.WARNING,
        )
        return
    number = _parsed(file.printed_number) if file.printed_number else None
    if number is None or number.running is None or number.code not in index.codes:
        return
    written = thai.be_year(file.printed_date) if file.printed_date else 0
    book = index.book_of(number.code, circular=number.circular, year_be=written)
    if (written and not book) or (book and number.running <= index.bounds[book][0]):
        return  # of a book that is not kept here
    yield _of_file(
        file,
        "H12",
        file.printed_number,
        _("เอกสารพิมพ์เลข {number} แต่ไม่มีในทะเบียน").format(number=number),
        _("ออกเลขด้วย memogen issue หรือแก้เลขให้ตรงทะเบียน"),
    )


# --- a file and its row ---------------------------------------------------------------------------


def _compared(file: FoundFile, row: Entry, *, has_copies: bool) -> Iterator[Finding]:
    if row.status is Status.VOID:
        message = _("เลข {number} ยกเลิกแล้ว: {reason}").format(number=row.number, reason=row.reason or "-")
        yield _of_file(file, "H12", row.number, message, _("อย่าส่งเอกสารนี้ ออกเลขใหม่"))
        return
    if file.as_issued:
        return
    if not _bears(file, row):
        yield _differs(file, row, "H12", _("เลขที่"), file.printed_number, row.number)
    if row.status is Status.RESERVED:
        return  # nothing else is in the row yet
    if row.dated and file.printed_date != row.dated:
        printed = day(file.printed_date) if file.printed_date else ""
        yield _differs(file, row, "H12", _("วันที่"), printed, day(row.dated))
    if row.subject and not _agree(file.printed_subject, row.subject):
        yield _differs(file, row, "J09", _("เรื่อง"), file.printed_subject, row.subject)
    if row.to and not has_copies and not _agree(file.printed_to, row.to):
        yield _differs(file, row, "A08", _("ผู้รับ"), file.printed_to, row.to)
    if row.sha256 and file.sha256 != row.sha256:
        yield _of_file(
            file,
            "R18",
            row.number,
            _("เอกสารถูกแก้หลังออกเลข {number}").format(number=row.number),
            _("สั่ง memogen issue หรือ batch --resume กับร่างเดิมเพื่อได้เอกสารที่ออกไว้ ถ้าต้องแก้จริง ให้ยกเลิกแล้วออกเลขใหม่"),
        )


def _bears(file: FoundFile, row: Entry) -> bool:
    """Whether the number printed is the row's, however it is spaced or padded."""
    by_year = _BY_YEAR.fullmatch(file.printed_number.strip())
    if row.kind in (BookKind.ORDER, BookKind.CERTIFICATE):
        return by_year is not None and [int(thai.to_arabic_digits(part)) for part in by_year.groups()] == [
            row.serial,
            row.year_be,
        ]
    number = _parsed(file.printed_number)
    return number is not None and str(number) == row.number


def _agree(printed: str, kept: str) -> bool:
    """Whether two texts are the same but for spacing, commas and the kind of digits."""
    one, other = (_SPACES.sub("", thai.to_arabic_digits(thai.normalise(text))) for text in (printed, kept))
    return one == other


def _differs(file: FoundFile, row: Entry, code: str, what: str, printed: str, kept: str) -> Finding:
    return _of_file(
        file,
        code,
        printed,
        _("{what}ที่พิมพ์ “{printed}” ไม่ตรงทะเบียน {number} “{kept}”").format(
            what=what, printed=printed, number=row.number, kept=kept
        ),
        _("ใช้เอกสารที่ออกไว้ หรือยกเลิกเลขแล้วออกใหม่"),
    )


def _of_file(
    file: FoundFile, code: str, text: str, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        file=file.file,
        place=_("หัวหนังสือ"),
        text=text,
        message=message,
        hint=hint,
        source=source(code),
    )
