"""What all tests share: examples are made the same way each time, and no test watches the clock."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("memogen", deadline=None, derandomize=True)
settings.load_profile("memogen")
