"""A Word file read: as a `Paper` for the checker, and as the plain text that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.paper import Leftover, Origin, Paper, Passage, Picture, Piece, Sheet, Trace
from memogen.proof.content import Content, text_inside
from memogen.proof.layers import Layer, paragraph_layer
from memogen.proof.markup import attribute, child, word
from memogen.proof.nouns import Proof, ProofParagraph
from memogen.proof.package import Package, Source, open_package
from memogen.proof.pictures import pictures_of
from memogen.proof.recognition import recognise
from memogen.proof.sheets import sheet_of
from memogen.proof.styles import Styles
from memogen.proof.walking import Met, walk

if TYPE_CHECKING:
    from lxml import etree


def read_docx(source: Source, *, file: str = "") -> Proof:
    """What a reader sees of a DOCX; `file` is how findings call it.

    Inserted text counts, deleted and hidden text does not; a text box is read once, after the paragraph that
    holds it. Raises InputError: what `opc.read_package` refuses, P11 not readable, P12 too large, K10 no
    Word document inside.
    """
    file = _named(source, file)
    package = open_package(source, file)
    styles = Styles(package)
    return Proof(
        file,
        tuple(
            ProofParagraph(met.content.text, met.spot.place, styles.name(_layer(met).get("style", "")))
            for met in walk(package)
            if met.content.text.strip()
        ),
        package.properties(),
    )


def read_paper(source: Source, *, file: str = "") -> Paper:
    """A DOCX as rules look into it: passages with their looks, and what each is in the letter.

    Text is what `read_docx` sees; refusals are the same. Who has opened the package already gives its parts.
    """
    file = _named(source, file)
    package = open_package(source, file)
    gathering = _Gathering(package)
    for met in walk(package):
        gathering.take(met)
    recognition = recognise(gathering.passages)
    return Paper(
        file=file,
        origin=Origin.DOCUMENT,
        kind=recognition.kind,
        passages=recognition.passages,
        fields=recognition.fields,
        recognised=recognition.recognised,
        sheets=tuple(gathering.sheets),
        pictures=tuple(gathering.pictures),
        traces=tuple(gathering.traces),
        properties=package.properties(),
    )


def _named(source: Source, file: str) -> str:
    return file or (source.name if isinstance(source, Path) else "")


class _Gathering:
    """What is met on the walk, as the nouns of a paper."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package)
        self._comments = dict(_comments(package))
        self._blanks = 0
        self._container: tuple[object, ...] = ()
        self.passages: list[Passage] = []
        self.sheets: list[Sheet] = [sheet_of(section) for section in _sections(package)]
        self.pictures: list[Picture] = []
        self.traces: list[Trace] = []

    def take(self, met: Met) -> None:
        container = (met.part, met.spot.region, met.spot.row)
        if container != self._container:
            self._container, self._blanks = container, 0
        if met.content.text.strip():
            self.passages.append(self._passage(met))
            self._blanks = 0
        elif not met.content.drawings:
            self._blanks += 1
        if met.content.leftovers or met.content.comments:
            self.traces += _traces(met.content, met.spot.place, self._comments)
        for drawing in met.content.drawings:
            self.pictures += pictures_of(
                drawing,
                package=self._package,
                part=met.part,
                sheet=self.sheets[0] if self.sheets else None,
                region=met.spot.region,
                passage=len(self.passages) - 1,
            )

    def _passage(self, met: Met) -> Passage:
        direct = _layer(met)
        style = direct.get("style", "")
        return Passage(
            text=met.content.text,
            place=met.spot.place,
            region=met.spot.region,
            row=met.spot.row,
            style=self._styles.name(style),
            pieces=self._pieces(met, style),
            setting=self._styles.setting(direct, met.spot.table_style),
            blanks_before=self._blanks,
            address=(met.part, met.index),
        )

    def _pieces(self, met: Met, style: str) -> tuple[Piece, ...]:
        """The runs as pieces, neighbours of one look joined."""
        text = met.content.text
        pieces: list[Piece] = []
        for start, end, properties in met.content.runs:
            of_thai, of_others = self._styles.looks(style, properties, met.spot.table_style)
            looks = of_thai if of_thai is of_others or _THAI.search(text, start, end) else of_others
            last = pieces[-1] if pieces else None
            if last is not None and last.end == start and last.looks == looks:
                pieces[-1] = Piece(last.start, end, looks)
            else:
                pieces.append(Piece(start, end, looks))
        return tuple(pieces)


_THAI = re.compile("[\u0e00-\u0e7f]")


def _layer(met: Met) -> Layer:
    """What a paragraph's own properties say."""
    return paragraph_layer(child(met.paragraph, "pPr"))


def _sections(package: Package) -> Iterator[etree._Element]:
    """Every `w:sectPr` of the document, not those that tracked changes keep of before."""
    body = child(package.root(package.main), "body")
    for inner in () if body is None else body:
        if word(inner) == "sectPr":
            yield inner
        elif word(inner) == "p":
            properties = child(inner, "pPr")
            section = None if properties is None else child(properties, "sectPr")
            if section is not None:
                yield section


def _comments(package: Package) -> Iterator[tuple[str, str]]:
    """The comments' texts by their ids."""
    for part in package.related(package.main, "comments"):
        for comment in package.root(part):
            if word(comment) == "comment":
                yield attribute(comment, "id"), text_inside(comment)


def _traces(content: Content, place: str, comments: dict[str, str]) -> Iterator[Trace]:
    for kind, text in content.leftovers:
        yield Trace(kind, text, place)
    for identity in dict.fromkeys(content.comments):
        if identity in comments:
            yield Trace(Leftover.COMMENT, comments.pop(identity), place)
