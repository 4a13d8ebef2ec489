"""The package's surface, and what importing it costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from cases import each

from memogen import thai

PACKAGE = Path(thai.__file__).parent


def test_every_public_name_can_be_had() -> None:
    assert {name for name in thai.__all__ if getattr(thai, name, None) is None} == set()


def test_type_checkers_see_the_same_names_as_the_program() -> None:
    tree = ast.parse(Path(thai.__file__).read_text("utf-8"))
    seen = {
        (node.module, alias.asname)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("memogen.")
        for alias in node.names
    }
    assert seen == {(f"memogen.thai.{home}", name) for name, home in thai._HOME_OF.items()}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="thai_numerals"):
        getattr(thai, "thai_numerals")  # noqa: B009 (type checkers know that there is none)


def test_names_are_listed() -> None:
    assert set(thai.__all__) <= set(dir(thai))


def test_importing_the_package_loads_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import importlib.util as u;"
        f"spec = u.spec_from_file_location('alone', {str(PACKAGE / '__init__.py')!r});"
        "module = u.module_from_spec(spec); before = set(sys.modules); spec.loader.exec_module(module);"
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@each("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.stem)
def test_a_module_needs_the_standard_library_alone(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    roots = {
        str(node.module if isinstance(node, ast.ImportFrom) else alias.name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert roots <= sys.stdlib_module_names | {"memogen"}
