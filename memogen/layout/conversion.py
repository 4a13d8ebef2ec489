"""Documents turned into PDFs: many in one call, all of them or none."""

from __future__ import annotations

import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from pathlib import Path

from memogen.errors import InputError, OutputError
from memogen.files import put_all
from memogen.findings import Finding
from memogen.layout.drawing import draw
from memogen.layout.fonts import SYMBOL_FAMILIES, FontSet, prepare
from memogen.layout.identity import moment_of, steadied
from memogen.layout.office import Converter, required_office
from memogen.layout.pages import embedded_fonts
from memogen.layout.printing import print_copy

MOST_AT_ONCE = 100  # one slow call must not eat the time-out of the next hundred


def to_pdf(documents: Sequence[Path], out_dir: Path, *, cache: Path, timeout_s: float = 120) -> list[Path]:
    """Convert DOCX files to PDF and return `out_dir`/<name>.pdf of each, in the same order.

    LibreOffice works on print copies under plain names in a temporary folder, so any file name will do.
    `timeout_s` counts for each call of at most a hundred documents; a call is tried twice. The PDFs are put
    in place only when all are made and drawn in the right font; the same document gives the same bytes.

    Raises HelperMissing (LibreOffice or the font), InputError (a document cannot be read), OutputError (it
    cannot be converted, two would get one name, or the place cannot be written).
    """
    office, fonts = required_office(), prepare(cache)
    targets = _targets(documents, out_dir)
    with tempfile.TemporaryDirectory(prefix="memogen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        names = _copy_in(documents, folder)
        converter = Converter(office=office, folder=folder, fonts=fonts.config, timeout_s=timeout_s)
        document_of = dict(zip(names, documents, strict=True))
        for start in range(0, len(names), MOST_AT_ONCE):
            failed = draw(converter, names[start : start + MOST_AT_ONCE])
            _stop_on_failed([document_of[name] for name in failed])
        made = [(folder / name).with_suffix(".pdf") for name in names]
        _check_fonts(made, documents, fonts)
        put_all(
            (target, steadied(pdf.read_bytes(), moment_of(folder / name)))
            for name, pdf, target in zip(names, made, targets, strict=True)
        )
    return targets


def _targets(documents: Sequence[Path], out_dir: Path) -> list[Path]:
    targets = [out_dir / f"{document.stem}.pdf" for document in documents]
    seen: dict[str, Path] = {}
    doubles = []
    for document, target in zip(documents, targets, strict=True):
        if target.name.casefold() in seen:
            doubles.append(_double(document, target))
        seen[target.name.casefold()] = document
    if doubles:
        raise OutputError(*doubles)
    return targets


def _double(document: Path, target: Path) -> Finding:
    return Finding(
        code="Y03",
        file=str(document),
        message=_("จะได้ไฟล์ PDF ชื่อ “{name}” ซ้ำกับเอกสารอื่นในชุดเดียวกัน").format(name=target.name),
        hint=_("เปลี่ยนชื่อเอกสาร หรือแปลงทีละโฟลเดอร์"),
    )


def _copy_in(documents: Sequence[Path], folder: Path) -> list[str]:
    """Write the print copies as 0001.docx, 0002.docx, …; all unreadable documents are named at once."""
    names, broken = [], []
    for number, document in enumerate(documents, 1):
        names.append(f"{number:04}.docx")
        try:
            (folder / names[-1]).write_bytes(print_copy(document.read_bytes()))
        except (OSError, zipfile.BadZipFile) as error:
            broken.append(_unreadable(document, str(error)))
    if broken:
        raise InputError(*broken)
    return names


def _unreadable(document: Path, reason: str) -> Finding:
    return Finding(
        code="Y04",
        file=str(document),
        message=_("อ่านไฟล์นี้เป็นเอกสาร Word (.docx) ไม่ได้ ({reason})").format(reason=reason),
        hint=_("เปิดไฟล์ใน Word แล้วบันทึกใหม่เป็นชนิด .docx"),
    )


def _stop_on_failed(documents: Sequence[Path]) -> None:
    if documents:
        raise OutputError(*(_not_converted(document) for document in documents))


def _not_converted(document: Path) -> Finding:
    return Finding(
        code="Y05",
        file=str(document),
        message=_("LibreOffice แปลงเอกสารนี้เป็น PDF ไม่สำเร็จ หรือใช้เวลานานเกินกำหนด"),
        hint=_("เปิดเอกสารใน Word ดูว่าไม่เสียหาย แล้วสั่งใหม่อีกครั้ง"),
    )


def _check_fonts(made: Sequence[Path], documents: Sequence[Path], fonts: FontSet) -> None:
    """Refuse pages drawn with another font: Debian's stand-in comes out 1.5 times too big, silently."""
    wrong = [
        _wrong_font(document, strangers)
        for pdf, document in zip(made, documents, strict=True)
        if (strangers := list(_strangers(embedded_fonts(pdf), fonts.family)))
    ]
    if wrong:
        raise OutputError(*wrong)


def _strangers(embedded: dict[str, bool], family: str) -> Iterator[str]:
    """The fonts of a PDF that are not of the family; where fonts are not ours to choose, if it has none."""
    ours, symbols = family.replace(" ", ""), [name.replace(" ", "") for name in SYMBOL_FAMILIES]
    if sys.platform in ("win32", "darwin") and any(_family(name) == ours for name in embedded):
        return  # no fontconfig there: other fonts are those that the document itself names
    for name, carried in embedded.items():
        if not carried or _family(name) not in (ours, *symbols):
            yield name


def _family(name: str) -> str:
    return name.partition("-")[0]


def _wrong_font(document: Path, strangers: Sequence[str]) -> Finding:
    return Finding(
        code="Y07",
        file=str(document),
        text=", ".join(strangers),
        message=_("LibreOffice วาดเอกสารนี้ด้วยแบบอักษรอื่น ({fonts}) ขนาดตัวอักษรและการขึ้นบรรทัดจะผิด").format(
            fonts=", ".join(strangers)
        ),
        hint=_("ติดตั้งแบบอักษร TH SarabunPSK แล้วสั่งใหม่อีกครั้ง"),
    )
