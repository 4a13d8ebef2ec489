"""What the check is given besides the books: texts that cite, files that were found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from memogen import thai


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingText:
    """A letter or document to look for citations in.

    `lines` are pairs of a line number of the file, or a place in words (ย่อหน้า ๓), and the text there; one
    citation may run over several. `own` is the letter's own number, which it does not cite.
    """

    file: str
    lines: tuple[tuple[int | str, str], ...]
    dated: date | None = None
    own: thai.DocumentNumber | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A DOCX in the output folder and its head as read; texts are empty and the date None where it has none.

    `number` is that of the row it was made for, where the caller knows it; else the row is found by digest,
    by the letter of the same name, or by the number that is printed. `recipient` is whose copy it is, where
    one number has many. A file that is to the byte what was issued needs no head: it is `as_issued`.
    """

    file: str
    sha256: str
    as_issued: bool = False
    number: str | None = None
    recipient: str = ""
    printed_number: str = ""
    printed_date: date | None = None
    printed_subject: str = ""
    printed_to: str = ""
