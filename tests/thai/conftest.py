"""pythainlp as a second opinion, kept from writing into the home directory."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "thai", max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("thai")


@pytest.fixture(scope="session")
def pythainlp_util(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHAINLP_DATA", str(tmp_path_factory.mktemp("pythainlp")))
        patch.setenv("PYTHAINLP_READ_ONLY", "1")
        yield import_module("pythainlp.util")
