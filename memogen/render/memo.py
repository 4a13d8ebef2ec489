"""A letter poured into its Word template, which is first held against the fields of its kind."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from functools import lru_cache
from gettext import gettext as _

from memogen import opc
from memogen.errors import InputError
from memogen.findings import Finding, nearest
from memogen.model import Memo, Role
from memogen.render import annexes
from memogen.render.blocks import Styles, in_annexes, qr_pictures
from memogen.render.fields import ESSENTIAL, field_values, kind_of_template, shapes
from memogen.render.photo import CERTIFIED, PHOTO, Picture
from memogen.render.template import Properties, Template, template_problems, written

STYLES = (*Role, "เน้น", "บรรทัดคั่น", "ตารางหนังสือ")
"""The named styles that memogen writes with; a template must have each."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@lru_cache(maxsize=16)
def styles_of(template: Template) -> Styles:
    """The template's style ids by name."""
    root = opc.xml(template.parts["word/styles.xml"], file=template.name, part="word/styles.xml")
    styles = [(style, style.find(f"{_W}name")) for style in root.iterfind(f"{_W}style")]
    return Styles(
        {
            name.get(f"{_W}val", ""): style.get(f"{_W}styleId", "")
            for style, name in styles
            if name is not None
        }
    )


def check_template(template: Template) -> list[Finding]:
    """What keeps a template from serving: unknown or missing fields, styles that are gone."""
    kind = kind_of_template(template.name)
    findings = list(template_problems(template, shapes(kind)))
    findings += [
        Finding(
            code="M13",
            file=template.name,
            text=name,
            message=_("แม่แบบไม่มีช่อง “{name}” หนังสือจะขาดส่วนนี้").format(name=name),
            hint=_("เพิ่ม {{{{ {name} }}}} ในแม่แบบ").format(name=name),
        )
        for name in ESSENTIAL[kind]
        if name not in template.fields
    ]
    styles = styles_of(template).ids
    for name in STYLES:
        if name not in styles:
            guess = nearest(name, list(styles))
            findings.append(
                Finding(
                    code="M14",
                    file=template.name,
                    text=name,
                    message=_("แม่แบบไม่มีสไตล์ “{name}”").format(name=name),
                    hint=_("สไตล์ที่ใกล้เคียงคือ “{guess}” เปลี่ยนชื่อกลับใน Word").format(guess=guess)
                    if guess
                    else _("สร้างสไตล์ชื่อนี้ใน Word หรือคัดลอกแม่แบบใหม่ด้วย memogen init"),
                )
            )
    return findings


@dataclass(frozen=True, slots=True)
class MemoRenderer:
    """Pours letters into one template; made once for a batch, so that what its letters share is done once.

    `emblem` is false for pre-printed paper; `creator` is the author that the properties name.
    """

    template: Template
    _: KW_ONLY
    emblem: bool
    creator: str

    def render(
        self, memo: Memo, custom: tuple[tuple[str, str], ...] = (), *, photo: Picture | None = None
    ) -> bytes:
        """The DOCX of a letter: the same bytes for the same memo, photograph, template and properties.

        Raises InputError (L69) where the template has no place for the photograph.
        """
        return self.written(memo, custom, photo=photo).whole

    def written(
        self, memo: Memo, custom: tuple[tuple[str, str], ...] = (), *, photo: Picture | None = None
    ) -> opc.Written:
        """The same in two: what most letters of a batch share is one object."""
        properties = Properties(
            title=memo.subject,
            creator=self.creator,
            subject=memo.number,
            modified=memo.dated,
            custom=custom,
        )
        template, styles = self.template, styles_of(self.template)
        values = field_values(memo, styles, emblem=self.emblem)
        if memo.is_landscape:
            template = annexes.turned(template)
        if memo.photo and CERTIFIED not in template.fields:
            raise InputError(_no_place(template.name))
        if photo:
            values[PHOTO] = photo.xml
        if apart := in_annexes(memo.blocks):
            template = annexes.with_annexes(template)
            values[annexes.FIELD] = annexes.annexes(apart, styles)
        return written(
            template,
            values,
            media=qr_pictures(memo.codes) | (photo.media if photo else {}),
            properties=properties,
        )


def _no_place(template: str) -> Finding:
    return Finding(
        code="L69",
        file=template,
        text=CERTIFIED,
        message=_("แม่แบบไม่มีที่สำหรับรูปถ่าย"),
        hint=_("คัดลอกแม่แบบหนังสือรับรองใหม่จากที่ทำงานซึ่งสร้างด้วย memogen init หรือเอาหัวข้อ “รูปถ่าย” ออก"),
    )


def render_memo(
    memo: Memo,
    template: Template,
    *,
    emblem: bool,
    creator: str,
    custom: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """The DOCX of one memo, see `MemoRenderer`."""
    return MemoRenderer(template, emblem=emblem, creator=creator).render(memo, custom)
