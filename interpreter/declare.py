"""The facts and definitions of a rubric: each declared once, visible everywhere (specification: "Facts")."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from ..diagnostics import Span, Words
from ..diagnostics.catalogue import names, types
from ..grammar import expressions as e
from ..grammar import statements as s
from .interval import Exact
from .model import FactModel, FieldModel, Type
from .problems import Problems


def exact_of(value: e.Number | e.Percent) -> Exact:
    """Give a literal as an exact number: of a percentage, the share of 1."""
    ratio = Fraction(value.value)
    if isinstance(value, e.Percent):
        ratio /= 100
    return ratio.numerator if ratio.denominator == 1 else ratio


def declare(document: s.Document, problems: Problems) -> tuple[dict[str, FactModel], dict[str, s.Define]]:
    """Gather the facts and definitions of a file; say which names are taken twice."""
    facts: dict[str, FactModel] = {}
    defines: dict[str, s.Define] = {}
    taken: dict[str, Span] = {}
    for line in document.statements:
        if not isinstance(line, s.Fact | s.Define):
            continue
        if not _free(line.name, taken, problems):
            continue
        if isinstance(line, s.Fact):
            facts[line.name.text] = _fact(len(facts), line, problems)
        else:
            defines[line.name.text] = line
    return facts, defines


def _free(name: e.Name, taken: dict[str, Span], problems: Problems) -> bool:
    """Take a name if it is free to take."""
    if name.text in taken:
        problems.say(names.REPEATED_NAME, name.span, (taken[name.text], names.FIRST_HERE), name=name.text)
        return False
    taken[name.text] = name.span
    return True


def _fact(index: int, line: s.Fact, problems: Problems) -> FactModel:
    taken: dict[str, Span] = {}
    fields: dict[str, FieldModel] = {}
    for field in line.fields:
        if _free(field.name, taken, problems):
            label = field.label.value if field.label else field.name.text
            kind = type_model(field.type, problems)
            fields[field.name.text] = FieldModel(field.name.text, label, kind, field.name.span)
    if line.fields and line.type.kind != "counts":
        problems.say(types.NEEDS_EVENTS, line.fields[0].span, word=Words("with", "附带"), advice=_DECLARE_COUNTS)
    kind = type_model(line.type, problems)
    label = line.label.value if line.label else line.name.text
    presumed = None
    if line.presumed is not None and kind.kind == "counts":
        problems.say(types.PRESUMED_COUNT, line.presumed.span, name=line.name.text)
    elif line.presumed is not None:
        presumed = literal(line.presumed, kind, line.name.text, problems)
    return FactModel(index, line.name.text, label, kind, fields, line.required, presumed, line.name.span)


_DECLARE_COUNTS = Words("only a fact that `counts` has events with fields", "只有 `计量` 的数据才有带附带项的事件")


def type_model(node: s.FactType, problems: Problems) -> Type:
    """Give the type that a declaration writes, its range checked."""
    options: dict[str, str] = {}
    for option in node.options:
        if option.name.text in options:
            problems.say(types.TOO_FEW_OPTIONS, option.name.span, name=option.name.text)
        options[option.name.text] = option.label.value if option.label else option.name.text
    noun = node.noun.text if node.noun else ""
    if node.kind not in ("counts", "number", "percent"):
        return Type(node.kind, noun=noun, options=options)
    low, high = _range(node, problems)
    return Type(node.kind, low, high, noun, options)


def _range(node: s.FactType, problems: Problems) -> tuple[Exact, Exact | None]:
    if node.low is None or node.high is None:
        return 0, None
    wanted = e.Percent if node.kind == "percent" else e.Number
    for bound in (node.low, node.high):
        if not isinstance(bound, wanted):
            kind = types.KINDS[node.kind]
            problems.say(types.WRONG_TYPE, bound.span, found=literal_kind(bound), wanted=kind)
            return 0, None
    assert isinstance(node.low, e.Number | e.Percent)
    assert isinstance(node.high, e.Number | e.Percent)
    low, high = exact_of(node.low), exact_of(node.high)
    if node.kind == "counts" and not (isinstance(low, int) and isinstance(high, int) and low >= 0):
        both = Words(f"{node.low.value} to {node.high.value}", f"{node.low.value} 至 {node.high.value}")
        problems.say(types.WHOLE_NUMBER, node.low.span, number=both)
    if low > high:
        problems.say(
            names.UPSIDE_DOWN, Span(node.low.span.start, node.high.span.end), low=node.low.value, high=node.high.value
        )
    return low, high


def literal_kind(value: s.Value) -> Words:
    """Name what kind of thing a literal is."""
    match value:
        case e.Number():
            return types.KINDS["number"]
        case e.Percent():
            return types.KINDS["share"]
        case e.Date():
            return types.KINDS["date"]
        case e.Text():
            return types.KINDS["text"]
        case e.YesNo():
            return types.KINDS["yes/no"]
        case e.Name():
            return types.KINDS["choice"]
        case _:
            assert_never(value)


def literal(value: s.Value, kind: Type, name: str, problems: Problems) -> Exact | bool | str | None:
    """Read a literal as a value of a type, in the form of facts.Stated; say where it is none."""
    result: Exact | bool | str | None = None
    match kind.kind, value:
        case (("counts" | "number"), e.Number()):
            result = exact_of(value)
        case "percent", e.Percent():
            result = exact_of(value)
        case "percent", e.Number():
            problems.say(types.SHARE_AND_NUMBER, value.span, number=value.value, share=value.value * 100)
            return None
        case "yes/no", e.YesNo():
            return value.value
        case "date", e.Date():
            return value.value.toordinal() if value.value else None
        case "text", e.Text():
            return value.value
        case "choice", e.Name() if value.text in kind.options:
            return value.text
        case "choice", e.Name():
            problems.say(names.UNKNOWN_OPTION, value.span, name=value.text, choice=name, options=_listed(kind))
            return None
        case _:
            problems.say(types.WRONG_TYPE, value.span, found=literal_kind(value), wanted=types.KINDS[kind.kind])
            return None
    out = (kind.low is not None and result < kind.low) or (kind.high is not None and result > kind.high)
    if out or (kind.kind == "counts" and not isinstance(result, int)):
        text = f"{value.value}%" if isinstance(value, e.Percent) else str(value.value)
        problems.say(types.OUT_OF_TYPE, value.span, value=text, name=name, wanted=_bounds(kind))
        return None
    return result


def _listed(kind: Type) -> Words:
    from .problems import listed

    return listed(kind.options)


def _bounds(kind: Type) -> Words:
    low = "0" if kind.low is None else _plain(kind.low, kind)
    if kind.high is None:
        return Words(f"{low} or more", f"{low} 或以上")
    return Words(f"{low} to {_plain(kind.high, kind)}", f"{low} 至 {_plain(kind.high, kind)}")


def _plain(value: Exact, kind: Type) -> str:
    from decimal import Decimal

    ratio = Fraction(value) * (100 if kind.kind == "percent" else 1)
    return f"{Decimal(ratio.numerator) / ratio.denominator}{'%' if kind.kind == 'percent' else ''}"
