"""The print file: every letter once and in order, on its own pages, with its own pictures."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases import each
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memogen import opc
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.ooxml import inline_picture, paragraph, run
from memogen.render import Properties, Template, Xml, fill, read_template
from memogen.render.blocks import qr_png
from memogen.render.printing import print_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DOCUMENT, HEADER = "word/document.xml", "word/header1.xml"

SOURCE = (Path(__file__).parents[2] / "templates" / "บันทึกข้อความ.docx").read_bytes()
TEMPLATE = read_template(SOURCE)
PERSON = {"ยศ": "", "ชื่อ": "นายสมมติ สองนาม", "ตำแหน่ง": "อธิบดี"}
ABOUT = Properties(title="ชุดพิมพ์", creator="กองตัวอย่าง", modified=date(2023, 3, 27))


def letter(
    to: str, *addresses: str, template: Template = TEMPLATE, body: str = "", secrecy: str = ""
) -> bytes:
    """A memo with a QR code for each address, and with the custom properties of an issued one."""
    pictures = {f"rIdQr{n}": (f"word/media/qr{n}.png", qr_png(text)) for n, text in enumerate(addresses)}
    drawn = [
        paragraph(inline_picture(name, number=101, name="QR", alt="", width_mm=25, height_mm=25))
        for name in pictures
    ]
    values: dict[str, Any] = dict.fromkeys(
        ("ชั้นความเร็ว", "ส่วนราชการ", "ที่", "วันที่", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "หัวคิวอาร์"), ""
    )
    values |= {
        "คำขึ้นต้น": "เรียน",
        "ตราครุฑ": True,
        "ผู้ลงนาม": PERSON,
        "การพิจารณา": [],
        "เรื่อง": "ทดลอง",
        "เรียน": to,
    }
    values |= {"เนื้อความ": Xml(body or paragraph(run("ข้อความ"))), "คิวอาร์": Xml("".join(drawn))}
    properties = Properties(title="ทดลอง", subject=to, custom=(("memogen.serial", "71"),))
    return fill(template, {**values, "ชั้นความลับ": secrecy}, media=pictures, properties=properties)


def printed(*letters: bytes) -> bytes:
    out = io.BytesIO()
    assert print_file(iter(letters), out, properties=ABOUT) == len(letters)
    return out.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    return opc.read_package(content, file="x.docx")


def document(content: bytes) -> etree._Element:
    return etree.fromstring(parts(content)[DOCUMENT])


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    made = parts(content)
    assert old in made[part].decode()
    return opc.write_package({**made, part: made[part].replace(old.encode(), new.encode(), 1)})


def sections(content: bytes) -> list[list[etree._Element]]:
    """The blocks of each section, the one with the section's properties last."""
    found: list[list[etree._Element]] = [[]]
    for block in next(document(content).iter(f"{W}body")):
        found[-1].append(block)
        if block.find(f"{W}pPr/{W}sectPr") is not None:
            found.append([])
    return found


def text_of(blocks: list[etree._Element]) -> str:
    return "".join(node.text or "" for block in blocks for node in block.iter(f"{W}t"))


def refused(*letters: bytes) -> list[Finding]:
    with pytest.raises(InputError) as stopped:
        print_file(iter(letters), io.BytesIO(), properties=ABOUT)
    return list(stopped.value.findings)


# --- the letters ----------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(st.sampled_from("กขค&<>\" '"), min_size=1), min_size=1, max_size=6))
def test_each_letter_stands_once_in_its_order_with_all_its_text(addressees: list[str]) -> None:
    letters = [letter(to) for to in addressees]
    shown = [text_of(blocks) for blocks in sections(printed(*letters))]
    assert shown == [text_of(list(document(content).iter(f"{W}body"))) for content in letters]


def plain(blocks: Iterable[etree._Element]) -> list[bytes]:
    """The XML of blocks without sections, numbers of drawings and names of pictures."""
    for block in blocks:
        etree.strip_elements(block, f"{W}sectPr")
        for properties in block.findall(f"{W}pPr"):
            if not len(properties):
                block.remove(properties)
        for drawing in block.iter(f"{WP}docPr"):
            drawing.set("id", "")
        for picture in block.iter(f"{A}blip"):
            picture.set(f"{R}embed", "")
    return [etree.tostring(block, method="c14n", exclusive=True) for block in blocks]


