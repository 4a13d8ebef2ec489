"""The texts of a letter filled with data, and what is wrong with their tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen import sandbox, thai
from memogen.compose.wording import Slots, restored, wording
from memogen.errors import InputError
from memogen.findings import Finding

if TYPE_CHECKING:
    from memogen.sandbox.filling import Text

_LINE = re.compile("\x04([0-9]+)\x05")
_TAG_OR_LINE_END = re.compile(r"\{[{%#].*?[}%#]\}|(?<![%#]\})(?:\n|\Z)", re.DOTALL)
_AS_TYPED = re.compile(r"(?<![\\`])(`+)(?!`)([^`\n]+)\1(?!`)")
_CHOICE = re.compile(r"\{%[-+]?\s*(end)?(?:for|if)\b")


def has_tags(source: str) -> bool:
    """Whether a text may depend on values."""
    return "{" in source or "}" in source


def decided_lines(source: str, first_line: int) -> frozenset[int]:
    """The lines of the file from each `{% if %}` or `{% for %}` to its end: whether they stand is decided.

    Text before a line end that Jinja takes away counts as text of the next line, see `numbered_lines`.
    """
    lines: set[int] = set()
    depth, goes_on = 0, False
    for number, line in enumerate(source.split("\n"), start=first_line):
        choices = _CHOICE.findall(line)
        if depth or choices or goes_on:
            lines.add(number)
        depth += sum(-1 if end else 1 for end in choices)
        goes_on = number in lines and line.endswith(("%}", "#}"))
    return frozenset(lines)


class Tags:
    """The texts of a letter with tags, and what is wrong with these, found once for values of one shape."""

    def __init__(self, file: str, baht_reading: str = "spoken") -> None:
        self._file = file
        self._baht_reading = baht_reading
        self._shape: tuple[str, ...] = ()
        self._found: dict[tuple[str, int, str], tuple[list[Finding], Text]] = {}

    def of(
        self, source: str, marked: str, given: sandbox.Given, line: int, place: str
    ) -> tuple[list[Finding], Text]:
        """The problems of a text (see `sandbox.problems`), and `marked`, which is the text with line marks.

        `line` is that of its first line.
        """
        if given.shape != self._shape:
            self._shape, self._found = given.shape, {}
        found = self._found.get((marked, line, place))
        if found is None:
            where = self._file, line, place
            problems = sandbox.problems(
                source, known=given.known, file=self._file, first_line=line, place=place
            )
            text = sandbox.text(marked, baht_reading=self._baht_reading, trim=True, where=where)
            found = self._found[marked, line, place] = problems, text
        return found


@dataclass(slots=True, kw_only=True)
class Filler:
    """Fills the texts of one letter for one recipient, and collects what is wrong with them."""

    file: str
    given: sandbox.Given
    tags: Tags
    keep_digits: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    slots: Slots = field(default_factory=Slots)

    def expand(self, source: str, *, line: int, place: str = "") -> str:
        """The text with slots for its values; an empty one when its tags are wrong."""
        return _take_as_typed(self._fill(source, source, line, place, self.slots), self.slots)

    def plain(self, source: str, *, line: int, place: str = "") -> str:
        """The text with its values, digits and spaces as they are: for addresses, keys and dates."""
        return self.restore(self._fill(source, source, line, place, self.slots))

    def line(self, source: str, *, line: int, place: str = "") -> str:
        """A header's value, filled and finished."""
        return self.finish(self.expand(source, line=line, place=place))[0]

    def body(self, source: str, *, line: int) -> tuple[str, list[str]]:
        """A body with slots for its values, its lines marked with those of the file, and the values."""
        slots = Slots()
        filled = self._fill(source, _marked(source, line), line, "", slots)
        return _take_as_typed(filled, slots), slots.values

    def finish(self, *texts: str) -> list[str]:
        """Neighbouring texts with values in place, set for print."""
        return wording(texts, self.keep_digits).filled(self.slots.values)

    def restore(self, text: str) -> str:
        """The text with its values, digits and spaces as they are."""
        return restored(text, self.slots.values)

    def _fill(self, source: str, marked: str, line: int, place: str, slots: Slots) -> str:
        """`marked`, which is `source` with line marks, with slots for its values."""
        if not has_tags(source):
            return marked
        problems, text = self.tags.of(source, marked, self.given, line, place)
        self.findings += problems
        if problems or self.given.lacking:
            return ""
        try:
            return text.filled(self.given, partial(self._take_value, slots))
        except InputError as error:
            self.findings += error.findings
            return ""

    def _take_value(self, slots: Slots, value: object) -> sandbox.Ready:
        text, odd = printable(value if type(value) is str else sandbox.shown(value))
        if odd:
            self.findings += [replace(found, file=self.file) for found in odd]
        return slots.put(text, as_typed=isinstance(value, sandbox.AsTyped))


def printable(value: str) -> tuple[str, list[Finding]]:
    """A value as Thai keyboards should have typed it, without what no document can hold, which is told."""
    text = thai.normalise(value)
    found = thai.unprintable(text)
    if not found:
        return text, []
    odd = {ord(char): None for _index, char in found}
    return text.translate(odd), [_unprintable(code, text) for code in odd]


def _unprintable(code: int, text: str) -> Finding:
    return Finding(
        code="L16",
        text=text.replace(chr(code), "�")[:60],
        message=_("ข้อมูลมีอักขระ U+{code:04X} ที่พิมพ์ลงในเอกสารไม่ได้").format(code=code),
        hint=_("ลบอักขระนี้ออกจากสมุดงาน แล้วพิมพ์ข้อความช่วงนั้นใหม่"),
    )


def _take_as_typed(text: str, slots: Slots) -> str:
    if "`" not in text:
        return text
    return _AS_TYPED.sub(lambda code: slots.put(restored(code[2], slots.values), as_typed=True), text)


@lru_cache(maxsize=16)
def _marked(source: str, first_line: int) -> str:
    """The text with its line number at the end of each line, but for ends that Jinja takes away."""

    def mark(found: re.Match[str]) -> str:
        if found[0] not in ("", "\n"):
            return found[0]
        return f"\x04{first_line + source.count(chr(10), 0, found.start())}\x05{found[0]}"

    return _TAG_OR_LINE_END.sub(mark, source)


def numbered_lines(filled: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The lines of a filled body, each with the line of the file that it was made from."""
    number = first_line
    for text in filled.split("\n"):
        marks = _LINE.findall(text)
        number = int(marks[0]) if marks else number
        yield number, _LINE.sub("", text)
