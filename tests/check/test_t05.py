"""T05: a garuda of another size, out of proportion or out of its place."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from pages import around, page
from papers import AROUND, external, faults, memo

from memogen.findings import Severity
from memogen.layout import Image
from memogen.paper import Paper, Picture, Region

GARUDA = Picture(width_mm=14.1, height_mm=15.0, natural_ratio=0.94, left_mm=30.0, top_mm=15.0, name="ตราครุฑ")
LARGE = replace(GARUDA, width_mm=28.2, height_mm=30.0, left_mm=90.9)


def with_picture(paper: Paper, picture: Picture, **values: object) -> Paper:
    return replace(paper, pictures=(replace(picture, **values),))


@each(
    ("paper", "picture"),
    [
        (memo(), {"width_mm": 20.7, "height_mm": 22.0}),
        (memo(), {"width_mm": 11.3, "height_mm": 12.0}),
        (external(), {"width_mm": 14.1, "height_mm": 15.0, "left_mm": 98.0}),
    ],
)
def test_a_garuda_of_another_height_is_an_error(paper, picture):
    [fault] = faults(with_picture(paper, GARUDA, **picture), "T05")
    assert fault.severity is None
    assert "สูง" in fault.message


def test_a_picture_that_only_looks_like_one_is_warned_of():
    [fault] = faults(with_picture(memo(), GARUDA, name="Picture 1", width_mm=20.7, height_mm=22.0), "T05")
    assert fault.severity is Severity.WARNING


@each("width", [17.0, 12.0, 15.0])
def test_a_garuda_out_of_proportion_is_found(width):
    [fault] = faults(with_picture(memo(), GARUDA, width_mm=width), "T05")
    assert "สัดส่วน" in fault.message


@each(
    ("paper", "picture", "left"),
    [(memo(), GARUDA, 100.0), (external(), LARGE, 30.0), (external(), LARGE, 150.0)],
)
def test_a_garuda_out_of_its_place_is_found(paper, picture, left):
    [fault] = faults(with_picture(paper, picture, left_mm=left), "T05")
    assert "ห่างจากขอบซ้าย" in fault.message


def test_a_garuda_on_the_second_page_is_found():
    image = Image(left_mm=30.0, top_mm=15.0, width_mm=14.1, height_mm=15.0)
    seen = around(page(["ก"], images=[image]), page(["ข"], number=2, images=[image]))
    [fault] = faults(with_picture(memo(), GARUDA), "T05", seen)
    assert fault.place == "หน้า ๒"


def test_the_rendered_place_counts_more_than_the_written_one():
    image = Image(left_mm=30.2, top_mm=15.0, width_mm=14.1, height_mm=15.0)
    assert (
        faults(with_picture(memo(), GARUDA, left_mm=100.0), "T05", around(page(["ก"], images=[image]))) == []
    )


@each(
    ("paper", "picture", "values"),
    [
        (memo(), GARUDA, {}),
        (memo(), GARUDA, {"height_mm": 15.4, "width_mm": 14.5}),
        (memo(), GARUDA, {"left_mm": None}),
        (external(), LARGE, {}),
        (external(), LARGE, {"left_mm": 95.9}),
        (
            memo(),
            GARUDA,
            {"name": "QR", "natural_ratio": 1.0, "height_mm": 20.0, "width_mm": 20.0, "passage": 9},
        ),
        (memo(), GARUDA, {"name": "ตรามหาวิทยาลัย", "natural_ratio": 0.6, "height_mm": 25.0, "width_mm": 15.0}),
        (memo(), GARUDA, {"name": "logo", "region": Region.FOOTER, "height_mm": 9.0}),
    ],
)
def test_right_garudas_and_other_pictures_are_left_alone(paper, picture, values):
    assert faults(with_picture(paper, picture, **values), "T05") == []


def test_a_letter_on_printed_paper_has_no_picture():
    assert faults(memo(), "T05", AROUND) == []
