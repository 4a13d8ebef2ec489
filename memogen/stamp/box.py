"""The stamp itself: what it says, how large it is, and its text box in WordprocessingML."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from html import escape
from itertools import product
from math import ceil
from unicodedata import category

from memogen import thai
from memogen.errors import InputError
from memogen.ooxml import emu, paragraph, run, twips
from memogen.stamp import refusals

FONT = "TH SarabunPSK"
COLOUR = "1F3864"
"""Dark blue, as ink pads are; the regulation names no colour."""
NAME = "ตรารับหนังสือ"

PEN_PT = 1
_SIDE_MM, _HEAD_MM = 1.5, 0.5  # between the frame and the text
_SIZES_PT = (14, 13, 12, 11, 10.5, 10)
_LINE_EM = 1.1
_LETTER_EM = 0.4  # TH SarabunPSK: names of agencies come to 0.36 to 0.39 a letter
_MM_PER_PT = 25.4 / 72

_MICROSOFT = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_OPEN = "http://schemas.openxmlformats.org"
_NAMESPACES = (
    f'xmlns:w="{_OPEN}/wordprocessingml/2006/main" '
    f'xmlns:mc="{_OPEN}/markup-compatibility/2006" '
    f'xmlns:wp="{_OPEN}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{_OPEN}/drawingml/2006/main" '
    f'xmlns:wps="{_MICROSOFT}" xmlns:v="urn:schemas-microsoft-com:vml"'
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the stamp stands on the first sheet, in millimetres from its top and right edges, and its size.

    2.5 × 5 cm in the top right corner of the letter: clause 37 and แบบที่ ๑๒ (saraban.md 7.3). The frame's
    line counts as part of the stamp. At 7 mm it ends above the first line that reaches the right margin.
    """

    top_mm: float = 7
    right_mm: float = 10
    width_mm: float = 50
    height_mm: float = 25

    def left_mm(self, paper_mm: float) -> float:
        """From the left edge of a sheet that is `paper_mm` wide."""
        return paper_mm - self.right_mm - self.width_mm

    def below(self, stamps: int) -> Place:
        """The place under so many stamps that the letter carries already, a millimetre between two."""
        return replace(self, top_mm=self.top_mm + stamps * (self.height_mm + 1))

    def check_fits(self, width_mm: float, height_mm: float, *, file: str) -> None:
        """Raises InputError (Y11) when a sheet of this size has no room for it."""
        if width_mm < self.right_mm + self.width_mm or height_mm < self.top_mm + self.height_mm:
            raise InputError(refusals.no_room(file))


PLACE = Place()


@dataclass(frozen=True, slots=True)
class ReceiptStamp:
    """What the registry stamps on a letter it receives; `number` is printed as it is given."""

    agency: str
    number: str
    on: date
    at: time


def lines(stamp: ReceiptStamp) -> tuple[str, str, str, str]:
    """The lines from top to bottom: กรมตัวอย่าง, เลขรับ ๔๕, วันที่ ๒๗ มี.ค. ๒๕๖๖, เวลา ๐๙.๓๐ น."""
    month = thai.SHORT_MONTHS[stamp.on.month - 1]
    return (
        _plain(stamp.agency),
        f"เลขรับ {_plain(stamp.number)}",
        thai.to_thai_digits(f"วันที่ {stamp.on.day} {month} {thai.be_year(stamp.on)}"),
        f"เวลา {thai.clock_time(stamp.at)}",
    )


def _plain(text: str) -> str:
    """One line, without the characters that no document can hold."""
    odd = {ord(char): " " for _index, char in thai.unprintable(text)}
    return " ".join(text.translate(odd).split())


def box(stamp: ReceiptStamp, *, left_mm: float, top_mm: float, number: int, file: str) -> str:
    """A run that holds the stamp's box at this place of the sheet; it moves no text and hides none.

    Its namespaces are declared on the run itself. `number` is its id among the drawings of the document.
    Raises InputError (Y12) when the agency's name is too long for the box.
    """
    pen_mm = PEN_PT * _MM_PER_PT
    frame = Frame(
        left_mm + pen_mm / 2, top_mm + pen_mm / 2, PLACE.width_mm - pen_mm, PLACE.height_mm - pen_mm
    )
    return floating(frame, _text(stamp, file), name=NAME, alt=" ".join(lines(stamp)), number=number)


