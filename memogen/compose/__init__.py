"""Composing: a letter, the office and its data become a Memo; no files, no clock."""

from memogen.compose.asking import RECIPIENT, data_sources, kind_of, names_recipient
from memogen.compose.composer import Composer, compose
from memogen.compose.outline import Outline

__all__ = [
    "RECIPIENT",
    "Composer",
    "Outline",
    "compose",
    "data_sources",
    "kind_of",
    "names_recipient",
]
