"""The texts of a letter filled with data: values go in as they are, then digits and spaces are set.

A value must come out exactly, whatever it holds: `*`, `#`, `|` or a line break in a workbook's cell is
not Markdown. So each value stands as a numbered slot, in characters that no letter may hold, until the
Markdown has been read. What is typed between backticks waits in a slot too, and keeps its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import Any

from memogen import sandbox, thai
from memogen.errors import InputError
from memogen.findings import Finding

_SLOT = re.compile("\x02([0-9]+)\x03")
_LINE = re.compile("\x04([0-9]+)\x05")
_TAG_OR_LINE_END = re.compile(r"\{[{%#].*?[}%#]\}|(?<![%#]\})(?:\n|\Z)", re.DOTALL)
_AS_TYPED = re.compile(r"(?<![\\`])(`+)(?!`)([^`\n]+)\1(?!`)")
_BRACES = re.compile(r"[{}]")


@dataclass(slots=True)
class Slots:
    """What has been taken out of one letter's texts, in order: (text, whether its digits stay)."""

    texts: list[tuple[str, bool]] = field(default_factory=list)

    def put(self, text: str, *, as_typed: bool = False) -> sandbox.Ready:
        """Keeps a text and gives the slot that stands for it."""
        self.texts.append((text, as_typed))
        return sandbox.Ready(f"\x02{len(self.texts) - 1}\x03")

    def pieces(self, text: str) -> Iterator[tuple[str, bool]]:
        """The text with its slots filled, in stretches: (text, whether its digits stay)."""
        for index, piece in enumerate(_SLOT.split(text)):
            yield self.texts[int(piece)] if index % 2 else (piece, False)

    def restore(self, text: str) -> str:
        """The text with its slots filled."""
        return "".join(piece for piece, _as_typed in self.pieces(text))


@dataclass(slots=True, kw_only=True)
class Filler:
    """Fills the texts of one letter from its data and collects what is wrong with them.

    A name that `shape` has and `values` has not is data that could not be read, which has been told.
    """

    file: str
    shape: Mapping[str, Any]
    values: Mapping[str, Any]
    keep_digits: tuple[str, ...] = ()
    baht_reading: str = "spoken"
    findings: list[Finding] = field(default_factory=list)
    slots: Slots = field(default_factory=Slots)

    def expand(self, source: str, *, line: int, place: str = "") -> str:
        """The text with slots for its values; an empty one when its tags are wrong."""
        return self._take_as_typed(self._fill(source, source, line, place))

    def plain(self, source: str, *, line: int, place: str = "") -> str:
        """The text with its values, digits and spaces as they are: for addresses, keys and dates."""
        return self.slots.restore(self._fill(source, source, line, place))

    def line(self, source: str, *, line: int, place: str = "") -> str:
        """A header's value, filled and finished."""
        return self.finish(self.expand(source, line=line, place=place))[0]

    def lines(self, source: str, *, line: int) -> Iterator[tuple[int, str]]:
        """The filled lines of a body, each with the line of the file that it was made from."""
        filled = self._take_as_typed(self._fill(source, _marked(source, line), line, ""))
        for text in filled.split("\n"):
            marks = _LINE.findall(text)
            line = int(marks[0]) if marks else line
            yield line, _LINE.sub("", text)

    def finish(self, *texts: str) -> list[str]:
        """Neighbouring texts with values in place, Thai digits, phrases held together (rule T15).

        They are read as one, so that a bold number holds on to its unit.
        """
        stretches = [list(self.slots.pieces(text)) for text in texts]
        whole = "".join(piece for pieces in stretches for piece, _as_typed in pieces)
        done = thai.hold_together(thai.thai_digits(whole, keep=self.keep_digits))
        finished, start = [], 0
        for pieces in stretches:
            ready = ""
            for piece, as_typed in pieces:
                ready += piece if as_typed else done[start : start + len(piece)]
                start += len(piece)
            finished.append(ready)
        return finished

    def _fill(self, source: str, marked: str, line: int, place: str) -> str:
        """`marked`, which is `source` with line marks, with slots for its values."""
        if not _BRACES.search(source):
            return marked
        problems = sandbox.problems(source, known=self.shape, file=self.file, first_line=line, place=place)
        self.findings += problems
        if problems or self.shape.keys() - self.values.keys():
            return ""
        try:
            return sandbox.render(
                marked,
                self.values,
                finalize=self._take_value,
                baht_reading=self.baht_reading,
                trim=True,
                file=self.file,
                first_line=line,
                place=place,
            )
        except InputError as error:
            self.findings += error.findings
            return ""

    def _take_value(self, value: object) -> sandbox.Ready:
        text = thai.normalise(sandbox.shown(value))
        odd = {ord(char): None for _index, char in thai.unprintable(text)}
        self.findings += [self._unprintable(code, text) for code in odd]
        return self.slots.put(text.translate(odd), as_typed=isinstance(value, sandbox.AsTyped))

    def _take_as_typed(self, text: str) -> str:
        return _AS_TYPED.sub(lambda code: self.slots.put(self.slots.restore(code[2]), as_typed=True), text)

    def _unprintable(self, code: int, text: str) -> Finding:
        return Finding(
            code="L16",
            file=self.file,
            text=text.replace(chr(code), "�")[:60],
            message=_("ข้อมูลมีอักขระ U+{code:04X} ที่พิมพ์ลงในเอกสารไม่ได้").format(code=code),
            hint=_("ลบอักขระนี้ออกจากสมุดงาน แล้วพิมพ์ข้อความช่วงนั้นใหม่"),
        )


def _marked(source: str, first_line: int) -> str:
    """The text with its line number at the end of each line, but for ends that Jinja takes away."""

    def mark(found: re.Match[str]) -> str:
        if found[0] not in ("", "\n"):
            return found[0]
        return f"\x04{first_line + source.count(chr(10), 0, found.start())}\x05{found[0]}"

    return _TAG_OR_LINE_END.sub(mark, source)
