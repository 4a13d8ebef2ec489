"""Diagnosis: what of all that memogen works with is here, what is missing, and the command that mends it."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from gettext import gettext as _
from pathlib import Path

from memogen import settings
from memogen.desk import Workspace
from memogen.errors import HelperMissing, MemogenError
from memogen.files import check_writable
from memogen.model import Kind, Office

TEMPLATES = "templates"
OLDEST_PYTHON = (3, 11)
_THAI_ENCODINGS = ("utf-8", "cp874", "tis-620", "iso8859-11")


class Status(StrEnum):
    """`missing` is broken or not there; `info` asks for nothing."""

    OK = "ok"
    WARNING = "warning"
    MISSING = "missing"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at; `title` is for the officer, `name` for programs, `fix` what mends it.

    `needed` says that `make` cannot do its work without it.
    """

    name: str
    title: str
    status: Status
    detail: str = ""
    fix: str = ""
    needed: bool = False

    @property
    def stops_make(self) -> bool:
        return self.needed and self.status is Status.MISSING

    def as_json(self) -> dict[str, str]:
        """The keys of one entry of `doctor --json`."""
        return {"name": self.name, "status": self.status.value, "detail": self.detail, "fix": self.fix}


def diagnose(
    root: Path,
    *,
    cache: Path,
    console: str,
    windows: bool,
    address: str = "",
    clock: Callable[[], datetime] | None = None,
) -> tuple[Check, ...]:
    """Every check of the workspace `root` and of this machine, in the order that they should be mended.

    `cache` is where PDF fonts are kept, `console` the encoding of standard output; `windows` chooses the
    commands of the fixes; `address` is where the register is, when it is not where the settings say, and
    `clock` opens it. Nothing is raised: what cannot be looked at is told as missing.
    """
    office, workspace = _workspace(root)
    checks: list[Check] = [_python(), workspace]
    if office is not None:
        checks += [*_templates(root), _output(root, office), _emblem(root, office)]
    checks += [_font(cache, windows), _libreoffice(windows)]
    if office is not None:
        checks.append(_register(Workspace(root, office, address), clock))
    return (*checks, _console(console, windows))


# --- the workspace --------------------------------------------------------------------------------


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    enough = sys.version_info[:2] >= OLDEST_PYTHON
    return Check(
        name="python",
        title=_("Python"),
        status=Status.OK if enough else Status.MISSING,
        detail=version,
        fix="" if enough else _("ติดตั้ง Python 3.11 ขึ้นไป"),
        needed=True,
    )


def _workspace(root: Path) -> tuple[Office | None, Check]:
    file, title = root / settings.FILE, _("ที่ทำงานและการตั้งค่า")
    if not file.is_file():
        detail, fix = _("ไม่มี {file}").format(file=file.as_posix()), "memogen init"
        return None, Check(
            name="workspace", title=title, status=Status.MISSING, detail=detail, fix=fix, needed=True
        )
    try:
        office = settings.read_office(file)
    except MemogenError as error:
        return None, _broken("workspace", title, error)
    counts = _("{name} ผู้ลงนาม {signers} คน หน่วยงาน {units} แห่ง").format(
        name=office.name, signers=len(office.signers), units=len(office.units)
    )
    if not office.signers:
        return office, Check(
            name="workspace",
            title=title,
            status=Status.WARNING,
            detail=counts,
            fix=_("เพิ่มผู้ลงนามใน [[signers]] ของ {file}").format(file=settings.FILE),
        )
    return office, Check(name="workspace", title=title, status=Status.OK, detail=counts, needed=True)


def _templates(root: Path) -> Iterator[Check]:
    """The memo's template, which `make` needs, and whatever else stands beside it."""
    from memogen.render.memo import check_template
    from memogen.render.template import read_template

    folder = root / TEMPLATES
    memo = folder / f"{Kind.MEMO}.docx"
    if not memo.is_file():
        yield Check(
            name=f"template {memo.stem}",
            title=_("แม่แบบ {name}").format(name=memo.stem),
            status=Status.MISSING,
            detail=_("ไม่มี {file}").format(file=f"{TEMPLATES}/{memo.name}"),
            fix=_("คัดลอก templates จากที่ทำงานซึ่งสร้างใหม่ด้วย memogen init"),
            needed=True,
        )
    for path in sorted(folder.glob("*.docx")):
        if path.name.startswith(("~$", ".")):
            continue
        name, title = f"template {path.stem}", _("แม่แบบ {name}").format(name=path.stem)
        try:
            faults: Sequence[object] = check_template(read_template(path, name=path.name))
        except MemogenError as error:
            yield _broken(name, title, error, needed=path == memo)
            continue
        yield Check(
            name=name,
            title=title,
            status=Status.MISSING if faults else Status.OK,
            detail=_("ผิด {count} แห่ง").format(count=len(faults)) if faults else "",
            fix="memogen templates check" if faults else "",
            needed=path == memo,
        )