def floating(frame: Frame, text: str, *, name: str, alt: str, number: int) -> str:
    """A run with paragraphs in a box at a place of the sheet; `number` is its id among the drawings."""
    content = f"<w:txbxContent>{text}</w:txbxContent>"
    names = f'name="{escape(name)}" descr="{escape(alt)}"'
    return (
        # Two points: an anchor's run must not make its line taller.
        f'<w:r {_NAMESPACES}><w:rPr><w:noProof/><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr>'
        '<mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing>{_drawing(frame, content, number, names)}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{_vml(frame, content, number)}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """The middle of a box's line, in millimetres of the sheet; without a line it is only a place for text."""

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float
    has_line: bool = True


def _text(stamp: ReceiptStamp, file: str) -> str:
    agency, *others = lines(stamp)
    agency, points = _fitted(agency, others, file)
    return "".join(
        paragraph(
            run(line, properties=_looks(points)),
            # Whatever the letter's own default paragraph looks like, the stamp's is bare.
            properties='<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" '
            'w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" '
            f'w:line="{round(points * _LINE_EM * 20)}" w:lineRule="exact"/>'
            '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
            f'<w:jc w:val="{"left" if place else "center"}"/>',
        )
        for place, line in enumerate((agency, *others))
    )


def _looks(points: float) -> str:
    return (
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        '<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:noProof/>'
        f'<w:color w:val="{COLOUR}"/><w:spacing w:val="0"/><w:sz w:val="{round(points * 2)}"/>'
        f'<w:szCs w:val="{round(points * 2)}"/><w:u w:val="none"/><w:lang w:bidi="th-TH"/>'
    )


def _fitted(agency: str, others: list[str], file: str) -> tuple[str, float]:
    """The agency's name, in two lines if it must be, and the largest size in points at which all lines fit.

    A name is parted at a space, if it has one; only one that fits in no other way breaks inside.
    """
    across = (PLACE.width_mm - 2 * _SIDE_MM) / _MM_PER_PT
    down = (PLACE.height_mm - 2 * _HEAD_MM) / _MM_PER_PT
    spaces = [index for index, letter in enumerate(agency) if letter == " "]
    ways = [agency, *(f"{agency[:index]}\n{agency[index + 1 :]}" for index in spaces)]
    for may_break in (False, True):
        for points, name in product(_SIZES_PT, ways):
            texts = [*name.split("\n"), *others]
            rows = [ceil(_letters(text) * _LETTER_EM * points / across) for text in texts]
            if sum(rows) * points * _LINE_EM <= down and (may_break or max(rows) == 1):
                return name, points
    raise InputError(refusals.name_too_long(file, agency))


def _letters(text: str) -> int:
    """How many letters stand side by side: marks above and below take no room."""
    return sum(category(letter) != "Mn" for letter in text)


def _drawing(frame: Frame, content: str, number: int, names: str) -> str:
    extent = f'cx="{emu(frame.width_mm)}" cy="{emu(frame.height_mm)}"'
    side, head = emu(_SIDE_MM), emu(_HEAD_MM)
    pen = (
        f'<a:ln w="{PEN_PT * 12_700}"><a:solidFill><a:srgbClr val="{COLOUR}"/></a:solidFill><a:miter/></a:ln>'
        if frame.has_line
        else "<a:ln><a:noFill/></a:ln>"
    )
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(frame.left_mm)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(frame.top_mm)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" {names}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_MICROSOFT}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f"{pen}</wps:spPr><wps:txbx>{content}</wps:txbx>"
        f'<wps:bodyPr wrap="square" lIns="{side}" tIns="{head}" rIns="{side}" bIns="{head}" anchor="ctr">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )


def _vml(frame: Frame, content: str, number: int) -> str:
    """The same for programs before Word 2010."""
    measures = (
        ("margin-left", frame.left_mm),
        ("margin-top", frame.top_mm),
        ("width", frame.width_mm),
        ("height", frame.height_mm),
    )
    inset = f"{_SIDE_MM}mm,{_HEAD_MM}mm,{_SIDE_MM}mm,{_HEAD_MM}mm"
    style = "".join(f"{name}:{mm / _MM_PER_PT:.2f}pt;" for name, mm in measures)
    pen = f'strokecolor="#{COLOUR}" strokeweight="{PEN_PT}pt"' if frame.has_line else 'stroked="f"'
    return (
        f'<v:rect id="MemogenStamp{number}" style="position:absolute;{style}z-index:251659264;'
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page;v-text-anchor:middle" '
        f'filled="f" {pen}>'
        f'<v:textbox inset="{inset}">{content}</v:textbox></v:rect>'
    )


def thin_paragraph(content: str) -> str:
    """A paragraph of its own for the box, a twentieth of a point high."""
    namespace = _NAMESPACES.partition(" ")[0]
    return paragraph(
        content,
        properties='<w:spacing w:before="0" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" '
        'w:line="1" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>',
    ).replace("<w:p>", f"<w:p {namespace}>", 1)


def section() -> str:
    """The page that is no larger than the stamp."""
    return (
        f'<w:sectPr><w:pgSz w:w="{twips(PLACE.width_mm)}" w:h="{twips(PLACE.height_mm)}" '
        'w:orient="landscape"/><w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0" w:header="0" '
        'w:footer="0" w:gutter="0"/></w:sectPr>'
    )
