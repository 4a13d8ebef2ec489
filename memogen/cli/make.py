"""`make`: letters to DOCX ready to sign, the running number left blank."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.door import Command
from memogen.cli.options import (
    append_option,
    as_json_option,
    catchwords_option,
    copy_option,
    date_option,
    kind_option,
    out_option,
    pack_option,
    pdf_option,
)
from memogen.cli.seat import Seat
from memogen.cli.telling import paging, progress, remark, say, say_json, tell
from memogen.findings import N_, has_errors
from memogen.report import as_json as listed

if TYPE_CHECKING:
    from memogen.desk import Made

EMPTY: dict[str, Any] = {"letters": []}


@click.command(
    cls=Command,
    empty=EMPTY,
    help=N_(
        "LETTER คือไฟล์ร่าง เช่น letters/ขออนุมัติ.md บอกหลายไฟล์ หรือ letters/*.md ก็ได้\n"
        "ถ้าอ่านหรือเติมไฟล์ใดไม่ได้ จะบอกทุกแห่งในคราวเดียว และไม่ทำเอกสารใดเลย"
    ),
)
@click.argument("letters", metavar="LETTER...", nargs=-1, required=True)
@date_option
@kind_option
@out_option
@pdf_option
@pack_option
@append_option
@copy_option
@catchwords_option
@as_json_option
@click.pass_obj
def make(
    seat: Seat,
    letters: Sequence[str],
    on: date | None,
    kind: str | None,
    out: Path | None,
    pdf: bool,
    pack: str | None,
    append: bool,
    copy: bool,
    catchwords: bool | None,
    as_json: bool,
) -> int:
    workspace = seat.workspace()
    if pdf or append:
        progress(_("กำลังทำ PDF ใช้เวลาสองสามวินาที"))
    made = workspace.make(
        seat.files(letters),
        on=on,
        kind=kind,
        out=seat.cwd / out if out else None,
        pdf=pdf,
        pack=pack,
        append=append,
        copy=copy,
        catchwords=catchwords,
        cache=seat.cache,
        begins=paging,
    )
    return report_made(seat, made, as_json=as_json)


def report_made(seat: Seat, made: Sequence[Made], *, as_json: bool) -> int:
    """Says what was made and what was found in it; the exit code is 1 if an error was found."""
    findings = [finding for one in made for finding in seat.placed(one.findings)]
    if as_json:
        say_json({"letters": [_as_json(seat, one) for one in made]})
    else:
        for one in made:
            files = ", ".join(seat.shown(file) for file in one.files)
            say(_("ทำแล้ว: {files} (จาก {letter})").format(files=files, letter=seat.shown(one.letter)))
            if one.pack:
                say(packed(seat, one.pack))
        tell(findings)
        remark(_next_step(has_errors(findings), is_numbered=any(one.is_numbered for one in made)))
    return 1 if has_errors(findings) else 0


def packed(seat: Seat, pack: Path) -> str:
    """Where a recipient's pack is."""
    return _("ชุดส่ง: {pack}").format(pack=seat.shown(pack))


def _next_step(has_errors: bool, *, is_numbered: bool) -> str:
    if has_errors:
        return _("ขั้นต่อไป: แก้ไฟล์ร่างตามข้อผิดพลาดข้างต้น แล้วสั่ง make ใหม่ ฉบับนี้ยังไม่ควรส่ง")
    if not is_numbered:
        return _("ขั้นต่อไป: เปิดเอกสารใน Word ตรวจทาน แล้วเสนอลงนามหรือแนบไปกับหนังสือ ชนิดนี้ไม่ต้องออกเลข")
    return _("ขั้นต่อไป: เปิดเอกสารใน Word ตรวจทาน แล้วเสนอลงนาม เลขที่เว้นไว้ให้ออกเมื่อส่ง")


def _as_json(seat: Seat, made: Made) -> dict[str, Any]:
    from memogen import thai

    return {
        "letter": seat.shown(made.letter),
        "number": None,
        "serial": None,
        "series": made.series,
        "circular": made.circular,
        "year_be": thai.be_year(made.date) if made.date else None,
        "date": made.date.isoformat() if made.date else None,
        "files": [seat.shown(file) for file in made.files],
        "sha256": made.sha256,
        "findings": listed(seat.placed(made.findings)),
        **({"pack": seat.shown(made.pack)} if made.pack else {}),
        **({"kind": made.kind} if made.kind else {}),
    }
