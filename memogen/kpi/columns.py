"""The columns of a plan's workbook by the headings that offices give them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from memogen import thai


class Column(StrEnum):
    """The value is the heading that messages name."""

    # the scorecard
    ORDER = "ลำดับ"
    DIMENSION = "มิติ"
    CSF = "เป้าประสงค์ (CSF)"
    PROJECT = "แผนงาน/โครงการ"
    CODE = "ตัวชี้วัดที่"
    NAME = "ตัวชี้วัด (KPI)"
    RESPONSIBLE = "หน่วยงานรับผิดชอบ"
    MEASURE = "หน่วยนับ"
    TARGET_1 = "ระดับเป้าหมาย ๑"
    TARGET_2 = "ระดับเป้าหมาย ๒"
    TARGET_3 = "ระดับเป้าหมาย ๓"
    TARGET_4 = "ระดับเป้าหมาย ๔"
    TARGET_5 = "ระดับเป้าหมาย ๕"
    KPI_WEIGHT = "น้ำหนัก KPIs"
    CSF_WEIGHT = "น้ำหนัก CSFs"
    DIMENSION_WEIGHT = "น้ำหนัก มิติ"
    RESULT = "ผลการดำเนินงาน"
    LEVEL = "ผลงานตามระดับค่าเป้าหมาย"
    KPI_SCORE = "คะแนนถ่วงน้ำหนัก KPIs"
    CSF_SCORE = "คะแนนถ่วงน้ำหนัก CSFs"
    DIMENSION_SCORE = "คะแนนถ่วงน้ำหนัก มิติ"
    BUDGET = "งบประมาณ (บาท)"
    # the sheet of details
    OFFICE = "ชื่อหน่วยงาน"
    DESCRIPTION = "รายละเอียดกิจกรรม"
    FORMULA = "สูตรการคำนวณ/การนับผลงาน"
    DONE = "จำนวนที่ทำได้"
    TOTAL = "จำนวนทั้งหมด"
    PERCENT = "คิดเป็นร้อยละ"
    REPORT = "รายละเอียดผลการดำเนินงาน"
    NOTE = "หมายเหตุ"
    PREPARER = "ผู้จัดทำข้อมูล ชื่อ"
    POSITION = "ผู้จัดทำข้อมูล ตำแหน่ง"
    # steps and parts
    ACTIVITY = "กิจกรรม"
    STEP = "ขั้นตอนที่"
    ITEM = "รายการ"
    IS_DONE = "ทำแล้ว"
    PART = "กิจกรรมที่"
    PART_PERCENT = "ร้อยละของระดับความสำเร็จ"
    # costs
    SUM = "รวม (บาท)"


TARGETS = (Column.TARGET_1, Column.TARGET_2, Column.TARGET_3, Column.TARGET_4, Column.TARGET_5)

_OF_KPI, _OF_CSF, _OF_DIMENSION = "kpi kpis ตัวชี้วัด", "csf csfs เป้าประสงค์", "มิติ ด้าน"
_WEIGHT = "น้ำหนัก ค่าน้ำหนัก น้ำหนักร้อยละ ค่าน้ำหนักร้อยละ"
_SCORE = (
    "คะแนนถ่วงน้ำหนัก คะแนนที่ได้ถ่วงน้ำหนัก คะแนนหลังถ่วงน้ำหนัก คะแนนที่ได้หลังถ่วงน้ำหนัก คะแนนที่ได้หลังจากถ่วงน้ำหนัก"
    " ร้อยละของคะแนนที่ได้หลังจากถ่วงน้ำหนัก"
)
_TARGET = (
    "ระดับเป้าหมาย ระดับค่าเป้าหมาย ค่าเป้าหมาย เป้าหมาย เกณฑ์การให้คะแนน ระดับคะแนน ระดับ"
    " ระดับเป้าหมายระดับ ระดับค่าเป้าหมายระดับ ค่าเป้าหมายระดับ เป้าหมายระดับ เกณฑ์การให้คะแนนระดับ"
    " ค่าเป้าหมายระดับที่ ระดับที่ คะแนน"
)
_COUNTED = "ผลที่นับได้ ผลการนับ"
_PREPARER = "ผู้จัดทำข้อมูล ผู้จัดทำ ผู้รายงาน"


def _under(above: str, below: str) -> str:
    """Every heading that stretches over several columns, with every heading under it."""
    return " ".join(high + low for high in above.split() for low in below.split())


_NAMES = {
    Column.ORDER: "ลำดับ ลำดับที่ no",
    Column.DIMENSION: "มิติ มิติที่ ชื่อมิติ ด้าน",
    Column.CSF: "เป้าประสงค์ เป้าประสงค์csf เป้าประสงค์csfs csf csfs ปัจจัยแห่งความสำเร็จ ปัจจัยแห่งความสำเร็จcsf"
    " เป้าประสงค์เชิงกลยุทธ์",
    Column.PROJECT: "แผนงานโครงการ โครงการ แผนงาน แผนงานโครงการกิจกรรม โครงการกิจกรรม โครงการหลักสูตร หลักสูตร",
    Column.CODE: "ตัวชี้วัดที่ kpiที่ รหัสตัวชี้วัด รหัส เลขตัวชี้วัด ลำดับตัวชี้วัด",
    Column.NAME: "ตัวชี้วัด kpi kpis ตัวชี้วัดkpi ตัวชี้วัดkpis ชื่อตัวชี้วัด ตัวชี้วัดความสำเร็จ",
    Column.RESPONSIBLE: "หน่วยงานรับผิดชอบ หน่วยงานที่รับผิดชอบ ผู้รับผิดชอบ ผู้รับผิดชอบตัวชี้วัด หน่วยงานเจ้าภาพ เจ้าภาพ",
    Column.MEASURE: "หน่วยนับ หน่วยวัด",
    Column.KPI_WEIGHT: _under(_WEIGHT, _OF_KPI),
    Column.CSF_WEIGHT: _under(_WEIGHT, _OF_CSF),
    Column.DIMENSION_WEIGHT: _under(_WEIGHT, _OF_DIMENSION),
    Column.RESULT: "ผลการดำเนินงาน ผลดำเนินงาน ผลงาน ผล ผลที่ได้ ผลการปฏิบัติงาน",
    Column.LEVEL: "ผลงานตามระดับค่าเป้าหมาย ผลงานตามระดับเป้าหมาย ระดับที่ได้ ระดับผลงาน ระดับคะแนนที่ได้ ระดับความสำเร็จ"
    " ระดับผลการดำเนินงาน",
    Column.KPI_SCORE: _under(_SCORE, _OF_KPI),
    Column.CSF_SCORE: _under(_SCORE, _OF_CSF),
    Column.DIMENSION_SCORE: _under(_SCORE, _OF_DIMENSION),
    Column.BUDGET: "งบประมาณ งบประมาณบาท ผลการเบิกจ่าย ผลการเบิกจ่ายบาท ผลการเบิกจ่ายงบประมาณ"
    " ผลการเบิกจ่ายงบประมาณบาท งบประมาณที่ใช้ งบประมาณที่ใช้บาท",
    Column.OFFICE: "ชื่อหน่วยงาน หน่วยงาน",
    Column.DESCRIPTION: "รายละเอียดกิจกรรม",
    Column.FORMULA: "สูตรการคำนวณการนับผลงาน สูตรการคำนวณ สูตรคำนวณ วิธีการคำนวณ",
    Column.DONE: f"จำนวนที่ทำได้ ตัวตั้ง {_under(_COUNTED, 'จำนวนที่ทำได้ ตัวตั้ง')}",
    Column.TOTAL: f"จำนวนทั้งหมด ตัวหาร {_under(_COUNTED, 'จำนวนทั้งหมด ตัวหาร')}",
    Column.PERCENT: f"คิดเป็นร้อยละ ร้อยละ {_under(_COUNTED, 'คิดเป็นร้อยละ ร้อยละ')}",
    Column.REPORT: "รายละเอียดผลการดำเนินงาน",
    Column.NOTE: "หมายเหตุ",
    Column.PREPARER: f"{_PREPARER} {_under(_PREPARER, 'ชื่อ')}",
    Column.POSITION: f"ตำแหน่ง {_under(_PREPARER, 'ตำแหน่ง')}",
    Column.ACTIVITY: "กิจกรรม",
    Column.STEP: "ขั้นตอนที่ ขั้นที่",
    Column.ITEM: "รายการ ขั้นตอน",
    Column.IS_DONE: "ทำแล้ว ดำเนินการแล้ว แล้วเสร็จ",
    Column.PART: "กิจกรรมที่",
    Column.PART_PERCENT: "ร้อยละของระดับความสำเร็จ ร้อยละความสำเร็จ",
    Column.SUM: "รวม รวมบาท รวมเงิน รวมเงินบาท รวมเป็นเงิน รวมเป็นเงินบาท",
} | {column: _under(_TARGET, str(level)) for level, column in enumerate(TARGETS, start=1)}

_PUNCTUATION = re.compile(r"[^\u0e00-\u0e7f\w]+|ฯ")
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names.split()}


@lru_cache(maxsize=4096)
def column_of(heading: str) -> Column | None:
    """Which column a heading names, the levels of a heading in several rows joined with blanks.

    >>> column_of("ค่าน้ำหนัก (ร้อยละ) KPIs")
    <Column.KPI_WEIGHT: 'น้ำหนัก KPIs'>
    """
    text = thai.to_arabic_digits(thai.normalise(heading)).casefold()
    return _COLUMN_OF.get(_PUNCTUATION.sub("", text))


def columns_of(headings: Iterable[str]) -> set[Column]:
    """Those that the headings name."""
    return {column for column in map(column_of, headings) if column}
