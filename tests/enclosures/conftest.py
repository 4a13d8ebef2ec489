"""An office with a letter, two recipients and files that go along."""

from __future__ import annotations

from pathlib import Path

import pytest
from enclosure_desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "office")
