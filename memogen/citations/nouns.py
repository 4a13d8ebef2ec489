"""What a citation is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from memogen import thai


class CitedKind(StrEnum):
    """What is cited; letters and memos are numbered alike."""

    LETTER = "letter"
    ORDER = "order"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One cited document: `text` is `source[start:end]`.

    `number` is that of a letter, `order` serial and year พ.ศ. of an order or certificate; both are None where
    it is missing or unreadable. `fault` says what could not be read, in sentences; empty when all could.
    """

    text: str
    start: int
    end: int
    kind: CitedKind
    agency: str = ""
    number: thai.DocumentNumber | None = None
    order: tuple[int, int] | None = None
    dated: date | None = None
    fault: str = ""
