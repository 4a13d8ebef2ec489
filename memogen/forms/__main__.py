"""Rebuilds the shipped templates: `python -m memogen.forms templates`."""

from __future__ import annotations

import sys
from pathlib import Path

from memogen.files import put
from memogen.forms.memo import memo
from memogen.opc import write_package

FORMS = {"บันทึกข้อความ": memo}


def build(folder: Path) -> list[Path]:
    """Writes every form into `folder`, byte for byte the same each time; returns the paths."""
    paths = []
    for name, form in FORMS.items():
        path = folder / f"{name}.docx"
        put(path, write_package(form()))
        paths.append(path)
    return paths


if __name__ == "__main__":
    build(Path(sys.argv[1]))
