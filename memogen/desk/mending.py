"""Mending: what can be mended mechanically, mended; and copies with comments at the faults.

Code: Q03 a document that was issued is not mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from memogen import proof
from memogen.check import Found
from memogen.desk.folder import BANGKOK
from memogen.desk.gathering import ANNOTATED, BEFORE
from memogen.desk.inspecting import Inspected, Inspector
from memogen.files import decoded, put
from memogen.findings import Finding
from memogen.paper import FILLED_LATER, Origin

ROUNDS = 50
"""How often a file is read again at most, for what was hidden by another fault in the same words."""
AUTHOR = "memogen"


@dataclass(frozen=True, slots=True)
class Change:
    """What was mended: where, by which rule, and both texts."""

    code: str
    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A file that was mended, and where what it was before is kept; or why it was not."""

    file: str
    kept: Path | None = None
    changes: tuple[Change, ...] = ()
    refusal: Finding | None = None


# --- mending ----------------------------------------------------------------------------------------


def mend(inspector: Inspector, path: Path) -> Mended | None:
    """Mends a file in its place; None when there is nothing to mend. OutputError when it cannot be written.

    The file as it was stays beside it. Formatting stays, and so does a document that has its number.
    """
    inspected = inspector.look(path)
    if not _fixable(inspected):
        return None
    if entry := inspector.issued_as(inspected):
        return Mended(file=inspected.file, refusal=_issued(inspected.file, entry.number))
    content, changes = _mended(inspector, inspected)
    kept = _free(path, BEFORE)
    put(kept, inspected.content)
    put(path, content)
    return Mended(file=inspected.file, kept=kept, changes=tuple(changes))


def _mended(inspector: Inspector, inspected: Inspected) -> tuple[bytes, list[Change]]:
    changes: list[Change] = []
    for _round in range(ROUNDS):
        found = _apart(_fixable(inspected))
        if not found:
            break
        changes += [_change(one) for one in found]
        inspected = inspector.look(inspected.path, _with_fixes(inspected, found))
    return inspected.content, changes


def _fixable(inspected: Inspected) -> list[Found]:
    wanted = set(inspected.findings)
    return [one for one in inspected.found if one.fault.fix is not None and one.finding in wanted]


def _apart(found: Iterable[Found]) -> list[Found]:
    """Those of them that do not meet, in their order; the others wait for the next round."""
    chosen: list[Found] = []
    for one in found:
        last = chosen[-1].fault if chosen else None
        meets = last is not None and last.passage == one.fault.passage and one.fault.span[0] < last.span[1]
        if not meets:
            chosen.append(one)
    return chosen


def _with_fixes(inspected: Inspected, found: Sequence[Found]) -> bytes:
    assert inspected.paper is not None
    if inspected.paper.origin is Origin.LETTER:
        return _letter_with(decoded(inspected.content), found).encode("utf-8")
    edits = [
        proof.Edit(one.fault.passage.address, *one.fault.span, one.fault.fix)
        for one in found
        if one.fault.passage and one.fault.passage.address and one.fault.fix is not None
    ]
    return proof.edited(inspected.content, edits, file=inspected.file)


def _letter_with(text: str, found: Iterable[Found]) -> str:
    """A letter file with the mendings in their lines, from the last to the first."""
    lines = text.split("\n")
    for one in reversed(list(found)):
        passage, (start, end) = one.fault.passage, one.fault.span
        number = passage.line_at(start) if passage else None
        if passage is not None and number is not None and one.fault.fix is not None:
            first = passage.text.rfind("\n", 0, start) + 1
            read = passage.text[first:].partition("\n")[0]
            lines[number - 1] = _replaced(lines[number - 1], read, start - first, end - first, one.fault.fix)
    return "\n".join(lines)


def _replaced(line: str, read: str, start: int, end: int, new: str) -> str:
    """A line of a file with `read[start:end]` replaced, where `read` is what was read of the line.

    Marks and indents before it were not read, and an expression stands in `read` as FILLED_LATER.
    """
    found = re.search(re.escape(read).replace(FILLED_LATER, "."), line)
    if found is None:
        return line
    at = found.start()
    return line[: at + start] + new + line[at + end :]


def _change(one: Found) -> Change:
    finding = one.finding
    where = finding.place or (str(finding.line) if finding.line else "")
    return Change(code=finding.code, where=where, before=one.fault.text, after=one.fault.fix or "")


# --- comments ---------------------------------------------------------------------------------------


def annotate(inspected: Inspected, *, now: datetime) -> Path | None:
    """A copy of a document with a Word comment at each fault, beside it; None when there is no fault.

    The document itself is not touched; an annotated copy made before stays too.
    """
    paper = inspected.paper
    if paper is None or paper.origin is Origin.LETTER or not inspected.findings:
        return None
    wanted = set(inspected.findings)
    first = next((one for one in paper.passages if one.address), None)
    comments = []
    for one in inspected.found:
        passage = one.fault.passage or first
        if passage and passage.address and one.finding in wanted:
            start, end = one.fault.span if one.fault.passage else (0, len(passage.text))
            comments.append(proof.Comment(passage.address, start, end, _told(one.finding)))
    copy = _free(inspected.path, ANNOTATED)
    local = now.astimezone(BANGKOK)
    put(copy, proof.annotated(inspected.content, comments, author=AUTHOR, when=local, file=inspected.file))
    return copy


def _told(finding: Finding) -> str:
    """A finding as the text of a comment, a line each for what, what to do, and why."""
    lines = [f"{finding.code} {finding.message}"]
    if finding.hint:
        lines.append(_("แนะนำ: {hint}").format(hint=finding.hint))
    if finding.source:
        lines.append(_("ที่มา: {source}").format(source=finding.source))
    return "\n".join(lines)


def _free(path: Path, mark: str) -> Path:
    """A name beside `path` that is not taken yet."""
    place = path.with_name(f"{path.stem} {mark}{path.suffix}")
    number = 2
    while place.exists():
        place = path.with_name(f"{path.stem} {mark} {number}{path.suffix}")
        number += 1
    return place


def _issued(file: str, number: str) -> Finding:
    return Finding(
        code="Q03",
        file=file,
        text=number,
        message=_("เอกสารนี้ออกเลข {number} แล้ว จึงไม่แก้ไขให้").format(number=number),
        hint=_("แก้ไฟล์ร่างแล้วออกเลขใหม่ หรือยกเลิกเลขเดิมด้วย memogen register void"),
    )
