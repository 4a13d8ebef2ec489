"""What a template is filled with: plain values and ready XML.

Code: M05 a character that no document can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from html import unescape
from typing import Any

from memogen import sandbox, thai
from memogen.errors import InputError
from memogen.findings import Finding

BREAKS = re.compile(r"[\n\t]")
"""What becomes an element of its own in Word."""
_ELEMENT = re.compile("<[^>]*>")


class Xml(sandbox.Ready):
    """Ready WordprocessingML for a `{{p x }}` or `{{r x }}` tag; only our own code makes it."""

    __slots__ = ()


class Blocks(bytes):
    """The same of whole paragraphs and tables without pictures: encoded, every character printable."""

    __slots__ = ()


def is_printable(text: str) -> bool:
    """Whether a document can hold every character of a text."""
    return not thai.unprintable(text)


def exact(file: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with plain line ends, Blocks as Xml; InputError (M05) with all that XML cannot hold."""
    findings: list[Finding] = []

    def read(value: Any, path: str) -> Any:
        if isinstance(value, str):
            findings.extend(_unprintable(file, path, value))
            if "\r" in value and not isinstance(value, sandbox.Ready):
                return value.replace("\r\n", "\n").replace("\r", "\n")
            return value
        if isinstance(value, Mapping):
            return {key: read(item, f"{path}.{key}" if path else str(key)) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [
                read(item, _("{path} แถว {row}").format(path=path, row=row))
                for row, item in enumerate(value, 1)
            ]
        return Xml(value.decode()) if isinstance(value, Blocks) else value

    given: dict[str, Any] = read(values, "")
    if findings:
        raise InputError(*findings)
    return given


def _unprintable(file: str, path: str, value: str) -> Iterator[Finding]:
    for index, char in thai.unprintable(value):
        before = value[:index]
        if isinstance(value, sandbox.Ready):
            before = unescape(_ELEMENT.sub("", before))
        message = _("ช่อง “{path}” มีอักขระที่เอกสารเก็บไม่ได้ (U+{code:04X}) เป็นตัวที่ {position}")
        message = message.format(
            path=path, code=ord(char), position=thai.to_thai_digits(str(len(before) + 1))
        )
        yield Finding(
            code="M05", file=file, message=message, text=before[-20:], hint=_("ลบอักขระนั้น แล้วพิมพ์ใหม่")
        )
