"""Memos and their Word templates made into DOCX: the same bytes for the same template and values."""

from memogen.render.template import (
    Blocks,
    Properties,
    Template,
    Xml,
    custom_properties,
    fill,
    made_by_us,
    read_template,
    template_problems,
    with_emblem,
    without_dots,
)

__all__ = [
    "Blocks",
    "Properties",
    "Template",
    "Xml",
    "custom_properties",
    "fill",
    "made_by_us",
    "read_template",
    "template_problems",
    "with_emblem",
    "without_dots",
]
