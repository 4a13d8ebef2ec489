"""Whom to ask for the KPIs that are not yet known: the responsible units, found among those of the office.

Codes: V24 a responsible unit that the list does not have · V25 a KPI without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from memogen.findings import Finding
from memogen.kpi.nouns import Scored, ScoredKpi
from memogen.model import Recipient
from memogen.thai import normalise, to_arabic_digits

_BETWEEN = re.compile(r"[,;/\n]|\s(?:และ|กับ)(?=\s)")
_JOINED = re.compile("^(?:และ|กับ)")
_ALL = ("ทุกหน่วยงาน", "ทุกส่วนราชการ")


@dataclass(frozen=True, slots=True)
class Owed:
    """A KPI that a unit still owes; `group` is the part of the unit that the plan names, if it names one."""

    kpi: ScoredKpi
    group: str


def whom_to_ask(
    scored: Scored, units: Sequence[Recipient]
) -> tuple[list[tuple[Recipient, tuple[Owed, ...]]], list[Finding]]:
    """What each unit owes, in the order of the list, and the responsible ones that are not on it."""
    owed: dict[int, list[Owed]] = {}
    findings: list[Finding] = []
    known = _keys(units)
    for kpi in scored.unknown:
        if not kpi.kpi.responsible:
            findings.append(_nobody(scored, kpi))
        for place, group in _named(kpi.kpi.responsible, known, len(units)):
            if place is None:
                findings.append(_stranger(scored, kpi, group))
            elif kpi not in (one.kpi for one in owed.setdefault(place, [])):
                owed[place].append(Owed(kpi, group))
    return [(units[place], tuple(owed[place])) for place in sorted(owed)], findings


def _keys(units: Sequence[Recipient]) -> dict[str, int]:
    """Each name and abbreviation, and the place of its unit; the first of two."""
    keys: dict[str, int] = {}
    for place, unit in enumerate(units):
        for name in filter(None, (unit.name, unit.short)):
            keys.setdefault(_likeness(name), place)
    return keys


def _named(text: str, known: Mapping[str, int], count: int) -> Iterator[tuple[int | None, str]]:
    """The units that a cell names and their groups (`กกจ. กลุ่มวินัยฯ, กค.`); None and words of a stranger."""
    for piece in filter(None, map(str.strip, _BETWEEN.split(text))):
        if piece in _ALL:
            yield from ((place, "") for place in range(count))
        else:
            yield from _in_piece(piece.replace("(", " ").replace(")", " ").split(), known)


def _in_piece(words: Sequence[str], known: Mapping[str, int]) -> Iterator[tuple[int | None, str]]:
    found: list[tuple[int | None, list[str]]] = []
    start = 0
    while start < len(words):
        end, place = _longest(words, start, known)
        if place is not None or not found:
            found.append((place, []))
        if place is None:
            found[-1][1].append(words[start])
        start = end
    yield from ((place, " ".join(group)) for place, group in found)


def _longest(words: Sequence[str], start: int, known: Mapping[str, int]) -> tuple[int, int | None]:
    """Where the longest name that begins here ends, and whose it is; the next word and None for no name."""
    for end in range(len(words), start, -1):
        name = _JOINED.sub("", " ".join(words[start:end]))
        if (place := known.get(_likeness(name))) is not None:
            return end, place
    return start + 1, None


def _likeness(name: str) -> str:
    return to_arabic_digits("".join(normalise(name).split())).casefold()


# --- what is told ---------------------------------------------------------------------------------


def _stranger(scored: Scored, kpi: ScoredKpi, words: str) -> Finding:
    return Finding(
        code="V24",
        file=scored.scorecard.file,
        cell=kpi.kpi.cell,
        place=_place(scored),
        text=words,
        message=_("ตัวชี้วัด {code}: ไม่พบ “{unit}” ในรายชื่อหน่วยงาน จึงยังไม่ได้ขอผล").format(
            code=kpi.kpi.code, unit=words
        ),
        hint=_("เพิ่มหน่วยงานหรือชื่อย่อในรายชื่อ หรือบอกรายชื่ออื่นด้วย --units แล้วสั่งใหม่"),
    )


def _nobody(scored: Scored, kpi: ScoredKpi) -> Finding:
    return Finding(
        code="V25",
        file=scored.scorecard.file,
        cell=kpi.kpi.cell,
        place=_place(scored),
        text=kpi.kpi.code,
        message=_("ตัวชี้วัด {code} ยังไม่ทราบผล และไม่ได้บอกหน่วยงานรับผิดชอบ").format(code=kpi.kpi.code),
        hint=_("เติมหน่วยงานรับผิดชอบในสมุดงาน แล้วสั่งใหม่"),
    )


def _place(scored: Scored) -> str:
    sheet = scored.scorecard.sheet
    return _("ชีต {sheet}").format(sheet=sheet) if sheet else ""


def lines_of(owed: Iterable[Owed]) -> str:
    """A line for each KPI: its code and name, the group, and when it was to be known."""
    return "\n".join(_line(one) for one in owed)


def _line(one: Owed) -> str:
    kpi = one.kpi.kpi
    group = f" ({one.group})" if one.group else ""
    awaited = f" {one.kpi.awaited}" if one.kpi.awaited else ""
    return f"{kpi.code} {kpi.name}{group}{awaited}"
