"""Small mistakes that can be made in a module: a comparison turned round, a line forgotten ..."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

Change = tuple[ast.expr | ast.stmt, str]

OTHERWISE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    # The other side, and the boundary.
    ast.Lt: (ast.GtE, ast.LtE),
    ast.LtE: (ast.Gt, ast.Lt),
    ast.Gt: (ast.LtE, ast.GtE),
    ast.GtE: (ast.Lt, ast.Gt),
}
ORDERING = {"sorted", "sort", "min", "max"}
# Parts of a node that say nothing of what the program does.
SILENT = {"annotation", "returns", "decorator_list", "pattern", "type_params"}


@dataclass(frozen=True)
class Mutation:
    """start, end: the bytes of the module's text that `new` takes the place of; line counts from 1."""

    line: int
    start: int
    end: int
    old: str
    new: str

    def applied(self, source: str) -> str:
        """The whole module with this mistake in it."""
        text = source.encode()
        return (text[: self.start] + self.new.encode() + text[self.end :]).decode()


def mutations(source: str) -> tuple[Mutation, ...]:
    """Every mistake of the module, from its first line to its last."""
    tree = ast.parse(source)
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    early = set(_early_returns(tree.body, last=False))
    found = []
    for node in _live(tree):
        for place, new in _changes(node, early):
            assert place.end_lineno is not None and place.end_col_offset is not None
            start = starts[place.lineno - 1] + place.col_offset
            end = starts[place.end_lineno - 1] + place.end_col_offset
            old = source.encode()[start:end].decode()
            text = new if isinstance(place, ast.stmt) else f"({new})"
            found.append(Mutation(place.lineno, start, end, old, text))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.new)))


def _live(node: ast.AST) -> Iterator[ast.AST]:
    """What the program does, without its types, imports, log lines and messages of errors."""
    if _says_nothing(node):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in SILENT:
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, ast.AST):
                yield from _live(part)


def _says_nothing(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.JoinedStr() | ast.Raise():
            return True
        case ast.Expr(value=ast.Constant()):  # a docstring
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="log")))):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Call(func=ast.Name(id="TypeVar")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case _:
            return False


def _changes(node: ast.AST, early: set[ast.Return]) -> Iterator[Change]:
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield node, _with(node, op=other)
        case ast.UnaryOp(op=ast.Not()):
            yield node, ast.unparse(node.operand)
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            yield node, _with(node, op=ast.Sub() if isinstance(node.op, ast.Add) else ast.Add())
        case ast.Constant():
            yield from _constant(node)
        case ast.IfExp() | ast.If() if _plain(node.test):
            yield node.test, f"not ({ast.unparse(node.test)})"
        case ast.comprehension():
            yield from ((condition, "True") for condition in node.ifs)
        case ast.Return() if node in early:
            yield node, "pass"
        case ast.Expr(value=ast.Call()):
            yield node, "pass"
        case ast.Call():
            yield from _ordered(node)
        case _:
            return


def _plain(test: ast.expr) -> bool:
    """Nothing in it is turned round by another rule."""
    negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    return not negated and not isinstance(test, ast.Compare | ast.BoolOp)


def _compared(node: ast.Compare) -> Iterator[Change]:
    for at, op in enumerate(node.ops):
        for other in OTHERWISE[type(op)]:
            yield node, _with(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield node, str(not value)
    elif isinstance(value, int | float):
        yield node, repr(value + 1)
    elif isinstance(value, str):
        yield node, repr("" if value else "x")


def _ordered(node: ast.Call) -> Iterator[Change]:
    """Another order: without its key, or from the other end."""
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name not in ORDERING:
        return
    named = {word.arg for word in node.keywords}
    if "key" in named:
        yield node, _with(node, keywords=[word for word in node.keywords if word.arg != "key"])
    if "reverse" not in named and name in {"sorted", "sort"}:
        backwards = ast.keyword("reverse", ast.Constant(value=True))
        yield node, _with(node, keywords=[*node.keywords, backwards])


def _with(node: ast.expr, **changes: object) -> str:
    """The node's text with some of its parts replaced."""
    changed = copy.copy(node)
    for name, value in changes.items():
        setattr(changed, name, value)
    return ast.unparse(changed)


def _early_returns(body: list[ast.stmt], *, last: bool) -> Iterator[ast.Return]:
    """Returns after which something would follow. last: nothing follows after this body."""
    for at, statement in enumerate(body):
        ends = last and at == len(body) - 1
        if isinstance(statement, ast.Return) and not ends:
            yield statement
        function = isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef)
        loop = isinstance(statement, ast.For | ast.While)
        for inner in _bodies(statement):
            yield from _early_returns(inner, last=function or (ends and not loop))


def _bodies(statement: ast.AST) -> Iterator[list[ast.stmt]]:
    """The blocks of a statement: of a condition, a loop, a case, a handler."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(statement, name, None)
        if isinstance(block, list):
            yield block
    for name in ("cases", "handlers"):
        for part in getattr(statement, name, ()):
            yield part.body
