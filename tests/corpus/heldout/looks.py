"""Faults of looks and layout that no rule was tuned to."""

from corpus_plants import Plant, added, inserted, looks, of_paragraph, plant, put, raw, wrapped
from handmade import Layout

from memogen.paper import Part

_PLAIN = '<w:r><w:t xml:space="preserve">'
_LATIN_SIZE = '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">'
_LATIN_FONT = (
    '<w:r><w:rPr><w:rFonts w:ascii="TH SarabunPSK" w:hAnsi="TH '
    'SarabunPSK"/></w:rPr><w:t xml:space="preserve">'
)
_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
_DELETED = (
    '<w:del w:id="9" w:author="ก" '
    'w:date="2024-01-01T00:00:00Z"><w:r><w:delText>สามสิบวัน</w:delText></w:r></w:del>'
)
_PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'

PLANTS: tuple[Plant, ...] = (
    plant("T01", "ขอใช้รถไปราชการ", design={"font": "Angsana New"}),
    plant(
        "T01",
        "สถานทูตเยี่ยมชม",
        markup=looks("เนื่องในปีสากลแห่งสหกรณ์", '<w:rFonts w:ascii="Tahoma" w:hAnsi="Tahoma" w:cs="Tahoma"/>'),
        layout=Layout.TABLE,
    ),
    plant(
        "T01",
        "ตั้งกรรมการตรวจรับ",
        markup=looks(
            "อาศัยอำนาจตามความใน", '<w:rFonts w:ascii="Cordia New" w:hAnsi="Cordia New" w:cs="Cordia New"/>'
        ),
        layout=Layout.TABS,
    ),
    plant("T02", "ชวนร่วมกิจกรรม", design={"size": 14}),
    plant("T02", "ส่งคืนครุภัณฑ์ยืม", design={"heading_size": 22}),
    plant("T02", "รายงานผลเบิกจ่าย", design={"label_size": 16}),
    plant("T03", "ตอบผู้ร้อง", design={"size": 11}, markup=raw(_PLAIN, _LATIN_SIZE), layout=Layout.TABLE),
    plant(
        "T03",
        "ขอใช้รถไปราชการ",
        design={"font": "Calibri"},
        markup=raw(_PLAIN, _LATIN_FONT),
        layout=Layout.TABS,
    ),
    plant("T04", "ส่งคืนครุภัณฑ์ยืม", design={"left": 25.4, "right": 25.4}),
    plant("T04", "สถานทูตเยี่ยมชม", design={"width": 215.9, "height": 279.4}),
    plant("T04", "เวรวันหยุดโรงเรียน", design={"left": 20}),
    plant("T05", "ขอใช้รถไปราชการ", design={"emblem": 25.0}),
    plant("T05", "ตอบผู้ร้อง", design={"emblem": 15.0}),
    plant("T05", "รับนักเรียน", design={"emblem": 22.0}),
    plant("T06", "ขอใช้รถไปราชการ", markup=of_paragraph("ขออนุญาตใช้รถราชการ", _LINE), layout=Layout.TABS),
    plant("T06", "ส่งคืนครุภัณฑ์ยืม", markup=of_paragraph("ส่งคืนคอมพิวเตอร์", _LINE), layout=Layout.SPACES),
    plant("T07", "ชวนร่วมกิจกรรม", design={"dotted": False}, layout=Layout.TABS),
    plant("T07", "รายงานผลเบิกจ่าย", design={"dotted": False}, layout=Layout.SPLIT),
    plant("T08", "ตอบผู้ร้อง", design={"first_line": 12.7}, layout=Layout.TABLE),
    plant("T08", "ขอใช้รถไปราชการ", design={"first_line": 15}, layout=Layout.BOXES),
    plant("T08", "ส่งสำเนาระเบียบ", design={"first_line": 10}, layout=Layout.SPLIT),
    plant("T09", "ส่งคืนครุภัณฑ์ยืม", design={"line": 360}),
    plant("T09", "สถานทูตเยี่ยมชม", design={"line": 276}),
    plant("T10", "ตอบผู้ร้อง", design={"after": 8}),
    plant("T10", "รายงานผลเบิกจ่าย", design={"before": 0, "after": 10}),
    plant("T11", "ส่งคืนครุภัณฑ์ยืม", design={"blanks_before_name": 0}),
    plant("T11", "สถานทูตเยี่ยมชม", design={"blanks_before_name": 1}),
    plant("T11", "ตั้งกรรมการตรวจรับ", design={"blanks_before_name": 0}),
    plant(
        "T13",
        "รายงานผลเบิกจ่าย",
        design={"header": f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{_PAGE}</w:p>'},
    ),
    plant(
        "T13",
        "สถานทูตเยี่ยมชม",
        design={
            "header": f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>หน้า </w:t></w:r>{_PAGE}</w:p>'
        },
    ),
    plant(
        "T14",
        "รายงานผลเบิกจ่าย",
        inserted("๓. ข้อพิจารณา", Part.BODY, "/๔. ข้อเสนอ…"),
    ),
    plant("T14", "ข้อพิจารณาเช่าเครื่องถ่ายเอกสาร", inserted("๔. ข้อเสนอ", Part.BODY, "/๓. ข้อพิจารณา...")),
    plant(
        "T17",
        "ส่งคืนครุภัณฑ์ยืม",
        put(Part.SIGNATURE, "(นายตัวแทน หกนาม)", f"{' ' * 60}ผู้อำนวยการกองแผนงาน"),
        layout=Layout.TABLE,
    ),
    plant("T17", "ตอบผู้ร้อง", put(Part.CLOSING, f"{' ' * 24}ขอแสดงความนับถือ"), layout=Layout.BOXES),
    plant(
        "T18",
        "ตอบผู้ร้อง",
        markup=wrapped("ตรวจสอบแล้ว ปรากฏ", "<w:r><w:t>ตรวจสอบแล้ว</w:t><w:br/><w:t>ปรากฏ</w:t></w:r>"),
        layout=Layout.TABLE,
    ),
    plant(
        "T18",
        "ขอใช้รถไปราชการ",
        markup=wrapped("พร้อมด้วยข้าราชการ", "<w:r><w:t>พร้อมด้วย</w:t><w:br/><w:t>ข้าราชการ</w:t></w:r>"),
        layout=Layout.TABS,
    ),
    plant("T19", "ขอทะเบียนประวัติ", markup=raw('<w:color w:val="FF0000"/>', "")),
    plant(
        "T19",
        "ขอเลื่อนส่งรายงานประเมิน",
        markup=raw('<w:sz w:val="64"/><w:szCs w:val="64"/>', '<w:sz w:val="40"/><w:szCs w:val="40"/>'),
    ),
    plant(
        "T22",
        "สถานทูตเยี่ยมชม",
        markup=looks("จำนวน ๑๘ คน", '<w:highlight w:val="yellow"/>'),
        layout=Layout.TABLE,
    ),
    plant(
        "T22",
        "ตอบผู้ร้อง",
        markup=wrapped("ภายใน ๓๐ วัน", f"{_DELETED}<w:r><w:t>ภายใน ๓๐ วัน</w:t></w:r>"),
        layout=Layout.TABS,
    ),
    plant("T22", "ตั้งกรรมการตรวจรับ", markup=looks("โดยเร็ว", "<w:vanish/>"), layout=Layout.BOXES),
    plant(
        "T23", "ชวนร่วมกิจกรรม", markup=looks("ภายในวันที่ ๒ กุมภาพันธ์ ๒๕๖๗", "<w:b/><w:bCs/>"), layout=Layout.TABS
    ),
    plant("T23", "ตอบผู้ร้อง", markup=looks("ภายใน ๓๐ วัน", '<w:u w:val="single"/>'), layout=Layout.TABLE),
    plant(
        "T23", "สถานทูตเยี่ยมชม", markup=looks("จำนวน ๑๘ คน", '<w:color w:val="0070C0"/>'), layout=Layout.BOXES
    ),
    plant(
        "T24",
        "ตอบผู้ร้อง",
        added(
            Part.OTHER, "ร่าง.................. พิมพ์.................. ทาน..................", after=Part.OWNER
        ),
    ),
    plant(
        "T24",
        "ส่งคืนครุภัณฑ์ยืม",
        added(Part.OTHER, "ผู้ร่าง นายปรีชา ศรีสมมติ", after=Part.SIGNATURE),
        added(Part.OTHER, "ผู้พิมพ์ นางทองใบ ณ ตัวอย่าง", after=Part.OTHER),
        added(Part.OTHER, "ผู้ตรวจ นายทดลอง ห้านาม", after=Part.OTHER),
    ),
)
