"""The door: the one place where a run begins, and where whatever stops it becomes words and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from gettext import gettext as _
from importlib import import_module
from typing import Any

import click

from memogen.cli import shape
from memogen.cli.language import language_of, speaking
from memogen.cli.telling import ready_streams, remark, say_json, stop_talking, tell
from memogen.errors import MemogenError
from memogen.findings import nearest
from memogen.report import as_json

BROKEN, INTERRUPTED, READER_LEFT = 70, 130, 141
"""Exit codes beside those of contract section 4: a fault of ours, Ctrl-C, a closed pipe."""


class Command(shape.Command):
    """A command whose callback returns its exit code.

    `empty` is the JSON document of a run that came to nothing, to which the findings are added.
    """

    def __init__(self, *args: Any, empty: dict[str, Any] | None = None, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.empty = empty or {}

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MemogenError as error:
            return self._stopped(error, ctx)

    def _stopped(self, error: MemogenError, ctx: click.Context) -> int:
        findings = ctx.obj.placed(error.findings)
        if ctx.params.get("as_json"):
            say_json({**self.empty, "findings": as_json(findings)})
        else:
            tell(findings)
        return error.exit_code


class Group(shape.Group):
    command_class = Command


class Door(Group):
    """The group of all commands, each in a module of its own name that is loaded when it is called.

    `summaries` are the commands and their short helps, in the order of the office's work.
    """

    def __init__(self, *args: Any, summaries: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self._summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self._summaries:
            return None
        module = import_module(f"memogen.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        command.short_help = self._summaries[cmd_name]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self._summaries:
            ctx.fail(_no_such_command(args[0], list(self._summaries)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, summary in self._summaries.items()])

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **settings: Any
    ) -> None:
        """Run a command line (this process's own, unless given) and end the process with its exit code."""
        arguments = list(sys.argv[1:] if args is None else args)
        environ = settings["obj"].environ if "obj" in settings else os.environ
        settings |= {"standalone_mode": False, "windows_expand_args": False}
        with speaking(language_of(arguments, environ)):
            ready_streams()
            code = self._attended(environ, arguments, prog_name=prog_name or "memogen", **settings)
        sys.exit(code)

    def _attended(self, environ: Mapping[str, str], arguments: list[str], **settings: Any) -> int:
        try:
            return super().main(arguments, **settings) or 0
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            remark(_("หยุดตามคำสั่งแล้ว"))
            return INTERRUPTED
        except Exception as error:
            if environ.get("MEMOGEN_DEBUG") == "1":
                raise
            remark(_apology(error))
            return BROKEN

    def make_context(self, *args: Any, **settings: Any) -> click.Context:
        with _quiet_when_the_reader_left():
            return super().make_context(*args, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        with _quiet_when_the_reader_left():
            return super().invoke(ctx)


def _no_such_command(name: str, known: Sequence[str]) -> str:
    message = _("ไม่มีคำสั่ง “{name}”").format(name=name)
    guess = nearest(name, known)
    return message + " " + _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess) if guess else message


@contextmanager
def _quiet_when_the_reader_left() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if not _is_closed_pipe(error):
            raise
        stop_talking()
        raise click.exceptions.Exit(READER_LEFT) from None


def _is_closed_pipe(error: OSError) -> bool:
    """Windows says EINVAL of a closed pipe, and names no file."""
    return error.errno == errno.EPIPE or (
        os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    )


def _apology(error: Exception) -> str:
    """What to do about a fault of ours; without the error's own words, which may hold a letter's."""
    import traceback
    from pathlib import Path

    frame = traceback.extract_tb(error.__traceback__)[-1]
    file = "/".join(Path(frame.filename).parts[-2:])
    place = f"{type(error).__name__}, {file}:{frame.lineno}"
    return "\n".join(
        [
            _("ขออภัย โปรแกรมขัดข้องโดยไม่คาดคิด ({place})").format(place=place),
            _("กรุณาแจ้งผู้ดูแลโปรแกรม พร้อมบรรทัดข้างต้นและคำสั่งที่ใช้"),
            _("ผู้ดูแลดูรายละเอียดได้โดยตั้ง MEMOGEN_DEBUG=1 แล้วสั่งใหม่"),
        ]
    )
