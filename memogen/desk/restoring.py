"""Restoring: a backup put in the register's place, and all that was numbered since brought back.

Codes: R96 a server's register, which its own tools restore · R97 the backup is no whole register.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from memogen.desk.folder import REGISTER, Folder
from memogen.errors import InputError, MemogenError, OutputError, RegisterRefusal
from memogen.files import put
from memogen.findings import Finding, has_errors

if TYPE_CHECKING:
    from memogen.register import Register

_BESIDE = ("-wal", "-shm")
"""What SQLite lays beside its file; it belongs to that file alone."""


def restore(
    home: Folder, backup: Path, *, clock: Callable[[], datetime]
) -> tuple[Path | None, list[Finding]]:
    """See `Workspace.restore`."""
    place = home.register_file
    if place is None:
        raise RegisterRefusal(_of_a_server())
    content = _proved(home, backup, clock)
    aside = _set_aside(place)
    put(place, content)
    with home.register(clock=clock) as register:
        return aside, reconcile(home, register)


def reconcile(home: Folder, register: Register) -> list[Finding]:
    """What mirror and documents know and the register lacks, brought back; says what was done."""
    return register.reconcile(_Documents(home))


class _Documents(Mapping[str, bytes]):
    """The DOCX of the output folder by their names as messages show them; read when they are asked for."""

    def __init__(self, home: Folder) -> None:
        self._paths = {home.shown(path): path for path in home.documents()}

    def __getitem__(self, name: str) -> bytes:
        return self._paths[name].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _proved(home: Folder, backup: Path, clock: Callable[[], datetime]) -> bytes:
    """The backup's bytes, once a copy of it was opened and verified."""
    from memogen.register import Register

    try:
        content = backup.read_bytes()
    except OSError as error:
        raise InputError(_unreadable(home.shown(backup), backup.name)) from error
    with TemporaryDirectory(prefix="memogen-", ignore_cleanup_errors=True) as name:
        copy = Path(name, REGISTER)
        copy.write_bytes(content)
        try:
            with Register.open(str(copy), clock=clock, actor=home.actor, create=False) as register:
                found = register.verify()
        except MemogenError as error:
            found = list(error.findings)
    if has_errors(found):  # of the copy, which the officer never saw
        file = home.shown(backup)
        raise RegisterRefusal(_not_whole(file), *(replace(finding, file=file) for finding in found))
    return content


def _set_aside(place: Path) -> Path | None:
    """The register that was there, under a name that keeps it."""
    if not place.exists():
        return None
    aside = next(
        path
        for n in range(1, 10_000)
        if not (path := place.with_name(f"{place.stem} ก่อนกู้ {n}{place.suffix}")).exists()
    )
    try:
        for ending in ("", *_BESIDE):
            part = place.with_name(place.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
    except OSError as error:
        raise OutputError(_in_use(place)) from error
    return aside


def _of_a_server() -> Finding:
    return Finding(
        code="R96",
        message=_("ทะเบียนนี้อยู่บนเซิร์ฟเวอร์ PostgreSQL จึงกู้ด้วยคำสั่งนี้ไม่ได้"),
        hint=_("ให้ผู้ดูแลกู้ด้วย pg_restore แล้วสั่ง memogen register reconcile"),
    )


def _not_whole(file: str) -> Finding:
    return Finding(
        code="R97",
        file=file,
        message=_("ไฟล์นี้ไม่ใช่ข้อมูลสำรองของทะเบียนที่ครบถ้วน จึงยังไม่ได้กู้ และทะเบียนเดิมยังอยู่"),
        hint=_("ใช้ไฟล์ที่ได้จาก memogen register backup"),
    )


def _unreadable(file: str, name: str) -> Finding:
    return Finding(
        code="P11",
        file=file,
        message=_("เปิดไฟล์ “{name}” ไม่ได้").format(name=name),
        hint=_("ตรวจดูชื่อไฟล์และโฟลเดอร์"),
    )


def _in_use(place: Path) -> Finding:
    return Finding(
        code="P01",
        file=str(place),
        message=_("ทะเบียนกำลังถูกใช้โดยโปรแกรมอื่น จึงยังไม่ได้กู้"),
        hint=_("ให้ทุกคนปิดโปรแกรมที่ใช้ทะเบียนนี้ แล้วสั่งใหม่"),
    )
