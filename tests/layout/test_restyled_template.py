"""A template that another word processor has saved still serves, and its new looks are used."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from memogen.desk import Workspace
from memogen.layout import find_office, read_pdf, to_pdf

pytestmark = pytest.mark.layout

ROOT = Path(__file__).parents[2]
TEMPLATE = "templates/บันทึกข้อความ.docx"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The demonstration office with its template opened and saved by LibreOffice, under another style id."""
    root = tmp_path_factory.mktemp("restyled")
    for name in ("templates", "letters", "fixtures"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "memogen.toml", root)
    plain = root / "plain.docx"
    plain.write_bytes(_larger_body((root / TEMPLATE).read_bytes()))
    profile = f"-env:UserInstallation={(root / 'profile').as_uri()}"
    convert = [str(find_office()), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*convert, "--outdir", str(root / "saved"), str(plain)], check=True, capture_output=True)
    shutil.copy(root / "saved" / "plain.docx", root / TEMPLATE)
    return Workspace.at(root)


def _larger_body(template: bytes) -> bytes:
    """What a secretary does in Word's style dialogue: เนื้อความ at 18 points."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            part = old.read(item).decode("utf-8", "surrogateescape")
            if item.filename == "word/styles.xml":
                style = r'(<w:name w:val="เนื้อความ"/>.*?</w:pPr>)'
                part = re.sub(
                    style, r'\1<w:rPr><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr>', part, count=1
                )
            new.writestr(item, part.encode("utf-8", "surrogateescape"))
    return out.getvalue()


def test_every_letter_is_made_in_the_new_looks(office: Workspace, tmp_path: Path, font_cache: Path) -> None:
    letters = sorted((office.root / "letters").glob("*.md"))
    made = office.make(letters, out=tmp_path)
    memo = next(one for one in made if "ส่งหลักฐานเชิงประจักษ์" in one.letter)
    pages = read_pdf(to_pdf([memo.files[0]], tmp_path, cache=font_cache)[0])
    assert any(line.sizes_pt == (18.0,) for line in pages[0].lines)
    emblem = pages[0].images[0]
    assert emblem.height_mm == pytest.approx(15, abs=0.1)
