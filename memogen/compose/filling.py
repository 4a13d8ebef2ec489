"""The texts of a letter filled with data: values go in as they are, then digits and spaces are set.

A value must come out exactly, whatever it holds: `*`, `#`, `|` or a line break in a workbook's cell is
not Markdown. So each value stands as a numbered slot, in characters that no letter may hold, until the
Markdown has been read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from gettext import gettext as _
from typing import Any

from memogen import sandbox, thai
from memogen.findings import Finding

_OPEN, _CLOSE = "\x02", "\x03"
_SLOT = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_BRACES = re.compile(r"[{}]")


@dataclass(slots=True)
class Slots:
    """The values met while filling one letter, in order."""

    texts: list[str] = field(default_factory=list)

    def put(self, value: object) -> sandbox.Ready:
        """Keeps a value and gives the slot that stands for it."""
        self.texts.append(thai.normalise(as_text(value)))
        return sandbox.Ready(f"{_OPEN}{len(self.texts) - 1}{_CLOSE}")

    def restore(self, text: str) -> str:
        """The text with its values in place."""
        return _SLOT.sub(lambda slot: self.texts[int(slot[1])], text)


def as_text(value: object) -> str:
    """A plain value in words: dates long, numbers exact, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ใช่") if value else _("ไม่")
    if isinstance(value, date):
        return thai.long_date(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


@dataclass(slots=True, kw_only=True)
class Filler:
    """Fills the texts of one letter from its data and collects what is wrong with them."""

    file: str
    shape: Mapping[str, Any]
    values: Mapping[str, Any]
    keep_digits: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    slots: Slots = field(default_factory=Slots)

    def expand(self, source: str, *, line: int, place: str = "", trim: bool = False) -> str:
        """The text with slots for its values; an empty one when its tags are wrong."""
        if not _BRACES.search(source):
            return source
        problems = sandbox.problems(source, known=self.shape, file=self.file, first_line=line, place=place)
        self.findings += problems
        if problems:
            return ""
        return sandbox.render(
            source,
            self.values,
            finalize=self.slots.put,
            trim=trim,
            file=self.file,
            first_line=line,
            place=place,
        )

    def line(self, source: str, *, line: int, place: str = "") -> str:
        """A header's value, filled and finished."""
        return self.finish(self.expand(source, line=line, place=place))

    def finish(self, text: str) -> str:
        """Values in place, Thai digits, phrases held together (contract section 3, rule T15)."""
        return thai.hold_together(self.digits(self.slots.restore(text)))

    def digits(self, text: str) -> str:
        """Digits as the office writes them."""
        return thai.thai_digits(text, keep=self.keep_digits)
