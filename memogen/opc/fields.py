"""The field instructions of a part, joined again where Word or an attacker split them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_CODE = ("instrText", "delInstrText")


def instructions(root: etree._Element) -> Iterator[str]:
    """Each field's instruction, as `DDEAUTO c:\\x` or `PAGE`, innermost first.

    The text of a field nested in the code of another counts for both, since its result becomes part of
    the outer instruction. Code outside any field comes last.
    """
    stray: list[str] = []
    fields: list[tuple[list[str], bool]] = []  # instruction so far, and whether it is complete
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText", "{*}delInstrText"):
        kind = str(element.tag).rpartition("}")[2]
        if kind == "fldSimple":
            yield _attribute(element, "instr")
        elif kind in _CODE:
            for code in [code for code, complete in fields if not complete] or [stray]:
                code.append(element.text or "")
        elif _attribute(element, "fldCharType") == "begin":
            fields.append(([], False))
        elif fields:
            code, complete = fields.pop()
            if not complete:
                yield "".join(code)
            if _attribute(element, "fldCharType") == "separate":
                fields.append((code, True))
    yield from ("".join(code) for code, complete in fields if not complete)
    yield "".join(stray)


def _attribute(element: etree._Element, name: str) -> str:
    """Its value in whichever of the two namespaces of WordprocessingML."""
    return next((str(value) for key, value in element.items() if str(key).endswith("}" + name)), "")
