"""What tags may say: finds every fault of a text by parsing it tag by tag, never compiling or running it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from gettext import gettext as _
from itertools import islice
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from memogen.findings import Finding, nearest
from memogen.sandbox.allowed import MAX_LOOPS, refusals
from memogen.sandbox.fence import parse
from memogen.sandbox.filters import COLUMN_ARGUMENT, ELEMENT_FILTERS, ROW_FILTERS
from memogen.sandbox.scan import Tag, normalise_tags, scan, strays, tidy
from memogen.sandbox.values import ANY, LOOP, Shape

_LETTER = r"[\w\u0e31-\u0e4e]"
_WORD = f"{_LETTER}+"
_STATEMENT = re.compile(rf"\{{%[-+]?\s*({_WORD})?")
_MAY_BE_MISSING = re.compile(rf"(?<!{_LETTER})({_LETTER}+)\s+is\s+(?:not\s+)?(?:un)?defined\b")
_STATEMENTS = ("for", "endfor", "if", "elif", "else", "endif")
_FORBIDDEN = frozenset(
    {"autoescape", "block", "break", "call", "continue", "debug", "do", "extends", "filter", "from", "import"}
    | {"include", "macro", "raw", "set", "trans", "with", "endautoescape", "endblock", "endcall", "endfilter"}
    | {"endmacro", "endraw", "endset", "endtrans", "endwith"}
)
_LOOP_COLUMNS: dict[str, Shape] = dict.fromkeys(LOOP)
_MAX_BLOCKS, _MAX_TAGS, _MAX_STRAYS = 20, 5_000, 100


class Reading:
    """One reading of a text: its faults with their offsets, and the names it uses."""

    def __init__(self, source: str, known: Mapping[str, Shape] | None) -> None:
        self.source = source
        self.names: set[str] = set()
        self.printed: set[str] = set()
        self._faults: list[tuple[int, Finding]] = []
        self._blocks: list[Tag] = []
        self._known: Shape = ANY if known is None else _tidied(known)
        self._scopes: list[dict[str, Shape]] = []
        self._at = Tag("", 0)
        self._read()

    def findings(self, *, file: str, first_line: int, place: str) -> list[Finding]:
        """The faults in the order of the text, each with its line."""
        from dataclasses import replace

        return [
            replace(found, file=file, line=first_line + self.source.count("\n", 0, offset), place=place)
            for offset, found in sorted(self._faults, key=lambda fault: fault[0])
        ]

    def _read(self) -> None:
        whole, self._broken = scan(self.source)
        if len(whole) + len(self._broken) > _MAX_TAGS:
            self._fault((whole + self._broken)[0], "M02", _("มีคำสั่งในวงเล็บปีกกามากเกินไป"))
            return
        tidied = [Tag(tidy(tag.text), tag.start) for tag in whole]
        self._optional = {name for tag in tidied for name in _MAY_BE_MISSING.findall(tag.text)}
        known = frozenset(self._known) if isinstance(self._known, Mapping) else frozenset()
        for tag in self._broken:
            self._unclosed(tag)
        for tag in islice(strays(self.source, whole + self._broken, known), _MAX_STRAYS):
            self._fault(tag, "M01", _("วงเล็บปีกกาไม่ครบคู่ “{text}”"), hint=_("พิมพ์เป็น {{ ชื่อช่อง }}"))
        for tag in tidied:
            self._at = tag
            if tag.kind == "{{":
                self._print(tag)
            elif tag.kind == "{%":
                self._statement(tag)
        for tag in self._blocks:
            end = "end" + _keyword(tag)
            self._fault(tag, "M01", _("“{text}” ไม่มี {end} ปิดท้าย"), end=f"{{% {end} %}}")
        if not self._faults:
            self._read_as_jinja_does()

    def _read_as_jinja_does(self) -> None:
        """Jinja's own parse of the whole has the last word: what our scan took for text might be a tag."""
        source = normalise_tags(self.source)
        try:
            tree = parse(source)
        except TemplateSyntaxError as error:
            start = sum(len(line) + 1 for line in self.source.split("\n")[: error.lineno - 1])
            self._fault(Tag("", start), "M01", _("อ่านคำสั่งในวงเล็บปีกกาไม่ออก: {why}"), why=error.message or "")
        except (RecursionError, ValueError):
            self._fault(Tag("", 0), "M02", _("คำสั่งในวงเล็บปีกกาซับซ้อนเกินไป"))
        else:
            self._refuse(tree)

    # --- tags -----------------------------------------------------------------------------------

    def _fault(self, tag: Tag, code: str, message: str, *, hint: str = "", **words: str) -> None:
        text = tag.text if len(tag.text) <= 60 else tag.text[:59] + "…"
        message = message.format(text=text, **words)
        self._faults.append((tag.start, Finding(code=code, message=message, text=text, hint=hint)))

    def _unclosed(self, tag: Tag) -> None:
        close = tag.kind.translate(str.maketrans("{", "}"))[::-1]
        hint = _("ปิดด้วย {close} ในย่อหน้าเดียวกัน").format(close=close)
        self._fault(tag, "M01", _("“{text}” เปิดวงเล็บแล้วไม่ปิด"), hint=hint)

    def _parsed(self, tag: Tag, end: str = "") -> Any:
        """The one node of a tag read alone, or None when it cannot be read or may not stand here."""
        try:
            tree = parse(_STATEMENT.sub(r"{% \1", tag.text) + end)
        except (TemplateSyntaxError, ValueError):
            hint = _("ชื่อช่องต้องเป็นคำเดียว ไม่เว้นวรรค ไม่มีจุดหรือขีดปน")
            self._fault(tag, "M01", _("อ่านคำสั่ง “{text}” ไม่ออก"), hint=hint)
            return None
        except RecursionError:
            self._fault(tag, "M02", _("“{text}” ซับซ้อนเกินไป"))
            return None
        if self._refuse(tree, tag) or not tree.body:
            return None
        return tree.body[0]

    def _print(self, tag: Tag) -> None:
        if (node := self._parsed(tag)) is None:
            return
        for value in node.nodes:
            shape = self._shape(value)
            if not self._blocks and (path := _path(value)):
                self.printed.add(path)
            if shape is not None and not isinstance(shape, str):
                hint = _("พิมพ์ทีละช่อง เช่น {{ ชื่อ.คอลัมน์ }} หรือวนด้วย {% for %}")
                self._fault(tag, "M04", _("“{text}” มีหลายค่า พิมพ์ทั้งก้อนไม่ได้"), hint=hint)

    def _statement(self, tag: Tag) -> None:
        word = _keyword(tag)
        if word in ("for", "if"):
            self._open(tag, word)
        elif word in ("endfor", "endif"):
            self._close(tag, word)
        elif word in ("elif", "else"):
            self._branch(tag, word)
        elif word in _FORBIDDEN:
            hint = _("ใช้ได้เฉพาะ {% for %} และ {% if %}")
            self._fault(tag, "M02", _("ไม่อนุญาตให้ใช้คำสั่ง “{word}”"), hint=hint, word=word)
        else:
            hint = _meant(nearest(word, _STATEMENTS)) or _("ใช้ได้เฉพาะ {% for %} และ {% if %}")
            self._fault(tag, "M01", _("ไม่รู้จักคำสั่ง “{text}”"), hint=hint)

    def _open(self, tag: Tag, word: str) -> None:
        if sum(_keyword(block) == "for" for block in self._blocks) >= MAX_LOOPS and word == "for":
            self._fault(tag, "M02", _("“{text}” วนซ้อนกันเกิน ๒ ชั้น"))
        elif len(self._blocks) == _MAX_BLOCKS:
            self._fault(tag, "M02", _("“{text}” ซ้อนกันเกิน ๒๐ ชั้น"))
        self._blocks.append(tag)
        scope: dict[str, Shape] = {}
        if node := self._parsed(tag, f"{{% end{word} %}}"):
            if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
                scope = {node.target.name: self._element(tag, node.iter), "loop": _LOOP_COLUMNS}
                self._scopes.append(scope)
                if node.test:
                    self._shape(node.test)
                return
            self._shape(node.test)
        elif word == "for":  # its variable is not known, so neither are the names inside
            scope = dict.fromkeys(re.findall(_WORD, tag.text), ANY) | {"loop": _LOOP_COLUMNS}
        self._scopes.append(scope)

    def _close(self, tag: Tag, word: str) -> None:
        if self._blocks and "end" + _keyword(self._blocks[-1]) == word:
            self._blocks.pop()
            self._scopes.pop()
        elif any(tag.kind == "{%" for tag in self._broken):
            return  # it closes the one that cannot be read, which has been told
        elif self._blocks:
            self._fault(tag, "M01", _("“{text}” ปิดไม่ตรงกับ “{block}”"), block=self._blocks[-1].text)
        else:
            self._fault(tag, "M01", _("“{text}” ไม่มี {begin} นำหน้า"), begin=f"{{% {word[3:]} … %}}")

    def _branch(self, tag: Tag, word: str) -> None:
        if not self._blocks or (word == "elif" and _keyword(self._blocks[-1]) != "if"):
            self._fault(tag, "M01", _("“{text}” ไม่มี {begin} นำหน้า"), begin="{% if … %}")
        elif word == "elif" and (
            node := self._parsed(Tag(tag.text.replace("elif", "if", 1), tag.start), "{% endif %}")
        ):
            self._shape(node.test)

    # --- what is allowed ------------------------------------------------------------------------

    def _refuse(self, tree: nodes.Template, tag: Tag | None = None) -> bool:
        """Reports what is not allowed in a parsed text; true when there was something."""
        found = False
        for line, reason in refusals(tree):
            start = sum(len(text) + 1 for text in self.source.split("\n")[: line - 1])
            self._fault(tag or Tag("", start), "M02", "{reason}", reason=reason)
            found = True
        return found

    # --- names and columns ----------------------------------------------------------------------

    def _shape(self, node: nodes.Node) -> Shape:
        """The shape of an expression, reporting names and columns that are not there."""
        if isinstance(node, nodes.Name):
            return self._named(node.name)
        if isinstance(node, nodes.Getattr):
            return self._column(self._shape(node.node), node.attr)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            return self._column(self._shape(node.node), node.arg.value)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filtered(node, self._shape(node.node))
        for child in node.iter_child_nodes():
            self._shape(child)
        return ANY if isinstance(node, nodes.CondExpr) else None

    def _named(self, name: str) -> Shape:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        if name == "loop":
            self._fault(self._at, "M03", _("“{text}” อยู่นอกวง for ใช้ loop ไม่ได้"))
            return ANY
        self.names.add(name)
        if not isinstance(self._known, Mapping) or (name in self._optional and name not in self._known):
            return ANY
        if name not in self._known:
            inner = [found for scope in self._scopes for found in scope]
            self._unknown("M03", _("ไม่รู้จักช่อง “{name}”"), name, [*self._known, *inner])
            return ANY
        return self._known[name]

    def _column(self, shape: Shape, name: Any) -> Shape:
        if isinstance(shape, str) or (name in self._optional and not isinstance(shape, Mapping)):
            return ANY
        if isinstance(shape, Mapping):
            if name in shape:
                return shape[name]
            if name not in self._optional:
                self._unknown("M04", _("ไม่มีคอลัมน์ “{name}”"), str(name), list(shape))
        elif shape is None:
            self._unknown("M04", _("ช่องนี้เป็นค่าเดียว ไม่มีคอลัมน์ “{name}”"), str(name), [])
        elif isinstance(name, int):
            return shape[0]
        else:
            hint = _("วนทีละแถวด้วย {% for แถว in … %} แล้วใช้ {{ แถว.คอลัมน์ }}")
            self._unknown("M04", _("ช่องนี้เป็นรายการหลายแถว ไม่มีคอลัมน์ “{name}”"), str(name), [], hint)
        return ANY

    def _filtered(self, node: nodes.Filter, shape: Shape) -> Shape:
        for argument in (*node.args, *node.kwargs):
            self._shape(argument)
        rows = shape[0] if isinstance(shape, list | tuple) else ANY
        at = COLUMN_ARGUMENT.get(node.name, len(node.args))
        column = node.args[at] if at < len(node.args) else None
        if isinstance(column, nodes.Const) and isinstance(rows, Mapping):
            self._column(rows, column.value)
        if node.name in ROW_FILTERS:
            return shape
        return rows if node.name in ELEMENT_FILTERS else None

    def _element(self, tag: Tag, node: nodes.Node) -> Shape:
        shape = self._shape(node)
        if isinstance(shape, str):
            return ANY
        if shape is None or isinstance(shape, Mapping):
            self._fault(tag, "M04", _("“{text}” วนไม่ได้ เพราะไม่ใช่รายการหลายแถว"))
            return ANY
        return shape[0]

    def _unknown(self, code: str, message: str, name: str, known: list[str], hint: str = "") -> None:
        hint = hint or _meant(nearest(name, known)) or _choices(known)
        self._fault(self._at, code, message, hint=hint, name=name)


def _path(node: nodes.Node) -> str:
    """`เรื่อง` or `ผู้ลงนาม.ชื่อ`; empty for anything else."""
    if isinstance(node, nodes.Getattr):
        inner = _path(node.node)
        return inner and f"{inner}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _keyword(tag: Tag) -> str:
    word = _STATEMENT.match(tag.text)
    return (word[1] or "") if word else ""


def _meant(word: str) -> str:
    return _("หมายถึง “{word}” ใช่หรือไม่").format(word=word) if word else ""


def _choices(known: list[str]) -> str:
    return _("ที่ใช้ได้: {names}").format(names=" ".join(known[:12])) if known else ""


def _tidied(shape: Shape) -> Any:
    """The shape with its names normalised as tags are."""
    if isinstance(shape, Mapping):
        return {tidy(name): _tidied(inner) for name, inner in shape.items()}
    return [_tidied(inner) for inner in shape] if isinstance(shape, list | tuple) else shape
