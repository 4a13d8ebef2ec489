"""Deflating and inflating as quickly as this machine can."""

from __future__ import annotations

try:
    from isal import isal_zlib as quick_zlib

    QUICK_LEVEL = 0  # where zlib only stores, this deflates about as well as zlib at 1
except ImportError:
    import zlib as quick_zlib  # type: ignore[no-redef]

    QUICK_LEVEL = 1

__all__ = ["QUICK_LEVEL", "quick_zlib"]
