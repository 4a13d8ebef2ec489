"""What must hold before a number is taken; each refusal names the way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

from memogen import thai
from memogen.books import Book, BookKind, Entry, Status
from memogen.register import refusals
from memogen.register.ledger import Ledger

BANGKOK = timezone(timedelta(hours=7))
"""Thailand has no summer time; a fixed offset needs no time zone data on Windows."""

CLOCK_SLACK = timedelta(minutes=5)


def known(ledger: Ledger, book: Book, serial: int) -> Entry:
    """The line of a number that must be there, else R34."""
    entry = ledger.entry(book, serial)
    if entry is None:
        raise refusals.no_number(book.number(serial))
    return entry


def held(ledger: Ledger, book: Book, serial: int | None, last: int, circular: bool) -> Entry | None:
    """The reservation that `serial` asks for; None when it is the next number; else R31."""
    if serial is None or serial == last + 1:
        return None
    entry = ledger.entry(book, serial)
    if entry is None or entry.status is not Status.RESERVED:
        raise refusals.not_free(book, serial, last + 1, entry, circular=circular)
    if entry.circular != circular:
        raise refusals.other_mark(entry)
    return entry


def refuse_disorder(ledger: Ledger, book: Book, serial: int, number: str, dated: date) -> None:
    """R04 when the date lies before that of the last lower number, or after that of the next higher."""
    before, after = ledger.neighbours(book, serial)
    if before is not None and before.dated is not None and dated < before.dated:
        raise refusals.out_of_order(number, dated, before)
    if after is not None and after.dated is not None and dated > after.dated:
        raise refusals.out_of_order(number, dated, after)


def refuse_clock(ledger: Ledger, *, accept: bool) -> None:
    """R32 when the clock stands more than five minutes before the last event."""
    last = ledger.head.at
    if accept or not last or last == ledger.at:
        return
    moment = datetime.fromisoformat(last)
    if ledger.now < moment - CLOCK_SLACK:
        raise refusals.clock_behind(ledger.now, moment.astimezone(BANGKOK))


def refuse_kind(book: Book, *, receiving: bool, wish: str) -> None:
    """R33 when numbers are to be sent from the receiving book, or letters received in another."""
    if (book.kind is BookKind.RECEIVING) != receiving:
        raise refusals.wrong_kind(book, wish)


def refuse_unkeepable(**texts: str | None) -> None:
    """R48 with the first text that holds a character which neither database nor document can keep."""
    if not thai.unprintable("".join(filter(None, texts.values()))):
        return
    for field, text in texts.items():
        if text and thai.unprintable(text):
            raise refusals.unkeepable(field, text)


def refuse_unkeepable_in(many: Sequence[Mapping[str, str | None]]) -> None:
    """The same for the texts of many letters: looked at in one go, since hardly any has such a character."""
    if thai.unprintable("".join([text for texts in many for text in texts.values() if text])):
        for texts in many:
            refuse_unkeepable(**texts)
