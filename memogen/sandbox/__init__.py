"""The fence around every Jinja text: what a tag may say, and filling it with plain values only.

Codes: M01 a tag that cannot be read · M02 a construct that is not allowed · M03 an unknown name · M04 an
unknown column · M08 a value that does not suit its filter or comparison · M09 too many rows or characters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from memogen.findings import Finding
from memogen.sandbox.values import (
    ANY,
    LIMIT,
    ROWS,
    STEPS,
    AsTyped,
    Formatted,
    Given,
    Ready,
    Shape,
    shape_of,
)

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from memogen.sandbox.filling import Text

__all__ = [
    "ANY",
    "LIMIT",
    "ROWS",
    "STEPS",
    "AsTyped",
    "Formatted",
    "Given",
    "Ready",
    "Shape",
    "environment",
    "names",
    "normalise_tags",
    "printed",
    "problems",
    "render",
    "shape_of",
    "shown",
    "text",
]


def environment(
    *, finalize: Callable[[Any], Any] | None = None, trim: bool = False
) -> ImmutableSandboxedEnvironment:
    """A Jinja environment without loader, globals, calls or attributes; only listed filters and tests.

    `finalize` makes text of each value that is printed; without it dates are long Thai dates, Decimals exact,
    None empty, and lists refused. `trim` drops the line that held only a `{% %}`.
    """
    from memogen.sandbox.fence import fence

    return fence(finalize=finalize, trim=trim)


def problems(
    source: str,
    *,
    known: Mapping[str, Shape] | None,
    file: str,
    first_line: int = 1,
    place: str = "",
) -> list[Finding]:
    """All faults of the tags of a text at once, in the order of the text; nothing is compiled or run.

    `known` is what there is to print: name -> None for a plain value, a mapping for an object with columns,
    a one-element list for rows, ANY for what is not known. Without it names are not checked. A name that the
    text asks about with `is defined` may be missing.
    """
    from memogen.sandbox.grammar import Reading

    return Reading(source, known).findings(file=file, first_line=first_line, place=place)


def shown(value: Any) -> str:
    """A plain value in words: None empty, a date long, a Decimal exact; ValueError for a list."""
    from memogen.sandbox.filters import shown as words

    return words(value)


def names(source: str) -> frozenset[str]:
    """The names that a text takes from outside: what it prints, tests and loops over, no loop variables."""
    from memogen.sandbox.grammar import Reading

    return frozenset(Reading(source, None).names)


def printed(source: str) -> frozenset[str]:
    """What a text prints as it is and on every path, `เรื่อง` or `ผู้ลงนาม.ชื่อ`: no filter, `if` or `for`."""
    from memogen.sandbox.grammar import Reading

    return frozenset(Reading(source, None).printed)


def normalise_tags(source: str) -> str:
    """The text with its tags as they should have been typed.

    Word and Thai keyboards put invisible spaces, no-break spaces, curly quotes and sara am in two parts into
    tags. What stands outside tags is left alone.
    """
    from memogen.sandbox.scan import normalise_tags as normalise

    return normalise(source)


def render(
    source: str,
    values: Mapping[str, Any] | Given,
    *,
    finalize: Callable[[Any], Any] | None = None,
    baht_reading: str = "spoken",
    trim: bool = False,
    limit: int = LIMIT,
    file: str = "",
    first_line: int = 1,
    place: str = "",
) -> str:
    """The text filled; values is escaped for XML unless they, or what `finalize` makes of them, are Ready.

    `baht_reading` is how the filter บาทตัวอักษร reads amounts: spoken or spreadsheet. Values are str, int,
    bool, None, Decimal, date, Ready, and lists and mappings of these; others raise TypeError. Values for many
    texts are best made plain once, as Given. InputError with all findings: tags that `problems` refuses,
    filters that do not suit their values, more than ROWS rows in a list, STEPS rows read in all, or `limit`
    characters.
    """
    given = values if isinstance(values, Given) else Given(values)
    where = file, first_line, place
    return text(source, baht_reading=baht_reading, trim=trim, limit=limit, where=where).filled(
        given, finalize
    )


def text(
    source: str,
    *,
    baht_reading: str = "spoken",
    trim: bool = False,
    limit: int = LIMIT,
    where: tuple[str, int, str] = ("", 1, ""),
) -> Text:
    """The same to be filled again and again; `where` are file, first line and place."""
    from memogen.sandbox.filling import Text

    return Text(source, baht_reading=baht_reading, trim=trim, limit=limit, where=where)
