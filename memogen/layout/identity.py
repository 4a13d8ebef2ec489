"""What tells two PDFs of one document apart, made the same: the moment, and the identity drawn from it.

LibreOffice 7.4 gives no other way. What is put in has as many bytes as what was there, so nothing else moves.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

_CREATED = re.compile(rb"/CreationDate\(D:([0-9]{14})")
_IDENTITY = re.compile(rb"[</]([0-9A-F]{32})(?=[>\s])")
_MODIFIED = re.compile(rb"<dcterms:modified\b[^>]*>(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)")
NO_MOMENT = b"19800101000000"


def steadied(pdf: bytes, moment: bytes) -> bytes:
    """The PDF as made at a moment (`YYYYMMDDhhmmss`): the same bytes whenever it is made again."""
    for place in _CREATED.finditer(pdf):
        pdf = _put(pdf, place, moment)
    trailer = pdf.rfind(b"trailer")
    places = list(_IDENTITY.finditer(pdf, trailer)) if trailer >= 0 else []
    for place in places:
        pdf = _put(pdf, place, b"0" * 32)
    identity = hashlib.sha256(pdf).hexdigest()[:32].upper().encode()
    for place in places:
        pdf = _put(pdf, place, identity)
    return pdf


def moment_of(docx: Path) -> bytes:
    """When a document says that it was last changed, as PDFs write it; 1980 where it is silent."""
    with zipfile.ZipFile(docx) as package:
        name = "docProps/core.xml"
        found = _MODIFIED.search(package.read(name)) if name in package.namelist() else None
    return b"".join(found.groups()) if found else NO_MOMENT


def moment_in(pdf: bytes) -> bytes:
    """When a PDF says that it was made."""
    found = _CREATED.search(pdf)
    return found[1] if found else NO_MOMENT


def _put(pdf: bytes, place: re.Match[bytes], value: bytes) -> bytes:
    return pdf[: place.start(1)] + value + pdf[place.end(1) :]
