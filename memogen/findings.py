"""A finding: one thing that is wrong, or worth knowing, in what the officer gave us."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any


def N_(message: str) -> str:  # the usual name of gettext's marker
    """Marks a sentence for translation where it is kept, to be translated where it is shown."""
    return message


class Severity(StrEnum):
    """How strong a finding is: an error must not be sent, a warning is usually corrected."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong, where, and what to do about it.

    `message` and `hint` are sentences for the officer; `text` is the offending text as it stands.
    `place` says where inside the file in words (ย่อหน้า ๓), `line` counts from 1, `cell` is as in B4.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    file: str = ""
    line: int | None = None
    cell: str | None = None
    place: str = ""
    text: str = ""
    hint: str = ""
    source: str = ""
    fixable: bool = False

    @property
    def where(self) -> str:
        """`letters/x.md:4`, `plan.xlsx ช่อง B4`, or the file alone."""
        if self.line is not None:
            return f"{self.file}:{self.line}"
        return " ".join(part for part in (self.file, self.cell or self.place) if part)

    def as_json(self) -> dict[str, Any]:
        """The keys of contract section 5."""
        return asdict(self)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of them must stop the letter."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word that `word` was probably meant to be, or an empty string."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return close[0] if close else ""
