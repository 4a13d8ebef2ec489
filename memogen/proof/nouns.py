"""What is read of a DOCX."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ProofParagraph:
    """A paragraph as it is seen: `\\n` is a line break in it, `\\t` a tab, U+2011 a no-break hyphen.

    `place` is in words (ย่อหน้า ๓, ตาราง ๑ แถว ๒ ช่อง ๑, หัวกระดาษ), `style` the name of its style in Word.
    """

    text: str
    place: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Every paragraph with text: the document's in reading order, then headers, footers and notes.

    `properties` are those of the file by their names (title, creator, created, …), as text.
    """

    file: str
    paragraphs: tuple[ProofParagraph, ...]
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
