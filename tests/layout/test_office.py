"""LibreOffice started, watched, stopped and kept from the network; documents made PDFs, all or none."""

from __future__ import annotations

import os
import sys
import threading
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import layout_samples as samples
import pytest

from memogen.errors import HelperMissing, InputError, OutputError
from memogen.layout import Page, embedded_fonts, find_office, office_version, read_pdf, text_of, to_pdf
from memogen.layout.office import write_profile

ODD_NAMES = ("หนังสือ ด่วนที่สุด ที่ ๑.docx", "it's 50% (ร่าง) #2.docx", "ว๗๑.แก้ไข.docx", "-headless.docx")

CONVERTS = """
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    Path(name).with_suffix(".pdf").write_bytes(Path({pdf!r}).read_bytes())
"""


@pytest.fixture
def fake_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a program named soffice, with this body, on an otherwise empty PATH; returns its folder."""

    def install(body: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "soffice"
        lines = f"#!{sys.executable}\nimport os, subprocess, sys, time\nfrom pathlib import Path\n{body}\n"
        program.write_text(lines, encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return folder

    return install


@pytest.fixture
def blank_pdf(tmp_path: Path) -> Path:
    path = tmp_path / "blank.pdf"
    path.write_bytes(samples.pdf("0 0 m 9 9 l S"))
    return path


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Three documents without page numbers."""
    paths = [tmp_path / f"{name}.docx" for name in ("หนึ่ง", "สอง", "สาม")]
    for path in paths:
        path.write_bytes(samples.docx(samples.paragraph(samples.run(path.stem)), number_format="decimal"))
    return paths


def files_named(error: pytest.ExceptionInfo[OutputError | InputError]) -> list[str]:
    return [Path(finding.file).name for finding in error.value.findings]


