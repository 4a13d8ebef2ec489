"""The cells that a letter quotes, as the books keep them with its number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from memogen import thai
from memogen.books import Entry
from memogen.desk.tracing import Quote, Sources
from memogen.model import Plain

if TYPE_CHECKING:
    from memogen.sheets import Row

FIGURES = "ที่มาของตัวเลข"
"""The part of an entry's content that has the cells; it is no part of what the letter says."""
_MANY, _MOST = 500, 5_000
"""Cells of a sheet beyond which less is kept of each text, and beyond which only each column's digest is."""
ALL_ROWS = 0
"""Stands for the number of a row where a digest of the whole column is kept."""
LONG, SHORT = 60, 12
"""Characters of a text that are kept as they are."""


class Quoted(NamedTuple):
    """A row of which cells are quoted: its number and name then, and what each showed, by column."""

    number: int
    name: str
    cells: dict[str, str]


class Page(NamedTuple):
    """The quoted rows of one sheet; `naming` are the columns that tell all its rows apart, if any do."""

    file: str
    sheet: str
    naming: list[str]
    rows: list[Quoted]


def kept(
    sources: Sources, units: Iterable[Mapping[str, Plain] | None], *, before: Entry | None = None
) -> dict[str, str]:
    """FIGURES with the cells that the letters for these recipients quote; nothing where there are none.

    `before` is the entry of a letter that has its number: issued again, it keeps what stood there on its day.
    """
    if before:
        figures = _figures_of(before)
        return {FIGURES: figures} if figures else {}
    quotes = dict.fromkeys(
        quote for unit in units for figure in sources.figures(unit) for quote in figure.quotes
    )
    if not quotes:
        return {}
    pages = [*_pages(sources, quotes)]
    return {FIGURES: json.dumps(pages, ensure_ascii=False, separators=(",", ":"))}


def _figures_of(entry: Entry) -> str:
    """What the books have kept with a line; empty where that is nothing."""
    payload = entry.payload or ""
    figures = json.loads(payload).get(FIGURES, "") if FIGURES in payload else ""
    return str(figures)


def pages_of(entry: Entry) -> Iterator[Page]:
    """What the books have kept with a line, sheet by sheet; nothing of one without cells."""
    for file, sheet, naming, rows in json.loads(_figures_of(entry) or "[]"):
        yield Page(file, sheet, naming, [Quoted(*row) for row in rows])


def _pages(sources: Sources, quotes: Iterable[Quote]) -> Iterator[Page]:
    """The quotes by sheet and row."""
    by_sheet: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        by_sheet.setdefault((quote.file, quote.sheet), []).append(quote)
    for (file, sheet), own in by_sheet.items():
        data = own[0].data
        rows = {record.row.number: record.row for record in sources.records(data)}
        if len(own) > _MOST:
            columns = dict.fromkeys(quote.column for quote in own)
            digests = {column: digest_of(rows.values(), column) for column in columns}
            yield Page(file, sheet, [], [Quoted(ALL_ROWS, "", digests)])
            continue
        naming = sources.naming(data)
        most = SHORT if len(own) > _MANY else LONG
        quoted: dict[int, Quoted] = {}
        for quote in own:
            if quote.row not in quoted:
                quoted[quote.row] = Quoted(quote.row, name_of(rows[quote.row], naming), {})
            quoted[quote.row].cells[quote.column] = brief(quote.value, most)
        yield Page(file, sheet, naming, [*quoted.values()])


def digest_of(rows: Iterable[Row], column: str) -> str:
    """What all cells of a column show, in whatever order they stand."""
    return sha256("\0".join(sorted(row[column].shown for row in rows)).encode()).hexdigest()


def name_of(row: Row, naming: Iterable[str]) -> str:
    """What a row is found again by; empty without columns that name it."""
    return brief(" ".join(row[column].text for column in naming))


def brief(text: str, most: int = LONG) -> str:
    """A text in one line; a long one as its beginning and a digest."""
    line = " ".join(text.split())
    line = line.translate({ord(sign): None for _at, sign in thai.unprintable(line)})
    return line if len(line) <= most else f"{line[:most]}…#{sha256(line.encode()).hexdigest()[:12]}"
