"""What all tests share: the same examples each time, no watch on the clock, no page drawn unawares."""

from __future__ import annotations

import gc
import shutil
import sys
from collections.abc import Generator

import pytest
from hypothesis import settings

settings.register_profile("memogen", deadline=None, derandomize=True)
settings.load_profile("memogen")

LIBREOFFICE = {found for name in ("soffice", "libreoffice") if (found := shutil.which(name))}
SLOW = ("layout", "postgres", "crash", "load")
_drawn: list[str] = []


def _watched(event: str, details: tuple[object, ...]) -> None:
    if event == "subprocess.Popen" and isinstance(details[1], list) and "--convert-to" in details[1]:
        _drawn.append(str(details[1][0]))


sys.addaudithook(_watched)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Keeps the fast suite fast: LibreOffice takes longer for one letter than a thousand tests without it."""
    done = yield
    drawn = LIBREOFFICE.intersection(_drawn)
    _drawn.clear()
    if drawn and not any(item.get_closest_marker(name) for name in SLOW):
        pytest.fail(
            "this test had pages drawn by LibreOffice: mark it `layout`, or shorten its letter, make it with "
            "catchwords=False, or ask for the fixture `without_libreoffice`",
            pytrace=False,
        )
    return done


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no LibreOffice on its PATH."""
    monkeypatch.setenv("PATH", "")
