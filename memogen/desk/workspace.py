"""The workspace: what the commands do in an office's folder, as calls with frozen values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.desk.folder import Folder
from memogen.findings import Finding

if TYPE_CHECKING:
    from memogen.books import Book, BookKind, Entry
    from memogen.desk.adopting import Adoption
    from memogen.desk.batches import Batch, Progress
    from memogen.desk.drafts import Made
    from memogen.desk.issuing import IssuedLetter
    from memogen.desk.paging import Begins
    from memogen.desk.publishing import Certified, Published
    from memogen.desk.receiving import Arrival


def unheard(done: int, of: int, name: str) -> None:
    """Tells nobody."""


@dataclass(frozen=True)
class Workspace(Folder):
    """An office's folder and all that is done in it; each act loads its own tools when it is called."""

    def make(
        self,
        letter_files: Sequence[Path],
        *,
        on: date | None = None,
        out: Path | None = None,
        pdf: bool = False,
        recipient: str | None = None,
        kind: str | None = None,
        catchwords: bool | None = None,
        cache: Path | None = None,
        pack: str | None = None,
        append: bool = False,
        copy: bool = False,
        begins: Begins | None = None,
    ) -> tuple[Made, ...]:
        """DOCX ready to sign for each letter, all of them or none; no number is spent.

        `on` is printed in place of the letters' own dates, `out` replaces the office's output folder,
        `recipient` names the unit that a letter about หน่วยงาน is made for (else the first one). A letter for
        several kinds is made as each of them, or as `kind`.
        `catchwords` asks for long letters to be divided into pages (None: as the settings say), which takes
        LibreOffice some seconds; `begins` hears before of how many. `cache` is where PDF fonts are kept.
        `pack` (folder or zip) puts each letter with its enclosures into one place for its recipient, `append`
        puts them after it in its PDF, `copy` makes its file copy (สำเนาคู่ฉบับ).
        Raises InputError, OutputError or HelperMissing.
        """
        from memogen.desk.extras import extras_of
        from memogen.desk.making import make

        return make(
            self,
            letter_files,
            on=on,
            out=out,
            pdf=pdf,
            recipient=recipient,
            kind=kind,
            catchwords=catchwords,
            cache=cache,
            extras=extras_of(pack, append=append, copy=copy),
            begins=begins,
        )

    def issue(
        self,
        letter_files: Sequence[Path],
        *,
        clock: Callable[[], datetime],
        on: date | None = None,
        out: Path | None = None,
        pdf: bool = False,
        recipient: str | None = None,
        kind: str | None = None,
        dry_run: bool = False,
        accept_clock: bool = False,
        catchwords: bool | None = None,
        cache: Path | None = None,
        pack: str | None = None,
        append: bool = False,
        copy: bool = False,
        begins: Begins | None = None,
    ) -> tuple[IssuedLetter, ...]:
        """A number, a document and a line in the register for each letter: all of them, or nothing at all.

        The date is `on`, else the letter's own, else today in Bangkok by `clock` (aware moments). A letter
        that has its number keeps it, and its document. One for several kinds is issued as `kind`, else as its
        first one, each under a number of its own. `dry_run` says what would be, and takes nothing;
        `accept_clock` goes on though the last entry is of a later moment; `catchwords`, `pack`,
        `append`, `copy` and `begins` as for `make`.
        Raises Unsendable when a finding is an error, RegisterRefusal, InputError, OutputError, HelperMissing.
        """
        from memogen.desk.extras import extras_of
        from memogen.desk.issuing import issue  # only those who number letters pay for the register

        return issue(
            self,
            letter_files,
            clock=clock,
            on=on,
            out=out,
            pdf=pdf,
            recipient=recipient,
            kind=kind,
            dry_run=dry_run,
            accept_clock=accept_clock,
            catchwords=catchwords,
            cache=cache,
            extras=extras_of(pack, append=append, copy=copy),
            begins=begins,
        )

    def batch(
        self,
        letter_file: Path,
        *,
        clock: Callable[[], datetime],
        to: Path | None = None,
        sheet: str | None = None,
        number: str = "shared",
        kind: str | None = None,
        on: date | None = None,
        out: Path | None = None,
        only: Sequence[str] = (),
        but: Sequence[str] = (),
        dry_run: bool = False,
        resume: bool = False,
        pdf: bool = False,
        papers: bool | None = None,
        jobs: int = 1,
        accept_clock: bool = False,
        catchwords: bool | None = None,
        cache: Path | None = None,
        pack: str | None = None,
        append: bool = False,
        tell: Progress = unheard,
    ) -> Batch:
        """A copy of the letter for each recipient, numbered, entered and filed, with a manifest.

        The recipients are the rows of the workbook or csv `to` (of its `sheet`), else the units of the
        settings; `only` and `but` choose among them by name, abbreviation or `คอลัมน์=ค่า`. `number` is
        shared (one number of the circulars), each (a number a copy) or none (drafts). Of a letter for several
        kinds a recipient gets the one that the list says (ชนิดหนังสือ), else `kind`, else the first.

        A batch is known by its letter and its list: begun before, it goes on only with `resume`, which makes
        what is missing and keeps every number and every byte. `papers` asks for print file, lists and labels
        (None: unless there are very many copies), `jobs` is how many processes work, `tell` hears progress.
        `catchwords`, `pack` and `append` as for `make`.

        Every row that is faulty is told before the first number: InputError, Unsendable, RegisterRefusal,
        OutputError, HelperMissing. Afterwards a copy that fails is an item of its own, and the others stand.
        """
        from memogen.desk.batches import Numbering
        from memogen.desk.batching import Wish, batch
        from memogen.desk.extras import extras_of

        wish = Wish(
            numbering=Numbering(number),
            kind=kind,
            on=on,
            out=out,
            only=only,
            but=but,
            dry_run=dry_run,
            resume=resume,
            pdf=pdf,
            papers=papers,
            extras=extras_of(pack, append=append),
            jobs=jobs,
            accept_clock=accept_clock,
            catchwords=catchwords,
            cache=cache,
        )
        return batch(self, letter_file, to, sheet, wish, clock=clock, tell=tell)

    def receive(
        self,
        arrival: Arrival,
        *,
        clock: Callable[[], datetime],
        at: datetime,
        accept_clock: bool = False,
        paper: Path | None = None,
        copy: Path | None = None,
        cache: Path | None = None,
    ) -> tuple[Entry, Path | None]:
        """A letter that came in at `at` (aware) entered, and where its stamped copy stands.

        `paper` is the letter as DOCX or PDF, to be stamped on `copy`; it stays as it is. Raises
        RegisterRefusal, InputError, OutputError, UsageError, and HelperMissing for a PDF without LibreOffice.
        """
        from memogen.desk.receiving import receive

        return receive(
            self, arrival, clock=clock, at=at, accept_clock=accept_clock, paper=paper, copy=copy, cache=cache
        )

    def check_register(self, *, clock: Callable[[], datetime]) -> tuple[int, Sequence[Finding]]:
        """How many numbers the register has, and all that should be looked at before letters go out.

        Books, letter files with what they cite, and the documents in the output folder are held against
        each other; nothing is changed.
        """
        from memogen.desk.checking import check_register

        return check_register(self, clock=clock)

    def adopt(
        self,
        book: Path,
        *,
        clock: Callable[[], datetime],
        code: str | None = None,
        kind: BookKind | None = None,
        year_be: int | None = None,
        dry_run: bool = False,
    ) -> Adoption:
        """An old book, Excel or CSV, taken into the register as it is; done twice, nothing changes.

        `code` (else the office's), `kind` and `year_be` are for what the book does not say. Raises
        InputError, and RegisterRefusal R39 when the register has other lines under its numbers.
        """
        from memogen.desk.adopting import adopt

        return adopt(self, book, clock=clock, code=code, kind=kind, year_be=year_be, dry_run=dry_run)

    def export(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime],
        code: str | None = None,
        kind: BookKind | None = None,
        year_be: int | None = None,
    ) -> Published:
        """The books as xlsx at `path`, ready to print (แบบที่ ๑๓, ๑๔); all of them unless some are named."""
        from memogen.desk.publishing import export

        return export(self, path, clock=clock, code=code, kind=kind, year_be=year_be)

    def certify(self, book: Book, *, clock: Callable[[], datetime]) -> Certified:
        """The page that accounts for every number of a book; RegisterRefusal when there is no such book."""
        from memogen.desk.publishing import certify

        return certify(self, book, clock=clock)

    def restore(
        self, backup: Path, *, clock: Callable[[], datetime]
    ) -> tuple[Path | None, Sequence[Finding]]:
        """A backup put in the register's place, and what was numbered since brought back; says what was done.

        What stood there is kept under the name that is given back. No number that was ever given can be
        given again. Raises InputError, OutputError and RegisterRefusal; then the old register still stands.
        """
        from memogen.desk.restoring import restore

        return restore(self, backup, clock=clock)

    def reconcile(self, *, clock: Callable[[], datetime]) -> Sequence[Finding]:
        """What mirror and documents know and the register lacks, brought back; says what was done."""
        from memogen.desk.restoring import reconcile

        with self.register(clock=clock) as register:
            return reconcile(self, register)
