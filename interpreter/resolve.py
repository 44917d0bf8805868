"""Tree → model: binds every name once, checks types, and orders the headings.

Takes the document of one file, gives the model that all later passes read, or None where an error leaves none to
speak of; and the diagnostics (2xx names, 3xx types). Raises nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..diagnostics import Diagnostic, SourceFile, Span, Words, has_errors
from ..diagnostics.catalogue import names as say
from ..diagnostics.catalogue import types as say_types
from ..grammar import expressions as e
from ..grammar import statements as s
from ..grammar.walk import walk
from .declare import declare
from .examples_types import check_examples
from .expression_types import UNCLEAR, DefineDraft, ExpressionChecker, Names, Node, Scope
from .headings import HeadingBuilder
from .line_types import SIDES, LineChecker, per_period
from .model import DefineModel, Group, HeadingModel, Model
from .outline import outline
from .problems import Problems
from .references import in_order
from .results_types import check_results

MAX_DEFINE_DEPTH = 50


def resolve(document: s.Document, source: SourceFile) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Resolve a document (specification: "Names and types")."""
    problems = Problems(source)
    facts, defines = declare(document, problems)
    outlined = outline(document, problems)
    if outlined is None:
        return None, tuple(problems.found)
    builder = HeadingBuilder(problems)
    rubric = builder.build(outlined)
    headings = tuple(heading for heading in builder.headings if heading is not None)
    labels = {label: index for label, (index, _) in builder.labels.items()}
    names = Names(facts, defines, labels, problems)
    expressions = ExpressionChecker(names, rubric.number)
    lines = LineChecker(expressions)
    _defines(names, expressions, lines)
    compared = {heading.number: _heading(heading, expressions, lines) for heading in headings}
    check_results(document, expressions)
    examples = check_examples(document, names, problems)
    period = _period(document, rubric, problems)
    if period is None:
        _no_months(document, problems)
    order = _order(headings, compared, names)
    model = Model(
        source=source,
        document=document,
        title=rubric.title,
        year=int(rubric.node.year.value) if rubric.node.year else None,
        period=period,
        rubric=rubric,
        headings=headings,
        order=order,
        facts=facts,
        defines=names.define_models,
        symbols=names.symbols,
        share_bounds=frozenset(names.share_bounds),
        previous=names.previous,
        labels={label: headings[index] for label, index in labels.items()},
        grades=tuple(line for line in document.statements if isinstance(line, s.Grade)),
        vetoes=tuple(line for line in document.statements if isinstance(line, s.Veto)),
        tie_break=next((line for line in document.statements if isinstance(line, s.TieBreak)), None),
        examples=examples,
    )
    found = sorted(problems.found, key=lambda diagnostic: diagnostic.place.span or Span(0, 0))
    return None if has_errors(found) else model, tuple(found)


def _period(document: s.Document, rubric: HeadingModel, problems: Problems) -> tuple[date, date] | None:
    """Give the first and the last day that evidence may be dated: as stated, or the rubric's year."""
    line = next((line for line in document.statements if isinstance(line, s.Period)), None)
    if line is not None:
        first, last = line.first.value, line.last.value
        if first and last and first > last:
            span = Span(line.first.span.start, line.last.span.end)
            problems.say(say.UPSIDE_DOWN, span, low=line.first.text, high=line.last.text)
        return (first, last) if first and last else None
    if rubric.node.year is None or not 1 <= rubric.node.year.value <= 9999:
        return None
    year = int(rubric.node.year.value)
    return date(year, 1, 1), date(year, 12, 31)


def _no_months(document: s.Document, problems: Problems) -> None:
    """Say where a quota is counted month by month of no known period."""
    for line in document.statements:
        per = line.per if isinstance(line, s.Effect) else None
        if isinstance(per, s.PerEvent) and per.quota is not None and per.quota.per is not None:
            clause = per_period(SIDES[per.quota.side], per.quota.per)
            problems.say(say.CLAUSE_MISPLACED, per.quota.span, clause=clause, rank=_UNDATED, advice=_SAY_THE_PERIOD)


_UNDATED = Words("rubric without a period", "没有考核期的考核细则")
_SAY_THE_PERIOD = Words(
    "give the `rubric` line a `year`, or add a `period` line", "请在 `考核细则` 一行写上 `年度`，或另写 `考核期`"
)


