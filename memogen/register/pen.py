"""The pen: all that can be written into the books, within one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from gettext import gettext as _
from json import loads
from typing import NamedTuple, TypedDict

from memogen import thai
from memogen.books import Book, Entry, Status
from memogen.findings import N_
from memogen.register import conditions, refusals, store
from memogen.register.adopting import adopt
from memogen.register.conditions import BANGKOK
from memogen.register.copies import Copies, copies_in, list_of
from memogen.register.documents import Kept, document, sound
from memogen.register.ledger import Ledger
from memogen.register.rows import entry_of, payload_text

RETURNED = "คืนเลขที่จอง"


@dataclass(frozen=True, slots=True)
class Issued:
    """What `issue` gave: the entry, its document, and whether it had been issued before."""

    entry: Entry
    made: bytes | Kept
    again: bool = False

    @property
    def document(self) -> bytes:
        """The document's bytes."""
        return self.made if isinstance(self.made, bytes) else self.made.whole


@dataclass(frozen=True, slots=True)
class IssuedCopies:
    """What `issue_copies` gave: the entry, its copies, and whether it had been issued before."""

    entry: Entry
    copies: Copies
    again: bool = False


class Outgoing(NamedTuple):
    """A letter that is to get the next number: what `issue` is told of it."""

    key: str
    payload: Mapping[str, str]
    sender: str
    to: str
    subject: str
    render: Callable[[str, int], bytes | Kept]


class _Letter(TypedDict):
    """What a line says of the letter that its number was given to."""

    key: str
    payload: str
    dated: date
    sender: str
    to: str
    subject: str
    letter: str | None
    circular: bool
    action: str
    note: str


def _texts_of(line: _Letter) -> dict[str, str | None]:
    """What was typed by somebody, by field."""
    return {
        "key": line["key"],
        "sender": line["sender"],
        "to": line["to"],
        "subject": line["subject"],
        "letter": line["letter"],
        "action": line["action"],
        "note": line["note"],
    }


