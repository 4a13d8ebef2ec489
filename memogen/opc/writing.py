"""A package written to the same bytes every time."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from memogen.opc.markup import CONTENT_TYPES

LEVEL = 6

_FIRST = {CONTENT_TYPES: 0, "_rels/.rels": 1}
_PRESSED = (".png", ".jpg", ".jpeg", ".gif")  # deflating these again only costs time
_STORED, _DEFLATED = 0, 8
_ZIP_2_0, _UNIX = 20, 3
_UTF8_NAME = 0x800
_FIRST_OF_1980 = (1 << 5) | 1  # as DOS writes a date; the time is midnight
_OWNER_ONLY = 0o600 << 16

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Packed:
    """A part as it stands in the file, so that parts that do not change are deflated once a batch."""

    body: bytes
    method: int
    check: int  # CRC-32 of the bytes before deflating
    size: int  # of the same bytes


def packed(name: str, content: bytes) -> Packed:
    """`content` deflated, or as it is where it is a picture that is compressed already."""
    if name.lower().endswith(_PRESSED):
        return Packed(content, _STORED, zlib.crc32(content), len(content))
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    body = deflate.compress(content) + deflate.flush()
    return Packed(body, _DEFLATED, zlib.crc32(content), len(content))


def write_package(parts: Mapping[str, bytes | Packed]) -> bytes:
    """The file of `parts`: [Content_Types].xml, _rels/.rels, then the rest by name, all dated 1980-01-01.

    The same parts give the same bytes with the same zlib. A part may be given `packed` already.
    """
    body, directory = bytearray(), bytearray()
    for name in sorted(parts, key=lambda name: (_FIRST.get(name, 2), name)):
        content = parts[name]
        part = content if isinstance(content, Packed) else packed(name, content)
        encoded = name.encode()
        flags = 0 if name.isascii() else _UTF8_NAME
        about = (
            flags,
            part.method,
            0,
            _FIRST_OF_1980,
            part.check,
            len(part.body),
            part.size,
            len(encoded),
            0,
        )
        directory += _CENTRAL.pack(
            b"PK\1\2", _ZIP_2_0, _UNIX, _ZIP_2_0, 0, *about, 0, 0, 0, _OWNER_ONLY, len(body)
        )
        directory += encoded
        body += _LOCAL.pack(b"PK\3\4", _ZIP_2_0, *about) + encoded + part.body
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return bytes(body + directory + end)
