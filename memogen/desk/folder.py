"""An office's folder: its settings, templates, letters and data, its register, and where documents go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from gettext import gettext as _
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self

from memogen import letters, settings
from memogen.compose import kinds_of
from memogen.desk import drafts, photos
from memogen.desk.drafts import Draft
from memogen.desk.kinds import asked_kind
from memogen.errors import InputError, MemogenError, RegisterRefusal
from memogen.findings import Finding
from memogen.model import Kind, Memo, Office
from memogen.opc import Written

if TYPE_CHECKING:
    from memogen.register import Register
    from memogen.render.memo import MemoRenderer
    from memogen.render.photo import Picture

TEMPLATES = "templates"
BANGKOK = timezone(timedelta(hours=7))
_SERVER = re.compile(r"postgres(?:ql)?(?:\+\w+)?://")
PAPERS = "เอกสารประกอบ"
"""The folder beside the letters of a batch with its lists and labels, which are no letters."""
PACKS, COPIES = "ชุดส่ง", "สำเนาคู่ฉบับ"
"""The folders beside letters with what recipients are sent, and with file copies: the same letters again."""
NO_LETTERS = {PAPERS, PACKS, COPIES}
REGISTER, MIRROR = "register.db", "register.mirror.jsonl"


@dataclass(frozen=True)
class Folder:
    """A folder with `memogen.toml`, its templates, letters and data (contract section 2).

    `address` is where the register is, when it is not where the settings say; `actor` is whose name the
    register's trail shall carry.
    """

    root: Path
    office: Office = field(repr=False)
    address: str = field(default="", repr=False)
    actor: str = "memogen"

    @classmethod
    def at(cls, path: Path | str, *, address: str = "", actor: str = "memogen") -> Self:
        """The workspace in `path`; InputError when there is none or its settings are wrong."""
        root = Path(path)
        file = root / settings.FILE
        if not file.is_file():
            raise InputError(
                Finding(
                    code="W06",
                    file=str(file),
                    message=_("โฟลเดอร์นี้ยังไม่ใช่ที่ทำงานของ memogen (ไม่มี {file})").format(file=settings.FILE),
                    hint=_("สร้างด้วย memogen init หรือบอกโฟลเดอร์ด้วย --workspace"),
                )
            )
        return cls(root, settings.read_office(file), address, actor)

    # --- letters ----------------------------------------------------------------------------------

    def output(self, out: Path | None) -> Path:
        """Where documents go: the folder asked for, else the office's own."""
        return out or self.root / self.office.output

    def compose_all(
        self,
        letter_files: Sequence[Path],
        *,
        on: date | None,
        recipient: str | None,
        kind: str | None = None,
        every_kind: bool = False,
    ) -> tuple[Draft, ...]:
        """Every letter composed, each once; InputError with every fault of every letter.

        One for several kinds is composed as `kind`, else as each of them with `every_kind`, else as one.
        """
        composed: list[Draft] = []
        findings: list[Finding] = []
        for path in dict.fromkeys(path.resolve() for path in letter_files):
            try:
                letter = letters.read_letter(path, file=self.shown(path))
                asked = asked_kind(letter, kind)
            except MemogenError as error:
                findings += error.findings
                continue
            for one in kinds_of(letter)[0] if every_kind and not asked else [asked]:
                try:
                    composed.append(drafts.drafted(self, letter, on=on, recipient=recipient, kind=one))
                except MemogenError as error:
                    findings += error.findings
        if findings:
            raise InputError(*dict.fromkeys(findings))
        return tuple(composed)

    def inside(self, name: str) -> Path | None:
        """A file of the workspace by the name a letter gives; letters may read no other file."""
        path = (self.root / name).resolve()
        return path if path.is_relative_to(self.root.resolve()) else None

    # --- the register -----------------------------------------------------------------------------

    def register(self, *, clock: Callable[[], datetime], create: bool = True) -> Register:
        """The office's register, opened; RegisterRefusal when it cannot be."""
        from memogen.register import Register

        self._refuse_unknown_engine()
        return Register.open(
            self.register_address,
            clock=clock,
            actor=self.actor,
            mirror=None if self.register_file else self.root / MIRROR,
            create=create,
        )

    def _refuse_unknown_engine(self) -> None:
        if self.register_file is None and not _SERVER.match(self._address):
            raise RegisterRefusal(
                Finding(
                    code="R99",
                    text=self._address.partition("://")[0],
                    message=_("ไม่รู้จักที่อยู่ของทะเบียน ใช้ได้เฉพาะไฟล์และเซิร์ฟเวอร์ PostgreSQL"),
                    hint=_("แก้ address ใน memogen.toml หรือ MEMOGEN_REGISTER เป็นชื่อไฟล์ หรือ postgresql://…"),
                )
            )

    @contextmanager
    def register_to_read(self, *, clock: Callable[[], datetime]) -> Iterator[Register]:
        """The register as it is; an office that has none yet gets an empty one that is thrown away."""
        if self.register_file is None or self.register_file.exists():
            with self.register(clock=clock) as register:
                yield register
            return
        from memogen.register import Register

        with (
            TemporaryDirectory(ignore_cleanup_errors=True) as folder,
            Register.open(str(Path(folder, REGISTER)), clock=clock, actor=self.actor) as register,
        ):
            yield register

    @property
    def register_address(self) -> str:
        """Where the register is; a file's place counts from the workspace."""
        return str(self.register_file or self._address)

    @property
    def register_file(self) -> Path | None:
        """The register's file; None when a server keeps it."""
        place = self._address.removeprefix("sqlite:///")
        return None if "://" in place else self.root / place

    @property
    def _address(self) -> str:
        return self.address or self.office.register_address or REGISTER

    # --- documents --------------------------------------------------------------------------------

    def written(self, memo: Memo, custom: tuple[tuple[str, str], ...] = ()) -> Written:
        """A letter in the template of its kind, its DOCX in two; `custom` are properties that it keeps."""
        if memo.kind not in self._renderers:
            self._renderers[memo.kind] = self._renderer(memo.kind)
        return self._renderers[memo.kind].written(memo, custom, photo=self.picture_of(memo))

    def picture_of(self, memo: Memo) -> Picture | None:
        """The photograph that a certificate names; InputError where it cannot be had."""
        if memo.photo is None:
            return None
        return photos.picture_of(memo.photo, self.inside(memo.photo.source.replace("\\", "/")))

    @cached_property
    def _renderers(self) -> dict[Kind, MemoRenderer]:
        """Those made so far."""
        return {}

    def _renderer(self, kind: Kind) -> MemoRenderer:
        from memogen.render.memo import MemoRenderer

        return MemoRenderer(
            self.template if kind is Kind.MEMO else self.template_of(kind),
            emblem=self.office.emblem is not False,
            creator=self.office.unit or self.office.name,
        )

    @cached_property
    def template(self) -> Any:
        """The memo's template, whose looks the papers beside letters have too."""
        return self.template_of(Kind.MEMO)

    def template_of(self, kind: Kind) -> Any:
        """The office's template of a kind, checked, with its emblem and lines as the settings want them."""
        from memogen.render import read_template, with_emblem, without_dots
        from memogen.render.memo import check_template

        path = self.template_path(kind)
        if not path.is_file():
            raise InputError(_no_template(kind, self.shown(path)))
        template = read_template(path, name=self.shown(path))
        faults = check_template(template)
        if faults:
            raise InputError(*faults)
        if isinstance(self.office.emblem, str):
            template = with_emblem(template, self._emblem(self.office.emblem))
        return without_dots(template) if kind is Kind.MEMO and not self.office.dotted_lines else template

    def template_path(self, kind: Kind) -> Path:
        """The Word template of a kind."""
        return self.root / TEMPLATES / f"{kind}.docx"

    def _emblem(self, name: str) -> bytes:
        path = self.inside(name)
        if path is None or not path.is_file():
            raise InputError(
                Finding(
                    code="W07",
                    file=self.office.file,
                    text=name,
                    message=_("ไม่พบไฟล์ตรา “{name}” ในโฟลเดอร์ที่ทำงาน").format(name=name),
                    hint=_("วางไฟล์ PNG ไว้ในโฟลเดอร์ แล้วแก้ emblem ใน {file}").format(file=self.office.file),
                )
            )
        return path.read_bytes()

    def documents(self) -> Iterator[Path]:
        """Every letter in the output folder and below, without what Word lays beside an open one."""
        output = self.output(None)
        for path in sorted(output.rglob("*.docx")):
            folders = path.relative_to(output).parts[:-1]
            is_letter = not path.name.startswith(("~$", ".")) and NO_LETTERS.isdisjoint(folders)
            if is_letter and path.is_file():
                yield path

    def shown(self, path: Path) -> str:
        """How messages name a file: from the workspace when it is inside, else as given."""
        resolved, root = path.resolve(), self.root.resolve()
        return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else str(path)


def _no_template(kind: Kind, file: str) -> Finding:
    return Finding(
        code="M15",
        file=file,
        text=kind,
        message=_("ที่ทำงานนี้ยังไม่มีแม่แบบของ{kind}").format(kind=kind),
        hint=_("คัดลอก templates จากที่ทำงานซึ่งสร้างใหม่ด้วย memogen init"),
    )