def is_gone(pid: int) -> bool:
    """Whether the process has ended; a zombie that nobody has collected yet has ended too."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return True
    return state == "Z"


# Without LibreOffice ---------------------------------------------------------------------------------


def test_libreoffice_is_found_on_path(fake_office: Callable[[str], Path]) -> None:
    folder = fake_office("")
    assert find_office() == folder / "soffice"


def test_its_version_is_what_it_says(fake_office: Callable[[str], Path]) -> None:
    fake_office("print('LibreOffice 7.4.7.2 40(Build:2)')")
    assert office_version() == "7.4.7.2"


def test_a_missing_libreoffice_is_told_with_the_way_to_get_it(
    documents: list[Path], tmp_path: Path, font_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() is None
    assert office_version() is None
    with pytest.raises(HelperMissing) as caught:
        to_pdf(documents, tmp_path / "out", cache=font_cache)
    [finding] = caught.value.findings
    assert "LibreOffice" in finding.message
    assert "apt install --no-install-recommends libreoffice-writer-nogui" in finding.hint
    assert caught.value.exit_code == 5


def test_a_hanging_libreoffice_is_killed_with_its_children(
    fake_office: Callable[[str], Path], documents: list[Path], tmp_path: Path, font_cache: Path
) -> None:
    pids = tmp_path / "pids"
    fake_office(
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])\n"
        f"with open({str(pids)!r}, 'a') as file: print(os.getpid(), child.pid, file=file)\n"
        "time.sleep(300)"
    )
    start = time.monotonic()
    with pytest.raises(OutputError) as caught:
        to_pdf(documents, tmp_path / "out", cache=font_cache, timeout_s=0.4)
    assert time.monotonic() - start < 5
    assert files_named(caught) == ["หนึ่ง.docx", "สอง.docx", "สาม.docx"]
    tries = [[int(pid) for pid in line.split()] for line in pids.read_text().splitlines()]
    assert len(tries) == 2
    assert all(is_gone(pid) for pair in tries for pid in pair)
    assert not (tmp_path / "out").exists()


def test_a_child_that_outlives_libreoffice_is_killed_too(
    fake_office: Callable[[str], Path],
    documents: list[Path],
    blank_pdf: Path,
    tmp_path: Path,
    font_cache: Path,
) -> None:
    pid = tmp_path / "pid"
    fake_office(
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])\n"
        f"Path({str(pid)!r}).write_text(str(child.pid))" + CONVERTS.format(pdf=str(blank_pdf))
    )
    to_pdf(documents, tmp_path / "out", cache=font_cache)
    deadline = time.monotonic() + 2
    while not is_gone(int(pid.read_text())) and time.monotonic() < deadline:
        time.sleep(0.01)  # the kernel needs a moment to end it
    assert is_gone(int(pid.read_text()))


def test_the_document_libreoffice_dies_of_is_the_only_one_named(
    fake_office: Callable[[str], Path],
    documents: list[Path],
    blank_pdf: Path,
    tmp_path: Path,
    font_cache: Path,
) -> None:
    loop = CONVERTS.format(pdf=str(blank_pdf)).replace(
        "    Path(name)", "    if name == '0002.docx': sys.exit(81)\n    Path(name)"
    )
    fake_office(loop)
    with pytest.raises(OutputError) as caught:
        to_pdf(documents, tmp_path / "out", cache=font_cache)
    assert files_named(caught) == ["สอง.docx"]
    assert not (tmp_path / "out").exists()


def test_a_second_try_makes_good_what_the_first_left(
    fake_office: Callable[[str], Path],
    documents: list[Path],
    blank_pdf: Path,
    tmp_path: Path,
    font_cache: Path,
) -> None:
    mark = tmp_path / "tried"
    fake_office(
        f"mark = Path({str(mark)!r})\nif not mark.exists():\n    mark.touch()\n    sys.exit(1)"
        + CONVERTS.format(pdf=str(blank_pdf))
    )
    made = to_pdf(documents, tmp_path / "out", cache=font_cache)
    assert made == [tmp_path / "out" / f"{name}.pdf" for name in ("หนึ่ง", "สอง", "สาม")]
    assert all(path.read_bytes() == blank_pdf.read_bytes() for path in made)


def test_half_a_pdf_does_not_count(
    fake_office: Callable[[str], Path], documents: list[Path], tmp_path: Path, font_cache: Path
) -> None:
    half = tmp_path / "half.pdf"
    half.write_bytes(samples.pdf("")[:200])
    fake_office(CONVERTS.format(pdf=str(half)))
    with pytest.raises(OutputError) as caught:
        to_pdf(documents, tmp_path / "out", cache=font_cache)
    assert len(files_named(caught)) == 3


def test_a_page_drawn_in_another_font_is_refused(
    fake_office: Callable[[str], Path], documents: list[Path], tmp_path: Path, font_cache: Path
) -> None:
    helvetica = tmp_path / "helvetica.pdf"
    helvetica.write_bytes(samples.pdf("BT /F1 12 Tf (x) Tj ET"))
    fake_office(CONVERTS.format(pdf=str(helvetica)))
    with pytest.raises(OutputError) as caught:
        to_pdf(documents[:1], tmp_path / "out", cache=font_cache)
    [finding] = caught.value.findings
    assert (finding.text, Path(finding.file).name) == ("Helvetica", "หนึ่ง.docx")


def test_libreoffice_sees_neither_secrets_nor_proxies_nor_the_home_folder(
    fake_office: Callable[[str], Path],
    documents: list[Path],
    blank_pdf: Path,
    tmp_path: Path,
    font_cache: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = tmp_path / "seen"
    fake_office(
        f"Path({str(seen)!r}).write_text(repr(dict(os.environ)))" + CONVERTS.format(pdf=str(blank_pdf))
    )
    for name in ("SECRET_TOKEN", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "sample-secret")
    to_pdf(documents, tmp_path / "out", cache=font_cache)
    environment = seen.read_text(encoding="utf-8")
    assert "sample-secret" not in environment
    assert f"'HOME': '{Path.home()}'" not in environment
    assert str(font_cache / "fonts-") in environment


def test_the_profile_trusts_nothing(tmp_path: Path) -> None:
    write_profile(tmp_path / "profile")
    root = ET.parse(tmp_path / "profile" / "user" / "registrymodifications.xcu").getroot()
    values = {
        prop.get("{http://openoffice.org/2001/registry}name"): prop.findtext("value")
        for prop in root.iter("prop")
    }
    assert values["BlockUntrustedRefererLinks"] == "true"
    assert values["DisableMacrosExecution"] == "true"
    assert values["MacroSecurityLevel"] == "3"
    assert values["AutoCheckEnabled"] == "false"


def test_documents_that_cannot_be_read_are_all_named(
    fake_office: Callable[[str], Path], documents: list[Path], tmp_path: Path, font_cache: Path
) -> None:
    fake_office("sys.exit(1)")
    (tmp_path / "เสีย.docx").write_bytes(b"no zip")
    with pytest.raises(InputError) as caught:
        to_pdf([tmp_path / "เสีย.docx", *documents, tmp_path / "ไม่มี.docx"], tmp_path / "out", cache=font_cache)
    assert files_named(caught) == ["เสีย.docx", "ไม่มี.docx"]


def test_two_documents_may_not_become_one_pdf(
    fake_office: Callable[[str], Path], documents: list[Path], tmp_path: Path, font_cache: Path
) -> None:
    fake_office("sys.exit(1)")
    (tmp_path / "b").mkdir()
    double = tmp_path / "b" / documents[0].name
    double.write_bytes(documents[0].read_bytes())
    with pytest.raises(OutputError) as caught:
        to_pdf([*documents, double], tmp_path / "out", cache=font_cache)
    assert [finding.file for finding in caught.value.findings] == [str(double)]


def test_nothing_to_convert_is_nothing_done(
    fake_office: Callable[[str], Path], tmp_path: Path, font_cache: Path
) -> None:
    fake_office("sys.exit(1)")
    assert to_pdf([], tmp_path / "out", cache=font_cache) == []


# With LibreOffice ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine -> its address and the requests it has seen."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            seen.append(self.rfile.readline().decode("latin-1"))
            self.close_connection = True

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}/p.png", seen
        web.shutdown()


@pytest.mark.layout
def test_linked_pictures_are_neither_fetched_nor_shown(
    server: tuple[str, list[str]],
    pdf_of: Callable[[Sequence[bytes | Path]], list[tuple[Page, ...]]],
    tmp_path: Path,
) -> None:
    address, seen = server
    local = tmp_path / "secret.png"
    local.write_bytes(samples.png())
    hostile = [
        samples.docx(
            samples.paragraph(samples.picture("rId3", top_mm=50, link=True) + samples.run("จบ")),
            linked_picture=target,
            number_format=number_format,  # both ways to PDF: straight, and through OpenDocument
        )
        for target in (address, local.as_uri())
        for number_format in ("decimal", "thaiNumbers")
    ]
    own = samples.docx(samples.paragraph(samples.picture("rId3", top_mm=50)), picture_png=samples.png())
    *shown, control = pdf_of([*hostile, own])
    assert seen == []
    assert [[len(page.images) for page in pages] for pages in shown] == [[0]] * 4
    assert [text_of(pages) for pages in shown] == ["จบ"] * 4
    assert len(control[0].images) == 1  # a picture that the document carries is drawn


@pytest.mark.layout
def test_any_file_name_will_do(tmp_path: Path, font_cache: Path) -> None:
    files = [tmp_path / "เอกสาร ก" / name for name in ODD_NAMES]
    files[0].parent.mkdir()
    for number, file in enumerate(files):
        file.write_bytes(samples.docx(samples.paragraph(samples.run(f"ฉบับที่ {number}"))))
    made = to_pdf(files, tmp_path / "ออก", cache=font_cache)
    assert [path.name for path in made] == [f"{name.removesuffix('.docx')}.pdf" for name in ODD_NAMES]
    assert [text_of(read_pdf(path)) for path in made] == [f"ฉบับที่ {n}" for n in range(4)]
    assert sorted(tmp_path.joinpath("ออก").iterdir()) == sorted(made)
    assert all("Laksaman" not in "".join(embedded_fonts(path)) for path in made)


@pytest.mark.layout
def test_one_broken_document_is_named_and_no_pdf_is_left(
    documents: list[Path], tmp_path: Path, font_cache: Path
) -> None:
    documents[1].write_bytes(samples.package({"[Content_Types].xml": "", "word/document.xml": "<w:oops"}))
    with pytest.raises(OutputError) as caught:
        to_pdf(documents, tmp_path / "out", cache=font_cache)
    assert files_named(caught) == ["สอง.docx"]
    assert not (tmp_path / "out").exists()


@pytest.mark.layout
def test_the_real_libreoffice_tells_its_version() -> None:
    version = office_version()
    assert version is not None
    assert int(version.split(".")[0]) >= 7
