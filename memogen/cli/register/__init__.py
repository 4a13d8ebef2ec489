"""`register`: the books of numbers."""

from __future__ import annotations

import click

from memogen.cli.door import Group
from memogen.cli.register.keeping import backup, check, reconcile, restore, verify
from memogen.cli.register.looking import list_entries, show
from memogen.cli.register.mail import dispatch, receive
from memogen.cli.register.numbers import next_number, open_book, release, reserve, void
from memogen.cli.register.papers import certificate, export, import_book
from memogen.findings import N_


@click.group(
    cls=Group,
    help=N_(
        "เลขพิมพ์อย่างที่เคยพิมพ์: 653 ๖๕๓ ว71 กษ1113/653 หรือ 12/2566 ของคำสั่งและหนังสือรับรอง\n"
        "\n"
        "ทะเบียนเลือกด้วย --kind (ส่ง เวียน คำสั่ง รับรอง รับ) --code และ --year"
    ),
)
def register() -> None:
    pass


COMMANDS = (
    *(next_number, open_book, reserve, release, void, dispatch, receive),
    *(list_entries, show, import_book, export, certificate),
    *(check, verify, reconcile, backup, restore),
)
"""In the order of the office's work."""

for command in COMMANDS:
    register.add_command(command)
