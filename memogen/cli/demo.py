"""`demo`: the demonstration circular for every unit of the shipped office."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from time import perf_counter

import click

from memogen.cli.batch import EMPTY, progress_bar, report
from memogen.cli.door import Command
from memogen.cli.options import as_json_option, out_option
from memogen.cli.seat import Seat
from memogen.cli.shipped import office_home
from memogen.cli.telling import remark
from memogen.findings import N_

CIRCULAR = "letters/เวียนแผนรายหน่วยงาน.md"


@click.command(
    cls=Command,
    empty=EMPTY,
    help=N_("ทำให้ทุกหน่วยงานในรายชื่อ แต่ละฉบับมีแผนของหน่วยงานนั้นจากไฟล์ Excel ที่ให้มาด้วยกัน เป็นร่าง ไม่ใช้เลขทะเบียน"),
)
@out_option
@as_json_option
@click.pass_context
def demo(ctx: click.Context, out: Path | None, as_json: bool) -> int:
    seat: Seat = ctx.obj
    ctx.obj = office = seat.at(office_home())
    workspace = office.workspace()
    began = perf_counter()
    with progress_bar() as heard:
        done = workspace.batch(
            office.root / CIRCULAR,
            clock=seat.clock,
            number="none",
            out=seat.cwd / (out or "out"),
            cache=seat.cache,
            tell=heard,
        )
    code = report(office, done, seconds=perf_counter() - began, dry_run=False, as_json=as_json)
    if not as_json:
        remark(_("เปิดดูได้ที่: {file}").format(file=seat.shown(done.items[0].file)))
    return code
