"""The made documents are what Word expects: the Open XML rules find nothing in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from memogen.desk import Workspace

ROOT = Path(__file__).parents[2]
LETTERS = sorted((ROOT / "letters").glob("*.md"))

pytestmark = pytest.mark.layout


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_a_made_letter_has_no_error_by_the_open_xml_rules(letter: Path, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    for made in Workspace.at(ROOT).make([letter], out=tmp_path):
        result = OpenXmlValidator().validate(str(made.files[0]))
        assert list(result.errors) == []
