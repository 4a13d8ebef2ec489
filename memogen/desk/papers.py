"""What goes with a batch: PDFs, print files, lists, labels, a view of the differences, and the manifest.

The letters stand by now: a paper that cannot be made is told, and the others are made. Codes: N28 a copy
that is not in the print file · N29 so many copies that their papers are made only when asked for.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from gettext import gettext as _
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from memogen import thai
from memogen.desk.batches import Batch, Item, Numbering, Outcome
from memogen.desk.comparing import Differences
from memogen.desk.enclosing import Enclosed
from memogen.desk.extras import Beside, Extras, Ready, make_beside
from memogen.desk.folder import PAPERS, Folder
from memogen.desk.making import to_pdf
from memogen.desk.manifest import Manifest
from memogen.desk.packing import Form
from memogen.errors import MemogenError
from memogen.files import put
from memogen.findings import Finding, Severity
from memogen.model import Memo

T = TypeVar("T")

A_VOLUME = 200
"""Copies in one print file or acknowledgement sheet; Word becomes slow with more."""
MOST_UNASKED = 500
"""Copies whose papers are made without being asked for."""


def accompanied(
    home: Folder,
    batch: Batch,
    manifest: Manifest,
    sample: Memo,
    *,
    pdf: bool,
    wanted: bool | None,
    extras: Extras,
    enclosed: Mapping[str, Sequence[Enclosed]],
    cache: Path | None,
) -> Batch:
    """The batch with all that goes with it, the manifest last; `sample` is one of its letters.

    `wanted` asks for the papers or does without; None leaves it to the number of copies. `enclosed` are the
    files that go along with each recipient's copy, where `extras` ask for them.
    """
    desk = _Papers(home, batch, sample, enclosed, cache)
    count = batch.documents
    if pdf and count:
        desk.make_pdfs(extras)
    if extras.pack and count:
        desk.make_packs(extras.pack)
    if count and (wanted or (wanted is None and count <= MOST_UNASKED)):
        desk.make_print_files()
        with desk.told():
            desk.make_lists()
    elif count and wanted is None:
        desk.findings.append(_unasked(count))
    return desk.listed(manifest)


class _Papers:
    """Makes the papers of one batch; what cannot be made is told in `findings`."""

    def __init__(
        self,
        home: Folder,
        batch: Batch,
        sample: Memo,
        enclosed: Mapping[str, Sequence[Enclosed]],
        cache: Path | None,
    ) -> None:
        self._home = home
        self._enclosed = enclosed
        self._cache = cache
        self._batch = batch
        self._sample = sample
        self._folder = batch.folder / PAPERS
        self._agency = home.office.unit or home.office.name
        self._made: list[Path] = []
        self.findings: list[Finding] = []

    def make_pdfs(self, extras: Extras) -> None:
        """A PDF of each copy beside it, with its annexes on wish, and all in one in the order of delivery."""
        from memogen.layout import joined, page_count

        there = {item.file: item.file.with_suffix(".pdf") for item in self._batch.items if item.is_there}
        made = {item.file for item in self._batch.items if item.outcome is Outcome.MADE}
        with self.told():
            # A PDF does not tell whether a run that was stopped had appended its annexes by then.
            is_old = {file for file, pdf in there.items() if pdf.is_file() and not extras.append}
            wanting = [file for file in there if file in made or file not in is_old]
            to_pdf(wanting, self._batch.folder, self._cache)
            if extras.append:
                self._beside(Extras(append=True), {file: there[file] for file in wanting})
            items = tuple(replace(item, pdf=there.get(item.file)) for item in self._batch.items)
            pages = {item.recipient.name: page_count(item.pdf) for item in items if item.pdf}
            differences = self._batch.differences.with_pages(pages)
            self._batch = replace(self._batch, items=items, differences=differences)
            self._put("พิมพ์รวม.pdf", lambda: joined([*there.values()]))

    def make_packs(self, form: Form) -> None:
        """A pack for each recipient; a copy that was edited since is told already, and is not packed."""
        items = {item.file: item for item in self._batch.items if item.is_there}
        right = {file: item.pdf for file, item in items.items() if _digest(file) == item.sha256}
        packs = {file: one.pack for file, one in self._beside(Extras(pack=form), right).items()}
        packed = (replace(item, pack=packs.get(item.file)) for item in self._batch.items)
        self._batch = replace(self._batch, items=tuple(packed))

    def _beside(self, extras: Extras, files: Mapping[Path, Path | None]) -> dict[Path, Beside]:
        """What is made beside copies and their PDFs, by copy."""
        whose = {item.file: item.recipient.name for item in self._batch.items}
        letters = [
            Ready(document=file, pdf=pdf, enclosed=self._enclosed.get(whose[file], ()))
            for file, pdf in files.items()
        ]
        is_issued = self._batch.numbering is not Numbering.NONE
        made = make_beside(extras, letters, self._batch.folder, self._cache, is_issued=is_issued)
        self.findings += dict.fromkeys(finding for one in made for finding in one.findings)
        return dict(zip(files, made, strict=True))

    def make_print_files(self) -> None:
        """All copies as one DOCX in the order of delivery, of each kind; several when they are many."""
        there: dict[str, list[Item]] = {}
        for item in self._batch.items:
            if item.is_there:
                kind = self._batch.kinds.get(item.recipient.name)
                there.setdefault(f" {kind}" if kind else "", []).append(item)
        for name, items in there.items():
            for span, volume in _volumes(items):
                self._put(f"พิมพ์รวม{name}{span}.docx", partial(self._printed, volume))

    def make_lists(self) -> None:
        """The distribution list, the acknowledgement sheet, the labels, and the differences."""
        from memogen.render.labels import labels
        from memogen.render.lists import acknowledgement_sheet, distribution_list

        office, template, copies = self._home.office, self._home.template, self._batch.copies
        subject, dated = self._sample.subject, copies[0].dated if copies else None
        letter: dict[str, Any] = {
            "agency": self._agency,
            "subject": subject,
            "number": self._batch.number or "",
            "dated": dated,
            "template": template,
        }
        self._put("รายชื่อแนบท้าย.docx", lambda: distribution_list(copies, **letter))
        for span, volume in _volumes(copies):
            self._put(
                f"แบบตอบรับ{span}.docx",
                partial(acknowledgement_sheet, volume, email=office.email, **letter),
            )
        self._put("ป้ายจ่าหน้า.docx", lambda: labels(copies, sender=self._agency, template=template))
        self._put("เทียบความต่าง.xlsx", lambda: _as_xlsx(self._batch.differences, subject, dated))

    def _printed(self, items: Sequence[Item]) -> bytes | None:
        from memogen.render import Properties
        from memogen.render.printing import print_file

        documents = self._unchanged(items)
        first = next(documents, None)
        if first is None:
            return None
        volume = io.BytesIO()
        properties = Properties(title=self._sample.subject, creator=self._agency, modified=items[0].dated)
        print_file(chain([first], documents), volume, properties=properties)
        return volume.getvalue()

    def listed(self, manifest: Manifest) -> Batch:
        """The batch with its papers, its manifest written."""
        batch = replace(
            self._batch, papers=tuple(self._made), findings=(*self._batch.findings, *self.findings)
        )
        with self.told():
            return replace(batch, manifest=manifest.write(batch))
        return replace(batch, findings=(*self._batch.findings, *self.findings))

    def _put(self, name: str, content: Callable[[], bytes | None]) -> None:
        with self.told():
            path, paper = self._folder / name, content()
            if paper is not None:
                put(path, paper)
                self._made.append(path)

    @contextmanager
    def told(self) -> Iterator[None]:
        """What fails meanwhile is told."""
        try:
            yield
        except MemogenError as error:
            self.findings += error.findings

    def _unchanged(self, items: Sequence[Item]) -> Iterator[bytes]:
        """The documents as they were made; one that was edited since is told and left out."""
        for item in items:
            content = item.file.read_bytes()
            if hashlib.sha256(content).hexdigest() == item.sha256:
                yield content
            else:
                self.findings.append(_left_out(item))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _volumes(copies: Sequence[T]) -> Iterator[tuple[str, Sequence[T]]]:
    """The copies in volumes, each with its span as ` ๑-๒๐๐`; one volume needs none."""
    for start in range(0, len(copies), A_VOLUME):
        volume = copies[start : start + A_VOLUME]
        span = f" {start + 1}-{start + len(volume)}" if len(copies) > A_VOLUME else ""
        yield thai.to_thai_digits(span), volume


def _as_xlsx(differences: Differences, subject: str, dated: date | None) -> bytes:
    """The parts that differ, a row for each copy, for Excel."""
    from memogen.sheets.writing import Heading, Line, Sheet, write_sheets

    head = [
        Heading("ลำดับ", 7, is_centred=True),
        Heading("หน่วยงาน", 40),
        Heading("จำนวนอักษร", 11, is_centred=True),
        Heading("จำนวนหน้า", 11, is_centred=True),
        *(Heading(part, 50) for part in differences.parts),
    ]
    lines = [
        Line(
            (
                thai.to_thai_digits(str(order)),
                copy.recipient.name,
                thai.to_thai_digits(str(copy.size)),
                thai.to_thai_digits(str(copy.pages)) if copy.pages else "",
                *(text or "(ว่าง)" for text in copy.texts),
            )
        )
        for order, copy in enumerate(differences.copies, start=1)
    ]
    titles = ("ส่วนที่ต่างกันในแต่ละฉบับ", subject)
    created = datetime.combine(dated or date(1980, 1, 1), time())
    sheet = Sheet(name="เทียบความต่าง", titles=titles, headings=head, lines=lines)
    return write_sheets([sheet], title=titles[0], created=created)


def _left_out(item: Item) -> Finding:
    return Finding(
        code="N28",
        severity=Severity.WARNING,
        file=str(item.file),
        message=_("ฉบับของ {name} ถูกแก้ไขหลังทำ จึงไม่อยู่ในไฟล์พิมพ์รวม").format(name=item.recipient.name),
        hint=_("พิมพ์ฉบับนี้จากไฟล์ของตนเอง"),
    )


def _unasked(count: int) -> Finding:
    return Finding(
        code="N29",
        severity=Severity.INFO,
        message=_("มี {count} ฉบับ จึงยังไม่ได้ทำไฟล์พิมพ์รวม รายชื่อแนบท้าย แบบตอบรับ และป้ายจ่าหน้า").format(count=count),
        hint=_("ถ้าต้องการ สั่งเดิมพร้อม --resume --papers"),
    )
