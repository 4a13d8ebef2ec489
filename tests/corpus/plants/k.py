"""Faults of what acts or reaches out when the file is opened."""

from __future__ import annotations

from corpus_plants import Markup, plant


def _ending(markup: str) -> Markup:
    """The document with this before its section."""
    return lambda xml: xml.replace("<w:sectPr", f"<w:p><w:r>{markup}</w:r></w:p><w:sectPr", 1)


def _field(instruction: str) -> Markup:
    return _ending(
        '<w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/>'
    )


def _outside(attribute: str, target: str) -> Markup:
    return _ending(f'<w:pict><v:shape><v:imagedata {attribute}="{target}"/></v:shape></w:pict>')


def _related(kind: str, target: str) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rPlanted" Type="{office}/{kind}" Target="{target}"/>'


BASE = "ขออนุมัติจัดโครงการอบรม"
PLANTS = (
    plant("K11", BASE, markup=_outside("src", "https://example.com/logo.png")),
    plant("K11", BASE, markup=_outside("src", "//server/share/logo.png")),
    plant("K11", BASE, markup=_outside("o:href", "https://example.com/logo.png")),
    plant("K12", BASE, markup=_field('HYPERLINK "file:///C:/plan.docx"')),
    plant("K12", BASE, markup=_field("HYPERLINK javascript:alert(1)")),
    plant("K12", BASE, markup=_field('HYPERLINK "C:\\plan.exe"')),
    plant("K13", BASE, parts={"vbaProject": ""}),
    plant("K13", BASE, parts={"oleObject": ""}),
    plant("K13", BASE, parts={"control": ""}),
    plant("K14", BASE, markup=_field("DDEAUTO c:\\windows\\calc.exe")),
    plant("K14", BASE, markup=_field('INCLUDETEXT "C:\\plan.docx"')),
    plant("K14", BASE, markup=_field("DATABASE \\d plan.mdb")),
    plant("K15", BASE, markup=_ending('<w:object><o:OLEObject Type="Embed"/></w:object>')),
    plant("K15", BASE, markup=_ending('<w:control w:name="x"/>')),
    plant("K15", BASE, markup=_ending('<w:object w:dxaOrig="1"/>')),
    plant("K16", BASE, relations=_related("image", "media/lost.png")),
    plant("K16", BASE, relations=_related("header", "header9.xml")),
    plant("K16", BASE, relations=_related("image", "../../outside.png")),
)
