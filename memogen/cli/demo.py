"""`demo`: the demonstration circular for one unit of the shipped office."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from memogen.cli.door import Command
from memogen.cli.make import EMPTY, report_made
from memogen.cli.options import as_json_option, out_option
from memogen.cli.seat import Seat
from memogen.cli.shipped import office_home
from memogen.cli.telling import remark
from memogen.findings import N_

CIRCULAR = "letters/เวียนแผนรายหน่วยงาน.md"


@click.command(
    cls=Command,
    empty=EMPTY,
    help=N_("ทำของหน่วยงานแรกในรายชื่อ จากแผนในไฟล์ Excel ที่ให้มาด้วยกัน"),
)
@out_option
@as_json_option
@click.pass_context
def demo(ctx: click.Context, out: Path | None, as_json: bool) -> int:
    seat: Seat = ctx.obj
    ctx.obj = office = seat.at(office_home())
    workspace = office.workspace()
    first = str(workspace.office.units[0]["ชื่อ"])
    made = workspace.make([office.root / CIRCULAR], out=seat.cwd / (out or "out"), recipient=first)
    code = report_made(office, made, as_json=as_json)
    if not as_json:
        remark(_("เปิดดูได้ที่: {file}").format(file=seat.shown(made[0].files[0])))
    return code
