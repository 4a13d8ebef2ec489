"""Small Word documents and PDFs made by hand, so that every number in a test can be read off the page."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

_OOXML = "http://schemas.openxmlformats.org/"
_NAMESPACES = (
    f'xmlns:w="{_OOXML}wordprocessingml/2006/main" '
    f'xmlns:r="{_OOXML}officeDocument/2006/relationships" '
    f'xmlns:wp="{_OOXML}drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{_OOXML}drawingml/2006/main" xmlns:pic="{_OOXML}drawingml/2006/picture"'
)
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<Types xmlns="{_OOXML}package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD_TYPE}{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("header1", "header"), ("styles", "styles"))
    )
    + "</Types>"
)
PARAGRAPH = (
    "ตามที่สำนักงานตัวอย่างได้จัดทำแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. ๒๕๖๖ จำนวน ๑๒ โครงการ เพื่อให้หน่วยงาน"
    "ดำเนินการตามคำสั่งที่ ๑๒๓/๒๕๖๖ ลงวันที่ ๒๗ มีนาคม ๒๕๖๖ เรื่อง การใช้น้ำอย่างประหยัด และรายงานผลภายในกำหนดเวลา "
    "โดยให้กองตัวอย่างรวบรวมข้อมูลเสนอผู้บังคับบัญชาเพื่อทราบและพิจารณาสั่งการต่อไปตามระเบียบ"
)


def run(text: str, *, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}<w:cs/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, *, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def dotted_line(label: str, value: str) -> str:
    """A label, a value with dots under it, and dots on to the right margin (16 cm)."""
    dotted = '<w:u w:val="dotted"/>'
    tab = f"<w:r><w:rPr>{dotted}</w:rPr><w:tab/></w:r>"
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs>'
    return paragraph(run(label) + run(f"  {value}", properties=dotted) + tab, properties=tabs)


def page_break() -> str:
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def picture(
    relation: str, *, left_mm: float = 0, top_mm: float = 0, size_mm: float = 15, link: bool = False
) -> str:
    """A square picture at a place measured from the left margin and the top of the sheet."""
    left, top, side = (round(mm * 36000) for mm in (left_mm, top_mm, size_mm))
    how = "link" if link else "embed"
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:wrapNone/><wp:docPr id="1" name="p"/>'
        f'<a:graphic><a:graphicData uri="{_OOXML}drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:{how}="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def page_number_header() -> str:
    """- PAGE -, centred, as in the delivered memo."""
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>๒</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return paragraph(run("- ") + field + run(" -"), properties='<w:jc w:val="center"/>')


def docx(
    *body: str,
    header: str = "",
    font: str = "TH SarabunPSK",
    number_format: str = "thaiNumbers",
    picture_png: bytes = b"",
    linked_picture: str = "",
) -> bytes:
    """A4, margins 3 cm left and 2 cm right, 16 pt; relation rId3 is the picture, linked or carried."""
    styles = (
        f"<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
    )
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1701" w:header="851" w:footer="400" '
        f'w:gutter="0"/><w:pgNumType w:fmt="{number_format}"/><w:titlePg/></w:sectPr>'
    )
    story = "".join(body) + section
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml", "")),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{story}</w:body></w:document>",
        "word/styles.xml": styles,
        "word/header1.xml": f"<w:hdr {_NAMESPACES}>{header or paragraph('')}</w:hdr>",
        "word/_rels/document.xml.rels": _relations(
            ("rId1", "header", "header1.xml", ""),
            ("rId2", "styles", "styles.xml", ""),
            *([("rId3", "image", "media/p.png", "")] if picture_png else []),
            *([("rId3", "image", linked_picture, ' TargetMode="External"')] if linked_picture else []),
        ),
    }
    if picture_png:
        parts["word/media/p.png"] = picture_png
    return package(parts)


def _relations(*relations: tuple[str, str, str, str]) -> str:
    kinds = f"{_OOXML}officeDocument/2006/relationships"
    items = "".join(
        f'<Relationship Id="{name}" Type="{kinds}/{kind}" Target="{target}"{mode}/>'
        for name, kind, target, mode in relations
    )
    return f'<Relationships xmlns="{_OOXML}package/2006/relationships">{items}</Relationships>'


def package(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def png(side: int = 16) -> bytes:
    """A black square."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\0" * side for _ in range(side)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pdf(content: str) -> bytes:
    """One sheet of 200 × 100 mm (566.93 × 283.46 pt) with a content stream; F1 is Helvetica, not embedded."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 566.929 283.465]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += (
        f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    )
    return out.encode("ascii")
