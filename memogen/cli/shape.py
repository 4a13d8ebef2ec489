"""click's commands, options and help pages, made to speak Thai and to count its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from gettext import gettext as _
from typing import Any, TypeVar

import click

from memogen.cli.columns import padded, width, wrapped

F = TypeVar("F", bound=Callable[..., Any])


class Formatter(click.HelpFormatter):
    """A help page whose columns stay straight under Thai, and whose lines break where Thai may."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        start = f"{prefix or _('Usage:') + ' '}{prog} "
        lines = wrapped(args, self.width - width(start)) or [""]
        for number, line in enumerate(lines):
            self.write(f"{start if number == 0 else ' ' * width(start)}{line}".rstrip() + "\n")

    def write_text(self, text: str) -> None:
        for line in wrapped(text, self.width - self.current_indent):
            self.write(f"{' ' * self.current_indent}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        first_width = min(max(width(first) for first, _second in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for first, second in rows:
            lines = wrapped(second, self.width - self.current_indent - first_width) or [""]
            if width(first) + col_spacing > first_width:
                self.write(f"{indent}{first}\n")
                first = ""
            for number, line in enumerate(lines):
                self.write(f"{indent}{padded('' if number else first, first_width)}{line}".rstrip() + "\n")


class Context(click.Context):
    formatter_class = Formatter


class Option(click.Option):
    """An option whose help is translated when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], record[1].replace(self.help, _(self.help), 1)


class Command(click.Command):
    """A command whose short help (one line) and help (all else) are translated when they are shown."""

    context_class = Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_with_values_left_out(self.params, args)))

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - long ones are wrapped
        return _spoken(self.short_help)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        _write_help([self.short_help, self.help], formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return _usage_pieces(super().collect_usage_pieces(ctx))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(super().get_help_option(ctx))


class Group(click.Group):
    """A group of such commands."""

    context_class = Context
    command_class = Command
    group_class = type

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - long ones are wrapped
        return _spoken(self.short_help)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        _write_help([self.short_help, self.help], formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return _usage_pieces(super().collect_usage_pieces(ctx))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(super().get_help_option(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order of the office's work, as the commands were added."""
        return list(self.commands)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """`click.option` with help that is translated when it is shown."""
    return click.option(*names, cls=Option, **settings)


def _with_values_left_out(params: Iterable[click.Parameter], args: Iterable[str]) -> Iterator[str]:
    """The words of a call, with the usual value of each option that stands without its own.

    click would take any next word for the value; `--pack x.md` is about x.md.
    """
    usual = {
        name: (param.flag_value, param.type.choices)
        for param in params
        if isinstance(param, click.Option) and isinstance(param.type, click.Choice) and not param.is_flag
        for name in param.opts
        if param.flag_value in param.type.choices
    }
    words = list(args)
    for word, following in zip(words, [*words[1:], ""], strict=False):
        value, known = usual.get(word, ("", ()))
        yield f"{word}={value}" if value and following not in known else word


def _spoken(help_text: str | None) -> str:
    return _(help_text) if help_text else ""


def _write_help(paragraphs: Iterable[str | None], formatter: click.HelpFormatter) -> None:
    for paragraph in filter(None, paragraphs):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(paragraph))


def _usage_pieces(pieces: list[str]) -> list[str]:
    return [_(piece) if piece else piece for piece in pieces]


def _help_option(option: click.Option | None) -> click.Option | None:
    if option is not None:  # click words it once, in the language of the first call
        option.help = _("แสดงคำแนะนำนี้")
    return option
