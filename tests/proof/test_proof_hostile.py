"""Files that mean harm or are merely broken: refused in words or read, never a traceback, in bounded time."""

from __future__ import annotations

import copy
import random
import zipfile
from io import BytesIO
from time import process_time

import pytest
from cases import each
from handmade import CLEAN, Layout, letter, package
from lxml import etree

from memogen.errors import InputError
from memogen.model import Kind
from memogen.proof import read_docx, read_paper

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + b"\0\0"


def zipped(**parts: str | bytes) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return data.getvalue()


CONTENTS = {"[Content_Types].xml": "<Types/>"}
REFUSED = {
    "empty": (b"", "K01"),
    "a PDF": (b"%PDF-1.7\n", "K01"),
    "old Word": (stream("WordDocument"), "K03"),
    "locked by a password": (stream("EncryptedPackage"), "K04"),
    "cut short": (letter(Kind.MEMO, CLEAN[Kind.MEMO])[:3_000], "K02"),
    "an ODT": (zipped(mimetype="application/vnd.oasis.opendocument.text"), "K09"),
    "a workbook": (zipped(**CONTENTS, **{"word/document.xml": "<workbook/>"}), "K10"),
    "no document": (zipped(**CONTENTS, **{"xl/workbook.xml": "<workbook/>"}), "K10"),
    "an entity": (package('<!DOCTYPE a [<!ENTITY x "y">]><w:p/>'), "K07"),
    "broken XML": (package("<w:p>"), "K08"),
}


@each("case", REFUSED)
def test_what_cannot_be_read_is_refused_with_what_to_do(case: str) -> None:
    data, code = REFUSED[case]
    with pytest.raises(InputError) as refusal:
        read_paper(data, file="ก.docx")
    (finding,) = refusal.value.findings
    assert (finding.code, finding.file) == (code, "ก.docx")
    assert finding.message
    assert finding.hint


def nested(opening: str, closing: str, times: int, inside: str) -> str:
    return opening * times + inside + closing * times


def styles(count: int, tail: str = "") -> str:
    return (
        "".join(
            f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/>'
            f'<w:pPr><w:tabs><w:tab w:val="left" w:pos="{n}"/></w:tabs></w:pPr></w:style>'
            for n in range(count)
        )
        + tail
    )


TEXT = "<w:r><w:t>ก</w:t></w:r>"
P = f"<w:p>{TEXT}</w:p>"
STYLED = f'<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr>{TEXT}</w:p>'
CIRCLE = '<w:style w:type="paragraph" w:styleId="s1"><w:basedOn w:val="s0"/></w:style>'
MOMENT_S = 3.0
"""Ten times what any of them takes; where the time grew with the square of the size it would not do."""
HOSTILE = {
    "tables in tables": package(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80, P)),
    "runs in runs": package(f"<w:p>{nested('<w:r>', '</w:r>', 240, '<w:t>ก</w:t>')}</w:p>"),
    "insertions in insertions": package(f"<w:p>{nested('<w:ins>', '</w:ins>', 240, TEXT)}</w:p>"),
    "boxes in boxes": package(
        nested("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 60, P)
    ),
    "drawings in drawings": package(
        f"<w:p><w:r>{nested('<w:drawing>', '</w:drawing>', 240, '<a:blip/>')}</w:r></w:p>"
    ),
    "controls in controls": package(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120, P)),
    "a field that never ends": package(
        f"<w:p>{'<w:r><w:fldChar w:fldCharType=' + chr(34) + 'begin' + chr(34) + '/></w:r>'}{TEXT}</w:p>{P}"
    ),
    "styles in a circle": package(STYLED, parts={"styles": styles(1, CIRCLE)}),
    "a style based on itself": package(
        STYLED, parts={"styles": '<w:style w:styleId="s0"><w:basedOn w:val="s0"/></w:style>'}
    ),
    "five thousand styles in a row": package(STYLED, parts={"styles": styles(5_000)}),
    "ten thousand paragraphs": package("".join(P.replace("ก", f"{n}") for n in range(10_000))),
    "ten thousand runs": package(f"<w:p>{TEXT * 10_000}</w:p>"),
    "ten thousand runs of their own looks": package(
        "<w:p>"
        + "".join(f'<w:r><w:rPr><w:sz w:val="{n}"/></w:rPr><w:t>ก</w:t></w:r>' for n in range(10_000))
        + "</w:p>"
    ),
    "a line of very many signs": package(f"<w:p><w:r><w:t>{'(' * 250_000}</w:t></w:r></w:p>"),
    "a line of very many dots": package(
        f"<w:p><w:r><w:t>เรื่อง {'.' * 125_000}x{'. ' * 60_000}</w:t></w:r></w:p>"
    ),
    "a line of very many gaps": package(
        f"<w:p><w:r><w:t>ที่ {' '.join(f'{n}   ' for n in range(25_000))}</w:t></w:r></w:p>"
    ),
    "a line of urgent words": package("<w:p>" + "<w:r><w:t>ด่วน</w:t><w:tab/></w:r>" * 5_000 + "</w:p>"),
    "three thousand lines that may be anything": package(
        "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("เรื่อง ก", "(ก ข)", "โทร. ๑") * 1_000)
    ),
    "three thousand boxes": package(
        "<w:p>" + f"<w:r><w:pict><w:txbxContent>{P}</w:txbxContent></w:pict></w:r>" * 3_000 + "</w:p>"
    ),
    "numbers that are none": package(
        '<w:p><w:pPr><w:spacing w:before="x" w:after="-" w:line="1e999" w:lineRule="?"/>'
        f'<w:ind w:left="๓๐" w:hanging="{"9" * 5_000}"/><w:jc w:val="{"z" * 5_000}"/>'
        '<w:tabs><w:tab w:pos="nan"/></w:tabs></w:pPr>'
        '<w:r><w:rPr><w:sz w:val="-0"/><w:szCs w:val="99999999999999999999"/><w:color w:val=""/></w:rPr>'
        '<w:t>ก</w:t><w:sym w:char="-1"/><w:sym w:char="zz"/></w:r></w:p>'
    ),
    "a page of no size": package(
        f'{P}<w:p><w:pPr><w:sectPr><w:pgSz w:w="0" w:h="-5"/><w:pgMar w:left="inf"/></w:sectPr></w:pPr></w:p>'
    ),
    "relations to nowhere": package(
        '<w:p><w:r><w:drawing><wp:anchor><wp:extent cx="x"/><wp:positionH relativeFrom="page"><wp:posOffset>z'
        '</wp:posOffset></wp:positionH><a:blip r:embed="none"/></wp:anchor></w:drawing></w:r></w:p>'
    ),
}


