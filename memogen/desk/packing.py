"""Packs: what one recipient is sent, letter and enclosures together, as a folder or a zip.

Codes: N30 no room on the disk for the packs · N31 a pack that holds something else than it should · N32 files
in a pack that do not belong to it.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

from memogen.desk.enclosing import Enclosed
from memogen.desk.folder import PACKS
from memogen.desk.making import keep_edited
from memogen.errors import OutputError
from memogen.files import Deliver, delivery, discard, open_bytes, refuse_open, stage_filled, sweep
from memogen.files.refusals import of_system
from memogen.findings import Finding, Severity
from memogen.report import some_of

_PIECE = 1 << 20
"""Bytes of an enclosure that are in memory at a time."""
_NOT_OURS = (".", "~$", "thumbs.db", "desktop.ini")
"""How names begin (in lower case) of files that programs and systems lay beside others, and hide."""


class Form(StrEnum):
    """What a pack is."""

    FOLDER = "folder"
    ZIP = "zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack that was made, and what there is to tell of it."""

    place: Path
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Packer:
    """Makes packs in a folder; those of issued letters are never overwritten.

    A file that goes to many stands on the disk once: the packs have links to it, which nobody can write to.
    Where the disk has no links, and in zips, each pack has a copy.
    """

    folder: Path
    form: Form
    is_issued: bool
    deliver: Deliver
    _linked: dict[Path, Path] = field(default_factory=dict)

    def pack(self, documents: Sequence[Path], enclosed: Sequence[Enclosed]) -> Pack:
        """The pack of a letter, whose documents are its DOCX and then its PDF.

        Raises OutputError, and InputError for an enclosure that cannot be read any more.
        """
        place = self.folder / PACKS / documents[0].stem
        files = {document.name: document for document in documents} | {one.name: one.path for one in enclosed}
        try:
            return (
                self._zipped(place, files) if self.form is Form.ZIP else self._laid(place, files, documents)
            )
        except OSError as error:
            raise OutputError(of_system(Path(error.filename or place), error)) from error

    def _zipped(self, place: Path, files: Mapping[str, Path]) -> Pack:
        archive = place.with_name(f"{place.name}.zip")
        temp = stage_filled(archive.parent, partial(write_zip, files=files))
        try:
            is_right = archive.is_file() and filecmp.cmp(temp, archive, shallow=False)
            if archive.exists() and self.is_issued and not is_right:
                return Pack(place=archive, findings=(different(archive),))
            if not is_right:
                self.deliver(archive, temp)
        finally:
            discard(temp)
        return Pack(place=archive)

    def _laid(self, place: Path, files: Mapping[str, Path], documents: Sequence[Path]) -> Pack:
        sweep(place)  # what a killed run left there is nobody's file
        wrong = [
            different(place / name)
            for name, source in files.items()
            if not self._is_laid(source, place / name, is_shared=source not in documents)
        ]
        strangers = sorted(
            path.name
            for path in place.iterdir()
            if path.name not in files and not path.name.lower().startswith(_NOT_OURS)
        )
        told = [*wrong, *([_strangers(place, strangers)] if strangers else [])]
        return Pack(place=place, findings=tuple(told))

    def _is_laid(self, source: Path, target: Path, *, is_shared: bool) -> bool:
        """Whether the file stands in its place, put there now if need be; never over one that was issued."""
        if target.exists() and not self._is_same(source, target):
            if self.is_issued:
                return False
            refuse_open(target, target)
            if not is_shared and target.suffix == ".docx":
                keep_edited(target)
            _remove(target)
        if not target.exists() and not (is_shared and self._is_link(source, target)):
            self.deliver(target, stage_filled(target.parent, partial(_pour, source)))
        if is_shared:
            self._linked.setdefault(source, target)
        return True

    def _is_same(self, source: Path, target: Path) -> bool:
        """Whether a file is what it should be; one that is linked to another pack's need not be read."""
        first = self._linked.get(source)
        return (first is not None and first.samefile(target)) or filecmp.cmp(source, target, shallow=False)

    def _is_link(self, source: Path, target: Path) -> bool:
        """Whether the disk could link the file to the one in an earlier pack."""
        first = self._linked.get(source)
        if first is None:
            return False
        try:
            first.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(first, target)
        except OSError:
            return False
        return True


