"""Entries of the books as a reader or a program takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _
from typing import Any

from memogen import thai
from memogen.books import BookKind, Entry, Status
from memogen.cli.columns import padded, width
from memogen.cli.telling import say
from memogen.findings import N_

STATES = {
    Status.RESERVED: N_("จองไว้"),
    Status.ISSUED: N_("ออกแล้ว"),
    Status.DISPATCHED: N_("ส่งแล้ว"),
    Status.VOID: N_("ยกเลิก"),
}
RECEIVED = N_("รับแล้ว")


def state_of(entry: Entry) -> str:
    """The state of a number in a word."""
    if entry.kind is BookKind.RECEIVING and entry.status is not Status.VOID:
        return _(RECEIVED)
    return _(STATES[entry.status])


def as_json(entry: Entry) -> dict[str, Any]:
    """The keys of contract section 5."""
    return {
        "series": entry.code,
        "circular": entry.circular or entry.kind is BookKind.CIRCULAR,
        "year_be": entry.year_be,
        "serial": entry.serial,
        "number": entry.number,
        "status": entry.status.value,
        "dated": entry.dated.isoformat() if entry.dated else None,
        "from": entry.sender,
        "to": entry.to,
        "subject": entry.subject,
        "action": entry.action,
        "note": entry.note,
        "letter": entry.letter,
        "sha256": entry.sha256,
        "reason": entry.reason,
    }


def say_entries(entries: Sequence[Entry]) -> None:
    """A line each: number, date, state, subject and addressee."""
    rows = [_columns(entry) for entry in entries]
    widths = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        first = "  ".join(padded(text, columns) for text, columns in zip(row, widths, strict=False))
        say(f"{first}  {row[3]}".rstrip())


def _columns(entry: Entry) -> tuple[str, str, str, str]:
    return entry.number, short_day(entry), state_of(entry), gist(entry)


def short_day(entry: Entry) -> str:
    """The letter's date, or that of the reservation's end."""
    day = entry.dated or entry.due or entry.their_date
    return thai.short_date(day) if day else ""


def gist(entry: Entry) -> str:
    """What the number is for, in a line."""
    if entry.status is Status.VOID:
        return " ".join(part for part in (entry.subject, f"({entry.reason})") if part)
    if entry.status is Status.RESERVED:
        return " ".join(part for part in (entry.holder, entry.purpose) if part)
    subject, to = (" ".join(text.split()) for text in (entry.subject, entry.to))
    return _("{subject} (ถึง {to})").format(subject=subject, to=to) if to else subject


def listed(entries: Iterable[Entry]) -> dict[str, Any]:
    """The JSON document of a list of entries."""
    return {"entries": [as_json(entry) for entry in entries]}
