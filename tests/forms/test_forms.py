"""The shipped templates: built from code, up to date, and as Word's rules want them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from memogen.forms.__main__ import FORMS, build
from memogen.forms.memo import memo
from memogen.forms.stylesheet import BODY_PT, FONT
from memogen.model import Kind, Role
from memogen.opc import read_package, write_package

Form = Callable[[], dict[str, bytes]]
TEMPLATES = Path(__file__).parent.parent.parent / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONTS = ("ascii", "hAnsi", "cs", "eastAsia")
ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
        "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
        "tblStylePr"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
    ),
}

forms = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())


def styles(form: Form = memo) -> etree._Element:
    return etree.fromstring(form()["word/styles.xml"])


def named(name: str, form: Form) -> etree._Element:
    """The style of that name as Word shows it."""
    (style,) = styles(form).xpath("w:style[w:name/@w:val = $name]", name=name, namespaces={"w": W[1:-1]})
    return style


def trees(form: Form) -> Iterator[tuple[str, etree._Element]]:
    for name, content in form().items():
        if name.endswith((".xml", ".rels")):
            yield name, etree.fromstring(content)


@pytest.mark.parametrize("name", FORMS)
def test_the_shipped_file_is_what_the_code_builds(name: Kind) -> None:
    """Rebuild with `python -m memogen.forms templates` when this fails."""
    path = TEMPLATES / f"{name}.docx"
    assert read_package(path.read_bytes(), file=path.name) == FORMS[name]()


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = build(tmp_path / "a"), build(tmp_path / "b")
    assert [path.name for path in first] == [f"{name}.docx" for name in FORMS]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@forms
def test_word_s_rules_find_nothing(form: Form, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "form.docx"
    path.write_bytes(write_package(form()))
    assert list(OpenXmlValidator(max_errors=0).validate(path).errors) == []


@forms
def test_every_part_is_well_formed_and_described(form: Form) -> None:
    parts = form()
    types = etree.fromstring(parts["[Content_Types].xml"])
    defaults = {str(node.get("Extension")) for node in types if node.get("Extension")}
    overrides = {str(node.get("PartName")) for node in types if node.get("PartName")}
    assert len(list(trees(form))) == len([name for name in parts if not name.endswith(".png")])
    assert all(name.rpartition(".")[2] in defaults for name in parts)
    assert {name.lstrip("/") for name in overrides} <= set(parts)


@forms
def test_every_relation_leads_to_a_part_and_every_use_to_a_relation(form: Form) -> None:
    parts = form()
    relations = {
        node.get("Id"): node.get("Target") for node in dict(trees(form))["word/_rels/document.xml.rels"]
    }
    assert {f"word/{target}" for target in relations.values()} <= set(parts)
    used = re.findall(r'r:(?:id|embed)="([^"]+)"', parts["word/document.xml"].decode())
    assert set(used) <= set(relations)


@forms
def test_nothing_active_and_nothing_from_outside_is_in_it(form: Form) -> None:
    text = "".join(etree.tostring(tree, encoding="unicode") for _name, tree in trees(form))
    assert "TargetMode" not in text
    assert not [name for name in form() if "vba" in name.lower() or "embeddings" in name]


@forms
def test_no_author_is_named(form: Form) -> None:
    assert not [name for name in form() if name.startswith("docProps/")]
    assert b"creator" not in b"".join(form().values())


@forms
@pytest.mark.parametrize("parent", ORDERS)
def test_properties_stand_in_the_order_of_the_schema(form: Form, parent: str) -> None:
    order = ORDERS[parent].split()
    for name, tree in trees(form):
        for element in tree.iter(f"{W}{parent}"):
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places), (name, etree.tostring(element))


@forms
def test_bold_and_size_are_said_for_thai_as_well(form: Form) -> None:
    for name, tree in trees(form):
        for element in tree.iter(f"{W}rPr"):
            for plain, thai in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
                values = [
                    node.get(f"{W}val") if node is not None else "none"
                    for node in (element.find(f"{W}{plain}"), element.find(f"{W}{thai}"))
                ]
                assert values[0] == values[1], (name, etree.tostring(element))


@forms
def test_font_and_size_of_every_style_come_from_the_defaults(form: Form) -> None:
    defaults = styles(form).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    fonts = defaults.find(f"{W}rFonts")
    assert fonts is not None
    assert {fonts.get(f"{W}{script}") for script in FONTS} == {FONT}
    sizes = [defaults.find(f"{W}{tag}") for tag in ("sz", "szCs")]
    assert [node.get(f"{W}val") for node in sizes if node is not None] == [str(2 * BODY_PT)] * 2
    assert not list(styles(form).iterfind(f"{W}style//{W}rFonts"))


@forms
def test_every_role_has_its_style_and_every_base_exists(form: Form) -> None:
    names = [node.get(f"{W}val") for node in styles(form).iterfind(f"{W}style/{W}name")]
    ids = [node.get(f"{W}styleId") for node in styles(form).iterfind(f"{W}style")]
    assert {*Role, "เน้น", "บรรทัดคั่น", "ตารางหนังสือ"} <= set(names)
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert {node.get(f"{W}val") for node in styles(form).iterfind(f"{W}style/{W}basedOn")} <= set(ids)


@forms
def test_every_style_that_a_part_names_exists(form: Form) -> None:
    ids = {node.get(f"{W}styleId") for node in styles(form).iterfind(f"{W}style")}
    for _name, tree in trees(form):
        used = {node.get(f"{W}val") for node in tree.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
        assert used <= ids


def measures(name: str, form: Form) -> dict[str, str | None]:
    """Spacing and indents of a style in twips, line heights and alignment as Word names them."""
    found: dict[str, str | None] = {}
    for tag in ("spacing", "ind", "jc", "sz"):
        for node in named(name, form).iter(f"{W}{tag}"):
            found |= {
                etree.QName(key).localname if tag != "sz" else "sz": value
                for key, value in node.attrib.items()
            }
    return found


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("เนื้อความ", {"before": "120", "after": "0", "firstLine": "1417", "val": "thaiDistribute"}),
        ("หัวบันทึกข้อความ", {"line": "700", "lineRule": "exact", "sz": "58"}),
        ("ป้ายหัวบันทึก", {"sz": "40"}),
        ("ชั้นความเร็ว", {"sz": "64"}),
        ("เรียน", {"before": "120"}),
        ("หัวข้อ ๑", {"before": "120", "firstLine": "1417"}),
        ("ข้อ ๑", {"firstLine": "1417"}),
        ("ลงชื่อ", {"left": "4535", "val": "center"}),
    ],
)
def test_measures_are_those_of_the_explanation(style: str, expected: dict[str, str]) -> None:
    assert expected.items() <= measures(style, memo).items()


@pytest.mark.parametrize(
    ("kind", "style", "expected"),
    [
        (Kind.EXTERNAL, "วันที่", {"before": "120", "left": "4252"}),
        (Kind.EXTERNAL, "คำลงท้าย", {"before": "240", "left": "4252"}),
        (Kind.EXTERNAL, "เรื่อง", {"before": "120", "hanging": "709"}),
        (Kind.ORDER, "วันที่", {"before": "240", "left": "2835"}),
        (Kind.ANNOUNCEMENT, "หัวหนังสือ", {"val": "center"}),
        (Kind.MINUTES, "หัวข้อ ๑", {"before": "240", "firstLine": "0"}),
    ],
)
def test_other_kinds_have_measures_of_their_own(kind: Kind, style: str, expected: dict[str, str]) -> None:
    assert expected.items() <= measures(style, FORMS[kind]).items()


def test_only_minutes_and_report_forms_have_no_emblem() -> None:
    without = [kind for kind in Kind if b"r:embed" not in FORMS[kind]()["word/document.xml"]]
    assert without == [Kind.MINUTES, Kind.FORM]


@forms
def test_the_page_is_a4_with_the_margins_of_the_explanation(form: Form) -> None:
    section = etree.fromstring(form()["word/document.xml"]).find(f".//{W}sectPr")
    assert section is not None
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert [margins.get(f"{W}{side}") for side in ("left", "right", "top", "bottom")] == [
        "1701",
        "1134",
        "850",
        "1134",
    ]
