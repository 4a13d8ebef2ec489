"""The copies of one number: whom each goes to and its digest, as a text that is kept as documents are.

`{"copies":[["กองคลัง","<sha256>"],…]}` in the order of the names, so that the list can be made again from the
copies alone. Its digest is that of the line in the book.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from json import loads

from memogen.register import store
from memogen.register.rows import to_json
from memogen.register.store import Store

Copies = tuple[tuple[str, str], ...]
"""Recipient and digest of each copy, by the recipients' names."""

_OPENING = b'{"copies":'  # a DOCX begins with PK


def list_of(copies: Iterable[tuple[str, str]]) -> bytes:
    """The list as it is kept.

    >>> list_of([("ข", "2f"), ("ก", "1e")]).decode()
    '{"copies":[["ก","1e"],["ข","2f"]]}'
    """
    return to_json({"copies": sorted(copies)}).encode()


def copies_in(content: bytes) -> Copies:
    """The copies that a list names; none when it is no such list, but a letter's own document."""
    if not content.startswith(_OPENING):
        return ()
    try:
        return tuple((str(recipient), str(digest)) for recipient, digest in loads(content)["copies"])
    except (ValueError, TypeError):
        return ()


def all_lists(books: Store) -> dict[str, Copies]:
    """Every list by its digest; one that was changed is left out."""
    rows = books.query(store.WHOLE_ONES_LIKE, (len(_OPENING), _OPENING))
    return {
        digest: copies_in(bytes(content)) for digest, content in rows if sha256(content).hexdigest() == digest
    }
