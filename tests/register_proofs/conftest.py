"""Offices for the proofs: an empty register on either engine, and a workspace with three letters."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from clerks import Place
from server import Server, running

ROOT = Path(__file__).parent.parent.parent
LETTER = """\
เรื่อง: ขอความอนุเคราะห์ครั้งที่ {number}
เรียน: อธิบดีกรมส่งเสริมสหกรณ์
ผู้ลงนาม: ผอ.กพร.

ด้วยกลุ่มพัฒนาระบบบริหารมีความประสงค์จะขอความอนุเคราะห์ ครั้งที่ {number}

จึงเรียนมาเพื่อโปรดพิจารณา
"""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL server on the loopback."""
    with running() as started:
        yield started


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Place:
    return Place(str(tmp_path / "register.db"), tmp_path / "out")


@pytest.fixture
def on_postgres(tmp_path: Path, server: Server) -> Place:
    return Place(server.new_database(), tmp_path / "out", tmp_path / "register.mirror.jsonl")


@pytest.fixture(
    params=[pytest.param("on_sqlite"), pytest.param("on_postgres", marks=pytest.mark.postgres)],
    ids=["sqlite", "postgresql"],
)
def place(request: pytest.FixtureRequest) -> Place:
    """An office on each engine in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Place)
    return found


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with three letters and no register yet; copied, not used."""
    root = tmp_path_factory.mktemp("office") / "pristine"
    (root / "letters").mkdir(parents=True)
    shutil.copy(ROOT / "memogen.toml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    for number in "๑๒๓":
        (root / "letters" / f"{number}.md").write_text(LETTER.format(number=number), encoding="utf-8")
    return root
