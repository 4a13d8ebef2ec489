"""The several kinds of one letter file: which of them is asked for, and what is told of it as each.

Codes: L56 a kind that the letter is not for · N34 the same in a list of recipients · N37 a letter that was
issued as this kind before it had several.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _
from json import loads
from typing import TYPE_CHECKING

from memogen.compose import kinds_of, said_kind
from memogen.compose.asking import KIND
from memogen.errors import InputError, RegisterRefusal
from memogen.findings import Finding, nearest
from memogen.model import Kind, Letter, Recipient

if TYPE_CHECKING:
    from memogen.books import Entry
    from memogen.check import Found
    from memogen.register import Register


def asked_kind(letter: Letter, name: str | None) -> Kind | None:
    """The kind of a letter that is asked for by name; InputError L56 where the letter is not for it."""
    kinds = kinds_of(letter)[0]
    if name is None:
        return None
    if name not in kinds:
        raise InputError(_not_its_kind(letter, name, kinds))
    return Kind(name)


def refuse_other_kinds(letter: Letter, rows: Iterable[Recipient]) -> None:
    """InputError N34 with every row whose list asks for a kind that is none of the letter's several."""
    kinds = kinds_of(letter)[0]
    asked = [(row, said) for row in rows if (said := said_kind(row.values))] if len(kinds) > 1 else []
    wrong = [_not_their_kind(row, said, kinds) for row, said in asked if said not in kinds]
    if wrong:
        raise InputError(*wrong)


def told_once(told: Iterable[Finding]) -> list[Finding]:
    """What was found in a letter as each of its kinds: a fault once, however the kinds word it."""
    once: dict[tuple[str, int | None, str], Finding] = {}
    for one in told:
        once.setdefault((one.code, one.line, one.text if one.line else one.message), one)
    return list(once.values())


def found_once(found: Iterable[Found]) -> list[Found]:
    """The same of what rules found, in the order of the letter; two faults of a line are two."""
    once: dict[tuple[str, int | None, tuple[int, int], str], Found] = {}
    for one in found:
        finding, span = one.finding, one.fault.span
        what = finding.text if finding.line else finding.message
        once.setdefault((finding.code, finding.line, span, what), one)
    return sorted(once.values(), key=lambda one: (one.finding.line or 0, one.fault.span))


def key_of(letter: Letter, kind: Kind) -> str:
    """What tells the one letter that a file makes as this kind; that of its usual kind is the file's own."""
    return letter.file if kind is kinds_of(letter)[0][0] else f"{letter.file}#{kind}"


def refuse_second_number(register: Register, letter: Letter, key: str, kind: Kind) -> None:
    """RegisterRefusal N37 for a kind that was the letter's usual one when it got its number."""
    if key == letter.file or (entry := register.by_key(letter.file)) is None:
        return
    if loads(entry.payload or "{}").get(KIND, Kind.MEMO) == kind:
        raise RegisterRefusal(_issued_as(letter, kind, entry))


# --- faults -----------------------------------------------------------------------------------------


def _not_its_kind(letter: Letter, name: str, kinds: Sequence[Kind]) -> Finding:
    return Finding(
        code="L56",
        file=letter.file,
        text=name,
        message=_("ร่างนี้ทำเป็น “{kind}” ไม่ได้ ทำได้: {kinds}").format(kind=name, kinds=", ".join(kinds)),
        hint=_("แก้ --kind หรือเพิ่มบรรทัด “ชนิด: {kind}” ในร่าง").format(kind=nearest(name, [*Kind]) or kinds[0]),
    )


def _issued_as(letter: Letter, kind: Kind, entry: Entry) -> Finding:
    return Finding(
        code="N37",
        file=letter.file,
        text=kind,
        message=_("หนังสือนี้ออกเลขเป็น{kind}ไว้แล้ว คือ {number}").format(kind=kind, number=entry.number),
        hint=_("เรียงบรรทัด “ชนิด” ในร่างให้ “{kind}” อยู่ก่อนชนิดอื่น แล้วสั่งใหม่").format(kind=kind),
    )


def _not_their_kind(row: Recipient, said: str, kinds: Sequence[Kind]) -> Finding:
    guess = nearest(said, list(kinds))
    return Finding(
        code="N34",
        file=row.file,
        cell=row.cell,
        place=_("แถว {row}").format(row=row.row),
        text=said,
        message=_("ร่างนี้ไม่มีชนิด “{kind}” สำหรับ {name} มีแต่ {kinds}").format(
            kind=said, name=row.name, kinds=", ".join(kinds)
        ),
        hint=_("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
        if guess
        else _("แก้ช่องนี้ หรือเว้นว่างไว้ ถ้าคอลัมน์ “ชนิด” มีความหมายอื่น ให้เพิ่มคอลัมน์ “ชนิดหนังสือ”"),
    )
