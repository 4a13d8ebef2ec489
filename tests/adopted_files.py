"""An office of its own for a template made of a Word file, and a letter of each kind made with it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

sys.path.append(str(Path(__file__).parent / "proof"))

from memogen import Workspace, proof
from memogen.desk.templating import Adopted, adopt
from memogen.model import Kind
from memogen.ooxml import paragraph, run
from memogen.opc import read_package

TODAY = date(2024, 4, 30)
SETTINGS = """\
[office]
name = "กรมทดสอบ"
unit = "กองทดสอบ"
code = "นว ๕๒๐๐"
phone = "๙๙๙"
address = "๑ ถนนทดสอบ\\nเชียงใหม่ ๕๐๐๐๐"

[[signers]]
key = "ผอ."
name = "พลตำรวจตรี ทดสอบ สี่นาม"
position = "รองผู้อำนวยการ รักษาการแทน\\nผู้อำนวยการกองทดสอบ"

[[signers]]
key = "อธิบดี"
name = "นางจำลอง ห้านาม"
position = "อธิบดีกรมทดสอบ"
"""
DRAFTS: Mapping[Kind, str] = {
    Kind.MEMO: "เรียน: อธิบดีกรมทดสอบ\n",
    Kind.EXTERNAL: (
        "เรียน: ผู้ว่าราชการจังหวัดทดสอบ\n"
        "อ้างถึง: หนังสือกรมอื่น ที่ มท ๐๑๐๑/๕ ลงวันที่ ๒ มกราคม ๒๕๖๗\n"
        "สิ่งที่ส่งมาด้วย: แผนที่ จำนวน ๑ แผ่น\n"
    ),
    Kind.STAMPED: "ถึง: สำนักงานจังหวัดทดสอบ\n",
    Kind.ORDER: "ผู้ออก: กรมทดสอบ\n",
    Kind.ANNOUNCEMENT: "ผู้ออก: กรมทดสอบ\n",
    Kind.CERTIFICATE: "ออกให้แก่: นายรับรอง หกนาม\n",
    Kind.MINUTES: (
        "การประชุม: คณะทำงานทดสอบ\nครั้งที่: ๒/๒๕๖๗\nเมื่อ: วันจันทร์ที่ ๑๕ มกราคม ๒๕๖๗\nณ: ห้องทดสอบ\n"
        "ผู้มาประชุม: นายมา เจ็ดนาม | ผู้อำนวยการกองทดสอบ | ประธาน\nผู้มาประชุม: นางมา แปดนาม | นิติกร\n"
        "ผู้ไม่มาประชุม: นางสาวขาด เก้านาม | นักวิชาการ\nเริ่มประชุม: ๑๓.๓๐ น.\nเลิกประชุม: ๑๖.๐๐ น.\n"
        "ผู้จดรายงานการประชุม: ผอ.\n"
    ),
}


def adopted(content: bytes, kind: Kind | None = None) -> Adopted:
    return adopt(content, file="เดิม.docx", kind=kind, today=TODAY)


@lru_cache(maxsize=64)
def template(content: bytes) -> bytes:
    """The template of a file that makes one."""
    found = adopted(content)
    assert found.content is not None, found.findings
    return found.content


def text(content: bytes) -> str:
    return proof.read_docx(content).text.replace("\u00a0", " ")


def document(content: bytes, part: str = "word/document.xml") -> str:
    return read_package(content, file="")[part].decode()


def tags(found: Adopted) -> dict[str, str]:
    """What stood in the place of each tag."""
    return {one.tag: one.before for one in found.placements}


def made(office: Path, content: bytes, kind: Kind = Kind.MEMO, more: str = "") -> bytes:
    """A letter of that kind made with a template, in an office of its own."""
    for folder in ("templates", "letters"):
        (office / folder).mkdir(exist_ok=True)
    (office / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    (office / "templates" / f"{kind}.docx").write_bytes(content)
    head = f"ชนิด: {kind}\n{DRAFTS[kind]}"
    if kind is not Kind.MINUTES:
        head += "วันที่: ๑๕ มกราคม ๒๕๖๗\nเรื่อง: ขอทดสอบแม่แบบ\n"
    signed = "" if kind in (Kind.STAMPED, Kind.MINUTES) else "ผู้ลงนาม: ผอ.\n"
    draft = f"{head}{signed}{more}\nหนังสือฉบับนี้มีเนื้อความทดสอบเพียงย่อหน้าเดียว\n"
    path = office / "letters" / "ทดสอบ.md"
    path.write_text(draft, encoding="utf-8")
    return Workspace.at(office).make([path])[0].files[0].read_bytes()


def typed(*lines: str, properties: str = "") -> str:
    return "".join(paragraph(run(line) if line else "", properties=properties) for line in lines)
