"""What is made beside a letter on wish: its enclosures in its PDF, its file copy, a pack for its recipient.

The letters stand by now: what cannot be made is told, and the others are made. Code: N33 what a rehearsal
would pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from memogen.desk.appending import appending
from memogen.desk.enclosing import Enclosed
from memogen.desk.folder import COPIES
from memogen.desk.making import keep_edited, to_pdf
from memogen.desk.packing import Form, check_room, different, packing
from memogen.errors import MemogenError
from memogen.files import put
from memogen.findings import Finding, Severity
from memogen.report import some_of

if TYPE_CHECKING:
    from memogen.desk.drafts import Made
    from memogen.desk.issuing import IssuedLetter

T = TypeVar("T", "Made", "IssuedLetter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What is wished: the form of the packs, enclosures appended to PDFs, file copies."""

    pack: Form | None = None
    append: bool = False
    copy: bool = False

    def __bool__(self) -> bool:
        return bool(self.pack or self.append or self.copy)


NOTHING = Extras()


def extras_of(pack: str | None, *, append: bool, copy: bool = False) -> Extras:
    """The wish, the form of the packs by its name."""
    return Extras(pack=Form(pack) if pack else None, append=append, copy=copy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A letter that stands: its files, what goes along with it, and its document as it was made."""

    document: Path
    pdf: Path | None
    enclosed: Sequence[Enclosed]
    content: bytes = b""


@dataclass(slots=True, kw_only=True)
class Beside:
    """What was made beside a letter."""

    files: list[Path] = field(default_factory=list)
    pack: Path | None = None
    findings: list[Finding] = field(default_factory=list)


def with_beside(made: T, beside: Beside) -> T:
    """A letter that was made or issued, with what was made beside it."""
    return replace(
        made,
        files=(*made.files, *beside.files),
        pack=beside.pack,
        findings=(*made.findings, *beside.findings),
    )


def check(extras: Extras, enclosed: Sequence[Sequence[Enclosed]], folder: Path, cache: Path | None) -> None:
    """Raises what stands against the extras before a number is taken: InputError, OutputError.

    `enclosed` are the files of each letter, `folder` is where the letters will be.
    """
    if extras.append:
        with appending(_fonts(folder, cache)) as appender:
            appender.check([one for files in enclosed for one in files])
    if extras.pack:
        check_room(folder, extras.pack, enclosed)


def make_beside(
    extras: Extras, letters: Sequence[Ready], folder: Path, cache: Path | None, *, is_issued: bool
) -> list[Beside]:
    """What is wished beside each letter of `folder`."""
    made = [Beside() for _letter in letters]
    fonts = _fonts(folder, cache)
    if extras.append:
        _append(letters, made, fonts)
    if extras.copy:
        _copy(letters, made, folder / COPIES, fonts, is_issued=is_issued)
    if extras.pack:
        _pack(extras.pack, letters, made, folder, is_issued=is_issued)
    return made


def planned(extras: Extras, enclosed: Sequence[Enclosed], letter: str) -> list[Finding]:
    """What a rehearsal says of the pack of a letter file."""
    if not extras.pack:
        return []
    names = [one.name for one in enclosed]
    return [
        Finding(
            code="N33",
            severity=Severity.INFO,
            file=letter,
            text=", ".join(names),
            message=_("ชุดส่งจะมีหนังสือ และ {names}").format(names=some_of(names, _("{names} และอีก {count} ไฟล์")))
            if names
            else _("ชุดส่งจะมีหนังสืออย่างเดียว หนังสือนี้ไม่ได้แนบไฟล์"),
        )
    ]


def _fonts(folder: Path, cache: Path | None) -> Path:
    return cache or folder / ".memogen"


def _append(letters: Sequence[Ready], made: Sequence[Beside], cache: Path) -> None:
    with appending(cache) as appender:
        for letter, beside in zip(letters, made, strict=True):
            if letter.pdf:
                with _told(beside):
                    beside.findings += appender.append(letter.pdf, letter.enclosed)


def _copy(
    letters: Sequence[Ready], made: Sequence[Beside], folder: Path, cache: Path, *, is_issued: bool
) -> None:
    """The file copies, under the names of the letters in a folder of their own."""
    from memogen.stamp import file_copy

    wanting: dict[Path, Beside] = {}
    for letter, beside in zip(letters, made, strict=True):
        path = folder / letter.document.name
        with _told(beside):
            content = file_copy(letter.content, file=str(letter.document))
            if is_issued and path.exists() and path.read_bytes() != content:
                beside.findings.append(different(path))
                continue
            keep_edited(path)
            put(path, content)
            beside.files.append(path)
            if letter.pdf:
                wanting[path] = beside
    with _told(*wanting.values()):
        for beside, pdf in zip(wanting.values(), to_pdf([*wanting], folder, cache), strict=True):
            beside.files.append(pdf)


def _pack(
    form: Form, letters: Sequence[Ready], made: Sequence[Beside], folder: Path, *, is_issued: bool
) -> None:
    with packing(folder, form, is_issued=is_issued) as packer:
        for letter, beside in zip(letters, made, strict=True):
            with _told(beside):
                documents = [letter.document, *([letter.pdf] if letter.pdf else [])]
                pack = packer.pack(documents, letter.enclosed)
                beside.pack = pack.place
                beside.findings += pack.findings


@contextmanager
def _told(*beside: Beside) -> Iterator[None]:
    """What fails is told of these letters."""
    try:
        yield
    except MemogenError as error:
        for one in beside:
            one.findings += error.findings
