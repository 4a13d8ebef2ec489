"""What is wrong with the recipients, each and beside the others, before anything is made for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from memogen.files.names import folded, forbidden_in, why_illegal
from memogen.findings import Finding
from memogen.model import Recipient
from memogen.recipients import refusals
from memogen.recipients.likeness import in_one_line, likeness, shown

_TOTAL = re.compile(
    r"(ยอด|ผล)?รวม(\s*(ทั้งสิ้น|ทั้งหมด|จำนวน|เงิน))*\s*[\d,.]*\s*(แห่ง|หน่วยงาน|หน่วย|จังหวัด|ราย|ฉบับ|คน|บาท)?\s*:?"
    r"|(grand )?total\s*:?",
    re.IGNORECASE,
)


def filed_as(recipient: Recipient) -> str:
    """The words that tell a recipient's files from others: its column ชื่อไฟล์, or its name."""
    typed = recipient.values.get("ชื่อไฟล์")
    if typed is None:
        return recipient.name
    return in_one_line(shown(typed)).removesuffix(".docx").rstrip() or recipient.name


def judged(recipients: Sequence[Recipient], *, file_names: Sequence[str]) -> list[Finding]:
    """All that is wrong, in the order of the list; `file_names` are those of the recipients' copies.

    N03 to N05 a row that names nobody, N06 a unit twice, N07 an abbreviation twice (a warning), N10 words
    that no file name can hold, even if `file_names` have been made legal since, N11 names that Windows
    takes for one.
    """
    told: list[tuple[int, Finding]] = []
    units: dict[int, Recipient] = {}
    for place, recipient in enumerate(recipients):
        total = _total_in(recipient)
        if total or not recipient.name:
            told.append((place, refusals.no_recipient(recipient, total)))
        else:
            units[place] = recipient
    doubled = dict(_repeats({place: likeness(unit.name) for place, unit in units.items()}))
    for place, first in doubled.items():
        told.append((place, refusals.doubled_unit(units[place], units[first])))
    for place, first in _repeats({place: likeness(unit.short) for place, unit in units.items()}):
        if place not in doubled:
            told.append((place, refusals.doubled_short(units[place], units[first])))
    for place, unit in units.items():
        words = filed_as(unit)
        if reason := why_illegal(words if forbidden_in(words) else file_names[place]):
            told.append((place, refusals.illegal_name(unit, words, reason)))
    for place, first in _repeats({place: folded(file_names[place]) for place in units}):
        if place not in doubled:
            told.append((place, refusals.same_name(units[place], units[first], file_names[place])))
    return [finding for _place, finding in sorted(told, key=lambda one: one[0])]


def _total_in(recipient: Recipient) -> str:
    """The word that makes a row one of totals, in place of a name."""
    if recipient.name:
        return recipient.name if _TOTAL.fullmatch(recipient.name) else ""
    texts = map(in_one_line, map(shown, recipient.values.values()))
    return next((text for text in texts if _TOTAL.fullmatch(text)), "")


def _repeats(keys: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Each place whose key was met before, and the place where it was met first."""
    met: dict[str, int] = {}
    for place, key in keys.items():
        if key and met.setdefault(key, place) != place:
            yield place, met[key]
