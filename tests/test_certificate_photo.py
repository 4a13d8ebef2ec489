"""The photograph of an important certificate: 4 × 6 cm at the left, signed under (clause 24.8)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from memogen import Workspace, opc
from memogen.desk.inspecting import Inspector, Question
from memogen.errors import InputError

ROOT = Path(__file__).parent.parent
NOON = datetime(2023, 3, 27, 5, 0, tzinfo=UTC)
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
NAME = f"{{{W['w']}}}"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
FOR = "นางสาวตัวอย่าง หนึ่งนาม ตำแหน่งนักวิเคราะห์นโยบายและแผน สังกัดกองทดสอบ"
SETTINGS = """\
[office]
name = "กรมตัวอย่าง"
unit = "กองทดสอบ"
code = "กษ ๑๑๑๓"

[[signers]]
key = "อธิบดี"
name = "นายสมมติ สองนาม"
position = "อธิบดีกรมตัวอย่าง"

[[units]]
name = "นางสาวตัวอย่าง หนึ่งนาม"
to = "นางสาวตัวอย่าง หนึ่งนาม"

[[units]]
name = "นายทดสอบ สามนาม"
to = "นายทดสอบ สามนาม"
"""


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * ((width + 7) // 8)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """The beginning of one, as far as its size is told: after a comment, and what a camera writes."""
    camera = b"\xff\xe1" + struct.pack(">H", 10) + b"Exif\0\0\0\0"
    start = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8" + camera + start + b"\xff\xd9"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    for folder in ("letters", "templates", "รูป"):
        (tmp_path / folder).mkdir()
    name = "หนังสือรับรอง.docx"
    (tmp_path / "templates" / name).write_bytes((ROOT / "templates" / name).read_bytes())
    (tmp_path / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def write(office: Path, photo: str | None, to: str = FOR) -> Path:
    heads = ["ชนิด: หนังสือรับรอง", "วันที่: ๒๗ มีนาคม ๒๕๖๖", f"ออกให้แก่: {to}", "ผู้ลงนาม: อธิบดี"]
    heads += [f"รูปถ่าย: {photo}"] if photo is not None else []
    path = office / "letters" / "รับรอง.md"
    path.write_text("\n".join([*heads, "", "เป็นข้าราชการสังกัดกรมนี้จริง", ""]), encoding="utf-8")
    return path


def parts_of(document: Path) -> Mapping[str, bytes]:
    return opc.read_package(document.read_bytes(), file=document.name)


def made(office: Path, photo: str | None) -> Mapping[str, bytes]:
    """The parts of the document."""
    (letter,) = Workspace.at(office).make([write(office, photo)])
    return parts_of(letter.files[0])


def texts(parts: Mapping[str, bytes]) -> list[str]:
    document = etree.fromstring(parts["word/document.xml"])
    found = ["".join(map(str, one.itertext(f"{NAME}t"))) for one in document.iter(f"{NAME}p")]
    return [text.replace("\u00a0", " ") for text in found if text]


@pytest.mark.parametrize(
    ("to", "name"),
    [
        ("นายตัวอย่าง เกิดสุข", "นายตัวอย่าง เกิดสุข"),
        ("นายตัวอย่าง อายุยืน อายุ 40 ปี", "นายตัวอย่าง อายุยืน"),
        ("นายตัวอย่าง เลขกุล, เลขประจำตัวประชาชน ๑", "นายตัวอย่าง เลขกุล"),
        ("นายตัวอย่าง สามนาม ผู้สังกัดกองคลัง ตำแหน่งนิติกร", "นายตัวอย่าง สามนาม"),
    ],
)
def test_the_name_is_what_stands_before_post_and_office(office: Path, to: str, name: str) -> None:
    (letter,) = Workspace.at(office).make([write(office, "ใช่", to)])
    assert f"({name})" in texts(parts_of(letter.files[0]))


@pytest.mark.parametrize("photo", ["ใช่", "นางสาวตัวอย่าง หนึ่งนาม"])
def test_a_place_of_four_by_six_is_left_over_the_name_that_signs(office: Path, photo: str) -> None:
    parts = made(office, photo)
    assert texts(parts)[-3:] == ["ติดรูปถ่าย ๔ x ๖ ซม.", "(นางสาวตัวอย่าง หนึ่งนาม)", "ผู้ได้รับการรับรอง"]
    (table,) = etree.fromstring(parts["word/document.xml"]).iterfind(".//w:tbl", W)
    (framed,) = table.iterfind(".//w:tcBorders/../..", W)
    assert _measure(framed.find("w:tcPr/w:tcW", W), "w") == 2268  # twips: 4 cm
    assert _measure(framed.find("../w:trPr/w:trHeight", W), "val") == 3402  # 6 cm


def _measure(element: etree._Element | None, name: str) -> int:
    assert element is not None
    return int(element.get(f"{NAME}{name}", ""))


@pytest.mark.parametrize("photo", [None, "", "ไม่"])
def test_an_ordinary_certificate_has_none(office: Path, photo: str | None) -> None:
    parts = made(office, photo)
    assert "ผู้ได้รับการรับรอง" not in texts(parts)
    assert not etree.fromstring(parts["word/document.xml"]).findall(".//w:tbl", W)


@pytest.mark.parametrize(
    ("name", "content", "size_mm"),
    [
        ("ก.jpg", jpeg(400, 600), (39, 58.5)),
        ("ก.JPEG", jpeg(300, 600), (29.5, 59)),
        ("ก.png", png(40, 60), (39, 58.5)),
    ],
    ids=["jpg", "jpeg", "png"],
)
def test_a_picture_stands_in_the_place_as_large_as_it_takes_it(
    office: Path, name: str, content: bytes, size_mm: tuple[float, float]
) -> None:
    (office / "รูป" / name).write_bytes(content)
    write(office, f"รูป\\{name}")
    (letter,) = Workspace.at(office).issue([office / "letters" / "รับรอง.md"], clock=lambda: NOON)
    parts = parts_of(letter.files[0])
    assert texts(parts)[-2:] == ["(นางสาวตัวอย่าง หนึ่งนาม)", "ผู้ได้รับการรับรอง"]
    (ending,) = {part.rpartition(".")[2] for part in parts if part.startswith("word/media/photo.")}
    assert parts[f"word/media/photo.{ending}"] == content
    assert f'Extension="{ending}"'.encode() in parts["[Content_Types].xml"]
    *_emblem, extent = etree.fromstring(parts["word/document.xml"]).iter(EXTENT)
    assert [round(int(extent.get(side, "")) / 36000, 1) for side in ("cx", "cy")] == list(size_mm)
    assert not opc.active_content(parts, file="")


@pytest.mark.parametrize(
    ("photo", "code"),
    [
        ("รูป/ไม่มี.jpg", "L66"),
        ("../นอก.png", "L66"),
        ("รูป/ใหญ่.png", "L67"),
        ("รูป/ปลอม.jpg", "L68"),
        ("รูป/ขาด.jpg", "L68"),
        ("รูป/นอน.png", "L68"),
    ],
)
def test_what_cannot_be_put_there_is_refused_before_a_number(office: Path, photo: str, code: str) -> None:
    (office / "รูป" / "ใหญ่.png").write_bytes(png(40, 60) + bytes(5 << 20))
    (office / "รูป" / "ปลอม.jpg").write_bytes(b"<html>")
    (office / "รูป" / "ขาด.jpg").write_bytes(jpeg(40, 60)[:20])
    (office / "รูป" / "นอน.png").write_bytes(png(60, 40))
    letter, workspace = write(office, photo), Workspace.at(office)
    with pytest.raises(InputError) as caught:
        workspace.issue([letter], clock=lambda: NOON)
    (told,) = caught.value.findings
    line = letter.read_text(encoding="utf-8").splitlines().index(f"รูปถ่าย: {photo}") + 1
    assert (told.code, told.file, told.line, told.text) == (code, "letters/รับรอง.md", line, photo)
    assert not (office / "register.db").exists()
    (seen,) = Inspector(workspace, Question(select="L", layout=False), clock=lambda: NOON).inspect([letter])
    assert [(one.code, one.line) for one in seen.findings] == [(code, line)]


def test_a_template_without_the_place_is_told(office: Path) -> None:
    path = office / "templates" / "หนังสือรับรอง.docx"
    parts = dict(parts_of(path))
    for tag, other in (("if ผู้ได้รับการรับรอง", "if ที่อยู่"), ("ผู้ได้รับการรับรอง }}", "ที่ }}")):
        assert tag.encode() in parts["word/document.xml"]
        parts["word/document.xml"] = parts["word/document.xml"].replace(tag.encode(), other.encode())
    path.write_bytes(opc.write_package(parts))
    with pytest.raises(InputError) as caught:
        made(office, "ใช่")
    assert [one.code for one in caught.value.findings] == ["L69"]
    made(office, None)


def test_each_of_many_certificates_has_its_own_name_and_picture_and_all_are_printed_together(
    office: Path,
) -> None:
    pictures = {"นางสาวตัวอย่าง หนึ่งนาม": png(40, 60), "นายทดสอบ สามนาม": jpeg(40, 60)}
    for name, content in pictures.items():
        (office / "รูป" / f"{name}.jpg").write_bytes(content)
    person = "{{ หน่วยงาน.ชื่อ }}"
    letter = write(office, f"รูป/{person}.jpg", to=f"{person} สังกัดกองทดสอบ")
    done = Workspace.at(office).batch(letter, clock=lambda: NOON, number="each")
    for item, (name, content) in zip(done.items, pictures.items(), strict=True):
        parts = parts_of(item.file)
        assert texts(parts)[-2] == f"({name})"
        assert content in parts.values()
    (printed,) = (path for path in done.papers if path.name == "พิมพ์รวม.docx")
    assert set(pictures.values()) <= set(parts_of(printed).values())
