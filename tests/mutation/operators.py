"""The small mistakes that are made in a module on purpose, one at a time."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Change = Callable[[ast.AST], None]

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.Pow: ast.Mult,
}
_DONE = (ast.Expr, ast.AugAssign, ast.Raise, ast.Delete)  # statements that can be left out
_OPPOSITES = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)


@dataclass(frozen=True)
class Mutant:
    """A module with one mistake: where, which, and its code.

    `names` are what the place assigns, if it is outside of functions; otherwise nothing.
    """

    line: int
    last: int
    text: str
    what: str
    tree: ast.Module
    names: tuple[str, ...]


def mutants(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module, in the order of its lines."""
    tree, lines = ast.parse(source), source.splitlines()
    annotated = {*_in_annotations(tree), *_in_decorators(tree)}
    assigned = _assigned(tree)
    places = [(at, node) for at, node in enumerate(ast.walk(tree)) if node not in annotated]
    places.sort(key=lambda each: _place_of(each[1])[0])
    for at, node in places:
        for what, change in _changes(node):
            wrong = ast.parse(source)
            change(list(ast.walk(wrong))[at])
            line, last = _place_of(node)
            yield Mutant(
                line,
                last,
                lines[line - 1].strip(),
                what,
                ast.fix_missing_locations(wrong),
                assigned.get(line, ()),
            )


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """Yield what can be wrong with a node, and what makes it so."""
    if isinstance(node, ast.Compare):
        for at, each in enumerate(node.ops):
            yield f"{_name(each)} is {_COMPARED[type(each)].__name__}", _comparing(at)
    elif isinstance(node, ast.BoolOp):
        yield f"{_name(node.op)} is the other", _set("op", _other(node.op))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not is left out", _negate("operand")
    elif isinstance(node, ast.BinOp) and type(node.op) in _COUNTED:
        other = _COUNTED[type(node.op)]
        yield f"{_name(node.op)} is {other.__name__}", _set("op", other())
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float):
        wrong = not node.value if isinstance(node.value, bool) else node.value + 1
        yield f"{node.value} is {wrong}", _set("value", wrong)
    elif isinstance(node, ast.Return) and not _is_no(node.value):
        yield "nothing is returned", _set("value", None)
    elif isinstance(node, ast.If | ast.IfExp) and not _opposite(node.test):
        yield "if is if not", _negate("test")
    elif isinstance(node, ast.comprehension):
        for at in range(len(node.ifs)):
            yield f"condition {at + 1} is left out", _without("ifs", at)
    elif isinstance(node, ast.Set | ast.List) and isinstance(getattr(node, "ctx", _LOAD), ast.Load):
        for at in range(len(node.elts)):
            yield f"entry {at + 1} is left out", _without("elts", at)
    elif isinstance(node, ast.Dict):
        for at in range(len(node.keys)):
            yield f"entry {at + 1} is left out", _without_pair(at)
    yield from _left_out(node)


def _place_of(node: ast.AST) -> tuple[int, int]:
    """Return the first and the last line of a node; a comprehension stands where it begins."""
    at = node.target if isinstance(node, ast.comprehension) else node
    line = getattr(at, "lineno", 0)
    return line, getattr(at, "end_lineno", line)


def _left_out(node: ast.AST) -> Iterator[tuple[str, Change]]:
    for field in ("body", "orelse", "finalbody"):
        statements = getattr(node, field, None)
        for at, each in enumerate(statements if isinstance(statements, list) else []):
            if isinstance(each, _DONE) and not _is_doc(each):
                said = ast.unparse(each).splitlines()[0][:60]
                yield f"left out: {said}", _passing(field, at)


_LOAD = ast.Load()


def _comparing(at: int) -> Change:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Compare)
        node.ops[at] = _COMPARED[type(node.ops[at])]()

    return change


def _set(field: str, value: object) -> Change:
    return lambda node: setattr(node, field, value)


def _negate(field: str) -> Change:
    return lambda node: setattr(node, field, ast.UnaryOp(ast.Not(), getattr(node, field)))


def _without(field: str, at: int) -> Change:
    return lambda node: getattr(node, field).pop(at)


def _without_pair(at: int) -> Change:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Dict)
        del node.keys[at], node.values[at]

    return change


def _passing(field: str, at: int) -> Change:
    def change(node: ast.AST) -> None:
        statements = getattr(node, field)
        statements[at] = ast.copy_location(ast.Pass(), statements[at])

    return change


def _other(op: ast.boolop) -> ast.boolop:
    return ast.Or() if isinstance(op, ast.And) else ast.And()


def _name(op: ast.AST) -> str:
    return type(op).__name__


def _is_no(value: ast.expr | None) -> bool:
    """Whether what is returned is nothing, or False, which nobody tells from nothing."""
    if isinstance(value, ast.Constant):
        return value.value is None or value.value is False
    return value is None


def _is_doc(each: ast.stmt) -> bool:
    return isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)


def _opposite(test: ast.expr) -> bool:
    """Whether a test's opposite is among the other mutants already."""
    if isinstance(test, ast.Compare):
        return len(test.ops) == 1 and isinstance(test.ops[0], _OPPOSITES)
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _in_annotations(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        for field in ("annotation", "returns"):
            noted = getattr(node, field, None)
            if noted is not None:
                yield from ast.walk(noted)


def _in_decorators(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield what stands in a class's decorators: that it cannot be changed, changes no answer."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for each in node.decorator_list:
                yield from ast.walk(each)


def _assigned(tree: ast.Module) -> dict[int, tuple[str, ...]]:
    """Return which names the lines outside of functions assign."""
    found: dict[int, tuple[str, ...]] = {}
    for each in tree.body:
        if isinstance(each, ast.Assign | ast.AnnAssign):
            names = tuple(node.id for node in ast.walk(each) if isinstance(node, ast.Name))
            found |= dict.fromkeys(range(each.lineno, (each.end_lineno or 0) + 1), names)
    return found
