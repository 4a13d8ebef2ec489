"""Word templates filled: the same bytes for the same template and values."""

from memogen.render.emblem import with_emblem, without_dots
from memogen.render.properties import Properties, made_by_us
from memogen.render.template import Template, Xml, fill, read_template, template_problems

__all__ = [
    "Properties",
    "Template",
    "Xml",
    "fill",
    "made_by_us",
    "read_template",
    "template_problems",
    "with_emblem",
    "without_dots",
]
