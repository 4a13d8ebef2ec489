"""The theme that Word's rules ask every document to carry: black on white, one font."""

from __future__ import annotations

from memogen.forms.stylesheet import FONT
from memogen.ooxml import HEAD

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "000000",
    "lt2": "FFFFFF",
    **dict.fromkeys(("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"), "000000"),
    "hlink": "0000FF",
    "folHlink": "800080",
}


def theme() -> str:
    """`word/theme/theme1.xml`."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="memogen">'
        f'<a:themeElements><a:clrScheme name="memogen">{colours}</a:clrScheme>'
        f'<a:fontScheme name="memogen"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="memogen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
