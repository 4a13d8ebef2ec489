"""Composing: a letter, the office and its data become a Memo; no files, no clock."""

from memogen.compose.asking import RECIPIENT, data_sources, names_recipient
from memogen.compose.composer import Composer, compose
from memogen.compose.kinds import KIND_COLUMNS, as_kind, kind_for, kinds_of, said_kind
from memogen.compose.outline import Outline
from memogen.compose.parts import PARTS, Parts, date_text

__all__ = [
    "KIND_COLUMNS",
    "PARTS",
    "RECIPIENT",
    "Composer",
    "Outline",
    "Parts",
    "as_kind",
    "compose",
    "data_sources",
    "date_text",
    "kind_for",
    "kinds_of",
    "names_recipient",
    "said_kind",
]
