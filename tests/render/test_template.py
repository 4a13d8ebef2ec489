"""Templates read, judged and filled, beside docxtpl itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from cases import each
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memogen import opc, sandbox
from memogen.errors import InputError
from memogen.ooxml import HEAD, NAMESPACES, page_picture
from memogen.render import (
    Blocks,
    Properties,
    Template,
    Xml,
    fill,
    made_by_us,
    read_template,
    template_problems,
    with_emblem,
    without_dots,
)

WIDTH = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
EMBLEM = "ตราครุฑ"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (20).to_bytes(4, "big") + (10).to_bytes(4, "big") + b"\x08\0\0\0\0"
KNOWN: dict[str, Any] = {"เรื่อง": None, "ชื่อ": None, "แถว": [{"ก": None, "ข": None}], "เนื้อความ": None}
VALUES: dict[str, Any] = {"เรื่อง": "x", "ชื่อ": "y", "แถว": [], "เนื้อความ": Xml("<w:p/>")}


def p(*texts: str) -> str:
    """A paragraph with a run for each text."""
    runs = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>" for text in texts)
    return f"<w:p><w:pPr><w:jc w:val='left'/></w:pPr>{runs}</w:p>"


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{WIDTH}{cell}</w:tc>" for cell in row) for row in rows)
    grid = '<w:gridCol w:w="1000"/>' * len(rows[0])
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>"
        + "".join(f"<w:tr>{c}</w:tr>" for c in cells)
        + "</w:tbl>"
    )


def picture(name: str) -> str:
    run = page_picture("rIdPic", number=7, name=name, left_mm=0, top_mm=0, width_mm=3, height_mm=4)
    return f"<w:p>{run}</w:p>"


def docx(body: str, *, header: str = "", footer: str = "", **more: bytes) -> bytes:
    """A lean package; `more` are further parts, with __ for / and _ for . in their names."""
    override = f'<Override PartName="/word/{{}}.xml" ContentType="{TYPE}.{{}}+xml"/>'
    types = (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f"{override.format('document', 'document.main')}{override.format('header1', 'header')}"
        f"{override.format('footer1', 'footer')}</Types>"
    )
    relation = f'<Relationship Id="{{}}" Type="{OFFICE}/{{}}" Target="{{}}"/>'
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relation.format('rId1', 'officeDocument', 'word/document.xml')}</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relation.format('rIdH', 'header', 'header1.xml')}"
        f"{relation.format('rIdF', 'footer', 'footer1.xml')}"
        f"{relation.format('rIdPic', 'image', 'media/old.png')}</Relationships>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{header or '<w:p/>'}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{footer or '<w:p/>'}</w:ftr>",
    }
    encoded = {name: (HEAD + xml).encode() for name, xml in parts.items()}
    more_parts = {name.replace("__", "/").replace("_", "."): content for name, content in more.items()}
    return opc.write_package(encoded | {"word/media/old.png": PNG} | more_parts)


def blocks(xml: str) -> Blocks:
    return Blocks(xml.encode())


def template(body: str, **more: Any) -> Template:
    return read_template(docx(body, **more), name="t.docx")


def parts(content: bytes) -> dict[str, bytes]:
    return opc.read_package(content, file="")


def text(content: bytes, part: str = "word/document.xml") -> str:
    """As a reader sees it: paragraphs by line, breaks as ⏎, tabs as ⇥."""
    root = etree.fromstring(parts(content)[part])
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    shown = {f"{w}br": "⏎", f"{w}tab": "⇥"}
    return "\n".join(
        "".join(shown.get(e.tag, e.text or "") for e in para.iter(f"{w}t", f"{w}br", f"{w}tab"))
        for para in root.iter(f"{w}p")
    )


def filled(body: str, values: dict[str, Any] | None = None, **more: Any) -> str:
    return text(fill(template(body, **more), VALUES if values is None else values))


def refused(body: str, values: dict[str, Any]) -> list[Any]:
    with pytest.raises(InputError) as stopped:
        fill(template(body), values)
    return list(stopped.value.findings)


def problems(body: str, **more: Any) -> list[tuple[str, str, str]]:
    return [(f.code, f.place, f.text) for f in template_problems(template(body, **more), KNOWN)]


# --- the same as docxtpl --------------------------------------------------------------------------

RICH = (
    p("เรื่อง {", "{ เรื่", "อง }", "} จบ")
    + p("{%p if ชื่อ %}")
    + p("ชื่อ {{ ชื่อ }}")
    + p("{%p endif %}")
    + p("{%p for r in แถว %}")
    + p("{{ loop.index }}. {{ r.ก }}")
    + p("{%p endfor %}")
    + table(
        [p("ก"), p("ข")],
        [p("{%tr for r in แถว %}"), p()],
        [p("{{ r.ก }}"), p("{{ r.ข }}")],
        [p("{%tr endfor %}"), p()],
    )
    + p("{{p เนื้อความ }}")
    + p("ก {%r if ชื่อ %}", "{{ ชื่อ }}", "{%r endif %} ข")
    + p("{_{ ชื่อ }_} {% if เรื่อง == “x” %}เท่า{% endif %}")
)


def by_docxtpl(source: bytes, values: dict[str, Any]) -> dict[str, bytes]:
    from docxtpl import DocxTemplate

    document = DocxTemplate(io.BytesIO(source))
    document.render(values, jinja_env=sandbox.environment(), autoescape=True)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def same_as_docxtpl(source: bytes, values: dict[str, Any]) -> bool:
    ours, theirs = parts(fill(read_template(source, name="t"), values)), by_docxtpl(source, values)
    names = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
    return all(canonical(ours[name]) == canonical(theirs[name]) for name in names)


def canonical(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), method="c14n")


WORDS = st.text(st.sampled_from("กำ่้ ab&<>\"'{}%_\n\t๙ \u00a0"), max_size=12)
DATA = st.fixed_dictionaries(
    {
        "เรื่อง": WORDS,
        "ชื่อ": WORDS,
        "แถว": st.lists(st.fixed_dictionaries({"ก": WORDS, "ข": WORDS}), max_size=3),
        "เนื้อความ": st.sampled_from([Xml("<w:p/>"), Xml(p("ก &amp; ข") + p("ค"))]),
    }
)


# docxtpl turns {_{ inside data into {{; memogen leaves data alone, so such data are not compared.
@given(DATA.filter(lambda data: not re.search(r"\{_[{%]|[}%]_\}", str(data))))
@settings(max_examples=25, deadline=None)
def test_the_document_is_the_one_that_docxtpl_makes(values: dict[str, Any]) -> None:
    source = docx(RICH, header=p("หัว {{ เรื่อง }}"), footer=p("ท้าย {{ ชื่อ }}"))
    assert same_as_docxtpl(source, values)


@each(
    "body",
    [
        table([p("{%tc for r in แถว %}"), p("{{ r.ก }}"), p("{%tc endfor %}")]),
        table([p("{% colspan 2 %}ก")], [p("ข")]),
        table([p("{% cellbg เรื่อง %}ก")]),
        table([p("{%tr for r in แถว %}")], [p("{% vm %}{{ r.ก }}")], [p("{%tr endfor %}")]),
        p("ก {%- if ชื่อ -%}", " ข") + p("{%- endif -%}", " ค"),
        p("{# หมายเหตุ #}ก") + p("{#p หมายเหตุ #}"),
        picture("ภาพ"),
        "<w:p>\n  <w:r>\n<w:t> {{ ชื่อ }} </w:t></w:r></w:p>",
    ],
)
def test_docxtpls_other_tags_work_as_there(body: str) -> None:
    values = {**VALUES, "เรื่อง": "ff0000", "แถว": [{"ก": "1", "ข": "2"}] * 3}
    assert same_as_docxtpl(docx(body), values)


# --- many letters of one template -----------------------------------------------------------------

PIECES = (
    *(p("{{ เรื่อง }}"), p("ก {{ ชื่อ }}", " {{ เรื่อง }} ข"), p("{{ เรื่อง|upper }}"), p("{{p เนื้อความ }}")),
    *(p("{%p if เรื่อง %}") + p("{{ ชื่อ }}") + p("{%p endif %}"), p("{{ 'ก' if ชื่อ == 'ก' else เรื่อง }}")),
    p("{%p for เรื่อง in แถว %}") + p("{{ เรื่อง.ก }}{{ ชื่อ }}") + p("{%p endfor %}"),
    p("{{r ชื่อ }}"),
    *(picture("{{ ชื่อ }}"), p("{{ จำนวน }}"), p("{% if จำนวน == 1 %}หนึ่ง{% endif %}{{ จำนวน }}")),
    table([p("{{ เรื่อง }}")], [p("{{p เนื้อความ }}")]),
    table([p("{% colspan จำนวน %}ก")], [p("ข")]),
    table([p("{%tc for r in แถว %}"), p("{{ r.ก }}{{ ชื่อ }}"), p("{%tc endfor %}")]),
    p("\u2066ชื่อ\u2069"),
    f"<w:p><w:r><w:txbxContent>{p('{{p เนื้อความ }}')}</w:txbxContent><w:t>{{{{ ชื่อ }}}}</w:t></w:r></w:p>",
)
BODIES = ("", "<w:p/>", p("ก &amp; ข") + p("ค"), p("ง") + table([p("จ")]))
LETTERS = st.lists(
    st.fixed_dictionaries(
        {
            "เรื่อง": WORDS,
            "ชื่อ": WORDS | st.sampled_from(["", " ", "ก", "\u2066ก\u2069", "ก\rข"]),
            "แถว": st.lists(st.fixed_dictionaries({"ก": WORDS}), max_size=2),
            "เนื้อความ": st.sampled_from([kind(xml) for xml in BODIES for kind in (Xml, blocks)]),
            "จำนวน": st.sampled_from([1, True, Decimal(1), Decimal("1.0"), None, "1", "2"]),
        },
        optional={"ไม่มีในแม่แบบ": WORDS},
    ),
    min_size=2,
    max_size=5,
)


def outcome(made: Template, values: dict[str, Any]) -> Any:
    try:
        return fill(made, values)
    except InputError as error:
        return error.findings


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), LETTERS)
@settings(max_examples=80, deadline=None)
def test_a_letter_after_others_is_what_it_is_alone(pieces: list[str], letters: list[dict[str, Any]]) -> None:
    """`Alone` by the long way: every part rendered and checked for this letter."""
    made = template("".join(pieces), header=p("{{ ชื่อ }}"), footer=p("ท้าย"))
    together = [outcome(made, values) for values in (*letters, *reversed(letters))]
    without_moulds = SimpleNamespace(of=lambda _values: (None, {}))
    with patch("memogen.render.template.moulder", return_value=without_moulds):
        alone = [outcome(made, values) for values in letters]
    assert together == alone + alone[::-1]


def test_ready_xml_may_hold_no_more_than_a_text() -> None:
    found = refused(p("{{p ชื่อ }}"), {"ชื่อ": Xml(p("ก &amp; ข\u2066เรื่อง\u2069")), "เรื่อง": "ก"})
    assert [(one.code, one.text) for one in found] == [("M05", "ก & ข"), ("M05", "ก & ข\u2066เรื่อง")]


@each(
    ("body", "first", "second"),
    [
        *(
            (p("{% if ชื่อ == 1 %}หนึ่ง{% endif %}") + p("{{ ชื่อ }}"), {"ชื่อ": 1}, {"ชื่อ": like})
            for like in (True, "1", Decimal("1.0"))
        ),
        (p("{% if ชื่อ %}{% endif %}") + p("{{p ชื่อ }}"), {"ชื่อ": Xml("<w:p/>")}, {"ชื่อ": "<w:p/>"}),
        (p("{{p ชื่อ }}"), {"ชื่อ": blocks(p("ก"))}, {"ชื่อ": "ก"}),
        (p("{{p ชื่อ }}"), {"ชื่อ": blocks(p("ก"))}, {"ชื่อ": blocks("")}),
        (p("{{ ชื่อ }}"), {"ชื่อ": "ก"}, {}),
        (p("{{ ชื่อ }}"), {"ชื่อ": "ก"}, {"ชื่อ": ["ก"]}),
        (
            p("{%p for r in ชื่อ %}") + p("{{ r.ก }}") + p("{%p endfor %}"),
            {"ชื่อ": [{"ก": "1"}]},
            {"ชื่อ": {"ก": "1"}},
        ),
        (p("{%p for r in ชื่อ %}") + p("{%p endfor %}"), {"ชื่อ": []}, {"ชื่อ": {}}),
        (p("{%p if จำนวน %}") + p("มี") + p("{%p endif %}"), {"จํานวน": "ก"}, {"จํานวน": ""}),
        (p("{{ ชื่อ }}"), {"ชื่อ": "ก"}, {"ชื่อ": "ก", "เรื่อง": "\0"}),
    ],
)
def test_values_that_look_alike_are_told_apart(body: str, first: Any, second: Any) -> None:
    for values, before in ((second, first), (first, second)):
        made = template(body)
        outcome(made, before)
        assert outcome(made, values) == outcome(template(body), values)
        assert outcome(made, values) != outcome(made, before)


def test_letters_that_differ_in_printed_texts_alone_are_rendered_once(monkeypatch: Any) -> None:
    rendered = Counter[str]()
    render = sandbox.render

    def counted(source: str, *values: Any, **options: Any) -> str:
        rendered[source] += 1
        return render(source, *values, **options)

    monkeypatch.setattr(sandbox, "render", counted)
    made = template(p("{{ ชื่อ }}") + p("{{p เนื้อความ }}"), header=p("{{ เรื่อง }}"))
    shown = {
        text(fill(made, {**VALUES, "เรื่อง": f"ที่ {n}", "เนื้อความ": blocks(p(f"{n}"))}), part)
        for n in range(20)
        for part in ("word/document.xml", "word/header1.xml")
    }
    assert len(shown) == 40
    assert set(rendered.values()) == {1}


# --- what comes out -------------------------------------------------------------------------------


def test_breaks_and_tabs_of_a_value_are_words_own() -> None:
    assert filled(p("{{ ชื่อ }}"), {"ชื่อ": "ก\nข\tค\r\nง\rจ"}) == "ก⏎ข⇥ค⏎ง⏎จ"


@each(
    "value",
    [
        "A & B",
        "ราคา <500 บาท",
        "<ฝ่าย>",
        "R&D <AI>",
        "\"'“”",
        "{{ 7*7 }}",
        "{% if %}",
        "{_{ 7*7 }_}",
        "&amp;",
        " ก  ข ",
    ],
)
def test_a_value_comes_out_exactly_and_nothing_after_it_is_lost(value: str) -> None:
    assert filled(p("{{ ชื่อ }}") + p("ท้าย"), {"ชื่อ": value}) == f"{value}\nท้าย"


def test_escaped_braces_of_the_template_are_printed() -> None:
    assert filled(p("{_{ ชื่อ }_} {_% x %_}")) == "{{ ชื่อ }} {% x %}"


@each("tag", ["{{\u200b ชื่อ }}", "{{\u00a0ชื่อ\u00a0}}", "{{ ชื่อ\ufeff }}", "{{ “a” ~ ชื่อ }}"])
def test_what_word_puts_into_tags_is_forgiven(tag: str) -> None:
    assert filled(p(tag)) in ("y", "ay")


def test_sara_am_in_two_parts_names_the_same_field() -> None:
    made = template(p("{{ จํานวน }}"))
    assert made.fields == {"จำนวน"}
    assert text(fill(made, {"จำนวน": 3})) == "3"


def test_a_field_in_the_description_of_a_picture_is_filled() -> None:
    content = parts(fill(template(picture("{{ ชื่อ }}")), {"ชื่อ": "ก <ข>"}))["word/document.xml"]
    assert 'name="ก &lt;ข&gt;"' in content.decode()


def test_header_and_footer_are_filled() -> None:
    content = fill(template(p("ก"), header=p("{{ ชื่อ }}"), footer=p("{{ เรื่อง }}")), VALUES)
    assert (text(content, "word/header1.xml"), text(content, "word/footer1.xml")) == ("y", "x")


def test_the_fields_are_those_of_all_parts_and_no_loop_variable() -> None:
    made = template(RICH, header=p("{{ หัว }}"))
    assert made.fields == {"เรื่อง", "ชื่อ", "แถว", "เนื้อความ", "หัว"}


@given(st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_text_appears_exactly_or_is_refused(value: str) -> None:
    made = TEXT_TEMPLATE
    try:
        content = fill(made, {"ชื่อ": value})
    except InputError as error:
        codes = {found.code for found in error.findings}
    else:
        codes = set()
        shown = value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "⏎").replace("\t", "⇥")
        assert text(content) == f"ก\n{shown}\nข"
    assert codes == ({"M05"} if UNPRINTABLE.search(value) else set())


TEXT_TEMPLATE = template(p("ก") + p("{{ ชื่อ }}") + p("ข"))
UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


@each("char", ["\0", "\x07", "\x08", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"], ids=ascii)
def test_a_character_that_xml_cannot_hold_is_named(char: str) -> None:
    (found,) = refused(p("{{ ชื่อ }}"), {"ชื่อ": "ก", "แถว": [{"ข": "ดี"}, {"ข": f"กข{char}ค"}]})
    assert (found.code, found.text) == ("M05", "กข")
    assert "แถว แถว 2.ข" in found.message
    assert f"U+{ord(char):04X}" in found.message
    assert "ตัวที่ ๓" in found.message


def test_all_unprintable_characters_are_told_at_once() -> None:
    made = template(p("{{ ชื่อ }}"))
    with pytest.raises(InputError) as stopped:
        fill(made, {"ชื่อ": "\0\1", "เรื่อง": "\2"}, properties=Properties(title="\3"))
    assert [found.code for found in stopped.value.findings] == ["M05"] * 4


# --- faults and their places ----------------------------------------------------------------------


@each(
    ("body", "place"),
    [
        (p("ก") + "<w:p/>" + p("ข") + p("{{ เรือง }}"), "ย่อหน้า ๓"),
        (p("ก") + table([p("ก"), p("ข")], [p("ค"), p("ง") + p("{{ เรือง }}")]), "ตาราง ๑ แถว ๒ ช่อง ๒"),
        (table([p("ก")]) + table([p("ก"), table([p("{{ เรือง }}")]) + p()]), "ตาราง ๒ แถว ๑ ช่อง ๒"),
        (f"<w:p><w:r><w:txbxContent>{p('{{ เรือง }}')}</w:txbxContent></w:r></w:p>", "กล่องข้อความ"),
        (p("{%p for r in แถว %}") + p("{{ เรือง }}") + p("{%p endfor %}"), "ย่อหน้า ๒"),
        (p("{", "{ เรื", "อง }", "}"), "ย่อหน้า ๑"),
    ],
)
def test_a_fault_is_placed_in_words(body: str, place: str) -> None:
    assert problems(body) == [("M03", place, "{{ เรือง }}")]


def test_a_fault_in_header_or_footer_is_placed_there() -> None:
    assert problems(p("ก"), header=p("{{ เรือง }}"), footer=p("{{ ชื }}")) == [
        ("M03", "หัวกระดาษ", "{{ เรือง }}"),
        ("M03", "ท้ายกระดาษ", "{{ ชื }}"),
    ]


def test_a_fault_shows_the_words_around_it() -> None:
    (fault,) = problems(p("เรียน ผู้อำนวยการสำนักตัวอย่างที่หนึ่ง {{ เรือง }} และคณะ"))
    assert re.fullmatch(r"….{20}\{\{ เรือง }} และคณะ", fault[2])


@each(
    ("body", "code"),
    [
        (p("{{ เรื่อง"), "M01"),
        (p("{ เรื่อง }}"), "M01"),
        (p("{{ เรื่อง }"), "M01"),
        (p("{{ เรื่อง") + p("}}"), "M01"),
        (p("{%tr for r in แถว %}") + p("{%tr endfor %}"), "M01"),
        (p("{% p if เรื่อง %}"), "M01"),
        (p("{%p for r in แถว %}"), "M01"),
        (p("{{ แถว.ก }}"), "M04"),
        (p("{{ เรื่อง.upper() }}"), "M02"),
    ],
)
def test_a_fault_is_told_and_fill_refuses_it(body: str, code: str) -> None:
    assert problems(body)[0][0] == code
    assert code in {found.code for found in refused(body, VALUES)}


def test_all_faults_of_all_parts_are_told_at_once() -> None:
    body = p("{{ ก }}") + p("{{ ข") + p("{{ ค() }}") + p("{{ แถว.ก }}")
    codes = [code for code, _, _ in problems(body, header=p("{{ ง }}"))]
    assert codes == ["M03", "M01", "M02", "M04", "M03"]


@each(
    "body",
    [
        p("ก {%p if เรื่อง %}") + p("{%p endif %}"),
        p("{%p if เรื่อง %}{%p endif %}"),
        p("ก", "{{p เนื้อความ }}"),
        table([p("ก"), p("{%tr for r in แถว %}")], [p("{%tr endfor %}"), p()]),
        table([p("ก") + p("{%tc for r in แถว %}"), p("{%tc endfor %}")]),
    ],
)
def test_a_tag_that_takes_its_paragraph_row_or_cell_away_must_be_alone_in_it(body: str) -> None:
    assert "M01" in {code for code, _, _ in problems(body)}


def test_tags_in_footnotes_are_refused() -> None:
    notes = f"<w:footnotes {NAMESPACES}>{p('{{ เรื่อง }}')}</w:footnotes>".encode()
    assert problems(p("ก"), word__footnotes_xml=notes)[0][:2] == ("M02", "เชิงอรรถ")


def test_a_value_that_does_not_suit_names_the_part() -> None:
    with pytest.raises(InputError) as stopped:
        fill(template(p("ก"), footer=p("{{ ชื่อ|วันที่ }}")), VALUES)
    (found,) = stopped.value.findings
    assert (found.code, found.file, found.place, found.line) == ("M08", "t.docx", "ท้ายกระดาษ", None)


# --- attacks (reliability page, 4.1 to 4.3) -------------------------------------------------------

ATTACK = "{{ cycler.__init__.__globals__.os.popen('id -un; touch MARK').read() }}"


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (p(ATTACK), ""),
        (table([p(ATTACK)]), ""),
        (p("ก"), p(ATTACK)),
        (p(*ATTACK), ""),
        (p(ATTACK.replace("{{", "{{r")), ""),
    ],
)
def test_an_attack_in_any_part_is_refused(body: str, header: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    made = template(body, header=header)
    assert {found.code for found in template_problems(made, KNOWN)} == {"M02"}
    with pytest.raises(InputError):
        fill(made, VALUES)
    assert list(tmp_path.iterdir()) == []


def test_an_attack_in_a_property_or_comment_is_dropped() -> None:
    core = f'<x xmlns="urn:x">{ATTACK}</x>'.encode()
    comments = f"<w:comments {NAMESPACES}>{p(ATTACK)}</w:comments>".encode()
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    body = f'<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>ก</w:t></w:r>{mark}</w:p>'
    made = template(body, docProps__core_xml=core, docProps__custom_xml=core, word__comments_xml=comments)
    content = fill(made, VALUES)
    assert not any(b"popen" in part for part in parts(content).values())
    assert {name for name in parts(content) if name.startswith("docProps")} == {
        "docProps/core.xml",
        "docProps/app.xml",
    }
    assert b"comment" not in parts(content)["word/document.xml"]


def test_a_tag_in_an_attribute_is_judged_too() -> None:
    picture = page_picture(
        "rIdPic", number=1, name="{{ ชื่อ() }}", left_mm=0, top_mm=0, width_mm=1, height_mm=1
    )
    assert {code for code, _, _ in problems(f"<w:p>{picture}</w:p>")} == {"M02"}


@each("value", ["ข้อความ", "<w:p/>"])
def test_plain_text_cannot_stand_where_paragraphs_are_wanted(value: str) -> None:
    assert [found.code for found in refused(p("{{p เนื้อความ }}"), {"เนื้อความ": value})] == ["M10"]


@each("value", ["<w:p/>", "<w:p", "</w:t>", "<w:r><w:t>x</w:t></w:r>"])
def test_ready_xml_that_breaks_the_document_is_refused(value: str) -> None:
    assert [found.code for found in refused(p("{{ ชื่อ }}"), {"ชื่อ": Xml(value)})] == ["M10"]


def test_ready_xml_is_not_repaired_for_the_sake_of_columns() -> None:
    columns = table([p("{%tc for r in แถว %}"), p("{{ r.ก }}"), p("{%tc endfor %}")])
    values = {"แถว": [{"ก": "1"}], "เนื้อความ": Xml("<w:p>ก</w:t>")}
    assert [found.code for found in refused(columns + p("{{p เนื้อความ }}"), values)] == ["M10"]


def test_a_cell_left_without_paragraph_is_refused() -> None:
    assert [found.code for found in refused(table([p("{{p ชื่อ }}")]), {"ชื่อ": Xml("")})] == ["M10"]


def test_a_span_that_is_no_number_is_refused() -> None:
    columns = table([p("{%tc for r in แถว %}"), p("{{ r.ก }}"), p("{%tc endfor %}")])
    spanned = table([p("{% colspan ชื่อ %}ก")], [p("ข")])
    assert [found.code for found in refused(columns + spanned, {"แถว": [{"ก": "1"}], "ชื่อ": "สอง"})] == ["M10"]


def test_active_content_is_refused_when_read() -> None:
    body = '<w:p><w:r><w:instrText xml:space="preserve"> DDEAUTO c:\\\\x "a" </w:instrText></w:r></w:p>'
    with pytest.raises(InputError):
        template(body)


@each("content", [b"", b"PK", b"not a zip"], ids=repr)
def test_what_is_no_package_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        read_template(content)


def test_a_package_without_document_is_refused() -> None:
    lone = {name: part for name, part in parts(docx(p("ก"))).items() if name.endswith("Types].xml")}
    with pytest.raises(InputError) as stopped:
        read_template(opc.write_package(lone), name="x.docx")
    assert [(found.code, found.file) for found in stopped.value.findings] == [("M12", "x.docx")]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as stopped:
        read_template(tmp_path / "ไม่มี.docx")
    assert [found.file for found in stopped.value.findings] == ["ไม่มี.docx"]


# --- the package ----------------------------------------------------------------------------------


def test_the_same_input_gives_the_same_bytes() -> None:
    values = {**VALUES, "ชื่อ": "ก\nข", "แถว": [{"ก": "1", "ข": "2"}]}
    made = [
        fill(read_template(docx(RICH), name=name), values, properties=Properties(title="ก")) for name in "ab"
    ]
    assert made[0] == made[1]


def test_the_properties_are_ours_and_dated_by_the_letter() -> None:
    properties = Properties(title="เรื่อง <1>", creator="กอง", subject="กษ ๑", modified=date(2023, 3, 27))
    written = parts(fill(template(p("ก")), {}, properties=properties))
    core = written["docProps/core.xml"].decode()
    assert "<dc:title>เรื่อง &lt;1&gt;</dc:title>" in core
    assert core.count("2023-03-27T00:00:00Z") == 2
    assert "<cp:lastModifiedBy></cp:lastModifiedBy><cp:revision>1</cp:revision>" in core
    assert b"<Application>memogen</Application>" in written["docProps/app.xml"]
    assert b"/docProps/core.xml" in written["[Content_Types].xml"]
    assert written["_rels/.rels"].count(b"docProps/") == 2


def test_a_letter_without_date_has_a_fixed_one() -> None:
    assert b"1980-01-01T00:00:00Z" in parts(fill(template(p("ก")), {}))["docProps/core.xml"]


def test_a_file_saved_by_word_is_not_ours() -> None:
    content = fill(template(p("ก")), {})
    app = parts(content)["docProps/app.xml"].replace(b"memogen", b"Microsoft Office Word")
    assert made_by_us(content)
    assert not made_by_us(opc.write_package(parts(content) | {"docProps/app.xml": app}))
    assert not made_by_us(b"x")


def test_pictures_join_the_document() -> None:
    content = parts(fill(template(p("ก")), {}, media={"rIdQr1": ("word/media/qr1.png", PNG)}))
    assert content["word/media/qr1.png"] == PNG
    assert b'Id="rIdQr1"' in content["word/_rels/document.xml.rels"]
    assert b'Target="/word/media/qr1.png"' in content["word/_rels/document.xml.rels"]


@each("media", [{"rIdPic": ("word/media/a.png", PNG)}, {"rIdNew": ("word/media/old.png", PNG)}])
def test_a_picture_never_takes_the_place_of_another(media: Any) -> None:
    with pytest.raises(ValueError, match="already"):
        fill(template(p("ก")), {}, media=media)


def test_an_emblem_keeps_its_height_and_takes_the_pictures_shape() -> None:
    content = parts(fill(with_emblem(template(picture(EMBLEM)), PNG), {}))
    document = content["word/document.xml"].decode()
    assert re.findall(r'cx="(\d+)" cy="(\d+)"', document) == [("288000", "144000")] * 2
    assert b'Target="/word/media/memogen-emblem.png"' in content["word/_rels/document.xml.rels"]
    assert content["word/media/memogen-emblem.png"] == PNG


def test_an_emblem_can_be_left_out_or_left_alone() -> None:
    made = template(picture(EMBLEM) + p("ก"))
    assert b"w:drawing" not in parts(fill(with_emblem(made, False), {}))["word/document.xml"]
    assert with_emblem(made, None) is made


def test_other_pictures_stay_as_they_are() -> None:
    made = template(picture("แผนที่"))
    assert fill(with_emblem(made, PNG), {}) == fill(made, {})


@each("png", [b"", b"GIF89a" + bytes(30), PNG[:16] + bytes(8)], ids=repr)
def test_an_emblem_must_be_a_png(png: bytes) -> None:
    with pytest.raises(InputError) as stopped:
        with_emblem(template(picture(EMBLEM)), png, file="ตรา.png")
    assert stopped.value.findings[0].file == "ตรา.png"


def test_dotted_lines_can_be_left_out() -> None:
    dots = p("ก").replace("<w:b/>", '<w:u w:val="dotted"/>')
    styles = f'<w:styles {NAMESPACES}><w:u w:val="dotted"/><w:u w:val="single"/></w:styles>'.encode()
    content = parts(fill(without_dots(template(dots, word__styles_xml=styles)), {}))
    assert b"dotted" not in content["word/document.xml"] + content["word/styles.xml"]
    assert b"single" in content["word/styles.xml"]
