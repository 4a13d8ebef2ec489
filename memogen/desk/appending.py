"""Annexes: the enclosures of a letter appended to its PDF, in the order of the letter.

Codes: Y15 an enclosure of a kind that cannot be appended · Y16 a Word file that would act when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path
from tempfile import TemporaryDirectory

from memogen import opc
from memogen.desk.enclosing import Enclosed
from memogen.desk.making import to_pdf
from memogen.errors import InputError
from memogen.files import put
from memogen.findings import Finding, Severity


@dataclass(frozen=True, kw_only=True)
class Appender:
    """Appends enclosures to PDFs; a Word file that goes along with many letters is printed once."""

    folder: Path
    cache: Path
    _printed: dict[Path, Path] = field(default_factory=dict)

    def check(self, enclosed: Sequence[Enclosed]) -> None:
        """Raises InputError with every enclosure that is locked, damaged or dangerous, before any number."""
        findings: list[Finding] = []
        for path in dict.fromkeys(one.path for one in enclosed):
            try:
                self._as_pdf(path)
            except InputError as error:
                findings += error.findings
        if findings:
            raise InputError(*findings)

    def append(self, pdf: Path, enclosed: Sequence[Enclosed]) -> list[Finding]:
        """The PDF with the enclosures after it, and what there is to tell of those that are not."""
        from memogen.layout import joined

        annexes = {one: self._as_pdf(one.path) for one in enclosed}
        ready = [annex for annex in annexes.values() if annex]
        if ready:
            put(pdf, joined([pdf, *ready]))
        return [_left_out(one) for one, annex in annexes.items() if annex is None]

    def _as_pdf(self, path: Path) -> Path | None:
        """An enclosure as PDF; None for a kind that is none and cannot be printed here."""
        from memogen.layout import page_count

        suffix = path.suffix.lower()
        if suffix == ".pdf":
            page_count(path)
            return path
        if suffix != ".docx":
            return None
        if path not in self._printed:
            if opc.active_content(opc.read_package(path.read_bytes(), file=str(path)), file=str(path)):
                raise InputError(_active(path))
            place = self.folder / str(len(self._printed))
            (self._printed[path],) = to_pdf([path], place, self.cache)
        return self._printed[path]


@contextmanager
def appending(cache: Path) -> Iterator[Appender]:
    """`with appending(cache) as appender`: what is printed meanwhile is thrown away; fonts are in `cache`."""
    with TemporaryDirectory(prefix="memogen-", ignore_cleanup_errors=True) as name:
        yield Appender(folder=Path(name), cache=cache)


def _left_out(enclosed: Enclosed) -> Finding:
    return Finding(
        code="Y15",
        severity=Severity.WARNING,
        file=str(enclosed.path),
        message=_("ต่อท้าย PDF ได้เฉพาะไฟล์ .pdf และ .docx “{name}” จึงไม่อยู่ใน PDF").format(
            name=enclosed.path.name
        ),
        hint=_("บันทึกไฟล์นี้เป็น PDF แล้วแนบแทน"),
    )


def _active(path: Path) -> Finding:
    return Finding(
        code="Y16",
        file=str(path),
        message=_("“{name}” มีมาโคร ลิงก์ หรือวัตถุที่ทำงานเองเมื่อเปิด จึงไม่แปลงเป็น PDF ให้").format(name=path.name),
        hint=_("ดูรายละเอียดด้วย memogen check หรือเปิดเองแล้วบันทึกเป็น PDF มาแนบแทน"),
    )