def _output(root: Path, office: Office) -> Check:
    """Written to for a moment, or its nearest folder if it is not there yet: looking makes no folder."""
    folder, title = root / office.output, _("โฟลเดอร์เก็บเอกสาร")
    present = next(place for place in (folder, *folder.parents) if place.is_dir())
    try:
        check_writable(present)
    except MemogenError as error:
        return _broken("output", title, error)
    return Check(name="output", title=title, status=Status.OK, detail=office.output, needed=True)


def _emblem(root: Path, office: Office) -> Check:
    title = _("ตราครุฑ")
    if isinstance(office.emblem, bool):
        detail = _("จากแม่แบบ") if office.emblem else _("ไม่พิมพ์ (ใช้กระดาษที่มีตราแล้ว)")
        return Check(name="emblem", title=title, status=Status.OK, detail=detail)
    here = (root / office.emblem).is_file()
    return Check(
        name="emblem",
        title=title,
        status=Status.OK if here else Status.MISSING,
        detail=office.emblem,
        fix="" if here else _("วางไฟล์ภาพตราไว้ที่นั่น หรือแก้ emblem ใน {file}").format(file=settings.FILE),
        needed=True,
    )


def _register(workspace: Workspace, clock: Callable[[], datetime] | None) -> Check:
    """Opened for a moment; looking makes no register. `make` works without one."""
    title, file = _("ทะเบียนหนังสือ"), workspace.register_file
    if clock is None or (file is not None and not file.exists()):
        detail = _("ยังไม่มี จะสร้างให้เองเมื่อออกเลขหรือจองเลขแรก")
        return Check(name="register", title=title, status=Status.INFO, detail=detail)
    try:
        with workspace.register(clock=clock, create=False) as register:
            count = register.anchor().count
    except MemogenError as error:
        return _broken("register", title, error, needed=False)
    place = file.name if file else _("เซิร์ฟเวอร์ PostgreSQL")
    detail = _("{place} {count} เหตุการณ์").format(place=place, count=count)
    return Check(name="register", title=title, status=Status.OK, detail=detail)


# --- the machine ----------------------------------------------------------------------------------


def _font(cache: Path, windows: bool) -> Check:
    from memogen.layout import prepare

    title = _("แบบอักษร TH SarabunPSK")
    fix = _("ติดตั้งแบบอักษร TH SarabunPSK (ดับเบิลคลิกไฟล์ .ttf แล้วกด Install)")
    try:
        fonts = prepare(cache)
    except (HelperMissing, OSError):
        return Check(
            name="font",
            title=title,
            status=Status.MISSING,
            detail=_("ไม่มี เอกสาร Word ทำได้ แต่ PDF ทำไม่ได้"),
            fix=fix if windows else "sudo apt install fonts-tlwg-laksaman-ttf",
        )
    if fonts.real:
        return Check(name="font", title=title, status=Status.OK)
    return Check(
        name="font",
        title=title,
        status=Status.WARNING,
        detail=_("ไม่มี ใช้แบบอักษรที่กว้างเท่ากันแทนเมื่อทำ PDF"),
        fix=fix if windows else _("คัดลอกไฟล์ .ttf ของ TH SarabunPSK ไปไว้ที่ ~/.local/share/fonts"),
    )


def _libreoffice(windows: bool) -> Check:
    from memogen.layout import find_office, office_version

    title = _("LibreOffice (ใช้เมื่อทำ PDF)")
    version = office_version() if find_office() else None
    if version:
        return Check(name="libreoffice", title=title, status=Status.OK, detail=version)
    return Check(
        name="libreoffice",
        title=title,
        status=Status.WARNING,
        detail=_("ไม่พบ เอกสาร Word ทำได้ แต่ --pdf ใช้ไม่ได้"),
        fix="winget install TheDocumentFoundation.LibreOffice"
        if windows
        else "sudo apt install --no-install-recommends libreoffice-writer-nogui",
    )


def _console(encoding: str, windows: bool) -> Check:
    title = _("จอแสดงผล")
    if _knows_thai(encoding):
        return Check(name="console", title=title, status=Status.OK, detail=encoding)
    return Check(
        name="console",
        title=title,
        status=Status.WARNING,
        detail=_("{encoding} แสดงภาษาไทยไม่ได้").format(encoding=encoding),
        fix="chcp 65001" if windows else "export LANG=C.UTF-8",
    )


def _knows_thai(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name in _THAI_ENCODINGS
    except LookupError:
        return False


def _broken(name: str, title: str, error: MemogenError, *, needed: bool = True) -> Check:
    """The first finding says what to do; the others are told by the command that needs the thing."""
    first, more = error.findings[0], len(error.findings) - 1
    detail = f"{first.where} {first.message}".strip()
    if more:
        detail += " " + _("และอีก {more} แห่ง").format(more=more)
    return Check(name=name, title=title, status=Status.MISSING, detail=detail, fix=first.hint, needed=needed)
