"""A package written to the same bytes every time."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from memogen.opc.markup import CONTENT_TYPES
from memogen.opc.quick import QUICK_LEVEL, quick_zlib

LEVEL = 6

_FIRST = {CONTENT_TYPES: 0, "_rels/.rels": 1}
_PRESSED = (".png", ".jpg", ".jpeg", ".gif")  # deflating these again only costs time
_STORED, _DEFLATED = 0, 8
_SMALL = 2048
"""To prepare for so few bytes takes longer than to deflate them: where it is to be quick, they are stored."""
_WITHOUT_HEADER = -15
_ZIP_2_0, _UNIX = 20, 3
_UTF8_NAME = 0x800
_FIRST_OF_1980 = (1 << 5) | 1  # as DOS writes a date; the time is midnight
_OWNER_ONLY = 0o600 << 16

_LOCAL_BEGINS = struct.pack("<4sH", b"PK\3\4", _ZIP_2_0)
_CENTRAL_BEGINS = struct.pack("<4s4B", b"PK\1\2", _ZIP_2_0, _UNIX, _ZIP_2_0, 0)
_ABOUT = struct.Struct("<4H3L2H")
"""What both say of a part: flags, method, time and date, check, sizes, lengths of its name and of no more."""
_CENTRAL_ENDS = struct.Struct("<3H2L")
_END = struct.Struct("<4s4H2LH")


class Packed(NamedTuple):
    """A part as it stands in the file, so that parts that do not change are deflated once a batch."""

    body: bytes
    method: int
    check: int  # CRC-32 of the bytes before deflating
    size: int  # of the same bytes


class Written(NamedTuple):
    """A file in two: what all have that lie behind the same parts, as one object, and its own rest."""

    shared: bytes
    own: bytes

    @property
    def whole(self) -> bytes:
        """The file."""
        return self.shared + self.own


@dataclass(frozen=True, slots=True)
class Laid:
    """Parts one after the other as a file begins with them, and their lines of its directory."""

    body: bytes = b""
    directory: bytes = b""
    count: int = 0


def packed(name: str, content: bytes, *, quick: bool = False) -> Packed:
    """`content` deflated, or as it is where it is a picture that is compressed already.

    `quick` is for what is written once only: a tenth of the time for a third more bytes.
    """
    if (quick and len(content) <= _SMALL) or name.lower().endswith(_PRESSED):
        return Packed(content, _STORED, quick_zlib.crc32(content), len(content))
    if quick:
        body = quick_zlib.compress(content, QUICK_LEVEL, wbits=_WITHOUT_HEADER)
        return Packed(body, _DEFLATED, quick_zlib.crc32(content), len(content))
    body = zlib.compress(content, LEVEL, wbits=_WITHOUT_HEADER)
    return Packed(body, _DEFLATED, zlib.crc32(content), len(content))


_NOTHING = Laid()


def laid(parts: Mapping[str, bytes | Packed], *, after: Laid = _NOTHING) -> Laid:
    """The parts behind those that lie there: [Content_Types].xml, _rels/.rels, then the rest by name."""
    bodies, entries, _end = _pieces(parts, len(after.body))
    return Laid(
        b"".join((after.body, *bodies)), b"".join((after.directory, *entries)), after.count + len(parts)
    )


def write_package(parts: Mapping[str, bytes | Packed]) -> bytes:
    """The file of `parts`, all dated 1980-01-01.

    The same parts give the same bytes with the same zlib. A part may be given `packed` already.
    """
    return written(parts, after=_NOTHING).whole


def written(parts: Mapping[str, bytes | Packed], *, after: Laid) -> Written:
    """The file of what is laid and of `parts` behind it."""
    bodies, entries, start = _pieces(parts, len(after.body))
    size, count = len(after.directory) + sum(map(len, entries)), after.count + len(parts)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0)
    return Written(after.body, b"".join((*bodies, after.directory, *entries, end)))


def _pieces(parts: Mapping[str, bytes | Packed], at: int) -> tuple[list[bytes], list[bytes], int]:
    """What stands in the file from a place on, and in its directory, in pieces; and where the first ends."""
    bodies: list[bytes] = []
    entries: list[bytes] = []
    for name, encoded, flags in _in_order(tuple(parts)):
        content = parts[name]
        part = content if isinstance(content, Packed) else packed(name, content)
        about = _ABOUT.pack(
            flags, part.method, 0, _FIRST_OF_1980, part.check, len(part.body), part.size, len(encoded), 0
        )
        entries += (_CENTRAL_BEGINS, about, _CENTRAL_ENDS.pack(0, 0, 0, _OWNER_ONLY, at), encoded)
        piece = (_LOCAL_BEGINS, about, encoded, part.body)
        bodies += piece
        at += sum(map(len, piece))
    return bodies, entries, at


@lru_cache(maxsize=64)
def _in_order(names: Sequence[str]) -> list[tuple[str, bytes, int]]:
    """Names of parts in the order of the file, each as it is written and with its flags."""
    ordered = sorted(names, key=lambda name: (_FIRST.get(name, 2), name))
    return [(name, name.encode(), 0 if name.isascii() else _UTF8_NAME) for name in ordered]
