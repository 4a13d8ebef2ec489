"""One sample office and the shortest letters, for the tests of composing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from memogen.compose import compose
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.letters import parse_letter
from memogen.model import Block, Memo, Paragraph, Table
from memogen.settings import parse_office

OFFICE = parse_office(
    """
[office]
name = "กรมตัวอย่าง"
unit = "กลุ่มตัวอย่าง"
code = "กต ๐๑๐๑"
phone = "๐ ๒๐๐๐ ๐๐๐๐ ต่อ 271"
email = "unit2@example.go.th"

[writing]
keep_digits = ["แบบ 4x"]

[[signers]]
key = "ผอ."
name = "นางสาวตัวอย่าง หนึ่งนาม"
position = "ผู้อำนวยการกลุ่มตัวอย่าง"

[[signers]]
key = "อธิบดี"
name = "นายสมมติ สองนาม"
position = "อธิบดีกรมตัวอย่าง"

[[signers]]
key = "รองอธิบดี"
name = "นางสาธิต สามนาม"
position = "รองอธิบดีกรมตัวอย่าง"

[[signers]]
key = "รอง 2"
name = "นายทดลอง ห้านาม"
position = "รองอธิบดี ปฏิบัติราชการแทน\\nอธิบดีกรมตัวอย่าง"

[[signers]]
key = "หัวหน้าฝ่าย"
name = "พ.ต.อ.หญิง จำลอง สี่นาม"
position = "หัวหน้าฝ่ายที่ 2\\nกลุ่มตัวอย่าง"
""",
    "memogen.toml",
)
HEADS = "เรื่อง: ก\nเรียน: ข\nผู้ลงนาม: ผอ."
"""Three lines: the body of `memo_of(body=…)` begins on line 5."""

UNIT = {"ชื่อ": "กอง 1 & <ฝ่าย>", "เรียน": "ผู้อำนวยการกอง 1", "ย่อ": "ก1"}


def memo_of(
    body: str = "ค", *, heads: str = "", data: dict[str, Any] | None = None, on: date | None = None
) -> Memo:
    """The memo of a letter with these lines after the three that each must have."""
    head = "\n".join(filter(None, (HEADS, heads)))
    return compose(parse_letter(f"{head}\n\n{body}", "x.md"), OFFICE, data=data, recipient=UNIT, on=on)


def faults_of(text: str, data: dict[str, Any] | None = None) -> list[Finding]:
    """Everything that stops a letter."""
    with pytest.raises(InputError) as stop:
        compose(parse_letter(text, "x.md"), OFFICE, data=data, recipient=UNIT)
    return list(stop.value.findings)


def told(findings: list[Finding] | tuple[Finding, ...]) -> list[tuple[str, int | None, str]]:
    """(code, line, text) of each."""
    return [(finding.code, finding.line, finding.text) for finding in findings]


def shown(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """(role, text) of each paragraph, with plain spaces; a table is ("ตาราง", its cells between bars)."""
    return [_shown(block) for block in blocks]


def _shown(block: Block) -> tuple[str, str]:
    if isinstance(block, Paragraph):
        return block.role.value, block.text.replace("\u00a0", " ")
    return "ตาราง", "\n".join(" | ".join(row) for row in cells_of(block))


def cells_of(table: Table) -> list[list[str]]:
    """The texts of a table's cells, the head first."""
    return [["".join(run.text for run in cell) for cell in row] for row in (table.head, *table.rows)]


def text_of(body: str, **more: Any) -> str:
    """The text of a body that is one paragraph."""
    (block,) = memo_of(body, **more).blocks
    assert isinstance(block, Paragraph)
    return block.text
