"""Letters as people make them by hand in Word: the same lines laid out in one way or another.

`letter(Kind.MEMO, lines, Layout.TABLE)` gives the bytes of a DOCX. `lines` are (part, text) in their order;
texts come without labels, which the kind gives; a text of the body that begins with `|` is a table, a row a
line. `Design` has the looks, for faults of layout.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import groupby

from memogen import ooxml
from memogen.model import Kind
from memogen.paper import Part
from memogen.proof.pictures import natural_ratio

Lines = Sequence[tuple[Part, str]]


class Layout(StrEnum):
    """By what things are put in their places."""

    TABS = "tabs"
    SPACES = "spaces"
    TABLE = "table"
    BOXES = "boxes"
    SPLIT = "split"
    """As with tabs, each run broken after every third character."""


LABELS: Mapping[Part, str] = {
    Part.AGENCY: "ส่วนราชการ",
    Part.NUMBER: "ที่",
    Part.DATE: "วันที่",
    Part.SUBJECT: "เรื่อง",
    Part.TO: "เรียน",
    Part.REFERENCE: "อ้างถึง",
    Part.ENCLOSURE: "สิ่งที่ส่งมาด้วย",
    Part.COPIES: "สำเนาส่ง",
}
_OWN_LABELS: Mapping[Kind, Mapping[Part, str]] = {
    Kind.EXTERNAL: {Part.AGENCY: "", Part.DATE: ""},
    Kind.STAMPED: {Part.AGENCY: "", Part.DATE: "", Part.TO: "ถึง"},
    Kind.ORDER: {Part.AGENCY: "", Part.DATE: ""},
    Kind.ANNOUNCEMENT: {Part.AGENCY: "", Part.DATE: ""},
    Kind.MINUTES: {Part.DATE: "", Part.NUMBER: ""},
    Kind.CERTIFICATE: {Part.AGENCY: "", Part.DATE: "", Part.NUMBER: "เลขที่"},
}


@dataclass(frozen=True, kw_only=True)
class Design:
    """Looks, and measures in mm and points: those of the regulation's explanation unless a case says so."""

    font: str = "TH SarabunPSK"
    size: float = 16
    heading_size: float = 29
    label_size: float = 20
    width: float = 210
    height: float = 297
    top: float = 15
    right: float = 20
    bottom: float = 20
    left: float = 30
    first_line: float = 25
    before: float = 6
    after: float = 0
    line: int = 240
    alignment: str = "thaiDistribute"
    dotted: bool = True
    emblem: float | None = None
    """Height of the garuda; None for 15 mm on a memo and 30 mm on others, 0 for none."""
    blanks_before_name: int = 3
    labels: Mapping[Part, str] = field(default_factory=dict)
    """Labels other than the usual ones."""
    more: str = ""
    """Raw WordprocessingML after the last paragraph."""
    header: str = ""
    """Raw WordprocessingML of a page header."""


def letter(
    kind: Kind, lines: Lines, layout: Layout = Layout.TABS, design: Design = Design(), **parts: str
) -> bytes:
    """A DOCX. `parts` are further parts by the kind of their relationship: `comments="<w:comment…"`."""
    writer = _Writer(kind, layout, design)
    body = "".join(writer.body(lines)) + design.more
    if design.header:
        parts["header"] = design.header
    return package(body, design, parts, emblem=_emblem(kind) if writer.emblem_height else None)


# --- the package ----------------------------------------------------------------------------------

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    f"{ooxml.NAMESPACES} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def package(
    body: str,
    design: Design = Design(),
    parts: Mapping[str, str] | None = None,
    *,
    emblem: bytes | None = None,
) -> bytes:
    """A Word file of a body with the styles of a design; `parts` by the kind of their relationship."""
    inside = {"styles": _styles(design), **(parts or {})}
    roots = {"styles": "styles", "header": "hdr", "footer": "ftr", "comments": "comments"}
    files_: dict[str, bytes | str] = {
        "[Content_Types].xml": _content_types(inside),
        "_rels/.rels": _relations({"main": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _root("document", f"<w:body>{body}{_section(design, inside)}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            {f"r-{kind}": (kind, f"{kind}.xml") for kind in inside}
            | ({"rIdEmblem": ("image", "media/garuda.png")} if emblem else {})
        ),
    }
    files_ |= {f"word/{kind}.xml": _root(roots.get(kind, kind), content) for kind, content in inside.items()}
    if emblem:
        files_["word/media/garuda.png"] = emblem
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files_.items():
            written.writestr(name, content)
    return data.getvalue()


def _root(name: str, content: str) -> str:
    return f"{ooxml.HEAD}<w:{name} {SPACES}>{content}</w:{name}>"


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{identity}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in targets.items()
    )
    return f'{ooxml.HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types(parts: Mapping[str, str]) -> str:
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for kind in parts
    )
    return (
        f'{ooxml.HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
        f"{types}</Types>"
    )


