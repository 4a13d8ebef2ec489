"""`register verify`, `reconcile`, `backup` and `restore`: the register proved, kept and brought back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from memogen import thai
from memogen.books import Anchor
from memogen.cli.door import Command
from memogen.cli.options import as_json_option
from memogen.cli.seat import Seat
from memogen.cli.shape import option
from memogen.cli.telling import remark, say, say_json, tell
from memogen.findings import N_, Finding, Severity, has_errors
from memogen.report import as_json as listed

_ANCHOR = re.compile(r"([0-9]+)(?: เหตุการณ์)? ?[: ] ?([0-9a-f]{16,64})")
"""As `verify` says it, or as it stands on an export or a certificate."""


def said_anchor(anchor: Anchor) -> str:
    """The anchor as it is noted down and given back: count and head."""
    return f"{anchor.count}:{anchor.head}"


def _anchor(_ctx: click.Context, _param: click.Parameter, typed: str | None) -> Anchor | None:
    if not typed:
        return None
    found = _ANCHOR.fullmatch(thai.to_arabic_digits(typed).strip().lower())
    if not found:
        raise click.BadParameter(
            _("อ่านหลักยึด “{text}” ไม่ได้ กรุณาคัดลอกให้ครบตามที่ memogen register verify บอกไว้").format(text=typed)
        )
    return Anchor(int(found[1]), found[2])


def report(findings: Sequence[Finding], *, as_json: bool, **more: Any) -> int:
    """Findings in the shape of `check`, or as text; the exit code is 1 when one is an error."""
    if as_json:
        severities = [finding.severity for finding in findings]
        say_json(
            {
                **more,
                "findings": listed(findings),
                "errors": severities.count(Severity.ERROR),
                "warnings": severities.count(Severity.WARNING),
            }
        )
    else:
        tell(findings)
    return 1 if has_errors(findings) else 0


@click.command(
    cls=Command,
    short_help=N_("ตรวจครั้งสุดท้ายก่อนส่ง: ทะเบียน ไฟล์ร่าง และเอกสารในโฟลเดอร์ out ตรงกันหรือไม่"),
    help=N_("ไม่แก้สิ่งใด บอกทุกแห่งที่ควรดู: เลขซ้ำ เลขขาด วันที่ย้อน เอกสารที่แก้หลังออกเลข หนังสือที่อ้างถึงไม่มีในทะเบียน"),
    empty={"checked": 0, "errors": 0, "warnings": 0},
)
@as_json_option
@click.pass_obj
def check(seat: Seat, as_json: bool) -> int:
    checked, found = seat.workspace().check_register(clock=seat.clock)
    if not as_json and not found:
        say(_("ตรวจ {count} เลข ไม่พบสิ่งที่ต้องแก้").format(count=checked))
    return report(seat.placed(found), as_json=as_json, checked=checked)


@click.command(
    cls=Command,
    short_help=N_("พิสูจน์ว่าทะเบียนครบถ้วน ไม่มีรายการใดถูกแก้ ลบ หรือแทรก"),
    help=N_(
        "หลักยึดที่พิมพ์ออกมา จดเก็บไว้นอกเครื่อง แล้วตรวจภายหลังด้วย --anchor จะรู้ว่าทะเบียนถูกตัดท้ายหรือเขียนใหม่ทั้งเล่มหรือไม่"
    ),
    empty={"events": 0, "head": None, "errors": 0, "warnings": 0},
)
@option("--anchor", metavar="COUNT:HEAD", callback=_anchor, help=N_("หลักยึดที่จดไว้ครั้งก่อน"))
@option(
    "--reconcile", "bring_back", is_flag=True, help=N_("นำรายการที่ขาดกลับจากสำเนาเหตุการณ์และโฟลเดอร์ out ก่อน")
)
@as_json_option
@click.pass_obj
def verify(seat: Seat, anchor: Anchor | None, bring_back: bool, as_json: bool) -> int:
    workspace = seat.workspace()
    done: Sequence[Finding] = ()
    if bring_back:
        done = workspace.reconcile(clock=seat.clock)
    with workspace.register_to_read(clock=seat.clock) as register:
        now = register.anchor()
        findings = seat.placed([*done, *register.verify(anchor)])
    if not as_json and not has_errors(findings):
        say(_("ทะเบียนครบถ้วน {count} เหตุการณ์").format(count=now.count))
        say(_("หลักยึด {anchor}").format(anchor=said_anchor(now)))
    return report(findings, as_json=as_json, events=now.count, head=now.head)


@click.command(
    cls=Command,
    short_help=N_("นำรายการที่ขาดกลับมา หลังกู้ทะเบียนจากข้อมูลสำรอง"),
    help=N_("อ่านจากสำเนาเหตุการณ์ (register.mirror.jsonl) และเอกสารในโฟลเดอร์ out เลขที่เคยออกแล้วจะไม่ถูกออกซ้ำ"),
    empty={"errors": 0, "warnings": 0},
)
@as_json_option
@click.pass_obj
def reconcile(seat: Seat, as_json: bool) -> int:
    done = seat.placed(seat.workspace().reconcile(clock=seat.clock))
    if not as_json and not done:
        say(_("ทะเบียนตรงกับสำเนาเหตุการณ์และเอกสารแล้ว ไม่มีสิ่งใดต้องนำกลับ"))
    return report(done, as_json=as_json)


@click.command(
    cls=Command,
    short_help=N_("สำรองทะเบียนทั้งหมดเป็นไฟล์เดียว ขณะที่คนอื่นยังใช้งานได้"),
    help=N_("FILE คือไฟล์ที่จะเขียน ควรอยู่คนละเครื่องหรือคนละดิสก์กับทะเบียน ห้ามสำรองด้วยการคัดลอก register.db เอง"),
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def backup(seat: Seat, file: Path) -> int:
    workspace = seat.workspace()
    with workspace.register(clock=seat.clock, create=False) as register:
        register.backup(seat.cwd / file)
        anchor = register.anchor()
    say(_("สำรองแล้ว: {file}").format(file=seat.shown(seat.cwd / file)))
    remark(_("หลักยึด {anchor}").format(anchor=said_anchor(anchor)))
    return 0


@click.command(
    cls=Command,
    short_help=N_("กู้ทะเบียนจากไฟล์สำรอง แล้วนำรายการที่ออกหลังจากนั้นกลับมา"),
    help=N_(
        "ทะเบียนเดิมไม่ถูกลบ แต่เปลี่ยนชื่อเก็บไว้ รายการหลังวันสำรองกลับมาจากสำเนาเหตุการณ์และเอกสารในโฟลเดอร์ out"
        " เลขที่เคยออกแล้วจะไม่ถูกออกซ้ำ"
    ),
    empty={"errors": 0, "warnings": 0},
)
@click.argument("file", metavar="FILE")
@as_json_option
@click.pass_obj
def restore(seat: Seat, file: str, as_json: bool) -> int:
    workspace = seat.workspace()
    aside, done = workspace.restore(seat.files([file])[0], clock=seat.clock)
    if not as_json:
        say(_("กู้ทะเบียนแล้วจาก {file}").format(file=file))
        if aside:
            say(_("ทะเบียนเดิมเก็บไว้ที่ {file}").format(file=seat.shown(aside)))
    return report(seat.placed(done), as_json=as_json)
