"""Planted faults of typography and layout, as the file has them; test_corpus_pages has those of the page."""

from corpus_plants import Plant, added, inserted, looks, of_paragraph, plant, put, raw, replaced, wrapped
from handmade import Layout

from memogen.paper import Part

_BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
_SMALL = '<w:sz w:val="64"/><w:szCs w:val="64"/>'


def _page_number(text: str, place: str = "center") -> str:
    return f'<w:p><w:pPr><w:jc w:val="{place}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def _inserted(text: str) -> str:
    return f'<w:ins w:id="7" w:author="ผู้ตรวจ"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'


PLANTS: tuple[Plant, ...] = (
    plant("T01", "ขออนุมัติจัดโครงการอบรม", design={"font": "Angsana New"}),
    plant("T01", "ทวงถามหนี้", design={"font": "Cordia New"}),
    plant("T01", "แต่งตั้งคณะทำงาน", design={"font": "Tahoma"}),
    plant("T01", "ส่งเอกสารเผยแพร่", design={"font": "AngsanaUPC"}),
    plant("T02", "ขออนุญาตใช้ห้องประชุม", design={"size": 14}),
    plant("T02", "ขอเชิญประชุม", design={"heading_size": 20}, layout=Layout.TABS),
    plant("T02", "ขอบคุณหน่วยงาน", design={"size": 18}),
    plant("T02", "เทศบาลขออนุมัติ", design={"heading_size": 22}, layout=Layout.SPACES),
    plant(
        "T03",
        "ร่างหนังสือภายนอก",
        markup=looks("สาขาบริการภาครัฐ", '<w:sz w:val="32"/><w:szCs w:val="28"/>'),
        layout=Layout.TABLE,
    ),
    plant(
        "T03",
        "ขออนุญาตใช้ห้องประชุม",
        markup=looks("ขออนุญาตใช้ห้องประชุม ๒ พร้อม", '<w:sz w:val="32"/><w:szCs w:val="24"/>'),
        layout=Layout.BOXES,
    ),
    plant(
        "T03",
        "เตือนเรื่องที่ค้าง",
        markup=looks(
            "พ้นกำหนดแล้ว", '<w:rFonts w:ascii="TH SarabunPSK" w:hAnsi="TH SarabunPSK" w:cs="Cordia New"/>'
        ),
        layout=Layout.TABS,
    ),
    plant("T04", "ขออนุมัติจัดโครงการอบรม", design={"left": 25.4, "right": 25.4}),
    plant("T04", "ขอบคุณหน่วยงาน", design={"width": 215.9, "height": 279.4}),
    plant("T04", "ส่งสำเนาคำสั่ง", design={"left": 20}),
    plant("T04", "แต่งตั้งคณะทำงาน", design={"right": 30}),
    plant("T05", "ขอเชิญประชุม", design={"emblem": 22}),
    plant("T05", "ถึงปลัดกระทรวง", design={"emblem": 24}),
    plant("T05", "มอบอำนาจ", design={"emblem": 15}),
    plant("T05", "ตอบรับทราบ", design={"emblem": 40}),
    plant(
        "T06",
        "ขอเชิญประชุม",
        markup=of_paragraph("คณะทำงานจัดทำมาตรฐานการให้บริการ<", _BORDER),
        layout=Layout.SPACES,
    ),
    plant(
        "T06",
        "ขออนุญาตใช้ห้องประชุม",
        markup=of_paragraph("ขออนุญาตใช้ห้องประชุม ๒ และโสต", _BORDER),
        layout=Layout.TABS,
    ),
    plant("T06", "เทศบาลขออนุมัติ", markup=of_paragraph("นายกเทศมนตรีเมืองตัวอย่าง<", _BORDER), layout=Layout.TABLE),
    plant("T07", "ขออนุมัติจัดโครงการอบรม", design={"dotted": False}, layout=Layout.TABS),
    plant("T07", "ไม่อาจสนับสนุนวิทยากร", design={"dotted": False}, layout=Layout.SPACES),
    plant("T07", "มหาวิทยาลัยส่งผลสอบ", design={"dotted": False}, layout=Layout.SPLIT),
    plant("T08", "ขออนุมัติจัดโครงการอบรม", design={"first_line": 12.7}),
    plant("T08", "ทวงถามหนี้", design={"first_line": 15}, layout=Layout.SPLIT),
    plant("T08", "ขอรายละเอียดเพิ่มเติม", design={"first_line": 35}, layout=Layout.TABLE),
    plant("T08", "ขอบคุณหน่วยงาน", design={"first_line": 12.7}, layout=Layout.BOXES),
    plant("T09", "ขออนุมัติจัดโครงการอบรม", design={"line": 360}),
    plant("T09", "ทวงถามหนี้", design={"line": 276}),
    plant("T09", "ขอรายละเอียดเพิ่มเติม", design={"line": 480}),
    plant("T10", "ขออนุญาตใช้ห้องประชุม", design={"after": 8}),
    plant("T10", "ขอบคุณหน่วยงาน", design={"before": 0}),
    plant("T10", "เตือนเรื่องที่ค้าง", design={"before": 18}),
    plant("T11", "ขออนุญาตใช้ห้องประชุม", design={"blanks_before_name": 0}),
    plant("T11", "ขอบคุณหน่วยงาน", design={"blanks_before_name": 1}),
    plant("T11", "นโยบายคุณธรรม", design={"blanks_before_name": 0}),
    plant("T13", "ขออนุมัติจัดโครงการอบรม", design={"header": _page_number("๒")}),
    plant("T13", "ทวงถามหนี้", design={"header": _page_number("2", "right")}),
    plant("T13", "แต่งตั้งคณะทำงาน", design={"header": _page_number("- ๒ -")}, markup=raw("<w:titlePg/>", "")),
    plant("T14", "เสนอแผนตามหัวข้อ ต้นเรื่องถึงข้อเสนอ", inserted("๔. ข้อเสนอแนะ", Part.BODY, "/๓. ข้อพิจารณา…")),
    plant("T14", "รายงานผลการเดินทางไปราชการ", inserted("๓. ข้อเสนอแนะ", Part.BODY, "/๒. ปัญหา...")),
    plant("T14", "แจ้งผลการพิจารณาแก่บริษัท", inserted("จึงเรียนมา", Part.BODY, "/บัดนี้ กรม…")),
    plant(
        "T17",
        "ขออนุญาตใช้ห้องประชุม",
        put(Part.SIGNATURE, "(นางตัวอย่าง เจ็ดนาม)", f"{' ' * 24}ผู้อำนวยการกองการเจ้าหน้าที่"),
        layout=Layout.TABLE,
    ),
    plant("T17", "ขอบคุณหน่วยงาน", layout=Layout.SPACES),
    plant("T17", "มอบอำนาจ", layout=Layout.TABS),
    plant(
        "T18",
        "ขออนุมัติจัดโครงการอบรม",
        replaced("ด้วยกลุ่มพัฒนาระบบบริหารได้", "ด้วยกลุ่มพัฒนาระบบบริหาร\nได้"),
        layout=Layout.TABLE,
    ),
    plant("T18", "ขออนุญาตใช้ห้องประชุม", replaced("และไมโครโฟน จำนวน ๔ ตัว", "\nไมโครโฟน จำนวน ๔ ตัว\n")),
    plant("T18", "ร่างหนังสือภายนอก", replaced("และทราบว่า", "\nและทราบว่า")),
    plant("T19", "เวียนปฏิทินงบประมาณ", markup=raw("FF0000", "000000")),
    plant("T19", "ขอเชิญประชุม", markup=raw(_SMALL, '<w:sz w:val="40"/><w:szCs w:val="40"/>')),
    plant("T19", "ถึงปลัดกระทรวง", markup=raw("FF0000", "0000FF")),
    plant("T19", "เตือนเรื่องที่ค้าง", markup=raw(_SMALL, '<w:sz w:val="32"/><w:szCs w:val="32"/>')),
    plant(
        "T22",
        "ร่างหนังสือภายนอก",
        markup=looks("โรงพยาบาลตัวอย่างได้รับ", '<w:highlight w:val="yellow"/>'),
        layout=Layout.TABLE,
    ),
    plant(
        "T22",
        "ขออนุญาตใช้ห้องประชุม",
        markup=wrapped("ในวันและเวลาดังกล่าว", _inserted("ในวันดังกล่าว")),
        layout=Layout.TABS,
    ),
    plant(
        "T22",
        "ทวงถามหนี้",
        markup=wrapped(
            "ล่วงเลยกำหนดเวลาแล้ว",
            '<w:del w:id="9" w:author="ผู้ตรวจ"><w:r><w:delText>เลยกำหนดแล้ว</w:delText></w:r></w:del>'
            "<w:r><w:t>ล่วงเลยกำหนดเวลาแล้ว</w:t></w:r>",
        ),
        layout=Layout.BOXES,
    ),
    plant("T22", "แต่งตั้งคณะทำงาน", markup=looks("และทบทวน", "<w:vanish/>"), layout=Layout.SPACES),
    plant(
        "T23",
        "ส่งรายงานการประชุม",
        markup=looks("ภายในวันที่ ๖ ตุลาคม ๒๕๖๖", "<w:b/><w:bCs/>"),
        layout=Layout.TABLE,
    ),
    plant(
        "T23", "โรงเรียนถึงผู้ปกครอง", markup=looks("โดยไม่มีค่าใช้จ่าย", '<w:u w:val="single"/>'), layout=Layout.TABS
    ),
    plant(
        "T23",
        "เตือนเรื่องที่ค้าง",
        markup=looks("ภายในวันที่ ๘ กันยายน ๒๕๖๖", '<w:color w:val="FF0000"/>'),
        layout=Layout.SPACES,
    ),
    *(
        plant(
            "T24",
            base,
            *(
                added(Part.OTHER, f"{word}{dots}", after=after)
                for word in reversed(("ร่าง", "พิมพ์", "ทาน", "ตรวจ"))
            ),
        )
        for base, dots, after in (
            ("ขออนุมัติจัดโครงการอบรม", "...................", Part.SIGNATURE),
            ("ขอบคุณหน่วยงาน", " ……………………", Part.OWNER),
            ("จังหวัดแจ้งหัวหน้าส่วนราชการ", " ____________", Part.SIGNATURE),
        )
    ),
)