def test_the_xml_of_a_letter_stays_as_it_is() -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    letters = [letter("กองคลัง"), letter("กองแผนงาน", "a", "b"), letter("กอง & <ค>", body=table * 2)]
    for blocks, content in zip(sections(printed(*letters)), letters, strict=True):
        (alone,) = sections(content)
        assert plain(blocks)[: len(alone) - 1] == plain(alone[:-1])


def test_each_letter_begins_on_a_new_page_which_is_number_one() -> None:
    own = next(document(letter("ก")).iter(f"{W}sectPr"))
    made = list(document(printed(letter("ก"), letter("ข"), letter("ค"))).iter(f"{W}sectPr"))
    assert len(made) == 3
    for section in made:
        assert [node.get(f"{W}val") for node in section.iter(f"{W}type")] == ["nextPage"]
        assert [node.get(f"{W}start") for node in section.iter(f"{W}pgNumType")] == ["1"]
        assert [node.get(f"{W}fmt") for node in section.iter(f"{W}pgNumType")] == ["thaiNumbers"]
        kept = [node.tag for node in section if node.tag != f"{W}type"]
        assert kept == [node.tag for node in own]


def test_the_settings_of_a_section_stand_in_the_order_of_the_schema() -> None:
    order = ["headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"]
    for section in document(printed(letter("ก"), letter("ข"))).iter(f"{W}sectPr"):
        places = [order.index(etree.QName(node).localname) for node in section]
        assert places == sorted(places)


@each("ending", ["<w:sectPr.*</w:sectPr>", "<w:p>(?:(?!<w:p>).)*<w:sectPr.*</w:sectPr>"])
def test_an_ending_that_word_would_not_write_is_completed(ending: str) -> None:
    made = parts(letter("ก", body="<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"))
    cut = re.sub(ending, "", made[DOCUMENT].decode())
    lone = opc.write_package({**made, DOCUMENT: cut.encode()})
    first, second = sections(printed(lone, lone))
    assert text_of(first) == text_of(second) == text_of(list(document(lone)))
    assert [node.tag for node in second[-2:]] == [f"{W}p", f"{W}sectPr"]


def test_a_change_that_word_keeps_track_of_stays_last_in_its_paragraph() -> None:
    tracked = '<w:p><w:pPr><w:pPrChange w:id="1" w:author=""><w:pPr/></w:pPrChange></w:pPr></w:p>'
    made = parts(letter("ก"))
    content = made[DOCUMENT].decode().replace("<w:sectPr>", f"{tracked}<w:sectPr>")
    other = opc.write_package({**made, DOCUMENT: content.encode()})
    first, _second = sections(printed(other, other))
    assert [node.tag for node in first[-1][0]] == [f"{W}sectPr", f"{W}pPrChange"]


def test_one_letter_alone_is_a_print_file_too() -> None:
    assert len(sections(printed(letter("กองคลัง")))) == 1


def test_no_letters_make_no_print_file() -> None:
    with pytest.raises(ValueError, match="no letters"):
        print_file(iter(()), io.BytesIO(), properties=ABOUT)


# --- pictures -------------------------------------------------------------------------------------


def shown_in(content: bytes) -> list[list[bytes]]:
    """The pictures that each section shows, emblem first."""
    made = parts(content)
    targets = {
        relation.get("Id"): relation.get("Target", "").lstrip("/").removeprefix("word/")
        for relation in etree.fromstring(made["word/_rels/document.xml.rels"])
    }
    return [
        [
            made[f"word/{targets[blip.get(f'{R}embed')]}"]
            for block in blocks
            for blip in block.iter(f"{A}blip")
        ]
        for blocks in sections(content)
    ]


addresses = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3)


