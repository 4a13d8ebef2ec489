"""The lean Word package around a form: relationships, settings, fonts, headers and footers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from memogen.forms.stylesheet import FONT, Style, stylesheet
from memogen.forms.theme import theme
from memogen.ooxml import HEAD, NAMESPACES, RELATIONSHIPS, paragraph, run, twips

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
}

SECTION = (
    "<w:sectPr>"
    '<w:headerReference w:type="default" r:id="rIdHeader1"/>'
    '<w:headerReference w:type="first" r:id="rIdHeader2"/>'
    '<w:footerReference w:type="default" r:id="rIdFooter1"/>'
    '<w:footerReference w:type="first" r:id="rIdFooter1"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    f'<w:pgMar w:top="{twips(15)}" w:right="{twips(20)}" w:bottom="{twips(20)}" w:left="{twips(30)}" '
    f'w:header="{twips(4.5)}" w:footer="{twips(5)}" w:gutter="0"/>'
    '<w:pgNumType w:fmt="thaiNumbers"/><w:cols w:space="708"/><w:titlePg/>'
    "</w:sectPr>"
)
"""A4, margins 3, 2, 1.5 and 2 cm; from page 2 on the header carries the number, page 1 has none."""

SECRECY = paragraph(run("{{ ชั้นความลับ }}"), style="Secrecy")
"""Stands at the head and the foot of every page (saraban.md 2.7); empty for ordinary letters."""


def field(instruction: str, shown: str) -> str:
    """A complex field with the text that readers show until they compute it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _headers() -> dict[str, str]:
    number = paragraph(run("- ") + field("PAGE", "๒") + run(" -"), style="PageNumber")
    breath = paragraph(style="Normal")
    return {
        "header1": f"<w:hdr {NAMESPACES}>{SECRECY}{number}{breath}</w:hdr>",
        "header2": f"<w:hdr {NAMESPACES}>{SECRECY}</w:hdr>",
        "footer1": f"<w:ftr {NAMESPACES}>{SECRECY}</w:ftr>",
    }


def _settings() -> str:
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat>"
        '<w:themeFontLang w:val="en-US" w:bidi="th-TH"/></w:settings>'
    )


def _font_table() -> str:
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{FONT}"><w:altName w:val="TH Sarabun New"/>'
        '<w:charset w:val="DE"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _content_types(pictures: Sequence[str]) -> str:
    kinds = "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in pictures)
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{kinds}"
        '<Override PartName="/word/theme/theme1.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>{overrides}</Types>'
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for id, (kind, target) in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}'
        "</Relationships>"
    )


def package(
    body: str,
    styles: Sequence[Style],
    pictures: Mapping[str, tuple[str, bytes]],
    *,
    kinds: Sequence[str] = ("png",),
) -> dict[str, bytes]:
    """The parts of a template.

    `body` is the inside of w:body, `styles` are those of the form beside the common ones, `pictures` maps a
    relation id to (file name, bytes), `kinds` are those of pictures that its letters may have.
    """
    document = {
        "rIdStyles": ("styles", "styles.xml"),
        "rIdSettings": ("settings", "settings.xml"),
        "rIdFonts": ("fontTable", "fontTable.xml"),
        "rIdTheme": ("theme", "theme/theme1.xml"),
        "rIdHeader1": ("header", "header1.xml"),
        "rIdHeader2": ("header", "header2.xml"),
        "rIdFooter1": ("footer", "footer1.xml"),
        **{id: ("image", f"media/{name}") for id, (name, _) in pictures.items()},
    }
    texts = {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships(document),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{SECTION}</w:body></w:document>",
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        **{f"word/{name}.xml": xml for name, xml in _headers().items()},
    }
    parts = {name: (HEAD + xml).encode() for name, xml in texts.items()}
    parts |= {"word/styles.xml": stylesheet(styles).encode(), "word/theme/theme1.xml": theme().encode()}
    return parts | {f"word/media/{name}": content for name, content in pictures.values()}
