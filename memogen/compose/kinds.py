"""The kinds that a letter file is for, and the letter as one of them.

Codes: L17 a kind that there is not · L58 words for a kind that the letter is not for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from gettext import gettext as _

from memogen.compose.asking import KIND
from memogen.compose.enclosing import ENCLOSED, parted
from memogen.compose.parts import PARTS
from memogen.compose.settling import asked_kinds, settled
from memogen.findings import Finding, nearest
from memogen.model import Header, Kind, Letter, Plain

KIND_COLUMNS = ("ชนิดหนังสือ", KIND)
"""What lists call the column with the kind that a recipient gets, the surer word first."""
_REFERENCE = "อ้างถึง"


def kinds_of(letter: Letter) -> tuple[tuple[Kind, ...], list[Finding]]:
    """The kinds that a letter is for, the usual one first; a memo unless it says others."""
    known = [kind.value for kind in Kind]
    headers = [header for header in letter.all(KIND) if header.value]
    kinds = dict.fromkeys(Kind(header.value) for header in headers if header.value in known)
    faults = [_unknown(letter, header, known) for header in headers if header.value not in known]
    return tuple(kinds) or (Kind.MEMO,), faults


def said_kind(recipient: Mapping[str, Plain] | None) -> str:
    """The kind that the list gives a recipient; empty where it leaves that to others."""
    values = recipient or {}
    column = next((name for name in KIND_COLUMNS if name in values), "")
    return " ".join(str(values.get(column) or "").split())


def kind_for(kinds: Sequence[Kind], recipient: Mapping[str, Plain] | None) -> Kind:
    """The kind that a recipient gets of those that a letter is made as: the first unless the list says."""
    if len(kinds) == 1:
        return kinds[0]
    said = said_kind(recipient)
    return Kind(said) if said in kinds else kinds[0]


def as_kind(letter: Letter, kind: Kind) -> Letter:
    """The letter as one of its kinds, without the headers and words that are for the others alone.

    Every other sign keeps its place. A letter of one kind is itself.
    """
    if len(letter.all(KIND)) < 2:
        return letter
    kinds = kinds_of(letter)[0]
    named = next((header for header in letter.all(KIND) if header.value == kind), None)
    others = [other for other in kinds if other is not kind]
    headers = tuple(
        replace(header, value=settled(header.value, kind))
        for header in letter.headers
        if header is named or (header.name != KIND and _is_for(kind, others, header))
    )
    return replace(
        letter,
        headers=headers,
        body=settled(letter.body, kind),
        findings=(*letter.findings, *_for_no_kind(letter, kinds)),
    )


def _is_for(kind: Kind, others: Sequence[Kind], header: Header) -> bool:
    """Whether a header goes with the letter as this kind; what no kind prints goes with all, and is told."""
    return _has_place(kind, header) or not any(_has_place(other, header) for other in others)


def _has_place(kind: Kind, header: Header) -> bool:
    """Whether a kind prints a header, or sends its file along."""
    if header.name == ENCLOSED and not parted(header.value)[1]:
        return kind is Kind.EXTERNAL
    if header.name == _REFERENCE and kind is Kind.MEMO:
        return False  # a memo says it in its text (H03)
    return header.base in PARTS[kind].headers


# --- faults -----------------------------------------------------------------------------------------


def _unknown(letter: Letter, header: Header, known: Sequence[str]) -> Finding:
    guess = nearest(header.value, list(known))
    return Finding(
        code="L17",
        file=letter.file,
        line=header.line,
        text=header.value,
        message=_("ไม่รู้จักชนิดหนังสือ “{kind}”").format(kind=header.value),
        hint=_("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
        if guess
        else _("ที่ใช้ได้: {known}").format(known=", ".join(known)),
    )


def _for_no_kind(letter: Letter, kinds: Sequence[Kind]) -> Iterator[Finding]:
    """Words that would never be printed, because no copy is of their kind."""
    texts = [*((header.value, header.line) for header in letter.headers), (letter.body, letter.body_line)]
    for text, first_line in texts:
        for name, start in asked_kinds(text):
            if name not in kinds:
                yield Finding(
                    code="L58",
                    file=letter.file,
                    line=first_line + text.count("\n", 0, start),
                    text=name,
                    message=_("ข้อความส่วนนี้เขียนไว้สำหรับ “{kind}” แต่ร่างนี้ไม่มีชนิดนั้น").format(kind=name),
                    hint=_("ชนิดของร่างนี้: {kinds}").format(kinds=", ".join(kinds)),
                )
