"""A workspace as `memogen init` lays it out, and a command line to run in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from command_line import Run, run_in


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One folder of PDF fonts for all tests: making them takes a second."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEMOGEN_CACHE", str(folder))
        patch.delenv("MEMOGEN_LANG", raising=False)
        yield folder


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("init") / "สำนักงาน"
    assert run_in(folder.parent, "init", folder.name).exit_code == 0
    return folder


@pytest.fixture
def office(laid_out: Path, tmp_path: Path) -> Path:
    """A fresh copy of a new workspace."""
    return Path(shutil.copytree(laid_out, tmp_path / "office"))


@pytest.fixture
def run(office: Path) -> Run:
    """Runs a command line in the workspace, or in the folder `cwd` of it."""

    def run(*words: str, cwd: str | Path = "", **settings: object) -> Result:
        return run_in(office / cwd, *words, **settings)  # type: ignore[arg-type]

    return run
