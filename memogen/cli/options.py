"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from memogen.cli.shape import option
from memogen.findings import N_


def thai_date(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> date | None:
    """A date as people type it (contract section 4)."""
    from memogen import thai

    try:
        return thai.parse_date(typed) if typed else None
    except thai.DateError as error:
        raise click.BadParameter(str(error)) from error


def tidy(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> str | None:
    """A text in one line, in the spelling that searching relies on."""
    from memogen import thai

    return " ".join(thai.normalise(typed).split()) if typed else typed


date_option = option(
    "--date",
    "on",
    metavar="D",
    callback=thai_date,
    help=N_("วันที่ของหนังสือ เช่น “27 มี.ค. 66” หรือ 27/3/2566 (แทนวันที่ในไฟล์ร่าง)"),
)
out_option = option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=N_("โฟลเดอร์ที่เก็บเอกสารที่ทำ (ปกติคือ out)"),
)
pdf_option = option("--pdf", is_flag=True, help=N_("ทำ PDF ด้วย (ต้องมี LibreOffice)"))
catchwords_option = option(
    "--catchwords/--no-catchwords",
    "catchwords",
    default=None,
    help=N_("จัดหน้าและใส่คำต่อเนื่องในหนังสือที่ยาวเกินหนึ่งหน้า ใช้ LibreOffice สองสามวินาที (ปกติตามไฟล์ตั้งค่า)"),
)
pack_option = option(
    "--pack",
    type=click.Choice(["folder", "zip"]),
    is_flag=False,
    flag_value="folder",
    help=N_("จัดชุดส่งของผู้รับแต่ละราย: หนังสือกับไฟล์ที่แนบ เป็นโฟลเดอร์ (ปกติ) หรือ zip"),
)
append_option = option("--append", is_flag=True, help=N_("ต่อไฟล์ที่แนบไว้ท้าย PDF ของหนังสือ (ทำ PDF ด้วย)"))
copy_option = option("--copy", is_flag=True, help=N_("ทำสำเนาคู่ฉบับ มีที่ลงชื่อ ร่าง พิมพ์ ทาน ตรวจ"))
accept_clock_option = option(
    "--accept-clock",
    is_flag=True,
    help=N_("ยืนยันเวลาของเครื่อง เมื่อรายการก่อนบันทึกด้วยนาฬิกาที่ตั้งผิด"),
)
dry_run_option = option("--dry-run", is_flag=True, help=N_("ลองดูก่อน: ทำทุกขั้นแต่ไม่บันทึก ไม่ใช้เลข และไม่เขียนไฟล์"))
kind_option = option(
    "--kind", metavar="KIND", callback=tidy, help=N_("ทำเป็นชนิดนี้ เมื่อร่างบอก “ชนิด” ไว้หลายชนิด เช่น หนังสือภายนอก")
)
as_json_option = option("--json", "as_json", is_flag=True, help=N_("ตอบเป็น JSON สำหรับโปรแกรมอื่น"))