@settings(max_examples=15, deadline=None)
@given(st.lists(addresses, min_size=1, max_size=5))
def test_each_letter_shows_its_own_pictures_and_each_picture_is_kept_once(wanted: list[list[str]]) -> None:
    content = printed(*(letter("กองคลัง", *texts) for texts in wanted))
    garuda = TEMPLATE.parts["word/media/garuda.png"]
    assert shown_in(content) == [[garuda, *map(qr_png, texts)] for texts in wanted]
    kept = [part for name, part in parts(content).items() if name.startswith("word/media/")]
    first = [garuda, *map(qr_png, wanted[0])]
    later = {qr_png(text) for texts in wanted for text in texts} - {*first}
    assert sorted(kept) == sorted([*first, *later])


def test_every_drawing_has_its_own_number() -> None:
    made = document(printed(*(letter("กองคลัง", "a", "b") for _ in range(4))))
    numbers = [node.get("id") for node in made.iter(f"{WP}docPr")]
    assert len(set(numbers)) == len(numbers) == 12


# --- the package ----------------------------------------------------------------------------------


def test_looks_and_headers_are_those_of_the_letters() -> None:
    alone, made = parts(letter("ก", secrecy="ลับ")), parts(printed(*[letter("ก", secrecy="ลับ")] * 2))
    looks = [
        name for name in alone if name.startswith(("word/header", "word/footer", "word/s", "word/theme"))
    ]
    assert "ลับ".encode() in made[HEADER]
    assert {name: made[name] for name in looks} == {name: alone[name] for name in looks}


def test_no_letters_number_is_among_the_properties() -> None:
    made = parts(printed(letter("ก"), letter("ข")))
    assert not any(b"memogen.serial" in part for part in made.values())
    assert b"custom" not in made["[Content_Types].xml"] + made["_rels/.rels"]
    assert "<dc:title>ชุดพิมพ์</dc:title>" in made["docProps/core.xml"].decode()


def test_every_part_is_in_the_list_of_contents_and_every_listed_one_is_there() -> None:
    made = parts(printed(letter("ก", "a"), letter("ข", "b")))
    types = etree.fromstring(made["[Content_Types].xml"])
    listed = {node.get("PartName", "").lstrip("/") for node in types if node.get("PartName")}
    endings = {node.get("Extension") for node in types if node.get("Extension")}
    assert listed <= set(made)
    assert all(name in listed or name.rpartition(".")[2] in endings for name in made)


def test_the_same_letters_give_the_same_bytes() -> None:
    assert printed(letter("ก", "a"), letter("ข")) == printed(letter("ก", "a"), letter("ข"))


def test_it_can_be_written_to_where_nothing_can_be_turned_back() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise io.UnsupportedOperation

    out = Pipe()
    print_file([letter("ก"), letter("ข")], out, properties=ABOUT)
    assert len(sections(out.getvalue())) == 2


def test_letters_are_written_while_they_come() -> None:
    """Of text that cannot be deflated, what was asked for long ago is in the file already."""
    out, sizes, noise = io.BytesIO(), [], random.Random(4)

    def coming() -> Iterator[bytes]:
        for _ in range(40):
            sizes.append(len(out.getvalue()))
            text = "".join(chr(noise.randrange(0x4E00, 0x9FFF)) for _ in range(8_000))
            yield letter("กองคลัง", body=paragraph(run(text)))

    print_file(coming(), out, properties=ABOUT)
    steps = [after - before for before, after in zip(sizes[::10], sizes[10::10], strict=False)]
    assert min(steps) > 9 * 10_000


# --- names that may stand once --------------------------------------------------------------------


