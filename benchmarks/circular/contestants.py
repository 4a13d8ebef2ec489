"""One contestant in a process of its own: makes its letters, then says what that cost and where they are.

What a process does once (imports, a few letters to warm up) is not measured, except where the caller measures
the whole process. All write with the same few lines, but for rivals that save by themselves and memogen's
whole batch.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from circular import rivals
from circular.material import CODE, CREATOR, DATED, Material

if TYPE_CHECKING:
    from memogen.model import Memo

WARM_UP = 3
AT_ONCE = 50
NOW = datetime(2023, 3, 27, 5, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a contestant is to do: so many letters, `memo` or `table`, into the empty folder `out`."""

    contestant: str
    material: str
    out: str
    count: int
    letter: str = "memo"
    jobs: int = 1

    @property
    def found(self) -> Material:
        return Material(Path(self.material))

    def path(self, number: int) -> Path:
        """Where a letter goes, numbers counting from 0."""
        return Path(self.out, f"{number:05}.docx")


@dataclass(frozen=True, slots=True)
class Done:
    """Processor seconds of the measured part, and the files in the order of the list."""

    seconds: float
    files: Sequence[str]


def processor_seconds() -> float:
    """User and system time so far, of this process and of its children that have ended."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def measured(job: Job, make: Callable[[int, Path], object]) -> Done:
    """`make` done for each letter and its file, after a few letters that do not count."""
    for number in range(WARM_UP):
        make(number, Path(job.out, "warm-up"))
        Path(job.out, "warm-up").unlink()
    paths = [job.path(number) for number in range(job.count)]
    began = processor_seconds()
    for number, path in enumerate(paths):
        make(number, path)
    return Done(processor_seconds() - began, [*map(str, paths)])


def put(path: Path, content: bytes) -> None:
    """The plainest write there is."""
    with path.open("xb", buffering=0) as file:
        file.write(content)


# --- memogen ----------------------------------------------------------------------------------------


def batch(job: Job) -> Done:
    """The whole batch, with a register of its own; one of three letters has been made before."""
    _batch(job, _office(job, "warm-up"), WARM_UP)
    office = _office(job, "batch")
    began = processor_seconds()
    files = _batch(job, office, job.count)
    return Done(processor_seconds() - began, files)


def batch_from_start(job: Job) -> Done:
    """The whole batch and nothing else: what an officer's command costs from its start."""
    return Done(0, _batch(job, _office(job, "batch"), job.count))


def _office(job: Job, name: str) -> Path:
    """A folder of an office, without books yet, for a batch of its own."""
    office = Path(job.out, f"office of {name}")
    shutil.copytree(job.found.office, office)
    return office


def _batch(job: Job, office: Path, count: int) -> list[str]:
    from memogen import Workspace

    made = Workspace.at(office).batch(
        office / "letters" / job.found.letter(job.letter).name,
        to=office / job.found.list_of(count).name,
        number="each",
        clock=lambda: NOW,
        on=DATED,
        out=Path(job.out, f"letters of {office.name}"),
        papers=False,
        jobs=job.jobs,
    )
    return [str(item.file) for item in made.items]


def renderer_with_isal(job: Job) -> Done:
    """Memos made DOCX; what is made is written between, and does not count."""
    return _rendered(job, has_isal=True)


def renderer_with_zlib(job: Job) -> Done:
    """The same as if python-isal were not installed."""
    sys.modules["isal"] = None  # type: ignore[assignment]
    return _rendered(job, has_isal=False)


def renderer_and_write(job: Job) -> Done:
    """Memos made DOCX, with isal, and written."""
    render, memos = _renderer(job)
    return measured(job, lambda number, path: put(path, render(memos[number])))