def test_a_document_of_endless_paragraphs_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        read_paper(
            zipped(
                **CONTENTS,
                **{"word/document.xml": f'<w:document xmlns:w="{WORD}">{"<w:p/>" * 60_000}</w:document>'},
            )
        )
    assert [finding.code for finding in refusal.value.findings] == ["P12"]


@each("case", HOSTILE)
def test_what_is_odd_is_read_all_the_same_in_a_moment(case: str) -> None:
    began = process_time()
    paper = read_paper(HOSTILE[case])
    assert process_time() - began < MOMENT_S
    proof = read_docx(HOSTILE[case])
    assert [passage.text for passage in paper.passages] == [paragraph.text for paragraph in proof.paragraphs]
    assert all(field.text == field.passage.seen[field.start : field.end] for field in paper.fields)


# --- broken at random -----------------------------------------------------------------------------

WORDS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "pPr",
    "rPr",
    "tab",
    "br",
    "sectPr",
    "txbxContent",
    "ins",
    "vanish",
)
VALUES = ("", "-1", "0", "๙", "true", "99999999999", "Normal", "x" * 300)
TEXTS = ("", "ที่", "วันที่", "เรียน", "(", ")", "\t", "....", "บันทึกข้อความ", "ขอแสดงความนับถือ", "๑.", "\u200b")


def shaken(xml: bytes, rng: random.Random) -> bytes:
    """The part with some of its elements lost, doubled, moved, renamed, or with other values and texts."""
    root = etree.fromstring(xml)
    for _step in range(rng.randint(1, 15)):
        inside = [one for one in root.iter("*") if one.getparent() is not None]
        if not inside:
            break
        one, other = rng.choice(inside), rng.choice(inside)
        match rng.randrange(6):
            case 0:
                one.getparent().remove(one)
            case 1:
                one.addnext(copy.deepcopy(one))
            case 2 if one not in other.iterancestors() and one is not other:
                other.append(one)
            case 3:
                one.tag = f"{{{WORD}}}{rng.choice(WORDS)}"
            case 4:
                for name in one.attrib:
                    one.set(name, rng.choice(VALUES))
            case _:
                one.text = rng.choice(TEXTS)
    return etree.tostring(root)


@pytest.mark.parametrize("kind", CLEAN)
def test_a_letter_shaken_at_random_is_read(kind: Kind) -> None:
    rng = random.Random(f"{kind.value}-1")
    for layout in Layout:
        with zipfile.ZipFile(BytesIO(letter(kind, CLEAN[kind], layout))) as opened:
            parts = {name: opened.read(name) for name in opened.namelist()}
        for _turn in range(20):
            part = rng.choice(["word/document.xml"] * 3 + ["word/styles.xml"])
            paper = read_paper(zipped(**parts | {part: shaken(parts[part], rng)}))
            places = {id(passage) for passage in paper.passages}
            assert all(id(one.passage) in places for one in paper.fields)
            assert all(one.start <= one.end <= len(one.passage.seen) for one in paper.fields)
