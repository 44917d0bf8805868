"""Binds the names of an expression and finds its type (specification: "Expressions").

Shares and bare numbers are kept apart: 67% and 67 are not the same thing, and a rubric that mixes them is asked which
it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple, assert_never

from ..diagnostics import Span, Words
from ..diagnostics.catalogue import names, types
from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.keywords import FUNCTIONS
from .model import DefineModel, FactModel, Option, Symbol, Type
from .problems import Problems, listed, nearest

ExpressionKind = Literal["number", "share", "ratio", "yes/no", "date", "text", "choice", "unclear"]


class ExpressionType(NamedTuple):
    """What an expression gives. ``ratio`` is a quotient that may be read as a number or as a share."""

    kind: ExpressionKind
    noun: str = ""
    options: Mapping[str, str] | None = None
    name: str = ""
    literal: Decimal | None = None


NUMBER = ExpressionType("number")
POINTS = ExpressionType("number", "points")
SHARE = ExpressionType("share")
RATIO = ExpressionType("ratio")
CONDITION = ExpressionType("yes/no")
DATE = ExpressionType("date")
UNCLEAR = ExpressionType("unclear")
_NUMERIC = ("number", "share", "ratio")

Node = tuple[Literal["heading", "define"], int | str]
"""One end of a reference: a heading by its index, or a definition by its name."""


@dataclass(slots=True)
class Scope:
    """Where an expression stands: whose fields it sees, what ``worth`` is, and what it may not read."""

    owner: Node | None
    fact: FactModel | None = None
    has_worth: bool = False
    in_previous: bool = False
    define: DefineDraft | None = None

    def inside(self, fact: FactModel | None) -> Scope:
        """Give the scope inside an aggregate: other fields, the same owner."""
        return Scope(self.owner, fact, self.has_worth, self.in_previous, self.define)


@dataclass(slots=True)
class DefineDraft:
    """A definition while its names are bound: which facts could be the ones whose fields it reads."""

    events: frozenset[str] | None = None
    this_year: bool = False
    """Whether it reads points or compares units, and so can't be read of last year."""


@dataclass(slots=True)
class Names:
    """All names of a file, and what was learned of them."""

    facts: dict[str, FactModel]
    defines: dict[str, s.Define]
    labels: dict[str, int]
    problems: Problems
    symbols: dict[Span, Symbol] = field(default_factory=dict[Span, Symbol])
    references: dict[Node, dict[Node, Span]] = field(default_factory=dict[Node, dict[Node, Span]])
    share_bounds: set[Span] = field(default_factory=set[Span])
    previous: e.Previous | None = None
    define_types: dict[str, ExpressionType] = field(default_factory=dict[str, ExpressionType])
    this_year: set[str] = field(default_factory=set[str])
    define_models: dict[str, DefineModel] = field(default_factory=dict[str, DefineModel])

    def refer(self, owner: Node | None, target: Node, span: Span) -> None:
        """Note that the owner's result depends on the target's."""
        if owner is not None:
            self.references.setdefault(owner, {}).setdefault(target, span)


def type_of_model(kind: Type, name: str) -> ExpressionType:
    """Give the type of an expression that is a fact or a field."""
    match kind.kind:
        case "counts" | "number":
            return ExpressionType("number", kind.noun, name=name)
        case "percent":
            return ExpressionType("share", name=name)
        case "choice":
            return ExpressionType("choice", options=kind.options, name=name)
        case "yes/no" | "date" | "text":
            return ExpressionType(kind.kind, name=name)
        case _:
            assert_never(kind.kind)


