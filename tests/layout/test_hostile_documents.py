"""Documents of anyone, drawn only to be looked at: nothing is fetched, nothing of this machine is shown."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import layout_samples as samples
import pytest

from memogen.layout import rendered, text_of

SECRET = "ข้อความลับในเครื่องนี้"


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
        yield f"http://127.0.0.1:{web.server_port}", seen
        web.shutdown()


def field(instruction: str, shown: str = "เดิม") -> str:
    """A field whose kept result is `shown`."""
    marks = [
        f'<w:fldChar w:fldCharType="{kind}"{dirty}/>'
        for kind, dirty in (("begin", ' w:dirty="true"'), ("separate", ""), ("end", ""))
    ]
    code = f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'
    return (
        "".join(f"<w:r>{part}</w:r>" for part in (marks[0], code, marks[1]))
        + samples.run(shown)
        + f"<w:r>{marks[2]}</w:r>"
    )


def with_relation(
    document: bytes, kind: str, target: str, *, part: str = "word/_rels/document.xml.rels"
) -> bytes:
    """The document with one more relation to something outside, rIdX."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(document)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rIdX" Type="{base}/{kind}" Target="{target}" TargetMode="External"/>'
    old = parts.get(
        part,
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    )
    assert isinstance(old, bytes)
    parts[part] = old.decode().replace("</Relationships>", f"{relation}</Relationships>")
    if "settings" in part:
        parts["word/settings.xml"] = SETTINGS
    return samples.package(parts)


SETTINGS = (
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<w:attachedTemplate r:id="rIdX"/><w:updateFields w:val="true"/></w:settings>'
)


def hostile(web: str, secret: Path, word: Path, number_format: str) -> dict[str, bytes]:
    """Documents that reach out by every way that Word knows, on the web and on this machine."""

    def saying(*content: str) -> bytes:
        return samples.docx(
            "".join(samples.paragraph(one) for one in (*content, samples.run("จบ"))),
            number_format=number_format,
        )

    instructions = {
        f"{name} {where}": saying(field(f'{name} "{target}"'))
        for name in (
            "INCLUDETEXT",
            "INCLUDEPICTURE",
            "INCLUDE",
            "LINK Word.Document.12",
            "DDEAUTO soffice",
            "RD",
            "IMPORT",
        )
        for where, target in (("web", f"{web}/a.docx"), ("file", word.as_uri()), ("path", str(secret)))
    }
    chunk, sub = '</w:p><w:altChunk r:id="rIdX"/><w:p>', '<w:subDoc r:id="rIdX"/>'
    relations = {
        f"{kind} {target}": with_relation(saying(samples.run("ต้น") + inside), kind, target)
        for kind, inside in (("aFChunk", chunk), ("subDocument", sub))
        for target in (f"{web}/b.docx", word.as_uri())
    }
    templates = {
        f"attachedTemplate {target}": with_relation(
            saying(), "attachedTemplate", target, part="word/_rels/settings.xml.rels"
        )
        for target in (f"{web}/c.dotx", word.as_uri())
    }
    return instructions | relations | templates


@pytest.mark.layout
@pytest.mark.parametrize("number_format", ["decimal", "thaiNumbers"], ids=["straight", "by OpenDocument"])
def test_nothing_is_fetched_and_nothing_of_this_machine_is_shown(
    server: tuple[str, list[str]], tmp_path: Path, font_cache: Path, number_format: str
) -> None:
    web, seen = server
    secret, word = tmp_path / "secret.txt", tmp_path / "secret.docx"
    secret.write_text(SECRET, encoding="utf-8")
    word.write_bytes(samples.docx(samples.paragraph(samples.run(SECRET)), number_format="decimal"))
    documents = hostile(web, secret, word, number_format)
    drawn = dict(zip(documents, rendered([*documents.values()], cache=font_cache), strict=True))
    assert seen == []
    assert {name: text_of(pages) for name, pages in drawn.items() if SECRET in text_of(pages)} == {}
    assert sum(bool(pages) for pages in drawn.values()) >= len(documents) // 2  # else nothing was tried
    (control,) = rendered([word.read_bytes()], cache=font_cache)
    assert SECRET in text_of(control)
