"""What memogen brings along: the demonstration office and the beginnings of a new workspace."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent
BEGINNINGS = PACKAGE / "assets" / "workspace"


def office_home() -> Path:
    """The demonstration office: inside an installed memogen, or the repository of a checkout."""
    packed = PACKAGE / "office"
    return packed if packed.is_dir() else PACKAGE.parent
