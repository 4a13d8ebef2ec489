"""A command line run in this process, at a seat of the test's choosing."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from memogen.cli import cli
from memogen.cli.seat import Seat

Run = Callable[..., Result]


def run_in(
    cwd: Path, *words: str, asks: bool = False, answers: str = "", environ: Mapping[str, str] | None = None
) -> Result:
    """A command line in `cwd`; `asks` as if at a terminal, where `answers` are typed."""
    seat = Seat(cwd, {**os.environ, **(environ or {})}, asks)
    return CliRunner().invoke(cli, words, input=answers, obj=seat)
