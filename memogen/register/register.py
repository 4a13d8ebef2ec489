"""The register: the books of numbers, opened, read, written and proved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from memogen.books import Anchor, Book, BookKind, Entry, Event, Status
from memogen.findings import Finding
from memogen.register import documents, store
from memogen.register.conditions import BANGKOK
from memogen.register.copies import Copies, all_lists, copies_in
from memogen.register.mirror import Damaged, Mirror
from memogen.register.opening import bring_up_to_date, default_mirror, store_at
from memogen.register.pen import Pen
from memogen.register.rows import Row, entry_of, event_of, named, place_of
from memogen.register.turn import Turn, Writing, append, hash_at

if TYPE_CHECKING:
    from memogen.register.postgres import PostgresStore
    from memogen.register.sqlite import SqliteStore


class Register:
    """All books of an office, in a SQLite file or on a PostgreSQL server.

    Everything here raises RegisterRefusal; what its codes mean stands in `memogen.register.refusals`.
    One thread uses it; other threads and processes open their own.
    """

    def __init__(
        self,
        books: SqliteStore | PostgresStore,
        mirror: Mirror | None,
        clock: Callable[[], datetime],
        actor: str,
    ) -> None:
        """Use `Register.open`."""
        self._store = books
        self._mirror = mirror
        self._clock = clock
        self._actor = actor

    @classmethod
    def open(
        cls,
        address: str,
        *,
        clock: Callable[[], datetime],
        actor: str,
        mirror: Path | None = None,
        create: bool = True,
    ) -> Self:
        """The register at `address` (`postgresql://…`, `sqlite:///path` or a path), made if it is missing.

        `clock` gives aware moments; `actor` is the login name that the trail shows. The mirror is
        `register.mirror.jsonl` beside a SQLite file unless another path is given; a register on a server
        has one only if it is. Raises R20 to R29.
        """
        books = store_at(address, create=create)
        try:
            path = mirror or default_mirror(books)
            register = cls(books, Mirror(path) if path else None, clock, _printable(actor))
            register._ready(create)
        except BaseException:
            books.close()
            raise
        return register

    def _ready(self, create: bool) -> None:
        with self._told():
            bring_up_to_date(
                self._store,
                create=create,
                begin=self._is_first(),
                clock=self._now,
                actor=self._actor,
            )
            self._catch_up()

    def _is_first(self) -> bool:
        """Whether no mirror tells of an older register in this place."""
        try:
            return self._mirror is None or self._mirror.tail()[0] == 0
        except (Damaged, OSError):
            return False

    def close(self) -> None:
        """Give the connection back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Reading takes no lock.

    def entry(self, book: Book, serial: int) -> Entry | None:
        """The line of a number, or None."""
        rows = self._query(store.ENTRY, place_of(book, serial))
        return entry_of(rows[0]) if rows else None

    def entries(
        self,
        *,
        kind: BookKind | None = None,
        code: str | None = None,
        year_be: int | None = None,
        status: Status | None = None,
        circular: bool | None = None,
    ) -> list[Entry]:
        """The lines that fit all that is asked, by code, kind, year and number."""
        asked = {"kind": kind, "code": code, "year_be": year_be, "status": status, "circular": circular}
        wanted = {name: value for name, value in asked.items() if value is not None}
        where = "WHERE " + " AND ".join(f"{name} = ?" for name in wanted) if wanted else ""
        values = [int(value) if isinstance(value, int) else str(value) for value in wanted.values()]
        return [entry_of(row) for row in self._query(store.ENTRIES.format(where=where), values)]

    def by_key(self, key: str) -> Entry | None:
        """The living number of a letter; a void one does not count."""
        rows = self._query(store.BY_KEY, (key,))
        return entry_of(rows[0]) if rows else None

    def given(self, letter: str) -> dict[str, date]:
        """The keys under which a letter file has living numbers, with their dates."""
        rows = self._query(store.GIVEN, (letter,))
        return {key: date.fromisoformat(dated) for key, dated in rows}

    def books(self) -> list[tuple[Book, int, int]]:
        """Every book with its floor (the last number of the paper book) and the last number given."""
        return [
            (Book(code, BookKind(kind), year_be), floor, last)
            for code, kind, year_be, floor, last in self._query(store.BOOKS)
        ]

    def next_serial(self, book: Book) -> int:
        """The number that would be given next, if nobody is quicker.

        Asked under the lock: an older copy of the register would name a number that was given, and raises
        R40 or R41 as for writers.
        """
        with self.writing() as pen:
            return pen.next_serial(book)

    def story(self, book: Book, serial: int) -> list[Event]:
        """All that happened to a number, in order; the row of each event as a JSON object by column."""
        return [named(event_of(row)) for row in self._query(store.STORY, place_of(book, serial))]

    def document(self, sha256: str) -> bytes | None:
        """The DOCX with this digest, as it was issued."""
        with self._told():
            return documents.document(self._store, sha256)

    def copies(self, entry: Entry) -> Copies:
        """Recipient and digest of each copy, by the recipients' names; nothing where there is one document.

        Nothing, too, where their list was lost or changed, which `verify` tells.
        """
        with self._told():
            content = documents.sound(self._store, entry.sha256 or "")
        return copies_in(content) if content else ()

    def all_copies(self) -> dict[str, Copies]:
        """The copies of every number that has many, by the digest in its line."""
        with self._told():
            return all_lists(self._store)

    def anchor(self) -> Anchor:
        """Number of events and hash of the last: printed or kept elsewhere, it proves the whole trail."""
        count, head, _at = self._query(store.HEAD)[0]
        return Anchor(count, head)

    def verify(self, anchor: Anchor | None = None) -> list[Finding]:
        """What does not fit: chain, lines, counters, documents, mirror, and an anchor noted earlier.

        Nothing found proves that every column of every line follows from the trail. See R41 to R47.
        """
        from memogen.register.verifying import verify

        with self._told(), self._store.snapshot():
            return verify(self._store, self._mirror, anchor)

    def backup(self, path: Path) -> None:
        """A whole copy at `path`, while others go on: a SQLite file, or pg_dump's custom format.

        Raises OutputError (P01 to P05), and HelperMissing (R54) when pg_dump is not on this machine.
        """
        from memogen.register.backups import backup

        with self._told():
            backup(self._store, path)

    def reconcile(self, documents: Mapping[str, bytes]) -> list[Finding]:
        """Bring back, after a restore, what mirror and documents know and the register lacks.

        `documents` are file names and DOCX bytes (of the out folder). No number that was ever given can
        be given again: one that is found only in a document is entered as void. Says what was done.
        """
        from memogen.register.reconciling import reconcile

        with self._told():
            with self._turn(None) as ledger:
                findings = reconcile(ledger, self._mirror, documents)
            if self._mirror is not None:
                with self._turn(None), self._store.mirroring(self._mirror.path):
                    self._mirror.settle(self._events_after(0))
        return findings

    def writing(self, *, accept_clock: bool = False) -> AbstractContextManager[Pen]:
        """Everything written in one `with` is kept together or not at all, and nobody else writes meanwhile.

        Raises R40 or R41 when the mirror shows that the register is older than it was, R20 when others
        hold the books too long. `accept_clock` overrules R32 after the clock was wrong.
        """
        return Writing(self._turn(self._mirror), accept_clock=accept_clock)

    def _turn(self, mirror: Mirror | None) -> Turn:
        return Turn(self._store, mirror, self._now, self._actor)

    def _catch_up(self) -> None:
        """Only a mirror that lags is touched; one that is ahead or another's refuses writers later."""
        if self._mirror is None:
            return
        with suppress(OSError, Damaged):
            anchor = self.anchor()
            seq, digest = self._mirror.tail()
            if seq < anchor.count and digest == hash_at(self._store, seq):
                with self._turn(None):
                    append(self._store, self._mirror, self._events_after(seq))

    def _events_after(self, seq: int) -> list[Row]:
        return self._store.query(store.EVENTS_AFTER, (seq,))

    def _now(self) -> datetime:
        return self._clock().astimezone(BANGKOK)

    def _query(self, statement: str, values: object = ()) -> list[Row]:
        with self._told():
            return self._store.query(statement, values)  # type: ignore[arg-type]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the driver raises into the officer's words."""
        try:
            yield
        except self._store.errors as error:
            raise self._store.refusal(error) from error


def _printable(actor: str) -> str:
    return "".join(character if character.isprintable() else " " for character in actor).strip() or "-"
