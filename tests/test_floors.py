"""The floors of docs/architecture: imports only go down, and each library has one home."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from cases import each

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


@cache
def read(path: Path) -> tuple[list[str], set[str]]:
    """Dotted names that a module imports for use, not for type checkers only, and what it calls."""
    imports: list[str] = []
    calls: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            waiting += node.orelse
            continue
        waiting += ast.iter_child_nodes(node)
        if isinstance(node, ast.Import):
            imports += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            imports += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            calls.add(ast.unparse(node.func))
    return imports, calls


def imports(path: Path) -> list[str]:
    return read(path)[0]


def identity(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@each("path", MODULES, ids=identity)
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "memogen" or parts[1] in (here, "__version__"):
            continue
        assert FLOORS[parts[1]] < FLOORS[here], f"{here} may not import {name}"


@each("path", MODULES, ids=identity)
def test_each_library_has_one_home(path: Path) -> None:
    for name in imports(path):
        library = name.split(".")[0]
        assert room(path) in HOMES.get(library, {room(path)}), f"{library} does not live in {room(path)}"


@each("path", MODULES, ids=identity)
def test_below_the_doors_nothing_prints_or_reads_the_clock(path: Path) -> None:
    if room(path) in ("cli", "__main__"):
        return
    _imports, calls = read(path)
    assert not calls & {"print", "date.today", "datetime.now", "time.time", "os.getcwd", "Path.cwd"}


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in MODULES} <= set(FLOORS)
