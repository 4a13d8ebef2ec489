"""An office with a letter, two recipients and files that go along."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2

from memogen import Workspace

ROOT = Path(__file__).parent.parent.parent
NOON = datetime(2023, 3, 27, 5, 0, tzinfo=UTC)
SETTINGS = """\
[office]
name = "กรมตัวอย่าง"
unit = "กองทดสอบ"
code = "กษ ๑๑๑๓"

[[signers]]
key = "ผอ."
name = "นายสมมติ สองนาม"
position = "ผู้อำนวยการกองทดสอบ"

[[units]]
name = "กองคลัง"
to = "ผู้อำนวยการกองคลัง"
short = "กค"

[[units]]
name = "กองแผนงาน"
to = "ผู้อำนวยการกองแผนงาน"
short = "กผ"
"""


def pdf(pages: int) -> bytes:
    """A PDF of so many empty pages."""
    document = pypdfium2.PdfDocument.new()
    for _number in range(pages):
        document.new_page(595, 842)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def page_count(path: Path) -> int:
    return len(pypdfium2.PdfDocument(path.read_bytes()))


class Desk:
    """The office's folder, and what is done in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in ("letters", "templates", "เอกสารแนบ"):
            (root / folder).mkdir(parents=True)
        for template in (ROOT / "templates").iterdir():
            (root / "templates" / template.name).write_bytes(template.read_bytes())
        (root / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
        self.out = root / "out"
        self.attach("กำหนดการ.pdf", pdf(3))
        self.attach("ตาราง.xlsx", b"a workbook")

    def attach(self, name: str, content: bytes) -> Path:
        path = self.root / "เอกสารแนบ" / name
        path.write_bytes(content)
        return path

    def write(self, *enclosures: str, to: str = "ผู้อำนวยการกองคลัง", kind: str = "หนังสือภายนอก") -> Path:
        """A letter with these lines of สิ่งที่ส่งมาด้วย."""
        heads = [f"ชนิด: {kind}", "วันที่: ๒๗ มีนาคม ๒๕๖๖", "เรื่อง: ขอเชิญประชุม", f"เรียน: {to}", "ผู้ลงนาม: ผอ."]
        heads += [f"สิ่งที่ส่งมาด้วย: {line}" for line in enclosures]
        path = self.root / "letters" / "เชิญ.md"
        path.write_text("\n".join([*heads, "", "ด้วยจะจัดประชุม รายละเอียดตามสิ่งที่ส่งมาด้วย", ""]), encoding="utf-8")
        return path

    @property
    def workspace(self) -> Workspace:
        return Workspace.at(self.root)

    def clock(self) -> datetime:
        return NOON

    def files(self, folder: str = "out") -> list[str]:
        """Every file of a folder, as named from it."""
        place = self.root / folder
        return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
