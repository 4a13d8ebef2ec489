"""Emphasis where all is bold already: in Word, bold in both styles is not bold."""

from __future__ import annotations

from cases import each

from memogen.model import Align, Paragraph, Role, Run, Table
from memogen.render.blocks import Styles, paragraph_xml, table_xml

STYLES = Styles({"เน้น": "Strong"})
OUTRIGHT = '<w:rPr><w:rStyle w:val="Strong"/><w:b/><w:bCs/></w:rPr>'
BY_STYLE = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'


@each("role", [Role.HEADING_1, Role.HEADING_2, Role.HEADING_3])
def test_it_is_said_outright_in_a_heading(role):
    assert OUTRIGHT in paragraph_xml(Paragraph(role, (Run("เน้น", bold=True),)), STYLES)


def test_it_is_the_style_alone_in_the_text():
    assert BY_STYLE in paragraph_xml(Paragraph(Role.BODY, (Run("เน้น", bold=True),)), STYLES)


def test_it_is_said_outright_in_the_head_of_a_table_only():
    cell = (Run("เน้น", bold=True),)
    xml = table_xml(Table(head=(cell,), rows=((cell,),), aligns=(Align.LEFT,)), STYLES)
    head, row = xml.split("</w:tr>")[:2]
    assert OUTRIGHT in head
    assert BY_STYLE in row
