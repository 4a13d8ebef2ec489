"""`register import`, `export` and `certificate`: the books as the office's papers."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.door import Command
from memogen.cli.options import as_json_option, dry_run_option
from memogen.cli.register.booking import Choice, book_options
from memogen.cli.register.keeping import report, said_anchor
from memogen.cli.seat import Seat
from memogen.cli.shape import option
from memogen.cli.telling import remark, say, say_json
from memogen.findings import N_

if TYPE_CHECKING:
    from memogen.desk.publishing import Certified

EXPORTED = "ทะเบียนหนังสือ.xlsx"


@click.command(
    "import",
    cls=Command,
    short_help=N_("นำทะเบียนเดิม (Excel หรือ CSV) เข้ามาตามที่เป็น แล้วใช้ต่อได้เลย"),
    help=N_(
        "อ่านทะเบียนรับและส่งตามแบบที่ ๑๓ ๑๔ หรือใกล้เคียง ทุกสิ่งที่ผิดปกติจะบอกพร้อมช่อง ไม่มีแถวใดถูกทิ้ง"
        " นำเข้าซ้ำไม่ทำให้เลขซ้ำ ลองดูก่อนด้วย --dry-run"
    ),
    empty={"read": 0, "new": 0, "errors": 0, "warnings": 0},
)
@click.argument("file", metavar="FILE")
@book_options
@dry_run_option
@as_json_option
@click.pass_obj
def import_book(seat: Seat, choice: Choice, file: str, dry_run: bool, as_json: bool) -> int:
    adoption = seat.workspace().adopt(
        seat.files([file])[0],
        clock=seat.clock,
        code=choice.code,
        kind=choice.kind,
        year_be=choice.year_be,
        dry_run=dry_run,
    )
    read, new = len(adoption.entries), adoption.new
    code = report(seat.placed(adoption.findings), as_json=as_json, read=read, new=new)
    if not as_json:
        words = {"read": read, "new": new, "file": file}
        if dry_run:
            say(_("อ่านได้ {read} เลขจาก {file} จะเพิ่มในทะเบียน {new} เลข").format(**words))
            remark(_("นี่เป็นการลองดู ยังไม่ได้บันทึก"))
        else:
            say(_("อ่านได้ {read} เลขจาก {file} เพิ่มในทะเบียนแล้ว {new} เลข").format(**words))
    return code


@click.command(
    cls=Command,
    short_help=N_("พิมพ์ทะเบียนตามแบบที่ ๑๓ และ ๑๔ เป็น Excel พร้อมพิมพ์ A4 แนวนอน"),
    help=N_("ไม่บอก --kind --code --year จะได้ทุกทะเบียน ทะเบียนละแผ่น ไฟล์นี้นำเข้าใหม่ได้โดยไม่ขาดสิ่งใด"),
    empty={"file": None, "books": 0, "entries": 0},
)
@option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=N_("ชื่อไฟล์ .xlsx (ปกติอยู่ใน out)"),
)
@book_options
@as_json_option
@click.pass_obj
def export(seat: Seat, choice: Choice, out: Path | None, as_json: bool) -> int:
    workspace = seat.workspace()
    path = seat.cwd / out if out else workspace.output(None) / EXPORTED
    exported = workspace.export(
        path, clock=seat.clock, code=choice.code, kind=choice.kind, year_be=choice.year_be
    )
    if as_json:
        anchor = {"events": exported.anchor.count, "head": exported.anchor.head}
        say_json({"file": seat.shown(path), "books": exported.books, "entries": exported.entries, **anchor})
        return 0
    say(
        _("ส่งออก {books} ทะเบียน {entries} เลข: {file}").format(
            books=exported.books, entries=exported.entries, file=seat.shown(path)
        )
    )
    remark(_("หลักยึด {anchor}").format(anchor=said_anchor(exported.anchor)))
    return 0


@click.command(
    cls=Command,
    short_help=N_("หน้าเดียวที่รับรองว่าเลขทุกเลขของทะเบียนมีคำอธิบาย พร้อมที่ลงชื่อนายทะเบียน"),
    help=N_("ปกติคือทะเบียนหนังสือส่งของปีนี้ เลือกทะเบียนอื่นด้วย --kind --code --year"),
    empty={"whole": False},
)
@option("--out", metavar="FILE", type=click.Path(path_type=Path), help=N_("เขียนลงไฟล์ข้อความ แทนการพิมพ์บนจอ"))
@book_options
@as_json_option
@click.pass_obj
def certificate(seat: Seat, choice: Choice, out: Path | None, as_json: bool) -> int:
    from memogen.files import put

    workspace = seat.workspace()
    book, _circular = choice.book(seat, workspace.office)
    certified = workspace.certify(book, clock=seat.clock)
    if out:
        # With the mark, so that Notepad of any Windows reads it as UTF-8.
        put(seat.cwd / out, "\r\n".join((*certified.lines, "")).encode("utf-8-sig"))
    if as_json:
        say_json(_account_json(certified))
    elif out:
        say(_("เขียนแล้ว: {file}").format(file=seat.shown(seat.cwd / out)))
    else:
        for line in certified.lines:
            say(line)
    return 0 if certified.account.is_whole else 1


def _account_json(certified: Certified) -> dict[str, Any]:
    account, anchor = certified.account, certified.anchor
    return {
        "series": account.book.code,
        "kind": account.book.kind.value,
        "year_be": account.book.year_be,
        "floor": account.floor,
        "last": account.last,
        "whole": account.is_whole,
        "unexplained": account.unexplained,
        "void": [entry.serial for entry in account.void],
        "reserved": [entry.serial for entry in account.reserved],
        "events": anchor.count,
        "head": anchor.head,
    }