def _rendered(job: Job, *, has_isal: bool) -> Done:
    render, memos = _renderer(job)
    for memo in memos[:WARM_UP]:
        render(memo)
    paths, seconds = [job.path(number) for number in range(job.count)], 0.0
    for start in range(0, job.count, AT_ONCE):
        began = processor_seconds()
        contents = [render(memo) for memo in memos[start : start + AT_ONCE]]
        seconds += processor_seconds() - began
        for path, content in zip(paths[start:], contents, strict=False):
            put(path, content)
    done = Done(seconds, [*map(str, paths)])
    if has_isal is not (sys.modules.get("isal") is not None):
        raise SystemExit(f"isal in use: {not has_isal}")
    return done


def _renderer(job: Job) -> tuple[Callable[[Memo], bytes], list[Memo]]:
    """How the batch renders: the same template, and the custom properties that issued letters keep."""
    from memogen.render import read_template
    from memogen.render.memo import MemoRenderer

    render = MemoRenderer(read_template(job.found.template), emblem=True, creator=CREATOR).render

    def rendered(memo: Memo) -> bytes:
        marks = {"series": CODE, "kind": "sending", "year": "2566", "serial": str(memo.serial)}
        key = ("memogen.key", f"letters/หนังสือเวียน.md#{memo.to}")
        return render(memo, (*((f"memogen.{name}", text) for name, text in marks.items()), key))

    return rendered, job.found.memos(job.letter)[: job.count]


def floor(job: Job) -> Done:
    """The renderer's bytes written, made before."""
    render, memos = _renderer(job)
    contents = [render(memo) for memo in memos]
    return measured(job, lambda number, path: put(path, contents[number]))


def floor_with_rename(job: Job) -> Done:
    """The same bytes written beside their places, and put there whole."""
    render, memos = _renderer(job)
    contents = [render(memo) for memo in memos]

    def write(number: int, path: Path) -> None:
        beside = path.with_name(f".{path.name}.tmp")
        put(beside, contents[number])
        beside.replace(path)

    return measured(job, write)


# --- rivals -----------------------------------------------------------------------------------------


def docxtpl(job: Job) -> Done:
    """As its README says; the body comes as ready XML."""
    from docxtpl import DocxTemplate
    from markupsafe import Markup

    letters = [texts | {"เนื้อความ": Markup(texts["เนื้อความ"])} for texts in job.found.values(job.letter)]

    def make(number: int, path: Path) -> None:
        template = DocxTemplate(job.found.template)
        template.render(letters[number], autoescape=True)
        template.save(path)

    return measured(job, make)


def mailmerge(job: Job) -> Done:
    """docx-mailmerge2 as its README says."""
    from mailmerge import MailMerge

    letters: list[dict[str, Any]] = [*map(rivals.merge_values, job.found.values(job.letter))]
    template = job.found.rival_template("mailmerge")

    def make(number: int, path: Path) -> None:
        with MailMerge(template) as document:
            document.merge(**letters[number])
            document.write(path)

    return measured(job, make)


def docxtemplater(job: Job) -> Done:
    """As its documentation says, in Node, which measures itself; the body comes as ready XML."""
    template, values = job.found.rival_template("docxtemplater"), job.found.flat_values_file(job.letter)
    script = Path(__file__).with_name("docxtemplater.js")
    command = ["node", str(script), str(template), str(values), job.out, str(job.count)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return Done(**json.loads(told))


CONTESTANTS: dict[str, Callable[[Job], Done]] = {
    one.__name__: one
    for one in (
        batch,
        batch_from_start,
        renderer_with_isal,
        renderer_with_zlib,
        renderer_and_write,
        floor,
        floor_with_rename,
        docxtpl,
        mailmerge,
        docxtemplater,
    )
}


def peak_bytes() -> int:
    """The most memory that this process had. `ru_maxrss` counts what its parent had before it too."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main() -> None:
    job = Job(**json.loads(sys.argv[1]))
    done = CONTESTANTS[job.contestant](job)
    print(json.dumps({"seconds": done.seconds, "files": [*done.files], "peak": peak_bytes()}))


if __name__ == "__main__":
    main()
