"""The Word styles of the templates: every look of a letter has a Thai name that Word shows.

Measures are those of the regulation's explanation on typing with a computer (saraban.md section 2.2).
Font, size and bold stand in the styles in both their plain and complex-script forms (rFonts cs,
szCs, bCs), since Word takes the looks of Thai from the latter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memogen.model import Role
from memogen.ooxml import HEAD, NAMESPACES, twips

FONT = "TH SarabunPSK"
BODY_PT = 16
TEXT_WIDTH_MM = 160
INDENT_MM = 25
LEVEL_MM = 7.5
"""How much deeper each level of numbered items starts: about the width of its parent's number."""
HANGING_MM = 12.5
RED = "FF0000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One named look; `paragraph` and `run` are property elements in schema order."""

    id: str
    name: str
    kind: str = "paragraph"
    base: str = "Normal"
    paragraph: str = ""
    run: str = ""

    def xml(self) -> str:
        default = ' w:default="1"' if self.id in DEFAULTS else ""
        custom = "" if self.id in BUILT_IN else ' w:customStyle="1"'
        base = f'<w:basedOn w:val="{self.base}"/>' if self.base and self.id not in DEFAULTS else ""
        paragraph = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        run = f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>{base}<w:qFormat/>{paragraph}{run}</w:style>'
        )


DEFAULTS = ("Normal", "DefaultParagraphFont", "TableNormal")
BUILT_IN = (*DEFAULTS, "Header", "Footer")


def size(points: int) -> str:
    """Font size for plain and complex script, in half points."""
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


BOLD = "<w:b/><w:bCs/>"


def spacing(before_pt: float = 0, *, exactly_pt: int | None = None) -> str:
    """Space above, never below; single lines unless an exact height is asked for."""
    line = f' w:line="{exactly_pt * 20}" w:lineRule="exact"' if exactly_pt else ""
    return f'<w:spacing w:before="{round(before_pt * 20)}" w:after="0"{line}/>'


def tabs(*stops: tuple[str, float]) -> str:
    """Tab stops as (alignment, millimetres from the left margin)."""
    inside = "".join(f'<w:tab w:val="{align}" w:pos="{twips(mm)}"/>' for align, mm in stops)
    return f"<w:tabs>{inside}</w:tabs>"


def first_line(mm: float) -> str:
    return f'<w:ind w:firstLine="{twips(mm)}"/>'


def hanging(mm: float) -> str:
    return f'<w:ind w:left="{twips(mm)}" w:hanging="{twips(mm)}"/>'


def indented(mm: float) -> str:
    """Every line begins so far from the left margin."""
    return f'<w:ind w:left="{twips(mm)}"/>'


KEEP_NEXT = "<w:keepNext/>"
KEEP_WHOLE = "<w:keepNext/><w:keepLines/>"
LAST_KEPT = '<w:keepNext w:val="0"/><w:keepLines/>'
THAI_JUSTIFIED = '<w:jc w:val="thaiDistribute"/>'
CENTRED = '<w:jc w:val="center"/>'
RIGHT_HALF = f'<w:ind w:left="{twips(TEXT_WIDTH_MM / 2)}"/>'
LEFT_HALF = f'<w:ind w:right="{twips(TEXT_WIDTH_MM / 2)}"/>'


def _body_styles() -> list[Style]:
    justified = spacing(6) + first_line(INDENT_MM) + THAI_JUSTIFIED
    styles = [
        Style(id="Body", name=Role.BODY, paragraph=justified),
        Style(id="Closing", name=Role.CLOSING, base="Body", paragraph="<w:keepLines/>"),
    ]
    for level, (heading, item) in enumerate(
        ((Role.HEADING_1, Role.ITEM_1), (Role.HEADING_2, Role.ITEM_2), (Role.HEADING_3, Role.ITEM_3))
    ):
        indent = first_line(INDENT_MM + level * LEVEL_MM)
        styles.append(
            Style(
                id=f"Heading{level + 1}x",
                name=heading,
                paragraph=KEEP_WHOLE + spacing(6) + indent + f'<w:outlineLvl w:val="{level}"/>',
                run=BOLD,
            )
        )
        styles.append(Style(id=f"Item{level + 1}", name=item, base="Body", paragraph=indent))
    return styles


def _end_styles() -> list[Style]:
    return [
        Style(id="SignSpace", name="ที่ลงชื่อ", paragraph=KEEP_NEXT + spacing() + RIGHT_HALF),
        Style(id="SignName", name="ลงชื่อ", paragraph=KEEP_NEXT + spacing() + RIGHT_HALF + CENTRED),
        Style(id="SignPost", name="ตำแหน่งผู้ลงนาม", base="SignName", paragraph=LAST_KEPT),
        Style(id="Decision", name="ผลพิจารณา", paragraph=KEEP_NEXT + spacing(12) + LEFT_HALF + CENTRED),
        Style(id="DecideName", name="ผู้พิจารณา", paragraph=KEEP_NEXT + spacing() + LEFT_HALF + CENTRED),
        Style(id="DecidePost", name="ตำแหน่งผู้พิจารณา", base="DecideName", paragraph=LAST_KEPT),
        Style(
            id="QrTitle", name="หัวคิวอาร์", paragraph=KEEP_WHOLE + spacing(18) + CENTRED, run=BOLD + size(14)
        ),
        Style(id="QrCaption", name=Role.QR_CAPTION, paragraph=spacing() + CENTRED, run=size(14)),
        Style(
            id="TableHead",
            name=Role.TABLE_HEAD,
            paragraph=KEEP_NEXT + spacing() + CENTRED,
            run=BOLD + size(14),
        ),
        Style(id="TableText", name=Role.TABLE_TEXT, paragraph=spacing(), run=size(14)),
        Style(id="PageNumber", name="เลขหน้า", paragraph=spacing(32.5) + CENTRED),
        Style(
            id="Secrecy",
            name="ชั้นความลับ",
            paragraph=spacing(exactly_pt=26) + CENTRED,
            run=BOLD + f'<w:color w:val="{RED}"/>' + size(24),
        ),
        Style(id="Hidden", name="บรรทัดคั่น", paragraph=spacing(6, exactly_pt=1), run=size(1)),
    ]


_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _table_style() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="LetterTable"><w:name w:val="ตารางหนังสือ"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )


def _text_styles() -> list[Style]:
    """Looks of single words, in every kind of letter."""
    return [
        Style(
            id="Urgency",
            name="ชั้นความเร็ว",
            kind="character",
            base="",
            run=BOLD + f'<w:color w:val="{RED}"/>' + size(32),
        ),
        Style(id="Strong", name="เน้น", kind="character", base="", run=BOLD),
    ]


def stylesheet(own: Sequence[Style]) -> str:
    """`word/styles.xml`: the defaults of the whole document, then every named style.

    `own` are those of one form; where one has the id of a common style it takes its place.
    """
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" '
        f'w:hAnsi="{FONT}" w:cs="{FONT}"/>{size(BODY_PT)}'
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    plain = [
        Style(id="Normal", name="Normal"),
        Style(id="Header", name="header"),
        Style(id="Footer", name="footer"),
    ]
    default_font = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    ids = {style.id for style in own}
    common = [style for style in (*_text_styles(), *_body_styles(), *_end_styles()) if style.id not in ids]
    named = "".join(style.xml() for style in (*plain, *own, *common))
    tables = _TABLE_NORMAL + _table_style()
    return f"{HEAD}<w:styles {NAMESPACES}>{defaults}{default_font}{named}{tables}</w:styles>"
