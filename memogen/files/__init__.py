"""Files written whole or not at all, under names legal everywhere, and read in any Thai encoding."""

from memogen.files.names import legal_name, same_name
from memogen.files.reading import TEXT_LIMIT, decoded, digest_of, open_bytes, read_bytes, read_text, text_of
from memogen.files.writing import (
    Deliver,
    check_writable,
    delivery,
    discard,
    put,
    put_all,
    refuse_open,
    settle,
    stage,
    stage_filled,
    sweep,
)

__all__ = [
    "TEXT_LIMIT",
    "Deliver",
    "check_writable",
    "decoded",
    "delivery",
    "digest_of",
    "discard",
    "legal_name",
    "open_bytes",
    "put",
    "put_all",
    "read_bytes",
    "read_text",
    "refuse_open",
    "same_name",
    "settle",
    "stage",
    "stage_filled",
    "sweep",
    "text_of",
]
