"""Documents as they are kept: whole, or as what differs from a whole one kept earlier in the same turn.

Letters of one template begin with the same parts, and so the rest of each is all that needs a place.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from memogen.register import store
from memogen.register.store import Store

LEAST_GAIN = 4096
"""Bytes that must be shared before a document is kept as the rest of another."""


class Kept(NamedTuple):
    """A document as it is kept: all of it, or what follows the first `shared` bytes of a whole one."""

    sha256: str
    content: bytes
    base: Kept | None = None
    shared: int = 0

    @property
    def whole(self) -> bytes:
        """The document."""
        return self.base.content[: self.shared] + self.content if self.base else self.content


class Divider:
    """Makes documents ready to be kept, here or in another process; it remembers the last whole one."""

    def __init__(self, base: Kept | None = None) -> None:
        self.base = base
        self._beginning = b""
        """What the last document shared with the base."""
        self._hashed = sha256()
        """Fed with the beginning: most of the work on a digest is done once for all."""
        self._laid = b"", sha256()
        """What the base begins with, where that is one object for all that begin so, and fed with it."""

    def divide(self, content: bytes) -> Kept:
        """The document as what differs from the base; whole, and the next base, when that is most of it."""
        base = self.base
        if base is not None and not self._begins_alike(base.content, content):
            self._beginning = content[: _shared(base.content, content)]
            self._hashed = sha256(self._beginning)
        shared = len(self._beginning)
        if base is None or shared < LEAST_GAIN:
            self.base, self._beginning = Kept(sha256(content).hexdigest(), content), b""
            self._laid = b"", sha256()
            return self.base
        rest = content[shared:]
        hashed = self._hashed.copy()
        hashed.update(rest)
        return Kept(hashed.hexdigest(), rest, base, shared)

    def divide_written(self, shared: bytes, own: bytes) -> Kept:
        """The same of a document in two: what it begins with is one object for all that begin so."""
        laid, hashed = self._laid
        if self.base is None or shared is not laid or len(shared) < LEAST_GAIN:
            kept = self.divide(shared + own)
            if kept is self.base:
                self._laid = shared, sha256(shared)
            return kept
        hashed = hashed.copy()
        hashed.update(own)
        return Kept(hashed.hexdigest(), own, self.base, len(shared))

    def _begins_alike(self, base: bytes, content: bytes) -> bool:
        """Whether it shares with the base what the last one did, and no more."""
        end = len(self._beginning)
        return content.startswith(self._beginning) and content[end : end + 1] != base[end : end + 1]


class Shelf:
    """Takes the documents of one turn. A rest refers to the last whole one of the same turn."""

    def __init__(self, books: Store) -> None:
        self._store = books
        self._divider = Divider()
        self._depended_on: frozenset[str] | None = None

    def keep(self, document: bytes | Kept) -> str:
        """Keep a document if it is not here yet; its digest."""
        return self.keep_all([document])[0]

    def keep_all(self, documents: Iterable[bytes | Kept]) -> list[str]:
        """The same for many, in their order."""
        kept = [self._with_base(document) for document in documents]
        rests = [(one.sha256, one.content, one.base.sha256, one.shared) for one in kept if one.base]
        self._store.run_many(store.NEW_DOCUMENT, rests)
        return [one.sha256 for one in kept]

    def _with_base(self, document: bytes | Kept) -> Kept:
        """The document ready to be kept, with what it is a rest of kept already."""
        if isinstance(document, bytes):
            kept = self._divider.divide(document)
        elif document.base is None or document.base is self._divider.base:
            kept = document
        else:  # its base was not kept in this turn
            kept = self._divider.divide(document.whole)
        if kept.base is None:
            self.keep_whole(kept.content)
            # It may have been here, as the rest of another, and a rest refers to whole ones only.
            is_whole = self._store.query(store.BASE, (kept.sha256,)) == [(None,)]
            self._divider = Divider(kept if is_whole else None)
        return kept

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
