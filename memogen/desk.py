"""The desk, where everything meets: what the commands do, as calls with frozen values."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from gettext import gettext as _
from pathlib import Path
from typing import Any

from memogen import letters, settings
from memogen.compose import RECIPIENT, compose, data_sources, names_recipient
from memogen.errors import InputError, MemogenError
from memogen.files import check_writable, legal_name, put, put_all
from memogen.findings import Finding, Severity, nearest
from memogen.model import Kind, Letter, Memo, Office, Plain

TEMPLATES = "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One letter made: its files, what was found in it, and no number, for `make` spends none."""

    letter: str
    series: str
    circular: bool
    date: date | None
    files: tuple[Path, ...] = ()
    sha256: str | None = None
    findings: tuple[Finding, ...] = ()
    recipient: str | None = None


@dataclass(frozen=True)
class Workspace:
    """A folder with `memogen.toml`, its templates, letters and data (contract section 2)."""

    root: Path
    office: Office = field(repr=False)

    @classmethod
    def at(cls, path: Path | str) -> Workspace:
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
        return cls(root, settings.read_office(file))

    # --- letters ----------------------------------------------------------------------------------

    def make(
        self,
        letter_files: Sequence[Path],
        *,
        on: date | None = None,
        out: Path | None = None,
        pdf: bool = False,
        recipient: str | None = None,
        cache: Path | None = None,
    ) -> tuple[Made, ...]:
        """DOCX ready to sign for each letter, all of them or none; no number is spent.

        `on` is printed in place of the letters' own dates, `out` replaces the office's output folder,
        `recipient` names the unit that a letter about หน่วยงาน is made for (else the first one).
        `cache` is where PDF fonts are kept. Raises InputError, OutputError or HelperMissing.
        """
        folder = out or self.root / self.office.output
        drafts: list[_Draft] = []
        findings: list[Finding] = []
        for path in letter_files:
            try:
                drafts.append(self._draft(path, on=on, recipient=recipient))
            except MemogenError as error:
                findings += error.findings
        if findings:
            raise InputError(*findings)
        check_writable(folder)
        documents = [(folder / draft.file_name, self._render(draft.memo)) for draft in drafts]
        for path, _content in documents:
            _keep_edited(path)
        put_all(documents)
        pdfs = _to_pdf([path for path, _content in documents], folder, cache) if pdf else []
        return tuple(
            draft.made(path, content, pdfs[n : n + 1])
            for n, (draft, (path, content)) in enumerate(zip(drafts, documents, strict=True))
        )

    def _draft(self, path: Path, *, on: date | None, recipient: str | None) -> _Draft:
        letter = letters.read_letter(path, file=self.shown(path))
        unit, notes = self._unit(letter, recipient)
        data, faults = self._data(letter)
        memo = compose(letter, self.office, data=data, recipient=unit, on=on, known=faults)
        return _Draft(letter, replace(memo, findings=(*memo.findings, *notes)), unit)

    def _data(self, letter: Letter) -> tuple[dict[str, Any], list[Finding]]:
        """The rows that the letter's ข้อมูล headers name, as dicts of plain values by column."""
        sources, faults = data_sources(letter)
        data: dict[str, Any] = {}
        for header, name, book, sheet in sources:
            from memogen.sheets import read_table  # only letters with data pay for it

            path = self._inside(book)
            if path is None:
                faults.append(_outside(letter, header.line, book))
                continue
            try:
                data[name] = read_table(path, sheet, file=book).records()
            except MemogenError as error:
                faults += [_at_its_header(letter, header.line, finding) for finding in error.findings]
        return data, faults

    def _inside(self, name: str) -> Path | None:
        """A file of the workspace by the name a letter gives; letters may read no other file."""
        path = (self.root / name).resolve()
        return path if path.is_relative_to(self.root.resolve()) else None

    def _unit(self, letter: Letter, name: str | None) -> tuple[Mapping[str, Plain] | None, list[Finding]]:
        """The recipient of a letter that speaks of one: the unit asked for, else the first as a sample."""
        if not names_recipient(letter):
            return None, []
        units = self.office.units
        if not units:
            raise InputError(_no_units(letter, self.office))
        if name is None:
            return units[0], [_sample(letter, units[0])]
        for unit in units:
            if name in (unit["ชื่อ"], unit.get("ย่อ")):
                return unit, []
        raise InputError(_unknown_unit(letter, name, [str(unit["ชื่อ"]) for unit in units]))

    # --- documents --------------------------------------------------------------------------------

    def _render(self, memo: Memo) -> bytes:
        from memogen.render.memo import render_memo

        return render_memo(
            memo,
            self._template,
            emblem=self.office.emblem is not False,
            creator=self.office.unit or self.office.name,
        )

    @cached_property
    def _template(self) -> Any:
        from memogen.render import read_template, with_emblem, without_dots
        from memogen.render.memo import check_template

        path = self.template_path(Kind.MEMO)
        template = read_template(path, name=self.shown(path))
        faults = check_template(template)
        if faults:
            raise InputError(*faults)
        if isinstance(self.office.emblem, str):
            template = with_emblem(template, self._emblem(self.office.emblem))
        return template if self.office.dotted_lines else without_dots(template)

    def template_path(self, kind: Kind) -> Path:
        """The Word template of a kind."""
        return self.root / TEMPLATES / f"{kind}.docx"

    def _emblem(self, name: str) -> bytes:
        path = self._inside(name)
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

    def shown(self, path: Path) -> str:
        """How messages name a file: from the workspace when it is inside, else as given."""
        resolved, root = path.resolve(), self.root.resolve()
        return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else str(path)


