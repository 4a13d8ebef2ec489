"""The chain of the trail: each event's hash covers all of its columns and the hash before it."""

from __future__ import annotations

from hashlib import sha256

from memogen.books import Event
from memogen.register.rows import Place

START = "0" * 64
"""The hash before the first event."""

SEPARATOR = "\x1f"
"""Stands between the columns of an event where they are hashed; no column contains it."""


def hash_of(previous: str, seq: int, at: str, actor: str, action: str, place: Place, row: str) -> str:
    """The hash of an event, as 64 hexadecimal digits."""
    code, kind, year_be, serial = place
    what = f"{previous}{seq}\x1f{at}\x1f{actor}\x1f{action}\x1f{code}\x1f{kind}\x1f{year_be}\x1f{serial}\x1f"
    return sha256(f"{what}{row}".encode()).hexdigest()


def follows(event: Event, previous: str) -> bool:
    """Whether the event's hash is what its columns and the hash before it give."""
    place = (event.code, event.kind, event.year_be, event.serial)
    expected = hash_of(previous, event.seq, event.at, event.actor, event.action, place, event.row)
    return event.hash == expected