class Pen:
    """Given by `Register.writing`. Every refusal is raised before anything of the act is written."""

    def __init__(self, ledger: Ledger, *, accept_clock: bool = False) -> None:
        self._ledger = ledger
        self._accept_clock = accept_clock

    def now(self) -> datetime:
        """The moment of this transaction, taken when the books were locked, in Bangkok (+07:00)."""
        return self._ledger.now

    def next_serial(self, book: Book) -> int:
        """The number that would be given next."""
        return self._last(book) + 1

    def open_book(self, book: Book, *, floor: int) -> None:
        """Begin a book after the last number `floor` of the paper book, or raise it above what is used.

        Raises RegisterRefusal R37 when numbers above `floor` have been given.
        """
        found = self._ledger.counter(book)
        if found is not None and found[0] == floor:
            return
        used = self._used(book, found)
        if floor < used:
            raise refusals.floor_too_low(floor, used)
        conditions.refuse_unkeepable(code=book.code)
        with self._ledger:
            self._ledger.open_book(book, floor)

    def reserve(
        self,
        book: Book,
        *,
        holder: str,
        purpose: str = "",
        due: date | None = None,
        circular: bool = False,
        count: int = 1,
    ) -> tuple[Entry, ...]:
        """The next `count` numbers, held for somebody. Raises R32, R33, R36, R48."""
        if not holder.strip():
            raise refusals.left_empty(_("ชื่อผู้จองเลข"), _("เพิ่ม --holder ชื่อผู้จอง"))
        if count < 1:
            raise refusals.left_empty(_("จำนวนเลขที่จอง"), _("จองอย่างน้อยหนึ่งเลข"))
        conditions.refuse_kind(book, receiving=False, wish=N_("จองเลข"))
        conditions.refuse_clock(self._ledger, accept=self._accept_clock)
        conditions.refuse_unkeepable(code=book.code, holder=holder, purpose=purpose)
        last = self._last(book)
        with self._ledger:
            self._ledger.move(book, last + count)
            return self._ledger.insert(
                "reserve",
                [
                    Entry(
                        code=book.code,
                        kind=book.kind,
                        year_be=book.year_be,
                        serial=serial,
                        circular=circular,
                        status=Status.RESERVED,
                        holder=holder,
                        purpose=purpose,
                        due=due,
                        **self._ledger.stamp,
                    )
                    for serial in range(last + 1, last + count + 1)
                ],
            )

    def release(self, book: Book, serial: int, *, reason: str = "") -> Entry:
        """Give a reserved number back: it stays in the book as void. Raises R34, R35, R48."""
        entry = conditions.known(self._ledger, book, serial)
        if entry.status is not Status.RESERVED:
            raise refusals.wrong_state(entry, _("คืน"))
        conditions.refuse_unkeepable(reason=reason)
        words = f"{RETURNED} {reason.strip()}".strip()
        with self._ledger:
            return self._ledger.update("release", replace(entry, status=Status.VOID, reason=words))

    def void(self, book: Book, serial: int, *, reason: str) -> Entry:
        """Burn a number that is reserved or issued; the reason stays with it. Raises R34, R35, R36, R48."""
        entry = conditions.known(self._ledger, book, serial)
        if entry.status not in (Status.RESERVED, Status.ISSUED):
            raise refusals.wrong_state(entry, _("ยกเลิก"))
        if not reason.strip():
            raise refusals.left_empty(_("เหตุผลที่ยกเลิกเลข"), _("เพิ่ม --reason เหตุผล"))
        conditions.refuse_unkeepable(reason=reason)
        with self._ledger:
            return self._ledger.update("void", replace(entry, status=Status.VOID, reason=reason.strip()))

    def issue(
        self,
        book: Book,
        *,
        key: str,
        payload: Mapping[str, str],
        dated: date,
        sender: str,
        to: str,
        subject: str,
        letter: str | None,
        render: Callable[[str, int], bytes | Kept],
        serial: int | None = None,
        circular: bool = False,
        action: str = "",
        note: str = "",
    ) -> Issued:
        """Number, document and row as one act; `render` is given the printed number and the serial.

        A document may be given ready to be kept (see `Divider`), which others need not wait for.
        The same `key` with the same `payload` gives what was issued before. `serial` asks for a number
        that is reserved, or for the next one. Raises RegisterRefusal: R04 a date before the number's
        forerunner or after its successor in the book, R30 another payload under a known key, R31 a number
        that is not free, R32 the clock is behind, R33 `dated` is not in the book's year, R48 characters
        that cannot be kept. Whatever `render` raises passes through, and no number is taken: after a refusal
        or a failing `render` the turn goes on.
        """
        line = _Letter(
            key=key,
            payload=payload_text(payload),
            dated=dated,
            sender=sender,
            to=to,
            subject=subject,
            letter=letter,
            circular=circular,
            action=action,
            note=note,
        )
        if known := self._issued_before(line, payload):
            return self._given_again(known)
        serial, number, held = self._free_number(book, serial, line, payload)
        made = render(number, serial)
        with self._ledger:
            digest = self._ledger.shelf.keep(made)
            return Issued(self._enter(book, serial, held, line, digest), made)

    def issue_many(
        self,
        book: Book,
        letters: Sequence[Outgoing],
        *,
        dated: date,
        letter: str | None,
        circular: bool = False,
    ) -> list[Issued]:
        """The next numbers for letters of one date, in their order, as one act.

        All is as if each were issued alone, but that nothing is issued when one of them is refused. What
        holds for all is looked at once, and each step is done for all before the next. Raises ValueError for
        two of one key.
        """
        if len({one.key for one in letters}) < len(letters):
            raise ValueError("each of the letters has a key of its own")
        lines = [
            _Letter(
                key=one.key,
                payload=payload_text(one.payload),
                dated=dated,
                sender=one.sender,
                to=one.to,
                subject=one.subject,
                letter=letter,
                circular=circular,
                action="",
                note="",
            )
            for one in letters
        ]
        pairs = list(zip(letters, lines, strict=True))
        numbered = self._numbered([one.key for one in letters])
        if not numbered and pairs:
            return self._issue_new(book, pairs, dated, circular)
        issued: dict[str | None, Issued] = {}
        for one, line in pairs:
            if one.key in numbered and (known := self._issued_before(line, one.payload)):
                issued[one.key] = self._given_again(known)
        if new := [(one, line) for one, line in pairs if one.key not in issued]:
            issued |= {one.entry.key: one for one in self._issue_new(book, new, dated, circular)}
        return [issued[one.key] for one in letters]

    def _issue_new(
        self, book: Book, letters: Sequence[tuple[Outgoing, _Letter]], dated: date, circular: bool
    ) -> list[Issued]:
        lines = [line for _one, line in letters]
        self._refuse_letters(book, dated, lines, [one.payload for one, _line in letters])
        first = self._last(book) + 1
        numbers = [
            (book.number(serial, circular=circular), serial) for serial in range(first, first + len(lines))
        ]
        conditions.refuse_disorder(self._ledger, book, first, numbers[0][0], dated)
        made = [one.render(*number) for (one, _line), number in zip(letters, numbers, strict=True)]
        with self._ledger:
            digests = self._ledger.shelf.keep_all(made)
            entries = self._enter_new(book, first, lines, digests)
        return [Issued(entry, document) for entry, document in zip(entries, made, strict=True)]

    def issue_copies(
        self,
        book: Book,
        *,
        key: str,
        payload: Mapping[str, str],
        dated: date,
        sender: str,
        to: str,
        subject: str,
        letter: str | None,
        render: Callable[[str, int], Iterable[tuple[str, bytes | Kept]]],
        serial: int | None = None,
        circular: bool = True,
        action: str = "",
        note: str = "",
    ) -> IssuedCopies:
        """One number for many copies: `render` gives the name of each recipient and his document.

        Each document is kept as it comes, and none is held in memory. `payload` names the recipients, and a
        copy's own property memogen.key is `letter#recipient`. All else, and what is raised, is as in `issue`,
        but that a `render` which fails half way spoils the whole turn. Raises ValueError for no copies, or
        two of one name.
        """
        line = _Letter(
            key=key,
            payload=payload_text(payload),
            dated=dated,
            sender=sender,
            to=to,
            subject=subject,
            letter=letter,
            circular=circular,
            action=action,
            note=note,
        )
        if known := self._issued_before(line, payload):
            kept = sound(self._ledger.store, known.sha256 or "")
            if kept is None:
                raise refusals.document_lost(known)
            return IssuedCopies(known, copies_in(kept), again=True)
        serial, number, held = self._free_number(book, serial, line, payload)
        keep = self._ledger.shelf.keep
        with self._ledger:
            made = [(recipient, keep(copy)) for recipient, copy in render(number, serial)]
            if not made or len(dict(made)) < len(made):
                raise ValueError("a circular has one copy for each recipient, and at least one")
            listed = list_of(made)
            digest = self._ledger.shelf.keep_whole(listed)
            return IssuedCopies(self._enter(book, serial, held, line, digest), copies_in(listed))

    def dispatch(self, book: Book, serial: int, *, way: str, on: date, recipient: str = "") -> Entry:
        """Note that an issued letter has left; told again the same, nothing changes. Raises R34, R35, R36."""
        entry = conditions.known(self._ledger, book, serial)
        told = {"way": way.strip(), "dispatched_on": on, "recipient": recipient.strip()}
        if entry.status is Status.DISPATCHED and told == {name: getattr(entry, name) for name in told}:
            return entry
        if entry.status is not Status.ISSUED:
            raise refusals.wrong_state(entry, _("ลงการส่ง"))
        if not way.strip():
            raise refusals.left_empty(_("วิธีส่ง"), _("เพิ่ม --way เช่น ไปรษณีย์ หรือ ไปรษณีย์อิเล็กทรอนิกส์"))
        if entry.dated is not None and on < entry.dated:
            raise refusals.sent_too_early(entry, on)
        conditions.refuse_unkeepable(way=way, recipient=recipient)
        with self._ledger:
            return self._ledger.update(
                "dispatch",
                replace(
                    entry,
                    status=Status.DISPATCHED,
                    way=way.strip(),
                    dispatched_on=on,
                    recipient=recipient.strip(),
                ),
            )

    def receive(
        self,
        book: Book,
        *,
        at: datetime,
        their_number: str,
        their_date: date | None,
        sender: str,
        to: str,
        subject: str,
        action: str = "",
        note: str = "",
    ) -> Entry:
        """Enter a letter that came in at `at` (aware) under the next number of the receiving book.

        Raises R32, R33, R48.
        """
        conditions.refuse_kind(book, receiving=True, wish=N_("ลงรับ"))
        came = at.astimezone(BANGKOK)
        if thai.be_year(came.date()) != book.year_be:
            raise refusals.wrong_year(book, came.date())
        conditions.refuse_clock(self._ledger, accept=self._accept_clock)
        conditions.refuse_unkeepable(
            code=book.code,
            their_number=their_number,
            sender=sender,
            to=to,
            subject=subject,
            action=action,
            note=note,
        )
        serial = self._last(book) + 1
        entry = Entry(
            code=book.code,
            kind=book.kind,
            year_be=book.year_be,
            serial=serial,
            status=Status.ISSUED,
            dated=came.date(),
            sender=sender,
            to=to,
            subject=subject,
            action=action,
            note=note,
            their_number=their_number,
            their_date=their_date,
            received_at=came.isoformat(timespec="seconds"),
            **self._ledger.stamp,
        )
        with self._ledger:
            self._ledger.move(book, serial)
            return self._ledger.insert("receive", [entry])[0]

    def adopt(self, entries: Iterable[Entry]) -> int:
        """Enter lines with the numbers they already have; how many were new.

        A line that is there already and is alike (or was so when it was adopted) changes nothing. Raises
        RegisterRefusal R39 with every number that has another line, in the register or in `entries`.
        """
        return adopt(self._ledger, entries)

    def _free_number(
        self, book: Book, serial: int | None, line: _Letter, payload: Mapping[str, str]
    ) -> tuple[int, str, Entry | None]:
        """The number that the letter gets, as printed too, and its reservation; refuses as `issue` does."""
        dated, circular = line["dated"], line["circular"]
        self._refuse_letters(book, dated, [line], [payload])
        last = self._last(book)
        held = conditions.held(self._ledger, book, serial, last, circular)
        serial = last + 1 if serial is None else serial
        number = book.number(serial, circular=circular)
        conditions.refuse_disorder(self._ledger, book, serial, number, dated)
        return serial, number, held

    def _enter(self, book: Book, serial: int, held: Entry | None, line: _Letter, digest: str) -> Entry:
        if held is not None:
            entry = replace(held, status=Status.ISSUED, sha256=digest, **line)
            return self._ledger.update("issue", entry)
        return self._enter_new(book, serial, [line], [digest])[0]

    def _enter_new(
        self, book: Book, first: int, lines: Sequence[_Letter], digests: Sequence[str]
    ) -> tuple[Entry, ...]:
        """Lines with the numbers from `first` on, which follow the last one."""
        self._ledger.move(book, first + len(lines) - 1)
        entries = [
            Entry(
                code=book.code,
                kind=book.kind,
                year_be=book.year_be,
                serial=serial,
                status=Status.ISSUED,
                sha256=digest,
                **line,
                **self._ledger.stamp,
            )
            for serial, (line, digest) in enumerate(zip(lines, digests, strict=True), start=first)
        ]
        return self._ledger.insert("issue", entries)

    def _refuse_letters(
        self, book: Book, dated: date, lines: Sequence[_Letter], payloads: Sequence[Mapping[str, str]]
    ) -> None:
        """R32, R33, R48: what forbids letters a number, whichever number it is."""
        conditions.refuse_kind(book, receiving=False, wish=N_("ออกเลข"))
        if thai.be_year(dated) != book.year_be:
            raise refusals.wrong_year(book, dated)
        conditions.refuse_clock(self._ledger, accept=self._accept_clock)
        conditions.refuse_unkeepable(code=book.code)
        conditions.refuse_unkeepable_in([_texts_of(line) for line in lines])
        conditions.refuse_unkeepable_in(payloads)

    def _numbered(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that have a number."""
        rows = self._ledger.store.query(store.numbered_among(len(keys)), keys) if keys else []
        return {key for (key,) in rows}

    def _given_again(self, known: Entry) -> Issued:
        kept = document(self._ledger.store, known.sha256 or "")
        if kept is None:
            raise refusals.document_lost(known)
        return Issued(known, kept, again=True)

    def _issued_before(self, line: _Letter, payload: Mapping[str, str]) -> Entry | None:
        """The line of a letter that has its number; R30 when it had another content then."""
        books = self._ledger.store
        places = books.query(store.NUMBERED, (line["key"],))  # mostly none, and told in half the time
        if not places:
            return None
        entry = entry_of(books.query(store.ENTRY, places[0])[0])
        if entry.payload != line["payload"]:
            raise refusals.another_letter(entry, loads(entry.payload or "{}"), payload)
        return entry

    def _last(self, book: Book) -> int:
        return (self._ledger.counter(book) or (0, 0))[1]

    def _used(self, book: Book, found: tuple[int, int] | None) -> int:
        """The last number that somebody was given."""
        if found is None:
            return 0
        floor, last = found
        return last if last > floor else self._ledger.highest(book)