@contextmanager
def packing(folder: Path, form: Form, *, is_issued: bool) -> Iterator[Packer]:
    """`with packing(…) as packer`: packs in a folder, all on the disk when the block ends."""
    sweep(folder / PACKS)
    with delivery() as deliver:
        yield Packer(folder=folder, form=form, is_issued=is_issued, deliver=deliver)


def write_zip(out: BinaryIO, files: Mapping[str, Path]) -> None:
    """A zip of files under these names, the same bytes every time; DOCX and PDF are not pressed again.

    Raises InputError for a file that cannot be read.
    """
    with zipfile.ZipFile(out, "w") as archive:
        for name, path in files.items():
            entry = zipfile.ZipInfo(name)  # dated 1980-01-01; a Thai name is marked as UTF-8
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            with open_bytes(path) as source:
                entry.file_size = os.fstat(source.fileno()).st_size  # beyond 2 GB it needs longer fields
                with archive.open(entry, "w") as target:
                    shutil.copyfileobj(source, target, _PIECE)


def _pour(path: Path, target: BinaryIO) -> None:
    with open_bytes(path) as source:
        shutil.copyfileobj(source, target, _PIECE)


def check_room(folder: Path, form: Form, enclosed: Sequence[Sequence[Enclosed]]) -> None:
    """Raises OutputError (N30) when the enclosures of all packs need more room than the disk has."""
    if form is Form.ZIP:
        needed = sum(_size(one.path) for files in enclosed for one in files)
    else:
        needed = sum(map(_size, {one.path for files in enclosed for one in files}))
    free = shutil.disk_usage(_standing(folder)).free
    if needed > free + _packed(folder):  # a batch that goes on finds most of its packs there
        raise OutputError(_no_room(folder, len(enclosed), needed, free, form))


def _size(path: Path) -> int:
    return path.stat().st_size


def _packed(folder: Path) -> int:
    """The bytes that the packs of a folder take by now; a file that several of them link to counts once."""
    stats = [path.stat() for path in (folder / PACKS).rglob("*") if path.is_file()]
    return sum({(one.st_dev, one.st_ino): one.st_size for one in stats}.values())


def _standing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next(place for place in (folder, *folder.absolute().parents) if place.is_dir())


def _remove(path: Path) -> None:
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows removes nothing that is read-only
    path.unlink()


# --- faults -----------------------------------------------------------------------------------------


def different(path: Path) -> Finding:
    """A file of an issued letter that is not what it should be, and so is left alone."""
    return Finding(
        code="N31",
        severity=Severity.WARNING,
        file=str(path),
        message=_("มี “{name}” อยู่แล้วและไม่เหมือนที่จะทำ จึงไม่เขียนทับ").format(name=path.name),
        hint=_("ย้ายไฟล์นี้ไปที่อื่น แล้วสั่งเดิมซ้ำ จะได้ไฟล์ที่ถูกต้อง"),
    )


def _strangers(place: Path, names: Sequence[str]) -> Finding:
    return Finding(
        code="N32",
        severity=Severity.WARNING,
        file=str(place),
        text=", ".join(names),
        message=_("ในชุดส่งมีไฟล์ที่ไม่ได้อยู่ในหนังสือ: {names}").format(
            names=some_of(names, _("{names} และอีก {count} ไฟล์"))
        ),
        hint=_("ตรวจดูก่อนส่ง ถ้าไม่ใช้ให้ย้ายออก"),
    )


def _no_room(folder: Path, count: int, needed: int, free: int, form: Form) -> Finding:
    return Finding(
        code="N30",
        file=str(folder),
        message=_("ชุดส่ง {count} ชุดต้องใช้เนื้อที่ {needed} ล้านไบต์ แต่เหลือ {free} ล้านไบต์ จึงยังไม่ได้ทำ").format(
            count=f"{count:,}", needed=f"{needed // 10**6:,}", free=f"{free // 10**6:,}"
        ),
        hint=_("ใช้ --pack folder ซึ่งเก็บไฟล์ที่เหมือนกันไว้ชุดเดียว หรือเลือกที่เก็บอื่นด้วย --out")
        if form is Form.ZIP
        else _("เลือกที่เก็บอื่นด้วย --out"),
    )
