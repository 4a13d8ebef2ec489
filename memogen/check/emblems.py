"""The garuda of a letter: which of its pictures it is, and how high the regulation has it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from memogen.model import Kind
from memogen.paper import Paper, Picture, Region

if TYPE_CHECKING:
    from memogen.layout import Image, Page

HEIGHTS: Mapping[Kind, float] = {
    Kind.MEMO: 15.0,
    Kind.EXTERNAL: 30.0,
    Kind.STAMPED: 30.0,
    Kind.ORDER: 30.0,
    Kind.ANNOUNCEMENT: 30.0,
    Kind.CERTIFICATE: 30.0,
}
"""In mm, by regulation clauses 71, 75 and 76."""
_NAME = re.compile("ครุฑ|garuda|krut", re.IGNORECASE)
_RATIOS = (0.85, 1.02)
"""A garuda is a little higher than wide; seals and logos of other forms are left alone."""
_SMALLEST_MM, _LARGEST_MM = 8.0, 60.0
_FIRST_PASSAGES = 1
_TOP_MM = 60.0


def emblem(paper: Paper) -> Picture | None:
    """The picture at the head that is surely or by its form the garuda."""
    head = [
        one for one in paper.pictures if one.region is not Region.FOOTER and one.passage <= _FIRST_PASSAGES
    ]
    return next(filter(is_named, head), None) or next(filter(_looks_like_it, head), None)


def is_named(picture: Picture) -> bool:
    """Whether the picture is called a garuda."""
    return _NAME.search(picture.name) is not None


def _looks_like_it(picture: Picture) -> bool:
    ratio = picture.natural_ratio
    return (
        ratio is not None
        and _RATIOS[0] <= ratio <= _RATIOS[1]
        and _SMALLEST_MM <= picture.height_mm <= _LARGEST_MM
    )


def emblem_on(pages: Sequence[Page], picture: Picture, number: int = 1) -> Image | None:
    """Where a rendered page shows that picture at its top."""
    images = [image for page in pages if page.number == number for image in page.images]
    return next(
        (
            image
            for image in images
            if image.top_mm < _TOP_MM
            and abs(image.height_mm - picture.height_mm) < 1
            and abs(image.width_mm - picture.width_mm) < 1
        ),
        None,
    )
