"""What differs between the copies of one letter, and which of them stand out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from statistics import median
from typing import Protocol

from memogen.compose import KIND_COLUMNS
from memogen.model import Plain, Recipient

ADDRESSEE = "เรียน"
LONGEST = 200
"""Characters of a text that are shown beside others."""


class Outlined(Protocol):
    """A copy before it is made: what its recipient changes, part by part, and how long it is."""

    @property
    def texts(self) -> Mapping[str, str]: ...

    @property
    def size(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Brief:
    """An outline for keeping: long texts cut short, and still equal only to their equals."""

    texts: Mapping[str, str]
    size: int


def brief(outline: Outlined) -> Brief:
    """What is kept of an outline while all others are made."""
    return Brief({name: _cut(text) for name, text in outline.texts.items()}, outline.size)


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}… ({sha256(text.encode()).hexdigest()[:16]})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One copy: its texts in the parts that differ, its length in characters, its pages if they are known."""

    recipient: Recipient
    texts: tuple[str, ...]
    size: int
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """The parts that are not the same in all copies, the copies in order, and the columns left empty.

    `empty` are columns of the list that some recipients have and others lack: column -> who lacks it.
    """

    parts: tuple[str, ...]
    copies: tuple[Compared, ...]
    empty: Mapping[str, tuple[str, ...]]

    @property
    def of_text(self) -> tuple[str, ...]:
        """The parts that differ and are more than the addressee."""
        return tuple(part for part in self.parts if part != ADDRESSEE)

    def kinds(self, part: str) -> int:
        """How many different texts there are in a part."""
        place = self.parts.index(part)
        return len({copy.texts[place] for copy in self.copies})

    @property
    def longest_name(self) -> Recipient:
        """The recipient with the longest name."""
        return max((copy.recipient for copy in self.copies), key=lambda recipient: len(recipient.name))

    @property
    def longest(self) -> Compared:
        """The copy with most to read."""
        return max(self.copies, key=lambda copy: copy.size)

    @property
    def usual_size(self) -> int:
        """The length of the copy in the middle."""
        return round(median(copy.size for copy in self.copies))

    @property
    def longer_in_pages(self) -> tuple[Compared, ...]:
        """The copies that have more pages than the shortest one."""
        pages = [copy.pages for copy in self.copies if copy.pages is not None]
        return tuple(copy for copy in self.copies if copy.pages is not None and copy.pages > min(pages))

    def with_pages(self, pages: Mapping[str, int]) -> Differences:
        """The same with the number of pages, by the recipient's name, where it is known."""
        copies = tuple(replace(copy, pages=pages.get(copy.recipient.name)) for copy in self.copies)
        return replace(self, copies=copies)


def compared(
    recipients: Sequence[Recipient], outlines: Sequence[Brief], of_one_kind: Iterable[Sequence[int]]
) -> Differences:
    """The copies side by side; `outlines` are theirs in the same order.

    Copies of different kinds differ in form: `of_one_kind` are the places of those that are to be alike.
    """
    names = dict.fromkeys(name for outline in outlines for name in outline.texts)
    alike = [[outlines[place] for place in places] for places in of_one_kind]
    parts = tuple(name for name in names if any(_differs(name, some) for some in alike))
    copies = tuple(
        Compared(
            recipient=recipient,
            texts=tuple([outline.texts.get(part, "") for part in parts]),
            size=outline.size,
        )
        for recipient, outline in zip(recipients, outlines, strict=True)
    )
    return Differences(
        parts=parts, copies=copies, empty=_empty(recipients, KIND_COLUMNS if len(alike) > 1 else ())
    )


def _differs(part: str, outlines: Iterable[Brief]) -> bool:
    return len({outline.texts.get(part, "") for outline in outlines}) > 1


def _empty(recipients: Sequence[Recipient], telling: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The columns that some lack; in one that is `telling` of the kind, nothing means the usual kind."""
    lacking: dict[str, list[str]] = {}
    for recipient in recipients:
        for column, value in recipient.values.items():
            may_be_blank = not value or (type(value) is str and value[0].isspace())  # hardly any is
            if may_be_blank and is_blank(value) and column not in telling:
                lacking.setdefault(column, []).append(recipient.name)
    return {column: tuple(names) for column, names in lacking.items() if len(names) < len(recipients)}


def is_blank(value: Plain) -> bool:
    """Whether nothing is printed of a value."""
    return value is None or (isinstance(value, str) and not value.strip())
