"""The lines of a body as Markdown is to read them: what its writer meant, whatever the spacing.

Markdown is strict where a typist is not. Here sub-items may be indented by any two spaces or a tab, a
number of an item begins a line of its own without an empty one before it, and marks that mean nothing in
a letter (a row of dashes, a lone #) are plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from memogen.compose.numbering import list_marker, own_number
from memogen.compose.orders import is_order

_BULLET = re.compile(r"[-+*][ \t]+\S")
_HEADING = re.compile(r"(#{1,3})(?=[^#\s])|#{1,6}[ \t]")
_NO_LIST = re.compile(r"#+|[-+*](?:[ \t]*[-+*])*|(?:[-+*][ \t]+){4,}.*")
_CLOSING_HASHES = re.compile(r"(?<=[ \t])(?=#+$)")
_DASHED = re.compile("[–•]|-[ก-ฮเ-ไ]")
_DEEPER = 2
"""Spaces that make a line belong to the item above it."""
_INDENT = " " * 4
"""What Markdown takes for one level under `1.`, `10.` and `-` alike."""
_LEVELS = 8
"""Lists go no deeper: Markdown would drop what lies too deep."""


def prepare(lines: Iterable[tuple[int, str]]) -> tuple[list[str], list[int]]:
    """Lines for Markdown, and for each the line of the file it came from."""
    ready = _Ready()
    for number, line in lines:
        ready.add(number, line)
    return ready.lines, ready.numbers


class _Ready:
    """What has been prepared so far, and the indents of the items that are open."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.numbers: list[int] = []
        self._open: list[int] = []

    def add(self, number: int, line: str) -> None:
        text = line.strip(" \t")
        if not text:
            self._put(number, "")
            return
        marked = list_marker(text)
        text, is_item = marked or text, bool(marked or _BULLET.match(text))
        if self._reads_on() and _begins_paragraph(text, is_item, after=self.lines[-1]):
            self._put(number, "")
        if not self._reads_on() or is_item or _HEADING.match(text) or text.startswith("|"):
            self._close(_indent(line))
        self._put(number, _INDENT * len(self._open) + _plainly(text))
        if is_item and len(self._open) < _LEVELS:
            self._open.append(_indent(line))

    def _reads_on(self) -> bool:
        """Whether Markdown would read the next line on from the one before."""
        return bool(self.lines and self.lines[-1])

    def _close(self, indent: int) -> None:
        while self._open and indent < self._open[-1] + _DEEPER:
            self._open.pop()

    def _put(self, number: int, text: str) -> None:
        self.lines.append(text)
        self.numbers.append(number)


def _indent(line: str) -> int:
    spaced = line.expandtabs(4)
    return len(spaced) - len(spaced.lstrip(" "))


def _begins_paragraph(text: str, is_item: bool, *, after: str) -> bool:
    """Whether a line that follows another begins a paragraph of its own, as its writer meant."""
    if after.lstrip().startswith("|") and not text.startswith("|"):
        return True  # else Markdown takes it for a row of the table
    if is_order(text) or is_order(after.lstrip()):
        return True
    return is_item or bool(own_number(text) or _DASHED.match(text) or _NO_LIST.fullmatch(text))


def _plainly(text: str) -> str:
    """The line with a backslash before marks that are meant as text, a space after those of a heading."""
    if _NO_LIST.fullmatch(text):
        return "\\" + text
    heading = _HEADING.match(text)
    if not heading:
        return text
    if heading[1]:
        text = f"{heading[1]} {text[heading.end() :]}"
    return _CLOSING_HASHES.sub(r"\\", text)
