"""Which of its data a letter prints: its texts filled once more, from rows that tell what is read of them.

Composing knows nothing of it, and is as quick as without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from memogen import sandbox
from memogen.compose.asking import KIND, RECIPIENT
from memogen.compose.filling import has_tags
from memogen.compose.kinds import as_kind, kinds_of
from memogen.compose.orders import TABLE, is_order, read_order
from memogen.compose.tables import DataTables
from memogen.compose.wording import Slots, finished
from memogen.model import Kind, Letter, Office, Plain

BODY = "เนื้อความ"
_DATA = "ข้อมูล"
_OPENING = re.compile(r"\{\{|\[\[")
_SELECTED = re.compile(r"\|\s*(?:เฉพาะ|selectattr)\s*\(\s*(['\"])(.*?)\1")
_LINE = re.compile("\x04([0-9]+)\x05")
_ORDER = re.compile(rf"{_LINE.pattern}(\[\[.*)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of the data: of which name, in which row (from 0), under which column."""

    data: str
    row: int
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What is printed at one place of a letter, and the values that it was made of.

    `part` is the header's name, เนื้อความ or ตาราง, `line` that of the file. Of values that only decide what
    stands there `printed` is None, and those of tags have no line.
    """

    part: str
    line: int | None
    printed: str | None
    spots: tuple[Spot, ...]


class Tracer:
    """One letter that can be composed, ready to be traced for many recipients.

    `kind` and `data` are as for Composer.
    """

    def __init__(
        self, letter: Letter, office: Office, data: Mapping[str, Any], kind: Kind | None = None
    ) -> None:
        kind = kind or kinds_of(letter)[0][0]
        letter = as_kind(letter, kind)
        self._office = office
        self._tables = DataTables(data, unread=(), file=letter.file, keep=office.keep_digits)
        self._texts = [
            *(_Text(one.name, one.value, one.line) for one in letter.headers if one.name != _DATA),
            _Text(BODY, letter.body, letter.body_line),
        ]
        self._reading = _Reading()
        self._given = sandbox.Given({KIND: kind.value}, over=self._recorded(data))

    def _recorded(self, data: Mapping[str, Any]) -> sandbox.Given:
        """The data that tags name, their rows made such that they tell when they are read."""
        tagged = [text.source for text in self._texts if has_tags(text.source)]
        named = frozenset().union(*map(sandbox.names, tagged))
        chosen = {name: rows for name, rows in data.items() if name in named}
        given = sandbox.Given(chosen)
        for (key, rows), (name, typed) in zip(given.values.items(), chosen.items(), strict=True):
            columns = dict(zip(rows[0], typed[0], strict=True)) if rows else {}
            given.values[key] = _Rows(
                _Row(row, name, place, columns, self._reading) for place, row in enumerate(rows)
            )
        return given

    def uses(self, recipient: Mapping[str, Plain] | None) -> list[Use]:
        """All that the letter takes from its data for a recipient, line by line."""
        given = self._given
        if recipient is not None:
            given = sandbox.Given({RECIPIENT: recipient}, over=given)
        self._reading.restart()
        found: list[Use] = []
        for text in self._texts:
            found += self._of_text(text, given)
        return sorted(dict.fromkeys(found), key=lambda use: (use.line is None, use.line or 0))

    def _of_text(self, text: _Text, given: sandbox.Given) -> Iterator[Use]:
        if not has_tags(text.source):
            filled, values = text.marked, []
        else:
            printing = _Printing(text, self._reading, self._office.keep_digits)
            filled = sandbox.render(
                text.marked,
                given,
                finalize=printing.take,
                baht_reading=self._office.baht_reading,
                trim=True,
            )
            values = printing.slots.values
            yield from printing.uses()
        for line in filled.split("\n"):
            yield from self._of_table(line.strip(), values)

    def _of_table(self, text: str, values: Sequence[str]) -> Iterator[Use]:
        """What a line of the filled body takes when it is a data table."""
        marked = _ORDER.fullmatch(text)
        order = _LINE.sub("", marked[2]) if marked else ""
        read = read_order(order)[0] if is_order(order) else None
        if marked is None or read is None:
            return
        for printed, column, rows in self._tables.cells(read, values):
            yield Use(
                part=TABLE,
                line=int(marked[1]),
                printed=None if printed is None else _spaced(printed),
                spots=tuple(Spot(read.data, row, column) for row in rows),
            )


class _Text:
    """A text of the letter; in `marked` each value has the number of its line printed before it.

    The same stands, as a mark, before what may be a data table. `selectors` are columns by which rows are
    chosen: they are read of all rows, even of those that nothing is printed of.
    """

    def __init__(self, part: str, source: str, line: int) -> None:
        self.part = part
        self.source = sandbox.normalise_tags(source)
        self.line = line
        self.marked = _OPENING.sub(self._with_line, self.source)
        self.selectors = {found[2] for found in _SELECTED.finditer(self.source)}

    def _with_line(self, opening: re.Match[str]) -> str:
        line = self.line + self.source.count("\n", 0, opening.start())
        return f"{{{{ {line} }}}}{{{{" if opening[0] == "{{" else f"\x04{line}\x05[["


class _Printing:
    """What one text prints: of each value first the number of its line comes, then itself."""

    def __init__(self, text: _Text, reading: _Reading, keep: tuple[str, ...]) -> None:
        self.slots = Slots()
        self._text = text
        self._reading = reading
        self._keep = keep
        self._line: int | None = None
        self._printed: list[Use] = []
        self._tested: list[Spot] = []

    def take(self, value: Any) -> sandbox.Ready:
        """Called for all that is printed; what was read before the line's number only decided something."""
        spots = self._reading.taken()
        if self._line is None:
            self._line = int(value)
            self._tested += spots
            return sandbox.Ready("")
        words = sandbox.shown(value)
        printed = words if isinstance(value, sandbox.AsTyped) else finished(words, self._keep)
        if own := [spot for spot in spots if spot.column not in self._text.selectors] or spots:
            self._printed.append(self._use(self._line, _spaced(printed), own))
        self._line = None
        return self.slots.put(words)

    def uses(self) -> Iterator[Use]:
        """What was printed, and what decided: of rows that are printed, or named as in `แผน[0]`, alone."""
        yield from self._printed
        rows = {(spot.data, spot.row) for use in self._printed for spot in use.spots} | self._reading.named
        tested = [*self._tested, *self._reading.taken()]
        if deciding := [spot for spot in tested if (spot.data, spot.row) in rows]:
            yield self._use(None, None, deciding)

    def _use(self, line: int | None, printed: str | None, spots: Iterable[Spot]) -> Use:
        return Use(part=self._text.part, line=line, printed=printed, spots=tuple(dict.fromkeys(spots)))


