"""Citations in a running text.

`ตามหนังสือกองคลัง ด่วนที่สุด ที่ กษ ๑๑๐๔/๓๓๕ ลงวันที่ ๓๐ กันยายน ๒๕๖๕`, `(หนังสือที่ กษ 1102/ว77 ลว 23 มี.ค. 66)`,
`คำสั่งกรมส่งเสริมสหกรณ์ ที่ ๑๒๓/๒๕๖๕`: saraban page, sections 3 and 8.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from memogen import thai
from memogen.citations.dates import LABEL, date_after, is_of_document, read_date
from memogen.citations.leads import Lead, begins_line, is_counted, is_of_other_paper, joins, lead
from memogen.citations.nouns import Citation, CitedKind
from memogen.citations.numbers import Mark, marks, read_number, read_order
from memogen.citations.spelling import AT, DIGIT, SPACE

_INVISIBLE = "\u200b\ufeff\u2060\u00ad"
_ALMOST = re.compile(
    rf"(?:เลข)?{AT}{SPACE}"
    rf"(?P<number>[ก-ฮ](?:\.?\s?[ก-ฮ]){{0,3}}\.?{SPACE}{DIGIT}{{2,6}}[^\n]{{0,20}}?){SPACE}\Z"
)
"""A number that is none: dots in its letters, no stroke."""
_ALMOST_REACH = 60


def find_citations(text: str, *, codes: Collection[str] = ()) -> tuple[Citation, ...]:
    """The cited documents in the order of the text; the time grows with the text and no faster.

    A bare number (`กษ ๑๑๑๓/๖๕๓` without ที่, หนังสือ, ว or a date) counts when its code is one of `codes`, in the
    form `กษ ๑๑๑๓`. The head of a memo (a line that begins with ที่ and has no ลงวันที่) is no citation.
    """
    plain, origin = _without_invisible(text)
    found = _numbered(plain, list(marks(plain)), codes)
    found += list(_unnumbered(plain, found))
    found.sort(key=lambda citation: citation.start)
    return tuple(found if origin is None else (_moved(citation, text, origin) for citation in found))


def _without_invisible(text: str) -> tuple[str, list[int] | None]:
    """The text without characters that have no width, and where each of the others stood."""
    if not any(mark in text for mark in _INVISIBLE):
        return text, None
    kept = [index for index, char in enumerate(text) if char not in _INVISIBLE]
    return "".join(text[index] for index in kept), kept


def _moved(citation: Citation, text: str, origin: list[int]) -> Citation:
    start, end = origin[citation.start], origin[citation.end - 1] + 1
    return replace(citation, start=start, end=end, text=text[start:end])


def _numbered(plain: str, candidates: Sequence[Mark], codes: Collection[str]) -> list[Citation]:
    found: list[Citation] = []
    for mark, following in zip_longest(candidates, candidates[1:]):
        before = found[-1] if found else None
        limit = following.start if following else len(plain)
        if mark.serial:
            citation = _order(plain, mark, before, limit)
        else:
            citation = _letter(plain, mark, before, limit, codes)
        if citation:
            found.append(citation)
    return found


def _letter(
    plain: str, mark: Mark, before: Citation | None, limit: int, codes: Collection[str]
) -> Citation | None:
    floor = before.end if before else 0
    words = lead(plain, floor, mark.start)
    follows = before if before and joins(plain, floor, words.cue) else None
    when = date_after(plain, mark.end, limit)
    is_dated = is_of_document(when)
    if not is_dated and (not mark.running or _is_head(plain, words)):
        return None  # a draft's number that is still to be given, or the letter's own
    number, fault = read_number(plain[mark.start : mark.end])
    is_ours = number is not None and number.code in codes
    shows = is_ours or is_dated or words.at or words.kind or follows or mark.running.startswith("ว")
    if not shows or is_of_other_paper(plain, floor, words.cue):
        return None
    citation = Citation(
        text="",
        start=words.start,
        end=mark.end,
        kind=CitedKind.LETTER,
        agency=words.agency or _agency_of(follows, number),
        number=number,
        fault=fault,
    )
    return _dated(plain, citation, when, before)


def _is_head(plain: str, words: Lead) -> bool:
    return words.at and not words.kind and begins_line(plain, words.cue)


def _agency_of(follows: Citation | None, number: thai.DocumentNumber | None) -> str:
    """In a list the agency stands once, for the numbers of one code."""
    if follows and follows.number and number and follows.number.code == number.code:
        return follows.agency
    return ""


def _order(plain: str, mark: Mark, before: Citation | None, limit: int) -> Citation | None:
    floor = before.end if before else 0
    words = lead(plain, floor, mark.start)
    kind, agency = words.kind, words.agency
    if kind is None and before and before.order and joins(plain, floor, words.cue):
        kind, agency = before.kind, before.agency
    if kind not in (CitedKind.ORDER, CitedKind.CERTIFICATE) or is_counted(plain, words.cue):
        return None
    order, fault = read_order(mark)
    citation = Citation(
        text="", start=words.start, end=mark.end, kind=kind, agency=agency, order=order, fault=fault
    )
    return _dated(plain, citation, date_after(plain, mark.end, limit), before)


def _dated(plain: str, citation: Citation, when: re.Match[str] | None, before: Citation | None) -> Citation:
    """The citation with its date and its text, which ends where the date does."""
    day, fault = read_date(when, before.dated if before else None) if when else (None, "")
    end = when.end() if when and (day or fault) else citation.end
    faults = " ".join(filter(None, (citation.fault, fault)))
    return replace(citation, end=end, text=plain[citation.start : end], dated=day, fault=faults)


def _unnumbered(plain: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """Letters with a date but no number, or one that cannot be read, between those that were found."""
    rest = iter([*found, None])
    following, before = next(rest), None
    for label in LABEL.finditer(plain):
        while following and following.start < label.start():
            before, following = following, next(rest)
        floor = before.end if before else 0
        citation = _dated_only(plain, floor, label.start(), before) if floor <= label.start() else None
        if citation:
            before = citation
            yield citation


def _dated_only(plain: str, floor: int, end: int, before: Citation | None) -> Citation | None:
    almost = _ALMOST.search(plain, max(floor, end - _ALMOST_REACH), end)
    words = lead(plain, floor, almost.start("number") if almost else end)
    if words.kind is None or words.at != bool(almost):
        return None
    number, fault = read_number(almost["number"]) if almost else (None, "")
    kind = CitedKind.LETTER if almost else words.kind
    citation = Citation(
        text="", start=words.start, end=end, kind=kind, agency=words.agency, number=number, fault=fault
    )
    return _dated(plain, citation, date_after(plain, end, end), before)
