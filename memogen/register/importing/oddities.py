"""What is odd in an old book, each with its sheet and cell.

Codes of the rule list: R01 doubles, R03 gaps, R04 dates that run backwards, R07 a void number used again, R10
inserted numbers, R12 something left empty, R13 two numbers in a row that differ. Of reading: R60 no number
can be read, R61 no date, R62 a date of another year, R63 a row that is no entry, R64 ditto marks, R65 dates
understood by a guess, R66 rows read as void, R67 a sheet passed over, R68 title and rows disagree, R69
columns kept in the note, R70 perhaps void, R71 several numbers in a row, R72 numbers printed ahead, R73 rows
not in order, R74 no agency's code, R75 no year, R76 circulars in the ordinary series, R77 rows of one number,
R78 the code of another agency, R79 characters that cannot be kept.
"""

from __future__ import annotations

from gettext import gettext as _

from memogen import thai
from memogen.findings import N_, Finding, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

_SENTENCES: dict[str, tuple[Severity, str, str]] = {
    "R01": (
        _E,
        N_("เลข {number} ซ้ำกับที่ {at}"),
        N_("ตรวจว่าเลขใดถูก ระหว่างนี้ใช้แถวแรก และเก็บแถวนี้ไว้ในหมายเหตุของเลขนั้น"),
    ),
    "R03": (
        _E,
        N_("เลข {number} หายไปจากเล่ม"),
        N_("เพิ่มแถวของเลขนั้น ถ้าไม่ได้ใช้ให้เขียน “ยกเลิก” พร้อมเหตุผล แล้วนำเข้าอีกครั้ง"),
    ),
    "R03 start": (
        _W,
        N_("เล่มเริ่มที่เลข {number} ไม่มีเลขก่อนหน้านั้น"),
        N_("ถ้าเลขก่อนหน้าอยู่ในเล่มอื่น ให้นำเข้าเล่มนั้นด้วย หรือระบุเลขสุดท้ายของเล่มกระดาษ"),
    ),
    "R04": (
        _E,
        N_("เลข {number} ลงวันที่ {date} ก่อนเลข {other} ซึ่งลงวันที่ {other_date}"),
        N_("ตรวจวันที่ของทั้งสองเลข"),
    ),
    "R07": (
        _E,
        N_("เลข {number} ยกเลิกแล้วแต่นำมาใช้อีกที่ {at}"),
        N_("ใช้แถวที่มีหนังสือ และเก็บแถวที่ยกเลิกไว้ในหมายเหตุ ตรวจว่าถูกต้อง"),
    ),
    "R10": (_W, N_("เลขแทรก {number}"), N_("ระเบียบไม่มีเลขแทรก จึงเก็บแถวนี้ไว้ในหมายเหตุของเลขหลัก")),
    "R10 alone": (
        _E,
        N_("เลขแทรก {number} ไม่มีเลขหลักในเล่ม จึงยังไม่ได้นำเข้า"),
        N_("เพิ่มแถวของเลขหลัก แล้วนำเข้าอีกครั้ง"),
    ),
    "R12": (_E, N_("เลข {number} ไม่ได้กรอก{what}"), N_("เปิดสำเนาคู่ฉบับแล้วกรอกให้ครบ")),
    "R12 blank": (
        _E,
        N_("เลข {number} ไม่มีข้อความใดในแถว จึงอ่านเป็นเลขที่จองไว้"),
        N_("กรอกให้ครบ หรือเขียน “ยกเลิก” พร้อมเหตุผล"),
    ),
    "R13": (
        _W,
        N_("เลขทะเบียน {number} แต่ช่อง “ที่” เป็น “{text}”"),
        N_("ใช้เลขทะเบียน และเก็บช่อง “ที่” ไว้ในหมายเหตุ ตรวจว่าเลขใดถูก"),
    ),
    "R60": (_E, N_("อ่านเลข “{text}” ไม่ได้"), N_("พิมพ์เฉพาะเลข เช่น 653 หรือ กษ 1113/653")),
    "R60 date": (
        _E,
        N_("ช่องเลขเป็นวันที่ ({text}) คงเพราะ Excel เปลี่ยนเลขเป็นวันที่เอง"),
        N_("ตั้งรูปแบบช่องเป็น “ข้อความ” แล้วพิมพ์เลขใหม่"),
    ),
    "R61": (_E, N_("อ่านวันที่ “{text}” ไม่ได้"), N_("พิมพ์ เช่น 27 มี.ค. 2566 ระหว่างนี้เก็บข้อความเดิมไว้ในหมายเหตุ")),
    "R61 empty": (_W, N_("เลข {number} ไม่มีวันที่"), N_("กรอกวันที่ของหนังสือ")),
    "R62": (
        _E,
        N_("วันที่ {date} ไม่อยู่ในปี พ.ศ. {year} ของเล่ม"),
        N_("ตรวจปี ต้นปีมักพิมพ์ปีเก่าด้วยความเคยชิน"),
    ),
    "R62 number": (_E, N_("เลข “{text}” เป็นของปีอื่น ไม่ใช่ พ.ศ. {year}"), N_("ตรวจปีท้ายเลข")),
    "R63": (_W, N_("แถวนี้ไม่มีเลข จึงไม่ได้นำเข้า"), N_("ถ้าเป็นหนังสือ ให้ใส่เลข แล้วนำเข้าอีกครั้ง")),
    "R64": (_I, N_("เครื่องหมายซ้ำ {count} ช่อง อ่านตามช่องข้างบน"), N_("ตรวจหนึ่งหรือสองช่อง")),
    "R65 year": (_I, N_("วันที่ {count} ช่องไม่มีปี ใช้ปี พ.ศ. {year} ของเล่ม"), N_("ตรวจหนึ่งหรือสองช่อง")),
    "R65 month": (_I, N_("วันที่ {count} ช่องมีแต่วัน ใช้เดือนของชีตและปี พ.ศ. {year}"), N_("ตรวจหนึ่งหรือสองช่อง")),
    "R65 excel": (
        _W,
        N_("วันที่ {count} ช่อง Excel เก็บผิดศตวรรษ อ่านเป็นปี พ.ศ. {year}"),
        N_("Excel เก็บปีสองหลักที่พิมพ์เป็น พ.ศ. เป็นปี ค.ศ. 19xx ตรวจว่าถูกต้อง"),
    ),
    "R65 christian": (
        _W,
        N_("วันที่ {count} ช่องใช้ปี ค.ศ. สองหลัก อ่านเป็นปี พ.ศ. {year}"),
        N_("ตรวจว่าถูกต้อง"),
    ),
    "R65 count": (_W, N_("วันที่ {count} ช่องเป็นเลขลำดับวันของ Excel"), N_("ตั้งรูปแบบช่องเป็นวันที่แล้วตรวจ")),
    "R66": (_I, N_("อ่านเป็นเลขที่ยกเลิก {count} แถว"), N_("ตรวจว่ายกเลิกจริงทุกแถว")),
    "R67": (
        _W,
        N_("ไม่ได้อ่านชีตนี้ เพราะไม่พบหัวตารางของทะเบียน ({count} แถวมีข้อความ)"),
        N_("ถ้าเป็นทะเบียน ให้มีหัวคอลัมน์ เช่น เลขทะเบียนส่ง ที่ ลงวันที่ จาก ถึง เรื่อง"),
    ),
    "R67 hidden": (_W, N_("ไม่ได้อ่านชีตนี้ เพราะซ่อนไว้ ({count} แถวมีข้อความ)"), N_("ถ้าต้องการนำเข้า ให้เลิกซ่อนชีต")),
    "R68": (_W, N_("{where} เป็นปี พ.ศ. {found} แต่เล่มนี้อ่านเป็นปี พ.ศ. {year}"), N_("ถ้าไม่ถูก ให้ระบุปีของเล่ม")),
    "R68 code": (_W, N_("ชื่อตารางเป็นรหัส {found} อ่านทั้งชีตเป็นรหัส {own}"), N_("ถ้าไม่ถูก ให้ระบุรหัสของเล่ม")),
    "R68 kind": (_W, N_("ชีตนี้อ่านเป็น{found} ตามชื่อที่เขียนไว้"), N_("ถ้าไม่ถูก ให้แก้ชื่อในชีต")),
    "R69": (_I, N_("คอลัมน์ “{text}” ไม่มีในแบบทะเบียน เก็บไว้ในหมายเหตุ"), N_("ไม่ต้องทำอะไร")),
    "R70": (
        _W,
        N_("มีคำว่า “ยกเลิก” แต่ไม่แน่ว่ายกเลิกเลข {number} จึงอ่านเป็นเลขที่ใช้แล้ว"),
        N_("ถ้าเลขนี้ยกเลิก ให้เขียน “ยกเลิก: เหตุผล” ในหมายเหตุ"),
    ),
    "R71": (_I, N_("แถวเดียวใช้หลายเลข ({number}) อ่านเป็นหลายรายการที่มีข้อความเดียวกัน"), N_("ตรวจว่าถูกต้อง")),
    "R72": (_I, N_("เลข {number} พิมพ์ไว้ล่วงหน้า ยังไม่ได้ใช้ จึงไม่นำเข้า"), N_("ไม่ต้องทำอะไร")),
    "R73": (_I, N_("แถวไม่เรียงตามเลข เช่น เลข {number} อยู่ใต้เลข {other}"), N_("ไม่ต้องทำอะไร ทะเบียนเรียงให้")),
    "R74": (_E, N_("ไม่พบรหัสหนังสือของส่วนราชการในเล่ม"), N_("ระบุรหัส เช่น กษ ๑๑๑๓")),
    "R75": (_E, N_("ไม่พบปี พ.ศ. ของเล่ม"), N_("ระบุปี เช่น 2566")),
    "R76": (
        _I,
        N_("เลขหนังสือเวียน {number} เติมช่องว่างของเลขปกติพอดี จึงอ่านเป็นเลขชุดเดียวกัน"),
        N_("ถ้าหนังสือเวียนแยกเล่ม ให้แยกชีตของหนังสือเวียน"),
    ),
    "R77": (_I, N_("หลายแถวใช้เลข {number} ร่วมกัน อ่านเป็นรายการเดียว"), N_("ตรวจว่าถูกต้อง")),
    "R78": (
        _W,
        N_("ช่อง “ที่” {count} ช่องเป็นรหัส {found} ไม่ใช่ {own} ของเล่ม เก็บไว้ในหมายเหตุ"),
        N_("ถ้าเป็นของเล่มอื่น ให้ย้ายแถวนี้"),
    ),
    "R79": (_W, N_("มีอักขระที่มองไม่เห็นและพิมพ์ไม่ได้ จึงตัดออก"), N_("ตรวจข้อความในช่องนี้")),
}


def oddity(
    code: str, *, file: str, sheet: str = "", cell: str = "", text: str = "", row: str = "", **values: object
) -> Finding:
    """The finding of a code, or of one of its cases (`R61 empty`). Numbers in its words become Thai,
    but not those of the cell in `at`.

    `text` is what the sentence quotes; where the whole `row` is given, that is the finding's text.
    """
    severity, message, hint = _SENTENCES[code]
    words = {
        name: str(value) if name == "at" else thai.to_thai_digits(str(value))
        for name, value in values.items()
    }
    return Finding(
        code=code.partition(" ")[0],
        severity=severity,
        file=file,
        cell=cell or None,
        place=_("ชีต {sheet}").format(sheet=sheet) if sheet else "",
        text=row or text,
        message=_(message).format(text=_short(text), **words) + _where(sheet, cell),
        hint=_(hint),
    )


def _where(sheet: str, cell: str) -> str:
    if sheet and cell:
        return _(" (ชีต “{sheet}” ช่อง {cell})").format(sheet=sheet, cell=cell)
    if sheet:
        return _(" (ชีต “{sheet}”)").format(sheet=sheet)
    return _(" (ช่อง {cell})").format(cell=cell) if cell else ""


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else flat[:79] + "…"