@dataclass(frozen=True)
class _Draft:
    """A letter composed and not yet rendered."""

    letter: Letter
    memo: Memo
    unit: Mapping[str, Plain] | None

    @property
    def file_name(self) -> str:
        """The letter's own name, with the unit's when it is made for one."""
        name = self.letter.stem
        return legal_name(f"{name} {self.unit['ชื่อ']}" if self.unit else name, suffix=".docx")

    def made(self, path: Path, content: bytes, pdfs: Sequence[Path]) -> Made:
        return Made(
            letter=self.letter.file,
            series=self.memo.series,
            circular=self.memo.circular,
            date=self.memo.dated,
            files=(path, *pdfs),
            sha256=hashlib.sha256(content).hexdigest(),
            findings=self.memo.findings,
            recipient=str(self.unit["ชื่อ"]) if self.unit else None,
        )


def _keep_edited(path: Path) -> None:
    """Copies a draft that someone has edited in Word aside, so that making it again loses no work."""
    from memogen.render import made_by_us

    if not path.is_file() or made_by_us(content := path.read_bytes()):
        return
    number = 1
    while (kept := path.with_name(f"{path.stem} (ฉบับที่แก้ไขไว้ {number}){path.suffix}")).exists():
        number += 1
    put(kept, content)


def _to_pdf(documents: Sequence[Path], folder: Path, cache: Path | None) -> list[Path]:
    from memogen.layout import to_pdf

    return to_pdf(documents, folder, cache=cache or folder / ".memogen")


def _at_its_header(letter: Letter, line: int, finding: Finding) -> Finding:
    """No such workbook, no such sheet: the letter is to be mended, not the workbook."""
    return replace(finding, file=letter.file, line=line) if finding.code in ("X01", "X03") else finding


def _outside(letter: Letter, line: int, book: str) -> Finding:
    return Finding(
        code="L13",
        file=letter.file,
        line=line,
        text=book,
        message=_("ไฟล์ข้อมูล “{book}” อยู่นอกโฟลเดอร์ที่ทำงาน").format(book=book),
        hint=_("คัดลอกสมุดงานมาไว้ใน fixtures/ แล้วเขียนชื่ออย่าง fixtures/แผน.xlsx"),
    )


def _no_units(letter: Letter, office: Office) -> Finding:
    return Finding(
        code="W08",
        file=office.file,
        message=_("{letter} กล่าวถึง “หน่วยงาน” แต่ยังไม่มีรายชื่อหน่วยงาน").format(letter=letter.file),
        hint=_("เพิ่มรายการ [[units]] ใน {file}").format(file=office.file),
    )


def _unknown_unit(letter: Letter, name: str, known: list[str]) -> Finding:
    guess = nearest(name, known)
    return Finding(
        code="W09",
        file=letter.file,
        text=name,
        message=_("ไม่มีหน่วยงาน “{name}”").format(name=name),
        hint=_("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
        if guess
        else _("ดูรายชื่อในส่วน [[units]] ของ {file}").format(file=settings.FILE),
    )


def _sample(letter: Letter, unit: Mapping[str, Plain]) -> Finding:
    return Finding(
        code="L19",
        severity=Severity.INFO,
        file=letter.file,
        text=RECIPIENT,
        message=_("หนังสือนี้ทำแยกตามหน่วยงาน ฉบับนี้ทำของ {unit}").format(unit=unit["ชื่อ"]),
    )
