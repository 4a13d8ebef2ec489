"""`fields`: what a Word template names, with the meaning of each field."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from memogen.cli.columns import padded, width
from memogen.cli.door import Command
from memogen.cli.options import as_json_option
from memogen.cli.seat import TEMPLATES, Seat
from memogen.cli.telling import say, say_json, tell
from memogen.findings import N_, has_errors
from memogen.report import as_json as listed


@click.command(
    cls=Command,
    empty={"template": None, "fields": []},
    help=N_("TEMPLATE คือไฟล์ .docx หรือชื่อชนิดหนังสือ เช่น บันทึกข้อความ"),
)
@click.argument("template")
@as_json_option
@click.pass_obj
def fields(seat: Seat, template: str, as_json: bool) -> int:
    from memogen.render.fields import FIELDS_OF, kind_of_template
    from memogen.render.memo import check_template
    from memogen.render.template import read_template

    path = _template_of(seat, template)
    read = read_template(path, name=str(path))
    findings = seat.placed(check_template(read))
    known = FIELDS_OF[kind_of_template(path.name)]
    rows = {name: _(field.meaning) for name, field in known.items() if name in read.fields}
    rows |= dict.fromkeys(sorted(read.fields - set(known)), "")
    if as_json:
        found = [_field(name, meaning) for name, meaning in rows.items()]
        say_json({"template": seat.shown(path), "fields": found, "findings": listed(findings)})
    else:
        say(_("แม่แบบ {file}").format(file=seat.shown(path)))
        _say_rows(rows)
        tell(findings)
    return 1 if has_errors(findings) else 0


def _template_of(seat: Seat, name: str) -> Path:
    """A kind's name means its template of the workspace; anything else is a path."""
    of_kind = seat.root / TEMPLATES / f"{name}.docx"
    return of_kind if Path(name).name == name and of_kind.is_file() else seat.files([name])[0]


def _field(name: str, meaning: str) -> dict[str, Any]:
    return {"name": name, "meaning": meaning or None, "known": bool(meaning)}


def _say_rows(rows: Mapping[str, str]) -> None:
    tags = {name: "{{ " + name + " }}" for name in rows}
    first = max(map(width, tags.values()), default=0)
    unknown = _("ไม่รู้จัก")
    for name, meaning in rows.items():
        say(f"  {padded(tags[name], first)}  {meaning or unknown}")
