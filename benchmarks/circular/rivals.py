"""The shipped template and its values as docx-mailmerge2 and docxtemplater want them.

The shipped template is known text, built by `memogen.forms`, so that a few patterns do. Its conditions and
loops go, since the letter needs none of them: the rivals have a little less to do.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

_PARAGRAPH = re.compile(r"(<w:p>.*?</w:p>)")
_RUN = re.compile(r"<w:r>(<w:rPr>.*?</w:rPr>)?.*?</w:r>")
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)(.*?)(</w:t>)")
_TAG = re.compile(r"\{\{ (\S+) \}\}")
_BODY = "{{p เนื้อความ }}"


def flat(values: Mapping[str, Any]) -> dict[str, str]:
    """The values for templates that know no `a.b`, no loops and no conditions: the texts that are printed."""
    texts = {name: text for name, text in values.items() if isinstance(text, str)}
    return texts | {f"ผู้ลงนาม.{name}": text for name, text in values["ผู้ลงนาม"].items()}


def merge_values(values: Mapping[str, Any]) -> dict[str, str]:
    """The values for MERGEFIELDs, which take plain text only: the body is a field for each of its texts."""
    fields = flat(values)
    texts = _TEXT.findall(fields.pop("เนื้อความ"))
    return fields | {f"เนื้อความ{n}": unescape(text) for n, (_begin, text, _end) in enumerate(texts)}


def write_template(source: Path, target: Path, convert: Callable[[str], str]) -> None:
    """The template with every part that has tags converted."""
    with zipfile.ZipFile(source) as template, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in template.namelist():
            part = template.read(name)
            made.writestr(name, convert(_unconditional(part.decode())) if b"{{" in part else part)


def _unconditional(xml: str) -> str:
    """Without `{%p … %}` and all paragraphs between two of them, and without the runs of `{%r … %}`."""
    kept, is_inside = [], False
    for piece in _PARAGRAPH.split(xml):
        if "{%p" in piece:
            is_inside = "{%p end" not in piece
        elif not is_inside:
            kept.append(piece)
    return _RUN.sub(lambda run: "" if "{%r" in run[0] else run[0], "".join(kept))


def single_braces(xml: str) -> str:
    """`{{ x }}` as `{x}`; the body as `{@x}`, which takes XML."""
    return _TAG.sub(r"{\1}", xml.replace(_BODY, "{@เนื้อความ}"))


def merge_fields(xml: str, body: str) -> str:
    """A MERGEFIELD for each `{{ x }}`, and for each text of `body`, the body of one of the letters."""
    names = (f"{{{{ เนื้อความ{n} }}}}" for n in range(len(_TEXT.findall(body))))
    fields = _TEXT.sub(lambda text: f"{text[1]}{next(names)}{text[3]}", body)
    xml = _PARAGRAPH.sub(lambda paragraph: fields if _BODY in paragraph[0] else paragraph[0], xml)
    return _RUN.sub(_with_fields, xml)


def _with_fields(run: re.Match[str]) -> str:
    """The run as several in the same look: what is printed as it is, and each tag as a field."""
    look = run[1] or ""
    return _TAG.sub(
        rf'</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD \1 "><w:r>{look}<w:t>\1</w:t></w:r></w:fldSimple>'
        rf'<w:r>{look}<w:t xml:space="preserve">',
        run[0],
    )
