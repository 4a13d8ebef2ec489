"""The Jinja constructs that may stand in a template, and the sentence for each that may not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from gettext import gettext as _

from jinja2 import nodes

from memogen.findings import nearest
from memogen.sandbox.filters import FILTERS, ROW_FILTERS, TESTS
from memogen.sandbox.values import LOOP

MAX_LOOPS = 2
_MAX_DEPTH, _MAX_NODES = 60, 20_000
_LARGEST_NUMBER = 10**15
_RESERVED = frozenset({"self", "super", "caller", "varargs", "kwargs", "loop"})
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.CondExpr),
    *(nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.Filter, nodes.Test, nodes.Keyword),
    *(
        nodes.Compare,
        nodes.Operand,
        nodes.And,
        nodes.Or,
        nodes.Not,
        nodes.Concat,
        nodes.Add,
        nodes.Sub,
        nodes.Neg,
    ),
)


def refusals(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Line and sentence of each construct that is not on the list; what stands inside it is not looked at."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    seen = 0
    while waiting:
        node, depth, loops = waiting.pop()
        seen += 1
        loops += isinstance(node, nodes.For)
        if seen > _MAX_NODES or depth > _MAX_DEPTH or loops > MAX_LOOPS:
            yield node.lineno, _("คำสั่งในวงเล็บปีกกายาวหรือซ้อนกันมากเกินไป")
            return
        if reason := _refusal(node):
            yield node.lineno, reason
        else:
            waiting += ((child, depth + 1, loops) for child in _children(node))


def _children(node: nodes.Node) -> Iterator[nodes.Node]:
    """What is to be looked at inside a node: of `loop.index` only the name of the column."""
    return iter(()) if _is_of_loop(node) else node.iter_child_nodes()


def _is_of_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "loop"


@cache
def _sentences() -> dict[type[nodes.Node], str]:
    counting = _("คำนวณได้เฉพาะ + และ -")
    return {
        nodes.Call: _("เรียกคำสั่งด้วยวงเล็บต่อท้ายชื่อไม่ได้"),
        nodes.Mul: counting,
        nodes.Div: counting,
        nodes.FloorDiv: counting,
        nodes.Mod: counting,
        nodes.Pow: counting,
        nodes.Slice: _("ตัดช่วงด้วย [ : ] ไม่ได้"),
    }


def _refusal(node: nodes.Node) -> str:
    """Why a node may not stand in a template, or an empty string."""
    if not isinstance(node, _ALLOWED):
        return _sentences().get(type(node)) or _("ใช้คำสั่งแบบนี้ในวงเล็บปีกกาไม่ได้")
    if isinstance(node, nodes.Filter):
        return _refused_word(node.name, tuple(FILTERS), _("ไม่มีตัวกรอง “{name}”")) or _starred(node)
    if isinstance(node, nodes.Test):
        return _refused_word(node.name, TESTS, _("ไม่มีการทดสอบ “{name}”")) or _starred(node)
    name = _private_name(node)
    if name.startswith("_") or name in _RESERVED:
        return _("ใช้ชื่อ “{name}” ไม่ได้").format(name=name)
    if isinstance(node, nodes.Getattr) and _is_of_loop(node):
        return _refused_word(node.attr, LOOP, _("loop ไม่มี “{name}”"))
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
        return _("ในวงเล็บเหลี่ยมต้องเป็นชื่อคอลัมน์ในเครื่องหมายคำพูด")
    if isinstance(node, nodes.Const) and type(node.value) not in (str, int, bool, type(None)):
        return _("เลขทศนิยมต้องมาจากข้อมูล")
    if isinstance(node, nodes.Const) and isinstance(node.value, int) and node.value > _LARGEST_NUMBER:
        return _("เลขยาวเกินไป ให้มาจากข้อมูล")
    return _refused_loop(node) if isinstance(node, nodes.For) else ""


def _private_name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return node.attr if node.attr.startswith("_") else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        key = str(node.arg.value)
        return key if key.startswith("_") else ""
    return ""


def _refused_word(name: str, known: tuple[str, ...], sentence: str) -> str:
    if name in known:
        return ""
    guess = nearest(name, known)
    hint = _(" หมายถึง “{word}” ใช่หรือไม่").format(word=guess) if guess else ""
    return sentence.format(name=name) + hint


def _starred(node: nodes.Filter | nodes.Test) -> str:
    return _("ใช้ * ในตัวกรองไม่ได้") if node.dyn_args or node.dyn_kwargs or node.node is None else ""


def _refused_loop(node: nodes.For) -> str:
    if node.recursive or not isinstance(node.target, nodes.Name):
        return _("วนได้ในรูป {% for แถว in รายการ %} เท่านั้น")
    source: nodes.Node | None = node.iter
    while isinstance(source, nodes.Getattr | nodes.Getitem | nodes.Filter):
        if isinstance(source, nodes.Filter) and source.name not in ROW_FILTERS:
            break
        source = source.node
    return "" if isinstance(source, nodes.Name) else _("วนได้เฉพาะรายการที่มีชื่อ เช่น {% for แถว in รายการ %}")
