"""The command line of memogen: arguments in, text out; what is done is decided elsewhere."""

from __future__ import annotations

import click

from memogen import __version__
from memogen.cli.door import Door
from memogen.cli.language import LANGUAGES
from memogen.cli.shape import Option, option
from memogen.findings import N_

COMMANDS = {
    "init": N_("สร้างที่ทำงานของหน่วยงาน: ไฟล์ตั้งค่า แม่แบบ และร่างตัวอย่าง"),
    "doctor": N_("ตรวจว่ามีอะไรพร้อมใช้ ขาดอะไร และแก้ด้วยคำสั่งใด"),
    "new": N_("เริ่มร่างหนังสือจากโครงของชนิดนั้น"),
    "make": N_("ทำเอกสาร Word พร้อมลงนาม โดยเว้นเลขที่ไว้ ไม่ใช้เลขทะเบียน"),
    "issue": N_("ออกเลข: เลขทะเบียน เอกสาร และรายการในทะเบียน พร้อมกันหรือไม่ทำเลย"),
    "batch": N_("หนังสือเวียน: ร่างเดียวถึงทุกหน่วยงาน พร้อมเลข ไฟล์ รายชื่อ และบัญชี"),
    "check": N_("ตรวจหนังสือก่อนส่ง: ร่าง ไฟล์ Word ที่ใครทำก็ได้ หรือทั้งโฟลเดอร์"),
    "rules": N_("กฎที่ใช้ตรวจ และหน้าของแต่ละข้อ: เพราะอะไร ผิดถูกอย่างไร ที่มา"),
    "register": N_("ทะเบียนหนังสือ: จอง ยกเลิก ส่ง รับ ค้น ตรวจ นำเข้า ส่งออก สำรอง"),
    "kpi": N_("ตัวชี้วัดของแผน: คะแนนถ่วงน้ำหนัก รายงานผล และหนังสือทวงผล"),
    "data": N_("สมุดงานของหน่วยงาน: อ่านได้ว่าอย่างไร และขัดกันที่ใด"),
    "fields": N_("แสดงช่องเติมของแม่แบบ พร้อมความหมาย"),
    "templates": N_("ดูแลแม่แบบ Word ของหน่วยงาน"),
    "demo": N_("ทำหนังสือเวียนตัวอย่างของสำนักงานสาธิต แล้วบอกว่าให้เปิดไฟล์ใด"),
}


@click.group(
    "memogen",
    cls=Door,
    summaries=COMMANDS,
    help=N_(
        "ทำหนังสือราชการ (บันทึกข้อความ) เป็นไฟล์ Word พร้อมลงนาม จากไฟล์ร่างและข้อมูล\n"
        "\n"
        "เริ่มต้น:\n"
        "  memogen demo ดูตัวอย่างที่ทำเสร็จแล้ว\n"
        "  memogen init โฟลเดอร์ใหม่ สร้างที่ทำงานของหน่วยงาน\n"
        "  memogen new บันทึกข้อความ เริ่มร่าง แล้วสั่ง memogen make ทำเอกสาร"
    ),
)
@option(
    "--workspace",
    metavar="DIR",
    help=N_("โฟลเดอร์ที่ทำงาน (มี memogen.toml) ถ้าไม่บอก ใช้โฟลเดอร์นี้หรือที่อยู่เหนือขึ้นไป"),
)
@option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=N_("ภาษาของข้อความ th ไทย en อังกฤษ หรือตั้งตัวแปร MEMOGEN_LANG ไว้"),
)
@click.version_option(__version__, cls=Option, message="memogen %(version)s", help=N_("แสดงรุ่นของโปรแกรม"))
@click.pass_context
def cli(ctx: click.Context, workspace: str | None, lang: str | None) -> None:
    from memogen.cli.seat import Seat

    del lang  # heard before anything was read: see language_of
    seat = ctx.obj or Seat.here()
    ctx.obj = seat.at(workspace) if workspace else seat


def main() -> None:
    """Run the command line of this process and end it with the command's exit code."""
    cli.main()
