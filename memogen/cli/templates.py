"""`templates`: the office's Word templates held against what memogen can fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from pathlib import Path

import click

from memogen.cli.adopting import adopt
from memogen.cli.door import Group
from memogen.cli.options import as_json_option
from memogen.cli.seat import TEMPLATES, Seat
from memogen.cli.telling import say, say_json, tell
from memogen.errors import InputError
from memogen.findings import N_, Finding, Severity, has_errors
from memogen.report import as_json as listed


@click.group(cls=Group)
def templates() -> None:
    pass


templates.add_command(adopt)


@templates.command(
    "check",
    empty={"checked": 0, "errors": 0, "warnings": 0},
    short_help=N_("ตรวจแม่แบบทุกไฟล์ของที่ทำงาน หรือไฟล์ที่บอก แล้วบอกทุกแห่งที่ผิด"),
    help=N_("ควรตรวจทุกครั้งหลังแก้แม่แบบใน Word"),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@as_json_option
@click.pass_obj
def check(seat: Seat, paths: Sequence[str], as_json: bool) -> int:
    files = [file for path in seat.files(paths or [str(seat.root / TEMPLATES)]) for file in _documents(path)]
    findings = seat.placed(finding for file in files for finding in _faults(file))
    if as_json:
        say_json(_as_json(len(files), findings))
    elif findings:
        tell(findings)
    else:
        say(_("ตรวจแม่แบบ {count} ไฟล์ ใช้ได้ทั้งหมด").format(count=len(files)))
    return 1 if has_errors(findings) else 0


def _documents(path: Path) -> Iterator[Path]:
    """The Word files of a folder, without those that Word lays beside an open one; or the file itself."""
    if path.is_dir():
        yield from (file for file in sorted(path.glob("*.docx")) if not file.name.startswith(("~$", ".")))
    else:
        yield path


def _faults(file: Path) -> Sequence[Finding]:
    from memogen.render.memo import check_template
    from memogen.render.template import read_template

    try:
        return check_template(read_template(file, name=str(file)))
    except InputError as error:
        return error.findings


def _as_json(checked: int, findings: Sequence[Finding]) -> dict[str, object]:
    """The shape of `check --json` (contract section 5)."""
    severities = [finding.severity for finding in findings]
    return {
        "checked": checked,
        "findings": listed(findings),
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
    }
