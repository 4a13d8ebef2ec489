"""The files that went along with issued letters: what the books keep of them, and which are others by now.

Codes: L64 a file that was changed since · L65 a file that is not there any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import NamedTuple

from memogen import thai
from memogen.books import Entry, Status
from memogen.desk.enclosing import Enclosed
from memogen.desk.folder import Folder
from memogen.errors import InputError
from memogen.files import digest_of
from memogen.findings import Finding, Severity

ATTACHED = "ไฟล์ที่แนบไป"
"""The part of an entry's content that has the files; it is no part of what the letter says."""


class Attached(NamedTuple):
    """A file that went along, named from the workspace, as it was then; only a PDF tells its pages."""

    file: str
    sha256: str
    pages: int | None


class Files:
    """The files of a workspace as they are now, each read once."""

    def __init__(self, home: Folder) -> None:
        self._home = home
        self._read: dict[str, Attached] = {}

    def attached(self, path: Path) -> Attached:
        """A file as it is now. Raises InputError (P11) when it cannot be read."""
        file = self._home.shown(path)
        if file not in self._read:
            self._read[file] = Attached(file, digest_of(path), _pages(path))
        return self._read[file]

    def today(self, file: str) -> Attached | None:
        """What stands now under the name that the books have; None where nothing can be read."""
        try:
            return self.attached(self._home.root / file)
        except InputError:
            return None


def kept(files: Files, enclosed: Iterable[Enclosed], *, before: Entry | None = None) -> dict[str, str]:
    """ATTACHED with the files that go along with letters; nothing where there are none.

    `before` is the entry of a letter that has its number: issued again, it keeps what stood there on its day.
    Raises InputError (P11) for a file that cannot be read.
    """
    if before:
        text = _text_of(before)
        return {ATTACHED: text} if text else {}
    found = dict.fromkeys(files.attached(one.path) for one in enclosed)
    return {ATTACHED: json.dumps([*found], ensure_ascii=False, separators=(",", ":"))} if found else {}


def changed(entries: Iterable[Entry], files: Files) -> list[Finding]:
    """The files that went along with these letters and are others now, or are gone; each told once.

    Silent of void entries, of letters without files, and of those older than the keeping of files.
    """
    went: dict[Attached, list[Entry]] = {}
    for entry in entries:
        if entry.status in (Status.ISSUED, Status.DISPATCHED):
            for one in _kept_with(entry):
                went.setdefault(one, []).append(entry)
    return [finding for one, letters in went.items() for finding in _compared(one, letters, files)]


def _compared(then: Attached, letters: Sequence[Entry], files: Files) -> Iterator[Finding]:
    now = files.today(then.file)
    if now is None:
        yield _gone(then, letters)
    elif now.sha256 != then.sha256:
        yield _changed(then, now, letters)


def _text_of(entry: Entry) -> str:
    """What the books have kept with a line; empty where that is nothing."""
    payload = entry.payload or ""
    return str(json.loads(payload).get(ATTACHED, "")) if f'"{ATTACHED}"' in payload else ""


def _kept_with(entry: Entry) -> Iterator[Attached]:
    for file, sha256, pages in json.loads(_text_of(entry) or "[]"):
        yield Attached(file, sha256, pages)


def _pages(path: Path) -> int | None:
    if path.suffix.lower() != ".pdf":
        return None
    from memogen.layout import page_count

    try:
        return page_count(path)
    except InputError:
        return None  # told when the letter is made


# --- what is told -----------------------------------------------------------------------------------


def _changed(then: Attached, now: Attached, letters: Sequence[Entry]) -> Finding:
    message = _("“{file}” ไม่เหมือนไฟล์ที่แนบไปกับ{letters}").format(
        file=Path(then.file).name, letters=_named(letters)
    )
    if then.pages and now.pages and then.pages != now.pages:
        message += " " + _("(ตอนนั้น {then} หน้า ตอนนี้ {now} หน้า)").format(
            then=thai.to_thai_digits(str(then.pages)), now=thai.to_thai_digits(str(now.pages))
        )
    return Finding(
        code="L64",
        severity=Severity.WARNING,
        file=then.file,
        text=letters[0].number,
        message=message,
        hint=_("ถ้ายังไม่ได้ส่ง ให้ส่งไฟล์เดิมตามที่ออกเลข ถ้าต้องใช้ไฟล์ใหม่ ให้มีหนังสือแจ้งแก้ไข แล้วเก็บทั้งสองไฟล์ไว้คนละชื่อ"),
    )


def _gone(then: Attached, letters: Sequence[Entry]) -> Finding:
    return Finding(
        code="L65",
        severity=Severity.WARNING,
        file=then.file,
        text=letters[0].number,
        message=_("ไม่พบหรือเปิดไม่ได้ “{file}” ที่แนบไปกับ{letters}").format(
            file=Path(then.file).name, letters=_named(letters)
        ),
        hint=_("นำไฟล์เดิมกลับมาไว้ที่เดิม ถ้าเคยสั่ง --pack ไว้ มีอยู่ในชุดส่งของหนังสือนั้น"),
    )


def _named(letters: Sequence[Entry]) -> str:
    """หนังสือ กษ ๑๑๑๓/๖๕๓ ลงวันที่ …, and how many more."""
    first, rest = letters[0], len(letters) - 1
    dated = thai.long_date(first.dated) if first.dated else ""
    named = _("หนังสือ {number} ลงวันที่ {date}").format(number=first.number, date=dated)
    return _("{letter} และอีก {count} ฉบับ").format(letter=named, count=rest) if rest else named
