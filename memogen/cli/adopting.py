"""`templates adopt`: a Word file that the office uses today, made a template of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.columns import padded, width
from memogen.cli.door import Command
from memogen.cli.options import as_json_option, dry_run_option
from memogen.cli.seat import SETTINGS, TEMPLATES, Seat
from memogen.cli.shape import option
from memogen.cli.telling import quoted, remark, say, say_json, tell
from memogen.findings import N_, Finding, Severity
from memogen.report import as_lines

if TYPE_CHECKING:
    from memogen.desk.templating import Adopted, Placement
    from memogen.model import Kind

BESIDE = "แม่แบบ"
"""The folder beside the office's file that the template goes to, under the name of its kind."""
LARGEST = 64 * 1024 * 1024  # bytes
EMPTY: dict[str, Any] = {"kind": None, "template": None, "placed": [], "done": [], "errors": 0, "warnings": 0}
_WIDEST_PLACE = 24


@click.command(
    "adopt",
    cls=Command,
    empty=EMPTY,
    short_help=N_("ทำแม่แบบจากหนังสือ Word ที่หน่วยงานใช้อยู่"),
    help=N_(
        "FILE คือหนังสือ .docx ที่พิมพ์ถูกต้องฉบับหนึ่งของหน่วยงาน\n"
        "แทนเลขที่ วันที่ เรื่อง ผู้รับ เนื้อความ และผู้ลงนามด้วยช่องเติม คงรูปแบบเดิมไว้\n"
        "แล้วบอกทุกแห่งที่แทน และทุกแห่งที่ต่างจากแบบมาตรฐาน ไม่แตะไฟล์เดิม\n"
        "\n"
        "จบด้วยรหัส 1 เมื่อยังทำเป็นแม่แบบที่ใช้ได้ไม่ได้ และไม่เขียนไฟล์ใด"
    ),
)
@click.argument("file")
@option("--kind", metavar="KIND", help=N_("ชนิดหนังสือ ถ้าข้อความในไฟล์บอกไม่ได้เอง เช่น บันทึกข้อความ"))
@option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=N_("ไฟล์แม่แบบที่จะเขียน (ปกติคือ แม่แบบ/ชนิดหนังสือ.docx ข้างไฟล์เดิม) ไม่เขียนทับไฟล์ที่มีอยู่"),
)
@dry_run_option
@as_json_option
@click.pass_obj
def adopt(seat: Seat, file: str, kind: str | None, out: Path | None, dry_run: bool, as_json: bool) -> int:
    from memogen.desk import templating
    from memogen.files import read_bytes

    path = seat.files([file])[0]
    office = seat.workspace().office if (seat.root / SETTINGS).is_file() else None
    adopted = templating.adopt(
        read_bytes(path, LARGEST), file=str(path), kind=_kind(kind), today=seat.today, office=office
    )
    place = seat.cwd / out if out else path.parent / BESIDE / f"{adopted.kind}.docx"
    written = adopted.content is not None and not dry_run
    if written:
        templating.write(adopted, place, shown=str(place))
    if as_json:
        say_json(_as_json(seat, adopted, place if written else None))
    else:
        _tell(seat, path, adopted)
        _close(seat, adopted, place, dry_run=dry_run)
    return 0 if adopted.content is not None else 1


def _kind(name: str | None) -> Kind | None:
    """The kind that is called so; a usage error names all of them."""
    from memogen.model import Kind

    if name is None:
        return None
    try:
        return Kind(name)
    except ValueError:
        known = ", ".join(Kind)
        message = _("ไม่รู้จักชนิดหนังสือ “{name}” มี: {known}").format(name=name, known=known)
        raise click.UsageError(message) from None


# --- in words -----------------------------------------------------------------------------------------


def _tell(seat: Seat, path: Path, adopted: Adopted) -> None:
    say(_("{kind} จาก {file}").format(kind=adopted.kind, file=seat.shown(path)))
    _say_list(_("ช่องเติมที่ใส่:"), _rows(adopted.placements))
    _say_list(_("สิ่งที่ทำนอกจากนั้น:"), adopted.done)
    _say_list(
        _("ต่างจากแบบมาตรฐาน (แจ้งเพื่อทราบ ใช้เป็นแม่แบบได้):"),
        [_departure(one) for one in adopted.departures],
    )
    notes = [one for one in adopted.findings if one.severity is not Severity.ERROR]
    if notes:
        say()
        say(as_lines(seat.placed(notes)))
    tell(seat.placed(one for one in adopted.findings if one.severity is Severity.ERROR))


def _say_list(title: str, lines: Iterable[str]) -> None:
    lines = list(lines)
    if lines:
        say()
        say(title)
        for line in lines:
            say(f"  {line}")


def _rows(placements: Sequence[Placement]) -> Iterable[str]:
    """Place, what stood there, and the tag in its place."""
    wide = min(max((width(one.place) for one in placements), default=0), _WIDEST_PLACE)
    for one in placements:
        before = f"“{one.before}” → " if one.before else "→ "
        yield f"{padded(one.place, wide)}  {before}{one.tag}"


def _departure(finding: Finding) -> str:
    place = f"{finding.place}: " if finding.place else ""
    return f"{finding.code} {place}{finding.message}"


def _close(seat: Seat, adopted: Adopted, place: Path, *, dry_run: bool) -> None:
    """Where the template is, and the next step."""
    if adopted.content is None:
        remark(_("ยังไม่ได้เขียนแม่แบบ แก้ตามคำแนะนำข้างต้นใน Word แล้วสั่งใหม่"))
        return
    say()
    if dry_run:
        say(_("ใช้เป็นแม่แบบได้ (ลองดูเท่านั้น ยังไม่ได้เขียน)"))
        return
    say(_("แม่แบบ: {file} ตรวจแล้ว ใช้ได้").format(file=quoted(seat.shown(place))))
    home = seat.root / TEMPLATES / f"{adopted.kind}.docx"
    if place != home:
        remark(
            _("เปิดดูใน Word แล้ววางเป็น {home} แทนแม่แบบเดิม เพื่อใช้กับหนังสือทุกฉบับ").format(
                home=quoted(seat.shown(home))
            )
        )


def _as_json(seat: Seat, adopted: Adopted, written: Path | None) -> dict[str, Any]:
    findings = seat.placed([*adopted.findings, *adopted.departures])
    severities = [finding.severity for finding in findings]
    return {
        "kind": adopted.kind,
        "template": seat.shown(written) if written else None,
        "placed": [
            {"field": one.tag, "before": one.before, "place": one.place} for one in adopted.placements
        ],
        "done": list(adopted.done),
        "findings": [finding.as_json() for finding in findings],
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
    }
