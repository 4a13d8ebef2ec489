"""What became of a number, from the words that all cells of its row say about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from memogen.books import Status
from memogen.register.remarks import VOID, Remarks, read_cell, read_remarks, says_held, says_void

_BRACKETS = " ()[]-*"


def judge(
    said: Mapping[str, str], *, dated: date | None, around: Sequence[str] = (), notes: Sequence[str] = ()
) -> tuple[dict[str, Any], bool]:
    """The values of an Entry that follow from its texts, and whether ยกเลิก was said of something unclear.

    `said` has sender, to, subject, action and note; `around` are words beside the number or in the place of
    the date; `notes` go to the end of the note. A row is VOID with the words as its reason; RESERVED where
    they say จองเลข and there is no letter yet, or where there are no words at all; DISPATCHED where they say
    by which way and when it was sent; else ISSUED.
    """
    action, note = read_remarks(said["action"]), read_remarks(said["note"])
    beside = [read_remarks(text.strip(_BRACKETS)) for text in around]
    cells = {name: read_cell(said[name]) for name in ("sender", "to", "subject")}
    texts = {name: text if as_is or not says_void(text) else "" for name, (text, as_is) in cells.items()}
    extra = [text for text in notes if not says_void(text.partition(": ")[2])]
    reasons = [reason for remarks in (note, action, *beside) for reason in remarks.reasons]
    reasons += [text.strip(_BRACKETS) for name, (text, _as_is) in cells.items() if text and not texts[name]]
    reasons += [VOID] * (len(notes) - len(extra))
    extra += [text for remarks in beside for text in remarks.text if text]
    holder = None if cells["subject"][1] else says_held(texts["subject"])
    if holder is not None:
        texts["subject"] = ""
    is_held = holder is not None or note.is_held or action.is_held
    is_bare = not any((texts["to"], texts["subject"], said["action"], said["note"], *notes, *around))
    sent = next((remarks for remarks in (action, note) if remarks.way), None)
    status = _status(reasons, is_bare or (is_held and not (texts["subject"] and dated)), sent)
    sent = sent if status is Status.DISPATCHED else None
    left = _left(note, said["note"], sent)
    reason = next((reason for reason in reasons if reason != VOID), VOID)
    if reasons and reason == VOID and not note.reasons and left:  # ยกเลิก stands in one column, why in another
        reason, left = left, ""
    values: dict[str, Any] = {
        **texts,
        "status": status,
        "action": _left(action, said["action"], sent),
        "note": "\n".join(filter(None, (left, *extra))),
        "holder": note.holder or action.holder or holder or "",
        "purpose": note.purpose or action.purpose,
        "due": note.due or action.due,
    }
    if status is Status.VOID:
        values["reason"] = reason
    if sent:
        values.update(way=sent.way, dispatched_on=sent.sent_on, recipient=sent.recipient)
    return values, note.is_doubtful or action.is_doubtful


def _status(reasons: Sequence[str], is_reserved: bool, sent: Remarks | None) -> Status:
    if reasons:
        return Status.VOID
    if is_reserved:
        return Status.RESERVED
    return Status.DISPATCHED if sent else Status.ISSUED


def _left(remarks: Remarks, said: str, sent: Remarks | None) -> str:
    """The text without what became values; of a number not dispatched the words of sending stay."""
    lines = list(remarks.text)
    if remarks.way and remarks is not sent:
        lines += [line for line in said.split("\n") if read_remarks(line).way]
    return "\n".join(lines).strip()
