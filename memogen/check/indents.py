"""Where the text of a paragraph begins: its indents, and the tabs and spaces before its first word."""

from __future__ import annotations

import re

from memogen.paper import Passage

DEFAULT_TAB_MM = 12.7
_LEAD = re.compile(r"[ \t]*")
_ITEM = re.compile(r"[ \t]*(?:\(?[0-9๐-๙]{1,3}[.)]|[0-9๐-๙]{1,3}\.[0-9๐-๙]|[-•–*▪●ข-ฮก][.)]? |ข้อ [0-9๐-๙])")


def lead(passage: Passage) -> str:
    """The tabs and spaces before the first word."""
    found = _LEAD.match(passage.seen)
    return found[0] if found else ""


def is_item(passage: Passage) -> bool:
    """Whether a paragraph is an item of a list, which may stand further in."""
    listed = passage.setting is not None and passage.setting.is_list_item
    return listed or _ITEM.match(passage.seen) is not None


def first_line_mm(passage: Passage) -> float | None:
    """How far from the text's left edge the first word stands; None where nobody knows or spaces decide."""
    setting = passage.setting
    if setting is None or " " in lead(passage):
        return None
    place = setting.left_mm + setting.first_line_mm
    stops = sorted({*setting.tab_stops_mm, *([setting.left_mm] if setting.first_line_mm < 0 else [])})
    for _tab in lead(passage):
        place = next((stop for stop in stops if stop > place + 0.5), _next_default(place))
    return place


def _next_default(place: float) -> float:
    return (int((place + 0.5) / DEFAULT_TAB_MM) + 1) * DEFAULT_TAB_MM
