"""The XML of a part, parsed without entities, network or repair."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from memogen.errors import InputError
from memogen.opc import refusals

if TYPE_CHECKING:
    from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"

_MARKUP_NAMES = (".xml", ".rels", ".vml")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_ENTITIES = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_DECLARED = re.compile(rb"""^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)""")
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_EBCDIC = b"\x4c\x6f\xa7\x94"  # how <?xm begins there; libxml2 would understand it


def xml(data: bytes, *, file: str, part: str) -> etree._Element:
    """The root element of a part. Raises InputError (K07, or K08 with the line) when it is not plain XML."""
    from lxml import etree

    if is_foreign_markup(part, data):
        raise InputError(refusals.entities(file, part))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(refusals.malformed(file, part, error.lineno or 1, error.msg or "")) from error


def is_markup(name: str, data: bytes) -> bool:
    """Whether a part is XML, by its name or, whatever it calls itself, by how it begins."""
    start = data[:64].removeprefix(codecs.BOM_UTF8).lstrip()
    return name.lower().endswith(_MARKUP_NAMES) or start.startswith((b"<", *_UTF16))


def is_foreign_markup(name: str, data: bytes) -> bool:
    """Whether a part is XML that declares a document type, entities, or an encoding other than Unicode.

    Office programs write none of these; reliability page, 4.4.
    """
    if not is_markup(name, data):
        return False
    # The mark alone is hardly ever there, and found twenty times as fast as the words.
    return _is_oddly_encoded(data) or (b"!" in data and any(word in data for word in _ENTITIES))


def _is_oddly_encoded(data: bytes) -> bool:
    if b"\0\0" in data[:4] or data.startswith(_EBCDIC):  # four bytes a character, or IBM's
        return True
    declared = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8).lstrip())
    return declared is not None and declared[1].lower() not in _ENCODINGS
