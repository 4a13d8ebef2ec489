"""Texts of a csv that a spreadsheet would run as formulas, made harmless; see the reliability page, 4.8."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"[\s\u200b\u200c\u200d\ufeff]*[=+\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """The text behind a quote if a spreadsheet would run it, or if it looks like such a text already.

    >>> guarded("=1+1")
    "'=1+1"
    """
    return f"'{text}" if _FORMULA.match(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """The text that was guarded: one quote less, or the same."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text.lstrip("'")) else text
