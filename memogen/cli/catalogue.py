"""Keeps the catalogues of sentences: `python -m memogen.cli.catalogue` after a sentence was changed.

Thai is the language of the source. `en` translates our own sentences, `th` those of click; this command adds
new sentences to `en` with an empty translation, takes out those that are gone, and compiles both.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent
LANGUAGES = ("th", "en")
_MARKERS = ("_", "N_")


def po_file(language: str) -> Path:
    """The catalogue of a language as people edit it; what the program reads lies beside it."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "memogen.po"


def sentences() -> Iterator[str]:
    """Every Thai sentence marked in the source, in f-strings too (which babel's extraction leaves out)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=marker), args=[ast.Constant(value=str(sentence))]):
                    if marker in _MARKERS and not sentence.isascii():
                        yield sentence


def read_catalogue(language: str) -> Catalog:
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(language: str) -> bytes:
    """What the `.mo` beside a `.po` must hold."""
    out = io.BytesIO()
    write_mo(out, read_catalogue(language))
    return out.getvalue()


def renewed() -> bytes:
    """The English catalogue with the sentences of the source: no more, no fewer, translations kept."""
    header, _blank, _rest = po_file("en").read_text(encoding="utf-8").partition("\n\n")
    old, new = read_catalogue("en"), Catalog(locale="en", charset="utf-8")
    for sentence in sorted(set(sentences())):
        known = old.get(sentence)
        new.add(sentence, known.string if known else "")
    out = io.BytesIO()
    write_po(out, new, width=0, no_location=True, omit_header=True)
    return f"{header}\n\n".encode() + out.getvalue()


def main() -> int:
    """Renews and compiles; the exit code is 1 while a sentence has no translation."""
    po_file("en").write_bytes(renewed())
    for language in LANGUAGES:
        po_file(language).with_suffix(".mo").write_bytes(compiled(language))
    missing = [str(message.id) for message in read_catalogue("en") if message.id and not message.string]
    sys.stdout.write("".join(f"{sentence}\n" for sentence in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
