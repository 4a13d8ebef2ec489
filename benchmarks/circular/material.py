"""The one circular that all contestants make: an office, its lists, the finished texts.

A memo of one page to recipients whose list has thirteen columns, as offices keep them: names, amounts,
dates, texts with & and <. A second letter has a table of fifteen rows. Everything is computed, so that two
runs have the same material; nobody in it is real.
"""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from circular import rivals

if TYPE_CHECKING:
    from memogen.model import Memo
    from memogen.render.blocks import Styles

HERE = Path(__file__).parent
TEMPLATE = HERE.parent.parent / "templates" / "บันทึกข้อความ.docx"
DATED = date(2023, 3, 27)
CODE = "กษ ๑๑๑๓"
CREATOR = "กลุ่มพัฒนาระบบบริหาร"
SETTINGS = f"""
[office]
name = "กรมส่งเสริมสหกรณ์"
unit = "{CREATOR}"
code = "{CODE}"
phone = "๒๗๑, ๓๕๑"

[[signers]]
key = "ผอ.กพร."
name = "นางสาวตัวอย่าง หนึ่งนาม"
position = "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร"
"""
PROJECTS = ("พัฒนาเครื่องจักรกล & พื้นที่", "ส่งเสริมการออม <ระยะที่ 2>", "ตลาดสินค้าสหกรณ์ A&B", "เกษตรแปลงใหญ่")
PROVINCES = ("ตัวอย่างเหนือ", "ตัวอย่างใต้", "ตัวอย่างตะวันออก", "ตัวอย่างตะวันตก", "ตัวอย่างกลาง")
_TABLE_ROWS = 15
LETTERS = {
    "circular": "หนังสือเวียนทั่วไป.md",
    "memo": "หนังสือเวียน.md",
    "table": "หนังสือเวียนมีตาราง.md",
}