def _defines(names: Names, expressions: ExpressionChecker, lines: LineChecker) -> None:
    """Bind the definitions, each after those it uses."""
    uses = {
        name: [n.text for n in walk(node) if isinstance(n, e.Name) and n.text in names.defines and n is not node.name]
        for name, node in names.defines.items()
    }
    order, circles = in_order(names.defines, uses)
    in_circles = {name for circle in circles for name in circle}
    depth: dict[str, int] = {}
    for circle in circles:
        nodes = [names.defines[name] for name in circle]
        text = " → ".join(f"`{name}`" for name in (*circle, circle[0]))
        others = [(node.name.span, say.LEADS_ON) for node in nodes[1:]]
        names.problems.say(say.CIRCLE, nodes[0].name.span, *others, names=text)
    for name in order:
        node = names.defines[name]
        depth[name] = 1 + max((depth.get(used, 0) for used in uses[name]), default=0)
        if depth[name] == MAX_DEFINE_DEPTH + 1:
            names.problems.say(say.NESTED_TOO_DEEP, node.name.span, limit=MAX_DEFINE_DEPTH)
        if name in in_circles or depth[name] > MAX_DEFINE_DEPTH:
            names.define_types[name] = UNCLEAR
            continue
        draft = DefineDraft()
        scope = Scope(("define", name), define=draft)
        if node.by is not None:
            found = lines.table(node.by, node.rows, scope, points=False)
        else:
            assert node.value is not None
            found = expressions.type_of(node.value, scope)
        names.define_types[name] = found._replace(name=name, literal=None)
        names.define_models[name] = DefineModel(len(names.define_models), name, node, draft.events, found.kind)
        if draft.this_year:
            names.this_year.add(name)


def _heading(heading: HeadingModel, expressions: ExpressionChecker, lines: LineChecker) -> tuple[Node, ...]:
    """Check a heading's lines; give what tells whom it concerns depends on."""
    scope = Scope(("heading", heading.number), has_worth=heading.worth is not None)
    if heading.applies is not None:
        expressions.condition(heading.applies.condition, scope)
    concerning = tuple(expressions.names.references.get(("heading", heading.number), ()))
    if heading.round is not None:
        check_places(heading.round.places, expressions.problems)
    for part in heading.parts:
        if isinstance(part, Group):
            if part.applies is not None:
                expressions.condition(part.applies.condition, scope)
            for line in part.lines:
                lines.check(line, scope)
            lines.caps(part.node.caps, scope, per_event=False)
        else:
            lines.check(part, scope)
    return concerning


def check_places(places: e.Number, problems: Problems) -> None:
    """Check a number of decimal places."""
    if not (0 <= places.value <= 10 and places.value == int(places.value)):
        problems.say(say_types.PLACES, places.span, limit=10)


def _order(
    headings: tuple[HeadingModel, ...], concerning: Mapping[int, tuple[Node, ...]], names: Names
) -> tuple[int, ...]:
    """Order the headings by what their points depend on; a circle among them is an error."""
    for heading in headings:
        _inherit(heading, concerning[heading.number], names)
    references: dict[Node, list[Node]] = {node: list(targets) for node, targets in names.references.items()}
    for heading in headings:
        own = references.setdefault(("heading", heading.number), [])
        own.extend(("heading", child.number) for child in heading.children)
    nodes: list[Node] = [("heading", heading.number) for heading in headings]
    order, circles = in_order(nodes, references)
    for circle in circles:
        spans = [
            names.references.get(node, {}).get(after)
            for node, after in zip(circle, (*circle[1:], circle[0]), strict=True)
        ]
        places = [span for span in spans if span is not None]
        text = " → ".join(_shown(node, headings) for node in (*circle, circle[0]))
        names.problems.say(say.CIRCLE, places[0], *((span, say.LEADS_ON) for span in places[1:]), names=text)
    return tuple(index for kind, index in order if kind == "heading" and isinstance(index, int))


def _inherit(heading: HeadingModel, concerning: tuple[Node, ...], names: Names) -> None:
    """Let what is below depend on whom a heading concerns: comparisons of units ask that first."""
    below = list(heading.children) if concerning else []
    while below:
        child = below.pop()
        for target in concerning:
            names.refer(("heading", child.number), target, names.references["heading", heading.number][target])
        below += child.children


def _shown(node: Node, headings: tuple[HeadingModel, ...]) -> str:
    kind, key = node
    if kind == "heading" and isinstance(key, int):
        return f"`{headings[key].label or headings[key].title}`"
    return f"`{key}`"
