"""The number in a letter's head, as it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memogen.paper import FILLED_LATER, Field, Paper, Part

_LEADERS = re.compile(r"[\s.…_]+$")
_YEAR = re.compile(r"/\s*(?:พ\.?\s?ศ\.?\s*)?(?P<year>[2๒][45๔๕][0-9๐-๙]{2})$")
_AFTER_RUNNING = re.compile(r"/[^/]*[0-9๐-๙][^/]*/")
_ALONE = r"(?<![ก-๎.])ว(?![ก-๎])"
_MISPLACED = re.compile(rf"{_ALONE}[^/]*/|/\s*[0-9๐-๙]+\s*/?\s*{_ALONE}|/\s*ว\s*[.\-/]")


@dataclass(frozen=True, slots=True)
class Printed:
    """The number as printed, without leaders; `text` is empty where it is blank."""

    field: Field
    text: str


def printed(paper: Paper) -> Printed | None:
    """The letter's own number; None without one, and when it is not yet known or left wholly blank.

    Who has no code writes พิเศษ in its place; such a number has no form to be held to.
    """
    found = paper.first(Part.NUMBER)
    if found is None or FILLED_LATER in found.text or found.text.startswith("พิเศษ"):
        return None
    text = _LEADERS.sub("", found.text)
    return Printed(found, text) if text else None


def has_year(text: str) -> bool:
    """Whether a year พ.ศ. stands after the number in the register (กษ ๑๑๑๓/๖๕๓/๒๕๖๖)."""
    return _YEAR.search(text) is not None and _AFTER_RUNNING.search(text) is not None


def ends_with_year(text: str) -> bool:
    """Whether the last part is a year พ.ศ. (๑๒/๒๕๖๖)."""
    return _YEAR.search(text) is not None


def misplaced_circular(text: str) -> str:
    """What shows that ว is not right after the stroke; empty where all is well."""
    found = _MISPLACED.search(text)
    return found[0] if found else ""
