"""What goes along with a letter, looked up: whether the files are there, and as many as the letter says.

Codes: L60 a count that is not the file's · L61 no such file · L62 a file outside the workspace · L63 a PDF
that its reader cannot open.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path

from memogen import opc, thai
from memogen.compose.enclosing import Stated, bare, stated
from memogen.desk.drafts import Draft
from memogen.desk.folder import Folder
from memogen.errors import HelperMissing, InputError
from memogen.files import legal_name
from memogen.findings import Finding, Severity, nearest
from memogen.model import Attachment, Kind, Memo

PAGES, SHEETS = "หน้า", "แผ่น"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A file that goes along with a letter, and the name that its recipient sees."""

    path: Path
    name: str


@dataclass(frozen=True)
class Enclosures:
    """The files that letters of a workspace name; each is looked at once. `cache` is where fonts are kept."""

    home: Folder
    cache: Path | None = None
    _seen: dict[tuple[str, Attachment], tuple[Finding, ...]] = field(default_factory=dict)
    _pages: dict[Path, int | None] = field(default_factory=dict)

    def remarks(self, letter: str, attachments: Iterable[Attachment]) -> list[Finding]:
        """What is wrong with the files that go along with a letter file."""
        return [finding for one in attachments for finding in self._remarks(letter, one)]

    def files(self, memo: Memo) -> list[Enclosed]:
        """The files that go along with a letter and are there, in the order of the letter."""
        label = "สิ่งที่ส่งมาด้วย" if memo.kind is Kind.EXTERNAL else "เอกสารแนบ"
        digits = len(str(max((one.number for one in memo.attachments), default=0)))
        found = ((one, self._place(one)) for one in memo.attachments if not one.is_on_web)
        return [
            Enclosed(path=path, name=_name(label, one, digits, path.suffix))
            for one, path in found
            if path and _is_file(path)
        ]

    def _place(self, attachment: Attachment) -> Path | None:
        """Where a file is, whether or not it is there; None outside the workspace."""
        return self.home.inside(attachment.source.replace("\\", "/"))

    def _remarks(self, letter: str, attachment: Attachment) -> tuple[Finding, ...]:
        if attachment.is_on_web:
            return ()
        key = (letter, attachment)
        if key not in self._seen:
            self._seen[key] = tuple(self._judged(letter, attachment))
        return self._seen[key]

    def _judged(self, letter: str, attachment: Attachment) -> Iterator[Finding]:
        path = self._place(attachment)
        if path is None:
            yield _outside(letter, attachment)
        elif not _is_file(path):
            yield _missing(letter, attachment, path)
        else:
            try:
                yield from self._miscounts(letter, attachment, path)
            except InputError as error:
                for finding in error.findings:
                    told = replace(finding, code="L63", severity=Severity.WARNING)
                    yield replace(told, file=letter, line=attachment.line, text=attachment.source)

    def _miscounts(self, letter: str, attachment: Attachment, path: Path) -> Iterator[Finding]:
        """Counts that the file does not bear out; a sheet has one page or two."""
        counts = stated(attachment.caption)
        pages = self._page_count(path, asked=any(count.unit in (PAGES, SHEETS) for count in counts))
        for count in counts:
            if count.unit not in (PAGES, SHEETS):
                if count.number != 1:
                    yield _miscounted(letter, attachment, count, Stated(1, count.unit))
            elif pages is not None and count.number not in _ways(count.unit, pages):
                yield _miscounted(letter, attachment, count, Stated(pages, PAGES))

    def _page_count(self, path: Path, *, asked: bool) -> int | None:
        """The pages of a file; None where only another program could say. Raises InputError (Y13, Y14).

        A PDF is always opened: whoever receives it must be able to.
        """
        suffix = path.suffix.lower()
        if suffix == ".pdf":
            from memogen.layout import page_count

            return page_count(path)
        if suffix != ".docx" or not asked:
            return None
        if path not in self._pages:
            self._pages[path] = self._rendered_pages(path)
        return self._pages[path]

    def _rendered_pages(self, path: Path) -> int | None:
        from memogen.layout import rendered

        try:
            content = path.read_bytes()
            if opc.active_content(opc.read_package(content, file=path.name), file=path.name):
                return None
            (pages,) = rendered([content], cache=self.cache or self.home.output(None) / ".memogen")
        except (OSError, InputError, HelperMissing):
            return None
        return len(pages) or None


