"""The floors of docs/architecture: imports only go down, and each library has one home."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "memogen"

FLOORS = {
    "findings": 0,
    "thai": 0,
    "ooxml": 0,
    "remembering": 0,
    "errors": 1,
    "blanks": 2,
    "files": 2,
    "books": 2,
    "citations": 2,
    "model": 2,
    "opc": 2,
    "salutations": 2,
    "sandbox": 2,
    "paper": 3,
    "sheets": 3,
    "check": 4,
    "compose": 4,
    "forms": 4,
    "kpi": 4,
    "layout": 4,
    "letters": 4,
    "recipients": 4,
    "proof": 4,
    "register": 4,
    "stamp": 4,
    "workbook": 4,
    "render": 4,
    "report": 4,
    "sarif": 4,
    "settings": 4,
    "desk": 5,
    "diagnosis": 6,
    "cli": 7,
    "__main__": 8,
}
"""A room is a module or package of memogen; it imports rooms on lower floors and itself, no others."""

HOMES = {
    "click": {"cli"},
    "docxtpl": {"render"},
    "isal": {"opc"},
    "jinja2": {"sandbox", "render"},
    "markupsafe": {"sandbox", "render"},
    "markdown_it": {"compose"},
    "segno": {"render"},
    "sqlalchemy": {"register"},
    "psycopg": {"register"},
    "xlsxwriter": {"sheets"},
    "pypdf": {"stamp"},
    "lxml": {"opc", "render", "proof", "stamp"},
    "python_calamine": {"sheets"},
    "openpyxl": {"sheets"},
    "defusedxml": {"sheets", "opc"},
    "pypdfium2": {"layout"},
    "fontTools": {"layout"},
    "pythainlp": {"thai"},
    "babel": {"thai", "cli"},
    "docx": {"forms", "proof"},
}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Dotted names that a module imports for use; those for type checkers only do not run."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            node.body.clear()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def identity(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=identity)
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "memogen" or parts[1] in (here, "__version__"):
            continue
        assert FLOORS[parts[1]] < FLOORS[here], f"{here} may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=identity)
def test_each_library_has_one_home(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]
        assert room(path) in HOMES.get(library, {room(path)}), f"{library} does not live in {room(path)}"


@pytest.mark.parametrize("path", MODULES, ids=identity)
def test_below_the_doors_nothing_prints_or_reads_the_clock(path: Path) -> None:
    if room(path) in ("cli", "__main__"):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not calls & {"print", "date.today", "datetime.now", "time.time", "os.getcwd", "Path.cwd"}


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in MODULES} <= set(FLOORS)
