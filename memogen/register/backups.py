"""Backups by the engine's own means, put in place whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import Any

from memogen.errors import HelperMissing, OutputError
from memogen.files import check_writable
from memogen.files.writing import retried
from memogen.findings import Finding
from memogen.register.store import Store


def backup(books: Store, path: Path) -> None:
    """Copy the register to `path`; what stood there before is replaced only by a whole copy."""
    path = path.absolute()
    if path == getattr(books, "path", None):
        raise OutputError(_onto_itself(path))
    if path.is_dir():
        raise OutputError(_folder(path))
    check_writable(path.parent)
    temp = path.with_name(f".mg-backup-{secrets.token_hex(6)}.tmp")
    try:
        books.backup(temp)
        with temp.open("r+b") as file:
            os.fsync(file.fileno())
        retried(partial(os.replace, temp, path))
    finally:
        temp.unlink(missing_ok=True)


def dump(parts: dict[str, Any], path: Path) -> None:
    """pg_dump in its custom format. Raises HelperMissing R54, OutputError R55 with pg_dump's own words."""
    program = shutil.which("pg_dump")
    if program is None:
        raise HelperMissing(_no_pg_dump())
    from psycopg.conninfo import make_conninfo

    secret = parts.get("password")
    address = make_conninfo(**{name: value for name, value in parts.items() if name != "password"})
    # The password goes by the environment: anyone can read the words of a running program.
    environment = os.environ | ({"PGPASSWORD": str(secret)} if secret else {})
    done = subprocess.run(
        [program, "--format=custom", "--no-password", f"--file={path}", f"--dbname={address}"],
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise OutputError(_dump_failed(done.stderr))


def _onto_itself(path: Path) -> Finding:
    return Finding(
        code="P05",
        file=path.as_posix(),
        message=_("ที่สำรองเป็นไฟล์ทะเบียนเอง"),
        hint=_("เลือกชื่อไฟล์อื่น และควรอยู่คนละดิสก์กับทะเบียน"),
    )


def _folder(path: Path) -> Finding:
    return Finding(
        code="P05",
        file=path.as_posix(),
        message=_("“{name}” เป็นโฟลเดอร์").format(name=path.name),
        hint=_("ระบุชื่อไฟล์ที่จะสำรองไว้ในโฟลเดอร์นั้นด้วย"),
    )


def _no_pg_dump() -> Finding:
    return Finding(
        code="R54",
        message=_("ไม่พบโปรแกรม pg_dump ซึ่งใช้สำรองทะเบียนบน PostgreSQL"),
        hint=_("ติดตั้ง postgresql-client (apt-get install postgresql-client) หรือให้ผู้ดูแลเซิร์ฟเวอร์สำรองให้"),
    )


def _dump_failed(words: str) -> Finding:
    return Finding(
        code="R55",
        message=_("pg_dump สำรองทะเบียนไม่สำเร็จ"),
        hint=_("ให้ผู้ดูแลเซิร์ฟเวอร์ดูข้อความของ pg_dump (รุ่นของ pg_dump ต้องไม่เก่ากว่าเซิร์ฟเวอร์)"),
        text=" ".join(words.split())[:400],
    )