class ExpressionChecker:
    """Finds the types of expressions; every method notes what is wrong and goes on."""

    __slots__ = ("names", "problems", "rubric")

    def __init__(self, names: Names, rubric: int) -> None:
        """Take the names of the file and the index of the rubric's own heading."""
        self.names = names
        self.problems = names.problems
        self.rubric = rubric

    # ---- what a place needs -----------------------------------------------------------------------------------

    def condition(self, node: e.Expression, scope: Scope) -> None:
        """Check an expression that must be a condition."""
        self._want(node, self.type_of(node, scope), "yes/no")

    def amount(self, node: e.Expression, scope: Scope) -> None:
        """Check an expression that must be a number of points."""
        found = self.type_of(node, scope)
        if found.kind == "share":
            text = f"{node.value}%" if isinstance(node, e.Percent) else "20%"
            self.problems.say(types.AMOUNT_IS_SHARE, node.span, percent=text)
        else:
            self._want(node, found, "number")

    def number(self, node: e.Expression, scope: Scope) -> ExpressionType:
        """Check an expression that must be a number, and give its type."""
        found = self.type_of(node, scope)
        if found.kind == "share":
            self.problems.say(types.WRONG_TYPE, node.span, found=_kind(found), wanted=types.KINDS["number"])
        else:
            self._want(node, found, "number")
        return found

    def _want(self, node: e.Expression, found: ExpressionType, wanted: Literal["number", "yes/no"]) -> None:
        fits = found.kind in (wanted, "unclear") or (wanted == "number" and found.kind == "ratio")
        if not fits:
            help = types.COMPARE_IT.get(found.kind) if wanted == "yes/no" else None
            self.problems.say(types.WRONG_TYPE, node.span, help=help, found=_kind(found), wanted=types.KINDS[wanted])

    # ---- what an expression is --------------------------------------------------------------------------------

    def type_of(self, node: e.Expression, scope: Scope) -> ExpressionType:
        """Bind the names of an expression and give its type."""
        match node:
            case e.Number():
                return ExpressionType("number", literal=node.value)
            case e.Percent():
                return ExpressionType("share", literal=node.value)
            case e.Date():
                return DATE
            case e.Text():
                return ExpressionType("text")
            case e.YesNo():
                return CONDITION
            case e.Name():
                return self._name(node, scope)
            case e.Total():
                self._points_read(node, scope, self.rubric)
                return POINTS
            case e.Worth():
                if not scope.has_worth:
                    self.problems.say(types.WORTH_UNKNOWN, node.span)
                return POINTS
            case e.PointsOf():
                return self._points_of(node, scope)
            case e.PercentOf():
                return self._numeric(node.of, scope)._replace(literal=None)
            case e.Previous():
                self.names.previous = self.names.previous or node
                return self.type_of(node.of, Scope(scope.owner, None, scope.has_worth, True, scope.define))
            case e.RankOf():
                return self._rank(node, scope)
            case e.Aggregate():
                return self._aggregate(node, scope)
            case e.Call():
                return self._call(node, scope)
            case e.Negate():
                return self._numeric(node.of, scope)._replace(literal=None)
            case e.Arithmetic():
                return self._arithmetic(node, scope)
            case e.Default():
                return self._together(
                    node, self.type_of(node.of, scope), self.type_of(node.otherwise, scope), node.otherwise
                )
            case e.Compare():
                return self._compare(node, scope)
            case e.EverySection():
                return self._every_section(node, scope)
            case e.Not():
                self.condition(node.of, scope)
                return CONDITION
            case e.Logic():
                self.condition(node.left, scope)
                self.condition(node.right, scope)
                return CONDITION
            case e.IfElse():
                self.condition(node.condition, scope)
                return self._together(
                    node, self.type_of(node.then, scope), self.type_of(node.otherwise, scope), node.otherwise
                )
            case _:
                assert_never(node)

    def _name(self, node: e.Name, scope: Scope) -> ExpressionType:
        text = node.text
        if scope.fact and text in scope.fact.fields:
            found = scope.fact.fields[text]
            self.names.symbols[node.span] = found
            return type_of_model(found.type, text)
        if text in self.names.facts:
            fact = self.names.facts[text]
            self.names.symbols[node.span] = fact
            return type_of_model(fact.type, text)
        if text in self.names.defines:
            return self._define(node, scope)
        owners = [fact for fact in self.names.facts.values() if text in fact.fields]
        if owners and scope.define is not None and scope.fact is None:
            return self._field_of_some_fact(node, owners, scope.define)
        if owners:
            self.problems.say(names.FIELD_OUTSIDE, node.span, name=text, fact=owners[0].name)
            return UNCLEAR
        self.unknown(node, scope)
        return UNCLEAR

    def unknown(self, node: e.Name, scope: Scope) -> None:
        """Say that a name means nothing, and which one may be meant."""
        visible = {name: fact.span for name, fact in self.names.facts.items()}
        visible |= {name: define.name.span for name, define in self.names.defines.items()}
        if scope.fact:
            visible |= {name: field.span for name, field in scope.fact.fields.items()}
        near = nearest(node.text, visible)
        if near:
            line = self.problems.line(visible[near])
            self.problems.say(
                names.UNKNOWN_NAME, node.span, help=names.DID_YOU_MEAN, name=node.text, near=near, line=line
            )
        else:
            self.problems.say(names.UNKNOWN_NAME, node.span, name=node.text)

    def _field_of_some_fact(self, node: e.Name, owners: list[FactModel], draft: DefineDraft) -> ExpressionType:
        """Bind a field's name inside a definition, which is used later over the events of a fact that has it."""
        names_of_owners = frozenset(fact.name for fact in owners)
        both = names_of_owners if draft.events is None else draft.events & names_of_owners
        if not both:
            self.problems.say(names.FIELD_OUTSIDE, node.span, name=node.text, fact=owners[0].name)
            return UNCLEAR
        draft.events = both
        found = self.names.facts[min(both)].fields[node.text]
        self.names.symbols[node.span] = found
        return type_of_model(found.type, node.text)

    def _define(self, node: e.Name, scope: Scope) -> ExpressionType:
        model = self.names.define_models.get(node.text)
        self.names.refer(scope.owner, ("define", node.text), node.span)
        if model is None:  # part of a circle, which is reported as one
            return UNCLEAR
        self.names.symbols[node.span] = model
        if node.text in self.names.this_year:
            self._this_year(node, scope)
        if model.events is not None:
            if scope.define is not None and scope.fact is None:
                both = model.events if scope.define.events is None else scope.define.events & model.events
                scope.define.events = both
            elif scope.fact is None or scope.fact.name not in model.events:
                self.problems.say(names.FIELD_OUTSIDE, node.span, name=node.text, fact=min(model.events))
        return self.names.define_types[node.text]

    def _points_read(self, node: e.Expression, scope: Scope, heading: int) -> None:
        self._this_year(node, scope)
        self.names.refer(scope.owner, ("heading", heading), node.span)

    def _this_year(self, node: e.Expression, scope: Scope) -> None:
        """Note that an expression reads points or compares units, which `previous` can't."""
        if scope.in_previous:
            self.problems.say(types.NOT_OF_LAST_YEAR, node.span)
        if scope.define is not None:
            scope.define.this_year = True

    def _points_of(self, node: e.PointsOf, scope: Scope) -> ExpressionType:
        index = self.names.labels.get(node.label.text)
        if index is None:
            self.unknown_label(node.label)
        else:
            self._points_read(node, scope, index)
        return POINTS

    def unknown_label(self, label: e.ItemLabel) -> None:
        """Say that no heading has a number."""
        labels = listed(self.names.labels)
        self.problems.say(names.UNKNOWN_LABEL, label.span, label=label.text, labels=labels)

    def _rank(self, node: e.RankOf, scope: Scope) -> ExpressionType:
        self._this_year(node, scope)
        self._ordered(node.of, self.type_of(node.of, scope.inside(None)))
        self._group(node.within, scope)
        return NUMBER

    def _group(self, name: e.Name | None, scope: Scope) -> None:
        if name is not None:
            found = self.type_of(name, scope.inside(None))
            if found.kind not in ("text", "choice", "yes/no", "unclear"):
                self.problems.say(types.WRONG_TYPE, name.span, found=_kind(found), wanted=types.KINDS["choice"])

    def _aggregate(self, node: e.Aggregate, scope: Scope) -> ExpressionType:
        fact: FactModel | None = None
        match node.source:
            case e.Over(fact=name):
                fact = self.events(name, scope)
            case e.AcrossUnits(within=within):
                self._this_year(node, scope)
                self._group(within, scope)
            case None:
                assert isinstance(node.of, e.Name)
                fact = self.events(node.of, scope)
            case _:
                assert_never(node.source)
        inner = scope.inside(fact)
        if node.where is not None:
            self.condition(node.where, inner)
        for drop in node.drops:
            self.number(drop.count, scope.inside(None))
        if node.statistic == "count":
            if node.source is not None:
                self.condition(node.of, inner)
            return ExpressionType("number", fact.type.noun if fact else "")
        found = self.type_of(node.of, inner)
        if found.kind not in (*_NUMERIC, "unclear") and not (
            found.kind == "date" and node.statistic in ("highest", "lowest")
        ):
            self.problems.say(types.WRONG_TYPE, node.of.span, found=_kind(found), wanted=types.KINDS["number"])
            return UNCLEAR
        return found._replace(literal=None)

    def events(self, name: e.Name, scope: Scope) -> FactModel | None:
        """Bind the name of a fact whose events are meant."""
        fact = self.names.facts.get(name.text)
        if fact is None:
            self.unknown(name, scope.inside(None))
        elif not fact.counts:
            self.problems.say(names.NOT_AN_EVENT, name.span, (fact.span, names.FIRST_HERE), name=name.text)
        else:
            self.names.symbols[name.span] = fact
            return fact
        return None

    def _call(self, node: e.Call, scope: Scope) -> ExpressionType:
        wanted = {"min": (1, 99), "max": (1, 99), "round": (1, 2), "floor": (1, 1), "ceil": (1, 1)}[node.function]
        if not wanted[0] <= len(node.arguments) <= wanted[1]:
            text = "1" if wanted == (1, 1) else f"{wanted[0]}-{wanted[1]}"
            name, given = Words(*FUNCTIONS[node.function]), len(node.arguments)
            self.problems.say(types.WRONG_COUNT, node.span, function=name, wanted=text, found=given)
        first, *others = node.arguments
        found = self._numeric(first, scope)
        if node.function in ("min", "max"):
            for other in others:
                found = self._together(node, found, self._numeric(other, scope), other)
        elif others:
            places = others[0]
            if not (isinstance(places, e.Number) and 0 <= places.value <= 10 and places.value == int(places.value)):
                self.problems.say(types.PLACES, places.span, limit=10)
        return found._replace(literal=None)

    def _numeric(self, node: e.Expression, scope: Scope) -> ExpressionType:
        found = self.type_of(node, scope)
        if found.kind not in (*_NUMERIC, "unclear"):
            self.problems.say(types.WRONG_TYPE, node.span, found=_kind(found), wanted=types.KINDS["number"])
            return UNCLEAR
        return found

    def _arithmetic(self, node: e.Arithmetic, scope: Scope) -> ExpressionType:
        left, right = self.type_of(node.left, scope), self.type_of(node.right, scope)
        if left.kind == "date" or right.kind == "date":
            return self._dates(node, left, right)
        for side, found in ((node.left, left), (node.right, right)):
            if found.kind not in (*_NUMERIC, "unclear"):
                self.problems.say(types.WRONG_TYPE, side.span, found=_kind(found), wanted=types.KINDS["number"])
                return UNCLEAR
        if "unclear" in (left.kind, right.kind):
            return UNCLEAR
        match node.operator:
            case "+" | "-":
                return self._sum(node, left, right)
            case "*":
                if left.kind == "share" and right.kind == "share":
                    return SHARE
                return ExpressionType("number", left.noun or right.noun)
            case "/":
                return _quotient(left, right)
            case _:
                assert_never(node.operator)

    def _sum(self, node: e.Arithmetic, left: ExpressionType, right: ExpressionType) -> ExpressionType:
        # 1 - share: what is left of the whole is the one bare number that can't be misread.
        if left.kind in ("share", "ratio") and right.kind == "number" and right.literal in (0, 1):
            return left
        if right.kind in ("share", "ratio") and left.kind == "number" and left.literal in (0, 1):
            return right._replace(literal=None)
        return self._together(node, left, right, node.right)._replace(literal=None)

    def _dates(self, node: e.Arithmetic, left: ExpressionType, right: ExpressionType) -> ExpressionType:
        if left.kind == "date" and right.kind == "date" and node.operator == "-":
            return ExpressionType("number", "天")
        if left.kind == "date" and right.kind == "number" and node.operator in "+-":
            return DATE
        if "unclear" in (left.kind, right.kind):
            return UNCLEAR
        self.problems.say(types.NOT_COMPARABLE, node.span, left=_kind(left), right=_kind(right))
        return UNCLEAR

    def _compare(self, node: e.Compare, scope: Scope) -> ExpressionType:
        if not self._against_option(node.left, node.right, scope) and not self._against_option(
            node.right, node.left, scope
        ):
            left = self.type_of(node.left, scope)
            # Beside a misspelt choice its values are no mistakes of their own.
            if left.kind != "unclear" or not self._is_some_option(node.right):
                self._together(node, left, self.type_of(node.right, scope), node.right)
            if node.operator not in ("=", "!="):
                self._ordered(node.left, left)
        elif node.operator not in ("=", "!="):
            self.problems.say(types.NOT_IN_ORDER, node.span, kind=types.KINDS["choice"])
        return CONDITION

    def _against_option(self, choice: e.Expression, option: e.Expression, scope: Scope) -> bool:
        """Bind ``prize = first``: a bare name beside a choice is one of its values."""
        if not isinstance(option, e.Name) or not self._is_choice(choice, scope) or self._is_choice(option, scope):
            return False
        found = self.type_of(choice, scope)
        if found.kind != "unclear":
            self.option(option, found)
        return True

    def _is_some_option(self, node: e.Expression) -> bool:
        if not isinstance(node, e.Name) or node.text in self.names.facts or node.text in self.names.defines:
            return False
        facts = self.names.facts.values()
        return any(node.text in kind.options for fact in facts for kind in _types_of(fact))

    def _is_choice(self, node: e.Expression, scope: Scope) -> bool:
        match node:
            case e.Name():
                return self._is_name_of_choice(node, scope)
            case e.Previous():
                return self._is_choice(node.of, scope.inside(None))
            case e.IfElse():
                return self._is_choice(node.then, scope)
            case _:
                return False

    def _is_name_of_choice(self, node: e.Name, scope: Scope) -> bool:
        field = scope.fact.fields.get(node.text) if scope.fact else None
        if field is None and scope.define is not None and scope.fact is None:
            field = next((f.fields[node.text] for f in self.names.facts.values() if node.text in f.fields), None)
        fact = self.names.facts.get(node.text)
        kind = field.type if field else fact.type if fact else None
        if kind is None:
            return self.names.define_types.get(node.text, UNCLEAR).kind == "choice"
        return kind.kind == "choice"

    def option(self, node: e.Name, choice: ExpressionType) -> None:
        """Bind a name as one value of a choice."""
        options = choice.options or {}
        if node.text in options:
            self.names.symbols[node.span] = Option(node.text)
            return
        near = nearest(node.text, options)
        help = Words("did you mean `{near}`?", "是否想写 `{near}`？") if near else None
        self.problems.say(
            names.UNKNOWN_OPTION,
            node.span,
            help=help,
            name=node.text,
            choice=choice.name,
            options=listed(options),
            near=near,
        )

    def _every_section(self, node: e.EverySection, scope: Scope) -> ExpressionType:
        self._this_year(node, scope)
        found = self._numeric(node.bound, scope)
        if found.kind == "share":
            self.names.share_bounds.add(node.span)
        self.names.refer(scope.owner, ("heading", self.rubric), node.span)
        return CONDITION

    def _ordered(self, node: e.Expression, found: ExpressionType) -> None:
        if found.kind not in (*_NUMERIC, "date", "unclear"):
            self.problems.say(types.NOT_IN_ORDER, node.span, kind=_kind(found))

    def together(self, node: e.Expression, left: ExpressionType, right: ExpressionType) -> ExpressionType:
        """Give the type of two outcomes of which one is chosen; say where they don't match."""
        return self._together(node, left, right, node)

    def _together(
        self, node: e.Expression, left: ExpressionType, right: ExpressionType, second: e.Expression
    ) -> ExpressionType:
        """Give the type of two things that are compared, added or chosen between; say where they don't match."""
        if "unclear" in (left.kind, right.kind):
            return left if right.kind == "unclear" else right
        if left.kind == right.kind:
            return left if left.noun == right.noun else left._replace(noun="")
        numbers = left.kind in _NUMERIC and right.kind in _NUMERIC
        if numbers and "ratio" in (left.kind, right.kind):
            return right if left.kind == "ratio" else left
        bare = left if left.kind == "number" else right
        if numbers and bare.literal == 0:
            return SHARE
        if numbers and bare.literal is not None:
            span = second.span if bare is right else node.span
            self.problems.say(types.SHARE_AND_NUMBER, span, number=bare.literal, share=_percent(bare.literal))
        else:
            self.problems.say(types.NOT_COMPARABLE, node.span, left=_kind(left), right=_kind(right))
        return UNCLEAR


def _types_of(fact: FactModel) -> list[Type]:
    return [fact.type, *(field.type for field in fact.fields.values())]


def _quotient(left: ExpressionType, right: ExpressionType) -> ExpressionType:
    """Quotients of the same noun are shares; of a number by a plain figure, the number's own kind."""
    if left.literal is not None and right.literal is not None:
        return RATIO
    if right.literal is not None and right.kind == "number":
        return left._replace(literal=None)
    if left.kind == "share" and right.kind == "number":
        return SHARE
    if left.kind == "number" and right.kind == "number" and left.noun and left.noun == right.noun:
        return SHARE
    return RATIO


def _percent(value: Decimal) -> str:
    text = f"{value * 100:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _kind(found: ExpressionType) -> Words:
    if found.literal is not None and found.kind == "number":
        return Words(f"the number `{found.literal}`", f"数 `{found.literal}`")
    return types.KINDS.get(found.kind, types.KINDS["number"])