def _spaced(printed: str) -> str:
    """What is printed with plain spaces, for people to read."""
    return printed.replace("\u00a0", " ")


# --- rows that tell ---------------------------------------------------------------------------------


class _Reading:
    """What was read of the rows since it was last taken; `named` are rows asked for by their number."""

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self.named: set[tuple[str, int]] = set()

    def restart(self) -> None:
        self.spots.clear()
        self.named.clear()

    def taken(self) -> list[Spot]:
        taken, self.spots = self.spots, []
        return taken


class _Row(dict[str, Any]):
    """A row of the data as tags have it; `columns` are their own names for its columns."""

    def __init__(
        self, row: Mapping[str, Any], data: str, place: int, columns: Mapping[str, str], reading: _Reading
    ) -> None:
        super().__init__(row)
        self._data = data
        self._place = place
        self._columns = columns
        self._reading = reading

    def __getitem__(self, column: str) -> Any:
        value = super().__getitem__(column)
        self._reading.spots.append(Spot(self._data, self._place, self._columns[column]))
        return value

    def name(self) -> None:
        """The row was asked for by its number."""
        self._reading.named.add((self._data, self._place))


class _Rows(list[Any]):
    """Rows that know which of them was asked for by its number."""

    def __getitem__(self, at: Any) -> Any:
        row = super().__getitem__(at)
        row.name()
        return row