def remarked(enclosures: Enclosures, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Letters with what is to be told of the files that go along."""
    return tuple(
        replace(
            draft,
            memo=replace(
                draft.memo,
                findings=(
                    *draft.memo.findings,
                    *enclosures.remarks(draft.letter.file, draft.memo.attachments),
                ),
            ),
        )
        if draft.memo.attachments
        else draft
        for draft in drafts
    )


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113  (never raises, even for names that no system can hold)


def _ways(unit: str, pages: int) -> set[int]:
    """How many a file of so many pages may be: sheets are printed on one side or on both."""
    return {pages, (pages + 1) // 2} if unit == SHEETS else {pages}


def _name(label: str, attachment: Attachment, digits: int, suffix: str) -> str:
    """`สิ่งที่ส่งมาด้วย ๑ กำหนดการ.pdf`, so that the files stand in the order of the letter."""
    number = thai.to_thai_digits(f"{attachment.number:0{digits}}") if attachment.number else ""
    words = bare(attachment.caption.replace("\u00a0", " "))
    return legal_name(" ".join(filter(None, (label, number, words))), suffix=suffix)


# --- faults -----------------------------------------------------------------------------------------


def _miscounted(letter: str, attachment: Attachment, said: Stated, there: Stated) -> Finding:
    return Finding(
        code="L60",
        severity=Severity.WARNING,
        file=letter,
        line=attachment.line,
        text=attachment.caption,
        message=_("“{caption}” แต่ไฟล์ {file} มี {count} {unit}").format(
            caption=attachment.caption,
            file=attachment.source,
            count=thai.to_thai_digits(str(there.number)),
            unit=there.unit,
        ),
        hint=_("แก้ {said} ให้ตรงกับไฟล์ หรือแนบไฟล์ให้ถูกฉบับ").format(
            said=f"{thai.to_thai_digits(str(said.number))} {said.unit}"
        ),
    )


def _missing(letter: str, attachment: Attachment, path: Path) -> Finding:
    if os.path.isdir(path):  # noqa: PTH112
        message = _("“{file}” เป็นโฟลเดอร์ ไม่ใช่ไฟล์").format(file=attachment.source)
        hint = _("บอกทีละไฟล์ บรรทัดละหนึ่งรายการ")
    else:
        message = _("ไม่พบไฟล์ที่แนบ “{file}” ในโฟลเดอร์ที่ทำงาน").format(file=attachment.source)
        beside = [one.name for one in path.parent.iterdir()] if path.parent.is_dir() else []
        guess = nearest(path.name, beside)
        hint = (
            _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
            if guess
            else _("วางไฟล์ไว้ในโฟลเดอร์ที่ทำงาน แล้วเขียนอย่าง กำหนดการ = เอกสารแนบ/กำหนดการ.pdf")
        )
    return _fault("L61", letter, attachment, message, hint)


def _outside(letter: str, attachment: Attachment) -> Finding:
    return _fault(
        "L62",
        letter,
        attachment,
        _("ไฟล์ที่แนบ “{file}” อยู่นอกโฟลเดอร์ที่ทำงาน").format(file=attachment.source),
        _("คัดลอกไฟล์มาไว้ในโฟลเดอร์ที่ทำงาน แล้วเขียนอย่าง กำหนดการ = เอกสารแนบ/กำหนดการ.pdf"),
    )


def _fault(code: str, letter: str, attachment: Attachment, message: str, hint: str) -> Finding:
    return Finding(
        code=code, file=letter, line=attachment.line, text=attachment.source, message=message, hint=hint
    )
