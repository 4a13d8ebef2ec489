"""`issue`: number, document and entry of the register, taken together or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.door import Command
from memogen.cli.make import EMPTY, packed
from memogen.cli.options import (
    accept_clock_option,
    append_option,
    as_json_option,
    catchwords_option,
    copy_option,
    date_option,
    dry_run_option,
    kind_option,
    out_option,
    pack_option,
    pdf_option,
)
from memogen.cli.seat import Seat
from memogen.cli.telling import paging, progress, remark, say, say_json, tell
from memogen.findings import N_
from memogen.report import as_json as listed

if TYPE_CHECKING:
    from memogen.desk import IssuedLetter


@click.command(
    cls=Command,
    empty=EMPTY,
    help=N_(
        "LETTER คือไฟล์ร่าง หลายไฟล์ได้เลขเรียงตามลำดับที่บอก ถ้าฉบับใดออกไม่ได้ จะไม่มีฉบับใดเสียเลข\n"
        "\n"
        "สั่งซ้ำได้เสมอ: ร่างเดิมได้เลขเดิมและเอกสารเดิม ร่างที่แก้หลังออกเลขแล้วจะไม่ออกให้ และบอกว่าต่างกันที่ใด\n"
        "\n"
        "ถ้าจองเลขไว้ พิมพ์เลขนั้นที่หัวข้อ “ที่” ของร่าง เช่น ที่: กษ ๑๑๑๓/๖๕๓"
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
@dry_run_option
@accept_clock_option
@as_json_option
@click.pass_obj
def issue(
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
    dry_run: bool,
    accept_clock: bool,
    as_json: bool,
) -> int:
    workspace = seat.workspace()
    if pdf or append:
        progress(_("กำลังทำ PDF ใช้เวลาสองสามวินาที"))
    issued = workspace.issue(
        seat.files(letters),
        clock=seat.clock,
        on=on,
        kind=kind,
        out=seat.cwd / out if out else None,
        pdf=pdf,
        pack=pack,
        append=append,
        copy=copy,
        dry_run=dry_run,
        accept_clock=accept_clock,
        catchwords=catchwords,
        cache=seat.cache,
        begins=paging,
    )
    if as_json:
        say_json({"letters": [_as_json(seat, one) for one in issued]})
    else:
        for one in issued:
            say(_sentence(seat, one, dry_run=dry_run))
            if one.pack:
                say(packed(seat, one.pack))
        tell(finding for one in issued for finding in seat.placed(one.findings))
        remark(_next_step(dry_run=dry_run))
    return 0


def _sentence(seat: Seat, issued: IssuedLetter, *, dry_run: bool) -> str:
    from memogen import thai

    words = {
        "number": issued.number,
        "date": thai.long_date(issued.date),
        "letter": seat.shown(issued.letter),
        "files": ", ".join(seat.shown(file) for file in issued.files),
    }
    if issued.again:
        return _("ออกเลขไว้แล้ว: {number} ลงวันที่ {date} {files} (จาก {letter})").format(**words)
    if dry_run:
        return _("จะได้เลข: {number} ลงวันที่ {date} (จาก {letter})").format(**words)
    return _("ออกเลขแล้ว: {number} ลงวันที่ {date} {files} (จาก {letter})").format(**words)


def _next_step(*, dry_run: bool) -> str:
    if dry_run:
        return _("นี่เป็นการลองดู ยังไม่ได้ใช้เลข เลขจริงเป็นไปตามลำดับเมื่อสั่งโดยไม่มี --dry-run")
    return _("ขั้นต่อไป: เสนอลงนาม ส่งแล้วสั่ง memogen register dispatch เลขที่ --way วิธีส่ง")


def _as_json(seat: Seat, issued: IssuedLetter) -> dict[str, Any]:
    return {
        "letter": seat.shown(issued.letter),
        "number": issued.number,
        "serial": issued.serial,
        "series": issued.series,
        "circular": issued.circular,
        "year_be": issued.year_be,
        "date": issued.date.isoformat(),
        "files": [seat.shown(file) for file in issued.files],
        "sha256": issued.sha256,
        "findings": listed(seat.placed(issued.findings)),
        **({"pack": seat.shown(issued.pack)} if issued.pack else {}),
        **({"kind": issued.kind} if issued.kind else {}),
    }
