"""`register dispatch` and `receive`: letters that leave the office, and letters that come in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from gettext import gettext as _
from pathlib import Path

import click

from memogen import thai
from memogen.cli.door import Command
from memogen.cli.options import accept_clock_option, as_json_option, thai_date, tidy
from memogen.cli.register.booking import Choice, book_options, numbers_argument
from memogen.cli.register.telling import listed
from memogen.cli.seat import BANGKOK, Seat
from memogen.cli.shape import option
from memogen.cli.telling import say, say_json
from memogen.desk.receiving import Arrival
from memogen.findings import N_


@click.command(
    cls=Command,
    short_help=N_("บันทึกว่าส่งหนังสือแล้ว ด้วยวิธีใด เมื่อใด ถึงใคร"),
    help=N_("เช่น memogen register dispatch 653 --way ไปรษณีย์ลงทะเบียน"),
    empty={"entries": []},
)
@numbers_argument
@option(
    "--way",
    metavar="TEXT",
    callback=tidy,
    required=True,
    help=N_("วิธีส่ง เช่น ไปรษณีย์ นำส่งด้วยตนเอง ไปรษณีย์อิเล็กทรอนิกส์"),
)
@option("--on", metavar="D", callback=thai_date, help=N_("วันที่ส่ง (ปกติคือวันนี้)"))
@option("--to", "recipient", metavar="NAME", callback=tidy, default="", help=N_("ผู้รับ ถ้าต่างจากช่อง “ถึง”"))
@book_options
@as_json_option
@click.pass_obj
def dispatch(
    seat: Seat,
    choice: Choice,
    numbers: Sequence[str],
    way: str,
    on: date | None,
    recipient: str,
    as_json: bool,
) -> int:
    workspace = seat.workspace()
    places = choice.numbers(seat, workspace.office, numbers)
    day = on or seat.today
    with workspace.register(clock=seat.clock) as register:
        entries = [register.entry(book, serial) for book, serial in places]
        whom = [recipient or (entry.to if entry else "") for entry in entries]
        with register.writing() as pen:
            sent = [
                pen.dispatch(book, serial, way=way, on=day, recipient=to)
                for (book, serial), to in zip(places, whom, strict=True)
            ]
    if as_json:
        say_json(listed(sent))
        return 0
    for entry in sent:
        words = {"number": entry.number, "way": entry.way, "to": " ".join(entry.recipient.split())}
        say(_("ส่งแล้ว: {number} ทาง{way} ถึง {to}").format(**words))
    return 0


def _thai_time(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> time | None:
    """A time as people type it."""
    try:
        return thai.parse_time(typed) if typed else None
    except thai.TimeError as error:
        raise click.BadParameter(str(error)) from error


@click.command(
    cls=Command,
    short_help=N_("ลงทะเบียนรับ และประทับตรารับหนังสือบนสำเนาถ้าสั่ง"),
    help=N_(
        "เช่น memogen register receive --number กค0405.2/ว89 --dated 20/3/66 --from กรมบัญชีกลาง"
        " --to อธิบดี --subject ซ้อมความเข้าใจ\n"
        "\n"
        "บอก --stamp กับไฟล์ Word หรือ PDF จะได้สำเนาที่มีตรารับ ไฟล์เดิมไม่เปลี่ยน"
    ),
    empty={"entries": []},
)
@option("--number", metavar="TEXT", callback=tidy, default="", help=N_("ที่ของหนังสือที่รับ"))
@option("--dated", metavar="D", callback=thai_date, help=N_("วันที่ของหนังสือที่รับ"))
@option("--from", "sender", metavar="NAME", callback=tidy, required=True, help=N_("จาก"))
@option("--to", metavar="NAME", callback=tidy, required=True, help=N_("ถึง"))
@option("--subject", metavar="TEXT", callback=tidy, required=True, help=N_("เรื่อง"))
@option("--action", metavar="TEXT", callback=tidy, default="", help=N_("การปฏิบัติ"))
@option("--note", metavar="TEXT", callback=tidy, default="", help=N_("หมายเหตุ"))
@option("--on", metavar="D", callback=thai_date, help=N_("วันที่รับ (ปกติคือวันนี้)"))
@option("--at", metavar="T", callback=_thai_time, help=N_("เวลาที่รับ เช่น 10.30 (ปกติคือขณะนี้)"))
@option("--stamp", metavar="FILE", help=N_("หนังสือที่รับ .docx หรือ .pdf ที่จะประทับตราบนสำเนา"))
@option("--out", metavar="FILE", type=click.Path(path_type=Path), help=N_("ชื่อไฟล์ของสำเนาที่ประทับตรา"))
@accept_clock_option
@as_json_option
@click.pass_obj
def receive(
    seat: Seat,
    number: str,
    dated: date | None,
    sender: str,
    to: str,
    subject: str,
    action: str,
    note: str,
    on: date | None,
    at: time | None,
    stamp: str | None,
    out: Path | None,
    accept_clock: bool,
    as_json: bool,
) -> int:
    now = seat.clock().astimezone(BANGKOK)
    received = datetime.combine(on or now.date(), at or now.time(), BANGKOK).replace(microsecond=0)
    entry, copy = seat.workspace().receive(
        Arrival(number=number, dated=dated, sender=sender, to=to, subject=subject, action=action, note=note),
        clock=seat.clock,
        at=received,
        accept_clock=accept_clock,
        paper=seat.files([stamp])[0] if stamp else None,
        copy=seat.cwd / out if out else None,
        cache=seat.cache,
    )
    if as_json:
        say_json(listed([entry]))
        return 0
    day, hour = thai.long_date(received.date()), thai.clock_time(received.time())
    say(_("เลขรับ {number} วันที่ {day} เวลา {hour}").format(number=entry.number, day=day, hour=hour))
    if copy:
        say(_("ประทับตรารับแล้ว: {file}").format(file=seat.shown(copy)))
    return 0
