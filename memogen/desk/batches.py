"""The nouns of a batch: how it is numbered, its copies, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from memogen.desk.comparing import Differences
from memogen.findings import Finding
from memogen.model import Copy, Kind, Recipient

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how many copies are done, of how many, and whose was the last."""


class Numbering(StrEnum):
    """One number of the circulars for all copies, a number for each, or none yet."""

    SHARED = "shared"
    EACH = "each"
    NONE = "none"


class Outcome(StrEnum):
    """What became of a copy; skipped is one that was there already, or that a rehearsal only shows."""

    MADE = "made"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One recipient's copy: its number (empty in a draft), its file, and what became of it."""

    recipient: Recipient
    outcome: Outcome
    file: Path
    number: str = ""
    dated: date | None = None
    sha256: str = ""
    pdf: Path | None = None
    pack: Path | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether its file is in the folder."""
        return self.outcome is not Outcome.FAILED and bool(self.sha256)


@dataclass(frozen=True, kw_only=True)
class Batch:
    """A batch done, or rehearsed: then it has no manifest. `number` is the one that all copies share.

    `is_numbered` says whether the letter's kind takes numbers at all.
    `kinds` are those of a batch that goes to some recipients as one kind, to some as another, by their names.
    """

    letter: str
    source: str
    numbering: Numbering
    number: str | None
    folder: Path
    items: tuple[Item, ...]
    differences: Differences
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    manifest: Path | None = None
    papers: tuple[Path, ...] = ()
    is_numbered: bool = True

    @property
    def documents(self) -> int:
        """How many copies are in the folder."""
        return sum([item.is_there for item in self.items])

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """The copies that are in the folder, in the order of delivery."""
        there = [item for item in self.items if item.is_there]
        return tuple(
            Copy(
                order=order,
                recipient=item.recipient,
                number=item.number,
                dated=item.dated,
                file=item.file.name,
                sha256=item.sha256,
            )
            for order, item in enumerate(there, start=1)
        )

    @property
    def failed(self) -> tuple[Item, ...]:
        """The copies that could not be made."""
        return tuple(item for item in self.items if item.outcome is Outcome.FAILED)
