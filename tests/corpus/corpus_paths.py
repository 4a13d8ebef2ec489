"""Importing this lets the corpus use the builders of `tests/proof` and `tests/check`."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
for folder in (HERE.parent / "check", HERE.parent / "proof", HERE):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