def _styles(design: Design) -> str:
    fonts = " ".join(f'w:{script}="{design.font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>{_size(design.size)}"
        '<w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>'
    )


def _section(design: Design, parts: Mapping[str, str]) -> str:
    twips = ooxml.twips
    header = '<w:headerReference w:type="default" r:id="r-header"/>' if "header" in parts else ""
    return (
        f'<w:sectPr>{header}<w:pgSz w:w="{twips(design.width)}" w:h="{twips(design.height)}"/>'
        f'<w:pgMar w:top="{twips(design.top)}" w:right="{twips(design.right)}" '
        f'w:bottom="{twips(design.bottom)}" w:left="{twips(design.left)}" w:header="255" w:footer="255" '
        'w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


@cache
def _emblem(kind: Kind) -> bytes:
    name = "garuda-15mm.png" if kind is Kind.MEMO else "garuda-30mm.png"
    return files("memogen").joinpath("assets", name).read_bytes()


# --- the letter -----------------------------------------------------------------------------------

_TEXT_WIDTH = 160
_RIGHT_HALF = 100
"""Where the agency of an external letter begins, in mm from the text's edge."""
_DATE_AT = {Kind.MEMO: 80, Kind.EXTERNAL: 75}
_CENTRED = (Kind.ORDER, Kind.ANNOUNCEMENT, Kind.MINUTES)
_REPEATED = (Part.REFERENCE, Part.ENCLOSURE, Part.TO, Part.COPIES)
"""Parts whose label stands once, before the first line."""


class _Writer:
    """Writes the paragraphs of one letter."""

    def __init__(self, kind: Kind, layout: Layout, design: Design) -> None:
        self._kind = kind
        self._layout = layout
        self._design = design
        self._labels = {**LABELS, **_OWN_LABELS.get(kind, {}), **design.labels}
        usual = 15.0 if kind is Kind.MEMO else 30.0
        self.emblem_height = usual if design.emblem is None else design.emblem
        self._seen: set[Part] = set()

    def body(self, lines: Lines) -> Iterator[str]:
        head = [line for line in lines if line[0] in _HEAD[self._kind]]
        if self._kind is Kind.MEMO:
            yield from self._memo_head(head)
        elif self._kind in _CENTRED:
            yield from self._centred_head(head)
        else:
            yield from self._external_head(head)
        rest = [line for line in lines if line not in head]
        for part, group in groupby(rest, key=lambda line: line[0]):
            yield from self._group(part, [text for _part, text in group])

    # --- heads ------------------------------------------------------------------------------------

    def _memo_head(self, head: Lines) -> Iterator[str]:
        said = dict(head)
        urgency = self._in_red(said.get(Part.URGENCY, ""))
        title = self._run(said.get(Part.HEADING, ""), size=self._design.heading_size, bold=True)
        if self._layout is Layout.BOXES and urgency:
            yield self._paragraph(self._picture() + _box(self._paragraph(urgency)) + title, centred=True)
        elif self._layout is Layout.SPACES:
            yield self._paragraph(self._picture() + self._spaces(8) + urgency + self._spaces(28) + title)
        else:
            tabs = _tabs(("left", 17), ("center", 80))
            yield self._paragraph(self._picture() + _TAB + urgency + _TAB + title, properties=tabs)
        if Part.SECRECY in said:
            yield self._paragraph(self._in_red(said[Part.SECRECY]), centred=True)
        wanted = ((Part.AGENCY,), (Part.NUMBER, Part.DATE), (Part.SUBJECT,))
        rows = [[(part, said[part]) for part in row if part in said] for row in wanted]
        if self._layout is Layout.TABLE:
            yield self._head_table(rows)
        elif self._layout is Layout.BOXES:
            yield self._paragraph(_box("".join(map(self._memo_line, rows)), width=160, height=35))
        else:
            yield from map(self._memo_line, filter(None, rows))

    def _memo_line(self, pairs: Lines) -> str:
        """Labels with their values, dotted to the right margin."""
        content = ""
        by_spaces = self._layout is Layout.SPACES
        for part, value in pairs:
            if content and by_spaces:
                content += self._spaces(16)
            gap = _TAB if part is Part.SUBJECT and not by_spaces else self._spaces(2)
            content += self._run(self._labels[part], size=self._design.label_size, bold=True) + gap
            content += self._run(value, dotted=self._design.dotted)
            if not by_spaces:
                content += self._run("\t", dotted=self._design.dotted)
        tabs = _tabs(("left", 12.5), ("left", 80), ("right", _TEXT_WIDTH))
        return self._paragraph(content, properties="" if by_spaces else tabs)

    def _head_table(self, rows: Sequence[Lines]) -> str:
        """Labels and values in cells of their own."""
        inside = ""
        for pairs in rows:
            cells = [
                (self._run(self._labels[part], size=self._design.label_size, bold=True), self._run(value))
                for part, value in pairs
            ]
            inside += "<w:tr>" + "".join(
                _cell(self._paragraph(content)) for pair in cells for content in pair
            )
            inside += "</w:tr>"
        return _table(inside, columns=4)

    def _external_head(self, head: Lines) -> Iterator[str]:
        """Number left, agency and address right, then the date."""
        if self.emblem_height:
            yield self._paragraph(self._picture(), centred=True)
        for part in (Part.HEADING, Part.SECRECY):
            for text in (text for one, text in head if one is part):
                yield self._paragraph(self._run(text, bold=True), centred=True)
        for text in (text for one, text in head if one is Part.URGENCY):
            yield self._paragraph(self._in_red(text))
        number = next((f"{self._labels[one]}  {text}" for one, text in head if one is Part.NUMBER), "")
        right = [text for one, text in head if one in (Part.AGENCY, Part.ADDRESS)]
        dates = [self._dated(text) for one, text in head if one is Part.DATE]
        if self._layout is Layout.TABLE:
            block = "".join(self._paragraph(self._run(text)) for text in right) or self._paragraph("")
            row = f"<w:tr>{_cell(self._paragraph(self._run(number)))}{_cell(block)}</w:tr>"
            for text in dates:
                row += f"<w:tr>{_cell(self._paragraph(''))}{_cell(self._paragraph(self._run(text)))}</w:tr>"
            yield _table(row, columns=2)
            return
        if self._layout is Layout.BOXES:
            box = _box("".join(self._paragraph(self._run(text)) for text in right)) if right else ""
            yield self._paragraph(self._run(number) + box)
        else:
            yield from self._beside(number, right)
        for text in dates:
            yield self._at(text, _DATE_AT.get(self._kind, 75), before=6)

    def _beside(self, number: str, right: Sequence[str]) -> Iterator[str]:
        for index, text in enumerate(right or [""]):
            left = number if index == 0 else ""
            if self._layout is Layout.SPACES:
                yield self._paragraph(self._run(f"{left}{' ' * (30 if left else 50)}{text}".rstrip()))
            else:
                between = _TAB if text else ""
                yield self._paragraph(
                    self._run(left) + between + self._run(text), properties=_tabs(("left", _RIGHT_HALF))
                )

    def _dated(self, text: str) -> str:
        return f"{self._labels[Part.DATE]} {text}".strip()

    def _centred_head(self, head: Lines) -> Iterator[str]:
        if self.emblem_height and self._kind is not Kind.MINUTES:
            yield self._paragraph(self._picture(), centred=True)
        for part, text in head:
            said = f"{self._labels.get(part, '')} {text}".strip()
            yield self._paragraph(self._run(said, bold=part is Part.HEADING), centred=True)

    # --- the rest ---------------------------------------------------------------------------------

    def _group(self, part: Part, texts: Sequence[str]) -> Iterator[str]:
        if part in (Part.SUBJECT, Part.TO, Part.REFERENCE, Part.ENCLOSURE, Part.COPIES):
            for index, text in enumerate(texts):
                yield self._labelled(part, text, is_first=index == 0)
        elif part is Part.BODY:
            for text in texts:
                yield table(_cells(text)) if text.startswith("|") else self._body(text)
        elif part is Part.SIGNATURE:
            yield from self._signature(texts)
        elif part is Part.OWNER:
            yield from self._owner(texts)
        elif part is Part.CLOSING:
            for text in texts:
                yield self._at(text, 75, before=12)
        elif part is Part.DATE:
            for text in texts:
                yield self._body(text) if self._kind in _SOLEMN else self._at(text, 75, before=6)
        elif part is Part.AGENCY:
            for text in texts:
                yield self._at(text, 75, before=12)
        else:
            for text in texts:
                yield self._paragraph(self._run(text))

    def _labelled(self, part: Part, text: str, *, is_first: bool) -> str:
        label = self._labels[part] if is_first else ""
        width = 26 if part is Part.ENCLOSURE else 12.5
        if self._layout is Layout.SPACES:
            return self._paragraph(self._run(f"{label}  {text}" if label else f"{' ' * 12}{text}"), before=6)
        properties = _tabs(("left", width)) + _indent(left=width, first=-width)
        return self._paragraph(
            self._run(label) + _TAB + self._run(text), properties=properties, before=6 if is_first else 0
        )

    def _body(self, text: str) -> str:
        design = self._design
        spacing = (
            f'<w:spacing w:before="{round(design.before * 20)}" w:after="{round(design.after * 20)}" '
            f'w:line="{design.line}" w:lineRule="auto"/>'
        )
        lead, tabs, indent = "", "", ""
        if self._layout is Layout.TABS:
            lead, tabs = _TAB * 2, _tabs(("left", design.first_line / 2), ("left", design.first_line))
        elif self._layout is Layout.SPACES:
            lead = self._spaces(16)
        else:
            indent = _indent(first=design.first_line)
        justified = f'<w:jc w:val="{design.alignment}"/>'
        return self._paragraph(lead + self._run(text), properties=tabs + spacing + indent + justified)

    def _signature(self, texts: Sequence[str]) -> Iterator[str]:
        for text in texts:
            if text.startswith("("):
                yield from [self._paragraph("")] * self._design.blanks_before_name
            yield self._centred_right(text)

    def _centred_right(self, text: str) -> str:
        if self._layout is Layout.SPACES:
            return self._paragraph(self._run(f"{' ' * 50}{text}"))
        if self._layout is Layout.TABS:
            return self._paragraph(_TAB * 6 + self._run(text))
        return self._paragraph(self._run(text), properties=_indent(left=65) + '<w:jc w:val="center"/>')

    def _owner(self, texts: Sequence[str]) -> Iterator[str]:
        inside = [self._paragraph(self._run(text)) for text in texts]
        if self._layout is Layout.BOXES:
            yield self._paragraph(_box("".join(inside)))
        else:
            yield from [self._paragraph("")] * 2
            yield from inside

    def _at(self, text: str, place: float, *, before: float = 0) -> str:
        """A line that begins so many mm from the text's edge."""
        if self._layout is Layout.SPACES:
            return self._paragraph(self._run(f"{' ' * round(place / 2)}{text}"), before=before)
        if self._layout in (Layout.TABS, Layout.SPLIT):
            tabs = _tabs(("left", place))
            return self._paragraph(_TAB + self._run(text), properties=tabs, before=before)
        return self._paragraph(self._run(text), properties=_indent(left=place), before=before)

    # --- pieces -----------------------------------------------------------------------------------

    def _picture(self) -> str:
        height = self.emblem_height
        if not height:
            return ""
        width = height * (natural_ratio(_emblem(self._kind)) or 1)
        common = {"number": 1, "name": "ตราครุฑ", "width_mm": width, "height_mm": height}
        if self._kind is Kind.MEMO:
            return ooxml.page_picture("rIdEmblem", left_mm=0, top_mm=15, **common)
        return ooxml.inline_picture("rIdEmblem", alt="ตราครุฑ", **common)

    def _paragraph(
        self,
        content: str,
        *,
        properties: str = "",
        before: float = 0,
        centred: bool = False,
    ) -> str:
        if before:
            spacing = f'<w:spacing w:before="{round(before * 20)}"/>'
            at = properties.find("<w:ind")
            at = len(properties) if at < 0 else at
            properties = properties[:at] + spacing + properties[at:]
        if centred:
            properties += '<w:jc w:val="center"/>'
        return ooxml.paragraph(content, properties=properties)

    def _run(
        self, text: str, *, size: float = 0, bold: bool = False, colour: str = "", dotted: bool = False
    ) -> str:
        if not text:
            return ""
        properties = "<w:b/><w:bCs/>" * bold
        properties += f'<w:color w:val="{colour}"/>' if colour else ""
        properties += _size(size) if size else ""
        properties += '<w:u w:val="dotted"/>' if dotted else ""
        step = 3 if self._layout is Layout.SPLIT else len(text)
        return "".join(
            ooxml.run(text[at : at + step], properties=properties) for at in range(0, len(text), step)
        )

    def _in_red(self, text: str) -> str:
        return self._run(text, size=32, bold=True, colour="FF0000")

    def _spaces(self, count: int) -> str:
        return ooxml.run(" " * count)


_SOLEMN = (Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE)
_MARKS = (Part.HEADING, Part.URGENCY, Part.SECRECY)
_HEAD: Mapping[Kind, tuple[Part, ...]] = {
    Kind.MEMO: (*_MARKS, Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT),
    Kind.EXTERNAL: (*_MARKS, Part.NUMBER, Part.AGENCY, Part.ADDRESS, Part.DATE),
    Kind.STAMPED: (*_MARKS, Part.NUMBER),
    Kind.CERTIFICATE: (*_MARKS, Part.NUMBER, Part.AGENCY, Part.ADDRESS),
    Kind.ORDER: (*_MARKS, Part.NUMBER, Part.SUBJECT),
    Kind.ANNOUNCEMENT: (*_MARKS, Part.SUBJECT),
    Kind.MINUTES: (*_MARKS, Part.NUMBER, Part.DATE),
}
_TAB = "<w:r><w:tab/></w:r>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _tabs(*stops: tuple[str, float]) -> str:
    inside = "".join(f'<w:tab w:val="{side}" w:pos="{ooxml.twips(place)}"/>' for side, place in stops)
    return f"<w:tabs>{inside}</w:tabs>"


def _indent(*, left: float = 0, first: float = 0) -> str:
    name, value = ("firstLine", first) if first >= 0 else ("hanging", -first)
    return f'<w:ind w:left="{ooxml.twips(left)}" w:{name}="{ooxml.twips(value)}"/>'


def _cell(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{content}</w:tc>'


def _table(rows: str, *, columns: int) -> str:
    grid = "<w:gridCol/>" * columns
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _cells(text: str) -> list[list[str]]:
    """A table typed with bars: a row a line."""
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in text.splitlines()]


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of the body, for `Design.more`."""
    inside = "".join(
        f"<w:tr>{''.join(_cell(ooxml.paragraph(ooxml.run(text))) for text in row)}</w:tr>" for row in rows
    )
    return _table(inside, columns=max(map(len, rows)))


def _box(content: str, *, width: float = 70, height: float = 30) -> str:
    """A text box in the form of Word since 2010, with the older one beside it."""
    extent = f'cx="{ooxml.emu(width)}" cy="{ooxml.emu(height)}"'
    shape = (
        f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:spAutoFit/></wps:bodyPr></wps:wsp>'
        "</a:graphicData></a:graphic>"
    )
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{len(content)}" name="กล่องข้อความ"/>{shape}</wp:inline></w:drawing>'
    )
    old = (
        f'<w:pict><v:shape style="width:{width}mm;height:{height}mm" type="#_x0000_t202"><v:textbox>'
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


# --- clean letters --------------------------------------------------------------------------------

MEMO: Lines = (
    (Part.URGENCY, "ด่วนที่สุด"),
    (Part.HEADING, "บันทึกข้อความ"),
    (Part.AGENCY, "กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑"),
    (Part.NUMBER, "กษ ๑๑๑๓/๖๕๓"),
    (Part.DATE, "๒๗ มีนาคม ๒๕๖๖"),
    (Part.SUBJECT, "การจัดทำแผนการให้บริการของหน่วยงาน"),
    (Part.TO, "ผู้อำนวยการกองแผนงาน"),
    (
        Part.BODY,
        "ด้วยกลุ่มพัฒนาระบบบริหารได้จัดทำแผนการให้บริการของหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ เสร็จเรียบร้อยแล้ว",
    ),
    (Part.BODY, "กลุ่มพัฒนาระบบบริหารพิจารณาแล้วเห็นว่า หน่วยงานควรรายงานผลการดำเนินงานภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖"),
    (Part.BODY, "จึงเรียนมาเพื่อโปรดพิจารณา"),
    (Part.SIGNATURE, "(นางสาวตัวอย่าง หนึ่งนาม)"),
    (Part.SIGNATURE, "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร"),
)
EXTERNAL: Lines = (
    (Part.NUMBER, "กษ ๑๑๑๓/๖๕๓"),
    (Part.AGENCY, "กรมส่งเสริมสหกรณ์"),
    (Part.ADDRESS, "ถนนตัวอย่าง เขตสมมติ"),
    (Part.ADDRESS, "กรุงเทพมหานคร ๑๐๒๐๐"),
    (Part.DATE, "๒๗ มีนาคม ๒๕๖๖"),
    (Part.SUBJECT, "ขอความอนุเคราะห์วิทยากรบรรยายเรื่องการให้บริการ"),
    (Part.TO, "อธิบดีกรมตัวอย่าง"),
    (Part.REFERENCE, "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖"),
    (Part.ENCLOSURE, "๑. กำหนดการ จำนวน ๑ ชุด"),
    (Part.ENCLOSURE, "๒. แบบตอบรับ จำนวน ๑ ฉบับ"),
    (Part.BODY, "ตามหนังสือที่อ้างถึง กรมตัวอย่างแจ้งว่ามีวิทยากร นั้น"),
    (Part.BODY, "กรมส่งเสริมสหกรณ์จะจัดประชุมในวันที่ ๒๐ เมษายน ๒๕๖๖ ตามสิ่งที่ส่งมาด้วย ๑ และ ๒"),
    (Part.BODY, "จึงเรียนมาเพื่อโปรดพิจารณาให้ความอนุเคราะห์"),
    (Part.CLOSING, "ขอแสดงความนับถือ"),
    (Part.SIGNATURE, "(นายสมมติ สองนาม)"),
    (Part.SIGNATURE, "รองอธิบดี ปฏิบัติราชการแทน"),
    (Part.SIGNATURE, "อธิบดีกรมส่งเสริมสหกรณ์"),
    (Part.OWNER, "กลุ่มพัฒนาระบบบริหาร"),
    (Part.OWNER, "โทร. ๐ ๒๒๘๑ ๐๐๐๐"),
    (Part.OWNER, "ไปรษณีย์อิเล็กทรอนิกส์ cpd_psdg@cpd.go.th"),
    (Part.COPIES, "กองคลัง"),
)
STAMPED: Lines = (
    (Part.NUMBER, "กษ ๑๑๑๓/๖๕๓"),
    (Part.TO, "สำนักงานสหกรณ์จังหวัดตัวอย่าง"),
    (Part.BODY, "ด้วยกรมส่งเสริมสหกรณ์ขอส่งเอกสารเผยแพร่ จำนวน ๑ ชุด มาเพื่อทราบ"),
    (Part.AGENCY, "กรมส่งเสริมสหกรณ์"),
    (Part.DATE, "๒๗ มีนาคม ๒๕๖๖"),
    (Part.OWNER, "กลุ่มพัฒนาระบบบริหาร"),
    (Part.OWNER, "โทร. ๐ ๒๒๘๑ ๐๐๐๐"),
)
ORDER: Lines = (
    (Part.HEADING, "คำสั่งกรมส่งเสริมสหกรณ์"),
    (Part.NUMBER, "๑๒/๒๕๖๖"),
    (Part.SUBJECT, "แต่งตั้งคณะทำงานพัฒนาระบบบริหาร"),
    (
        Part.BODY,
        "อาศัยอำนาจตามความในมาตรา ๓๒ แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔ "
        "จึงแต่งตั้งคณะทำงานพัฒนาระบบบริหาร ดังต่อไปนี้",
    ),
    (Part.BODY, "๑. นายตัวอย่าง สามนาม ประธานคณะทำงาน"),
    (Part.BODY, "ทั้งนี้ ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๖ เป็นต้นไป"),
    (Part.DATE, "สั่ง ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖"),
    (Part.SIGNATURE, "(นายสมมติ สองนาม)"),
    (Part.SIGNATURE, "อธิบดีกรมส่งเสริมสหกรณ์"),
)
ANNOUNCEMENT: Lines = (
    (Part.HEADING, "ประกาศกรมส่งเสริมสหกรณ์"),
    (Part.SUBJECT, "นโยบายคุณธรรมและความโปร่งใส"),
    (Part.BODY, "เพื่อให้การบริหารงานเป็นไปด้วยความโปร่งใส กรมส่งเสริมสหกรณ์จึงกำหนดนโยบายไว้ ดังนี้"),
    (Part.BODY, "๑. ให้ทุกหน่วยงานเปิดเผยข้อมูล"),
    (Part.DATE, "ประกาศ ณ วันที่ ๒๐ มกราคม พ.ศ. ๒๕๖๖"),
    (Part.SIGNATURE, "(นายสมมติ สองนาม)"),
    (Part.SIGNATURE, "อธิบดีกรมส่งเสริมสหกรณ์"),
)
MINUTES: Lines = (
    (Part.HEADING, "รายงานการประชุมคณะทำงานพัฒนาระบบบริหาร"),
    (Part.HEADING, "ครั้งที่ ๑/๒๕๖๖"),
    (Part.DATE, "เมื่อวันจันทร์ที่ ๒๗ มีนาคม ๒๕๖๖"),
    (Part.HEADING, "ณ ห้องประชุม ๑"),
    (Part.OTHER, "ผู้มาประชุม"),
    (Part.OTHER, "๑. นายสมมติ สองนาม ประธานคณะทำงาน"),
    (Part.OTHER, "ผู้ไม่มาประชุม (ถ้ามี)"),
    (Part.BODY, "เริ่มประชุมเวลา ๐๙.๓๐ น."),
    (Part.BODY, "ประธานกล่าวเปิดการประชุม แล้วดำเนินการประชุมตามระเบียบวาระ ดังนี้"),
    (Part.BODY, "ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"),
    (Part.BODY, "เลิกประชุมเวลา ๑๒.๐๐ น."),
    (Part.SIGNATURE, "(นางสาวตัวอย่าง หนึ่งนาม)"),
    (Part.SIGNATURE, "ผู้จดรายงานการประชุม"),
)
CERTIFICATE: Lines = (
    (Part.NUMBER, "๕/๒๕๖๖"),
    (Part.AGENCY, "กรมส่งเสริมสหกรณ์"),
    (Part.ADDRESS, "ถนนตัวอย่าง กรุงเทพมหานคร ๑๐๒๐๐"),
    (Part.BODY, "หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า นายตัวอย่าง สามนาม เป็นข้าราชการสังกัดกรมส่งเสริมสหกรณ์"),
    (Part.DATE, "ให้ไว้ ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖"),
    (Part.SIGNATURE, "(นายสมมติ สองนาม)"),
    (Part.SIGNATURE, "อธิบดีกรมส่งเสริมสหกรณ์"),
)
CLEAN: Mapping[Kind, Lines] = {
    Kind.MEMO: MEMO,
    Kind.EXTERNAL: EXTERNAL,
    Kind.STAMPED: STAMPED,
    Kind.ORDER: ORDER,
    Kind.ANNOUNCEMENT: ANNOUNCEMENT,
    Kind.MINUTES: MINUTES,
    Kind.CERTIFICATE: CERTIFICATE,
}
"""A clean letter of each kind."""
