"""Rebuilds the shipped templates: `python -m memogen.forms templates`."""

from __future__ import annotations

import sys
from pathlib import Path

from memogen.files import put
from memogen.forms.blank import blank
from memogen.forms.certificate import certificate
from memogen.forms.external import external
from memogen.forms.memo import memo
from memogen.forms.minutes import minutes
from memogen.forms.solemn import announcement, order
from memogen.forms.stamped import stamped
from memogen.model import Kind
from memogen.opc import write_package

FORMS = {
    Kind.MEMO: memo,
    Kind.EXTERNAL: external,
    Kind.STAMPED: stamped,
    Kind.ORDER: order,
    Kind.ANNOUNCEMENT: announcement,
    Kind.MINUTES: minutes,
    Kind.CERTIFICATE: certificate,
    Kind.FORM: blank,
}


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
