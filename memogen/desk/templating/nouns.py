"""What is told of a Word file that became a template."""

from __future__ import annotations

from dataclasses import dataclass, field

from memogen.findings import Finding
from memogen.model import Kind


@dataclass(frozen=True, slots=True)
class Placement:
    """A tag put in the place of what varies: `before` is what stood there, empty where nothing did."""

    tag: str
    before: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """A template made of a Word file; `content` is None when it could not serve, and `findings` say why.

    `done` are sentences on all else that was changed. `departures` are what the checker finds in the file
    that the template keeps: for the office to know, none of them stops anything.
    """

    kind: Kind
    content: bytes | None = field(repr=False)
    placements: tuple[Placement, ...] = ()
    done: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    departures: tuple[Finding, ...] = ()
