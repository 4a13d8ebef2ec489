"""`doctor`: what is here, what is missing, and the command that mends it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click

from memogen.cli.columns import padded, width
from memogen.cli.door import Command
from memogen.cli.options import as_json_option
from memogen.cli.seat import REGISTER, Seat
from memogen.cli.telling import remark, say, say_json
from memogen.findings import N_

if TYPE_CHECKING:
    from memogen.diagnosis import Check

_WORDS = {
    "ok": N_("พร้อม"),
    "warning": N_("ควรแก้"),
    "missing": N_("ขาด"),
    "info": N_("แจ้ง"),
}
_COLOURS = {"ok": "green", "warning": "yellow", "missing": "red", "info": "cyan"}


@click.command(cls=Command, empty={"checks": []})
@as_json_option
@click.pass_obj
def doctor(seat: Seat, as_json: bool) -> int:
    from memogen.diagnosis import diagnose

    console = str(getattr(sys.stdout, "encoding", None) or "utf-8")
    checks = diagnose(
        seat.root,
        cache=seat.cache,
        console=console,
        windows=sys.platform == "win32",
        address=seat.environ.get(REGISTER, ""),
        clock=seat.clock,
    )
    broken = any(check.stops_make for check in checks)
    if as_json:
        say_json({"checks": [check.as_json() for check in checks]})
    else:
        _say_all(checks)
        remark(_("ยังทำหนังสือไม่ได้ กรุณาแก้ข้อที่ขาดก่อน") if broken else _("ทำหนังสือได้"))
    return 3 if broken else 0


def _say_all(checks: Iterable[Check]) -> None:
    rows: list[tuple[Any, str]] = [(check, _(_WORDS[check.status])) for check in checks]
    words = max(width(word) for _check, word in rows)
    titles = max(width(check.title) for check, _word in rows)
    for check, word in rows:
        state = click.style(padded(word, words), fg=_COLOURS[check.status])
        say(f"{state}  {padded(check.title, titles)}  {check.detail}".rstrip())
        if check.fix:
            say(" " * (words + 2) + _("แก้: {fix}").format(fix=check.fix))
