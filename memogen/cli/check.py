"""`check`: letters and documents, made by us or by hand, held against the rules before they are sent."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.door import Command
from memogen.cli.options import as_json_option
from memogen.cli.seat import SETTINGS, Seat
from memogen.cli.shape import option
from memogen.cli.telling import remark, say, say_json
from memogen.findings import N_, Finding, Severity, has_errors
from memogen.report import as_lines, count_of

if TYPE_CHECKING:
    from memogen.desk.inspecting import Inspected, Inspector
    from memogen.desk.mending import Mended

UNREAD = 3
EMPTY: dict[str, Any] = {"checked": 0, "errors": 0, "warnings": 0}
_OF_READING = "KLMNPQRVWXY"
"""First letters of codes that are not rules: what is told of reading, data, books and files."""


@click.command(
    cls=Command,
    empty=EMPTY,
    help=N_(
        "PATH คือไฟล์ร่าง (.md) ไฟล์ Word (.docx) ที่ใครทำก็ได้ หรือทั้งโฟลเดอร์\n"
        "บอกทุกแห่งที่ผิดพร้อมวิธีแก้ ดูกฎแต่ละข้อด้วย memogen rules รหัส\n"
        "\n"
        "จบด้วยรหัส 1 เมื่อมีข้อผิดพลาดที่ต้องแก้ก่อนส่ง และ 3 เมื่ออ่านบางไฟล์ไม่ได้"
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help=N_("รูปแบบของผล: text ให้คนอ่าน json และ sarif ให้โปรแกรมอ่าน"),
)
@as_json_option
@option("--select", metavar="C", default="", help=N_("ตรวจเฉพาะรหัสหรือหมวดนี้ เช่น D,H02"))
@option("--ignore", metavar="C", default="", help=N_("ไม่ตรวจรหัสหรือหมวดนี้ เช่น T,B13"))
@option("--fix", is_flag=True, help=N_("แก้สิ่งที่แก้ได้แน่นอน เช่น ตัวเลข สระอำ คำสะกดผิด แล้วบอกทุกแห่งที่แก้"))
@option("--annotate", is_flag=True, help=N_("ทำสำเนาที่มีความเห็นของ Word ตรงคำที่ผิด ไม่แตะต้นฉบับ"))
@option(
    "--layout/--no-layout",
    default=True,
    help=N_("ตรวจหน้ากระดาษจริงด้วย LibreOffice ถ้ามี (ปกติตรวจ ไม่ตรวจจะเร็วกว่ามาก)"),
)
@click.pass_obj
def check(
    seat: Seat,
    paths: Sequence[str],
    form: str,
    as_json: bool,
    select: str,
    ignore: str,
    fix: bool,
    annotate: bool,
    layout: bool,
) -> int:
    from memogen.desk.gathering import files_in
    from memogen.desk.inspecting import Inspector, Question

    _refuse_unknown(select, ignore)
    home = seat.workspace() if (seat.root / SETTINGS).is_file() else None
    question = Question(select=select, ignore=ignore, layout=layout, cache=seat.cache)
    inspector = Inspector(home, question, clock=seat.clock)
    files = list(files_in(seat.files(paths)))
    form = "json" if as_json else form
    is_text = form == "text"
    findings = _mend(seat, inspector, files, is_text=is_text) if fix else []
    any_unread = False
    with _watched(files) as watched:
        for one in inspector.inspect(watched):
            told = seat.placed(one.findings)
            copy = _annotated(seat, one) if annotate else None
            if is_text and told:
                say(as_lines(told))
            if is_text and copy:
                say(_("สำเนาที่มีความเห็น: {copy}").format(copy=seat.shown(copy)))
            findings += told
            any_unread = any_unread or one.unread
    remarks = seat.placed(inspector.remarks)
    if is_text:
        _close([*findings, *remarks], len(files))
        for finding in remarks:
            remark(as_lines([finding]))
    else:
        found = [*findings, *remarks]
        say_json(_sarif(found) if form == "sarif" else _document(found, len(files)))
    if any_unread:
        return UNREAD
    return 1 if has_errors(findings) else 0


@contextmanager
def _watched(files: Sequence[Path]) -> Iterator[Iterator[Path]]:
    """The files, with a bar on standard error where someone watches many of them."""
    if len(files) < 2 or not sys.stderr.isatty():
        yield iter(files)
        return
    with click.progressbar(files, label=_("ตรวจหนังสือ"), file=sys.stderr) as bar:
        yield iter(bar)


def _refuse_unknown(*codes: str) -> None:
    """A code that names nothing would make a check of nothing, which looks like a clean letter."""
    from memogen.check import rules
    from memogen.cli.rules import no_such_rule

    for code in (code.strip().upper() for text in codes for code in text.split(",")):
        if code and code[0] not in _OF_READING and not any(rule.startswith(code) for rule in rules()):
            raise click.UsageError(no_such_rule(code, list(rules())))


def _mend(seat: Seat, inspector: Inspector, files: Sequence[Path], *, is_text: bool) -> list[Finding]:
    """Mends the files, says each change, and gives back why some were not mended."""
    from memogen.desk.mending import mend

    refused: list[Finding] = []
    for path in files:
        mended = mend(inspector, path)
        if mended is None:
            continue
        if mended.refusal:
            refused += seat.placed([mended.refusal])
        elif is_text:
            _say_mended(seat, mended)
    return refused


def _say_mended(seat: Seat, mended: Mended) -> None:
    assert mended.kept is not None, "what was mended is kept"
    say(
        _("แก้แล้ว {count} แห่งใน {file} (ฉบับก่อนแก้: {kept})").format(
            count=len(mended.changes), file=seat.shown(mended.file), kept=seat.shown(mended.kept)
        )
    )
    for change in mended.changes:
        say(f"  {change.where}: “{change.before}” → “{change.after}” ({change.code})")
    say()


def _annotated(seat: Seat, one: Inspected) -> Path | None:
    from memogen.desk.mending import annotate

    return annotate(one, now=seat.clock())


def _close(findings: Sequence[Finding], checked: int) -> None:
    """How many were looked at and what was found, and the next step."""
    if not checked:
        remark(_("ไม่มีไฟล์ร่าง (.md) หรือไฟล์ Word (.docx) ให้ตรวจ"))
        return
    remark(_("ตรวจ {count} ไฟล์").format(count=checked) + " " + count_of(findings))
    codes = sorted({one.code for one in findings if one.code[0] not in _OF_READING})
    if any(one.fixable for one in findings):
        remark(_("แก้บางแห่งให้ได้ด้วย --fix และดูคำที่ผิดใน Word ได้ด้วย --annotate"))
    if codes:
        remark(_("อ่านเหตุผลของกฎด้วย memogen rules {code}").format(code=codes[0]))


def _document(findings: Sequence[Finding], checked: int) -> dict[str, Any]:
    severities = [finding.severity for finding in findings]
    return {
        "checked": checked,
        "findings": [finding.as_json() for finding in findings],
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
    }


def _sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    from memogen.check import rules
    from memogen.cli.rules import page
    from memogen.sarif import About, as_sarif

    about = {
        code: About(title=rule.title, help=page(rule), severity=rule.severity)
        for code, rule in rules().items()
    }
    return as_sarif(findings, about)
