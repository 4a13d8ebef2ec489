"""Documents as they are kept: whole, or as what differs from a whole one kept earlier in the same turn.

Letters of one template begin with the same parts, and so the rest of each is all that needs a place.
"""

from __future__ import annotations

from hashlib import sha256

from memogen.register import store
from memogen.register.store import Store

LEAST_GAIN = 4096
"""Bytes that must be shared before a document is kept as the rest of another."""


class Shelf:
    """Takes the documents of one turn. It remembers the last whole one, and no other."""

    def __init__(self, books: Store) -> None:
        self._store = books
        self._base = b""
        self._base_digest: str | None = None
        self._beginning = b""
        """What the last document shared with the base."""
        self._hashed = sha256()
        """Fed with the beginning: most of the work on a digest is done once for all."""
        self._depended_on: frozenset[str] | None = None

    def keep(self, content: bytes) -> str:
        """Keep a document if it is not here yet; its digest."""
        if not self._begins_alike(content):
            self._beginning = content[: _shared(self._base, content)]
            self._hashed = sha256(self._beginning)
        shared = len(self._beginning)
        if shared < LEAST_GAIN:
            return self._keep_as_base(content)
        rest = content[shared:]
        hashed = self._hashed.copy()
        hashed.update(rest)
        digest = hashed.hexdigest()
        self._store.run(store.NEW_DOCUMENT, (digest, rest, self._base_digest, shared))
        return digest

    def keep_whole(self, content: bytes) -> str:
        """The same for what others shall not depend on, or depend on already."""
        digest = sha256(content).hexdigest()
        self._store.run(store.NEW_DOCUMENT, (digest, content, None, 0))
        return digest

    def bring_back(self, content: bytes) -> str:
        """The same for a document that was lost; others may be kept as what differs from it."""
        if self._depended_on is None:
            self._depended_on = frozenset(digest for (digest,) in self._store.query(store.BASES))
        lost = sha256(content).hexdigest()
        return self.keep_whole(content) if lost in self._depended_on else self.keep(content)

    def _begins_alike(self, content: bytes) -> bool:
        """Whether it shares with the base what the last one did, and no more."""
        end = len(self._beginning)
        return content.startswith(self._beginning) and content[end : end + 1] != self._base[end : end + 1]

    def _keep_as_base(self, content: bytes) -> str:
        digest = self.keep_whole(content)
        # It may have been here, as the rest of another: no base then, since a rest refers to whole ones only.
        if self._store.query(store.BASE, (digest,)) == [(None,)]:
            self._base, self._base_digest = content, digest
            self._beginning = b""
        return digest


def document(books: Store, digest: str) -> bytes | None:
    """The document with this digest; None when it, or what it is to be completed by, is not there."""
    rows = books.query(store.DOCUMENT, (digest,))
    if not rows:
        return None
    rest, base, shared, beginning = rows[0]
    if base is None:
        beginning = b""
    if isinstance(rest, bytes) and isinstance(beginning, bytes) and len(beginning) == shared:
        return beginning + rest
    return None


def sound(books: Store, digest: str) -> bytes | None:
    """The same; None, too, when it is no longer what its digest says."""
    content = document(books, digest)
    return content if content is not None and sha256(content).hexdigest() == digest else None


def is_base(books: Store, digest: str) -> bool:
    """Whether a document is here that others can be completed from: whole, and as its digest says."""
    return books.query(store.BASE, (digest,)) == [(None,)] and sound(books, digest) is not None


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes at their beginning are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if other.startswith(one[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low
