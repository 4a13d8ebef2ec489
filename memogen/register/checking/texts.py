"""The letters that a text cites, looked for in the books."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.books import Book, BookKind, Entry, Status
from memogen.citations import Citation, CitedKind, find_citations
from memogen.findings import Finding, Severity
from memogen.register.checking.index import Index, alike
from memogen.register.checking.nouns import CitingText
from memogen.register.checking.words import day, figure, source, title

_TELEPHONE = re.compile(r"(?:โทร|ไปรษณีย์อิเล็กทรอนิกส์).*", re.DOTALL)


def check_texts(texts: Iterable[CitingText], index: Index, own_names: Sequence[str]) -> Iterator[Finding]:
    """R15, R16, R17 and B12 of every citation, each once a text."""
    for text in texts:
        yield from _check_text(text, index, own_names)


def _check_text(text: CitingText, index: Index, own_names: Sequence[str]) -> Iterator[Finding]:
    joined = "\n".join(line for _place, line in text.lines)
    citations = find_citations(joined, codes=index.codes)
    if not citations:
        return
    starts = [0]
    for _place, line in text.lines:
        starts.append(starts[-1] + len(line) + 1)
    told = set()
    for citation in citations:
        if _is_itself(citation, text):
            continue
        for finding in _Judge(citation, text, index, own_names).findings():
            if (finding.code, finding.text, finding.message) not in told:
                told.add((finding.code, finding.text, finding.message))
                yield _placed(finding, text.lines[bisect_right(starts, citation.start) - 1][0])


def _placed(finding: Finding, where: int | str) -> Finding:
    return replace(finding, line=where) if isinstance(where, int) else replace(finding, place=where)


def _is_itself(citation: Citation, text: CitingText) -> bool:
    """Whether it is the letter's own number; last year's of the same number is another letter."""
    if citation.number is None or citation.number != text.own:
        return False
    return citation.dated is None or text.dated is None or citation.dated.year == text.dated.year


@dataclass(frozen=True, slots=True)
class _Judge:
    """One citation of one text before the books."""

    citation: Citation
    text: CitingText
    index: Index
    own_names: Sequence[str]

    def findings(self) -> Iterator[Finding]:
        cited = self.citation
        if cited.fault:
            yield self._fault()
        if cited.dated and self.text.dated and cited.dated > self.text.dated:
            yield self._from_the_future()
        if cited.order:
            yield from self._order(*cited.order)
        elif cited.number and cited.number.running is not None:
            if cited.number.code in self.index.codes:
                yield from self._ours(cited.number)
            elif self.index.keeps_received:
                yield from self._theirs(cited.number)

    # --- our letters ------------------------------------------------------------------------------

    def _ours(self, number: thai.DocumentNumber) -> Iterator[Finding]:
        row = self._meant(self.index.sent.get((number.code, number.circular, number.running or 0), []))
        if row:
            yield from self._compared(row)
        else:
            yield self._unknown(number)

    def _meant(self, rows: Sequence[Entry]) -> Entry | None:
        """The row of the date cited, of its year, or of its day in another year; dateless, the latest."""
        cited = self.citation.dated
        if cited is None:
            return max(rows, key=lambda row: row.year_be, default=None)
        year = thai.be_year(cited)
        likely = [
            row
            for row in rows
            if row.year_be == year
            or (row.dated and (row.dated.day, row.dated.month) == (cited.day, cited.month))
        ]
        return max(
            likely, key=lambda row: (row.dated == cited, row.year_be == year, row.year_be), default=None
        )

    def _unknown(self, number: thai.DocumentNumber) -> Finding:
        written = self.citation.dated or self.text.dated
        year = thai.be_year(written) if written else 0
        book = self.index.book_of(number.code, circular=number.circular, year_be=year)
        if year and not book:
            message = _("ทะเบียนไม่มีเล่มปี {year} จึงตรวจเลข {number} ไม่ได้")
            return self._cannot_tell(message.format(year=figure(year), number=number))
        if book and (number.running or 0) <= self.index.bounds[book][0]:
            message = _("เลข {number} อยู่ในเล่มกระดาษก่อนเริ่มใช้ทะเบียนนี้ จึงตรวจไม่ได้")
            return self._cannot_tell(message.format(number=number))
        message = _("ไม่พบ {number} ในทะเบียน").format(number=number)
        return self._finding("R15", message, self._guess(number, book))

    def _guess(self, number: thai.DocumentNumber, book: Book | None) -> str:
        other = self.index.sent.get((number.code, not number.circular, number.running or 0))
        if other:
            return _("ในทะเบียนมี {number} ลงวันที่ {day}").format(
                number=other[-1].number, day=day(other[-1].dated)
            )
        if book:
            return _("{title} ออกเลขถึง {last} ตรวจเลขกับต้นเรื่อง").format(
                title=title(book), last=figure(self.index.last(book))
            )
        return _("ตรวจเลขกับต้นเรื่อง")

    def _cannot_tell(self, message: str) -> Finding:
        return self._finding("R15", message, _("ตรวจเลขและวันที่กับสำเนาคู่ฉบับ"), Severity.INFO)

    # --- letters of others, orders ----------------------------------------------------------------

    def _theirs(self, number: thai.DocumentNumber) -> Iterator[Finding]:
        rows = self.index.received.get(alike(str(number)), [])
        cited = self.citation.dated
        if not rows:
            message = _("ไม่พบ {number} ในทะเบียนหนังสือรับ").format(number=number)
            yield self._finding("R15", message, _("ตรวจเลขกับหนังสือที่ได้รับ"), Severity.INFO)
        elif cited and all(row.their_date not in (None, cited) for row in rows):
            yield self._other_date(str(number), rows[-1].their_date, Severity.WARNING)

    def _order(self, serial: int, year_be: int) -> Iterator[Finding]:
        kind = BookKind.ORDER if self.citation.kind is CitedKind.ORDER else BookKind.CERTIFICATE
        rows = self.index.by_year.get((kind, serial, year_be), [])
        ours = [row for row in rows if self._may_be_of(row.sender)]
        if ours:
            same_day = (row for row in ours if row.dated == self.citation.dated)
            yield from self._compared(next(same_day, ours[-1]))

    # --- a row that was found ---------------------------------------------------------------------

    def _compared(self, row: Entry) -> Iterator[Finding]:
        if row.status is Status.VOID:
            message = _("{number} ยกเลิกแล้ว: {reason}").format(number=row.number, reason=row.reason or "-")
            yield self._finding("R15", message, _("อ้างฉบับที่ใช้แทน หรือตัดออก"))
            return
        if row.status is Status.RESERVED:
            message = _("{number} เป็นเลขที่จองไว้ ยังไม่ได้ออกหนังสือ").format(number=row.number)
            yield self._finding("R15", message, _("ออกหนังสือฉบับนั้นก่อน หรือตรวจเลข"), Severity.WARNING)
            return
        if self.citation.dated and row.dated and self.citation.dated != row.dated:
            yield self._other_date(row.number, row.dated, Severity.ERROR)
        if not self._may_be_of(row.sender):
            message = _("{number} เป็นหนังสือของ {sender}").format(number=row.number, sender=row.sender)
            hint = _("แก้ชื่อหน่วยงาน หรือตรวจว่าอ้างเลขถูกฉบับ")
            yield self._finding("R17", message, hint, Severity.WARNING)

    def _may_be_of(self, sender: str) -> bool:
        """Whether the agency cited may be the sender; nobody can say so of short forms (กพร., กรมฯ)."""
        agency = self.citation.agency
        return may_be_same(agency, sender) or any(may_be_same(agency, name) for name in self.own_names)

    def _other_date(self, number: str, right: date | None, severity: Severity) -> Finding:
        message = _("อ้างลงวันที่ {cited} แต่ในทะเบียน {number} ลงวันที่ {right}").format(
            cited=day(self.citation.dated), number=number, right=day(right)
        )
        return self._finding("R16", message, _("แก้วันที่ให้ตรงทะเบียน หรือตรวจว่าอ้างเลขถูกฉบับ"), severity)

    # --- words ------------------------------------------------------------------------------------

    def _fault(self) -> Finding:
        cited = self.citation
        is_number = cited.order is None and (cited.number is None or cited.number.running is None)
        severity = Severity.ERROR if cited.number and cited.number.running is None else Severity.WARNING
        return self._finding("R15" if is_number else "R16", cited.fault, _("แก้ตามต้นเรื่อง"), severity)

    def _from_the_future(self) -> Finding:
        return self._finding(
            "B12",
            _("หนังสือที่อ้างลงวันที่ {cited} หลังวันที่ของหนังสือฉบับนี้ ({own})").format(
                cited=day(self.citation.dated), own=day(self.text.dated)
            ),
            _("ตรวจวันที่ โดยเฉพาะปี พ.ศ."),
        )

    def _finding(self, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Finding:
        return Finding(
            code=code,
            severity=severity,
            file=self.text.file,
            text=" ".join(self.citation.text.split()),
            message=message,
            hint=hint,
            source=source(code),
        )


def may_be_same(one: str, other: str) -> bool:
    """Whether two names may be of one agency: one part of the other, unknown, or in short form."""
    a, b = ("".join(_TELEPHONE.sub("", name).split()) for name in (one, other))
    return a in b or b in a or any(mark in a + b for mark in (".", "ฯ"))
