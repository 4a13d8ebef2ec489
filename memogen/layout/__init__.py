"""From DOCX to PDF to measured pages: fonts, LibreOffice, millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memogen.layout.conversion import to_pdf
    from memogen.layout.fonts import FontSet, prepare
    from memogen.layout.joining import joined, page_count
    from memogen.layout.lines import Line, in_order
    from memogen.layout.office import find_office, office_version
    from memogen.layout.pages import Image, Page, Rule, embedded_fonts, read_pdf, text_of
    from memogen.layout.paging.planning import planned
    from memogen.layout.paging.setting import Break, Plan, paged
    from memogen.layout.printing import print_copy
    from memogen.layout.rendering import rendered

__all__ = [
    "Break",
    "FontSet",
    "Image",
    "Line",
    "Page",
    "Plan",
    "Rule",
    "embedded_fonts",
    "find_office",
    "in_order",
    "joined",
    "office_version",
    "page_count",
    "paged",
    "planned",
    "prepare",
    "print_copy",
    "read_pdf",
    "rendered",
    "text_of",
    "to_pdf",
]

_HOMES = {
    "conversion": ("to_pdf",),
    "fonts": ("FontSet", "prepare"),
    "joining": ("joined", "page_count"),
    "office": ("find_office", "office_version"),
    "lines": ("Line", "in_order"),
    "pages": ("Image", "Page", "Rule", "embedded_fonts", "read_pdf", "text_of"),
    "paging.planning": ("planned",),
    "paging.setting": ("Break", "Plan", "paged"),
    "printing": ("print_copy",),
    "rendering": ("rendered",),
}


def __getattr__(name: str) -> object:
    """Each name is imported when it is first asked for: most commands never measure a page."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"memogen.layout.{module}"), name)
    raise AttributeError(name)
