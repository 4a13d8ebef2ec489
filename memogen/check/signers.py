"""Who signs a letter, as its foot shows it."""

from __future__ import annotations

from memogen.paper import Paper, Part


def first_signer(paper: Paper) -> tuple[str, str]:
    """The name in brackets and the position lines under it, as one text, of who signs; both may be empty.

    Those who decide stand below: a second name in brackets ends the position.
    """
    lines = [
        line.strip() for found in paper.all(Part.SIGNATURE) for line in found.text.split("\n") if line.strip()
    ]
    names = [number for number, line in enumerate(lines) if line.startswith("(") and line.endswith(")")]
    if not names:
        return "", " ".join(lines)
    end = names[1] if len(names) > 1 else len(lines)
    return lines[names[0]].strip("() "), " ".join(lines[names[0] + 1 : end])
