"""The wheel carries templates, emblem and the demonstration office, and works outside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what `pip install` would put into site-packages."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(folder / "site")
    return folder / "site"


def memogen(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(installed), "MEMOGEN_LANG": "th"}
    command = [sys.executable, "-P", "-m", "memogen", *words]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True)


@pytest.mark.parametrize("has_libreoffice", [False, pytest.param(True, marks=pytest.mark.layout)])
def test_the_demonstration_is_made_from_the_wheel_alone(
    installed: Path, tmp_path: Path, has_libreoffice: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not has_libreoffice:
        monkeypatch.setenv("PATH", "")
    done = memogen(installed, tmp_path, "demo")
    assert done.returncode == 0, done.stderr.decode()
    made = list((tmp_path / "out").glob("*.docx"))
    assert len(made) == 15
    assert max(path.stat().st_size for path in made) < 60_000


def test_a_new_workspace_of_an_installed_memogen_makes_its_sample(installed: Path, tmp_path: Path) -> None:
    assert memogen(installed, tmp_path, "init", "ใหม่").returncode == 0
    (letter,) = (tmp_path / "ใหม่" / "letters").glob("*.md")
    done = memogen(installed, tmp_path, "--workspace", "ใหม่", "make", str(letter))
    assert done.returncode == 0, done.stderr.decode()


def test_the_wheel_holds_no_more_than_the_office_and_the_program(installed: Path) -> None:
    assert {path.name for path in (installed / "memogen" / "office").iterdir()} == {
        "fixtures",
        "letters",
        "memogen.toml",
        "templates",
    }
    assert not list(installed.rglob("test_*"))
