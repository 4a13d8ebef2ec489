"""What the officer reads: results on standard output, findings and progress on standard error."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from gettext import gettext as _
from typing import Any

import click

from memogen.findings import Finding
from memogen.report import count_of, line_of, ordered

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def ready_streams() -> None:
    """Nothing that we say may stop the work: what a console cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def say(text: str = "") -> None:
    """A result, to standard output."""
    click.echo(text)


def quoted(path: str) -> str:
    """A path as a word of a command line."""
    return f'"{path}"' if " " in path else path


def say_json(value: Any) -> None:
    """One JSON document, in UTF-8 whatever the console uses."""
    import json

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def remark(text: str) -> None:
    """Advice or an apology, to standard error."""
    click.echo(text, err=True)


def progress(text: str) -> None:
    """What is going on, to standard error, and only where someone is watching."""
    if sys.stderr.isatty():
        click.echo(text, err=True)


def paging(letters: int) -> None:
    """That letters are being divided into pages, to whoever is watching."""
    progress(_("กำลังจัดหน้าหนังสือ {count} ฉบับด้วย LibreOffice ใช้เวลาสองสามวินาที").format(count=letters))


def tell(findings: Iterable[Finding]) -> None:
    """Findings to standard error, one a line and then their count; in colour on a terminal."""
    found = ordered(findings)
    for finding in found:
        click.secho(line_of(finding), fg=_COLOURS[finding.severity], err=True)
    if found:
        click.echo(count_of(found), err=True)


def stop_talking() -> None:
    """The reader has left: what is still in the buffers goes nowhere, and quietly."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
