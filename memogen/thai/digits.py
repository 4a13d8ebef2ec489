"""Thai and Arabic digits, one for one."""

from __future__ import annotations

ARABIC = "0123456789"
THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(ARABIC, THAI)
_TO_ARABIC = str.maketrans(THAI, ARABIC)


def to_thai_digits(text: str) -> str:
    """Every Arabic digit as a Thai one: `653/2566` is `๖๕๓/๒๕๖๖`."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Every Thai digit as an Arabic one: `๖๕๓` is `653`."""
    return text.translate(_TO_ARABIC)
