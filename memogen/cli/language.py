"""The language of one run: Thai, or English when asked for, whatever the machine's own language is."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

LANGUAGES = ("th", "en")
VARIABLE = "MEMOGEN_LANG"
DOMAIN = "memogen"
CATALOGUES = os.path.join(os.path.dirname(__file__), "..", "locale")  # noqa: PTH118, PTH120 - pathlib takes 3 ms


def language_of(args: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language asked for by `--lang` or MEMOGEN_LANG, else Thai.

    Looked for before the arguments are understood, since what is wrong with them must be told in it.
    """
    asked = environ.get(VARIABLE, "")
    for word, after in zip(args, [*args[1:], ""], strict=True):
        if word == "--lang":
            asked = after
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked if asked in LANGUAGES else LANGUAGES[0]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Every sentence in `language` for the block, click's own among them.

    gettext takes the language from LANGUAGE alone, on Windows too; it is put back afterwards, so that a
    program that calls the commands keeps its own.
    """
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before
