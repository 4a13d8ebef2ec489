"""The manifest of a batch: whom it went to, under which number, in which file; for Excel and for programs.

Code: N25 the folder holds another batch.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

from memogen.desk.batches import Batch, Item, Outcome
from memogen.desk.contents import long_date
from memogen.errors import InputError
from memogen.files import put_all
from memogen.findings import Finding
from memogen.model import Kind
from memogen.report import as_json, line_of

CSV, JSON = "manifest.csv", "manifest.json"
_json = json.JSONEncoder(ensure_ascii=False).encode
HEAD = ("ลำดับ", "หน่วยงาน", "เรียน", "เลขที่", "ลงวันที่", "ไฟล์", "สถานะ", "หมายเหตุ", "sha256")
PACK = "ชุดส่ง"
"""The last column of csv, where packs were made; without them it is as ever."""
WORDS = {Outcome.MADE: "ทำแล้ว", Outcome.SKIPPED: "มีอยู่แล้ว", Outcome.FAILED: "ไม่สำเร็จ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The manifest of the batch of a letter and a list, in its folder."""

    folder: Path
    letter: str
    source: str

    def refuse_another(self) -> None:
        """InputError N25 when the folder has the manifest of another letter or list."""
        there = _there(self.folder / JSON)
        if there and (there.get("letter"), there.get("list")) != (self.letter, self.source):
            raise InputError(
                Finding(
                    code="N25",
                    file=str(self.folder),
                    text=f"{there.get('letter')} {there.get('list')}",
                    message=_("โฟลเดอร์นี้มีหนังสือชุดอื่นอยู่แล้ว ({letter} ถึง {list})").format(
                        letter=there.get("letter"), list=there.get("list")
                    ),
                    hint=_("เลือกโฟลเดอร์อื่นด้วย --out"),
                )
            )

    def write(self, batch: Batch) -> Path:
        """Both files, whole or not at all; the csv's place. Raises OutputError."""
        from memogen.sheets.writing import write_csv

        kinds, has_packs = batch.kinds, any(item.pack for item in batch.items)
        rows = (
            (
                *_row(order, item),
                *([kinds[item.recipient.name]] if kinds else []),
                *([_pack(item)] if has_packs else []),
            )
            for order, item in enumerate(batch.items, start=1)
        )
        head = (*HEAD, *(["ชนิด"] if kinds else []), *([PACK] if has_packs else []))
        put_all([(self.folder / CSV, write_csv(head, rows)), (self.folder / JSON, as_document(batch))])
        return self.folder / CSV


def as_document(batch: Batch) -> bytes:
    """manifest.json: what the batch is, and a line for each copy; files are named without the folder."""
    batch_itself = {
        "letter": batch.letter,
        "list": batch.source,
        "numbering": batch.numbering,
        "number": batch.number,
        "documents": batch.documents,
    }
    head = _json(batch_itself)[:-1] + ', "items": [\n'
    lines = b",\n".join([_json(_item(item, batch.kinds)).encode() for item in batch.items])
    return b"".join((head.encode(), lines, b"\n]}\n"))


def _item(item: Item, kinds: Mapping[str, Kind]) -> dict[str, Any]:
    return {
        "recipient": item.recipient.name,
        "to": item.recipient.to,
        "number": item.number or None,
        "date": item.dated.isoformat() if item.dated else None,
        "file": item.file.name,
        "sha256": item.sha256 or None,
        "status": item.outcome,
        "findings": as_json(item.findings) if item.findings else [],
        **({"kind": kinds[item.recipient.name]} if kinds else {}),
        **({"pack": _pack(item)} if item.pack else {}),
    }


def _row(order: int, item: Item) -> tuple[str, ...]:
    return (
        str(order),
        item.recipient.name,
        item.recipient.to,
        item.number,
        long_date(item.dated) if item.dated else "",
        item.file.name,
        WORDS[item.outcome],
        " ".join(map(line_of, item.findings)),
        item.sha256,
    )


def _pack(item: Item) -> str:
    """Where a recipient's pack is, from the batch's folder; empty where none was made."""
    return f"{item.pack.parent.name}/{item.pack.name}" if item.pack else ""


def _there(path: Path) -> Mapping[str, Any]:
    """What the manifest of an earlier run says; nothing when there is none that can be read."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