def test_bookmarks_and_ids_of_paragraphs_are_not_doubled() -> None:
    marked = (
        '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="1A2B3C4D">'
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:t>ข้อความ</w:t></w:r>'
        '<w:bookmarkEnd w:id="0"/></w:p>'
        '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    )
    made = parts(printed(*[letter("ก", body=marked)] * 2))[DOCUMENT].decode()
    assert made.count("ข้อความ") == 2 + made.count("บันทึกข้อความ")
    for name in ("bookmark", "_GoBack", "paraId", '<w:id w:val="7"'):
        assert name not in made


# --- what is refused ------------------------------------------------------------------------------


@each("part", [HEADER, "word/footer1.xml", "word/styles.xml", "word/settings.xml"])
def test_letters_with_other_headers_or_looks_are_named_all_at_once(part: str) -> None:
    other = changed(letter("ข"), part, "<w:", "<!--x--><w:")
    found = refused(letter("ก"), other, letter("ค"), other)
    assert [(finding.code, finding.file, finding.text) for finding in found] == [
        ("N40", "หนังสือฉบับที่ ๒", part),
        ("N40", "หนังสือฉบับที่ ๔", part),
    ]


def test_letters_of_another_template_are_refused() -> None:
    other = restyled(lambda xml: xml.replace("FF0000", "000000"), "word/styles.xml")
    (found,) = refused(letter("ก"), letter("ข", template=other))
    assert (found.code, found.text) == ("N40", "word/styles.xml")


def test_a_letter_whose_text_begins_otherwise_is_refused() -> None:
    other = changed(letter("ข"), DOCUMENT, "<w:document ", '<w:document xmlns:x="urn:x" ')
    (found,) = refused(letter("ก"), other)
    assert (found.code, found.text) == ("N40", DOCUMENT)


def field(instruction: str) -> str:
    return f'<w:p><w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'


NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
NOTE = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'


@each(
    ("body", "words"),
    [
        (field("NUMPAGES"), ["ช่องข้อมูล NUMPAGES"]),
        (field("REF เลขที่ \\h"), ["ช่องข้อมูล REF"]),
        (field("DOCPROPERTY x") + field("SEQ a"), ["ช่องข้อมูล DOCPROPERTY", "ช่องข้อมูล SEQ"]),
        (NUMBERED, ["ลำดับเลขที่ Word ใส่ให้เอง"]),
        (NOTE, ["เชิงอรรถหรือความเห็น"]),
    ],
)
def test_what_would_show_wrongly_among_others_is_refused(body: str, words: list[str]) -> None:
    found = refused(letter("ก"), letter("ข", body=body))
    assert [(finding.code, finding.file) for finding in found] == [("N41", "หนังสือฉบับที่ ๒")] * len(words)
    assert [finding.text for finding in found] == words


@each("instruction", ["PAGE", "page \\* MERGEFORMAT", "SECTIONPAGES", "HYPERLINK x"])
def test_fields_that_speak_of_the_page_or_of_the_letter_may_stay(instruction: str) -> None:
    assert len(sections(printed(*[letter("ก", body=field(instruction))] * 2))) == 2


def restyled(change: Callable[[str], str], part: str) -> Template:
    made = parts(SOURCE)
    return read_template(opc.write_package({**made, part: change(made[part].decode()).encode()}))


def test_a_header_that_counts_all_pages_is_refused_once() -> None:
    counting = restyled(lambda xml: xml.replace(" PAGE ", " NUMPAGES "), HEADER)
    (found,) = refused(*[letter("ก", template=counting)] * 2)
    assert found.text == "ช่องข้อมูล NUMPAGES"


def test_a_style_that_numbers_its_paragraphs_is_refused_where_it_is_used() -> None:
    numbering = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    template = restyled(
        lambda xml: re.sub('(styleId="Body">.*?<w:pPr>)', rf"\1{numbering}", xml, count=1), "word/styles.xml"
    )
    plain, based = paragraph(run("ข้อ"), style="TableText"), paragraph(run("ข้อ"), style="Closing")
    assert len(sections(printed(*[letter("ก", template=template, body=plain)] * 2))) == 2
    found = refused(letter("ก", template=template), letter("ข", template=template, body=based))
    assert [(finding.file, finding.text) for finding in found] == [("หนังสือฉบับที่ ๒", "ลำดับเลขที่ Word ใส่ให้เอง")]


def test_a_file_that_is_no_letter_is_named() -> None:
    (found,) = refused(letter("ก"), b"PK\3\4")
    assert (found.code, found.file) == ("K02", "หนังสือฉบับที่ ๒")