@dataclass(frozen=True, slots=True)
class Material:
    """The folder that everything lies in, as contestants find it."""

    folder: Path

    @property
    def office(self) -> Path:
        """A workspace with both letters and the lists, and no register yet."""
        return self.folder / "office"

    @property
    def template(self) -> Path:
        return self.office / "templates" / TEMPLATE.name

    def list_of(self, count: int) -> Path:
        """The recipients' list of so many rows."""
        return self.office / f"รายชื่อ-{count}.xlsx"

    def letter(self, name: str) -> Path:
        """`circular` is one text for all but the addressee, `memo` has values in nearly every paragraph,
        `table` a table of fifteen rows."""
        return self.office / "letters" / LETTERS[name]

    def memos(self, name: str) -> list[Memo]:
        """The letter composed for the recipients in turn, each with its number."""
        return list(pickle.loads((self.folder / f"{name}.pickle").read_bytes()))

    def values(self, name: str) -> list[dict[str, Any]]:
        """The same as the texts that a template's fields take, `เนื้อความ` as ready WordprocessingML."""
        return list(json.loads(self.values_file(name).read_text(encoding="utf-8")))

    def values_file(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def flat_values_file(self, name: str) -> Path:
        """The values for docxtemplater."""
        return self.folder / f"{name}-flat.json"

    def rival_template(self, rival: str) -> Path:
        """The template with its fields as docx-mailmerge2 or docxtemplater wants them."""
        return self.folder / f"{rival}.docx"


def prepare(folder: Path, *, counts: Sequence[int], memos: int, values: int) -> Material:
    """The material, made in `folder`: lists of each of `counts`, so many memos, values for the rivals."""
    material = Material(folder)
    _make_office(material.office)
    for count in counts:
        _write_workbook(material.list_of(count), "รายชื่อ", [_recipient(n) for n in range(1, count + 1)])
    from memogen.render import read_template
    from memogen.render.memo import styles_of

    styles = styles_of(read_template(material.template))
    for name in LETTERS:
        composed = _composed(material, name, material.list_of(max(counts)), memos)
        (folder / f"{name}.pickle").write_bytes(pickle.dumps(composed))
        texts = [_values(memo, styles) for memo in composed[:values]]
        _write_json(material.values_file(name), texts)
        _write_json(material.flat_values_file(name), [*map(rivals.flat, texts)])
    rivals.write_template(material.template, material.rival_template("docxtemplater"), rivals.single_braces)
    body = material.values("memo")[0]["เนื้อความ"]
    rivals.write_template(
        material.template, material.rival_template("mailmerge"), lambda xml: rivals.merge_fields(xml, body)
    )
    return material


# --- the office and its lists -----------------------------------------------------------------------


def _make_office(office: Path) -> None:
    for folder in ("letters", "templates"):
        (office / folder).mkdir(parents=True)
    (office / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.copy(TEMPLATE, office / "templates")
    for letter in HERE.glob("*.md"):
        shutil.copy(letter, office / "letters")
    rows = [
        {
            "ลำดับ": n,
            "กิจกรรม": f"กิจกรรมที่ {n} จัดซื้อ & ติดตั้งครุภัณฑ์",
            "งบประมาณ": 12_500.5 * n,
            "กำหนดแล้วเสร็จ": DATED + timedelta(days=10 * n),
        }
        for n in range(1, _TABLE_ROWS + 1)
    ]
    _write_workbook(office / "กิจกรรม.xlsx", "กิจกรรม", rows)


def _recipient(n: int) -> dict[str, Any]:
    """One row of the list; the amounts are as Excel keeps them."""
    province = PROVINCES[n % len(PROVINCES)]
    budget = 100_000 + n * 1_237.25
    spent = round(budget * (n % 90 + 5) / 100, 2)
    return {
        "ชื่อ": f"สำนักงานสหกรณ์จังหวัด{province} ที่ {n}",
        "เรียน": f"สหกรณ์จังหวัด{province} ที่ {n}",
        "ย่อ": f"สสจ.{province} {n}",
        "จังหวัด": province,
        "โครงการ": PROJECTS[n % len(PROJECTS)],
        "งบประมาณ": budget,
        "เบิกจ่าย": spent,
        "ร้อยละ": round(spent / budget * 100, 2),
        "ข้อสังเกต": f"เบิกจ่าย < ร้อยละ {n % 90 + 10} ของแผน & มีเงินกันไว้ {n % 7} รายการ",
        "วันประชุม": DATED + timedelta(days=n % 30 + 7),
        "กำหนดส่ง": f"{n % 28 + 1} สิงหาคม 2566",
        "ผู้ประสานงาน": f"นายตัวอย่าง ผู้ประสานงานที่ {n}",
        "โทรศัพท์": f"0 2000 {n % 10_000:04}",
    }


def _write_workbook(path: Path, sheet_name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    from xlsxwriter import Workbook

    workbook = Workbook(str(path), {"constant_memory": True, "default_date_format": "d/m/yyyy"})
    sheet = workbook.add_worksheet(sheet_name)
    sheet.write_row(0, 0, rows[0])
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row.values())
    workbook.close()


# --- the finished texts -----------------------------------------------------------------------------


def _composed(material: Material, name: str, recipients: Path, count: int) -> list[Memo]:
    from memogen import letters, settings, thai
    from memogen.compose import Composer
    from memogen.sheets import read_table

    letter = letters.read_letter(material.letter(name), file=name)
    office = settings.read_office(material.office / settings.FILE)
    data = {"กิจกรรม": read_table(material.office / "กิจกรรม.xlsx").records()} if name == "table" else {}
    rows = read_table(recipients).records()[:count]
    composer = Composer(letter, office, data=data, on=DATED)
    return [
        replace(
            composer.memo(row),
            number=thai.hold_together(str(thai.DocumentNumber(CODE, serial))),
            serial=serial,
        )
        for serial, row in enumerate(rows, start=1)
    ]


def _values(memo: Memo, styles: Styles) -> dict[str, Any]:
    from memogen.render.blocks import body_xml
    from memogen.render.fields import field_values

    return field_values(memo, styles, emblem=True) | {"เนื้อความ": body_xml(memo.blocks, styles)}


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
