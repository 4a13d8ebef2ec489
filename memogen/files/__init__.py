"""Files written whole or not at all, under names legal everywhere, and read in any Thai encoding."""

from memogen.files.names import legal_name, same_name
from memogen.files.reading import TEXT_LIMIT, decoded, read_bytes, read_text, text_of
from memogen.files.writing import check_writable, delivery, discard, put, put_all, settle, stage, sweep

__all__ = [
    "TEXT_LIMIT",
    "check_writable",
    "decoded",
    "delivery",
    "discard",
    "legal_name",
    "put",
    "put_all",
    "read_bytes",
    "read_text",
    "same_name",
    "settle",
    "stage",
    "sweep",
    "text_of",
]
